//! A text as somebody cut it into sentences and words with tags and arcs, compared with a treebank as CoNLL 2018 compares.
//!
//! Words and sentences are the same where they hold the same characters; white space does not count. A word that is cut
//! otherwise is wrong, and so is what hangs on it.

use std::collections::{BTreeMap, BTreeSet};

use constancia_language::Analysis;
use constancia_language::tagging::{LABELS, Tag, tag};
use constancia_language::trees::{Relation, parse};
use constancia_model::Language;

use super::hyphens;
use crate::train::treebank::TreebankSentence;

/// Where something begins and ends, in characters that are no white space.
type Extent = (usize, usize);

/// What is said of a word: its tag, the word it hangs on, and how it hangs there.
type Said<Head> = (Tag, Option<Head>, Relation);

/// All sentences of a text and all words with what is said of them.
#[derive(Default)]
pub struct Cut {
    words: BTreeMap<Extent, Said<Extent>>,
    sentences: BTreeSet<Extent>,
    end: usize,
}

impl Cut {
    /// As the treebank cuts, or somebody who writes as treebanks do.
    pub fn of_treebank(sentences: &[TreebankSentence]) -> Self {
        let mut cut = Self::default();
        for sentence in sentences {
            let said = sentence.words.iter().map(|word| (LABELS[usize::from(word.label)].0, word.head, word.relation));
            cut.push(&sentence.forms(), said);
        }
        cut
    }

    /// As the product cuts bare text; a sentence with words that treebanks cut at their hyphens is tagged and parsed so.
    pub fn of_analysis(language: &Language, analysis: &Analysis) -> Self {
        let mut cut = Self::default();
        for sentence in &analysis.sentences {
            let words = &analysis.words[sentence.tokens.clone()];
            let whole: Vec<&str> = words.iter().map(|word| word.of(analysis.text)).collect();
            let parts: Vec<&str> =
                whole.iter().flat_map(|word| hyphens::parts(word).into_iter().map(|part| &word[part])).collect();
            if parts.len() == whole.len() {
                let first = sentence.tokens.start;
                let said = words.iter().map(|word| (word.tag.tag, word.head.map(|head| head - first), word.relation));
                cut.push(&whole, said);
            } else {
                cut.push_read(language, &parts);
            }
        }
        cut
    }

    /// As the product tags and parses the words of the treebank.
    pub fn with_words_given(language: &Language, sentences: &[TreebankSentence]) -> Self {
        let mut cut = Self::default();
        for sentence in sentences {
            cut.push_read(language, &sentence.forms());
        }
        cut
    }

    fn push_read(&mut self, language: &Language, words: &[&str]) {
        let tags = tag(language, words);
        let arcs = parse(language, words, &tags);
        self.push(words, tags.iter().zip(arcs).map(|(tagged, arc)| (tagged.tag, arc.head, arc.relation)));
    }

    fn push(&mut self, forms: &[&str], said: impl Iterator<Item = Said<usize>>) {
        let start = self.end;
        let mut place = |form: &&str| {
            let begin = self.end;
            self.end += form.chars().filter(|letter| !letter.is_whitespace()).count();
            (begin, self.end)
        };
        let extents: Vec<Extent> = forms.iter().map(&mut place).collect();
        for (extent, (tag, head, relation)) in extents.iter().zip(said) {
            self.words.insert(*extent, (tag, head.map(|head| extents[head]), relation));
        }
        self.sentences.insert((start, self.end));
    }

    /// F1, as parts of one, of what was found compared with the treebank's: words, sentences, tags (UPOS), heads (UAS),
    /// heads with relations (LAS), and those down to the subtype.
    pub fn compare(&self, found: &Self) -> [(&'static str, f64); 6] {
        let alike = self.words.iter().filter_map(|(extent, right)| Some((right, found.words.get(extent)?)));
        let alike: Vec<_> = alike.collect();
        let count = |same: &dyn Fn(&Said<Extent>, &Said<Extent>) -> bool| {
            let right = alike.iter().filter(|(right, guess)| same(right, guess)).count();
            2.0 * right as f64 / (self.words.len() + found.words.len()).max(1) as f64
        };
        let sentences = self.sentences.intersection(&found.sentences).count();
        [
            ("words", count(&|_, _| true)),
            ("sentences", 2.0 * sentences as f64 / (self.sentences.len() + found.sentences.len()).max(1) as f64),
            ("tag", count(&|right, guess| right.0 == guess.0)),
            ("UAS", count(&|right, guess| right.1 == guess.1)),
            ("LAS", count(&|right, guess| right.1 == guess.1 && right.2.universal() == guess.2.universal())),
            ("LAS with subtypes", count(&|right, guess| (right.1, right.2) == (guess.1, guess.2))),
        ]
    }
}

/// The sentences as one text, a line for each paragraph.
pub fn text(sentences: &[TreebankSentence]) -> String {
    let mut text = String::new();
    for sentence in sentences {
        if !text.is_empty() {
            text.push_str(if sentence.paragraph { "\n\n" } else { " " });
        }
        text.push_str(&sentence.text);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(sentences: &[&[(&str, Option<usize>, Relation)]]) -> Cut {
        let mut cut = Cut::default();
        for words in sentences {
            let forms: Vec<&str> = words.iter().map(|word| word.0).collect();
            cut.push(&forms, words.iter().map(|&(_, head, relation)| (Tag::Noun, head, relation)));
        }
        cut
    }

    #[test]
    fn subtypes_count_only_where_they_are_asked_for() {
        let right = cut(&[&[("She", Some(1), Relation::PassiveSubject), ("left", None, Relation::Root)]]);
        let found = cut(&[&[("She", Some(1), Relation::Subject), ("left", Some(0), Relation::Object)]]);
        assert_eq!(right.compare(&found).map(|(_, figure)| figure), [1.0, 1.0, 1.0, 0.5, 0.5, 0.0]);
    }

    #[test]
    fn what_hangs_on_a_word_cut_otherwise_is_wrong() {
        use Relation::{Object, Root};
        let right = cut(&[&[("I", Some(1), Object), ("can", None, Root), ("not", Some(1), Object)]]);
        let found = cut(&[&[("I", Some(1), Object), ("cannot", None, Root)]]);
        let figures = right.compare(&found).map(|(_, figure)| figure);
        assert_eq!((figures[0], figures[1], figures[4]), (2.0 / 5.0, 1.0, 0.0));
    }
}
