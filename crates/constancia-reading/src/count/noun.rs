//! The noun that a number counts, and whether it is of people.

use constancia_language::TokenKind;
use constancia_language::tagging::Tag;

use super::counted::Counted;
use crate::phrases::PhraseKind;
use crate::scene::{Row, Scene};

/// The noun that the number counts, with its phrase: right behind it, at the end of its phrase, in the phrase behind it,
/// behind "of", or, where the number stands alone behind a verb of counting, the noun of people before it.
pub fn behind(scene: &Scene, row: &Row, phrase: usize, end: usize) -> Option<usize> {
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
    let heads = |w: &usize| row.phrase_at(*w).is_some_and(|k| row.phrases[k].head == *w) || scene.analysis.is_spanish();
    let named =
        |w: &usize| scene.analysis.words[*w].capital && *w + 1 < row.words.end && scene.analysis.words[*w + 1].capital;
    let found = |w: &usize| people(w) && free(w) && heads(w) && !named(w);
    (row.words.start..before).rev().take(16).find(found).filter(|_| alone && verb)
}

/// Whether the noun is of people.
pub fn is_people(scene: &Scene, counted: &Counted) -> bool {
    counted.noun.is_some_and(|w| {
        let lower = scene.lower(w);
        let those = matches!(lower, "those" | "these" | "ellos" | "ellas" | "quienes");
        those
            || scene.words.is_people(lower)
            || scene.words.counted_status(lower).is_some()
            || is_plural_person(scene, w)
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
