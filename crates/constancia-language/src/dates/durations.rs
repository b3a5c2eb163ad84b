//! Stretches of time: a number and a unit.
//!
//! It must not know what lasted so long. Ages are left out where the words say that they are ages.

use constancia_model::Span;

use super::expression::Unit;
use super::lexicon::Lexicon;
use crate::numbers::Scanned;

/// A stretch of time as a text gives it.
pub(super) struct Duration {
    /// The number and its unit.
    pub span: Span,
    /// With the words that bound the number.
    pub whole: Span,
    /// How many units.
    pub count: u32,
    /// The unit.
    pub unit: Unit,
    /// In days; 0 for hours and less.
    pub days: u32,
    /// Whether the words bound it or leave a half over.
    pub about: bool,
    /// Whether it is counted from another event.
    pub moved: bool,
}

/// The durations of a text with these numbers, in order and not overlapping.
pub(super) fn find(lexicon: &Lexicon, text: &str, numbers: &[Scanned]) -> Vec<Duration> {
    let mut found: Vec<Duration> = numbers.iter().filter_map(|number| behind_number(lexicon, text, number)).collect();
    found.extend(lexicon.patterns.one_unit.captures_iter(text).filter_map(|one| behind_article(lexicon, text, &one)));
    found.sort_by_key(|duration| (duration.span.start, duration.span.end));
    let mut end = 0;
    found.retain(|duration| {
        let free = duration.span.start >= end;
        if free {
            end = duration.span.end;
        }
        free
    });
    found
}

fn behind_number(lexicon: &Lexicon, text: &str, number: &Scanned) -> Option<Duration> {
    let mention = &number.mention;
    let rest = &text[mention.whole.end..];
    let unit = lexicon.patterns.duration.captures(rest).filter(|_| !mention.ordinal)?;
    let name = unit.name("unit")?;
    let end = mention.whole.end + unit.get(0)?.end();
    let after_unit = mention.whole.end + name.end();
    if is_age(lexicon, text, after_unit) || is_money(text, mention.span.start) {
        return None;
    }
    let count = u32::try_from(mention.low).ok()?;
    let length = length_of(lexicon, name.as_str())?;
    let half = unit.name("half_between").or(unit.name("half_after")).is_some();
    let days = count.checked_mul(length)?.checked_add(if half { length / 2 } else { 0 })?;
    let about = mention.bound.is_some() || half || mention.high != Some(mention.low);
    let (span, whole) = (Span::new(mention.span.start, end), Span::new(mention.whole.start, end));
    let unit_kind = unit_of(length);
    Some(Duration { span, whole, count, unit: unit_kind, days, about, moved: unit.name("moved").is_some() })
}

fn behind_article(lexicon: &Lexicon, text: &str, captures: &regex::Captures<'_>) -> Option<Duration> {
    let (whole, words, name) = (captures.get(0)?, captures.name("words")?, captures.name("unit")?);
    let days = length_of(lexicon, name.as_str())?;
    let about = captures.name("about").is_some();
    let moved = words.end() > name.end();
    let duration = Duration {
        span: words.range().into(),
        whole: whole.range().into(),
        count: 1,
        unit: unit_of(days),
        days,
        about,
        moved,
    };
    (!is_age(lexicon, text, name.end())).then_some(duration)
}

fn length_of(lexicon: &Lexicon, unit: &str) -> Option<u32> {
    lexicon.lists.units.get(&unit.to_lowercase()).copied()
}

fn unit_of(days: u32) -> Unit {
    match days {
        30 => Unit::Month,
        365.. => Unit::Year(days / 365),
        _ => Unit::Days(days),
    }
}

fn is_age(lexicon: &Lexicon, text: &str, end: usize) -> bool {
    lexicon.patterns.age.is_match(&text[end..])
}

fn is_money(text: &str, start: usize) -> bool {
    text[..start].ends_with(['$', '€', '£'])
}
