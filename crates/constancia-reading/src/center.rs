//! Whom each sentence is about: the subject of its main clause, or whoever its pronoun or left-out subject goes on with.
//!
//! A pronoun of the next sentence means this person before any other (centering: Grosz, Joshi and Weinstein, 1995). Knows
//! subjects and mentions; knows no event.

use std::collections::BTreeSet;

use constancia_language::tagging::VerbForm;

use crate::credit;
use crate::phrases::PhraseKind;
use crate::roster::PersonId;
use crate::scene::{Row, Scene};

/// Whom a sentence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Center {
    /// The person.
    pub person: PersonId,
    /// Whether the sentence lets her say something.
    pub speaks: bool,
}

/// Whom a row is about, the rows before it being known.
pub fn of(scene: &Scene, row: &Row) -> Option<Center> {
    if row.quote.is_some() {
        return None;
    }
    let verbs = (0..row.phrases.len()).filter(|&k| row.phrases[k].kind == PhraseKind::Verb);
    let main: Vec<usize> = verbs.filter(|&k| !is_subordinate(row, k)).collect();
    let found = main.iter().find_map(|&k| Some((k, subject(scene, row, k).or_else(|| left_out(scene, row, k))?)));
    match found {
        Some((k, person)) => Some(Center { person, speaks: speaks(scene, row, k) }),
        None => {
            let person = introduced(scene, row).or_else(|| described(scene, row))?;
            Some(Center { person, speaks: false })
        }
    }
}

fn speaks(scene: &Scene, row: &Row, k: usize) -> bool {
    row.phrases[k].words.clone().any(|w| scene.words.is_speech(scene.lower(w)))
}

/// The person who is the subject of the verb group at `k`, before it or behind it.
fn subject(scene: &Scene, row: &Row, k: usize) -> Option<PersonId> {
    let said = if speaks(scene, row, k) { credit::speaker(scene, row, k).map(|(phrase, _)| phrase) } else { None };
    let mut subject = said.map_or_else(|| scene.clause(row).subject(k), |phrase| vec![phrase]);
    subject.reverse();
    subject.extend(behind(scene, row, k));
    let named = subject.iter().find_map(|&phrase| scene.roster.within(&row.phrases[phrase].words));
    let list = subject.len() > 1 && subject.iter().any(|&k| scene.roster.within(&row.phrases[k].words).is_none());
    named
        .filter(|_| list)
        .or_else(|| subject.into_iter().find_map(|phrase| scene.persons(row, phrase).first().copied()))
}

/// "Sale del penal la abogada Ana Ruiz", "Two doors down lives Ana Ruiz": the noun phrase behind a verb without an object.
fn behind(scene: &Scene, row: &Row, k: usize) -> Option<usize> {
    let mut at = k + 1;
    loop {
        let phrase = row.phrases.get(at)?;
        match phrase.kind {
            PhraseKind::Preposition if !matches!(scene.lower(phrase.head), "a" | "al") => at += 2,
            PhraseKind::Other => at += 1,
            PhraseKind::Noun if scene.clause(row).is_time(phrase) => at += 1,
            PhraseKind::Noun => return scene.clause(row).subject(k).is_empty().then_some(at),
            _ => return None,
        }
    }
}

/// The subject that a Spanish sentence leaves out: of a finite verb in the singular that is not impersonal.
fn left_out(scene: &Scene, row: &Row, k: usize) -> Option<PersonId> {
    let group = row.phrases[k].words.clone();
    let form = |w: usize| scene.analysis.words[w].tag;
    let finite = group.clone().find(|&w| matches!(form(w).verb, Some(VerbForm::Finite | VerbForm::Past)))?;
    let impersonal = !speaks(scene, row, k)
        && row.phrases.get(k + 1).is_some_and(|p| matches!(p.kind, PhraseKind::Subordinator | PhraseKind::Relative));
    let none = scene.clause(row).subject(k).is_empty();
    if !scene.analysis.is_spanish() || !none || form(finite).plural || impersonal {
        return None;
    }
    let goes_on = if speaks(scene, row, k) { scene.last_speaker(row) } else { None };
    goes_on.or_else(|| scene.center_before(row)).or_else(|| scene.dropped_subject(row, group.start))
}

/// A heading, a caption: the only person whom a sentence without a verb names.
fn introduced(scene: &Scene, row: &Row) -> Option<PersonId> {
    let people = scene.narrated(row, row.words.clone());
    let verbless = row.phrases.iter().all(|p| p.kind != PhraseKind::Verb);
    (people.len() == 1 && verbless).then(|| people[0])
}

/// "The photo shows Ana Ruiz, who has never been in prison": whom a relative clause tells something about, where the main
/// clause is about a thing.
fn described(scene: &Scene, row: &Row) -> Option<PersonId> {
    let relative = |k: &usize| row.phrases[*k].kind == PhraseKind::Verb && is_relative(row, *k);
    let subjects = (0..row.phrases.len()).filter(relative).flat_map(|k| scene.clause(row).subject(k));
    let people: BTreeSet<PersonId> = subjects.filter_map(|k| scene.persons(row, k).first().copied()).collect();
    people.first().copied().filter(|_| people.len() == 1)
}

fn is_relative(row: &Row, k: usize) -> bool {
    k > 0 && row.phrases[k - 1].kind == PhraseKind::Relative
}

/// Whether the verb stands in a relative or a subordinate clause.
fn is_subordinate(row: &Row, k: usize) -> bool {
    let before = row.phrases[..k].iter().rev().take_while(|p| p.kind != PhraseKind::Stop);
    let mut joints = before.take_while(|p| p.kind != PhraseKind::Verb);
    joints.any(|p| matches!(p.kind, PhraseKind::Relative | PhraseKind::Subordinator))
}
