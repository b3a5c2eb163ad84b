//! One value out of several that are told: the one that most independent origins give, never an average.

use std::collections::{BTreeMap, BTreeSet};

use constancia_model::{PartialDate, Status};

use crate::brief::Cell;
use crate::certainty::certainty;
use crate::rules::CertaintyRule;
use crate::told::{Told, ToldEvent, sources};

/// A value with the statement that gives it.
pub(crate) type Given<'a, T> = (T, &'a Told);

/// The value that most origins give or allow; among equals the more precise, then the first in order.
/// `None` when nobody gives one.
fn best<T: Ord + Clone>(
    given: &[Given<'_, T>],
    compatible: impl Fn(&T, &T) -> bool,
    precision: impl Fn(&T) -> i64,
) -> Option<T> {
    let mut origins: BTreeMap<&T, BTreeSet<_>> = BTreeMap::new();
    for (value, told) in given {
        origins.entry(value).or_default().insert(told.origin());
    }
    let support = |value: &T| {
        let agreeing = origins.iter().filter(|(other, _)| compatible(value, other));
        agreeing.flat_map(|(_, origins)| origins).collect::<BTreeSet<_>>().len()
    };
    let best = origins.keys().rev().max_by_key(|value| (support(value), origins[**value].len(), precision(value)))?;
    Some((*best).clone())
}

/// The best value as a cell: with who says so, and how sure that is against who says otherwise.
fn chosen<'a, T: Ord + Clone>(
    rule: &CertaintyRule,
    status: Status,
    given: &[Given<'a, T>],
    compatible: impl Fn(&T, &T) -> bool,
    precision: impl Fn(&T) -> i64,
) -> Option<Cell<T>> {
    let best = best(given, &compatible, precision)?;
    let (favour, against): (Vec<_>, Vec<_>) = given.iter().partition(|(value, _)| compatible(&best, value));
    let told = |side: Vec<&Given<'a, T>>| side.into_iter().map(|(_, told)| *told).collect::<Vec<_>>();
    let (favour, against) = (told(favour), told(against));
    let certainty = certainty(rule, Some(status), &favour, &against);
    Some(Cell { value: best, certainty, sources: sources(favour) })
}

/// The dates given for an event: the days if there are any, else months, years, stretches.
fn dates<'a>(told: &[ToldEvent<'a>]) -> Vec<Given<'a, PartialDate>> {
    let given = || told.iter().filter_map(|one| Some((one.event.date?, one.told)));
    let days: Vec<_> = given().filter(|(date, _)| date.single_day().is_some()).collect();
    if days.is_empty() { given().collect() } else { days }
}

/// The date of an event without who says so.
pub(crate) fn date_value(told: &[ToldEvent<'_>]) -> Option<PartialDate> {
    best(&dates(told), |a, b| a.may_coincide(*b), narrowness)
}

/// The date of an event.
pub(crate) fn date(rule: &CertaintyRule, status: Status, told: &[ToldEvent<'_>]) -> Option<Cell<PartialDate>> {
    let mut cell = chosen(rule, status, &dates(told), |a, b| a.may_coincide(*b), narrowness)?;
    // Vaguer datings that allow the day stand behind it too.
    let given = told.iter().filter(|one| one.event.date.is_some_and(|date| date.may_coincide(cell.value)));
    cell.sources = sources(given.map(|one| one.told));
    Some(cell)
}

/// Minus the number of days that a date can mean.
fn narrowness(date: &PartialDate) -> i64 {
    let length = date.earliest().zip(date.latest()).and_then(|(from, to)| from.until(to).ok());
    length.map_or(i64::MIN, |span| -i64::from(span.get_days()))
}

/// A value in words, where `compatible` says whether two wordings can mean one thing.
pub(crate) fn wording(
    rule: &CertaintyRule,
    status: Status,
    given: &[Given<'_, &String>],
    compatible: impl Fn(&str, &str) -> bool,
) -> Option<Cell<String>> {
    let cell = chosen(rule, status, given, |one, other| compatible(one, other), |words| words.len() as i64)?;
    Some(Cell { value: cell.value.clone(), certainty: cell.certainty, sources: cell.sources })
}
