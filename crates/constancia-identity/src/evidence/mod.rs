//! What is known of two persons beside their names, field by field: whether it agrees, and what that is worth. Sees
//! attributes and events as statements give them, no prose and no names of the two.
//!
//! Worth is counted in bits, after Fellegi and Sunter (A Theory for Record Linkage, 1969): the binary logarithm of how much
//! more often a field agrees (or differs) between two mentions of one person than between those of two. Bits of independent
//! fields add up. docs/IDENTITY.md gives the numbers and where they come from.

mod companions;
mod facts;
mod places;
mod values;
mod weights;

use crate::card::{Field, Verdict};
pub(crate) use companions::{companion_keys, rarest, shared};
pub(crate) use facts::Facts;
use weights::Weight;

/// Bits that place, dates and companions can be worth together: all three follow from one event.
const ONE_EVENT: f64 = 10.0;

/// How two persons compare in one field of which something is known of both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Finding {
    pub field: Field,
    pub verdict: Verdict,
    pub bits: f64,
}

/// Every field that can be compared, in the order of the fields. `rarity` gives the bits of a shared companion.
pub(crate) fn compare(one: &Facts, other: &Facts, rarity: &dyn Fn(u64) -> f64) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    found.extend(facts::age(one, other));
    found.extend(facts::nationality(one, other));
    found.extend(facts::role(one, other));
    found.extend(facts::affiliation(one, other));
    found.extend(facts::relatives(one, other));
    found.extend(places::country(one, other));
    found.extend(places::place(one, other));
    found.extend(facts::dates(one, other));
    found.extend(facts::life(one, other));
    found.extend(companions::compare(one, other, rarity));
    found
}

/// What all findings are worth together, in bits.
pub(crate) fn worth(findings: &[Finding]) -> f64 {
    let of_event = |found: &&Finding| matches!(found.field, Field::Place | Field::Date | Field::Companions);
    let event: f64 = findings.iter().filter(of_event).map(|found| found.bits).sum();
    let others: f64 = findings.iter().filter(|found| !of_event(found)).map(|found| found.bits).sum();
    others + event.min(ONE_EVENT)
}

/// Whether the values agree; `None` where one side says nothing.
fn finding(field: Field, agrees: Option<bool>, weight: Weight) -> Option<Finding> {
    let found = |verdict, bits| Finding { field, verdict, bits };
    agrees.map(|agrees| match agrees {
        true => found(Verdict::Agrees, weight.agrees()),
        false => found(weight.difference, weight.differs()),
    })
}
