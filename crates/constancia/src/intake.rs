//! From the paths that a user names to reports in the store: finding, reading, committing, saying what went wrong.
//!
//! Knows files and the store; knows nothing of what is in a report.

pub mod fetch;
pub mod find;
pub mod interruption;
pub mod problem;
pub mod progress;
pub mod sitting;
