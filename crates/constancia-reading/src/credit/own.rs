//! Where the report speaks for itself inside what it credits to others: "we have found 190 of them", "según nuestros registros".
//!
//! Knows the words by which whoever writes means himself; not what he says.

use std::ops::Range;

use super::{Credit, sources};
use crate::explanation::CreditWay;
use crate::phrases::PhraseKind;
use crate::scene::{Row, Scene};

/// The stretches of a row in which the outlet speaks, as credits to nobody.
pub(super) fn by_outlet(scene: &Scene, row: &Row) -> Vec<Credit> {
    let said = |at: usize| says_itself(scene, row, at).then(|| clause(scene, row, at));
    let verbs = (0..row.phrases.len()).filter(|&k| row.phrases[k].kind == PhraseKind::Verb);
    verbs.filter_map(said).map(of_outlet).collect()
}

/// A credit that names nobody and keeps others from governing these words.
pub(super) fn of_outlet(governs: Range<usize>) -> Credit {
    Credit {
        informant: String::new(),
        class: None,
        person: None,
        verb: None,
        denies: false,
        doubts: false,
        governs,
        except: Vec::new(),
        words: None,
        way: CreditWay::Verb,
    }
}

/// Whether whoever writes is the subject of the verb group: "we have found", "hemos documentado".
pub(super) fn says_itself(scene: &Scene, row: &Row, at: usize) -> bool {
    let words = &row.phrases[at].words;
    let finite = |w: usize| scene.analysis.words[w].tag.verb.is_some();
    let plural = scene.analysis.is_spanish() && words.clone().any(|w| scene.lower(w).ends_with("mos") && finite(w));
    let before = at.checked_sub(1).map(|k| &row.phrases[k]);
    let text = |p: &crate::phrases::Phrase| scene.words.own_texts.contains(scene.lower(p.head));
    plural
        || before.is_some_and(text)
        || before.is_some_and(|p| p.words.len() == 1 && scene.words.pronouns.own.contains(scene.lower(p.head)))
}

/// The clause of the verb group: from what stands before it to the next mark.
fn clause(scene: &Scene, row: &Row, at: usize) -> Range<usize> {
    let part = sources::part_of(scene, row, at);
    let ends = |p: &&crate::phrases::Phrase| matches!(p.kind, PhraseKind::Comma | PhraseKind::Stop);
    let end = row.phrases[at..].iter().find(ends).map_or(part.end, |p| p.words.start);
    row.phrases[at.saturating_sub(1)].words.start..end
}
