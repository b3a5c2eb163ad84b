//! What was decided, in the words in which identity asks: judgements about two mentions each. Decides nothing.
//!
//! Persons as they are stand as a chain of same mentions; what is held apart, as two mentions of the two persons; and
//! what no rule may join, as pairs that somebody looked at and left open.

use std::collections::BTreeSet;

use constancia_model::{Decision, Judgement, PersonMention};

use crate::clusters::Clusters;
use crate::counting::{Pairs, all_pairs, counting};
use crate::tables::JudgementRead;

/// Everything decided about the mentions of these clusters, which follow these judgements.
pub(crate) fn known(clusters: &mut Clusters, judgements: &[JudgementRead]) -> Vec<Judgement> {
    let (mut known, mut held_apart) = (joined(clusters), Vec::new());
    let mut open: BTreeSet<(&PersonMention, &PersonMention)> = BTreeSet::new();
    for one in counting(judgements) {
        match one.read.decision {
            Decision::DifferentPersons => {
                one.pairs.iter().for_each(|pairs| held_apart.extend(apart(clusters, pairs)));
            }
            // A judgement to join that could not: nobody asks again.
            Decision::SamePerson | Decision::Unsure => one.pairs.iter().for_each(|pairs| open.extend(star(pairs))),
        }
    }
    let taken_back = judgements.iter().filter(|read| read.withdrawn && read.decision == Decision::SamePerson);
    taken_back.for_each(|read| open.extend(star(&all_pairs(read))));
    let not_joined = open.into_iter().filter(|(one, other)| clusters.cluster(one) != clusters.cluster(other));
    known.extend(not_joined.map(|(one, other)| judgement(one, other, Decision::Unsure)));
    // The last of a pair counts there, and being apart is more than being open.
    known.extend(held_apart);
    known
}

fn joined(clusters: &Clusters) -> Vec<Judgement> {
    let groups = clusters.groups();
    let chains = groups.iter().flat_map(|group| group.windows(2));
    chains.map(|pair| judgement(pair[0], pair[1], Decision::SamePerson)).collect()
}

/// One pair for every two clusters that these pairs hold apart.
fn apart(clusters: &mut Clusters, [ones, others]: &Pairs<'_>) -> Vec<Judgement> {
    let mut firsts = |side: &[&PersonMention]| -> Vec<PersonMention> {
        let mut seen = BTreeSet::new();
        let first = |mention: &&&PersonMention| clusters.cluster(mention).is_some_and(|cluster| seen.insert(cluster));
        side.iter().filter(first).map(|mention| (*mention).clone()).collect()
    };
    let (ones, others) = (firsts(ones), firsts(others));
    let pairs = ones.iter().flat_map(|one| others.iter().map(move |other| (one, other)));
    pairs.map(|(one, other)| judgement(one, other, Decision::DifferentPersons)).collect()
}

/// The first of each side with everybody of the other: as many pairs as there are mentions, and those that are asked
/// about first.
fn star<'a>([ones, others]: &Pairs<'a>) -> Vec<(&'a PersonMention, &'a PersonMention)> {
    let first = others.iter().map(|other| (ones[0], *other));
    first.chain(ones.iter().skip(1).map(|one| (*one, others[0]))).collect()
}

fn judgement(one: &PersonMention, other: &PersonMention, decision: Decision) -> Judgement {
    Judgement::new(one.clone(), other.clone(), decision, "recorded")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clusters::testing::{mention, reads};

    #[test]
    fn persons_differences_and_open_questions_are_told_by_pairs() {
        let judgements = reads(&[
            "rule x | a = b",
            "Eva | a b ≠ c d",
            "Eva | a b ? e f",
            "rule x | e = g",
            "Eva | withdraws 4",
            "Eva | g = c",
        ]);
        let mut clusters = Clusters::judged("a b c d e f g".split(' ').map(mention), &judgements);
        let mut found: Vec<String> = known(&mut clusters, &judgements)
            .iter()
            .map(|judgement| {
                let (one, other) = &judgement.mentions;
                let mut names = [one.name.as_str(), other.name.as_str()];
                names.sort_unstable();
                format!("{} {}", names.concat(), judgement.decision.name())
            })
            .collect();
        found.sort();
        assert_eq!(found.iter().filter(|line| line.ends_with("same-person")).count(), 3, "{found:?}");
        assert_eq!(found.iter().filter(|line| line.ends_with("different-persons")).count(), 1, "{found:?}");
        assert!(found.contains(&"eg unsure".to_owned()), "{found:?}");
        assert_eq!(found.iter().filter(|line| line.ends_with("unsure")).count(), 4, "{found:?}");
    }
}
