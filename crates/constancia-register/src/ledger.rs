//! The ledger: the append-only list of everything ever taken in or decided. Knows nothing of what follows from it.
//!
//! An entry's hash is SHA-256, in lower-case hexadecimal digits, over these seven lines in UTF-8, joined by one line
//! feed and with none at the end:
//!
//! ```text
//! constancia ledger 1
//! number        (decimal, from 1)
//! kind          (report, reading or judgement)
//! author        (as a JSON string)
//! time          (RFC 3339, UTC)
//! previous      (hash of the entry before; 64 zeros for the first)
//! body          (canonical JSON: keys sorted, no white space)
//! ```

use constancia_model::{Diagnostic, Gist, ReaderKind, ReportId, Statement};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::StoreError;

/// What an entry records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// A whole report as it was taken in.
    Report,
    /// The statements that a reader found in a report; the last reading by each kind of reader counts.
    Reading,
    /// A decision about persons or statements, or the withdrawal of one.
    Judgement,
}

impl EntryKind {
    /// The name in the table and in the hash.
    pub fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Reading => "reading",
            Self::Judgement => "judgement",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        [Self::Report, Self::Reading, Self::Judgement].into_iter().find(|kind| kind.name() == name)
    }
}

/// One entry of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its place, from 1 without gaps.
    pub number: u64,
    /// What it records.
    pub kind: EntryKind,
    /// Canonical JSON of a `Report`, a `Reading` or a `Decided`.
    pub body: String,
    /// Who took it in or decided.
    pub author: String,
    /// When: RFC 3339, UTC.
    pub time: String,
    /// Hash of the entry before; 64 zeros for the first.
    pub previous: String,
    /// Hash of this entry.
    pub hash: String,
}

/// The body of a reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The report that was read.
    pub report: ReportId,
    /// Name and version of the reader.
    pub reader: String,
    /// What it found, in the order of the text.
    pub statements: Vec<Statement>,
    /// What the report is about, by the reader at intake.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub gist: Gist,
    /// What was noticed about what it found; the reading at intake leaves its own with the report.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub diagnostics: Vec<Diagnostic>,
}

fn is_empty(gist: &Gist) -> bool {
    *gist == Gist::default()
}

impl Reading {
    /// What kind of reader that is.
    pub fn kind(&self) -> ReaderKind {
        ReaderKind::of(&self.reader)
    }
}

/// The previous hash of the first entry.
pub(crate) const NOTHING_BEFORE: &str = "0000000000000000000000000000000000000000000000000000000000000000";

impl Entry {
    /// The hash that its other fields give.
    pub fn computed_hash(&self) -> String {
        let author = serde_json::Value::from(self.author.as_str());
        let head = format!(
            "constancia ledger 1\n{}\n{}\n{author}\n{}\n{}\n",
            self.number,
            self.kind.name(),
            self.time,
            self.previous
        );
        let digest = Sha256::new().chain_update(head).chain_update(&self.body).finalize();
        hexadecimal(&digest)
    }

    /// An entry read from a row of all columns. Bytes that are no text any more come back as a damaged store.
    pub(crate) fn from_row(row: &Row<'_>) -> Result<Self, StoreError> {
        let number: i64 = row.get("number")?;
        let number = u64::try_from(number).map_err(|_| StoreError::damaged("an entry has no number"))?;
        let text = |column: &str| match row.get_ref(column)? {
            ValueRef::Text(bytes) => String::from_utf8(bytes.to_vec())
                .map_err(|_| StoreError::damaged(format!("entry {number} of the ledger is not text"))),
            _ => Err(StoreError::damaged(format!("entry {number} of the ledger is not text"))),
        };
        let kind = EntryKind::parse(&text("kind")?)
            .ok_or_else(|| StoreError::damaged(format!("entry {number} of the ledger has no known kind")))?;
        Ok(Self {
            number,
            kind,
            body: text("body")?,
            author: text("author")?,
            time: text("time")?,
            previous: text("previous")?,
            hash: text("hash")?,
        })
    }
}

/// Lower-case hexadecimal digits of some bytes.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The last entry's number and hash; zero and zeros for an empty ledger.
pub(crate) fn last(connection: &Connection) -> Result<(u64, String), StoreError> {
    let found = connection
        .prepare_cached("SELECT number, hash FROM ledger ORDER BY number DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get::<_, i64>(0)? as u64, row.get(1)?)))
        .optional()?;
    Ok(found.unwrap_or((0, NOTHING_BEFORE.to_owned())))
}

/// Appends one entry and returns it. Must run inside a write transaction, so that nobody appends in between.
pub(crate) fn append(
    connection: &Connection,
    kind: EntryKind,
    body: String,
    author: &str,
    time: &str,
) -> Result<Entry, StoreError> {
    if time.parse::<jiff::Timestamp>().is_err() || !time.ends_with('Z') {
        return Err(StoreError::refused("the time of an entry must be RFC 3339 in UTC"));
    }
    let (number, previous) = last(connection)?;
    let (author, time) = (author.to_owned(), time.to_owned());
    let mut entry = Entry { number: number + 1, kind, body, author, time, previous, hash: String::new() };
    entry.hash = entry.computed_hash();
    connection
        .prepare_cached(
            "INSERT INTO ledger (number, kind, body, author, time, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            entry.number as i64,
            entry.kind.name(),
            entry.body,
            entry.author,
            entry.time,
            entry.previous,
            entry.hash
        ])?;
    Ok(entry)
}

/// Hands every entry after `after`, in order, to `visit`, one at a time. A row that cannot be read is handed over as
/// the error it is; `visit` decides by its own result whether to go on.
pub(crate) fn visit(
    connection: &Connection,
    after: u64,
    mut visit: impl FnMut(Result<Entry, StoreError>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut query = connection.prepare("SELECT * FROM ledger WHERE number > ? ORDER BY number")?;
    let mut rows = query.query([after as i64])?;
    while let Some(row) = rows.next()? {
        visit(Entry::from_row(row))?;
    }
    Ok(())
}
