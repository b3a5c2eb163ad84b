//! Comparing words the way the scoring rules do: folded, without accents, titles and endings. Knows no statement.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

const LITTLE_WORDS: &[&str] = &[
    "the", "a", "an", "of", "and", "or", "in", "on", "at", "to", "for", "with", "by", "from", "de", "la", "el", "los",
    "las", "del", "en", "y", "e", "o", "u", "un", "una", "s", "que",
];

const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "dr",
    "sir",
    "dona",
    "don",
    "sra",
    "sr",
    "lic",
    "ing",
    "gen",
    "general",
    "col",
    "president",
    "former",
    "ex",
];

/// The text in lower case and without accents.
pub fn fold(text: &str) -> String {
    text.nfkd().filter(|c| canonical_combining_class(*c) == 0).collect::<String>().to_lowercase()
}

/// The folded words of a text: runs of letters and digits.
pub fn words(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// The text with every run of white space made one space.
pub fn single_spaced(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let mut out = String::with_capacity(spaced.len());
    for c in spaced.chars() {
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out
}

/// The lines of a text, at every character that Unicode calls a line end.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{1c}', '\u{1d}', '\u{1e}', '\u{85}', '\u{2028}', '\u{2029}'])
}

/// The words that carry meaning, without little words and plural endings.
pub fn content(text: &str) -> BTreeSet<String> {
    words(text).into_iter().filter(|w| !LITTLE_WORDS.contains(&w.as_str())).map(singular).collect()
}

fn singular(word: String) -> String {
    match word.strip_suffix('s') {
        Some(stem) if word.chars().count() > 4 => stem.to_owned(),
        _ => word,
    }
}

/// Whether two names can be one person: equal, or two or more words of which the longer name has all.
pub fn same_person(one: &str, other: &str) -> bool {
    let (one, other) = (name_words(one), name_words(other));
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    if short.is_empty() {
        return false;
    }
    short == long || short.len() >= 2 && short.iter().all(|w| long.contains(w))
}

fn name_words(name: &str) -> Vec<String> {
    words(name).into_iter().filter(|w| !TITLES.contains(&w.as_str())).collect()
}

/// Whether two texts share a word that carries meaning.
pub fn overlap(one: &str, other: &str) -> bool {
    !content(one).is_disjoint(&content(other))
}

/// How far two bags of words agree, from 0 to 1 (the harmonic mean of both shares).
pub fn agreement(one: &[String], other: &[String]) -> f64 {
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    let mut rest = other.to_vec();
    let mut shared = 0;
    for word in one {
        if let Some(at) = rest.iter().position(|w| w == word) {
            rest.swap_remove(at);
            shared += 1;
        }
    }
    2.0 * f64::from(shared) / (one.len() + other.len()) as f64
}

/// Whether the date found is the one wanted or says it more exactly; less exact is accepted down to a month.
pub fn same_date(wanted: &str, found: &str) -> bool {
    let plain = found.trim_end_matches(['~', '?', '%']);
    !found.is_empty() && (plain.starts_with(wanted) || wanted.starts_with(plain) && found.len() >= 7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_accents_and_titles() {
        for (one, other, same) in [
            ("Ana Belén Quiroga", "Ana Quiroga", true),
            ("Dr. Ana Quiróga", "ana quiroga", true),
            ("Quiroga", "Ana Quiroga", false),
            ("Quiroga", "Quiroga", true),
            ("Ana Quiroga", "Ana Salas", false),
            ("", "Ana", false),
        ] {
            assert_eq!(same_person(one, other), same, "{one} / {other}");
        }
    }

    #[test]
    fn a_date_may_be_less_exact_down_to_the_month() {
        for (wanted, found, same) in [
            ("2026-01-08", "2026-01-08", true),
            ("2026-01-08", "2026-01", true),
            ("2026-01-08", "2026", false),
            ("2026", "2026-01", true),
            ("2025-12", "2025-12~", true),
            ("2026-01-08", "", false),
        ] {
            assert_eq!(same_date(wanted, found), same, "{wanted} / {found}");
        }
    }

    #[test]
    fn words_agree_by_their_number_and_not_their_order() {
        let bag = |text: &str| words(text);
        assert_eq!(agreement(&bag("one two two"), &bag("two one")), 0.8);
        assert_eq!(agreement(&bag("one"), &bag("")), 0.0);
    }

    #[test]
    fn plurals_and_little_words_do_not_part_places() {
        assert!(overlap("the prisons of Lomas", "prison"));
        assert!(!overlap("of the", "the"));
    }
}
