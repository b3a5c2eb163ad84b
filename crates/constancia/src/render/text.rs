//! A page as text for a terminal: columns where there is room, else one record under another.
//!
//! Writes no colours and no control codes, so that what is piped or saved is what was seen.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width};

use crate::catalogue::Catalogue;
use crate::render::view::{Page, Row, Section};

/// Below this many columns a table has no room: its rows become records.
const NARROW: u16 = 80;

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
        text += &part(section, width, words, catalogue);
    }
    text
}

/// A heading with a line under it.
pub fn underlined(heading: &str, mark: &str, width: u16) -> String {
    wrapped(heading, width, "") + &mark.repeat(heading.chars().count().min(usize::from(width))) + "\n"
}

fn part(section: &Section, width: u16, words: bool, catalogue: &Catalogue) -> String {
    let mut text = format!("\n{}", underlined(&section.heading, "-", width));
    text += &wrapped(&section.explanation, width, "");
    if section.rows.is_empty() {
        return text + &wrapped(&catalogue.say("nothing-here"), width, "  ");
    }
    text.push('\n');
    text += &if width < NARROW { records(section, width) } else { table(section, width) };
    if words {
        text += &words_behind(section, width, catalogue);
    }
    text
}

fn table(section: &Section, width: u16) -> String {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    table.set_header(section.columns.iter().map(|column| column.heading.clone()));
    for row in &section.rows {
        table.add_row(row.cells.iter().map(|cell| cell.text.clone()));
    }
    for (place, _) in section.columns.iter().enumerate().filter(|(_, column)| column.numeric) {
        if let Some(shaped) = table.column_mut(place) {
            shaped.set_cell_alignment(CellAlignment::Right);
        }
    }
    for (column, room) in table.column_iter_mut().zip(rooms(section, width)) {
        column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(room)));
    }
    table.trim_fmt() + "\n"
}

/// How wide each column must be at least so that words stay whole: as far as the whole table still fits, the longest
/// words are cut first.
fn rooms(section: &Section, width: u16) -> Vec<u16> {
    let longest: Vec<usize> = (0..section.columns.len()).map(|place| longest_word(section, place)).collect();
    let capped = |cap: usize| longest.iter().map(move |length| (*length).min(cap) + 2);
    let cap = (4..=30).rev().find(|cap| capped(*cap).sum::<usize>() <= usize::from(width)).unwrap_or(1);
    capped(cap).map(|room| room as u16).collect()
}

fn longest_word(section: &Section, place: usize) -> usize {
    let texts = section.rows.iter().filter_map(|row| row.cells.get(place)).map(|cell| cell.text.as_str());
    let words = texts.chain([section.columns[place].heading.as_str()]).flat_map(str::split_whitespace);
    words.map(|word| word.chars().count()).max().unwrap_or_default()
}

fn records(section: &Section, width: u16) -> String {
    section.rows.iter().map(|row| record(section, row, width) + "\n").collect()
}

fn record(section: &Section, row: &Row, width: u16) -> String {
    let pairs = section.columns.iter().zip(&row.cells);
    pairs.map(|(column, cell)| wrapped(&format!("{}: {}", column.heading, cell.text), width, "  ")).collect()
}

fn words_behind(section: &Section, width: u16, catalogue: &Catalogue) -> String {
    let mut text = String::new();
    for group in section.rows.iter().flat_map(|row| &row.groups) {
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
