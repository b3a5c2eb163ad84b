//! What the models look at in one word: its letters, its beginnings and endings, its shape.
//!
//! Everything is hashed once a word, so that features of neighbours cost a multiplication. It knows no language.

use unicode_normalization::char::decompose_canonical;
use unicode_normalization::char::is_combining_mark;

/// How the letters of a sentence are set; in headings a capital says nothing about its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Running text.
    Running,
    /// Most words begin with a capital.
    Title,
    /// Every letter is a capital.
    Capitals,
}

/// One word, hashed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// As it stands.
    pub exact: u64,
    /// In small letters, digits all alike.
    pub lower: u64,
    /// In small letters without accents.
    pub folded: u64,
    /// The last one to five letters of the small form.
    pub suffixes: [u64; 5],
    /// The first one to three letters of the small form.
    pub prefixes: [u64; 3],
    /// Capitals, digits, hyphens, place in the sentence and the setting of the sentence.
    pub shape: u64,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Key of the small form, as word lists keep it.
    pub key: u32,
}

/// Mixes a part into a hash.
pub fn mix(hash: u64, part: u64) -> u64 {
    (hash.rotate_left(23) ^ part).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The key of a word in a list of word classes.
pub fn word_key(lower: &str) -> u32 {
    (hash_letters(lower.chars()) >> 32) as u32
}

/// A word in small letters without accents, as names are compared: `Rodríguez` is `rodriguez`.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        decompose_canonical(letter, |part| {
            if !is_combining_mark(part) {
                folded.push(part);
            }
        });
    }
    folded
}

/// How the letters of these words are set.
pub fn setting(words: &[&str]) -> Setting {
    let lettered: Vec<&&str> = words.iter().filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let has_small = |word: &str| word.chars().any(char::is_lowercase);
    let long = || lettered.iter().skip(1).filter(|word| word.chars().count() > 3);
    let small = long().filter(|word| word.starts_with(char::is_lowercase)).count();
    if lettered.len() > 1 && !lettered.iter().any(|word| has_small(word)) {
        Setting::Capitals
    } else if long().count() > 2 && small * 5 < long().count() {
        Setting::Title
    } else {
        Setting::Running
    }
}

/// Hashes every word of a sentence.
pub fn prepare(words: &[&str]) -> Vec<Word> {
    let setting = setting(words);
    let mut first = true;
    let mut letters = Vec::new();
    let prepare_next = |word: &&str| {
        letters.clear();
        letters.extend(word.chars().flat_map(char::to_lowercase).map(plain_digit));
        let prepared = prepare_one(word, &letters, setting, first);
        first &= !word.chars().any(char::is_alphanumeric);
        prepared
    };
    words.iter().map(prepare_next).collect()
}

/// `letters` are those of the word in small letters, digits all alike.
fn prepare_one(word: &str, letters: &[char], setting: Setting, first: bool) -> Word {
    let lower = hash_letters(letters.iter().copied());
    Word {
        exact: hash_letters(word.chars()),
        lower,
        folded: if word.is_ascii() { lower } else { hash_letters(fold(word).chars().map(plain_digit)) },
        suffixes: std::array::from_fn(|more| hash_letters(letters.iter().rev().take(more + 1).copied())),
        prefixes: std::array::from_fn(|more| hash_letters(letters.iter().take(more + 1).copied())),
        shape: mix(mix(shape(word), setting as u64), u64::from(first)),
        capital: word.starts_with(char::is_uppercase),
        key: (lower >> 32) as u32,
    }
}

fn plain_digit(letter: char) -> char {
    if letter.is_numeric() { '0' } else { letter }
}

fn hash_letters(letters: impl Iterator<Item = char>) -> u64 {
    letters.fold(0xcbf2_9ce4_8422_2325, |hash, letter| mix(hash, u64::from(letter)))
}

/// A bit for each kind of character in the word, and whether the first letter alone is a capital.
fn shape(word: &str) -> u64 {
    let mut letters = word.chars();
    let capital = word.starts_with(char::is_uppercase);
    let has = |found: bool, bit: u32| u64::from(found) << bit;
    let kinds = has(word.contains(char::is_lowercase), 0)
        | has(letters.by_ref().skip(1).any(char::is_uppercase), 1)
        | has(word.contains(char::is_numeric), 2)
        | has(word.contains(['-', '–']), 3)
        | has(word.contains('.'), 4)
        | has(word.contains(['\'', '’']), 5)
        | has(word.starts_with(char::is_numeric), 6)
        | has(word.chars().any(|letter| !letter.is_alphanumeric() && !".-–'’,".contains(letter)), 7);
    kinds | has(capital, 8) | (word.chars().count().min(4) as u64) << 9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_accents_and_capitals() {
        assert_eq!(fold("Núñez-ŠIMIĆ"), "nunez-simic");
    }

    #[test]
    fn headings_are_told_from_running_text() {
        let cases = [
            ("Police arrested three reporters in Milan on Monday", Setting::Running),
            ("Police Arrest Three Reporters in Milan", Setting::Title),
            ("POLICE ARREST 3 REPORTERS", Setting::Capitals),
            ("He left", Setting::Running),
        ];
        for (sentence, expected) in cases {
            assert_eq!(setting(&sentence.split(' ').collect::<Vec<_>>()), expected, "{sentence}");
        }
    }
}
