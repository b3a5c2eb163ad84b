//! All stages from bytes to statements, in their order; the one place that calls them.
//!
//! What follows (the ledger, lineage, identity, the fold) happens in the register, entry by entry. Touches no disk.

use constancia_model::{Report, Statement};
use constancia_reading::{Explained, Reader};
use constancia_text::{Capture, TextError};

/// A report with what was found in it.
#[derive(Debug, Clone)]
pub struct Read {
    /// The report with its language, its date and all diagnostics.
    pub report: Report,
    /// The statements in the order of the text; none for a language that is not read.
    pub statements: Vec<Statement>,
}

/// Reads one captured text.
pub fn read(capture: &Capture, reader: &Reader) -> Result<Read, TextError> {
    let mut report = constancia_text::report(capture)?;
    report.language = constancia_language::detect(&report.kept.text);
    let reading = reader.read(&report);
    if let Some((published, basis)) = reading.published {
        report.published = Some(published);
        report.published_basis = Some(basis);
    }
    report.diagnostics.extend(reading.diagnostics);
    let statements = reading.statements.into_iter().map(|told| told.statement).collect();
    Ok(Read { report, statements })
}

/// What today's reader finds in a report that was taken in before, each with why.
pub fn read_again(report: &Report, reader: &Reader) -> Vec<Explained> {
    reader.read(report).statements
}
