//! The store: one SQLite file with the ledger and the register that follows from it. Reads no clock and no network.

mod decide;

use std::path::Path;

use constancia_model::{Gist, ReaderKind, Report, ReportId, Statement};
use rayon::prelude::*;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

use crate::brief::StoryLine;
use crate::canonical::to_canonical;
use crate::error::StoreError;
use crate::fold::{Rows, fold};
use crate::ledger::{self, Entry, EntryKind, Reading};
use crate::live::Live;
use crate::readers;
use crate::register::{self, Register};
use crate::rules::Rules;
use crate::settle::{self, Cluster};
use crate::stories;
use crate::tables::{self, Progress};
use crate::verify::{self, Verification};

/// A report ready to be kept.
#[derive(Debug, Clone)]
pub struct TakenIn<'a> {
    /// The report; its identity must be that of `raw`.
    pub report: &'a Report,
    /// The bytes as captured.
    pub raw: &'a [u8],
    /// What a reader found in it, in the order of the text.
    pub statements: &'a [Statement],
    /// What it is about by that reader; empty where nobody said.
    pub gist: &'a Gist,
    /// Name and version of that reader.
    pub reader: &'a str,
}

/// What became of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It is now in the ledger and the register.
    New,
    /// These bytes were there already; nothing changed.
    AlreadyKnown,
}

/// One store, open for reading and writing. Several programs may have it open; one writes at a time.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    rules: Rules,
}

impl Store {
    /// Opens the store at `path`, creating or migrating it. A register that does not follow the ledger (dropped
    /// tables) is rebuilt.
    ///
    /// # Errors
    /// A newer store, a damaged one and a file that is no store are refused and not touched.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        let mut store = Self { connection: crate::open::open(path.as_ref())?, rules: Rules::default() };
        if !store.follows_ledger()? {
            store.rebuild()?;
        }
        Ok(store)
    }

    /// Follows these rules from here on: what the rules of identity may join, and how sure the register is of what.
    pub fn follow(&mut self, rules: Rules) {
        self.rules = rules;
    }

    fn follows_ledger(&self) -> Result<bool, StoreError> {
        // One transaction, so that an entry that another program appends in between cannot look like a gap.
        let snapshot = self.connection.unchecked_transaction()?;
        let last = ledger::last(&snapshot)?.0;
        Ok(tables::progress(&snapshot)?.is_some_and(|progress| progress.folded == last))
    }

    /// Whether the report is in the store.
    pub fn has_report(&self, id: &ReportId) -> Result<bool, StoreError> {
        has_report(&self.connection, id)
    }

    /// Takes in one report in one transaction: its bytes, its entry, the entry of its reading, its rows.
    ///
    /// # Errors
    /// Refused when the identity is not that of the bytes, a statement's words do not stand in the kept text, or
    /// `time` is not RFC 3339 in UTC. After any error nothing of the report is in the store.
    pub fn take_in(&mut self, taken: &TakenIn<'_>, author: &str, time: &str) -> Result<Taken, StoreError> {
        check(taken)?;
        let transaction = write_transaction(&mut self.connection)?;
        if has_report(&transaction, &taken.report.id)? {
            return Ok(Taken::AlreadyKnown);
        }
        transaction
            .prepare_cached("INSERT INTO capture VALUES (?, ?)")?
            .execute((taken.report.id.as_str(), taken.raw))?;
        append(&transaction, EntryKind::Report, to_canonical(taken.report)?, author, time)?;
        let (report, reader) = (taken.report.id.clone(), taken.reader.to_owned());
        let (statements, gist) = (taken.statements.to_vec(), taken.gist.clone());
        let reading = Reading { report, reader, statements, gist, diagnostics: Vec::new() };
        append(&transaction, EntryKind::Reading, to_canonical(&reading)?, author, time)?;
        transaction.commit()?;
        Ok(Taken::New)
    }

    /// Records what a reader found in a report that is there already. It replaces the last reading by that kind of
    /// reader and no other.
    ///
    /// # Errors
    /// Refused when the report is not there, a statement's words do not stand in its kept text, or `time` is not
    /// RFC 3339 in UTC. After any error nothing of the reading is in the store.
    pub fn add_reading(&mut self, reading: &Reading, author: &str, time: &str) -> Result<(), StoreError> {
        let id = &reading.report;
        let refused = || StoreError::refused(format!("report {} was never taken in", id.short()));
        check_words(id, &self.report(id)?.ok_or_else(refused)?.kept.text, &reading.statements)?;
        let transaction = write_transaction(&mut self.connection)?;
        append(&transaction, EntryKind::Reading, to_canonical(reading)?, author, time)?;
        transaction.commit()?;
        Ok(())
    }

    /// Name and version of the reader of that kind whose reading of the report counts.
    pub fn reader(&self, report: &ReportId, kind: ReaderKind) -> Result<Option<String>, StoreError> {
        Ok(tables::reading(&self.connection, report, kind)?.map(|(reader, _)| reader))
    }

    /// The reading of a report by that kind of reader that counts, as the ledger has it.
    pub fn reading(&self, report: &ReportId, kind: ReaderKind) -> Result<Option<Reading>, StoreError> {
        let Some((_, entry)) = tables::reading(&self.connection, report, kind)? else { return Ok(None) };
        let mut query = self.connection.prepare_cached("SELECT body FROM ledger WHERE number = ?")?;
        let body: String = query.query_row([entry as i64], |row| row.get(0))?;
        Ok(Some(crate::canonical::from_canonical(&body)?))
    }

    /// Brings copies, origins and persons up to the last entry. What the rules of identity are certain of is recorded
    /// as judgements by `rule <code>`. Does nothing when nothing was appended since. What was taken in before it
    /// survives a power cut from here on.
    ///
    /// Returns how many judgements were recorded.
    pub fn settle(&mut self, time: &str) -> Result<usize, StoreError> {
        // Asked before the write lock is taken: a command that only shows must not wait for one that reads.
        if is_settled(&self.connection)? {
            return Ok(0);
        }
        // One wait for the disk makes this commit and every one before it survive a power cut.
        self.connection.pragma_update(None, "synchronous", "full")?;
        let settled = self.settle_now(time);
        self.connection.pragma_update(None, "synchronous", "normal")?;
        settled
    }

    fn settle_now(&mut self, time: &str) -> Result<usize, StoreError> {
        let transaction = write_transaction(&mut self.connection)?;
        let recorded = record_rules(&transaction, &self.rules, time)?;
        refresh(&transaction)?;
        transaction.commit()?;
        Ok(recorded)
    }

    /// Drops every table of the register and refills it from the ledger alone.
    pub fn rebuild(&mut self) -> Result<(), StoreError> {
        let transaction = write_transaction(&mut self.connection)?;
        tables::recreate(&transaction)?;
        let texts = settle::texts_in_ledger(&transaction)?;
        let lineage = std::thread::scope(|scope| {
            let lineage = scope.spawn(|| settle::lineage_of(&texts));
            fold_all(&transaction)?;
            stories::write(&transaction, &stories::grouped(&stories::gists(&transaction)?))?;
            lineage.join().map_err(|_| StoreError::damaged("copies could not be worked out"))
        })?;
        settle::write_lineage(&transaction, &lineage)?;
        let lineage = last_report(&transaction)?;
        tables::set_progress(&transaction, Progress { lineage, ..current(&transaction)? })?;
        refresh(&transaction)?;
        transaction.commit()?;
        Ok(())
    }

    /// Allows the file no more than so many pages beyond its present size, for as long as it is open: a bound for
    /// disks that others need too. What does not fit fails as on a full disk.
    pub fn limit_pages(&self, more: u32) -> Result<(), StoreError> {
        let pages: u32 = self.connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
        let limit = pages.saturating_add(more);
        Ok(self.connection.pragma_update_and_check(None, "max_page_count", limit, |_| Ok(()))?)
    }

    /// How long a step waits for another program that is writing; fifteen seconds unless told otherwise.
    pub fn wait_for_others(&self, time: std::time::Duration) -> Result<(), StoreError> {
        Ok(self.connection.busy_timeout(time)?)
    }

    /// Looks at everything that can be checked; see [`Verification`].
    pub fn verify(&self) -> Result<Verification, StoreError> {
        let snapshot = self.connection.unchecked_transaction()?;
        verify::verify(&snapshot)
    }

    /// Hands every entry of the ledger after number `after` to `see`, in order, one at a time.
    pub fn entries(&self, after: u64, mut see: impl FnMut(Entry)) -> Result<(), StoreError> {
        ledger::visit(&self.connection, after, |entry| {
            see(entry?);
            Ok(())
        })
    }

    /// The raw bytes of a report as captured.
    pub fn capture(&self, id: &ReportId) -> Result<Option<Vec<u8>>, StoreError> {
        let mut query = self.connection.prepare_cached("SELECT bytes FROM capture WHERE sha256 = ?")?;
        Ok(query.query_row([id.as_str()], |row| row.get(0)).optional()?)
    }

    /// A whole report as it was taken in, with its offset map and its diagnostics.
    pub fn report(&self, id: &ReportId) -> Result<Option<Report>, StoreError> {
        let sql = "SELECT body FROM ledger WHERE number = (SELECT entry FROM report WHERE id = ?)";
        let mut query = self.connection.prepare_cached(sql)?;
        let body: Option<String> = query.query_row([id.as_str()], |row| row.get(0)).optional()?;
        body.map(|body| crate::canonical::from_canonical(&body)).transpose()
    }

    /// What the register says under the rules that this store follows, the default ones unless told otherwise. Writes nothing; what was appended since the last `settle` is in it.
    pub fn register(&self) -> Result<Register, StoreError> {
        self.register_under(&self.rules)
    }

    /// What the register says under these rules.
    pub fn register_under(&self, rules: &Rules) -> Result<Register, StoreError> {
        let snapshot = self.connection.unchecked_transaction()?;
        let (lineage, stories, persons) = derived(&snapshot)?;
        register::load(&snapshot, rules, &lineage, stories, &persons)
    }

    /// The register under these rules, open for more reports.
    pub fn live(&self, rules: &Rules) -> Result<Live, StoreError> {
        let snapshot = self.connection.unchecked_transaction()?;
        let (decided, gists) = (settle::decided(&snapshot)?, stories::gists(&snapshot)?);
        drop(snapshot);
        Ok(Live::open(self.register_under(rules)?, decided, &gists))
    }

    /// Every table of the register as text, in the order of the keys. The tables are brought up to the last entry
    /// first; no entry is added.
    pub fn dump(&mut self) -> Result<String, StoreError> {
        let transaction = write_transaction(&mut self.connection)?;
        if !is_settled(&transaction)? {
            refresh(&transaction)?;
        }
        let text = tables::dump(&transaction)?;
        transaction.commit()?;
        Ok(text)
    }
}

fn write_transaction(connection: &mut Connection) -> Result<Transaction<'_>, StoreError> {
    Ok(connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
}

fn has_report(connection: &Connection, id: &ReportId) -> Result<bool, StoreError> {
    Ok(connection.prepare_cached("SELECT 1 FROM report WHERE id = ?")?.exists([id.as_str()])?)
}

/// Records what the rules of identity are certain of. Gives how many judgements that are.
fn record_rules(connection: &Connection, rules: &Rules, time: &str) -> Result<usize, StoreError> {
    let judgements = settle::new_judgements(connection, rules)?;
    for judgement in &judgements {
        let author = format!("rule {}", judgement.reason);
        append(connection, EntryKind::Judgement, to_canonical(judgement)?, &author, time)?;
    }
    Ok(judgements.len())
}

/// Appends an entry and folds it.
fn append(connection: &Connection, kind: EntryKind, body: String, author: &str, time: &str) -> Result<(), StoreError> {
    fold_in(connection, &ledger::append(connection, kind, body, author, time)?)
}

/// How many entries are folded side by side.
const AT_ONCE: usize = 256;

/// Puts what every entry says into empty tables.
fn fold_all(connection: &Connection) -> Result<(), StoreError> {
    let mut waiting = Vec::with_capacity(AT_ONCE);
    ledger::visit(connection, 0, |entry| {
        waiting.push(entry?);
        if waiting.len() == AT_ONCE { fold_many(connection, &mut waiting) } else { Ok(()) }
    })?;
    fold_many(connection, &mut waiting)
}

fn fold_many(connection: &Connection, entries: &mut Vec<Entry>) -> Result<(), StoreError> {
    let rows: Vec<Result<Rows, StoreError>> = entries.par_iter().map(fold).collect();
    for (entry, rows) in entries.drain(..).zip(rows) {
        write(connection, &entry, &rows?)?;
    }
    Ok(())
}

/// Puts what an entry says into the tables.
fn fold_in(connection: &Connection, entry: &Entry) -> Result<(), StoreError> {
    write(connection, entry, &fold(entry)?)
}

fn write(connection: &Connection, entry: &Entry, rows: &Rows) -> Result<(), StoreError> {
    tables::write(connection, rows)?;
    if let Rows::Reading(reading) = rows {
        readers::combine(connection, &reading.report)?;
    }
    tables::set_folded(connection, entry.number)
}

fn check(taken: &TakenIn<'_>) -> Result<(), StoreError> {
    let id = &taken.report.id;
    if ReportId::of(taken.raw) != *id {
        return Err(StoreError::refused(format!("report {} does not have the identity of its bytes", id.short())));
    }
    check_words(id, &taken.report.kept.text, taken.statements)
}

fn check_words(id: &ReportId, text: &str, statements: &[Statement]) -> Result<(), StoreError> {
    match statements.iter().position(|statement| !statement.evidence.stands_in(text)) {
        Some(place) => {
            let place = format!("{}-{}", id.short(), place + 1);
            Err(StoreError::refused(format!("the words of statement {place} do not stand in its report")))
        }
        None => Ok(()),
    }
}

fn current(connection: &Connection) -> Result<Progress, StoreError> {
    tables::progress(connection)?.ok_or_else(|| StoreError::damaged("tables of the register are missing"))
}

fn is_settled(connection: &Connection) -> Result<bool, StoreError> {
    let progress = current(connection)?;
    Ok(progress.settled == progress.folded)
}

fn last_report(connection: &Connection) -> Result<u64, StoreError> {
    let last: i64 = connection.query_row("SELECT coalesce(max(entry), 0) FROM report", [], |row| row.get(0))?;
    Ok(last as u64)
}

/// Copies and origins, stories, persons.
type Derived = (constancia_lineage::Lineage, Vec<StoryLine>, Vec<Cluster>);

/// The derived tables' content without writing it.
fn derived(connection: &Connection) -> Result<Derived, StoreError> {
    let fresh = current(connection)?.lineage == last_report(connection)?;
    let lineage = if fresh { settle::read_lineage(connection)? } else { settle::lineage(connection)? };
    let stories = if fresh { stories::read(connection)? } else { stories::grouped(&stories::gists(connection)?) };
    Ok((lineage, stories, derived_persons(connection)?))
}

fn derived_persons(connection: &Connection) -> Result<Vec<Cluster>, StoreError> {
    if is_settled(connection)? { settle::read_persons(connection) } else { settle::persons(connection) }
}

/// Writes the derived tables anew; those of lineage only when a report came since.
fn refresh(connection: &Connection) -> Result<(), StoreError> {
    let progress = current(connection)?;
    let lineage = last_report(connection)?;
    if progress.lineage != lineage {
        settle::write_lineage(connection, &settle::lineage(connection)?)?;
        stories::write(connection, &stories::grouped(&stories::gists(connection)?))?;
    }
    settle::write_persons(connection, &settle::persons(connection)?)?;
    tables::set_progress(connection, Progress { folded: progress.folded, settled: progress.folded, lineage })
}
