//! Spanish pronouns written on the end of a verb, one or two, and the accent that they ask for.

const ALONE: [&str; 10] = ["lo", "la", "los", "las", "le", "les", "se", "me", "te", "nos"];

/// The first of two pronouns; the second is one of [`SECOND`].
const FIRST: [&str; 4] = ["se", "me", "te", "nos"];
const SECOND: [&str; 4] = ["lo", "la", "los", "las"];

/// `liberarlo`, `liberárselo`: the accent comes with the second pronoun.
pub(super) fn on_infinitive(bare: &str) -> Vec<String> {
    let alone = ALONE.iter().map(|pronoun| format!("{bare}{pronoun}"));
    let accented = accented(bare, bare.chars().count().saturating_sub(2));
    alone.chain(pairs().map(|pair| format!("{accented}{pair}"))).collect()
}

/// `liberándolo`, `liberándoselo`.
pub(super) fn on_gerund(bare: &str) -> Vec<String> {
    let accented = accented(bare, bare.chars().count().saturating_sub(4));
    joined(&accented)
}

/// `libérenlos`, `díganselo`: the accent holds the stress where it was before the pronouns came.
pub(super) fn on_imperative(bare: &str) -> Vec<String> {
    stressed_vowel(bare).map(|at| joined(&accented(bare, at))).unwrap_or_default()
}

fn joined(accented: &str) -> Vec<String> {
    let alone = ALONE.iter().map(|pronoun| format!("{accented}{pronoun}"));
    alone.chain(pairs().map(|pair| format!("{accented}{pair}"))).collect()
}

fn pairs() -> impl Iterator<Item = String> {
    FIRST.iter().flat_map(|first| SECOND.iter().map(move |second| format!("{first}{second}")))
}

/// The vowel of the last syllable but one, as a place among the letters; none where there is no such syllable.
fn stressed_vowel(bare: &str) -> Option<usize> {
    let letters: Vec<char> = bare.trim_end_matches('n').chars().collect();
    let mut at = letters.len().checked_sub(2)?;
    if matches!(letters[at], 'i' | 'u') {
        at = at.checked_sub(1)?;
    }
    while !is_vowel(letters[at]) {
        at = at.checked_sub(1)?;
    }
    let weak = matches!(letters[at], 'i' | 'u');
    let strong_before = at > 0 && matches!(letters[at - 1], 'a' | 'e' | 'o');
    Some(if weak && strong_before { at - 1 } else { at })
}

fn is_vowel(letter: char) -> bool {
    "aeiouáéíóúü".contains(letter)
}

/// The word with an accent on the letter at this place.
fn accented(word: &str, at: usize) -> String {
    let put = |(place, letter): (usize, char)| match (place == at, letter) {
        (true, 'a') => 'á',
        (true, 'e') => 'é',
        (true, 'i') => 'í',
        (true, 'o') => 'ó',
        (true, 'u') => 'ú',
        _ => letter,
    };
    word.chars().enumerate().map(put).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_accent_holds_the_stress() {
        let cases = [
            ("libere", "libérelo"),
            ("suelten", "suéltenlo"),
            ("digan", "díganlo"),
            ("entregue", "entréguelo"),
            ("busquen", "búsquenlo"),
            ("cambie", "cámbielo"),
            ("oigan", "óiganlo"),
            ("envíe", "envíelo"),
        ];
        for (bare, expected) in cases {
            assert!(on_imperative(bare).contains(&expected.to_owned()), "{bare}: {:?}", on_imperative(bare));
        }
    }

    #[test]
    fn two_pronouns_stand_together() {
        assert!(on_infinitive("llevar").contains(&"llevárselo".to_owned()));
        assert!(on_infinitive("llevar").contains(&"llevarse".to_owned()));
        assert!(on_gerund("llevando").contains(&"llevándoselas".to_owned()));
    }
}
