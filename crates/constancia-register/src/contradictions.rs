//! What is told of one person that cannot all be so, and who says which. Averages nothing, decides nothing.
//!
//! Copies of one origin, and two statements of one informant, contradict nobody; neither does what time explains.

use std::collections::BTreeMap;

use constancia_model::{PartialDate, Stance, Status};
use jiff::civil::Date;

use crate::brief::{Contradiction, ContradictionAbout, Side};
use crate::events::Event;
use crate::opposition::{denials, still_held};
use crate::persons::exclude;
use crate::places::Places;
use crate::told::{Told, ToldEvent, Voices, sources};

/// Two words of one kind that are published no further apart speak of one moment.
pub(crate) const ONE_MOMENT_DAYS: i32 = 7;

/// Every contradiction about one person.
pub(crate) fn of_person(name: &str, events: &[Event<'_>], places: &Places) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for event in events.iter().filter(|event| event.stance == Stance::Asserts) {
        found.extend(about_status(event, events));
        found.extend(about_dates(event));
        found.extend(about_places(event, places));
        found.extend(about_terms(event));
    }
    found.extend(about_custody_places(events, places));
    for contradiction in &mut found {
        contradiction.person = Some(name.to_owned());
    }
    found
}

/// One side before it is known whether anybody says otherwise.
struct Claim<'a> {
    value: String,
    told: Vec<&'a Told>,
}

/// The contradiction between those claims that exclude another one that an independent voice makes.
fn between<'a>(
    about: ContradictionAbout,
    status: Status,
    claims: Vec<Claim<'a>>,
    excludes: impl Fn(usize, usize) -> bool,
) -> Option<Contradiction> {
    let voices: Vec<Voices<'_>> = claims.iter().map(|claim| Voices::of(claim.told.iter().copied())).collect();
    let stands = |one: usize| {
        (0..claims.len())
            .any(|other| one != other && excludes(one, other) && voices[one].independent_of(&voices[other]))
    };
    let standing: Vec<bool> = (0..claims.len()).map(stands).collect();
    if !standing.contains(&true) {
        return None;
    }
    let sides = claims.into_iter().zip(standing).filter(|(_, stands)| *stands);
    let sides = sides.map(|(claim, _)| Side { value: claim.value, sources: sources(claim.told) }).collect();
    Some(Contradiction { about, person: None, status, population: None, sides })
}

fn about_status(event: &Event<'_>, all: &[Event<'_>]) -> Vec<Contradiction> {
    let status = event.status;
    let against = |value: String, told: Vec<_>| {
        let own = Claim { value: status.to_string(), told: event.told.iter().map(|one| one.told).collect() };
        let claims = vec![own, Claim { value, told }];
        between(ContradictionAbout::Status, status, claims, |_, _| true)
    };
    let denied = against(format!("not {status}"), denials(event, all));
    let held = (status == Status::Released).then(|| against(Status::Held.to_string(), still_held(event, all)));
    denied.into_iter().chain(held.flatten()).collect()
}

/// States that last have many true dates, and so have moves between prisons.
fn has_one_date(status: Status) -> bool {
    !matches!(status, Status::Held | Status::Missing | Status::Announced | Status::Transferred)
}

fn about_dates(event: &Event<'_>) -> Option<Contradiction> {
    if !has_one_date(event.status) {
        return None;
    }
    let dates = grouped(&event.told, |one| one.event.date);
    // What is marked approximate or uncertain already says that it may be otherwise.
    let exact: Vec<(PartialDate, Vec<&Told>)> = dates.into_iter().filter(|(date, _)| is_exact(*date)).collect();
    let days: Vec<PartialDate> = exact.iter().map(|(date, _)| *date).collect();
    let claims = exact.into_iter().map(|(date, told)| Claim { value: date.to_string(), told }).collect();
    between(ContradictionAbout::Date, event.status, claims, |one, other| !days[one].may_coincide(days[other]))
}

fn is_exact(date: PartialDate) -> bool {
    match date {
        PartialDate::On(day) => !day.approximate && !day.uncertain,
        PartialDate::Between(..) => false,
    }
}

fn about_places(event: &Event<'_>, places: &Places) -> Option<Contradiction> {
    let named = grouped(&event.told, |one| one.event.place.as_deref());
    let names: Vec<&str> = named.iter().map(|(place, _)| *place).collect();
    let claims = named.iter().map(|(place, told)| Claim { value: (*place).to_owned(), told: told.clone() }).collect();
    between(ContradictionAbout::Place, event.status, claims, |one, other| {
        !places.may_be_one(names[one], names[other], false)
    })
}

/// Held here and held there at one moment, and nobody tells of a move.
fn about_custody_places(events: &[Event<'_>], places: &Places) -> Option<Contradiction> {
    let asserted = |status| move |event: &&Event<'_>| event.status == status && event.stance == Stance::Asserts;
    if events.iter().any(|event| asserted(Status::Transferred)(&event)) {
        return None;
    }
    let held: Vec<&Event<'_>> = events.iter().filter(asserted(Status::Held)).collect();
    let placed: Vec<(&str, Vec<ToldEvent<'_>>)> = held.iter().filter_map(|event| placed(event)).collect();
    let claims = placed
        .iter()
        .map(|(place, told)| Claim { value: (*place).to_owned(), told: told.iter().map(|one| one.told).collect() });
    between(ContradictionAbout::Place, Status::Held, claims.collect(), |one, other| {
        let ((here, one), (there, other)) = (&placed[one], &placed[other]);
        !places.may_be_one(here, there, true)
            && one.iter().any(|one| other.iter().any(|other| at_one_moment(one, other)))
    })
}

fn placed<'a>(event: &Event<'a>) -> Option<(&'a str, Vec<ToldEvent<'a>>)> {
    let told: Vec<ToldEvent<'a>> = event.told.iter().filter(|one| one.event.place.is_some()).copied().collect();
    let place = told.first()?.event.place.as_deref()?;
    Some((place, told))
}

fn at_one_moment(one: &ToldEvent<'_>, other: &ToldEvent<'_>) -> bool {
    match (one.event.date, other.event.date) {
        (Some(date), Some(known)) => date.may_coincide(known),
        (None, None) => published_together(one.told.published_day(), other.told.published_day()),
        _ => false,
    }
}

/// Whether two publications speak of one moment; one of unknown date may.
pub(crate) fn published_together(one: Option<Date>, other: Option<Date>) -> bool {
    one.zip(other)
        .is_none_or(|(one, other)| one.until(other).is_ok_and(|span| span.get_days().abs() <= ONE_MOMENT_DAYS))
}

fn about_terms(event: &Event<'_>) -> Option<Contradiction> {
    let terms = grouped(&event.told, |one| one.event.terms.as_ref());
    let values: Vec<_> = terms.iter().map(|(terms, _)| *terms).collect();
    let claims = terms.iter().map(|(terms, told)| Claim { value: terms.to_string(), told: told.clone() }).collect();
    between(ContradictionAbout::Terms, event.status, claims, |one, other| exclude(values[one], values[other]))
}

fn grouped<'a, T: Ord>(told: &[ToldEvent<'a>], value: impl Fn(&ToldEvent<'a>) -> Option<T>) -> Vec<(T, Vec<&'a Told>)> {
    let mut found: BTreeMap<T, Vec<&Told>> = BTreeMap::new();
    for one in told {
        if let Some(value) = value(one) {
            found.entry(value).or_default().push(one.told);
        }
    }
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::contradictions_of;

    #[test]
    fn what_cannot_all_be_so() {
        for (name, lines, expected) in [
            (
                "it happened, it did not",
                "report a | published=2026-01-09
                 status | Ana Ruiz | released | informant=the ministry
                 report b | published=2026-01-10
                 status | Ana Ruiz | released | denies | informant=her sister",
                &["Status released Ana Ruiz: released (a) / not released (b)"][..],
            ),
            (
                "time explains: denied before it happened",
                "report a | published=2026-01-09
                 status | Ana Ruiz | released | date=2026-01-08
                 report b | published=2026-01-07
                 status | Ana Ruiz | released | denies | informant=her sister",
                &[],
            ),
            (
                "free or held",
                "report a | published=2026-01-09
                 status | Ana Ruiz | released | date=2026-01-08 | informant=the ministry
                 report b | published=2026-01-12
                 status | Ana Ruiz | held | place=La Loma | informant=her sister",
                &["Status released Ana Ruiz: released (a) / held (b)"],
            ),
            (
                "taken again explains it",
                "report a | published=2026-01-09
                 status | Ana Ruiz | released | date=2026-01-08
                 report b | published=2026-01-12
                 status | Ana Ruiz | held
                 status | Ana Ruiz | rearrested | informant=her sister",
                &[],
            ),
            (
                "two dates",
                "report a
                 status | Ana Ruiz | detained | date=2026-01-03
                 report b
                 status | Ana Ruiz | detained | date=2026-01-05
                 report c
                 status | Ana Ruiz | detained | date=2026-01",
                &["Date detained Ana Ruiz: 2026-01-03 (a) / 2026-01-05 (b)"],
            ),
            (
                "years apart are two arrests",
                "report a
                 status | Ana Ruiz | detained | date=2019-01-03
                 report b
                 status | Ana Ruiz | detained | date=2026-01-05",
                &[],
            ),
            (
                "a copy misprints",
                "report a
                 status | Ana Ruiz | detained | date=2026-01-03
                 report b | origin=a
                 status | Ana Ruiz | detained | date=2026-01-05",
                &[],
            ),
            (
                "two informants in one report",
                "report a
                 status | Ana Ruiz | released | date=2026-01-03 | informant=the ministry
                 report b | origin=a
                 status | Ana Ruiz | released | date=2026-01-05 | informant=her sister",
                &["Date released Ana Ruiz: 2026-01-03 (a) / 2026-01-05 (b)"],
            ),
            (
                "one informant, worded twice",
                "report a
                 status | Ana Ruiz | released | date=2026-01-03 | informant=Spain
                 report b
                 status | Ana Ruiz | released | date=2026-01-05 | informant=Spain's foreign ministry",
                &[],
            ),
            (
                "about a date nobody differs by a day",
                "report a
                 status | Ana Ruiz | detained | date=2026-01-03~
                 report b
                 status | Ana Ruiz | detained | date=2026-01-05",
                &[],
            ),
            (
                "two prisons",
                "report a | published=2026-01-09
                 status | Ana Ruiz | held | place=Los Olmos prison
                 report b | published=2026-01-10
                 status | Ana Ruiz | held | place=La Loma jail
                 report c | published=2026-01-10
                 status | Ana Ruiz | held | place=Los Olmos",
                &["Place held Ana Ruiz: Los Olmos prison (a c) / La Loma jail (b)"],
            ),
            (
                "two prisons in two years",
                "report a | published=2024-01-09
                 status | Ana Ruiz | held | place=Los Olmos prison
                 report b | published=2026-01-10
                 status | Ana Ruiz | held | place=La Loma jail",
                &[],
            ),
            (
                "moved",
                "report a | published=2026-01-09
                 status | Ana Ruiz | held | place=Los Olmos prison
                 report b | published=2026-01-10
                 status | Ana Ruiz | held | place=La Loma jail
                 status | Ana Ruiz | transferred | place=La Loma jail",
                &[],
            ),
            (
                "a prison and its country",
                "report a | published=2026-01-09
                 status | Ana Ruiz | held | place=Los Olmos prison
                 count | held | 40 | place=Freedonia
                 report b | published=2026-01-10
                 status | Ana Ruiz | held | place=Freedonia",
                &[],
            ),
            (
                "terms that exclude each other, and one that does not",
                "report a
                 status | Ana Ruiz | released | terms=full
                 report b
                 status | Ana Ruiz | released | terms=house-arrest
                 report c
                 status | Ana Ruiz | released | terms=pardon",
                &["Terms released Ana Ruiz: full (a) / house-arrest (b)"],
            ),
            (
                "two numbers",
                "report a | published=2026-01-12
                 count | held | 863 | population=political prisoners | place=Freedonia | informant=Grupo Libre
                 report b | published=2026-01-13
                 count | held | 777 | population=presos políticos | place=Freedonia | informant=Otro Foro",
                &["Count held political prisoners: 777 (b) / 863 (a)"],
            ),
            (
                "two numbers of one story, one of which somebody places in a town",
                "report a | published=2026-01-12
                 count | released | 116 | population=people | informant=the ministry
                 status | Ana Ruiz | released
                 report b | published=2026-01-13
                 count | released | 116 | population=people | informant=the ministry | place=Santa Clara
                 report c | published=2026-01-13
                 count | released | 56 | population=personas | informant=Grupo Libre
                 status | Ana Ruiz | released",
                &["Count released personas: 56 (c) / 116 (a b)"],
            ),
            (
                "a range that holds the number, and a bound that allows it",
                "report a | published=2026-01-12
                 count | held | 863 | population=political prisoners | place=Freedonia | informant=Grupo Libre
                 count | held | 800-900 | population=political prisoners | place=Freedonia | informant=others
                 count | held | 800 | bound=more than | population=political prisoners | place=Freedonia | informant=Otro Foro",
                &[],
            ),
            (
                "other days, other places, other people",
                "report a | published=2026-01-12
                 count | held | 863 | population=political prisoners | place=Freedonia | as_of=2026-01-10
                 count | held | 700 | population=political prisoners | place=Freedonia | as_of=2026-01-11 | informant=X
                 count | held | 10 | population=political prisoners | place=Sylvania | as_of=2026-01-10 | informant=X
                 count | held | 20 | population=journalists | place=Freedonia | as_of=2026-01-10 | informant=X",
                &[],
            ),
            (
                "numbers without a place in reports that have nothing in common",
                "report a | published=2026-01-12
                 count | held | 863 | population=political prisoners | informant=Grupo Libre
                 report b | published=2026-01-12
                 count | held | 77 | population=political prisoners | informant=Otro Foro",
                &[],
            ),
        ] {
            assert_eq!(contradictions_of(lines), expected, "{name}");
        }
    }
}
