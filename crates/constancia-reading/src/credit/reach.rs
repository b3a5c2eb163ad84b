//! Which words of its row a credit governs.
//!
//! Knows where the verb and its speaker stand; not who that is.

use std::ops::Range;

use constancia_language::tagging::Tag;

use super::sources;
use super::speaker::inserted;
use crate::phrases::PhraseKind;
use crate::scene::{Row, Scene};

/// The words a credit governs: those before it when it closes the sentence, else those behind it; around it when it
/// stands between commas. Never beyond a semicolon.
pub(super) fn governed(scene: &Scene, row: &Row, at: usize, speaker: usize, before: bool) -> Option<Range<usize>> {
    let part = sources::part_of(scene, row, at);
    if inserted(scene, row, at) == Some(speaker) {
        return Some(part);
    }
    if let Some(inside) = between_dashes(scene, row, at) {
        return Some(inside);
    }
    let first = if before { speaker.min(at) } else { at };
    let last = if before { at } else { speaker };
    let opens = first > 0 && matches!(row.phrases[first - 1].kind, PhraseKind::Comma | PhraseKind::Quote(_));
    let said_before = row.phrases[..first].iter().any(|p| matches!(p.kind, PhraseKind::Verb | PhraseKind::Quote(_)));
    let rest = &row.phrases[last + 1..];
    let clause_behind =
        rest.iter().take(7).any(|p| {
            p.kind == PhraseKind::Subordinator || p.kind == PhraseKind::Relative && scene.lower(p.head) == "que"
        }) || rest.first().is_some_and(|p| p.kind == PhraseKind::Noun)
            && rest.iter().any(|p| p.kind == PhraseKind::Verb)
            && before;
    if opens && said_before && !clause_behind {
        let from = own_clause(row, first).unwrap_or(part.start);
        let shared = goes_on_behind(row, last) || from > part.start;
        return Some(from..if shared { part.end } else { row.phrases[first].words.start });
    }
    let from = row.phrases[last].words.end;
    let end = subordinate_end(scene, row, at).unwrap_or(part.end);
    (from < end).then_some(from..end)
}

/// "X walked out because, he joked, his suit": the clause in which the speaker is inserted right behind its joint.
fn own_clause(row: &Row, first: usize) -> Option<usize> {
    let joint = first.checked_sub(2).map(|k| &row.phrases[k])?;
    matches!(joint.kind, PhraseKind::Subordinator | PhraseKind::Coordinator).then_some(joint.words.start)
}

/// "X was freed, the ministry said, and is at home": the subject goes on behind the speaker.
fn goes_on_behind(row: &Row, last: usize) -> bool {
    let kind = |n: usize| row.phrases.get(last + n).map(|p| p.kind);
    kind(1) == Some(PhraseKind::Comma) && kind(2) == Some(PhraseKind::Coordinator) && kind(3) == Some(PhraseKind::Verb)
}

/// "212 excarcelaciones —el Gobierno habla de 230—, pero": a count between dashes or brackets stands for itself.
fn between_dashes(scene: &Scene, row: &Row, at: usize) -> Option<Range<usize>> {
    let dash = |k: &usize| matches!(scene.lower(row.phrases[*k].head), "—" | "–" | "(" | ")");
    let open = (0..at).rev().find(dash)?;
    let close = (at..row.phrases.len()).find(dash)?;
    let inside = row.phrases[open].words.end..row.phrases[close].words.start;
    let behind = row.phrases[at].words.end..inside.end;
    let counts = behind.clone().any(|w| scene.analysis.words[w].tag.tag == Tag::Number);
    counts.then_some(inside)
}

/// "Although the prosecutor had said so, officers detained": where the clause that opens the row ends.
fn subordinate_end(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let opening = row.phrases.first()?;
    let clause = opening.kind == PhraseKind::Subordinator && !matches!(scene.lower(opening.head), "that" | "que");
    let main = (at + 1..row.phrases.len()).find(|&k| {
        let next = |n: usize| row.phrases.get(k + n).map(|p| p.kind);
        next(0) == Some(PhraseKind::Comma) && next(1) == Some(PhraseKind::Noun) && next(2) == Some(PhraseKind::Verb)
    })?;
    clause.then(|| row.phrases[main].words.start)
}
