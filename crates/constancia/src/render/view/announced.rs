//! What was announced and by whom, and what followed.

use std::collections::BTreeSet;

use constancia_model::Certainty;
use constancia_register::brief::{Announcement, Brief, CountLine, Followed};

use crate::catalogue::Catalogue;
use crate::render::view::cells::{bare, each, group, informants, section, shown, support};
use crate::render::view::{Column, Group, Row, Section, Shape, Shown};
use crate::render::{plain, words};

/// What was announced and by whom.
pub fn announced<'a>(brief: &'a Brief, catalogue: &Catalogue) -> Section<'a> {
    let keys = [
        "column-announced-by",
        "column-what",
        "column-place",
        "column-date",
        "column-informants",
        "column-reports",
        "column-origins",
        "column-certainty",
    ];
    section("announced", &keys, brief.announcements.iter().map(|line| announcement(line, catalogue)), catalogue)
}

fn announcement<'a>(line: &'a Announcement, catalogue: &Catalogue) -> Row<'a> {
    let by = announcer(line, catalogue);
    let what = promised(line, catalogue);
    let [informants, reports, origins] = support(&line.sources, catalogue);
    let certainty = words::certainty(promise_certainty(line), catalogue);
    Row {
        cells: vec![
            shown(by, &line.sources),
            shown(what.clone(), &line.sources),
            shown(words::said(line.place.as_deref()), &line.sources),
            shown(words::date(line.date), &line.sources),
            informants,
            reports,
            origins,
            shown(certainty, &line.sources),
        ],
        groups: vec![group(what, &line.sources)],
    }
}

/// What is promised: whom, how many, of whom, in which words.
pub fn promised(line: &Announcement, catalogue: &Catalogue) -> String {
    let mut parts = Vec::new();
    parts.extend(line.person.as_deref().map(plain::line));
    parts.extend(line.number.map(|(low, high)| words::number(low, high, line.bound, catalogue)));
    parts.extend(line.population.as_deref().map(plain::line));
    parts.extend(line.words.as_deref().map(|words| catalogue.fill("quoted", &[("words", plain::line(words).into())])));
    parts.join(" ")
}

/// Who announced: the outlet itself where nobody is credited.
pub fn announcer(line: &Announcement, catalogue: &Catalogue) -> String {
    line.by.as_deref().map_or_else(|| informants(&line.sources, catalogue), plain::line)
}

/// An announcement settles nothing, and all who credit one announcer rest on the same informant; only outlets that each
/// say so themselves corroborate each other.
pub fn promise_certainty(line: &Announcement) -> Certainty {
    let (_, origins) = words::reports_and_origins(&each(&line.sources));
    if line.by.is_none() && origins > 1 { Certainty::Corroborated } else { Certainty::Reported }
}

/// What followed each announcement, by names and by counts.
pub fn followed<'a>(brief: &'a Brief, catalogue: &Catalogue) -> Section<'a> {
    let lines = || brief.announcements.iter().filter(|line| !line.followed.is_empty());
    let days: BTreeSet<u16> = lines().flat_map(|line| &line.followed).map(|after| after.days).collect();
    let mut section = section(
        "followed",
        &["column-announced-by", "column-what", "column-announced-on"],
        lines().map(|line| what_followed(line, &days, brief, catalogue)),
        catalogue,
    );
    for part in &mut section.parts {
        part.columns.extend(days.iter().map(|days| Column {
            heading: catalogue.fill("after-days", &[("days", (*days).into())]),
            shape: Shape::Words,
        }));
    }
    section
}

fn what_followed<'a>(line: &'a Announcement, days: &BTreeSet<u16>, brief: &'a Brief, catalogue: &Catalogue) -> Row<'a> {
    let mut cells = vec![
        shown(announcer(line, catalogue), &line.sources),
        shown(promised(line, catalogue), &line.sources),
        shown(words::date(line.day), &line.sources),
    ];
    let mut groups = vec![group(promised(line, catalogue), &line.sources)];
    for days in days {
        let after = line.followed.iter().find(|after| after.days == *days);
        let count = after.and_then(|after| brief.counts.get(after.counted?));
        cells.push(after.map_or_else(|| bare(words::NOTHING_SAID), |after| outcome(after, count, catalogue)));
        groups.extend(count.map(|count| counted_group(*days, count, catalogue)));
    }
    Row { cells, groups }
}

fn outcome<'a>(after: &Followed, count: Option<&'a CountLine>, catalogue: &Catalogue) -> Shown<'a> {
    let mut parts = vec![catalogue.fill("followed-named", &[("count", after.named.into())])];
    parts.extend(count.map(|line| {
        let number = words::number(line.low, line.high, line.bound, catalogue);
        let who = informants(&line.sources, catalogue);
        catalogue.fill("followed-counted", &[("number", number.into()), ("who", who.into())])
    }));
    let text = parts.join("; ");
    let text = match after.known {
        true => text,
        false if after.named == 0 && count.is_none() => catalogue.say("followed-not-known"),
        false => catalogue.fill("followed-so-far", &[("what", text.into())]),
    };
    Shown { text, sources: count.map(|line| each(&line.sources)).unwrap_or_default() }
}

fn counted_group<'a>(days: u16, count: &'a CountLine, catalogue: &Catalogue) -> Group<'a> {
    group(catalogue.fill("after-days", &[("days", days.into())]), &count.sources)
}
