//! Whom an event happened to: the persons of its patients, an object set in front, or whoever the sentence leaves out.

use std::ops::Range;

use constancia_language::tagging::Tag;
use constancia_model::{InformantClass, Status};

use crate::credit::{self, Credit};
use crate::events::Event;
use crate::explanation::{ReferenceKind, Way};
use crate::phrases::PhraseKind;
use crate::reached::{self, Reached};
use crate::roster::PersonId;
use crate::scene::{Row, Scene};

/// Whom the event happened to.
pub(super) fn persons(scene: &Scene, row: &Row, event: &Event) -> Vec<Reached> {
    let mut found: Vec<Reached> = Vec::new();
    for reached in event.patients.iter().flat_map(|&k| patient(scene, row, event, k)) {
        if found.iter().all(|known| known.person != reached.person) {
            found.push(reached);
        }
    }
    let left_out = |person: PersonId, kind: ReferenceKind| {
        let words = pronoun_of(scene, row, event);
        let way = if words.is_some() { event.way } else { Way::LeftOut };
        Reached { person, words, way, kind }
    };
    if found.is_empty() && event.dropped {
        found.extend(fronted(scene, row, event));
    }
    if found.is_empty() && event.dropped {
        let plural = row.phrases[event.at].words.clone().any(|w| matches!(scene.lower(w), "los" | "las" | "les"));
        let group = if plural { scene.recent_group(row, event.words.start) } else { Vec::new() };
        found.extend(group.into_iter().map(|person| left_out(person, ReferenceKind::Together)));
    }
    if found.is_empty() && event.dropped {
        let clitic = row.phrases[event.at].words.len() > 1 && event.agent.is_some()
            || event.status == Status::Missing
            || event.status == Status::Detained;
        let speaker = scene.speaker_of(row, event.words.start).filter(|_| clitic);
        let person = scene.dropped_except(row, event.words.start, speaker);
        found.extend(person.map(|person| left_out(person, ReferenceKind::Pronoun)));
    }
    found.retain(|reached| !is_body(scene, reached.person));
    found
}

/// "They let me go", "me soltaron": whoever speaks, where the event happens to a first person; nobody where the report does
/// not say who speaks. None where it happens to others.
pub(super) fn first_person(scene: &Scene, row: &Row, event: &Event, credits: &[Credit]) -> Option<Vec<Reached>> {
    let own = |w: usize| scene.words.pronouns.first.contains(scene.lower(w));
    let patient = event.patients.first().map(|&k| row.phrases[k].words.clone());
    let phrase = patient.filter(|words| words.len() == 1 && event.patients.len() == 1);
    let left_out = || Some(row.phrases[event.at].words.clone()).filter(|_| event.dropped && event.patients.is_empty());
    let word = phrase.or_else(left_out)?.into_iter().find(|&w| own(w))?;
    let spoken = row.quote.is_some() || scene.analysis.blocks[row.block].label.is_some();
    let speaker = credit::governing(credits, event.words.start).and_then(|c| c.person).filter(|_| spoken);
    let reached =
        |person| Reached { person, words: Some(word..word + 1), way: event.way, kind: ReferenceKind::Pronoun };
    Some(speaker.map(reached).into_iter().collect())
}

/// A party, an outlet or a place whose name was taken for a person's: its first word is a noun for one, or the nearest
/// noun before it is ("the news site X", "el portal independiente X").
fn is_body(scene: &Scene, id: PersonId) -> bool {
    let body = |w: usize| {
        let lower = scene.lower(w);
        scene.words.parties.contains(lower) || scene.words.informant_class(lower) == Some(InformantClass::Outlet)
    };
    let opens = |words: &Range<usize>| body(words.start) || scene.words.place_nouns.contains(scene.lower(words.start));
    let described = |words: &Range<usize>| {
        let mut before = (words.start.saturating_sub(2)..words.start).rev();
        before.find(|&w| scene.analysis.words[w].tag.tag != Tag::Adjective).is_some_and(body)
    };
    let unknown = scene.roster.persons[id].gender.is_none();
    let mut mentions = scene.roster.mentions.iter().filter(|m| m.person == id).map(|m| &m.words);
    unknown && mentions.any(|words| opens(words) || described(words))
}

/// "A la periodista nunca se le detuvo": the object stands before its verb.
fn fronted(scene: &Scene, row: &Row, event: &Event) -> Vec<Reached> {
    let object = |&k: &usize| {
        let behind_a = k > 0 && matches!(scene.lower(row.phrases[k - 1].head), "a" | "al");
        behind_a && row.phrases[k].kind == PhraseKind::Noun
    };
    let spanish = scene.analysis.is_spanish();
    let near = (event.at.saturating_sub(4)..event.at).rev().filter(|_| spanish).find(object);
    near.map(|k| reached::in_phrase(scene, row, k, Way::Fronted)).unwrap_or_default()
}

/// The pronoun in the event's own phrase that stands for whom the sentence does not name: "lo detuvieron", "his arrest".
fn pronoun_of(scene: &Scene, row: &Row, event: &Event) -> Option<Range<usize>> {
    let pronouns = &scene.words.pronouns;
    let owners = [&pronouns.possessive_female, &pronouns.possessive_male, &pronouns.possessive_any];
    let stands_for = |w: &usize| {
        let lower = scene.lower(*w);
        owners.iter().any(|set| set.contains(lower)) || matches!(lower, "lo" | "la" | "los" | "las" | "le" | "les")
    };
    let mut words = row.phrases[event.at].words.clone();
    words.find(stands_for).map(|w| w..w + 1)
}

fn patient(scene: &Scene, row: &Row, event: &Event, k: usize) -> Vec<Reached> {
    let words = &row.phrases[k].words;
    let own = k == event.at && row.phrases[k].kind == PhraseKind::Noun;
    if own {
        let named = |person| Reached::named(person, words.clone(), event.way);
        return scene.roster.within(words).map(named).into_iter().collect();
    }
    reached::in_phrase(scene, row, k, event.way)
}
