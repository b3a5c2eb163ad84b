//! Ledger, fold, certainty, tallies, contradictions and their store. Does not know how a statement was found.
//!
//! What is taken in or decided is an entry of an append-only ledger; the register is a fold over it into tables that
//! can be dropped and rebuilt. This room reads no clock and no network: times and bytes arrive as arguments.

pub mod brief;

mod announcements;
mod canonical;
mod cells;
mod certainty;
mod clusters;
mod contradictions;
mod counting;
mod counts;
mod decisions;
mod error;
mod events;
mod fold;
mod held;
mod known;
mod ledger;
mod names;
mod open;
mod opposition;
mod people;
mod persons;
mod places;
mod populations;
pub mod readers;
mod refusal;
mod register;
mod sentence;
mod settle;
mod store;
mod stories;
mod tables;
mod tallies;
#[cfg(test)]
mod testing;
mod today;
mod told;
mod verify;
mod word_lists;

pub use decisions::{DecisionLine, Outcome, Question, Subject, Withdrawn};
pub use error::StoreError;
pub use ledger::{Entry, EntryKind, Reading};
pub use people::{People, Person, ReportNamed};
pub use refusal::Refusal;
pub use register::Register;
pub use store::{Store, Taken, TakenIn};
pub use told::Told;
pub use verify::{Fault, Verification};
