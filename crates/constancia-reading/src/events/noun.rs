//! Events of nouns: "the release of X", "his arrest", "tras su excarcelación".

use constancia_language::tagging::Tag;
use constancia_model::Status;

use super::custody::{has_custody, in_custody_context};
use super::mark::mark_event;
use super::needs::clause_end;
use super::needs::has_destination;
use super::people::may_be_people;
use super::subject::main_subject;
use super::{Event, Found};
use crate::explanation::{FrameForm, Rule, Way};
use crate::frames::Need;
use crate::phrases::{Phrase, PhraseKind};
use crate::refusal::{Reason, Refusal};
use crate::scene::{Row, Scene};
use crate::scope::{self, Scope};

/// Event nouns ("the release of X", "his arrest", "tras su excarcelación") and marks before persons ("the jailed X").
pub(super) fn noun_events(scene: &Scene, row: &Row, at: usize, found: &mut Found) {
    let phrase = &row.phrases[at];
    let counted = phrase.words.clone().any(|w| scene.analysis.words[w].tag.tag == Tag::Number);
    for word in phrase.words.clone() {
        let state = scene.words.custody_states.contains(next_word(scene, row, word)) && scene.analysis.is_spanish();
        let plain = !counted && !state && !is_in_name(scene, word);
        if let Some(frame) = scene.frames.noun(scene.lower(word)).filter(|_| plain) {
            match noun_event(scene, row, at, word, frame) {
                Ok(event) => found.events.push(event),
                Err(reason) => found.refusals.push(Refusal { words: word..word + 1, reason }),
            }
        } else if let Some(frame) = scene.frames.mark(scene.lower(word)).filter(|_| !is_in_name(scene, word)) {
            let event = mark_event(scene, row, at, word, frame);
            // As the head of its phrase it is a word for people ("the detained") and looks like no event.
            if event.is_none() && word != phrase.head {
                found.refusals.push(Refusal { words: word..word + 1, reason: Reason::NobodyNamedOrCounted });
            }
            found.events.extend(event);
        }
    }
}

/// The word behind a word of the row: "preventiva" behind "detención" makes of it a state.
fn next_word<'s>(scene: &'s Scene, row: &Row, word: usize) -> &'s str {
    if word + 1 < row.words.end { scene.lower(word + 1) } else { "" }
}

fn is_in_name(scene: &Scene, word: usize) -> bool {
    scene.analysis.name_of(word).is_some()
}

fn noun_event(scene: &Scene, row: &Row, at: usize, word: usize, index: usize) -> Result<Event, Reason> {
    let frame = scene.frames.get(index);
    let (patients, dropped) = noun_patients(scene, row, at, word);
    if patients.is_empty() && !dropped {
        return Err(Reason::NoPerson);
    }
    let whole = row.phrases[at].words.start..clause_end(row, at);
    match frame.needs {
        Some(Need::CustodyContext) if !in_custody_context(scene, row) => return Err(Reason::DeathNotInCustody),
        Some(Need::CustodyOrTerms) if !has_custody(scene, &whole) => return Err(Reason::NoCustody),
        Some(Need::Destination) if !has_destination(scene, row, at, &whole) => return Err(Reason::NoDestination),
        _ => {}
    }
    let scope = scope::of_noun(scene, row, at);
    let asked = matches!(frame.status, Status::Released | Status::Detained | Status::Transferred | Status::Rearrested);
    let scope = Scope { demanded: scope.demanded.filter(|_| asked), ..scope };
    let status = scope.apply(frame.status)?;
    let rule = Rule::Frame(scene.frames.rule(index, FrameForm::Nouns, scene.lower(word)));
    let event = Event::new(rule, status, word..word + 1, at, patients);
    Ok(Event { scope, terms: frame.terms, way: Way::OfNoun, ..event })
}

/// The possessor before the noun, or the noun phrase behind "of" and "de".
fn noun_patients(scene: &Scene, row: &Row, at: usize, word: usize) -> (Vec<usize>, bool) {
    let phrase = &row.phrases[at];
    let before = phrase.words.start..word;
    if scene.roster.within(&before).is_some() {
        return (vec![at], false);
    }
    if let Some(k) =
        at.checked_sub(1).filter(|&k| matches!(scene.lower(row.phrases[k].head), "whose" | "cuya" | "cuyo"))
    {
        return (scene.clause(row).antecedent(k), false);
    }
    if let Some(noun) = behind_of(scene, row, at) {
        let list = scene.clause(row).list_right(noun);
        let people: Vec<usize> = list.into_iter().filter(|&k| may_be_people(scene, row, k)).collect();
        return (people, false);
    }
    let pronouns = &scene.words.pronouns;
    let possessive = before.clone().any(|w| {
        let lower = scene.lower(w);
        pronouns.possessive_female.contains(lower)
            || pronouns.possessive_male.contains(lower)
            || pronouns.possessive_any.contains(lower)
    });
    let main = if possessive && opens_row(scene, row, at) { main_subject(scene, row, at) } else { Vec::new() };
    let dropped = possessive && main.is_empty();
    (main, dropped)
}

/// "Tras su arresto el lunes, Juan Paz …": the phrase stands behind the preposition that opens its sentence.
pub(super) fn opens_row(scene: &Scene, row: &Row, at: usize) -> bool {
    let opened = ["after", "since", "following", "before", "tras", "desde", "después", "luego", "antes"];
    at < 4
        && opened.contains(&scene.lower(row.words.start))
        && row.phrases[..at].iter().all(|p| !matches!(p.kind, PhraseKind::Verb | PhraseKind::Comma))
}

/// The noun phrase behind "of" or "de", a date or an aside between: "el arresto, hace una semana, de la fiscal".
fn behind_of(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let mut k = at + 1;
    while let Some(phrase) = row.phrases.get(k).filter(|_| k < at + 8) {
        let time = phrase.kind == PhraseKind::Noun && scene.clause(row).is_time(phrase);
        let ago = matches!(scene.lower(phrase.head), "hace" | "on" | "in" | "el");
        match phrase.kind {
            PhraseKind::Preposition
                if matches!(scene.lower(phrase.head), "of" | "de" | "del" | "contra" | "against") =>
            {
                let noun =
                    row.phrases.get(k + 1).filter(|p| p.kind == PhraseKind::Noun && !scene.clause(row).is_time(p));
                if noun.is_some() {
                    return Some(k + 1);
                }
            }
            PhraseKind::Comma | PhraseKind::Other => {}
            PhraseKind::Preposition if states_custody(scene, row, k + 1) => k += 1,
            _ if time || ago => {}
            _ => return None,
        }
        k += 1;
    }
    None
}

/// "bajo custodia", "in custody", "de seis años": what may stand between a noun of an event and its person.
fn states_custody(scene: &Scene, row: &Row, k: usize) -> bool {
    let state = |p: &Phrase| {
        scene.words.custody_states.contains(scene.lower(p.head))
            || scene.words.bare_custody.contains(scene.lower(p.head))
    };
    row.phrases.get(k).is_some_and(|p| p.kind == PhraseKind::Noun && (state(p) || scene.clause(row).is_time(p)))
}
