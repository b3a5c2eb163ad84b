//! The fold: what one entry of the ledger puts into the register. Pure; knows no database.

use constancia_model::{
    Content, Decided, Decision, Diagnostic, PersonMention, ReaderKind, Report, ReportId, Severity, Verdict,
};

use crate::canonical::{from_canonical, to_canonical};
use crate::error::StoreError;
use crate::ledger::{Entry, EntryKind, Reading};

/// A row of `report`.
pub(crate) struct ReportRow {
    /// Number of the ledger entry.
    pub entry: u64,
    /// The report; its offset map and diagnostics are not part of the row.
    pub report: Report,
}

/// A row of `diagnostic`.
pub(crate) struct DiagnosticRow {
    pub report: ReportId,
    /// The stage that noticed it: `intake`, or the kind of a reader.
    pub stage: &'static str,
    pub number: usize,
    pub severity: &'static str,
    pub body: String,
}

/// A row of `statement`.
pub(crate) struct StatementRow {
    pub report: ReportId,
    /// From 1, in the order of the reading.
    pub number: usize,
    pub kind: &'static str,
    pub person: Option<String>,
    pub body: String,
}

/// A row of `reading` with all that belongs to it.
pub(crate) struct ReadingRow {
    /// Number of the ledger entry.
    pub entry: u64,
    pub report: ReportId,
    pub kind: ReaderKind,
    /// Name and version of the reader.
    pub reader: String,
    /// What the report is about, as canonical JSON.
    pub gist: String,
    pub statements: Vec<StatementRow>,
    pub diagnostics: Vec<DiagnosticRow>,
}

/// What every decision carries: the entry that records it, who took it, when and why.
pub(crate) struct Deed {
    pub entry: u64,
    pub author: String,
    pub time: String,
    pub reason: String,
}

/// A row of `judgement` with its rows of `judged_mention`.
pub(crate) struct JudgementRow {
    pub deed: Deed,
    pub decision: Decision,
    /// The mentions of the one person and those of the other.
    pub sides: [Vec<PersonMention>; 2],
}

/// The rows of `ruling` of one entry.
pub(crate) struct RulingRows {
    pub deed: Deed,
    pub decision: Verdict,
    /// Reports and the canonical JSON of their statements.
    pub statements: Vec<(ReportId, String)>,
}

/// A row of `withdrawal`.
pub(crate) struct WithdrawalRow {
    pub deed: Deed,
    /// The entry that is void from now on.
    pub withdrawn: u64,
}

/// What one entry puts into the register.
pub(crate) enum Rows {
    Report(Box<ReportRow>, Vec<DiagnosticRow>),
    /// Replaces all that a reader of this kind found in that report.
    Reading(Box<ReadingRow>),
    Judgement(JudgementRow),
    Ruling(RulingRows),
    Withdrawal(WithdrawalRow),
}

/// The rows of one entry.
pub(crate) fn fold(entry: &Entry) -> Result<Rows, StoreError> {
    match entry.kind {
        EntryKind::Report => report(entry),
        EntryKind::Reading => reading(entry),
        EntryKind::Judgement => decided(entry),
    }
}

fn decided(entry: &Entry) -> Result<Rows, StoreError> {
    let decided: Decided = from_canonical(&entry.body)?;
    let reason = decided.reason().to_owned();
    let deed = Deed { entry: entry.number, author: entry.author.clone(), time: entry.time.clone(), reason };
    Ok(match decided {
        Decided::Mentions(judgement) => {
            let (one, other) = judgement.mentions;
            Rows::Judgement(JudgementRow { deed, decision: judgement.decision, sides: [vec![one], vec![other]] })
        }
        Decided::Persons(judgement) => {
            let (one, other) = judgement.persons;
            Rows::Judgement(JudgementRow { deed, decision: judgement.decision, sides: [one, other] })
        }
        Decided::Statements(ruling) => {
            let ruled = ruling.statements.into_iter();
            let statements = ruled.map(|ruled| Ok((ruled.report, to_canonical(&ruled.statement)?)));
            let statements = statements.collect::<Result<_, StoreError>>()?;
            Rows::Ruling(RulingRows { deed, decision: ruling.decision, statements })
        }
        Decided::Withdrawal(withdrawal) => Rows::Withdrawal(WithdrawalRow { deed, withdrawn: withdrawal.entry }),
    })
}

fn report(entry: &Entry) -> Result<Rows, StoreError> {
    let report: Report = from_canonical(&entry.body)?;
    let diagnostics = diagnostics(&report.id, "intake", &report.diagnostics)?;
    Ok(Rows::Report(Box::new(ReportRow { entry: entry.number, report }), diagnostics))
}

fn diagnostics(
    report: &ReportId,
    stage: &'static str,
    noticed: &[Diagnostic],
) -> Result<Vec<DiagnosticRow>, StoreError> {
    let row = |(position, diagnostic): (usize, &Diagnostic)| {
        Ok(DiagnosticRow {
            report: report.clone(),
            stage,
            number: position + 1,
            severity: severity_name(diagnostic.severity),
            body: to_canonical(diagnostic)?,
        })
    };
    noticed.iter().enumerate().map(row).collect()
}

fn reading(entry: &Entry) -> Result<Rows, StoreError> {
    let reading: Reading = from_canonical(&entry.body)?;
    let rows = reading.statements.iter().enumerate().map(|(position, statement)| {
        Ok(StatementRow {
            report: reading.report.clone(),
            number: position + 1,
            kind: kind_name(&statement.content),
            person: statement.person().map(str::to_owned),
            body: to_canonical(statement)?,
        })
    });
    let statements = rows.collect::<Result<_, StoreError>>()?;
    let kind = reading.kind();
    let diagnostics = diagnostics(&reading.report, kind.name(), &reading.diagnostics)?;
    let gist = to_canonical(&reading.gist)?;
    let Reading { report, reader, .. } = reading;
    Ok(Rows::Reading(Box::new(ReadingRow { entry: entry.number, report, kind, reader, gist, statements, diagnostics })))
}

fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
    }
}

fn kind_name(content: &Content) -> &'static str {
    match content {
        Content::Status(_) => "status",
        Content::Count(_) => "count",
        Content::Utterance(_) => "utterance",
        Content::Attribute(_) => "attribute",
    }
}
