//! A folder with reports and a store in it, and the binary run there as a user would run it.

#![allow(dead_code, reason = "each test program uses a part of it")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A place of its own for one test.
pub struct Desk {
    folder: TempDir,
}

/// What a run of the binary left.
#[derive(Debug)]
pub struct Run {
    /// The exit code; -1 when the run was killed.
    pub code: i32,
    /// Standard output.
    pub output: String,
    /// Standard error.
    pub errors: String,
}

impl Desk {
    /// An empty folder.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A place in the folder.
    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, with the folders above it.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.at(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    /// A small report about somebody who was released.
    pub fn report(&self, name: &str, person: &str) -> PathBuf {
        self.write(name, prose(person))
    }

    /// The binary, about to run in the folder in English, without a locale or a store of the user's.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_constancia"));
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        for name in ["LC_ALL", "LC_MESSAGES", "LANG", "CONSTANCIA_DB", "CONSTANCIA_BY", "CONSTANCIA_RULES", "COLUMNS"] {
            command.env_remove(name);
        }
        command.env("CONSTANCIA_NOW", "2026-01-12T08:00:00Z");
        command
    }

    /// Runs the binary with these arguments.
    pub fn run(&self, arguments: &[&str]) -> Run {
        ended(self.command().args(arguments).output().unwrap())
    }

    /// The names of the reports in the store.
    pub fn reports(&self) -> Vec<String> {
        let brief: serde_json::Value = serde_json::from_str(&self.run(&["brief", "--format", "json"]).output).unwrap();
        let mut names: Vec<String> =
            brief["reports"].as_array().unwrap().iter().map(|report| report["name"].as_str().unwrap().into()).collect();
        names.sort();
        names
    }
}

impl Run {
    /// The one line of standard error that names `file`.
    pub fn line_about(&self, file: &str) -> &str {
        let mut lines = self.errors.lines().filter(|line| line.contains(file) && !line.starts_with('['));
        let line = lines.next().unwrap_or_else(|| panic!("nothing about {file}: {self:?}"));
        assert_eq!(lines.next(), None, "more than one line about {file}");
        line
    }
}

/// What a run left.
pub fn ended(output: Output) -> Run {
    Run {
        code: output.status.code().unwrap_or(-1),
        output: String::from_utf8(output.stdout).unwrap(),
        errors: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A few sentences of English about somebody who was released.
pub fn prose(person: &str) -> String {
    format!(
        "Prisoner leaves the northern jail\n\n{person} was released from the Las Lomas prison on 8 January 2026, the \
         Committee of Families said.\n\nThe committee keeps a list of the people who are still waiting behind the walls, \
         and reads it aloud every Sunday in the square of {person}'s town.\n"
    )
}

/// Every file of a folder with its bytes.
pub fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}
