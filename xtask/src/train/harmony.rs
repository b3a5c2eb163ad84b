//! Spanish PUD tagged as the larger GSD is: where both disagree, the tagger would learn neither.

use anyhow::Result;
use constancia_language::tagging::{LABELS, Tag};
use serde::Deserialize;

use super::treebank::{TreebankSentence, TreebankWord, tag};

#[derive(Deserialize)]
struct Rules {
    rule: Vec<Rule>,
}

#[derive(Deserialize)]
struct Rule {
    words: Vec<String>,
    from: String,
    to: String,
    relation: Option<String>,
}

/// Retags the sentences by the rules of `data/es_pud.toml`, and what is set like a name inside a sentence as a name.
pub fn harmonise(sentences: &mut [TreebankSentence]) -> Result<()> {
    let rules: Rules = toml::from_str(include_str!("../../data/es_pud.toml"))?;
    for sentence in sentences {
        for (position, word) in sentence.words.iter_mut().enumerate() {
            if let Some(rule) = rules.rule.iter().find(|rule| rule.fits(word)) {
                word.label = plain_label(tag(&rule.to));
            } else if position > 1 && is_part_of_name(word) {
                word.label = plain_label(Tag::ProperNoun);
            }
        }
    }
    Ok(())
}

impl Rule {
    fn fits(&self, word: &TreebankWord) -> bool {
        LABELS[usize::from(word.label)].0 == tag(&self.from)
            && self.words.contains(&word.form.to_lowercase())
            && self.relation.as_ref().is_none_or(|relation| relation == word.relation.universal().name())
    }
}

/// PUD tags the words of "Estados Unidos" as what they would be alone.
fn is_part_of_name(word: &TreebankWord) -> bool {
    let capital = word.form.starts_with(char::is_uppercase);
    capital && matches!(LABELS[usize::from(word.label)].0, Tag::Adjective | Tag::Noun)
}

fn plain_label(tag: Tag) -> u8 {
    LABELS.iter().position(|label| *label == (tag, None)).unwrap_or(0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::train::treebank::{Contractions, Hyphens, sentence};

    #[test]
    fn possessives_and_names_are_tagged_alike_in_both_treebanks() {
        let rows = ["Visitó VERB", "con ADP", "su PRON", "hija NOUN", "Estados NOUN", "Unidos ADJ"];
        let row = |(at, row): (usize, &&str)| {
            let (form, tag) = row.split_once(' ').expect("a form and a tag");
            format!("{}\t{form}\t_\t{tag}\t_\t_\t0\troot\t_\t_", at + 1)
        };
        let block = rows.iter().enumerate().map(row).collect::<Vec<_>>().join("\n");
        let mut sentences = [sentence(&block, Contractions::Whole, Hyphens::Whole)];
        harmonise(&mut sentences).expect("the rules are read");
        let tags: Vec<_> = sentences[0].words.iter().map(|word| LABELS[usize::from(word.label)].0).collect();
        assert_eq!(tags[2..], [Tag::Determiner, Tag::Noun, Tag::ProperNoun, Tag::ProperNoun]);
    }
}
