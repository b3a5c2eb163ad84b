//! What the sections share: columns, cells with their statements, groups of statements, who supports a row.

use std::sync::Arc;

use constancia_register::brief::{Cell, Fact, Source};

use crate::catalogue::Catalogue;
use crate::render::view::{Column, Group, Part, Row, Section, Shape, Shown};
use crate::render::{plain, words};

fn columns(keys: &[&str], catalogue: &Catalogue) -> Vec<Column> {
    keys.iter().map(|key| Column { heading: catalogue.say(key), shape: shape(key) }).collect()
}

fn shape(key: &str) -> Shape {
    match key {
        "column-reports" | "column-origins" | "column-named" | "column-gap" | "column-statements"
        | "column-warnings" | "column-entry" => Shape::Number,
        "column-date" | "column-published" | "column-announced-on" | "column-first" | "column-last" => Shape::Date,
        _ => Shape::Words,
    }
}

/// A section that is one table.
pub fn section<'a>(
    anchor: &'static str,
    keys: &[&str],
    rows: impl Iterator<Item = Row<'a>>,
    catalogue: &Catalogue,
) -> Section<'a> {
    in_parts(anchor, vec![part(None, keys, rows.collect(), catalogue)], catalogue)
}

/// A section of several tables; parts without rows are left out.
pub fn in_parts<'a>(anchor: &'static str, parts: Vec<Part<'a>>, catalogue: &Catalogue) -> Section<'a> {
    Section {
        anchor: anchor.to_owned(),
        heading: catalogue.say(&format!("section-{}", anchor)),
        explanation: catalogue.say(&format!("explanation-{}", anchor)),
        chart: None,
        parts: parts.into_iter().filter(|part| !part.rows.is_empty()).collect(),
    }
}

/// A table under a heading of its own, or right under that of its section.
pub fn part<'a>(heading: Option<String>, keys: &[&str], rows: Vec<Row<'a>>, catalogue: &Catalogue) -> Part<'a> {
    Part { heading, notes: Vec::new(), chart: None, columns: columns(keys, catalogue), rows }
}

/// A cell that rests on no statement.
pub fn bare<'a>(text: impl ToString) -> Shown<'a> {
    Shown { text: text.to_string(), sources: Vec::new() }
}

/// A cell with the statements that it rests on.
pub fn shown(text: String, sources: &[Arc<Source>]) -> Shown<'_> {
    Shown { text, sources: each(sources) }
}

/// The statements themselves.
pub fn each(sources: &[Arc<Source>]) -> Vec<&Source> {
    sources.iter().map(Arc::as_ref).collect()
}

/// A cell of the register that may be absent.
pub fn cell<'a, T>(cell: Option<&'a Cell<T>>, text: impl Fn(&T) -> String) -> Shown<'a> {
    match cell {
        Some(cell) => shown(text(&cell.value), &cell.sources),
        None => bare(words::NOTHING_SAID),
    }
}

/// Statements that say one thing.
pub fn group(label: String, sources: &[Arc<Source>]) -> Group<'_> {
    Group { label, sources: each(sources) }
}

/// Who stands behind these statements.
pub fn informants(sources: &[Arc<Source>], catalogue: &Catalogue) -> String {
    words::informants(&each(sources), catalogue)
}

/// The columns at the end of every row: who says so, in how many reports, from how many origins.
pub fn support<'a>(sources: &'a [Arc<Source>], catalogue: &Catalogue) -> [Shown<'a>; 3] {
    let (reports, origins) = words::reports_and_origins(&each(sources));
    [shown(informants(sources, catalogue), sources), bare(reports), bare(origins)]
}

/// Several things in one cell.
pub fn listed(parts: Vec<String>) -> String {
    if parts.is_empty() { words::NOTHING_SAID.to_owned() } else { parts.join("; ") }
}

/// Terms, date and place of a fact.
pub fn circumstances<'a>(fact: &'a Fact, catalogue: &Catalogue) -> [Shown<'a>; 3] {
    [
        all_terms(fact, catalogue),
        cell(fact.date.as_ref(), ToString::to_string),
        cell(fact.place.as_ref(), |place| plain::line(place)),
    ]
}

/// Released is not free: terms that are given together are shown together.
fn all_terms<'a>(fact: &'a Fact, catalogue: &Catalogue) -> Shown<'a> {
    let texts = fact.terms.iter().map(|cell| words::terms(&cell.value, catalogue)).collect();
    Shown { text: listed(texts), sources: fact.terms.iter().flat_map(|cell| each(&cell.sources)).collect() }
}

/// A fact with all that it rests on: also what only its date, place or terms rest on.
pub fn fact_group<'a>(fact: &'a Fact, catalogue: &Catalogue) -> Group<'a> {
    let mut sources = each(&fact.sources);
    let details = [
        fact.date.as_ref().map(|cell| &cell.sources),
        fact.place.as_ref().map(|cell| &cell.sources),
        fact.by.as_ref().map(|cell| &cell.sources),
        fact.accusation.as_ref().map(|cell| &cell.sources),
    ];
    let terms = fact.terms.iter().map(|cell| &cell.sources);
    for source in terms.chain(details.into_iter().flatten()).flat_map(|more| each(more)) {
        if !sources.iter().any(|known| known.statement == source.statement) {
            sources.push(source);
        }
    }
    Group { label: words::fact(fact, catalogue), sources }
}
