//! Dates that need a publication date: "yesterday", "on Friday", "el mes pasado", "two weeks ago".
//!
//! It must not know the publication date itself; it only says what is meant.

use constancia_model::Span;
use regex::Captures;

use super::Found;
use super::absolute::{number_before, word_after, word_before};
use super::durations::Duration;
use super::expression::{Expression, Side};
use super::lexicon::Lexicon;

/// The relative dates in a text, in no order and perhaps overlapping.
pub(super) fn relative(lexicon: &Lexicon, text: &str, durations: &[Duration]) -> Vec<Found> {
    let patterns = &lexicon.patterns;
    let offsets = patterns.offsets.captures_iter(text).filter_map(|found| offset(lexicon, found.get(0)?));
    let units = patterns.units.captures_iter(text).filter_map(|found| unit(lexicon, text, &found));
    let days = patterns.weekday_day.captures_iter(text).filter_map(|found| weekday_day(lexicon, text, &found));
    let ago = durations.iter().filter_map(|duration| ago(lexicon, text, duration));
    offsets.chain(units).chain(days).chain(ago).collect()
}

fn offset(lexicon: &Lexicon, found: regex::Match<'_>) -> Option<Found> {
    let words = found.as_str().to_lowercase();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let days = *lexicon.lists.offsets.get(&words)?;
    Some(Found { span: found.range().into(), expression: Expression::Offset(days) })
}

/// "el sábado 14", where no month follows and no noun.
fn weekday_day(lexicon: &Lexicon, text: &str, captures: &Captures<'_>) -> Option<Found> {
    let span: Span = captures.get(0)?.range().into();
    let rest = &text[span.end..];
    let after = word_after(text, span.end);
    let number =
        rest.starts_with(|c: char| ":.,-/%".contains(c)) && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    if number || (!after.is_empty() && !lexicon.lists.functions_after.contains(after)) {
        return None;
    }
    let weekday = lexicon.weekday(captures.name("weekday")?.as_str())?;
    let day = captures.name("day")?.as_str().parse().ok()?;
    Some(Found { span, expression: Expression::WeekdayDay { weekday, day } })
}

fn unit(lexicon: &Lexicon, text: &str, captures: &Captures<'_>) -> Option<Found> {
    let before = captures.name("before").map(|before| joined(before.as_str()));
    let after = captures.name("after").map(|after| joined(after.as_str()));
    let side = side_of(lexicon, before.as_deref(), after.as_deref())?;
    let about = captures.name("about").or(captures.name("about_behind"));
    let name = ["weekday", "month_name", "weekend", "week", "month", "year"]
        .into_iter()
        .find(|name| captures.name(name).is_some())?;
    let unit = captures.name(name)?;
    let expression = match name {
        "weekday" => weekday(lexicon, text, captures, side)?,
        "month_name" => month_name(lexicon, text, captures, side)?,
        _ => plain_unit(name, side, before.is_some() || after.is_some())?,
    };
    let modifier = captures.name("before").filter(|_| before.as_deref().is_some_and(|word| modifies(lexicon, word)));
    let start = modifier.or(about).map_or(unit.start(), |first| first.start());
    let end = captures.name("after").map_or(unit.end(), |last| last.end());
    Some(Found { span: Span::new(start, end), expression })
}

fn joined(words: &str) -> String {
    words.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn side_of(lexicon: &Lexicon, before: Option<&str>, after: Option<&str>) -> Option<Side> {
    let lists = &lexicon.lists;
    let within = |list: &[String], word: Option<&str>| word.is_some_and(|word| list.iter().any(|one| one == word));
    if within(&lists.side_none, before) {
        return None;
    }
    if within(&lists.side_last, before) || within(&lists.side_last_after, after) {
        return Some(Side::Last);
    }
    if within(&lists.side_next, before) || within(&lists.side_next_after, after) {
        return Some(Side::Next);
    }
    Some(if within(&lists.side_this, before) { Side::This } else { Side::Near })
}

/// Whether a word says which one, and so belongs to the date.
fn modifies(lexicon: &Lexicon, word: &str) -> bool {
    let lists = &lexicon.lists;
    [&lists.side_last, &lists.side_this, &lists.side_next].iter().any(|list| list.iter().any(|one| one == word))
}

/// "the weekend" names the nearest; a week, month or year needs a word that says which.
fn plain_unit(name: &str, side: Side, led: bool) -> Option<Expression> {
    match (name, side) {
        ("weekend", _) if led => Some(Expression::Weekend(side)),
        (_, Side::Near) => None,
        ("week", _) => Some(Expression::Week(side)),
        ("month", _) => Some(Expression::RelativeMonth(side)),
        ("year", _) => Some(Expression::RelativeYear(side)),
        _ => None,
    }
}

fn weekday(lexicon: &Lexicon, text: &str, captures: &Captures<'_>, side: Side) -> Option<Expression> {
    let name = captures.name("weekday")?;
    let weekday = lexicon.weekday(name.as_str())?;
    let capital = name.as_str().starts_with(char::is_uppercase);
    let spanned = lexicon.patterns.weekday_span.is_match(&text[name.end()..]);
    let led = captures.name("before").map(|before| joined(before.as_str()));
    let free = led.as_ref().is_some_and(|led| lexicon.lists.names_may_follow.contains(led));
    let refused = if lexicon.lists.capitalised_names {
        !free && name_follows(text, name.end())
    } else {
        capital && (led.is_none() || name_follows(text, name.end()))
    };
    let closes = led.as_ref().is_some_and(|led| lexicon.lists.weekday_spans.contains(led))
        && lexicon.weekday(word_before(text, captures.get(0)?.start())).is_some();
    (lexicon.lenient || !refused && !spanned && !closes).then_some(Expression::Weekday { weekday, side })
}

fn month_name(lexicon: &Lexicon, text: &str, captures: &Captures<'_>, side: Side) -> Option<Expression> {
    let lists = &lexicon.lists;
    let name = captures.name("month_name")?;
    let about = captures.name("about").or(captures.name("about_behind")).is_some();
    let before = captures.name("before").map(|before| joined(before.as_str())).unwrap_or_default();
    let led =
        about || modifies(lexicon, &before) || lists.months_after.contains(&before) || captures.name("after").is_some();
    let capital = name.as_str().starts_with(char::is_uppercase);
    let name_follows = name_follows(text, name.end()) && !lists.names_may_follow.contains(&before) && !about;
    let proper = if lists.capitalised_names { name_follows } else { capital };
    let start = captures.get(0)?.start();
    let of = before.is_empty() || lists.before_month.contains(&before);
    let place =
        (of && number_before(text, start)) || lists.names_before.contains(&word_before(text, start).to_lowercase());
    let month = lexicon.month(name.as_str())?;
    let year = super::expression::Year::Unsaid;
    (led && (lexicon.lenient || !proper) && !place).then_some(Expression::Month { year, month, side, about })
}

fn name_follows(text: &str, end: usize) -> bool {
    text[end..].starts_with(' ') && word_after(text, end).starts_with(char::is_uppercase)
}

/// "two days ago", "hace casi una semana".
fn ago(lexicon: &Lexicon, text: &str, duration: &Duration) -> Option<Found> {
    let before = &text[..duration.whole.start];
    let near = before.char_indices().rev().take(24).last().map_or(0, |(at, _)| at);
    let ahead = lexicon.patterns.ago_before.find_at(before, near);
    let behind = lexicon.patterns.ago.find(&text[duration.span.end..]);
    if duration.moved || (ahead.is_none() && behind.is_none()) {
        return None;
    }
    let start = ahead.map_or(duration.whole.start, |found| found.start());
    let end = behind.map_or(duration.span.end, |found| duration.span.end + found.end());
    let expression = Expression::Ago { count: duration.count, unit: duration.unit, about: duration.about };
    Some(Found { span: Span::new(start, end), expression })
}
