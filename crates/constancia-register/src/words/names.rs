//! Words compared as people compare them: without case, accents and marks. Knows no language.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of a text in lower case, without accents, joined by single spaces.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkd().filter(|letter| !is_combining_mark(*letter)) {
        if letter.is_alphanumeric() {
            folded.extend(letter.to_lowercase());
        } else if !matches!(letter, '\'' | '’') && !folded.ends_with(' ') && !folded.is_empty() {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The fullest of some names: most words, then said most often, then with most accents, then first in order.
/// `names` holds at least one; a name said several times stands there as often.
pub(crate) fn fullest<'a>(names: impl Iterator<Item = &'a str>) -> &'a str {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names {
        *times.entry(name).or_default() += 1;
    }
    let fullness = |name: &str, times: usize| {
        let accents = name.chars().filter(|letter| !letter.is_ascii()).count();
        (name.split_whitespace().count(), times, accents)
    };
    // `max_by_key` keeps the last of equals, so the names run backwards for the first in order to win.
    times.into_iter().rev().max_by_key(|(name, times)| fullness(name, *times)).map_or("", |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_case_accents_and_marks() {
        for (one, other) in [
            ("María  Ñáñez", "maria nanez"),
            ("O’Brien, John-Paul", "obrien john paul"),
            ("  ", ""),
            ("Mari\u{301}a", "maria"),
            ("Kraśnik “Łódź”", "krasnik łodz"),
        ] {
            assert_eq!(folded(one), other);
        }
    }

    #[test]
    fn the_fullest_name_is_shown() {
        for (names, expected) in [
            (&["Ruiz", "Ana Ruiz", "Ana María Ruiz Paz"][..], "Ana María Ruiz Paz"),
            (&["Ana Maria Ruiz", "Ana María Ruiz"], "Ana María Ruiz"),
            (&["Ana Maria Ruiz", "Ana Maria Ruiz", "Ana María Ruiz"], "Ana Maria Ruiz"),
            (&["Bo Li", "Al Li"], "Al Li"),
        ] {
            assert_eq!(fullest(names.iter().copied()), expected);
        }
    }
}
