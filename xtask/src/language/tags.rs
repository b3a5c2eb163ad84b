//! Tags, verb forms, features and lemmas of words that are given as the treebank cuts them.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use constancia_language::lemmas::lemma;
use constancia_language::tagging::conjugation::CONJUGATIONS;
use constancia_language::tagging::{LABELS, SHAPES, Tagged, tag};
use constancia_model::Language;

use super::Figures;
use crate::train::every_fifth;
use crate::train::treebank::{Contractions, Hyphens, TreebankSentence, TreebankWord, read};

/// The figures of both languages.
pub fn figures(corpora: &Path) -> Result<Figures> {
    let mut figures = Figures::new();
    let ud = corpora.join("ud");
    let english = read(&ud.join("en_ewt-dev.conllu"), Contractions::Apart, Hyphens::Apart)?;
    measure(&mut figures, "en", &Language::English, &english);
    let english = read(&ud.join("en_ewt-dev.conllu"), Contractions::Apart, Hyphens::Whole)?;
    measure(&mut figures, "en-joined", &Language::English, &english);
    let spanish = read(&ud.join("es_gsd-dev.conllu"), Contractions::Whole, Hyphens::Whole)?;
    measure(&mut figures, "es", &Language::Spanish, &every_fifth(spanish).1);
    Ok(figures)
}

fn measure(figures: &mut Figures, code: &str, language: &Language, sentences: &[TreebankSentence]) {
    let mut right = BTreeMap::<&str, usize>::new();
    let mut total = 0;
    for sentence in sentences {
        for (word, tagged) in sentence.words.iter().zip(tag(language, &sentence.forms())) {
            total += 1;
            let lemma = lemma(language, &word.form.to_lowercase().replace('’', "'"), &tagged);
            for (name, holds) in compare(word, &tagged).into_iter().chain([("lemma", lemma == word.lemma)]) {
                *right.entry(name).or_default() += usize::from(holds);
            }
        }
    }
    figures.extend(right.into_iter().map(|(name, right)| (format!("{code}.{name}"), right as f64 / total as f64)));
}

fn compare(word: &TreebankWord, tagged: &Tagged) -> [(&'static str, bool); 6] {
    let ((tag, verb), (plural, feminine)) = (LABELS[usize::from(word.label)], SHAPES[usize::from(word.shape)]);
    let conjugation = CONJUGATIONS[usize::from(word.conjugation)];
    let form = (tagged.tag, tagged.verb) == (tag, verb);
    let shape = (tagged.plural, tagged.feminine) == (plural, feminine);
    [
        ("tag", tagged.tag == tag),
        ("tag and form", form),
        ("plural", tagged.plural == plural),
        ("gender", tagged.feminine == feminine),
        ("mood, tense, person", tagged.conjugation == conjugation),
        ("all features", shape && tagged.verb == verb && tagged.conjugation == conjugation),
    ]
}
