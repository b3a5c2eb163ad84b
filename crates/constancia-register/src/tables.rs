//! The tables of the register: writing folded rows, reading them back, printing them all. Knows no rule of the field.

mod decided;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use constancia_model::{Language, PartialDate, ReaderKind, Report, ReportId, Severity, Statement};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::canonical::from_canonical;
use crate::error::StoreError;
use crate::fold::{DiagnosticRow, ReadingRow, ReportRow, Rows, StatementRow};
use crate::people::ReportNamed;
pub(crate) use decided::{JudgementRead, RulingRead, all_rulings, is_rule, judgements, rulings, withdrawals};

/// Creates every table anew, empty.
const CREATE: &str = include_str!("../migrations/register.sql");

/// Every table, in the order of `register.sql`.
const TABLES: [&str; 14] = [
    "report",
    "diagnostic",
    "reading",
    "statement",
    "judgement",
    "judged_mention",
    "ruling",
    "withdrawal",
    "copy",
    "origin",
    "story",
    "person",
    "person_mention",
    "progress",
];

/// The last ledger entry that each layer of tables has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Progress {
    pub folded: u64,
    pub settled: u64,
    pub lineage: u64,
}

/// One report as the register needs it.
pub(crate) struct ReportRead {
    pub id: ReportId,
    pub name: String,
    pub outlet: Option<String>,
    pub title: Option<String>,
    pub byline: Option<String>,
    pub published: Option<PartialDate>,
    pub language: Language,
    pub kept: String,
    pub warnings: usize,
}

impl From<Report> for ReportRead {
    fn from(report: Report) -> Self {
        let Report { id, name, outlet, title, byline, published, language, kept, diagnostics, .. } = report;
        let warnings = diagnostics.iter().filter(|noticed| noticed.severity == Severity::Warning).count();
        Self { id, name, outlet, title, byline, published, language, kept: kept.text, warnings }
    }
}

/// One statement as the register needs it.
pub(crate) struct StatementRead {
    pub report: ReportId,
    /// Who found it.
    pub kind: ReaderKind,
    /// Its number in the reading, from 1.
    pub number: usize,
    pub statement: Statement,
    /// Name and version of everybody who found it, the rules first.
    pub readers: Vec<String>,
}

/// Drops whatever tables of the register there are and creates them empty.
pub(crate) fn recreate(connection: &Connection) -> Result<(), StoreError> {
    for table in TABLES {
        connection.execute_batch(&format!("DROP TABLE IF EXISTS {table}"))?;
    }
    connection.execute_batch(CREATE)?;
    Ok(())
}

/// How far the tables are; `None` when one of them is missing or was made by a version that made it otherwise.
pub(crate) fn progress(connection: &Connection) -> Result<Option<Progress>, StoreError> {
    for table in TABLES {
        let mut query = connection.prepare_cached("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?")?;
        // SQLite keeps the words that a table was created with.
        let made: Option<String> = query.query_row([table], |row| row.get(0)).optional()?;
        if made.is_none_or(|made| !CREATE.contains(&made)) {
            return Ok(None);
        }
    }
    let found = connection.query_row("SELECT folded, settled, lineage FROM progress", [], |row| {
        let number = |column| row.get::<_, i64>(column).map(|number| number as u64);
        Ok(Progress { folded: number(0)?, settled: number(1)?, lineage: number(2)? })
    })?;
    Ok(Some(found))
}

/// Records how far the tables are.
pub(crate) fn set_progress(connection: &Connection, progress: Progress) -> Result<(), StoreError> {
    connection.prepare_cached("UPDATE progress SET folded = ?, settled = ?, lineage = ?")?.execute([
        progress.folded as i64,
        progress.settled as i64,
        progress.lineage as i64,
    ])?;
    Ok(())
}

/// Records that entry `number` was folded.
pub(crate) fn set_folded(connection: &Connection, number: u64) -> Result<(), StoreError> {
    connection.prepare_cached("UPDATE progress SET folded = ?")?.execute([number as i64])?;
    Ok(())
}

/// Writes the rows of one entry.
pub(crate) fn write(connection: &Connection, rows: &Rows) -> Result<(), StoreError> {
    match rows {
        Rows::Report(report, diagnostics) => {
            write_report(connection, report)?;
            diagnostics.iter().try_for_each(|row| write_diagnostic(connection, row))
        }
        Rows::Reading(reading) => write_reading(connection, reading),
        Rows::Judgement(judgement) => decided::write_judgement(connection, judgement),
        Rows::Ruling(ruling) => decided::write_ruling(connection, ruling),
        Rows::Withdrawal(withdrawal) => decided::write_withdrawal(connection, withdrawal),
    }
}

fn write_report(connection: &Connection, row: &ReportRow) -> Result<(), StoreError> {
    let report = &row.report;
    connection.prepare_cached("INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?.execute(params![
        report.id.as_str(),
        row.entry as i64,
        report.name,
        report.url,
        report.outlet,
        report.title,
        report.byline,
        report.published.map(|date| date.to_string()),
        report.language.code(),
        report.kept.text
    ])?;
    Ok(())
}

fn write_diagnostic(connection: &Connection, row: &DiagnosticRow) -> Result<(), StoreError> {
    connection.prepare_cached("INSERT INTO diagnostic VALUES (?, ?, ?, ?, ?)")?.execute(params![
        row.report.as_str(),
        row.stage,
        row.number as i64,
        row.severity,
        row.body
    ])?;
    Ok(())
}

fn write_reading(connection: &Connection, row: &ReadingRow) -> Result<(), StoreError> {
    let (report, kind) = (row.report.as_str(), row.kind.name());
    for replaced in [
        "DELETE FROM reading WHERE report = ? AND reader_kind = ?",
        "DELETE FROM statement WHERE report = ? AND reader_kind = ?",
        "DELETE FROM diagnostic WHERE report = ? AND stage = ?",
    ] {
        connection.prepare_cached(replaced)?.execute([report, kind])?;
    }
    let values = params![report, kind, row.reader, row.entry as i64, row.gist];
    connection.prepare_cached("INSERT INTO reading VALUES (?, ?, ?, ?, ?)")?.execute(values)?;
    row.diagnostics.iter().try_for_each(|row| write_diagnostic(connection, row))?;
    row.statements.iter().try_for_each(|statement| write_statement(connection, row.kind, statement))
}

fn write_statement(connection: &Connection, kind: ReaderKind, row: &StatementRow) -> Result<(), StoreError> {
    connection.prepare_cached("INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, 1, 0)")?.execute(params![
        row.report.as_str(),
        kind.name(),
        row.number as i64,
        row.kind,
        row.person,
        row.body
    ])?;
    Ok(())
}

/// An identity as a table holds it.
pub(crate) fn report_id(row: &Row<'_>, column: &str) -> Result<ReportId, StoreError> {
    let text: String = row.get(column)?;
    ReportId::parse(&text).ok_or_else(|| StoreError::damaged("a table holds something that is no report's identity"))
}

fn size(row: &Row<'_>, column: &str) -> Result<usize, StoreError> {
    let number: i64 = row.get(column)?;
    usize::try_from(number).map_err(|_| StoreError::damaged("a number of the register is negative"))
}

/// Every report, by identity.
pub(crate) fn reports(connection: &Connection) -> Result<Vec<ReportRead>, StoreError> {
    let mut query = connection.prepare(
        "SELECT *, (SELECT count(*) FROM diagnostic WHERE report = report.id AND severity = 'warning') AS warnings
         FROM report ORDER BY id",
    )?;
    let mut rows = query.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(report(row)?);
    }
    Ok(found)
}

/// Every report's name and date.
pub(crate) fn reports_named(connection: &Connection) -> Result<BTreeMap<ReportId, ReportNamed>, StoreError> {
    let mut query = connection.prepare("SELECT id, name, published FROM report")?;
    let mut rows = query.query([])?;
    let mut found = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let named = ReportNamed { name: row.get("name")?, published: published(row)? };
        found.insert(report_id(row, "id")?, named);
    }
    Ok(found)
}

pub(crate) fn published(row: &Row<'_>) -> Result<Option<PartialDate>, StoreError> {
    let date: Option<String> = row.get("published")?;
    let parsed = date.map(|date| date.parse()).transpose();
    parsed.map_err(|_| StoreError::damaged("a publication date is no date"))
}

fn report(row: &Row<'_>) -> Result<ReportRead, StoreError> {
    Ok(ReportRead {
        id: report_id(row, "id")?,
        name: row.get("name")?,
        outlet: row.get("outlet")?,
        title: row.get("title")?,
        byline: row.get("byline")?,
        published: published(row)?,
        language: Language::from(row.get::<_, String>("language")?),
        kept: row.get("kept")?,
        warnings: size(row, "warnings")?,
    })
}

/// Hands every statement that the register tells to `visit`: by report, those of the rules first, then by number.
pub(crate) fn statements(connection: &Connection, mut visit: impl FnMut(StatementRead)) -> Result<(), StoreError> {
    let mut query = connection.prepare(
        "SELECT statement.*, own.reader, CASE both WHEN 1 THEN model.reader END AS also
         FROM statement
         JOIN reading AS own USING (report, reader_kind)
         LEFT JOIN reading AS model ON model.report = statement.report AND model.reader_kind = 'model'
         WHERE told = 1
         ORDER BY statement.report, statement.reader_kind = 'model', statement.number",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let also: Option<String> = row.get("also")?;
        visit(StatementRead {
            report: report_id(row, "report")?,
            kind: reader_kind(row)?,
            number: size(row, "number")?,
            statement: statement(row)?,
            readers: std::iter::once(row.get("reader")?).chain(also).collect(),
        });
    }
    Ok(())
}

fn statement(row: &Row<'_>) -> Result<Statement, StoreError> {
    from_canonical(row.get_ref("body")?.as_str().map_err(|_| StoreError::damaged("a statement is not text"))?)
}

fn reader_kind(row: &Row<'_>) -> Result<ReaderKind, StoreError> {
    let name: String = row.get("reader_kind")?;
    ReaderKind::parse(&name).ok_or_else(|| StoreError::damaged("a reader has no known kind"))
}

/// The reader of that kind whose reading of the report counts, with the number of its entry.
pub(crate) fn reading(
    connection: &Connection,
    report: &ReportId,
    kind: ReaderKind,
) -> Result<Option<(String, u64)>, StoreError> {
    let sql = "SELECT reader, entry FROM reading WHERE report = ? AND reader_kind = ?";
    let mut query = connection.prepare_cached(sql)?;
    let found = |row: &Row<'_>| Ok((row.get(0)?, row.get::<_, i64>(1)? as u64));
    Ok(query.query_row([report.as_str(), kind.name()], found).optional()?)
}

/// What a reader of that kind found in a report, by number.
pub(crate) fn statements_by(
    connection: &Connection,
    report: &ReportId,
    kind: ReaderKind,
) -> Result<Vec<Statement>, StoreError> {
    let sql = "SELECT body FROM statement WHERE report = ? AND reader_kind = ? ORDER BY number";
    let mut query = connection.prepare_cached(sql)?;
    let mut rows = query.query([report.as_str(), kind.name()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(statement(row)?);
    }
    Ok(found)
}

/// Records for the statement at that place (from 0) of a reading whether the register tells it, and whether both
/// readers found it.
pub(crate) fn set_told(
    connection: &Connection,
    (report, kind): (&ReportId, ReaderKind),
    place: usize,
    (told, both): (bool, bool),
) -> Result<(), StoreError> {
    let sql = "UPDATE statement SET told = ?, both = ? WHERE report = ? AND reader_kind = ? AND number = ?";
    let values = params![told, both, report.as_str(), kind.name(), place as i64 + 1];
    connection.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

/// Every table with every row, in the order of the keys: equal registers print equal texts.
pub(crate) fn dump(connection: &Connection) -> Result<String, StoreError> {
    let mut text = String::new();
    for table in TABLES {
        let columns = connection.prepare(&format!("SELECT * FROM {table}"))?.column_count();
        let order = (1..=columns.min(3)).map(|column| column.to_string()).collect::<Vec<_>>().join(", ");
        let mut query = connection.prepare(&format!("SELECT * FROM {table} ORDER BY {order}"))?;
        let _ = writeln!(text, "{table}: {}", query.column_names().collect::<Vec<_>>().join(" "));
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                print(row.get_ref(column)?, &mut text);
            }
            text.push('\n');
        }
    }
    Ok(text)
}

fn print(value: ValueRef<'_>, text: &mut String) {
    let printed = match value {
        ValueRef::Null => serde_json::Value::Null,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => number.into(),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into(),
    };
    let _ = write!(text, "  {printed}");
}
