//! How many words hang where the treebank hangs them, as the evaluation of CoNLL 2018 counts: UAS looks at heads, LAS at
//! heads and relations without subtypes.

use std::collections::BTreeMap;

use anyhow::Result;
use constancia_language::tagging::tag;
use constancia_language::trees::{Arc, Relation, parse};
use constancia_language::{Analysis, Word};
use constancia_model::Language;

use crate::train::held_back;
use crate::train::treebank::{Hyphens, TreebankSentence};

/// Counts of words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Attachment {
    /// All words of the treebank.
    words: usize,
    /// All words as the product cuts them.
    cut: usize,
    /// Those that both cut alike.
    alike: usize,
    /// Those with the right head.
    heads: usize,
    /// Those with the right head and relation.
    labelled: usize,
    /// Those with the right head and relation down to the subtype.
    exact: usize,
}

/// Of whatever stands for words: where a word hangs, and how.
type Hung<T> = (Option<T>, Relation);

impl Attachment {
    /// Compares trees on the words of the treebank; `parse` makes a tree of a sentence.
    pub fn with_gold_words(sentences: &[TreebankSentence], parse: impl Fn(usize) -> Vec<Arc>) -> Self {
        let mut counts = Self::default();
        for (place, sentence) in sentences.iter().enumerate() {
            for (word, arc) in sentence.words.iter().zip(parse(place)) {
                counts.count((word.head, word.relation), (arc.head, arc.relation));
            }
            counts.words += sentence.words.len();
            counts.cut += sentence.words.len();
        }
        counts
    }

    /// Compares trees made of the bare text: the product finds words, sentences and tags itself. Words are the same when
    /// they have the same characters; a word cut otherwise is wrong, and so is what hangs on it.
    pub fn from_raw_text(language: &Language, sentences: &[TreebankSentence]) -> Self {
        let text = text(sentences);
        let analysis = Analysis::new(language, &text, None);
        let places = Places::of(&text);
        let cut = |word: &Word| places.range(word.span.start, word.span.end);
        let guesses: BTreeMap<_, _> = analysis
            .words
            .iter()
            .map(|word| (cut(word), (word.head.map(|head| cut(&analysis.words[head])), word.relation)))
            .collect();
        let mut counts = Self { cut: analysis.words.len(), ..Self::default() };
        let mut start = 0;
        for sentence in sentences {
            let ranges = word_ranges(sentence, &mut start);
            for (word, range) in sentence.words.iter().zip(&ranges) {
                if let Some(&guess) = guesses.get(range) {
                    counts.count((word.head.map(|head| ranges[head]), word.relation), guess);
                }
            }
            counts.words += ranges.len();
        }
        counts
    }

    fn count<T: PartialEq>(&mut self, right: Hung<T>, guess: Hung<T>) {
        let hung = right.0 == guess.0;
        self.alike += 1;
        self.heads += usize::from(hung);
        self.labelled += usize::from(hung && right.1.universal() == guess.1.universal());
        self.exact += usize::from(hung && right.1 == guess.1);
    }

    /// Words cut alike, UAS, LAS, and LAS with subtypes, in percent: F1 of words as the treebank cuts them and as the product does.
    pub fn figures(&self) -> [(&'static str, f64); 4] {
        let share = |right: usize| 200.0 * right as f64 / (self.words + self.cut) as f64;
        [
            ("words", share(self.alike)),
            ("UAS", share(self.heads)),
            ("LAS", share(self.labelled)),
            ("LAS with subtypes", share(self.exact)),
        ]
    }
}

/// All rows of figures: for both languages, with the words of the treebank and from its bare text.
pub fn rows() -> Result<Vec<(String, f64)>> {
    let mut rows = Vec::new();
    for language in [Language::English, Language::Spanish] {
        let apart = held_back(&language, Hyphens::Apart)?;
        let given = Attachment::with_gold_words(&apart, |place| {
            let words = apart[place].forms();
            parse(&language, &words, &tag(&language, &words))
        });
        let bare = Attachment::from_raw_text(&language, &apart);
        for (name, counts) in [("words given", given), ("from bare text", bare)] {
            rows.extend(counts.figures().map(|(what, figure)| (format!("{} {name}: {what}", language.code()), figure)));
        }
    }
    Ok(rows)
}

/// The sentences as one text, a line for each paragraph.
fn text(sentences: &[TreebankSentence]) -> String {
    let mut text = String::new();
    for sentence in sentences {
        if !text.is_empty() {
            text.push_str(if sentence.paragraph { "\n\n" } else { " " });
        }
        text.push_str(&sentence.text);
    }
    text
}

/// For each byte of a text, how many characters that are no white space stand before it.
struct Places(Vec<usize>);

impl Places {
    fn of(text: &str) -> Self {
        let mut places = vec![0; text.len() + 1];
        let mut before = 0;
        for (at, letter) in text.char_indices() {
            places[at] = before;
            before += usize::from(!letter.is_whitespace());
            places[at + letter.len_utf8()] = before;
        }
        Self(places)
    }

    fn range(&self, start: usize, end: usize) -> (usize, usize) {
        (self.0[start], self.0[end])
    }
}

/// Where the words of a sentence stand, counted in characters that are no white space from `start`, which moves on.
fn word_ranges(sentence: &TreebankSentence, start: &mut usize) -> Vec<(usize, usize)> {
    let solid = |form: &str| form.chars().filter(|letter| !letter.is_whitespace()).count();
    let mut at = *start;
    *start += solid(&sentence.text);
    let mut range = |form: &str| {
        let begin = at;
        at += solid(form);
        (begin, at)
    };
    sentence.words.iter().map(|word| range(&word.form)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_what_is_no_space() {
        let places = Places::of("Él salió.");
        assert_eq!(places.range(0, 3), (0, 2));
        assert_eq!(places.range(4, "Él salió".len()), (2, 7));
    }

    #[test]
    fn subtypes_count_only_where_they_are_asked_for() {
        let mut counts = Attachment { words: 2, cut: 2, ..Attachment::default() };
        counts.count((Some(1), Relation::PassiveSubject), (Some(1), Relation::Subject));
        counts.count((None, Relation::Root), (Some(0), Relation::Root));
        assert_eq!(counts.figures().map(|(_, figure)| figure), [100.0, 50.0, 50.0, 0.0]);
    }
}
