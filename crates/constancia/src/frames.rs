//! The reader that a command asks for: the program's own, or one with the user's frames.
//!
//! Reads the files and words what is wrong with them; what a frame is, the reading room knows.

use std::path::{Path, PathBuf};

use anyhow::Result;
use constancia_reading::{FrameFault, FrameFile, FramesError, Reader};

use crate::failure::Failure;
use crate::render::plain;

/// A reader with the frames of these files.
pub fn reader(paths: &[PathBuf]) -> Result<Reader> {
    let files: Result<Vec<FrameFile>, Failure> = paths.iter().map(|path| file(path)).collect();
    Ok(Reader::with_frames(&files?).map_err(|error| failure(&error))?)
}

fn file(path: &Path) -> Result<FrameFile, Failure> {
    let name = plain::line(&path.display().to_string());
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(FrameFile { name, text }),
        Err(_) => Err(Failure::with("frames-unreadable", "file", name)),
    }
}

fn failure(error: &FramesError) -> Failure {
    let (key, said, allowed) = match &error.fault {
        FrameFault::Syntax => ("frames-syntax", "", &[][..]),
        FrameFault::NoLanguage => ("frames-no-language", "", &[][..]),
        FrameFault::NoFrame => ("frames-no-frame", "", &[][..]),
        FrameFault::UnknownKey { key, allowed } => ("frames-unknown-key", key.as_str(), &allowed[..]),
        FrameFault::WrongValue { key, allowed } => ("frames-wrong-value", key.as_str(), &allowed[..]),
        FrameFault::NotAList { key } => ("frames-not-a-list", key.as_str(), &[][..]),
        FrameFault::NotPlain { key, .. } => ("frames-not-plain", key.as_str(), &[][..]),
        FrameFault::SeveralWords { key, .. } => ("frames-several-words", key.as_str(), &[][..]),
        FrameFault::NoStatus => ("frames-no-status", "", &[][..]),
        FrameFault::NoWords => ("frames-no-words", "", &[][..]),
    };
    let word = match &error.fault {
        FrameFault::NotPlain { word, .. } | FrameFault::SeveralWords { word, .. } => plain::line(word),
        _ => String::new(),
    };
    let values = vec![
        ("file", error.file.clone()),
        ("line", error.line.to_string()),
        ("key", plain::line(said)),
        ("allowed", allowed.join(", ")),
        ("word", word),
    ];
    Failure { key, values }
}
