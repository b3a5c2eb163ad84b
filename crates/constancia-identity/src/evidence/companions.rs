//! Who else is named in the same reports. Two mentions beside the same other persons are probably one: the others are a
//! fingerprint of the event.

use std::collections::{BTreeMap, BTreeSet};

use super::{Facts, Finding};
use crate::card::{Field, Verdict};
use crate::keys::key;
use crate::name::Name;

/// Companions of a mention that are looked at, the rarest.
pub(crate) const KEPT: usize = 12;

/// Bits that shared companions are worth at most.
const AT_MOST: f64 = 9.0;

/// The bits of a key that stand for the given name alone: keys that share them are mostly of one companion.
const GIVEN: u64 = 0xffff;

/// What a companion is known by: the given name with each other word, so that a surname more or less does not matter.
pub(crate) fn companion_keys(name: &Name) -> Vec<u64> {
    match name.words.as_slice() {
        [given, others @ ..] => {
            let given_only = key("companion", &[given]) & GIVEN;
            others.iter().map(|word| key("companion", &[given, word]) & !GIVEN | given_only).collect()
        }
        [] => Vec::new(),
    }
}

/// The rarest keys, without those of the mention itself. `keys` come the rarest first.
pub(crate) fn rarest(keys: &[u64], own: &[u64]) -> BTreeSet<u64> {
    keys.iter().filter(|key| !own.contains(key)).take(KEPT).copied().collect()
}

/// The companions of both.
pub(crate) fn shared(one: &Facts, other: &Facts) -> Vec<u64> {
    one.companions.intersection(&other.companions).copied().collect()
}

/// How rare those are whom they share. That they share none means nothing: a report names whom it pleases.
pub(super) fn compare(one: &Facts, other: &Facts, rarity: &dyn Fn(u64) -> f64) -> Option<Finding> {
    let shared = shared(one, other);
    let mut by_given: BTreeMap<u64, f64> = BTreeMap::new();
    for key in &shared {
        let bits = by_given.entry(key & GIVEN).or_default();
        *bits = bits.max(rarity(*key));
    }
    let bits: f64 = by_given.values().sum();
    let found = Finding { field: Field::Companions, verdict: Verdict::Agrees, bits: bits.min(AT_MOST) };
    (!shared.is_empty()).then_some(found)
}
