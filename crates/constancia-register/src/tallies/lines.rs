//! The numbers of one definition put into lines: one line for one number that one informant gives for one moment,
//! however many reports repeat it.

use std::collections::BTreeMap;

use constancia_model::{Certainty, PartialDate};
use jiff::civil::Date;

use crate::brief::CountLine;
use crate::contradictions::published_together;
use crate::tallies::figures::{Figure, Number};
use crate::told::{Told, reports_and_origins, sources};
use crate::voices::{Voices, informant_voice};

/// One line and what it rests on; the figures in order of publication, one at least.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    pub figures: Vec<Figure<'a>>,
    /// The day it is given for, the first that any of its figures gives.
    pub day: Option<Date>,
    pub voices: Voices<'a>,
}

/// Puts figures of one definition into lines, by day, then by publication.
pub(crate) fn lines<'a>(figures: Vec<Figure<'a>>) -> Vec<Line<'a>> {
    type Key = (bool, Number, String);
    let mut groups: BTreeMap<Key, Vec<Figure<'a>>> = BTreeMap::new();
    for figure in figures {
        let voice = figure.told.statement.informant.as_deref().map(informant_voice).unwrap_or_default();
        groups.entry((!figure.is_asserted(), figure.number(), voice)).or_default().push(figure);
    }
    let mut lines: Vec<Line<'a>> = groups.into_values().flat_map(by_moment).collect();
    lines
        .sort_by(|one, other| one.day.cmp(&other.day).then_with(|| one.first().told.cmp_published(other.first().told)));
    lines
}

/// The same number given again within days is the same line; given again later it is a new one.
fn by_moment(mut figures: Vec<Figure<'_>>) -> Vec<Line<'_>> {
    figures.sort_by(|one, other| {
        (one.day.is_none(), one.day)
            .cmp(&(other.day.is_none(), other.day))
            .then_with(|| one.told.cmp_published(other.told))
    });
    let mut groups: Vec<Vec<Figure<'_>>> = Vec::new();
    for figure in figures {
        match groups.last_mut().filter(|group| goes_on(&group[group.len() - 1], &figure)) {
            Some(group) => group.push(figure),
            None => groups.push(vec![figure]),
        }
    }
    groups.into_iter().map(line).collect()
}

fn goes_on(last: &Figure<'_>, next: &Figure<'_>) -> bool {
    if last.day_is_said && next.day_is_said { last.day == next.day } else { published_together(last.day, next.day) }
}

fn line(mut figures: Vec<Figure<'_>>) -> Line<'_> {
    let said = figures.iter().filter(|figure| figure.day_is_said).filter_map(|figure| figure.day).min();
    let day = said.or(figures.iter().filter_map(|figure| figure.day).min());
    figures.sort_by(|one, other| one.told.cmp_published(other.told));
    let voices = Voices::of(figures.iter().map(|figure| figure.told));
    Line { figures, day, voices }
}

impl<'a> Line<'a> {
    /// The figure that was published first.
    pub fn first(&self) -> &Figure<'a> {
        &self.figures[0]
    }

    pub fn number(&self) -> Number {
        self.first().number()
    }

    pub fn is_asserted(&self) -> bool {
        self.first().is_asserted()
    }

    /// Whether the words of some report give the day.
    pub fn day_is_said(&self) -> bool {
        self.figures.iter().any(|figure| figure.day_is_said)
    }

    /// From when it counts, where a figure says so.
    pub fn since(&self) -> Option<Date> {
        self.figures.iter().find_map(|figure| figure.since)
    }

    pub fn told(&self) -> impl Iterator<Item = &'a Told> {
        self.figures.iter().map(|figure| figure.told)
    }

    /// Whether a reviewer rejected everything that gives it.
    pub fn falls(&self) -> bool {
        self.figures.iter().all(|figure| figure.told.falls())
    }

    /// The line as the brief shows it.
    pub fn shown(&self, certainty: Certainty) -> CountLine {
        let (reports, origins) = reports_and_origins(self.told());
        let count = self.first().count;
        let given = |value: fn(&Figure<'a>) -> Option<PartialDate>| self.figures.iter().find_map(value);
        CountLine {
            status: count.status,
            low: count.low,
            high: count.high,
            bound: count.bound,
            population: self.figures.iter().find_map(|figure| figure.count.population.clone()),
            place: self.figures.iter().find_map(|figure| figure.count.place.clone()),
            date: given(|figure| figure.count.date),
            as_of: given(|figure| figure.count.as_of),
            measure: self.first().definition.measure,
            since: self.since().map(PartialDate::from),
            day: self.day.map(PartialDate::from),
            terms: count.terms.clone(),
            stance: self.first().told.stance(),
            informant: self.first().told.statement.informant.clone(),
            certainty,
            reports,
            origins,
            sources: sources(self.told()),
        }
    }
}
