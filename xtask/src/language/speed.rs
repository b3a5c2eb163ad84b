//! How long the models take to load, and how many words a second a whole analysis handles on one core.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use constancia_language::Analysis;
use constancia_model::Language;

use super::clock::Clock;
use crate::train::treebank::{Contractions, Hyphens, read};

const LANGUAGES: [(Language, &str); 2] = [(Language::English, "en_pud.conllu"), (Language::Spanish, "es_pud.conllu")];

/// Milliseconds to load all models, and words a second by language; must be asked before anything else is analysed.
pub fn figures(corpora: &Path) -> Result<(f64, Vec<(String, f64)>)> {
    let begun = Instant::now();
    for (language, _) in &LANGUAGES {
        Analysis::new(language, "Ana Paz, 44.", None);
    }
    let loaded = begun.elapsed().as_secs_f64() * 1000.0;
    let speeds =
        LANGUAGES.iter().map(|(language, name)| Ok((language.code().to_owned(), speed(corpora, language, name)?)));
    Ok((loaded, speeds.collect::<Result<_>>()?))
}

fn speed(corpora: &Path, language: &Language, name: &str) -> Result<f64> {
    let sentences = read(&corpora.join("ud").join(name), Contractions::Whole, Hyphens::Whole)?;
    let paragraphs: Vec<String> = sentences
        .chunk_by(|_, next| next.begins.is_none())
        .map(|document| document.iter().map(|s| s.text.as_str()).collect::<Vec<_>>().join(" "))
        .collect();
    let texts: Vec<String> = paragraphs.chunks(8).map(|some| some.join("\n")).collect();
    let begun = Clock::start();
    let words: usize = texts.iter().map(|text| Analysis::new(language, text, None).words.len()).sum();
    Ok(words as f64 / begun.seconds())
}
