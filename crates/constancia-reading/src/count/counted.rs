//! Numbers that may count people, each with the noun it counts.
//!
//! Leaves out ages, dates, labels, shares and what is never people; what happened to those counted is `count`'s.

use std::ops::Range;

use constancia_language::numbers::NumberMention;
use constancia_model::Span;

use super::{label, noun};
use crate::phrases::PhraseKind;
use crate::refusal::{Reason, Refusal};
use crate::scene::{Row, Scene};

/// A number with its noun.
pub struct Counted<'a> {
    /// The number.
    pub number: &'a NumberMention,
    /// Its words, as indexes.
    pub words: Range<usize>,
    /// The phrase that holds it.
    pub phrase: usize,
    /// The noun, as a word; none for a number by itself.
    pub noun: Option<usize>,
    /// The phrase that holds the noun; the number's own where there is none.
    pub noun_phrase: usize,
    /// Whether the noun stands before the number: "puts the number of prisoners at 74".
    pub noun_before: bool,
}

/// The numbers of a row that may count people; among them those that stand with people and count none.
pub fn counted<'a>(scene: &'a Scene, row: &Row) -> Vec<Result<Counted<'a>, Refusal>> {
    let span = scene.span(&row.words);
    let first = scene.analysis.numbers.partition_point(|n| n.span.start < span.start);
    let numbers = scene.analysis.numbers[first..].iter().take_while(|n| n.span.end <= span.end);
    numbers.filter(|n| !n.ordinal && !measures_time(scene, n.span)).filter_map(|n| in_phrase(scene, row, n)).collect()
}

fn measures_time(scene: &Scene, span: Span) -> bool {
    scene.analysis.durations.iter().any(|d| d.span.overlaps(span))
        || scene.analysis.dates.iter().any(|d| d.span.overlaps(span))
}

fn in_phrase<'a>(scene: &Scene, row: &Row, number: &'a NumberMention) -> Option<Result<Counted<'a>, Refusal>> {
    let start = scene.analysis.word_at(number.span.start);
    let end = scene.analysis.word_at(number.span.end - 1) + 1;
    let phrase = row.phrase_at(start)?;
    if matches!(row.phrases[phrase].kind, PhraseKind::Quote(_)) || scene.analysis.name_of(start).is_some() {
        return None;
    }
    let noun = noun::behind(scene, row, row.phrase_at(end - 1)?, end);
    let noun_phrase = noun.and_then(|w| row.phrase_at(w)).unwrap_or(phrase);
    let never = noun.is_some_and(|w| {
        scene.words.is_never_people(scene.lower(w)) || scene.words.thing_nouns.contains(scene.lower(w))
    });
    let single = number.low <= 1 && number.high == Some(number.low);
    let share =
        end < row.words.end && matches!(scene.lower(end), "%" | "$" | "€") || label::is_share(scene, row, start, end);
    if never || label::is_label(scene, row, &(start..end)) || label::is_age(scene, row, start, end) {
        return None;
    }
    let counted =
        Counted { number, words: start..end, phrase, noun, noun_phrase, noun_before: noun.is_some_and(|w| w < start) };
    match (share, single) {
        (false, false) => Some(Ok(counted)),
        _ if !noun::is_people(scene, &counted) => None,
        _ => Some(Err(counted.refused(if share { Reason::Share } else { Reason::SinglePerson }))),
    }
}

impl Counted<'_> {
    /// The number and its noun as no count.
    pub fn refused(&self, reason: Reason) -> Refusal {
        let noun = self.noun.filter(|&noun| noun >= self.words.end && noun < self.words.end + 6);
        let words = self.words.start..noun.map_or(self.words.end, |noun| noun + 1);
        Refusal { words, reason }
    }
}
