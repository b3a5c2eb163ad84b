//! Of what somebody is accused: the words behind "of", "with" or "por" that name an offence.

use std::ops::Range;

use constancia_model::Status;

use crate::events::Event;
use crate::phrases::{Phrase, PhraseKind};
use crate::scene::{Row, Scene};

/// What stands behind "of", "with", "por" and names an offence.
pub(super) fn accusation(scene: &Scene, row: &Row, event: &Event) -> Option<Range<usize>> {
    if !matches!(
        event.status,
        Status::Charged | Status::Convicted | Status::Detained | Status::Held | Status::Rearrested
    ) {
        return None;
    }
    let end = row
        .phrases
        .iter()
        .filter(|p| p.words.start >= event.words.end)
        .find(|p| matches!(p.kind, PhraseKind::Stop | PhraseKind::Quote(_)) || tells_another(scene, p))
        .map_or(row.words.end, |p| p.words.start);
    let behind = event.words.end.saturating_sub(1)..end.min(event.words.end + 22);
    let preposition = behind.clone().find(|&w| {
        let lower = scene.lower(w);
        let opens = scene.words.accusation_prepositions.iter().any(|p| p == lower);
        opens && (w + 1..(w + 6).min(end)).any(|n| scene.words.crimes.contains(scene.lower(n)))
    })?;
    let start = preposition + 1;
    let stop = (start..end)
        .find(|&w| {
            w > start
                && matches!(
                    scene.lower(w),
                    "," | ";"
                        | "."
                        | "and"
                        | "in"
                        | "during"
                        | "after"
                        | "tras"
                        | "en"
                        | "cuando"
                        | "when"
                        | ":"
                        | "—"
                        | "for"
                        | "por"
                        | "que"
                        | "on"
                        | "under"
                        | "("
                )
        })
        .unwrap_or(end);
    Some(scene.without_article(&(start..stop.min(start + 9))))
}

/// A verb group of another event: what it is for is not what this one is for.
fn tells_another(scene: &Scene, phrase: &Phrase) -> bool {
    let tells = !scene.frames.verb(scene.lower(phrase.head)).is_empty();
    phrase.kind == PhraseKind::Verb && !scene.analysis.is_spanish() && tells
}
