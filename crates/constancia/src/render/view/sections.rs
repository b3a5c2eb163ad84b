//! The sections of a brief: which columns each has and what stands in its rows.

use std::collections::BTreeMap;
use std::sync::Arc;

use constancia_model::{Certainty, ReportId};
use constancia_register::brief::{
    Announcement, Brief, Cell, Contradiction, CountLine, Fact, PersonLine, ReportLine, Side, Source, Tally,
};

use crate::catalogue::Catalogue;
use crate::render::view::{Column, Group, Row, Section, Shown};
use crate::render::{plain, words};

fn columns(keys: &[&str], catalogue: &Catalogue) -> Vec<Column> {
    let numeric = |key: &str| {
        matches!(
            key,
            "column-reports"
                | "column-origins"
                | "column-named"
                | "column-gap"
                | "column-statements"
                | "column-warnings"
        )
    };
    keys.iter().map(|key| Column { heading: catalogue.say(key), numeric: numeric(key) }).collect()
}

fn section<'a>(
    anchor: &'static str,
    keys: &[&str],
    rows: impl Iterator<Item = Row<'a>>,
    catalogue: &Catalogue,
) -> Section<'a> {
    Section {
        anchor,
        heading: catalogue.say(&format!("section-{}", anchor)),
        explanation: catalogue.say(&format!("explanation-{}", anchor)),
        columns: columns(keys, catalogue),
        rows: rows.collect(),
    }
}

fn bare<'a>(text: impl ToString) -> Shown<'a> {
    Shown { text: text.to_string(), sources: Vec::new() }
}

fn shown(text: String, sources: &[Arc<Source>]) -> Shown<'_> {
    Shown { text, sources: each(sources) }
}

fn each(sources: &[Arc<Source>]) -> Vec<&Source> {
    sources.iter().map(Arc::as_ref).collect()
}

/// A cell of the register that may be absent.
fn cell<'a, T>(cell: Option<&'a Cell<T>>, text: impl Fn(&T) -> String) -> Shown<'a> {
    match cell {
        Some(cell) => shown(text(&cell.value), &cell.sources),
        None => bare(words::NOTHING_SAID),
    }
}

fn group(label: String, sources: &[Arc<Source>]) -> Group<'_> {
    Group { label, sources: each(sources) }
}

fn informants(sources: &[Arc<Source>], catalogue: &Catalogue) -> String {
    words::informants(&each(sources), catalogue)
}

/// The columns at the end of every row: who says so, in how many reports, from how many origins.
fn support<'a>(sources: &'a [Arc<Source>], catalogue: &Catalogue) -> [Shown<'a>; 3] {
    let (reports, origins) = words::reports_and_origins(&each(sources));
    [shown(informants(sources, catalogue), sources), bare(reports), bare(origins)]
}

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
    let by = match &line.by {
        Some(by) => plain::line(by),
        None => informants(&line.sources, catalogue),
    };
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

fn promised(line: &Announcement, catalogue: &Catalogue) -> String {
    let mut parts = Vec::new();
    parts.extend(line.person.as_deref().map(plain::line));
    parts.extend(line.number.map(|(low, high)| words::number(low, high, line.bound, catalogue)));
    parts.extend(line.population.as_deref().map(plain::line));
    parts.extend(line.words.as_deref().map(|words| catalogue.fill("quoted", &[("words", plain::line(words).into())])));
    parts.join(" ")
}

/// Every number somebody gave.
pub fn counted<'a>(brief: &'a Brief, catalogue: &Catalogue) -> Section<'a> {
    let keys = [
        "column-number",
        "column-status",
        "column-population",
        "column-place",
        "column-date",
        "column-informants",
        "column-reports",
        "column-origins",
        "column-certainty",
    ];
    section("counted", &keys, brief.counts.iter().map(|line| count(line, catalogue)), catalogue)
}

fn count<'a>(line: &'a CountLine, catalogue: &Catalogue) -> Row<'a> {
    let number = words::number(line.low, line.high, line.bound, catalogue);
    let status = words::status_as_said(line.status, line.stance, false, catalogue);
    let status = match &line.terms {
        Some(terms) => format!("{status} ({})", words::terms(terms, catalogue)),
        None => status,
    };
    let [informants, _, _] = support(&line.sources, catalogue);
    let label = format!("{number} · {status}");
    Row {
        cells: vec![
            shown(number, &line.sources),
            shown(status, &line.sources),
            shown(words::said(line.population.as_deref()), &line.sources),
            shown(words::said(line.place.as_deref()), &line.sources),
            shown(count_date(line, catalogue), &line.sources),
            informants,
            bare(line.reports),
            bare(line.origins),
            shown(words::certainty(line.certainty, catalogue), &line.sources),
        ],
        groups: vec![group(label, &line.sources)],
    }
}

fn count_date(line: &CountLine, catalogue: &Catalogue) -> String {
    match (line.date, line.as_of) {
        (Some(date), _) => date.to_string(),
        (None, Some(as_of)) => catalogue.fill("as-of", &[("date", as_of.to_string().into())]),
        (None, None) => words::NOTHING_SAID.to_owned(),
    }
}

const PERSON_COLUMNS: [&str; 9] = [
    "column-name",
    "column-status",
    "column-terms",
    "column-date",
    "column-place",
    "column-informants",
    "column-reports",
    "column-origins",
    "column-certainty",
];

/// The persons named, by name.
pub fn named<'a>(brief: &'a Brief, catalogue: &Catalogue) -> Section<'a> {
    section("named", &PERSON_COLUMNS, by_name(brief.persons.iter()).map(|line| person(line, catalogue)), catalogue)
}

/// Who is said to be still in custody, by name.
pub fn held<'a>(brief: &'a Brief, catalogue: &Catalogue) -> Section<'a> {
    let persons = brief.still_held.iter().filter_map(|index| brief.persons.get(*index));
    section("held", &PERSON_COLUMNS, by_name(persons).map(|line| person(line, catalogue)), catalogue)
}

fn by_name<'a>(persons: impl Iterator<Item = &'a PersonLine>) -> impl Iterator<Item = &'a PersonLine> {
    let mut sorted: Vec<&PersonLine> = persons.collect();
    sorted.sort_by_cached_key(|person| (person.name.to_lowercase(), person.id.clone()));
    sorted.into_iter()
}

/// The other names of a person in one line.
pub fn other_names(person: &PersonLine) -> String {
    person.other_names.iter().map(|name| plain::line(name)).collect::<Vec<_>>().join("; ")
}

fn person<'a>(line: &'a PersonLine, catalogue: &Catalogue) -> Row<'a> {
    let today = &line.today;
    let credited = match line.informants.as_slice() {
        [] => informants(&today.sources, catalogue),
        names => names.iter().map(|name| plain::line(name)).collect::<Vec<_>>().join("; "),
    };
    let mut cells = vec![shown(named_also(line, catalogue), &today.sources)];
    cells.push(shown(words::status_as_said(today.status, today.stance, today.hedged, catalogue), &today.sources));
    cells.extend(circumstances(today, catalogue));
    cells.push(shown(credited, &today.sources));
    cells.extend([bare(line.reports), bare(line.origins)]);
    cells.push(shown(words::certainty(today.certainty, catalogue), &today.sources));
    Row { cells, groups: person_groups(line, catalogue) }
}

fn named_also(line: &PersonLine, catalogue: &Catalogue) -> String {
    let name = plain::line(&line.name);
    if line.other_names.is_empty() {
        return name;
    }
    let also = catalogue.fill("also-named", &[("names", other_names(line).into())]);
    format!("{name} ({also})")
}

/// Terms, date and place of a fact.
fn circumstances<'a>(fact: &'a Fact, catalogue: &Catalogue) -> [Shown<'a>; 3] {
    [
        all_terms(fact, catalogue),
        cell(fact.date.as_ref(), ToString::to_string),
        cell(fact.place.as_ref(), |place| plain::line(place)),
    ]
}

/// Released is not free: terms that are given together are shown together.
fn all_terms<'a>(fact: &'a Fact, catalogue: &Catalogue) -> Shown<'a> {
    let texts = fact.terms.iter().map(|cell| words::terms(&cell.value, catalogue)).collect();
    Shown { text: listed(texts), sources: fact.terms.iter().flat_map(|cell| each(&cell.sources)).collect() }
}

fn person_groups<'a>(line: &'a PersonLine, catalogue: &Catalogue) -> Vec<Group<'a>> {
    let mut groups = vec![fact_group(&line.today, catalogue)];
    let earlier = line.timeline.iter().rev().filter(|fact| **fact != line.today);
    groups.extend(earlier.map(|fact| fact_group(fact, catalogue)));
    groups.extend(line.attributes.iter().map(|attribute| {
        let field = words::field(attribute.field, catalogue);
        group(format!("{field}: {}", plain::line(&attribute.value.value)), &attribute.value.sources)
    }));
    groups
}

/// A fact with all that it rests on: also what only its date, place or terms rest on.
fn fact_group<'a>(fact: &'a Fact, catalogue: &Catalogue) -> Group<'a> {
    let mut sources = each(&fact.sources);
    let details = [
        fact.date.as_ref().map(|cell| &cell.sources),
        fact.place.as_ref().map(|cell| &cell.sources),
        fact.by.as_ref().map(|cell| &cell.sources),
        fact.accusation.as_ref().map(|cell| &cell.sources),
    ];
    let terms = fact.terms.iter().map(|cell| &cell.sources);
    for source in terms.chain(details.into_iter().flatten()).flat_map(|more| each(more)) {
        if !sources.iter().any(|known| known.statement == source.statement) {
            sources.push(source);
        }
    }
    Group { label: words::fact(fact, catalogue), sources }
}

/// What cannot all be so: a row for each side.
pub fn contradictions<'a>(brief: &'a Brief, catalogue: &Catalogue) -> Section<'a> {
    let keys = [
        "column-concerns",
        "column-about",
        "column-said",
        "column-informants",
        "column-reports",
        "column-origins",
        "column-certainty",
    ];
    let rows = brief
        .contradictions
        .iter()
        .filter(|one| one.is_open())
        .flat_map(|one| one.sides.iter().map(move |side| side_row(one, side, catalogue)));
    section("contradictions", &keys, rows, catalogue)
}

fn side_row<'a>(one: &'a Contradiction, side: &'a Side, catalogue: &Catalogue) -> Row<'a> {
    let (concerns, about) = subject(one, catalogue);
    let value = words::side(one.about, &side.value, catalogue);
    let [informants, reports, origins] = support(&side.sources, catalogue);
    let certainty = words::certainty(Certainty::Disputed, catalogue);
    Row {
        cells: vec![
            bare(concerns),
            bare(about),
            shown(value.clone(), &side.sources),
            informants,
            reports,
            origins,
            shown(certainty, &side.sources),
        ],
        groups: vec![group(value, &side.sources)],
    }
}

fn subject(one: &Contradiction, catalogue: &Catalogue) -> (String, String) {
    let concerns = one.person.as_deref().or(one.population.as_deref());
    let concerns = concerns.map_or_else(|| catalogue.say("everybody"), plain::line);
    let about = words::about(one.about, catalogue);
    (concerns, format!("{about}: {}", words::status(one.status, catalogue)))
}

/// Announced, counted, named, and the gap.
pub fn gap<'a>(brief: &'a Brief, catalogue: &Catalogue) -> Section<'a> {
    let keys = [
        "column-status",
        "column-population",
        "column-place",
        "column-announced",
        "column-counted",
        "column-named",
        "column-gap",
        "column-reports",
        "column-origins",
        "column-certainty",
    ];
    section("gap", &keys, brief.tallies.iter().map(|tally| tally_row(tally, brief, catalogue)), catalogue)
}

fn tally_row<'a>(tally: &'a Tally, brief: &'a Brief, catalogue: &Catalogue) -> Row<'a> {
    let counts: Vec<&CountLine> = tally.counts.iter().filter_map(|index| brief.counts.get(*index)).collect();
    let promises: Vec<&Announcement> =
        tally.announced.iter().filter_map(|index| brief.announcements.get(*index)).collect();
    let counted: Vec<&Source> = counts.iter().flat_map(|line| each(&line.sources)).collect();
    let announced: Vec<&Source> = promises.iter().flat_map(|line| each(&line.sources)).collect();
    let (reports, origins) = words::reports_and_origins(&[announced.as_slice(), &counted].concat());
    let strongest = strongest(&counts, &promises);
    Row {
        cells: vec![
            bare(words::status(tally.status, catalogue)),
            bare(tally.population.as_deref().map_or_else(|| catalogue.say("everybody"), plain::line)),
            bare(words::said(tally.place.as_deref())),
            Shown { text: announced_numbers(&promises, catalogue), sources: announced.clone() },
            Shown { text: counted_numbers(&counts, catalogue), sources: counted.clone() },
            bare(tally.named),
            bare(tally.gap.map_or(words::NOTHING_SAID.to_owned(), |gap| gap.to_string())),
            bare(reports),
            bare(origins),
            bare(strongest.map_or(words::NOTHING_SAID.to_owned(), |certainty| words::certainty(certainty, catalogue))),
        ],
        groups: tally_groups(announced, counted, catalogue),
    }
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

/// An announcement settles nothing, and all who credit one announcer rest on the same informant; only outlets that each
/// say so themselves corroborate each other.
fn promise_certainty(line: &Announcement) -> Certainty {
    let (_, origins) = words::reports_and_origins(&each(&line.sources));
    if line.by.is_none() && origins > 1 { Certainty::Corroborated } else { Certainty::Reported }
}

fn counted_numbers(counts: &[&CountLine], catalogue: &Catalogue) -> String {
    let one = |line: &&CountLine| {
        let number = words::number(line.low, line.high, line.bound, catalogue);
        format!("{number} ({})", informants(&line.sources, catalogue))
    };
    listed(counts.iter().map(one).collect())
}

fn announced_numbers(promises: &[&Announcement], catalogue: &Catalogue) -> String {
    let one = |line: &&Announcement| {
        let by = line.by.as_deref().map_or_else(|| informants(&line.sources, catalogue), plain::line);
        format!("{} ({by})", promised(line, catalogue))
    };
    listed(promises.iter().map(one).collect())
}

fn listed(parts: Vec<String>) -> String {
    if parts.is_empty() { words::NOTHING_SAID.to_owned() } else { parts.join("; ") }
}

/// The reports that all this rests on.
pub fn reports<'a>(brief: &'a Brief, catalogue: &Catalogue) -> Section<'a> {
    let keys = [
        "column-report",
        "column-id",
        "column-outlet",
        "column-published",
        "column-language",
        "column-origin",
        "column-statements",
        "column-warnings",
    ];
    let names: BTreeMap<&ReportId, &str> = brief.reports.iter().map(|line| (&line.id, line.name.as_str())).collect();
    section("reports", &keys, brief.reports.iter().map(|line| report(line, &names, catalogue)), catalogue)
}

fn report<'a>(line: &'a ReportLine, names: &BTreeMap<&ReportId, &str>, catalogue: &Catalogue) -> Row<'a> {
    let origin = match line.copy_of.as_ref().and_then(|original| names.get(original)) {
        Some(original) => catalogue.fill("copy-of", &[("report", plain::line(original).into())]),
        None => catalogue.say("own-origin"),
    };
    let cells = vec![
        bare(plain::line(&line.name)),
        bare(line.id.short()),
        bare(words::said(line.outlet.as_deref())),
        bare(words::date(line.published)),
        bare(line.language.code()),
        bare(origin),
        bare(line.statements),
        bare(line.warnings),
    ];
    Row { cells, groups: Vec::new() }
}

/// Everything that happened to a person, earliest first.
pub fn timeline<'a>(person: &'a PersonLine, catalogue: &Catalogue) -> Section<'a> {
    let keys = [
        "column-status",
        "column-terms",
        "column-date",
        "column-place",
        "column-informants",
        "column-reports",
        "column-origins",
        "column-certainty",
    ];
    section("timeline", &keys, person.timeline.iter().map(|fact| fact_row(fact, catalogue)), catalogue)
}

fn fact_row<'a>(fact: &'a Fact, catalogue: &Catalogue) -> Row<'a> {
    let mut cells = vec![shown(words::status_as_said(fact.status, fact.stance, fact.hedged, catalogue), &fact.sources)];
    cells.extend(circumstances(fact, catalogue));
    cells.extend(support(&fact.sources, catalogue));
    cells.push(shown(words::certainty(fact.certainty, catalogue), &fact.sources));
    Row { cells, groups: vec![fact_group(fact, catalogue)] }
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
