//! Which judgements count: the last word of a person about two mentions, and a rule's only where no person spoke.
//!
//! A judgement about two persons speaks for every pair of a mention of the one with a mention of the other; a later one
//! takes from it the pairs that both speak for. Knows nothing of how mentions are joined.

use std::collections::BTreeMap;

use constancia_model::PersonMention;

use crate::tables::JudgementRead;

/// Pairs of mentions: everybody of the one side with everybody of the other. No side is empty.
pub(crate) type Pairs<'a> = [Vec<&'a PersonMention>; 2];

/// A judgement that nobody withdrew, with the pairs that it has the last word on.
pub(crate) struct Counting<'a> {
    pub read: &'a JudgementRead,
    pub pairs: Vec<Pairs<'a>>,
    /// The judgement that took the last pair from it.
    pub replaced_by: Option<u64>,
}

/// Every judgement that nobody withdrew, oldest first.
pub(crate) fn counting(judgements: &[JudgementRead]) -> Vec<Counting<'_>> {
    let valid = judgements.iter().filter(|read| !read.withdrawn);
    let whole = |read| Counting { read, pairs: vec![all_pairs(read)], replaced_by: None };
    let mut found: Vec<Counting<'_>> = valid.map(whole).collect();
    let by_people: Vec<&JudgementRead> = found.iter().map(|one| one.read).filter(|read| !read.is_by_rule()).collect();
    let places = places(&found, &by_people);
    for strong in by_people {
        for place in about_both(strong, &places) {
            let weak = &mut found[place];
            if weak.read.is_by_rule() || weak.read.entry < strong.entry {
                take_from(weak, strong);
            }
        }
    }
    found
}

/// All pairs that a judgement speaks for.
pub(crate) fn all_pairs(read: &JudgementRead) -> Pairs<'_> {
    let [one, other] = &read.sides;
    [one.iter().collect(), other.iter().collect()]
}

type Places<'a> = BTreeMap<&'a PersonMention, Vec<usize>>;

/// Where every mention that people judged is spoken of.
fn places<'a>(all: &[Counting<'a>], by_people: &[&'a JudgementRead]) -> Places<'a> {
    let judged = by_people.iter().flat_map(|read| read.sides.iter().flatten());
    let mut places: Places<'a> = judged.map(|mention| (mention, Vec::new())).collect();
    for (place, one) in all.iter().enumerate() {
        for mention in one.read.sides.iter().flatten() {
            if let Some(found) = places.get_mut(mention) {
                found.push(place);
            }
        }
    }
    places
}

/// The judgements about a mention of that side of `read` which is judged less often: all that share a pair are there.
fn about_both(read: &JudgementRead, places: &Places<'_>) -> Vec<usize> {
    let about = |side: &[PersonMention]| side.iter().filter_map(|mention| places.get(mention)).collect::<Vec<_>>();
    let times = |about: &[&Vec<usize>]| about.iter().map(|places| places.len()).sum::<usize>();
    let (one, other) = (about(&read.sides[0]), about(&read.sides[1]));
    let fewer = if times(&one) <= times(&other) { one } else { other };
    let mut places: Vec<usize> = fewer.into_iter().flatten().copied().collect();
    places.sort_unstable();
    places.dedup();
    places
}

fn take_from(weak: &mut Counting<'_>, strong: &JudgementRead) {
    if weak.pairs.is_empty() {
        return;
    }
    let [one, other] = &strong.sides;
    let left = std::mem::take(&mut weak.pairs).into_iter().flat_map(|pairs| without(pairs, [one, other]));
    weak.pairs = left.flat_map(|pairs| without(pairs, [other, one])).collect();
    weak.replaced_by = weak.pairs.is_empty().then_some(strong.entry);
}

/// The pairs that are left when those of `taken` are taken away; the sides of `taken` are in order.
fn without<'a>([ones, others]: Pairs<'a>, taken: [&[PersonMention]; 2]) -> Vec<Pairs<'a>> {
    let among = |mention: &&PersonMention, side: &[PersonMention]| side.binary_search(mention).is_ok();
    let (taken_ones, kept_ones): (Vec<_>, Vec<_>) = ones.iter().partition(|one| among(one, taken[0]));
    let kept_others: Vec<_> = others.iter().copied().filter(|other| !among(other, taken[1])).collect();
    if taken_ones.is_empty() || kept_others.len() == others.len() {
        return vec![[ones, others]];
    }
    let left = [[kept_ones, others], [taken_ones, kept_others]];
    left.into_iter().filter(|[one, other]| !one.is_empty() && !other.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clusters::testing::reads;

    /// Of each judgement the pairs that it has the last word on, as `ab-c`, or who replaced it.
    fn left(lines: &[&str]) -> Vec<String> {
        let judgements = reads(lines);
        let side = |side: &[&PersonMention]| {
            let mut names: Vec<&str> = side.iter().map(|mention| mention.name.as_str()).collect();
            names.sort_unstable();
            names.concat()
        };
        let pairs = |[one, other]: &Pairs<'_>| format!("{}-{}", side(one), side(other));
        let shown = |one: &Counting<'_>| match one.replaced_by {
            Some(entry) => format!("by {entry}"),
            None => one.pairs.iter().map(pairs).collect::<Vec<_>>().join(" "),
        };
        counting(&judgements).iter().map(shown).collect()
    }

    #[test]
    fn the_last_word_of_a_person_about_a_pair_counts() {
        for (lines, expected) in [
            (&["Eva | a = b", "Bo | b ≠ a"][..], &["by 2", "b-a"][..]),
            (&["Eva | a b = c", "Bo | a ? c"], &["b-c", "a-c"]),
            (&["Eva | a b ≠ c d", "Bo | a = c"], &["b-cd a-d", "a-c"]),
            (&["Eva | a b ≠ c d", "Bo | c d e = a b"], &["by 2", "cde-ab"]),
            (&["Eva | a b ≠ c d", "Bo | a = b"], &["ab-cd", "a-b"]),
            // A rule never has the last word over a person, whoever spoke first.
            (&["Eva | a ≠ b", "rule x | a = b"], &["a-b", "by 1"]),
            (&["rule x | a = b", "Eva | a ≠ b", "Eva | withdraws 2"], &["a-b"]),
            (&["Eva | a = b", "Bo | a ≠ b", "Bo | withdraws 2"], &["a-b"]),
        ] {
            assert_eq!(left(lines), expected, "{lines:?}");
        }
    }
}
