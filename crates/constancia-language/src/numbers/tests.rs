//! What counts as a number in a report, case by case, and what holds for every text.

use constancia_model::Language;
use proptest::prelude::*;

use super::*;

/// "800 to 900 = 800..900", "more than 12 > 12.. more than".
fn read(language: &Language, text: &str) -> String {
    let show = |mention: &NumberMention| {
        let words = mention.whole.of(text).unwrap();
        let high = mention.high.map_or("open".to_owned(), |high| high.to_string());
        let value = if mention.high == Some(mention.low) {
            mention.low.to_string()
        } else {
            format!("{}..{high}", mention.low)
        };
        let ordinal = if mention.ordinal { " ordinal" } else { "" };
        let bound = mention.bound.map_or(String::new(), |bound| format!(" ({})", bound.name()));
        format!("{words} = {value}{bound}{ordinal}")
    };
    numbers(language, text).iter().map(show).collect::<Vec<_>>().join(" | ")
}

fn check(language: Language, cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| read(&language, text) != *expected)
        .map(|(text, expected)| format!("\n{text}\n  expected {expected}\n  but read {}", read(&language, text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

const ENGLISH_NUMBERS: &[(&str, &str)] = &[
    ("The group has verified 56 releases.", "56 = 56"),
    ("Officials spoke of 1,204 people.", "1,204 = 1204"),
    ("In all 83,100 are held.", "83,100 = 83100"),
    ("The list runs to 1 586 names.", "1 586 = 1586"),
    ("Police counted 4.131 arrests.", "4.131 = 4131"),
    ("They arrested 1,50,000 people.", "1,50,000 = 150000"),
    ("Three million left.", "Three million = 3000000"),
    ("Some 2.5 million fled.", "Some 2.5 million = 2500000 (about)"),
    ("twenty-two students", "twenty-two = 22"),
    ("Thirty-one freed from jail", "Thirty-one = 31"),
    ("one hundred and five monks", "one hundred and five = 105"),
    ("two thousand five hundred and seventeen prisoners", "two thousand five hundred and seventeen = 2517"),
    ("twelve hundred detainees", "twelve hundred = 1200"),
    ("a hundred women", "a hundred = 100"),
    ("half a hundred inmates", "half a hundred = 50"),
    ("a dozen reporters", "a dozen = 12"),
    ("half a dozen reporters", "half a dozen = 6"),
    ("two dozen lawyers", "two dozen = 24"),
    ("a couple of guards", "a couple = 2"),
    ("dozens were held, hundreds more fled", ""),
    ("several hundred people and a few dozen guards", ""),
    ("more than half of them", ""),
    ("two thirds of the cells", ""),
    ("a third of the inmates", ""),
    ("Nine out of ten families", ""),
    ("fewer than one in twenty went home", ""),
    ("holds 800 to 900 people", "800 to 900 = 800..900"),
    ("holds between 800 and 900 people", "between 800 and 900 = 800..900"),
    ("between two hundred and three hundred people", "between two hundred and three hundred = 200..300"),
    ("holds 800-900 people", "800-900 = 800..900"),
    ("holds 800–900 people", "800–900 = 800..900"),
    ("two or three guards", "two or three = 2..3"),
    ("two to three thousand people", "two to three thousand = 2000..3000"),
    ("the total rose from 56 to 73", "56 = 56 | 73 = 73"),
    ("more than 200 people", "more than 200 = 200..open (more than)"),
    ("over 200 people", "over 200 = 200..open (more than)"),
    ("at least 21 women", "at least 21 = 21..open (at least)"),
    ("no fewer than 21 women", "no fewer than 21 = 21..open (at least)"),
    ("nearly sixty men", "nearly sixty = 60 (nearly)"),
    ("almost 60 men", "almost 60 = 60 (nearly)"),
    ("about 640 people", "about 640 = 640 (about)"),
    ("around 800 to 900 people", "around 800 to 900 = 800..900 (about)"),
    ("some 40 people", "some 40 = 40 (about)"),
    ("up to 90 people", "up to 90 = 90 (up to)"),
    ("as many as 90 people", "as many as 90 = 90 (up to)"),
    ("fewer than 90 people", "fewer than 90 = 90 (up to)"),
    ("at least another 12 people", "at least another 12 = 12..open (at least)"),
    ("a total of 60 people", "a total of 60 = 60"),
    ("200 or so people", "200 or so = 200 (about)"),
    ("12 or more people", "12 or more = 12..open (at least)"),
    ("200+ people", "200+ = 200..open (at least)"),
    ("one man", "one = 1"),
    ("No one came and one of them left, someone said", ""),
    ("the third man and the twenty-first", "third = 3 ordinal | twenty-first = 21 ordinal"),
    ("the 22nd time", "22nd = 22 ordinal"),
    ("Flight 505A landed; Covid-19 and G-20", ""),
    ("cell no. 4, page 5 and article 149", ""),
    ("a 67-year-old and a two-day meeting", ""),
    ("at 21:40 and at 9.25 p.m. and at 5 pm", ""),
    ("12% or 12 percent or sixty per cent", ""),
    ("paid $1,400 and US$ 20 and $2 billion and €300", ""),
    ("1,200 euros", "1,200 = 1200"),
    ("arrested in 2024 and freed in 2025", ""),
    ("2024 people were held", "2024 = 2024"),
    ("more than 2000 people", "more than 2000 = 2000..open (more than)"),
    ("on 28 January and March 16, 2026, 58 people", "58 = 58"),
    ("call 555-1234 or +58 412 or 0412-555-1234", ""),
    ("on 96.4 FM", ""),
    ("1/11 The facts", ""),
    ("2/ The names", ""),
    ("1. The group saw 43 people", "43 = 43"),
    ("Comments (112)", "112 = 112"),
    ("Of 12 people, 3 are women", "12 = 12 | 3 = 3"),
    ("nearly 3 million or at least 2", "nearly 3 million = 3000000 (nearly) | at least 2 = 2..open (at least)"),
    ("a million and a half people", "a million and a half = 1500000"),
    ("two and a half million people", "two and a half million = 2500000"),
    ("well over a thousand people", "well over a thousand = 1000..open (more than)"),
    ("Seven others refused; the other four stayed", "Seven = 7 | four = 4"),
    ("Once there were zero prisoners", "zero = 0"),
    ("the years 2019-2023", ""),
    ("In May 12 people were held", "12 = 12"),
    ("five, six and seven", "five = 5 | six = 6 | seven = 7"),
];

#[test]
fn english_numbers() {
    check(Language::English, ENGLISH_NUMBERS);
}

const SPANISH_NUMBERS: &[(&str, &str)] = &[
    ("El grupo verificó 56 excarcelaciones.", "56 = 56"),
    ("Son 1.204 las personas.", "1.204 = 1204"),
    ("Suman 83,100 detenidos.", "83,100 = 83100"),
    ("La lista tiene 1 586 nombres.", "1 586 = 1586"),
    ("40 millones", "40 millones = 40000000"),
    ("5 mil presos", "5 mil = 5000"),
    ("16 mil 500 presos", "16 mil 500 = 16500"),
    ("2,5 millones de personas", "2,5 millones = 2500000"),
    ("dos mil millones", "dos mil millones = 2000000000"),
    ("ciento veintiún mil", "ciento veintiún mil = 121000"),
    ("treinta y una mujeres", "treinta y una = 31"),
    ("veintiún hombres y sesenta mujeres", "veintiún = 21 | sesenta = 60"),
    ("mil doscientos presos", "mil doscientos = 1200"),
    ("doscientas personas", "doscientas = 200"),
    ("medio centenar de presos", "medio centenar = 50"),
    ("«más de medio centenar»", "más de medio centenar = 50..open (more than)"),
    ("una veintena de jóvenes", "una veintena = 20"),
    ("una decena, una docena y media docena", "una decena = 10 | una docena = 12 | media docena = 6"),
    ("una treintena de mujeres", "una treintena = 30"),
    ("un centenar y dos centenares", "un centenar = 100 | dos centenares = 200"),
    ("un par de guardias", "un par = 2"),
    ("decenas de personas, cientos de familias, miles de presos", ""),
    ("más de la mitad", ""),
    ("un tercio de los presos y dos tercios", ""),
    ("nueve de cada diez", ""),
    ("de 800 a 900 presos", "de 800 a 900 = 800..900"),
    ("entre 800 y 900 presos", "entre 800 y 900 = 800..900"),
    ("entre treinta y cuarenta presos", "entre treinta y cuarenta = 30..40"),
    ("entre treinta y dos y cuarenta presos", "entre treinta y dos y cuarenta = 32..40"),
    ("entre 5 y 6 mil presos", "entre 5 y 6 mil = 5000..6000"),
    ("800-900 presos", "800-900 = 800..900"),
    ("dos o tres guardias", "dos o tres = 2..3"),
    ("la cifra pasó de 56 a 73", "56 = 56 | 73 = 73"),
    ("más de 200 presos", "más de 200 = 200..open (more than)"),
    ("Más de 2000 personas", "Más de 2000 = 2000..open (more than)"),
    ("al menos 21 mujeres", "al menos 21 = 21..open (at least)"),
    ("por lo menos veinte", "por lo menos veinte = 20..open (at least)"),
    ("no menos de 21", "no menos de 21 = 21..open (at least)"),
    ("casi sesenta", "casi sesenta = 60 (nearly)"),
    ("cerca de 60", "cerca de 60 = 60 (nearly)"),
    ("alrededor de 200", "alrededor de 200 = 200 (about)"),
    ("Unas 300 personas y unos cuarenta niños", "Unas 300 = 300 (about) | unos cuarenta = 40 (about)"),
    ("aproximadamente 50", "aproximadamente 50 = 50 (about)"),
    ("hasta 90 presos", "hasta 90 = 90 (up to)"),
    ("como mínimo 90", "como mínimo 90 = 90..open (at least)"),
    ("menos de 90", "menos de 90 = 90 (up to)"),
    ("al menos otras 12 personas", "al menos otras 12 = 12..open (at least)"),
    ("Un total de 60 ciudadanos", "Un total de 60 = 60"),
    ("50 y pico presos", "50 y pico = 50..open (more than)"),
    ("treinta y tantos", "treinta y tantos = 30..open (more than)"),
    ("12 o más", "12 o más = 12..open (at least)"),
    ("un hombre y una mujer", "un = 1 | una = 1"),
    ("cada uno de ellos, ninguno, uno de los presos", ""),
    ("el tercer hombre y la vigésima vez", "tercer = 3 ordinal | vigésima = 20 ordinal"),
    ("el vigésimo primero", "vigésimo primero = 21 ordinal"),
    ("el 12.º preso y la 3ª vez", "12.º = 12 ordinal | 3ª = 3 ordinal"),
    ("el 11-J y el vuelo 505A", ""),
    ("el n.º 4, el número once, la página 5 y el artículo 149", ""),
    ("a las 21:40, a las 9 p. m., a las cuatro de la mañana", ""),
    ("12 % o 12% o sesenta por ciento o cien por ciento", ""),
    ("los $12,000 y 300 € y US$ 20", ""),
    ("1.200 euros", "1.200 = 1200"),
    ("en 2024 y desde 2019", ""),
    ("las 2024 personas", "2024 = 2024"),
    ("el 28 de enero y el 16 de marzo de 2026, 58 personas", "58 = 58"),
    ("98.7 FM", ""),
    ("2/ Los nombres", ""),
    ("1. El grupo vio 43 personas", "43 = 43"),
    ("Comentarios (112)", "112 = 112"),
    ("millón y medio", ""),
    ("un millón y medio de personas", "un millón y medio = 1500000"),
    ("novecientos noventa y nueve mil uno", "novecientos noventa y nueve mil uno = 999001"),
    ("150 militares por 150", "150 = 150 | 150 = 150"),
    ("otros 47 y otras dos", "47 = 47 | dos = 2"),
    ("poco más de mil presos", "poco más de mil = 1000..open (more than)"),
    ("veintitres y dieciseis, sin acentos", "veintitres = 23 | dieciseis = 16"),
    ("Sesenta ciudadanos", "Sesenta = 60"),
    ("CUATRO SITIOS", "CUATRO = 4"),
    ("La actividad 23 de Enero reunió a 12", "23 = 23 | 12 = 12"),
    ("cinco, seis y siete", "cinco = 5 | seis = 6 | siete = 7"),
    ("de los 12 detenidos, 3 son mujeres", "12 = 12 | 3 = 3"),
    ("más de un centenar", "más de un centenar = 100..open (more than)"),
    ("cero presos", "cero = 0"),
];

#[test]
fn spanish_numbers() {
    check(Language::Spanish, SPANISH_NUMBERS);
}

#[test]
fn a_language_that_is_not_read_gives_no_numbers() {
    assert_eq!(numbers(&Language::Other("fr".to_owned()), "12 personnes"), Vec::new());
}

const ENGLISH_SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const ENGLISH_TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

fn in_english(number: u64) -> String {
    let with_rest = |head: String, rest: u64, sign: &str| {
        if rest == 0 { head } else { format!("{head}{sign}{}", in_english(rest)) }
    };
    match number {
        0..20 => ENGLISH_SMALL[number as usize].to_owned(),
        20..100 => with_rest(ENGLISH_TENS[number as usize / 10].to_owned(), number % 10, "-"),
        100..1000 => with_rest(format!("{} hundred", in_english(number / 100)), number % 100, " and "),
        1000..1_000_000 => with_rest(format!("{} thousand", in_english(number / 1000)), number % 1000, " "),
        _ => with_rest(format!("{} million", in_english(number / 1_000_000)), number % 1_000_000, " "),
    }
}

const SPANISH_SMALL: [&str; 30] = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
];
const SPANISH_TENS: [&str; 10] =
    ["", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];
const SPANISH_HUNDREDS: [&str; 10] = [
    "",
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
];

fn in_spanish(number: u64) -> String {
    let with_rest = |head: &str, rest: u64, sign: &str| {
        if rest == 0 { head.to_owned() } else { format!("{head}{sign}{}", in_spanish(rest)) }
    };
    match number {
        0..30 => SPANISH_SMALL[number as usize].to_owned(),
        30..100 => with_rest(SPANISH_TENS[number as usize / 10], number % 10, " y "),
        100 => "cien".to_owned(),
        101..1000 => with_rest(SPANISH_HUNDREDS[number as usize / 100], number % 100, " "),
        1000..2000 => with_rest("mil", number % 1000, " "),
        2000..1_000_000 => with_rest(&format!("{} mil", in_spanish(number / 1000)), number % 1000, " "),
        1_000_000..2_000_000 => with_rest("un millón", number % 1_000_000, " "),
        _ => with_rest(&format!("{} millones", in_spanish(number / 1_000_000)), number % 1_000_000, " "),
    }
}

fn grouped(number: u64, sign: char) -> String {
    let digits = number.to_string();
    let parted = |(at, digit): (usize, char)| {
        let sign = (at > 0 && (digits.len() - at).is_multiple_of(3)).then_some(sign);
        sign.into_iter().chain([digit]).collect::<String>()
    };
    digits.chars().enumerate().map(parted).collect()
}

proptest! {
    #[test]
    fn figures_and_words_read_the_same(number in 0u64..100_000_000) {
        for (language, words) in [(Language::English, in_english(number)), (Language::Spanish, in_spanish(number))] {
            for text in [words, grouped(number, ','), grouped(number, '.'), grouped(number, '\u{a0}')] {
                let found = numbers(&language, &format!("({text})"));
                prop_assert_eq!(found.len(), 1, "{}", &text);
                prop_assert_eq!(found[0].low, number, "{}", &text);
            }
        }
    }

    #[test]
    fn mentions_stand_in_order_on_characters(text in "(más de|at least|entre|between|[0-9]{1,4}|mil|one|uno|half a|dozen|y|and|[.,º$%:/-]|veinte|million|\\PC| ){0,30}") {
        for language in [Language::English, Language::Spanish] {
            let mut end = 0;
            for mention in numbers(&language, &text) {
                prop_assert!(mention.span.of(&text).is_some_and(|words| !words.is_empty()));
                prop_assert!(mention.whole.contains(mention.span) && mention.whole.of(&text).is_some());
                prop_assert!(mention.whole.start >= end, "{:?}", numbers(&language, &text));
                prop_assert!(mention.high.is_none_or(|high| mention.low <= high));
                end = mention.whole.end;
            }
        }
    }
}
