//! The features by which a part of speech is chosen.

use super::decode::Task;
use super::lists::{first_name, place};
use super::model::Model;
use super::word::{Word, mix, prepare};
use super::{LABELS, Tag};

/// One sentence whose words want a tag.
pub struct PartsTask {
    words: Vec<Word>,
    classes: Vec<u32>,
    /// What the lists of names say of each word.
    listed: Vec<u64>,
}

impl PartsTask {
    /// Prepares a sentence; the word classes are those of `model`.
    pub fn new(model: &Model, words: &[&str]) -> Self {
        Self::with_classes(words, |key| model.class(key))
    }

    /// Prepares a sentence with word classes from elsewhere, as training needs it.
    pub fn with_classes(words: &[&str], class: impl Fn(u32) -> u32) -> Self {
        let listed = words.iter().map(|word| listed(word)).collect();
        let words = prepare(words);
        let classes = words.iter().map(|word| class(word.key)).collect();
        Self { words, classes, listed }
    }

    /// The words as they were hashed.
    pub fn into_words(self) -> Vec<Word> {
        self.words
    }

    fn word(&self, position: usize, step: isize) -> Word {
        at(&self.words, position, step).copied().unwrap_or_default()
    }

    fn class(&self, position: usize, step: isize) -> u64 {
        at(&self.classes, position, step).map_or(u64::MAX, |class| u64::from(*class))
    }
}

/// The item `step` places from `position`, if there is one.
pub(super) fn at<T>(items: &[T], position: usize, step: isize) -> Option<&T> {
    items.get(position.checked_add_signed(step)?)
}

/// The label `back` places before the next word; past the beginning of the sentence there is a label of its own.
pub(super) fn label_before(before: &[u8], back: usize) -> u64 {
    before.len().checked_sub(back).map_or(255, |position| u64::from(before[position]))
}

/// Collects feature keys; each template has its own number, so that equal parts of different templates differ.
pub(super) struct Collector<'a> {
    template: u64,
    keys: &'a mut Vec<u32>,
}

impl<'a> Collector<'a> {
    pub(super) fn new(keys: &'a mut Vec<u32>) -> Self {
        Self { template: 0, keys }
    }

    pub(super) fn add(&mut self, parts: &[u64]) {
        self.template += 1;
        let hash = parts.iter().fold(self.template, |hash, &part| mix(hash, part));
        self.keys.push((hash >> 32) as u32);
    }
}

impl Task for PartsTask {
    fn labels(&self) -> usize {
        LABELS.len()
    }

    fn length(&self) -> usize {
        self.words.len()
    }

    fn features(&self, position: usize, before: &[u8], features: &mut Vec<u32>) {
        let word = self.words[position];
        let [back_two, back, next, next_two] = [-2, -1, 1, 2].map(|step| self.word(position, step));
        let [class_back, class, class_next, class_next_two] = [-1, 0, 1, 2].map(|step| self.class(position, step));
        let (last, last_but_one) = (label_before(before, 1), label_before(before, 2));
        let mut collect = Collector::new(features);
        for part in [word.exact, word.lower, word.folded, word.shape, class].into_iter().chain(word.suffixes) {
            collect.add(&[part]);
        }
        for part in word.prefixes {
            collect.add(&[part]);
        }
        for part in [back.lower, back_two.lower, next.lower, next_two.lower, back.shape, next.shape] {
            collect.add(&[part]);
        }
        for part in [back.suffixes[2], next.suffixes[2], next.suffixes[1], class_back, class_next, class_next_two] {
            collect.add(&[part]);
        }
        for other in [word.shape, word.lower, word.suffixes[2], word.suffixes[1], next.lower, class, last_but_one] {
            collect.add(&[last, other]);
        }
        collect.add(&[last]);
        collect.add(&[last_but_one]);
        collect.add(&[last, last_but_one, word.lower]);
        collect.add(&[last, last_but_one, class]);
        collect.add(&[last, class, class_next]);
        collect.add(&[class, class_next]);
        collect.add(&[class, class_next, class_next_two]);
        collect.add(&[class_back, class, class_next]);
        collect.add(&[back.lower, word.lower]);
        collect.add(&[word.lower, next.lower]);
        collect.add(&[word.lower, class_next]);
        collect.add(&[word.suffixes[2], class_next]);
        collect.add(&[word.suffixes[2], word.shape]);
        collect.add(&[back.lower, word.suffixes[2]]);
        collect.add(&[back.lower, next.lower]);
        collect.add(&[word.shape, next.shape, back.shape]);
        let listed = self.listed[position];
        let listed_at = |step| at(&self.listed, position, step).copied().unwrap_or_default();
        collect.add(&[listed, word.shape]);
        collect.add(&[listed, last, word.shape]);
        collect.add(&[listed_at(-1), listed, listed_at(1), u64::from(word.capital)]);
        let verb = verb_of_clause(before);
        collect.add(&[verb, word.lower]);
        collect.add(&[verb, class, class_next]);
        collect.add(&[verb, word.suffixes[2]]);
        collect.add(&[verb, last, class]);
    }
}

/// What the lists say of a word that is set like a name: a bit for a first name, one for a place.
fn listed(word: &str) -> u64 {
    if !word.starts_with(char::is_uppercase) {
        return 0;
    }
    u64::from(first_name(word).is_some()) | u64::from(place(word)) << 1
}

/// The latest verb since the latest mark or subordinator: the clause has its verb already.
fn verb_of_clause(before: &[u8]) -> u64 {
    for &label in before.iter().rev().take(12) {
        match LABELS[usize::from(label)] {
            (Tag::Punctuation | Tag::Subordinator, _) => return 254,
            (_, Some(_)) => return u64::from(label),
            _ => {}
        }
    }
    255
}
