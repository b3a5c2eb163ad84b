//! Finds dates and durations in a text and the date that a report prints for itself.
//!
//! It knows calendars and how English and Spanish write them. It must not know a clock: what "Thursday" means follows
//! from the publication date that it is given.

use constancia_model::{Language, PartialDate, Span};

use self::durations::Duration;
use self::expression::Expression;
use self::lexicon::Lexicon;
use crate::numbers::{Scanned, scan};

mod absolute;
mod anchored;
mod durations;
mod expression;
mod lexicon;
mod pattern;
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
    Times::of(language, text, &scan(language, text)).map(|times| times.dates(published, None)).unwrap_or_default()
}

/// The durations of `text`, in order and not overlapping.
pub fn durations(language: &Language, text: &str) -> Vec<DurationMention> {
    Times::of(language, text, &scan(language, text)).map(|times| times.durations()).unwrap_or_default()
}

/// The date that a report prints for itself, from its lines in raw order; the flag says which were dropped as noise.
///
/// A date line without a year gets the year that the text suggests, marked uncertain.
pub fn publication_date(language: &Language, lines: &[(&str, bool)]) -> Option<PartialDate> {
    publication::publication_date(Lexicon::of(language)?, lines)
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

/// What a text says of time, read once for its numbers, dates and durations.
pub(crate) struct Times<'t> {
    lexicon: &'static Lexicon,
    text: &'t str,
    /// Dates of the calendar, in no order and perhaps overlapping.
    calendar: Vec<Found>,
    durations: Vec<Duration>,
}

impl<'t> Times<'t> {
    /// Reads a text with these numbers; none where the language is not read.
    pub(crate) fn of(language: &Language, text: &'t str, numbers: &[Scanned]) -> Option<Self> {
        Some(Self::with(Lexicon::of(language)?, text, numbers))
    }

    fn with(lexicon: &'static Lexicon, text: &'t str, numbers: &[Scanned]) -> Self {
        let durations = durations::find(lexicon, text, numbers);
        Self { lexicon, text, calendar: absolute::calendar(lexicon, text), durations }
    }

    /// Where days, months and years of the calendar are named, in order and not overlapping.
    pub(crate) fn calendar_spans(&self) -> Vec<Span> {
        longest_first(self.calendar.clone()).into_iter().map(|found| found.span).collect()
    }

    /// The dates, resolved against `published` and against one another; `before` is the last date before the text.
    pub(crate) fn dates(&self, published: Option<PartialDate>, before: Option<PartialDate>) -> Vec<DateMention> {
        let mut last = before;
        let mention = |Found { span, expression }: Found| {
            let readings = expression.resolve_behind(last, published)?;
            last = Some(readings.date);
            let relative = !expression.is_absolute();
            Some(DateMention { span, date: readings.date, ahead: readings.ahead, relative })
        };
        let mut found = self.simple();
        found.extend(anchored::anchored(self.lexicon, self.text, &self.durations));
        longest_first(found).into_iter().filter_map(mention).collect()
    }

    /// The durations, in order and not overlapping.
    pub(crate) fn durations(&self) -> Vec<DurationMention> {
        self.durations.iter().map(|found| DurationMention { span: found.span, days: found.days }).collect()
    }

    /// Dates of the calendar and those counted from the publication, in order and not overlapping.
    fn simple(&self) -> Vec<Found> {
        let mut found = self.calendar.clone();
        found.extend(relative::relative(self.lexicon, self.text, &self.durations));
        longest_first(found)
    }
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
