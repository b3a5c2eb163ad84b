//! The brief: what the register says today, as data. Every cell carries the statements that it rests on.
//!
//! These are the shapes alone; how they are computed stands in the files beside, how they look is the application's.

use std::sync::Arc;

use constancia_model::{
    AttributeField, Bound, Certainty, InformantClass, Language, PartialDate, ReportId, Span, Stance, Status, Terms,
};
use serde::{Deserialize, Serialize};

/// One statement behind a cell, with the words in their sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Identity of the statement: the first twelve digits of its report, a hyphen, its number in the report,
    /// after an `m` where only a model found it.
    pub statement: String,
    /// The report that says it.
    pub report: ReportId,
    /// The report's name as taken in.
    pub report_name: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// When.
    pub published: Option<PartialDate>,
    /// The origin that the report belongs to: the identity of its first report.
    pub origin: ReportId,
    /// Whom the report credits.
    pub informant: Option<String>,
    /// What kind of informant.
    pub informant_class: Option<InformantClass>,
    /// Whether it asserts, denies or doubts.
    pub stance: Stance,
    /// Whether the words hold back.
    pub hedged: bool,
    /// Name and version of everybody who read it there: the rules, a model, or both.
    #[serde(default)]
    pub readers: Vec<String>,
    /// The sentence or line that holds the words.
    pub sentence: String,
    /// Where in `sentence` the words stand, in bytes.
    pub words: Span,
}

/// A value of the register with its certainty and the statements it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell<T> {
    /// What is held to be so.
    pub value: T,
    /// How sure we are.
    pub certainty: Certainty,
    /// Who says so, in order of publication. Never empty.
    pub sources: Vec<Arc<Source>>,
}

/// One report of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportLine {
    /// Its identity.
    pub id: ReportId,
    /// Its name as taken in.
    pub name: String,
    /// Its headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// When.
    pub published: Option<PartialDate>,
    /// In which language.
    pub language: Language,
    /// The origin that it belongs to.
    pub origin: ReportId,
    /// The report that it retells, when it is a copy.
    pub copy_of: Option<ReportId>,
    /// How many statements it holds.
    pub statements: usize,
    /// How many warnings there are about it.
    pub warnings: usize,
}

/// An announcement: people are to be released, or are said to be going free without a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    /// Who announced: the informant or speaker; absent where the outlet itself says so.
    pub by: Option<String>,
    /// The person promised, where one is named.
    pub person: Option<String>,
    /// The number promised, where one is given: lower and upper end.
    pub number: Option<(u64, Option<u64>)>,
    /// How that number is bounded.
    pub bound: Option<Bound>,
    /// Of whom, as said.
    pub population: Option<String>,
    /// Where, as said.
    pub place: Option<String>,
    /// The words of the announcement where they are quoted and give no number ("an important number").
    pub words: Option<String>,
    /// When it is to happen, or was announced.
    pub date: Option<PartialDate>,
    /// Who reports it.
    pub sources: Vec<Arc<Source>>,
}

/// A number that somebody gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountLine {
    /// Of what: held, released …
    pub status: Status,
    /// The number or its lower end.
    pub low: u64,
    /// The upper end; absent where open.
    pub high: Option<u64>,
    /// How it is bounded.
    pub bound: Option<Bound>,
    /// Of whom, as said.
    pub population: Option<String>,
    /// Where, as said.
    pub place: Option<String>,
    /// When it happened.
    pub date: Option<PartialDate>,
    /// When it was true.
    pub as_of: Option<PartialDate>,
    /// On which terms.
    pub terms: Option<Terms>,
    /// Whether somebody denies it instead of giving it.
    pub stance: Stance,
    /// Who gives it.
    pub informant: Option<String>,
    /// How sure we are.
    pub certainty: Certainty,
    /// In how many reports.
    pub reports: usize,
    /// From how many origins.
    pub origins: usize,
    /// The statements.
    pub sources: Vec<Arc<Source>>,
}

/// One thing that happened to a person, as the register holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What happened.
    pub status: Status,
    /// Whether the register holds that it happened, or that somebody says it did not.
    pub stance: Stance,
    /// When; the most precise date that is given.
    pub date: Option<Cell<PartialDate>>,
    /// Where.
    pub place: Option<Cell<String>>,
    /// On which terms, most independent origins first. Released is not free: every term that somebody gives stands here.
    pub terms: Vec<Cell<Terms>>,
    /// The authority that acted.
    pub by: Option<Cell<String>>,
    /// The offence.
    pub accusation: Option<Cell<String>>,
    /// How sure we are that it happened.
    pub certainty: Certainty,
    /// Whether every statement of it holds back.
    pub hedged: bool,
    /// Who says so.
    pub sources: Vec<Arc<Source>>,
}

/// Who a person is said to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributeLine {
    /// What is said about.
    pub field: AttributeField,
    /// What is said, with its sources.
    pub value: Cell<String>,
}

/// A row of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonLine {
    /// Identity of the person: sixteen hexadecimal digits, from her earliest mention in canonical order.
    pub id: String,
    /// The fullest name that a report gives.
    pub name: String,
    /// The other names that reports give.
    pub other_names: Vec<String>,
    /// The fact that holds today.
    pub today: Fact,
    /// Everything that happened, earliest first; undated facts in the order of a case.
    pub timeline: Vec<Fact>,
    /// Who she is said to be.
    pub attributes: Vec<AttributeLine>,
    /// Everybody credited for any of it.
    pub informants: Vec<String>,
    /// In how many reports.
    pub reports: usize,
    /// From how many origins.
    pub origins: usize,
}

/// What a contradiction is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContradictionAbout {
    /// It happened, it did not happen.
    Status,
    /// Two dates that cannot both be.
    Date,
    /// Two places.
    Place,
    /// Two terms.
    Terms,
    /// Two numbers for one population, place and day.
    Count,
}

/// One side of a contradiction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// What this side says, in a form to print: a status with `not ` before it where denied, a date, a place, a number.
    pub value: String,
    /// Who says so.
    pub sources: Vec<Arc<Source>>,
}

/// Two or more things that cannot all be so, and who says which. Never averaged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contradiction {
    /// What it is about.
    pub about: ContradictionAbout,
    /// The person, where it is about one.
    pub person: Option<String>,
    /// The event concerned.
    pub status: Status,
    /// The population, where it is about a count.
    pub population: Option<String>,
    /// The sides, at least two.
    pub sides: Vec<Side>,
}

/// For one status: what was announced, what was counted by each informant, and whom the register can name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Of what.
    pub status: Status,
    /// The population, as said, folded to one wording; absent for everybody.
    pub population: Option<String>,
    /// The place, as said; absent for everywhere.
    pub place: Option<String>,
    /// Each informant's numbers: indexes into `Brief::counts`.
    pub counts: Vec<usize>,
    /// Numbers announced for the future under the same population and place: indexes into `Brief::announcements`.
    pub announced: Vec<usize>,
    /// How many persons the register names with this status (and place, where one is given).
    pub named: usize,
    /// The largest number given less the named; absent where nobody gives a number.
    pub gap: Option<u64>,
}

/// What the register says today.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// The reports it rests on.
    pub reports: Vec<ReportLine>,
    /// How many independent origins they have.
    pub origins: usize,
    /// What was announced and by whom.
    pub announcements: Vec<Announcement>,
    /// Every number somebody gave.
    pub counts: Vec<CountLine>,
    /// The persons named.
    pub persons: Vec<PersonLine>,
    /// Who is said to be still in custody: indexes into `persons`.
    pub still_held: Vec<usize>,
    /// What cannot all be so.
    pub contradictions: Vec<Contradiction>,
    /// Announced, counted, named, and the gap.
    pub tallies: Vec<Tally>,
}
