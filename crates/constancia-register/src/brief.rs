//! The brief: what the register says today, as data. Every cell carries the statements that it rests on.
//!
//! These are the shapes alone; how they are computed stands in the files beside, how they look is the application's.

use std::sync::Arc;

use constancia_model::{
    AttributeField, Bound, Certainty, InformantClass, Language, PartialDate, ReportId, Span, Stance, Status, Terms,
    Verdict,
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

/// A reviewer's recorded word on a statement or a contradiction, which stays visible beside what it decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulingLine {
    /// Number of its ledger entry.
    pub entry: u64,
    /// Who decided.
    pub author: String,
    /// When, RFC 3339 in UTC.
    pub time: String,
    /// Whether the statements stand, fall or were left open.
    pub decision: Verdict,
    /// Why.
    pub reason: String,
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
    /// The day from which what follows is counted: the first on which it was published.
    pub day: Option<PartialDate>,
    /// What followed after 1, 7 and 30 days; empty where no day is known.
    pub followed: Vec<Followed>,
    /// Who reports it.
    pub sources: Vec<Arc<Source>>,
}

/// What followed an announcement so many days later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Followed {
    /// How many days after the announcement.
    pub days: u16,
    /// Whether the register knows anything published that late; if not, nothing can be said yet.
    pub known: bool,
    /// How many of the persons promised, or of the announced population where nobody is named, are named as released
    /// between the announcement and that day.
    pub named: usize,
    /// The largest number that somebody gave for releases of that population and place up to that day: an index into
    /// `Brief::counts`.
    pub counted: Option<usize>,
}

/// What kind of number is given. Numbers of different kinds are never held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// How many there are on a day ("863 are held").
    Standing,
    /// How many it has been since a day, or so far ("116 freed since 8 January"). Grows, never falls.
    Cumulative,
    /// How many it was on one day ("eleven walked out on Sunday").
    Daily,
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
    /// What kind of number it is.
    pub measure: Measure,
    /// The day from which a cumulative number counts, where one is given.
    pub since: Option<PartialDate>,
    /// The day for which the number is held to be given: as it says, else its publication.
    pub day: Option<PartialDate>,
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
    /// What reviewers decided about its statements.
    pub rulings: Vec<RulingLine>,
    /// Who says so.
    pub sources: Vec<Arc<Source>>,
}

/// One stay in custody, from being taken to being out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The facts, as indexes into `PersonLine::timeline`, earliest first.
    pub facts: Vec<usize>,
    /// When it began, where somebody says so.
    pub began: Option<PartialDate>,
    /// When it ended: out or dead; absent where it goes on or no date is given.
    pub ended: Option<PartialDate>,
    /// Whether nobody says that it ended.
    pub open: bool,
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
    /// The fact that holds today, or on the day asked for.
    pub today: Fact,
    /// Everything that happened, earliest first; undated facts in the order of a case.
    pub timeline: Vec<Fact>,
    /// The stays in custody that the timeline falls into, earliest first.
    pub cases: Vec<Case>,
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
    /// Two lists of names for one event, each with names that the other leaves out.
    List,
}

/// Why two things that differ can both be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Explanation {
    /// In custody first, out later.
    OutSince,
    /// Out first, taken again later.
    TakenAgain,
    /// Denied or promised first, and it happened later.
    HappenedSince,
    /// Moved from one place to the other.
    Moved,
    /// A cumulative number that grew.
    Growth,
    /// Numbers of different days.
    OtherDay,
    /// One list holds the other: it is longer, or later.
    LongerList,
}

/// One side of a contradiction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// Whether a reviewer decided that this side stands, falls, or is left open; absent where nobody decided.
    pub ruled: Option<Verdict>,
    /// What this side says, in a form to print: a status with `not ` before it where denied, a date, a place, a number.
    pub value: String,
    /// Who says so.
    pub sources: Vec<Arc<Source>>,
}

/// Two or more things that cannot all be so, and who says which. Never averaged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contradiction {
    /// Twelve hexadecimal digits, from what it is about and who says what: the same as long as the sides are.
    pub id: String,
    /// What it is about.
    pub about: ContradictionAbout,
    /// The person, where it is about one.
    pub person: Option<String>,
    /// Her identity.
    pub person_id: Option<String>,
    /// The event concerned.
    pub status: Status,
    /// The population, where it is about a count.
    pub population: Option<String>,
    /// The place, where it is about a count or a list.
    pub place: Option<String>,
    /// Why it is none after all, where time explains it.
    pub explained: Option<Explanation>,
    /// What reviewers decided about it, latest last. It is settled when one side stands and every other one falls.
    pub rulings: Vec<RulingLine>,
    /// The sides, at least two.
    pub sides: Vec<Side>,
}

impl Contradiction {
    /// Whether a reviewer settled it: exactly one side stands, and every other one falls.
    pub fn is_settled(&self) -> bool {
        let ruled = |decision| self.sides.iter().filter(|side| side.ruled == Some(decision)).count();
        ruled(Verdict::Stands) == 1 && ruled(Verdict::Falls) + 1 == self.sides.len()
    }

    /// Whether it still asks for an answer: neither time nor a reviewer gave one.
    pub fn is_open(&self) -> bool {
        self.explained.is_none() && !self.is_settled()
    }
}

/// One number at one day of a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The day for which it is given.
    pub day: PartialDate,
    /// The number or its lower end.
    pub low: u64,
    /// The upper end; absent where open.
    pub high: Option<u64>,
    /// How it is bounded.
    pub bound: Option<Bound>,
    /// The line that gives it: an index into `Brief::counts`.
    pub count: usize,
}

/// One informant's numbers over time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// Who gives them, in the first wording.
    pub informant: Option<String>,
    /// What kind of informant.
    pub class: Option<InformantClass>,
    /// The numbers, by day.
    pub points: Vec<Point>,
}

/// For one population, place and kind of number: each informant's numbers, the register's own named count under the
/// same definition, and the gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Twelve hexadecimal digits, from its definition.
    pub id: String,
    /// Of what.
    pub status: Status,
    /// The population, as said, folded to one wording; absent for everybody.
    pub population: Option<String>,
    /// The place, as said; absent where no place is known.
    pub place: Option<String>,
    /// Whether the place was not said with the number but is where its report takes place.
    pub place_inferred: bool,
    /// On which terms; absent for all.
    pub terms: Option<Terms>,
    /// What kind of number.
    pub measure: Measure,
    /// From which day a cumulative number counts.
    pub since: Option<PartialDate>,
    /// The tally that this one is a part of, by population or place: an index into `Brief::tallies`.
    pub part_of: Option<usize>,
    /// Each informant's numbers over time, the largest last number first.
    pub series: Vec<Series>,
    /// Each informant's numbers: indexes into `Brief::counts`.
    pub counts: Vec<usize>,
    /// Numbers announced for the future under the same population and place: indexes into `Brief::announcements`.
    pub announced: Vec<usize>,
    /// How many persons the register names under this definition on the last day for which somebody gives a number.
    pub named: usize,
    /// How many it names on each day on which that number changes or somebody gives a number.
    pub named_series: Vec<(PartialDate, usize)>,
    /// The largest number given for the last day less the named; absent where nobody gives a number.
    pub gap: Option<u64>,
}

/// Reports about the same event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryLine {
    /// The reports, in order of publication.
    pub reports: Vec<ReportId>,
    /// What they share, in words to print: persons, places, numbers, dates.
    pub shared: Vec<String>,
}

/// What the register says today.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// The day for which it speaks; absent for today.
    pub as_of: Option<PartialDate>,
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
    /// What differs: what cannot all be so, what time explains, and what a reviewer settled.
    pub contradictions: Vec<Contradiction>,
    /// Announced, counted, named, and the gap.
    pub tallies: Vec<Tally>,
    /// Reports about the same event, two at least.
    pub stories: Vec<StoryLine>,
}
