//! The one error of this crate, with predicates. It carries identities and numbers, never names of people.

use rusqlite::ErrorCode;
use thiserror::Error;

use crate::refusal::Refusal;

/// A store could not do what it was asked.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct StoreError(#[from] Kind);

#[derive(Debug, Error)]
pub(crate) enum Kind {
    #[error("the store has version {found}; this program knows versions up to {known}")]
    Newer { found: u32, known: u32 },
    #[error("the store is damaged: {0}")]
    Damaged(String),
    #[error("the disk is full; nothing of this step was written")]
    FullDisk,
    #[error("another program is writing to the store")]
    Locked,
    #[error("the store cannot be written: {0}")]
    ReadOnly(String),
    #[error("refused: {0}")]
    Refused(String),
    #[error("refused: {0}")]
    Refusal(Refusal),
    #[error("the store failed: {0}")]
    Sqlite(rusqlite::Error),
    #[error("the store's file cannot be used: {0}")]
    File(std::io::Error),
}

impl StoreError {
    /// A newer program wrote the store; it was not touched.
    pub fn is_newer(&self) -> bool {
        matches!(self.0, Kind::Newer { .. })
    }

    /// The file is no store, or bytes of it are not what was written.
    pub fn is_damaged(&self) -> bool {
        matches!(self.0, Kind::Damaged(_))
    }

    /// There was no room; the step was undone as a whole.
    pub fn is_full_disk(&self) -> bool {
        matches!(self.0, Kind::FullDisk)
    }

    /// Somebody else held the store for longer than the waiting time.
    pub fn is_locked(&self) -> bool {
        matches!(self.0, Kind::Locked)
    }

    /// The file or its folder may not be written to.
    pub fn is_read_only(&self) -> bool {
        matches!(self.0, Kind::ReadOnly(_))
    }

    /// What was handed in does not hold together (words that do not stand in the text, a wrong identity, no time).
    pub fn is_refused(&self) -> bool {
        matches!(self.0, Kind::Refused(_) | Kind::Refusal(_))
    }

    /// Why a decision was refused, when one was.
    pub fn refusal(&self) -> Option<&Refusal> {
        if let Kind::Refusal(refusal) = &self.0 { Some(refusal) } else { None }
    }

    pub(crate) fn damaged(reason: impl Into<String>) -> Self {
        Kind::Damaged(reason.into()).into()
    }

    pub(crate) fn refused(reason: impl Into<String>) -> Self {
        Kind::Refused(reason.into()).into()
    }
}

impl From<Refusal> for StoreError {
    fn from(refusal: Refusal) -> Self {
        Kind::Refusal(refusal).into()
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Kind::FullDisk,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Kind::Locked,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Kind::Damaged(error.to_string()),
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Kind::ReadOnly(error.to_string())
            }
            _ => Kind::Sqlite(error),
        }
        .into()
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull => Kind::FullDisk,
            std::io::ErrorKind::PermissionDenied => Kind::ReadOnly(error.to_string()),
            _ => Kind::File(error),
        }
        .into()
    }
}
