//! What was decided as people look at it: every decision with what became of it, and what one decision changed.

use std::collections::{BTreeMap, BTreeSet};

use constancia_identity::Card;
use constancia_model::{Decision, PersonMention, ReportId, Ruled, Verdict};
use rusqlite::Connection;

use crate::clusters::Clusters;
use crate::counting::{Counting, counting};
use crate::error::StoreError;
use crate::people::Person;
use crate::settle;
use crate::tables::{self, JudgementRead, RulingRead};

/// What a decision is about, and what was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// Two persons.
    Persons {
        /// The decision.
        decision: Decision,
        /// The mentions of the one and those of the other.
        sides: [Vec<PersonMention>; 2],
    },
    /// Statements.
    Statements {
        /// The decision.
        decision: Verdict,
        /// The statements.
        statements: Vec<Ruled>,
    },
}

/// Who withdrew a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawn {
    /// Number of the ledger entry that does so.
    pub entry: u64,
    /// Who.
    pub author: String,
    /// When: RFC 3339, UTC.
    pub time: String,
    /// Why.
    pub reason: String,
}

/// One decision of the ledger, with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionLine {
    /// Number of its ledger entry.
    pub entry: u64,
    /// Who took it.
    pub author: String,
    /// When: RFC 3339, UTC.
    pub time: String,
    /// Why.
    pub reason: String,
    /// About what.
    pub subject: Subject,
    /// Who withdrew it, when somebody did.
    pub withdrawn: Option<Withdrawn>,
    /// The decision that took its place, when one did.
    pub replaced_by: Option<u64>,
    /// Whether it is to join two persons, counts, and joins none: what it is about is not there, or is held apart.
    pub idle: bool,
}

/// What a decision changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Number of the ledger entry that records it.
    pub entry: u64,
    /// The persons that are not as they were, as they are now.
    pub persons: Vec<Person>,
    /// Identities under which nobody is any more.
    pub gone: Vec<String>,
    /// Judgements that are about a person who is now several.
    pub resting: Vec<u64>,
    /// Judgements that joined two persons and now join none.
    pub idle: Vec<u64>,
}

/// Two persons who may be one, and nobody has decided.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The two mentions that raise it.
    pub mentions: (PersonMention, PersonMention),
    /// Why they may be one, and what speaks against it: codes of identity with spaces between.
    pub reasons: String,
    /// The two side by side.
    pub card: Card,
}

/// Every decision of people and rules, oldest first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<DecisionLine>, StoreError> {
    let withdrawn = tables::withdrawals(connection)?;
    let judgements = tables::judgements(connection)?;
    let mut found: Vec<DecisionLine> =
        judgement_lines(connection, &judgements)?.chain(ruling_lines(connection)?).collect();
    for line in &mut found {
        line.withdrawn = withdrawn.get(&line.entry).cloned();
        if line.withdrawn.is_some() {
            (line.replaced_by, line.idle) = (None, false);
        }
    }
    found.sort_by_key(|line| line.entry);
    Ok(found)
}

fn judgement_lines(
    connection: &Connection,
    judgements: &[JudgementRead],
) -> Result<impl Iterator<Item = DecisionLine>, StoreError> {
    let mut clusters = Clusters::judged(settle::mentions(connection)?, judgements);
    let counting = counting(judgements);
    let replaced: BTreeMap<u64, u64> =
        counting.iter().filter_map(|one| Some((one.read.entry, one.replaced_by?))).collect();
    let idle = idle(&counting, &mut clusters);
    let line = move |read: &JudgementRead| DecisionLine {
        entry: read.entry,
        author: read.author.clone(),
        time: read.time.clone(),
        reason: read.reason.clone(),
        subject: Subject::Persons { decision: read.decision, sides: read.sides.clone() },
        withdrawn: None,
        replaced_by: replaced.get(&read.entry).copied(),
        idle: idle.contains(&read.entry),
    };
    Ok(judgements.iter().map(line).collect::<Vec<_>>().into_iter())
}

/// Judgements that count, are to join, and join nobody.
pub(crate) fn idle(counting: &[Counting<'_>], clusters: &mut Clusters) -> BTreeSet<u64> {
    let mut idle = BTreeSet::new();
    for one in counting.iter().filter(|one| one.read.decision == Decision::SamePerson) {
        let mut joined = |mentions: &[&PersonMention]| -> BTreeSet<usize> {
            mentions.iter().filter_map(|mention| clusters.cluster(mention)).collect()
        };
        let joins = one.pairs.iter().any(|[ones, others]| !joined(ones).is_disjoint(&joined(others)));
        if !joins && !one.pairs.is_empty() {
            idle.insert(one.read.entry);
        }
    }
    idle
}

/// Judgements that count with a side that is now several persons.
pub(crate) fn resting(counting: &[Counting<'_>], clusters: &mut Clusters) -> BTreeSet<u64> {
    let mut resting = BTreeSet::new();
    for one in counting.iter().filter(|one| !one.pairs.is_empty()) {
        let mut persons = |side: &[PersonMention]| -> BTreeSet<usize> {
            side.iter().filter_map(|mention| clusters.cluster(mention)).collect()
        };
        if one.read.sides.iter().any(|side| persons(side).len() > 1) {
            resting.insert(one.read.entry);
        }
    }
    resting
}

fn ruling_lines(connection: &Connection) -> Result<impl Iterator<Item = DecisionLine>, StoreError> {
    let counting: BTreeMap<(ReportId, _), u64> = tables::rulings(connection)?
        .into_iter()
        .map(|ruling| ((ruling.report, ruling.statement), ruling.entry))
        .collect();
    let mut lines: BTreeMap<u64, DecisionLine> = BTreeMap::new();
    for ruling in tables::all_rulings(connection)? {
        let last = counting.get(&(ruling.report.clone(), ruling.statement.clone())).copied();
        let (entry, ruled) =
            (ruling.entry, Ruled { report: ruling.report.clone(), statement: ruling.statement.clone() });
        let line = lines.entry(entry).or_insert_with(|| ruling_line(ruling, last));
        if last == Some(entry) {
            line.replaced_by = None;
        }
        if let Subject::Statements { statements, .. } = &mut line.subject {
            statements.push(ruled);
        }
    }
    Ok(lines.into_values())
}

fn ruling_line(ruling: RulingRead, last: Option<u64>) -> DecisionLine {
    DecisionLine {
        entry: ruling.entry,
        author: ruling.author,
        time: ruling.time,
        reason: ruling.reason,
        subject: Subject::Statements { decision: ruling.decision, statements: Vec::new() },
        withdrawn: None,
        replaced_by: last,
        idle: false,
    }
}
