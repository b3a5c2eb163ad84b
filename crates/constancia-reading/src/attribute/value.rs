//! What words about a person say: her age, her nationality, her role.

use std::ops::Range;

use constancia_language::TokenKind;
use constancia_language::tagging::{Tag, VerbForm};
use constancia_model::AttributeField;

use super::{Beside, statement};
use crate::explanation::Explained;
use crate::scene::Scene;

/// The attributes that words beside a name say: age, nationality, role.
pub(super) fn said(scene: &Scene, beside: &Beside) -> Vec<Explained> {
    let mut found = Vec::new();
    let (words, rule) = (&beside.words, &beside.rule);
    let mut say = |field, value, words: Range<usize>| {
        found.extend(statement(scene, rule, words.clone(), &beside.person, field, value, &words));
    };
    if let Some((age, at)) = age(scene, words) {
        say(AttributeField::Age, age, at);
    }
    if let Some(nation) = nationality(scene, words).map(|w| w..w + 1).or_else(|| citizen_of(scene, words)) {
        say(AttributeField::Nationality, scene.text(&nation), nation);
    }
    if let Some(role) = role(scene, words) {
        say(AttributeField::Role, scene.text(&role), role);
    }
    found
}

/// "44", "de 33 años", "44-year-old", "aged 70": a number of years that a life can have.
pub(super) fn age(scene: &Scene, words: &Range<usize>) -> Option<(String, Range<usize>)> {
    let says = words.clone().any(|w| matches!(scene.lower(w), "años" | "aged" | "old" | "edad" | "age"));
    words.clone().find_map(|w| {
        let lower = scene.lower(w);
        let compound = age_compound(lower);
        let figures = compound.unwrap_or(lower).parse::<u32>().ok();
        let years = figures.or_else(|| number_at(scene, w).filter(|_| says && !is_article(lower)))?;
        let fits =
            (1..=115).contains(&years) && (says || words.len() == 1 || compound.is_some() || of_age(scene, words));
        fits.then(|| (years.to_string(), words.clone()))
    })
}

/// "de 29", the years left out.
fn of_age(scene: &Scene, words: &Range<usize>) -> bool {
    words.len() == 2 && scene.lower(words.start) == "de"
}

/// "un estibador de 41 años": an article counts nobody's years.
fn is_article(lower: &str) -> bool {
    matches!(lower, "un" | "una" | "a" | "an")
}

/// The figures of "44-year-old".
fn age_compound(lower: &str) -> Option<&str> {
    lower.strip_suffix("-year-old").or_else(|| lower.strip_suffix("-years-old"))
}

/// Whether the word is an age by itself: "44-year-old".
pub(super) fn is_age_compound(lower: &str) -> bool {
    age_compound(lower).is_some_and(|figures| figures.parse::<u32>().is_ok())
}

fn number_at(scene: &Scene, word: usize) -> Option<u32> {
    let span = scene.analysis.words[word].span;
    let number = scene.analysis.numbers.iter().find(|n| n.span.overlaps(span))?;
    u32::try_from(number.low).ok()
}

pub(super) fn nationality(scene: &Scene, words: &Range<usize>) -> Option<usize> {
    let english = !scene.analysis.is_spanish();
    let noun =
        words.clone().any(|w| is_role_noun(scene, w) || scene.words.nationalities.nouns.contains(scene.lower(w)));
    words.clone().find(|&w| {
        let cased = !english || scene.analysis.words[w].capital;
        let possessor = w + 1 < words.end && scene.lower(w + 1) == "'s";
        let of_body = w + 1 < words.end
            && scene.words.informant_class(scene.lower(w + 1)).is_some()
            && !is_role_noun(scene, w + 1);
        cased && noun && !possessor && !of_body && scene.words.is_nationality(scene.lower(w))
    })
}

/// "a citizen of Slovakia": the country behind the noun.
fn citizen_of(scene: &Scene, words: &Range<usize>) -> Option<Range<usize>> {
    let noun = words.clone().find(|&w| scene.words.nationalities.nouns.contains(scene.lower(w)))?;
    let name = scene.analysis.names_in(&(noun + 1..words.end)).first()?.words.clone();
    let joined = name.start == noun + 2 && matches!(scene.lower(noun + 1), "of" | "de" | "del");
    joined.then_some(name)
}

/// The words of the role: from its first word to its noun and what hangs on it; ages and kinship left out.
fn role(scene: &Scene, words: &Range<usize>) -> Option<Range<usize>> {
    let words = strip_possessive(scene, scene.without_article(words));
    let first = words.clone().find(|&w| {
        let lower = scene.lower(w);
        !lower.ends_with("-year-old")
            && lower != "dual"
            && scene.analysis.words[w].kind == TokenKind::Word
            && !matches!(lower, "de" | "años" | "aged")
            && !tells_custody(scene, w)
    })?;
    let words = without_others(scene, scene.without_article(&(first..words.end)));
    if scene.words.negations.contains(scene.lower(words.start)) || scene.lower(words.start) == "no" {
        return None;
    }
    let compound = |w: usize| is_family(scene, w) && w + 1 < words.end && is_role_noun(scene, w + 1);
    let listed = words.clone().find(|&w| is_role_noun(scene, w) && !compound(w));
    let noun = listed.or_else(|| likely_role(scene, &words))?;
    let kin = is_family(scene, noun);
    let citizen = scene.words.nationalities.nouns.contains(scene.lower(noun));
    let generic = scene.words.roles.anybody.contains(scene.lower(noun));
    (!kin && !citizen && !generic && words.len() < 14).then_some(words)
}

/// "estudiante de Derecho de 21 años", "presidenta del sindicato y madre de tres", "natural de Iquitos y albañil": the
/// words of the role without an age, a relation or an origin beside it.
fn without_others(scene: &Scene, words: Range<usize>) -> Range<usize> {
    let years = words.clone().find(|&w| scene.lower(w) == "años").and_then(|w| w.checked_sub(2));
    let years = years.filter(|&w| w > words.start && scene.lower(w) == "de");
    let aged = words.clone().find(|&w| scene.lower(w) == "aged" && w > words.start);
    let and = |w: &usize| matches!(scene.lower(*w), "y" | "e" | "and") && *w > words.start && w + 1 < words.end;
    let joint = words.clone().find(and);
    let relation = joint.filter(|&w| is_family(scene, scene.without_article(&(w + 1..words.end)).start));
    let end = years.into_iter().chain(aged).chain(relation).min().unwrap_or(words.end);
    let origin = joint.filter(|&w| w < end && !(words.start..w).any(|w| is_role_noun(scene, w)));
    let role = |w: usize| is_role_noun(scene, scene.without_article(&(w + 1..end)).start);
    origin.filter(|&w| role(w)).map_or(words.start, |w| w + 1)..end
}

/// Whether the noun is one of kinship or company, and neither counsel nor work.
fn is_family(scene: &Scene, noun: usize) -> bool {
    let lower = scene.lower(noun);
    let counsel = scene.words.kin_field(lower) == Some(AttributeField::Lawyer);
    scene.words.is_kin(lower) && !counsel && !scene.words.is_work(lower)
}

/// "the wife of jailed editor X": what happened to somebody is no part of what she is.
fn tells_custody(scene: &Scene, word: usize) -> bool {
    let participle = matches!(scene.analysis.words[word].tag.verb, Some(VerbForm::Participle));
    let adjective = scene.analysis.words[word].tag.tag == Tag::Adjective;
    (participle || adjective) && !scene.frames.verb(scene.lower(word)).is_empty()
}

/// In an apposition an unknown noun in the singular is a role, where nothing but adjectives stands before it: "luthier",
/// "a young beekeeper".
fn likely_role(scene: &Scene, words: &Range<usize>) -> Option<usize> {
    let definite = words.start.checked_sub(1).is_some_and(|w| matches!(scene.lower(w), "the" | "el" | "la" | "lo"));
    let noun = words.clone().find(|&w| scene.analysis.words[w].tag.tag != Tag::Adjective)?;
    let mut head = noun;
    while head + 1 < words.end && scene.analysis.words[head + 1].tag.tag == Tag::Noun && !scene.analysis.is_spanish() {
        head += 1;
    }
    let compound = (noun..head).all(|w| !scene.analysis.words[w].tag.plural);
    (!definite && compound && is_likely_role(scene, head)).then_some(head)
}

pub(super) fn is_likely_role(scene: &Scene, word: usize) -> bool {
    let w = &scene.analysis.words[word];
    w.tag.tag == Tag::Noun
        && !w.tag.plural
        && !w.capital
        && !scene.words.thing_nouns.contains(&w.lower)
        && !scene.words.custody_nouns.contains(&w.lower)
        && !scene.words.is_never_people(&w.lower)
}

/// Whether the word is a noun for a person.
pub fn is_role_noun(scene: &Scene, word: usize) -> bool {
    let lower = scene.lower(word);
    scene.words.is_person_noun(lower) || scene.analysis.words[word].capital && scene.words.is_person_noun(lower)
}

pub(super) fn strip_possessive(scene: &Scene, words: Range<usize>) -> Range<usize> {
    let possessive = words.clone().take(1).any(|w| {
        let p = &scene.words.pronouns;
        let lower = scene.lower(w);
        p.possessive_any.contains(lower)
            || p.possessive_female.contains(lower)
            || p.possessive_male.contains(lower)
            || matches!(lower, "its" | "our" | "my" | "nuestra" | "nuestro" | "mi" | "fellow")
    });
    if possessive && words.len() > 1 { words.start + 1..words.end } else { words }
}
