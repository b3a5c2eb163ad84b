//! A page as text for a terminal: columns where words stay whole in them, else one record under another.
//!
//! Writes no colours and no control codes, so that what is piped or saved is what was seen.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width};

use crate::catalogue::Catalogue;
use crate::render::view::{Page, Part, Row, Section, Shape, Shown};

/// Words of so many letters stay whole in a table; where there is no room for that, its rows become records.
const WHOLE: usize = 13;

/// What stands between the parts of a record.
const BETWEEN: &str = " · ";

/// The width of the terminal that standard output is, the `COLUMNS` of the environment, or 100.
pub fn width() -> u16 {
    let terminal = terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| width.0);
    let stated = || std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    terminal.or_else(stated).unwrap_or(100).clamp(20, 180)
}

/// The page, at most `width` columns wide. `words` adds the words behind each row.
pub fn page(page: &Page, width: u16, words: bool, catalogue: &Catalogue) -> String {
    let mut text = underlined(&page.title, "=", width);
    for line in &page.summary {
        text += &wrapped(line, width, "");
    }
    for section in &page.sections {
        text += &shown(section, width, words, catalogue);
    }
    text
}

/// A heading with a line under it.
pub fn underlined(heading: &str, mark: &str, width: u16) -> String {
    wrapped(heading, width, "") + &mark.repeat(heading.chars().count().min(usize::from(width))) + "\n"
}

fn shown(section: &Section, width: u16, words: bool, catalogue: &Catalogue) -> String {
    let mut text = format!("\n{}", underlined(&section.heading, "-", width));
    text += &wrapped(&section.explanation, width, "");
    if section.parts.is_empty() {
        return text + &wrapped(&catalogue.say("nothing-here"), width, "  ");
    }
    for part in &section.parts {
        text += &part_shown(part, width, words, catalogue);
    }
    text
}

fn part_shown(part: &Part, width: u16, words: bool, catalogue: &Catalogue) -> String {
    let mut text = "\n".to_owned();
    if let Some(heading) = &part.heading {
        text += &wrapped(heading, width, "");
    }
    for note in &part.notes {
        text += &wrapped(note, width, "  ");
    }
    text += &if has_room(part, width) { table(part, width) } else { records(part, width) };
    if words {
        text += &words_behind(part, width, catalogue);
    }
    text
}

fn table(part: &Part, width: u16) -> String {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    table.set_header(part.columns.iter().map(|column| column.heading.clone()));
    for row in &part.rows {
        table.add_row(row.cells.iter().map(|cell| cell.text.clone()));
    }
    for (place, _) in part.columns.iter().enumerate().filter(|(_, column)| column.shape == Shape::Number) {
        if let Some(shaped) = table.column_mut(place) {
            shaped.set_cell_alignment(CellAlignment::Right);
        }
    }
    for (column, room) in table.column_iter_mut().zip(rooms(part, width)) {
        column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(room)));
    }
    table.trim_fmt() + "\n"
}

/// Whether all columns fit side by side without cutting a word.
fn has_room(part: &Part, width: u16) -> bool {
    widths(part, WHOLE).sum::<usize>() <= usize::from(width)
}

/// How wide each column must be at least for its longest word, up to so many letters.
fn widths(part: &Part, letters: usize) -> impl Iterator<Item = usize> {
    (0..part.columns.len()).map(move |place| longest_word(part, place).min(letters) + 2)
}

/// The least width of each column such that words stay whole, as far as the whole table still fits.
fn rooms(part: &Part, width: u16) -> Vec<u16> {
    let fits = |letters: &usize| widths(part, *letters).sum::<usize>() <= usize::from(width);
    let letters = (4..=30).rev().find(fits).unwrap_or(1);
    widths(part, letters).map(|room| room as u16).collect()
}

fn longest_word(part: &Part, place: usize) -> usize {
    let texts = part.rows.iter().filter_map(|row| row.cells.get(place)).map(|cell| cell.text.as_str());
    let words = texts.chain([part.columns[place].heading.as_str()]).flat_map(str::split_whitespace);
    words.map(|word| word.chars().count()).max().unwrap_or_default()
}

fn records(part: &Part, width: u16) -> String {
    part.rows.iter().map(|row| record(part, row, width)).collect()
}

/// The first cell, then under it what the others say, each with the name of its column.
fn record(part: &Part, row: &Row, width: u16) -> String {
    let said = |cell: &Shown| cell.text != super::words::NOTHING_SAID;
    let mut pairs = part.columns.iter().zip(&row.cells);
    let first = pairs.next().map(|(column, cell)| wrapped(&format!("{}: {}", column.heading, cell.text), width, "  "));
    let rest = pairs.filter(|(_, cell)| said(cell)).map(|(column, cell)| format!("{}: {}", column.heading, cell.text));
    first.unwrap_or_default() + &wrapped(&rest.collect::<Vec<_>>().join(BETWEEN), width, "    ")
}

fn words_behind(part: &Part, width: u16, catalogue: &Catalogue) -> String {
    let mut text = String::new();
    for group in part.rows.iter().flat_map(|row| &row.groups) {
        text += &format!("\n{}", wrapped(&group.label, width, ""));
        for source in &group.sources {
            text += &wrapped(&super::marked::heading(source, catalogue), width, "  ");
            text += &wrapped(&super::marked::sentence(source, "⟦", "⟧"), width, "    ");
        }
    }
    text
}

/// `line` broken at white space so that it fits, each piece behind `indent`, the first as well; longer words stay whole.
pub fn wrapped(line: &str, width: u16, indent: &str) -> String {
    let room = usize::from(width).saturating_sub(indent.chars().count()).max(1);
    let mut text = String::new();
    let mut used = 0;
    for word in line.split_whitespace() {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > room {
            text.push('\n');
            used = 0;
        }
        text += if used == 0 { indent } else { " " };
        text += word;
        used += length + usize::from(used > 0);
    }
    text + "\n"
}
