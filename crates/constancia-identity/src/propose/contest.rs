//! Who is contested: a person who fits two others who cannot both be she. Nobody can say by rule whose she is.

use std::collections::HashMap;

use super::assessment::{Assessed, Assessor};
use super::groups::Groups;

/// Partners of one person that are looked at, the likeliest.
const LOOKED_AT: usize = 8;

/// Who may be whom.
pub(super) struct Contest {
    /// For every root, who may be the same person, with the bits, the likeliest first.
    partners: HashMap<usize, Vec<(usize, f64)>>,
    margin: f64,
}

impl Contest {
    /// From all pairs, the surest first.
    pub fn of(assessed: &[Assessed], margin: f64) -> Self {
        let mut partners: HashMap<usize, Vec<(usize, f64)>> = HashMap::new();
        for found in assessed.iter().filter(|found| found.contradictions().next().is_none()) {
            for (one, other) in [found.roots, (found.roots.1, found.roots.0)] {
                let partners = partners.entry(one).or_default();
                if partners.len() < LOOKED_AT {
                    partners.push((other, found.bits));
                }
            }
        }
        Self { partners, margin }
    }

    /// Whether one of the two has two partners, this one or nearly as likely, who exclude each other.
    pub fn is_contested(&self, pair: &Assessed, assessor: &mut Assessor, groups: &Groups) -> bool {
        let (one, other) = pair.roots;
        self.has_rivals(one, other, pair.bits, assessor, groups)
            || self.has_rivals(other, one, pair.bits, assessor, groups)
    }

    fn has_rivals(&self, of: usize, partner: usize, bits: f64, assessor: &mut Assessor, groups: &Groups) -> bool {
        let Some(partners) = self.partners.get(&of) else { return false };
        let is_near = |(rival, rival_bits): &&(usize, f64)| *rival == partner || *rival_bits > bits - self.margin;
        let mut near: Vec<usize> = partners.iter().filter(is_near).map(|(rival, _)| *rival).collect();
        if !near.contains(&partner) {
            near.push(partner);
        }
        near.iter().enumerate().any(|(at, one)| {
            near[at + 1..].iter().any(|other| {
                let is_explained = partners.iter().any(|(longer, _)| assessor.is_contained(*one, *other, *longer));
                exclude(*one, *other, is_explained, assessor, groups)
            })
        })
    }
}

/// Whether the two cannot both be a third person. Names that a longer one contains do not exclude each other.
fn exclude(one: usize, other: usize, is_explained: bool, assessor: &mut Assessor, groups: &Groups) -> bool {
    let (one, other) = (groups.root(one), groups.root(other));
    if one == other {
        return false;
    }
    if groups.apart(one, other) || groups.share_a_report(one, other) {
        return true;
    }
    let pair = (one.min(other), one.max(other));
    let names = !is_explained && assessor.names_exclude(pair.0, pair.1);
    names || assessor.contradict(pair.0, pair.1)
}
