//! How rare words and companions are in the register. Counts, and knows nothing of persons.

use std::collections::HashMap;

use crate::name::{Name, lists};

/// People of whom the register says nothing and who may bear the name too: a small register knows no rarity by itself.
const BACKGROUND: f64 = 10_000.0;

/// How often a word stands in the names of the background: one in a hundred for the common ones of
/// `data/common_names.txt`, as the first ranks of national statistics are, one in five thousand for any other.
const COMMON: f64 = 0.01;
const RARE: f64 = 0.0002;

/// Reports of the background, for companions.
const BACKGROUND_REPORTS: f64 = 100.0;

/// Bits of one companion at most.
const COMPANION: f64 = 5.0;

/// How often words and companions occur.
pub(crate) struct Rarity<'a> {
    names: f64,
    words: HashMap<&'a str, u32>,
    reports: f64,
    companions: HashMap<u64, u32>,
}

impl<'a> Rarity<'a> {
    /// Counts words once a name, so that somebody named in a hundred reports does not make her name common, and
    /// companions once a report.
    pub fn of(names: impl Iterator<Item = &'a Name>, reports: usize, companions: HashMap<u64, u32>) -> Self {
        let (mut words, mut count) = (HashMap::new(), 0_u32);
        for name in names {
            count += 1;
            name.words.iter().for_each(|word| *words.entry(word.as_str()).or_default() += 1);
        }
        let reports = f64::from(u32::try_from(reports).unwrap_or(u32::MAX));
        Self { names: f64::from(count), words, reports, companions }
    }

    /// The share of people who bear a word.
    pub fn share(&self, word: &str) -> f64 {
        let background = if lists::is_common(word) { COMMON } else { RARE };
        let counted = f64::from(self.words.get(word).copied().unwrap_or_default());
        (counted + background * BACKGROUND) / (self.names + BACKGROUND)
    }

    /// The odds, in bits, that two people picked at random are one.
    pub fn prior(&self) -> f64 {
        -(self.names + BACKGROUND).log2()
    }

    /// What it is worth that two reports name this companion.
    pub fn companion(&self, key: u64) -> f64 {
        let named = f64::from(self.companions.get(&key).copied().unwrap_or_default());
        ((self.reports + BACKGROUND_REPORTS) / (named + 1.0)).log2().clamp(0.0, COMPANION)
    }
}
