//! Two numbers that are one range ("800 to 900", "entre 800 y 900") or one ratio ("nine out of ten").
//!
//! It must not know bounds, nor what is no number.

use super::amount::{Amount, amount_at};
use super::lexicon::Lexicon;
use super::tokens::Tokens;

/// A range and the token with which its words open.
pub(super) struct Range {
    /// The lower number.
    pub low: Amount,
    /// The higher number.
    pub high: Amount,
    /// "between", "entre", or the lower number itself.
    pub opens: usize,
}

/// The range that opens at a token.
pub(super) fn range_at(lexicon: &Lexicon, tokens: &Tokens<'_>, opens: usize) -> Option<Range> {
    let word = tokens.word(opens)?;
    let openers = lexicon.lists.range_openers.iter().filter(|(opener, _)| opener == word);
    for (_, closer) in openers {
        let first = after_article(lexicon, tokens, opens + 1);
        let range = [false, true].into_iter().find_map(|join| {
            let low = amount_at(lexicon, tokens, first, join)?;
            let high = upper(lexicon, tokens, &low, |between| between == closer)?;
            rising(low, high).map(|(low, high)| Range { low, high, opens })
        });
        if range.is_some() && !after_change(lexicon, tokens, opens) {
            return range;
        }
    }
    let low = amount_at(lexicon, tokens, opens, true)?;
    bare_range(lexicon, tokens, low).map(|(low, high)| Range { low, high, opens })
}

/// Where the second number of a ratio ends ("one in twenty", "nueve de cada diez").
pub(super) fn ratio_end(lexicon: &Lexicon, tokens: &Tokens<'_>, low: &Amount) -> Option<usize> {
    let between = tokens.phrase_from(low.end, |phrase| lexicon.lists.ratio.contains(phrase))?;
    let high = amount_at(lexicon, tokens, between, true)?;
    let words = tokens.phrase(low.end, between);
    let loose = words == "in" && !lexicon.lists.one_words.contains(tokens.word(low.first)?);
    let round = [2, 3, 4, 5, 10, 20, 50, 100, 1000].contains(&high.value);
    (!loose && round && low.value < high.value).then_some(high.end)
}

fn after_article(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize) -> usize {
    let article = tokens.word(at).is_some_and(|word| lexicon.lists.range_articles.contains(word));
    at + usize::from(article)
}

fn upper(lexicon: &Lexicon, tokens: &Tokens<'_>, low: &Amount, closes: impl Fn(&str) -> bool) -> Option<Amount> {
    let fits = tokens.spaced(low.end - 1) && tokens.spaced(low.end) && closes(tokens.word(low.end)?);
    let first = after_article(lexicon, tokens, low.end + 1);
    if fits { amount_at(lexicon, tokens, first, true) } else { None }
}

fn bare_range(lexicon: &Lexicon, tokens: &Tokens<'_>, low: Amount) -> Option<(Amount, Amount)> {
    let lists = &lexicon.lists;
    if matches!(tokens.gap(low.end - 1), "-" | "–" | "—" | "\u{2011}") {
        return rising(low, amount_at(lexicon, tokens, low.end, true)?);
    }
    if low.first > 0 && after_change(lexicon, tokens, low.first - 1) {
        return None;
    }
    if let Some(high) = upper(lexicon, tokens, &low, |between| lists.range_joiners.contains(between)) {
        return rising(low, high);
    }
    let high = upper(lexicon, tokens, &low, |between| lists.neighbour_joiners.contains(between))?;
    let near = high.value <= low.value.saturating_mul(2) && low.value > 0;
    rising(low, high).filter(|_| near || high.scale > 1)
}

/// The two in rising order; "two to three thousand" lends its thousand to the two.
fn rising(low: Amount, high: Amount) -> Option<(Amount, Amount)> {
    let lent = low.value.checked_mul(high.scale).filter(|lent| low.scale == 1 && *lent < high.value);
    let low = Amount { value: lent.unwrap_or(low.value), fractional: low.fractional && lent.is_none(), ..low };
    (low.value < high.value).then_some((low, high))
}

/// "rose from 56 to 73" names two numbers and not a range.
fn after_change(lexicon: &Lexicon, tokens: &Tokens<'_>, opens: usize) -> bool {
    let change = |at: usize| tokens.word(at).is_some_and(|word| lexicon.lists.change_before.contains(word));
    (1..=2).any(|back| opens.checked_sub(back).is_some_and(change))
}
