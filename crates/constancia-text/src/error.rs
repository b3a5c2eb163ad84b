//! Why bytes could not become a report. Must not know languages of users: the application words the messages.

use thiserror::Error;

/// What is wrong with the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TextErrorKind {
    /// Nothing but white space.
    Empty,
    /// A picture, an archive, a program or the like.
    Binary,
    /// A page with no visible words.
    PageWithoutBody,
}

/// The bytes are no report. The file's name belongs to whoever reports the error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{}", self.words())]
pub struct TextError {
    kind: TextErrorKind,
    format: Option<&'static str>,
}

impl TextError {
    pub(crate) fn empty() -> Self {
        Self { kind: TextErrorKind::Empty, format: None }
    }

    pub(crate) fn binary(format: Option<&'static str>) -> Self {
        Self { kind: TextErrorKind::Binary, format }
    }

    pub(crate) fn page_without_body() -> Self {
        Self { kind: TextErrorKind::PageWithoutBody, format: None }
    }

    /// What is wrong.
    pub fn kind(&self) -> TextErrorKind {
        self.kind
    }

    /// Name of the binary format that the first bytes announce ("PDF", "ZIP"), where they announce one.
    pub fn format(&self) -> Option<&'static str> {
        self.format
    }

    /// Whether there is nothing but white space.
    pub fn is_empty(&self) -> bool {
        self.kind == TextErrorKind::Empty
    }

    /// Whether the bytes are no text.
    pub fn is_binary(&self) -> bool {
        self.kind == TextErrorKind::Binary
    }

    /// Whether it is a page with no visible words.
    pub fn is_page_without_body(&self) -> bool {
        self.kind == TextErrorKind::PageWithoutBody
    }

    fn words(&self) -> String {
        match (self.kind, self.format) {
            (TextErrorKind::Empty, _) => "the file is empty".to_owned(),
            (TextErrorKind::Binary, Some(format)) => format!("the file is no text but {format}"),
            (TextErrorKind::Binary, None) => "the file is no text".to_owned(),
            (TextErrorKind::PageWithoutBody, _) => "the page has no visible words".to_owned(),
        }
    }
}
