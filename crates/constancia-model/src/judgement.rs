//! Recorded decisions. Machines propose, judgements decide, and each can be withdrawn; sources are never rewritten.

use serde::{Deserialize, Serialize};

use crate::ReportId;

/// A person as one report names her: the unit that judgements join or keep apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PersonMention {
    /// The report.
    pub report: ReportId,
    /// The fullest name that the report gives.
    pub name: String,
}

/// What was decided about two mentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// One human being.
    SamePerson,
    /// Two human beings, whatever else looks alike.
    DifferentPersons,
    /// Looked at and left open.
    Unsure,
}

/// A recorded decision about two mentions, by a reviewer or by a named rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// The two mentions, the smaller first.
    pub mentions: (PersonMention, PersonMention),
    /// What was decided.
    pub decision: Decision,
    /// Why, in words or as the code of a rule.
    pub reason: String,
}

impl Judgement {
    /// A judgement with its mentions in canonical order.
    pub fn new(one: PersonMention, other: PersonMention, decision: Decision, reason: impl Into<String>) -> Self {
        let mentions = if one <= other { (one, other) } else { (other, one) };
        Self { mentions, decision, reason: reason.into() }
    }
}
