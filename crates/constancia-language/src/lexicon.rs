//! Word lists that say how a language is written: abbreviations, clitics, particles and titles of names.
//!
//! The lists are data (`data/<language>/lexicon.toml`); nothing here knows custody.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use constancia_model::Language;
use serde::Deserialize;

use crate::folding::fold;

/// The lists of one language. Languages that are not read get the English marks.
#[derive(Debug, Deserialize)]
pub struct Lexicon {
    abbreviations: BTreeSet<String>,
    openers: BTreeSet<String>,
    clitics: Vec<String>,
    /// By the whole word, how long the first of its two words is.
    contractions: BTreeMap<String, usize>,
    units: BTreeSet<String>,
    numberings: BTreeSet<String>,
    particles: BTreeSet<String>,
    person_particles: BTreeSet<String>,
    honorifics: BTreeSet<String>,
    titles: BTreeSet<String>,
    place_heads: BTreeSet<String>,
    institution_heads: BTreeSet<String>,
    thing_heads: BTreeSet<String>,
    person_nouns: BTreeSet<String>,
    person_endings: Vec<String>,
    calendar: BTreeSet<String>,
    shouted: BTreeSet<String>,
    feasts: BTreeSet<String>,
}

/// Places of custody known by name, folded.
static PRISONS: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| include_str!("../data/prisons.txt").lines().map(fold).collect());

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::parse(include_str!("../data/en/lexicon.toml")));
static SPANISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::parse(include_str!("../data/es/lexicon.toml")));

impl Lexicon {
    /// The lists of `language`.
    pub fn of(language: &Language) -> &'static Self {
        match language {
            Language::Spanish => &SPANISH,
            Language::English | Language::Other(_) => &ENGLISH,
        }
    }

    fn parse(text: &str) -> Self {
        toml::from_str(text).expect("the word lists are part of the program")
    }

    /// Whether `word`, without its dot, is an abbreviation.
    pub fn is_abbreviation(&self, word: &str) -> bool {
        self.abbreviations.contains(word) || single_capital(word)
    }

    /// Whether `word` begins a sentence even behind the dot of an abbreviation.
    pub fn is_opener(&self, word: &str) -> bool {
        self.openers.contains(word)
    }

    /// Endings that are words of their own, longest first.
    pub fn clitics(&self) -> &[String] {
        &self.clitics
    }

    /// How long the first word is of the two that `lower` is grown together from: "can|not".
    pub fn contraction(&self, lower: &str) -> Option<usize> {
        self.contractions.get(lower).copied()
    }

    /// Whether `word` is a unit that is written right behind a figure: "5pm", "40km".
    pub fn is_unit(&self, word: &str) -> bool {
        self.units.contains(word)
    }

    /// Whether `word`, without its dot, announces a number and is otherwise a word: "No. 12".
    pub fn is_numbering(&self, word: &str) -> bool {
        self.numberings.contains(word)
    }

    /// Whether `word`, without its dot, is the initial of a name.
    pub fn is_initial(&self, word: &str) -> bool {
        single_capital(word)
    }

    /// Whether `word` joins the parts of a name of a place or an institution.
    pub fn is_particle(&self, word: &str) -> bool {
        self.particles.contains(word)
    }

    /// Whether `word` joins the parts of a person's name.
    pub fn is_person_particle(&self, word: &str) -> bool {
        self.person_particles.contains(word)
    }

    /// Whether `word` is a courtesy before a person's name.
    pub fn is_honorific(&self, word: &str) -> bool {
        self.honorifics.contains(word.trim_end_matches('.'))
    }

    /// Whether `lower` makes the name beside it, or that it is part of, a place, in either language.
    pub fn is_place_head(&self, lower: &str) -> bool {
        ENGLISH.place_heads.contains(lower) || SPANISH.place_heads.contains(lower)
    }

    /// Whether `lower` makes a name that it is part of an institution, in either language.
    pub fn is_institution_head(&self, lower: &str) -> bool {
        ENGLISH.institution_heads.contains(lower) || SPANISH.institution_heads.contains(lower)
    }

    /// Whether a name that ends with `lower` is one of a thing, a building or an event, in either language.
    pub fn is_thing(&self, lower: &str) -> bool {
        ENGLISH.thing_heads.contains(lower) || SPANISH.thing_heads.contains(lower)
    }

    /// Whether `lower` is a word of the calendar that is written with a capital and names nobody.
    pub fn is_calendar(&self, lower: &str) -> bool {
        self.calendar.contains(lower)
    }

    /// Whether `word` is a common word written in capitals for its weight: "NOT", "OJO".
    pub fn is_shouted(&self, word: &str) -> bool {
        self.shouted.contains(word)
    }

    /// Whether `name` is a feast or a season: "Holy Week", "Semana Santa".
    pub fn is_feast(&self, name: &str) -> bool {
        ENGLISH.feasts.contains(name) || SPANISH.feasts.contains(name)
    }

    /// Whether `name` is a place of custody known by name.
    pub fn is_prison(&self, name: &str) -> bool {
        PRISONS.contains(&fold(name))
    }

    /// Whether `lower` is a noun for a person: "nurse", "periodista".
    pub fn is_person_noun(&self, lower: &str) -> bool {
        let ending = || lower.len() > 5 && self.person_endings.iter().any(|end| lower.ends_with(end.as_str()));
        self.person_nouns.contains(lower) || ending()
    }

    /// Whether `lower` stands in the list of nouns for persons, whatever its ending.
    pub fn is_listed_person(&self, lower: &str) -> bool {
        self.person_nouns.contains(lower)
    }

    /// Whether `word` is an office written before a person's name.
    pub fn is_title(&self, word: &str) -> bool {
        self.titles.contains(word)
    }
}

/// An initial: "J." in "J. Ruiz". The network called X is none.
fn single_capital(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(|c| c.is_uppercase() && c != 'X') && chars.next().is_none()
}
