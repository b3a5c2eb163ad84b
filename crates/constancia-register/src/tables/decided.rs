//! The tables of what was decided: judgements about persons, rulings about statements, withdrawals of either.

use std::collections::BTreeMap;

use constancia_model::{Decision, PersonMention, ReportId, Statement, Verdict};
use rusqlite::{Connection, Row, params};

use super::report_id;
use crate::canonical::from_canonical;
use crate::decisions::Withdrawn;
use crate::error::StoreError;
use crate::fold::{Deed, JudgementRow, RulingRows, WithdrawalRow};

/// One judgement about persons, with who made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct JudgementRead {
    /// Number of its ledger entry.
    pub entry: u64,
    pub author: String,
    pub time: String,
    /// The mentions of the one person and those of the other.
    pub sides: [Vec<PersonMention>; 2],
    pub decision: Decision,
    pub reason: String,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
}

impl JudgementRead {
    /// Whether a rule made it and no person.
    pub fn is_by_rule(&self) -> bool {
        is_rule(&self.author)
    }
}

/// Whether that author is a rule of the program.
pub(crate) fn is_rule(author: &str) -> bool {
    author.starts_with("rule ")
}

/// What a reviewer ruled about one statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RulingRead {
    /// Number of its ledger entry.
    pub entry: u64,
    pub author: String,
    pub time: String,
    pub report: ReportId,
    pub statement: Statement,
    pub decision: Verdict,
    pub reason: String,
}

pub(super) fn write_judgement(connection: &Connection, row: &JudgementRow) -> Result<(), StoreError> {
    let Deed { entry, author, time, reason } = &row.deed;
    let values = params![*entry as i64, row.decision.name(), author, time, reason];
    connection.prepare_cached("INSERT INTO judgement VALUES (?, ?, ?, ?, ?)")?.execute(values)?;
    let mut insert = connection.prepare_cached("INSERT INTO judged_mention VALUES (?, ?, ?, ?)")?;
    for (side, mentions) in row.sides.iter().enumerate() {
        for PersonMention { report, name } in mentions {
            insert.execute(params![*entry as i64, side as i64, report.as_str(), name])?;
        }
    }
    Ok(())
}

pub(super) fn write_ruling(connection: &Connection, rows: &RulingRows) -> Result<(), StoreError> {
    let Deed { entry, author, time, reason } = &rows.deed;
    let mut insert = connection.prepare_cached("INSERT INTO ruling VALUES (?, ?, ?, ?, ?, ?, ?)")?;
    for (report, statement) in &rows.statements {
        let decision = rows.decision.name();
        insert.execute(params![*entry as i64, report.as_str(), statement, decision, author, time, reason])?;
    }
    Ok(())
}

/// Only what was decided before and counts until now can be withdrawn; anything else leaves the tables as they are.
pub(super) fn write_withdrawal(connection: &Connection, row: &WithdrawalRow) -> Result<(), StoreError> {
    let Deed { entry, author, time, reason } = &row.deed;
    let sql = "INSERT INTO withdrawal SELECT ?1, ?2, ?3, ?4, ?5
               WHERE (EXISTS (SELECT 1 FROM judgement WHERE entry = ?1) OR EXISTS (SELECT 1 FROM ruling WHERE entry = ?1))
               AND NOT EXISTS (SELECT 1 FROM withdrawal WHERE withdrawn = ?1)";
    let values = params![row.withdrawn as i64, *entry as i64, author, time, reason];
    connection.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

fn number(row: &Row<'_>, column: &str) -> Result<u64, StoreError> {
    Ok(row.get::<_, i64>(column)? as u64)
}

/// Every judgement about persons, oldest first, withdrawn ones too.
pub(crate) fn judgements(connection: &Connection) -> Result<Vec<JudgementRead>, StoreError> {
    let mut query = connection.prepare(
        "SELECT judgement.*, side, report, name,
                EXISTS (SELECT 1 FROM withdrawal WHERE withdrawn = judgement.entry) AS void
         FROM judgement JOIN judged_mention USING (entry) ORDER BY entry, side, report, name",
    )?;
    let mut rows = query.query([])?;
    let mut found: Vec<JudgementRead> = Vec::new();
    while let Some(row) = rows.next()? {
        let entry = number(row, "entry")?;
        if found.last().is_none_or(|last| last.entry != entry) {
            found.push(judgement(row, entry)?);
        }
        let mention = PersonMention { report: report_id(row, "report")?, name: row.get("name")? };
        if let Some(last) = found.last_mut() {
            last.sides[usize::from(row.get::<_, i64>("side")? != 0)].push(mention);
        }
    }
    Ok(found)
}

fn judgement(row: &Row<'_>, entry: u64) -> Result<JudgementRead, StoreError> {
    let unknown = || StoreError::damaged("a judgement has no known decision");
    Ok(JudgementRead {
        entry,
        author: row.get("author")?,
        time: row.get("time")?,
        sides: [Vec::new(), Vec::new()],
        decision: Decision::parse(&row.get::<_, String>("decision")?).ok_or_else(unknown)?,
        reason: row.get("reason")?,
        withdrawn: row.get("void")?,
    })
}

/// Every ruling about a statement, oldest first, withdrawn ones too.
pub(crate) fn all_rulings(connection: &Connection) -> Result<Vec<RulingRead>, StoreError> {
    read_rulings(connection, "SELECT * FROM ruling ORDER BY entry, report, statement")
}

/// The rulings that count, by report and statement: of each statement the last one that nobody withdrew.
pub(crate) fn rulings(connection: &Connection) -> Result<Vec<RulingRead>, StoreError> {
    let counting = "SELECT * FROM ruling WHERE entry NOT IN (SELECT withdrawn FROM withdrawal) ORDER BY entry";
    let found = read_rulings(connection, counting)?;
    let last: BTreeMap<_, _> =
        found.into_iter().map(|ruling| ((ruling.report.clone(), ruling.statement.clone()), ruling)).collect();
    Ok(last.into_values().collect())
}

fn read_rulings(connection: &Connection, sql: &str) -> Result<Vec<RulingRead>, StoreError> {
    let mut query = connection.prepare(sql)?;
    let mut rows = query.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let unknown = || StoreError::damaged("a ruling has no known decision");
        found.push(RulingRead {
            entry: number(row, "entry")?,
            author: row.get("author")?,
            time: row.get("time")?,
            report: report_id(row, "report")?,
            statement: from_canonical(&row.get::<_, String>("statement")?)?,
            decision: Verdict::parse(&row.get::<_, String>("decision")?).ok_or_else(unknown)?,
            reason: row.get("reason")?,
        });
    }
    Ok(found)
}

/// Every withdrawal, by the entry that it makes void.
pub(crate) fn withdrawals(connection: &Connection) -> Result<BTreeMap<u64, Withdrawn>, StoreError> {
    let mut query = connection.prepare("SELECT * FROM withdrawal")?;
    let mut rows = query.query([])?;
    let mut found = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (author, time, reason) = (row.get("author")?, row.get("time")?, row.get("reason")?);
        found.insert(number(row, "withdrawn")?, Withdrawn { entry: number(row, "entry")?, author, time, reason });
    }
    Ok(found)
}
