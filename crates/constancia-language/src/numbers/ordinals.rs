//! Numbers that say which one: "third", "one hundred twenty-fifth", "12.º", "vigésimo primero", "the last but one".
//!
//! It must not know what is ordered.

use constancia_model::{Language, Span};
use serde::Deserialize;

use super::amount::amount_at;
use super::compounds::scaled_ordinal;
use super::lexicon::Lexicon;
use super::tokens::Tokens;

/// Which one of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Counted from the first, which is 1.
    FromStart(u64),
    /// Counted back from the last, which is 0.
    FromEnd(u64),
    /// Counted from the present one, which is 0.
    FromCurrent(i64),
}

/// A number that says which one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrdinalMention {
    /// The words.
    pub span: Span,
    /// Which one.
    pub place: Place,
}

/// A place in a row as the data file gives it.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub(super) enum RelativePlace {
    /// Before the last.
    FromEnd(u64),
    /// Before or after the present one.
    FromCurrent(i64),
}

/// All ordinals of a text, in order and not overlapping. Spans are byte offsets in `text`.
pub fn ordinals(language: &Language, text: &str) -> Vec<OrdinalMention> {
    let Some(lexicon) = Lexicon::of(language) else { return Vec::new() };
    placed(lexicon, &Tokens::of(text)).into_iter().map(|(mention, _)| mention).collect()
}

/// The same, each with the first token behind it.
pub(super) fn placed(lexicon: &Lexicon, tokens: &Tokens<'_>) -> Vec<(OrdinalMention, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.list.len() {
        let mention = relative_at(lexicon, tokens, at).or_else(|| from_start(lexicon, tokens, at));
        at = mention.map_or(at + 1, |(_, end)| end);
        found.extend(mention);
    }
    found
}

/// "last", "next to last", "penúltimo".
fn relative_at(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize) -> Option<(OrdinalMention, usize)> {
    let relative = &lexicon.lists.relative_ordinals;
    let end = tokens.phrase_from(at, |phrase| relative.contains_key(phrase))?;
    let place = match *relative.get(&tokens.phrase(at, end))? {
        RelativePlace::FromEnd(back) => Place::FromEnd(back),
        RelativePlace::FromCurrent(on) => Place::FromCurrent(on),
    };
    Some((OrdinalMention { span: tokens.span(at, end), place }, end))
}

/// An ordinal, but for "a trillionth", which is a fraction.
fn from_start(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize) -> Option<(OrdinalMention, usize)> {
    let ordinal = ordinal_at(lexicon, tokens, at).or_else(|| plural_at(lexicon, tokens, at))?;
    let article = at > 0 && tokens.word(at - 1).is_some_and(|word| lexicon.lists.articles.contains(word));
    let span = Span::new(tokens.list[at].span.start, ordinal.end_byte);
    let mention = OrdinalMention { span, place: Place::FromStart(ordinal.value) };
    (!article || ordinal.value < 1000).then_some((mention, ordinal.end))
}

/// "los terceros", in languages where ordinals agree with their noun.
fn plural_at(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize) -> Option<Ordinal> {
    let word = tokens.word(at)?.strip_suffix('s').filter(|_| lexicon.lists.ordinal_chains)?;
    let value = lexicon.ordinal(word)?;
    Some(Ordinal { value, end: at + 1, end_byte: tokens.list[at].span.end })
}

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
    let (value, end) = match cardinal_before(lexicon, tokens, at) {
        Some((cardinal, end)) => behind_cardinal(lexicon, tokens, cardinal, end)?,
        None => (word_at(lexicon, tokens, at)?, at + 1),
    };
    let (value, end) = chain(lexicon, tokens, value, end);
    Some(Ordinal { value, end, end_byte: tokens.list[end - 1].span.end })
}

fn cardinal_before(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize) -> Option<(u64, usize)> {
    let article = |at: usize| tokens.word(at).is_some_and(|word| lexicon.lists.articles.contains(word));
    if lexicon.part(tokens.word(at)?).is_none() && !article(at) {
        return None;
    }
    let amount = amount_at(lexicon, tokens, at, true).filter(|amount| !amount.fractional)?;
    Some((amount.value, amount.end))
}

fn word_at(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize) -> Option<u64> {
    let word = tokens.word(at)?;
    let compound = || lexicon.lists.ordinal_chains.then(|| scaled_ordinal(lexicon, word)).flatten();
    lexicon.ordinal(word).or_else(compound)
}

/// "one hundred twenty" and "fifth", "three" and "trillionth", "cincuenta y dos" and "milésimo".
fn behind_cardinal(lexicon: &Lexicon, tokens: &Tokens<'_>, cardinal: u64, at: usize) -> Option<(u64, usize)> {
    let ordinal = word_at(lexicon, tokens, at)
        .or_else(|| {
            lexicon.lists.ordinal_chains.then(|| lexicon.ordinal(tokens.word(at)?.strip_suffix('s')?)).flatten()
        })
        .filter(|_| tokens.joined(at - 1))?;
    let rest = cardinal % 100;
    let below_hundred = rest == 0 && cardinal >= 100 || rest >= 20 && rest.is_multiple_of(10) && ordinal < 10;
    let value = match ordinal {
        1..100 if below_hundred && !lexicon.lists.ordinal_chains => cardinal.checked_add(ordinal)?,
        1000.. | 100 if ordinal >= 1000 || !lexicon.lists.ordinal_chains => multiplied(cardinal, ordinal)?,
        _ => return None,
    };
    Some((value, at + 1))
}

/// What stands since the last greater scale is what the ordinal multiplies: "tres millones dos milésimo" is 3,002,000.
fn multiplied(cardinal: u64, scale: u64) -> Option<u64> {
    let greater = if scale == 1_000_000_000_000 { u64::MAX } else { scale.max(1000).checked_mul(scale.max(1000))? };
    let rest = cardinal % greater;
    (cardinal - rest).checked_add(rest.checked_mul(scale)?).filter(|_| rest > 0)
}

/// "vigésimo tercero": ordinals that add up, each below the last.
fn chain(lexicon: &Lexicon, tokens: &Tokens<'_>, value: u64, end: usize) -> (u64, usize) {
    let next = tokens.word(end).and_then(|word| lexicon.ordinal(word)).filter(|_| tokens.joined(end - 1));
    let room = room_below(value);
    match next.filter(|next| *next < room && (lexicon.lists.ordinal_chains)) {
        Some(next) => chain(lexicon, tokens, value + next, end + 1),
        None => (value, end),
    }
}

/// The power of ten that a number ends in: what can still be added to it is smaller.
fn room_below(value: u64) -> u64 {
    let mut room = 1;
    while value.is_multiple_of(room * 10) && room < 1_000_000_000_000 {
        room *= 10;
    }
    room
}

fn in_figures(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize) -> Option<Ordinal> {
    let token = &tokens.list[at];
    let value = token.folded.parse().ok()?;
    let rest = tokens.rest(at);
    let bare = rest.strip_prefix('.').unwrap_or(rest);
    if let Some(sign) = bare.chars().next().filter(|sign| matches!(sign, 'º' | 'ª' | '°')) {
        let end_byte = tokens.text.len() - bare.len() + sign.len_utf8();
        let warmth = sign == '°' && is_warmth(&tokens.text[end_byte..]);
        return (!warmth).then_some(Ordinal { value, end: at + 1, end_byte });
    }
    let suffix = tokens.list.get(at + 1).filter(|next| next.span.start == token.span.end)?;
    let fits = lexicon.lists.ordinal_suffixes.contains(&suffix.folded);
    fits.then_some(Ordinal { value, end: at + 2, end_byte: suffix.span.end })
}

/// "30° C".
fn is_warmth(rest: &str) -> bool {
    let mut rest = rest.trim_start_matches(' ').chars();
    matches!(rest.next(), Some('C' | 'F')) && !rest.next().is_some_and(char::is_alphanumeric)
}
