//! Where somebody was in custody: the country, and the place itself.

use std::collections::BTreeSet;

use super::weights::{COUNTRY, PLACE};
use super::{Facts, Finding, finding};
use crate::card::Field;

/// The countries of custody. Two of them are seldom one person's.
pub(super) fn country(one: &Facts, other: &Facts) -> Option<Finding> {
    finding(Field::Country, both(&one.countries, &other.countries), COUNTRY)
}

/// The places, by the words that tell one from another. People are moved: a difference says little.
pub(super) fn place(one: &Facts, other: &Facts) -> Option<Finding> {
    finding(Field::Place, both(&one.places, &other.places), PLACE)
}

fn both(one: &BTreeSet<String>, other: &BTreeSet<String>) -> Option<bool> {
    (!one.is_empty() && !other.is_empty()).then(|| !one.is_disjoint(other))
}
