//! Words, sentences and tags from raw text, compared with a treebank by their characters as in the CoNLL 2018 evaluation.
//!
//! White space does not count. A word of ours that joins what the treebank cuts ("re-arrested", "twenty-one") is cut at
//! its hyphens between letters for the comparison; its last part keeps its tag, the others count as nouns.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;
use constancia_language::Analysis;
use constancia_language::tagging::{LABELS, Tag};
use constancia_model::Language;

use super::Figures;
use crate::train::every_fifth;
use crate::train::treebank::{Contractions, Hyphens, TreebankSentence, read};

/// Where something begins and ends, in characters that are no white space.
type Extent = (usize, usize);

/// Words with tags, and sentences.
#[derive(Default)]
struct Cut {
    words: BTreeSet<(Extent, Tag)>,
    sentences: BTreeSet<Extent>,
}

/// The figures of both languages.
pub fn figures(corpora: &Path) -> Result<Figures> {
    let ud = corpora.join("ud");
    let english = read(&ud.join("en_ewt-dev.conllu"), Contractions::Apart, Hyphens::Apart)?;
    let spanish = read(&ud.join("es_gsd-dev.conllu"), Contractions::Whole, Hyphens::Apart)?;
    let mut figures = Figures::new();
    measure(&mut figures, &Language::English, &english);
    measure(&mut figures, &Language::Spanish, &every_fifth(spanish).1);
    Ok(figures)
}

fn measure(figures: &mut Figures, language: &Language, sentences: &[TreebankSentence]) {
    let (mut given, mut found) = (Cut::default(), Cut::default());
    let mut offset = 0;
    for document in documents(sentences) {
        offset = add_document(&mut given, &mut found, language, document, offset);
    }
    let extents = |cut: &Cut| cut.words.iter().map(|(extent, _)| *extent).collect::<BTreeSet<_>>();
    let code = language.code();
    figures.insert(format!("{code}.raw.words"), f1(&extents(&given), &extents(&found)));
    figures.insert(format!("{code}.raw.sentences"), f1(&given.sentences, &found.sentences));
    figures.insert(format!("{code}.raw.tag"), f1(&given.words, &found.words));
}

fn f1<T: Ord>(given: &BTreeSet<T>, found: &BTreeSet<T>) -> f64 {
    2.0 * given.intersection(found).count() as f64 / (given.len() + found.len()).max(1) as f64
}

fn documents(sentences: &[TreebankSentence]) -> impl Iterator<Item = &[TreebankSentence]> {
    sentences.chunk_by(|_, next| next.begins.is_none())
}

/// Prints the document as raw text, a paragraph a line, and adds what the treebank and what the product cut it into.
/// Gives the characters counted so far.
fn add_document(
    given: &mut Cut,
    found: &mut Cut,
    language: &Language,
    document: &[TreebankSentence],
    offset: usize,
) -> usize {
    let (mut text, mut at) = (String::new(), offset);
    for sentence in document {
        if sentence.paragraph && !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = at;
        for word in &sentence.words {
            let end = at + length(&word.form);
            given.words.insert(((at, end), LABELS[usize::from(word.label)].0));
            text.push_str(&word.form);
            if word.space_after {
                text.push(' ');
            }
            at = end;
        }
        given.sentences.insert((start, at));
    }
    add_analysis(found, &Analysis::new(language, &text, None), offset);
    at
}

fn add_analysis(found: &mut Cut, analysis: &Analysis, offset: usize) {
    let mut at = offset;
    for sentence in &analysis.sentences {
        let start = at;
        for word in &analysis.words[sentence.tokens.clone()] {
            let parts = parts(word.of(analysis.text));
            for (place, part) in parts.iter().enumerate() {
                let tag = match *part {
                    _ if place + 1 == parts.len() => word.tag.tag,
                    "-" => Tag::Punctuation,
                    _ => Tag::Noun,
                };
                found.words.insert(((at, at + length(part)), tag));
                at += length(part);
            }
        }
        found.sentences.insert((start, at));
    }
}

fn length(form: &str) -> usize {
    form.chars().filter(|c| !c.is_whitespace()).count()
}

fn parts(word: &str) -> Vec<&str> {
    let (mut parts, mut from) = (Vec::new(), 0);
    for (at, _) in word.match_indices('-') {
        let lettered = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        if at > from && lettered(word[..at].chars().next_back()) && lettered(word[at + 1..].chars().next()) {
            parts.extend([&word[from..at], &word[at..=at]]);
            from = at + 1;
        }
    }
    parts.push(&word[from..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn words_are_cut_at_hyphens_between_letters() {
        assert_eq!(parts("twenty-one"), ["twenty", "-", "one"]);
        assert_eq!(parts("2020-21"), ["2020-21"]);
        assert_eq!(parts("-"), ["-"]);
    }
}
