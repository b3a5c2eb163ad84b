//! The date that a report prints for itself: in a dateline, on a line of its own, or under its signature.
//!
//! It must not take the date of an event for it: a date in the middle of a sentence is no date line.

use constancia_model::{Day, PartialDate};
use jiff::civil::Date;

use super::absolute::word_after;
use super::expression::{Expression, Year};
use super::lexicon::Lexicon;
use super::{Found, calendar_dates};

/// How many lines with words at the top can hold a date line.
const TOP: usize = 15;
/// How many at the end.
const END: usize = 6;
/// The longest date line, the longest place before a dateline, and the longest outlet before a date, in words.
const LONGEST_LINE: usize = 16;
const LONGEST_PLACE: usize = 7;
const LONGEST_OUTLET: usize = 10;

/// The date that the lines print for their report.
pub(super) fn publication_date(lexicon: &Lexicon, lines: &[(&str, bool)]) -> Option<PartialDate> {
    let printed: Vec<&str> =
        lines.iter().map(|(line, _)| line.trim()).filter(|line| line.contains(char::is_alphanumeric)).collect();
    let kept: Vec<&str> = lines.iter().filter(|(_, dropped)| !dropped).map(|(line, _)| line.trim()).collect();
    let top = printed.iter().take(TOP);
    let end = kept.iter().filter(|line| !line.is_empty()).rev().take(END).chain(printed.iter().rev().take(END));
    let found: Vec<Line> = top.chain(end).filter_map(|line| date_line(lexicon, line)).collect();
    let with_year = found.iter().filter(|line| line.year != Year::Unsaid);
    let whole = with_year.clone().find(|line| line.day.is_some()).or(with_year.clone().next());
    match whole {
        Some(line) => line.with_year(None),
        None => found.iter().find_map(|line| line.with_year(Some((lexicon, lines)))),
    }
}

/// A date that a line prints for the report.
#[derive(Debug, Clone, Copy)]
struct Line {
    year: Year,
    month: i8,
    day: Option<i8>,
    weekday: Option<i8>,
}

impl Line {
    fn with_year(&self, text: Option<(&Lexicon, &[(&str, bool)])>) -> Option<PartialDate> {
        match (self.year, self.day, text) {
            (Year::Given(year), Some(day), _) => Some(Date::new(year, self.month, day).ok()?.into()),
            (Year::Given(year), None, _) => Day::month(year, self.month).map(PartialDate::from),
            (Year::Unsaid, Some(day), Some((lexicon, lines))) => inferred(lexicon, lines, self, day),
            _ => None,
        }
    }
}

fn date_line(lexicon: &Lexicon, line: &str) -> Option<Line> {
    let short = line.split_whitespace().count() <= LONGEST_LINE;
    let head = &line[..line.char_indices().nth(200).map_or(line.len(), |(at, _)| at)];
    let lines = calendar_dates(lexicon, head).into_iter().filter_map(|found| {
        let (before, after) =
            (head[..found.span.start].trim_start_matches(['•', '·', '*', '-', ' ', '(']), &head[found.span.end..]);
        let linked = without_link(lexicon, before);
        let before = linked.unwrap_or(before);
        let printed = printed_of(lexicon, head, &found)?;
        let parted = ends_dateline(after) || !before.is_empty() && opens_text(after, printed.year != Year::Unsaid);
        let dateline = is_place(before) && parted && printed.day.is_some();
        let alone = short && stands_apart(lexicon, before, after, printed.year != Year::Unsaid);
        let titled = short && printed.year != Year::Unsaid && is_titled(lexicon, before, after, linked.is_some());
        (dateline || alone || titled).then_some(printed)
    });
    let lines: Vec<Line> = lines.collect();
    lines.iter().find(|line| line.year != Year::Unsaid).or(lines.first()).copied()
}

/// "En Bogotá, a 3 de mayo": what stands before the small words that lead to the date.
fn without_link<'a>(lexicon: &Lexicon, before: &'a str) -> Option<&'a str> {
    let trimmed = before.trim_end();
    let cut = |link: &String| trimmed.strip_suffix(link.as_str()).filter(|rest| rest.ends_with(", "));
    lexicon.lists.place_links.iter().find_map(cut)
}

/// "Press release of 3 May 2024", "Dado en Quito, el 3 de mayo de 2024": nothing but what it is and its date.
fn is_titled(lexicon: &Lexicon, before: &str, after: &str, linked: bool) -> bool {
    let words = before.split_whitespace().count();
    let begins = lexicon.patterns.publication_title.is_match(before);
    (begins || linked && is_place(before)) && words <= LONGEST_OUTLET && !after.contains(char::is_alphanumeric)
}

fn printed_of(lexicon: &Lexicon, line: &str, found: &Found) -> Option<Line> {
    let first = found.span.of(line)?.split([' ', ',', '.']).next()?;
    let weekday = lexicon.weekday(first);
    match found.expression {
        Expression::Day { year, month, day } => Some(Line { year, month, day: Some(day), weekday }),
        Expression::Month { year: Year::Given(year), month, about: false, .. } => {
            Some(Line { year: Year::Given(year), month, day: None, weekday: None })
        }
        _ => None,
    }
}

/// "VALENCIA, Venezuela, " before the date: a few capitalised words.
fn is_place(before: &str) -> bool {
    let words: Vec<&str> = before.split_whitespace().collect();
    let small = ["de", "del", "la", "las", "los", "el", "of", "the", "y", "and", "al"];
    let capital = |word: &&str| word.trim_start_matches('(').starts_with(char::is_uppercase) || small.contains(word);
    let named = words.first().is_none_or(|first| first.starts_with(char::is_uppercase));
    let parted = before.trim_end().ends_with([',', '—', '–', '-', ':', '.', ')']) || before.is_empty();
    words.len() <= LONGEST_PLACE && words.iter().all(capital) && parted && named
}

/// "(Agency) — " after the date.
fn ends_dateline(after: &str) -> bool {
    let after = after.trim_start_matches([')', ',', ' ']);
    let rest = match after.strip_prefix('(') {
        Some(agency) => agency.split_once(')').map_or("", |(_, rest)| rest),
        None => after,
    };
    let rest = rest.trim_start_matches(['.', ' ']);
    rest.starts_with(['—', '–']) || rest.starts_with("- ") || rest.starts_with("-- ") || after.starts_with(".-")
}

/// ". The lawyer" after a date with its year, "(Agency). The lawyer" after any: the text begins without a dash.
fn opens_text(after: &str, with_year: bool) -> bool {
    let after = after.trim_start();
    let agency = after.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let named = |name: &str| name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= 3;
    agency.is_some_and(|(name, _)| named(name)) || with_year && after.starts_with(". ")
}

/// Whether separators part the date from what else the line holds.
fn stands_apart(lexicon: &Lexicon, before: &str, after: &str, with_year: bool) -> bool {
    let head = before.trim_end_matches([' ', '\t', '\u{a0}']);
    let announced = lexicon.patterns.publication.is_match(before);
    let sign = head.ends_with(['·', '|', '•', '—', '–', '/', ':', '@']) || head.ends_with(" -");
    let parted = head.is_empty() || sign || (with_year && head.ends_with([',', '.', ';']) && names_only(head));
    let after = after.trim_start();
    let ends =
        after.is_empty() || after.starts_with(['·', '|', '•', '—', '–', '/', '(', ')']) || after.starts_with("- ");
    let timed =
        after.trim_start_matches([',', ';', ' ', '.', '-']).trim_start_matches("at ").trim_start_matches("a las ");
    let clock = timed.is_empty() || timed.starts_with(|c: char| c.is_ascii_digit());
    let by = lexicon.lists.publishers_after.iter().any(|word| word_after(after, 0) == word);
    (announced || parted) && (ends || clock || announced && (by || after.starts_with([',', '.'])))
}

/// A place, an outlet or a bulletin before the date, and no sentence.
fn names_only(head: &str) -> bool {
    let words: Vec<&str> = head.split_whitespace().collect();
    let capitals = words.iter().filter(|word| word.starts_with(|c: char| c.is_uppercase() || c == '@')).count();
    words.len() <= LONGEST_OUTLET && capitals * 2 >= words.len() && words[0].chars().count() > 2
}

/// The year of a date line that leaves it off: newsrooms do so for the running year. The smallest year after every
/// year-bearing date of the text, and not one that the text itself names with a month, for then it is not the running
/// one. Marked uncertain.
fn inferred(lexicon: &Lexicon, lines: &[(&str, bool)], line: &Line, day: i8) -> Option<PartialDate> {
    let mentioned: Vec<Expression> = lines.iter().flat_map(|(text, _)| past_dates(lexicon, text)).collect();
    let dates: Vec<PartialDate> =
        mentioned.iter().filter_map(|date| date.resolve(None)).map(|readings| readings.date).collect();
    let latest = dates.iter().filter_map(|date| date.earliest()).max()?;
    let month_named = |year: i16| mentioned.iter().any(|date| names_month(date, year));
    let fits = |date: &Date| {
        let after = dates.iter().all(|mentioned| mentioned.earliest().is_none_or(|first| first < *date));
        let weekday = line.weekday.is_none_or(|weekday| date.weekday().to_monday_one_offset() == weekday);
        after && weekday && !month_named(date.year())
    };
    let date = (0..8).filter_map(|on| Date::new(latest.year() + on, line.month, day).ok()).find(fits)?;
    let mut published = Day::from(date);
    published.uncertain = true;
    Some(published.into())
}

fn names_month(date: &Expression, year: i16) -> bool {
    match date {
        Expression::Month { year: named, .. } | Expression::Day { year: named, .. } => *named == Year::Given(year),
        _ => false,
    }
}

/// The dates with a year in a line, but for those behind words that look ahead.
fn past_dates(lexicon: &Lexicon, text: &str) -> Vec<Expression> {
    let ahead = |found: &Found| {
        let before = text[..found.span.start].trim_end().to_lowercase();
        lexicon.lists.forward.iter().any(|word| {
            before
                .strip_suffix(word.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace))
        })
    };
    let dates = calendar_dates(lexicon, text);
    dates
        .into_iter()
        .filter(|found| found.expression.is_absolute() && !ahead(found))
        .map(|found| found.expression)
        .collect()
}
