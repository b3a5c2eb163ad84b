//! `cargo xtask train`: the models of the language room, from the corpora beside the checkout, the same bytes each time.

mod classes;
mod entities;
mod names;
mod perceptron;
mod spanish;
pub mod treebank;
mod trees;
mod variants;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use constancia_language::tagging::model::{Model, ModelSource, Row};
use constancia_language::tagging::parts::{InflectionTask, PartsTask};
use constancia_language::tagging::word::prepare;
use constancia_language::tagging::{LABELS, SHAPES, Tagger};

use constancia_model::Language;

use classes::{Classes, observed};
use names::{NamedCorpus, learn_names, print_names};
use perceptron::{Example, History, Schedule, learn};
use treebank::{Contractions, Hyphens, TreebankSentence};
use variants::with_variants;

const PARTS: Schedule = Schedule { rounds: 8, least_weight: 0.3, history: History::Guessed };
const INFLECTION: Schedule = Schedule { rounds: 5, least_weight: 0.15, history: History::Guessed };

/// Trains all models, prints how well they do on what was held back, and writes them; with `trees` the parser alone.
pub fn train(arguments: &[String]) -> Result<()> {
    let alone = match arguments {
        [] => false,
        [name] if name == "trees" => true,
        _ => bail!("train takes nothing, or: trees"),
    };
    let corpora = corpora();
    for language in [Language::English, Language::Spanish].iter().filter(|_| !alone) {
        let named = match language {
            Language::Spanish => names::spanish(&corpora)?,
            _ => names::english(&corpora)?,
        };
        let (train, held_back) = split(language, Hyphens::Whole)?;
        train_language(language, &train, &held_back, &named)?;
    }
    train_trees()
}

fn corpora() -> PathBuf {
    PathBuf::from(std::env::var("CONSTANCIA_SHARED").unwrap_or_else(|_| "../shared".into())).join("corpora")
}

/// The sentences that no model of tags or trees learns from.
pub fn held_back(language: &Language, hyphens: Hyphens) -> Result<Vec<TreebankSentence>> {
    Ok(split(language, hyphens)?.1)
}

type Split = (Vec<TreebankSentence>, Vec<TreebankSentence>);

fn split(language: &Language, hyphens: Hyphens) -> Result<Split> {
    let treebanks = corpora().join("ud");
    match language {
        Language::Spanish => spanish(&treebanks, hyphens),
        _ => english(&treebanks, hyphens),
    }
}

fn english(treebanks: &Path, hyphens: Hyphens) -> Result<Split> {
    let read = |name: &str| treebank::read_cut(&treebanks.join(name), Contractions::Apart, hyphens);
    let mut train = read("en_ewt-train.conllu")?;
    train.extend(read("en_pud.conllu")?);
    Ok((train, read("en_ewt-dev.conllu")?))
}

/// There is no second file for Spanish: every fifth sentence of the largest is held back.
fn spanish(treebanks: &Path, hyphens: Hyphens) -> Result<Split> {
    let read = |name: &str| treebank::read_cut(&treebanks.join(name), Contractions::Whole, hyphens);
    let (mut train, mut held_back) = (Vec::new(), Vec::new());
    for (place, sentence) in read("es_gsd-dev.conllu")?.into_iter().enumerate() {
        if place % 5 == 4 { held_back.push(sentence) } else { train.push(sentence) }
    }
    train.extend(read("es_pud.conllu")?);
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
    let read = |rows, classes| Model::read(&source(rows, classes).write()).expect("what was just written is whole");
    Tagger::new(read(learn_parts(&sentences, &classes), &classes), read(learn_inflection(&sentences), &Classes::new()))
}

fn train_language(
    language: &Language,
    train: &[TreebankSentence],
    held_back: &[TreebankSentence],
    named: &NamedCorpus,
) -> Result<()> {
    let classes = classes_of(language, train);
    let sentences = with_variants(train);
    let code = language.code();
    let parts = write(code, "parts", learn_parts(&sentences, &classes), &classes)?;
    let inflection = write(code, "inflection", learn_inflection(&sentences), &Classes::new())?;
    let tagger = Tagger::new(parts, inflection);
    print_figures(code, &tagger, held_back);
    let model = write(code, "names", learn_names(language, &tagger, named), &Classes::new())?;
    print_names(language, &tagger, &model, named);
    Ok(())
}

fn classes_of(language: &Language, train: &[TreebankSentence]) -> Classes {
    let mut classes = observed(train);
    if *language == Language::Spanish {
        spanish::add_conjugations(&mut classes, include_str!("../../crates/constancia-language/data/es/verbs.txt"));
    }
    classes
}

fn learn_parts(sentences: &[TreebankSentence], classes: &Classes) -> Vec<(u32, Row)> {
    let class = |key| classes.get(&key).copied().unwrap_or(0);
    let example = |sentence: &TreebankSentence| Example {
        task: PartsTask::with_classes(&sentence.forms(), class),
        labels: sentence.words.iter().map(|word| word.label).collect(),
    };
    learn(&sentences.iter().map(example).collect::<Vec<_>>(), &PARTS)
}

fn learn_inflection(sentences: &[TreebankSentence]) -> Vec<(u32, Row)> {
    let example = |sentence: &TreebankSentence| Example {
        task: InflectionTask {
            words: prepare(&sentence.forms()),
            tags: sentence.words.iter().map(|word| word.label).collect(),
        },
        labels: sentence.words.iter().map(|word| word.shape).collect(),
    };
    learn(&sentences.iter().map(example).collect::<Vec<_>>(), &INFLECTION)
}

/// Writes a model where the language room keeps it, and reads it back as the product will.
fn write(language: &str, name: &str, rows: Vec<(u32, Row)>, classes: &Classes) -> Result<Model> {
    let path = models().join(format!("{language}.{name}.model"));
    let bytes = source(rows, classes).write();
    std::fs::write(&path, &bytes).with_context(|| format!("writing {}", path.display()))?;
    println!("{language} {name}: {} bytes", bytes.len());
    Ok(Model::read(&bytes)?)
}

fn source(rows: Vec<(u32, Row)>, classes: &Classes) -> ModelSource {
    ModelSource { rows, classes: classes.iter().map(|(&key, &mask)| (key, mask)).collect() }
}

fn models() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/constancia-language/models")
}

fn print_figures(language: &str, tagger: &Tagger, held_back: &[TreebankSentence]) {
    let mut right = BTreeMap::from([("tag", 0), ("tag and form", 0), ("plural", 0), ("feminine", 0)]);
    let mut total = 0;
    let mut errors: BTreeMap<_, usize> = BTreeMap::new();
    for sentence in held_back {
        for (word, tagged) in sentence.words.iter().zip(tagger.tag(&sentence.forms())) {
            let ((tag, verb), (plural, feminine)) = (LABELS[usize::from(word.label)], SHAPES[usize::from(word.shape)]);
            total += 1;
            let mut count = |name, holds| *right.entry(name).or_default() += usize::from(holds);
            count("tag", tagged.tag == tag);
            count("tag and form", (tagged.tag, tagged.verb) == (tag, verb));
            count("plural", tagged.plural == plural);
            count("feminine", tagged.feminine == feminine);
            if tagged.tag != tag {
                *errors.entry(format!("{tag:?} as {:?}", tagged.tag)).or_default() += 1;
            }
        }
    }
    for (name, right) in right {
        println!("{language} {name}: {:.2} % of {total} words held back", 100.0 * right as f64 / f64::from(total));
    }
    let mut errors: Vec<_> = errors.into_iter().collect();
    errors.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for (error, count) in errors.iter().take(12) {
        println!("  {error}: {count}");
    }
}
