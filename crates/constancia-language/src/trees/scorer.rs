//! From words as the encoder tells them to scores of arcs, the best tree and its relations.
//!
//! Arcs are scored by a product of what one word shows as head and another as dependent, after Dozat and Manning, "Deep
//! Biaffine Attention for Neural Dependency Parsing" (2017). It knows numbers and the classes of words only.

use super::decode::best_tree;
use super::matrix::multiply_add;
use super::pairs;
use super::relation::Relation;

/// The width of what a word shows as head, and as dependent, to choose arcs.
pub const ARC: usize = 64;

/// The same to choose relations.
pub const RELATION: usize = 48;

/// Room for a score of each relation, in whole strips of a product.
pub const RELATIONS: usize = Relation::ALL.len().next_multiple_of(8);

/// A word shows itself as head and as dependent for arcs, then for relations.
pub const SHOWN: usize = 2 * ARC + 2 * RELATION;

/// The weights, row after row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scorer {
    /// What each word shows before it is read.
    pub shown_bias: Vec<f32>,
    /// From a dependent to the head it looks for, [`ARC`] numbers each.
    pub bilinear: Vec<f32>,
    /// Added to the head looked for.
    pub bilinear_bias: Vec<f32>,
    /// What the root shows as head for arcs.
    pub root: Vec<f32>,
    /// A score for each pair of classes, see [`pairs::pair`].
    pub pairs: Vec<f32>,
    /// [`RELATION`] numbers for each class of distance.
    pub relation_distance: Vec<f32>,
    /// From where head and dependent meet, [`RELATION`] numbers, to [`RELATIONS`] scores.
    pub relations: Vec<f32>,
    /// Added to the scores of the relations.
    pub relations_bias: Vec<f32>,
}

/// The length of a row of scores of arcs in a sentence of so many words: whole strips of a product.
pub fn arcs_of(length: usize) -> usize {
    (length + 1).next_multiple_of(8)
}

/// A small slope for what is below nothing.
pub fn leaky(value: f32) -> f32 {
    if value > 0.0 { value } else { 0.1 * value }
}

/// The place of the greatest number, the first of equals.
pub fn greatest(numbers: &[f32]) -> usize {
    (1..numbers.len()).fold(0, |best, place| if numbers[place] > numbers[best] { place } else { best })
}

/// Some columns of what words show, row after row.
pub fn columns(shown: &[f32], range: std::ops::Range<usize>) -> Vec<f32> {
    let mut part = Vec::with_capacity(shown.len() / SHOWN * range.len());
    for row in shown.chunks_exact(SHOWN) {
        part.extend_from_slice(&row[range.clone()]);
    }
    part
}

impl Scorer {
    /// How many numbers each list has, in the order of [`Scorer::lists_mut`].
    pub const SIZES: [usize; 8] =
        [SHOWN, ARC * ARC, ARC, ARC, pairs::PAIRS, pairs::DISTANCES * RELATION, RELATION * RELATIONS, RELATIONS];

    /// All lists, in the order of a model file.
    pub fn lists_mut(&mut self) -> [&mut Vec<f32>; 8] {
        [
            &mut self.shown_bias,
            &mut self.bilinear,
            &mut self.bilinear_bias,
            &mut self.root,
            &mut self.pairs,
            &mut self.relation_distance,
            &mut self.relations,
            &mut self.relations_bias,
        ]
    }

    /// The tree of one sentence: for each word its head, `None` for the root, and its relation. `show` adds what each word
    /// shows, [`SHOWN`] numbers a word.
    pub fn tree(&self, classes: &[usize], show: impl FnOnce(&mut [f32])) -> Vec<(Option<usize>, Relation)> {
        let shown = self.show(classes.len(), show);
        let scores = self.arcs(&self.heads(&shown), &self.sought(&columns(&shown, ARC..2 * ARC)), classes);
        let heads = best_tree(classes.len(), arcs_of(classes.len()), &scores);
        let relations = self.best_relations(&shown, &heads);
        heads.into_iter().zip(relations).collect()
    }

    /// The best relation of each word to its head; only the root has the root's.
    fn best_relations(&self, shown: &[f32], heads: &[Option<usize>]) -> Vec<Relation> {
        let mut meetings = Vec::with_capacity(heads.len() * RELATION);
        for (word, head) in heads.iter().enumerate() {
            meetings.extend(self.meeting(shown, head.unwrap_or(word), word));
        }
        let mut scores = self.relation_scores(&meetings);
        let best = |(scores, head): (&mut [f32], &Option<usize>)| {
            scores[Relation::Root as usize] = if head.is_some() { f32::MIN } else { f32::MAX };
            Relation::ALL[greatest(&scores[..Relation::ALL.len()])]
        };
        scores.chunks_exact_mut(RELATIONS).zip(heads).map(best).collect()
    }

    /// What each of so many words shows, [`SHOWN`] numbers a word.
    pub fn show(&self, length: usize, show: impl FnOnce(&mut [f32])) -> Vec<f32> {
        let mut shown = self.shown_bias.repeat(length);
        show(&mut shown);
        for row in shown.chunks_exact_mut(SHOWN) {
            row[..2 * ARC].iter_mut().for_each(|value| *value = leaky(*value));
        }
        shown
    }

    /// What the root and then each word shows as head, [`ARC`] numbers each.
    pub fn heads(&self, shown: &[f32]) -> Vec<f32> {
        let mut heads = self.root.clone();
        heads.extend(columns(shown, 0..ARC));
        heads
    }

    /// The head that each dependent looks for, [`ARC`] numbers each.
    pub fn sought(&self, dependents: &[f32]) -> Vec<f32> {
        let mut sought = self.bilinear_bias.repeat(dependents.len() / ARC);
        multiply_add(dependents, &self.bilinear, ARC, &mut sought);
        sought
    }

    /// A row for each word: the score of being the root, then of hanging on each word, then room up to [`arcs_of`].
    pub fn arcs(&self, heads: &[f32], sought: &[f32], classes: &[usize]) -> Vec<f32> {
        let nodes = arcs_of(classes.len());
        let mut scores = vec![0.0; classes.len() * nodes];
        for (word, row) in scores.chunks_exact_mut(nodes).enumerate() {
            let scores = row.iter_mut().take(classes.len() + 1).enumerate();
            scores.for_each(|(head, score)| *score = self.pairs[place(head, word, classes)]);
        }
        let mut columns = vec![0.0; ARC * nodes];
        for (head, shown) in heads.chunks_exact(ARC).enumerate() {
            columns[head..].iter_mut().step_by(nodes).zip(shown).for_each(|(out, value)| *out = *value);
        }
        multiply_add(sought, &columns, ARC, &mut scores);
        scores
    }

    /// Where a head and a dependent meet, [`RELATION`] numbers.
    pub fn meeting(&self, shown: &[f32], head: usize, word: usize) -> [f32; RELATION] {
        let distance = &self.relation_distance[pairs::distance(head, word) * RELATION..][..RELATION];
        let head = &shown[head * SHOWN + 2 * ARC..][..RELATION];
        let word = &shown[word * SHOWN + 2 * ARC + RELATION..][..RELATION];
        std::array::from_fn(|at| leaky(head[at] + word[at] + distance[at]))
    }

    /// [`RELATIONS`] scores for each meeting.
    pub fn relation_scores(&self, meetings: &[f32]) -> Vec<f32> {
        let mut scores = self.relations_bias.repeat(meetings.len() / RELATION);
        multiply_add(meetings, &self.relations, RELATION, &mut scores);
        scores
    }
}

/// The place in the table of pairs; `head` counts from 1, and 0 is the root, which is at no distance.
pub fn place(head: usize, word: usize, classes: &[usize]) -> usize {
    match head.checked_sub(1) {
        None => pairs::pair(0, pairs::ROOT, classes[word]),
        Some(head) => pairs::pair(pairs::distance(head, word), classes[head], classes[word]),
    }
}
