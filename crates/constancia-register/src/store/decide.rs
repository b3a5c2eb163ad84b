//! Deciding: a decision is checked, recorded and followed in one step, and the answer says what became of it.

use std::collections::BTreeSet;

use constancia_identity::Proposal;
use constancia_model::{Decided, Judgement, PersonMention};
use rusqlite::Connection;

use super::{Store, append, derived_persons, refresh, write_transaction};
use crate::canonical::to_canonical;
use crate::clusters::Clusters;
use crate::counting::counting;
use crate::decisions::{self, DecisionLine, Outcome, Question};
use crate::error::StoreError;
use crate::ledger::{self, EntryKind};
use crate::people::{People, Person};
use crate::refusal::Before;
use crate::settle;
use crate::tables::{self, JudgementRead};

impl Store {
    /// Records a decision and brings the register after it.
    ///
    /// # Errors
    /// Refused when it has no reason or author, or is about what is not there or cannot be; see [`crate::Refusal`].
    /// After any error nothing of it is in the store.
    pub fn decide(&mut self, decided: &Decided, author: &str, time: &str) -> Result<Outcome, StoreError> {
        self.connection.pragma_update(None, "synchronous", "full")?;
        let outcome = self.decide_now(decided, author, time);
        self.connection.pragma_update(None, "synchronous", "normal")?;
        outcome
    }

    fn decide_now(&mut self, decided: &Decided, author: &str, time: &str) -> Result<Outcome, StoreError> {
        let transaction = write_transaction(&mut self.connection)?;
        super::record_rules(&transaction, &self.rules, time)?;
        let mut before = Picture::of(&transaction)?;
        before.check(&transaction, decided, author)?;
        append(&transaction, EntryKind::Judgement, to_canonical(decided)?, author, time)?;
        let entry = ledger::last(&transaction)?.0;
        super::record_rules(&transaction, &self.rules, time)?;
        refresh(&transaction)?;
        let outcome = Picture::of(&transaction)?.since(before, entry);
        transaction.commit()?;
        Ok(outcome)
    }

    /// The persons as they are.
    pub fn people(&self) -> Result<People, StoreError> {
        let snapshot = self.connection.unchecked_transaction()?;
        People::of(&snapshot, derived_persons(&snapshot)?)
    }

    /// Every decision of people and rules, oldest first, with what became of it.
    pub fn decisions(&self) -> Result<Vec<DecisionLine>, StoreError> {
        let snapshot = self.connection.unchecked_transaction()?;
        decisions::all(&snapshot)
    }

    /// Who may be one person and is not certain enough for a rule; what people answered is not asked again.
    pub fn questions(&self) -> Result<Vec<Question>, StoreError> {
        let snapshot = self.connection.unchecked_transaction()?;
        let (mut clusters, proposals) = settle::proposals(&snapshot, &self.rules)?;
        let asked = proposals.into_iter().filter(|proposal| {
            let (one, other) = &proposal.judgement.mentions;
            !proposal.certain && clusters.may_ask(one, other)
        });
        let question = |Proposal { judgement, card, .. }| {
            let Judgement { mentions, reason: reasons, .. } = judgement;
            Question { mentions, reasons, card }
        };
        Ok(asked.map(question).collect())
    }
}

/// The judgements, and the persons that follow from them.
struct Picture {
    judgements: Vec<JudgementRead>,
    clusters: Clusters,
}

impl Picture {
    fn of(connection: &Connection) -> Result<Self, StoreError> {
        let judgements = tables::judgements(connection)?;
        let clusters = Clusters::judged(settle::mentions(connection)?, &judgements);
        Ok(Self { judgements, clusters })
    }

    fn check(&mut self, connection: &Connection, decided: &Decided, author: &str) -> Result<(), StoreError> {
        let Self { judgements, clusters } = self;
        Before { connection, judgements, clusters }.check(decided, author)
    }

    fn groups(&self) -> BTreeSet<Vec<&PersonMention>> {
        self.clusters.groups().into_iter().collect()
    }

    fn idle(&mut self) -> BTreeSet<u64> {
        decisions::idle(&counting(&self.judgements), &mut self.clusters)
    }

    fn resting(&mut self) -> BTreeSet<u64> {
        decisions::resting(&counting(&self.judgements), &mut self.clusters)
    }

    /// What is not as it was before.
    fn since(mut self, mut before: Self, entry: u64) -> Outcome {
        let newly = |now: BTreeSet<u64>, was: BTreeSet<u64>| now.difference(&was).copied().collect();
        let (idle, resting) = (newly(self.idle(), before.idle()), newly(self.resting(), before.resting()));
        let (were, are) = (before.groups(), self.groups());
        let person = |group: &Vec<&PersonMention>| Person::of(settle::cluster(group.clone()));
        let persons: Vec<Person> = are.difference(&were).map(person).collect();
        let now: BTreeSet<&str> = persons.iter().map(|person| person.id.as_str()).collect();
        let gone = were.difference(&are).map(|group| settle::cluster(group.clone()).id);
        let gone = gone.filter(|id| !now.contains(id.as_str())).collect();
        Outcome { entry, persons, gone, resting, idle }
    }
}
