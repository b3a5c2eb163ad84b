//! `cargo xtask train`: the models of the language room, from the corpora beside the checkout, the same bytes each time.

mod classes;
pub mod entities;
mod harmony;
pub mod names;
mod perceptron;
mod spanish;
pub mod treebank;
mod variants;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use constancia_language::tagging::Tagger;
use constancia_language::tagging::forms::{Asked, FormsTask};
use constancia_language::tagging::model::{Model, ModelSource, Row};
use constancia_language::tagging::parts::PartsTask;
use constancia_language::tagging::word::prepare;

use constancia_model::Language;

use classes::{Classes, observed};
use names::{NamedCorpus, learn_names};
use perceptron::{Example, History, Schedule, learn};
use treebank::{Contractions, Hyphens, TreebankSentence, TreebankWord};
use variants::with_variants;

const PARTS: Schedule = Schedule { rounds: 8, least_weight: 0.3, history: History::Guessed };
const FORMS: Schedule = Schedule { rounds: 5, least_weight: 0.15, history: History::Guessed };

/// Trains all models, prints how well they do on what was held back, and writes them.
pub fn train() -> Result<()> {
    let corpora =
        PathBuf::from(std::env::var("CONSTANCIA_SHARED").unwrap_or_else(|_| "../shared".into())).join("corpora");
    let treebanks = corpora.join("ud");
    train_language(&Language::English, &english(&treebanks)?, &names::english(&corpora)?)?;
    train_language(&Language::Spanish, &spanish(&treebanks)?, &names::spanish(&corpora)?)
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
    let whole = treebank::read(&treebanks.join("es_gsd-dev.conllu"), Contractions::Whole, Hyphens::Joined)?;
    let mut train: Vec<_> = every_fifth(whole).0;
    let mut pud = read("es_pud.conllu")?;
    harmony::harmonise(&mut pud)?;
    train.extend(pud);
    train.extend(read("es_coser.conllu")?);
    Ok(Treebanks { inflected: train.clone(), train })
}

/// The sentences with hyphenated words joined, and those that have any also as the treebank cuts them.
fn read_both_ways(path: &Path, contractions: Contractions) -> Result<Vec<TreebankSentence>> {
    let mut sentences = treebank::read(path, contractions, Hyphens::Joined)?;
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

fn train_language(language: &Language, treebanks: &Treebanks, named: &NamedCorpus) -> Result<()> {
    let mut classes = observed(&treebanks.train);
    if *language == Language::Spanish {
        spanish::add_conjugations(&mut classes, include_str!("../../crates/constancia-language/data/es/verbs.txt"));
    }
    let code = language.code();
    let parts = write(code, "parts", learn_parts(&with_variants(&treebanks.train), &classes), &classes)?;
    let inflected = with_variants(&treebanks.inflected);
    let learn = |name, asked| write(code, name, learn_forms(&inflected, asked), &Classes::new());
    let tagger = Tagger::new(parts, learn("inflection", Asked::Shape)?, learn("conjugation", Asked::Conjugation)?);
    write(code, "names", learn_names(language, &tagger, named), &Classes::new())?;
    Ok(())
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

/// Writes a model where the language room keeps it, and reads it back as the product will.
fn write(language: &str, name: &str, rows: Vec<(u32, Row)>, classes: &Classes) -> Result<Model> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/constancia-language/models");
    let path = root.join(format!("{language}.{name}.model"));
    let classes = classes.iter().map(|(&key, &mask)| (key, mask)).collect();
    let bytes = ModelSource { rows, classes }.write();
    std::fs::write(&path, &bytes).with_context(|| format!("writing {}", path.display()))?;
    println!("{language} {name}: {} bytes", bytes.len());
    Ok(Model::read(&bytes)?)
}
