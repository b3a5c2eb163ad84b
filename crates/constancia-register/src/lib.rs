//! Ledger, fold, certainty, tallies, contradictions and their store. Does not know how a statement was found.

pub mod brief;
