//! Groups what is told of one person into events: the same thing said by several reports is one event.

use std::collections::{BTreeMap, BTreeSet};

use constancia_model::{PartialDate, ReportId, Stance, Status};
use jiff::civil::Date;

use crate::told::ToldEvent;
use crate::words::places::Places;

/// Dates of one kind of event that lie no further apart are two datings of one event; beyond, two events.
pub(crate) const ONE_EVENT_DAYS: i32 = 31;

/// One thing that happened to one person, with everything told of it in order of publication.
#[derive(Debug)]
pub(crate) struct Event<'a> {
    pub status: Status,
    pub stance: Stance,
    pub told: Vec<ToldEvent<'a>>,
}

/// Groups statements of one person, which come in order of publication.
pub(crate) fn events<'a>(told: &[ToldEvent<'a>], places: &Places) -> Vec<Event<'a>> {
    let mut kinds: BTreeMap<(Status, Stance), Vec<ToldEvent<'a>>> = BTreeMap::new();
    for one in told {
        kinds.entry((one.event.status, one.told.stance())).or_default().push(*one);
    }
    let mut found = Vec::new();
    for ((status, stance), told) in kinds {
        for told in by_date(status, &told) {
            let parts = if is_of_place(status) { by_place(told, places) } else { vec![told] };
            found.extend(parts.into_iter().map(|told| Event { status, stance, told }));
        }
    }
    found
}

/// Being held at one place and at another are two things; being arrested at two places is one and a contradiction.
fn is_of_place(status: Status) -> bool {
    matches!(status, Status::Held | Status::Transferred)
}

#[derive(Default)]
struct Group<'a> {
    dates: BTreeSet<PartialDate>,
    days: BTreeMap<&'a ReportId, BTreeSet<Date>>,
    told: Vec<usize>,
}

impl<'a> Group<'a> {
    fn takes(&self, status: Status, one: &ToldEvent<'a>, date: PartialDate) -> bool {
        if status == Status::Died {
            return true;
        }
        let near =
            self.dates.iter().any(|other| date.may_coincide(*other) || days_apart(date, *other) <= ONE_EVENT_DAYS);
        near && !self.told_apart(one, date)
    }

    /// A report that gives two days tells of two events.
    fn told_apart(&self, one: &ToldEvent<'a>, date: PartialDate) -> bool {
        let Some(day) = date.single_day() else { return false };
        self.days.get(one.told.report()).is_some_and(|days| !days.contains(&day))
    }

    fn add(&mut self, place: usize, one: &ToldEvent<'a>) {
        self.told.push(place);
        self.dates.extend(one.event.date);
        if let Some(day) = one.event.date.and_then(PartialDate::single_day) {
            self.days.entry(one.told.report()).or_default().insert(day);
        }
    }

    fn first_day(&self) -> Option<Date> {
        self.dates.first().and_then(|date| date.earliest())
    }
}

fn by_date<'a>(status: Status, told: &[ToldEvent<'a>]) -> Vec<Vec<ToldEvent<'a>>> {
    let mut order: Vec<usize> = (0..told.len()).collect();
    // The precise ones first: what is vague joins what it may mean.
    order.sort_by_key(|place| told[*place].event.date.map_or((2, None), |date| (vagueness(date), Some(date))));
    let mut groups: Vec<Group<'a>> = Vec::new();
    for place in order {
        let one = &told[place];
        let found = match one.event.date {
            Some(date) => groups.iter().position(|group| group.takes(status, one, date)),
            None => latest_before(&groups, one),
        };
        match found {
            Some(group) => groups[group].add(place, one),
            None => {
                let mut group = Group::default();
                group.add(place, one);
                groups.push(group);
            }
        }
    }
    groups
        .into_iter()
        .map(|mut group| {
            group.told.sort_unstable();
            group.told.into_iter().map(|place| told[place]).collect()
        })
        .collect()
}

fn vagueness(date: PartialDate) -> u8 {
    u8::from(date.single_day().is_none())
}

/// An undated event is the last one of its kind that had happened when it was published.
fn latest_before(groups: &[Group<'_>], one: &ToldEvent<'_>) -> Option<usize> {
    let published = one.told.published_day();
    let known = |group: &Group<'_>| published.is_none_or(|day| group.first_day().is_none_or(|first| first <= day));
    (0..groups.len()).filter(|place| known(&groups[*place])).max_by_key(|place| groups[*place].first_day())
}

/// How many days lie between the end of the earlier and the beginning of the later.
pub(crate) fn days_apart(one: PartialDate, other: PartialDate) -> i32 {
    let (first, second) = if one <= other { (one, other) } else { (other, one) };
    match (first.latest(), second.earliest()) {
        (Some(end), Some(start)) => end.until(start).map_or(i32::MAX, |span| span.get_days().max(0)),
        _ => 0,
    }
}

/// Places that can be one go together; what names no place joins the place that most name.
fn by_place<'a>(told: Vec<ToldEvent<'a>>, places: &Places) -> Vec<Vec<ToldEvent<'a>>> {
    let mut named: Vec<(String, Vec<ToldEvent<'a>>)> = Vec::new();
    let mut unplaced = Vec::new();
    for one in told {
        let Some(place) = &one.event.place else {
            unplaced.push(one);
            continue;
        };
        match named.iter_mut().find(|(known, _)| places.may_be_one(known, place, true)) {
            Some((_, group)) => group.push(one),
            None => named.push((place.clone(), vec![one])),
        }
    }
    let largest = (0..named.len()).rev().max_by_key(|at| named[*at].1.len());
    match largest {
        Some(at) => {
            named[at].1.extend(unplaced);
            named[at].1.sort_by(|one, other| one.told.cmp_published(other.told));
        }
        None => named.push((String::new(), unplaced)),
    }
    named.into_iter().map(|(_, group)| group).collect()
}
