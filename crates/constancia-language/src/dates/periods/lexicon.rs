//! The words of periods of each language, read once from the data beside the code.
//!
//! It holds lists. It must not know what a period is resolved against.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use constancia_model::Language;
use serde::Deserialize;

use super::items::{Item, Kind};
use super::units::Unit;

static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::read(include_str!("../../../data/en/periods.toml")));
static SPANISH: LazyLock<Words> = LazyLock::new(|| Words::read(include_str!("../../../data/es/periods.toml")));

/// Phrases as words, longest first.
#[derive(Debug, Deserialize)]
#[serde(from = "Vec<String>")]
pub(super) struct Phrases(Vec<Vec<String>>);

impl From<Vec<String>> for Phrases {
    fn from(phrases: Vec<String>) -> Self {
        let words = |phrase: &String| phrase.split(' ').map(str::to_owned).collect();
        let mut words: Vec<Vec<String>> = phrases.iter().map(words).collect();
        words.sort_by_key(|words| std::cmp::Reverse(words.len()));
        Self(words)
    }
}

impl Phrases {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where the longest of the phrases that stands at an item ends.
    pub fn at(&self, items: &[Item], at: usize) -> Option<usize> {
        let stands = |words: &&Vec<String>| words.iter().enumerate().all(|(on, word)| is(items, at + on, word));
        self.0.iter().find(stands).map(|words| at + words.len())
    }
}

fn is(items: &[Item], at: usize, word: &str) -> bool {
    match items.get(at).map(|item| &item.kind) {
        Some(Kind::Word(written)) => written == word,
        Some(Kind::Sign(sign)) => word.chars().eq([*sign]),
        _ => false,
    }
}

/// The lists of a language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// Whether figures give the month before the day.
    pub month_first: bool,
    /// Words before a date that the period ends before.
    pub before: Phrases,
    /// Words before a date that the period ends with.
    pub until: Phrases,
    /// Words before a date that the period begins behind.
    pub after: Phrases,
    /// Words before a date that the period begins with.
    pub since: Phrases,
    /// Words behind a date that the period begins with.
    pub or_later: Phrases,
    /// Words behind a date that the period ends with.
    pub or_earlier: Phrases,
    /// Words before the first date of a stretch.
    pub openers: Phrases,
    /// Words between the dates of a stretch.
    pub links: Phrases,
    /// Words between the dates of a stretch that has an opener.
    pub opened_links: Phrases,
    /// Words for the day of the report.
    pub now: Phrases,
    /// Articles.
    pub articles: Phrases,
    /// Words between a part and its whole.
    pub of: Phrases,
    /// Words between a weekday and its week.
    pub to_weekday: Phrases,
    /// Words before the number of a day.
    pub day_before: Phrases,
    /// Words before a length of time that leads to a day.
    pub in_future: Phrases,
    /// Words before a length of time that something happens in.
    pub within: Phrases,
    /// Words behind a length of time that leads to a day.
    pub later: Phrases,
    /// Words between a length of time and the later date it leads to.
    pub counted_before: Phrases,
    /// Words between a length of time and the earlier date it starts from.
    pub counted_after: Phrases,
    /// Words for the one before, before a unit.
    pub side_last: Phrases,
    /// Words for the present one.
    pub side_this: Phrases,
    /// Words for the one to come.
    pub side_next: Phrases,
    /// Words for the one before, behind a unit.
    pub side_last_after: Phrases,
    /// Words for the one to come, behind a unit.
    pub side_next_after: Phrases,
    /// Words before a unit that mean the present one.
    pub the_running: Phrases,
    /// Words for a part of a unit.
    pub parts: Phrases,
    /// Words between "week" and a day in it.
    pub week_of: Phrases,
    /// Words before the number of a week.
    pub week_numbers: Phrases,
    /// Decades by their tens.
    pub decade_words: Vec<String>,
    /// What behind a year makes it a decade.
    pub decade_suffixes: Phrases,
    /// Words before a year that make it a decade.
    pub decade_before: Phrases,
    /// Letters before the number of a quarter.
    pub quarter_letters: Phrases,
    /// Letters before the number of half a year.
    pub half_letters: Phrases,
    /// Words between a weekday and the number of its day.
    pub weekday_links: Phrases,
    /// Words for the last of some.
    pub last_words: Phrases,
    /// Words before a year.
    pub year_words: Phrases,
    /// Words between a day and a month that are both numbers, where a year follows.
    pub of_month: Phrases,
    /// The same where no year follows.
    pub of_month_alone: Phrases,
    /// Articles that mean one before a unit.
    pub one_words: std::collections::BTreeSet<String>,
    /// Words between lengths of time that add up.
    pub and: Phrases,
    /// Words behind lengths of time that count back from now.
    pub ago: Phrases,
    /// Words before a length of time that is exceeded.
    pub more_than: Phrases,
    /// Words before a length of time that is not reached.
    pub less_than: Phrases,
    /// Words between a length of time and the day it begins with.
    pub starting: Phrases,
    /// Words behind a counted unit that mean the last ones.
    pub windows_last_after: Phrases,
    /// Words behind a counted unit that mean the next ones.
    pub windows_next_after: Phrases,
    /// Names of months and weekdays that mean something else in lower case.
    pub ambiguous_names: std::collections::BTreeSet<String>,
    units: BTreeMap<String, Unit>,
}

impl Words {
    /// The lists of a language that is read.
    pub fn of(language: &Language) -> Option<&'static Self> {
        match language {
            Language::English => Some(&ENGLISH),
            Language::Spanish => Some(&SPANISH),
            Language::Other(_) => None,
        }
    }

    /// The unit that stands at an item, and where it ends.
    pub fn unit(&self, items: &[Item], at: usize) -> Option<(Unit, usize)> {
        let ends = (1..=3).rev().map(|length| at + length).filter(|end| *end <= items.len());
        let named = |end: usize| {
            let words: Option<Vec<&str>> = items[at..end].iter().map(Item::word).collect();
            self.units.get(&words?.join(" ")).map(|unit| (*unit, end))
        };
        ends.filter_map(named).next()
    }

    /// Whether a word is the plural of a unit.
    pub fn is_plural(&self, word: &str) -> bool {
        let singular = |ending: &str| word.strip_suffix(ending).is_some_and(|word| self.units.contains_key(word));
        singular("s") || singular("es")
    }

    fn read(data: &str) -> Self {
        toml::from_str(data).expect("the words of periods are part of the program and a test reads them")
    }
}
