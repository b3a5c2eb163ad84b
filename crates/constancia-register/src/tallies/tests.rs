//! Tallies in the words of `testing`: what is counted with what, whom the register names beside it, what follows a promise.

use constancia_model::PartialDate;

use crate::brief::{Brief, Series, Tally};
use crate::testing::register;

/// A tally in a line: what it counts, each informant's numbers by day, the named, the gap.
fn shown(tally: &Tally) -> String {
    let what = [Some(tally.status.name()), tally.population.as_deref(), tally.place.as_deref()];
    let what: Vec<&str> = what.into_iter().flatten().collect();
    let measure = format!("{:?}", tally.measure).to_lowercase();
    let since = tally.since.map(|since| format!(" since {since}")).unwrap_or_default();
    let series: Vec<String> = tally.series.iter().map(numbers).collect();
    let gap = tally.gap.map_or("-".to_owned(), |gap| gap.to_string());
    format!("{} {measure}{since}: {}; named {}, gap {gap}", what.join(" "), series.join("; "), tally.named)
}

fn numbers(series: &Series) -> String {
    let points: Vec<String> = series.points.iter().map(|point| format!("{}={}", day(point.day), point.low)).collect();
    format!("{} {}", series.informant.as_deref().unwrap_or("?"), points.join(" "))
}

/// Month and day.
fn day(date: PartialDate) -> String {
    date.to_string().split_once('-').map_or(String::new(), |(_, rest)| rest.to_owned())
}

fn tallies(brief: &Brief) -> Vec<String> {
    brief.tallies.iter().map(shown).collect()
}

#[test]
fn a_number_stands_with_the_numbers_of_its_definition_beside_the_named() {
    let register = register(
        "report a | published=2026-01-10
         count | released | 116 | population=prisoners | place=Freedonia | informant=the ministry
         count | released | 17 | population=foreigners | place=Freedonia | informant=the ministry
         count | released | 11 | population=prisoners | place=Freedonia | date=2026-01-09 | informant=the ministry
         count | held | 863 | population=political prisoners | place=Freedonia | informant=Grupo Libre
         count | held | 40 | population=political prisoners | place=La Loma prison, Freedonia | informant=Grupo Libre
         count | announced | 200 | population=prisoners | place=Freedonia | informant=the president
         status | Ana Ruiz | released | date=2026-01-09 | place=Freedonia
         status | Bo Li | released | date=2026-01-12 | place=Freedonia
         attribute | Bo Li | nationality | foreigner
         status | Cleo Sanz | held | place=La Loma prison, Freedonia
         status | Dov Katz | detained | date=2026-01-05 | place=Freedonia
         report b | published=2026-01-20
         count | released | 150 | population=detenidos | place=Freedonia | informant=the ministry
         count | released | 56 | population=people | place=Freedonia | informant=Grupo Libre
         status | Dov Katz | released | date=2026-01-19 | place=Freedonia",
    );
    let brief = register.brief();
    assert_eq!(
        tallies(&brief),
        [
            "held political prisoners Freedonia standing: Grupo Libre 01-10=863; named 3, gap 860",
            "held political prisoners La Loma prison, Freedonia standing: Grupo Libre 01-10=40; named 1, gap 39",
            "released foreigners Freedonia cumulative: the ministry 01-10=17; named 0, gap 17",
            "released prisoners Freedonia cumulative: the ministry 01-10=116 01-20=150; Grupo Libre 01-20=56; named 3, \
             gap 197",
            "released prisoners Freedonia daily: the ministry 01-09=11; named 1, gap 10",
        ]
    );
    let parts: Vec<_> = brief.tallies.iter().map(|tally| tally.part_of).collect();
    assert_eq!(parts, [None, Some(0), Some(3), None, None]);
    let named: Vec<_> = brief.tallies[3].named_series.iter().map(|(on, named)| (day(*on), *named)).collect();
    let expected = [("01-10", 1), ("01-12", 2), ("01-19", 3), ("01-20", 3)];
    assert_eq!(named, expected.map(|(day, named)| (day.to_owned(), named)));
}

#[test]
fn a_period_counts_from_its_first_day() {
    let brief = register(
        "report a | published=2026-01-20
         count | released | 116 | population=people | place=Freedonia | date=2026-01-08/2026-01-20 | informant=X
         count | released | 110 | population=people | place=Freedonia | informant=Y
         status | Ana Ruiz | released | date=2025-12-30 | place=Freedonia
         status | Bo Li | released | date=2026-01-09 | place=Freedonia",
    )
    .brief();
    assert_eq!(
        tallies(&brief),
        ["released people Freedonia cumulative since 2026-01-08: X 01-20=116; Y 01-20=110; named 1, gap 115"]
    );
}

#[test]
fn a_day_behind_since_begins_a_period() {
    let brief = register(
        "report a | published=2026-01-20
         count | released | 116 | population=people | place=Freedonia | date=2026-01-08 | informant=X | since then
         count | released | 11 | population=people | place=Freedonia | date=2026-01-19 | informant=X | on that day",
    )
    .brief();
    assert_eq!(
        tallies(&brief),
        [
            "released people Freedonia cumulative since 2026-01-08: X 01-20=116; named 0, gap 116",
            "released people Freedonia daily: X 01-19=11; named 0, gap 11",
        ]
    );
}

#[test]
fn a_number_without_a_place_counts_where_its_report_takes_place() {
    let brief = register(
        "report a | published=2026-01-10
         count | held | 863 | population=political prisoners | informant=X
         status | Ana Ruiz | held | place=El Helicoide
         report b | published=2026-01-10
         count | held | 863 | population=political prisoners | place=Venezuela | informant=Y",
    )
    .brief();
    let [tally] = brief.tallies.as_slice() else { panic!("{:?}", tallies(&brief)) };
    assert_eq!((tally.series.len(), tally.named, tally.place_inferred), (2, 1, false));
    assert_eq!(brief.counts.iter().map(|line| line.certainty as u8).max(), Some(1), "two voices corroborate");
}

#[test]
fn what_followed_a_promise() {
    let brief = register(
        "report a | published=2026-01-08
         count | announced | 20 | population=prisoners | place=Freedonia | informant=the president
         status | Ana Ruiz | announced | informant=the president
         report b | published=2026-01-20
         status | Ana Ruiz | released | date=2026-01-09 | place=Freedonia
         status | Bo Li | released | date=2026-01-14 | place=Freedonia
         count | released | 9 | population=prisoners | place=Freedonia | date=2026-01-14 | informant=X",
    )
    .brief();
    let followed: Vec<Vec<_>> = brief
        .announcements
        .iter()
        .map(|promise| {
            promise
                .followed
                .iter()
                .map(|after| (after.days, after.known, after.named, after.counted.is_some()))
                .collect()
        })
        .collect();
    assert_eq!(followed[0], [(1, true, 1, false), (7, true, 2, true), (30, false, 2, true)]);
    assert_eq!(followed[1], [(1, true, 1, false), (7, true, 1, false), (30, false, 1, false)]);
}

#[test]
fn on_a_past_day_the_register_says_what_held_then() {
    let register = register(
        "report a | published=2026-02-10
         status | Ana Ruiz | detained | date=2026-01-03 | place=Freedonia
         status | Ana Ruiz | released | date=2026-01-20
         status | Ana Ruiz | rearrested | date=2026-02-07
         status | Bo Li | detained | date=2026-02-01
         count | released | 9 | population=people | place=Freedonia | as_of=2026-02-01 | informant=X",
    );
    let on = |day: &str| {
        let brief = register.brief_on(day.parse().ok());
        let today = brief.persons.iter().map(|person| format!("{} {}", person.name, person.today.status));
        (today.collect::<Vec<_>>(), brief.still_held.len(), brief.counts.len())
    };
    assert_eq!(on("2026-01-10"), (vec!["Ana Ruiz detained".to_owned()], 1, 0));
    assert_eq!(on("2026-01-25"), (vec!["Ana Ruiz released".to_owned()], 0, 0));
    assert_eq!(on("2026-02-08"), (vec!["Ana Ruiz rearrested".to_owned(), "Bo Li detained".to_owned()], 2, 1));
}
