//! What is told of a word and a possible head before anything is read: their tags and how far apart they stand.

use crate::tagging::{Tag, Tagged};

/// How many classes of distance there are.
pub const DISTANCES: usize = 14;

/// How many classes a word can have: its tag, or being the root.
pub const CLASSES: usize = ROOT + 1;

/// The class of the root.
pub const ROOT: usize = Tag::Other as usize + 1;

/// The size of a table that has an entry for each pair of classes at each distance.
pub const PAIRS: usize = DISTANCES * CLASSES * CLASSES;

/// The class of a word.
pub fn class(tagged: &Tagged) -> usize {
    tagged.tag as usize
}

/// The class of the distance from a word to its head; the nearer, the finer.
pub fn distance(head: usize, word: usize) -> usize {
    let near = match head.abs_diff(word) {
        0..=1 => 0,
        2 => 1,
        3 => 2,
        4 => 3,
        5..=7 => 4,
        8..=15 => 5,
        _ => 6,
    };
    if head < word { near } else { near + DISTANCES / 2 }
}

/// The place in the table of a word of one class on a head of another at this distance.
pub fn pair(distance: usize, head: usize, word: usize) -> usize {
    (distance * CLASSES + head) * CLASSES + word
}
