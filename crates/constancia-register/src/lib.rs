//! Ledger, fold, certainty, tallies, contradictions and their store. Does not know how a statement was found.
//!
//! What is taken in or decided is an entry of an append-only ledger; the register is a fold over it into tables that
//! can be dropped and rebuilt. This room reads no clock and no network: times and bytes arrive as arguments.

pub mod brief;

mod canonical;
mod cases;
mod certainty;
mod clusters;
mod contradictions;
mod counting;
mod decisions;
mod error;
mod fold;
mod known;
mod ledger;
mod live;
mod open;
mod people;
pub mod readers;
mod refusal;
mod register;
mod roll;
mod rules;
mod settle;
mod store;
mod stories;
mod tables;
mod tallies;
#[cfg(test)]
mod testing;
mod told;
mod verify;
mod voices;
mod words;

/// Two persons side by side, as identity compares them.
pub mod card {
    pub use constancia_identity::{Card, Field, Row, Verdict};
}

pub use decisions::{DecisionLine, Outcome, Question, Subject, Withdrawn};
pub use error::StoreError;
pub use ledger::{Entry, EntryKind, Reading};
pub use live::{Change, Live};
pub use people::{People, Person, ReportNamed};
pub use refusal::Refusal;
pub use register::Register;
pub use rules::{CertaintyRule, DEFAULT_RULES, IdentityRule, Rules, RulesError};
pub use store::{Store, Taken, TakenIn};
pub use told::Told;
pub use verify::{Fault, Verification};
