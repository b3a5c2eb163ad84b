//! Compares persons and proposes judgements.
//!
//! Sees names, attributes and events as statements give them, never prose. It decides nothing: a proposal that is
//! `certain` may be recorded by the rule's name, every other one waits for a person. docs/IDENTITY.md explains the whole.

mod candidate;
mod card;
mod comparison;
mod evidence;
mod index;
mod keys;
mod name;
mod propose;
mod rarity;
mod reason;
mod structure;
mod words;

pub use crate::candidate::{Candidate, Proposal, Settings};
pub use crate::card::{Card, Field, Row, Verdict};
pub use crate::comparison::{Comparison, compare_names};
pub use crate::index::Index;
pub use crate::propose::{propose, propose_with};
pub use crate::reason::Reason;
