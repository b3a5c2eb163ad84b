//! `explain`: why a statement is there. Reads the kept text of its report again and shows what today's reader rests it on.

use anyhow::Result;
use constancia_model::Statement;
use constancia_reading::{Explained, Explanation, Reader};
use constancia_register::{Register, Store, Told};
use serde::Serialize;

use crate::arguments::ExplainFormat;
use crate::catalogue::Catalogue;
use crate::failure::Failure;
use crate::render::{explained, text};
use crate::{output, pipeline};

/// So many statements are listed where several may be meant.
const LISTED: usize = 8;

/// An explanation as data.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a str,
    report: &'a str,
    statement: &'a Statement,
    found_by: &'a [String],
    reader: &'a str,
    explanation: Option<&'a Explanation>,
    instead: Vec<&'a Statement>,
}

/// Shows why the statement of that identity is there.
pub fn explain(
    store: &Store,
    query: &str,
    format: ExplainFormat,
    reader: &Reader,
    catalogue: &Catalogue,
) -> Result<()> {
    let register = store.register()?;
    let told = one(&register, query)?;
    let id = told.report();
    let report = store.report(id)?.ok_or_else(|| Failure::with("failure-no-report", "id", id.short()))?;
    let again = pipeline::read_again(&report, reader);
    let same = again.iter().find(|explained| explained.statement == told.statement);
    let over = told.statement.evidence.span();
    let overlapping =
        again.iter().filter(|explained| same.is_none() && explained.statement.evidence.span().overlaps(over));
    let instead: Vec<&Statement> = overlapping.map(|explained| &explained.statement).collect();
    let shown = explained::Shown { told, reader: reader.name(), same, instead: &instead };
    let text = match format {
        ExplainFormat::Text => explained::page(&shown, text::width(), catalogue),
        ExplainFormat::Json => json(&shown)?,
    };
    output::write(text.as_bytes(), None)
}

fn json(shown: &explained::Shown) -> Result<String> {
    let answer = Answer {
        id: &shown.told.source().statement,
        report: shown.told.report_name(),
        statement: &shown.told.statement,
        found_by: shown.told.readers(),
        reader: shown.reader,
        explanation: shown.same.map(|Explained { explanation, .. }| explanation),
        instead: shown.instead.to_vec(),
    };
    Ok(serde_json::to_string_pretty(&answer)? + "\n")
}

/// The one statement that is meant: a report's first digits, a hyphen, and the statement's number in it.
pub fn one<'a>(register: &'a Register, query: &str) -> Result<&'a Told> {
    let (digits, number) = query.split_once('-').map_or((query, None), |(digits, number)| (digits, Some(number)));
    let meant = |told: &&Told| {
        let of_report = digits.len() >= 4 && told.report().as_str().starts_with(digits);
        let id = told.id();
        let own_number = id.rsplit('-').next();
        of_report && number.is_none_or(|number| own_number == Some(number))
    };
    let found: Vec<&Told> = register.statements().filter(meant).collect();
    match found.as_slice() {
        [] => Err(Failure::with("failure-no-statement", "id", query).into()),
        [told] => Ok(told),
        several => {
            let ids: Vec<&str> = several.iter().take(LISTED).map(|told| told.source().statement.as_str()).collect();
            let more = if several.len() > LISTED { ", …" } else { "" };
            let values = vec![("id", query.to_owned()), ("ids", ids.join(", ") + more)];
            Err(Failure { key: "failure-many-statements", values }.into())
        }
    }
}
