//! A regular expression behind a looser one that runs in a single fast pass.
//!
//! Boundaries of words are slow to find in a text with accents, and most texts hold no date. The looser expression asks
//! only for boundaries that can be told by plain letters, so it finds every place where the exact one can match. It
//! must not know what is looked for.

use std::iter;
use std::sync::OnceLock;

use regex::{Captures, Regex};

/// What stands for a boundary of words in the looser expression: plain letters on not more than one side.
const LOOSE_BOUNDARY: &str = r"(?:(?-u:\b{start-half})|(?-u:\b{end-half}))";

/// A regular expression that is part of the program and matches no empty text. The exact one is built when the looser one
/// first finds something.
pub(super) struct Pattern {
    text: String,
    exact: OnceLock<Regex>,
    loose: Regex,
}

impl Pattern {
    /// The pattern of that text.
    pub fn of(text: &str) -> Self {
        Self { text: text.to_owned(), exact: OnceLock::new(), loose: expression(&text.replace(r"\b", LOOSE_BOUNDARY)) }
    }

    /// Its matches in order, not overlapping.
    pub fn captures_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        let mut free = 0;
        iter::from_fn(move || {
            let start = self.loose.find_at(text, free)?.start();
            let found = self.exact.get_or_init(|| expression(&self.text)).captures_at(text, start)?;
            free = found.get(0)?.end();
            Some(found)
        })
    }
}

/// A regular expression that is part of the program.
pub(super) fn expression(text: &str) -> Regex {
    Regex::new(text).expect("the patterns are part of the program and a test builds them")
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    fn found<'t>(pattern: &str, text: &'t str) -> Vec<&'t str> {
        Pattern::of(pattern).captures_iter(text).filter_map(|found| Some(found.get(0)?.as_str())).collect()
    }

    #[test]
    fn accented_letters_are_letters_of_a_word() {
        assert_eq!(found(r"\bmar\b", "el mar, la maréa y el ámar"), ["mar"]);
        assert_eq!(found(r"\b(?i:él|sí)\b", "Él dijo sí. Así fue."), ["Él", "sí"]);
    }
}
