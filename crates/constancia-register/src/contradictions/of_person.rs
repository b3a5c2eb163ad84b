//! What cannot all be so about one person: whether it happened, when, where, on which terms.

use std::collections::BTreeMap;

use constancia_model::{PartialDate, Stance, Status};

use crate::brief::{Contradiction, ContradictionAbout, Explanation};
use crate::cases::events::Event;
use crate::cases::line::exclude;
use crate::cases::opposition::{Opposition, denials, denied_before, held_around, outlived};
use crate::contradictions::{Claim, Subject, between, published_together};
use crate::told::{Told, ToldEvent};
use crate::words::places::Places;

/// Every contradiction about one person, those that time explains among them.
pub(crate) fn of_person(id: &str, name: &str, events: &[Event<'_>], places: &Places) -> Vec<Contradiction> {
    let person = Person { id, name, events, places };
    let mut found = Vec::new();
    for event in events.iter().filter(|event| event.stance == Stance::Asserts) {
        found.extend(person.about_status(event));
        found.extend(person.about_dates(event));
        found.extend(person.about_places(event));
        found.extend(person.about_terms(event));
    }
    found.extend(person.about_custody_places());
    found
}

struct Person<'a, 'e> {
    id: &'a str,
    name: &'a str,
    events: &'e [Event<'a>],
    places: &'a Places,
}

impl<'a> Person<'a, '_> {
    fn subject(&self, about: ContradictionAbout, status: Status) -> Subject<'a> {
        Subject { about, person: Some((self.id, self.name)), status, population: None, place: None }
    }

    fn about_status(&self, event: &Event<'a>) -> Vec<Contradiction> {
        let status = event.status;
        let against = |value: String, Opposition { told, explained }: Opposition<'a>| {
            let own = Claim { value: status.to_string(), told: event.told.iter().map(|one| one.told).collect() };
            let claims = vec![own, Claim { value, told }];
            between(self.subject(ContradictionAbout::Status, status), explained, claims, |_, _| true)
        };
        let denied = Opposition { told: denials(event, self.events), explained: None };
        let before = denied_before(event, self.events);
        let mut found: Vec<_> = [denied, before].map(|told| against(format!("not {status}"), told)).into();
        if status == Status::Released {
            found.extend(held_around(event, self.events).map(|told| against(Status::Held.to_string(), told)));
        }
        if status == Status::Died {
            for (later, told) in outlived(event, self.events) {
                found.push(against(later.to_string(), told));
            }
        }
        found.into_iter().flatten().collect()
    }

    fn about_dates(&self, event: &Event<'a>) -> Option<Contradiction> {
        if !has_one_date(event.status) {
            return None;
        }
        let dates = grouped(&event.told, |one| one.event.date);
        // What is marked approximate or uncertain already says that it may be otherwise.
        let exact: Vec<(PartialDate, Vec<&Told>)> = dates.into_iter().filter(|(date, _)| is_exact(*date)).collect();
        let days: Vec<PartialDate> = exact.iter().map(|(date, _)| *date).collect();
        let claims = exact.into_iter().map(|(date, told)| Claim { value: date.to_string(), told }).collect();
        let subject = self.subject(ContradictionAbout::Date, event.status);
        between(subject, None, claims, |one, other| !days[one].may_coincide(days[other]))
    }

    fn about_places(&self, event: &Event<'a>) -> Option<Contradiction> {
        let named = grouped(&event.told, |one| one.event.place.as_deref());
        let names: Vec<&str> = named.iter().map(|(place, _)| *place).collect();
        let claim = |(place, told): &(&str, Vec<&'a Told>)| Claim { value: (*place).to_owned(), told: told.clone() };
        let subject = self.subject(ContradictionAbout::Place, event.status);
        between(subject, None, named.iter().map(claim).collect(), |one, other| {
            !self.places.may_be_one(names[one], names[other], false)
        })
    }

    /// Held here and held there at one moment; word of a move explains it.
    fn about_custody_places(&self) -> Option<Contradiction> {
        let asserted = |status| move |event: &&Event<'_>| event.status == status && event.stance == Stance::Asserts;
        let moved = self.events.iter().any(|event| asserted(Status::Transferred)(&event));
        let held = self.events.iter().filter(asserted(Status::Held));
        let placed: Vec<(&str, Vec<ToldEvent<'a>>)> = held.filter_map(placed).collect();
        let claims = placed
            .iter()
            .map(|(place, told)| Claim { value: (*place).to_owned(), told: told.iter().map(|one| one.told).collect() });
        let subject = self.subject(ContradictionAbout::Place, Status::Held);
        between(subject, moved.then_some(Explanation::Moved), claims.collect(), |one, other| {
            let ((here, one), (there, other)) = (&placed[one], &placed[other]);
            !self.places.may_be_one(here, there, true)
                && one.iter().any(|one| other.iter().any(|other| at_one_moment(one, other)))
        })
    }

    fn about_terms(&self, event: &Event<'a>) -> Option<Contradiction> {
        let terms = grouped(&event.told, |one| one.event.terms.as_ref());
        let values: Vec<_> = terms.iter().map(|(terms, _)| *terms).collect();
        let claims = terms.iter().map(|(terms, told)| Claim { value: terms.to_string(), told: told.clone() }).collect();
        let subject = self.subject(ContradictionAbout::Terms, event.status);
        between(subject, None, claims, |one, other| exclude(values[one], values[other]))
    }
}

/// States that last have many true dates, and so have moves between prisons.
fn has_one_date(status: Status) -> bool {
    !matches!(status, Status::Held | Status::Missing | Status::Announced | Status::Transferred)
}

fn is_exact(date: PartialDate) -> bool {
    match date {
        PartialDate::On(day) => !day.approximate && !day.uncertain,
        PartialDate::Between(..) => false,
    }
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

fn grouped<'a, T: Ord>(told: &[ToldEvent<'a>], value: impl Fn(&ToldEvent<'a>) -> Option<T>) -> Vec<(T, Vec<&'a Told>)> {
    let mut found: BTreeMap<T, Vec<&Told>> = BTreeMap::new();
    for one in told {
        if let Some(value) = value(one) {
            found.entry(value).or_default().push(one.told);
        }
    }
    found.into_iter().collect()
}
