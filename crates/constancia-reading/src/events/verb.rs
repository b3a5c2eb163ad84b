//! Events of verbs: a frame's verb with its tail, the phrases that its voice makes patients and agents, and what decides
//! about it. Must not know which persons the phrases name.

use constancia_language::tagging::Tag;
use constancia_model::Status;

use super::agent::{by_agent, is_inanimate, tree_agent};
use super::field::{is_another_field, rescues};
use super::needs::needs;
use super::object::{fronted_object, has_clitic, has_pronoun, is_personal, object_patients};
use super::people::{is_visitor, may_be_people, may_drop};
use super::subject::{companions, subject_patients};
use super::turned::{lasts, turned};
use super::{Event, Found};
use crate::clause::Voice;
use crate::explanation::{DecisionKind, FrameForm, Rule, Way};
use crate::frames::{Need, PersonRole, VerbEntry};
use crate::phrases::{Phrase, PhraseKind};
use crate::refusal::{Reason, Refusal};
use crate::scene::{Row, Scene};
use crate::scope;

pub(super) fn verb_events(scene: &Scene, row: &Row, at: usize, found: &mut Found) {
    for verb in row.phrases[at].words.clone() {
        let entries = scene.frames.verb(scene.lower(verb));
        for entry in entries {
            let Some(tail_end) = tail(scene, row, at, verb, entry) else { continue };
            if is_auxiliary_use(scene, row, at, verb, entry, tail_end) {
                continue;
            }
            match verb_event(scene, row, at, verb, entry, tail_end) {
                Ok(event) => {
                    found.events.push(event);
                    break;
                }
                Err(reason) if reason.is_of_scope() || !scene.frames.get(entry.frame).common => {
                    found.refusals.push(Refusal { words: verb..tail_end.min(row.words.end), reason });
                }
                Err(_) => {}
            }
        }
    }
}

/// A frame's verb that only helps a later verb of its group: "has been", "let go".
fn is_auxiliary_use(scene: &Scene, row: &Row, at: usize, verb: usize, entry: &VerbEntry, tail_end: usize) -> bool {
    let group = &row.phrases[at].words;
    let later_verb =
        (verb + 1..group.end).any(|w| w >= tail_end && matches!(scene.analysis.words[w].tag.tag, Tag::Verb));
    let inside = scene.words.staying.contains(scene.lower(verb))
        && scene.frames.get(entry.frame).needs == Some(Need::CustodyInside)
        && scene.find(&(verb + 1..group.end), &scene.words.inside_phrases).is_some();
    entry.tail.is_empty() && later_verb && !inside
}

/// Where the words behind a frame's verb end; they may stand behind its object ("let him go").
fn tail(scene: &Scene, row: &Row, at: usize, verb: usize, entry: &VerbEntry) -> Option<usize> {
    if entry.tail.is_empty() {
        return Some(verb + 1);
    }
    let tail = entry.tail.join(" ");
    let end = row.words.end;
    if scene.starts_with(verb + 1, end, &tail) {
        return Some(verb + 1 + entry.tail.len());
    }
    if verb + 1 < row.phrases[at].words.end {
        return None;
    }
    let time = |k: usize| row.phrases.get(k).is_some_and(|p| scene.clause(row).is_time(p));
    let of_time =
        |k: usize, p: &Phrase| p.kind == PhraseKind::Preposition && time(k - 1) && scene.lower(p.head) == "de";
    let between =
        |k: &usize| row.phrases.get(*k).is_some_and(|p| p.kind == PhraseKind::Other || time(*k) || of_time(*k, p));
    let next = (at + 1..row.phrases.len()).find(|k| !between(k))?;
    if scene.starts_with(row.phrases[next].words.start, end, &tail) {
        return Some(row.phrases[next].words.start + entry.tail.len());
    }
    let object = row.phrases.get(next).filter(|p| p.kind == PhraseKind::Noun && p.words.len() <= 8)?;
    let after = object.words.end;
    (after..(after + 2).min(end)).find(|&w| scene.starts_with(w, end, &tail)).map(|w| w + entry.tail.len())
}

fn verb_event(
    scene: &Scene,
    row: &Row,
    at: usize,
    verb: usize,
    entry: &VerbEntry,
    tail_end: usize,
) -> Result<Event, Reason> {
    let frame = scene.frames.get(entry.frame);
    let clause = scene.clause(row);
    let voice = clause.voice(at, verb, entry.inflection);
    let arguments = arguments(scene, row, at, verb, voice, entry, tail_end)?;
    let words = verb..tail_end.max(verb + 1).min(row.words.end);
    needs(scene, row, at, &words, frame, voice)?;
    if frame.needs == Some(Need::CustodyOrTerms) && arguments.patients.iter().any(|&k| is_visitor(scene, row, k)) {
        return Err(Reason::Visitor);
    }
    let scope = scope::of_verb(scene, row, at, verb, entry.inflection);
    if is_another_field(scene, row, &words) || arguments.agent.is_some_and(|k| rescues(scene, row, k)) {
        return Err(Reason::AnotherField);
    }
    let lasting = voice == Voice::Participle && lasts(scene, row, &words, arguments.agent.is_some());
    let lasting = (lasting && frame.status == Status::Detained).then_some((Status::Held, DecisionKind::Lasting, verb));
    let turned = lasting.or_else(|| turned(scene, row, at, &words, frame.status));
    let status = scope.apply(turned.map_or(frame.status, |(status, _, _)| status))?;
    let turned = turned.map(|(_, kind, word)| (kind, word));
    let known = frame.needs == Some(Need::KnownInCustody) && scope.negated.is_none();
    let agent = arguments.agent.filter(|_| scope::denied_doing(scene, row, at, verb).is_none());
    Ok(Event { status, words, at, scope, terms: frame.terms, turned, known, agent, ..arguments })
}

/// Finds the patient and the agent by the voice and the frame.
fn arguments(
    scene: &Scene,
    row: &Row,
    at: usize,
    verb: usize,
    voice: Voice,
    entry: &VerbEntry,
    tail_end: usize,
) -> Result<Event, Reason> {
    let (clause, frame) = (scene.clause(row), scene.frames.get(entry.frame));
    let rule = Rule::Frame(scene.frames.rule(entry.frame, FrameForm::Verbs, &entry.listed));
    let mut event = Event::new(rule, frame.status, verb..tail_end, at, Vec::new());
    let subject_is_patient = match (frame.person, voice) {
        (PersonRole::Subject, _) | (PersonRole::Object | PersonRole::Sentenced, Voice::Passive | Voice::Participle) => {
            true
        }
        (PersonRole::Object, Voice::Active) => false,
        (PersonRole::Sentenced, Voice::Active) => !is_giving(scene.lower(verb)),
    };
    if subject_is_patient {
        event.patients = subject_patients(scene, row, at, verb, voice);
        event.dropped = event.patients.is_empty();
        event.agent = tree_agent(scene, row, verb).or_else(|| by_agent(scene, row, at));
        if event.dropped && !may_drop(scene, row, at) {
            return Err(Reason::NoPerson);
        }
    } else {
        event.way = Way::Object;
        let subject = scene.phrases_of(row, &scene.tree().subject(verb));
        event.agent = subject.first().copied().or_else(|| clause.subject(at).first().copied());
        event.patients = fronted_object(scene, row, at);
        if event.patients.is_empty() {
            event.patients = object_patients(scene, row, at, verb, tail_end);
            if has_pronoun(scene, row, at) {
                event.patients.retain(|&k| is_personal(scene, row, k));
            }
        } else {
            event.way = Way::Fronted;
        }
        event.dropped = event.patients.is_empty() && has_clitic(scene, row, at);
        if event.patients.first().is_some_and(|&k| !may_be_people(scene, row, k)) {
            return Err(Reason::NotAPerson);
        }
        if event.patients.is_empty() && !event.dropped {
            return Err(Reason::NoPerson);
        }
    }
    event.patients.retain(|&k| may_be_people(scene, row, k));
    if event.patients.is_empty() && !event.dropped {
        return Err(Reason::NotAPerson);
    }
    let object = row.phrases.get(at + 1).is_some_and(|p| p.kind == PhraseKind::Noun && !clause.is_time(p));
    if voice == Voice::Participle && object && is_inanimate(scene, row, at + 1) {
        return Err(Reason::NotAPerson);
    }
    if voice != Voice::Active && !event.patients.is_empty() && !object {
        let along = companions(scene, row, at, tail_end);
        event.patients.extend(along);
    }
    if voice == Voice::Passive && event.agent.is_some_and(|k| is_inanimate(scene, row, k)) {
        return Err(Reason::ByAThing);
    }
    Ok(event)
}

fn is_giving(lower: &str) -> bool {
    ["give", "gave", "hand", "dict", "impus", "impon", "dio", "dier", "dan", "echar", "gives", "cay", "caer"]
        .iter()
        .any(|stem| lower.starts_with(stem))
}
