//! Periods read on Friday 9 January 2026, case by case, both languages alike.

use constancia_model::Language;
use proptest::prelude::*;

use super::*;

fn read(language: &Language, text: &str) -> String {
    let show = |mention: &DateMention| {
        let words = mention.span.of(text).unwrap();
        let ahead = mention.ahead.map_or(String::new(), |ahead| format!(" > {ahead}"));
        format!("{words} = {}{ahead}", mention.date)
    };
    periods(language, text, "2026-01-09".parse().ok()).iter().map(show).collect::<Vec<_>>().join(" | ")
}

fn check(language: &Language, cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| read(language, text) != *expected)
        .map(|(text, expected)| format!("\n{text}\n  expected {expected}\n  but read {}", read(language, text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

#[test]
fn english_periods() {
    check(
        &Language::English,
        &[
            ("from March to June 2024", "from March to June 2024 = 2024-03/2024-06"),
            ("from November to February 2024", "from November to February 2024 = 2023-11/2024-02"),
            ("between 3 and 8 May 2023", "between 3 and 8 May 2023 = 2023-05-03/2023-05-08"),
            ("from Jan 4 to 7", "Jan 4 to 7 = 2026-01-04/2026-01-07 > 2027-01-04/2027-01-07"),
            ("2019-2022", "2019-2022 = 2019/2022"),
            ("before 2018", "before 2018 = ../2017-12-31"),
            ("since March 2021", "since March 2021 = 2021-03-01/.."),
            ("2018 or later", "2018 or later = 2018-01-01/.."),
            ("after 3 May 2023", "after 3 May 2023 = 2023-05-04/.."),
            ("until 3 May 2023", "until 3 May 2023 = ../2023-05-03"),
            ("the next 3 days", "the next 3 days = 2026-01-10/2026-01-12"),
            ("the past two weeks", "the past two weeks = 2025-12-26/2026-01-08"),
            ("in six weeks", "in six weeks = 2026-02-20"),
            ("two days before yesterday", "two days before yesterday = 2026-01-06"),
            ("three weeks after 3 May 2023", "three weeks after 3 May 2023 = 2023-05-24"),
            ("the week of 14 May 2024", "the week of 14 May 2024 = 2024-05-13/2024-05-19"),
            ("Q3 2024 and 2024-H2", "Q3 2024 = 2024-07-01/2024-09-30 | 2024-H2 = 2024-07-01/2024-12-31"),
            ("the first week of 2024", "the first week of 2024 = 2024-01-01/2024-01-07"),
            ("tuesday of last week", "tuesday of last week = 2025-12-30"),
            ("the end of the month", "the end of the month = 2026-01~"),
            ("the 1970s", "1970s = 1970-01-01/1979-12-31"),
            ("05/06/2024 and 23/06/2024", "05/06/2024 = 2024-05-06 | 23/06/2024 = 2024-06-23"),
            ("2024/jun/05", "2024/jun/05 = 2024-06-05"),
            ("june twenty first two thousand and twelve", "june twenty first two thousand and twelve = 2012-06-21"),
            ("it may rain", ""),
        ],
    );
}

#[test]
fn spanish_periods() {
    check(
        &Language::Spanish,
        &[
            ("de marzo a junio de 2024", "de marzo a junio de 2024 = 2024-03/2024-06"),
            ("de noviembre a febrero de 2024", "de noviembre a febrero de 2024 = 2023-11/2024-02"),
            ("entre el 3 y el 8 de mayo de 2023", "entre el 3 y el 8 de mayo de 2023 = 2023-05-03/2023-05-08"),
            (
                "entre el 3 de mayo y el 8 de junio de 2023",
                "entre el 3 de mayo y el 8 de junio de 2023 = 2023-05-03/2023-06-08",
            ),
            ("2019-2022", "2019-2022 = 2019/2022"),
            ("antes de 2018", "antes de 2018 = ../2017-12-31"),
            ("desde marzo de 2021", "desde marzo de 2021 = 2021-03-01/.."),
            ("después del 3 de mayo de 2023", "después del 3 de mayo de 2023 = 2023-05-04/.."),
            ("hasta el 3 de mayo de 2023", "hasta el 3 de mayo de 2023 = ../2023-05-03"),
            ("los próximos 3 días", "los próximos 3 días = 2026-01-10/2026-01-12"),
            ("las últimas dos semanas", "las últimas dos semanas = 2025-12-26/2026-01-08"),
            ("en seis semanas", "en seis semanas = 2026-02-20"),
            ("dos días antes de ayer", "dos días antes de ayer = 2026-01-06"),
            ("la semana del 14 de mayo de 2024", "la semana del 14 de mayo de 2024 = 2024-05-13/2024-05-19"),
            ("el tercer trimestre de 2024", "el tercer trimestre de 2024 = 2024-07-01/2024-09-30"),
            ("la primera semana de 2024", "la primera semana de 2024 = 2024-01-01/2024-01-07"),
            ("el martes de la semana pasada", "martes de la semana pasada = 2025-12-30"),
            ("fin de mes", "fin de mes = 2026-01~"),
            ("la década de 1970", "la década de 1970 = 1970-01-01/1979-12-31"),
            ("05/06/2024", "05/06/2024 = 2024-06-05"),
            ("veintiuno de junio de dos mil doce", "veintiuno de junio de dos mil doce = 2012-06-21"),
        ],
    );
}

proptest! {
    #[test]
    fn periods_stand_in_order_and_read_back(text in "(on|el|May|mayo|de|from|to|a|2024|[0-9]{1,2}|[.,º/()-]|lunes|Monday|last|next|week|of|semana|primera|two|weeks|años|Q|ñ| |\n|\\PC){0,24}") {
        for language in [Language::English, Language::Spanish] {
            let found = periods(&language, &text, "2024-02-29".parse().ok());
            prop_assert!(found.iter().all(|mention| mention.span.of(&text).is_some_and(|words| !words.is_empty())));
            prop_assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
            for date in found.iter().flat_map(|mention| std::iter::once(mention.date).chain(mention.ahead)) {
                prop_assert_eq!(date.to_string().parse::<PartialDate>(), Ok(date));
            }
        }
    }
}
