//! Which of two texts with shared wording is the copy. Knows dates, credits and lengths; does not look for pairs.

use std::cmp::Ordering;

use constancia_model::PartialDate;

use crate::candidates::Pair;
use crate::forest::Edge;
use crate::wording::Wording;

/// How much more of one text than of the other must be shared before the one counts as contained in the other.
const CONTAINED: f64 = 0.1;

/// The pair as a copy and its original. The first rule that can tell decides: the later date, the agency named, the
/// text contained in the other, the shorter text, the greater identity.
pub(crate) fn directed(wordings: &[Wording], pair: &Pair) -> Edge {
    let (one, other) = (&wordings[pair.earlier], &wordings[pair.later]);
    let original_first = by_date(one, other)
        .then_with(|| by_agency(one, other))
        .then_with(|| by_containment(pair))
        .then_with(|| other.words.len().cmp(&one.words.len()))
        .then_with(|| one.id.cmp(&other.id));
    match original_first {
        Ordering::Less => Edge { copy: pair.later, of: pair.earlier, shared: pair.of_later },
        _ => Edge { copy: pair.earlier, of: pair.later, shared: pair.of_earlier },
    }
}

/// Only dates that cannot coincide tell: a report of "January" may be older than one of the ninth.
fn by_date(one: &Wording, other: &Wording) -> Ordering {
    let day = |end: fn(PartialDate) -> Option<jiff::civil::Date>, wording: &Wording| wording.published.and_then(end);
    let before = |a, b| day(PartialDate::latest, a).zip(day(PartialDate::earliest, b)).is_some_and(|(a, b)| a < b);
    original(before(one, other), before(other, one))
}

/// A text that names the agency of the other's dateline retells it, unless it comes from the same agency.
fn by_agency(one: &Wording, other: &Wording) -> Ordering {
    if one.agency == other.agency {
        return Ordering::Equal;
    }
    original(other.mentions(&one.agency), one.mentions(&other.agency))
}

fn by_containment(pair: &Pair) -> Ordering {
    original(pair.of_later - pair.of_earlier > CONTAINED, pair.of_earlier - pair.of_later > CONTAINED)
}

/// `Less` where only the first is the original, `Greater` where only the second is.
fn original(first: bool, second: bool) -> Ordering {
    second.cmp(&first)
}
