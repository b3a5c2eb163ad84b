//! `report`: one report with its header, its kept text with the statements marked, and what was noticed about it.

use anyhow::Result;
use constancia_model::{Report, ReportId, Statement};
use constancia_register::{Register, Store, Told};

use crate::catalogue::Catalogue;
use crate::failure::Failure;
use crate::output;
use crate::render::text::{self, underlined, wrapped};
use crate::render::{described, marked, plain, words};

/// Shows the report whose identity starts with `query` or whose name it is.
pub fn report(store: &Store, query: &str, catalogue: &Catalogue) -> Result<()> {
    let register = store.register()?;
    let id = one(&register, query)?;
    let report = store.report(&id)?.ok_or_else(|| Failure::with("failure-no-report", "id", query))?;
    let told: Vec<&Told> = register.statements().iter().filter(|told| told.source.report == id).collect();
    output::write(shown(&report, &told, text::width(), catalogue).as_bytes(), None)
}

fn shown(report: &Report, told: &[&Told], width: u16, catalogue: &Catalogue) -> String {
    let statements: Vec<Statement> = told.iter().map(|told| told.statement.clone()).collect();
    let heading = |key: &str, count: usize| {
        format!("\n{}", underlined(&catalogue.fill(key, &[("count", count.into())]), "-", width))
    };
    let mut shown = header(report, width, catalogue);
    shown += &heading("report-text", 0);
    for line in marked::text(&report.kept.text, &statements).lines() {
        shown += &wrapped(line, width, "");
    }
    shown += &heading("report-statements", statements.len());
    for (place, told) in told.iter().enumerate() {
        let content = described::statement(&told.statement, catalogue);
        let line = format!("{}. {content} [{}]", place + 1, told.source.statement);
        shown += &wrapped(&line, width, "  ");
    }
    shown += &heading("report-diagnostics", report.diagnostics.len());
    for diagnostic in &report.diagnostics {
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
