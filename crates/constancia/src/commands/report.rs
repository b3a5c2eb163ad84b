//! `report`: one report with its header, its kept text with the statements marked, and what was noticed about it.

use anyhow::Result;
use constancia_model::{Diagnostic, ReaderKind, Report, ReportId, Statement};
use constancia_register::{Reading, Register, Store, Told};

use crate::catalogue::Catalogue;
use crate::failure::Failure;
use crate::output;
use crate::render::text::{self, underlined, wrapped};
use crate::render::{described, marked, plain, readers, words};

/// Shows the report whose identity starts with `query` or whose name it is.
pub fn report(store: &Store, query: &str, catalogue: &Catalogue) -> Result<()> {
    let register = store.register()?;
    let id = one(&register, query)?;
    let report = store.report(&id)?.ok_or_else(|| Failure::with("failure-no-report", "id", query))?;
    let told: Vec<&Told> = register.statements_of(&id).iter().collect();
    let readings =
        Readings { rules: store.reading(&id, ReaderKind::Rules)?, model: store.reading(&id, ReaderKind::Model)? };
    output::write(shown(&report, &told, &readings, text::width(), catalogue).as_bytes(), None)
}

/// The readings of a report that count.
struct Readings {
    rules: Option<Reading>,
    model: Option<Reading>,
}

impl Readings {
    fn names(&self) -> String {
        let names = [&self.rules, &self.model].into_iter().flatten().map(|reading| plain::line(&reading.reader));
        names.collect::<Vec<_>>().join("; ")
    }

    fn differences(&self, catalogue: &Catalogue) -> Vec<[String; 3]> {
        let (Some(rules), Some(model)) = (&self.rules, &self.model) else { return Vec::new() };
        readers::differences(&rules.statements, &model.statements, catalogue)
    }
}

fn shown(report: &Report, told: &[&Told], readings: &Readings, width: u16, catalogue: &Catalogue) -> String {
    let statements: Vec<Statement> = told.iter().map(|told| told.statement.clone()).collect();
    let heading = |key: &str, count: usize| {
        format!("\n{}", underlined(&catalogue.fill(key, &[("count", count.into())]), "-", width))
    };
    let mut shown = header(report, width, catalogue);
    if readings.model.is_some() {
        shown += &wrapped(&format!("{}: {}", catalogue.say("report-readers"), readings.names()), width, "  ");
    }
    shown += &heading("report-text", 0);
    for line in marked::text(&report.kept.text, &statements).lines() {
        shown += &wrapped(line, width, "");
    }
    shown += &heading("report-statements", statements.len());
    for (place, told) in told.iter().enumerate() {
        let content = described::statement(&told.statement, catalogue);
        let content =
            if readings.model.is_some() { readers::found(content, told.source(), catalogue) } else { content };
        let line = format!("{}. {content} [{}]", place + 1, told.id());
        shown += &wrapped(&line, width, "  ");
    }
    if readings.model.is_some() {
        let differences = readings.differences(catalogue);
        shown += &heading("report-differences", differences.len());
        for line in differences.iter().flatten() {
            shown += &wrapped(line, width, "  ");
        }
    }
    let of_readings = [&readings.rules, &readings.model].into_iter().flatten().flat_map(|reading| &reading.diagnostics);
    let diagnostics: Vec<&Diagnostic> = report.diagnostics.iter().chain(of_readings).collect();
    shown += &heading("report-diagnostics", diagnostics.len());
    for diagnostic in diagnostics {
        shown += &wrapped(&described::diagnostic(diagnostic, catalogue), width, "  ");
    }
    shown
}

fn header(report: &Report, width: u16, catalogue: &Catalogue) -> String {
    let title = report.title.as_deref().map_or_else(|| plain::line(&report.name), plain::line);
    let published = match report.published_basis {
        Some(basis) => format!("{} ({})", words::date(report.published), described::basis(basis, catalogue)),
        None => words::date(report.published),
    };
    let lines = [
        ("column-report", plain::line(&report.name)),
        ("column-id", report.id.to_string()),
        ("column-outlet", words::said(report.outlet.as_deref())),
        ("report-byline", words::said(report.byline.as_deref())),
        ("report-address", words::said(report.url.as_deref())),
        ("column-published", published),
        ("report-captured", words::said(report.captured_at.as_deref())),
        ("column-language", report.language.code().to_owned()),
    ];
    let mut text = wrapped(&title, width, "");
    for (key, value) in lines {
        text += &wrapped(&format!("{}: {value}", catalogue.say(key)), width, "  ");
    }
    text
}

/// The one report that is meant.
fn one(register: &Register, query: &str) -> Result<ReportId> {
    match register.report(query).as_slice() {
        [] => Err(Failure::with("failure-no-report", "id", query).into()),
        [line] => Ok(line.id.clone()),
        several => {
            let ids = several.iter().map(|line| line.id.short()).collect::<Vec<_>>().join(", ");
            let values = vec![("id", query.to_owned()), ("ids", ids)];
            Err(Failure { key: "failure-many-reports", values }.into())
        }
    }
}
