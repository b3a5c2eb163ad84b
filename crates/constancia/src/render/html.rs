//! A brief as one page that needs nothing else: no script, no font, no picture, no network.
//!
//! Every cell is a link to the words that it rests on, which open under its row with the words lit up in their
//! sentence. Without a style sheet, in an old browser and on paper all words are shown.

use std::collections::BTreeMap;

use constancia_model::ReportId;
use constancia_register::brief::{Brief, Source};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::catalogue::Catalogue;
use crate::render::marked;
use crate::render::view::{Group, Page, Row, Section, Shown};

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

/// The page of this brief.
pub fn page(page: &Page, brief: &Brief, catalogue: &Catalogue) -> String {
    let languages = brief.reports.iter().map(|report| (&report.id, report.language.code())).collect();
    let writer = Writer { catalogue, languages };
    let mut known = BTreeMap::new();
    html! {
        (DOCTYPE)
        html lang=(catalogue.tongue().code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (page.title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#content" { (catalogue.say("page-skip")) }
                header {
                    h1 { (page.title) }
                    @for line in &page.summary { p { (line) } }
                    p.hint { (catalogue.say("page-hint")) }
                    (contents(page, catalogue))
                }
                main id="content" tabindex="-1" {
                    @for section in &page.sections { (writer.section(section, &mut known)) }
                }
            }
        }
    }
    .into_string()
}

fn contents(page: &Page, catalogue: &Catalogue) -> Markup {
    html! {
        nav aria-label=(catalogue.say("page-contents")) {
            ul { @for section in &page.sections {
                li { a href={ "#" (section.anchor) } { (section.heading) } " (" (section.rows.len()) ")" }
            } }
        }
    }
}

impl Writer<'_> {
    fn section(&self, section: &Section, known: &mut BTreeMap<Vec<String>, String>) -> Markup {
        html! {
            section aria-labelledby=(section.anchor) {
                h2 id=(section.anchor) { (section.heading) }
                @if section.rows.is_empty() {
                    p { (section.explanation) }
                    p.none { (self.catalogue.say("nothing-here")) }
                } @else {
                    table role="table" {
                        caption { (section.explanation) }
                        thead role="rowgroup" { tr role="row" { @for column in &section.columns {
                            th scope="col" role="columnheader" class=[column.numeric.then_some("number")] { (column.heading) }
                        } } }
                        tbody role="rowgroup" { @for (number, row) in section.rows.iter().enumerate() {
                            (self.row(section, row, number + 1, known))
                        } }
                    }
                }
            }
        }
    }

    fn row(&self, section: &Section, row: &Row, number: usize, known: &mut BTreeMap<Vec<String>, String>) -> Markup {
        let name = format!("{}-{number}", section.anchor);
        let statements: Vec<String> = behind(row).map(|source| source.statement.clone()).collect();
        let elsewhere = known.get(&statements).cloned();
        let place = Place { name: elsewhere.clone().unwrap_or(name.clone()), numbers: numbers(row) };
        if elsewhere.is_none() && !statements.is_empty() {
            known.insert(statements.clone(), name.clone());
        }
        html! {
            tr role="row" id={ (name) "-row" } {
                @for (cell, column) in row.cells.iter().zip(&section.columns) {
                    @if std::ptr::eq(cell, &row.cells[0]) {
                        th scope="row" role="rowheader" data-label=(column.heading) { (value(cell, &place)) }
                    } @else {
                        td role="cell" data-label=(column.heading) class=[column.numeric.then_some("number")] {
                            (value(cell, &place))
                        }
                    }
                }
            }
            @if elsewhere.is_none() && !statements.is_empty() { (self.words(row, &name, section.columns.len())) }
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
