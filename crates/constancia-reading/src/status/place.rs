//! Where it happened: the places and places of custody behind an event. Must not know whom it happened to.

use std::ops::Range;

use constancia_language::NameKind;
use constancia_model::{ReleaseTerms, Status};

use crate::events::Event;
use crate::phrases::{Phrase, PhraseKind};
use crate::scene::{Row, Scene};

/// The place: a prepositional phrase behind the event that names a place or a place of custody.
pub fn place(scene: &Scene, row: &Row, event: &Event) -> Option<Range<usize>> {
    let to = event.status == Status::Transferred;
    let from_here = row
        .phrases
        .iter()
        .enumerate()
        .filter(|(k, p)| *k >= event.at && p.kind == PhraseKind::Preposition && p.words.start >= event.words.start);
    let mut candidates: Vec<(bool, Range<usize>)> = Vec::new();
    for (k, preposition) in from_here.take(6) {
        let crossed = row.phrases.get(event.at + 1..k).unwrap_or_default();
        let happens = |p: &Phrase| scene.words.happening.contains(scene.lower(p.head));
        if crossed.iter().any(|p| p.kind == PhraseKind::Verb && !happens(p)) {
            break;
        }
        let lower = scene.lower(preposition.head);
        let wanted = if to {
            matches!(lower, "to" | "a" | "al" | "in" | "en" | "into" | "hasta")
        } else {
            let destination = event.terms == Some(ReleaseTerms::Exile) && matches!(lower, "to" | "a" | "al" | "hacia");
            !destination && !matches!(lower, "by" | "por" | "con" | "with" | "as" | "como" | "according" | "según")
        };
        if let Some(words) = row.phrases.get(k + 1).filter(|_| wanted).and_then(|p| place_words(scene, row, k + 1, p)) {
            candidates.push((to && matches!(lower, "to" | "a" | "al"), words));
        }
    }
    let best = candidates.iter().position(|(direct, _)| *direct).unwrap_or(0);
    candidates.into_iter().nth(best).map(|(_, words)| words)
}

/// The words of a noun phrase that is a place, with the places that it hangs on.
pub fn place_words(scene: &Scene, row: &Row, at: usize, phrase: &Phrase) -> Option<Range<usize>> {
    let time = phrase.kind == PhraseKind::Noun && scene.clause(row).is_time(phrase);
    if phrase.kind != PhraseKind::Noun || time || scene.roster.within(&phrase.words).is_some() {
        return None;
    }
    let named = scene.analysis.names_in(&phrase.words).iter().any(|n| n.kind == NameKind::Place);
    let located = |w: usize| {
        let lower = scene.lower(w);
        scene.words.custody_nouns.contains(lower) || scene.words.place_nouns.contains(lower) || scene.is_facility(w)
    };
    if !named && !phrase.words.clone().any(located) {
        return None;
    }
    let words = scene.without_article(&(phrase.words.start..place_end(scene, row, at)));
    let bare = words.len() == 1 && scene.words.bare_custody.contains(scene.lower(words.start));
    let state =
        [phrase.head, phrase.words.end - 1].iter().any(|&w| scene.words.custody_states.contains(scene.lower(w)));
    (!bare && !state).then_some(words)
}

/// Where a place ends: "farm near Bauchi", "colony in the village of Yavas", "colonia número 7 de Gómel".
fn place_end(scene: &Scene, row: &Row, at: usize) -> usize {
    let custody = scene.words.custody_nouns.contains(scene.lower(row.phrases[at].head));
    chain_end(scene, row, at, |joint, noun| {
        let joins = matches!(
            scene.lower(joint.head),
            "in" | "of" | "near" | "at" | "outside" | "de" | "del" | "en" | "cerca" | "between" | "entre"
        );
        let first = joint.words.start == row.phrases[at].words.end;
        let named = custody && first || scene.roster.within(&noun.words).is_none();
        joins && named && !scene.words.is_person_noun(scene.lower(noun.head))
    })
}

/// Where a noun phrase ends with the prepositional phrases that follow it without a gap, as long as they fit; a time is
/// none of them.
pub(super) fn chain_end(scene: &Scene, row: &Row, at: usize, fits: impl Fn(&Phrase, &Phrase) -> bool) -> usize {
    let mut end = row.phrases[at].words.end;
    let mut k = at + 1;
    while let [joint, noun, ..] = row.phrases.get(k..).unwrap_or_default() {
        let follows = joint.kind == PhraseKind::Preposition && joint.words.start == end;
        let goes_on = follows && noun.kind == PhraseKind::Noun && !scene.clause(row).is_time(noun);
        if !goes_on || !fits(joint, noun) {
            break;
        }
        end = noun.words.end;
        k += 2;
    }
    end
}
