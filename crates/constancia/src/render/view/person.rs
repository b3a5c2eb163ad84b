//! One person: what holds and why it is held so surely, her stays in custody, what differs about her, who she is.

use constancia_model::PartialDate;
use constancia_register::Rules;
use constancia_register::brief::{Case, Contradiction, Fact, PersonLine, RulingLine};

use crate::catalogue::Catalogue;
use crate::render::chart::Chart;
use crate::render::chart::timeline::{Event, Stay, Timeline};
use crate::render::view::cells::{bare, circumstances, fact_group, group, in_parts, part, section, shown, support};
use crate::render::view::persons::other_names;
use crate::render::view::{Page, Part, Row, Section, contradictions};
use crate::render::{plain, why, words};

const FACT: [&str; 8] = [
    "column-status",
    "column-terms",
    "column-date",
    "column-place",
    "column-informants",
    "column-reports",
    "column-origins",
    "column-certainty",
];

/// What is needed to show a person.
pub struct Known<'a> {
    /// Her row.
    pub person: &'a PersonLine,
    /// What differs about her.
    pub contradictions: &'a [Contradiction],
    /// The rules of certainty that hold.
    pub rules: &'a Rules,
    /// The day for which this is said; absent for today.
    pub as_of: Option<PartialDate>,
}

/// Everything about one person.
pub fn person<'a>(known: &Known<'a>, catalogue: &Catalogue) -> Page<'a> {
    let (person, contradictions) = (known.person, known.contradictions);
    let mut sections = vec![cases(known, catalogue)];
    sections.push(contradictions::open(contradictions, catalogue));
    sections.extend(
        [contradictions::settled(contradictions, catalogue), rulings(person, catalogue)]
            .into_iter()
            .filter(|section| !section.parts.is_empty()),
    );
    sections.push(attributes(person, catalogue));
    Page { title: plain::line(&person.name), summary: summary(known, catalogue), sections }
}

fn summary(known: &Known<'_>, catalogue: &Catalogue) -> Vec<String> {
    let person = known.person;
    let mut lines = Vec::new();
    if !person.other_names.is_empty() {
        lines.push(catalogue.fill("also-named", &[("names", other_names(person).into())]));
    }
    let on = |day: PartialDate| catalogue.fill("on-day", &[("date", day.to_string().into())]);
    let day = known.as_of.map_or_else(|| catalogue.say("today"), on);
    let values = [("day", day.into()), ("fact", words::fact(&person.today, catalogue).into())];
    let today = catalogue.fill("person-today", &values);
    lines.push(format!("{today} — {}", why::sentence(&person.today, known, catalogue)));
    let values = [("reports", person.reports.into()), ("origins", person.origins.into())];
    lines.push(catalogue.fill("person-summary", &values));
    lines
}

/// Her stays in custody, earliest first, each with what happened.
fn cases<'a>(known: &Known<'a>, catalogue: &Catalogue) -> Section<'a> {
    let person = known.person;
    let parts: Vec<Part<'a>> = person
        .cases
        .iter()
        .zip(1..)
        .map(|(case, number)| {
            let facts = case.facts.iter().filter_map(|place| person.timeline.get(*place));
            let rows = facts.map(|fact| fact_row(fact, known, catalogue)).collect();
            part(Some(stay(case, number, catalogue)), &FACT, rows, catalogue)
        })
        .collect();
    let chart = Some(Chart::Timeline(timeline(known, catalogue)));
    Section { chart, ..in_parts("timeline", parts, catalogue) }
}

fn stay(case: &Case, number: usize, catalogue: &Catalogue) -> String {
    let date = |date: Option<PartialDate>| date.map_or_else(|| catalogue.say("no-date"), |date| date.to_string());
    let key = if case.open { "case-open" } else { "case-ended" };
    let values = [("number", number.into()), ("began", date(case.began).into()), ("ended", date(case.ended).into())];
    catalogue.fill(key, &values)
}

fn fact_row<'a>(fact: &'a Fact, known: &Known<'_>, catalogue: &Catalogue) -> Row<'a> {
    let mut cells = vec![shown(words::status_as_said(fact.status, fact.stance, fact.hedged, catalogue), &fact.sources)];
    cells.extend(circumstances(fact, catalogue));
    cells.extend(support(&fact.sources, catalogue));
    cells.push(shown(why::sentence(fact, known, catalogue), &fact.sources));
    Row { cells, groups: vec![fact_group(fact, catalogue)] }
}

/// What reviewers decided about statements concerning her.
fn rulings<'a>(person: &'a PersonLine, catalogue: &Catalogue) -> Section<'a> {
    let keys = ["column-entry", "column-decided", "column-by", "column-when", "column-reason"];
    let mut all: Vec<&RulingLine> = person.timeline.iter().flat_map(|fact| &fact.rulings).collect();
    all.sort_by_key(|ruling| ruling.entry);
    all.dedup_by_key(|ruling| ruling.entry);
    section("rulings", &keys, all.into_iter().map(|line| ruling(line, catalogue)), catalogue)
}

fn ruling<'a>(line: &RulingLine, catalogue: &Catalogue) -> Row<'a> {
    let decision = words::verdict(line.decision, catalogue);
    let cells =
        [line.entry.to_string(), decision, plain::line(&line.author), line.time.clone(), plain::line(&line.reason)];
    Row { cells: cells.map(bare).into(), groups: Vec::new() }
}

fn timeline(known: &Known<'_>, catalogue: &Catalogue) -> Timeline {
    let person = known.person;
    let event = |fact: &Fact| Event {
        date: fact.date.as_ref().map(|cell| cell.value),
        text: words::fact_in_short(fact, catalogue),
        certainty: fact.certainty,
    };
    let stay = |case: &Case| Stay {
        events: case.facts.iter().filter_map(|place| person.timeline.get(*place)).map(event).collect(),
        began: case.began,
        ended: case.ended,
        open: case.open,
    };
    Timeline {
        name: format!("chart-{}", person.id),
        title: catalogue.fill("chart-timeline-title", &[("name", plain::line(&person.name).into())]),
        description: catalogue.say("chart-timeline"),
        no_date: catalogue.say("no-date"),
        stays: person.cases.iter().map(stay).collect(),
        until: known.as_of.and_then(PartialDate::latest),
        certainties: words::certainties(catalogue),
    }
}

/// Who a person is said to be.
pub fn attributes<'a>(person: &'a PersonLine, catalogue: &Catalogue) -> Section<'a> {
    let keys =
        ["column-field", "column-value", "column-informants", "column-reports", "column-origins", "column-certainty"];
    let rows = person.attributes.iter().map(|attribute| {
        let cell = &attribute.value;
        let mut cells =
            vec![bare(words::field(attribute.field, catalogue)), shown(plain::line(&cell.value), &cell.sources)];
        cells.extend(support(&cell.sources, catalogue));
        cells.push(shown(words::certainty(cell.certainty, catalogue), &cell.sources));
        let label = format!("{}: {}", words::field(attribute.field, catalogue), plain::line(&cell.value));
        Row { cells, groups: vec![group(label, &cell.sources)] }
    });
    section("attributes", &keys, rows, catalogue)
}
