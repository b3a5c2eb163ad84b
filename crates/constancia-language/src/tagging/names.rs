//! The features by which a word is taken for part of the name of a person, a place or an institution.

use constancia_model::Language;

use super::decode::Task;
use super::lists::{Gender, family_name, first_name, institution_head, organisation, place};
use super::parts::{Collector, at, label_before};
use super::word::{Word, prepare};
use super::{LABELS, Tagged};

/// What a word is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameLabel {
    /// No name, or a name of something else.
    None,
    /// The name of a person; `begin` at its first word.
    Person {
        /// Whether this is the first word of the name.
        begin: bool,
    },
    /// The name of a place; `begin` at its first word.
    Place {
        /// Whether this is the first word of the name.
        begin: bool,
    },
    /// The name of an institution; `begin` at its first word.
    Institution {
        /// Whether this is the first word of the name.
        begin: bool,
    },
}

/// The labels of the name models, in the order of their rows; each beginning stands before its continuation.
pub const NAME_LABELS: [NameLabel; 7] = [
    NameLabel::None,
    NameLabel::Person { begin: true },
    NameLabel::Person { begin: false },
    NameLabel::Place { begin: true },
    NameLabel::Place { begin: false },
    NameLabel::Institution { begin: true },
    NameLabel::Institution { begin: false },
];

/// The longest place or organisation of the lists has this many words.
const LONGEST: usize = 5;

/// One tagged sentence whose words want a name label.
pub struct NamesTask {
    words: Vec<Word>,
    tags: Vec<u64>,
    /// The labels that each word takes as a common word, a bit a label; 0 when it is not known as one.
    common: Vec<u64>,
    /// What the lists say of each word, a bit a list.
    listed: Vec<u64>,
    /// How many capitalised words stand before and behind each word without a gap, three at most.
    runs: Vec<u64>,
}

impl NamesTask {
    /// Prepares a sentence; `class` says which labels the word of a key takes, a bit a label.
    pub fn new(language: &Language, words: &[&str], tags: &[Tagged], class: impl Fn(u32) -> u32) -> Self {
        let prepared = prepare(words);
        let tag_number = |tagged: &Tagged| LABELS.iter().position(|label| *label == (tagged.tag, tagged.verb));
        Self {
            tags: tags.iter().map(|tagged| tag_number(tagged).unwrap_or(LABELS.len()) as u64).collect(),
            listed: listed(language, words),
            common: prepared.iter().map(|word| u64::from(class(word.key))).collect(),
            runs: runs(&prepared),
            words: prepared,
        }
    }

    fn listed(&self, position: usize, step: isize) -> u64 {
        at(&self.listed, position, step).copied().unwrap_or_default()
    }

    fn tag(&self, position: usize, step: isize) -> u64 {
        at(&self.tags, position, step).copied().unwrap_or(u64::MAX)
    }
}

fn listed(language: &Language, words: &[&str]) -> Vec<u64> {
    let mut listed: Vec<u64> = words.iter().map(|word| listed_alone(language, word)).collect();
    for (bit, is_listed) in [(8, place as fn(&str) -> bool), (64, organisation)] {
        let mut from = 0;
        while from < words.len() {
            let length = length_of_listed(&words[from..], is_listed);
            for (place, word) in listed[from..from + length].iter_mut().enumerate() {
                *word |= if place == 0 { bit } else { bit << 1 };
            }
            from += length.max(1);
        }
    }
    listed
}

fn listed_alone(language: &Language, word: &str) -> u64 {
    let capital = word.starts_with(char::is_uppercase);
    let name = match first_name(word).filter(|_| capital) {
        Some(Gender::Masculine) => 1,
        Some(Gender::Feminine) => 2,
        Some(Gender::Either) => 3,
        None => 0,
    };
    name | u64::from(institution_head(language, word)) << 2 | u64::from(capital && family_name(word)) << 5
}

/// How many of the first words together are listed, as many as possible.
fn length_of_listed(words: &[&str], is_listed: fn(&str) -> bool) -> usize {
    if !words[0].starts_with(char::is_uppercase) {
        return 0;
    }
    let within = words.iter().take(LONGEST).take_while(|word| word.starts_with(char::is_alphanumeric)).count();
    (1..=within.max(1)).rev().find(|&length| is_listed(&words[..length].join(" "))).unwrap_or(0)
}

fn runs(words: &[Word]) -> Vec<u64> {
    let capitals =
        |words: &mut dyn Iterator<Item = &Word>| words.take_while(|word| word.capital).take(3).count() as u64;
    let run = |position: usize| {
        let before = capitals(&mut words[..position].iter().rev());
        let behind = capitals(&mut words[position + 1..].iter());
        before * 4 + behind
    };
    (0..words.len()).map(run).collect()
}

impl Task for NamesTask {
    fn labels(&self) -> usize {
        NAME_LABELS.len()
    }

    fn length(&self) -> usize {
        self.words.len()
    }

    /// A name goes on only where it began.
    fn permits(&self, before: &[u8], label: u8) -> bool {
        let goes_on = label > 0 && label.is_multiple_of(2);
        !goes_on || before.last().is_some_and(|&last| last == label || last + 1 == label)
    }

    fn features(&self, position: usize, before: &[u8], features: &mut Vec<u32>) {
        let word = self.words[position];
        let neighbour = |step| at(&self.words, position, step).copied().unwrap_or_default();
        let [back_two, back, next, next_two] = [-2, -1, 1, 2].map(neighbour);
        let [tag_back, tag, tag_next] = [-1, 0, 1].map(|step| self.tag(position, step));
        let [listed_back, listed, listed_next, listed_next_two] = [-1, 0, 1, 2].map(|step| self.listed(position, step));
        let run = self.runs[position];
        let last = label_before(before, 1);
        let mut collect = Collector::new(features);
        for part in
            [word.folded, word.shape, tag, listed, run, last].into_iter().chain(word.suffixes).chain(word.prefixes)
        {
            collect.add(&[part, u64::from(word.capital)]);
        }
        for part in
            [back.folded, back_two.folded, next.folded, next_two.folded, tag_back, tag_next, listed_back, listed_next]
        {
            collect.add(&[part]);
            collect.add(&[part, u64::from(word.capital), last]);
        }
        for part in [word.folded, word.shape, tag, listed, run, word.suffixes[2], listed_next, back.shape, next.shape] {
            collect.add(&[part, last]);
        }
        collect.add(&[listed, listed_next, listed_next_two, run]);
        collect.add(&[listed_back, listed, last, run]);
        collect.add(&[tag_back, tag, tag_next, last]);
        collect.add(&[back.folded, word.shape, next.folded]);
        collect.add(&[back.folded, word.folded]);
        collect.add(&[word.folded, next.folded]);
        collect.add(&[listed, tag, run, last]);
        collect.add(&[back.suffixes[3], run, listed]);
        collect.add(&[next.suffixes[3], run, listed]);
        let common = |step| at(&self.common, position, step).copied().unwrap_or_default();
        let family = |listed: u64| listed & 0b10_0011;
        collect.add(&[common(0), word.shape, last]);
        collect.add(&[common(0), common(1), u64::from(word.capital), u64::from(next.capital), last]);
        collect.add(&[common(-1), common(0), u64::from(back.capital), u64::from(word.capital), last]);
        collect.add(&[family(listed), family(listed_next), run]);
        collect.add(&[family(listed_back), family(listed), run, last]);
        collect.add(&[tag_back, listed, common(0), run]);
        collect.add(&[back.folded, listed, common(0)]);
    }
}
