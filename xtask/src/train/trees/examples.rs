//! Sentences of treebanks to what the parser learns from: rows of features and the right tree.

use std::collections::BTreeMap;

use constancia_language::tagging::{Tagged, Tagger};
use constancia_language::trees::features::{FEATURES, LETTERS, keys};
use constancia_language::trees::pairs;
use constancia_language::trees::windows::LONGEST;
use constancia_model::Language;

use super::scorer::Tree;
use crate::train::treebank::TreebankSentence;
use crate::train::variants::with_variants;

/// A feature of letters that is seen less often is not kept.
const LEAST_SEEN: usize = 2;

/// A sentence and the tags that the product gives its words.
#[derive(Clone)]
pub struct TaggedSentence {
    pub language: Language,
    pub sentence: TreebankSentence,
    pub tags: Vec<Tagged>,
}

/// In how many parts sentences are tagged by what the other parts teach.
const PARTS: usize = 5;

/// Of the copies that are written otherwise, one in so many is learned from.
const COPIES: usize = 3;

/// Tags sentences to learn from by taggers that have not seen them, as the product will meet unseen ones. `whole` and
/// `apart` are the same sentences with hyphenated words cut both ways; `learn` makes a tagger of sentences.
pub fn jackknifed(
    language: &Language,
    whole: &[TreebankSentence],
    apart: &[TreebankSentence],
    learn: impl Fn(&[TreebankSentence]) -> Tagger,
) -> Vec<TaggedSentence> {
    let mut tagged = Vec::new();
    for part in 0..PARTS {
        let (unseen, seen): (Vec<usize>, Vec<usize>) = (0..whole.len()).partition(|place| place % PARTS == part);
        let take = |places: &[usize]| places.iter().map(|&place| whole[place].clone()).collect::<Vec<_>>();
        let tagger = learn(&take(&seen));
        let mut sentences = with_variants(&take(&unseen));
        let copies = sentences.split_off(unseen.len()).into_iter().step_by(COPIES);
        let otherwise = unseen.iter().filter(|&&place| apart[place].words.len() != whole[place].words.len());
        sentences.extend(otherwise.map(|&place| apart[place].clone()).chain(copies));
        tagged.extend(sentences.into_iter().filter(|sentence| sentence.words.len() <= LONGEST).map(|sentence| {
            let tags = tagger.tag(&sentence.forms());
            TaggedSentence { language: language.clone(), sentence, tags }
        }));
    }
    tagged
}

impl TaggedSentence {
    fn keys(&self) -> Vec<[u32; FEATURES]> {
        keys(&self.language, &self.sentence.forms(), &self.tags)
    }
}

/// The row of each feature that is kept; row 0 is for all others.
pub struct Vocabulary(BTreeMap<u32, u32>);

impl Vocabulary {
    pub fn of(sentences: &[TaggedSentence]) -> Self {
        let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
        for features in sentences.iter().flat_map(TaggedSentence::keys) {
            for (at, key) in features.into_iter().enumerate() {
                *counts.entry(key).or_default() += if at < LETTERS { 1 } else { LEAST_SEEN };
            }
        }
        let kept = counts.into_iter().filter(|(_, count)| *count >= LEAST_SEEN);
        Self(kept.zip(1..).map(|((key, _), row)| (key, row)).collect())
    }

    pub fn rows(&self) -> usize {
        self.0.len() + 1
    }

    /// The features that are kept, rising, the one of row 1 first.
    pub fn keys(&self) -> Vec<u32> {
        self.0.keys().copied().collect()
    }

    fn row(&self, key: u32) -> u32 {
        self.0.get(&key).copied().unwrap_or(0)
    }
}

/// A sentence to learn from.
pub struct Example {
    pub rows: Vec<[u32; FEATURES]>,
    pub tree: Tree,
}

impl Example {
    pub fn new(tagged: &TaggedSentence, vocabulary: &Vocabulary) -> Self {
        let words = &tagged.sentence.words;
        Self {
            rows: tagged.keys().into_iter().map(|keys| keys.map(|key| vocabulary.row(key))).collect(),
            tree: Tree {
                classes: tagged.tags.iter().map(pairs::class).collect(),
                heads: words.iter().map(|word| word.head.map_or(0, |head| head + 1)).collect(),
                relations: words.iter().map(|word| word.relation).collect(),
                labels: words.iter().map(|word| usize::from(word.label)).collect(),
            },
        }
    }
}
