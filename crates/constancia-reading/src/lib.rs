//! A report's kept text to statements and diagnostics. Sees sentences, words, tags and names; never bytes or pages.
//!
//! One file a kind of statement; what they share stands in `scene` (who is who), `events` (what happens), `credit` (who
//! says so) and `scope` (whether it happened). Word lists and frames are data per language.

mod attribute;
#[cfg(test)]
mod cases;
mod center;
mod clause;
mod count;
mod count_details;
mod count_status;
mod counted;
mod credit;
mod events;
mod fate;
mod frames;
mod listing;
mod membership;
mod missing;
mod phrases;
mod retraction;
mod roster;
mod scene;
mod scope;
mod status;
mod stays;
mod table;
#[cfg(test)]
mod testing;
mod utterance;
mod words;

use std::collections::BTreeSet;

use constancia_language::{Analysis, dates};
use constancia_model::{DateBasis, Diagnostic, DiagnosticKind, NoiseKind, PartialDate, Report, Statement};

use scene::Scene;

/// What was read in a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The statements, in the order of their words.
    pub statements: Vec<Statement>,
    /// What was noticed and refused.
    pub diagnostics: Vec<Diagnostic>,
    /// The publication date and where it comes from: the report's own, or the one its text prints.
    pub published: Option<(PartialDate, DateBasis)>,
}

/// The name and version of this reader, kept with every statement.
pub const READER: &str = concat!("rules ", env!("CARGO_PKG_VERSION"));

/// Reads a report in a language that is read; any other gives nothing and says so.
pub fn read(report: &Report) -> Reading {
    let known = report.published.map(|date| (date, report.published_basis.unwrap_or(DateBasis::Stated)));
    if !report.language.is_read() {
        let kind = DiagnosticKind::LanguageNotRead { language: report.language.code().to_owned() };
        return Reading { diagnostics: vec![Diagnostic::warning(kind)], published: known, ..Reading::default() };
    }
    let published = known.or_else(|| printed_date(report));
    let text = readable(&report.kept.text);
    let mut reading = read_analysis(Analysis::new(&report.language, text, published.map(|(date, _)| date)));
    if text.len() < report.kept.text.len() {
        reading.diagnostics.push(Diagnostic::warning(DiagnosticKind::TextTooLong { bytes: report.kept.text.len() }));
    }
    if published.is_none() {
        reading.diagnostics.push(Diagnostic::warning(DiagnosticKind::NoPublicationDate));
    }
    Reading { published, ..reading }
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
    let mut number = 0;
    for line in report.kept.text.lines() {
        number += 1;
        while lines.iter().any(|(at, _, dropped)| *at == number && *dropped) {
            number += 1;
        }
        lines.push((number, line, false));
    }
    lines.sort_by_key(|(at, _, _)| *at);
    let lines: Vec<(&str, bool)> = lines.into_iter().map(|(_, text, dropped)| (text, dropped)).collect();
    dates::publication_date(&report.language, &lines).map(|date| (date, DateBasis::Printed))
}

fn read_analysis(analysis: Analysis) -> Reading {
    let mut scene = Scene::new(analysis);
    scene.find_centers();
    let attributes = attribute::statements(&mut scene);
    scene.find_centers();
    let mut statements = attributes;
    let mut diagnostics = Vec::new();
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
            retraction::turn(&mut statements[before..]);
        }
        before = statements.len();
        statements.extend(status::statements(&scene, row, &found.events, &credits));
        statements.extend(counted.statements(&scene, row, &found.events, &credits));
        if retraction::corrects(&scene, row) {
            retraction::turn(&mut statements[before..]);
        }
        scene.follow(&statements[before..]);
        diagnostics.extend(found.refusals.iter().map(|refusal| refused(&scene, refusal)));
    }
    let listed = status::listed(&scene, &statements);
    statements.extend(listed);
    statements.extend(utterance::statements(&scene));
    Reading { statements: in_order(statements), diagnostics, published: None }
}

fn refused(scene: &Scene, refusal: &events::Refusal) -> Diagnostic {
    let span = scene.span(&refusal.words);
    let line = scene.analysis.text[..span.start].matches('\n').count() + 1;
    let kind = DiagnosticKind::EventRefused { reason: refusal.reason.to_owned() };
    Diagnostic::note(kind).at(line, scene.analysis.at(span))
}

/// By the place of their words, each said once.
fn in_order(mut statements: Vec<Statement>) -> Vec<Statement> {
    statements.sort_by(|a, b| {
        let place = |s: &Statement| (s.evidence.span().start, s.evidence.span().end);
        place(a).cmp(&place(b)).then_with(|| a.content.cmp(&b.content))
    });
    let mut seen = BTreeSet::new();
    statements.retain(|s| seen.insert(s.clone()));
    statements
}
