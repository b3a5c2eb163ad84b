//! A tally: the lines of one definition as each informant's numbers over time, beside the persons whom the register
//! names under the same definition on the same days.

use std::collections::{BTreeMap, BTreeSet};

use constancia_model::PartialDate;
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::brief::{Point, Series, Tally};
use crate::contradictions::{ONE_MOMENT_DAYS, days_between};
use crate::ledger::hexadecimal;
use crate::tallies::figures::{Definition, Scope};
use crate::tallies::lines::Line;
use crate::tallies::presence::{Named, Presence};

/// A line with its place among all that the brief shows.
pub(crate) type Numbered<'l, 'a> = (usize, &'l Line<'a>);

/// The tallies of the lines of one definition: one for each period that they count, oldest first.
pub(crate) fn tallies<'p>(
    definition: &Definition,
    lines: &[Numbered<'_, '_>],
    persons: impl Fn() -> Box<dyn Iterator<Item = &'p Presence> + 'p>,
) -> Vec<Tally> {
    let told: Vec<Numbered<'_, '_>> =
        lines.iter().filter(|(_, line)| line.is_asserted() && !line.falls()).copied().collect();
    periods(&told)
        .into_iter()
        .map(|(since, lines)| tally(definition, since, &lines, &Named::of(persons(), definition, since)))
        .collect()
}

/// Lines by the day from which they count. Those that give none count with the period that most others give.
fn periods<'l, 'a>(lines: &[Numbered<'l, 'a>]) -> Vec<(Option<Date>, Vec<Numbered<'l, 'a>>)> {
    let mut found: BTreeMap<Option<Date>, Vec<Numbered<'l, 'a>>> = BTreeMap::new();
    for line in lines {
        found.entry(line.1.since()).or_default().push(*line);
    }
    let largest = found.iter().filter(|(since, _)| since.is_some()).max_by_key(|(since, lines)| (lines.len(), *since));
    if let Some(largest) = largest.map(|(since, _)| *since) {
        let open = found.remove(&None).unwrap_or_default();
        found.entry(largest).or_default().extend(open);
    }
    found.into_iter().collect()
}

fn tally(definition: &Definition, since: Option<Date>, lines: &[Numbered<'_, '_>], named: &Named) -> Tally {
    let days: BTreeSet<Date> = lines.iter().filter_map(|(_, line)| line.day).collect();
    let last = days.last().copied();
    let changes = days.first().zip(last).map(|(first, last)| named.changes(*first, last)).unwrap_or_default();
    let on = |day: Date| named.on(day, definition.measure);
    let said = lines.first().map(|(_, line)| line.first());
    let figures = || lines.iter().flat_map(|(_, line)| &line.figures);
    let place = figures().find_map(|figure| figure.count.place.clone());
    let area = || figures().find_map(|figure| figure.area.as_ref().map(|area| area.key().to_owned()));
    let mut counts: Vec<usize> = lines.iter().map(|(place, _)| *place).collect();
    counts.sort_unstable();
    let mut tally = Tally {
        id: identity(definition, since),
        status: definition.status,
        population: figures().find_map(|figure| figure.count.population.clone()),
        place_inferred: place.is_none() && said.is_some_and(|figure| figure.inferred),
        place: place.or_else(area),
        terms: definition.terms.clone(),
        measure: definition.measure,
        since: since.map(PartialDate::from),
        part_of: None,
        series: series(lines),
        counts,
        announced: Vec::new(),
        named: last.map_or(0, on),
        named_series: days.union(&changes).map(|day| (PartialDate::from(*day), on(*day))).collect(),
        gap: None,
    };
    tally.gap = largest_last(lines, last).map(|largest| largest.saturating_sub(tally.named as u64));
    tally
}

/// The largest number that is given for the last day or the days before it.
fn largest_last(lines: &[Numbered<'_, '_>], last: Option<Date>) -> Option<u64> {
    let current = |line: &Line<'_>| match (line.day, last) {
        (Some(day), Some(last)) => days_between(day, last) <= ONE_MOMENT_DAYS,
        (day, last) => day == last,
    };
    let numbers = lines.iter().filter(|(_, line)| current(line)).map(|(_, line)| line.number());
    numbers.map(|(low, high, _)| high.unwrap_or(low)).max()
}

/// The same as long as the definition is.
pub(crate) fn identity(definition: &Definition, since: Option<Date>) -> String {
    let scope = match &definition.scope {
        Scope::Place(place, country) => format!("{place} {country:?}"),
        Scope::Story(report) => report.to_string(),
    };
    let Definition { status, population, measure, terms, .. } = definition;
    let terms = terms.as_ref().map(ToString::to_string);
    let parts = format!("{status}\n{population:?}\n{scope}\n{measure:?}\n{terms:?}\n{since:?}");
    hexadecimal(&Sha256::digest(parts)[..6])
}

fn series(lines: &[Numbered<'_, '_>]) -> Vec<Series> {
    let mut found: BTreeMap<&str, Series> = BTreeMap::new();
    for (place, line) in lines {
        let (told, (low, high, bound)) = (line.first().told, line.number());
        let new = || Series {
            informant: told.statement.informant.clone().or_else(|| told.telling.outlet.clone()),
            class: told.statement.informant_class,
            points: Vec::new(),
        };
        let series = found.entry(&told.voice).or_insert_with(new);
        series.points.extend(line.day.map(|day| Point { day: day.into(), low, high, bound, count: *place }));
    }
    let mut series: Vec<Series> = found.into_values().filter(|series| !series.points.is_empty()).collect();
    for one in &mut series {
        one.points.sort_by_key(|point| (point.day, point.low, point.count));
    }
    let last = |series: &Series| series.points.last().map(|point| point.high.unwrap_or(point.low));
    series.sort_by_cached_key(|series| (std::cmp::Reverse(last(series)), series.informant.clone()));
    series
}
