//! Verifies a store from its first entry: the chain, the words of every statement, the bytes of every capture, and that
//! every decision is about what was there.
//!
//! Trusts nothing that is stored except the rule of the ledger; the tables of the register are not looked at.

use std::collections::{BTreeMap, BTreeSet};

use constancia_model::{Decided, PersonMention, Report, ReportId, Ruling};
use rusqlite::{Connection, OptionalExtension};

use crate::canonical::from_canonical;
use crate::error::StoreError;
use crate::ledger::{self, Entry, EntryKind, Reading};

/// What was looked at, and the first thing that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// Entries that fit, from the first on.
    pub entries: u64,
    /// Statements whose words stand in their kept text.
    pub statements: u64,
    /// Captures whose bytes hash to their name.
    pub captures: u64,
    /// Hash of the last entry that fits: note it down elsewhere, and nobody can rewrite the ledger unseen.
    pub head: String,
    /// The first thing that does not fit; `None` for a store in order.
    pub fault: Option<Fault>,
}

/// Something in a store that is not what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The ledger entry concerned; absent when a capture that no entry names is concerned.
    pub entry: Option<u64>,
    /// What does not fit, with identities only.
    pub reason: String,
}

/// Looks at everything.
pub(crate) fn verify(connection: &Connection) -> Result<Verification, StoreError> {
    let mut check = Check::new(connection);
    let walked = ledger::visit(connection, 0, |entry| {
        if check.found.fault.is_none() {
            check.entry(entry);
        }
        Ok(())
    });
    check.note(walked);
    if check.found.fault.is_none() {
        let captures = check.captures();
        check.note(captures);
    }
    Ok(check.found)
}

struct Check<'a> {
    connection: &'a Connection,
    found: Verification,
    reports: BTreeMap<ReportId, u64>,
    /// Entries that decide something and were not withdrawn.
    decisions: BTreeSet<u64>,
    /// The report read last: its reading nearly always follows.
    at_hand: Option<(ReportId, String)>,
}

impl<'a> Check<'a> {
    fn new(connection: &'a Connection) -> Self {
        let head = ledger::NOTHING_BEFORE.to_owned();
        let found = Verification { entries: 0, statements: 0, captures: 0, head, fault: None };
        Self { connection, found, reports: BTreeMap::new(), decisions: BTreeSet::new(), at_hand: None }
    }

    /// A failure to read the file is itself what verification is for.
    fn note(&mut self, outcome: Result<(), StoreError>) {
        if let Err(error) = outcome {
            let entry = Some(self.found.entries + 1);
            self.found.fault.get_or_insert(Fault { entry, reason: error.to_string() });
        }
    }

    fn entry(&mut self, entry: Result<Entry, StoreError>) {
        let number = self.found.entries + 1;
        match entry.and_then(|entry| self.fits(&entry).map(|()| entry)) {
            Ok(entry) => {
                self.found.entries = number;
                self.found.head = entry.hash;
            }
            Err(error) => self.found.fault = Some(Fault { entry: Some(number), reason: error.to_string() }),
        }
    }

    fn fits(&mut self, entry: &Entry) -> Result<(), StoreError> {
        if entry.number != self.found.entries + 1 {
            return Err(StoreError::damaged("an entry is missing"));
        }
        if entry.previous != self.found.head {
            return Err(StoreError::damaged("the entry does not name the hash of the one before"));
        }
        if entry.computed_hash() != entry.hash {
            return Err(StoreError::damaged("the entry does not hash to its hash"));
        }
        match entry.kind {
            EntryKind::Report => self.report(entry),
            EntryKind::Reading => self.reading(entry),
            EntryKind::Judgement => self.decision(entry),
        }
    }

    fn decision(&mut self, entry: &Entry) -> Result<(), StoreError> {
        let decided: Decided = from_canonical(&entry.body)?;
        if entry.author.trim().is_empty() || decided.reason().trim().is_empty() {
            return Err(StoreError::damaged("a decision has no author or no reason"));
        }
        match decided {
            Decided::Mentions(judgement) => self.mentions([&judgement.mentions.0, &judgement.mentions.1])?,
            Decided::Persons(judgement) => {
                let (one, other) = &judgement.persons;
                self.mentions(one.iter().chain(other))?;
            }
            Decided::Statements(ruling) => self.ruling(&ruling)?,
            Decided::Withdrawal(withdrawal) => return self.withdrawal(withdrawal.entry),
        }
        self.decisions.insert(entry.number);
        Ok(())
    }

    fn mentions<'m>(&self, mentions: impl IntoIterator<Item = &'m PersonMention>) -> Result<(), StoreError> {
        let missing = mentions.into_iter().find(|mention| !self.reports.contains_key(&mention.report));
        missing.map_or(Ok(()), |mention| Err(never_taken_in(&mention.report)))
    }

    fn ruling(&mut self, ruling: &Ruling) -> Result<(), StoreError> {
        for ruled in &ruling.statements {
            if !ruled.statement.evidence.stands_in(&self.text_of(&ruled.report)?) {
                let id = ruled.report.short();
                let reason = format!("the words of a statement that was ruled on do not stand in report {id}");
                return Err(StoreError::damaged(reason));
            }
        }
        Ok(())
    }

    /// What is withdrawn was decided before and counts until then.
    fn withdrawal(&mut self, entry: u64) -> Result<(), StoreError> {
        if self.decisions.remove(&entry) {
            return Ok(());
        }
        Err(StoreError::damaged(format!("it withdraws entry {entry}, which is no decision that counts")))
    }

    fn report(&mut self, entry: &Entry) -> Result<(), StoreError> {
        let report: Report = from_canonical(&entry.body)?;
        let capture: Option<Vec<u8>> = self
            .connection
            .prepare_cached("SELECT bytes FROM capture WHERE sha256 = ?")?
            .query_row([report.id.as_str()], |row| row.get(0))
            .optional()?;
        match capture {
            Some(bytes) if ReportId::of(&bytes) == report.id => self.found.captures += 1,
            Some(_) => return Err(StoreError::damaged(format!("the bytes of capture {} changed", report.id.short()))),
            None => return Err(StoreError::damaged(format!("capture {} is missing", report.id.short()))),
        }
        self.reports.insert(report.id.clone(), entry.number);
        self.at_hand = Some((report.id, report.kept.text));
        Ok(())
    }

    fn reading(&mut self, entry: &Entry) -> Result<(), StoreError> {
        let reading: Reading = from_canonical(&entry.body)?;
        let text = self.text_of(&reading.report)?;
        for (position, statement) in reading.statements.iter().enumerate() {
            if !statement.evidence.stands_in(&text) {
                let place = format!("{}-{}", reading.report.short(), position + 1);
                return Err(StoreError::damaged(format!("the words of statement {place} do not stand in its report")));
            }
        }
        self.found.statements += reading.statements.len() as u64;
        Ok(())
    }

    fn text_of(&mut self, id: &ReportId) -> Result<String, StoreError> {
        match self.at_hand.take() {
            Some((at_hand, text)) if at_hand == *id => return Ok(text),
            _ => {}
        }
        let Some(number) = self.reports.get(id) else {
            return Err(never_taken_in(id));
        };
        let body: String =
            self.connection
                .query_row("SELECT body FROM ledger WHERE number = ?", [*number as i64], |row| row.get(0))?;
        Ok(from_canonical::<Report>(&body)?.kept.text)
    }

    /// Captures beyond those that reports name must still be what they are called.
    fn captures(&mut self) -> Result<(), StoreError> {
        let total: u64 =
            self.connection.query_row("SELECT count(*) FROM capture", [], |row| row.get::<_, i64>(0))? as u64;
        if total != self.found.captures {
            let reason = format!("{total} captures are kept and {} reports name one", self.found.captures);
            self.found.fault = Some(Fault { entry: None, reason });
        }
        Ok(())
    }
}

fn never_taken_in(id: &ReportId) -> StoreError {
    StoreError::damaged(format!("report {} was never taken in", id.short()))
}
