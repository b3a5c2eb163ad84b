//! Who says otherwise about an event, and whether time explains it.

use std::collections::BTreeSet;

use constancia_model::{PartialDate, ReportId, Stance, Status};
use jiff::civil::Date;

use crate::brief::Explanation;
use crate::cases::events::Event;
use crate::contradictions::days_between;
use crate::told::{Told, ToldEvent};

/// A release and word of custody this many days apart or less may both be true of their moment: reports lag.
pub(crate) const LAG_DAYS: i32 = 2;

/// How long after a release word of custody speaks about the release and not about a later arrest.
const RELEASE_IN_QUESTION_DAYS: i32 = 31;

/// What says otherwise about an event, and why both can be so after all.
#[derive(Debug, Default)]
pub(crate) struct Opposition<'a> {
    pub told: Vec<&'a Told>,
    pub explained: Option<Explanation>,
}

/// Everything told that says otherwise than `event`, in order of publication.
pub(crate) fn against<'a>(event: &Event<'a>, all: &[Event<'a>]) -> Vec<&'a Told> {
    match event.stance {
        Stance::Asserts => {
            let mut against = denials(event, all);
            if event.status == Status::Released {
                against.extend(still_held(event, all));
            }
            if event.status == Status::Died {
                against.extend(outlived(event, all).into_iter().flat_map(|(_, opposition)| opposition.told));
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
    let asserted = Asserted::of(event, all);
    let denied = of_status(event.status, Stance::Denies, all).flat_map(|denied| &denied.told);
    denied.filter(|denial| asserted.is_met_by(denial)).map(|denial| denial.told).collect()
}

fn asserted<'a>(denied: &Event<'a>, all: &[Event<'a>]) -> Vec<&'a Told> {
    of_status(denied.status, Stance::Asserts, all)
        .filter(|event| {
            let asserted = Asserted::of(event, all);
            denied.told.iter().any(|denial| asserted.is_met_by(denial))
        })
        .flat_map(|event| event.told.iter().map(|one| one.told))
        .collect()
}

/// What decides whether a denial speaks about an asserted event.
struct Asserted {
    dates: BTreeSet<PartialDate>,
    latest: bool,
    happened: Option<Date>,
}

impl Asserted {
    fn of(event: &Event<'_>, all: &[Event<'_>]) -> Self {
        let undated = || if changes_custody(event.status) { first_published(event) } else { None };
        Self {
            dates: event.told.iter().filter_map(|one| one.event.date).collect(),
            latest: is_latest(event, all),
            happened: first_day(event).or_else(undated),
        }
    }

    /// Its date allows it; or it has none, and the event is the last of its kind and had happened when it was denied.
    fn is_met_by(&self, denial: &ToldEvent<'_>) -> bool {
        if let Some(date) = denial.event.date {
            return self.dates.is_empty() || self.dates.iter().any(|other| other.may_coincide(date));
        }
        let denied = denial.told.published_day();
        self.latest && self.happened.zip(denied).is_none_or(|(happened, denied)| denied >= happened)
    }
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
    let Some(released) = day_out(release) else { return Vec::new() };
    if taken_again(released, all) { Vec::new() } else { held_after(released, release, all) }
}

/// Word of custody in the weeks around a release: what cannot also be so, and what time explains.
pub(crate) fn held_around<'a>(release: &Event<'a>, all: &[Event<'a>]) -> [Opposition<'a>; 2] {
    let Some(released) = day_out(release) else { return [Opposition::default(), Opposition::default()] };
    let again = taken_again(released, all).then_some(Explanation::TakenAgain);
    let after = Opposition { told: held_after(released, release, all), explained: again };
    let before = |one: &&ToldEvent<'_>| {
        let day = one.event.date.and_then(PartialDate::earliest).or(one.told.published_day());
        day.is_some_and(|day| day <= released && within(day, released))
    };
    let held = of_status(Status::Held, Stance::Asserts, all).flat_map(|event| &event.told);
    let told = held.filter(before).map(|one| one.told).collect();
    [after, Opposition { told, explained: Some(Explanation::OutSince) }]
}

/// Denials that were published before the event happened.
pub(crate) fn denied_before<'a>(event: &Event<'a>, all: &[Event<'a>]) -> Opposition<'a> {
    let happened = first_day(event);
    let before = |one: &&ToldEvent<'_>| {
        let denied = one.event.date.and_then(PartialDate::latest).or(one.told.published_day());
        denied.zip(happened).is_some_and(|(denied, happened)| denied < happened)
    };
    let denied = of_status(event.status, Stance::Denies, all).flat_map(|event| &event.told);
    let told = denied.filter(before).map(|one| one.told).collect();
    Opposition { told, explained: Some(Explanation::HappenedSince) }
}

/// What is told of somebody after the day on which she is said to have died, by its status.
pub(crate) fn outlived<'a>(death: &Event<'a>, all: &[Event<'a>]) -> Vec<(Status, Opposition<'a>)> {
    let Some(died) = first_day(death) else { return Vec::new() };
    let own = own_reports(death);
    let after = |one: &&ToldEvent<'_>| {
        let later = one.event.date.and_then(PartialDate::earliest).is_some_and(|day| day > died);
        later && !own.contains(one.told.report())
    };
    let lives = [Status::Held, Status::Transferred, Status::Released, Status::Rearrested];
    let told = |status| {
        let told = of_status(status, Stance::Asserts, all).flat_map(|event| &event.told);
        (status, Opposition { told: told.filter(after).map(|one| one.told).collect(), explained: None })
    };
    lives.map(told).into()
}

/// The day of a release: as given, else the first on which it was published.
fn day_out(release: &Event<'_>) -> Option<Date> {
    first_day(release).or_else(|| first_published(release))
}

fn first_published(event: &Event<'_>) -> Option<Date> {
    event.told.iter().filter_map(|one| one.told.published_day()).min()
}

/// The reports that tell of an event: what else they say of the person is in keeping with it.
fn own_reports<'a>(event: &Event<'a>) -> BTreeSet<&'a ReportId> {
    event.told.iter().map(|one| one.told.report()).collect()
}

fn taken_again(released: Date, all: &[Event<'_>]) -> bool {
    all.iter().any(|event| {
        let taken = matches!(event.status, Status::Rearrested | Status::Detained) && event.stance == Stance::Asserts;
        taken && (event.status == Status::Rearrested || first_day(event).is_some_and(|day| day >= released))
    })
}

fn held_after<'a>(released: Date, release: &Event<'a>, all: &[Event<'a>]) -> Vec<&'a Told> {
    let own = own_reports(release);
    let speaks_after = |one: &&ToldEvent<'_>| match one.event.date {
        Some(date) => date.earliest().is_some_and(|day| day > released && within(released, day)),
        None => {
            let later = |day: Date| within(released, day) && days_between(released, day) >= LAG_DAYS;
            one.told.published_day().is_some_and(later) && !own.contains(one.told.report())
        }
    };
    let held = of_status(Status::Held, Stance::Asserts, all).flat_map(|event| &event.told);
    held.filter(speaks_after).map(|one| one.told).collect()
}

fn within(from: Date, day: Date) -> bool {
    days_between(from, day) <= RELEASE_IN_QUESTION_DAYS
}
