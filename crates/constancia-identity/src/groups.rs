//! Which mentions are already known to be one person, and which are known not to be. Sees numbers and decisions only.

use std::collections::{BTreeMap, BTreeSet};

use constancia_model::{Decision, Judgement, PersonMention, ReportId};

/// Mentions in groups of one person each.
pub(crate) struct Groups<'a> {
    parents: Vec<usize>,
    reports: Vec<BTreeSet<&'a ReportId>>,
    /// Mentions that belong to somebody else than the members of the group.
    others: Vec<Vec<usize>>,
    decided: BTreeSet<(usize, usize)>,
}

impl<'a> Groups<'a> {
    /// Every mention alone, then joined and kept apart as decided. Judgements on unknown mentions are passed over.
    pub fn new(mentions: &[&'a PersonMention], judgements: &[Judgement]) -> Self {
        let mut groups = Self {
            parents: (0..mentions.len()).collect(),
            reports: mentions.iter().map(|mention| BTreeSet::from([&mention.report])).collect(),
            others: vec![Vec::new(); mentions.len()],
            decided: BTreeSet::new(),
        };
        let places: BTreeMap<&PersonMention, usize> = mentions.iter().enumerate().map(|(at, m)| (*m, at)).collect();
        for judgement in judgements {
            let (one, other) = &judgement.mentions;
            if let (Some(one), Some(other)) = (places.get(one), places.get(other)) {
                groups.take(*one, *other, judgement.decision);
            }
        }
        groups
    }

    fn take(&mut self, one: usize, other: usize, decision: Decision) {
        self.decided.insert((one.min(other), one.max(other)));
        match decision {
            Decision::SamePerson => self.join(one, other),
            Decision::DifferentPersons => {
                let (a, b) = (self.root(one), self.root(other));
                self.others[a].push(other);
                self.others[b].push(one);
            }
            Decision::Unsure => {}
        }
    }

    fn root(&self, mention: usize) -> usize {
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
        let (a, b) = (self.root(one), self.root(other));
        self.others[a].iter().any(|mention| self.root(*mention) == b)
    }

    /// Whether somebody has looked at exactly these two.
    pub fn is_decided(&self, one: usize, other: usize) -> bool {
        self.decided.contains(&(one.min(other), one.max(other)))
    }

    /// Whether some report names both persons side by side.
    pub fn share_a_report(&self, one: usize, other: usize) -> bool {
        !self.reports[self.root(one)].is_disjoint(&self.reports[self.root(other)])
    }

    /// Makes both one person.
    pub fn join(&mut self, one: usize, other: usize) {
        let (a, b) = (self.root(one), self.root(other));
        if a == b {
            return;
        }
        let (keep, merge) = if self.reports[a].len() >= self.reports[b].len() { (a, b) } else { (b, a) };
        self.parents[merge] = keep;
        let reports = std::mem::take(&mut self.reports[merge]);
        self.reports[keep].extend(reports);
        let others = std::mem::take(&mut self.others[merge]);
        self.others[keep].extend(others);
    }
}
