//! Exact numbers, ranges and ordinals, case by case, both languages alike.

use constancia_model::Language;
use proptest::prelude::*;

use super::*;

fn check(language: &Language, cases: &[(&str, &str)], read: fn(&Language, &str) -> String) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| read(language, text) != *expected)
        .map(|(text, expected)| format!("\n{text}\n  expected {expected}\n  but read {}", read(language, text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

fn exact(language: &Language, text: &str) -> String {
    let show = |mention: &ValueMention| format!("{} = {}", mention.span.of(text).unwrap(), mention.value);
    values(language, text).iter().map(show).collect::<Vec<_>>().join(" | ")
}

#[test]
fn english_values() {
    check(
        &Language::English,
        &[
            ("1,750 sheets and 1,7 metres", "1,750 = 1750 | 1,7 = 17/10"),
            ("4.250 litres", "4.250 = 17/4"),
            ("It fell by -3.5 to .25", "-3.5 = -7/2 | .25 = 1/4"),
            ("minus twelve", "minus twelve = -12"),
            ("a wall of 12k bricks, 3 M of sand", "12k = 12000 | 3 M = 3000000"),
            ("2.5 million letters", "2.5 million = 2500000"),
            ("3 thousand 4 hundred and 7", "3 thousand 4 hundred and 7 = 3407"),
            ("half a million", "half a million = 500000"),
            ("a dozen, half a dozen, two dozen", "a dozen = 12 | half a dozen = 6 | two dozen = 24"),
            ("3/8 of the wall, 2 3/8 miles", "3/8 = 3/8 | 2 3/8 = 19/8"),
            ("on 7/9/2031", "7 = 7 | 9 = 9 | 2031 = 2031"),
            ("two sevenths of it", "two sevenths = 2/7"),
            ("five and a quarter", "five and a quarter = 21/4"),
            ("two hundred and sixty hundredths", "two hundred and sixty hundredths = 1003/5"),
            ("eight point zero five", "eight point zero five = 161/20"),
            ("one in twelve, four out of nine", "one in twelve = 1/12 | four out of nine = 4/9"),
            ("12 in six rooms", "12 = 12 | six = 6"),
            ("1.5e3 and 2^5", "1.5e3 = 1500 | 2^5 = 32"),
            ("⅜ of them", "⅜ = 3/8"),
            ("650ml of 12kg", ""),
            ("that one", ""),
            ("seven million and two thirds", "seven million and two thirds = 23000000/3"),
        ],
        exact,
    );
}

#[test]
fn spanish_values() {
    check(
        &Language::Spanish,
        &[
            ("1.750 hojas y 1,750 metros", "1.750 = 1750 | 1,750 = 7/4"),
            ("bajó a -3,5 y a ,25", "-3,5 = -7/2 | ,25 = 1/4"),
            ("menos doce", "menos doce = -12"),
            ("al menos doce", "doce = 12"),
            ("12k ladrillos", "12k = 12000"),
            ("2,5 millones de cartas", "2,5 millones = 2500000"),
            ("medio millón", "medio millón = 500000"),
            ("una docena y media docena", "una docena = 12 | media docena = 6"),
            ("3/8 del muro", "3/8 = 3/8"),
            ("dos séptimos", "dos séptimos = 2/7"),
            ("tres veinticuatroavos", "tres veinticuatroavos = 1/8"),
            ("cinco y medio", "cinco y medio = 11/2"),
            ("ocho con cinco", "ocho con cinco = 17/2"),
            ("ocho coma cero cinco", "ocho coma cero cinco = 161/20"),
            ("uno de cada doce", "uno de cada doce = 1/12"),
            ("la mitad", "mitad = 1/2"),
            ("dos billones tres mil millones", "dos billones tres mil millones = 2003000000000"),
            ("650ml", ""),
        ],
        exact,
    );
}

fn compared(language: &Language, text: &str) -> String {
    let end = |end: Option<RangeEnd>| {
        end.map_or("open".to_owned(), |end| format!("{}{}", end.value, if end.included { "" } else { " excluded" }))
    };
    let show =
        |range: &RangeMention| format!("{} = {}..{}", range.span.of(text).unwrap(), end(range.low), end(range.high));
    ranges(language, text).iter().map(show).collect::<Vec<_>>().join(" | ")
}

#[test]
fn english_ranges() {
    check(
        &Language::English,
        &[
            ("between 6 and 9 doors", "between 6 and 9 = 6..9"),
            ("from a hundred to three hundred", "from a hundred to three hundred = 100..300"),
            ("rooms 14-17", "14-17 = 14..17"),
            ("more than a third of it", "more than a third = 1/3 excluded..open"),
            ("at least 12 and less than 20", "at least 12 and less than 20 = 12..20 excluded"),
            ("at least 20, less than 12", "at least 20 = 20..open | less than 12 = open..12 excluded"),
            ("40 or more", "40 or more = 40..open"),
            ("40 or more than 30", "more than 30 = 30 excluded..open"),
            ("no more than 8", "no more than 8 = open..8"),
            ("x >= 6, y<4", ">= 6 = 6..open | <4 = open..4 excluded"),
            ("between the third and the ninth", "between the third and the ninth = 3..9"),
            ("call 555-31-7788", ""),
            ("equal to 6 or less", "equal to 6 or less = open..6"),
        ],
        compared,
    );
}

#[test]
fn spanish_ranges() {
    check(
        &Language::Spanish,
        &[
            ("entre 6 y 9 puertas", "entre 6 y 9 = 6..9"),
            ("desde cien hasta trescientos", "desde cien hasta trescientos = 100..300"),
            ("salas 14-17", "14-17 = 14..17"),
            ("más de un tercio", "más de un tercio = 1/3 excluded..open"),
            ("mayor o igual a 12 y menor que 20", "mayor o igual a 12 y menor que 20 = 12..20 excluded"),
            ("al menos 20, menos de 12", "al menos 20 = 20..open | menos de 12 = open..12 excluded"),
            ("40 o más", "40 o más = 40..open"),
            ("40 o más de 30", "más de 30 = 30 excluded..open"),
            ("no más de 8", "no más de 8 = open..8"),
            ("entre el tercero y el noveno", "entre el tercero y el noveno = 3..9"),
            ("igual a 6 o menos", "igual a 6 o menos = open..6"),
        ],
        compared,
    );
}

fn which(language: &Language, text: &str) -> String {
    let show = |mention: &OrdinalMention| format!("{} = {:?}", mention.span.of(text).unwrap(), mention.place);
    ordinals(language, text).iter().map(show).collect::<Vec<_>>().join(" | ")
}

#[test]
fn english_ordinals() {
    check(
        &Language::English,
        &[
            ("the forty-second door", "forty-second = FromStart(42)"),
            (
                "one hundred twelfth, two hundredth",
                "one hundred twelfth = FromStart(112) | two hundredth = FromStart(200)",
            ),
            ("the 13th", "13th = FromStart(13)"),
            ("four millionth", "four millionth = FromStart(4000000)"),
            ("the last but one and the next", "last but one = FromEnd(1) | next = FromCurrent(1)"),
        ],
        which,
    );
}

#[test]
fn spanish_ordinals() {
    check(
        &Language::Spanish,
        &[
            ("la cuadragésima segunda puerta", "cuadragésima segunda = FromStart(42)"),
            ("ducentésimo, tresmilésimo", "ducentésimo = FromStart(200) | tresmilésimo = FromStart(3000)"),
            ("el 13.º", "13.º = FromStart(13)"),
            ("dos milésimo trigésimo primero", "dos milésimo trigésimo primero = FromStart(2031)"),
            ("el penúltimo y la siguiente", "penúltimo = FromEnd(1) | siguiente = FromCurrent(1)"),
            ("a 30° C", ""),
        ],
        which,
    );
}

proptest! {
    #[test]
    fn exact_numbers_stand_in_order_on_characters(text in "(one|two|half|and|of|a|over|mil|y|avos|third|tercio|between|entre|[0-9]{1,4}|[-.,/^<>=½k%]|º|ñ| |\n|\\PC){0,24}") {
        for language in [Language::English, Language::Spanish] {
            let found = values(&language, &text).iter().map(|found| found.span).collect::<Vec<_>>();
            let which = ordinals(&language, &text).iter().map(|found| found.span).collect::<Vec<_>>();
            let ranges = ranges(&language, &text).iter().map(|found| found.span).collect::<Vec<_>>();
            for spans in [found, which, ranges] {
                prop_assert!(spans.iter().all(|span| span.of(&text).is_some_and(|words| !words.is_empty())));
                prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{:?}", spans);
            }
        }
    }

    #[test]
    fn figures_read_back_in_both_conventions(whole in 1u64..1_000_000, part in 1u64..100) {
        let expected = Value::ratio(i128::from(whole * 100 + part), 100).unwrap();
        for (language, sign) in [(Language::English, '.'), (Language::Spanish, ',')] {
            let text = format!("{whole}{sign}{part:02}");
            let found = values(&language, &text);
            prop_assert_eq!(found.len(), 1, "{}", &text);
            prop_assert_eq!(found[0].value, expected);
        }
    }
}
