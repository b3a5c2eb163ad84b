//! Roles and ages that a new word for the person spoken of tells: "The baker says", "The environmental lawyer, 41,".
//!
//! Knows how a description is understood by the scene; decides only when it says something new.

use constancia_model::{AttributeField, Content, InformantClass};

use super::beside::behind;
use super::value::{is_age_compound, is_role_noun, said};
use super::{Beside, learn};
use crate::explanation::{Explained, ReferenceKind, Rule, Way};
use crate::phrases::{Phrase, PhraseKind};
use crate::reached::{self, Reached};
use crate::scene::{Row, Scene};

/// What the definite phrases of a row say of the persons whom they mean.
pub(super) fn statements(scene: &mut Scene, row: &Row) -> Vec<Explained> {
    if row.quote.is_some() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for at in 0..before_others(scene, row) {
        let Some(person) = newly_called(scene, row, at) else { continue };
        let words = &row.phrases[at].words;
        let appositions = behind(scene, row, at, words);
        let own = words.clone().any(|w| is_role_noun(scene, w) || is_age_compound(scene.lower(w)));
        let known = !scene.roster.persons[person.person].roles.is_empty();
        let parts = std::iter::once(words.clone()).filter(|_| own).chain(appositions);
        for words in parts {
            let beside = Beside { person: person.clone(), words, rule: Rule::BesideName };
            let told = said(scene, &beside);
            found.extend(told.into_iter().filter(|told| !known || is_age(told)));
            learn(scene, &beside);
        }
    }
    found
}

/// How many phrases stand before the row names somebody, the first that calls anybody something among them.
fn before_others(scene: &Scene, row: &Row) -> usize {
    let calls = |p: &Phrase| p.kind == PhraseKind::Noun && is_role_noun(scene, p.head);
    let called = row.phrases.iter().position(calls).map_or(row.phrases.len(), |first| first + 1);
    let unnamed = |p: &&Phrase| scene.roster.within(&p.words).is_none();
    row.phrases[..called].iter().take_while(unnamed).count()
}

/// The person whom a definite phrase calls something for the first time: the one whom the sentence before is about.
fn newly_called(scene: &Scene, row: &Row, at: usize) -> Option<Reached> {
    let phrase = &row.phrases[at];
    let definite = matches!(scene.lower(phrase.words.start), "the" | "el" | "la");
    if phrase.kind != PhraseKind::Noun || !definite || phrase.words.len() < 2 {
        return None;
    }
    let noun = scene.lower(phrase.head);
    let held = scene.words.people["held"].contains(noun) || scene.words.custody_nouns.contains(noun);
    let bare = phrase.words.len() == 2 && !scene.has_age_behind(row, phrase);
    let attends = bare && scene.words.attendants.contains(noun) && !happens(scene, row, at);
    let official = phrase.words.clone().any(|w| {
        scene.words.custody_nouns.contains(scene.lower(w))
            || scene.words.informant_class(scene.lower(w)) == Some(InformantClass::Authority)
    });
    if held || attends || official || scene.words.nationalities.nouns.contains(noun) {
        return None;
    }
    let person = reached::in_phrase(scene, row, at, Way::Subject).into_iter().next()?;
    let described = person.kind == ReferenceKind::Description;
    let alone = |r: &Row| scene.is_about(r, person.person) && scene.narrated(r, r.words.clone()).len() < 2;
    let named = |r: &&Row| !scene.narrated(r, r.words.clone()).is_empty();
    let before = scene.earlier(row).take(2).find(named).or_else(|| scene.earlier(row).next()).is_some_and(alone);
    (described && before).then_some(person)
}

/// "The nurse was sentenced": what the phrase is the subject of happens to those of whom the report tells.
fn happens(scene: &Scene, row: &Row, at: usize) -> bool {
    let verb = row.phrases.get(at + 1).filter(|p| p.kind == PhraseKind::Verb);
    verb.is_some_and(|p| !scene.frames.verb(scene.lower(p.head)).is_empty())
}

fn is_age(told: &Explained) -> bool {
    matches!(&told.statement.content, Content::Attribute(said) if said.field == AttributeField::Age)
}
