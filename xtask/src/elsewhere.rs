//! `cargo xtask eval elsewhere [--show] [--quick]`: what the reader claims about text that is hardly ever about custody.
//!
//! Treebank sentences and the main text of web pages are read as if they were reports. A status or a count there is
//! nearly always a false alarm, so that its number in ten thousand words may not grow beyond `evaluation/elsewhere.toml`.
//! With `--show` each is printed, to be looked at by somebody. Knows files and words; does not know how anything is read.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::eval::{Unread, read_with};
use crate::program::{QUICK, build_as_asked, root};
use crate::score::{Statement, read_statements};
use crate::train::shared;
use crate::train::treebank::{Contractions, Hyphens, TreebankSentence, read};

const ARGUMENTS: [&str; 2] = ["--show", QUICK];

/// Treebanks with text from the web and from news: a name for the table, and the file.
const TREEBANKS: [(&str, &str); 4] = [
    ("web, English", "en_ewt-train.conllu"),
    ("news and wiki, English", "en_pud.conllu"),
    ("web and wiki, Spanish", "es_gsd-dev.conllu"),
    ("news and wiki, Spanish", "es_pud.conllu"),
];

/// So many sentences of a treebank without documents make a text.
const SENTENCES: usize = 25;

/// Texts of one source: how many words they have, and what was claimed about them.
#[derive(Default)]
struct Source {
    words: usize,
    claims: Vec<Statement>,
}

impl Source {
    /// Claims in ten thousand words.
    fn rate(&self) -> f64 {
        self.claims.len() as f64 * 10_000.0 / self.words.max(1) as f64
    }
}

/// Reads the texts, prints the table, and fails above a ceiling.
pub fn run(arguments: &[String]) -> Result<()> {
    if let Some(unknown) = arguments.iter().find(|a| !ARGUMENTS.contains(&a.as_str())) {
        bail!("eval elsewhere does not know {unknown}; it takes {}", ARGUMENTS.join(", "));
    }
    let corpora = shared().join("corpora");
    ensure!(corpora.is_dir(), "the corpora are not at {}; CONSTANCIA_SHARED says where they are", corpora.display());
    let program = build_as_asked(arguments)?;
    let mut sources = BTreeMap::new();
    for (name, file) in TREEBANKS {
        sources.insert(name, claimed(&program, treebank(&corpora.join("ud").join(file))?)?);
    }
    sources.insert("web pages", claimed(&program, pages(&corpora.join("html/truth"))?)?);
    print(&sources, arguments.iter().any(|argument| argument == "--show"));
    below_ceilings(&sources)
}

fn treebank(path: &Path) -> Result<Vec<String>> {
    let sentences = read(path, Contractions::Whole, Hyphens::Whole)?;
    let documents = sentences.chunk_by(|_, next| next.begins.is_none());
    let text =
        |some: &[TreebankSentence]| some.iter().map(|sentence| sentence.text.as_str()).collect::<Vec<_>>().join("\n");
    Ok(documents.flat_map(|document| document.chunks(SENTENCES)).map(text).collect())
}

fn pages(folder: &Path) -> Result<Vec<String>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    paths.sort();
    let text = |path: &PathBuf| {
        let truth: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
        let text = truth["ground_truth"]["main_content"].as_str();
        Ok(text.with_context(|| format!("{} has no main text", path.display()))?.to_owned())
    };
    paths.iter().map(text).collect()
}

/// What the program claims about the custody of somebody in these texts.
fn claimed(program: &Path, texts: Vec<String>) -> Result<Source> {
    let scratch = tempfile::tempdir()?;
    let reports = scratch.path().join("reports");
    fs::create_dir(&reports)?;
    for (number, text) in texts.iter().enumerate() {
        fs::write(reports.join(format!("{number:05}.txt")), text)?;
    }
    read_with(program, &reports, scratch.path(), Unread::Allowed)?;
    let statements = read_statements(&scratch.path().join("statements.jsonl"))?;
    let about_custody = |statement: &Statement| matches!(statement.kind.as_str(), "status" | "count");
    let claims = statements.into_values().flatten().filter(about_custody).collect();
    Ok(Source { words: texts.iter().map(|text| text.split_whitespace().count()).sum(), claims })
}

fn print(sources: &BTreeMap<&str, Source>, show: bool) {
    for (name, source) in sources {
        for claim in source.claims.iter().filter(|_| show) {
            println!("{name} {} {} | {}", claim.report, claim.in_short(), claim.quote().replace('\n', " / "));
        }
    }
    println!("{:<28}{:>9}{:>9}{:>18}", "", "words", "claims", "in 10,000 words");
    for (name, source) in sources {
        println!("{name:<28}{:>9}{:>9}{:>18.2}", source.words, source.claims.len(), source.rate());
    }
}

fn below_ceilings(sources: &BTreeMap<&str, Source>) -> Result<()> {
    let path = root().join("evaluation/elsewhere.toml");
    let ceilings: BTreeMap<String, f64> = toml::from_str(&fs::read_to_string(&path)?)?;
    let above = sources.iter().filter_map(|(name, source)| {
        let ceiling = ceilings.get(*name).copied().unwrap_or_default();
        (source.rate() > ceiling).then(|| format!("{name}: {:.2} in 10,000 words, above {ceiling}", source.rate()))
    });
    let above: Vec<String> = above.collect();
    ensure!(above.is_empty(), "more false alarms than evaluation/elsewhere.toml allows:\n  {}", above.join("\n  "));
    Ok(())
}
