//! A report: one published text as it was captured.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{Diagnostic, KeptText, PartialDate};

/// The identity of a report: SHA-256 of its raw bytes, as 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReportId(String);

impl ReportId {
    /// The identity of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// An identity read back from a store. `None` unless it is 64 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let hex = text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        hex.then(|| Self(text.to_owned()))
    }

    /// All 64 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first twelve digits, for people.
    pub fn short(&self) -> &str {
        &self.0[..12]
    }
}

impl fmt::Display for ReportId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The language of a report.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Language {
    /// Read.
    English,
    /// Read.
    Spanish,
    /// Kept and not read; an ISO 639 code, `und` when unknown.
    Other(String),
}

impl Language {
    /// ISO 639 code.
    pub fn code(&self) -> &str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::Other(code) => code,
        }
    }

    /// Whether the reader reads it.
    pub fn is_read(&self) -> bool {
        !matches!(self, Self::Other(_))
    }
}

impl From<String> for Language {
    fn from(code: String) -> Self {
        match code.as_str() {
            "en" => Self::English,
            "es" => Self::Spanish,
            _ => Self::Other(code),
        }
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.code().to_owned()
    }
}

/// How the bytes came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaptureMethod {
    /// From a file.
    File,
    /// From standard input.
    StandardInput,
}

/// Where a publication date comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateBasis {
    /// Said by the person who took the report in.
    Stated,
    /// In the metadata file beside the report.
    Sidecar,
    /// In the page's own metadata.
    PageMetadata,
    /// Printed in the text: a date line, a dateline, a signature.
    Printed,
}

/// One published text as captured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// SHA-256 of the raw bytes.
    pub id: ReportId,
    /// The file's name as taken in, or the address; unique only together with `id`.
    pub name: String,
    /// Where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Its headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who signed it, agency credits included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// Where that date comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_basis: Option<DateBasis>,
    /// When it was captured, UTC, RFC 3339, as a sidecar says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub captured_at: Option<String>,
    /// How the bytes came in.
    pub method: CaptureMethod,
    /// The language of the kept text.
    pub language: Language,
    /// The report without what is not the report.
    pub kept: KeptText,
    /// What was noticed on the way.
    pub diagnostics: Vec<Diagnostic>,
}
