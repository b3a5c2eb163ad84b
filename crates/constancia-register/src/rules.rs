//! The rules that a group may set for itself: what corroborates, who confirms, who is joined without asking. Applies
//! none of them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use constancia_identity::Settings;
use constancia_model::{InformantClass, Status};
use serde::{Deserialize, Serialize};

/// The rules that hold where a group sets no others; the file says what each of them means.
pub const DEFAULT_RULES: &str = include_str!("../data/rules.toml");

static DEFAULT: LazyLock<Rules> = LazyLock::new(|| {
    let nobody_settles = CertaintyRule { corroborated_by: 2, confirmed_by: BTreeMap::new() };
    Rules::parse(DEFAULT_RULES).unwrap_or(Rules { certainty: nobody_settles, identity: IdentityRule::default() })
});

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
    pub corroborated_by: usize,
    /// Which classes of informant settle which status when they say it without holding back. A status that is left out
    /// is settled by nobody.
    pub confirmed_by: BTreeMap<Status, Vec<InformantClass>>,
}

impl Rules {
    /// Reads rules as TOML. The error says the line and what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let rules: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        if rules.certainty.corroborated_by < 2 {
            return Err("certainty.corroborated_by: one voice corroborates nothing; the least is 2".to_owned());
        }
        Ok(rules)
    }
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
    fn rules_that_cannot_be_are_refused_with_the_reason() {
        for (text, reason) in [
            ("[certainty]\ncorroborated_by = 1\nconfirmed_by = {}", "the least is 2"),
            ("[certainty]\ncorroborated_by = 2\nconfirmed_by = { freed = [\"self\"] }", "freed"),
            ("[certainty]\ncorroborated_by = 2\nconfirmed_by = {}\nsurely = true", "surely"),
            ("certainty", "1"),
        ] {
            let error = Rules::parse(text).unwrap_err();
            assert!(error.contains(reason), "{error}");
        }
    }
}
