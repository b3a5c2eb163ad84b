//! Words that are two: with a clitic ("did|n't", "Ana|'s") or grown together ("can|not", "gon|na").

use super::{is_apostrophe, is_word};
use crate::lexicon::Lexicon;

/// Where the second of the two begins.
pub(super) fn cut(lexicon: &Lexicon, word: &str) -> Option<usize> {
    let lower = word.to_lowercase().replace('’', "'");
    if lower.len() + word.matches('’').count() * 2 != word.len() {
        return None;
    }
    if let Some(first) = lexicon.contraction(&lower) {
        return Some(first);
    }
    let found = lexicon.clitics().iter().find(|clitic| lower.ends_with(clitic.as_str()))?;
    let at = word.char_indices().rev().nth(found.chars().count() - 1)?.0;
    (at > 0).then_some(at)
}

/// How long the clitic is that `rest` begins with, where it stands apart from the word before.
pub(super) fn leading_clitic(lexicon: &Lexicon, rest: &str) -> Option<usize> {
    let mark = rest.chars().next().filter(|&c| is_apostrophe(c))?.len_utf8();
    let letters = rest[mark..].find(|c: char| !is_word(c)).unwrap_or(rest.len() - mark);
    let clitic = &rest[mark..mark + letters];
    lexicon.clitics().iter().any(|known| known.strip_prefix('\'') == Some(clitic)).then_some(mark + letters)
}
