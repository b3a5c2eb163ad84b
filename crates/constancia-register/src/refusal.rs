//! Why a decision is not recorded: checked before anything is written. Carries identities and numbers, never names.

use std::collections::BTreeSet;

use constancia_model::{Decided, Decision, PersonMention, ReportId, Ruled};
use rusqlite::{Connection, OptionalExtension};
use thiserror::Error;

use crate::canonical::to_canonical;
use crate::clusters::Clusters;
use crate::error::StoreError;
use crate::tables::{JudgementRead, is_rule};

/// Why a decision was refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// It has no reason.
    #[error("a decision needs a reason")]
    NoReason,
    /// Nobody takes it.
    #[error("a decision needs somebody who takes it")]
    NoAuthor,
    /// Somebody takes it in the name of a rule.
    #[error("nobody decides in the name of a rule")]
    AsARule,
    /// It concerns nobody and nothing.
    #[error("a decision needs somebody or something that it is about")]
    AboutNothing,
    /// The two are one mention, or share one.
    #[error("a decision about two persons needs two")]
    Herself,
    /// A mention that the register does not have.
    #[error("report {} names nobody like that", .0.short())]
    NoSuchMention(ReportId),
    /// The two persons are named side by side.
    #[error("report {} names the two apart", .0.short())]
    NamedApart(ReportId),
    /// Something recorded keeps them apart even so.
    #[error("what was decided about others keeps the two apart")]
    KeptApart,
    /// A statement that the register does not have.
    #[error("report {} makes no such statement", .0.short())]
    NoSuchStatement(ReportId),
    /// An entry that the ledger does not have.
    #[error("the ledger has no entry {0}")]
    NoSuchEntry(u64),
    /// An entry that takes something in.
    #[error("entry {0} decides nothing")]
    DecidesNothing(u64),
    /// A withdrawal is not withdrawn.
    #[error("entry {0} is a withdrawal")]
    IsWithdrawal(u64),
    /// It was withdrawn before.
    #[error("entry {entry} was withdrawn by entry {by}")]
    Withdrawn {
        /// The entry.
        entry: u64,
        /// The entry that withdrew it.
        by: u64,
    },
}

/// What stands before the decision: the tables, the judgements, and the mentions as these join them.
pub(crate) struct Before<'a> {
    pub connection: &'a Connection,
    pub judgements: &'a [JudgementRead],
    pub clusters: &'a mut Clusters,
}

impl Before<'_> {
    /// Refuses what cannot be decided.
    pub fn check(&mut self, decided: &Decided, author: &str) -> Result<(), StoreError> {
        check_words(decided, author)?;
        match decided {
            Decided::Mentions(judgement) => {
                let (one, other) = &judgement.mentions;
                Ok(self.check_persons([std::slice::from_ref(one), std::slice::from_ref(other)], judgement.decision)?)
            }
            Decided::Persons(judgement) => {
                let (one, other) = &judgement.persons;
                Ok(self.check_persons([one, other], judgement.decision)?)
            }
            Decided::Statements(ruling) => self.check_statements(&ruling.statements),
            Decided::Withdrawal(withdrawal) => self.check_withdrawal(withdrawal.entry),
        }
    }

    fn check_persons(&mut self, sides: [&[PersonMention]; 2], decision: Decision) -> Result<(), Refusal> {
        if sides.iter().any(|side| side.is_empty()) {
            return Err(Refusal::AboutNothing);
        }
        if sides[0].iter().any(|mention| sides[1].contains(mention)) {
            return Err(Refusal::Herself);
        }
        let missing = sides.into_iter().flatten().find(|mention| !self.clusters.has(mention));
        if let Some(missing) = missing {
            return Err(Refusal::NoSuchMention(missing.report.clone()));
        }
        if decision == Decision::SamePerson { self.check_join(sides) } else { Ok(()) }
    }

    fn check_join(&mut self, sides: [&[PersonMention]; 2]) -> Result<(), Refusal> {
        let [one, other] = sides.map(|side| self.whole(side));
        let shared = || one.iter().find(|mention| other.iter().any(|beside| beside.report == mention.report));
        if !one.is_disjoint(&other) {
            return Ok(());
        }
        match shared() {
            Some(mention) => Err(Refusal::NamedApart(mention.report.clone())),
            None => self.check_joined(sides),
        }
    }

    /// These mentions with all that are joined to them.
    fn whole(&mut self, side: &[PersonMention]) -> BTreeSet<PersonMention> {
        let mut whole = BTreeSet::new();
        for mention in side {
            if !whole.contains(mention) {
                whole.extend(self.clusters.with(mention).into_iter().cloned());
            }
        }
        whole
    }

    /// Whether the two would be one if this were recorded.
    fn check_joined(&self, sides: [&[PersonMention]; 2]) -> Result<(), Refusal> {
        let mut judgements = self.judgements.to_vec();
        judgements.push(JudgementRead {
            entry: u64::MAX,
            author: "somebody".to_owned(),
            time: String::new(),
            sides: sides.map(<[PersonMention]>::to_vec),
            decision: Decision::SamePerson,
            reason: String::new(),
            withdrawn: false,
        });
        let mut after = Clusters::judged(self.clusters.mentions().iter().cloned(), &judgements);
        if after.cluster(&sides[0][0]) == after.cluster(&sides[1][0]) { Ok(()) } else { Err(Refusal::KeptApart) }
    }

    fn check_statements(&self, statements: &[Ruled]) -> Result<(), StoreError> {
        if statements.is_empty() {
            return Err(Refusal::AboutNothing.into());
        }
        let mut query = self.connection.prepare_cached("SELECT 1 FROM statement WHERE report = ? AND body = ?")?;
        for Ruled { report, statement } in statements {
            if !query.exists([report.as_str(), &to_canonical(statement)?])? {
                return Err(Refusal::NoSuchStatement(report.clone()).into());
            }
        }
        Ok(())
    }

    fn check_withdrawal(&self, entry: u64) -> Result<(), StoreError> {
        let find = |sql: &str| self.connection.query_row(sql, [entry as i64], |row| row.get::<_, i64>(0)).optional();
        if let Some(by) = find("SELECT entry FROM withdrawal WHERE withdrawn = ?")? {
            return Err(Refusal::Withdrawn { entry, by: by as u64 }.into());
        }
        let decided = "SELECT entry FROM judgement WHERE entry = ?1 UNION SELECT entry FROM ruling WHERE entry = ?1";
        if find(decided)?.is_some() {
            return Ok(());
        }
        let refusal = if find("SELECT entry FROM withdrawal WHERE entry = ?")?.is_some() {
            Refusal::IsWithdrawal(entry)
        } else if find("SELECT number FROM ledger WHERE number = ?")?.is_some() {
            Refusal::DecidesNothing(entry)
        } else {
            Refusal::NoSuchEntry(entry)
        };
        Err(refusal.into())
    }
}

/// Refuses a decision that nobody answers for.
fn check_words(decided: &Decided, author: &str) -> Result<(), Refusal> {
    if decided.reason().trim().is_empty() {
        return Err(Refusal::NoReason);
    }
    if author.trim().is_empty() {
        return Err(Refusal::NoAuthor);
    }
    if is_rule(author) { Err(Refusal::AsARule) } else { Ok(()) }
}
