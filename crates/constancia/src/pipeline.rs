//! All stages from bytes to statements, in their order; the one place that calls them.
//!
//! What follows (the ledger, lineage, identity, the fold) happens in the register, entry by entry. Touches no disk.

use constancia_model::{Diagnostic, DiagnosticKind, Gist, PartialDate, Report, Statement};
use constancia_reading::{Explained, Reader};
use constancia_text::{Capture, TextError};
use jiff::civil::{Date, date};

/// A report with what was found in it.
#[derive(Debug, Clone)]
pub struct Read {
    /// The report with its language, its date and all diagnostics.
    pub report: Report,
    /// The statements in the order of the text; none for a language that is not read.
    pub statements: Vec<Statement>,
    /// What it is about.
    pub gist: Gist,
}

/// Reads one captured text on the day `today`.
pub fn read(capture: &Capture, reader: &Reader, today: Option<Date>) -> Result<Read, TextError> {
    let mut report = constancia_text::report(capture)?;
    drop_impossible_date(&mut report, today);
    report.language = constancia_language::detect(&report.kept.text);
    let reading = reader.read(&report);
    if let Some((published, basis)) = reading.published {
        report.published = Some(published);
        report.published_basis = Some(basis);
        drop_impossible_date(&mut report, today);
    }
    report.diagnostics.extend(reading.diagnostics);
    let statements = reading.statements.into_iter().map(|told| told.statement).collect();
    Ok(Read { report, statements, gist: reading.gist })
}

/// The days from which computers count: who gives one of them gives no date.
const BEGINNINGS: [Date; 4] = [date(1, 1, 1), date(1899, 12, 30), date(1900, 1, 1), date(1970, 1, 1)];

/// A date after tomorrow, which somewhere is today, or on a day from which computers count is no date of publication.
fn drop_impossible_date(report: &mut Report, today: Option<Date>) {
    let Some(first) = report.published.and_then(PartialDate::earliest) else { return };
    let is_day = report.published.and_then(PartialDate::single_day).is_some();
    let to_come = today.and_then(|today| today.tomorrow().ok()).is_some_and(|tomorrow| first > tomorrow);
    if to_come || is_day && BEGINNINGS.contains(&first) {
        let date = report.published.take().map(|date| date.to_string()).unwrap_or_default();
        report.published_basis = None;
        report.diagnostics.push(Diagnostic::warning(DiagnosticKind::ImpossibleDate { date }));
    }
}

/// What today's reader finds in a report that was taken in before, each with why.
pub fn read_again(report: &Report, reader: &Reader) -> Vec<Explained> {
    reader.read(report).statements
}
