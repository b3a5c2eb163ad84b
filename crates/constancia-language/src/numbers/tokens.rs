//! A text as words and figures, each with its place.
//!
//! It must not know what the words mean.

use std::sync::LazyLock;

use constancia_model::Span;
use regex::{Match, Regex};

static TOKEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\d+(?:[.,]\d+)*|[\p{L}--[ºª]][[\p{L}--[ºª]]\p{M}]*(?:['’]\p{L}+)*|%").expect("a fixed pattern")
});

/// Figures in groups of three with spaces between.
static GROUPS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^\d{1,3}(?:[ \u{a0}\u{202f}]\d{3})+\b").expect("a fixed pattern"));

/// The longest phrase of a list, in words.
const LONGEST_PHRASE: usize = 6;

/// A word, a figure or a percent sign.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// Where it stands.
    pub span: Span,
    /// In lower case and without accents.
    pub folded: String,
}

impl Token {
    /// Whether it is written in figures.
    pub fn is_figure(&self) -> bool {
        self.folded.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// A text with its tokens.
pub(super) struct Tokens<'t> {
    /// The text.
    pub text: &'t str,
    /// Its tokens in order.
    pub list: Vec<Token>,
}

impl<'t> Tokens<'t> {
    /// Cuts a text.
    pub fn of(text: &'t str) -> Self {
        let mut list = Vec::new();
        let mut free = 0;
        while let Some(span) = next_token(text, free) {
            free = span.end;
            list.push(Token { span, folded: fold(&text[span.start..span.end]) });
        }
        Self { text, list }
    }

    /// The folded word at a place.
    pub fn word(&self, index: usize) -> Option<&str> {
        self.list.get(index).map(|token| token.folded.as_str())
    }

    /// What stands between a token and the one after it.
    pub fn gap(&self, index: usize) -> &'t str {
        match (self.list.get(index), self.list.get(index + 1)) {
            (Some(token), Some(next)) => &self.text[token.span.end..next.span.start],
            _ => "",
        }
    }

    /// Whether a token and the one after it belong to one phrase: only spaces, at most one line break, or a
    /// hyphen.
    pub fn joined(&self, index: usize) -> bool {
        let gap = self.gap(index);
        !gap.is_empty() && (gap == "-" || gap == " - " || spaces(gap))
    }

    /// Whether only spaces part a token from the one after it.
    pub fn spaced(&self, index: usize) -> bool {
        let gap = self.gap(index);
        !gap.is_empty() && spaces(gap)
    }

    /// The longest phrase of at most six words that starts at `start` and is accepted, as (words, end).
    pub fn phrase_from(&self, start: usize, accepts: impl Fn(&str) -> bool) -> Option<usize> {
        let mut end = start;
        let mut phrase = String::new();
        let mut longest = None;
        while end < self.list.len() && end - start < LONGEST_PHRASE && (end == start || self.loosely_joined(end - 1)) {
            if end > start {
                phrase.push(' ');
            }
            phrase.push_str(&self.list[end].folded);
            end += 1;
            if accepts(&phrase) {
                longest = Some(end);
            }
        }
        longest
    }

    /// The longest phrase of at most six words that ends right before `end` and is accepted, as its start.
    pub fn phrase_until(&self, end: usize, accepts: impl Fn(&str) -> bool) -> Option<usize> {
        let mut start = end;
        let mut phrase = String::new();
        let mut longest = None;
        while start > 0 && end - start < LONGEST_PHRASE && self.spaced(start - 1) {
            start -= 1;
            let space = if phrase.is_empty() { "" } else { " " };
            phrase = format!("{}{space}{phrase}", self.list[start].folded);
            if accepts(&phrase) {
                longest = Some(start);
            }
        }
        longest
    }

    /// Folded words with single spaces between them.
    pub fn phrase(&self, start: usize, end: usize) -> String {
        self.list[start..end].iter().map(|token| token.folded.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// From the first byte of one token to the last byte of the token before `end`.
    pub fn span(&self, first: usize, end: usize) -> Span {
        Span::new(self.list[first].span.start, self.list[end - 1].span.end)
    }

    /// The text after a token.
    pub fn rest(&self, index: usize) -> &'t str {
        &self.text[self.list[index].span.end..]
    }

    fn loosely_joined(&self, index: usize) -> bool {
        matches!(self.gap(index), "." | ". ") || self.spaced(index)
    }
}

/// The first token from a byte on. Words of plain letters are cut without the pattern, which costs far more.
fn next_token(text: &str, from: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    let opens = |byte: &u8| !byte.is_ascii() || byte.is_ascii_alphanumeric() || *byte == b'%';
    let start = from + bytes[from..].iter().position(opens)?;
    let end = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let whole = bytes.get(end).is_none_or(|next| next.is_ascii() && *next != b'\'');
    if end > start && whole {
        return Some(Span::new(start, end));
    }
    let found = TOKEN.find_at(text, start)?;
    Some(Span::new(found.start(), groups_end(text, &found).unwrap_or(found.end())))
}

/// Where figures end that go on in groups of three.
fn groups_end(text: &str, figures: &Match<'_>) -> Option<usize> {
    let behind = text[figures.end()..].strip_prefix([' ', '\u{a0}', '\u{202f}'])?;
    behind
        .starts_with(char::is_numeric)
        .then(|| GROUPS.find(&text[figures.start()..]))?
        .map(|groups| figures.start() + groups.end())
}

fn spaces(gap: &str) -> bool {
    gap.chars().all(char::is_whitespace) && gap.matches('\n').count() <= 1
}

/// Lower case without the accents that Spanish leaves off as often as not; ñ is a letter of its own and stays.
pub(crate) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.chars().flat_map(char::to_lowercase).map(unaccented).collect()
}

fn unaccented(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' => 'a',
        'é' | 'è' | 'ê' => 'e',
        'í' | 'ì' => 'i',
        'ó' | 'ò' | 'ô' => 'o',
        'ú' | 'ù' | 'ü' => 'u',
        other => other,
    }
}
