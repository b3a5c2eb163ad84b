//! Credits by a passive of saying: "the news was confirmed by his lawyer", "la detención fue confirmada por la Policía".
//!
//! Knows verbs and agents; what sentence "the news" stands for is found by `accounts`.

use super::name::name;
use super::speaker::can_be_credited;
use super::verb::is_told;
use super::{Credit, sources};
use crate::explanation::CreditWay;
use crate::phrases::PhraseKind;
use crate::scene::{Row, Scene};

/// The credit of a passive verb of saying at the phrase `at`, for what stands before it.
pub(super) fn by_passive(scene: &Scene, row: &Row, at: usize) -> Option<Credit> {
    let phrase = row.phrases.get(at).filter(|p| p.kind == PhraseKind::Verb)?;
    let verb = phrase.head;
    let negated = phrase.words.clone().any(|w| scene.words.negations.contains(scene.lower(w)));
    let says = scene.words.is_plain_speech(scene.lower(verb)) && is_told(scene, row, at, verb);
    if !says || negated {
        return None;
    }
    let agent = agent(scene, row, at)?;
    let (informant, class, person) = name(scene, row, agent)?;
    let start = sources::part_of(scene, row, at).start;
    (start < phrase.words.start).then(|| Credit {
        informant,
        class,
        person,
        verb: Some(verb),
        denies: scene.words.is_denial(scene.lower(verb)),
        doubts: false,
        governs: start..phrase.words.start,
        except: Vec::new(),
        words: Some(row.phrases[agent].words.clone()),
        way: CreditWay::Verb,
    })
}

/// Whoever can be credited right behind "by" or "por".
fn agent(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let by = (at + 1..row.phrases.len()).take(3).find(|&k| matches!(scene.lower(row.phrases[k].head), "by" | "por"))?;
    let noun = row.phrases.get(by + 1).filter(|p| p.kind == PhraseKind::Noun)?;
    let speaks = can_be_credited(scene, noun) || !scene.persons(row, by + 1).is_empty();
    speaks.then_some(by + 1)
}
