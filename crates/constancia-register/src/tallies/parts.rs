//! Which tally is a part of which: journalists among political prisoners, a prison in its state, house arrests among
//! releases. Compares definitions; knows no number.

use std::collections::BTreeMap;

use constancia_model::{PartialDate, Terms};

use crate::tallies::figures::{Definition, Scope};
use crate::words::areas::Area;
use crate::words::populations::Population;

/// A tally by what it counts.
pub(crate) struct Counted<'a> {
    pub definition: &'a Definition,
    pub since: Option<PartialDate>,
    pub area: Option<&'a Area>,
}

type Key<'a> = (&'a Definition, Option<PartialDate>);

/// For each tally the nearest wider one that there is: of all terms, of the wider population at the same place, of the
/// same population at the wider place, of both wider.
pub(crate) fn part_of(tallies: &[Counted<'_>]) -> Vec<Option<usize>> {
    let mut known: BTreeMap<Key<'_>, usize> = BTreeMap::new();
    let mut any_period: BTreeMap<&Definition, usize> = BTreeMap::new();
    for (place, tally) in tallies.iter().enumerate() {
        known.entry((tally.definition, tally.since)).or_insert(place);
        any_period.entry(tally.definition).or_insert(place);
    }
    let wider_one = |place: usize| {
        let tally = &tallies[place];
        wider(tally).into_iter().find_map(|definition| {
            let same_period = known.get(&(&definition, tally.since)).copied();
            same_period.or_else(|| any_period.get(&definition).copied()).filter(|found| *found != place)
        })
    };
    (0..tallies.len()).map(wider_one).collect()
}

/// The definitions that hold this one, nearest first.
fn wider(tally: &Counted<'_>) -> Vec<Definition> {
    let own = tally.definition;
    let populations: Vec<Option<String>> = match &own.population {
        Some(key) => Population::of(key).wider().into_iter().map(|wider| Some(wider.key)).chain([None]).collect(),
        None => Vec::new(),
    };
    let terms: Vec<Option<Terms>> = if own.terms.is_some() { vec![None] } else { Vec::new() };
    let scopes = wider_scopes(own, tally.area);
    let mut found: Vec<Definition> = terms.into_iter().map(|terms| Definition { terms, ..own.clone() }).collect();
    found.extend(populations.iter().map(|population| Definition { population: population.clone(), ..own.clone() }));
    for scope in scopes {
        let there = Definition { scope, ..own.clone() };
        let of_others =
            populations.iter().map(|population| Definition { population: population.clone(), ..there.clone() });
        found.extend(std::iter::once(there.clone()).chain(of_others));
    }
    found
}

fn wider_scopes(definition: &Definition, area: Option<&Area>) -> Vec<Scope> {
    let (Scope::Place(..), Some(area)) = (&definition.scope, area) else { return Vec::new() };
    let country = area.chain.last();
    let scope = |(depth, place): (usize, &String)| {
        let is_country = depth + 1 == area.chain.len();
        Scope::Place(place.clone(), country.filter(|_| !is_country).cloned())
    };
    area.chain.iter().enumerate().skip(1).map(scope).collect()
}
