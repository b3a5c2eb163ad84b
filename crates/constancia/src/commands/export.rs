//! `export`: the register for other programs.

use std::path::Path;

use anyhow::Result;
use constancia_model::{ReportId, Span};
use constancia_register::{Register, Told};

use crate::arguments::ExportFormat;
use crate::export;
use crate::failure::Failure;
use crate::output;

/// Writes the register in that format to `out`, or to standard output.
pub fn export(register: &Register, format: ExportFormat, out: Option<&Path>) -> Result<()> {
    let bytes = match format {
        ExportFormat::Texts => return texts(register, out),
        ExportFormat::Statements => statements(register)?,
        ExportFormat::Persons => export::persons(&register.brief().persons)?,
        ExportFormat::Groups => export::groups(&register.brief())?,
        ExportFormat::Json => (serde_json::to_string_pretty(&register.brief())? + "\n").into_bytes(),
    };
    output::write(&bytes, out)
}

/// By the names of the reports, then in the order of the text.
fn statements(register: &Register) -> Result<Vec<u8>> {
    let mut told: Vec<&Told> = register.statements().collect();
    told.sort_by(|one, other| place(one).cmp(&place(other)));
    Ok(export::statements(told.into_iter())?)
}

fn place(told: &Told) -> (&str, &ReportId, Span) {
    (told.report_name(), told.report(), told.statement.evidence.span())
}

fn texts(register: &Register, out: Option<&Path>) -> Result<()> {
    let folder = out.ok_or_else(|| Failure::plain("usage-texts-need-out"))?;
    std::fs::create_dir_all(folder).map_err(|error| output::failed(folder, &error))?;
    let brief = register.brief();
    for (id, name) in export::file_names(brief.reports.iter().map(|report| (&report.id, report.name.as_str()))) {
        let text = register.kept_text(id).unwrap_or_default();
        output::file(&folder.join(name), text.as_bytes())?;
    }
    Ok(())
}
