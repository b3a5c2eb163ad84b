//! A report's kept text to statements and diagnostics. Sees sentences, words, tags and names; never bytes or pages.
//!
//! One file a kind of statement; what they share stands in `scene` (who is who), `events` (what happens), `credit` (who
//! says so) and `scope` (whether it happened). Word lists and frames are data per language. `proposed` takes statements
//! of another reader where the report bears them out.

mod attribute;
#[cfg(test)]
mod cases;
mod center;
mod clause;
mod count;
mod credit;
mod events;
mod explanation;
mod fate;
mod frames;
mod instructions;
mod listing;
mod membership;
mod missing;
mod phrases;
pub mod proposed;
mod reached;
mod reader;
mod refusal;
mod retraction;
mod roster;
mod scene;
mod scope;
mod status;
mod stays;
mod table;
#[cfg(test)]
mod testing;
mod tree;
mod user_frames;
mod utterance;
mod when;
mod wording;
mod words;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use constancia_language::{Analysis, dates};
use constancia_model::{DateBasis, Diagnostic, DiagnosticKind, Gist, NoiseKind, PartialDate, Report, Span, Statement};

pub use explanation::{
    CreditWay, Crediting, Decision, DecisionKind, Explained, Explanation, FrameForm, FrameRule, Part, Reference,
    ReferenceKind, Role, Rule, Way,
};
use frames::Frames;
pub use reader::Reader;
pub use refusal::Reason;
use scene::Scene;
pub use user_frames::{FrameFault, FrameFile, FramesError};

/// What was read in a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The statements, in the order of their words, each with why it was read.
    pub statements: Vec<Explained>,
    /// What was noticed and refused.
    pub diagnostics: Vec<Diagnostic>,
    /// The publication date and where it comes from: the report's own, or the one its text prints.
    pub published: Option<(PartialDate, DateBasis)>,
    /// What the report is about, for finding reports about the same event.
    pub gist: Gist,
}

/// The reader with the frames of the program alone.
static READER: LazyLock<Reader> = LazyLock::new(Reader::default);

/// Reads a report with the frames of the program alone.
pub fn read(report: &Report) -> Reading {
    READER.read(report)
}

/// Reads a report in a language that is read; any other gives nothing and says so.
fn read_with(report: &Report, frames: &Frames) -> Reading {
    let known = report.published.map(|date| (date, report.published_basis.unwrap_or(DateBasis::Stated)));
    if !report.language.is_read() {
        let kind = DiagnosticKind::LanguageNotRead { language: report.language.code().to_owned() };
        return Reading { diagnostics: vec![Diagnostic::warning(kind)], published: known, ..Reading::default() };
    }
    let published = known.or_else(|| printed_date(report));
    let text = readable(&report.kept.text);
    let analysis = Analysis::new(&report.language, text, published.map(|(date, _)| date));
    let gist = constancia_language::gist::gist(&analysis);
    let lines = line_numbers(report);
    let mut reading = read_analysis(analysis, frames, |line| lines[line]);
    refuse_instructions(text, &lines, &mut reading);
    if text.len() < report.kept.text.len() {
        reading.diagnostics.push(Diagnostic::warning(DiagnosticKind::TextTooLong { bytes: report.kept.text.len() }));
    }
    if published.is_none() {
        reading.diagnostics.push(Diagnostic::warning(DiagnosticKind::NoPublicationDate));
    }
    Reading { published, gist, ..reading }
}

/// A line that tells its reader what to do is no evidence of anything, and somebody should look at the report.
fn refuse_instructions(text: &str, numbers: &[usize], reading: &mut Reading) {
    let lines = instructions::lines(text);
    reading.statements.retain(|told| !instructions::hold(&lines, told.statement.evidence.span()));
    let flagged = |line: &Span| {
        let number = numbers[text[..line.start].matches('\n').count()];
        Diagnostic::warning(DiagnosticKind::InstructsReader).at(number, line.of(text).unwrap_or_default())
    };
    reading.diagnostics.extend(lines.iter().map(flagged));
}

/// As much of a text as is read: no report is longer than a book, and one that is must not stop the others.
const LONGEST: usize = 512 * 1024;

/// The beginning of the text up to the longest that is read, cut between lines where it can be.
fn readable(text: &str) -> &str {
    if text.len() <= LONGEST {
        return text;
    }
    let end = (0..=LONGEST).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    text[..end].rfind('\n').map_or(&text[..end], |line| &text[..line])
}

/// The date that the report prints for itself, looked for in what was kept and in what was dropped as noise.
fn printed_date(report: &Report) -> Option<(PartialDate, DateBasis)> {
    let mut lines: Vec<(usize, &str, bool)> = Vec::new();
    let dropped = report.diagnostics.iter().filter(|d| matches!(d.kind, DiagnosticKind::NoiseDropped { .. }));
    let related = |d: &&Diagnostic| {
        !matches!(d.kind, DiagnosticKind::NoiseDropped { noise: NoiseKind::RelatedLinks | NoiseKind::PageFurniture })
    };
    lines.extend(dropped.filter(related).map(|d| (d.line.unwrap_or(usize::MAX), d.text.as_str(), true)));
    let kept = line_numbers(report).into_iter().zip(report.kept.text.lines());
    lines.extend(kept.map(|(number, line)| (number, line, false)));
    lines.sort_by_key(|(at, _, _)| *at);
    let lines: Vec<(&str, bool)> = lines.into_iter().map(|(_, text, dropped)| (text, dropped)).collect();
    dates::publication_date(&report.language, &lines).map(|date| (date, DateBasis::Printed))
}

/// For each line of the kept text its number in the raw text, where dropped lines count; for an empty text the first.
fn line_numbers(report: &Report) -> Vec<usize> {
    let dropped = report.diagnostics.iter().filter(|d| matches!(d.kind, DiagnosticKind::NoiseDropped { .. }));
    let dropped: BTreeSet<usize> = dropped.filter_map(|d| d.line).collect();
    let mut kept = (1..).filter(|line| !dropped.contains(line));
    kept.by_ref().take(report.kept.text.split('\n').count()).collect()
}

/// Reads an analysed text. `line` gives the number of a line of the kept text, both counted from its beginning.
fn read_analysis(analysis: Analysis, frames: &Frames, line: impl Fn(usize) -> usize) -> Reading {
    let mut scene = Scene::new(analysis, frames);
    scene.find_centers();
    let attributes = attribute::statements(&mut scene);
    scene.find_centers();
    let mut statements = attributes;
    let mut refusals = Vec::new();
    let mut counted = count::Counts::default();
    scene.credits = credit::all(&scene);
    let mut before = statements.len();
    for index in 0..scene.rows.len() {
        let row = scene.rows[index].clone();
        let row = &row;
        let mut credits = scene.credits[row.index].clone();
        let mut found = events::events(&scene, row);
        found.events.extend(missing::events(&scene, row));
        found.events.extend(stays::events(&scene, row));
        let there = stays::there(&scene, row, &found.events);
        let placed = stays::placed(&scene, row, &found.events);
        found.events.extend(placed);
        found.events.extend(there);
        found.events.extend(listing::verbless_sentence(&scene, row));
        let members = membership::events(&scene, row, counted.group(), &found.events);
        statements.extend(membership::nationalities(&scene, row, counted.group(), &members));
        if !members.is_empty() && credits.is_empty() {
            credits.extend(credit::carried(&scene, row));
        }
        found.events.extend(members);
        if let Some(quote) = row.quote {
            credits.extend(utterance::credit(&scene, quote, row));
        }
        if retraction::takes_back(&scene, row) {
            retraction::turn(&scene, row, &mut statements[before..]);
        }
        before = statements.len();
        let (mut of_persons, nobody) = status::statements(&scene, row, &found.events, &credits);
        when::governing::go_on(&scene, row, &statements, &mut of_persons);
        let (counts, not_counted) = counted.statements(&scene, row, &found.events, &credits);
        statements.extend(of_persons);
        statements.extend(counts);
        if retraction::corrects(&scene, row) {
            retraction::turn(&scene, row, &mut statements[before..]);
        }
        scene.follow(&statements[before..]);
        refusals.extend(found.refusals.into_iter().chain(nobody).chain(not_counted));
    }
    let listed = status::listed(&scene, &statements);
    statements.extend(listed);
    statements.extend(utterance::statements(&scene));
    let diagnostics = refusal::diagnostics(&scene, refusals, &statements, line);
    let statements = in_order(statements, |told| &told.statement);
    Reading { statements, diagnostics, ..Reading::default() }
}

/// By the place of their words, each said once.
fn in_order<T>(mut told: Vec<T>, statement: impl Fn(&T) -> &Statement) -> Vec<T> {
    told.sort_by(|one, other| {
        let (a, b) = (statement(one), statement(other));
        let place = |s: &Statement| (s.evidence.span().start, s.evidence.span().end);
        place(a).cmp(&place(b)).then_with(|| a.content.cmp(&b.content))
    });
    let mut seen = BTreeSet::new();
    told.retain(|told| seen.insert(statement(told).clone()));
    told
}
