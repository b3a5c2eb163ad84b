//! Lists of first and family names, places, organisations and words that head the names of institutions.
//!
//! Words are compared without accents and capitals. The lists are a help and never a proof: many first names are
//! also words, and many places are also surnames.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use constancia_model::Language;

use super::word::fold;

/// For whom a first name is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// Mostly to men.
    Masculine,
    /// Mostly to women.
    Feminine,
    /// To both.
    Either,
}

static FIRST_NAMES: LazyLock<HashMap<String, Gender>> = LazyLock::new(|| {
    let entries = include_str!("../../data/first-names.txt").lines().filter_map(|line| line.split_once('\t'));
    entries.map(|(name, gender)| (fold(name), gender_of(gender))).collect()
});

/// Names in capitals (`US`, `EE.UU.`) are kept as they are: folded, they would be words.
static PLACES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let places = include_str!("../../data/places.txt").lines();
    places.map(|place| if in_capitals(place) { place.to_owned() } else { fold(place) }).collect()
});
static FAMILY_NAMES: LazyLock<HashSet<String>> =
    LazyLock::new(|| folded_lines(include_str!("../../data/family-names.txt")));
static ORGANISATIONS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("../../data/organisations.txt").lines().collect());
static ENGLISH_HEADS: LazyLock<HashSet<String>> =
    LazyLock::new(|| folded_lines(include_str!("../../data/en/institutions.txt")));
static SPANISH_HEADS: LazyLock<HashSet<String>> =
    LazyLock::new(|| folded_lines(include_str!("../../data/es/institutions.txt")));

fn folded_lines(text: &str) -> HashSet<String> {
    text.lines().map(fold).collect()
}

fn in_capitals(words: &str) -> bool {
    !words.contains(char::is_lowercase)
}

fn gender_of(letter: &str) -> Gender {
    match letter {
        "m" => Gender::Masculine,
        "f" => Gender::Feminine,
        _ => Gender::Either,
    }
}

/// For whom this first name is given; of a double name (`Pierre-Luc`) the first part decides. None if it is no first name.
pub fn first_name(word: &str) -> Option<Gender> {
    let folded = fold(word);
    let first_part = || folded.split('-').next().filter(|part| part.len() > 2);
    FIRST_NAMES.get(&folded).or_else(|| FIRST_NAMES.get(first_part()?)).copied()
}

/// Whether this is a family name; of a double name (`Fariñas-Robles`) one part is enough.
pub fn family_name(word: &str) -> bool {
    let folded = fold(word);
    FAMILY_NAMES.contains(&folded) || folded.contains('-') && folded.split('-').any(|part| FAMILY_NAMES.contains(part))
}

/// Whether these words, one space between them and written as it writes itself, are a well known organisation.
pub fn organisation(words: &str) -> bool {
    ORGANISATIONS.contains(words)
}

/// Whether these words, one space between them, are a country, a region or a large town, in English or Spanish.
pub fn place(words: &str) -> bool {
    PLACES.contains(words) && in_capitals(words) || PLACES.contains(&fold(words))
}

/// Whether this word heads names of institutions in this language: `Ministry`, `Fundación`.
pub fn institution_head(language: &Language, word: &str) -> bool {
    match language {
        Language::English => ENGLISH_HEADS.contains(&fold(word)),
        Language::Spanish => SPANISH_HEADS.contains(&fold(word)),
        Language::Other(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_names_are_known_in_many_languages_and_without_accents() {
        let cases = [
            ("Rocío", Some(Gender::Feminine)),
            ("rocio", Some(Gender::Feminine)),
            ("Pierre-Luc", Some(Gender::Masculine)),
            ("Thiri", Some(Gender::Feminine)),
            ("OLUWATOBI", None),
            ("Ministry", None),
        ];
        for (name, gender) in cases {
            assert_eq!(first_name(name), gender, "{name}");
        }
    }

    #[test]
    fn places_are_known_in_both_languages() {
        for known in ["Saudi Arabia", "Arabia Saudí", "Rangún", "The Hague", "la haya", "US", "EE.UU.", "CUBA"] {
            assert!(place(known), "{known}");
        }
        assert!(!place("Ministry of Justice") && !place("us"));
    }

    #[test]
    fn family_names_are_known_in_many_languages_and_in_double_names() {
        for known in ["Núñez", "nunez", "Kovalenko", "Hlaing", "Okonkwo", "Robles-Quirós"] {
            assert!(family_name(known), "{known}");
        }
        assert!(!family_name("Ministry"));
    }

    #[test]
    fn organisations_are_known_as_they_write_themselves() {
        assert!(organisation("Foro Penal") && organisation("AP"));
        assert!(!organisation("ap") && !organisation("Foro"));
    }

    #[test]
    fn institutions_are_headed_by_words_of_their_language() {
        assert!(institution_head(&Language::Spanish, "Fiscalía") && institution_head(&Language::English, "Ministry"));
        assert!(!institution_head(&Language::English, "Fiscalía") && !institution_head(&Language::Spanish, "Ministry"));
    }
}
