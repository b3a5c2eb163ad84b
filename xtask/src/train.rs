//! `cargo xtask train`: the models of the language room, from the corpora beside the checkout, the same bytes each time.

mod classes;
pub mod entities;
mod harmony;
mod lemmas;
pub mod names;
mod perceptron;
mod spanish;
pub mod treebank;
mod trees;
mod variants;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use constancia_language::tagging::Tagger;
use constancia_language::tagging::forms::{Asked, FormsTask};
use constancia_language::tagging::model::{Model, ModelSource, Row};
use constancia_language::tagging::parts::PartsTask;
use constancia_language::tagging::word::prepare;

use constancia_model::Language;

use classes::{Classes, observed};
use lemmas::learn_lemmas;
use names::{NamedCorpus, learn_names};
use perceptron::{Example, History, Schedule, learn};
use treebank::{Contractions, Hyphens, TreebankSentence, TreebankWord};
use variants::with_variants;

const PARTS: Schedule = Schedule { rounds: 8, least_weight: 0.3, history: History::Guessed };
const FORMS: Schedule = Schedule { rounds: 5, least_weight: 0.15, history: History::Guessed };

/// What is learned; names and lemmas alone take a moment, and rest on the tags that were learned before.
const SUBJECTS: [&str; 4] = ["tags", "names", "lemmas", "trees"];

/// Trains the models of these subjects, or of all, and writes them.
pub fn train(subjects: &[String]) -> Result<()> {
    if let Some(unknown) = subjects.iter().find(|subject| !SUBJECTS.contains(&subject.as_str())) {
        bail!("train does not know {unknown}; it takes {}", SUBJECTS.join(", "));
    }
    let wants = |subject: &str| subjects.is_empty() || subjects.iter().any(|wanted| wanted == subject);
    let corpora = shared().join("corpora");
    for language in [Language::English, Language::Spanish] {
        let treebanks = Treebanks::of(&language, &corpora.join("ud"))?;
        if wants("tags") {
            train_tags(&language, &treebanks)?;
        }
        if wants("names") {
            train_names(&language, &NamedCorpus::of(&language, &corpora)?)?;
        }
        if wants("lemmas") {
            train_lemmas(&language, &treebanks)?;
        }
    }
    if wants("trees") { train_trees() } else { Ok(()) }
}

/// The sentences that no model of tags or trees learns from.
pub fn held_back(language: &Language, hyphens: Hyphens) -> Result<Vec<TreebankSentence>> {
    Ok(split(language, hyphens)?.1)
}

type Split = (Vec<TreebankSentence>, Vec<TreebankSentence>);

/// To learn from, and held back, each sentence cut in this one way.
fn split(language: &Language, hyphens: Hyphens) -> Result<Split> {
    let treebanks = shared().join("corpora/ud");
    let contractions = if *language == Language::Spanish { Contractions::Whole } else { Contractions::Apart };
    let read = |name: &str| treebank::read(&treebanks.join(name), contractions, hyphens);
    if *language != Language::Spanish {
        let mut train = read("en_ewt-train.conllu")?;
        train.extend(read("en_pud.conllu")?);
        return Ok((train, read("en_ewt-dev.conllu")?));
    }
    let (mut train, held_back) = every_fifth(read("es_gsd-dev.conllu")?);
    let mut pud = read("es_pud.conllu")?;
    harmony::harmonise(&mut pud)?;
    train.extend(pud);
    train.extend(read("es_coser.conllu")?);
    Ok((train, held_back))
}

/// One parser for both languages: they share how sentences are built, and Spanish has few to learn from.
fn train_trees() -> Result<()> {
    let mut lessons = Vec::new();
    for language in [Language::English, Language::Spanish] {
        let (whole, apart) = (split(&language, Hyphens::Whole)?.0, split(&language, Hyphens::Apart)?.0);
        lessons.extend(trees::jackknifed(&language, &whole, &apart, |others| learn_tagger(&language, others)));
    }
    let path = models().join("trees.model");
    let bytes = trees::learn(&lessons).write();
    std::fs::write(&path, &bytes).with_context(|| format!("writing {}", path.display()))?;
    println!("trees: {} bytes; `cargo xtask eval language` says how good they are", bytes.len());
    Ok(())
}

/// A tagger that is not written.
fn learn_tagger(language: &Language, train: &[TreebankSentence]) -> Tagger {
    let classes = classes_of(language, train);
    let sentences = with_variants(train);
    let read = |source: ModelSource| Model::read(source.write()).expect("what was just written is whole");
    let forms = |asked| read(source(learn_forms(&sentences, asked), &Classes::new()));
    let parts = read(source(learn_parts(&sentences, &classes), &classes));
    Tagger::new(parts, forms(Asked::Shape), forms(Asked::Conjugation))
}

fn classes_of(language: &Language, train: &[TreebankSentence]) -> Classes {
    let mut classes = observed(train);
    if *language == Language::Spanish {
        spanish::add_conjugations(&mut classes, SPANISH_VERBS);
    }
    classes
}

/// Where the data lie that are no part of the project.
pub fn shared() -> PathBuf {
    PathBuf::from(std::env::var("CONSTANCIA_SHARED").unwrap_or_else(|_| "../shared".into()))
}

impl Treebanks {
    fn of(language: &Language, treebanks: &Path) -> Result<Self> {
        match language {
            Language::Spanish => spanish(treebanks),
            _ => english(treebanks),
        }
    }
}

/// What the tagger of a language learns from.
pub struct Treebanks {
    train: Vec<TreebankSentence>,
    /// Those of them in which every form is annotated: English PUD leaves out number and person of most verbs.
    inflected: Vec<TreebankSentence>,
}

fn english(treebanks: &Path) -> Result<Treebanks> {
    let read = |name: &str| read_both_ways(&treebanks.join(name), Contractions::Apart);
    let inflected = read("en_ewt-train.conllu")?;
    let mut train = inflected.clone();
    train.extend(read("en_pud.conllu")?);
    Ok(Treebanks { train, inflected })
}

/// There is no second file for Spanish: every fifth sentence of the largest is held back.
fn spanish(treebanks: &Path) -> Result<Treebanks> {
    let read = |name: &str| read_both_ways(&treebanks.join(name), Contractions::Whole);
    let whole = treebank::read(&treebanks.join("es_gsd-dev.conllu"), Contractions::Whole, Hyphens::Whole)?;
    let mut train: Vec<_> = every_fifth(whole).0;
    let mut pud = read("es_pud.conllu")?;
    harmony::harmonise(&mut pud)?;
    train.extend(pud);
    train.extend(read("es_coser.conllu")?);
    Ok(Treebanks { inflected: train.clone(), train })
}

/// The sentences with hyphenated words joined, and those that have any also as the treebank cuts them.
fn read_both_ways(path: &Path, contractions: Contractions) -> Result<Vec<TreebankSentence>> {
    let mut sentences = treebank::read(path, contractions, Hyphens::Whole)?;
    let apart = treebank::read(path, contractions, Hyphens::Apart)?;
    let cut: Vec<_> =
        apart.into_iter().zip(&sentences).filter(|(a, j)| a.words.len() != j.words.len()).map(|(a, _)| a).collect();
    sentences.extend(cut);
    Ok(sentences)
}

/// To learn from, and held back.
pub fn every_fifth<T>(all: Vec<T>) -> (Vec<T>, Vec<T>) {
    let (held_back, train): (Vec<_>, Vec<_>) = all.into_iter().enumerate().partition(|(place, _)| place % 5 == 4);
    let bare = |numbered: Vec<(usize, T)>| numbered.into_iter().map(|(_, item)| item).collect();
    (bare(train), bare(held_back))
}

const SPANISH_VERBS: &str = include_str!("../../crates/constancia-language/data/es/verbs.txt");
const ENGLISH_VERBS: &str = include_str!("../../crates/constancia-language/data/en/verbs.toml");

fn train_tags(language: &Language, treebanks: &Treebanks) -> Result<()> {
    let classes = classes_of(language, &treebanks.train);
    write(language, "parts", learn_parts(&with_variants(&treebanks.train), &classes), &classes)?;
    let inflected = with_variants(&treebanks.inflected);
    for (name, asked) in [("inflection", Asked::Shape), ("conjugation", Asked::Conjugation)] {
        write(language, name, learn_forms(&inflected, asked), &Classes::new())?;
    }
    Ok(())
}

fn train_names(language: &Language, corpus: &NamedCorpus) -> Result<()> {
    let tagger = Tagger::new(
        read_model(language, "parts")?,
        read_model(language, "inflection")?,
        read_model(language, "conjugation")?,
    );
    write(language, "names", learn_names(language, &tagger, corpus), &Classes::new())
}

fn train_lemmas(language: &Language, treebanks: &Treebanks) -> Result<()> {
    let irregular: toml::Table = ENGLISH_VERBS.parse()?;
    let verbs: Vec<&str> = match language {
        Language::Spanish => SPANISH_VERBS.lines().collect(),
        _ => irregular["irregular"].as_table().into_iter().flat_map(toml::Table::keys).map(String::as_str).collect(),
    };
    let rules = learn_lemmas(language, &treebanks.inflected, &verbs);
    let path = models().join(format!("{}.lemmas.tsv", language.code()));
    println!("{} lemmas: {} bytes", language.code(), rules.len());
    std::fs::write(&path, rules).with_context(|| format!("writing {}", path.display()))
}

fn learn_parts(sentences: &[TreebankSentence], classes: &Classes) -> Vec<(u32, Row)> {
    let class = |key| classes.get(&key).copied().unwrap_or(0);
    let example = |sentence: &TreebankSentence| Example {
        task: PartsTask::with_classes(&sentence.forms(), class),
        labels: sentence.words.iter().map(|word| word.label).collect(),
    };
    learn(&sentences.iter().map(example).collect::<Vec<_>>(), &PARTS)
}

fn learn_forms(sentences: &[TreebankSentence], asked: Asked) -> Vec<(u32, Row)> {
    let labels = |sentence: &TreebankSentence| sentence.words.iter().map(|word| word.label).collect();
    let prepared: Vec<(_, Vec<u8>)> = sentences.iter().map(|s| (prepare(&s.forms()), labels(s))).collect();
    let right = |word: &TreebankWord| if asked == Asked::Shape { word.shape } else { word.conjugation };
    let labels = sentences.iter().map(|sentence| sentence.words.iter().map(right).collect());
    let tasks = prepared.iter().map(|(words, tags)| FormsTask { words, tags, asked });
    learn(&tasks.zip(labels).map(|(task, labels)| Example { task, labels }).collect::<Vec<_>>(), &FORMS)
}

/// Where the language room keeps its models.
fn models() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/constancia-language/models")
}

fn model_path(language: &Language, name: &str) -> PathBuf {
    models().join(format!("{}.{name}.model", language.code()))
}

fn write(language: &Language, name: &str, rows: Vec<(u32, Row)>, classes: &Classes) -> Result<()> {
    let bytes = source(rows, classes).write();
    println!("{} {name}: {} bytes", language.code(), bytes.len());
    let path = model_path(language, name);
    std::fs::write(&path, &bytes).with_context(|| format!("writing {}", path.display()))
}

fn source(rows: Vec<(u32, Row)>, classes: &Classes) -> ModelSource {
    ModelSource { rows, classes: classes.iter().map(|(&key, &mask)| (key, mask)).collect() }
}

fn read_model(language: &Language, name: &str) -> Result<Model> {
    let path = model_path(language, name);
    Ok(Model::read(std::fs::read(&path).with_context(|| format!("reading {}", path.display()))?)?)
}
