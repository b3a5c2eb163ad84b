//! Proposes which mentions are one person, over a whole register at once.
//!
//! Pairs worth comparing come from blocks, each is assessed, then the surest are joined first; what is joined speaks for
//! or against what follows. The work grows with the number of mentions, not of their pairs.

mod assessment;
mod blocks;
mod contest;
mod gathering;
mod groups;
mod judging;

use constancia_model::Judgement;

use self::assessment::Assessor;
use self::gathering::Gathered;
use self::groups::Groups;
use self::judging::Judging;
use crate::candidate::{Candidate, Proposal, Settings};

/// Proposes with the default settings: see [`propose_with`].
pub fn propose(candidates: &[Candidate], decided: &[Judgement]) -> Vec<Proposal> {
    propose_with(candidates, decided, &Settings::default())
}

/// Proposes which mentions are one person, given what was already decided. Sorted by the mentions, the same whatever
/// the order of `candidates`.
///
/// Of several judgements of one pair the last in `decided` counts. Where judgements contradict each other, being apart
/// comes before being one: a judgement that would join what another holds apart is not followed. Judgements on unknown
/// mentions, or on a mention and itself, are passed over.
///
/// Nothing is certain for two mentions of one report; nothing is proposed for a name of one word, for mentions that are
/// already joined, or against a recorded judgement, direct or through others, "unsure" included.
pub fn propose_with(candidates: &[Candidate], decided: &[Judgement], settings: &Settings) -> Vec<Proposal> {
    let gathered = Gathered::of(candidates);
    let groups = Groups::new(&gathered.mentions, decided);
    let persons = gathered.persons(&groups);
    let mut assessor = Assessor::new(&gathered, persons);
    let pairs = blocks::pairs(&gathered, assessor.persons());
    let assessed = assessor.assess(pairs, settings);
    let mut proposals = Judging::new(&gathered, groups, assessor, *settings).all(assessed);
    proposals.sort_by(|a, b| a.judgement.mentions.cmp(&b.judgement.mentions));
    proposals
}

#[cfg(test)]
mod tests;
