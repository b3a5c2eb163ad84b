//! Statements that another reader proposes, taken only where the report bears them out.
//!
//! A proposal is JSON in the shape of the interchange format with a quote for evidence. What it rests on is looked up
//! in the kept text; whatever does not stand there is refused or left out, and counted by reason. Nothing that a
//! proposal holds is ever more than data. Who proposed it, and how it was asked, this file does not know.

mod checks;

use std::collections::BTreeMap;

use constancia_model::{
    Content, Diagnostic, DiagnosticKind, Evidence, NotGrounded, Report, Span, Stance, Statement, Status,
};
use serde::Deserialize;
use serde_json::Value;

use crate::instructions;
use crate::wording::{places, words};
use checks::Checks;

/// What was taken of some proposals.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// The statements, in the order of their words, each once.
    pub statements: Vec<Statement>,
    /// What was refused or left out, by reason, without the words.
    pub diagnostics: Vec<Diagnostic>,
}

/// A proposal that has the shape of a statement.
#[derive(Deserialize)]
struct Proposal {
    #[serde(flatten)]
    content: Content,
    #[serde(default)]
    informant: Option<String>,
    #[serde(default)]
    stance: Option<Stance>,
    #[serde(default)]
    hedged: Option<bool>,
    evidence: Quote,
}

#[derive(Deserialize)]
struct Quote {
    quote: String,
}

/// The reason under which details are counted that were left out of statements that were taken.
pub const DETAIL: &str = "detail";

/// Why a proposal, or a detail of one, is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Refusal {
    /// It has not the shape of a statement.
    Shape,
    /// Its status is none of ours.
    Status,
    /// A date is no EDTF date.
    Date,
    /// Its quote does not stand in the report.
    Quote,
    /// Its quote is a single word.
    ShortQuote,
    /// Its words are an instruction to the reader.
    Instruction,
    /// Its person or speaker is not named in the report.
    Name,
    /// Its informant is not in the report.
    Informant,
    /// Its number is not in its quote, or its ends are the wrong way round.
    Number,
    /// The words said, or the quality, are not in the report.
    Words,
    /// A place, an authority, an offence, terms or a population that are not in the report: left out.
    Detail,
}

impl Refusal {
    fn name(self) -> &'static str {
        match self {
            Self::Shape => "shape",
            Self::Status => "status",
            Self::Date => "date",
            Self::Quote => "quote",
            Self::ShortQuote => "short-quote",
            Self::Instruction => "instruction",
            Self::Name => "name",
            Self::Informant => "informant",
            Self::Number => "number",
            Self::Words => "words",
            Self::Detail => DETAIL,
        }
    }
}

/// Takes of `proposals` what the report bears out. `known` are the statements of another reader of the same report:
/// a person is called by the name that she has there.
pub fn take(report: &Report, proposals: &[Value], known: &[Statement]) -> Taken {
    let text = &report.kept.text;
    let instructions = instructions::lines(text);
    let checks = Checks::new(&report.language, text, known);
    let mut refusals: BTreeMap<Refusal, usize> = BTreeMap::new();
    let mut statements = Vec::new();
    for proposal in proposals {
        let mut left_out = 0;
        match statement(text, &instructions, &checks, proposal, &mut left_out) {
            Ok(statement) => statements.push(statement),
            Err(refusal) => *refusals.entry(refusal).or_default() += 1,
        }
        if left_out > 0 {
            *refusals.entry(Refusal::Detail).or_default() += left_out;
        }
    }
    Taken { statements: crate::in_order(statements, |one| one), diagnostics: counted(&refusals) }
}

fn statement(
    text: &str,
    instructions: &[Span],
    checks: &Checks<'_>,
    proposal: &Value,
    left_out: &mut usize,
) -> Result<Statement, Refusal> {
    let proposal = shaped(proposal)?;
    let evidence = grounded(text, instructions, &proposal.evidence.quote)?;
    let is_utterance = matches!(proposal.content, Content::Utterance(_));
    if !is_utterance && words(evidence.quote()).len() < 2 {
        return Err(Refusal::ShortQuote);
    }
    let content = checks.content(proposal.content, evidence.quote(), left_out)?;
    let informant = proposal.informant.filter(|informant| !informant.trim().is_empty());
    let informant = informant.map(|informant| checks.said(&informant).ok_or(Refusal::Informant)).transpose()?;
    let (stance, hedged) = (proposal.stance.unwrap_or_default(), proposal.hedged.unwrap_or_default());
    // What kind of informant it is decides on certainty and stays the rules' to say.
    Ok(Statement { informant, stance, hedged, ..Statement::new(content, evidence) })
}

/// The proposal as a statement's shape, with the field that does not fit for a reason.
fn shaped(proposal: &Value) -> Result<Proposal, Refusal> {
    let named = |name: &str| proposal.get(name).filter(|value| !value.is_null());
    let is_status = |value: &Value| Status::ALL.iter().any(|status| value.as_str() == Some(status.name()));
    let is_date =
        |value: &Value| value.as_str().is_some_and(|date| date.parse::<constancia_model::PartialDate>().is_ok());
    if named("status").is_some_and(|status| !is_status(status)) {
        return Err(Refusal::Status);
    }
    if ["date", "as_of"].into_iter().filter_map(named).any(|date| !is_date(date)) {
        return Err(Refusal::Date);
    }
    Proposal::deserialize(proposal).map_err(|_| Refusal::Shape)
}

/// The first place of the quote that is in no instruction.
fn grounded(text: &str, lines: &[Span], quote: &str) -> Result<Evidence, Refusal> {
    let mut places = places(text, quote).peekable();
    places.peek().ok_or(Refusal::Quote)?;
    let span = places.find(|span| !instructions::hold(lines, *span)).ok_or(Refusal::Instruction)?;
    Evidence::at(text, span).map_err(|NotGrounded { .. }| Refusal::Quote)
}

fn counted(refusals: &BTreeMap<Refusal, usize>) -> Vec<Diagnostic> {
    let kind = |(refusal, count): (&Refusal, &usize)| DiagnosticKind::ProposalsRefused {
        reason: refusal.name().to_owned(),
        count: *count,
    };
    refusals.iter().map(kind).map(Diagnostic::note).collect()
}

#[cfg(test)]
mod tests;
