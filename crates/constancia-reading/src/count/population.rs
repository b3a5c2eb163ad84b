//! The population of a count as said: the counted phrase without its number, or what is said of a part without a noun.

use std::ops::Range;

use constancia_language::tagging::Tag;

use super::counted::Counted;
use crate::phrases::PhraseKind;
use crate::scene::{Row, Scene};

/// The population as said: the counted phrase without its number; of a part without a noun, what is said of it.
pub fn own(scene: &Scene, row: &Row, counted: &Counted) -> Option<Range<usize>> {
    let noun = counted.noun.filter(|&w| !scene.words.counts.pronouns.contains(scene.lower(w)))?;
    let at = row.phrase_at(noun)?;
    let words = &row.phrases[at].words;
    let same = words.start < counted.words.end && counted.words.start < words.end;
    let own = if same { counted.words.end.min(noun) } else { words.start };
    let start = (own..noun).find(|&w| !opens_population(scene, w)).unwrap_or(noun);
    let end = complement(scene, row, at).unwrap_or(words.end);
    Some(scene.without_article(&(start..end)))
}

/// Numbers, pronouns and articles before the noun are no part of the population.
fn opens_population(scene: &Scene, word: usize) -> bool {
    let tag = scene.analysis.words[word].tag.tag;
    matches!(tag, Tag::Number | Tag::Determiner) || scene.words.counts.pronouns.contains(scene.lower(word))
}

/// "students of Mandalay University", "people in pre-trial detention": the end of what narrows the noun down.
fn complement(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let [joint, behind, ..] = row.phrases.get(at + 1..)? else { return None };
    let noun = joint.kind == PhraseKind::Preposition && behind.kind == PhraseKind::Noun;
    let custody = || behind.words.clone().any(|w| scene.words.custody_nouns.contains(scene.lower(w)));
    let nameless = || scene.analysis.names_in(&behind.words).is_empty();
    let narrows = match scene.lower(joint.head) {
        "of" | "de" | "under" => true,
        "in" | "behind" | "en" => custody() && nameless(),
        _ => false,
    };
    (noun && narrows && !scene.clause(row).is_time(behind)).then_some(behind.words.end)
}

/// "26 had served their sentence", "5 tienen menos de 18 años": what is said of a part that has no noun.
pub fn predicate(scene: &Scene, row: &Row, counted: &Counted) -> Option<Range<usize>> {
    let rest = row.phrases.get(counted.phrase + 1..)?;
    let verb = rest.iter().find(|p| p.kind != PhraseKind::Other).filter(|p| p.kind == PhraseKind::Verb)?;
    let ends =
        |kind| matches!(kind, PhraseKind::Comma | PhraseKind::Stop | PhraseKind::Coordinator | PhraseKind::Quote(_));
    let stop = rest.iter().find(|p| p.words.start >= verb.words.end && (ends(p.kind) || scene.lower(p.head) == "."));
    let end = stop.map_or(row.words.end, |p| p.words.start);
    counted.noun.is_none().then(|| rest[0].words.start..end)
}
