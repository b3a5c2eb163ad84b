//! The models that find names: what they learn from, and what is held back.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use constancia_language::tagging::Tagger;
use constancia_language::tagging::model::Row;
use constancia_language::tagging::names::NamesTask;
use constancia_language::tagging::word::word_key;
use constancia_model::Language;

use super::entities::{NamedSentence, UNKNOWN, complete, project, read_iob2, read_meantime};
use super::harmony::harmonise;
use super::perceptron::{Example, History, Schedule, learn};
use super::treebank::{Contractions, Hyphens, read};

const NAMES: Schedule = Schedule { rounds: 10, least_weight: 0.15, history: History::Right };

/// Sentences to learn from, and the held back ones by corpus.
pub struct NamedCorpus {
    train: Vec<NamedSentence>,
    pub held_back: BTreeMap<&'static str, Vec<NamedSentence>>,
}

/// The English corpora: about every fourth document is held back.
fn english(corpora: &Path) -> Result<NamedCorpus> {
    let entities = corpora.join("entities");
    let mut corpus = NamedCorpus { train: Vec::new(), held_back: BTreeMap::new() };
    corpus.take("EWT", read_iob2(&entities.join("uner_en_ewt-dev.iob2"))?);
    corpus.take("PUD", read_iob2(&entities.join("uner_en_pud.iob2"))?);
    corpus.take("MEANTIME", read_meantime(&entities, "en")?);
    Ok(corpus)
}

/// The Spanish corpora; the English ones are learned from as well, since capitals and lists speak in both languages.
fn spanish(corpora: &Path) -> Result<NamedCorpus> {
    let mut corpus = NamedCorpus { train: english(corpora)?.train, held_back: BTreeMap::new() };
    let twins = read(&corpora.join("ud/en_pud.conllu"), Contractions::Apart, Hyphens::Whole)?;
    let named = read_iob2(&corpora.join("entities/uner_en_pud.iob2"))?;
    let mut named: BTreeMap<String, NamedSentence> = named.into_iter().map(|s| (s.text.clone(), s)).collect();
    let by_parallel = twins.into_iter().filter_map(|twin| Some((twin.parallel?, named.remove(&twin.text)?))).collect();
    let mut pud = read(&corpora.join("ud/es_pud.conllu"), Contractions::Whole, Hyphens::Whole)?;
    harmonise(&mut pud)?;
    corpus.take("PUD, projected", project(&pud, &by_parallel));
    corpus.take("MEANTIME", read_meantime(&corpora.join("entities"), "es")?);
    Ok(corpus)
}

impl NamedCorpus {
    /// What is learned from, and held back, for this language.
    pub fn of(language: &Language, corpora: &Path) -> Result<Self> {
        match language {
            Language::Spanish => spanish(corpora),
            _ => english(corpora),
        }
    }

    fn take(&mut self, name: &'static str, sentences: Vec<NamedSentence>) {
        let (held_back, train): (Vec<_>, Vec<_>) = sentences.into_iter().partition(is_held_back);
        self.train.extend(train.into_iter().filter(known_throughout));
        self.held_back.insert(name, held_back);
    }
}

/// The choice rests on the document's name, which is the same in both languages: no translation of what is held back
/// is learned from.
fn is_held_back(sentence: &NamedSentence) -> bool {
    word_key(&sentence.document) % 4 == 3
}

fn known_throughout(sentence: &NamedSentence) -> bool {
    !sentence.labels.contains(&UNKNOWN) || complete(sentence)
}

/// Learns the weights; the tags are those the tagger gives, as they will be in use.
pub fn learn_names(language: &Language, tagger: &Tagger, corpus: &NamedCorpus) -> Vec<(u32, Row)> {
    let example = |sentence: &NamedSentence| Example {
        task: NamesTask::new(language, &sentence.forms(), &tagger.tag(&sentence.forms()), |key| tagger.class(key)),
        labels: sentence.labels.iter().map(|&label| if label == UNKNOWN { 0 } else { label }).collect(),
    };
    learn(&corpus.train.iter().map(example).collect::<Vec<_>>(), &NAMES)
}
