//! What the grammar of periods stands on: the items of a text, and the numbers and simple dates found in it.
//!
//! It must not know how periods are put together.

use std::collections::BTreeMap;

use constancia_model::{Language, PartialDate};
use jiff::civil::Date;

use super::items::{Item, Kind, items};
use super::lexicon::Words;
use crate::dates::Times;
use crate::dates::expression::{Expression, Readings};
use crate::dates::lexicon::Lexicon;
use crate::numbers::{Place, ordinals, scan};

/// A text with what is known about it.
pub(super) struct Scene {
    pub words: &'static Words,
    pub lexicon: &'static Lexicon,
    pub items: Vec<Item>,
    pub published: PartialDate,
    /// The day of the report.
    pub day: Date,
    /// Simple dates by the item they begin with; the end is the item behind them.
    simple: BTreeMap<usize, (Expression, usize)>,
    /// Whole numbers by the item they begin with.
    wholes: BTreeMap<usize, (u64, usize)>,
    ordinals: BTreeMap<usize, (Place, usize)>,
}

impl Scene {
    /// Reads a text that was published on a day.
    pub fn of(language: &Language, text: &str, published: PartialDate) -> Option<Self> {
        let (words, lexicon) = (Words::of(language)?, Lexicon::lenient(language)?);
        let items = items(text);
        let numbers = scan(language, text);
        let first = |byte: usize| items.partition_point(|item| item.span.end <= byte);
        let end = |byte: usize| items.partition_point(|item| item.span.start < byte);
        let mut simple: BTreeMap<usize, (Expression, usize)> = Times::with(lexicon, text, &numbers)
            .simple()
            .into_iter()
            .map(|found| (first(found.span.start), (found.expression, end(found.span.end))))
            .collect();
        for (at, found) in simple.clone() {
            let behind = words.articles.at(&items, at).filter(|behind| *behind < found.1);
            simple.extend(behind.map(|behind| (behind, found)));
        }
        let wholes = numbers
            .into_iter()
            .filter(|found| {
                found.mention.in_words && !found.mention.ordinal && found.mention.high == Some(found.mention.low)
            })
            .map(|found| (first(found.mention.span.start), (found.mention.low, end(found.mention.span.end))))
            .collect();
        let ordinals = ordinals(language, text)
            .into_iter()
            .map(|found| (first(found.span.start), (found.place, end(found.span.end))))
            .collect();
        let day = published.single_day()?;
        Some(Self { words, lexicon, items, published, day, simple, wholes, ordinals })
    }

    pub fn kind(&self, at: usize) -> Option<&Kind> {
        self.items.get(at).map(|item| &item.kind)
    }

    pub fn word(&self, at: usize) -> Option<&str> {
        self.items.get(at)?.word()
    }

    pub fn number(&self, at: usize) -> Option<u64> {
        match self.kind(at)? {
            Kind::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub fn is_sign(&self, at: usize, signs: &[char]) -> bool {
        matches!(self.kind(at), Some(Kind::Sign(sign)) if signs.contains(sign))
    }

    /// A simple date that begins at an item.
    pub fn simple(&self, at: usize) -> Option<(Expression, usize)> {
        self.simple.get(&at).copied()
    }

    /// A whole number in figures or words.
    pub fn whole(&self, at: usize) -> Option<(u64, usize)> {
        let figures = self.number(at).map(|number| (number, at + 1));
        figures.or_else(|| self.wholes.get(&at).copied())
    }

    /// Whether a name of a month or weekday means something else as well.
    pub fn is_ambiguous(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| self.words.ambiguous_names.contains(word))
    }

    /// Whether the word is the plural of a unit.
    pub fn is_plural(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| self.words.is_plural(word))
    }

    /// Which one: from 1 for the first, from -1 back for the last.
    pub fn place(&self, at: usize) -> Option<(i64, usize)> {
        if let Some(end) = self.words.last_words.at(&self.items, at) {
            return Some((-1, end));
        }
        let (place, end) = *self.ordinals.get(&at)?;
        match place {
            Place::FromStart(place) => Some((i64::try_from(place).ok()?, end)),
            Place::FromEnd(back) => Some((-1 - i64::try_from(back).ok()?, end)),
            Place::FromCurrent(_) => None,
        }
    }

    /// The readings of an expression.
    pub fn resolve(&self, expression: Expression) -> Option<Readings> {
        expression.resolve(Some(self.published))
    }

    /// The item behind articles and the like.
    pub fn without(&self, phrases: &super::lexicon::Phrases, at: usize) -> usize {
        phrases.at(&self.items, at).unwrap_or(at)
    }
}
