//! Where results go: standard output, or a file that is there whole or not at all.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::failure::Failure;

/// Writes `bytes` to the file, or to standard output where none is named. A reader that went away is no error.
pub fn write(bytes: &[u8], out: Option<&Path>) -> Result<()> {
    match out {
        Some(path) => file(path, bytes),
        None => standard_output(bytes),
    }
}

fn standard_output(bytes: &[u8]) -> Result<()> {
    let mut output = io::stdout().lock();
    match output.write_all(bytes).and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(failed(Path::new("-"), &error).into()),
        _ => Ok(()),
    }
}

/// Writes a file beside its place and moves it there, so that a full disk leaves nothing half-written.
pub fn file(path: &Path, bytes: &[u8]) -> Result<()> {
    Ok(written(path, bytes).map_err(|error| failed(path, &error))?)
}

fn written(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = match path.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    let mut beside = builder().tempfile_in(folder)?;
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    beside.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A file that others may read as far as the user's mask allows, like any file a program writes.
#[cfg(unix)]
fn builder() -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;
    let mut builder = tempfile::Builder::new();
    builder.permissions(std::fs::Permissions::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn builder() -> tempfile::Builder<'static, 'static> {
    tempfile::Builder::new()
}

/// Why a file or a folder could not be written.
pub fn failed(path: &Path, error: &io::Error) -> Failure {
    let key = match error.kind() {
        ErrorKind::StorageFull => "failure-disk-full",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "failure-not-allowed",
        ErrorKind::NotFound | ErrorKind::NotADirectory => "failure-no-folder",
        _ => "failure-write",
    };
    Failure::with(key, "file", path.display())
}
