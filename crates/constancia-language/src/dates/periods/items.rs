//! A text as words, numbers and signs, each with its place.
//!
//! It must not know what any of them means.

use constancia_model::Span;

/// What an item is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, in lower case.
    Word(String),
    /// Digits.
    Number(u64),
    /// Anything else that is not white space.
    Sign(char),
}

/// A word, a number or a sign.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Whether white space stands before it.
    pub spaced: bool,
}

impl Item {
    /// The letters, of a word.
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// How many digits, of a number.
    pub fn digits(&self) -> usize {
        if matches!(self.kind, Kind::Number(_)) { self.span.len() } else { 0 }
    }
}

/// The items of a text, in order.
pub(super) fn items(text: &str) -> Vec<Item> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut spaced = true;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            (at, spaced) = (at + first.len_utf8(), true);
            continue;
        }
        let length = run(&text[at..], first);
        let span = Span::new(at, at + length);
        found.push(Item { span, kind: kind_of(&text[at..at + length], first), spaced });
        (at, spaced) = (at + length, false);
    }
    found
}

fn run(rest: &str, first: char) -> usize {
    let same = |letter: char| match first {
        first if first.is_ascii_digit() => letter.is_ascii_digit(),
        first if first.is_alphabetic() => letter.is_alphabetic(),
        _ => false,
    };
    rest.char_indices().skip(1).find(|(_, letter)| !same(*letter)).map_or(rest.len(), |(at, _)| at)
}

fn kind_of(text: &str, first: char) -> Kind {
    match text.parse() {
        Ok(number) if first.is_ascii_digit() => Kind::Number(number),
        _ if first.is_alphabetic() => Kind::Word(text.to_lowercase()),
        _ => Kind::Sign(first),
    }
}
