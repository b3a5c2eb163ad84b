//! Where an apposition begins and ends: a noun phrase between commas or brackets, and what hangs on it.

use std::ops::Range;

use constancia_language::TokenKind;
use constancia_language::tagging::VerbForm;

use super::affiliation;
use super::value::is_role_noun;
use crate::phrases::{Phrase, PhraseKind};
use crate::scene::{Row, Scene};

/// One apposition that begins at phrase `k`, with the phrase behind it: a noun phrase and what hangs on it, no verb.
pub(super) fn apposition(scene: &Scene, row: &Row, k: usize) -> Option<(Range<usize>, usize)> {
    let start = row.phrases.get(k)?;
    if let Some((words, next)) = spanish_age(scene, row, k) {
        return Some((words, next));
    }
    let mut next = k;
    while row
        .phrases
        .get(next)
        .is_some_and(|p| p.kind == PhraseKind::Other && scene.analysis.words[p.head].kind == TokenKind::Word)
    {
        next += 1;
    }
    next += usize::from(participle_before_role(scene, row, next));
    let first = row.phrases.get(next).filter(|p| p.kind == PhraseKind::Noun)?;
    if scene.roster.within(&first.words).is_some() {
        return None;
    }
    next += 1;
    while let [joint, noun, ..] = row.phrases.get(next..).unwrap_or_default() {
        let years = scene.lower(joint.head) == "de" && scene.lower(noun.head) == "años" && noun.words.len() == 2;
        let joins = joint.kind == PhraseKind::Preposition
            && noun.kind == PhraseKind::Noun
            && (years || !scene.clause(row).is_time(noun));
        let and = joint.kind == PhraseKind::Coordinator
            && noun.kind == PhraseKind::Noun
            && scene.roster.within(&noun.words).is_none()
            && noun.words.clone().any(|w| is_role_noun(scene, w));
        if !joins && !and && affiliation::name_end(scene, row, next - 1) == row.phrases[next - 1].words.end {
            break;
        }
        next += 2;
    }
    let article = first.words.len() > 1 && matches!(scene.lower(first.words.start), "a" | "an" | "the");
    let role = article && is_role_noun(scene, row.phrases[next - 1].head);
    let reduced = |p: &Phrase| participle_aside(scene, p) || role && is_reduced(scene, row, next);
    let clause_goes_on = row.phrases.get(next).is_some_and(|p| p.kind == PhraseKind::Verb && !reduced(p));
    let mut end = row.phrases[next - 1].words.end;
    let number = |w: usize| scene.lower(w).parse::<u32>().is_ok();
    if end > 0 && end < row.words.end && scene.lower(end - 1) == "aged" && number(end) {
        end += 1;
    } else if end + 1 < row.words.end && scene.lower(end) == "aged" && number(end + 1) {
        end += 2;
    }
    (!clause_goes_on || next > k + 1).then_some((start.words.start..end, next)).filter(|_| !clause_goes_on)
}

/// "(41), traductor": a bracket and a comma are one border.
pub(super) fn closes_bracket(scene: &Scene, row: &Row, k: usize) -> bool {
    let comma = row.phrases.get(k + 1).is_some_and(|p| p.kind == PhraseKind::Comma);
    comma && matches!(scene.lower(row.phrases[k].head), ")" | "]")
}

pub(super) fn participle_aside(scene: &Scene, phrase: &Phrase) -> bool {
    matches!(scene.analysis.words[phrase.words.start].tag.verb, Some(VerbForm::Participle | VerbForm::Gerund))
}

/// "Ana, de 38 años, y Luz, de 29,": the years are left out where they were said before.
fn bare_age(scene: &Scene, row: &Row, k: usize) -> bool {
    let [preposition, number, rest @ ..] = &row.phrases[k..] else { return false };
    let figures =
        number.words.len() == 1 && scene.lower(number.head).parse::<u32>().is_ok_and(|n| (5..110).contains(&n));
    let closed = rest.first().is_none_or(|p| p.kind != PhraseKind::Preposition && p.kind != PhraseKind::Noun);
    let said = row.words.clone().any(|w| scene.lower(w) == "años");
    scene.lower(preposition.head) == "de"
        && figures
        && closed
        && (said || rest.first().is_none_or(|p| p.kind == PhraseKind::Other))
}

/// ", a rapper found guilty of incitement,": a past form of one word without an object, with a comma behind what it governs.
fn is_reduced(scene: &Scene, row: &Row, k: usize) -> bool {
    let [verb, rest @ ..] = &row.phrases[k..] else { return false };
    let past = scene.analysis.words[verb.head].tag.verb == Some(VerbForm::Past) && verb.words.len() == 1;
    let object = rest
        .first()
        .is_some_and(|p| matches!(p.kind, PhraseKind::Noun | PhraseKind::Subordinator | PhraseKind::Quote(_)));
    let comma = rest.iter().position(|p| p.kind == PhraseKind::Comma);
    let goes_on = comma.and_then(|c| rest.get(c + 1)).is_some_and(|p| p.kind == PhraseKind::Verb);
    past && !object && goes_on && !scene.words.is_speech(scene.lower(verb.head)) && !scene.analysis.is_spanish()
}

/// ", retired teacher,", "(26, engineering student)": a word in -ing or -ed before a role is no verb of its own.
fn participle_before_role(scene: &Scene, row: &Row, k: usize) -> bool {
    let [verb, noun, ..] = row.phrases.get(k..).unwrap_or_default() else { return false };
    let single = verb.kind == PhraseKind::Verb && verb.words.len() == 1 && participle_aside(scene, verb);
    let role = noun.kind == PhraseKind::Noun && is_role_noun(scene, noun.head);
    single && role && scene.roster.within(&noun.words).is_none() && !scene.analysis.is_spanish()
}

/// ", de 33 años,", ", de nacionalidad italiana,": the preposition belongs to the apposition.
fn spanish_age(scene: &Scene, row: &Row, k: usize) -> Option<(Range<usize>, usize)> {
    let [preposition, noun, ..] = row.phrases.get(k..)? else { return None };
    let says = |w: usize| {
        matches!(scene.lower(w), "años" | "edad" | "age") || scene.words.nationalities.nouns.contains(scene.lower(w))
    };
    let citizen = |w: usize| scene.words.nationalities.nouns.contains(scene.lower(w));
    let of = matches!(scene.lower(preposition.head), "de" | "of") && noun.words.clone().any(says);
    let with = matches!(scene.lower(preposition.head), "con" | "with") && noun.words.clone().any(citizen);
    let fits = of || with || bare_age(scene, row, k);
    fits.then(|| (preposition.words.start..noun.words.end, k + 2))
}
