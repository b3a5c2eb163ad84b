//! What counts as a date, a duration or a date line in a report, case by case, and what holds for every text.
//!
//! All cases are read in a report of Friday 9 January 2026 unless they say otherwise.

use constancia_model::Language;
use proptest::prelude::*;

use super::*;

/// "Thursday = 2026-01-08 > 2026-01-15": the words, the past reading and, where it differs, the future one.
fn read(language: &Language, text: &str) -> String {
    let published = "2026-01-09".parse().ok();
    let show = |mention: &DateMention| {
        let ahead = mention.ahead.map_or(String::new(), |ahead| format!(" > {ahead}"));
        format!("{} = {}{ahead}", mention.span.of(text).unwrap(), mention.date)
    };
    dates(language, text, published).iter().map(show).collect::<Vec<_>>().join(" | ")
}

fn check(language: &Language, cases: &[(&str, &str)], read: impl Fn(&Language, &str) -> String) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| read(language, text) != *expected)
        .map(|(text, expected)| format!("\n{text}\n  expected {expected}\n  but read {}", read(language, text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

const ENGLISH_DATES: &[(&str, &str)] = &[
    ("freed on March 16, 2025 at noon", "March 16, 2025 = 2025-03-16"),
    ("freed on 16 March 2025", "16 March 2025 = 2025-03-16"),
    ("Oct. 12, 2025", "Oct. 12, 2025 = 2025-10-12"),
    ("on 3rd of May, 2024", "3rd of May, 2024 = 2024-05-03"),
    ("the twelfth of April 2022", "the twelfth of April 2022 = 2022-04-12"),
    ("Sunday 12 October 2025, 17:05", "Sunday 12 October 2025 = 2025-10-12"),
    ("on Tuesday, 19 December 2023", "Tuesday, 19 December 2023 = 2023-12-19"),
    ("2025-03-16", "2025-03-16 = 2025-03-16"),
    ("16/03/2025 and 03/16/2025", "16/03/2025 = 2025-03-16 | 03/16/2025 = 2025-03-16"),
    ("held since June 2025", "June 2025 = 2025-06"),
    ("in late December 2025", "late December 2025 = 2025-12~"),
    ("at the end of June, 2024", "the end of June, 2024 = 2024-06~"),
    ("mid-March 2024", "mid-March 2024 = 2024-03~"),
    ("in early 2024", "early 2024 = 2024~"),
    ("jailed since 2018 and tried in 2020", "2018 = 2018 | 2020 = 2020"),
    ("in 2024 and 2025", "2024 = 2024 | 2025 = 2025"),
    ("after the 2024 protests", "2024 = 2024"),
    ("on 28 January", "28 January = 2025-01-28 > 2026-01-28"),
    ("on Feb. 20", "Feb. 20 = 2025-02-20 > 2026-02-20"),
    ("on 30 October last year", "30 October last year = 2025-10-30"),
    ("on 8 January", "8 January = 2026-01-08 > 2027-01-08"),
    ("up from 1,406 in January.", "January = 2026-01"),
    ("By the end of 2023 there were more", "the end of 2023 = 2023~"),
    ("around 2000 people", ""),
    ("in May", "May = 2025-05 > 2026-05"),
    ("since January", "January = 2026-01"),
    ("last June", "last June = 2025-06"),
    ("this January", "this January = 2026-01"),
    ("by April", "April = 2025-04 > 2026-04"),
    ("in June last year", "June last year = 2025-06"),
    ("between 3 and 5 May", "between 3 and 5 May = 2025-05-03/2025-05-05 > 2026-05-03/2026-05-05"),
    ("3-5 May 2025", "3-5 May 2025 = 2025-05-03/2025-05-05"),
    ("on 11 and 12 July 2025", "11 = 2025-07-11 | 12 July 2025 = 2025-07-12"),
    ("freed today", "today = 2026-01-09"),
    ("yesterday and the day before yesterday", "yesterday = 2026-01-08 | the day before yesterday = 2026-01-07"),
    ("tonight or tomorrow", "tonight = 2026-01-09 | tomorrow = 2026-01-10"),
    ("this morning", "this morning = 2026-01-09"),
    ("announced Thursday that", "Thursday = 2026-01-08 > 2026-01-15"),
    ("on Friday the court", "Friday = 2026-01-09"),
    ("whom forces captured Saturday.", "Saturday = 2026-01-03 > 2026-01-10"),
    ("last Friday", "last Friday = 2026-01-02"),
    ("next Saturday", "next Saturday = 2026-01-10"),
    ("on Monday and Tuesday", "Monday = 2026-01-05 > 2026-01-12 | Tuesday = 2026-01-06 > 2026-01-13"),
    ("late on Wednesday night", "Wednesday = 2026-01-07 > 2026-01-14"),
    ("every Friday, on Fridays, Monday to Friday", ""),
    ("over the weekend", "weekend = 2026-01-03/2026-01-04 > 2026-01-10/2026-01-11"),
    ("last week", "last week = 2025-12-29/2026-01-04"),
    ("this week", "this week = 2026-01-05/2026-01-11"),
    ("last month and last year", "last month = 2025-12 | last year = 2025"),
    ("earlier this month", "this month = 2026-01"),
    ("next year", "next year = 2027"),
    ("two days ago", "two days ago = 2026-01-07"),
    ("a week ago", "a week ago = 2026-01-02"),
    ("nearly a week ago", "nearly a week ago = 2026-01-02~"),
    ("six months ago", "six months ago = 2025-07~"),
    ("more than two years ago", "more than two years ago = 2024~"),
    ("five hours ago", "five hours ago = 2026-01-09"),
    ("nine days later", ""),
    ("May said so; they may be freed; April Jones march on", ""),
    ("a report by April Jones", ""),
    ("the Sunday Times and Friday Prayers", ""),
    ("the 6 April Youth Movement", ""),
    ("on Christmas and Mother's Day", ""),
    ("2024 people, more than 2000 people, 2,024", ""),
    ("version 1.2.2024 of 30 February 2024", "1.2.2024 = 2024-02-01"),
    ("In May 12 people fled", "May = 2025-05 > 2026-05"),
    ("In May Venezuela freed them", "May = 2025-05 > 2026-05"),
    ("USA Today", ""),
    ("before 19 April", "19 April = 2025-04-19 > 2026-04-19"),
    ("from 2019 to 2023", "2019 = 2019 | 2023 = 2023"),
];

#[test]
fn english_dates() {
    check(&Language::English, ENGLISH_DATES, read);
}

const SPANISH_DATES: &[(&str, &str)] = &[
    ("el 16 de marzo de 2025 al mediodía", "el 16 de marzo de 2025 = 2025-03-16"),
    ("22 ago 2023", "22 ago 2023 = 2023-08-22"),
    ("2 dic 2023", "2 dic 2023 = 2023-12-02"),
    ("6 feb. 2025", "6 feb. 2025 = 2025-02-06"),
    ("1.º de mayo de 2024", "1.º de mayo de 2024 = 2024-05-01"),
    ("el primero de mayo de 2024", "el primero de mayo de 2024 = 2024-05-01"),
    ("Martes 5 de noviembre de 2024", "Martes 5 de noviembre de 2024 = 2024-11-05"),
    ("Martes 5 de Noviembre de 2024", "Martes 5 de Noviembre de 2024 = 2024-11-05"),
    ("el sábado 14 de junio", "sábado 14 de junio = 2025-06-14 > 2026-06-14"),
    ("16/03/2025", "16/03/2025 = 2025-03-16"),
    ("marzo de 2023", "marzo de 2023 = 2023-03"),
    ("en marzo del 2023", "marzo del 2023 = 2023-03"),
    ("a finales de diciembre de 2025", "a finales de diciembre de 2025 = 2025-12~"),
    ("a principios de 2024", "a principios de 2024 = 2024~"),
    ("en 2019 y desde 2014", "2019 = 2019 | 2014 = 2014"),
    ("en 2019, 2020 y 2021", "2019 = 2019 | 2020 = 2020 | 2021 = 2021"),
    ("las protestas de 2021.", "2021 = 2021"),
    ("el 20 de febrero", "el 20 de febrero = 2025-02-20 > 2026-02-20"),
    ("el 11 de julio del año pasado", "el 11 de julio del año pasado = 2025-07-11"),
    ("frente a los 1.406 de enero", "enero = 2026-01"),
    ("entre enero y mayo de 2025", "enero = 2026-01 | mayo de 2025 = 2025-05"),
    ("en marzo", "marzo = 2025-03 > 2026-03"),
    ("este enero", "este enero = 2026-01"),
    ("el pasado junio", "el pasado junio = 2025-06"),
    ("en junio pasado", "junio pasado = 2025-06"),
    ("a mediados de mayo", "a mediados de mayo = 2025-05~ > 2026-05~"),
    ("entre el 3 y el 5 de mayo", "entre el 3 y el 5 de mayo = 2025-05-03/2025-05-05 > 2026-05-03/2026-05-05"),
    ("del 10 al 12 de marzo de 2025", "10 al 12 de marzo de 2025 = 2025-03-10/2025-03-12"),
    ("el 11 y 12 de julio de 2025", "11 = 2025-07-11 | 12 de julio de 2025 = 2025-07-12"),
    ("hoy, ayer y anteayer", "hoy = 2026-01-09 | ayer = 2026-01-08 | anteayer = 2026-01-07"),
    ("anoche", "anoche = 2026-01-08"),
    ("mañana saldrán", "mañana = 2026-01-10"),
    ("pasado mañana", "pasado mañana = 2026-01-11"),
    ("esta mañana", "esta mañana = 2026-01-09"),
    ("la mañana, por la mañana, a las cuatro de la mañana, hoy en día", ""),
    ("el jueves", "jueves = 2026-01-08 > 2026-01-15"),
    ("este lunes", "este lunes = 2026-01-05 > 2026-01-12"),
    ("este viernes", "este viernes = 2026-01-09"),
    ("el pasado martes", "el pasado martes = 2026-01-06"),
    ("el martes pasado", "martes pasado = 2026-01-06"),
    ("el pasado viernes", "el pasado viernes = 2026-01-02"),
    ("el próximo sábado", "el próximo sábado = 2026-01-10"),
    ("el sábado que viene", "sábado que viene = 2026-01-10"),
    ("la noche del lunes", "lunes = 2026-01-05 > 2026-01-12"),
    ("desde el domingo", "domingo = 2026-01-04 > 2026-01-11"),
    ("los martes, cada lunes, de lunes a viernes", ""),
    ("este fin de semana", "este fin de semana = 2026-01-03/2026-01-04 > 2026-01-10/2026-01-11"),
    ("la semana pasada", "semana pasada = 2025-12-29/2026-01-04"),
    ("esta semana", "esta semana = 2026-01-05/2026-01-11"),
    ("el mes pasado y el año pasado", "mes pasado = 2025-12 | año pasado = 2025"),
    ("este año", "este año = 2026"),
    ("el próximo mes", "el próximo mes = 2026-02"),
    ("hace dos días", "hace dos días = 2026-01-07"),
    ("hace casi una semana", "hace casi una semana = 2026-01-02~"),
    ("hace seis meses", "hace seis meses = 2025-07~"),
    ("hace más de dos años", "hace más de dos años = 2024~"),
    ("desde hace un mes", "desde hace un mes = 2025-12~"),
    ("dos semanas atrás", "dos semanas atrás = 2025-12-26~"),
    ("nueve días después", ""),
    ("Domingo Pérez y Julio Borges, la plaza Mayo y Abril", ""),
    ("la avenida 23 de Enero y la avenida 18 de julio", ""),
    ("el 11-J y la calle 5 de julio", ""),
    ("el Día de la Madre y Navidad", ""),
    ("las 2024 personas y más de 2000 presos, 2.024", ""),
    ("El Lunes Negro", ""),
    ("diciembre del año pasado", "diciembre del año pasado = 2025-12"),
];

#[test]
fn spanish_dates() {
    check(&Language::Spanish, SPANISH_DATES, read);
}

#[test]
fn what_cannot_be_resolved_is_left_out() {
    let year = "2025".parse().ok();
    assert_eq!(dates(&Language::English, "on Monday, in May 2024, yesterday", None).len(), 1);
    assert_eq!(dates(&Language::English, "yesterday, last year, in May", year).len(), 2);
    assert_eq!(dates(&Language::Other("fr".to_owned()), "le 3 May 2024", None), Vec::new());
}

#[test]
fn english_and_spanish_durations() {
    let read = |language: &Language, text: &str| {
        let show = |mention: &DurationMention| format!("{} = {}", mention.span.of(text).unwrap(), mention.days);
        durations(language, text).iter().map(show).collect::<Vec<_>>().join(" | ")
    };
    check(
        &Language::English,
        &[
            ("after 51 hours", "51 hours = 0"),
            ("ten years and six months", "ten years = 3650 | six months = 180"),
            ("nine days later", "nine days later = 9"),
            ("a ten-year sentence", "ten-year = 3650"),
            ("two and a half years", "two and a half years = 912"),
            ("a week or a month", "a week = 7 | a month = 30"),
            ("the 67-year-old, 58 years old", ""),
            ("more than 700 days", "700 days = 700"),
            ("three to twelve years", "three to twelve years = 1095"),
            ("a two-day meeting", "two-day = 2"),
            ("31 prisoners", ""),
        ],
        read,
    );
    check(
        &Language::Spanish,
        &[
            ("tras 51 horas", "51 horas = 0"),
            ("siete meses", "siete meses = 210"),
            ("entre tres y doce años", "tres y doce años = 1095"),
            ("veintiún años", "veintiún años = 7665"),
            ("un año y medio", "un año y medio = 547"),
            ("seis días después", "seis días después = 6"),
            ("73 años de edad", ""),
            ("quince días", "quince días = 15"),
            ("dos semanas", "dos semanas = 14"),
            ("cuatro presos", ""),
        ],
        read,
    );
}

/// The date of a report whose lines these are, parted by " / "; a line that begins with "x " was dropped as noise.
fn published(language: &Language, text: &str) -> String {
    let lines: Vec<(&str, bool)> =
        text.split(" // ").map(|line| line.strip_prefix("x ").map_or((line, false), |line| (line, true))).collect();
    publication_date(language, &lines).map_or("none".to_owned(), |date| date.to_string())
}

#[test]
fn date_lines() {
    check(
        &Language::English,
        &[
            ("Two walk free // Tuesday 19 December 2023 // They left.", "2023-12-19"),
            ("Live // x Last updated 7 November 2025, 21:40 (Caracas) // Out.", "2025-11-07"),
            ("Free // PORTO ALTO, Freedonia, March 16, 2026 (Agency) — Two left.", "2026-03-16"),
            ("Free // PORTO ALTO, Oct. 12, 2025 (Agency) - Two left.", "2025-10-12"),
            ("Cairo, Tuesday 4 February 2025 // The ministry denied it.", "2025-02-04"),
            ("Desk bulletin no. 38 · 3 June 2024 // Names.", "2024-06-03"),
            ("Amber Radio, Wednesday 14 May 2025 // Host: hello", "2025-05-14"),
            ("Sunday 12 October 2025, 17:05 | Newsroom // Text.", "2025-10-12"),
            ("21 November 2024 // Corrections", "2024-11-21"),
            ("Published on 3 May 2024 // Text.", "2024-05-03"),
            ("x By Ann Lee | Published: May 3, 2024 at 10:15 // Text.", "2024-05-03"),
            ("2024-05-03 // Text.", "2024-05-03"),
            ("An article published on 14 November 2024 under a wrong name said so.", "none"),
            ("On 3 May 2024 he was arrested.", "none"),
            ("He was held from 3 May 2024, his wife said.", "none"),
            ("x • Jan 9 // x • 3 min read // arrested in 2024 // In January 2025 he was sworn in", "2026-01-09?"),
            ("x Jan 9 // No year anywhere.", "none"),
            ("x Thursday, 3 April // He was held in May 2019.", "2025-04-03?"),
            ("Some text here. // Port City, 15 March 2026", "2026-03-15"),
            ("Free // 2024-06-03T10:15:00Z // Text.", "2024-06-03"),
            ("Free // Posted on 3rd June 2024 by admin // Text.", "2024-06-03"),
            ("Thread by @watch, Jun 3, 2024 // Text.", "2024-06-03"),
            ("Weekly update: 28 May - 3 June 2024 // Text.", "2024-06-03"),
            ("Weekly bulletin, week ending 3 June 2024 // Text.", "2024-06-03"),
            ("Issued at Port City on 3 June 2024. // Text.", "2024-06-03"),
            ("Free // Port City, June 3, 2024. Two left the prison on Sunday.", "2024-06-03"),
            ("Free // A statement of 3 June 2024 said so.", "none"),
            ("© 2024 The Paper", "none"),
        ],
        published,
    );
    check(
        &Language::Spanish,
        &[
            ("x Managua, jueves 9 de mayo de 2024 | Por Ana Paz // Los de siempre.", "2024-05-09"),
            ("x Actualizado el 16 de octubre de 2024, 20:15 h (La Habana) // Balance.", "2024-10-16"),
            ("LA HABANA, 22 ago 2023 (Agencia) – Un tribunal condenó.", "2023-08-22"),
            ("VARSOVIA, 2 dic 2023 (Agencia Sur) – La Justicia", "2023-12-02"),
            ("Observatorio Norte. Viernes 11 de julio de 2025 // Casos", "2025-07-11"),
            ("Corresponsal Este @corresponsal · 6 feb. 2025 // Hilo", "2025-02-06"),
            ("Semanario Sur, jueves 30 de enero de 2025 // Nota", "2025-01-30"),
            ("x Por Redacción Norte · Martes 5 de noviembre de 2024 // Claves", "2024-11-05"),
            ("Valencia, 16 de marzo de 2026 (Prensa Norte).- Un total", "2026-03-16"),
            ("Barinas, martes 3 de junio de 2025 // Texto", "2025-06-03"),
            ("COMUNICADO // Texto. // ¡Libertad! // Valencia, 15 de marzo de 2026", "2026-03-15"),
            ("Publicado el 3 de mayo de 2024 // Texto", "2024-05-03"),
            ("COMUNICADO // Texto // En Bogotá, a 3 de junio de 2024", "2024-06-03"),
            ("Libre // Bogotá, 3 de junio de 2024. La abogada salió el martes.", "2024-06-03"),
            ("Libre // Quito (Agencia), 3 de junio de 2024.- La abogada salió.", "2024-06-03"),
            ("Parte de prensa del 3 de junio de 2024 // Texto", "2024-06-03"),
            ("Texto // Dado en Bogotá, a los 3 días del mes de junio de 2024.", "2024-06-03"),
            ("Publicado el 3 de junio de 2024 por Redacción // Texto", "2024-06-03"),
            ("El comunicado del 3 de junio de 2024 lo dice.", "none"),
            ("El 3 de mayo de 2024, agentes lo detuvieron.", "none"),
            ("La nota publicada el 14 de noviembre de 2024 con otro nombre", "none"),
            ("x 9 de enero // Lo detuvieron en 2024. // En enero de 2025 juró.", "2026-01-09?"),
            ("x 9 de enero // Sin años.", "none"),
            ("Fecha: 03/05/2024 // Texto", "2024-05-03"),
        ],
        published,
    );
}

const MONTHS: [(&str, &str); 12] = [
    ("January", "enero"),
    ("February", "febrero"),
    ("March", "marzo"),
    ("April", "abril"),
    ("May", "mayo"),
    ("June", "junio"),
    ("July", "julio"),
    ("August", "agosto"),
    ("September", "septiembre"),
    ("October", "octubre"),
    ("November", "noviembre"),
    ("December", "diciembre"),
];

proptest! {
    #[test]
    fn every_day_reads_back(year in 1950i16..2090, month in 1i8..=12, day in 1i8..=28) {
        let (english, spanish) = MONTHS[month as usize - 1];
        let expected = format!("{year}-{month:02}-{day:02}");
        for (language, text) in [
            (Language::English, format!("on {day} {english} {year}.")),
            (Language::English, format!("on {english} {day}, {year}.")),
            (Language::Spanish, format!("el {day} de {spanish} de {year}.")),
            (Language::Spanish, format!("({year}-{month:02}-{day:02})")),
        ] {
            let found = dates(&language, &text, None);
            prop_assert_eq!(found.len(), 1, "{}", &text);
            prop_assert_eq!(found[0].date.to_string(), expected.clone(), "{}", &text);
        }
    }

    #[test]
    fn mentions_stand_in_order_on_characters(text in "(on|el|May|mayo|de|2024|[0-9]{1,2}|[.,º/-]|lunes|Monday|last|pasado|hace|ago|two|weeks|años|ñ| |\n|\\PC){0,30}") {
        for language in [Language::English, Language::Spanish] {
            let found = dates(&language, &text, "2024-02-29".parse().ok());
            let spans = found.iter().map(|mention| mention.span).collect::<Vec<_>>();
            let lengths = durations(&language, &text).iter().map(|mention| mention.span).collect::<Vec<_>>();
            for spans in [spans, lengths] {
                prop_assert!(spans.iter().all(|span| span.of(&text).is_some_and(|words| !words.is_empty())));
                prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
            }
            publication_date(&language, &[(&text, false)]);
        }
    }
}
