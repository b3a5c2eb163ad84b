//! What a text is about, from its analysis: names, numbers, dates, kinds of events and words, each with its prominence.
//!
//! Names of places, kinds of events and counted things are written alike for all languages, by the lists in `data/`.
//! Nothing here knows custody, or compares two texts.

mod across;
mod gathered;
mod measures;

use constancia_model::{Gist, Language};

use crate::analysis::{Analysis, Word};
use crate::folding::fold;
use crate::lexicon::Lexicon;
use crate::names::{Name, NameKind};
use crate::tagging::Tag;
use crate::tokens::TokenKind;

use self::across::Across;
use self::gathered::Gathered;

/// How many features of a kind are kept at most, so that a gist stays small however long the text.
const NAMES: usize = 20;
const PLACES: usize = 14;
const MEASURES: usize = 14;
const EVENTS: usize = 24;
const WORDS: usize = 60;

/// What a feature of the opening, which tells the news, counts for; elsewhere it counts once.
const OPENING: u8 = 3;
/// The sentences of the opening: the headline and the two behind it.
const OPENING_SENTENCES: usize = 3;

/// Words shorter than this say little.
const SHORTEST: usize = 3;

/// The gist of an analysed text; that of a language that is not read is empty.
pub fn gist(analysis: &Analysis) -> Gist {
    if !analysis.language.is_read() {
        return Gist::default();
    }
    let mut found = Found::default();
    let opening = analysis.sentences.iter().take(OPENING_SENTENCES).next_back().map_or(0, |last| last.span.end);
    let weight = |start: usize| if start < opening { OPENING } else { 1 };
    for name in &analysis.names {
        found.name(analysis, name, weight(name.span.start));
    }
    for (at, word) in analysis.words.iter().enumerate() {
        found.word(&analysis.language, word, analysis.name_of(at), weight(word.span.start));
    }
    measures::numbers(analysis, |number, start| found.numbers.add(number, weight(start)));
    measures::dates(analysis, |date, start| found.dates.add(date, weight(start)));
    found.into_gist(&analysis.language)
}

#[derive(Default)]
struct Found {
    persons: Gathered,
    places: Gathered,
    institutions: Gathered,
    numbers: Gathered,
    dates: Gathered,
    events: Gathered,
    words: Gathered,
}

impl Found {
    /// A place is named as a whole, everybody and everything else by the parts of the name.
    fn name(&mut self, analysis: &Analysis, name: &Name, weight: u8) {
        if let Some(place) = across::place(analysis.at(name.span)) {
            return self.places.add(place.to_owned(), weight);
        }
        let parts = analysis.words[name.words.clone()].iter().filter(|word| word.capital).map(|word| fold(&word.lower));
        let parts = parts.filter(|part| part.len() >= SHORTEST);
        match name.kind {
            NameKind::Place => self.places.add(one_line(analysis.at(name.span)), weight),
            NameKind::Person => parts.for_each(|part| self.persons.add(part, weight)),
            NameKind::Institution | NameKind::Unknown => parts.for_each(|part| self.institutions.add(part, weight)),
        }
    }

    fn word(&mut self, language: &Language, word: &Word, name: Option<&Name>, weight: u8) {
        let person = name.is_some_and(|name| name.kind == NameKind::Person);
        let speaking = matches!(word.tag.tag, Tag::Noun | Tag::Verb | Tag::Adjective | Tag::ProperNoun);
        let written = word.capital || *language == Language::Spanish;
        let calendar = written && Lexicon::of(language).is_calendar(&word.lower);
        if word.kind != TokenKind::Word || !speaking || person || calendar {
            return;
        }
        if let Some(country) = across::demonym(&word.lemma).or_else(|| across::demonym(&word.lower)) {
            self.places.add(country.to_owned(), weight);
        }
        let across = Across::of(language);
        for concept in across.concepts(&word.lemma, &word.lower) {
            self.events.add(concept.to_owned(), weight);
        }
        if name.is_none() && word.lemma.len() >= SHORTEST && word.lemma.chars().all(char::is_alphabetic) {
            self.words.add(fold(&word.lemma), weight);
        }
    }

    fn into_gist(self, language: &Language) -> Gist {
        Gist {
            language: Some(language.clone()),
            persons: self.persons.most_prominent(NAMES),
            places: self.places.most_prominent(PLACES),
            institutions: self.institutions.most_prominent(NAMES),
            numbers: self.numbers.most_prominent(MEASURES),
            dates: self.dates.most_prominent(MEASURES),
            events: self.events.most_prominent(EVENTS),
            words: self.words.most_prominent(WORDS),
        }
    }
}

/// Folded, with one space between its words.
fn one_line(name: &str) -> String {
    fold(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
