//! What a few words say of somebody by themselves: "released on Friday", "still in Insein", "out on bail", "desaparecido".
//!
//! Reads headings, cells and the ends of list items, where no sentence stands. Knows no person.

use std::ops::Range;

use constancia_language::NameKind;
use constancia_model::{PartialDate, Status, Terms};

use crate::events;
use crate::scene::Scene;

/// What became of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fate {
    /// What happened.
    pub status: Status,
    /// When.
    pub date: Option<PartialDate>,
    /// Where, as said.
    pub place: Option<String>,
    /// Of a release or a sentence.
    pub terms: Option<Terms>,
}

/// The fate that these words tell; none where they deny, ask or announce it.
pub fn of(scene: &Scene, words: &Range<usize>) -> Option<Fate> {
    let words = bare(scene, words)?;
    let any = |set: &crate::words::Set| words.clone().any(|w| set.contains(scene.lower(w)));
    let open = any(&scene.words.negations) || any(&scene.words.demands) || any(&scene.words.futures);
    if words.len() > 14 || open && told(scene, &words) != Some(Status::Missing) {
        return None;
    }
    let place = place(scene, &words);
    let inside = || (events::has_custody(scene, &words) || opens_with_place(scene, &words)).then_some(Status::Held);
    let date = date(scene, &words);
    let undated = |status: Status| if date.is_none() && names_held(scene, &words) { Status::Held } else { status };
    let status = told(scene, &words).map(undated).or_else(inside)?;
    Some(Fate { status, date, place, terms: terms(scene, &words, status) })
}

/// The words without marks at their ends.
fn bare(scene: &Scene, words: &Range<usize>) -> Option<Range<usize>> {
    let spelled = |w: &usize| scene.lower(*w).starts_with(char::is_alphanumeric);
    Some(words.clone().find(spelled)?..words.clone().rfind(spelled)? + 1)
}

/// The status that a word among the first says.
pub fn told(scene: &Scene, words: &Range<usize>) -> Option<Status> {
    let fates = &scene.words.fates;
    words.clone().take(6).find_map(|w| {
        let lower = scene.lower(w);
        fates
            .iter()
            .find(|(_, stems)| stems.iter().any(|stem| is_formed(lower, stem) || is_phrase(scene, w, words.end, stem)))
            .and_then(|(name, _)| status(name))
    })
}

/// "detenido", "detained": taken on a day where one is told, and in custody where none is.
fn names_held(scene: &Scene, words: &Range<usize>) -> bool {
    let held = &scene.words.fates[Status::Held.name()];
    let first = told(scene, words) == Some(Status::Detained);
    first && words.clone().take(6).any(|w| held.iter().any(|stem| is_formed(scene.lower(w), stem)))
}

/// Whether the word is the stem, or begins with a stem that is long enough not to begin others.
fn is_formed(lower: &str, stem: &str) -> bool {
    lower == stem || stem.len() > 4 && lower.starts_with(stem)
}

/// "sin noticias": several words that say it together.
fn is_phrase(scene: &Scene, word: usize, end: usize, phrase: &str) -> bool {
    phrase.contains(' ') && scene.starts_with(word, end, phrase)
}

fn status(name: &str) -> Option<Status> {
    Status::ALL.into_iter().find(|status| status.name() == name)
}

/// "in Boniato", "still in Insein", "Klong Prem prison".
fn opens_with_place(scene: &Scene, words: &Range<usize>) -> bool {
    let preposition = words.clone().take(3).find(|&w| scene.words.inside_prepositions.contains(scene.lower(w)));
    let behind = preposition.map(|w| w + 1..words.end).filter(|rest| !rest.is_empty());
    behind.is_some_and(|rest| {
        let name = scene.analysis.name_of(rest.start);
        name.is_some_and(|n| n.kind == NameKind::Place && n.words.start == rest.start)
    })
}

/// The first date among these words.
pub fn date(scene: &Scene, words: &Range<usize>) -> Option<PartialDate> {
    let range = scene.span(words);
    scene.analysis.dates.iter().find(|d| range.contains(d.span)).map(|d| d.date)
}

/// The place that these words name, with the nouns of custody around the name.
pub fn place(scene: &Scene, words: &Range<usize>) -> Option<String> {
    let custody = |w: usize| scene.words.custody_nouns.contains(scene.lower(w));
    let names = scene.analysis.names_in(words).iter();
    let bare = |words: &Range<usize>| words.clone().all(custody);
    let mut places = names.filter(|n| n.kind == NameKind::Place || scene.is_facility(n.words.start));
    let name = places.find(|n| !bare(&n.words))?;
    let joint = |w: usize| matches!(scene.lower(w), "de" | "of" | "la" | "el");
    let before = (words.start..name.words.start).rev().take_while(|&w| custody(w) || joint(w)).filter(|&w| custody(w));
    let start = before.last().unwrap_or(name.words.start);
    let end = (name.words.end..words.end).take_while(|&w| custody(w)).last().map_or(name.words.end, |w| w + 1);
    Some(scene.text(&(start..end)))
}

/// The terms of a release that stand among these words.
pub fn release_terms(scene: &Scene, words: &Range<usize>) -> Option<Terms> {
    let terms = scene.words.release_terms.iter().find(|t| scene.find(words, &t.words).is_some());
    terms.map(|t| Terms::Release(t.terms))
}

fn terms(scene: &Scene, words: &Range<usize>, status: Status) -> Option<Terms> {
    let range = scene.span(words);
    match status {
        Status::Released => release_terms(scene, words),
        Status::Convicted => {
            let length = scene.analysis.durations.iter().find(|d| range.contains(d.span) && d.days >= 28);
            length.map(|d| Terms::AsSaid(scene.analysis.at(d.span).to_owned()))
        }
        _ => None,
    }
}
