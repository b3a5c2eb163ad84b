//! Names of persons, places and institutions: the trained labels alone, and those of a whole analysis.
//!
//! A name counts as right when its first and last word and its kind are those of the corpus. MEANTIME does not annotate
//! every name, so that found names of which it says nothing are not counted there.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use anyhow::Result;
use constancia_language::tagging::{NameLabel, label_names, tag};
use constancia_language::{Analysis, NameKind};
use constancia_model::Language;

use super::Figures;
use crate::train::entities::{NamedSentence, UNKNOWN};
use crate::train::names::NamedCorpus;

/// Bytes of a document's text, and what is named there.
type Named = (Range<usize>, NameKind);

/// One document, printed a sentence a line, with what its corpus says of it.
#[derive(Default)]
struct Document {
    text: String,
    /// The words of each sentence, by the bytes at which they stand, and whether the corpus says what they are.
    sentences: Vec<Vec<(Range<usize>, bool)>>,
    names: Vec<Named>,
}

/// Names found, given, and right.
#[derive(Clone, Copy, Default)]
struct Tally {
    found: usize,
    given: usize,
    right: usize,
}

impl Tally {
    fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.given).max(1) as f64
    }
}

type Tallies = BTreeMap<(String, &'static str), Tally>;

/// F1 by language, way of finding, corpus and kind.
pub fn figures(corpora: &Path) -> Result<Figures> {
    let mut figures = Figures::new();
    for language in [Language::English, Language::Spanish] {
        let corpus = NamedCorpus::of(&language, corpora)?;
        for (way, find) in [("labels", labelled as Find), ("names", analysed)] {
            for ((corpus, kind), tally) in tallies(&language, &corpus, find) {
                figures.insert(format!("{}.{way}.{corpus}.{kind}", language.code()), tally.f1());
            }
        }
    }
    Ok(figures)
}

type Find = fn(&Language, &Document) -> Vec<Named>;

fn tallies(language: &Language, corpus: &NamedCorpus, find: Find) -> Tallies {
    let mut tallies = Tallies::new();
    for (name, sentences) in &corpus.held_back {
        for document in documents(sentences) {
            compare(&mut tallies, name, &document, &find(language, &document));
        }
    }
    tallies
}

fn documents(sentences: &[NamedSentence]) -> Vec<Document> {
    let mut documents: BTreeMap<&str, Document> = BTreeMap::new();
    for sentence in sentences {
        documents.entry(&sentence.document).or_default().add(sentence);
    }
    documents.into_values().collect()
}

impl Document {
    fn add(&mut self, sentence: &NamedSentence) {
        let mut from = self.text.len();
        self.text.push_str(&sentence.text);
        self.text.push('\n');
        let mut words = Vec::new();
        for (form, &label) in sentence.forms.iter().zip(&sentence.labels) {
            let start = self.text[from..].find(form.as_str()).map_or(from, |at| from + at);
            from = start + form.len();
            words.push((start..from, label != UNKNOWN));
            match (kind(label), label % 2) {
                (Some(kind), 1) => self.names.push((start..from, kind)),
                (Some(_), _) => self.names.last_mut().into_iter().for_each(|(name, _)| name.end = from),
                (None, _) => {}
            }
        }
        self.sentences.push(words);
    }

    fn says_what_is_at(&self, bytes: &Range<usize>) -> bool {
        let touches = |word: &Range<usize>| word.start < bytes.end && bytes.start < word.end;
        self.sentences.iter().flatten().any(|(word, known)| *known && touches(word))
    }
}

fn kind(label: u8) -> Option<NameKind> {
    match label {
        1 | 2 => Some(NameKind::Person),
        3 | 4 => Some(NameKind::Place),
        5 | 6 => Some(NameKind::Institution),
        _ => None,
    }
}

fn compare(tallies: &mut Tallies, corpus: &str, document: &Document, found: &[Named]) {
    let mut count = |kind: NameKind, add: &dyn Fn(&mut Tally)| {
        for corpus in [corpus, "all"] {
            add(tallies.entry((corpus.to_owned(), called(kind))).or_default());
        }
    };
    for name in found.iter().filter(|(bytes, _)| document.says_what_is_at(bytes)) {
        let right = document.names.contains(name);
        count(name.1, &|tally| {
            tally.found += 1;
            tally.right += usize::from(right);
        });
    }
    for name in &document.names {
        count(name.1, &|tally| tally.given += 1);
    }
}

fn called(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "person",
        NameKind::Place => "place",
        NameKind::Institution => "institution",
        NameKind::Unknown => "unknown",
    }
}

/// The trained labels alone, on the words as the corpus cuts them.
fn labelled(language: &Language, document: &Document) -> Vec<Named> {
    let mut names: Vec<Named> = Vec::new();
    for words in &document.sentences {
        let surface: Vec<&str> = words.iter().map(|(bytes, _)| &document.text[bytes.clone()]).collect();
        let labels = label_names(language, &surface, &tag(language, &surface));
        for ((bytes, _), label) in words.iter().zip(labels) {
            match (kind_of(label), names.last_mut()) {
                (Some((kind, true)), _) => names.push((bytes.clone(), kind)),
                (Some((_, false)), Some((name, _))) => name.end = bytes.end,
                _ => {}
            }
        }
    }
    names
}

fn kind_of(label: NameLabel) -> Option<(NameKind, bool)> {
    match label {
        NameLabel::None => None,
        NameLabel::Person { begin } => Some((NameKind::Person, begin)),
        NameLabel::Place { begin } => Some((NameKind::Place, begin)),
        NameLabel::Institution { begin } => Some((NameKind::Institution, begin)),
    }
}

/// What the reader sees.
fn analysed(language: &Language, document: &Document) -> Vec<Named> {
    let analysis = Analysis::new(language, &document.text, None);
    let named = analysis.names.iter().filter(|name| name.kind != NameKind::Unknown);
    let found: Vec<Named> = named.map(|name| (name.span.start..name.span.end, name.kind)).collect();
    if std::env::var("SHOW").is_ok() {
        show(language, document, &found);
    }
    found
}

fn show(language: &Language, document: &Document, found: &[Named]) {
    let around = |bytes: &Range<usize>| {
        let line = document.text[..bytes.start].rfind('\n').map_or(0, |at| at + 1);
        let end = document.text[bytes.end..].find('\n').map_or(document.text.len(), |at| bytes.end + at);
        format!(
            "{}[[{}]]{}",
            &document.text[line..bytes.start],
            &document.text[bytes.clone()],
            &document.text[bytes.end..end]
        )
    };
    for (bytes, kind) in found.iter().filter(|name| {
        name.1 == NameKind::Person && document.says_what_is_at(&name.0) && !document.names.contains(name)
    }) {
        println!("{} FALSE {kind:?} {}", language.code(), around(bytes));
    }
    for (bytes, kind) in document.names.iter().filter(|name| name.1 == NameKind::Person && !found.contains(name)) {
        println!("{} MISSED {kind:?} {}", language.code(), around(bytes));
    }
}
