//! Of whom a number speaks: wordings of one population folded to one, in both languages.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::names::folded;
use crate::told::significant;
use crate::word_lists::lines;

struct Known {
    /// Wording → place in `all`.
    wordings: BTreeMap<String, usize>,
    all: Vec<Population>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut known = Known { wordings: BTreeMap::new(), all: Vec::new() };
    for line in lines(include_str!("../data/populations.txt")) {
        let everybody = line.starts_with('*');
        let wordings: Vec<String> = line.trim_start_matches('*').split('|').map(significant).collect();
        known.wordings.extend(wordings.iter().cloned().map(|wording| (wording, known.all.len())));
        known.all.push(Population { key: wordings[0].clone(), everybody, wordings });
    }
    known
});

/// A population under its one wording.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Population {
    /// The wording under which it is compared.
    pub key: String,
    /// Whether every named person belongs to it.
    pub everybody: bool,
    wordings: Vec<String>,
}

impl Population {
    /// The population that some words mean; one that no list knows stands for itself.
    pub fn of(words: &str) -> Self {
        let key = significant(words);
        match KNOWN.wordings.get(&key) {
            Some(place) => KNOWN.all[*place].clone(),
            None => Self { wordings: vec![key.clone()], everybody: false, key },
        }
    }

    /// Whether somebody of whom this is said belongs to it: a word of both begins alike ("journalists", "journalist").
    pub fn includes(&self, attribute: &str) -> bool {
        let said = folded(attribute);
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
            ("women", "men", false),
        ] {
            assert_eq!(Population::of(one).key == Population::of(other).key, same, "{one} / {other}");
        }
        assert!(Population::of("journalists").includes("periodista y abogada"));
        assert!(Population::of("Freedonian nationals").includes("Freedonian-Sylvanian"));
        assert!(!Population::of("Freedonian nationals").includes("teacher"));
        assert!(Population::of("presos políticos").includes("teacher"));
    }
}
