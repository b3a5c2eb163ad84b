//! Compares persons and proposes judgements.
//!
//! Sees names, attributes and statuses as statements give them, never prose. It decides nothing: a proposal that is
//! `certain` may be recorded by the rule's name, every other one waits for a person.

mod blocking;
mod groups;
mod links;
mod name;
mod profile;
mod relation;
mod spelling;

use std::collections::{BTreeMap, BTreeSet};

use constancia_model::{Attribute, Decision, Judgement, PersonMention, Status};

use crate::groups::Groups;
use crate::links::{Bearers, Link};
use crate::name::Name;
use crate::profile::Profile;

/// A person as one report names her, with what that report says of her.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The report and the fullest name that it gives.
    pub mention: PersonMention,
    /// Who she is said to be.
    pub attributes: Vec<Attribute>,
    /// What is said to have happened to her.
    pub statuses: Vec<Status>,
}

/// A judgement that a rule proposes.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Two mentions, always as the same person; the reason is a list of stable codes with spaces between.
    pub judgement: Judgement,
    /// Whether the rule may decide by itself.
    pub certain: bool,
}

/// How many open questions one name may raise; a reviewer who has to look through more looks at none.
const OPEN_QUESTIONS: usize = 8;

/// Proposes which mentions are one person, given what was already decided. Sorted by the mentions, the same whatever
/// the order of `candidates` and `decided`.
///
/// Nothing is proposed for two mentions of one report, for a name of one word, for mentions that are already joined, or
/// against a recorded judgement, direct or through others.
pub fn propose(candidates: &[Candidate], decided: &[Judgement]) -> Vec<Proposal> {
    let mentions: Vec<&PersonMention> =
        candidates.iter().map(|c| &c.mention).collect::<BTreeSet<_>>().into_iter().collect();
    let bearers = bearers(candidates, &mentions);
    let groups = Groups::new(&mentions, decided);
    let links = links::links(&bearers, &mentions);
    let contested = links::contested(&bearers, &links, &mentions, &groups);
    let mut proposals =
        Judging { mentions: &mentions, bearers: &bearers, contested, groups, raised: BTreeMap::new() }.all(links);
    proposals.sort_by(|a, b| a.judgement.mentions.cmp(&b.judgement.mentions));
    proposals
}

/// Every comparable name with its mentions and what is said of them.
fn bearers(candidates: &[Candidate], mentions: &[&PersonMention]) -> Vec<Bearers> {
    let mut attributes: BTreeMap<&PersonMention, Vec<Attribute>> = BTreeMap::new();
    for candidate in candidates {
        attributes.entry(&candidate.mention).or_default().extend(candidate.attributes.iter().cloned());
    }
    let mut bearers: BTreeMap<Name, Bearers> = BTreeMap::new();
    for (at, mention) in mentions.iter().enumerate() {
        let name = Name::read(&mention.name);
        if name.is_comparable() {
            let new = || Bearers { name: name.clone(), mentions: Vec::new(), profile: Profile::default() };
            let found = bearers.entry(name.clone()).or_insert_with(new);
            found.mentions.push(at);
            found.profile.add(attributes.get(mention).map_or(&[], Vec::as_slice));
        }
    }
    bearers.into_values().collect()
}

/// Links in, proposals out; what is certain joins the groups at once and so speaks for or against what follows.
struct Judging<'a> {
    mentions: &'a [&'a PersonMention],
    bearers: &'a [Bearers],
    contested: BTreeSet<usize>,
    groups: Groups<'a>,
    /// Open questions raised so far about each name.
    raised: BTreeMap<usize, usize>,
}

impl Judging<'_> {
    fn all(mut self, links: Vec<Link>) -> Vec<Proposal> {
        let (settling, open): (Vec<Link>, Vec<Link>) =
            links.into_iter().partition(|link| link.relation.settles && self.doubts(link).is_empty());
        let mut proposals: Vec<Proposal> = Vec::new();
        let mut left = Vec::new();
        for link in settling {
            if self.is_idle(&link) {
                continue;
            }
            if self.groups.share_a_report(link.mentions.0, link.mentions.1) {
                left.push(link);
                continue;
            }
            self.groups.join(link.mentions.0, link.mentions.1);
            proposals.push(self.proposal(&link, true));
        }
        left.extend(open);
        left.iter().for_each(|link| proposals.extend(self.question(link)));
        proposals
    }

    /// Whether nothing is left to say: already joined, kept apart or looked at.
    fn is_idle(&self, link: &Link) -> bool {
        let (one, other) = link.mentions;
        self.groups.together(one, other) || self.groups.apart(one, other) || self.groups.is_decided(one, other)
    }

    fn question(&mut self, link: &Link) -> Option<Proposal> {
        if self.is_idle(link) {
            return None;
        }
        let (one, other) = link.names;
        let many = |name: &usize| one != other && self.raised.get(name).is_some_and(|raised| *raised >= OPEN_QUESTIONS);
        if many(&one) || many(&other) {
            return None;
        }
        [one, other].into_iter().for_each(|name| *self.raised.entry(name).or_default() += 1);
        Some(self.proposal(link, false))
    }

    /// What speaks against one person, as codes.
    fn doubts(&self, link: &Link) -> Vec<&'static str> {
        let (one, other) = link.names;
        let mut doubts = self.bearers[one].profile.conflicts(&self.bearers[other].profile);
        if self.contested.contains(&one) || self.contested.contains(&other) {
            doubts.push("competing-candidates");
        }
        doubts
    }

    fn proposal(&self, link: &Link, certain: bool) -> Proposal {
        let mut reasons = link.relation.reasons.clone();
        reasons.extend(self.doubts(link));
        if !certain && self.groups.share_a_report(link.mentions.0, link.mentions.1) {
            reasons.push("named-side-by-side");
        }
        let mention = |at: usize| self.mentions[at].clone();
        let (one, other) = (mention(link.mentions.0), mention(link.mentions.1));
        Proposal { judgement: Judgement::new(one, other, Decision::SamePerson, reasons.join(" ")), certain }
    }
}

#[cfg(test)]
mod tests;
