//! What agreement and difference of each field are worth. The only place where such numbers stand.

use crate::card::Verdict;

/// How often a field agrees between two mentions of one person and between those of two.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weight {
    /// Of one person.
    one: f64,
    /// Of two persons whose names are alike.
    two: f64,
    /// What a difference means.
    pub difference: Verdict,
}

impl Weight {
    const fn soft(one: f64, two: f64) -> Self {
        Self { one, two, difference: Verdict::Differs }
    }

    const fn hard(one: f64, two: f64) -> Self {
        Self { one, two, difference: Verdict::Contradicts }
    }

    /// Bits for agreement.
    pub fn agrees(self) -> f64 {
        (self.one / self.two).log2()
    }

    /// Bits for difference, below zero.
    pub fn differs(self) -> f64 {
        ((1.0 - self.one) / (1.0 - self.two)).log2()
    }
}

/// Years of birth within the tolerance: five of some sixty that adults are spread over.
pub(super) const AGE: Weight = Weight::hard(0.97, 0.08);
/// Reports of one country name mostly its own people.
pub(super) const NATIONALITY: Weight = Weight::hard(0.97, 0.3);
/// The trade is told in many ways; two people of one name share one by chance one time in twenty.
pub(super) const ROLE: Weight = Weight::soft(0.7, 0.05);
pub(super) const AFFILIATION: Weight = Weight::soft(0.6, 0.02);
pub(super) const SPOUSE: Weight = Weight::soft(0.9, 0.001);
pub(super) const PARENT: Weight = Weight::soft(0.6, 0.001);
pub(super) const CHILD: Weight = Weight::soft(0.5, 0.001);
pub(super) const SIBLING: Weight = Weight::soft(0.5, 0.001);
/// One lawyer defends many.
pub(super) const LAWYER: Weight = Weight::soft(0.5, 0.02);
/// A relative named by one word only.
pub(super) const RELATIVE_BY_GIVEN_NAME: Weight = Weight::soft(0.6, 0.02);
/// The country of custody.
pub(super) const COUNTRY: Weight = Weight::hard(0.98, 0.3);
pub(super) const PLACE: Weight = Weight::soft(0.5, 0.1);
/// The day somebody was taken, tried or died.
pub(super) const OWN_DAY: Weight = Weight::soft(0.7, 0.02);
/// The day of a release, which many share.
pub(super) const RELEASE_DAY: Weight = Weight::soft(0.6, 0.08);
/// The month of either.
pub(super) const MONTH: Weight = Weight::soft(0.8, 0.1);
/// Alive after the other has died.
pub(super) const LIFE: Weight = Weight::hard(0.99, 0.9);
