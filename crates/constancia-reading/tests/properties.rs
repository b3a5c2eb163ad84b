//! What holds for every text: reading never fails, never invents words and always says the same. Knows no rule.

use constancia_model::{CaptureMethod, KeptText, Language, Report, ReportId};
use constancia_reading::{Explained, Reading, read};
use proptest::prelude::*;

/// Words of the trade, marks and letters that readers stumble over; texts of the tests are made of them.
const PIECES: &[&str] = &[
    "Ana Ruiz",
    "Tomas Verrel",
    "José Ángel Ñúñez",
    "police",
    "la policía",
    "was released",
    "fue liberada",
    "arrested",
    "detuvo a",
    "said",
    "dijo que",
    "not",
    "no",
    "según",
    "according to",
    "58",
    "1.200",
    "mil",
    "two hundred",
    "prisoners",
    "presos políticos",
    "years in prison",
    "años de cárcel",
    "on Friday",
    "el viernes",
    "ayer",
    "2026-13-45",
    "\"",
    "“",
    "”",
    "«",
    "»",
    "'",
    "’",
    "—",
    "–",
    "-",
    "¿",
    "?",
    "¡",
    "!",
    ".",
    "...",
    "…",
    ":",
    ";",
    ",",
    "(",
    ")",
    "\n",
    "\n\n",
    "\n- ",
    "\n• ",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{202e}",
    "👩‍⚖️",
    "🇻🇪",
    "é",
    "e\u{301}",
    "أحمد",
    "שלום",
    "北京",
    "ﬁ",
    "İ",
    "ß",
    "Dr.",
    "U.S.",
    "RELEASED",
    "CÁRCEL DE XUL",
    "her",
    "su",
    "he",
    "who",
    "que",
    "and",
    "y",
];

fn report(language: Language, text: &str) -> Report {
    Report {
        id: ReportId::of(text.as_bytes()),
        name: "property.txt".to_owned(),
        url: None,
        outlet: None,
        title: None,
        byline: None,
        published: "2026-03-16".parse().ok(),
        published_basis: None,
        captured_at: None,
        method: CaptureMethod::StandardInput,
        language,
        kept: KeptText::verbatim(text),
        diagnostics: Vec::new(),
    }
}

/// What is read in the text, once it is certain that its words stand there and that it is read the same again.
fn sound(language: Language, text: &str) -> Result<Reading, TestCaseError> {
    let report = report(language, text);
    let reading = read(&report);
    for told in &reading.statements {
        prop_assert!(told.statement.evidence.stands_in(&report.kept.text), "{told:?}");
        prop_assert!(told.explanation.words().all(|words| words.stands_in(&report.kept.text)), "{told:?}");
    }
    prop_assert_eq!(&read(&report), &reading);
    Ok(reading)
}

fn sound_in_both(text: &str) -> Result<(), TestCaseError> {
    sound(Language::English, text)?;
    sound(Language::Spanish, text)?;
    Ok(())
}

/// Pieces, some of them joined without a space.
fn newsroom_salad() -> impl Strategy<Value = String> {
    let piece = (prop::sample::select(PIECES), prop::sample::select(&[" ", " ", " ", ""][..]));
    prop::collection::vec(piece, 0..40)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, gap)| format!("{piece}{gap}")).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_characters_are_read_soundly(text in any::<String>()) {
        sound_in_both(&text)?;
    }

    #[test]
    fn any_lines_are_read_soundly(text in "([\\PC]{0,40}[\\n\"“”«»—–'-]){0,8}") {
        sound_in_both(&text)?;
    }

    #[test]
    fn words_of_the_trade_in_any_order_are_read_soundly(text in newsroom_salad()) {
        sound_in_both(&text)?;
    }

    #[test]
    fn very_long_words_are_read_soundly(letter in any::<char>(), length in 1usize..2000, text in newsroom_salad()) {
        let word: String = std::iter::repeat_n(letter, length).collect();
        sound_in_both(&format!("Ana Ruiz {word} {text}"))?;
    }

    #[test]
    fn what_is_said_of_a_person_is_found_wherever_it_stands(before in newsroom_salad()) {
        let reading = sound(Language::English, &format!("{before}\n\nTomas Verrel was arrested in Lagune on Saturday."))?;
        let arrested = |told: &Explained| told.statement.evidence.span().start >= before.len() && told.statement.evidence.quote().contains("arrested");
        prop_assert!(reading.statements.iter().any(arrested));
    }
}
