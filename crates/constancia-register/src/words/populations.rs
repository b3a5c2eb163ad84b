//! Of whom a number speaks: wordings of one population folded to one, in both languages.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::voices::{country_of, of_country, significant};
use crate::words::names::folded;
use crate::words::word_lists::{lines, words};

/// The population that holds every other one.
const EVERYBODY: &str = "people";

/// The population that holds every one that is told apart.
const POLITICAL: &str = "political prisoners";

/// The population that holds the people of one country.
const FOREIGNERS: &str = "foreigners";

struct Known {
    /// Wording → place in `all`.
    wordings: BTreeMap<String, usize>,
    all: Vec<Population>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut known = Known { wordings: BTreeMap::new(), all: Vec::new() };
    for line in lines(include_str!("../../data/populations.txt")) {
        let everybody = line.starts_with('*');
        let wordings: Vec<String> = line.trim_start_matches('*').split('|').map(significant).collect();
        known.wordings.extend(wordings.iter().cloned().map(|wording| (wording, known.all.len())));
        known.all.push(Population { key: wordings[0].clone(), everybody, wordings });
    }
    known
});

static TELLING_NOBODY_APART: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| words(include_str!("../../data/population_words.txt")));

/// The listed wording of a population that is worded with general words alone ("people behind bars for political
/// reasons").
fn general_wording(key: &str) -> Option<&'static str> {
    let general = key.split(' ').all(|word| TELLING_NOBODY_APART.contains(word));
    let political = key.split(' ').any(|word| word.starts_with("polit"));
    general.then_some(if political { POLITICAL } else { EVERYBODY })
}

/// A population under its one wording.
#[derive(Debug, Clone)]
pub(crate) struct Population {
    /// The wording under which it is compared.
    pub key: String,
    /// Whether every named person belongs to it.
    pub everybody: bool,
    wordings: Vec<String>,
}

/// Two wordings with one key are one population.
impl Ord for Population {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key.cmp(&other.key)
    }
}

impl PartialOrd for Population {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Population {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Population {}

impl Population {
    /// The population that some words mean; one that no list knows stands for itself.
    pub fn of(words: &str) -> Self {
        let key = of_country(words);
        let known = KNOWN.wordings.get(&key).or_else(|| KNOWN.wordings.get(general_wording(&key)?));
        match known {
            Some(place) => KNOWN.all[*place].clone(),
            None => Self { wordings: vec![key.clone(), folded(words)], everybody: false, key },
        }
    }

    /// The populations that hold this one, nearest first.
    pub fn wider(&self) -> Vec<Self> {
        let mut wider: Vec<Self> = Vec::new();
        let parts = self.key.split(' ').filter(|_| self.key.contains(' ') && !self.everybody);
        wider.extend(parts.filter_map(|word| KNOWN.wordings.get(word)).map(|place| KNOWN.all[*place].clone()));
        if country_of(&self.key).is_some() {
            wider.push(Self::of(FOREIGNERS));
        }
        wider.extend([POLITICAL, EVERYBODY].map(Self::of));
        let own = wider.iter().position(|other| other == self);
        own.map_or(wider.clone(), |own| wider.split_off(own + 1))
    }

    /// Whether somebody of whom this is said belongs to it: a word of both begins alike ("journalists", "journalist").
    pub fn includes(&self, attribute: &str) -> bool {
        let said = format!("{} {}", folded(attribute), of_country(attribute));
        self.everybody
            || self
                .wordings
                .iter()
                .flat_map(|wording| wording.split(' '))
                .any(|word| said.split(' ').any(|other| begin_alike(word, other)))
    }
}

fn begin_alike(one: &str, other: &str) -> bool {
    const STEM: usize = 5;
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    common >= STEM || (one == other && common > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_of_both_languages_meet() {
        for (one, other, same) in [
            ("presos políticos", "Political prisoners", true),
            ("los periodistas", "journalists", true),
            ("Freedonian nationals", "freedonian nationals", true),
            ("Spanish citizens", "ciudadanos españoles", true),
            ("Spaniards", "Spanish nationals", true),
            ("women", "men", false),
            ("people behind bars for political reasons", "personas presas por motivos políticos", true),
            ("people still in prison", "presos", true),
            ("people in pre-trial detention", "prisoners", false),
            ("women in prison", "prisoners", false),
            ("people", "presos", true),
        ] {
            assert_eq!(Population::of(one).key == Population::of(other).key, same, "{one} / {other}");
        }
        let wider = |words: &str| Population::of(words).wider().into_iter().map(|wider| wider.key).collect::<Vec<_>>();
        assert_eq!(wider("Spaniards"), ["foreigners", "political prisoners", "people"]);
        assert_eq!(wider("periodistas"), ["political prisoners", "people"]);
        assert_eq!(wider("Spanish journalists"), ["journalists", "political prisoners", "people"]);
        assert_eq!(wider("political prisoners"), ["people"]);
        assert_eq!(wider("presos"), [] as [&str; 0]);
        assert!(Population::of("journalists").includes("periodista y abogada"));
        assert!(Population::of("Freedonian nationals").includes("Freedonian-Sylvanian"));
        assert!(!Population::of("Freedonian nationals").includes("teacher"));
        assert!(Population::of("Spanish nationals").includes("venezolana y española"));
        assert!(Population::of("presos políticos").includes("teacher"));
    }
}
