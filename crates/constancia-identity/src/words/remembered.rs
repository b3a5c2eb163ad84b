//! Likenesses of words that were compared before: in a register the same few thousand words meet again and again.

use std::collections::HashMap;

use super::{Likeness, likeness};
use crate::keys::key;

/// Likenesses that are kept at most; then it begins anew.
const KEPT: usize = 1 << 20;

/// Likenesses by two words.
#[derive(Debug, Default)]
pub(crate) struct Likenesses {
    known: HashMap<(u64, u64), Likeness>,
}

impl Likenesses {
    /// How alike the two words are.
    pub fn of(&mut self, one: &str, other: &str) -> Likeness {
        if one == other {
            return likeness(one, other);
        }
        if self.known.len() >= KEPT {
            self.known.clear();
        }
        *self.known.entry((key("word", &[one]), key("word", &[other]))).or_insert_with(|| likeness(one, other))
    }
}
