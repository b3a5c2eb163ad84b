//! Learning to hang words: what a wrong tree asks of the weights of the scorer and of the encoded words.

use constancia_language::tagging::LABELS;
use constancia_language::trees::Relation;
use constancia_language::trees::matrix::{multiply_add, transpose};
use constancia_language::trees::pairs::{self, DISTANCES, PAIRS};
use constancia_language::trees::recurrence::WIDTH;
use constancia_language::trees::scorer::{ARC, RELATION, RELATIONS, SHOWN, Scorer, arcs_of, columns, place};

use super::choice::blame;
use super::learned::{Learned, Step};
use crate::random::Random;

const TAG_WEIGHT: f32 = 0.3;
const DROPPED: f32 = 0.2;

/// One sentence as the scorer sees it.
pub struct Tree {
    /// Classes of the words, after [`pairs::class`].
    pub classes: Vec<usize>,
    /// The right heads: 0 for the root, else the place of the head plus 1.
    pub heads: Vec<usize>,
    /// The right relations.
    pub relations: Vec<Relation>,
    /// The right tags, as places in [`LABELS`].
    pub labels: Vec<usize>,
}

/// The weights, and those by which encoded words tell their tags, which only learning needs.
#[derive(Clone)]
pub struct LearnedScorer {
    pub shown: Learned,
    shown_bias: Learned,
    bilinear: Learned,
    bilinear_bias: Learned,
    root: Learned,
    pairs: Learned,
    relation_distance: Learned,
    relations: Learned,
    relations_bias: Learned,
    tags: Learned,
    tags_bias: Learned,
}

impl LearnedScorer {
    pub fn new(random: &mut Random) -> Self {
        Self {
            shown: Learned::matrix(WIDTH, SHOWN, random),
            shown_bias: Learned::constant(SHOWN, 0.0),
            bilinear: Learned::matrix(ARC, ARC, random),
            bilinear_bias: Learned::constant(ARC, 0.0),
            root: Learned::spread(ARC, 0.1, random),
            pairs: Learned::constant(PAIRS, 0.0),
            relation_distance: Learned::spread(DISTANCES * RELATION, 0.1, random),
            relations: Learned::matrix(RELATION, RELATIONS, random),
            relations_bias: Learned::constant(RELATIONS, 0.0),
            tags: Learned::matrix(WIDTH, LABELS.len(), random),
            tags_bias: Learned::constant(LABELS.len(), 0.0),
        }
    }

    /// The scorer as it stands.
    pub fn now(&self) -> Scorer {
        let value = |list: &Learned| list.value.clone();
        Scorer {
            shown_bias: value(&self.shown_bias),
            bilinear: value(&self.bilinear),
            bilinear_bias: value(&self.bilinear_bias),
            root: value(&self.root),
            pairs: value(&self.pairs),
            relation_distance: value(&self.relation_distance),
            relations: value(&self.relations),
            relations_bias: value(&self.relations_bias),
        }
    }

    pub fn step(&mut self, step: Step) {
        for learned in [
            &mut self.shown,
            &mut self.shown_bias,
            &mut self.bilinear,
            &mut self.bilinear_bias,
            &mut self.root,
            &mut self.pairs,
            &mut self.relation_distance,
            &mut self.relations,
            &mut self.relations_bias,
            &mut self.tags,
            &mut self.tags_bias,
        ] {
            learned.step(step);
        }
    }

    /// Takes in how the sentence should be, and adds to `asked` what that asks of its encoded words; every word counts
    /// with `weight`. `now` is the scorer as it stands.
    pub fn learn(&mut self, now: &Scorer, lesson: Lesson<'_>, random: &mut Random, asked: &mut [f32]) {
        let Lesson { encoded, tree, weight } = lesson;
        let product = |shown: &mut [f32]| multiply_add(encoded, &self.shown.value, WIDTH, shown);
        let mut shown = now.show(tree.heads.len(), product);
        let mask = random.mask(SHOWN, DROPPED).repeat(tree.heads.len());
        shown.iter_mut().zip(&mask).for_each(|(value, mask)| *value *= mask);
        let mut shown_asked = vec![0.0; shown.len()];
        self.learn_arcs(now, &shown, lesson, &mut shown_asked);
        self.learn_relations(now, &shown, lesson, &mut shown_asked);
        shown_asked.iter_mut().zip(&mask).for_each(|(asked, mask)| *asked *= mask);
        for (asked, shown) in shown_asked.chunks_exact_mut(SHOWN).zip(shown.chunks_exact(SHOWN)) {
            let arcs = asked[..2 * ARC].iter_mut().zip(shown);
            arcs.for_each(|(asked, shown)| *asked *= leaky_slope(*shown));
        }
        self.shown_bias.learn_added(&shown_asked);
        self.shown.learn(encoded, &shown_asked, WIDTH, asked);
        self.learn_tags(encoded, tree, weight * TAG_WEIGHT, asked);
    }

    fn learn_arcs(&mut self, now: &Scorer, shown: &[f32], lesson: Lesson<'_>, asked: &mut [f32]) {
        let Lesson { tree, weight, .. } = lesson;
        let (length, nodes) = (tree.heads.len(), arcs_of(tree.heads.len()));
        let (mut heads, dependents) = (now.heads(shown), columns(shown, ARC..2 * ARC));
        let sought = now.sought(&dependents);
        let mut scores = now.arcs(&heads, &sought, &tree.classes);
        for (word, row) in scores.chunks_exact_mut(nodes).enumerate() {
            row[word + 1] = f32::MIN;
            row[length + 1..].fill(f32::MIN);
            blame(row, tree.heads[word], weight);
            for (head, blame) in row[..=length].iter().enumerate() {
                self.pairs.gradient[place(head, word, &tree.classes)] += blame;
            }
        }
        heads.resize(nodes * ARC, 0.0);
        let (mut sought_asked, mut heads_asked) = (vec![0.0; sought.len()], vec![0.0; heads.len()]);
        multiply_add(&scores, &heads, nodes, &mut sought_asked);
        multiply_add(&transpose(&scores, nodes), &sought, length, &mut heads_asked);
        let mut dependents_asked = vec![0.0; dependents.len()];
        self.bilinear_bias.learn_added(&sought_asked);
        self.bilinear.learn(&dependents, &sought_asked, ARC, &mut dependents_asked);
        self.root.learn_added(&heads_asked[..ARC]);
        add_columns(asked, 0, &heads_asked[ARC..(length + 1) * ARC]);
        add_columns(asked, ARC, &dependents_asked);
    }

    fn learn_relations(&mut self, now: &Scorer, shown: &[f32], lesson: Lesson<'_>, asked: &mut [f32]) {
        let Lesson { tree, weight, .. } = lesson;
        let hung: Vec<(usize, usize)> =
            tree.heads.iter().enumerate().filter_map(|(word, head)| Some((word, head.checked_sub(1)?))).collect();
        let meetings: Vec<f32> = hung.iter().flat_map(|&(word, head)| now.meeting(shown, head, word)).collect();
        let mut scores = now.relation_scores(&meetings);
        for (row, (word, _)) in scores.chunks_exact_mut(RELATIONS).zip(&hung) {
            row[Relation::ALL.len()..].fill(f32::MIN);
            blame(row, tree.relations[*word] as usize, weight);
        }
        let mut meetings_asked = vec![0.0; meetings.len()];
        self.relations_bias.learn_added(&scores);
        self.relations.learn(&meetings, &scores, RELATION, &mut meetings_asked);
        meetings_asked.iter_mut().zip(&meetings).for_each(|(asked, value)| *asked *= leaky_slope(*value));
        for (meeting, (word, head)) in meetings_asked.chunks_exact(RELATION).zip(hung) {
            let add = |out: &mut [f32]| out.iter_mut().zip(meeting).for_each(|(out, value)| *out += value);
            add(&mut asked[head * SHOWN + 2 * ARC..][..RELATION]);
            add(&mut asked[word * SHOWN + 2 * ARC + RELATION..][..RELATION]);
            add(&mut self.relation_distance.gradient[pairs::distance(head, word) * RELATION..][..RELATION]);
        }
    }

    /// Guessing the right tags too makes the encoded words tell more.
    fn learn_tags(&mut self, encoded: &[f32], tree: &Tree, weight: f32, asked: &mut [f32]) {
        let mut scores = self.tag_scores(encoded);
        for (row, label) in scores.chunks_exact_mut(LABELS.len()).zip(&tree.labels) {
            blame(row, *label, weight);
        }
        self.tags_bias.learn_added(&scores);
        self.tags.learn(encoded, &scores, WIDTH, asked);
    }

    /// The scores of all [`LABELS`] for each encoded word.
    pub fn tag_scores(&self, encoded: &[f32]) -> Vec<f32> {
        let mut scores = self.tags.apply(encoded, WIDTH);
        self.tags_bias.add_to(&mut scores);
        scores
    }
}

/// A sentence to learn from.
#[derive(Clone, Copy)]
pub struct Lesson<'a> {
    /// Its encoded words.
    pub encoded: &'a [f32],
    /// How it should be.
    pub tree: &'a Tree,
    /// How much each word counts.
    pub weight: f32,
}

fn leaky_slope(value: f32) -> f32 {
    if value > 0.0 { 1.0 } else { 0.1 }
}

fn add_columns(shown: &mut [f32], from: usize, part: &[f32]) {
    for (row, part) in shown.chunks_exact_mut(SHOWN).zip(part.chunks_exact(ARC)) {
        row[from..from + ARC].iter_mut().zip(part).for_each(|(out, value)| *out += value);
    }
}
