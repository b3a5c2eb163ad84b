//! A page as Markdown: tables that any reader of Markdown shows, words of reports escaped.

use crate::catalogue::Catalogue;
use crate::render::view::{Page, Part, Section, Shape};

/// The page in Markdown.
pub fn page(page: &Page, catalogue: &Catalogue) -> String {
    let mut text = format!("# {}\n", escaped(&page.title));
    for line in &page.summary {
        text += &format!("\n{}\n", escaped(line));
    }
    for section in &page.sections {
        text += &shown(section, catalogue);
    }
    text
}

fn shown(section: &Section, catalogue: &Catalogue) -> String {
    let text = format!("\n## {}\n\n{}\n", escaped(&section.heading), escaped(&section.explanation));
    if section.parts.is_empty() {
        return format!("{text}\n{}\n", escaped(&catalogue.say("nothing-here")));
    }
    text + &section.parts.iter().map(part_shown).collect::<String>()
}

fn part_shown(part: &Part) -> String {
    let mut text = String::new();
    if let Some(heading) = &part.heading {
        text += &format!("\n### {}\n", escaped(heading));
    }
    for note in &part.notes {
        text += &format!("\n{}\n", escaped(note));
    }
    text += "\n";
    text += &row(part.columns.iter().map(|column| column.heading.as_str()));
    let rules = part.columns.iter().map(|column| if column.shape == Shape::Number { "--:" } else { "---" });
    text += &format!("| {} |\n", rules.collect::<Vec<_>>().join(" | "));
    for line in &part.rows {
        text += &row(line.cells.iter().map(|cell| cell.text.as_str()));
    }
    text
}

fn row<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    format!("| {} |\n", cells.map(escaped).collect::<Vec<_>>().join(" | "))
}

/// `text` such that no character of it is taken for Markdown or HTML.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe += "&amp;",
            '<' => safe += "&lt;",
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '#' | '~' | '!' | '>' => safe.extend(['\\', character]),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_cannot_break_out_of_its_cell() {
        assert_eq!(escaped("a|b <b>*x*</b> [y](z)"), r"a\|b &lt;b\>\*x\*&lt;/b\> \[y\](z)");
    }
}
