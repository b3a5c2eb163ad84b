//! Which phrases can be people, and where a sentence may leave them out.

use constancia_language::tagging::{Tag, VerbForm};

use crate::clause::QUANTITIES;
use crate::count::singular;
use crate::phrases::PhraseKind;
use crate::scene::{Row, Scene};

/// The phrases of these words that can be people.
pub(super) fn people_of(scene: &Scene, row: &Row, words: &[usize]) -> Vec<usize> {
    let counted = |&word: &usize| {
        let quantity = QUANTITIES.contains(&scene.lower(word));
        scene.tree().modifier(word).filter(|_| quantity).unwrap_or(word)
    };
    let words: Vec<usize> = words.iter().map(counted).collect();
    let time = |k: usize| scene.clause(row).is_time(&row.phrases[k]) || is_clock(scene, row, k);
    let people = |&k: &usize| may_be_people(scene, row, k) && !is_accompanying(scene, row, k) && !time(k);
    scene.phrases_of(row, &words).into_iter().filter(people).collect()
}

/// "a las seis": a time of day.
fn is_clock(scene: &Scene, row: &Row, k: usize) -> bool {
    let words = &row.phrases[k].words;
    let article = words.len() == 2 && matches!(scene.lower(words.start), "la" | "las");
    let number = scene.analysis.words[words.end - 1].tag.tag == Tag::Number;
    let before = k.checked_sub(1).map(|b| scene.lower(row.phrases[b].head));
    article && number && matches!(before, Some("a" | "desde" | "hasta" | "sobre" | "hacia"))
}

/// "con ella", "for them": a pronoun behind a preposition is neither subject nor object; behind "a" it is an object.
fn is_accompanying(scene: &Scene, row: &Row, k: usize) -> bool {
    let pronoun = scene.analysis.words[row.phrases[k].head].tag.tag == Tag::Pronoun && row.phrases[k].words.len() == 1;
    let before = k.checked_sub(1).map(|b| &row.phrases[b]).filter(|p| p.kind == PhraseKind::Preposition);
    pronoun && before.is_some_and(|p| !matches!(scene.lower(p.head), "a" | "of" | "de"))
}

/// Where a subject may be left out: in Spanish with a finite verb, in any language at the start of a fragment.
pub(super) fn may_drop(scene: &Scene, row: &Row, at: usize) -> bool {
    let opens = row.phrases[..at].iter().rev().take_while(|p| p.kind != PhraseKind::Stop).all(|p| {
        matches!(p.kind, PhraseKind::Other | PhraseKind::Comma | PhraseKind::Preposition)
            || scene.clause(row).is_time(p)
    });
    let finite = |w: usize| matches!(scene.analysis.words[w].tag.verb, Some(VerbForm::Finite | VerbForm::Past));
    opens || scene.analysis.is_spanish() && row.phrases[at].words.clone().any(finite)
}

/// Whether a noun phrase can be somebody: a person, a pronoun, a number, a noun of people.
pub(super) fn may_be_people(scene: &Scene, row: &Row, at: usize) -> bool {
    let phrase = &row.phrases[at];
    if scene.words.thing_nouns.contains(scene.lower(phrase.head)) {
        return false;
    }
    if scene.roster.within(&phrase.words).is_some() || !scene.persons(row, at).is_empty() {
        return true;
    }
    let span = scene.analysis.words[phrase.words.start].span;
    let counted = scene.analysis.numbers.iter().any(|n| n.span.start == span.start && !n.ordinal);
    let bare = phrase.words.len() == 1
        || phrase.words.len() == 2 && scene.words.counts.pronouns.contains(scene.lower(phrase.words.end - 1));
    let alone = counted && bare && !scene.clause(row).is_time(phrase);
    let pronoun = alone || matches!(scene.analysis.words[phrase.head].tag.tag, Tag::Pronoun | Tag::Number);
    let nouns = phrase.words.clone().any(|w| {
        scene.words.is_person_noun(singular(scene.lower(w)))
            || scene.words.is_people(scene.lower(w))
            || scene.words.counted_status(scene.lower(w)).is_some()
    });
    let it = matches!(
        scene.lower(phrase.head),
        "it" | "this"
            | "that"
            | "which"
            | "something"
            | "nothing"
            | "esto"
            | "eso"
            | "ello"
            | "algo"
            | "lo"
            | "what"
            | "everything"
    );
    (pronoun && !it) || nouns
}

/// "sale del penal la abogada", "the minister left the prison": those who come and go.
pub(super) fn is_visitor(scene: &Scene, row: &Row, at: usize) -> bool {
    let visits = |w: usize| {
        let lower = scene.lower(w);
        let counsel = scene.words.kin_field(lower) == Some(constancia_model::AttributeField::Lawyer);
        counsel || scene.words.informant_class(lower) == Some(constancia_model::InformantClass::Authority)
    };
    row.phrases[at].words.clone().any(visits)
}
