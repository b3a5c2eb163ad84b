//! What looks like a number of things and is none: codes, times, shares, money, list numbers, "no one".
//!
//! Dates are told apart elsewhere; it must not know what is counted.

use super::amount::{Amount, figure};
use super::lexicon::Lexicon;
use super::tokens::Tokens;

/// Whether an amount counts nothing.
pub(super) fn counts_nothing(lexicon: &Lexicon, tokens: &Tokens<'_>, amount: &Amount) -> bool {
    amount.fractional
        || is_padded(tokens, amount)
        || glued(tokens, amount)
        || is_money(lexicon, tokens, amount)
        || is_labelled(lexicon, tokens, amount.first)
        || share_or_clock(lexicon, tokens, amount.end).is_some()
        || is_list_number(tokens, amount)
        || is_pronoun(lexicon, tokens, amount)
}

/// "0412": figures that begin with a nought are a code.
pub(super) fn is_padded(tokens: &Tokens<'_>, amount: &Amount) -> bool {
    let figures = &tokens.list[amount.first].folded;
    figures.len() > 1 && figures.starts_with('0')
}

/// Whether it is part of a code, a word, a time, a fraction or an address.
fn glued(tokens: &Tokens<'_>, amount: &Amount) -> bool {
    glued_before(tokens, amount.first) || glued_after(tokens, amount.end - 1)
}

fn glued_before(tokens: &Tokens<'_>, first: usize) -> bool {
    let before = &tokens.text[..tokens.list[first].span.start];
    let mut chars = before.chars().rev();
    match (chars.next(), chars.next()) {
        (Some('-' | '–' | '—' | '\u{2011}'), Some(left)) => left.is_alphanumeric(),
        (Some(':' | '.' | ','), Some(left)) => left.is_ascii_digit(),
        (Some(sign), _) => sign.is_alphanumeric() || "/#@+_&='’".contains(sign),
        (None, _) => false,
    }
}

fn glued_after(tokens: &Tokens<'_>, last: usize) -> bool {
    let rest = tokens.rest(last);
    let mut chars = rest.chars();
    let (next, second) = (chars.next(), chars.next());
    match (next, second) {
        (Some('-' | '\u{2011}'), Some(right)) => right.is_alphanumeric() && !is_range_dash(tokens, last),
        (Some('–'), Some(right)) => right.is_alphabetic(),
        (Some(':' | '.' | ','), Some(right)) => right.is_ascii_digit(),
        (Some(sign), _) => sign.is_alphanumeric() || "/@_°ºª&".contains(sign),
        (None, _) => false,
    }
}

/// "800-900": a hyphen between two figures that rise.
fn is_range_dash(tokens: &Tokens<'_>, last: usize) -> bool {
    let follows = tokens.list.get(last + 1).filter(|next| next.is_figure());
    let value = |text: &str| figure(text).map(|(value, _)| value);
    follows.is_some_and(|next| value(&tokens.list[last].folded) < value(&next.folded))
}

fn is_money(lexicon: &Lexicon, tokens: &Tokens<'_>, amount: &Amount) -> bool {
    let sign = |c: char| "$€£¥₡₲₽₴₹₦₺".contains(c);
    let before = tokens.text[..tokens.list[amount.first].span.start].trim_end_matches([' ', '\u{a0}']);
    let code = amount.first > 0 && tokens.list[amount.first].is_figure() && {
        let code = tokens.word(amount.first - 1).unwrap_or_default();
        matches!(tokens.gap(amount.first - 1), " " | "." | ". " | "") && lexicon.lists.currencies_before.contains(code)
    };
    let after = tokens.rest(amount.end - 1).trim_start_matches([' ', '\u{a0}']);
    code || before.ends_with(sign) || after.starts_with(sign) && !after.starts_with('$')
}

/// "No. 4", "page 5", "artículo 149".
fn is_labelled(lexicon: &Lexicon, tokens: &Tokens<'_>, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return false };
    let label = tokens.word(before).is_some_and(|word| lexicon.lists.labels_before.contains(word));
    let abbreviation =
        ["no", "n", "nos", "art", "num", "nro", "pag"].contains(&tokens.word(before).unwrap_or_default());
    let gap = tokens.gap(before).trim_start_matches(['.', 'º', '°', 'ª']);
    let marked = tokens.gap(before).len() > gap.len();
    label && gap.chars().all(char::is_whitespace) && (!abbreviation || (marked && tokens.list[first].is_figure()))
}

/// The end of the words that make the number before `end` a share, a fraction or a time of day.
pub(super) fn share_or_clock(lexicon: &Lexicon, tokens: &Tokens<'_>, end: usize) -> Option<usize> {
    let lists = &lexicon.lists;
    let after = |phrase: &str| {
        lists.percent_after.contains(phrase)
            || lists.clock_after.contains(phrase)
            || lists.fractions_after.contains(phrase)
    };
    let close = tokens.gap(end - 1).chars().all(char::is_whitespace);
    tokens.phrase_from(end, after).filter(|_| close)
}

/// "1. ", "2) ", "[3]" at the beginning of a line or in brackets.
fn is_list_number(tokens: &Tokens<'_>, amount: &Amount) -> bool {
    let token = &tokens.list[amount.first];
    if !token.is_figure() {
        return false;
    }
    let before = tokens.text[..token.span.start].trim_end_matches([' ', '\t', '(', '•', '*']);
    let opens = before.is_empty() || before.ends_with('\n');
    let rest = tokens.rest(amount.end - 1);
    let item = rest.starts_with(". ") || rest.starts_with(") ") || rest.starts_with(".\t") || rest.starts_with(".-");
    (opens && item) || (before.ends_with('[') && rest.starts_with(']'))
}

/// "no one", "one of", "cada uno".
pub(super) fn is_pronoun(lexicon: &Lexicon, tokens: &Tokens<'_>, amount: &Amount) -> bool {
    let lists = &lexicon.lists;
    let one = amount.end == amount.first + 1 && lists.one_words.contains(tokens.word(amount.first).unwrap_or_default());
    let before = || {
        amount.first > 0
            && tokens.spaced(amount.first - 1)
            && tokens.word(amount.first - 1).is_some_and(|word| lists.not_one_after.contains(word))
    };
    let after = || {
        tokens.spaced(amount.end - 1)
            && tokens.phrase_from(amount.end, |phrase| lists.not_one_before.contains(phrase)).is_some()
    };
    one && (before() || after())
}

/// Whether an ordinal is the lower half of a fraction ("a third of", "un tercio de") or part of a code.
pub(super) fn is_part(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
    let word = |index: usize| tokens.word(index).unwrap_or_default();
    let article = |word: &str| lexicon.lists.articles.contains(word) || lexicon.lists.one_words.contains(word);
    let share = at > 0 && article(word(at - 1)) && matches!(word(end), "of" | "de");
    share || glued_before(tokens, at)
}
