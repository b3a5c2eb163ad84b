//! The articles of which copies are made: English web pages, and Spanish news that partly tell one event several times.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::train::shared;

/// Words below which an article is not worth copying.
const LEAST_WORDS: usize = 60;

/// Articles that were looked at and print whole paragraphs of another one in the set: true copies before any is made.
const COPIES_ALREADY: [&str; 2] = ["corpus_stock/113227", "corpus_stock/114565"];

/// One article.
pub struct Article {
    /// Its file or number.
    pub name: String,
    /// Its headline.
    pub title: String,
    /// Its text without the headline.
    pub text: String,
}

/// The articles of both languages.
pub fn both() -> Result<[(&'static str, Vec<Article>); 2]> {
    let corpora = shared().join("corpora");
    ensure!(corpora.is_dir(), "the corpora are not at {}; CONSTANCIA_SHARED says where they are", corpora.display());
    Ok([("en", pages(&corpora.join("html/truth"))?), ("es", tokens(&corpora.join("entities/meantime_es.tokens.csv"))?)])
}

fn pages(folder: &Path) -> Result<Vec<Article>> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    paths.sort();
    let article = |path: &std::path::PathBuf| {
        let page: Value = serde_json::from_str(&std::fs::read_to_string(path)?)?;
        let field = |name: &str| page["ground_truth"][name].as_str().map(str::to_owned);
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Article {
            text: field("main_content").with_context(|| format!("{name} has no main text"))?,
            title: field("title").unwrap_or_default(),
            name,
        })
    };
    let articles = paths.iter().map(article).collect::<Result<Vec<_>>>()?;
    Ok(articles.into_iter().filter(is_long).collect())
}

/// Articles that are given word by word. Their first sentence is the headline.
fn tokens(path: &Path) -> Result<Vec<Article>> {
    let mut reader = csv::Reader::from_path(path).with_context(|| path.display().to_string())?;
    let mut sentences: BTreeMap<String, BTreeMap<usize, String>> = BTreeMap::new();
    for row in reader.records() {
        let row = row?;
        let sentence = sentences.entry(row[1].to_owned()).or_default().entry(row[2].parse()?).or_default();
        let tight = row[4].starts_with([',', '.', ';', ':', '!', '?', ')', '»', '”', '%']);
        if !sentence.is_empty() && !tight && !sentence.ends_with(['(', '«', '“', '¿', '¡']) {
            sentence.push(' ');
        }
        sentence.push_str(&row[4]);
    }
    let article = |(name, sentences): (String, BTreeMap<usize, String>)| {
        let mut sentences = sentences.into_values();
        let title = sentences.next().unwrap_or_default();
        let rest: Vec<String> = sentences.collect();
        let text = rest.chunks(2).map(|paragraph| paragraph.join(" ")).collect::<Vec<_>>().join("\n\n");
        Article { name, title, text }
    };
    let known = |article: &Article| COPIES_ALREADY.contains(&article.name.as_str());
    Ok(sentences.into_iter().map(article).filter(|article| is_long(article) && !known(article)).collect())
}

fn is_long(article: &Article) -> bool {
    article.text.split_whitespace().count() >= LEAST_WORDS
}
