//! Words that tie a number to the one before it: a part of it, a total in its place, the same counted again.

use constancia_language::inflection::Inflection;
use constancia_model::Status;

use super::counted::Counted;
use crate::frames::VerbEntry;
use crate::phrases::{Phrase, PhraseKind};
use crate::scene::{Row, Scene};

/// Words that make a number a part of the one before: "of whom", "among them", "de los cuales", "entre ellos".
pub fn is_part_word(scene: &Scene, row: &Row, counted: &Counted) -> bool {
    let near = counted.words.start.saturating_sub(5).max(row.words.start)..(counted.words.end + 4).min(row.words.end);
    let marks = &scene.words.counts.part_marks;
    marks.iter().any(|m| near.clone().any(|w| scene.starts_with(w, row.words.end, m)))
}

/// "They were seven.", "The correct figure is 668": a number that replaces the one before.
pub fn is_total(scene: &Scene, row: &Row, counted: &Counted) -> bool {
    let words = || row.words.clone().map(|w| scene.lower(w));
    let figure = words()
        .any(|w| matches!(w, "figure" | "number" | "total" | "cifra" | "acumulado" | "balance" | "conteo" | "tally"));
    let bare = row.words.len() <= 5 && words().any(|w| matches!(w, "were" | "are" | "fueron" | "son" | "eran"));
    let predicate = (row.words.start..counted.words.start).rev().take(3).any(|w| {
        matches!(scene.lower(w), "is" | "was" | "at" | "es" | "en" | "de" | "fueron" | "son" | "were" | "are")
    });
    (figure || bare) && predicate
}

/// "the government says 230", "una figura que la prensa eleva a 26": the same thing counted by somebody else.
pub fn counts_again(scene: &Scene, row: &Row, counted: &Counted) -> bool {
    let start = counted.words.start.saturating_sub(6).max(row.words.start);
    (start..counted.words.start).any(|w| {
        scene.words.is_counting(scene.lower(w))
            || scene.words.is_speech(scene.lower(w))
            || matches!(scene.lower(w), "según" | "from" | "than" | "para" | "by")
    })
}

/// What happened to a part of those of whom `status` is said: what the verb right behind its number makes of it. "30 more will
/// leave" are announced where the others left; "two will appear in court" is nothing of the kind.
pub fn with_its_verb(scene: &Scene, row: &Row, counted: &Counted, status: Status) -> Option<Status> {
    let mut behind = row.phrases[counted.noun_phrase.max(counted.phrase) + 1..].iter();
    let Some(verb) = behind.find(|p| p.kind != PhraseKind::Other).filter(|p| p.kind == PhraseKind::Verb) else {
        return Some(status);
    };
    let entries = scene.frames.verb(scene.lower(verb.head));
    let future = |w: usize| {
        scene.words.futures.contains(scene.lower(w))
            || entries.iter().any(|entry| entry.inflection == Inflection::Future)
            || scene.analysis.is_spanish() && ["rá", "rán"].iter().any(|end| scene.lower(w).ends_with(end))
    };
    let releases = |entry: &VerbEntry| scene.frames.get(entry.frame).status == Status::Released;
    let frees = entries.iter().any(releases);
    match (verb.words.clone().any(future), status) {
        (true, Status::Released | Status::Announced) => frees.then_some(Status::Announced),
        (false, Status::Released) if frees && is_negated(scene, verb) => None,
        _ => Some(status),
    }
}

fn is_negated(scene: &Scene, verb: &Phrase) -> bool {
    verb.words.clone().any(|w| scene.words.negations.contains(scene.lower(w)))
}
