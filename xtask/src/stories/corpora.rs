//! What stories are measured on: news of public corpora and the shared reports, each as a gist with its true story.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use constancia_language::{Analysis, dates, detect, gist};
use constancia_lineage::stories::Gisted;
use constancia_model::{Gist, Language, PartialDate, ReportId};
use serde::Deserialize;

/// An article with what it is about.
#[derive(Clone)]
pub struct Article {
    pub id: ReportId,
    pub topic: usize,
    pub story: String,
    pub gist: Gist,
    pub published: Option<PartialDate>,
}

impl Article {
    fn read(name: &str, story: String, language: &Language, text: &str, published: Option<PartialDate>) -> Self {
        let gist = gist::gist(&Analysis::new(language, text, published));
        Self { id: ReportId::of(name.as_bytes()), topic: 0, story, gist, published }
    }

    /// As the lineage room takes it.
    pub fn gisted(&self) -> Gisted<'_> {
        Gisted { id: &self.id, gist: &self.gist, published: self.published }
    }
}

#[derive(Deserialize)]
struct NewsLine {
    id: String,
    topic: usize,
    story: String,
    date: Option<String>,
    title: String,
    text: String,
}

/// ECB+, in which every topic has two similar events.
pub fn news(corpora: &Path) -> Result<Vec<Article>> {
    let path = corpora.join("stories/ecbplus_1-35.jsonl");
    let lines = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let article = |line: &str| {
        let line: NewsLine = serde_json::from_str(line)?;
        let dated = dates::dates(&Language::English, line.date.as_deref().unwrap_or_default(), None);
        let published = dated.into_iter().map(|mention| mention.date).find(|date| date.single_day().is_some());
        let text = format!("{}\n\n{}", line.title, line.text);
        Ok(Article { topic: line.topic, ..Article::read(&line.id, line.story, &Language::English, &text, published) })
    };
    lines.lines().map(article).collect()
}

/// MEANTIME: each article in English and in Spanish; its name is its story.
pub fn translations(corpora: &Path) -> Result<Vec<Article>> {
    let mut articles = Vec::new();
    for language in [Language::English, Language::Spanish] {
        let path = corpora.join(format!("entities/meantime_{}.tokens.csv", language.code()));
        let mut texts: BTreeMap<String, BTreeMap<usize, Vec<String>>> = BTreeMap::new();
        for row in csv::Reader::from_path(&path).with_context(|| path.display().to_string())?.records() {
            let row = row?;
            let sentences = texts.entry(row[1].to_owned()).or_default();
            sentences.entry(row[2].parse()?).or_default().push(row[4].to_owned());
        }
        for (name, sentences) in texts {
            let text = sentences.into_values().map(|words| words.join(" ")).collect::<Vec<_>>().join("\n");
            let id = format!("{name} {}", language.code());
            articles.push(Article::read(&id, name, &language, &text, None));
        }
    }
    Ok(articles)
}

#[derive(Deserialize)]
struct Groups {
    same_event: Vec<BTreeSet<String>>,
}

/// The shared reports, each under its own name, and which of them tell of one event.
pub fn reports(shared: &Path) -> Result<(Vec<Article>, Vec<BTreeSet<String>>)> {
    let groups: Groups = serde_json::from_str(&fs::read_to_string(shared.join("eval/groups.json"))?)?;
    let mut articles = Vec::new();
    for entry in fs::read_dir(shared.join("reports"))? {
        let path = entry?.path();
        let text = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
        let name = path.file_name().context("a report has a name")?.to_string_lossy().into_owned();
        let language = detect(&text);
        let lines: Vec<(&str, bool)> = text.lines().map(|line| (line, false)).collect();
        let published = dates::publication_date(&language, &lines);
        articles.push(Article::read(&name.clone(), name, &language, &text, published));
    }
    articles.sort_by(|a, b| a.story.cmp(&b.story));
    Ok((articles, groups.same_event))
}
