//! Finds dates and durations in a text and the date that a report prints for itself.
//!
//! It knows calendars and how English and Spanish write them. It must not know a clock: what "Thursday" means follows
//! from the publication date that it is given.

use constancia_model::{Language, PartialDate, Span};

use self::expression::Expression;
use self::lexicon::Lexicon;

mod absolute;
mod durations;
mod expression;
mod lexicon;
mod patterns;
mod periods;
mod publication;
mod relative;
#[cfg(test)]
mod tests;

pub use self::periods::periods;

/// Words that name a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateMention {
    /// The words.
    pub span: Span,
    /// The date they name when the sentence speaks of the past.
    pub date: PartialDate,
    /// The date they name when the sentence speaks of the future; `None` where that is the same.
    pub ahead: Option<PartialDate>,
    /// Whether it was resolved against the publication date.
    pub relative: bool,
}

/// Words that name a stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DurationMention {
    /// The words.
    pub span: Span,
    /// How long, in days; 0 for hours and less.
    pub days: u32,
}

/// The dates of `text`, in order and not overlapping. What cannot be resolved is left out: without `published`, all
/// that is relative; where it names only a month or a year, what needs a day.
pub fn dates(language: &Language, text: &str, published: Option<PartialDate>) -> Vec<DateMention> {
    let Some(lexicon) = Lexicon::of(language) else { return Vec::new() };
    let mention = |Found { span, expression }: Found| {
        let readings = expression.resolve(published)?;
        let relative = !expression.is_absolute();
        Some(DateMention { span, date: readings.date, ahead: readings.ahead, relative })
    };
    simple(language, lexicon, text).into_iter().filter_map(mention).collect()
}

/// The durations of `text`, in order and not overlapping.
pub fn durations(language: &Language, text: &str) -> Vec<DurationMention> {
    let Some(lexicon) = Lexicon::of(language) else { return Vec::new() };
    let found = durations::find(language, lexicon, text);
    found.into_iter().map(|duration| DurationMention { span: duration.span, days: duration.days }).collect()
}

/// The date that a report prints for itself, from its lines in raw order; the flag says which were dropped as noise.
///
/// A date line without a year gets the year that the text suggests, marked uncertain.
pub fn publication_date(language: &Language, lines: &[(&str, bool)]) -> Option<PartialDate> {
    publication::publication_date(Lexicon::of(language)?, lines)
}

/// Where days, months and years of the calendar are named, in order and not overlapping.
pub(crate) fn calendar_spans(language: &Language, text: &str) -> Vec<Span> {
    let found = Lexicon::of(language).map(|lexicon| calendar_dates(lexicon, text)).unwrap_or_default();
    found.into_iter().map(|found| found.span).collect()
}

/// Words that name a date, not yet resolved.
#[derive(Debug, Clone, Copy)]
struct Found {
    span: Span,
    expression: Expression,
}

fn calendar_dates(lexicon: &Lexicon, text: &str) -> Vec<Found> {
    longest_first(absolute::calendar(lexicon, text))
}

/// Dates of the calendar and those counted from the publication, in order and not overlapping.
fn simple(language: &Language, lexicon: &Lexicon, text: &str) -> Vec<Found> {
    let mut found = absolute::calendar(lexicon, text);
    found.extend(relative::relative(language, lexicon, text));
    longest_first(found)
}

/// In order; of those that overlap the one that begins first, and of those the longest.
fn longest_first(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by(|a, b| a.span.start.cmp(&b.span.start).then(b.span.end.cmp(&a.span.end)));
    let mut end = 0;
    found.retain(|date| {
        let free = date.span.start >= end && !date.span.is_empty();
        if free {
            end = date.span.end;
        }
        free
    });
    found
}
