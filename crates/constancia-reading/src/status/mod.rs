//! Status statements: what happened to one named person, when, where, by whom, on which terms, who says so.
//!
//! Takes events whose patients are persons of the roster; counts of people are `count`'s.

mod accusation;
mod authority;
#[cfg(test)]
mod cases;
mod list;
mod place;
mod stance;
mod terms;
mod whom;

use std::ops::Range;

use constancia_model::{Content, InformantClass, Stance, Statement, Status, StatusEvent};

use crate::credit::{self, Credit};
use crate::events::Event;
use crate::explanation::{Decision, Explained, Explanation, Part, Role, Way};
use crate::phrases::PhraseKind;
use crate::reached::Reached;
use crate::refusal::{Reason, Refusal};
use crate::scene::{Row, Scene};
use crate::when;
use accusation::accusation;
use authority::by;
use stance::stance;
use terms::terms;
use whom::{first_person, persons};

pub use list::listed;
pub use place::{place, place_words};
pub use stance::Decided;
pub use terms::release_terms;

/// The status statements of a row, and the events that happened to nobody who is named. What two rules say of the same
/// words is said once.
pub fn statements(scene: &Scene, row: &Row, events: &[Event], credits: &[Credit]) -> (Vec<Explained>, Vec<Refusal>) {
    let mut found: Vec<Explained> = Vec::new();
    let mut nobody = Vec::new();
    for event in events {
        let known = |reached: &Reached| !event.known || scene.in_custody.contains(&reached.person);
        let told = first_person(scene, row, event, credits).unwrap_or_else(|| persons(scene, row, event));
        let persons: Vec<Reached> = told.into_iter().filter(known).collect();
        if persons.is_empty() {
            let reason = if event.known { Reason::NoCustody } else { Reason::NobodyNamedOrCounted };
            nobody.push(Refusal { words: event.words.clone(), reason });
        }
        for person in persons {
            let told = statement(scene, row, event, credits, &person);
            found.extend(
                told.filter(|told| found.iter().all(|other| !says_the_same(&other.statement, &told.statement))),
            );
        }
    }
    (found, nobody)
}

fn says_the_same(one: &Statement, other: &Statement) -> bool {
    (&one.content, one.stance) == (&other.content, other.stance)
}

fn statement(scene: &Scene, row: &Row, event: &Event, credits: &[Credit], person: &Reached) -> Option<Explained> {
    let words = &event.words;
    let denied_holding = event.status == Status::Missing && event.stance == Some(Stance::Asserts);
    let credit = credit::governing(credits, words.start).filter(|c| !(denied_holding && c.denies));
    let span = when::part(scene, row, words);
    let cell = |role, way, words: Range<usize>| Part::new(role, scene.text(&words), way, scene.evidence(&words));
    let acting = if event.way == Way::Object { Way::Subject } else { Way::Agent };
    let handed_on = || Some((event.date?, Part::new(Role::Date, event.date?.to_string(), Way::FromWhole, None)));
    let date =
        when::date(scene, row, event, &span).or_else(handed_on).or_else(|| when::governing::date(scene, row, event));
    let place = place(scene, row, event).map(|words| cell(Role::Place, Way::BehindPreposition, words));
    let by = by(scene, row, event).map(|words| cell(Role::Authority, acting, words));
    let accusation = accusation(scene, row, event).map(|words| cell(Role::Accusation, Way::BehindPreposition, words));
    let terms = terms(scene, row, event, &span);
    let value = |part: &Option<Part>| part.as_ref().map(|part| part.value.clone());
    let content = StatusEvent {
        person: scene.roster.persons[person.person].name.clone(),
        status: event.status,
        date: date.as_ref().map(|(date, _)| *date),
        place: value(&place),
        by: value(&by),
        accusation: value(&accusation),
        terms: terms.as_ref().map(|(terms, _)| terms.clone()),
    };
    let mut explanation = Explanation::new(event.rule.clone(), scene.evidence(words)?);
    let (date, terms) = (date.map(|(_, part)| part), terms.map(|(_, part)| part));
    explanation.parts.push(person.part(scene, Role::Person, words.start));
    explanation.parts.extend([date, place, by, accusation, terms].into_iter().flatten());
    let mut statement = Statement::new(Content::Status(content), scene.evidence(&evidence_words(row, event))?);
    statement.hedged = event.scope.hedged.is_some() || event.scope.possible.is_some();
    let (stance, decided) = stance(scene, row, event, credit);
    statement.stance = stance;
    explanation.scope = decisions(scene, event, decided);
    explanation.credit = credit.map(|credit| credit.explained(scene));
    credited(&mut statement, credit, Some(&scene.roster.persons[person.person].name));
    Some(Explained { statement, explanation })
}

/// What was decided about an event, with the words of each decision.
pub fn decisions(scene: &Scene, event: &Event, stance: impl IntoIterator<Item = Decided>) -> Vec<Decision> {
    let own = event.turned.into_iter().chain(event.scope.decisions()).map(|(kind, word)| (kind, word..word + 1));
    decided(scene, own.chain(stance))
}

/// Decisions with their words as evidence.
pub fn decided(scene: &Scene, decided: impl Iterator<Item = Decided>) -> Vec<Decision> {
    decided.filter_map(|(kind, words)| Some(Decision { kind, words: scene.evidence(&words)? })).collect()
}

/// Puts the credit's informant into a statement; nobody is the informant of what is only said of her.
pub fn credited(statement: &mut Statement, credit: Option<&Credit>, person: Option<&str>) {
    let Some(credit) = credit else { return };
    statement.informant = Some(credit.informant.clone());
    statement.informant_class = match person {
        Some(name) if name == credit.informant => Some(InformantClass::Person),
        _ => credit.class,
    };
}

/// The words that a statement rests on: its part of the sentence.
fn evidence_words(row: &Row, event: &Event) -> Range<usize> {
    let patients = event.patients.iter().map(|&k| &row.phrases[k].words);
    let start = patients.clone().map(|w| w.start).chain([event.words.start]).min().unwrap_or(event.words.start);
    let end = patients.map(|w| w.end).chain([event.words.end]).max().unwrap_or(event.words.end);
    let stop = row.phrases.iter().find(|p| {
        p.words.start >= end && matches!(p.kind, PhraseKind::Comma | PhraseKind::Stop | PhraseKind::Quote(_))
    });
    start..stop.map_or(row.words.end, |p| p.words.start).max(end)
}
