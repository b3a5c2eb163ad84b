//! What can be wrong with something that was to be read, said with its place and its remedy.

use std::io::{Error, ErrorKind};
use std::path::Path;

use constancia_model::{DiagnosticKind, Report};
use constancia_text::{TextError, TextErrorKind};

use crate::catalogue::{Catalogue, Value};
use crate::render::plain;

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Nothing stands at that path.
    Missing,
    /// The system does not allow reading it.
    NotAllowed,
    /// The system could not read it; its number for the reason.
    Unreadable(i32),
    /// Neither a file nor a folder.
    NotAFile,
    /// A format that is not read.
    OtherFormat,
    /// Larger than the limit.
    TooLarge,
    /// It changed while it was read, twice.
    Changed,
    /// Nothing but white space.
    Empty,
    /// No text; the format where the bytes show one.
    Binary(Option<&'static str>),
    /// A page without visible words.
    PageWithoutBody,
    /// The metadata beside it could not be used; the reason as a code.
    Sidecar(String),
    /// A language that is not read; its code.
    LanguageNotRead(String),
    /// A line too long to be prose; its bytes.
    LineTooLong(usize),
    /// The store refused what was read from it.
    Refused,
    /// The reader failed on it.
    Crashed,
}

/// A problem with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The file, as named or found.
    pub file: String,
    /// The line of the file, counted from 1, where there is one.
    pub line: Option<usize>,
    /// What is wrong.
    pub problem: Problem,
}

impl Trouble {
    /// A problem with the whole of a file.
    pub fn with(path: &Path, problem: Problem) -> Self {
        Self { file: path.display().to_string(), line: None, problem }
    }

    /// The one line that says it: file, place, reason, remedy.
    pub fn message(&self, catalogue: &Catalogue) -> String {
        let file = plain::line(&self.file);
        let place = self.line.map_or(file.clone(), |line| format!("{file}:{line}"));
        let name = self.problem.name();
        let values = self.problem.values(catalogue);
        let reason = catalogue.fill(&format!("problem-{}", name), &values);
        let remedy = catalogue.fill(&format!("remedy-{}", name), &values);
        catalogue.fill("trouble", &[("place", place.into()), ("reason", reason.into()), ("remedy", remedy.into())])
    }
}

impl Problem {
    fn name(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::NotAllowed => "not-allowed",
            Self::Unreadable(_) => "unreadable",
            Self::NotAFile => "not-a-file",
            Self::OtherFormat => "other-format",
            Self::TooLarge => "too-large",
            Self::Changed => "changed",
            Self::Empty => "empty",
            Self::Binary(_) => "binary",
            Self::PageWithoutBody => "page-without-body",
            Self::Sidecar(_) => "sidecar",
            Self::LanguageNotRead(_) => "language-not-read",
            Self::LineTooLong(_) => "line-too-long",
            Self::Refused => "refused",
            Self::Crashed => "crashed",
        }
    }

    fn values(&self, catalogue: &Catalogue) -> Vec<(&'static str, Value<'static>)> {
        match self {
            Self::Unreadable(code) => vec![("code", code.to_string().into())],
            Self::Binary(format) => {
                vec![("format", format.map_or_else(|| catalogue.say("format-not-known"), str::to_owned).into())]
            }
            Self::Sidecar(reason) => vec![("detail", plain::line(reason).into())],
            Self::LanguageNotRead(code) => vec![("code", code.clone().into())],
            Self::LineTooLong(bytes) => vec![("bytes", bytes.to_string().into())],
            _ => Vec::new(),
        }
    }
}

impl From<&Error> for Problem {
    fn from(error: &Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::PermissionDenied => Self::NotAllowed,
            _ => Self::Unreadable(error.raw_os_error().unwrap_or_default()),
        }
    }
}

impl From<TextError> for Problem {
    fn from(error: TextError) -> Self {
        match error.kind() {
            TextErrorKind::Empty => Self::Empty,
            TextErrorKind::Binary => Self::Binary(error.format()),
            TextErrorKind::PageWithoutBody => Self::PageWithoutBody,
        }
    }
}

/// What is wrong with a report that is in all the same. `sidecar` is the file of its metadata.
pub fn of_report(path: &Path, sidecar: Option<&Path>, report: &Report) -> Vec<Trouble> {
    let trouble = |path: &Path, line, problem| Trouble { line, ..Trouble::with(path, problem) };
    let of = |kind: &DiagnosticKind, line| match kind {
        DiagnosticKind::SidecarIgnored { reason } => {
            Some(trouble(sidecar.unwrap_or(path), line, Problem::Sidecar(reason.clone())))
        }
        DiagnosticKind::LanguageNotRead { language } => {
            Some(trouble(path, line, Problem::LanguageNotRead(language.clone())))
        }
        DiagnosticKind::LineTooLong { bytes } => Some(trouble(path, line, Problem::LineTooLong(*bytes))),
        _ => None,
    };
    report.diagnostics.iter().filter_map(|diagnostic| of(&diagnostic.kind, diagnostic.line)).collect()
}
