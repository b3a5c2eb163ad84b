//! The card of two candidates: what agrees, what does not and what is unknown, field by field with both values, for
//! whoever has to decide. Decides nothing and holds no words for a screen.

use constancia_model::PersonMention;

use crate::comparison::Comparison;

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the names are the meaning")]
pub enum Field {
    Age,
    Nationality,
    Role,
    Affiliation,
    Spouse,
    Parent,
    Child,
    Sibling,
    Lawyer,
    /// The country of custody.
    Country,
    /// The place of custody.
    Place,
    /// Days of arrest, trial, release, death.
    Date,
    /// Dead in one report and alive later in another.
    Life,
    /// Others who are named in the same reports.
    Companions,
}

impl Field {
    /// Every field, in the order of a card.
    pub const ALL: [Self; 14] = [
        Self::Age,
        Self::Nationality,
        Self::Role,
        Self::Affiliation,
        Self::Spouse,
        Self::Parent,
        Self::Child,
        Self::Sibling,
        Self::Lawyer,
        Self::Country,
        Self::Place,
        Self::Date,
        Self::Life,
        Self::Companions,
    ];

    /// The stable name, as in the reasons of a judgement.
    pub fn name(self) -> &'static str {
        match self {
            Self::Age => "age",
            Self::Nationality => "nationality",
            Self::Role => "role",
            Self::Affiliation => "affiliation",
            Self::Spouse => "spouse",
            Self::Parent => "parent",
            Self::Child => "child",
            Self::Sibling => "sibling",
            Self::Lawyer => "lawyer",
            Self::Country => "country",
            Self::Place => "place",
            Self::Date => "date",
            Self::Life => "life",
            Self::Companions => "companions",
        }
    }
}

/// How the two compare in one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// Both say the same.
    Agrees,
    /// They say different things that can both be true.
    Differs,
    /// They say what cannot easily be true of one person; no rule joins them.
    Contradicts,
    /// One or both say nothing.
    Unknown,
}

/// One field of a card.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What is compared.
    pub field: Field,
    /// How.
    pub verdict: Verdict,
    /// What is said of the one and of the other, in the words of the reports, sorted; empty where nothing is.
    pub values: (Vec<String>, Vec<String>),
    /// What it is worth, in bits: above zero for one person, below for two.
    pub bits: f64,
}

/// Two candidates side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The mentions that would be joined, the smaller first.
    pub mentions: (PersonMention, PersonMention),
    /// How the names compare.
    pub name: Comparison,
    /// Everything else, a row a field.
    pub rows: Vec<Row>,
    /// How sure it is, in bits: the binary logarithm of the odds that the two are one person. Above zero is for one.
    pub bits: f64,
}

impl Card {
    /// The rows of one verdict.
    pub fn rows_that(&self, verdict: Verdict) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.verdict == verdict)
    }
}
