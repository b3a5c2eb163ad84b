//! Noise told by the lines beside it: what stands under a heading of links or of comments, or between two parts of the
//! site, and the name of a section alone. Must not know patterns.

use constancia_model::NoiseKind;

use super::places::Place;
use super::rules;

/// The longest line that is taken for a part of the site only because both its neighbours are.
const LONGEST_BETWEEN: usize = 60;

/// The longest title in a list of links.
const LONGEST_TITLE: usize = 140;

/// Marks the lines that their neighbours give away.
pub(crate) fn mark(lines: &[&str], places: &[Place], verdicts: &mut [Option<NoiseKind>]) {
    sections(lines, places, verdicts);
    let footer: Vec<usize> =
        (0..lines.len()).filter(|&index| places[index] == Place::Footer && !lines[index].is_empty()).collect();
    under_headings(lines, &footer, verdicts);
    between(lines, &footer, verdicts);
}

/// The name of a section alone, where a headline stands beside it.
fn sections(lines: &[&str], places: &[Place], verdicts: &mut [Option<NoiseKind>]) {
    let kept_in_header = |verdicts: &[Option<NoiseKind>]| {
        let kept = (0..lines.len()).filter(|&index| places[index] == Place::Header && !lines[index].is_empty());
        kept.filter(|&index| verdicts[index].is_none()).count()
    };
    for index in 0..lines.len() {
        let spare = match places[index] {
            Place::Header => kept_in_header(verdicts) > 1,
            Place::Body => false,
            Place::Footer => true,
        };
        if spare && verdicts[index].is_none() && rules::is_menu_word(lines[index]) {
            verdicts[index] = Some(NoiseKind::Navigation);
        }
    }
}

/// Titles under a heading such as "Most read" behind the last paragraph, as far as no line is a sentence or a list of
/// something else.
fn under_headings(lines: &[&str], footer: &[usize], verdicts: &mut [Option<NoiseKind>]) {
    let mut under = false;
    for &index in footer {
        under = match verdicts[index] {
            Some(NoiseKind::RelatedLinks) => !lines[index].contains([':', '|']) || lines[index].ends_with(':'),
            Some(_) => false,
            None => under && is_title(lines[index]),
        };
        if under && verdicts[index].is_none() {
            verdicts[index] = Some(NoiseKind::RelatedLinks);
        }
    }
}

/// Three words or more, and neither a sentence nor an entry of a list of persons.
fn is_title(line: &str) -> bool {
    let entry = line.starts_with(['"', '“', '«', '—', '[']) || line.contains(',') && line.contains(char::is_numeric);
    line.split_whitespace().count() >= 3 && line.chars().count() <= LONGEST_TITLE && !ends_as_prose(line) && !entry
}

/// A short line behind the last paragraph whose neighbours on both sides are parts of the site.
fn between(lines: &[&str], footer: &[usize], verdicts: &mut [Option<NoiseKind>]) {
    let before: Vec<bool> = footer.iter().map(|&index| is_furniture(verdicts[index])).collect();
    for (place, &index) in footer.iter().enumerate() {
        let beside = |other: Option<usize>| other.and_then(|other| before.get(other)).is_some_and(|&is| is);
        let between = beside(place.checked_sub(1)) && beside(Some(place + 1));
        let short = lines[index].chars().count() <= LONGEST_BETWEEN && !ends_as_prose(lines[index]);
        let plain = !lines[index].contains(char::is_numeric) && !lines[index].starts_with(['-', '•', '*', '"', '«']);
        if verdicts[index].is_none() && between && short && plain {
            verdicts[index] = Some(NoiseKind::Navigation);
        }
    }
}

fn is_furniture(verdict: Option<NoiseKind>) -> bool {
    use NoiseKind::*;
    verdict.is_some_and(|noise| {
        matches!(noise, Navigation | Sharing | RelatedLinks | Comments | Legal | Subscription | Tags | Advertisement)
    })
}

fn ends_as_prose(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '»', ')']).ends_with(['.', '!', ':', ';', '…'])
}
