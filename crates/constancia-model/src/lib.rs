//! The words of the field as types: reports, kept text, spans, statements, partial dates, judgements.
//!
//! This room does no input or output, reads no clock and depends on no other room. Everything here can be written to
//! canonical JSON and read back unchanged; the names of the fields are those of the interchange format.

mod certainty;
mod date;
mod diagnostic;
mod gist;
mod judgement;
mod kept_text;
mod reader;
mod report;
mod statement;

pub use certainty::Certainty;
pub use date::{DateSyntaxError, Day, PartialDate};
pub use diagnostic::{Diagnostic, DiagnosticKind, NoiseKind, Severity};
pub use gist::{Features, Gist};
pub use judgement::{Decided, Decision, Judgement, PersonJudgement, PersonMention, Ruled, Ruling, Verdict, Withdrawal};
pub use kept_text::{KeptText, KeptTextBuilder, OffsetMap, Segment, Span};
pub use reader::{ReaderKind, model_reader};
pub use report::{CaptureMethod, DateBasis, Language, Report, ReportId};
pub use statement::{
    Attribute, AttributeField, Bound, Content, Count, Evidence, InformantClass, NotGrounded, ReleaseTerms, Stance,
    Statement, Status, StatusEvent, Terms, Utterance,
};
