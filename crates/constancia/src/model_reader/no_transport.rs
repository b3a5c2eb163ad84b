//! In place of the way to an endpoint in a program that was built without one: everything is unreachable.

use crate::model_reader::asking::Reply;
use crate::model_reader::choice::{Key, ModelChoice};
use crate::model_reader::unanswered::Unanswered;

/// No way anywhere.
pub struct Transport;

impl Transport {
    /// No way to the chosen endpoint.
    pub fn to(_: &ModelChoice, _: Option<Key>) -> Self {
        Self
    }

    /// Sends nothing.
    pub fn post(&self, _: &str) -> Result<Reply, Unanswered> {
        Err(Unanswered::Unreachable)
    }
}
