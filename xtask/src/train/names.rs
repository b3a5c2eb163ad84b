//! The models that find names: what they learn from, what is held back, and how well they do on it.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use constancia_language::tagging::model::{Model, Row};
use constancia_language::tagging::names::{NAME_LABELS, NamesTask};
use constancia_language::tagging::word::word_key;
use constancia_language::tagging::{NameLabel, Tagger, label_names_with};
use constancia_model::Language;

use super::entities::{NamedSentence, project, read_iob2, read_meantime};
use super::perceptron::{Example, History, Schedule, learn};
use super::treebank::{Contractions, Hyphens, read};

const NAMES: Schedule = Schedule { rounds: 10, least_weight: 0.15, history: History::Right };

/// Sentences to learn from, and the held back ones by corpus.
pub struct NamedCorpus {
    train: Vec<NamedSentence>,
    held_back: BTreeMap<&'static str, Vec<NamedSentence>>,
}

/// The English corpora: every fifth sentence, of MEANTIME about every fifth article, is held back.
pub fn english(corpora: &Path) -> Result<NamedCorpus> {
    let mut corpus = without_twins(corpora)?;
    corpus.take("PUD", every_fifth(read_iob2(&corpora.join("entities/uner_en_pud.iob2"))?));
    Ok(corpus)
}

/// The English corpora whose held back sentences have no translation among the Spanish ones to learn from.
fn without_twins(corpora: &Path) -> Result<NamedCorpus> {
    let entities = corpora.join("entities");
    let mut corpus = NamedCorpus { train: Vec::new(), held_back: BTreeMap::new() };
    corpus.take("EWT", every_fifth(read_iob2(&entities.join("uner_en_ewt-dev.iob2"))?));
    corpus.take("MEANTIME", every_fifth_article(read_meantime(&entities, "en")?));
    Ok(corpus)
}

/// The Spanish corpora; the English ones are learned from as well, since capitals and lists speak in both languages.
pub fn spanish(corpora: &Path) -> Result<NamedCorpus> {
    let entities = corpora.join("entities");
    let mut corpus = NamedCorpus { train: without_twins(corpora)?.train, held_back: BTreeMap::new() };
    let twins = read(&corpora.join("ud/en_pud.conllu"), Contractions::Apart, Hyphens::Joined)?;
    let mut named: BTreeMap<String, NamedSentence> = read_iob2(&entities.join("uner_en_pud.iob2"))?
        .into_iter()
        .map(|sentence| (sentence.text.clone(), sentence))
        .collect();
    let by_parallel = twins.into_iter().filter_map(|twin| Some((twin.parallel?, named.remove(&twin.text)?))).collect();
    let projected = project(&read(&corpora.join("ud/es_pud.conllu"), Contractions::Whole, Hyphens::Joined)?, &by_parallel);
    corpus.take("PUD, projected", every_fifth(projected));
    corpus.take("MEANTIME", every_fifth_article(read_meantime(&entities, "es")?));
    Ok(corpus)
}

type Split = (Vec<NamedSentence>, Vec<NamedSentence>);

impl NamedCorpus {
    fn take(&mut self, name: &'static str, (train, held_back): Split) {
        self.train.extend(train);
        self.held_back.insert(name, held_back);
    }
}

fn every_fifth(sentences: Vec<NamedSentence>) -> Split {
    let (held_back, train): (Vec<_>, Vec<_>) = sentences.into_iter().enumerate().partition(|(place, _)| place % 5 == 4);
    let bare = |numbered: Vec<(usize, NamedSentence)>| numbered.into_iter().map(|(_, sentence)| sentence).collect();
    (bare(train), bare(held_back))
}

/// The choice rests on the article's name, so that both languages hold back the same articles.
fn every_fifth_article(sentences: Vec<(String, NamedSentence)>) -> Split {
    let is_fifth = |article: &String| word_key(article) % 5 == 4;
    let (held_back, train): (Vec<_>, Vec<_>) = sentences.into_iter().partition(|(article, _)| is_fifth(article));
    let bare = |named: Vec<(String, NamedSentence)>| named.into_iter().map(|(_, sentence)| sentence).collect();
    (bare(train), bare(held_back))
}

/// Learns the weights; the tags are those the tagger gives, as they will be in use.
pub fn learn_names(language: &Language, tagger: &Tagger, corpus: &NamedCorpus) -> Vec<(u32, Row)> {
    let example = |sentence: &NamedSentence| Example {
        task: NamesTask::new(language, &sentence.forms(), &tagger.tag(&sentence.forms())),
        labels: sentence.labels.iter().map(|&label| if label == u8::MAX { 0 } else { label }).collect(),
    };
    learn(&corpus.train.iter().map(example).collect::<Vec<_>>(), &NAMES)
}

/// Whole names found, given and right, by kind.
#[derive(Default)]
struct Tally {
    found: usize,
    given: usize,
    right: usize,
}

/// Prints precision, recall and F1 of whole names on every corpus held back.
pub fn print_names(language: &Language, tagger: &Tagger, model: &Model, corpus: &NamedCorpus) {
    for (name, sentences) in &corpus.held_back {
        let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
        for sentence in sentences {
            let found = label_names_with(model, language, &sentence.forms(), &tagger.tag(&sentence.forms()));
            let given = sentence
                .labels
                .iter()
                .map(|&label| NAME_LABELS.get(usize::from(label)).copied().unwrap_or(NameLabel::None));
            compare(&mut tallies, &spans(&found), &spans(&given.collect::<Vec<_>>()));
        }
        for (kind, tally) in tallies {
            let f1 = 200.0 * tally.right as f64 / (tally.found + tally.given) as f64;
            println!("{} names, {name}, {kind}: F1 {f1:.1} % ({} given)", language.code(), tally.given);
        }
    }
}

fn compare(tallies: &mut BTreeMap<&'static str, Tally>, found: &[Name], given: &[Name]) {
    for name in found {
        for kind in [name.2, "all"] {
            let tally = tallies.entry(kind).or_default();
            tally.found += 1;
            tally.right += usize::from(given.contains(name));
        }
    }
    for name in given {
        tallies.entry(name.2).or_default().given += 1;
        tallies.entry("all").or_default().given += 1;
    }
}

/// First word, the word behind the last, kind.
type Name = (usize, usize, &'static str);

fn spans(labels: &[NameLabel]) -> Vec<Name> {
    let mut spans: Vec<Name> = Vec::new();
    for (position, label) in labels.iter().enumerate() {
        let (kind, begin) = match *label {
            NameLabel::None => continue,
            NameLabel::Person { begin } => ("person", begin),
            NameLabel::Place { begin } => ("place", begin),
            NameLabel::Institution { begin } => ("institution", begin),
        };
        match spans.last_mut() {
            Some(last) if !begin && last.1 == position && last.2 == kind => last.1 += 1,
            _ => spans.push((position, position + 1, kind)),
        }
    }
    spans
}
