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
        let against = set_against(scene, row, at, tail_end > verb + 1);
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

/// "presentaron cargos contra X", "charges were filed against X": whoever stands behind "against" in the clause, or behind
/// "for" where the verb has its object in itself ("dictó prisión preventiva para X").
fn set_against(scene: &Scene, row: &Row, at: usize, own_object: bool) -> Vec<usize> {
    let end = row.phrases[at + 1..]
        .iter()
        .position(|p| matches!(p.kind, PhraseKind::Verb | PhraseKind::Stop | PhraseKind::Quote(_)))
        .map_or(row.phrases.len(), |steps| at + 1 + steps);
    let sets = |lower: &str| matches!(lower, "contra" | "against") || own_object && lower == "para";
    let against = (at + 1..end).find(|&k| sets(scene.lower(row.phrases[k].words.start)));
    let noun = against.and_then(|k| (k..end).find(|&n| row.phrases[n].kind == PhraseKind::Noun));
    let list = noun.map(|k| scene.clause(row).list_right(k)).unwrap_or_default();
    list.into_iter().filter(|&k| may_be_people(scene, row, k)).collect()
}

/// "lo liberaron", "le dictaron prisión preventiva", "liberarla": a pronoun in the group.
pub(super) fn has_clitic(scene: &Scene, row: &Row, at: usize) -> bool {
    let enclitic = |w: usize| {
        let lower = scene.lower(w);
        let ends = ["lo", "la", "los", "las"].iter().any(|c| lower.ends_with(c));
        let bears = matches!(scene.analysis.words[w].tag.verb, Some(VerbForm::Infinitive | VerbForm::Gerund));
        ends && bears && lower.len() > 5 && !lower.ends_with("ndo")
    };
    let group = row.phrases[at].words.clone();
    let they = scene.analysis.words[row.phrases[at].head].tag.plural;
    let me = |w: usize| they && scene.lower(w) == "me";
    scene.analysis.is_spanish() && group.into_iter().any(|w| is_object_pronoun(scene.lower(w)) || me(w) || enclitic(w))
}

fn is_object_pronoun(lower: &str) -> bool {
    matches!(lower, "lo" | "la" | "los" | "las" | "le" | "les")
}

/// "A la bibliotecaria se le imputa", "al regidor lo llevaron": the people behind the "a" that opens the clause, where a
/// pronoun of the verb takes them up.
pub(super) fn fronted_object(scene: &Scene, row: &Row, at: usize) -> Vec<usize> {
    let taken_up =
        scene.analysis.is_spanish() && row.phrases[at].words.clone().any(|w| is_object_pronoun(scene.lower(w)));
    let opens = |k: usize| {
        let first = k.checked_sub(1).is_none_or(|before| {
            let joint = &row.phrases[before];
            !matches!(joint.kind, PhraseKind::Verb | PhraseKind::Noun | PhraseKind::Preposition)
        });
        first && matches!(scene.lower(row.phrases[k].words.start), "a" | "al")
    };
    let clause = |k: &usize| !matches!(row.phrases[*k].kind, PhraseKind::Verb | PhraseKind::Stop);
    let front = (0..at).rev().take_while(clause).filter(|_| taken_up).find(|&k| opens(k));
    let noun = front.and_then(|k| (k..(k + 2).min(at)).find(|&n| row.phrases[n].kind == PhraseKind::Noun));
    let list = noun.map(|k| scene.clause(row).list_right(k)).unwrap_or_default();
    list.into_iter().filter(|&k| k < at && may_be_people(scene, row, k)).collect()
}
