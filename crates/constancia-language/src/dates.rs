//! Finds dates and durations in a text and the date that a report prints for itself.
//!
//! It knows calendars and how English and Spanish write them. It must not know a clock: what "Thursday" means follows
//! from the publication date that it is given.

use constancia_model::{Language, PartialDate, Span};

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

/// The dates of `text`, in order and not overlapping. What cannot be resolved is left out.
pub fn dates(_language: &Language, _text: &str, _published: Option<PartialDate>) -> Vec<DateMention> {
    Vec::new()
}

/// The durations of `text`, in order and not overlapping.
pub fn durations(_language: &Language, _text: &str) -> Vec<DurationMention> {
    Vec::new()
}

/// The date that a report prints for itself, from its lines in raw order; the flag says which were dropped as noise.
pub fn publication_date(_language: &Language, _lines: &[(&str, bool)]) -> Option<PartialDate> {
    None
}

/// Where days, months and years of the calendar are named, in order and not overlapping.
pub(crate) fn calendar_spans(_language: &Language, _text: &str) -> Vec<Span> {
    Vec::new()
}
