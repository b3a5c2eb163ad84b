//! Tallies: announced, counted, named and the gap, parts under their whole; and each informant's numbers over time.

use std::collections::BTreeSet;

use constancia_model::{Certainty, PartialDate};
use constancia_register::brief::{Announcement, Brief, CountLine, Measure, Point, Series, Source, Tally};

use crate::catalogue::Catalogue;
use crate::render::chart::Chart;
use crate::render::chart::lines::{Line, Lines, Mark, Reach};
use crate::render::view::announced::{announcer, promise_certainty, promised};
use crate::render::view::cells::{bare, each, in_parts, listed, part, section};
use crate::render::view::{Group, Part, Row, Section, Shown};
use crate::render::{plain, words};

/// What stands before a part, once for each whole that it is in.
const PART_OF: &str = "↳ ";

/// Announced, counted, named, and the gap; a part stands under its whole.
pub fn gap<'a>(brief: &'a Brief, catalogue: &Catalogue) -> Section<'a> {
    let keys = [
        "column-population",
        "column-status",
        "column-place",
        "column-announced",
        "column-counted",
        "column-named",
        "column-gap",
        "column-reports",
        "column-origins",
        "column-certainty",
    ];
    let rows = under_their_wholes(&brief.tallies).into_iter().map(|(place, depth)| {
        let tally = &brief.tallies[place];
        tally_row(tally, depth, brief, catalogue)
    });
    section("gap", &keys, rows, catalogue)
}

/// The places of the tallies, parts behind their whole, each with the number of wholes that it is in.
fn under_their_wholes(tallies: &[Tally]) -> Vec<(usize, usize)> {
    let mut order = Vec::new();
    let mut seen = BTreeSet::new();
    let roots = (0..tallies.len()).filter(|place| tallies[*place].part_of.is_none()).collect::<Vec<_>>();
    // Should wholes lie in a ring, none of them is a root; they follow in their own order.
    for root in roots.into_iter().chain(0..tallies.len()) {
        let mut waiting = vec![(root, 0)];
        while let Some((place, depth)) = waiting.pop() {
            if !seen.insert(place) {
                continue;
            }
            order.push((place, depth));
            let parts = (0..tallies.len()).rev().filter(|part| tallies[*part].part_of == Some(place));
            waiting.extend(parts.map(|part| (part, depth + 1)));
        }
    }
    order
}

fn tally_row<'a>(tally: &'a Tally, depth: usize, brief: &'a Brief, catalogue: &Catalogue) -> Row<'a> {
    let counts: Vec<&CountLine> = tally.counts.iter().filter_map(|index| brief.counts.get(*index)).collect();
    let promises: Vec<&Announcement> =
        tally.announced.iter().filter_map(|index| brief.announcements.get(*index)).collect();
    let counted: Vec<&Source> = counts.iter().flat_map(|line| each(&line.sources)).collect();
    let announced: Vec<&Source> = promises.iter().flat_map(|line| each(&line.sources)).collect();
    let (reports, origins) = words::reports_and_origins(&[announced.as_slice(), &counted].concat());
    let strongest = strongest(&counts, &promises);
    Row {
        cells: vec![
            bare(PART_OF.repeat(depth) + &of_whom(tally, catalogue)),
            bare(kind(tally, catalogue)),
            bare(place(tally, catalogue)),
            Shown { text: announced_numbers(&promises, catalogue), sources: announced.clone() },
            Shown { text: counted_numbers(tally, catalogue), sources: counted.clone() },
            bare(tally.named),
            bare(tally.gap.map_or(words::NOTHING_SAID.to_owned(), |gap| gap.to_string())),
            bare(reports),
            bare(origins),
            bare(strongest.map_or(words::NOTHING_SAID.to_owned(), |certainty| words::certainty(certainty, catalogue))),
        ],
        groups: tally_groups(announced, counted, catalogue),
    }
}

fn of_whom(tally: &Tally, catalogue: &Catalogue) -> String {
    tally.population.as_deref().map_or_else(|| catalogue.say("everybody"), plain::line)
}

/// What happened to them, on which terms, and what kind of number that is.
fn kind(tally: &Tally, catalogue: &Catalogue) -> String {
    let mut parts = vec![words::status(tally.status, catalogue)];
    parts.extend(tally.terms.as_ref().map(|terms| words::terms(terms, catalogue)));
    parts.push(match (tally.measure, tally.since) {
        (Measure::Standing, _) => catalogue.say("measure-standing"),
        (Measure::Daily, _) => catalogue.say("measure-daily"),
        (Measure::Cumulative, None) => catalogue.say("measure-cumulative"),
        (Measure::Cumulative, Some(since)) => catalogue.fill("measure-since", &[("date", since.to_string().into())]),
    });
    parts.join(" · ")
}

/// Where; marked where the number itself does not say so.
fn place(tally: &Tally, catalogue: &Catalogue) -> String {
    let place = words::said(tally.place.as_deref());
    if tally.place_inferred { catalogue.fill("place-inferred", &[("place", place.into())]) } else { place }
}

fn tally_groups<'a>(announced: Vec<&'a Source>, counted: Vec<&'a Source>, catalogue: &Catalogue) -> Vec<Group<'a>> {
    let pair = [("column-announced", announced), ("column-counted", counted)];
    let filled = pair.into_iter().filter(|(_, sources)| !sources.is_empty());
    filled.map(|(key, sources)| Group { label: catalogue.say(key), sources }).collect()
}

/// A number in dispute leaves the whole tally in dispute; else the best supported number counts.
fn strongest(counts: &[&CountLine], promises: &[&Announcement]) -> Option<Certainty> {
    let of_counts = counts.iter().map(|line| line.certainty);
    of_counts.chain(promises.iter().map(|line| promise_certainty(line))).max()
}

/// What each informant said last, the largest number first.
fn counted_numbers(tally: &Tally, catalogue: &Catalogue) -> String {
    let one = |series: &Series| {
        let last = series.points.last()?;
        let number = words::number(last.low, last.high, last.bound, catalogue);
        Some(format!("{number} ({})", informant(series, catalogue)))
    };
    listed(tally.series.iter().filter_map(one).collect())
}

fn announced_numbers(promises: &[&Announcement], catalogue: &Catalogue) -> String {
    let one = |line: &&Announcement| format!("{} ({})", promised(line, catalogue), announcer(line, catalogue));
    listed(promises.iter().map(one).collect())
}

/// Each informant's numbers over time beside those whom the register names, where numbers are given for several days.
pub fn series<'a>(brief: &'a Brief, catalogue: &Catalogue) -> Section<'a> {
    let order = under_their_wholes(&brief.tallies);
    let grown = order.iter().map(|(place, _)| &brief.tallies[*place]).filter(|tally| has_several_days(tally));
    in_parts("series", grown.map(|tally| course_of(tally, brief, catalogue)).collect(), catalogue)
}

fn has_several_days(tally: &Tally) -> bool {
    let days: BTreeSet<PartialDate> = tally.series.iter().flat_map(|one| &one.points).map(|point| point.day).collect();
    days.len() > 1
}

fn course_of<'a>(tally: &'a Tally, brief: &'a Brief, catalogue: &Catalogue) -> Part<'a> {
    let keys =
        ["column-informants", "column-first", "column-last", "column-course", "column-reports", "column-origins"];
    let top = tally.series.iter().flat_map(|one| &one.points).map(top_of).max().unwrap_or_default();
    let mut rows: Vec<Row<'a>> = tally.series.iter().map(|one| series_row(one, top, brief, catalogue)).collect();
    rows.extend(named_row(tally, top, catalogue));
    let heading = [of_whom(tally, catalogue), kind(tally, catalogue), place(tally, catalogue)].join(" · ");
    let mut part = part(Some(heading.clone()), &keys, rows, catalogue);
    part.notes.extend(tally.gap.map(|gap| {
        let values = [("gap", gap.to_string().into()), ("named", tally.named.to_string().into())];
        catalogue.fill("series-gap", &values)
    }));
    part.chart = Some(Chart::Lines(lines(tally, heading, brief, catalogue)));
    part
}

fn top_of(point: &Point) -> u64 {
    point.high.unwrap_or(point.low)
}

fn series_row<'a>(series: &'a Series, top: u64, brief: &'a Brief, catalogue: &Catalogue) -> Row<'a> {
    let lines = series.points.iter().filter_map(|point| brief.counts.get(point.count));
    let sources: Vec<&Source> = lines.flat_map(|line| each(&line.sources)).collect();
    let (reports, origins) = words::reports_and_origins(&sources);
    let said =
        |point: Option<&Point>| point.map_or(words::NOTHING_SAID.to_owned(), |point| on_its_day(point, catalogue));
    let who = informant(series, catalogue);
    Row {
        cells: vec![
            Shown { text: who.clone(), sources: sources.clone() },
            bare(said(series.points.first())),
            bare(said(series.points.last())),
            bare(words::course(series.points.iter().map(top_of), top)),
            bare(reports),
            bare(origins),
        ],
        groups: vec![Group { label: who, sources }],
    }
}

/// The persons whom the register itself names, as one more line.
fn named_row<'a>(tally: &Tally, top: u64, catalogue: &Catalogue) -> Option<Row<'a>> {
    let (first, last) = (tally.named_series.first()?, tally.named_series.last()?);
    let said = |(day, number): &(PartialDate, usize)| dated(&number.to_string(), *day, catalogue);
    let numbers = tally.named_series.iter().map(|(_, number)| *number as u64);
    let course = words::course(numbers, top);
    let texts = [catalogue.say("series-named"), said(first), said(last), course];
    let nothing = [words::NOTHING_SAID; 2].map(bare);
    Some(Row { cells: texts.map(bare).into_iter().chain(nothing).collect(), groups: Vec::new() })
}

fn informant(series: &Series, catalogue: &Catalogue) -> String {
    series.informant.as_deref().map_or_else(|| catalogue.say("outlet-not-known"), plain::line)
}

fn on_its_day(point: &Point, catalogue: &Catalogue) -> String {
    dated(&words::number(point.low, point.high, point.bound, catalogue), point.day, catalogue)
}

fn dated(number: &str, day: PartialDate, catalogue: &Catalogue) -> String {
    catalogue.fill("number-on", &[("number", number.into()), ("date", day.to_string().into())])
}

fn lines(tally: &Tally, title: String, brief: &Brief, catalogue: &Catalogue) -> Lines {
    let promises = tally.announced.iter().filter_map(|index| brief.announcements.get(*index));
    Lines {
        name: format!("chart-{}", tally.id),
        title,
        description: catalogue.say("chart-lines"),
        numbers: catalogue.say("chart-numbers"),
        day: catalogue.say("column-date"),
        lines: tally.series.iter().map(|one| line(one, catalogue)).collect(),
        named: catalogue.say("series-named"),
        steps: tally.named_series.iter().filter_map(|(day, number)| Some((day.earliest()?, *number as u64))).collect(),
        announced: catalogue.say("column-announced"),
        marks: promises.filter_map(|line| mark(line, catalogue)).collect(),
        gap: catalogue.say("column-gap"),
    }
}

fn line(series: &Series, catalogue: &Catalogue) -> Line {
    let reach = |point: &Point| {
        Some(Reach {
            day: point.day.earliest()?,
            low: point.low,
            high: point.high,
            bound: point.bound,
            text: words::number(point.low, point.high, point.bound, catalogue),
        })
    };
    Line { label: informant(series, catalogue), points: series.points.iter().filter_map(reach).collect() }
}

fn mark(line: &Announcement, catalogue: &Catalogue) -> Option<Mark> {
    let (low, high) = line.number?;
    let day = line.day.or(line.date).and_then(PartialDate::earliest)?;
    let text = format!("{} ({})", words::number(low, high, line.bound, catalogue), announcer(line, catalogue));
    Some(Mark { day, number: high.unwrap_or(low), text })
}
