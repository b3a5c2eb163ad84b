//! Words, sentences, tags and trees, from bare text and with the words given, on what no model of them learns from.

use anyhow::Result;
use constancia_language::Analysis;
use constancia_model::Language;

use super::Figures;
use super::cut::{Cut, text};
use crate::train::held_back;
use crate::train::treebank::Hyphens;

/// The figures of both languages.
pub fn figures() -> Result<Figures> {
    let mut figures = Figures::new();
    for language in [Language::English, Language::Spanish] {
        let sentences = held_back(&language, Hyphens::Apart)?;
        let right = Cut::of_treebank(&sentences);
        let bare = text(&sentences);
        let raw = Cut::of_analysis(&language, &Analysis::new(&language, &bare, None));
        let given = Cut::with_words_given(&language, &sentences);
        let mut add = |how: &str, found: &Cut| {
            let named =
                right.compare(found).map(|(what, figure)| (format!("{}.{how}.{what}", language.code()), figure));
            figures.extend(named);
        };
        add("raw", &raw);
        add("given", &given);
    }
    figures.retain(|name, _| !name.ends_with("given.words") && !name.ends_with("given.sentences"));
    Ok(figures)
}
