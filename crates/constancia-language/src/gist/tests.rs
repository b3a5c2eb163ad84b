//! Gists of small invented texts in both languages. Compares no two of them.

use std::collections::BTreeSet;

use constancia_model::{Features, Language};

use super::across::LISTS;
use super::*;

fn gist_of(language: Language, text: &str) -> Gist {
    gist(&Analysis::new(&language, text, "2026-03-16".parse().ok()))
}

fn has(features: &Features, wanted: &[&str]) -> bool {
    wanted.iter().all(|feature| features.contains_key(*feature))
}

#[test]
fn one_event_in_two_languages_has_one_gist() {
    let told = [
        (
            Language::English,
            "Belarusian police arrested 58 people in Minsk on 14 March 2026, said Irina Dvorak in London.",
        ),
        (
            Language::Spanish,
            "La policía bielorrusa detuvo a 58 personas en Minsk el 14 de marzo de 2026, dijo Irina Dvorak en Londres.",
        ),
    ];
    for (language, text) in told {
        let gist = gist_of(language.clone(), text);
        assert!(has(&gist.persons, &["irina", "dvorak"]), "{gist:?}");
        assert!(has(&gist.places, &["belarus", "minsk", "london"]), "{gist:?}");
        assert!(has(&gist.numbers, &["58", "58 person"]), "{gist:?}");
        assert!(has(&gist.dates, &["2026-03-14"]), "{gist:?}");
        assert!(has(&gist.events, &["arrest", "police", "person"]), "{gist:?}");
        assert_eq!(gist.language, Some(language));
    }
}

#[test]
fn months_are_dates_and_no_events() {
    let gist = gist_of(Language::English, "The miners began to march in March.");
    assert_eq!(gist.events.get("march"), Some(&OPENING));
}

#[test]
fn the_opening_says_more() {
    let gist = gist_of(Language::English, "A ferry sank.\nIt was old.\nNobody knew.\nA bridge fell.");
    assert!(gist.words["ferry"] > gist.words["bridge"]);
}

#[test]
fn what_is_not_read_has_no_gist() {
    assert_eq!(gist_of(Language::Other("fr".to_owned()), "Le ministre a été arrêté à Paris."), Gist::default());
    assert_eq!(gist_of(Language::English, "").words, Features::new());
}

#[test]
fn a_gist_is_small_however_long_the_text() {
    let sentence = |n: usize| {
        format!("Captain Abel Norin{n} met {n} sailors of Port Luma{n} near Ostrava on {} May. ", n % 28 + 1)
    };
    let text: String = (0..300).map(sentence).collect();
    let gist = gist_of(Language::English, &text);
    assert!(gist.persons.len() <= NAMES && gist.numbers.len() <= MEASURES && gist.words.len() <= WORDS);
}

#[test]
fn every_line_of_the_lists_has_a_name_of_its_own_and_words_in_both_languages() {
    for (list, text) in LISTS {
        let mut names = BTreeSet::new();
        for line in text.lines() {
            let [first, second] = across::halves(line);
            assert!(!first.is_empty() && names.insert(first[0]), "{list}: {line}");
            assert!(!second.is_empty() || list == "places-across", "{list}: {line}");
        }
    }
}
