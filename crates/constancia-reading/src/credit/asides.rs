//! What a sentence tells in passing: "X, who was arrested in May, is free, her lawyer said" credits her for the freedom alone.
//!
//! Knows where such a clause begins and ends, and which credits leave it out; not what it tells.

use std::ops::Range;

use constancia_language::tagging::VerbForm;

use super::Credit;
use crate::phrases::PhraseKind;
use crate::scene::{Row, Scene};

/// The clauses told in passing, each from behind its comma to where it ends.
pub(super) fn asides(scene: &Scene, row: &Row) -> Vec<Range<usize>> {
    (1..row.phrases.len()).filter_map(|at| aside(scene, row, at)).collect()
}

/// What `credit` leaves out: the clauses in which it does not stand and behind which it does not follow at once.
pub(super) fn left_out(asides: &[Range<usize>], credit: &Credit) -> Vec<Range<usize>> {
    let verb = credit.verb.map(|verb| verb..verb + 1);
    let own: Vec<Range<usize>> = credit.words.iter().cloned().chain(verb).collect();
    let apart = |aside: &&Range<usize>| {
        let beside = |words: &Range<usize>| words.end + 2 > aside.start && words.start < aside.end + 3;
        !own.iter().any(beside) && credit.governs.start < aside.start
    };
    asides.iter().filter(apart).cloned().collect()
}

/// The clause that the phrase at `at` opens behind a comma: a relative clause, or a participle by itself.
fn aside(scene: &Scene, row: &Row, at: usize) -> Option<Range<usize>> {
    let kind = |k: usize| row.phrases[k].kind;
    let within = |k: &usize| matches!(kind(*k), PhraseKind::Noun | PhraseKind::Preposition | PhraseKind::Other);
    let comma = at - 1 - (0..at).rev().take_while(within).count().min(at - 1);
    let opens = match kind(at) {
        PhraseKind::Relative => true,
        PhraseKind::Verb => is_bare_participle(scene, row, at),
        _ => false,
    };
    if !opens || kind(comma) != PhraseKind::Comma || !describes(scene, row, comma, at) {
        return None;
    }
    let verb = (at..row.phrases.len()).find(|&k| kind(k) == PhraseKind::Verb)?;
    let ends = |k: &usize| matches!(kind(*k), PhraseKind::Comma | PhraseKind::Stop | PhraseKind::Quote(_));
    let end = (verb..row.phrases.len()).find(ends).map_or(row.words.end, |k| row.phrases[k].words.start);
    let words = row.phrases[comma].words.end..end;
    let quotes = words.clone().any(|w| matches!(scene.lower(w), "“" | "«" | "\""));
    (!quotes).then_some(words)
}

/// Whether what stands between the comma and the clause describes the noun before the comma, if anything stands there.
fn describes(scene: &Scene, row: &Row, comma: usize, at: usize) -> bool {
    let Some(before) = comma.checked_sub(1).map(|k| &row.phrases[k]) else { return false };
    let kind = |back: usize| comma.checked_sub(back).map(|k| row.phrases[k].kind);
    let inserted = kind(2) == Some(PhraseKind::Preposition) && kind(3) == Some(PhraseKind::Comma);
    let behind = &row.phrases[comma + 1];
    let named = scene.roster.within(&before.words).is_some();
    let described = behind.kind == PhraseKind::Noun && scene.roster.within(&behind.words).is_none();
    let clause = row.phrases[at].kind == PhraseKind::Relative && comma + 1 == at;
    before.kind == PhraseKind::Noun && !inserted && (clause || named && (described || comma + 1 == at))
}

fn is_bare_participle(scene: &Scene, row: &Row, at: usize) -> bool {
    let phrase = &row.phrases[at];
    phrase.words.len() == 1 && scene.analysis.words[phrase.head].tag.verb == Some(VerbForm::Participle)
}
