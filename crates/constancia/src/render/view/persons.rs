//! The persons of the register, a row each.

use constancia_register::brief::{Brief, PersonLine};

use crate::catalogue::Catalogue;
use crate::render::view::cells::{bare, circumstances, fact_group, group, informants, section, shown};
use crate::render::view::{Group, Row, Section};
use crate::render::{plain, words};

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
