//! Every number that somebody gave.

use constancia_register::brief::{Brief, CountLine};

use crate::catalogue::Catalogue;
use crate::render::view::cells::{bare, group, section, shown, support};
use crate::render::view::{Row, Section};
use crate::render::words;

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
