//! Who acts: the phrase behind "by" or "por".

use crate::count::singular;
use crate::phrases::{Phrase, PhraseKind};
use crate::scene::{Row, Scene};

/// The one behind "by" or "por", by the tree.
pub(super) fn tree_agent(scene: &Scene, row: &Row, verb: usize) -> Option<usize> {
    let at = row.phrase_at(scene.tree().agent(verb)?)?;
    let noun = row.phrases[at].kind == PhraseKind::Noun && !scene.clause(row).is_time(&row.phrases[at]);
    noun.then_some(at).filter(|&at| acts(scene, row, at))
}

/// The one behind "by" or "por".
pub(super) fn by_agent(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let rest = row.phrases.get(at + 1..)?;
    let preposition = rest
        .iter()
        .take(7)
        .position(|p| p.kind == PhraseKind::Preposition && matches!(scene.lower(p.head), "by" | "por"))?;
    let noun = at + 1 + preposition + 1;
    let acts = |p: &&Phrase| {
        let thing = scene.words.thing_nouns.contains(scene.lower(p.head));
        p.kind == PhraseKind::Noun && !scene.clause(row).is_time(p) && (thing || acts(scene, row, noun))
    };
    row.phrases.get(noun).filter(acts).map(|_| noun)
}

/// Whether a noun phrase can act: people, bodies, agents. "por motivos políticos" names no agent.
fn acts(scene: &Scene, row: &Row, at: usize) -> bool {
    let agent = |w: usize| scene.words.takers.iter().any(|stem| scene.lower(w).starts_with(stem.as_str()));
    let phrase = &row.phrases[at];
    let head = scene.lower(phrase.head);
    let person = scene.roster.within(&phrase.words).is_some() || scene.words.is_person_noun(singular(head));
    person
        || scene.words.is_people(head)
        || crate::credit::can_be_credited(scene, phrase)
        || phrase.words.clone().any(agent)
}

/// "detained by questions", "retenido por la lluvia".
pub(super) fn is_inanimate(scene: &Scene, row: &Row, at: usize) -> bool {
    let lower = scene.lower(row.phrases[at].head);
    scene.words.thing_nouns.contains(lower) && !scene.words.crimes.contains(lower)
}
