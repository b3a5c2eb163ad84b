//! To whom an active verb happens: its object, before or behind it, in its pronouns or behind "against".

use constancia_language::tagging::VerbForm;

use super::people::{may_be_people, people_of};
use super::subject::agreed;
use crate::phrases::PhraseKind;
use crate::scene::{Row, Scene};

/// "whom Nicaragua flew out", "a los que liberaron": the object stands before the clause.
fn relative_object(scene: &Scene, row: &Row, at: usize) -> Vec<usize> {
    let before = at.checked_sub(1).filter(|&k| row.phrases[k].kind == PhraseKind::Noun).and_then(|k| k.checked_sub(1));
    let relative =
        [before, at.checked_sub(1)].into_iter().flatten().find(|&k| row.phrases[k].kind == PhraseKind::Relative);
    relative
        .filter(|&k| scene.lower(row.phrases[k].head) != "who")
        .map(|k| scene.clause(row).antecedent(k))
        .unwrap_or_default()
}

/// "arrestaron frente a la cárcel de Boniato a dos mujeres": a later phrase with "a" that is people.
fn later_object(scene: &Scene, row: &Row, at: usize) -> Vec<usize> {
    let end = row.phrases[at + 1..]
        .iter()
        .position(|p| matches!(p.kind, PhraseKind::Verb | PhraseKind::Stop | PhraseKind::Quote(_)));
    let stop = end.map_or(row.phrases.len(), |steps| at + 1 + steps);
    let found = (at + 2..stop).find(|&k| {
        row.phrases[k].kind == PhraseKind::Noun
            && matches!(scene.lower(row.phrases[k - 1].head), "a" | "al")
            && may_be_people(scene, row, k)
    });
    found.map(|k| scene.clause(row).list_right(k)).unwrap_or_default()
}

/// The objects of an active verb, before its tail or behind it.
pub(super) fn object_patients(scene: &Scene, row: &Row, at: usize, verb: usize, tail_end: usize) -> Vec<usize> {
    let by_tree = people_of(scene, row, &scene.tree().objects(verb));
    agreed(scene, by_tree, objects_in_row(scene, row, at, verb, tail_end))
}

fn objects_in_row(scene: &Scene, row: &Row, at: usize, verb: usize, tail_end: usize) -> Vec<usize> {
    let clause = scene.clause(row);
    let from = row.phrase_at((tail_end - 1).max(verb)).unwrap_or(at).max(at);
    let near = clause.objects(at);
    let beyond = if from > at { clause.objects(from) } else { Vec::new() };
    let people = |list: &[usize]| list.iter().any(|&k| may_be_people(scene, row, k));
    let mut found = if near.is_empty() || !people(&near) && people(&beyond) { beyond } else { near };
    if !found.iter().any(|&k| may_be_people(scene, row, k)) && scene.analysis.is_spanish() {
        found = later_object(scene, row, at);
    }
    if !found.iter().any(|&k| may_be_people(scene, row, k)) {
        let against = set_against(scene, row, at);
        if !against.is_empty() {
            return against;
        }
    }
    let relative = relative_object(scene, row, at);
    let nobody = found.is_empty() || !scene.analysis.is_spanish() && !people(&found);
    if nobody && !relative.is_empty() && !has_clitic(scene, row, at) { relative } else { found }
}

/// "se la llevaron dos agentes": the pronoun is the object, so that a noun without "a" is none.
pub(super) fn has_pronoun(scene: &Scene, row: &Row, at: usize) -> bool {
    let pronoun = |w: usize| matches!(scene.lower(w), "lo" | "la" | "los" | "las");
    scene.analysis.is_spanish() && row.phrases[at].words.clone().any(pronoun)
}

/// A noun phrase behind "a".
pub(super) fn is_personal(scene: &Scene, row: &Row, k: usize) -> bool {
    let before = k.checked_sub(1).map(|b| scene.lower(row.phrases[b].head));
    matches!(before, Some("a" | "al")) || matches!(scene.lower(row.phrases[k].words.start), "al")
}

/// "presentaron cargos contra X", "charges were filed against X": whoever stands behind "against" in the clause.
fn set_against(scene: &Scene, row: &Row, at: usize) -> Vec<usize> {
    let end = row.phrases[at + 1..]
        .iter()
        .position(|p| matches!(p.kind, PhraseKind::Verb | PhraseKind::Stop | PhraseKind::Quote(_)))
        .map_or(row.phrases.len(), |steps| at + 1 + steps);
    let against = (at + 1..end).find(|&k| matches!(scene.lower(row.phrases[k].words.start), "contra" | "against"));
    let noun = against.and_then(|k| (k..end).find(|&n| row.phrases[n].kind == PhraseKind::Noun));
    let list = noun.map(|k| scene.clause(row).list_right(k)).unwrap_or_default();
    list.into_iter().filter(|&k| may_be_people(scene, row, k)).collect()
}

/// "lo liberaron", "liberarla": a pronoun in the group.
pub(super) fn has_clitic(scene: &Scene, row: &Row, at: usize) -> bool {
    let spanish = scene.analysis.is_spanish();
    let giving =
        ["otorg", "conced", "di", "impu", "impo", "dict", "decret", "comunic", "form", "revoc", "ech", "declar", "abr"];
    let head = scene.lower(row.phrases[at].head);
    let gives = giving.iter().any(|stem| head.starts_with(stem));
    spanish
        && row.phrases[at].words.clone().any(|w| {
            let lower = scene.lower(w);
            let enclitic = ["lo", "la", "los", "las"].iter().any(|c| lower.ends_with(c))
                && matches!(scene.analysis.words[w].tag.verb, Some(VerbForm::Infinitive | VerbForm::Gerund))
                && lower.len() > 5
                && !lower.ends_with("ndo");
            matches!(lower, "lo" | "la" | "los" | "las") || enclitic || matches!(lower, "le" | "les") && gives
        })
}
