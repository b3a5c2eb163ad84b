//! The reports that all this rests on.

use std::collections::BTreeMap;

use constancia_model::ReportId;
use constancia_register::brief::{Brief, ReportLine};

use crate::catalogue::Catalogue;
use crate::render::view::cells::{bare, section};
use crate::render::view::{Row, Section};
use crate::render::{plain, words};

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
