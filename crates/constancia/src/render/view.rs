//! What a brief shows, before it is laid out: sections of rows, each cell with the statements that it rests on.
//!
//! Knows the language of the user and the shapes of the brief; knows nothing of terminals, Markdown or HTML.

mod sections;

use constancia_register::brief::{Brief, PersonLine, Source};

use crate::catalogue::Catalogue;
use crate::render::words;

/// A document: a title, lines under it, sections.
pub struct Page<'a> {
    /// The title.
    pub title: String,
    /// What stands under the title.
    pub summary: Vec<String>,
    /// The parts.
    pub sections: Vec<Section<'a>>,
}

/// A table with a heading.
pub struct Section<'a> {
    /// Its name within the document, the same in every language.
    pub anchor: &'static str,
    /// Its heading.
    pub heading: String,
    /// What it shows, in a sentence.
    pub explanation: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; when there are none, `explanation` is followed by a line that says so.
    pub rows: Vec<Row<'a>>,
}

/// A column of a table.
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Whether it holds numbers alone.
    pub numeric: bool,
}

/// A row of a table with everything that it rests on.
pub struct Row<'a> {
    /// A cell for each column.
    pub cells: Vec<Shown<'a>>,
    /// The statements behind the row.
    pub groups: Vec<Group<'a>>,
}

/// A cell as it is shown.
pub struct Shown<'a> {
    /// Its text.
    pub text: String,
    /// The statements behind it; none where the cell is counted or comes from no statement.
    pub sources: Vec<&'a Source>,
}

/// Statements that say one thing.
pub struct Group<'a> {
    /// What they say.
    pub label: String,
    /// The statements.
    pub sources: Vec<&'a Source>,
}

/// The whole brief.
pub fn brief<'a>(brief: &'a Brief, catalogue: &Catalogue) -> Page<'a> {
    let warnings = brief.reports.iter().map(|report| report.warnings).sum::<usize>();
    let mut summary = vec![catalogue.fill(
        "brief-summary",
        &[
            ("reports", brief.reports.len().into()),
            ("origins", brief.origins.into()),
            ("persons", brief.persons.len().into()),
        ],
    )];
    if warnings > 0 {
        summary.push(catalogue.fill("brief-warnings", &[("count", warnings.into())]));
    }
    Page {
        title: catalogue.say("brief-title"),
        summary,
        sections: vec![
            sections::announced(brief, catalogue),
            sections::counted(brief, catalogue),
            sections::named(brief, catalogue),
            sections::held(brief, catalogue),
            sections::contradictions(brief, catalogue),
            sections::gap(brief, catalogue),
            sections::reports(brief, catalogue),
        ],
    }
}

/// The numbers that somebody gave and the gap to the names.
pub fn tally<'a>(brief: &'a Brief, catalogue: &Catalogue) -> Page<'a> {
    let sections = vec![
        sections::announced(brief, catalogue),
        sections::counted(brief, catalogue),
        sections::gap(brief, catalogue),
    ];
    Page { title: catalogue.say("tally-title"), summary: Vec::new(), sections }
}

/// What cannot all be so.
pub fn contradictions<'a>(brief: &'a Brief, catalogue: &Catalogue) -> Page<'a> {
    let sections = vec![sections::contradictions(brief, catalogue)];
    Page { title: catalogue.say("contradictions-title"), summary: Vec::new(), sections }
}

/// One person, with everything that happened to her and the words that say it.
pub fn person<'a>(person: &'a PersonLine, catalogue: &Catalogue) -> Page<'a> {
    let mut summary = Vec::new();
    if !person.other_names.is_empty() {
        summary.push(catalogue.fill("also-named", &[("names", sections::other_names(person).into())]));
    }
    summary.push(catalogue.fill(
        "person-summary",
        &[
            ("reports", person.reports.into()),
            ("origins", person.origins.into()),
            ("today", words::fact(&person.today, catalogue).into()),
        ],
    ));
    Page {
        title: crate::render::plain::line(&person.name),
        summary,
        sections: vec![sections::timeline(person, catalogue), sections::attributes(person, catalogue)],
    }
}
