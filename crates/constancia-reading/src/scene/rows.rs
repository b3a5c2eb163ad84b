//! The rows of a report: one for each sentence, one for each quotation that is a sentence.

use std::ops::Range;

use constancia_language::Analysis;
use constancia_model::Span;

use crate::phrases::{self, Phrase, PhraseKind};
use crate::words::Words;

#[derive(Debug, Clone)]
pub struct Row {
    /// The phrases.
    pub phrases: Vec<Phrase>,
    /// Their words, as indexes.
    pub words: Range<usize>,
    /// The block, as an index.
    pub block: usize,
    /// The quotation whose inside this is, as an index.
    pub quote: Option<usize>,
    /// Its place among the rows.
    pub index: usize,
}

impl Row {
    /// The phrase that holds this word, as an index.
    pub fn phrase_at(&self, word: usize) -> Option<usize> {
        self.phrases.iter().position(|p| p.words.contains(&word))
    }

    /// The words between the colons and semicolons around the phrase at `at`.
    pub fn between_stops(&self, at: usize) -> Range<usize> {
        let is_stop = |p: &&Phrase| p.kind == PhraseKind::Stop;
        let start = self.phrases[..at].iter().rfind(is_stop).map_or(self.words.start, |p| p.words.end);
        let end = self.phrases[at..].iter().find(is_stop).map_or(self.words.end, |p| p.words.start);
        start..end
    }

    /// Whether the word stands inside a whole quotation of this row.
    pub(super) fn is_quoted(&self, word: usize) -> bool {
        self.phrase_at(word).is_some_and(|k| matches!(self.phrases[k].kind, PhraseKind::Quote(_)))
    }
}

/// One row for each sentence, and one for each whole quotation, in the order in which they begin.
pub(super) fn rows(analysis: &Analysis, words: &'static Words) -> Vec<Row> {
    let row = |range: Range<usize>, block: usize, quote: Option<usize>| Row {
        phrases: phrases::phrases(analysis, words, range.clone()),
        words: range,
        block,
        quote,
        index: 0,
    };
    let mut rows: Vec<Row> =
        analysis.sentences.iter().map(|s| row(behind_list_number(analysis, s.tokens.clone()), s.block, None)).collect();
    for (index, quote) in analysis.quotes.iter().enumerate() {
        if quote.within.is_none() && phrases::is_whole(analysis, quote) {
            let range = analysis.word_at(quote.inner.start)..analysis.word_at(quote.inner.end - 1) + 1;
            rows.push(row(inside(analysis, range, quote.inner), quote.block, Some(index)));
        }
    }
    rows.sort_by_key(|r| (r.words.start, r.quote.is_some()));
    rows.retain(|r| !r.words.is_empty());
    for (index, row) in rows.iter_mut().enumerate() {
        row.index = index;
    }
    rows
}

/// "7. By Friday 611 people …": the number of an item counts nothing and is no part of what is said.
fn behind_list_number(analysis: &Analysis, range: Range<usize>) -> Range<usize> {
    let [number, mark, _, ..] = &analysis.words[range.clone()] else { return range };
    let is_number = !number.lower.is_empty() && number.lower.chars().all(|c| c.is_ascii_digit());
    let glued = mark.span.start == number.span.end && matches!(mark.lower.as_str(), "." | ")");
    if is_number && glued { range.start + 2..range.end } else { range }
}

fn inside(analysis: &Analysis, range: Range<usize>, span: Span) -> Range<usize> {
    let end = range.clone().rfind(|&w| analysis.words[w].span.end <= span.end).map_or(range.start, |w| w + 1);
    range.start..end
}
