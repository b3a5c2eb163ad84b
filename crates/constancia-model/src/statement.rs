//! A statement: one thing that one report says, with the words that say it.
//!
//! Field names and values are those of the interchange format; `Evidence` cannot be built from words that do not stand
//! in the kept text.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{PartialDate, Span};

/// The words do not stand where they were said to stand.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the words do not stand in the kept text at bytes {}..{}", .span.start, .span.end)]
pub struct NotGrounded {
    /// Where they were said to stand.
    pub span: Span,
}

/// The words a statement rests on: verbatim, with their byte range in the kept text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Evidence {
    quote: String,
    #[serde(flatten)]
    span: Span,
}

impl Evidence {
    /// The words at `span`. Refused when the span is empty, white space, or off the characters of the text.
    pub fn at(text: &str, span: Span) -> Result<Self, NotGrounded> {
        match span.of(text) {
            Some(quote) if !quote.trim().is_empty() => Ok(Self { quote: quote.to_owned(), span }),
            _ => Err(NotGrounded { span }),
        }
    }

    /// Words that somebody claims to stand at `span`. Refused unless they stand exactly there.
    pub fn claimed(text: &str, quote: &str, span: Span) -> Result<Self, NotGrounded> {
        let evidence = Self::at(text, span)?;
        if evidence.quote == quote { Ok(evidence) } else { Err(NotGrounded { span }) }
    }

    /// The words.
    pub fn quote(&self) -> &str {
        &self.quote
    }

    /// Where they stand in the kept text.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whether the words still stand at their place; asked again after every read from a store.
    pub fn stands_in(&self, text: &str) -> bool {
        !self.quote.trim().is_empty() && self.span.of(text) == Some(&self.quote)
    }
}

/// What happened to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Taken into custody.
    Detained,
    /// Charged with or formally accused of an offence.
    Charged,
    /// Found guilty or sentenced.
    Convicted,
    /// In custody at some time or place.
    Held,
    /// Moved between places of custody.
    Transferred,
    /// At an unknown place, denied by the authorities, or disappeared.
    Missing,
    /// To be released, according to somebody; not yet out.
    Announced,
    /// Out of custody.
    Released,
    /// Taken again after a release.
    Rearrested,
    /// Died in custody.
    Died,
}

impl Status {
    /// Every status, in the order of a case.
    pub const ALL: [Status; 10] = [
        Self::Detained,
        Self::Charged,
        Self::Convicted,
        Self::Held,
        Self::Transferred,
        Self::Missing,
        Self::Announced,
        Self::Released,
        Self::Rearrested,
        Self::Died,
    ];

    /// The name used in the interchange format and the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Detained => "detained",
            Self::Charged => "charged",
            Self::Convicted => "convicted",
            Self::Held => "held",
            Self::Transferred => "transferred",
            Self::Missing => "missing",
            Self::Announced => "announced",
            Self::Released => "released",
            Self::Rearrested => "rearrested",
            Self::Died => "died",
        }
    }

    /// Whether the person is in custody while this is the last thing known.
    pub fn in_custody(self) -> bool {
        !matches!(self, Self::Released | Self::Died)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The terms on which somebody left custody. Released is not free.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReleaseTerms {
    /// Without conditions.
    Full,
    /// Bail, reporting duty, travel ban, parole, precautionary measures.
    Conditional,
    /// Confined to a home.
    HouseArrest,
    /// Sent out of the country.
    Exile,
    /// Exchanged for others.
    Exchange,
    /// Pardoned.
    Pardon,
    /// Under an amnesty.
    Amnesty,
}

impl ReleaseTerms {
    /// The name used in the interchange format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Conditional => "conditional",
            Self::HouseArrest => "house-arrest",
            Self::Exile => "exile",
            Self::Exchange => "exchange",
            Self::Pardon => "pardon",
            Self::Amnesty => "amnesty",
        }
    }

    /// The terms of that name.
    pub fn parse(name: &str) -> Option<Self> {
        use ReleaseTerms::*;
        [Full, Conditional, HouseArrest, Exile, Exchange, Pardon, Amnesty].into_iter().find(|t| t.name() == name)
    }
}

/// Terms of a release, or of a sentence in the report's words ("ten years").
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Terms {
    /// On which somebody is out.
    Release(ReleaseTerms),
    /// A sentence or condition in the report's own words.
    AsSaid(String),
}

impl From<String> for Terms {
    fn from(text: String) -> Self {
        ReleaseTerms::parse(&text).map_or(Self::AsSaid(text), Self::Release)
    }
}

impl From<Terms> for String {
    fn from(terms: Terms) -> Self {
        terms.to_string()
    }
}

impl fmt::Display for Terms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Release(terms) => f.write_str(terms.name()),
            Self::AsSaid(text) => f.write_str(text),
        }
    }
}

/// Whether the informant says that it is so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// It is so.
    #[default]
    Asserts,
    /// It is not so.
    Denies,
    /// It may not be so.
    Doubts,
}

/// What kind of informant somebody is, for the rule of certainty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InformantClass {
    /// The person concerned.
    #[serde(rename = "self")]
    Person,
    /// Family or partner.
    Relative,
    /// Counsel of the person.
    Lawyer,
    /// A rights group, union, party, church, committee.
    Organisation,
    /// A government, ministry, court, police, foreign government.
    Authority,
    /// Another outlet or agency.
    Outlet,
    /// Anybody else.
    Other,
}

/// What happened to one named person.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StatusEvent {
    /// The fullest name that the report gives.
    pub person: String,
    /// What happened.
    pub status: Status,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Where, as said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The authority that acted, as said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The offence, as said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accusation: Option<String>,
    /// Terms of the release or the sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Terms>,
}

/// How a number is bounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Bound {
    /// More than, over.
    #[serde(rename = "more than")]
    MoreThan,
    /// At least.
    #[serde(rename = "at least")]
    AtLeast,
    /// Nearly, almost.
    #[serde(rename = "nearly")]
    Nearly,
    /// About, around, some.
    #[serde(rename = "about")]
    About,
    /// Up to, at most.
    #[serde(rename = "up to")]
    UpTo,
}

impl Bound {
    /// The name used in the interchange format.
    pub fn name(self) -> &'static str {
        match self {
            Self::MoreThan => "more than",
            Self::AtLeast => "at least",
            Self::Nearly => "nearly",
            Self::About => "about",
            Self::UpTo => "up to",
        }
    }
}

/// How many people are in or out of custody, according to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Count {
    /// What happened to them.
    pub status: Status,
    /// The number, or the lower end.
    pub low: u64,
    /// The upper end; absent where open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<u64>,
    /// How the number is bounded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// Of whom, as said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<String>,
    /// Where, as said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// When it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// When it was true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<PartialDate>,
    /// Terms of the release.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Terms>,
}

/// Whose words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Utterance {
    /// The fullest name that the report gives; an institution where no person is named.
    pub speaker: String,
    /// The words without the marks.
    pub text: String,
    /// The verb that introduces them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verb: Option<String>,
}

/// What is said about who somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the meaning")]
pub enum AttributeField {
    Role,
    Nationality,
    Age,
    Affiliation,
    Spouse,
    Sibling,
    Parent,
    Child,
    Lawyer,
}

/// Who somebody is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Attribute {
    /// The fullest name that the report gives.
    pub person: String,
    /// What is said about.
    pub field: AttributeField,
    /// What is said, in the report's words.
    pub value: String,
}

/// What a statement says.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each holds the type of its name")]
pub enum Content {
    Status(StatusEvent),
    Count(Count),
    Utterance(Utterance),
    Attribute(Attribute),
}

/// One thing that one report says, with the words that say it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Statement {
    /// What is said.
    #[serde(flatten)]
    pub content: Content,
    /// Whom the report credits; absent when the outlet speaks for itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub informant: Option<String>,
    /// What kind of informant that is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub informant_class: Option<InformantClass>,
    /// Whether the informant says that it is so.
    #[serde(default)]
    pub stance: Stance,
    /// Whether the words hold back.
    #[serde(default)]
    pub hedged: bool,
    /// The words it rests on.
    pub evidence: Evidence,
}

impl Statement {
    /// A plain assertion by the outlet itself.
    pub fn new(content: Content, evidence: Evidence) -> Self {
        Self { content, informant: None, informant_class: None, stance: Stance::Asserts, hedged: false, evidence }
    }

    /// The person it is about, where it is about one.
    pub fn person(&self) -> Option<&str> {
        match &self.content {
            Content::Status(event) => Some(&event.person),
            Content::Attribute(attribute) => Some(&attribute.person),
            Content::Count(_) | Content::Utterance(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_do_not_stand_there_are_refused() {
        let text = "Ana Ruiz salió ayer.";
        assert!(Evidence::claimed(text, "Ana Ruiz", Span::new(0, 8)).is_ok());
        assert!(Evidence::claimed(text, "Eva Ruiz", Span::new(0, 8)).is_err());
        assert!(Evidence::at(text, Span::new(0, 14)).is_err(), "inside a character");
        assert!(Evidence::at(text, Span::new(8, 9)).is_err(), "white space only");
        assert!(Evidence::at(text, Span::new(8, 99)).is_err());
    }

    #[test]
    fn a_statement_reads_back_as_it_was_written() {
        let text = "About 60 left under house arrest.";
        let count = Count {
            status: Status::Released,
            low: 60,
            high: Some(60),
            bound: Some(Bound::About),
            population: None,
            place: None,
            date: None,
            as_of: None,
            terms: Some(Terms::Release(ReleaseTerms::HouseArrest)),
        };
        let statement = Statement::new(Content::Count(count), Evidence::at(text, Span::new(0, 8)).unwrap());
        let json = serde_json::to_string(&statement).unwrap();
        assert!(json.contains(r#""kind":"count""#) && json.contains(r#""terms":"house-arrest""#), "{json}");
        assert_eq!(serde_json::from_str::<Statement>(&json).unwrap(), statement);
    }
}
