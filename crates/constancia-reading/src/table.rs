//! Tables and records: lines cut by bars or tabs under a line of column names, and lines of "Label: value".
//!
//! A column says what its cells mean: the person, the day of arrest, the place, the status, the sentence. A table that
//! has no column of custody says nothing.

use std::ops::Range;

use constancia_language::Block;
use constancia_model::{Status, Terms};

use crate::explanation::{Rule, Way};
use crate::fate::{self, Fate};
use crate::listing::Listed;
use crate::roster::PersonId;
use crate::scene::Scene;

/// What the tables of a report say of the persons in them.
pub fn listed(scene: &Scene) -> Vec<Listed> {
    let mut found = Vec::new();
    let mut columns: Vec<Option<String>> = Vec::new();
    for block in &scene.analysis.blocks {
        let cells = cells(scene, block);
        let named = header(scene, &cells);
        if cells.len() < 2 {
            columns.clear();
        } else if is_header(&named) {
            columns = named;
        } else if !columns.is_empty() {
            let record = columns.iter().zip(cells).filter_map(|(column, cell)| Some((column.clone()?, cell?)));
            found.extend(read(scene, &record.collect::<Vec<_>>()));
        }
    }
    found.extend(records(scene));
    found
}

type Cell = Option<Range<usize>>;

/// The cells of a line; none where it has no bars or tabs, an empty one where nothing is spelled.
fn cells(scene: &Scene, block: &Block) -> Vec<Cell> {
    let line = scene.analysis.at(block.span);
    if !line.contains(['|', '\t']) {
        return Vec::new();
    }
    let edge = usize::from(line.starts_with('|'));
    let mut start = block.span.start + edge;
    let inner = line[edge..].trim_end_matches('|');
    let parts = inner.split(['|', '\t']).map(|part| {
        let own = start..start + part.len();
        start = own.end + 1;
        words(scene, block, &own)
    });
    parts.collect()
}

/// The words of a block that lie in these bytes.
fn words(scene: &Scene, block: &Block, bytes: &Range<usize>) -> Cell {
    let inside = |w: &usize| {
        let span = scene.analysis.words[*w].span;
        span.start >= bytes.start && span.end <= bytes.end && scene.lower(*w).starts_with(char::is_alphanumeric)
    };
    let first = block.tokens.clone().find(inside)?;
    let last = block.tokens.clone().rfind(inside)?;
    Some(first..last + 1)
}

/// What each cell means as the name of a column.
fn header(scene: &Scene, cells: &[Cell]) -> Vec<Option<String>> {
    cells.iter().map(|cell| column(scene, &scene.text(cell.as_ref()?).to_lowercase())).collect()
}

fn column(scene: &Scene, label: &str) -> Option<String> {
    let columns = &scene.words.columns;
    columns.iter().find(|(_, labels)| labels.contains(label)).map(|(name, _)| name.clone())
}

/// Column names of persons in custody: a name, and something that only custody has.
fn is_header(columns: &[Option<String>]) -> bool {
    let has = |name: &str| columns.iter().flatten().any(|column| column == name);
    has("name") && ["arrested", "custody", "status", "sentence", "released"].iter().any(|column| has(column))
}

/// "Name: A. Status: in prison. Place: B": labels and what stands behind each, up to the next name.
fn records(scene: &Scene) -> Vec<Listed> {
    let mut found = Vec::new();
    let mut record: Vec<(String, Range<usize>)> = Vec::new();
    for block in &scene.analysis.blocks {
        let fields = fields(scene, block);
        for (label, value) in &fields {
            if label == "name" {
                found.extend(read(scene, &std::mem::take(&mut record)));
            }
            record.push((label.clone(), value.clone()));
        }
        if fields.is_empty() {
            found.extend(read(scene, &std::mem::take(&mut record)));
        }
    }
    found.extend(read(scene, &record));
    found
}

/// The labelled values of a line.
fn fields(scene: &Scene, block: &Block) -> Vec<(String, Range<usize>)> {
    let colons: Vec<usize> = block.tokens.clone().filter(|&w| scene.lower(w) == ":").collect();
    let label = |colon: usize| {
        let starts = (block.tokens.start.max(colon.saturating_sub(3))..colon).filter(|&w| opens(scene, block, w));
        starts.filter_map(|start| Some((column(scene, &scene.text(&(start..colon)).to_lowercase())?, start))).next()
    };
    let labels: Vec<(usize, String, usize)> =
        colons.into_iter().filter_map(|colon| label(colon).map(|(name, start)| (colon, name, start))).collect();
    let ends = labels.iter().skip(1).map(|(_, _, start)| *start).chain([block.tokens.end]);
    let spelled = |words: Range<usize>| {
        let end = words.clone().rfind(|&w| scene.lower(w).starts_with(char::is_alphanumeric))?;
        Some(words.start..end + 1)
    };
    let values = labels.iter().zip(ends);
    values.filter_map(|((colon, name, _), end)| Some((name.clone(), spelled(colon + 1..end)?))).collect()
}

/// Whether a label may begin at this word: at the start of the line or behind a mark.
fn opens(scene: &Scene, block: &Block, word: usize) -> bool {
    word == block.tokens.start || !scene.lower(word - 1).starts_with(char::is_alphanumeric)
}

/// What one line of a table or one record says.
fn read(scene: &Scene, record: &[(String, Range<usize>)]) -> Vec<Listed> {
    let cell = |name: &str| record.iter().find(|(column, _)| column == name).map(|(_, words)| words.clone());
    let columns: Vec<Option<String>> = record.iter().map(|(column, _)| Some(column.clone())).collect();
    let Some((person, name)) = cell("name").and_then(|words| person(scene, &words)).filter(|_| is_header(&columns))
    else {
        return Vec::new();
    };
    let mut fates: Vec<(Fate, Range<usize>)> = Vec::new();
    fates.extend(dated(scene, cell("arrested"), Status::Detained));
    fates.extend(dated(scene, cell("released"), Status::Released));
    fates.extend(sentence(scene, cell("sentence")));
    fates.extend(standing(scene, cell("status"), cell("custody").or_else(|| cell("place"))));
    let evidence = |words: &Range<usize>| name.start.min(words.start)..name.end.max(words.end);
    let listed = |(fate, said): (Fate, Range<usize>)| {
        let words = evidence(&said);
        Listed { person, fate, words, said, rule: Rule::Heading, way: Way::HeadingAbove }
    };
    fates.into_iter().map(listed).collect()
}

fn person(scene: &Scene, words: &Range<usize>) -> Option<(PersonId, Range<usize>)> {
    let mention = scene.roster.mentions_in(words).first()?;
    Some((mention.person, mention.words.clone()))
}

fn dated(scene: &Scene, cell: Cell, status: Status) -> Option<(Fate, Range<usize>)> {
    let words = cell?;
    let date = fate::date(scene, &words)?;
    Some((Fate { status, date: Some(date), place: None, terms: None }, words))
}

fn sentence(scene: &Scene, cell: Cell) -> Option<(Fate, Range<usize>)> {
    let words = cell?;
    let range = scene.span(&words);
    let length = scene.analysis.durations.iter().find(|d| range.contains(d.span) && d.days >= 28)?;
    let terms = Some(Terms::AsSaid(scene.analysis.at(length.span).to_owned()));
    Some((Fate { status: Status::Convicted, date: None, place: None, terms }, words))
}

/// The cell of the status with the place of custody, or either by itself.
fn standing(scene: &Scene, status: Cell, place: Cell) -> Option<(Fate, Range<usize>)> {
    let told = status.as_ref().and_then(|words| fate::of(scene, words));
    let Some(fate) = told else {
        let words = place.filter(|_| status.is_none())?;
        let told = fate::of(scene, &words);
        let held = || Fate { status: Status::Held, date: None, place: Some(scene.text(&words)), terms: None };
        return Some((told.unwrap_or_else(held), words));
    };
    let words = status?;
    let at = place.map(|words| scene.text(&words));
    Some((Fate { place: fate.place.clone().or(at), ..fate }, words))
}
