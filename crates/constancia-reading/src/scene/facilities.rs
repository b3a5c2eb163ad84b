//! Which names are places of custody: by a list, by a number, or by a word that stands beside them.

use std::collections::BTreeSet;
use std::ops::Range;

use constancia_language::lexicon::Lexicon;
use constancia_language::{Analysis, NameKind};
use constancia_model::Span;

/// The names of places of custody in a text: prisons known by name, names with a number ("Badr 1"), and names that stand
/// beside a word for a place of custody somewhere in the text.
pub(super) fn facilities(analysis: &Analysis) -> BTreeSet<String> {
    let lexicon = Lexicon::of(&analysis.language);
    let text = |words: &Range<usize>| {
        let span = Span::new(analysis.words[words.start].span.start, analysis.words[words.end - 1].span.end);
        analysis.at(span).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
    };
    let numbered = |words: &Range<usize>| {
        let last = analysis.words[words.end - 1].of(analysis.text);
        words.len() > 1 && last.chars().all(|c| c.is_ascii_digit() || "IVX".contains(c))
    };
    let beside = |words: &Range<usize>| {
        let near = words.start.saturating_sub(3)..(words.end + 2).min(analysis.words.len());
        near.into_iter().any(|w| is_custody_word(&analysis.words[w].lower))
    };
    let places = analysis.names.iter().filter(|n| n.kind != NameKind::Person);
    let custody = places.filter(|n| lexicon.is_prison(&text(&n.words)) || numbered(&n.words) || beside(&n.words));
    custody.map(|n| text(&n.words)).collect()
}

/// Whether the word is one for a place of custody and for nothing else.
pub fn is_custody_word(lower: &str) -> bool {
    [
        "prison",
        "jail",
        "colony",
        "prisión",
        "cárcel",
        "penal",
        "penitenciar",
        "reclusorio",
        "camp",
        "campamento",
        "colonia",
        "inmates",
        "detention",
        "presos",
        "prisoners",
    ]
    .iter()
    .any(|stem| lower.starts_with(stem))
}
