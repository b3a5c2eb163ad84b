//! Dates of the calendar: days, months and years by name and number, in the orders both languages use.
//!
//! It must not know the publication date.

use constancia_model::Span;
use regex::Captures;

use super::Found;
use super::expression::{Expression, Side, Year};
use super::lexicon::Lexicon;
use crate::numbers::fold;

/// The dates of the calendar in a text, in no order and perhaps overlapping.
pub(super) fn calendar(lexicon: &Lexicon, text: &str) -> Vec<Found> {
    let patterns = &lexicon.patterns;
    let mut found = Vec::new();
    for pattern in &patterns.calendar {
        let dates = pattern.captures_iter(text).filter_map(|date| calendar_date(lexicon, text, &date));
        found.extend(dates.filter(|date| date.expression.exists()));
    }
    for pattern in &patterns.pairs {
        found.extend(pattern.captures_iter(text).flat_map(|pair| pair_of_days(lexicon, &pair)));
    }
    for years in patterns.years.captures_iter(text) {
        found.extend(years_behind_word(lexicon, text, &years));
    }
    found
}

fn number(captures: &Captures<'_>, name: &str) -> Option<i8> {
    captures.name(name)?.as_str().parse().ok()
}

fn year_of(captures: &Captures<'_>) -> Option<Year> {
    let given = captures.name("year").and_then(|year| year.as_str().parse().ok()).map(Year::Given);
    let relative = |name: &str, step: i16| captures.name(name).map(|_| Year::Relative(step));
    given.or_else(|| relative("last_year", -1)).or_else(|| relative("this_year", 0)).or(Some(Year::Unsaid))
}

fn calendar_date(lexicon: &Lexicon, text: &str, captures: &Captures<'_>) -> Option<Found> {
    let span = without_full_stop(lexicon, captures)?;
    let year = year_of(captures)?;
    if let (Some(left), Some(right)) = (number(captures, "left"), number(captures, "right")) {
        let (day, month) = if right > 12 { (right, left) } else { (left, right) };
        return Some(Found { span, expression: Expression::Day { year, month, day } });
    }
    let month_name = captures.name("month");
    let month = match month_name {
        Some(name) => lexicon.month(name.as_str())?,
        None => number(captures, "month_number")?,
    };
    let word = || captures.name("day_word").and_then(|word| lexicon.day_word(word.as_str()));
    let Some(day) = number(captures, "day").or_else(word) else {
        let about = captures.name("about").is_some();
        let expression = Expression::Month { year, month, side: Side::Near, about };
        return (!number_before(text, span.start)).then_some(Found { span, expression });
    };
    let capitals = month_name.is_some_and(|name| name.as_str().starts_with(char::is_uppercase));
    let plain = year == Year::Unsaid && captures.name("weekday").is_none();
    let number_follows = captures.name("month_first").is_some() && plain && counts_follow(lexicon, text, span);
    let street = capitals && plain && !lexicon.lists.capitalised_names && !lexicon.lenient;
    let refused = plain && (street || number_follows || is_name(lexicon, text, span));
    (!refused).then_some(Found { span, expression: Expression::Day { year, month, day } })
}

/// The words, without the full stop of the sentence behind a month that is written out.
fn without_full_stop(lexicon: &Lexicon, captures: &Captures<'_>) -> Option<Span> {
    let whole = captures.get(0)?;
    let name = captures.name("month").map(|name| name.as_str().to_lowercase()).unwrap_or_default();
    let written_out = lexicon.lists.months.iter().any(|names| names.first() == Some(&name));
    let stop = written_out && whole.as_str().ends_with('.');
    Some(Span::new(whole.start(), whole.end() - usize::from(stop)))
}

/// "In May 12 people were held": the number belongs to the people.
fn counts_follow(lexicon: &Lexicon, text: &str, span: Span) -> bool {
    let before = word_before(text, span.start);
    let after = word_after(text, span.end);
    let noun = after.starts_with(char::is_lowercase) && !lexicon.lists.functions_after.contains(after);
    before.eq_ignore_ascii_case("in") && noun
}

/// "avenida 18 de julio", "26 July Movement".
fn is_name(lexicon: &Lexicon, text: &str, span: Span) -> bool {
    let before = word_before(text, span.start).to_lowercase();
    let after = word_after(text, span.end).to_lowercase();
    lexicon.lists.names_before.contains(&before) || lexicon.lists.names_after.contains(&after)
}

/// Whether a day's number stands right before a byte, so that a month there belongs to a day that was refused.
pub(super) fn number_before(text: &str, at: usize) -> bool {
    let head = text[..at].trim_end_matches([' ', '\u{a0}']);
    let digits = head.bytes().rev().take_while(u8::is_ascii_digit).take(3).count();
    (1..=2).contains(&digits) && !head[..head.len() - digits].ends_with(['.', ','])
}

/// The word right before a byte, or nothing where more than spaces and a full stop lie between.
pub(super) fn word_before(text: &str, at: usize) -> &str {
    let head = text[..at].trim_end_matches([' ', '\u{a0}', '\n']).trim_end_matches('.');
    let start =
        head.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last().map_or(head.len(), |(at, _)| at);
    &head[start..]
}

/// The word right after a byte, or nothing where more than spaces lie between.
pub(super) fn word_after(text: &str, at: usize) -> &str {
    let tail = text[at..].trim_start_matches([' ', '\u{a0}']);
    let end = tail.find(|c: char| !c.is_alphabetic()).unwrap_or(tail.len());
    &tail[..end]
}

fn pair_of_days(lexicon: &Lexicon, captures: &Captures<'_>) -> Vec<Found> {
    days_of_pair(lexicon, captures).unwrap_or_default()
}

fn days_of_pair(lexicon: &Lexicon, captures: &Captures<'_>) -> Option<Vec<Found>> {
    let whole: Span = captures.get(0)?.range().into();
    let month = lexicon.month(captures.name("month")?.as_str())?;
    let (year, first, last) = (year_of(captures)?, number(captures, "first")?, number(captures, "day")?);
    if captures.name("pair").is_some() && captures.name("opener").is_none() {
        let day = |day: i8| Expression::Day { year, month, day };
        let (left, right) = (captures.name("first")?.end(), captures.name("day")?.start());
        let found = [
            Found { span: Span::new(whole.start, left), expression: day(first) },
            Found { span: Span::new(right, whole.end), expression: day(last) },
        ];
        return found.iter().all(|date| date.expression.exists()).then(|| found.to_vec());
    }
    let expression = Expression::Days { year, month, first, last };
    expression.exists().then(|| vec![Found { span: whole, expression }])
}

fn years_behind_word(lexicon: &Lexicon, text: &str, captures: &Captures<'_>) -> Vec<Found> {
    let Some(years) = captures.name("years") else { return Vec::new() };
    let about = captures.name("about");
    let start = about.map_or(years.start(), |about| about.start());
    let after = fold(word_after(text, years.end()));
    let tail = text[years.end()..].chars().next();
    let glued = tail.is_some_and(|sign| "-–/%:".contains(sign)) || is_amount(text, years.end());
    let noun = !after.is_empty() && !lexicon.lists.functions_after.iter().any(|word| fold(word) == after);
    if glued || (captures.name("weak").is_some() && noun) {
        return Vec::new();
    }
    let year = |found: regex::Match<'_>| {
        let first = found.start() == 0;
        let begin = if first { start } else { years.start() + found.start() };
        let span = Span::new(begin, years.start() + found.end());
        let year = found.as_str().parse().ok()?;
        Some(Found { span, expression: Expression::Year { year, about: about.is_some() } })
    };
    lexicon.patterns.year.find_iter(years.as_str()).filter_map(year).collect()
}

/// "2024.500", "2024,5": part of a figure.
fn is_amount(text: &str, end: usize) -> bool {
    let mut tail = text[end..].chars();
    matches!(tail.next(), Some('.' | ',')) && tail.next().is_some_and(|digit| digit.is_ascii_digit())
}
