//! Compares persons and proposes judgements.
//!
//! Sees names, attributes and statuses as statements give them, never prose. It decides nothing: a proposal that is
//! `certain` may be recorded by the rule's name, every other one waits for a person.

use constancia_model::{Attribute, Judgement, PersonMention, Status};

/// A person as one report names her, with what that report says of her.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The report and the fullest name that it gives.
    pub mention: PersonMention,
    /// Who she is said to be.
    pub attributes: Vec<Attribute>,
    /// What is said to have happened to her.
    pub statuses: Vec<Status>,
}

/// A judgement that a rule proposes.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Two mentions, always as the same person; the reason is a list of stable codes with spaces between.
    pub judgement: Judgement,
    /// Whether the rule may decide by itself.
    pub certain: bool,
}

/// Proposes which mentions are one person, given what was already decided. Sorted by the mentions.
pub fn propose(candidates: &[Candidate], decided: &[Judgement]) -> Vec<Proposal> {
    let _ = (candidates, decided);
    Vec::new()
}
