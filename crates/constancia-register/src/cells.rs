//! One value out of several that are told: the one that most independent origins give, never an average.

use std::collections::{BTreeMap, BTreeSet};

use constancia_model::{PartialDate, Status};

use crate::brief::Cell;
use crate::certainty::certainty;
use crate::told::{Told, ToldEvent, sources};

/// A value with the statement that gives it.
pub(crate) type Given<'a, T> = (T, &'a Told);

/// The value that most origins give or allow; among equals the more precise, then the first in order.
/// `None` when nobody gives one.
fn chosen<'a, T: Ord + Clone>(
    status: Status,
    given: &[Given<'a, T>],
    compatible: impl Fn(&T, &T) -> bool,
    precision: impl Fn(&T) -> i64,
) -> Option<Cell<T>> {
    let mut origins: BTreeMap<&T, BTreeSet<_>> = BTreeMap::new();
    for (value, told) in given {
        origins.entry(value).or_default().insert(&told.source.origin);
    }
    let support = |value: &T| {
        let agreeing = origins.iter().filter(|(other, _)| compatible(value, other));
        agreeing.flat_map(|(_, origins)| origins).collect::<BTreeSet<_>>().len()
    };
    let best = origins.keys().rev().max_by_key(|value| (support(value), origins[**value].len(), precision(value)))?;
    let best = (*best).clone();
    let (favour, against): (Vec<_>, Vec<_>) = given.iter().partition(|(value, _)| compatible(&best, value));
    let told = |side: Vec<&Given<'a, T>>| side.into_iter().map(|(_, told)| *told).collect::<Vec<_>>();
    let (favour, against) = (told(favour), told(against));
    let certainty = certainty(Some(status), &favour, &against);
    Some(Cell { value: best, certainty, sources: sources(favour) })
}

/// The date of an event: among days if there is one, else among months, years, stretches.
pub(crate) fn date(status: Status, told: &[ToldEvent<'_>]) -> Option<Cell<PartialDate>> {
    let given: Vec<_> = told.iter().filter_map(|one| Some((one.event.date?, one.told))).collect();
    let days: Vec<_> = given.iter().filter(|(date, _)| date.single_day().is_some()).copied().collect();
    let mut cell = chosen(status, if days.is_empty() { &given } else { &days }, |a, b| a.may_coincide(*b), narrowness)?;
    // Vaguer datings that allow the day stand behind it too.
    let allowing = given.iter().filter(|(date, _)| date.may_coincide(cell.value)).map(|(_, told)| *told);
    cell.sources = sources(allowing);
    Some(cell)
}

/// Minus the number of days that a date can mean.
fn narrowness(date: &PartialDate) -> i64 {
    let length = date.earliest().zip(date.latest()).and_then(|(from, to)| from.until(to).ok());
    length.map_or(i64::MIN, |span| -i64::from(span.get_days()))
}

/// A value in words, where `compatible` says whether two wordings can mean one thing.
pub(crate) fn wording(
    status: Status,
    given: &[Given<'_, &String>],
    compatible: impl Fn(&str, &str) -> bool,
) -> Option<Cell<String>> {
    let cell = chosen(status, given, |one, other| compatible(one, other), |words| words.len() as i64)?;
    Some(Cell { value: cell.value.clone(), certainty: cell.certainty, sources: cell.sources })
}
