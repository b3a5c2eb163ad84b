//! Numbers that say which one: "third", "twenty-first", "12.º", "vigésimo primero".
//!
//! It must not know what is ordered.

use super::lexicon::{Lexicon, Part};
use super::tokens::Tokens;

/// An ordinal and where it ends.
pub(super) struct Ordinal {
    /// Which one.
    pub value: u64,
    /// One past its last token.
    pub end: usize,
    /// The first byte behind it.
    pub end_byte: usize,
}

/// The ordinal that starts at a token.
pub(super) fn ordinal_at(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize) -> Option<Ordinal> {
    if tokens.list.get(at)?.is_figure() {
        return in_figures(lexicon, tokens, at);
    }
    let word = tokens.word(at)?;
    let unit = || {
        let unit = lexicon.lists.ordinals.get(tokens.word(at + 1)?).filter(|unit| **unit < 10)?;
        tokens.joined(at).then_some(*unit)
    };
    let (value, length) = match (lexicon.lists.ordinals.get(word), lexicon.part(word)) {
        (Some(tens), _) if *tens >= 10 && tens.is_multiple_of(10) => unit().map_or((*tens, 1), |unit| (tens + unit, 2)),
        (Some(value), _) => (*value, 1),
        (None, Some(Part::Tens(tens))) => (tens + unit()?, 2),
        _ => return None,
    };
    Some(Ordinal { value, end: at + length, end_byte: tokens.list[at + length - 1].span.end })
}

fn in_figures(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize) -> Option<Ordinal> {
    let token = &tokens.list[at];
    let value = token.folded.parse().ok()?;
    let rest = tokens.rest(at);
    let bare = rest.strip_prefix('.').unwrap_or(rest);
    if let Some(sign) = bare.chars().next().filter(|sign| matches!(sign, 'º' | 'ª' | '°')) {
        let end_byte = tokens.text.len() - bare.len() + sign.len_utf8();
        return Some(Ordinal { value, end: at + 1, end_byte });
    }
    let suffix = tokens.list.get(at + 1).filter(|next| next.span.start == token.span.end)?;
    let fits = lexicon.lists.ordinal_suffixes.contains(&suffix.folded);
    fits.then_some(Ordinal { value, end: at + 2, end_byte: suffix.span.end })
}
