//! How sure *we* are of a fact. How sure the source sounds is part of the statement, not of this.

use serde::{Deserialize, Serialize};

/// The certainty of one fact of the register, weakest first except for `Disputed`, which stands apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// One origin says it.
    Reported,
    /// Two or more independent origins say it and do not rest on the same informant.
    Corroborated,
    /// An informant of a class that settles it, or a reviewer's judgement with a reason.
    Confirmed,
    /// An independent origin says otherwise and time does not explain it.
    Disputed,
}
