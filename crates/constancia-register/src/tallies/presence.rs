//! Of one person just what the register needs to count her: when she was in custody, what happened when, where, and
//! what she is said to be. Holds no words of reports and no statement.

use std::collections::BTreeSet;

use constancia_model::{PartialDate, ReportId, Stance, Status, Terms};
use jiff::civil::Date;

use crate::brief::Measure;
use crate::cases::events::Event;
use crate::cases::{Dossier, cells, stays};
use crate::tallies::figures::{Definition, Scope};
use crate::words::areas::area;
use crate::words::populations::Population;

/// A stretch of days; an end that nobody gives is open.
pub(crate) type Stretch = (Option<Date>, Option<Date>);

/// How one person counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Presence {
    custody: Vec<Stretch>,
    happened: Vec<Happened>,
    /// The places where anything happened to her with all they lie in, and where the reports take place.
    areas: BTreeSet<String>,
    /// The stories in which anything happened to her.
    stories: BTreeSet<ReportId>,
    /// What she is said to be.
    attributes: BTreeSet<String>,
}

/// Where a report takes place and of which story it is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting<'a> {
    pub home: Option<&'a str>,
    pub story: &'a ReportId,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Happened {
    status: Status,
    /// As given, else the first day on which it was published.
    day: Option<Date>,
    terms: BTreeSet<Terms>,
}

impl Presence {
    /// From the events of a person, of which none is rejected.
    pub fn of<'h>(
        dossier: &Dossier<'_>,
        events: &[Event<'_>],
        setting: impl Fn(&ReportId) -> Option<Setting<'h>>,
    ) -> Self {
        let mut presence = Self::default();
        let asserted: Vec<&Event<'_>> = events.iter().filter(|event| event.stance == Stance::Asserts).collect();
        for event in &asserted {
            presence.happened.push(happened(event));
            for one in &event.told {
                let Some(Setting { home, story }) = setting(one.told.report()) else { continue };
                presence.stories.insert(story.clone());
                let place = one.event.place.as_deref().and_then(|place| area(place, home));
                presence.areas.extend(place.into_iter().flat_map(|area| area.chain));
                presence.areas.extend(home.map(str::to_owned));
            }
        }
        let said = dossier.attributes.iter().filter(|(_, told)| told.stance() == Stance::Asserts && !told.falls());
        presence.attributes = said.map(|(attribute, _)| attribute.value.clone()).collect();
        presence.custody = custody(&asserted);
        presence
    }

    /// Whether she belongs to what a number counts, whenever that is.
    fn is_of(&self, definition: &Definition, population: Option<&Population>) -> bool {
        match &definition.scope {
            Scope::Place(place, _) => self.is_among(population, Some(place)),
            Scope::Story(story) => self.stories.contains(story) && self.is_among(population, None),
        }
    }

    /// The stretches of days on which she counts under this definition, from the beginning of its period on.
    fn counts(&self, definition: &Definition, since: Option<Date>) -> Vec<Stretch> {
        if definition.measure == Measure::Standing && definition.status == Status::Held {
            return self.custody.clone();
        }
        let of_terms = |one: &&Happened| definition.terms.as_ref().is_none_or(|terms| one.terms.contains(terms));
        let days = self.happened.iter().filter(|one| one.status == definition.status).filter(of_terms);
        let days = days.filter_map(|one| one.day).filter(|day| since.is_none_or(|since| *day >= since));
        match definition.measure {
            Measure::Daily => days.map(|day| (Some(day), Some(day))).collect(),
            Measure::Standing | Measure::Cumulative => days.min().map(|day| (Some(day), None)).into_iter().collect(),
        }
    }

    /// Whether she belongs to a population at a place, whatever happened to her; each absent for any.
    pub fn is_among(&self, population: Option<&Population>, place: Option<&str>) -> bool {
        let of_population = population.is_none_or(|population| {
            population.everybody || self.attributes.iter().any(|attribute| population.includes(attribute))
        });
        of_population && place.is_none_or(|place| self.areas.contains(place))
    }

    /// Whether she was let out within a stretch of days.
    pub fn released_within(&self, from: Date, until: Date) -> bool {
        let released = self.happened.iter().filter(|one| one.status == Status::Released);
        released.filter_map(|one| one.day).any(|day| from <= day && day <= until)
    }
}

fn happened(event: &Event<'_>) -> Happened {
    let given = cells::date_value(&event.told).and_then(PartialDate::earliest);
    let published = || event.told.iter().filter_map(|one| one.told.published_day()).min();
    Happened {
        status: event.status,
        day: given.or_else(published),
        terms: event.told.iter().filter_map(|one| one.event.terms.clone()).collect(),
    }
}

/// The stays as stretches: one of which nobody says when it began was there before; one that ended without a date
/// ended when that was first published.
fn custody(asserted: &[&Event<'_>]) -> Vec<Stretch> {
    let moments: Vec<stays::Moment> = asserted.iter().map(|event| stays::Moment::of_event(event)).collect();
    let order = stays::in_order(&moments);
    let ordered: Vec<stays::Moment> = order.iter().map(|place| moments[*place]).collect();
    let stretch = |case: crate::brief::Case| {
        let ends = case.facts.iter().map(|place| asserted[order[*place]]).filter(|event| stays::ends(event.status));
        let said = case.ended.and_then(PartialDate::earliest);
        let end = said.or_else(|| ends.flat_map(|event| &event.told).filter_map(|one| one.told.published_day()).min());
        let in_custody = case.facts.iter().any(|place| ordered[*place].status.in_custody());
        let nowhere = case.open && !in_custody || !case.open && end.is_none();
        (!nowhere).then_some((case.began.and_then(PartialDate::earliest), end.filter(|_| !case.open)))
    };
    stays::stays(&ordered).into_iter().filter_map(stretch).collect()
}

/// How many persons count under one definition, day by day.
#[derive(Debug, Default)]
pub(crate) struct Named {
    begins: Vec<Date>,
    ends: Vec<Date>,
    /// Who counted before any day that is given.
    before: usize,
}

impl Named {
    /// Counts `persons` under a definition.
    pub fn of<'p>(persons: impl Iterator<Item = &'p Presence>, definition: &Definition, since: Option<Date>) -> Self {
        let population = definition.population.as_deref().map(Population::of);
        let mut named = Self::default();
        for presence in persons.filter(|presence| presence.is_of(definition, population.as_ref())) {
            for (begin, end) in presence.counts(definition, since) {
                match begin {
                    Some(day) => named.begins.push(day),
                    None => named.before += 1,
                }
                named.ends.extend(end);
            }
        }
        named.begins.sort_unstable();
        named.ends.sort_unstable();
        named
    }

    /// How many counted on a day. Whoever is out on a day counts as in custody until the day before.
    pub fn on(&self, day: Date, measure: Measure) -> usize {
        let begun = self.before + self.begins.partition_point(|begin| *begin <= day);
        let over = |end: &Date| if measure == Measure::Standing { *end <= day } else { *end < day };
        begun - self.ends.partition_point(over)
    }

    /// The days within a stretch on which the number changes.
    pub fn changes(&self, from: Date, until: Date) -> BTreeSet<Date> {
        let within = |day: &&Date| from <= **day && **day <= until;
        self.begins.iter().chain(&self.ends).filter(within).copied().collect()
    }
}
