//! Opens a store's file: looks before it touches, creates and migrates. Knows nothing of what the tables mean.
//!
//! A file that is not ours, is damaged or was written by a newer program is refused before anything writes to it: the
//! header is read as bytes, and the rest through a connection that cannot write (and that takes no notice of other
//! writers as long as there is no write-ahead log).

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::error::{Kind, StoreError};
use crate::ledger::{self, Entry};

/// Marks the file as ours: "Cnst" in the application number of the SQLite header.
const APPLICATION: u32 = 0x436e_7374;

/// Every step of the schema, oldest first; the version of a store is how many of them it has seen.
const MIGRATIONS: [&str; 1] = [include_str!("../migrations/0001-ledger.sql")];

const WAIT_FOR_OTHERS: Duration = Duration::from_secs(15);

/// Opens or creates the store at `path`.
pub(crate) fn open(path: &Path) -> Result<Connection, StoreError> {
    if path.metadata().is_ok_and(|metadata| metadata.len() > 0) {
        inspect(path)?;
    }
    let mut connection = Connection::open(path)?;
    set_up(&connection)?;
    migrate(&mut connection)?;
    Ok(connection)
}

fn set_up(connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(WAIT_FOR_OTHERS)?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    // A killed program loses nothing that was committed. A power cut may undo the last reports, which are then read
    // again, until `settle` makes everything before it durable; waiting for the disk after each costs tenfold.
    connection.pragma_update(None, "synchronous", "normal")?;
    // Without this a replacement would pass by the triggers on DELETE.
    connection.pragma_update(None, "recursive_triggers", true)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    if number(connection, "user_version")? as usize == MIGRATIONS.len() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Somebody else may have migrated while this program waited.
    let version = number(&transaction, "user_version")? as usize;
    for step in MIGRATIONS.iter().skip(version) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", MIGRATIONS.len() as u32)?;
    transaction.commit()?;
    Ok(())
}

/// Refuses a file that this program must not write to.
fn inspect(path: &Path) -> Result<(), StoreError> {
    let header = Header::read(path)?;
    if header.version > MIGRATIONS.len() as u32 {
        return Err(newer(header.version));
    }
    if has_log(path) {
        return look_inside(path, "");
    }
    let seen = header.check_length(path).and_then(|()| look_inside(path, "&immutable=1"));
    // A writer may have come between the look at the log and the look inside; then the log counts too.
    if seen.is_err() && has_log(path) { look_inside(path, "") } else { seen }
}

fn newer(found: u32) -> StoreError {
    Kind::Newer { found, known: MIGRATIONS.len() as u32 }.into()
}

fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    PathBuf::from(log).metadata().is_ok_and(|metadata| metadata.len() > 0)
}

/// The fields of the SQLite file header that decide; see <https://www.sqlite.org/fileformat2.html>, section 1.3.
struct Header {
    page_size: u64,
    pages: u64,
    version: u32,
}

impl Header {
    fn read(path: &Path) -> Result<Self, StoreError> {
        let mut bytes = [0_u8; 100];
        let whole = File::open(path)?.read_exact(&mut bytes).is_ok();
        if !whole || !bytes.starts_with(b"SQLite format 3\0") {
            return Err(StoreError::damaged("the file is no SQLite database"));
        }
        let four = |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        let page_size = match u16::from_be_bytes([bytes[16], bytes[17]]) {
            1 => 65536,
            size => u64::from(size),
        };
        Ok(Self { page_size, pages: u64::from(four(28)), version: four(60) })
    }

    fn check_length(&self, path: &Path) -> Result<(), StoreError> {
        let shorter = path.metadata()?.len() < self.page_size * self.pages;
        if shorter { Err(StoreError::damaged("the file is shorter than it says")) } else { Ok(()) }
    }
}

fn look_inside(path: &Path, immutable: &str) -> Result<(), StoreError> {
    let address = format!("file:{}?mode=ro{immutable}", escaped(path));
    let connection =
        Connection::open_with_flags(address, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI)?;
    connection.busy_timeout(WAIT_FOR_OTHERS)?;
    let version = number(&connection, "user_version")?;
    if version > MIGRATIONS.len() as u32 {
        return Err(newer(version));
    }
    let tables: u32 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if tables > 0 && number(&connection, "application_id")? != APPLICATION {
        return Err(StoreError::damaged("the file is a database of another program"));
    }
    if tables == 0 { Ok(()) } else { check_last_entry(&connection) }
}

fn check_last_entry(connection: &Connection) -> Result<(), StoreError> {
    let mut query = connection.prepare("SELECT * FROM ledger ORDER BY number DESC LIMIT 2")?;
    let mut rows = query.query([])?;
    let Some(row) = rows.next()? else { return Ok(()) };
    let last = Entry::from_row(row)?;
    let previous = match rows.next()? {
        Some(row) => row.get("hash")?,
        None => ledger::NOTHING_BEFORE.to_owned(),
    };
    if last.computed_hash() != last.hash || last.previous != previous {
        return Err(StoreError::damaged(format!("entry {} of the ledger does not fit the chain", last.number)));
    }
    Ok(())
}

fn number(connection: &Connection, pragma: &str) -> Result<u32, StoreError> {
    let value: i64 = connection.pragma_query_value(None, pragma, |row| row.get(0))?;
    Ok(value as u32)
}

/// The path as part of a `file:` address, in which `%`, `?` and `#` have a meaning.
fn escaped(path: &Path) -> String {
    path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23")
}
