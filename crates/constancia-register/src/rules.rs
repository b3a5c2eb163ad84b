//! The rules that a group may set for itself: what corroborates, who confirms, who is joined without asking. Applies
//! none of them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use constancia_identity::Settings;
use constancia_model::{InformantClass, Status};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;

/// The rules that hold where a group sets no others; the file says what each of them means.
pub const DEFAULT_RULES: &str = include_str!("../data/rules.toml");

static DEFAULT: LazyLock<Rules> = LazyLock::new(|| {
    let nobody_settles = CertaintyRule { corroborated_by: 2, confirmed_by: BTreeMap::new() };
    Rules::parse(DEFAULT_RULES).unwrap_or(Rules { certainty: nobody_settles, identity: IdentityRule::default() })
});

/// Rules that cannot be used: where, and the words that are wrong or under which something is missing.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}: {words}")]
pub struct RulesError {
    /// The line, from 1.
    pub line: usize,
    /// The words of the file; empty where the whole file lacks something.
    pub words: String,
}

/// Everything that can be set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// When a fact is corroborated and when confirmed.
    pub certainty: CertaintyRule,
    /// When mentions are joined without asking anybody.
    #[serde(default)]
    pub identity: IdentityRule,
}

/// When the rules of identity join mentions by themselves, and when they ask. All figures but the last are bits: binary
/// logarithms of odds, as `constancia_identity::Settings` explains them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct IdentityRule {
    /// From when on the same full name is enough.
    pub by_name: f64,
    /// From when on another spelling, short form or order is enough with facts beside it...
    pub by_facts: f64,
    /// ...that are worth so much by themselves.
    pub of_facts: f64,
    /// By how much a partner must be better than one that excludes it.
    pub margin: f64,
    /// From when on a reviewer is asked.
    pub ask: f64,
    /// How many open questions one person may raise.
    pub questions: usize,
}

impl Default for IdentityRule {
    fn default() -> Self {
        let Settings { by_name, by_facts, of_facts, margin, ask, questions } = Settings::default();
        Self { by_name, by_facts, of_facts, margin, ask, questions }
    }
}

impl IdentityRule {
    pub(crate) fn settings(&self) -> Settings {
        let Self { by_name, by_facts, of_facts, margin, ask, questions } = *self;
        Settings { by_name, by_facts, of_facts, margin, ask, questions }
    }
}

/// When a fact is corroborated and when confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertaintyRule {
    /// How many independent voices make a fact corroborated; at least two.
    #[serde(deserialize_with = "two_at_least")]
    pub corroborated_by: usize,
    /// Which classes of informant settle which status when they say it without holding back. A status that is left out
    /// is settled by nobody.
    pub confirmed_by: BTreeMap<Status, Vec<InformantClass>>,
}

impl Rules {
    /// Reads rules as TOML.
    ///
    /// # Errors
    /// The place of what is not TOML, not known, missing, or not a value that can be.
    pub fn parse(text: &str) -> Result<Self, RulesError> {
        toml::from_str(text).map_err(|error| {
            let span = error.span().unwrap_or_default();
            let before = text.get(..span.start).unwrap_or_default();
            let words = text.get(span).and_then(|words| words.lines().next()).unwrap_or_default();
            RulesError { line: before.matches('\n').count() + 1, words: words.trim().to_owned() }
        })
    }
}

fn two_at_least<'de, D: Deserializer<'de>>(number: D) -> Result<usize, D::Error> {
    let number = usize::deserialize(number)?;
    if number < 2 { Err(D::Error::custom("one voice corroborates nothing")) } else { Ok(number) }
}

impl Default for Rules {
    /// The rules of [`DEFAULT_RULES`].
    fn default() -> Self {
        DEFAULT.clone()
    }
}

impl CertaintyRule {
    /// The classes that settle this status.
    pub(crate) fn settling(&self, status: Status) -> &[InformantClass] {
        self.confirmed_by.get(&status).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_what_its_file_says() {
        let rules = Rules::default();
        assert_eq!(Rules::parse(DEFAULT_RULES).as_ref(), Ok(&rules));
        assert_eq!(rules.certainty.settling(Status::Missing), [InformantClass::Relative, InformantClass::Lawyer]);
        assert_eq!(rules.certainty.settling(Status::Announced), []);
        assert_eq!(rules.identity, IdentityRule::default());
    }

    #[test]
    fn rules_that_cannot_be_are_refused_with_their_place() {
        for (text, line, words) in [
            ("[certainty]\ncorroborated_by = 1\nconfirmed_by = {}", 2, "1"),
            ("[certainty]\ncorroborated_by = 2\nconfirmed_by = { freed = [\"self\"] }", 3, "freed"),
            ("[certainty]\ncorroborated_by = 2\nconfirmed_by = {}\nsurely = true", 4, "surely"),
            ("[certainty]\ncorroborated_by = two", 2, "two"),
            ("[certainty]\nconfirmed_by = {}", 1, "[certainty]"),
            ("", 1, ""),
        ] {
            let expected = RulesError { line, words: words.to_owned() };
            assert_eq!(Rules::parse(text), Err(expected), "{text}");
        }
    }
}
