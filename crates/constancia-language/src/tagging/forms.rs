//! The features by which number and gender, and mood, tense and person, are read off a tagged word.

use super::conjugation::CONJUGATIONS;
use super::decode::Task;
use super::parts::{Collector, at, label_before};
use super::word::Word;
use super::{LABELS, SHAPES, Tag, VerbForm};

/// What is asked of each word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Number and gender, a label of [`SHAPES`].
    Shape,
    /// Mood, tense and person, a label of [`CONJUGATIONS`].
    Conjugation,
}

/// One tagged sentence whose words want what is asked.
pub struct FormsTask<'a> {
    /// The words as they were hashed.
    pub words: &'a [Word],
    /// The tag labels of the words.
    pub tags: &'a [u8],
    /// What is asked.
    pub asked: Asked,
}

impl Task for FormsTask<'_> {
    fn labels(&self) -> usize {
        match self.asked {
            Asked::Shape => SHAPES.len(),
            Asked::Conjugation => CONJUGATIONS.len(),
        }
    }

    fn length(&self) -> usize {
        self.words.len()
    }

    /// Words whose part of speech has no such form get the label that says nothing.
    fn settled(&self, position: usize) -> Option<u8> {
        let (tag, verb) = LABELS[usize::from(self.tags[position])];
        let open = match self.asked {
            Asked::Shape => {
                !matches!(
                    tag,
                    Tag::Adposition | Tag::Coordinator | Tag::Interjection | Tag::Particle | Tag::Punctuation
                ) && !matches!(verb, Some(VerbForm::Infinitive | VerbForm::Gerund))
            }
            Asked::Conjugation => {
                matches!(tag, Tag::Pronoun | Tag::Determiner)
                    || matches!(verb, Some(VerbForm::Finite | VerbForm::Past | VerbForm::Imperative))
            }
        };
        (!open).then_some(0)
    }

    fn features(&self, position: usize, before: &[u8], features: &mut Vec<u32>) {
        let word = self.words[position];
        let tag = u64::from(self.tags[position]);
        let neighbour = |step| at(self.words, position, step).copied().unwrap_or_default();
        let neighbour_tag = |step| at(self.tags, position, step).map_or(255, |tag| u64::from(*tag));
        let [back_two, back, next] = [-2, -1, 1].map(neighbour);
        let [tag_back_two, tag_back, tag_next] = [-2, -1, 1].map(neighbour_tag);
        let (last, last_but_one) = (label_before(before, 1), label_before(before, 2));
        let mut collect = Collector::new(features);
        collect.add(&[tag]);
        collect.add(&[word.lower]);
        for part in word.suffixes.into_iter().chain([word.lower, back.lower, next.lower, back_two.lower, word.shape]) {
            collect.add(&[tag, part]);
        }
        collect.add(&[tag, tag_back, last]);
        collect.add(&[tag, tag_back, last, tag_back_two, last_but_one]);
        collect.add(&[tag, last, word.suffixes[0]]);
        collect.add(&[tag, last, word.suffixes[1]]);
        collect.add(&[tag, back.lower, word.suffixes[1]]);
        collect.add(&[tag, back_two.lower, tag_back, word.suffixes[1]]);
        collect.add(&[tag, tag_next, next.suffixes[1]]);
        collect.add(&[tag, tag_next, next.suffixes[1], word.suffixes[1]]);
    }
}
