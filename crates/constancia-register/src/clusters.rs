//! Joins mentions of persons by recorded judgements. Decides nothing itself and never looks at a name.
//!
//! Two mentions that a judgement holds apart never end up in one cluster, whatever joins them to others; neither do
//! two mentions of one report, because a report that uses two names means two people.

use std::collections::{BTreeMap, BTreeSet};

use constancia_model::{Decision, Judgement, PersonMention};

use crate::tables::JudgementRead;

/// Mentions and how they are joined so far.
pub(crate) struct Clusters {
    mentions: Vec<PersonMention>,
    places: BTreeMap<PersonMention, usize>,
    parent: Vec<usize>,
    members: Vec<Vec<usize>>,
    /// For the root of a cluster: numbers of the reports in it.
    reports: Vec<BTreeSet<usize>>,
    /// For the root of a cluster: mentions that must stay outside.
    outside: Vec<BTreeSet<usize>>,
}

impl Clusters {
    /// Every mention by itself.
    pub fn new(mentions: impl IntoIterator<Item = PersonMention>) -> Self {
        let mentions: BTreeSet<PersonMention> = mentions.into_iter().collect();
        let mentions: Vec<PersonMention> = mentions.into_iter().collect();
        let places = mentions.iter().cloned().enumerate().map(|(place, mention)| (mention, place)).collect();
        let mut report = 0;
        let mut reports = Vec::with_capacity(mentions.len());
        for (place, mention) in mentions.iter().enumerate() {
            report += usize::from(place > 0 && mentions[place - 1].report != mention.report);
            reports.push(BTreeSet::from([report]));
        }
        let count = mentions.len();
        let members = (0..count).map(|place| vec![place]).collect();
        Self { mentions, places, parent: (0..count).collect(), members, reports, outside: vec![BTreeSet::new(); count] }
    }

    /// Mentions joined by judgements: the last one about a pair counts, what is held apart comes before what is
    /// joined, and people's decisions come before those of rules.
    pub fn judged(mentions: impl IntoIterator<Item = PersonMention>, judgements: &[JudgementRead]) -> Self {
        let mut clusters = Self::new(mentions);
        let valid = last_of_each_pair(judgements);
        for judgement in valid.iter().filter(|read| read.judgement.decision == Decision::DifferentPersons) {
            clusters.part(&judgement.judgement);
        }
        let (rules, people): (Vec<&JudgementRead>, Vec<&JudgementRead>) = valid
            .into_iter()
            .filter(|read| read.judgement.decision == Decision::SamePerson)
            .partition(|read| read.author.starts_with("rule "));
        for read in people.into_iter().chain(rules) {
            clusters.join(&read.judgement);
        }
        clusters
    }

    fn part(&mut self, judgement: &Judgement) {
        if let Some((one, other)) = self.places_of(judgement) {
            let (one_root, other_root) = (self.root(one), self.root(other));
            self.outside[one_root].insert(other);
            self.outside[other_root].insert(one);
        }
    }

    /// Joins the clusters of the two mentions; false when they are joined already or must stay apart.
    pub fn join(&mut self, judgement: &Judgement) -> bool {
        let Some((one, other)) = self.places_of(judgement) else { return false };
        let (one, other) = (self.root(one), self.root(other));
        if one == other || self.apart(one, other) {
            return false;
        }
        let (large, small) =
            if self.members[one].len() >= self.members[other].len() { (one, other) } else { (other, one) };
        self.parent[small] = large;
        let moved = std::mem::take(&mut self.members[small]);
        self.members[large].extend(moved);
        let moved = std::mem::take(&mut self.reports[small]);
        self.reports[large].extend(moved);
        let moved = std::mem::take(&mut self.outside[small]);
        self.outside[large].extend(moved);
        true
    }

    fn apart(&mut self, one: usize, other: usize) -> bool {
        let (few, many) =
            if self.reports[one].len() <= self.reports[other].len() { (one, other) } else { (other, one) };
        if self.reports[few].iter().any(|report| self.reports[many].contains(report)) {
            return true;
        }
        let (few, many) =
            if self.outside[one].len() <= self.outside[other].len() { (one, other) } else { (other, one) };
        let outside: Vec<usize> = self.outside[few].iter().copied().collect();
        outside.into_iter().any(|mention| self.root(mention) == many)
    }

    fn places_of(&self, judgement: &Judgement) -> Option<(usize, usize)> {
        let (one, other) = &judgement.mentions;
        Some((*self.places.get(one)?, *self.places.get(other)?))
    }

    fn root(&mut self, place: usize) -> usize {
        let mut place = place;
        while self.parent[place] != place {
            self.parent[place] = self.parent[self.parent[place]];
            place = self.parent[place];
        }
        place
    }

    /// The clusters, each with its mentions in canonical order, by their first mention.
    pub fn groups(mut self) -> Vec<Vec<PersonMention>> {
        let mut groups: Vec<Vec<usize>> = self.members.drain(..).filter(|members| !members.is_empty()).collect();
        for group in &mut groups {
            group.sort_unstable();
        }
        groups.sort_unstable();
        groups.into_iter().map(|group| group.into_iter().map(|place| self.mentions[place].clone()).collect()).collect()
    }
}

fn last_of_each_pair(judgements: &[JudgementRead]) -> Vec<&JudgementRead> {
    let last: BTreeMap<_, _> = judgements.iter().map(|read| (&read.judgement.mentions, read)).collect();
    last.into_values().collect()
}

#[cfg(test)]
mod tests {
    use constancia_model::ReportId;

    use super::*;

    fn mention(text: &str) -> PersonMention {
        let (report, name) = text.split_once(' ').unwrap();
        PersonMention { report: ReportId::of(report.as_bytes()), name: name.to_owned() }
    }

    fn read(line: &str) -> JudgementRead {
        let [author, one, decision, other] = line.split('|').map(str::trim).collect::<Vec<_>>().try_into().unwrap();
        let decision = match decision {
            "=" => Decision::SamePerson,
            "≠" => Decision::DifferentPersons,
            _ => Decision::Unsure,
        };
        let author = author.to_owned();
        JudgementRead { judgement: Judgement::new(mention(one), mention(other), decision, "because"), author }
    }

    /// The sizes of the clusters of four mentions in three reports after these judgements, largest first.
    fn sizes(lines: &[&str]) -> Vec<usize> {
        let mentions = ["a Ana Ruiz", "b Ana Ruiz", "b Ana Ruiz Paz", "c A. Ruiz"].map(mention);
        let judgements: Vec<_> = lines.iter().map(|line| read(line)).collect();
        let mut sizes: Vec<_> = Clusters::judged(mentions, &judgements).groups().iter().map(Vec::len).collect();
        sizes.sort_unstable_by(|one, other| other.cmp(one));
        sizes
    }

    #[test]
    fn judgements_join_and_part() {
        for (lines, expected) in [
            (&[][..], &[1, 1, 1, 1][..]),
            (&["rule x | a Ana Ruiz | = | b Ana Ruiz"], &[2, 1, 1]),
            (&["rule x | a Ana Ruiz | = | b Ana Ruiz", "rule x | b Ana Ruiz | = | c A. Ruiz"], &[3, 1]),
            // Held apart, although a third mention would join them.
            (
                &[
                    "rule x | a Ana Ruiz | = | b Ana Ruiz",
                    "rule x | b Ana Ruiz | = | c A. Ruiz",
                    "Eva | a Ana Ruiz | ≠ | c A. Ruiz",
                ],
                &[2, 1, 1],
            ),
            // A decision withdrawn by a later one.
            (&["Eva | a Ana Ruiz | = | b Ana Ruiz", "Eva | a Ana Ruiz | ? | b Ana Ruiz"], &[1, 1, 1, 1]),
            // Two names of one report mean two people.
            (&["rule x | b Ana Ruiz | = | b Ana Ruiz Paz"], &[1, 1, 1, 1]),
            (&["rule x | a Ana Ruiz | = | b Ana Ruiz", "rule x | a Ana Ruiz | = | b Ana Ruiz Paz"], &[2, 1, 1]),
            // A mention that the register does not hold.
            (&["Eva | a Ana Ruiz | = | z Ana Ruiz"], &[1, 1, 1, 1]),
        ] {
            assert_eq!(sizes(lines), expected, "{lines:?}");
        }
    }
}
