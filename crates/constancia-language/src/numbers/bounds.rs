//! The words around a number that bound it: "more than", "or so", "al menos", "y pico".
//!
//! It must not know how numbers are written.

use constancia_model::Bound;

use super::lexicon::Lexicon;
use super::tokens::Tokens;

/// The bound right before a token and the token with which its words begin.
pub(super) fn bound_before(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize) -> (Option<Bound>, usize) {
    if let Some((bound, start)) = plain_bound(lexicon, tokens, at) {
        return (Some(bound), start);
    }
    let Some(filler) = tokens.phrase_until(at, |phrase| lexicon.lists.fillers.contains(phrase)) else {
        return (None, at);
    };
    match plain_bound(lexicon, tokens, filler) {
        Some((bound, start)) => (Some(bound), start),
        None if at - filler > 1 => (None, filler),
        None => (None, at),
    }
}

/// The bound right behind the token before `end`, and where its words end.
pub(super) fn bound_after(lexicon: &Lexicon, tokens: &Tokens<'_>, end: usize) -> Option<(Bound, usize)> {
    let bounds = &lexicon.lists.bounds_after;
    if !tokens.spaced(end - 1) {
        return None;
    }
    let stop = tokens.phrase_from(end, |phrase| bounds.contains_key(phrase))?;
    Some((*bounds.get(&tokens.phrase(end, stop))?, stop))
}

fn plain_bound(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize) -> Option<(Bound, usize)> {
    let bounds = &lexicon.lists.bounds_before;
    let start = tokens.phrase_until(at, |phrase| bounds.contains_key(phrase))?;
    Some((*bounds.get(&tokens.phrase(start, at))?, start))
}
