//! What the parser looks at in a word: its letters, its tag and the tags beside it, as hashed keys.
//!
//! Words of different languages never share a key; shapes and tags do.

use constancia_model::Language;

use crate::tagging::Tagged;
use crate::tagging::word::{Word, mix, prepare};

/// How many features a word has.
pub const FEATURES: usize = 10;

/// The features that tell the letters of a word; the others tell its kind.
pub const LETTERS: usize = 5;

/// The keys of each word of a sentence. What is not Spanish has the keys of English.
pub fn keys(language: &Language, words: &[&str], tags: &[Tagged]) -> Vec<[u32; FEATURES]> {
    let language = u64::from(*language == Language::Spanish);
    let kind = |position: Option<usize>| {
        let tagged = position.and_then(|position| tags.get(position));
        tagged.map_or(0, |tagged| 1 + tagged.tag as u64 * 8 + tagged.verb.map_or(0, |verb| 1 + verb as u64))
    };
    let prepared = prepare(words);
    let features = |(at, word): (usize, &Word)| {
        let tagged = tags[at];
        let (back, here, next) = (kind(at.checked_sub(1)), kind(Some(at)), kind(Some(at + 1)));
        let gender = tagged.feminine.map_or(0, |feminine| 1 + u64::from(feminine));
        let parts = [
            mix(language, word.lower),
            mix(language, word.suffixes[1]),
            mix(language, word.suffixes[2]),
            mix(language, word.suffixes[3]),
            mix(language, word.prefixes[2]),
            word.shape,
            here,
            mix(mix(here, u64::from(tagged.plural)), gender),
            mix(here, back),
            mix(here, next),
        ];
        std::array::from_fn(|template| (mix(template as u64 + 1, parts[template]) >> 32) as u32)
    };
    prepared.iter().enumerate().map(features).collect()
}
