//! Which mentions are already known to be one person, and which are known not to be. Sees numbers and decisions only.

use std::collections::{BTreeMap, BTreeSet};

use constancia_model::{Decision, Judgement, PersonMention, ReportId};

/// Mentions in groups of one person each.
pub(super) struct Groups<'a> {
    parents: Vec<usize>,
    reports: Vec<BTreeSet<&'a ReportId>>,
    /// Mentions that belong to somebody else than the members of the group.
    others: Vec<Vec<usize>>,
    /// Mentions of which somebody could not say whether they belong to the group.
    unsure: Vec<Vec<usize>>,
}

impl<'a> Groups<'a> {
    /// Every mention alone, then kept apart and joined as decided.
    pub fn new(mentions: &[&'a PersonMention], judgements: &[Judgement]) -> Self {
        let mut groups = Self {
            parents: (0..mentions.len()).collect(),
            reports: mentions.iter().map(|mention| BTreeSet::from([&mention.report])).collect(),
            others: vec![Vec::new(); mentions.len()],
            unsure: vec![Vec::new(); mentions.len()],
        };
        let mut last: BTreeMap<(usize, usize), Decision> = BTreeMap::new();
        for judgement in judgements {
            let place = |mention: &PersonMention| mentions.binary_search(&mention).ok();
            if let (Some(one), Some(other)) = (place(&judgement.mentions.0), place(&judgement.mentions.1)) {
                last.insert((one.min(other), one.max(other)), judgement.decision);
            }
        }
        last.retain(|(one, other), _| one != other);
        groups.follow(&last);
        groups
    }

    /// What is apart comes before what is one.
    fn follow(&mut self, decided: &BTreeMap<(usize, usize), Decision>) {
        let of =
            |wanted: Decision| decided.iter().filter(move |(_, decision)| **decision == wanted).map(|(pair, _)| *pair);
        for (one, other) in of(Decision::DifferentPersons) {
            self.others[one].push(other);
            self.others[other].push(one);
        }
        for (one, other) in of(Decision::Unsure) {
            self.unsure[one].push(other);
            self.unsure[other].push(one);
        }
        for (one, other) in of(Decision::SamePerson) {
            if !self.apart(one, other) {
                self.join(one, other);
            }
        }
    }

    /// The mention that stands for the whole group.
    pub fn root(&self, mention: usize) -> usize {
        let mut at = mention;
        while self.parents[at] != at {
            at = self.parents[at];
        }
        at
    }

    /// Whether both are known to be one person.
    pub fn together(&self, one: usize, other: usize) -> bool {
        self.root(one) == self.root(other)
    }

    /// Whether both are known to be two persons, directly or through others.
    pub fn apart(&self, one: usize, other: usize) -> bool {
        self.is_listed(&self.others, one, other)
    }

    /// Whether somebody has looked at the two and left it open, directly or through others.
    pub fn is_unsure(&self, one: usize, other: usize) -> bool {
        self.is_listed(&self.unsure, one, other)
    }

    fn is_listed(&self, lists: &[Vec<usize>], one: usize, other: usize) -> bool {
        let (a, b) = (self.root(one), self.root(other));
        let (few, many) = if lists[a].len() <= lists[b].len() { (a, b) } else { (b, a) };
        a != b && lists[few].iter().any(|mention| self.root(*mention) == many)
    }

    /// Whether some report names both persons side by side.
    pub fn share_a_report(&self, one: usize, other: usize) -> bool {
        let (a, b) = (&self.reports[self.root(one)], &self.reports[self.root(other)]);
        let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        few.iter().any(|report| many.contains(report))
    }

    /// Makes both one person. Gives back the root that stays and the one that is no more; `None` when they were one.
    pub fn join(&mut self, one: usize, other: usize) -> Option<(usize, usize)> {
        let (a, b) = (self.root(one), self.root(other));
        if a == b {
            return None;
        }
        let (keep, merge) = if self.reports[a].len() >= self.reports[b].len() { (a, b) } else { (b, a) };
        self.parents[merge] = keep;
        let reports = std::mem::take(&mut self.reports[merge]);
        self.reports[keep].extend(reports);
        for lists in [&mut self.others, &mut self.unsure] {
            let moved = std::mem::take(&mut lists[merge]);
            lists[keep].extend(moved);
        }
        Some((keep, merge))
    }
}
