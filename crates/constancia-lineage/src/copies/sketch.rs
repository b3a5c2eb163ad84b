//! A few numbers by which a text is found again. Does not compare texts.
//!
//! From every sentence the smallest hashes of neighbouring words are kept, whichever comes first of the two (Broder 1997,
//! "On the resemblance and containment of documents", a bottom sketch, here for each sentence). A sentence that is taken
//! whole is always found; one of which a quarter of the words is changed mostly still shares one of its hashes.

use super::words::{Sentence, Wording};

/// Hashes kept of a sentence.
const OF_SENTENCE: usize = 3;

/// Hashes kept of a text: at four bytes, and as many for whose they are, the greater part of what the index holds of it.
pub(crate) const OF_TEXT: usize = 96;

/// The sorted hashes of a text, each once.
pub(crate) fn sketch(wording: &Wording) -> Vec<u32> {
    let mut sketch = Vec::with_capacity(wording.sentences.len() * OF_SENTENCE);
    for sentence in wording.sentences.iter().filter(|sentence| !sentence.label) {
        sketch.extend(of_sentence(wording, sentence).into_iter().filter(|hash| *hash != NONE));
    }
    sketch.sort_unstable();
    sketch.dedup();
    sketch.truncate(OF_TEXT);
    sketch
}

/// No hash.
pub(crate) const NONE: u32 = u32::MAX;

/// The smallest hashes of a sentence, the smallest first; `NONE` where it has fewer.
pub(crate) fn of_sentence(wording: &Wording, sentence: &Sentence) -> [u32; OF_SENTENCE] {
    let stems = wording.stems_of(sentence);
    let mut smallest = [NONE; OF_SENTENCE];
    for (at, stem) in stems.iter().enumerate() {
        for next in stems[at + 1..].iter().take(2) {
            keep(&mut smallest, pair(*stem, *next));
        }
    }
    smallest
}

fn keep(smallest: &mut [u32; OF_SENTENCE], hash: u32) {
    if hash < smallest[OF_SENTENCE - 1] && !smallest.contains(&hash) {
        smallest[OF_SENTENCE - 1] = hash;
        smallest.sort_unstable();
    }
}

/// The same for both orders. Multiplication by the golden ratio spreads what FNV left close together.
fn pair(one: u32, other: u32) -> u32 {
    let both = (u64::from(one.min(other)) << 32) | u64::from(one.max(other));
    let spread = (both ^ (both >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((spread ^ (spread >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93) >> 32) as u32
}
