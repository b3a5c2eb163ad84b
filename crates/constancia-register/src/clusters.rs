//! Joins mentions of persons by recorded judgements. Decides nothing itself and never looks at a name.
//!
//! Two mentions that a judgement holds apart never end up in one cluster, whatever joins them to others; neither do
//! two mentions of one report, because a report that uses two names means two people. What a person left open, or
//! would no longer have joined, no rule joins.

use std::collections::{BTreeMap, BTreeSet};

use constancia_model::{Decision, PersonMention};

use crate::counting::{Counting, Pairs, all_pairs, counting};
use crate::tables::JudgementRead;

/// Sides of pairs that do not go together: the number of the pairs, and which side.
type Sides = BTreeSet<(usize, bool)>;

/// Mentions and how they are joined so far.
pub(crate) struct Clusters {
    mentions: Vec<PersonMention>,
    places: BTreeMap<PersonMention, usize>,
    parent: Vec<usize>,
    members: Vec<Vec<usize>>,
    /// For the root of a cluster: numbers of the reports in it.
    reports: Vec<BTreeSet<usize>>,
    /// For the root of a cluster: on which sides of pairs that are held apart it stands.
    apart: Vec<Sides>,
    /// For the root of a cluster: on which sides of pairs that no rule may join.
    open: Vec<Sides>,
    /// How many pairs of either kind there are.
    pairs: usize,
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
        let (apart, open) = (vec![Sides::new(); count], vec![Sides::new(); count]);
        Self { mentions, places, parent: (0..count).collect(), members, reports, apart, open, pairs: 0 }
    }

    /// Mentions joined by judgements: what is held apart comes before what is joined, people's decisions come before
    /// those of rules, and a person's later decision before an earlier one.
    pub fn judged(mentions: impl IntoIterator<Item = PersonMention>, judgements: &[JudgementRead]) -> Self {
        let mut clusters = Self::new(mentions);
        let counting = counting(judgements);
        for withdrawn in judgements.iter().filter(|read| read.withdrawn && read.decision == Decision::SamePerson) {
            clusters.leave_open(&all_pairs(withdrawn));
        }
        for one in &counting {
            match one.read.decision {
                Decision::DifferentPersons => one.pairs.iter().for_each(|pairs| clusters.hold_apart(pairs)),
                Decision::Unsure => one.pairs.iter().for_each(|pairs| clusters.leave_open(pairs)),
                Decision::SamePerson => {}
            }
        }
        let (mut rules, people): (Vec<&Counting<'_>>, Vec<&Counting<'_>>) =
            counting.iter().partition(|one| one.read.is_by_rule());
        people.into_iter().rev().for_each(|one| clusters.follow_person(one));
        rules.sort_by_key(|one| &one.read.sides);
        rules.into_iter().for_each(|one| clusters.follow_rule(one));
        clusters
    }

    fn hold_apart(&mut self, pairs: &Pairs<'_>) {
        self.pairs += 1;
        for (root, side) in self.sides_of(pairs) {
            self.apart[root].insert((self.pairs, side));
        }
    }

    fn leave_open(&mut self, pairs: &Pairs<'_>) {
        self.pairs += 1;
        for (root, side) in self.sides_of(pairs) {
            self.open[root].insert((self.pairs, side));
        }
    }

    fn sides_of(&mut self, [ones, others]: &Pairs<'_>) -> Vec<(usize, bool)> {
        let ones = ones.iter().map(|mention| (mention, false));
        let all = ones.chain(others.iter().map(|mention| (mention, true)));
        all.filter_map(|(mention, side)| Some((self.root_of(mention)?, side))).collect()
    }

    fn follow_person(&mut self, one: &Counting<'_>) {
        match one.read.decision {
            Decision::SamePerson => one.pairs.iter().for_each(|pairs| {
                self.join_sides(pairs);
            }),
            Decision::DifferentPersons if !one.pairs.is_empty() => {
                one.read.sides.iter().for_each(|side| self.hold_together(side));
            }
            Decision::DifferentPersons | Decision::Unsure => {}
        }
    }

    fn follow_rule(&mut self, one: &Counting<'_>) {
        if one.read.decision == Decision::SamePerson {
            for [ones, others] in &one.pairs {
                self.join_by_rule(ones[0], others[0]);
            }
        }
    }

    fn join_sides(&mut self, pairs: &Pairs<'_>) {
        if let Some((one, other)) = self.representatives(pairs) {
            self.join(one, other);
        }
    }

    /// Joins one side of two persons, as far as nobody took back what joined it.
    fn hold_together(&mut self, side: &[PersonMention]) {
        let there: Vec<&PersonMention> = side.iter().filter(|mention| self.places.contains_key(*mention)).collect();
        for other in there.iter().skip(1) {
            self.join_by_rule(there[0], other);
        }
    }

    /// The first mention of each side that is there.
    fn representatives(&self, pairs: &Pairs<'_>) -> Option<(usize, usize)> {
        let first = |side: &[&PersonMention]| side.iter().find_map(|mention| self.places.get(*mention)).copied();
        Some((first(&pairs[0])?, first(&pairs[1])?))
    }

    /// Joins the clusters of two mentions as a rule may; false when they are joined already, must stay apart, were
    /// left open, or are not there.
    pub fn join_by_rule(&mut self, one: &PersonMention, other: &PersonMention) -> bool {
        let Some((one, other)) = self.root_of(one).zip(self.root_of(other)) else { return false };
        !face(&self.open[one], &self.open[other]) && self.join(one, other)
    }

    /// Joins the clusters of two places; false when they are joined already or must stay apart.
    fn join(&mut self, one: usize, other: usize) -> bool {
        let (one, other) = (self.root(one), self.root(other));
        if one == other || self.share_a_report(one, other) || face(&self.apart[one], &self.apart[other]) {
            return false;
        }
        let (large, small) =
            if self.members[one].len() >= self.members[other].len() { (one, other) } else { (other, one) };
        self.parent[small] = large;
        let moved = std::mem::take(&mut self.members[small]);
        self.members[large].extend(moved);
        let moved = std::mem::take(&mut self.reports[small]);
        self.reports[large].extend(moved);
        for sides in [&mut self.apart, &mut self.open] {
            let moved = std::mem::take(&mut sides[small]);
            sides[large].extend(moved);
        }
        true
    }

    fn share_a_report(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.reports[one], &self.reports[other]);
        let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
        few.iter().any(|report| many.contains(report))
    }

    fn root_of(&mut self, mention: &PersonMention) -> Option<usize> {
        let place = *self.places.get(mention)?;
        Some(self.root(place))
    }

    fn root(&mut self, place: usize) -> usize {
        let mut place = place;
        while self.parent[place] != place {
            self.parent[place] = self.parent[self.parent[place]];
            place = self.parent[place];
        }
        place
    }

    /// Whether the mention is there.
    pub fn has(&self, mention: &PersonMention) -> bool {
        self.places.contains_key(mention)
    }

    /// Every mention, in canonical order.
    pub fn mentions(&self) -> &[PersonMention] {
        &self.mentions
    }

    /// Every mention of the cluster that a mention is in; none when it is not there.
    pub fn with(&mut self, mention: &PersonMention) -> Vec<&PersonMention> {
        let members = self.root_of(mention).map(|root| &self.members[root]);
        members.into_iter().flatten().map(|place| &self.mentions[*place]).collect()
    }

    /// Which cluster a mention is in: a number that means nothing else.
    pub fn cluster(&mut self, mention: &PersonMention) -> Option<usize> {
        self.root_of(mention)
    }

    /// Whether both can be one cluster by a rule or stay open: nothing holds them apart and nobody left them open.
    pub fn may_ask(&mut self, one: &PersonMention, other: &PersonMention) -> bool {
        let Some((one, other)) = self.root_of(one).zip(self.root_of(other)) else { return false };
        one != other
            && !self.share_a_report(one, other)
            && !face(&self.apart[one], &self.apart[other])
            && !face(&self.open[one], &self.open[other])
    }

    /// The clusters, each with its mentions in canonical order, by their first mention.
    pub fn groups(&self) -> Vec<Vec<&PersonMention>> {
        let mut groups: Vec<Vec<usize>> = self.members.iter().filter(|members| !members.is_empty()).cloned().collect();
        for group in &mut groups {
            group.sort_unstable();
        }
        groups.sort_unstable();
        groups.into_iter().map(|group| group.into_iter().map(|place| &self.mentions[place]).collect()).collect()
    }
}

/// Whether some pairs have one cluster on one side and the other on the other.
fn face(one: &Sides, other: &Sides) -> bool {
    let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    few.iter().any(|(pairs, side)| many.contains(&(*pairs, !side)))
}

/// Judgements as lines of text, for the tests of this crate.
#[cfg(test)]
pub(crate) mod testing {
    use constancia_model::ReportId;

    use super::*;

    /// A mention: the letter of a report, and a name where the report uses more than one (`b`, `b2`).
    pub fn mention(text: &str) -> PersonMention {
        PersonMention { report: ReportId::of(&text.as_bytes()[..1]), name: text.to_owned() }
    }

    /// Judgements numbered from 1, each `AUTHOR | MENTION… SIGN MENTION…` with `=`, `≠` or `?` between the sides, or
    /// `AUTHOR | withdraws NUMBER`.
    pub fn reads(lines: &[&str]) -> Vec<JudgementRead> {
        let mut found: Vec<JudgementRead> = Vec::new();
        for (place, line) in lines.iter().enumerate() {
            let (author, rest) = line.split_once(" | ").unwrap();
            if let Some(number) = rest.strip_prefix("withdraws ") {
                let entry: u64 = number.parse().unwrap();
                found.iter_mut().find(|read| read.entry == entry).unwrap().withdrawn = true;
                continue;
            }
            found.push(read(place as u64 + 1, author, rest));
        }
        found
    }

    fn read(entry: u64, author: &str, rest: &str) -> JudgementRead {
        let signs = [("=", Decision::SamePerson), ("≠", Decision::DifferentPersons), ("?", Decision::Unsure)];
        let split = |(sign, decision)| rest.split_once(sign).map(|sides| (sides, decision));
        let ((one, other), decision) = signs.into_iter().find_map(split).unwrap();
        let side = |side: &str| {
            let mut mentions: Vec<_> = side.split_whitespace().map(mention).collect();
            mentions.sort();
            mentions
        };
        JudgementRead {
            entry,
            author: author.to_owned(),
            time: "2026-01-10T12:00:00Z".to_owned(),
            sides: [side(one), side(other)],
            decision,
            reason: "because".to_owned(),
            withdrawn: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{mention, reads};
    use super::*;

    /// The clusters of these mentions after these judgements, `ab c`: letters in order, clusters by their first.
    fn joined(mentions: &str, lines: &[&str]) -> String {
        let mentions = mentions.split_whitespace().map(mention);
        let clusters = Clusters::judged(mentions, &reads(lines));
        let names = |group: Vec<&PersonMention>| {
            let mut names: Vec<&str> = group.into_iter().map(|mention| mention.name.as_str()).collect();
            names.sort_unstable();
            names.concat()
        };
        let mut groups: Vec<String> = clusters.groups().into_iter().map(names).collect();
        groups.sort_unstable();
        groups.join(" ")
    }

    #[test]
    fn judgements_join_and_part() {
        for (lines, expected) in [
            (&[][..], "a b b2 c"),
            (&["rule x | a = b"], "ab b2 c"),
            (&["rule x | a = b", "rule x | b = c"], "abc b2"),
            // Withdrawn by a later one.
            (&["Eva | a = b", "Eva | a ? b"], "a b b2 c"),
            // Two names of one report mean two people.
            (&["rule x | b = b2"], "a b b2 c"),
            // A mention that the register does not hold.
            (&["Eva | a = z"], "a b b2 c"),
            // A cycle says nothing new.
            (&["Eva | a = b", "Eva | b = c", "Eva | c = a"], "abc b2"),
        ] {
            assert_eq!(joined("a b b2 c", lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn what_is_held_apart_stays_apart_and_a_persons_last_word_counts() {
        for (lines, expected) in [
            // Held apart, although a third mention would join them: the person's word stands before the rule's.
            (&["rule x | a = b", "Eva | b = c", "Eva | a ≠ c"][..], "a bc d"),
            (&["Eva | a = b", "Eva | b = c", "Eva | a ≠ c"], "a bc d"),
            // Contradictory words of people about one pair: the later counts.
            (&["Eva | a = b", "Bo | a ≠ b"], "a b c d"),
            (&["Eva | a ≠ b", "Bo | a = b"], "ab c d"),
            (&["Eva | a ≠ b", "Bo | a = b", "Bo | withdraws 2"], "a b c d"),
            // A split keeps both sides together, although all were joined through one mention.
            (&["rule x | a = b", "rule x | a = c", "rule x | a = d", "Eva | a ≠ b c d"], "a bcd"),
            (&["rule x | a = b", "rule x | a = c", "rule x | a = d", "Eva | c d ≠ a b"], "ab cd"),
            // The persons of a split joined again, grown in between.
            (&["rule x | a = b", "Eva | a ≠ b", "rule x | b = c", "Bo | a = b c"], "abc d"),
            // A second split of what the first one kept together.
            (&["rule x | a = b", "rule x | a = c", "Eva | a ≠ b c", "Eva | b ≠ c"], "a b c d"),
        ] {
            assert_eq!(joined("a b c d", lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn no_rule_joins_what_a_person_left_open_or_took_back() {
        for (lines, expected) in [
            (&["rule x | a = b", "Eva | withdraws 1"][..], "a b c d"),
            (&["rule x | a = b", "Eva | withdraws 1", "rule x | a = b"], "a b c d"),
            // Not through a third either.
            (&["rule x | a = b", "Eva | withdraws 1", "rule x | a = c", "rule x | b = c"], "a bc d"),
            (&["Eva | a ? b", "rule x | a = c", "rule x | b = c"], "a bc d"),
            // A person may.
            (&["rule x | a = b", "Eva | withdraws 1", "Eva | a = b"], "ab c d"),
            // A difference keeps nobody together whose joining was taken back.
            (&["rule x | a = b", "Eva | a b ≠ c", "Eva | withdraws 1"], "a b c d"),
            // What somebody held apart and took back, rules may join again.
            (&["rule x | a = b", "Eva | a ≠ b", "Eva | withdraws 2"], "ab c d"),
            // A judgement that another rests on: what was joined to either stays with it.
            (&["Eva | a = b", "Eva | a b = c", "Eva | withdraws 1"], "a bc d"),
        ] {
            assert_eq!(joined("a b c d", lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn ten_thousand_of_one_name_are_joined_and_parted() {
        let count: u32 = 10_000;
        let name = "Ana Ruiz".to_owned();
        let report = |number: u32| constancia_model::ReportId::of(&number.to_be_bytes());
        let mentions: Vec<_> =
            (0..count).map(|number| PersonMention { report: report(number), name: name.clone() }).collect();
        let judged = |author: &str, decision, number: usize| JudgementRead {
            entry: number as u64,
            author: author.to_owned(),
            time: String::new(),
            sides: [vec![mentions[0].clone()], vec![mentions[number].clone()]],
            decision,
            reason: String::new(),
            withdrawn: false,
        };
        let mut all: Vec<_> =
            (1..mentions.len()).map(|number| judged("rule x", Decision::SamePerson, number)).collect();
        assert_eq!(Clusters::judged(mentions.clone(), &all).groups().len(), 1);
        all.extend((1..mentions.len()).map(|number| judged("Eva", Decision::DifferentPersons, number)));
        assert_eq!(Clusters::judged(mentions.clone(), &all).groups().len(), mentions.len());
    }
}
