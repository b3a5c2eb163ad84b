//! Number words written as one: "veinticincoavos", "tresmillonésimo", "dosmilésimos".
//!
//! It must not know what stands around the word.

use super::lexicon::{Lexicon, Part};

/// What a compound of number words comes to: "treintaicinco" is 35.
pub(super) fn compound(lexicon: &Lexicon, word: &str) -> Option<u64> {
    let (mut total, mut group) = (0u64, 0u64);
    let mut rest = word;
    while !rest.is_empty() {
        let (part, length) = longest_part(lexicon, rest)?;
        match part {
            Part::Scale(scale) => (total, group) = (total.checked_add(group.max(1).checked_mul(scale)?)?, 0),
            Part::Unit(value) | Part::Teen(value) | Part::Tens(value) | Part::Hundreds(value) => group += value,
            Part::Multiplier(_) | Part::Collective(_) => return None,
        }
        rest = &rest[length..];
        rest = rest.strip_prefix(['i', 'y']).filter(|after| !after.is_empty() && group > 0).unwrap_or(rest);
    }
    total.checked_add(group).filter(|value| *value > 0)
}

/// The ordinal or lower half of a fraction that ends in a word of scale: "tresmillonésimo" is 3,000,000.
pub(super) fn scaled_ordinal(lexicon: &Lexicon, word: &str) -> Option<u64> {
    let (start, scale) = word
        .char_indices()
        .skip(1)
        .find_map(|(at, _)| lexicon.ordinal(&word[at..]).filter(|value| *value >= 1000).map(|value| (at, value)))?;
    compound(lexicon, &word[..start])?.checked_mul(scale)
}

/// The lower half of a fraction that is a number with an ending: "veintiunavo" is 21.
pub(super) fn with_ending(lexicon: &Lexicon, word: &str) -> Option<u64> {
    let stem = |ending: &String| {
        let stem = word.strip_suffix(ending.as_str())?;
        compound(lexicon, stem).or_else(|| compound(lexicon, &format!("{stem}o")))
    };
    lexicon.lists.fraction_endings.iter().find_map(stem)
}

fn longest_part(lexicon: &Lexicon, rest: &str) -> Option<(Part, usize)> {
    let ends = rest.char_indices().map(|(at, letter)| at + letter.len_utf8()).rev();
    ends.filter_map(|end| Some((lexicon.part(&rest[..end])?, end))).next()
}
