//! Words to lemmas: `liberaron` to `liberar`, `freed` to `free`, `presas` to `preso`.
//!
//! Rules over endings, learned from the treebanks and from the paradigms of verbs by `cargo xtask train`: the longest
//! ending that a rule is known for decides, a whole word before any ending. It knows no context beyond the word's tag.

use std::collections::HashMap;
use std::sync::LazyLock;

use constancia_model::Language;

use crate::lexicon::Lexicon;
use crate::tagging::word::mix;
use crate::tagging::{LABELS, Tag, Tagged};

/// The sign before a rule's ending when it is a whole word.
pub const WHOLE: char = '^';

/// What turns a word into its lemma: so many letters off its end, and these put on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rule {
    /// How many letters to take off.
    pub cut: usize,
    /// What to put on.
    pub end: String,
}

impl Rule {
    /// The rule that leads from a form to its lemma.
    pub fn between(form: &str, lemma: &str) -> Self {
        let shared: usize =
            form.chars().zip(lemma.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        Self { cut: form[shared..].chars().count(), end: lemma[shared..].to_owned() }
    }

    /// The lemma of a form.
    pub fn apply(&self, form: &str) -> String {
        let kept = form.chars().count().saturating_sub(self.cut);
        form.chars().take(kept).chain(self.end.chars()).collect()
    }
}

/// The rules of one language, by label and ending.
#[derive(Debug, Default)]
pub struct Lemmas {
    rules: HashMap<u64, Rule>,
}

impl Lemmas {
    /// Reads rules, one a line: label, ending, letters to take off, letters to put on, with tabs between. Lines of
    /// another shape are left out.
    pub fn read(text: &str) -> Self {
        Self { rules: text.lines().filter_map(read_line).collect() }
    }

    /// The lemma of a word in small letters under a label of [`LABELS`].
    pub fn lemma(&self, label: u8, lower: &str) -> String {
        let mut key = u64::from(label) + 1;
        let mut found = self.rules.get(&key);
        for letter in lower.chars().rev() {
            key = mix(key, u64::from(letter));
            found = self.rules.get(&key).or(found);
        }
        let whole = self.rules.get(&mix(key, u64::from(WHOLE)));
        whole.or(found).map_or_else(|| lower.to_owned(), |rule| rule.apply(lower))
    }
}

fn read_line(line: &str) -> Option<(u64, Rule)> {
    let [label, ending, cut, end] = line.split('\t').collect::<Vec<_>>()[..] else { return None };
    let key = ending.chars().rev().fold(label.parse::<u64>().ok()? + 1, |key, letter| mix(key, u64::from(letter)));
    Some((key, Rule { cut: cut.parse().ok()?, end: end.to_owned() }))
}

static ENGLISH: LazyLock<Lemmas> = LazyLock::new(|| Lemmas::read(include_str!("../models/en.lemmas.tsv")));
static SPANISH: LazyLock<Lemmas> = LazyLock::new(|| Lemmas::read(include_str!("../models/es.lemmas.tsv")));

/// The lemma of a word in small letters; in a language that is not read the word itself.
pub fn lemma(language: &Language, lower: &str, tagged: &Tagged) -> String {
    let lemmas = match language {
        Language::English => &ENGLISH,
        Language::Spanish => &SPANISH,
        Language::Other(_) => return lower.to_owned(),
    };
    let label = LABELS.iter().position(|label| *label == (tagged.tag, tagged.verb)).unwrap_or(0);
    let lemma = lemmas.lemma(label as u8, lower);
    if *language == Language::Spanish && tagged.tag == Tag::Noun { masculine(lemma) } else { lemma }
}

/// A Spanish noun for a woman has the lemma of the noun for a man where the lists know both: `presa` is `preso`.
fn masculine(lemma: String) -> String {
    let lexicon = Lexicon::of(&Language::Spanish);
    let stem = lemma.strip_suffix('a').filter(|_| lexicon.is_listed_person(&lemma));
    let man = stem
        .and_then(|stem| [format!("{stem}o"), stem.to_owned()].into_iter().find(|man| lexicon.is_listed_person(man)));
    man.unwrap_or(lemma)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagging::tag;

    fn lemmas(language: &Language, sentence: &str) -> String {
        let words: Vec<&str> = sentence.split(' ').collect();
        let tags = tag(language, &words);
        let lemmas: Vec<String> =
            words.iter().zip(&tags).map(|(word, tag)| lemma(language, &word.to_lowercase(), tag)).collect();
        lemmas.join(" ")
    }

    #[test]
    fn verbs_and_nouns_lead_to_the_word_of_the_dictionary() {
        let cases = [
            (Language::English, "The guards freed three women", "the guard free three woman"),
            (Language::English, "Two brothers were taken away", "two brother be take away"),
            (Language::Spanish, "Las autoridades liberaron a dos presas", "el autoridad liberar a dos preso"),
            (Language::Spanish, "Los jueces se negaron a liberarlos", "el juez él negar a liberar"),
        ];
        for (language, sentence, expected) in cases {
            assert_eq!(lemmas(&language, sentence), expected);
        }
    }

    #[test]
    fn the_longest_ending_decides_and_a_whole_word_before_it() {
        let lemmas = Lemmas::read("6\t\t0\t\n6\ts\t1\t\n6\ties\t3\ty\n6\t^series\t0\t\n");
        for (form, lemma) in [("lists", "list"), ("cities", "city"), ("series", "series"), ("jail", "jail")] {
            assert_eq!(lemmas.lemma(6, form), lemma);
        }
    }

    #[test]
    fn a_rule_leads_back_to_the_lemma_it_was_made_from() {
        for (form, lemma) in [("liberó", "liberar"), ("went", "go"), ("women", "woman"), ("été", "ét")] {
            assert_eq!(Rule::between(form, lemma).apply(form), lemma);
        }
    }
}
