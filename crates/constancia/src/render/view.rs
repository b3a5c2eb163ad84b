//! What a brief shows, before it is laid out: sections of rows, each cell with the statements that it rests on.
//!
//! Knows the language of the user and the shapes of the brief; knows nothing of terminals, Markdown or HTML.

mod announced;
mod cells;
mod contradictions;
mod counted;
mod person;
mod persons;
mod reports;
mod tallies;

use constancia_register::brief::{Brief, Source};

use crate::catalogue::Catalogue;
use crate::render::chart::Chart;
pub use person::{Known, person};

/// A document: a title, lines under it, sections.
pub struct Page<'a> {
    /// The title.
    pub title: String,
    /// What stands under the title.
    pub summary: Vec<String>,
    /// The parts.
    pub sections: Vec<Section<'a>>,
}

/// Tables of one kind under a heading.
pub struct Section<'a> {
    /// Its name within the document, the same in every language.
    pub anchor: String,
    /// Its heading.
    pub heading: String,
    /// What it shows, in a sentence.
    pub explanation: String,
    /// A picture of all of it, where a layout can draw.
    pub chart: Option<Chart>,
    /// The tables; when there are none, `explanation` is followed by a line that says so.
    pub parts: Vec<Part<'a>>,
}

/// A table, with what belongs to it.
pub struct Part<'a> {
    /// Its own heading; absent where the section has one table.
    pub heading: Option<String>,
    /// What stands under the heading.
    pub notes: Vec<String>,
    /// The same as a picture, where a layout can draw.
    pub chart: Option<Chart>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, at least one.
    pub rows: Vec<Row<'a>>,
}

impl Section<'_> {
    /// How many things it shows: its tables where it has several, else the rows of the one.
    pub fn size(&self) -> usize {
        let headed = self.parts.iter().any(|part| part.heading.is_some());
        if headed { self.parts.len() } else { self.parts.iter().map(|part| part.rows.len()).sum() }
    }
}

/// A column of a table.
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// What its cells hold.
    pub shape: Shape,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Words, which may be broken into lines.
    Words,
    /// Numbers alone.
    Number,
    /// Dates, which stay in one line.
    Date,
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

/// The whole brief; `charts` adds the courses of the numbers.
pub fn brief<'a>(brief: &'a Brief, charts: bool, catalogue: &Catalogue) -> Page<'a> {
    let mut sections = vec![
        announced::announced(brief, catalogue),
        announced::followed(brief, catalogue),
        counted::counted(brief, catalogue),
        persons::named(brief, catalogue),
        persons::held(brief, catalogue),
        contradictions::open(&brief.contradictions, catalogue),
        tallies::gap(brief, catalogue),
    ];
    if charts {
        sections.push(tallies::series(brief, catalogue));
    }
    sections.push(reports::reports(brief, catalogue));
    Page { title: catalogue.say("brief-title"), summary: summary(brief, catalogue), sections }
}

fn summary(brief: &Brief, catalogue: &Catalogue) -> Vec<String> {
    let mut lines = as_of(brief, catalogue);
    lines.push(catalogue.fill(
        "brief-summary",
        &[
            ("reports", brief.reports.len().into()),
            ("origins", brief.origins.into()),
            ("persons", brief.persons.len().into()),
        ],
    ));
    let warnings = brief.reports.iter().map(|report| report.warnings).sum::<usize>();
    if warnings > 0 {
        lines.push(catalogue.fill("brief-warnings", &[("count", warnings.into())]));
    }
    lines
}

/// The day, where it is not today.
fn as_of(brief: &Brief, catalogue: &Catalogue) -> Vec<String> {
    let line = brief.as_of.map(|day| catalogue.fill("page-as-of", &[("date", day.to_string().into())]));
    line.into_iter().collect()
}

/// The numbers that somebody gave, their course, and the gap to the names.
pub fn tally<'a>(brief: &'a Brief, catalogue: &Catalogue) -> Page<'a> {
    let sections = vec![
        announced::announced(brief, catalogue),
        announced::followed(brief, catalogue),
        counted::counted(brief, catalogue),
        tallies::gap(brief, catalogue),
        tallies::series(brief, catalogue),
    ];
    Page { title: catalogue.say("tally-title"), summary: as_of(brief, catalogue), sections }
}

/// What cannot all be so, and what was settled; `all` adds what time explains.
pub fn contradictions<'a>(brief: &'a Brief, all: bool, catalogue: &Catalogue) -> Page<'a> {
    let found = &brief.contradictions;
    let mut sections = vec![contradictions::open(found, catalogue), contradictions::settled(found, catalogue)];
    let explained = contradictions::explained(found, catalogue);
    let mut summary = as_of(brief, catalogue);
    if all {
        sections.push(explained);
    } else if !explained.parts.is_empty() {
        summary.push(catalogue.fill("explained-too", &[("count", explained.parts.len().into())]));
    }
    Page { title: catalogue.say("contradictions-title"), summary, sections }
}
