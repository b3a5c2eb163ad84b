//! The words of dates of each language, and the patterns that are built of them once.
//!
//! It holds lists and patterns. It must not know what a date is resolved against.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use constancia_model::Language;
use serde::Deserialize;

use super::patterns::Patterns;

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("../../data/en/dates.toml")));
static SPANISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("../../data/es/dates.toml")));
static LENIENT_ENGLISH: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::any_case(include_str!("../../data/en/dates.toml")));
static LENIENT_SPANISH: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::any_case(include_str!("../../data/es/dates.toml")));

/// Lists as they stand in the data file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lists {
    /// Whether months and weekdays are only found capitalised.
    pub capitalised_names: bool,
    /// The months, each as full names and then abbreviations.
    pub months: Vec<Vec<String>>,
    /// The weekdays from Monday.
    pub weekdays: Vec<Vec<String>>,
    /// The days of a month in words.
    pub day_words: Vec<Vec<String>>,
    /// What may stand right behind the number of a day.
    pub day_suffixes: Vec<String>,
    /// Words between day and month.
    pub before_month: Vec<String>,
    /// Words between month and year.
    pub before_year: Vec<String>,
    /// Behind a month: of last year.
    pub last_year: Vec<String>,
    /// Behind a month: of this year.
    pub this_year: Vec<String>,
    /// Whether the month can stand before the day.
    pub month_first: bool,
    /// Whether it can do so without a year.
    pub month_first_without_year: bool,
    /// Words between the first and last day of a stretch.
    pub range_links: Vec<String>,
    /// Words between two days of a month.
    pub pair_links: Vec<String>,
    /// Words that make such a pair a stretch.
    pub pair_openers: Vec<String>,
    /// Words for a part of a month or year.
    pub about: Vec<String>,
    /// Words after which four digits are a year.
    pub year_after_strong: Vec<String>,
    /// Words after which they are one when no noun follows.
    pub year_after_weak: Vec<String>,
    /// Words between years.
    pub year_links: Vec<String>,
    /// Words that are no noun.
    pub functions_after: BTreeSet<String>,
    /// Words for the one before.
    pub side_last: Vec<String>,
    /// Words for the present one.
    pub side_this: Vec<String>,
    /// Words for the one to come.
    pub side_next: Vec<String>,
    /// Words for the nearest.
    pub side_near: Vec<String>,
    /// Words after which none is meant.
    pub side_none: Vec<String>,
    /// Words after which a month is a date.
    pub months_after: BTreeSet<String>,
    /// Words after which a name may follow the date.
    pub names_may_follow: BTreeSet<String>,
    /// The same as `side_last`, behind the unit.
    pub side_last_after: Vec<String>,
    /// The same as `side_next`, behind the unit.
    pub side_next_after: Vec<String>,
    /// Words between weekdays that mean every week.
    pub weekday_spans: Vec<String>,
    /// The word for Saturday and Sunday.
    pub weekend: Vec<String>,
    /// The word for seven days.
    pub week: Vec<String>,
    /// The word for a month.
    pub month: Vec<String>,
    /// The word for a year.
    pub year: Vec<String>,
    /// Words before a duration that count it back from now.
    pub ago_before: Vec<String>,
    /// Words behind a duration that count it back from now.
    pub ago_after: Vec<String>,
    /// Words that make "a week" approximate.
    pub about_before_article: Vec<String>,
    /// Articles that mean one before a unit.
    pub articles: Vec<String>,
    /// Half of a unit, before the unit.
    pub half_between: Vec<String>,
    /// Half of a unit, behind the unit.
    pub half_after: Vec<String>,
    /// Words that count a duration from another event.
    pub moved: Vec<String>,
    /// Words that make a duration an age.
    pub ages: Vec<String>,
    /// Words before a day and month that make it a name.
    pub names_before: BTreeSet<String>,
    /// Words behind a day and month that make it a name.
    pub names_after: BTreeSet<String>,
    /// Words before the date a report prints for itself.
    pub publication_words: Vec<String>,
    /// Words between those and the date.
    pub publication_fillers: Vec<String>,
    /// Words that a line begins with which names a bulletin and its date.
    pub publication_titles: Vec<String>,
    /// Words between a place and its date.
    pub place_links: Vec<String>,
    /// Words behind the date before who published.
    pub publishers_after: Vec<String>,
    /// Words before a date that lies ahead.
    pub forward: Vec<String>,
    /// Words for a day counted from today.
    pub offsets: BTreeMap<String, i32>,
    /// Phrases that look like those.
    pub no_offsets: NoOffsets,
    /// Phrases that are counted from the date before.
    pub anchors: Anchors,
    /// Units of time in days.
    pub units: BTreeMap<String, u32>,
}

/// Phrases that look like a day counted from today.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NoOffsets {
    /// The phrases.
    pub phrases: Vec<String>,
}

/// Phrases for a date that is counted from the one named before it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Anchors {
    /// Its month.
    pub months: BTreeSet<String>,
    /// Its year.
    pub years: BTreeSet<String>,
    /// Behind a month: of its year.
    pub of_that_year: Vec<String>,
    /// Behind a day: of its month.
    pub of_that_month: Vec<String>,
    /// Words before a day of its month.
    pub day_openers: Vec<String>,
    /// Whether the number of a day of its month must be an ordinal.
    pub ordinal_days: bool,
    /// Words behind a duration that count it back.
    pub back: Vec<String>,
    /// Words behind a phrase that count it from something else.
    pub refused_behind: BTreeSet<String>,
    /// Last words of a phrase behind which no other word may stand.
    pub alone: Vec<String>,
    /// Days from it.
    pub days: BTreeMap<String, i32>,
}

/// The words of dates of one language.
pub(super) struct Lexicon {
    /// The lists.
    pub lists: Lists,
    /// The patterns.
    pub patterns: Patterns,
    /// Whether months and weekdays are found in any case, with any word behind them.
    pub lenient: bool,
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

    /// The same for texts that nobody edited: names of months and weekdays are found in any case.
    pub fn lenient(language: &Language) -> Option<&'static Self> {
        match language {
            Language::English => Some(&LENIENT_ENGLISH),
            Language::Spanish => Some(&LENIENT_SPANISH),
            Language::Other(_) => None,
        }
    }

    /// The month of that name, from 1.
    pub fn month(&self, name: &str) -> Option<i8> {
        place(&self.lists.months, name)
    }

    /// The weekday of that name, from 1 for Monday.
    pub fn weekday(&self, name: &str) -> Option<i8> {
        place(&self.lists.weekdays, name)
    }

    /// The day of that name, from 1.
    pub fn day_word(&self, name: &str) -> Option<i8> {
        place(&self.lists.day_words, name)
    }

    fn read(data: &str) -> Self {
        let lists: Lists =
            toml::from_str(data).expect("the words of dates are part of the program and a test reads them");
        let patterns = Patterns::of(&lists);
        Self { lists, patterns, lenient: false }
    }

    fn any_case(data: &str) -> Self {
        let mut lexicon = Self::read(data);
        lexicon.lists.capitalised_names = false;
        let patterns = Patterns::of(&lexicon.lists);
        Self { patterns, lenient: true, ..lexicon }
    }
}

/// The place of a name in a list of names, from 1.
fn place(names: &[Vec<String>], name: &str) -> Option<i8> {
    let wanted = name.to_lowercase();
    let wanted = wanted.trim_end_matches('.');
    let at = names.iter().position(|names| names.iter().any(|name| name == wanted))?;
    i8::try_from(at + 1).ok()
}
