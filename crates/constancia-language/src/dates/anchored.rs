//! Dates counted from the date named before them: "two days later", "that night", "in June of that year", "el día 12".
//!
//! It must not know the publication date, nor how far before it the other date may stand.

use constancia_model::{Day, PartialDate, Span};
use jiff::civil::Date;
use regex::Captures;

use super::Found;
use super::absolute::word_after;
use super::durations::Duration;
use super::expression::{Expression, Unit, common_month, common_year, month_from, qualified, shifted};
use super::lexicon::Lexicon;

/// How a date lies to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// So many days on, or back where negative.
    Days(i32),
    /// So many units on, or back.
    Units { count: i32, unit: Unit, about: bool },
    /// Its month.
    Month,
    /// Its year.
    Year,
    /// A day of its month.
    DayOfMonth(i8),
    /// A month of its year, or a day of that month.
    OfYear { month: i8, day: Option<i8> },
}

impl Step {
    /// The date, seen from the one before.
    pub fn from(self, before: PartialDate) -> Option<PartialDate> {
        match self {
            Self::Days(days) => Some(shifted(before.single_day()?, days)?.into()),
            Self::Units { count, unit, about } => moved(before, count, unit, about),
            Self::Month => Some(month_from(common_month(before)?, 0)?.into()),
            Self::Year => Some(Day::year(common_year(before)?).into()),
            Self::DayOfMonth(day) => {
                let month = common_month(before)?;
                Some(Date::new(month.year(), month.month(), day).ok()?.into())
            }
            Self::OfYear { month, day: Some(day) } => Some(Date::new(common_year(before)?, month, day).ok()?.into()),
            Self::OfYear { month, day: None } => Some(Day::month(common_year(before)?, month)?.into()),
        }
    }
}

fn moved(before: PartialDate, count: i32, unit: Unit, about: bool) -> Option<PartialDate> {
    match unit {
        Unit::Days(0) => None,
        Unit::Days(length) => {
            let days = count.checked_mul(i32::try_from(length).ok()?)?;
            let exact = !about && (length < 7 || days.abs() == 7);
            Some(qualified(shifted(before.single_day()?, days)?.into(), !exact))
        }
        Unit::Month => Some(month_from(common_month(before)?, count)?.about().into()),
        Unit::Year(length) => {
            let years = i16::try_from(count.checked_mul(i32::try_from(length).ok()?)?).ok()?;
            Some(Day::year(common_year(before)?.checked_add(years)?).about().into())
        }
    }
}

/// The dates of a text that are counted from another, in no order and perhaps overlapping.
pub(super) fn anchored(lexicon: &Lexicon, text: &str, durations: &[Duration]) -> Vec<Found> {
    let patterns = &lexicon.patterns;
    let phrases = patterns.anchored.captures_iter(text).filter_map(|found| phrase(lexicon, text, &found));
    let years = patterns.of_that_year.captures_iter(text).filter_map(|found| of_that_year(lexicon, &found));
    let days = patterns.day_of_month.captures_iter(text).filter_map(|found| day_of_month(lexicon, text, &found));
    let later = durations.iter().filter_map(|duration| later(lexicon, text, duration));
    phrases.chain(years).chain(days).chain(later).collect()
}

fn found(span: Span, step: Step) -> Found {
    Found { span, expression: Expression::Anchored(step) }
}

/// Whether a word follows that counts from something else: "the day before his trial", "el mismo día que ella".
fn counts_on(lexicon: &Lexicon, text: &str, end: usize) -> bool {
    lexicon.lists.anchors.refused_behind.contains(&word_after(text, end).to_lowercase())
}

fn phrase(lexicon: &Lexicon, text: &str, captures: &Captures<'_>) -> Option<Found> {
    let whole = captures.get(0)?;
    let anchors = &lexicon.lists.anchors;
    let words = whole.as_str().to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let step = match anchors.days.get(&words) {
        Some(days) => Step::Days(*days),
        None if anchors.months.contains(&words) => Step::Month,
        None => Step::Year,
    };
    let open = anchors.alone.iter().any(|word| words.ends_with(word.as_str()));
    let led_on = open && !word_after(text, whole.end()).is_empty();
    (!led_on && !counts_on(lexicon, text, whole.end())).then(|| found(whole.range().into(), step))
}

fn of_that_year(lexicon: &Lexicon, captures: &Captures<'_>) -> Option<Found> {
    let month = lexicon.month(captures.name("month")?.as_str())?;
    let day = captures.name("day").and_then(|day| day.as_str().parse().ok());
    Some(found(captures.get(0)?.range().into(), Step::OfYear { month, day }))
}

fn day_of_month(lexicon: &Lexicon, text: &str, captures: &Captures<'_>) -> Option<Found> {
    let whole = captures.get(0)?;
    let after = word_after(text, whole.end());
    let noun = captures.name("suffix").is_some() && !after.is_empty() && !lexicon.lists.functions_after.contains(after);
    let said = captures.name("month").or(captures.name("month_of")).is_some();
    let free = said || !noun && !counts_on(lexicon, text, whole.end()) && !text[whole.end()..].starts_with(['-', '/']);
    let day = captures.name("day").or(captures.name("day_of"))?.as_str().parse().ok()?;
    free.then(|| found(whole.range().into(), Step::DayOfMonth(day)))
}

fn later(lexicon: &Lexicon, text: &str, duration: &Duration) -> Option<Found> {
    if !duration.moved || counts_on(lexicon, text, duration.span.end) {
        return None;
    }
    let words = duration.span.of(text)?.to_lowercase();
    let back = lexicon.lists.anchors.back.iter().any(|word| words.ends_with(word.as_str()));
    let count = i32::try_from(duration.count).ok().filter(|count| *count <= 40_000)?;
    let count = if back { -count } else { count };
    Some(found(duration.whole, Step::Units { count, unit: duration.unit, about: duration.about }))
}
