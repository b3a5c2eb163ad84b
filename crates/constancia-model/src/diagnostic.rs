//! What a stage noticed about one report. Messy input is no error: it gives a result and diagnostics.
//!
//! A diagnostic is data; its wording for people belongs to the application's catalogue.

use serde::{Deserialize, Serialize};

/// How much a diagnostic matters to the person who reads the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// For the record.
    Note,
    /// Somebody should look at the report.
    Warning,
}

/// Why a line of a report is not the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoiseKind {
    /// "Advertisement", a sponsor's line.
    Advertisement,
    /// An offer or a heading that an assistant left in the text.
    AssistantResidue,
    /// A notice that the text was translated or transcribed by machine.
    MachineNotice,
    /// Who wrote or photographed, as a line by itself.
    Byline,
    /// A photo caption or credit.
    PhotoCredit,
    /// Menus, breadcrumbs, lists of sections.
    Navigation,
    /// Share, follow, like, repost, comment.
    Sharing,
    /// "3 min read".
    ReadingTime,
    /// Links to other stories.
    RelatedLinks,
    /// Comment counts and comment forms.
    Comments,
    /// Rights, terms, cookies, privacy.
    Legal,
    /// "Subscribe", "sign up", "support us".
    Subscription,
    /// Tags, topics, keywords.
    Tags,
    /// Name of the outlet or programme as a banner, a time stamp line.
    Masthead,
    /// The headline or another line printed a second time.
    RepeatedLine,
    /// Part of a page that is not its article.
    PageFurniture,
}

/// What was noticed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum DiagnosticKind {
    /// A line was left out of the kept text.
    NoiseDropped {
        /// Why.
        noise: NoiseKind,
    },
    /// The report shows machine-written residue: its words may not be a person's.
    MachineWritten,
    /// The bytes were not UTF-8 and were decoded.
    Decoded {
        /// Name of the encoding, as in the WHATWG Encoding Standard.
        encoding: String,
        /// Whether the file declared it (byte order mark, meta element) or it was guessed.
        declared: bool,
        /// Whether some bytes could not be decoded and stand as U+FFFD.
        damaged: bool,
    },
    /// The report is in a language that is not read; it is kept.
    LanguageNotRead {
        /// ISO 639 code of the language found.
        language: String,
    },
    /// No publication date was found: relative dates are left open.
    NoPublicationDate,
    /// The publication date that was given cannot be: it lies after the day of reading, or is the day on which a computer
    /// begins to count. The report is held to have none.
    ImpossibleDate {
        /// The date that was given.
        date: String,
    },
    /// A page without an article in it.
    NoArticle,
    /// The metadata file beside the report could not be used.
    SidecarIgnored {
        /// What is wrong with it.
        reason: String,
    },
    /// Words that look like a custody event and were refused.
    EventRefused {
        /// The rule that refused.
        reason: String,
    },
    /// Statements, or details of statements, that a model proposed and that were not taken.
    ProposalsRefused {
        /// Why, as a code.
        reason: String,
        /// How many.
        count: usize,
    },
    /// Words that tell a machine that reads the report what to do; they are no statement.
    InstructsReader,
    /// Only the beginning of a very long text was read.
    TextTooLong {
        /// Its length in bytes.
        bytes: usize,
    },
    /// A line too long to be prose was cut into pieces for reading.
    LineTooLong {
        /// Its length in bytes.
        bytes: usize,
    },
}

/// One thing noticed about one report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// What was noticed.
    #[serde(flatten)]
    pub kind: DiagnosticKind,
    /// Line of the raw text, counted from 1, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The words concerned, verbatim; empty where there are none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl Diagnostic {
    /// A note without a place.
    pub fn note(kind: DiagnosticKind) -> Self {
        Self { severity: Severity::Note, kind, line: None, text: String::new() }
    }

    /// A warning without a place.
    pub fn warning(kind: DiagnosticKind) -> Self {
        Self { severity: Severity::Warning, ..Self::note(kind) }
    }

    /// The same diagnostic at a line of the raw text, with the words concerned.
    pub fn at(self, line: usize, text: impl Into<String>) -> Self {
        Self { line: Some(line), text: text.into(), ..self }
    }
}
