//! What goes in and what comes out.

use constancia_model::{Attribute, Judgement, PartialDate, PersonMention, StatusEvent};

use crate::card::Card;

/// A person as one report names her, with what that report says of her.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The report and the fullest name that it gives.
    pub mention: PersonMention,
    /// When the report was published.
    pub published: Option<PartialDate>,
    /// Who she is said to be.
    pub attributes: Vec<Attribute>,
    /// What is said to have happened to her.
    pub events: Vec<StatusEvent>,
}

/// A judgement that a rule proposes.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Two mentions, always as the same person; the reason is a list of stable codes with spaces between.
    pub judgement: Judgement,
    /// Whether the rule may decide by itself.
    pub certain: bool,
    /// The two side by side, for whoever decides.
    pub card: Card,
}

/// From when on a rule decides. All figures are bits: binary logarithms of odds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// Bits from which on names that leave no question of structure are joined: 3 is eight to one. Far above, only
    /// rare names are joined without further facts; infinity switches the rules off.
    pub by_name: f64,
    /// Bits from which on other names that agree (another spelling, short form or order) are joined...
    pub by_facts: f64,
    /// ...where the facts beside the name are worth so many bits by themselves.
    pub of_facts: f64,
    /// Bits by which a partner must be better than one that excludes it.
    pub margin: f64,
    /// Bits from which on a reviewer is asked.
    pub ask: f64,
    /// How many open questions one person may raise; a reviewer who has to look through more looks at none.
    pub questions: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { by_name: 3.0, by_facts: 6.0, of_facts: 6.0, margin: 6.0, ask: -8.0, questions: 8 }
    }
}
