//! List against list: one report names everybody whom it counts, and another, with an independent voice, names somebody
//! else for the same thing at the same moment.

use std::collections::{BTreeMap, BTreeSet};

use constancia_model::{Content, Stance, Status};
use jiff::civil::Date;

use crate::brief::{Contradiction, ContradictionAbout, Explanation};
use crate::contradictions::{Claim, Subject, contradiction, published_together};
use crate::told::Told;
use crate::voices::Voices;

/// How many names make a list.
const LEAST_NAMES: usize = 3;

/// How many names two lists must share at least to be lists of one thing; half of the shorter one, if that is more.
const LEAST_SHARED: usize = 2;

/// The names that one voice gives in one report for one status.
#[derive(Debug)]
pub(crate) struct List<'a> {
    pub status: Status,
    /// The persons, by their numbers, each with the statement that names her first.
    pub persons: BTreeMap<usize, &'a Told>,
    /// Whether the report counts exactly so many: it means to name everybody.
    pub complete: bool,
    day: Option<Date>,
}

impl List<'_> {
    fn voices(&self) -> Voices<'_> {
        Voices::of(self.persons.values().copied())
    }
}

/// The lists of one report. `person` gives the number of the person whom a statement is about.
pub(crate) fn lists_of<'a>(told: &'a [Told], person: impl Fn(&Told) -> Option<usize>) -> Vec<List<'a>> {
    let mut found: BTreeMap<(Status, &str), List<'a>> = BTreeMap::new();
    for told in told.iter().filter(|told| told.stance() == Stance::Asserts) {
        let (Content::Status(event), Some(person)) = (&told.statement.content, person(told)) else { continue };
        let day = event.date.and_then(constancia_model::PartialDate::single_day).or(told.published_day());
        let new = || List { status: event.status, persons: BTreeMap::new(), complete: false, day };
        let list = found.entry((event.status, &told.voice)).or_insert_with(new);
        list.persons.entry(person).or_insert(told);
    }
    let counted = |status: Status, number: usize| {
        told.iter().any(|told| match &told.statement.content {
            Content::Count(count) => {
                let exact = count.bound.is_none() && count.high == Some(count.low);
                count.status == status && exact && count.low == number as u64 && told.stance() == Stance::Asserts
            }
            _ => false,
        })
    };
    let mut lists: Vec<List<'a>> = found.into_values().filter(|list| list.persons.len() >= LEAST_NAMES).collect();
    for list in &mut lists {
        list.complete = counted(list.status, list.persons.len());
    }
    lists
}

/// The contradiction between two lists; a side's value is the names that it alone gives, none where it gives no other.
/// Explained where the later list holds the earlier. `None` where they do not speak of one thing, or where none that
/// claims to be whole leaves anybody out.
pub(crate) fn between_lists(one: &List<'_>, other: &List<'_>, name: impl Fn(usize) -> String) -> Option<Contradiction> {
    let shared = one.persons.keys().filter(|person| other.persons.contains_key(person)).count();
    let least = LEAST_SHARED.max(one.persons.len().min(other.persons.len()).div_ceil(2));
    let of_one_thing = one.status == other.status && shared >= least && published_together(one.day, other.day);
    let (only_one, only_other) = (without(one, other), without(other, one));
    let left_out = one.complete && !only_other.is_empty() || other.complete && !only_one.is_empty();
    if !of_one_thing || !left_out || !one.voices().independent_of(&other.voices()) {
        return None;
    }
    let within = only_one.is_empty() || only_other.is_empty();
    let grew = within && one.day.zip(other.day).is_some_and(|(a, b)| a != b && (a < b) == only_one.is_empty());
    let explained = grew.then_some(Explanation::LongerList);
    let claims = [(one, only_one), (other, only_other)].map(|(list, own)| {
        let value = own.iter().map(|person| name(*person)).collect::<Vec<_>>().join(", ");
        let own = list.persons.iter().filter(|(person, _)| own.is_empty() || own.contains(person));
        Claim { value, told: own.map(|(_, told)| *told).collect() }
    });
    let subject =
        Subject { about: ContradictionAbout::List, person: None, status: one.status, population: None, place: None };
    Some(contradiction(subject, explained, claims.into()))
}

/// The persons on the one list whom the other leaves out.
fn without(one: &List<'_>, other: &List<'_>) -> BTreeSet<usize> {
    one.persons.keys().filter(|person| !other.persons.contains_key(person)).copied().collect()
}
