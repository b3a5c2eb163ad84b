//! The bytes of one source, read once and whole, with the metadata beside it. Knows nothing of formats.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use constancia_model::{CaptureMethod, ReportId};

use crate::intake::find::Source;
use crate::intake::problem::Problem;

/// No report is larger: this bounds the memory that one file can take.
pub const LARGEST: u64 = 256 * 1024 * 1024;

/// The largest metadata file that is looked at.
const LARGEST_SIDECAR: u64 = 1024 * 1024;

/// One source with its bytes.
#[derive(Debug)]
pub struct Fetched {
    /// Where it was found; what a message names.
    pub path: PathBuf,
    /// The report's name as taken in.
    pub name: String,
    /// How the bytes came in.
    pub method: CaptureMethod,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Their identity.
    pub id: ReportId,
    /// The metadata file beside it, with its bytes.
    pub sidecar: Option<(PathBuf, Vec<u8>)>,
}

/// Reads one source.
pub fn fetch(source: &Source) -> Result<Fetched, Problem> {
    match source {
        Source::File(path) => {
            let bytes = unchanged(path, whole)?;
            Ok(Fetched::new(path.clone(), name_of(path), CaptureMethod::File, bytes, sidecar(path)))
        }
        Source::StandardInput => {
            let bytes = bounded(io::stdin().lock())?;
            Ok(Fetched::new("-".into(), "standard-input".into(), CaptureMethod::StandardInput, bytes, None))
        }
    }
}

impl Fetched {
    fn new(
        path: PathBuf,
        name: String,
        method: CaptureMethod,
        bytes: Vec<u8>,
        sidecar: Option<(PathBuf, Vec<u8>)>,
    ) -> Self {
        Self { id: ReportId::of(&bytes), path, name, method, bytes, sidecar }
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The bytes that `read` gives while the file stays the same; a file that changes meanwhile is read once more.
fn unchanged(path: &Path, mut read: impl FnMut(&Path) -> Result<Vec<u8>, Problem>) -> Result<Vec<u8>, Problem> {
    let state = || path.metadata().map(|metadata| stamp(&metadata)).map_err(|error| Problem::from(&error));
    for _ in 0..2 {
        let before = state()?;
        let bytes = read(path)?;
        if state()? == before && before.0 == bytes.len() as u64 {
            return Ok(bytes);
        }
    }
    Err(Problem::Changed)
}

fn stamp(metadata: &Metadata) -> (u64, Option<std::time::SystemTime>) {
    (metadata.len(), metadata.modified().ok())
}

fn whole(path: &Path) -> Result<Vec<u8>, Problem> {
    bounded(File::open(path).map_err(|error| Problem::from(&error))?)
}

fn bounded(reader: impl Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    reader.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| Problem::from(&error))?;
    if bytes.len() as u64 > LARGEST { Err(Problem::TooLarge) } else { Ok(bytes) }
}

/// `a.txt` has its metadata in `a.txt.meta.json` or, failing that, in `a.meta.json`. One that is there and cannot be
/// read is handed on empty, so that it is reported like one that is malformed.
fn sidecar(path: &Path) -> Option<(PathBuf, Vec<u8>)> {
    let mut full = path.as_os_str().to_owned();
    full.push(".meta.json");
    let beside = [PathBuf::from(full), path.with_extension("meta.json")].into_iter().find(|path| path.exists())?;
    let mut bytes = Vec::new();
    let read = File::open(&beside).and_then(|file| file.take(LARGEST_SIDECAR).read_to_end(&mut bytes));
    if read.is_err() {
        bytes.clear();
    }
    Some((beside, bytes))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn file(words: &str) -> tempfile::NamedTempFile {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(words.as_bytes()).unwrap();
        file
    }

    #[test]
    fn a_file_that_changes_once_is_read_again() {
        let file = file("first");
        let mut times = 0;
        let bytes = unchanged(file.path(), |path| {
            let bytes = whole(path);
            times += 1;
            if times == 1 {
                std::fs::write(path, "second").unwrap();
            }
            bytes
        });
        assert_eq!((bytes, times), (Ok(b"second".to_vec()), 2));
    }

    #[test]
    fn a_file_that_keeps_changing_is_not_taken_in() {
        let file = file("x");
        let bytes = unchanged(file.path(), |path| {
            let bytes = whole(path)?;
            std::fs::write(path, [bytes.as_slice(), b"more"].concat()).unwrap();
            Ok(bytes)
        });
        assert_eq!(bytes, Err(Problem::Changed));
    }
}
