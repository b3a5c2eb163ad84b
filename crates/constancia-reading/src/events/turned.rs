//! What a word near the verb makes of being detained: that somebody is held, or was taken again.

use std::ops::Range;

use constancia_model::Status;

use crate::explanation::DecisionKind;
use crate::scene::{Row, Scene};

/// The status that a word near the verb makes of being detained, with the word: held, or taken again.
pub(super) fn turned(
    scene: &Scene,
    row: &Row,
    at: usize,
    words: &Range<usize>,
    status: Status,
) -> Option<(Status, DecisionKind, usize)> {
    let lasting = stative(scene, row, at, words.start).map(|word| (Status::Held, DecisionKind::Lasting, word));
    let again = || again(scene, row, at, words).map(|word| (Status::Rearrested, DecisionKind::Again, word));
    lasting.or_else(again).filter(|_| status == Status::Detained)
}

/// "personas detenidas por motivos políticos", "people detained in Yare": a participle of detaining without a date or an
/// agent says that they are held.
pub(super) fn lasts(scene: &Scene, row: &Row, words: &Range<usize>, agent: bool) -> bool {
    let detains = ["detain", "deten", "priv"].iter().any(|stem| scene.lower(words.start).starts_with(stem));
    let near = scene.span(&(words.start..(words.end + 9).min(row.words.end)));
    let dated = scene.analysis.dates.iter().any(|d| near.contains(d.span));
    let taken = (words.end..(words.end + 2).min(row.words.end)).any(|w| {
        matches!(
            scene.lower(w),
            "at" | "when" | "cuando" | "after" | "tras" | "while" | "mientras" | "during" | "durante"
        )
    });
    let there = row.words.clone().any(|w| matches!(scene.lower(w), "hay" | "había" | "there"));
    let since = scene.find(&(words.end..(words.end + 2).min(row.words.end)), &scene.words.since).is_some();
    detains && !agent && !taken && (!dated || there || since)
}

/// "está detenida", "remains detained" say that somebody is held, not when she was taken.
fn stative(scene: &Scene, row: &Row, at: usize, verb: usize) -> Option<usize> {
    row.phrases[at].words.clone().take_while(|&w| w < verb).find(|&w| {
        matches!(
            scene.lower(w),
            "está"
                | "están"
                | "estaba"
                | "estaban"
                | "sigue"
                | "siguen"
                | "seguía"
                | "continúa"
                | "continúan"
                | "permanece"
                | "permanecen"
                | "remain"
                | "remains"
                | "remained"
                | "still"
                | "estando"
                | "mantienen"
                | "mantiene"
                | "estuvo"
                | "estuvieron"
                | "seguían"
                | "permanecía"
        )
    })
}

/// "arrested again", "lo volvieron a capturar".
fn again(scene: &Scene, row: &Row, at: usize, words: &Range<usize>) -> Option<usize> {
    let start = row.phrases[at].words.start.saturating_sub(3).max(row.words.start);
    let end = (words.end + 3).min(row.words.end);
    scene.find(&(start..end), &scene.words.again)
}
