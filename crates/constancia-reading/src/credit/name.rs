//! Under which name somebody is credited: the fullest that the report gives.
//!
//! Knows the phrase that names whoever speaks; not how it was found.

use constancia_language::NameKind;
use constancia_language::tagging::Tag;
use constancia_language::trees::Relation;
use constancia_model::InformantClass;

use super::sources;
use super::speaker::is_place;
use crate::phrases::PhraseKind;
use crate::roster::PersonId;
use crate::scene::{Row, Scene};

/// Who is credited: the name, the class, the person.
pub type Who = (String, Option<InformantClass>, Option<PersonId>);

/// The name of a person to credit, with the class that her roles give.
pub fn of_person(scene: &Scene, person: PersonId, noun: Option<InformantClass>) -> Who {
    let known = &scene.roster.persons[person];
    let class = known.roles.iter().find_map(|role| scene.words.informant_class(role)).or(noun);
    (known.name.clone(), class, Some(person))
}

/// The name to credit, with its class and the person.
pub fn name(scene: &Scene, row: &Row, at: usize) -> Option<Who> {
    let phrase = &row.phrases[at];
    let noun_class = phrase.words.clone().rev().find_map(|w| scene.words.informant_class(scene.lower(w)));
    let body = scene
        .analysis
        .names_in(&phrase.words)
        .iter()
        .any(|n| n.kind == NameKind::Institution && n.words.contains(&phrase.head));
    if let Some(person) = scene.persons(row, at).first().copied().filter(|_| !body) {
        return Some(of_person(scene, person, noun_class));
    }
    if let Some(author) = sources::author(scene, row, at) {
        return Some(author);
    }
    let pronoun = phrase.words.len() == 1 && scene.analysis.words[phrase.head].tag.tag == Tag::Pronoun;
    if pronoun {
        return None;
    }
    if let Some(named) = behind_time(scene, row, at) {
        return Some((scene.text(&named), noun_class.or(Some(InformantClass::Authority)), None));
    }
    if let Some(institution) = scene.institution(phrase) {
        let whole = with_kind(scene, row, at, &institution);
        return Some((whole.unwrap_or_else(|| with_place(scene, row, at, institution)), noun_class, None));
    }
    if is_place(scene, phrase) {
        return Some((scene.text(&scene.without_article(&phrase.words)), Some(InformantClass::Authority), None));
    }
    let mut end = sources::seen_by(scene, row, at).unwrap_or(phrase.words.end);
    if let [preposition, noun, ..] = row.phrases.get(at + 1..).unwrap_or_default() {
        let joins = matches!(scene.lower(preposition.head), "of" | "at" | "de" | "del" | "for" | "in" | "en");
        let own = scene.words.pronouns.possessive_any.contains(scene.lower(noun.words.start));
        if joins && noun.kind == PhraseKind::Noun && !own {
            end = noun.words.end;
        }
    }
    Some((scene.text(&scene.without_article(&(phrase.words.start..end))), noun_class, None))
}

/// "For months Moscow": the name behind a length of time that stands in one phrase with it.
fn behind_time(scene: &Scene, row: &Row, at: usize) -> Option<std::ops::Range<usize>> {
    let phrase = &row.phrases[at];
    let last = scene.analysis.names_in(&phrase.words).iter().rfind(|n| n.words.end == phrase.words.end)?;
    let before = last.words.start.checked_sub(1).filter(|w| phrase.words.contains(w))?;
    let led_in = at == 1 && row.phrases[0].kind == PhraseKind::Preposition && !scene.analysis.words[before].capital;
    (led_in || scene.words.is_never_people(scene.lower(before))).then(|| last.words.clone())
}

/// "Cancillería rusa", "Mesa de Abril": the word right behind that belongs to the noun, where the phrases part them.
fn with_kind(scene: &Scene, row: &Row, at: usize, institution: &str) -> Option<String> {
    let phrase = &row.phrases[at];
    let whole = scene.without_article(&phrase.words);
    let behind = row.phrases.get(at + 1).filter(|p| p.kind == PhraseKind::Noun && p.words.start == whole.end)?;
    let word = &scene.analysis.words[behind.head];
    let hangs =
        matches!(word.relation, Relation::AdjectivalModifier | Relation::Flat) && word.head == Some(phrase.head);
    (hangs && scene.text(&whole) == institution).then(|| scene.text(&(whole.start..behind.words.end)))
}

/// "Foreign Ministry of Norway": the capitals behind "of" belong to the name of the institution.
fn with_place(scene: &Scene, row: &Row, at: usize, institution: String) -> String {
    let phrase = &row.phrases[at];
    let whole = scene.without_article(&phrase.words);
    let [joint, noun, ..] = row.phrases.get(at + 1..).unwrap_or_default() else { return institution };
    let joins =
        joint.kind == PhraseKind::Preposition && matches!(scene.lower(joint.head), "of" | "de" | "del" | "sobre");
    let named = noun.kind == PhraseKind::Noun
        && scene.analysis.words[noun.words.end - 1].capital
        && scene.roster.within(&noun.words).is_none()
        && !scene.clause(row).is_time(noun);
    if joins && named && scene.text(&whole) == institution {
        return scene.text(&(whole.start..noun.words.end));
    }
    institution
}
