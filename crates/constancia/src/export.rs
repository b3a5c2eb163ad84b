//! The register for other programs: statements a line each, kept texts a file each, persons for a spreadsheet, groups
//! of reports.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path};

use constancia_model::{ReportId, Statement};
use constancia_register::Told;
use constancia_register::brief::{Brief, PersonLine};
use serde::Serialize;

/// A statement as the interchange format writes it.
#[derive(Serialize)]
struct Line<'a> {
    report: &'a str,
    #[serde(flatten)]
    statement: &'a Statement,
    /// Name and version of everybody who found it.
    readers: &'a [String],
}

/// One object a line, in the order given.
pub fn statements<'a>(statements: impl Iterator<Item = &'a Told>) -> serde_json::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for told in statements {
        let (report, readers) = (told.report_name(), told.readers());
        serde_json::to_writer(&mut bytes, &Line { report, statement: &told.statement, readers })?;
        bytes.push(b'\n');
    }
    Ok(bytes)
}

/// The columns of the table of persons; part of its format, so the same in every language.
const COLUMNS: [&str; 10] =
    ["name", "other_names", "status", "terms", "date", "place", "certainty", "informants", "reports", "origins"];

/// The persons as CSV (RFC 4180) with a byte order mark, so that a spreadsheet takes it for UTF-8.
pub fn persons(persons: &[PersonLine]) -> csv::Result<Vec<u8>> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut sorted: Vec<&PersonLine> = persons.iter().collect();
    sorted.sort_by_cached_key(|person| (person.name.to_lowercase(), person.id.clone()));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
    writer.write_record(COLUMNS)?;
    for person in sorted {
        writer.write_record(record(person).map(|cell| defused(&cell)))?;
    }
    writer.flush()?;
    drop(writer);
    Ok(bytes)
}

fn record(person: &PersonLine) -> [String; 10] {
    let today = &person.today;
    let said = |value: Option<String>| value.unwrap_or_default();
    let certainty = serde_json::to_value(today.certainty).unwrap_or_default();
    let denied = if today.stance == constancia_model::Stance::Denies { "not " } else { "" };
    [
        person.name.clone(),
        person.other_names.join("; "),
        format!("{denied}{}", today.status),
        today.terms.iter().map(|cell| cell.value.to_string()).collect::<Vec<_>>().join("; "),
        said(today.date.as_ref().map(|cell| cell.value.to_string())),
        said(today.place.as_ref().map(|cell| cell.value.clone())),
        certainty.as_str().unwrap_or_default().to_owned(),
        person.informants.join("; "),
        person.reports.to_string(),
        person.origins.to_string(),
    ]
}

/// A spreadsheet runs a cell that starts like a formula: an apostrophe before it makes it words again.
fn defused(cell: &str) -> String {
    let formula = cell
        .trim_start_matches([' ', '\u{a0}', '\n'])
        .starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

/// Reports that belong together, by their names as taken in.
#[derive(Serialize)]
struct Groups<'a> {
    /// Reports of one origin.
    copies: Vec<Vec<&'a str>>,
    /// Reports about one event.
    stories: Vec<Vec<&'a str>>,
}

/// Copies and stories, two reports at least in each group; in the order of the names.
pub fn groups(brief: &Brief) -> serde_json::Result<Vec<u8>> {
    let names: BTreeMap<&ReportId, &str> = brief.reports.iter().map(|line| (&line.id, line.name.as_str())).collect();
    let mut origins: BTreeMap<&ReportId, Vec<&str>> = BTreeMap::new();
    for line in &brief.reports {
        origins.entry(&line.origin).or_default().push(&line.name);
    }
    let named = |ids: &Vec<ReportId>| ids.iter().filter_map(|id| names.get(id).copied()).collect();
    let groups = Groups {
        copies: in_order(origins.into_values()),
        stories: in_order(brief.stories.iter().map(|story| named(&story.reports))),
    };
    let mut bytes = serde_json::to_vec_pretty(&groups)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn in_order<'a>(groups: impl Iterator<Item = Vec<&'a str>>) -> Vec<Vec<&'a str>> {
    let mut groups: Vec<Vec<&str>> = groups.filter(|group| group.len() > 1).collect();
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort_unstable();
    groups
}

/// A file name for each report, none twice (also where a system does not tell cases apart), none outside the folder.
pub fn file_names<'a>(reports: impl Iterator<Item = (&'a ReportId, &'a str)>) -> Vec<(&'a ReportId, String)> {
    let mut taken = BTreeSet::new();
    let mut names = Vec::new();
    for (id, name) in reports {
        let mut file = safe(name);
        if !taken.insert(file.to_lowercase()) {
            file = with_suffix(&file, id.short());
            taken.insert(file.to_lowercase());
        }
        names.push((id, file));
    }
    names
}

/// The last part of the name without anything that a file system could take for a way out of the folder.
fn safe(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last
        .chars()
        .map(|character| if character.is_control() || character == ':' { '_' } else { character })
        .collect();
    let mut parts = Path::new(&plain).components();
    match (parts.next(), parts.next()) {
        (Some(Component::Normal(_)), None) => plain,
        _ => "report.txt".to_owned(),
    }
}

fn with_suffix(file: &str, suffix: &str) -> String {
    match file.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => format!("{stem}-{suffix}.{extension}"),
        _ => format!("{file}-{suffix}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1"] {
            assert_eq!(defused(cell), format!("'{cell}"));
        }
        for cell in ["Ana Ruiz", "2026-01-08", "", "a=b"] {
            assert_eq!(defused(cell), cell);
        }
    }

    #[test]
    fn texts_stay_in_their_folder_and_none_is_lost() {
        let ids: Vec<ReportId> = (0..7u8).map(|number| ReportId::of(&[number])).collect();
        let names = ["a.txt", "../../a.txt", "A.TXT", "..", "/etc/passwd", "c:\\x\\b.txt", "a\nb.txt"];
        let got = file_names(ids.iter().zip(names));
        let files: Vec<&str> = got.iter().map(|(_, file)| file.as_str()).collect();
        let clash = |number: usize, end: &str| format!("{}-{}.{end}", &"aA"[number - 1..number], ids[number].short());
        let expected = ["a.txt", &clash(1, "txt"), &clash(2, "TXT"), "report.txt", "passwd", "b.txt", "a_b.txt"];
        assert_eq!(files, expected);
    }
}
