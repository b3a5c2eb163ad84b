//! Fractions in words: "two thirds", "a fifth", "one-eighth", "tres veintiunavos", "la mitad".
//!
//! It must not know what they are fractions of.

use super::amount::{Amount, amount_at};
use super::compounds::{scaled_ordinal, with_ending};
use super::lexicon::{Lexicon, Part};
use super::tokens::Tokens;
use super::value::Value;

/// A fraction and where it ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fraction {
    /// How much.
    pub value: Value,
    /// One past its last token.
    pub end: usize,
}

/// What stands below the line.
#[derive(Debug, Clone, Copy)]
struct Below {
    value: u64,
    end: usize,
    plural: bool,
}

/// The fraction that begins at a token.
pub(super) fn fraction_at(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize) -> Option<Fraction> {
    let word = tokens.word(at)?;
    if let Some(below) = lexicon.lists.lone_fractions.get(word) {
        return fraction(1, *below, at + 1);
    }
    let lists = &lexicon.lists;
    let one = (lists.articles.contains(word) || lists.one_words.contains(word)) && tokens.joined(at);
    if let Some(below) = one.then(|| below_at(lexicon, tokens, at + 1)).flatten() {
        return fraction(1, below.value, below.end);
    }
    let scaled = || tokens.joined(at) && tokens.word(at + 1).is_some_and(|word| lexicon.scale(word).is_some());
    if let Some(below) = lists.fractions.get(word).filter(|_| scaled()) {
        return fraction(1, *below, at + 1);
    }
    let above = amount_at(lexicon, tokens, at, true).filter(|above| !above.fractional && above.value > 0)?;
    let below = below_at(lexicon, tokens, above.end).filter(|below| below.plural && tokens.joined(above.end - 1))?;
    let figures = tokens.list[above.end - 1].is_figure();
    if figures && below.value >= 1000 {
        return None;
    }
    hyphenated(lexicon, tokens, &above, &below).or_else(|| fraction(above.value, below.value, below.end))
}

fn fraction(above: u64, below: u64, end: usize) -> Option<Fraction> {
    let value = Value::ratio(i128::from(above), i128::from(below))?;
    Some(Fraction { value, end })
}

/// "one hundred thirty-fifths": what a hyphen joins is what stands below the line.
fn hyphenated(lexicon: &Lexicon, tokens: &Tokens<'_>, above: &Amount, below: &Below) -> Option<Fraction> {
    let last = above.end - 1;
    let Some(Part::Tens(tens)) = lexicon.part(tokens.word(last)?) else { return None };
    let joined = tokens.gap(last) == "-" && below.value < 10 && last > above.first;
    let left = above.value.checked_sub(tens).filter(|left| joined && *left > 0)?;
    fraction(left, tens + below.value, below.end)
}

fn below_at(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize) -> Option<Below> {
    let word = tokens.word(at)?;
    if let Some(Part::Tens(tens)) = lexicon.part(word) {
        let unit = denominator(lexicon, tokens.word(at + 1)?, 0).filter(|unit| unit.0 < 10 && tokens.joined(at))?;
        return Some(Below { value: tens + unit.0, end: at + 2, plural: unit.1 });
    }
    let (value, plural) = denominator(lexicon, word, 2)?;
    Some(Below { value, end: at + 1, plural })
}

/// What a word below the line means and whether it is a plural; ordinals only from above `least`.
fn denominator(lexicon: &Lexicon, word: &str, least: u64) -> Option<(u64, bool)> {
    let lists = &lexicon.lists;
    let singular = word.strip_suffix('s');
    let named = |word: &str| lists.fractions.get(word).copied();
    let ordinal =
        |word: &str| lexicon.ordinal(word).filter(|value| *value > least && !lists.no_fractions.contains(word));
    let either = |word: &str| {
        named(word)
            .or_else(|| ordinal(word))
            .or_else(|| with_ending(lexicon, word))
            .or_else(|| (!lists.fraction_endings.is_empty()).then(|| scaled_ordinal(lexicon, word)).flatten())
    };
    singular.and_then(|word| Some((either(word)?, true))).or_else(|| Some((either(word)?, false)))
}
