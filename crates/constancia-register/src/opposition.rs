//! Who says otherwise about an event, and whether time explains it.

use constancia_model::{PartialDate, Stance, Status};
use jiff::civil::Date;

use crate::events::Event;
use crate::told::{Told, ToldEvent};

/// A release and word of custody this many days apart or less may both be true of their moment: reports lag.
pub(crate) const LAG_DAYS: i32 = 2;

/// How long after a release word of custody speaks about the release and not about a later arrest.
const RELEASE_IN_QUESTION_DAYS: i32 = 31;

/// Everything told that says otherwise than `event`, in order of publication.
pub(crate) fn against<'a>(event: &Event<'a>, all: &[Event<'a>]) -> Vec<&'a Told> {
    match event.stance {
        Stance::Asserts => {
            let mut against = denials(event, all);
            if event.status == Status::Released {
                against.extend(still_held(event, all));
            }
            against
        }
        Stance::Denies => asserted(event, all),
        Stance::Doubts => Vec::new(),
    }
}

fn of_status<'a, 'e>(status: Status, stance: Stance, all: &'e [Event<'a>]) -> impl Iterator<Item = &'e Event<'a>> {
    all.iter().filter(move |event| event.status == status && event.stance == stance)
}

/// Denials of an asserted event.
pub(crate) fn denials<'a>(event: &Event<'a>, all: &[Event<'a>]) -> Vec<&'a Told> {
    let denied = of_status(event.status, Stance::Denies, all).flat_map(|denied| &denied.told);
    denied.filter(|denial| meets(event, denial, all)).map(|denial| denial.told).collect()
}

fn asserted<'a>(denied: &Event<'a>, all: &[Event<'a>]) -> Vec<&'a Told> {
    of_status(denied.status, Stance::Asserts, all)
        .filter(|event| denied.told.iter().any(|denial| meets(event, denial, all)))
        .flat_map(|event| event.told.iter().map(|one| one.told))
        .collect()
}

/// Whether a denial speaks about this event: its date allows it, and the event had happened when it was denied.
fn meets(event: &Event<'_>, denial: &ToldEvent<'_>, all: &[Event<'_>]) -> bool {
    let mut dates = event.told.iter().filter_map(|one| one.event.date).peekable();
    if let Some(date) = denial.event.date {
        return dates.peek().is_none() || dates.any(|other| other.may_coincide(date));
    }
    if !is_latest(event, all) {
        return false;
    }
    let happened = match first_day(event) {
        Some(day) => Some(day),
        None if changes_custody(event.status) => event.told.iter().filter_map(|one| one.told.published_day()).min(),
        None => None,
    };
    happened.zip(denial.told.published_day()).is_none_or(|(happened, denied)| denied >= happened)
}

fn changes_custody(status: Status) -> bool {
    matches!(status, Status::Released | Status::Rearrested | Status::Transferred | Status::Died)
}

fn first_day(event: &Event<'_>) -> Option<Date> {
    event.told.iter().filter_map(|one| one.event.date.and_then(PartialDate::earliest)).min()
}

fn is_latest(event: &Event<'_>, all: &[Event<'_>]) -> bool {
    of_status(event.status, event.stance, all).all(|other| first_day(other) <= first_day(event))
}

/// Word of custody after a release that no later arrest explains.
pub(crate) fn still_held<'a>(release: &Event<'a>, all: &[Event<'a>]) -> Vec<&'a Told> {
    let Some(released) = first_day(release) else { return Vec::new() };
    let taken_again = all.iter().any(|event| {
        let taken = matches!(event.status, Status::Rearrested | Status::Detained) && event.stance == Stance::Asserts;
        taken && (event.status == Status::Rearrested || first_day(event).is_some_and(|day| day >= released))
    });
    if taken_again {
        return Vec::new();
    }
    let speaks_after = |one: &&ToldEvent<'_>| match one.event.date {
        Some(date) => date.earliest().is_some_and(|day| day > released && within(released, day)),
        None => {
            let same_report = |other: &ToldEvent<'_>| other.told.source.report == one.told.source.report;
            let later = |day: Date| within(released, day) && days(released, day) >= LAG_DAYS;
            one.told.published_day().is_some_and(later) && !release.told.iter().any(same_report)
        }
    };
    let held = of_status(Status::Held, Stance::Asserts, all).flat_map(|event| &event.told);
    held.filter(speaks_after).map(|one| one.told).collect()
}

fn within(released: Date, day: Date) -> bool {
    days(released, day) <= RELEASE_IN_QUESTION_DAYS
}

fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}
