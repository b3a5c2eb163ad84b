//! Marks that quote nobody: titles, names and single words.
//!
//! Knows the words under the marks and right before them; not who speaks.

use constancia_language::tagging::Tag;
use constancia_model::Span;

use crate::scene::Scene;

/// A title, a name or a word under marks: no verb of saying governs it, or a noun before it says that it is a title.
pub(super) fn is_mere_label(scene: &Scene, index: usize) -> bool {
    let quote = &scene.analysis.quotes[index];
    let text = scene.analysis.at(quote.inner);
    let words: Vec<&str> = text.split_whitespace().collect();
    let first = scene.analysis.word_at(quote.outer.start);
    let titled = (first.saturating_sub(2)..first).any(|w| scene.words.title_nouns.contains(scene.lower(w)));
    let title_case =
        words.len() > 1 && words.iter().filter(|w| w.chars().count() > 3).all(|w| w.starts_with(char::is_uppercase));
    let complement = first > 0
        && words.len() < 3
        && matches!(scene.lower(first - 1), "for" | "of" | "por" | "de" | "the" | "el" | "los" | "las");
    titled || title_case || complement || words.len() < 2 && !said_just_before(scene, first)
}

/// "the programme «Coffee at six»": the noun right before says that it is a title.
pub(super) fn is_title(scene: &Scene, outer: Span) -> bool {
    let first = scene.analysis.word_at(outer.start);
    first > 0
        && scene.words.title_nouns.contains(scene.lower(first - 1))
        && scene.analysis.words[first - 1].tag.tag == Tag::Noun
}

fn said_just_before(scene: &Scene, first: usize) -> bool {
    (first.saturating_sub(3)..first).any(|w| scene.words.is_speech(scene.lower(w)))
}
