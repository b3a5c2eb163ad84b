//! Finds the pairs of persons worth comparing without comparing all with all. Decides nothing about them.

use super::gathering::{Gathered, Person};
use crate::keys::{close_keys, fact_keys, loose_keys};
use crate::name::Name;

/// Persons in one block up to which all are compared with all.
const SMALL: usize = 10;

/// With how many of those best described each person of a larger block is compared.
const FIRST: usize = 8;

/// Persons up to whom a key of slips and initials tells something.
const TELLING: usize = 24;

/// Pairs of roots, the smaller first, sorted, each once.
pub(super) fn pairs(gathered: &Gathered, persons: &[Person]) -> Vec<(usize, usize)> {
    let close = blocks(gathered, persons, |name, person| [close_keys(name), fact_keys(name, &person.facts)].concat());
    let mut pairs: Vec<(usize, usize)> = close.into_iter().flat_map(|block| pairs_of(block, persons)).collect();
    let loose = blocks(gathered, persons, |name, _| loose_keys(name));
    let telling = loose.into_iter().filter(|block| block.len() <= TELLING);
    pairs.extend(telling.flat_map(|block| pairs_of(block, persons)));
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Roots with a key in common, by key.
fn blocks(gathered: &Gathered, persons: &[Person], keys: impl Fn(&Name, &Person) -> Vec<u64>) -> Vec<Vec<usize>> {
    let mut keyed: Vec<(u64, usize)> = Vec::new();
    for (root, person) in persons.iter().enumerate() {
        for name in &person.names {
            keyed.extend(keys(&gathered.names[*name], person).into_iter().map(|key| (key, root)));
        }
    }
    keyed.sort_unstable();
    keyed.dedup();
    let several = keyed.chunk_by(|a, b| a.0 == b.0).filter(|block| block.len() > 1);
    several.map(|block| block.iter().map(|(_, root)| *root).collect()).collect()
}

fn pairs_of(mut block: Vec<usize>, persons: &[Person]) -> Vec<(usize, usize)> {
    let hubs = if block.len() <= SMALL { block.len() } else { FIRST };
    if block.len() > SMALL {
        let known = |root: &usize| (persons[*root].mentions.len(), persons[*root].facts.richness());
        block.sort_by(|a, b| known(b).cmp(&known(a)).then(a.cmp(b)));
    }
    let block = &block;
    let with_hubs = |n: usize| (0..n.min(hubs)).map(move |hub| ordered(block[hub], block[n]));
    (1..block.len()).flat_map(with_hubs).collect()
}

fn ordered(one: usize, other: usize) -> (usize, usize) {
    (one.min(other), one.max(other))
}
