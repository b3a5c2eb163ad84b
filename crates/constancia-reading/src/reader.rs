//! The reader: the rules of this room with the frames of the program and, before them, those of the user.
//!
//! Its name says which frames were used, because statements are kept under it.

use constancia_model::{Language, Report};
use sha2::{Digest, Sha256};

use crate::Reading;
use crate::frames::{Frame, Frames};
use crate::user_frames::{self, FrameFile, FramesError};

/// The name and version of the rules.
const RULES: &str = concat!("rules ", env!("CARGO_PKG_VERSION"));

/// A reader of reports.
#[derive(Debug)]
pub struct Reader {
    name: String,
    english: Frames,
    spanish: Frames,
}

impl Default for Reader {
    fn default() -> Self {
        Self::of(RULES.to_owned(), Vec::new(), Vec::new())
    }
}

impl Reader {
    /// A reader with further frames. Of two frames with the same words, the one in the earlier file counts.
    ///
    /// # Errors
    /// The first thing that is wrong in a file, with its line.
    pub fn with_frames(files: &[FrameFile]) -> Result<Self, FramesError> {
        if files.is_empty() {
            return Ok(Self::default());
        }
        let (mut english, mut spanish) = (Vec::new(), Vec::new());
        for file in files {
            let (language, frames) = user_frames::parse(file)?;
            if language == Language::Spanish { spanish.extend(frames) } else { english.extend(frames) }
        }
        Ok(Self::of(format!("{RULES} +frames {}", hash(files)), english, spanish))
    }

    fn of(name: String, english: Vec<Frame>, spanish: Vec<Frame>) -> Self {
        let (english, spanish) = (Frames::of(&Language::English, english), Frames::of(&Language::Spanish, spanish));
        Self { name, english, spanish }
    }

    /// Name and version, kept with every statement: `rules 0.1.0`, and behind it the hash of the user's frames.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Reads a report in a language that is read; any other gives nothing and says so.
    pub fn read(&self, report: &Report) -> Reading {
        let spanish = report.language == Language::Spanish;
        crate::read_with(report, if spanish { &self.spanish } else { &self.english })
    }
}

/// The first eight hexadecimal digits of SHA-256 over the files, each behind its length in bytes.
fn hash(files: &[FrameFile]) -> String {
    let mut digest = Sha256::new();
    for file in files {
        digest.update((file.text.len() as u64).to_be_bytes());
        digest.update(&file.text);
    }
    digest.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}
