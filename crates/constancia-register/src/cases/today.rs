//! Which event of a person's holds today, by date, by order of publication and by the order of a case.

use std::collections::BTreeMap;

use constancia_model::{PartialDate, ReportId, Stance, Status};
use jiff::civil::Date;

use crate::cases::events::Event;
use crate::cases::opposition::LAG_DAYS;
use crate::told::ToldEvent;

/// The index of the event that holds today. What is asserted comes before what is only doubted, and that before what
/// is only denied. `events` is not empty.
pub(crate) fn today(events: &[Event<'_>]) -> usize {
    let stance = [Stance::Asserts, Stance::Doubts, Stance::Denies]
        .into_iter()
        .find(|stance| events.iter().any(|event| event.stance == *stance));
    let standing = |place: &usize| Some(events[*place].stance) == stance;
    let last_words = last_words(events);
    let unknown = last_known_day(events);
    (0..events.len())
        .filter(standing)
        .max_by_key(|place| {
            let event = &events[*place];
            (moment(event, &last_words, unknown), event.status, event.told.len())
        })
        .unwrap_or(0)
}

/// When an event is last known to have held. `unknown` stands for the day of a report without a date.
fn moment(event: &Event<'_>, last_words: &BTreeMap<&ReportId, Status>, unknown: Option<Date>) -> Option<Date> {
    let lasts = matches!(event.status, Status::Held | Status::Missing | Status::Announced);
    let dated = event.told.iter().filter_map(|one| happened(one));
    let happened = if lasts { dated.max() } else { dated.min() };
    if happened.is_some() && !lasts {
        return happened;
    }
    let said = event
        .told
        .iter()
        .filter(|one| happened_not(one) && last_words.get(one.told.report()) == Some(&event.status))
        .filter_map(|one| one.told.published_day().or(unknown))
        .max();
    happened.max(said.map(|day| if is_background(event.status) { earlier(day) } else { day }))
}

/// A plan holds from the day it was told, not on the day it is for.
fn happened(one: &ToldEvent<'_>) -> Option<Date> {
    if one.event.status == Status::Announced { None } else { one.event.date.and_then(PartialDate::earliest) }
}

fn happened_not(one: &ToldEvent<'_>) -> bool {
    happened(one).is_none()
}

/// Reports recall without a date that somebody was held long after she left, so such words weigh a little less.
fn is_background(status: Status) -> bool {
    status.in_custody() && !matches!(status, Status::Announced | Status::Rearrested)
}

fn earlier(day: Date) -> Date {
    day.saturating_sub(jiff::Span::new().days(LAG_DAYS))
}

/// For each report the status that it leaves the person in.
fn last_words<'a>(events: &[Event<'a>]) -> BTreeMap<&'a ReportId, Status> {
    let mut last: BTreeMap<&ReportId, ToldEvent<'a>> = BTreeMap::new();
    for one in events.iter().filter(|event| event.stance == Stance::Asserts).flat_map(|event| &event.told) {
        let known = last.entry(one.told.report()).or_insert(*one);
        if comes_after(one, known) {
            *known = *one;
        }
    }
    last.into_iter().map(|(report, one)| (report, one.event.status)).collect()
}

fn comes_after(one: &ToldEvent<'_>, other: &ToldEvent<'_>) -> bool {
    match (one.event.date, other.event.date) {
        (Some(date), Some(known)) if !date.may_coincide(known) => date > known,
        _ => one.event.status > other.event.status,
    }
}

fn last_known_day(events: &[Event<'_>]) -> Option<Date> {
    let told = || events.iter().flat_map(|event| &event.told);
    let published = told().filter_map(|one| one.told.published_day()).max();
    published.max(told().filter_map(happened).max())
}

#[cfg(test)]
mod tests {
    use crate::testing::persons_of;

    /// What holds today for the one person of some lines.
    fn today_of(lines: &str) -> String {
        let persons = persons_of(lines);
        assert_eq!(persons.len(), 1, "{persons:?}");
        persons[0].split(": ").nth(1).unwrap().split(" <-").next().unwrap().to_owned()
    }

    #[test]
    fn what_holds_today() {
        for (name, lines, expected) in [
            (
                "the later date",
                "report a | published=2026-01-09
                 status | Ana Ruiz | released | date=2026-01-08
                 status | Ana Ruiz | detained | date=2024-02-09",
                "released 2026-01-08 (reported)",
            ),
            (
                "taken again",
                "report a | published=2026-02-09
                 status | Ana Ruiz | released | date=2026-01-08
                 status | Ana Ruiz | rearrested | date=2026-02-07",
                "rearrested 2026-02-07 (reported)",
            ),
            (
                "undated, in the order of a case",
                "report a | published=2026-01-09
                 status | Ana Ruiz | released
                 status | Ana Ruiz | charged
                 status | Ana Ruiz | detained",
                "released (reported)",
            ),
            (
                "undated, in the order of publication",
                "report a | published=2026-01-09
                 status | Ana Ruiz | released
                 report b | published=2026-03-02
                 status | Ana Ruiz | held | place=La Loma",
                "held @La Loma (reported)",
            ),
            (
                "a report that recalls custody tells of no new one",
                "report a | published=2026-01-09
                 status | Ana Ruiz | released | date=2026-01-08
                 report b | published=2026-03-02
                 status | Ana Ruiz | held | place=La Loma
                 status | Ana Ruiz | released | date=2026-01-08",
                "released 2026-01-08 (corroborated)",
            ),
            (
                "a report of the next day lags",
                "report a | published=2026-01-08
                 status | Ana Ruiz | released | date=2026-01-08
                 report b | published=2026-01-09
                 status | Ana Ruiz | held",
                "released 2026-01-08 (reported)",
            ),
            (
                "no date of publication",
                "report a
                 status | Ana Ruiz | released
                 status | Ana Ruiz | detained | date=2024-02",
                "released (reported)",
            ),
            (
                "a plan for later does not undo what happened since",
                "report a | published=2026-01-05
                 status | Ana Ruiz | announced | date=2026-02-01
                 report b | published=2026-01-09
                 status | Ana Ruiz | released | date=2026-01-08",
                "released 2026-01-08 (reported)",
            ),
            (
                "a denial alone",
                "report a | published=2026-01-05
                 status | Ana Ruiz | released | denies",
                "not released (reported)",
            ),
            (
                "a later denial is not what holds",
                "report a | published=2026-01-05
                 status | Ana Ruiz | held
                 report b | published=2026-01-09
                 status | Ana Ruiz | released | denies",
                "held (reported)",
            ),
            (
                "a death",
                "report a | published=2026-01-09
                 status | Ana Ruiz | held | date=2026-01-02
                 status | Ana Ruiz | died",
                "died (reported)",
            ),
        ] {
            assert_eq!(today_of(lines), expected, "{name}");
        }
    }
}
