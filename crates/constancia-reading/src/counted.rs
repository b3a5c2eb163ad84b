//! Numbers that may count people, each with the noun it counts.
//!
//! Leaves out ages, dates, labels, shares and what is never people; what happened to those counted is `count`'s.

use std::ops::Range;

use constancia_language::TokenKind;
use constancia_language::numbers::NumberMention;
use constancia_language::tagging::Tag;
use constancia_model::Span;

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
    let noun = noun_behind(scene, row, row.phrase_at(end - 1)?, end);
    let noun_phrase = noun.and_then(|w| row.phrase_at(w)).unwrap_or(phrase);
    let never = noun.is_some_and(|w| {
        scene.words.is_never_people(scene.lower(w)) || scene.words.thing_nouns.contains(scene.lower(w))
    });
    let glued = start > row.words.start
        && matches!(
            scene.lower(start - 1),
            "no."
                | "nº"
                | "$"
                | "€"
                | "£"
                | "article"
                | "artículo"
                | "page"
                | "página"
                | "building"
                | "edificio"
                | "número"
                | "number"
                | "kilo"
                | "section"
                | "#"
                | "/"
                | "de"
                | "age"
                | "aged"
        )
        && is_label(scene, start, end);
    let list_number =
        start == row.words.start && end < row.words.end && matches!(scene.lower(end), "." | ")" | "/" | "-");
    let single = number.low <= 1 && number.high == Some(number.low);
    let share = end < row.words.end && matches!(scene.lower(end), "%" | "$" | "€") || out_of(scene, row, start, end);
    let age = is_age(scene, row, start, end) || is_difference(scene, row, end);
    if never || glued || list_number || age {
        return None;
    }
    let counted =
        Counted { number, words: start..end, phrase, noun, noun_phrase, noun_before: noun.is_some_and(|w| w < start) };
    match (share, single) {
        (false, false) => Some(Ok(counted)),
        _ if !is_people(scene, &counted) => None,
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

/// "de 33 años" is a duration already; "page 4", "artículo 5" are labels.
fn is_label(scene: &Scene, start: usize, end: usize) -> bool {
    let next = scene.analysis.words.get(end);
    scene.lower(start - 1) != "de" && scene.lower(start - 1) != "number" && scene.lower(start - 1) != "número"
        || next.is_none_or(|w| w.kind == TokenKind::Mark && w.lower == "años")
}

/// "nine out of ten", "one in twenty".
fn out_of(scene: &Scene, row: &Row, start: usize, end: usize) -> bool {
    let after = |n: usize| if row.words.contains(&(end + n)) { scene.lower(end + n) } else { "" };
    let before = start.checked_sub(1).map_or("", |w| scene.lower(w));
    let fraction = after(0) == "out" && after(1) == "of"
        || matches!(before, "in") && start >= 2 && matches!(scene.lower(start - 2), "one" | "two" | "three")
        || before == "of" && start >= 2 && scene.lower(start - 2) == "out";
    let each = after(0) == "de" && after(1) == "cada" || before == "cada";
    fraction || each
}

/// "five more than on Saturday", "21 más que en junio".
fn is_difference(scene: &Scene, row: &Row, end: usize) -> bool {
    let word = |at: usize| if row.words.contains(&at) { scene.lower(at) } else { "" };
    let compared = |at: usize| {
        matches!(word(at), "more" | "fewer" | "less" | "más" | "menos") && matches!(word(at + 1), "than" | "que")
    };
    compared(end) || compared(end + 1)
}

/// "X, 44,", "X (26, …)" and "children under sixteen".
fn is_age(scene: &Scene, row: &Row, start: usize, end: usize) -> bool {
    let bounded = start >= row.words.start + 2
        && matches!(scene.lower(start - 1), "under" | "over" | "aged" | "below")
        && scene.words.is_people(scene.lower(start - 2));
    bounded || is_age_in_apposition(scene, row, start, end)
}

fn is_age_in_apposition(scene: &Scene, row: &Row, start: usize, end: usize) -> bool {
    let small = end - start == 1 && scene.lower(start).len() <= 2;
    let opened = start > row.words.start && matches!(scene.lower(start - 1), "," | "(" | "aged");
    let closed = end >= row.words.end || matches!(scene.lower(end), "," | ")" | "." | "and");
    let named = start >= 2 && scene.roster.within(&(start - 2..start)).is_some();
    small && opened && closed && named
}

/// The noun that the number counts, with its phrase: right behind it, at the end of its phrase, in the phrase behind it,
/// behind "of", or, where the number stands alone behind a verb of counting, the noun of people before it.
fn noun_behind(scene: &Scene, row: &Row, phrase: usize, end: usize) -> Option<usize> {
    let own = &row.phrases[phrase];
    let next = Some(end).filter(|&w| w < row.words.end && is_known(scene, w));
    let inside = || (end..own.words.end).filter(|&w| is_nominal(scene, w));
    let spanish = scene.analysis.is_spanish();
    let last = inside().rev().find(|&w| is_known(scene, w));
    let head = if spanish { inside().next() } else { inside().next_back() };
    next.or(last)
        .or(head)
        .or_else(|| next_phrase(scene, row, phrase, end))
        .or_else(|| predicated(scene, row, phrase, end))
        .or_else(|| said_before(scene, row, phrase, end))
}

fn is_known(scene: &Scene, word: usize) -> bool {
    let lower = scene.lower(word);
    scene.words.is_people(lower) || scene.words.counted_status(lower).is_some() || scene.words.is_never_people(lower)
}

fn is_nominal(scene: &Scene, word: usize) -> bool {
    let w = &scene.analysis.words[word];
    w.kind == TokenKind::Word
        && matches!(w.tag.tag, Tag::Noun | Tag::ProperNoun | Tag::Adjective | Tag::Verb | Tag::Pronoun)
}

/// "1.037 los presos políticos", "40 millones de córdobas"; "28 of the 33" counts no new noun.
fn next_phrase(scene: &Scene, row: &Row, phrase: usize, end: usize) -> Option<usize> {
    let next = row.phrases.get(phrase + 1).filter(|p| p.words.start == end)?;
    if next.kind == PhraseKind::Noun && is_known(scene, next.head) {
        return Some(next.head);
    }
    let of = next.kind == PhraseKind::Preposition && matches!(scene.lower(next.head), "de" | "of");
    let noun =
        row.phrases.get(phrase + 2).filter(|p| of && p.kind == PhraseKind::Noun && p.words.start == next.words.end)?;
    let pronoun = Some(noun.words.start).filter(|&w| scene.words.counts.pronouns.contains(scene.lower(w)));
    pronoun.or_else(|| (scene.analysis.words[noun.head].tag.tag != Tag::Number).then_some(noun.head))
}

/// "17 are women", "169 son militares y 442, civiles": the noun of people that a number by itself is said to be.
fn predicated(scene: &Scene, row: &Row, phrase: usize, end: usize) -> Option<usize> {
    let [joint, noun, ..] = row.phrases.get(phrase + 1..)? else { return None };
    let copula = joint.kind == PhraseKind::Verb && scene.words.counts.being_there.contains(scene.lower(joint.head));
    let gap = joint.kind == PhraseKind::Comma && noun.words.len() == 1;
    let people = |w: &usize| scene.words.is_people(scene.lower(*w)) || is_plural_person(scene, *w);
    let alone = row.phrases[phrase].words.end == end && joint.words.start == end && noun.kind == PhraseKind::Noun;
    (alone && (copula || gap)).then(|| noun.words.clone().find(people)).flatten()
}

/// "puts the number of prisoners at 74", "la cifra de presos sube a 173".
fn said_before(scene: &Scene, row: &Row, phrase: usize, end: usize) -> Option<usize> {
    let alone = row.phrases[phrase].words.end == end;
    let verb = row.phrases[..phrase].iter().rev().take(8).any(|p| p.kind == PhraseKind::Verb);
    let people = |w: &usize| {
        let lower = scene.lower(*w);
        !matches!(lower, "others" | "otros" | "otras")
            && scene.analysis.words[*w].tag.plural
            && (scene.words.is_people(lower) || scene.words.counted_status(lower).is_some())
            || lower == "staff"
    };
    let free = |w: &usize| !(*w > row.words.start && scene.analysis.words[*w - 1].tag.tag == Tag::Number);
    let before = row.phrases[phrase].words.start;
    (row.words.start..before).rev().take(16).find(|w| people(w) && free(w)).filter(|_| alone && verb)
}

/// Whether the noun is of people.
pub fn is_people(scene: &Scene, counted: &Counted) -> bool {
    counted.noun.is_some_and(|w| {
        let lower = scene.lower(w);
        scene.words.is_people(lower) || scene.words.counted_status(lower).is_some() || is_plural_person(scene, w)
    })
}

fn is_plural_person(scene: &Scene, word: usize) -> bool {
    scene.analysis.words[word].tag.plural && scene.words.is_person_noun(singular(scene.lower(word)))
}

/// A noun without its plural ending, as far as a rule can tell.
pub fn singular(lower: &str) -> &str {
    lower
        .strip_suffix("es")
        .filter(|stem| stem.ends_with(['r', 'n', 'd', 'l']))
        .or_else(|| lower.strip_suffix('s'))
        .unwrap_or(lower)
}
