//! The number words of each language, read once from the data beside the code.
//!
//! It holds lists. It must not know how the words combine.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::LazyLock;

use constancia_model::{Bound, Language};
use serde::Deserialize;

use super::comparisons::Comparison;
use super::ordinals::RelativePlace;
use super::tokens::Token;

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("../../data/en/numbers.toml")));
static SPANISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("../../data/es/numbers.toml")));

/// What a word contributes to a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// 0 to 9.
    Unit(u64),
    /// 10 to 29 in one word, after which no unit can stand.
    Teen(u64),
    /// 20 to 90.
    Tens(u64),
    /// 100 to 900 in one word.
    Hundreds(u64),
    /// A hundred that a unit stands before.
    Multiplier(u64),
    /// A thousand and beyond.
    Scale(u64),
    /// A dozen, a score: needs a number or article before it.
    Collective(u64),
}

/// A list of words and what each contributes.
type Table<'a> = (&'a BTreeMap<String, u64>, fn(u64) -> Part);

/// Lists as they stand in the data file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lists {
    /// Articles that mean one before a hundred or a dozen.
    pub articles: BTreeSet<String>,
    /// Words that halve a hundred or a dozen after them.
    pub halves: BTreeSet<String>,
    /// Phrases that add half of what stands before them.
    pub half_after: BTreeSet<String>,
    /// Words between the parts of one number.
    pub joiners: BTreeSet<String>,
    /// Whether a joiner must stand between tens and units.
    pub joiner_after_tens: bool,
    /// Whether a thousand can stand without a number before it.
    pub bare_thousand: bool,
    /// Endings that make figures an ordinal.
    pub ordinal_suffixes: BTreeSet<String>,
    /// Pairs of words around the lower number of a range.
    pub range_openers: Vec<(String, String)>,
    /// Words between the numbers of a range.
    pub range_joiners: BTreeSet<String>,
    /// Words between two numbers next to each other ("two or three").
    pub neighbour_joiners: BTreeSet<String>,
    /// Articles that may stand before the numbers of a range.
    pub range_articles: BTreeSet<String>,
    /// Verbs of change, after which two numbers are no range.
    pub change_before: BTreeSet<String>,
    /// Words that may stand between a bound and its number.
    pub fillers: BTreeSet<String>,
    /// What makes a number a share.
    pub percent_after: BTreeSet<String>,
    /// What makes a number a time of day.
    pub clock_after: BTreeSet<String>,
    /// What makes a number a fraction.
    pub fractions_after: BTreeSet<String>,
    /// Words before a number that only names something.
    pub labels_before: BTreeSet<String>,
    /// Codes of money before an amount.
    pub currencies_before: BTreeSet<String>,
    /// Phrases between the numbers of a ratio.
    pub ratio: BTreeSet<String>,
    /// The sign between whole numbers and decimals.
    pub decimal_sign: char,
    /// Words between whole numbers and decimals.
    pub decimal_words: BTreeSet<String>,
    /// Words that make the number behind them negative.
    pub negatives: BTreeSet<String>,
    /// Words between what stands above and below the line of a fraction.
    pub over: BTreeSet<String>,
    /// Words between a fraction and the scale that it is a part of.
    pub fraction_of: BTreeSet<String>,
    /// Words between a number and the fraction that is added to it.
    pub fraction_joiners: BTreeSet<String>,
    /// Endings that make a number word the lower half of a fraction.
    pub fraction_endings: Vec<String>,
    /// Ordinals that are no fractions.
    pub no_fractions: BTreeSet<String>,
    /// Units behind a number that is no lower half of a fraction.
    pub measures_after: BTreeSet<String>,
    /// Whether ordinals add up and agree with their noun ("vigésimo terceros").
    pub ordinal_chains: bool,
    /// Words between the numbers of a range, with nothing before them.
    pub range_words: BTreeSet<String>,
    /// Words between two comparisons of one range.
    pub range_conjunctions: BTreeSet<String>,
    /// The words for one.
    pub one_words: BTreeSet<String>,
    /// Words after which "one" is no number.
    pub not_one_after: BTreeSet<String>,
    /// Phrases before which "one" is no number.
    pub not_one_before: BTreeSet<String>,
    units: BTreeMap<String, u64>,
    teens: BTreeMap<String, u64>,
    tens: BTreeMap<String, u64>,
    hundreds: BTreeMap<String, u64>,
    multipliers: BTreeMap<String, u64>,
    scales: BTreeMap<String, u64>,
    collectives: BTreeMap<String, u64>,
    /// Ordinal words.
    pub ordinals: BTreeMap<String, u64>,
    /// Letters and abbreviations behind figures, and what they multiply by. Their case counts.
    pub suffixes: BTreeMap<String, u64>,
    /// Words for a lower half of a fraction, in the singular.
    pub fractions: BTreeMap<String, u64>,
    /// Words that are a fraction without a number before them.
    pub lone_fractions: BTreeMap<String, u64>,
    /// Phrases that say which one without a number.
    pub relative_ordinals: BTreeMap<String, RelativePlace>,
    /// Phrases that compare with the number after them.
    pub comparisons_before: BTreeMap<String, Comparison>,
    /// Phrases that compare with the number before them.
    pub comparisons_after: BTreeMap<String, Comparison>,
    /// Phrases behind a compared number that include it.
    pub equal_after: BTreeMap<String, Comparison>,
    /// Phrases that bound the number after them.
    pub bounds_before: BTreeMap<String, Bound>,
    /// Phrases that bound the number before them.
    pub bounds_after: BTreeMap<String, Bound>,
}

/// The number words of one language.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// The lists.
    pub lists: Lists,
    parts: BTreeMap<String, Part>,
    /// Every word that a number can begin with.
    openers: HashSet<String>,
    /// Ordinals that a word with its number can end in: "tresmillonésimo".
    large_ordinals: Vec<String>,
}

impl Lexicon {
    /// The lexicon of a language that is read.
    pub fn of(language: &Language) -> Option<&'static Self> {
        match language {
            Language::English => Some(&ENGLISH),
            Language::Spanish => Some(&SPANISH),
            Language::Other(_) => None,
        }
    }

    /// Whether a number, an ordinal or a range can begin at a token.
    pub fn opens(&self, token: &Token) -> bool {
        let compound = || self.large_ordinals.iter().any(|ending| token.folded.ends_with(ending.as_str()));
        token.is_figure() || self.openers.contains(&token.folded) || compound()
    }

    /// What a folded word contributes to a number.
    pub fn part(&self, word: &str) -> Option<Part> {
        self.parts.get(word).copied()
    }

    /// Which one a folded ordinal word says.
    pub fn ordinal(&self, word: &str) -> Option<u64> {
        self.lists.ordinals.get(word).copied()
    }

    /// What a word of scale multiplies by, a hundred included.
    pub fn scale(&self, word: &str) -> Option<u64> {
        match self.part(word)? {
            Part::Scale(scale) | Part::Multiplier(scale) => Some(scale),
            _ => None,
        }
    }

    fn read(data: &str) -> Self {
        let lists: Lists =
            toml::from_str(data).expect("the number words are part of the program and a test reads them");
        let mut parts = BTreeMap::new();
        let tables: [Table<'_>; 7] = [
            (&lists.units, Part::Unit),
            (&lists.teens, Part::Teen),
            (&lists.tens, Part::Tens),
            (&lists.hundreds, Part::Hundreds),
            (&lists.multipliers, Part::Multiplier),
            (&lists.scales, Part::Scale),
            (&lists.collectives, Part::Collective),
        ];
        for (table, part) in tables {
            parts.extend(table.iter().map(|(word, value)| (word.clone(), part(*value))));
        }
        let openers = openers(&lists, &parts);
        let large = lists.ordinals.iter().filter(|(_, value)| lists.ordinal_chains && **value >= 1000);
        let large_ordinals = large.map(|(word, _)| word.clone()).collect();
        Self { lists, parts, openers, large_ordinals }
    }
}

fn openers(lists: &Lists, parts: &BTreeMap<String, Part>) -> HashSet<String> {
    let ranges = lists.range_openers.iter().map(|(opener, _)| opener);
    let words = parts.keys().chain(lists.ordinals.keys()).chain(&lists.articles).chain(&lists.halves);
    words.chain(ranges).cloned().collect()
}
