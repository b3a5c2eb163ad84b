//! Who copied whom: copies, origins, credits.
//!
//! Compares wordings only. This room does not know what a word means, what a report states, or which outlet is
//! respectable; it sees texts, dates and credit lines, and answers the same whatever the order they arrive in.

mod copies;
mod credits;
pub mod stories;

pub use copies::{Archive, Copy, Direction, How, Lineage, Origin, OriginKind, Placement, Shared, Text, lineage};
pub use credits::{Credit, Reach};
