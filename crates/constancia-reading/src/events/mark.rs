//! Marks: "the jailed X", "X (detenido)", "OUT." in a list.

use constancia_model::Status;

use super::people::may_be_people;
use super::{Event, Found};
use crate::explanation::{DecisionKind, FrameForm, Rule, Way};
use crate::phrases::PhraseKind;
use crate::refusal::Refusal;
use crate::scene::{Row, Scene};
use crate::scope::{self, Scope};

/// "the jailed editor Ana Ruiz", "el periodista preso Juan Paz".
pub(super) fn mark_event(scene: &Scene, row: &Row, at: usize, word: usize, index: usize) -> Option<Event> {
    let phrase = &row.phrases[at];
    let definite = matches!(scene.lower(phrase.words.start), "the" | "el" | "la" | "los" | "las");
    let named = scene.roster.within(&phrase.words).is_some() || !definite;
    if !named || scene.persons(row, at).is_empty() {
        return None;
    }
    let scope = scope::of_noun(scene, row, at);
    let scope = Scope { demanded: None, planned: None, possible: None, negated: None, ..scope };
    Some(Event { scope, way: Way::SamePhrase, ..of_mark(scene, word, index, at, vec![at]) })
}

/// The event of a mark: "detained" beside a person says that she is held.
fn of_mark(scene: &Scene, word: usize, index: usize, at: usize, patients: Vec<usize>) -> Event {
    let frame = scene.frames.get(index);
    let lasting = frame.status == Status::Detained;
    let status = if lasting { Status::Held } else { frame.status };
    let rule = Rule::Frame(scene.frames.rule(index, FrameForm::Marks, scene.lower(word)));
    let turned = lasting.then_some((DecisionKind::Lasting, word));
    Event { terms: frame.terms, turned, ..Event::new(rule, status, word..word + 1, at, patients) }
}

/// "Ana Ruiz, presa desde 2022,": a mark by itself behind the comma of somebody's name.
pub(super) fn is_apposed(scene: &Scene, row: &Row, at: usize) -> bool {
    let phrase = &row.phrases[at];
    let named = |k: usize| scene.roster.within(&row.phrases[k].words).is_some();
    let behind = at > 1 && row.phrases[at - 1].kind == PhraseKind::Comma && named(at - 2);
    phrase.words.len() == 1 && behind && scene.frames.mark(scene.lower(phrase.head)).is_some()
}

/// "(detenido)", "OUT." and other marks that stand by themselves in a list item.
pub(super) fn mark_alone(scene: &Scene, row: &Row, at: usize, found: &mut Found) {
    let word = row.phrases[at].head;
    let Some(frame) = scene.frames.mark(scene.lower(word)) else { return };
    let subject = scene.clause(row).subject(at);
    let patients: Vec<usize> = subject.into_iter().filter(|&k| may_be_people(scene, row, k)).collect();
    let scope = scope::of_noun(scene, row, at);
    let event = of_mark(scene, word, frame, at, patients);
    match scope.apply(event.status) {
        Ok(status) => found.events.push(Event { scope, status, ..event }),
        Err(reason) => found.refusals.push(Refusal { words: event.words, reason }),
    }
}
