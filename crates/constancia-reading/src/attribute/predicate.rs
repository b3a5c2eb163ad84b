//! Attributes that a verb of being or having tells: "He is a mechanic", "She was 58", "Tiene 73 años".

use std::ops::Range;

use constancia_model::AttributeField;

use super::apposition::apposition;
use super::value::{age, is_role_noun, nationality, said};
use super::{Beside, learn, statement};
use crate::explanation::{Explained, Rule, Way};
use crate::phrases::PhraseKind;
use crate::reached::{self, Reached};
use crate::scene::{Row, Scene};

/// "He is a mechanic", "She was 58", "Tiene 73 años".
pub(super) fn copulas(scene: &mut Scene, row: &Row) -> Vec<Explained> {
    let mut found = Vec::new();
    for at in 0..row.phrases.len() {
        let phrase = &row.phrases[at];
        let serves = serves_as(scene, row, at);
        let be = phrase.kind == PhraseKind::Verb
            && (phrase.words.len() == 1
                && (matches!(scene.lower(phrase.head), "is" | "was" | "'s" | "es" | "era" | "fue")
                    || scene.words.reaching_age.contains(scene.lower(phrase.head))
                    || scene.words.holding.contains(scene.lower(phrase.head)))
                || serves
                || has_been(scene, &phrase.words));
        let behind = at
            + 1
            + usize::from(serves)
            + row.phrases[at + 1 + usize::from(serves)..].iter().take_while(|p| p.kind == PhraseKind::Other).count();
        let Some(noun) = row.phrases.get(behind).filter(|p| be && p.kind == PhraseKind::Noun).cloned() else {
            continue;
        };
        let subject = scene.clause(row).subject(at);
        let named = subject.first().and_then(|&k| reached::in_phrase(scene, row, k, Way::Subject).into_iter().next());
        let may_drop = subject.is_empty() && scene.analysis.is_spanish();
        let left_out = || scene.dropped_subject(row, phrase.words.start).filter(|_| may_drop).map(Reached::left_out);
        let Some(person) = named.or_else(left_out) else { continue };
        if scene.words.holding.contains(scene.lower(phrase.head))
            && !scene.words.reaching_age.contains(scene.lower(phrase.head))
        {
            let beside = Beside { person, words: noun.words.clone(), rule: Rule::Predicate };
            found.extend(citizenship(scene, &phrase.words, &beside));
            continue;
        }
        let has = scene.words.reaching_age.contains(scene.lower(phrase.head));
        let beside = Beside { person, words: noun.words.clone(), rule: Rule::Predicate };
        let years = noun.words.clone().any(|w| scene.lower(w) == "años");
        let number = noun.words.len() == 1 && age(scene, &noun.words).is_some();
        let span = matches!(scene.lower(noun.words.start), "los" | "las" | "the");
        if !span && (has == years || has && !scene.analysis.is_spanish()) && (years || number) {
            let age = age(scene, &noun.words);
            let told = |(value, words): (String, Range<usize>)| {
                let verb = phrase.words.clone();
                statement(scene, &beside.rule, verb, &beside.person, AttributeField::Age, value, &words)
            };
            found.extend(age.and_then(told));
        } else if !has && !years && scene.roster.within(&noun.words).is_none() && is_role_noun(scene, noun.head) {
            let extended = apposition(scene, row, behind).map_or(noun.words.clone(), |(words, _)| words);
            let beside = Beside { words: extended, ..beside };
            found.extend(said(scene, &beside));
            learn(scene, &beside);
        }
    }
    found
}

/// "serves as", "trabaja como", "se desempeña como": the verb, and the word before the office.
fn serves_as(scene: &Scene, row: &Row, at: usize) -> bool {
    let [verb, joint, ..] = &row.phrases[at..] else { return false };
    let reflexive = verb.words.len() == 1 || verb.words.len() == 2 && scene.lower(verb.words.start) == "se";
    let serves = verb.kind == PhraseKind::Verb && reflexive && scene.words.serving.contains(scene.lower(verb.head));
    serves && joint.words.len() == 1 && matches!(scene.lower(joint.head), "as" | "como" | "de")
}

/// "has been", "had been", "ha sido", "había sido", with nothing between.
fn has_been(scene: &Scene, words: &Range<usize>) -> bool {
    let both = (words.len() == 2).then(|| (scene.lower(words.start), scene.lower(words.start + 1)));
    matches!(both, Some(("has" | "had", "been") | ("ha" | "había", "sido")))
}

/// "has dual Turkish-German nationality", "posee pasaporte alemán".
fn citizenship(scene: &Scene, verb: &Range<usize>, beside: &Beside) -> Option<Explained> {
    let of_country = |w: usize| scene.words.nationalities.nouns.contains(scene.lower(w));
    let nation = nationality(scene, &beside.words).filter(|_| beside.words.clone().any(of_country))?;
    let (field, words) = (AttributeField::Nationality, nation..nation + 1);
    statement(scene, &beside.rule, verb.clone(), &beside.person, field, scene.text(&words), &words)
}
