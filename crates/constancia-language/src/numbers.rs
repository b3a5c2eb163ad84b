//! Finds the numbers of a sentence or paragraph, in figures and in words, with what bounds them.
//!
//! It knows how English and Spanish write numbers. It must not know what is counted: nouns are the reader's business.
//!
//! `numbers` gives what can count people, for the reader. `values`, `ranges` and `ordinals` give all numbers of a text,
//! exactly; they share the grammar of number words with it.

use constancia_model::{Bound, Language, Span};

use self::amount::{Amount, amount_at};
use self::lexicon::Lexicon;
use self::ranges::Range;
use self::tokens::Tokens;
use crate::dates::Times;

mod amount;
mod bounds;
mod comparisons;
mod compounds;
#[cfg(test)]
mod exact_tests;
mod exclusions;
mod figures;
mod fractions;
mod lexicon;
mod ordinals;
mod ranges;
#[cfg(test)]
mod tests;
mod tokens;
mod value;
mod values;

pub use self::comparisons::{RangeEnd, RangeMention, ranges};
pub use self::ordinals::{OrdinalMention, Place, ordinals};
pub(crate) use self::tokens::fold;
pub use self::value::Value;
pub use self::values::{ValueMention, values};

/// A number, or a range of numbers, as a text gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberMention {
    /// The words of the number itself, a range included, without the words that bound it.
    pub span: Span,
    /// The number with the words that bound it.
    pub whole: Span,
    /// The number, or the lower end of a range.
    pub low: u64,
    /// The upper end: `low` again for one number, `None` for "more than" and "at least".
    pub high: Option<u64>,
    /// How the words bound it.
    pub bound: Option<Bound>,
    /// Whether it says which one and not how many.
    pub ordinal: bool,
    /// Whether it is written in words.
    pub in_words: bool,
}

/// The numbers of `text`, in order and not overlapping. Spans are byte offsets in `text`.
///
/// Left out are dates, times, shares, money with its sign, decimals, and figures glued to letters. "one", "un" and
/// "una" are given where they can count; whether they do is the reader's question.
pub fn numbers(language: &Language, text: &str) -> Vec<NumberMention> {
    let scanned = scan(language, text);
    let calendar = Times::of(language, text, &scanned).map(|times| times.calendar_spans());
    counting(scanned, &calendar.unwrap_or_default())
}

/// Those that count and stand in none of the dates of the calendar.
pub(crate) fn counting(scanned: Vec<Scanned>, calendar: &[Span]) -> Vec<NumberMention> {
    let mut dates = calendar.iter().peekable();
    let mut found: Vec<NumberMention> = scanned.into_iter().filter_map(Scanned::counting).collect();
    found.retain(|mention| {
        while dates.next_if(|date| date.end <= mention.span.start).is_some() {}
        dates.peek().is_none_or(|date| !date.overlaps(mention.span))
    });
    found
}

/// Whether a word by itself is a part of a number in words.
pub(crate) fn is_number_word(language: &Language, word: &str) -> bool {
    Lexicon::of(language).is_some_and(|lexicon| lexicon.part(&fold(word)).is_some())
}

/// A number as it stands, also where it counts nothing.
pub(crate) struct Scanned {
    /// The number.
    pub mention: NumberMention,
    /// Whether it can count things.
    pub counts: bool,
}

impl Scanned {
    fn counting(self) -> Option<NumberMention> {
        self.counts.then_some(self.mention)
    }
}

/// All numbers of a text, those that count nothing among them; dates are not told apart.
pub(crate) fn scan(language: &Language, text: &str) -> Vec<Scanned> {
    let Some(lexicon) = Lexicon::of(language) else { return Vec::new() };
    let tokens = Tokens::of(text);
    let mut scanner = Scanner { lexicon, tokens: &tokens, covered: 0, found: Vec::new() };
    let mut at = 0;
    while at < tokens.list.len() {
        at = scanner.step(at);
    }
    scanner.found
}

struct Scanner<'a> {
    lexicon: &'a Lexicon,
    tokens: &'a Tokens<'a>,
    /// The first byte that no mention covers yet.
    covered: usize,
    found: Vec<Scanned>,
}

impl Scanner<'_> {
    /// Reads what stands at a token and returns the next token to look at.
    fn step(&mut self, at: usize) -> usize {
        let (lexicon, tokens) = (self.lexicon, self.tokens);
        if !lexicon.opens(&tokens.list[at]) {
            return at + 1;
        }
        if let Some(ordinal) = ordinals::ordinal_at(lexicon, tokens, at) {
            return self.push_ordinal(at, &ordinal);
        }
        if let Some(range) = ranges::range_at(lexicon, tokens, at) {
            return self.push_range(&range);
        }
        let Some(amount) = amount_at(lexicon, tokens, at, true) else { return at + 1 };
        if let Some(end) = ranges::ratio_end(lexicon, tokens, &amount) {
            return end;
        }
        let counts = !exclusions::counts_nothing(lexicon, tokens, &amount);
        self.push(at, amount, amount.value, counts)
    }

    fn push_range(&mut self, range: &Range) -> usize {
        let nothing = |amount: &Amount| exclusions::counts_nothing(self.lexicon, self.tokens, amount);
        let whole = Amount { first: range.low.first, ..range.high };
        let counts = !nothing(&whole) && !range.low.fractional && !is_code(self.tokens, range);
        self.push(range.opens, Amount { value: range.low.value, ..whole }, range.high.value, counts)
    }

    fn push(&mut self, opens: usize, amount: Amount, high: u64, counts: bool) -> usize {
        let (lexicon, tokens) = (self.lexicon, self.tokens);
        let span = tokens.span(amount.first, amount.end);
        let (mut bound, start) = bounds::bound_before(lexicon, tokens, opens);
        let start = if tokens.list[start].span.start < self.covered { opens } else { start };
        let mut whole = Span::new(tokens.list[start].span.start, span.end);
        let mut next = amount.end;
        if bound.is_none() && tokens.text[span.end..].starts_with('+') {
            (bound, whole.end) = (Some(Bound::AtLeast), span.end + 1);
        } else if let Some((after, end)) = bounds::bound_after(lexicon, tokens, amount.end).filter(|_| bound.is_none())
        {
            (bound, whole.end, next) = (Some(after), tokens.list[end - 1].span.end, end);
        }
        let open = matches!(bound, Some(Bound::MoreThan | Bound::AtLeast)) && high == amount.value;
        let in_words = !tokens.list[amount.first].is_figure();
        let mention = NumberMention {
            span,
            whole,
            low: amount.value,
            high: (!open).then_some(high),
            bound,
            ordinal: false,
            in_words,
        };
        self.covered = if counts { whole.end } else { self.covered };
        self.found.push(Scanned { mention, counts });
        exclusions::share_or_clock(lexicon, tokens, amount.end).filter(|_| !counts).unwrap_or(next)
    }

    fn push_ordinal(&mut self, at: usize, ordinal: &ordinals::Ordinal) -> usize {
        let span = Span::new(self.tokens.list[at].span.start, ordinal.end_byte);
        let in_words = !self.tokens.list[at].is_figure();
        let (low, high) = (ordinal.value, Some(ordinal.value));
        let mention = NumberMention { span, whole: span, low, high, bound: None, ordinal: true, in_words };
        self.covered = span.end;
        let counts = !exclusions::is_part(self.lexicon, self.tokens, at, ordinal.end);
        self.found.push(Scanned { mention, counts });
        ordinal.end
    }
}

/// "2019-2023", "555-1234": two years or a telephone number, and no range of people.
fn is_code(tokens: &Tokens<'_>, range: &Range) -> bool {
    let length = |amount: &Amount| tokens.list[amount.first].folded.len();
    let year = |amount: &Amount| (1900..2100).contains(&amount.value) && length(amount) == 4;
    let telephone = tokens.gap(range.low.first) == "-" && length(&range.low) == 3 && length(&range.high) == 4;
    telephone || exclusions::is_padded(tokens, &range.low) || (year(&range.low) && year(&range.high))
}
