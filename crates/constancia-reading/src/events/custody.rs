//! Whether words speak of custody: of being in it, brought to it or out of it.

use std::ops::Range;

use constancia_language::tagging::lists;
use constancia_language::{NameKind, TokenKind};

use super::field::CONTEXT;
use crate::phrases::{Phrase, PhraseKind};
use crate::scene::{Row, Scene, is_custody_word};

/// A noun of a place of custody, or the name of a place that the text calls one.
pub fn has_custody(scene: &Scene, words: &Range<usize>) -> bool {
    words.clone().any(|w| scene.words.custody_nouns.contains(scene.lower(w)))
        || words.clone().any(|w| scene.is_facility(w))
}

/// "taken from Homel to the colony", "llevado a la colonia número 15": a place of custody behind "to".
pub(super) fn to_custody(scene: &Scene, row: &Row, at: usize, behind: &Range<usize>) -> bool {
    let to = |p: &Phrase| {
        let opens = matches!(scene.lower(p.head), "to" | "into" | "a" | "al" | "hasta" | "hacia");
        p.kind == PhraseKind::Preposition && opens && behind.contains(&p.words.start)
    };
    let noun = |k: usize| row.phrases.get(k + 1).filter(|p| p.kind == PhraseKind::Noun);
    (at..row.phrases.len())
        .filter(|&k| to(&row.phrases[k]))
        .filter_map(noun)
        .any(|p| has_custody(scene, &p.words) && !p.words.clone().any(|w| scene.lower(w) == "libertad"))
}

/// "left under house arrest", "salió de la cárcel", "walked out of Badr 1"; "left the room" is none.
pub(super) fn leaves_custody(scene: &Scene, row: &Row, words: &Range<usize>, behind: &Range<usize>) -> bool {
    let near = behind.start..behind.end.min(behind.start + 12);
    let free = words.clone().any(|w| matches!(scene.lower(w), "free" | "freedom" | "libre" | "libertad"));
    let terms = scene.words.release_terms.iter().any(|t| scene.find(&near, &t.words).is_some());
    let visitor = scene
        .find(&near, &["questions".to_owned(), "preguntas".to_owned(), "country".to_owned(), "país".to_owned()])
        .is_some();
    let listed = row.words.len() < 9 && scene.analysis.blocks[row.block].kind == constancia_language::BlockKind::Item;
    let known = row
        .phrases
        .iter()
        .filter(|p| p.words.end <= words.start)
        .any(|p| scene.roster.within(&p.words).is_some_and(|id| scene.in_custody.contains(&id)));
    let from = near.clone().take(1).any(|w| matches!(scene.lower(w), "de" | "del" | "of" | "from"));
    let named = near.clone().take(3).any(|w| scene.analysis.name_of(w).is_some_and(|n| n.kind != NameKind::Person));
    let also = row.words.clone().take(4).any(|w| matches!(scene.lower(w), "también" | "tampoco" | "also"));
    let told = also && amid_custody(scene, row);
    let unlisted = |n: &constancia_language::Name| n.kind != NameKind::Person && !lists::place(&scene.text(&n.words));
    let cell =
        near.clone().take(3).any(|w| scene.analysis.name_of(w).is_some_and(unlisted)) && amid_custody(scene, row);
    !visitor && (free || terms || has_custody(scene, &near) || listed || told || from && (known && named || cell))
}

/// Whether the sentence or the words before it speak of custody: "is out" says nothing about an office.
pub(super) fn amid_custody(scene: &Scene, row: &Row) -> bool {
    let about = |w: usize| {
        let lower = scene.lower(w);
        scene.words.custody_context.contains(lower)
            || scene.frames.noun(lower).is_some()
            || scene.frames.mark(lower).is_some()
            || scene.is_facility(w)
    };
    (row.words.start.saturating_sub(CONTEXT)..row.words.end).any(about)
}

pub(super) fn inside_follows(scene: &Scene, from: usize, end: usize) -> bool {
    let near = from..end.min(from + 4);
    let phrase = scene.words.inside_phrases.iter().any(|p| near.clone().any(|w| scene.starts_with(w, end, p)));
    let place = near.clone().any(|w| scene.is_facility(w))
        && (from..end.min(from + 2)).any(|w| matches!(scene.lower(w), "in" | "at" | "en" | "inside"));
    let inside = scene.words.inside_prepositions.contains(scene.lower(from.min(end - 1)))
        && (from..end.min(from + 7))
            .take_while(|&w| scene.analysis.words[w].kind == TokenKind::Word)
            .any(|w| is_custody_word(scene.lower(w)) || scene.words.wards.contains(scene.lower(w)));
    phrase || place || inside
}

/// A death is one in custody when the words around it speak of custody and do not put it after a release.
pub(super) fn in_custody_context(scene: &Scene, row: &Row) -> bool {
    let block = &scene.analysis.blocks[row.block];
    let context = |range: Range<usize>| {
        range.into_iter().any(|w| scene.words.custody_context.contains(scene.lower(w)) || scene.is_facility(w))
    };
    let after = scene.find(&row.words, &scene.words.after_release).is_some();
    let negated_place =
        scene.find(&row.words, &["clinic".to_owned(), "at home".to_owned(), "en su casa".to_owned()]).is_some();
    !after
        && (context(row.words.clone())
            || !negated_place && context(block.tokens.clone())
            || block.kind == constancia_language::BlockKind::Item)
}
