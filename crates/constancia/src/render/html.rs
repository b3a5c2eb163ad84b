//! A brief as one page that needs nothing else: no script, no font, no picture, no network.
//!
//! Every cell is a link to the words that it rests on, which open under its row with the words lit up in their
//! sentence. Without a style sheet, in an old browser and on paper all words are shown.

use std::collections::BTreeMap;

use constancia_model::ReportId;
use constancia_register::brief::{ReportLine, Source};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::catalogue::Catalogue;
use crate::render::marked;
use crate::render::view::{Group, Page, Part, Row, Section, Shape, Shown};

const STYLE: &str = include_str!("brief.css");

/// Where a row's words stand: the name of the place and the number of each statement in it.
struct Place {
    name: String,
    numbers: BTreeMap<String, usize>,
}

/// What is needed to write any part of the page.
struct Writer<'a> {
    catalogue: &'a Catalogue,
    languages: BTreeMap<&'a ReportId, &'a str>,
}

/// Pages of one kind as one document; `reports` say in which language words are.
pub fn document(pages: &[Page], reports: &[ReportLine], catalogue: &Catalogue) -> String {
    let languages = reports.iter().map(|report| (&report.id, report.language.code())).collect();
    let writer = Writer { catalogue, languages };
    let title = pages.first().map(|page| page.title.as_str()).unwrap_or_default();
    html! {
        (DOCTYPE)
        html lang=(catalogue.tongue().code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#content" { (catalogue.say("page-skip")) }
                main id="content" tabindex="-1" {
                    @for (page, number) in pages.iter().zip(1..) { (writer.page(page, number)) }
                }
            }
        }
    }
    .into_string()
}

/// The name of a place within its page; the first page's names carry no number.
fn anchor(section: &Section, page: usize) -> String {
    if page == 1 { section.anchor.clone() } else { format!("{}-of-{page}", section.anchor) }
}

fn class(shape: Shape) -> Option<&'static str> {
    match shape {
        Shape::Words => None,
        Shape::Number => Some("number"),
        Shape::Date => Some("date"),
    }
}

fn contents(page: &Page, number: usize, catalogue: &Catalogue) -> Markup {
    html! {
        nav aria-label=(catalogue.say("page-contents")) {
            ul { @for section in &page.sections {
                li { a href={ "#" (anchor(section, number)) } { (section.heading) } " (" (section.size()) ")" }
            } }
        }
    }
}

impl Writer<'_> {
    fn page(&self, page: &Page, number: usize) -> Markup {
        let mut known = BTreeMap::new();
        html! {
            header {
                h1 { (page.title) }
                @for line in &page.summary { p { (line) } }
                @if number == 1 { p.hint { (self.catalogue.say("page-hint")) } }
                (contents(page, number, self.catalogue))
            }
            @for section in &page.sections { (self.section(section, &anchor(section, number), &mut known)) }
        }
    }

    fn section(&self, section: &Section, anchor: &str, known: &mut BTreeMap<Vec<String>, String>) -> Markup {
        let firsts = section.parts.iter().scan(1, |next, part| {
            let first = *next;
            *next += part.rows.len();
            Some(first)
        });
        html! {
            section aria-labelledby=(anchor) {
                h2 id=(anchor) { (section.heading) }
                p.explanation { (section.explanation) }
                @if let Some(chart) = &section.chart { (chart.drawn()) }
                @if section.parts.is_empty() { p.none { (self.catalogue.say("nothing-here")) } }
                @for (part, first) in section.parts.iter().zip(firsts) { (self.part(part, anchor, first, known)) }
            }
        }
    }

    fn part(&self, part: &Part, anchor: &str, first: usize, known: &mut BTreeMap<Vec<String>, String>) -> Markup {
        let name = |number: usize| format!("{anchor}-{number}");
        let label = part.heading.as_ref().map(|_| format!("{}-head", name(first)));
        html! {
            @if let Some((heading, id)) = part.heading.as_ref().zip(label.as_ref()) { h3 id=(id) { (heading) } }
            @for note in &part.notes { p.note { (note) } }
            @if let Some(chart) = &part.chart { (chart.drawn()) }
            table role="table" aria-labelledby=(label.as_deref().unwrap_or(anchor)) {
                thead role="rowgroup" { tr role="row" { @for column in &part.columns {
                    th scope="col" role="columnheader" class=[class(column.shape)] { (column.heading) }
                } } }
                tbody role="rowgroup" { @for (row, number) in part.rows.iter().zip(first..) {
                    (self.row(part, row, name(number), known))
                } }
            }
        }
    }

    fn row(&self, part: &Part, row: &Row, name: String, known: &mut BTreeMap<Vec<String>, String>) -> Markup {
        let statements: Vec<String> = behind(row).map(|source| source.statement.clone()).collect();
        let elsewhere = known.get(&statements).cloned();
        let place = Place { name: elsewhere.clone().unwrap_or(name.clone()), numbers: numbers(row) };
        if elsewhere.is_none() && !statements.is_empty() {
            known.insert(statements.clone(), name.clone());
        }
        html! {
            tr role="row" id={ (name) "-row" } {
                @for (cell, column) in row.cells.iter().zip(&part.columns) {
                    @if std::ptr::eq(cell, &row.cells[0]) {
                        th scope="row" role="rowheader" data-label=(column.heading) class=[class(column.shape)] { (value(cell, &place)) }
                    } @else {
                        td role="cell" data-label=(column.heading) class=[class(column.shape)] {
                            (value(cell, &place))
                        }
                    }
                }
            }
            @if elsewhere.is_none() && !statements.is_empty() { (self.words(row, &name, part.columns.len())) }
        }
    }

    fn words(&self, row: &Row, name: &str, columns: usize) -> Markup {
        html! {
            tr.words role="row" id=(name) { td role="cell" colspan=(columns) {
                @for (first, group) in numbered(row) {
                    p.label { (group.label) }
                    ul { @for (source, number) in group.sources.iter().zip(first..) {
                        li id={ (name) "-" (number) } { (self.source(source)) }
                    } }
                }
                p.close { a href={ "#" (name) "-row" } { (self.catalogue.say("page-close")) } }
            } }
        }
    }

    fn source(&self, source: &Source) -> Markup {
        let (before, lit, after) = marked::parts(source);
        let language = self.languages.get(&source.report).copied();
        html! {
            span.source { (marked::heading(source, self.catalogue)) }
            " "
            q lang=[language] { (before) mark { (lit) } (after) }
        }
    }
}

/// The groups of a row, each with the number of its first statement, counted from 1 through the row.
fn numbered<'a>(row: &'a Row) -> impl Iterator<Item = (usize, &'a Group<'a>)> {
    row.groups.iter().scan(1, |next, group| {
        let first = *next;
        *next += group.sources.len();
        Some((first, group))
    })
}

fn behind<'a>(row: &'a Row) -> impl Iterator<Item = &'a Source> {
    row.groups.iter().flat_map(|group| group.sources.iter().copied())
}

/// The number of each statement among the words of its row; the first where it stands there twice.
fn numbers(row: &Row) -> BTreeMap<String, usize> {
    let mut numbers = BTreeMap::new();
    for (place, source) in behind(row).enumerate() {
        numbers.entry(source.statement.clone()).or_insert(place + 1);
    }
    numbers
}

/// A cell: a link to its words, all of the row's or its own first, with a link for each further one.
fn value(cell: &Shown, place: &Place) -> Markup {
    let mut own: Vec<usize> =
        cell.sources.iter().filter_map(|source| place.numbers.get(&source.statement).copied()).collect();
    own.sort_unstable();
    own.dedup();
    let name = &place.name;
    match own.as_slice() {
        [] => html! { (cell.text) },
        all if all.len() == place.numbers.len() => html! { a href={ "#" (name) } { (cell.text) } },
        [first, rest @ ..] => html! {
            a href={ "#" (name) "-" (first) } { (cell.text) }
            @for number in rest { " " a.more href={ "#" (name) "-" (number) } { "[" (number) "]" } }
        },
    }
}
