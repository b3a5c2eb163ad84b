//! Ranges of exact numbers: "between 5 and 10", "more than 30", "at least a third", "200 or more", ">= 30".
//!
//! It must not know what is measured.

use constancia_model::{Language, Span};
use serde::Deserialize;

use super::lexicon::Lexicon;
use super::ordinals::{Place, placed};
use super::tokens::Tokens;
use super::value::Value;
use super::values::readings;

/// One end of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RangeEnd {
    /// The number.
    pub value: Value,
    /// Whether the number itself belongs to the range.
    pub included: bool,
}

/// A range of numbers; an absent end is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RangeMention {
    /// The words, those that compare included.
    pub span: Span,
    /// The lower end.
    pub low: Option<RangeEnd>,
    /// The upper end.
    pub high: Option<RangeEnd>,
}

/// How words compare with the number behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Comparison {
    /// Greater than the number.
    Above,
    /// The number or greater.
    From,
    /// Less than the number.
    Below,
    /// The number or less.
    UpTo,
    /// The number.
    Equal,
}

/// All ranges of a text, in order and not overlapping. Spans are byte offsets in `text`.
pub fn ranges(language: &Language, text: &str) -> Vec<RangeMention> {
    let Some(lexicon) = Lexicon::of(language) else { return Vec::new() };
    let tokens = Tokens::of(text);
    let numbers = compared(lexicon, &tokens);
    let scanner = Scanner { lexicon, tokens: &tokens, numbers: &numbers };
    scanner.ranges()
}

/// A number that can be an end of a range.
#[derive(Debug, Clone, Copy)]
struct Number {
    span: Span,
    value: Value,
    first: usize,
    end: usize,
}

/// Numbers and ordinals in order; where they overlap the one that begins first, and of those the longest.
fn compared(lexicon: &Lexicon, tokens: &Tokens<'_>) -> Vec<Number> {
    let first = |span: Span| tokens.list.partition_point(|token| token.span.end <= span.start);
    let value = readings(lexicon, tokens).into_iter().map(|reading| {
        let span = reading.mention.span;
        Number { span, value: reading.mention.value, first: first(span), end: reading.end }
    });
    let ordinal = placed(lexicon, tokens).into_iter().filter_map(|(mention, end)| match mention.place {
        Place::FromStart(place) => {
            Some(Number { span: mention.span, value: Value::whole(place), first: first(mention.span), end })
        }
        _ => None,
    });
    let mut all: Vec<Number> = value.chain(ordinal).collect();
    all.sort_by_key(|number| (number.span.start, usize::MAX - number.span.end));
    let mut free = 0;
    all.retain(|number| {
        let apart = number.span.start >= free;
        free = if apart { number.span.end } else { free };
        apart
    });
    all
}

struct Scanner<'a> {
    lexicon: &'a Lexicon,
    tokens: &'a Tokens<'a>,
    numbers: &'a [Number],
}

impl Scanner<'_> {
    fn ranges(&self) -> Vec<RangeMention> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(number) = self.numbers.get(at) {
            if let Some(range) = self.numbers.get(at + 1).and_then(|next| self.between(at, number, next)) {
                found.push(range);
                at += 2;
                continue;
            }
            let range = self.condition(at, number);
            let next = self.numbers.get(at + 1).and_then(|next| self.condition(at + 1, next));
            let both = range.zip(next).and_then(|(left, right)| self.merged(&left, &right));
            at += if both.is_some() { 2 } else { 1 };
            found.extend(both.or(range));
        }
        found
    }

    /// "between 5 and 10", "from 5 to 10", "5-10", "5 through 10".
    fn between(&self, at: usize, low: &Number, high: &Number) -> Option<RangeMention> {
        let lists = &self.lexicon.lists;
        let gap = self.tokens.text.get(low.span.end..high.span.start)?;
        let word = self.without_article(high.first).checked_sub(1).filter(|word| *word == low.end);
        let word = word.and_then(|word| self.tokens.word(word)).unwrap_or_default();
        let opens = self.without_article(low.first);
        let opener = opens.checked_sub(1).and_then(|at| self.tokens.word(at)).unwrap_or_default();
        let opened = lists.range_openers.iter().any(|(open, close)| open == opener && close == word);
        let dash = matches!(gap.trim_matches(' '), "-" | "–" | "—" | "~" | "\u{2011}") && !self.is_code(at, low, high);
        let joined = dash || lists.range_joiners.contains(word) || lists.range_words.contains(word);
        let ends = low.value < high.value && (opened || joined);
        let compares = self.before(at, low.first).is_some() && !opened;
        let start = if opened { self.tokens.list[opens - 1].span.start } else { low.span.start };
        let end = |value: Value| Some(RangeEnd { value, included: true });
        let span = Span::new(start, high.span.end);
        (ends && !compares).then_some(RangeMention { span, low: end(low.value), high: end(high.value) })
    }

    /// A telephone number, or figures with a nought before them.
    fn is_code(&self, at: usize, low: &Number, high: &Number) -> bool {
        let text = self.tokens.text;
        let glued =
            |number: &Number| text[..number.span.start].ends_with(['-', '/', '+']) && number.first != high.first;
        let padded = |number: &Number| text[number.span.start..].starts_with('0') && number.span.len() > 1;
        let after = text[high.span.end..].starts_with(['-', '/']);
        let row = at > 0 && self.numbers[at - 1].span.end + 1 == low.span.start && glued(low);
        row || glued(low) || after || padded(low) || padded(high)
    }

    fn without_article(&self, at: usize) -> usize {
        let article =
            |at: usize| self.tokens.word(at).is_some_and(|word| self.lexicon.lists.range_articles.contains(word));
        at - usize::from(at > 0 && article(at - 1))
    }

    /// A number with the words that compare with it.
    fn condition(&self, at: usize, number: &Number) -> Option<RangeMention> {
        let before = self.signs_before(number).or_else(|| self.before(at, number.first));
        let after = self.after(number, before.map(|(comparison, _)| comparison));
        let (comparison, start, end) = match (before, after) {
            (before, Some((comparison, end))) => {
                (comparison, before.map_or(number.span.start, |(_, start)| start), end)
            }
            (Some((comparison, start)), None) => (comparison, start, number.span.end),
            (None, None) => return None,
        };
        let (low, high) = ends(comparison, number.value);
        Some(RangeMention { span: Span::new(start, end), low, high })
    }

    /// "more than", "menor o igual a", right before a number.
    fn before(&self, at: usize, first: usize) -> Option<(Comparison, usize)> {
        let comparisons = &self.lexicon.lists.comparisons_before;
        let until = self.without_article(first);
        let start = self.tokens.phrase_until(until, |phrase| comparisons.contains_key(phrase))?;
        let free = at == 0 || self.numbers[at - 1].end <= start;
        let comparison = *comparisons.get(&self.tokens.phrase(start, until))?;
        free.then_some((comparison, self.tokens.list[start].span.start))
    }

    /// ">", "<=", right before a number.
    fn signs_before(&self, number: &Number) -> Option<(Comparison, usize)> {
        let head = self.tokens.text[..number.span.start].trim_end_matches(' ');
        let signs = head.trim_end_matches(['<', '>', '=', ' ']);
        let written: String = head[signs.len()..].chars().filter(|sign| *sign != ' ').collect();
        let comparison = match written.as_str() {
            ">" => Comparison::Above,
            ">=" | "≥" => Comparison::From,
            "<" => Comparison::Below,
            "<=" | "≤" => Comparison::UpTo,
            _ => return None,
        };
        let space = head[signs.len()..].len() - head[signs.len()..].trim_start_matches(' ').len();
        Some((comparison, signs.len() + space))
    }

    /// "or more", "or equal to", right behind a number, where no number follows for them.
    fn after(&self, number: &Number, before: Option<Comparison>) -> Option<(Comparison, usize)> {
        let lists = &self.lexicon.lists;
        let phrases = if matches!(before, None | Some(Comparison::Equal)) {
            &lists.comparisons_after
        } else {
            &lists.equal_after
        };
        if number.end == 0 || !self.tokens.spaced(number.end - 1) {
            return None;
        }
        let end = self.tokens.phrase_from(number.end, |phrase| phrases.contains_key(phrase))?;
        let comparison = *phrases.get(&self.tokens.phrase(number.end, end))?;
        let taken = self.numbers.iter().any(|next| self.without_article(next.first) == end);
        let comparison = match (before, comparison) {
            (Some(Comparison::Above), Comparison::Equal) => Comparison::From,
            (Some(Comparison::Below), Comparison::Equal) => Comparison::UpTo,
            (_, comparison) => comparison,
        };
        (!taken).then_some((comparison, self.tokens.list[end - 1].span.end))
    }

    /// "more than 10 and less than 20": two open ranges that make a closed one.
    fn merged(&self, left: &RangeMention, right: &RangeMention) -> Option<RangeMention> {
        let gap = self.tokens.text.get(left.span.end..right.span.start)?.trim().to_lowercase();
        let joined = gap == "," || self.lexicon.lists.range_conjunctions.contains(gap.trim_start_matches(',').trim());
        let (low, high) = match (left, right) {
            (RangeMention { low, high: None, .. }, RangeMention { low: None, high, .. })
            | (RangeMention { low: None, high, .. }, RangeMention { low, high: None, .. }) => (*low, *high),
            _ => return None,
        };
        let rises = low?.value < high?.value;
        (joined && rises).then_some(RangeMention { span: Span::new(left.span.start, right.span.end), low, high })
    }
}

fn ends(comparison: Comparison, value: Value) -> (Option<RangeEnd>, Option<RangeEnd>) {
    let end = |included: bool| Some(RangeEnd { value, included });
    match comparison {
        Comparison::Above => (end(false), None),
        Comparison::From => (end(true), None),
        Comparison::Below => (None, end(false)),
        Comparison::UpTo => (None, end(true)),
        Comparison::Equal => (end(true), end(true)),
    }
}
