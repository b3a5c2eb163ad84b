//! Every number of a text with its exact value: fractions, decimals, negative numbers, and those that count nothing.
//!
//! It must not know what is counted, nor which numbers a reader wants.

use constancia_model::{Language, Span};

use super::amount::{Amount, amount_at};
use super::exclusions::is_pronoun;
use super::figures::{decimals, figure_at, vulgar};
use super::fractions::{Fraction, fraction_at};
use super::lexicon::{Lexicon, Part};
use super::tokens::Tokens;
use super::value::Value;

/// A number with its exact value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ValueMention {
    /// The words, with the sign.
    pub span: Span,
    /// How much.
    pub value: Value,
}

/// A number and the first token behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    pub mention: ValueMention,
    pub end: usize,
}

/// All numbers of a text, in order and not overlapping. Spans are byte offsets in `text`.
pub fn values(language: &Language, text: &str) -> Vec<ValueMention> {
    let Some(lexicon) = Lexicon::of(language) else { return Vec::new() };
    readings(lexicon, &Tokens::of(text)).into_iter().map(|reading| reading.mention).collect()
}

/// The same with the tokens they take.
pub(super) fn readings(lexicon: &Lexicon, tokens: &Tokens<'_>) -> Vec<Reading> {
    let mut found: Vec<Reading> = Vec::new();
    let mut at = 0;
    while at < tokens.list.len() {
        let free = found.last().map_or(0, |reading| reading.mention.span.end);
        signs_of_fractions(tokens, free, tokens.list[at].span.start, at, &mut found);
        match reading_at(lexicon, tokens, at) {
            Some(reading) => {
                found.push(reading);
                at = rest_of_figure(tokens, reading, &mut found);
            }
            None => at += 1,
        }
    }
    let free = found.last().map_or(0, |reading| reading.mention.span.end);
    signs_of_fractions(tokens, free, tokens.text.len(), tokens.list.len(), &mut found);
    found
}

/// The number that begins at a token, its sign and what is added to it included.
fn reading_at(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize) -> Option<Reading> {
    let lists = &lexicon.lists;
    let compares = || tokens.phrase_until(at + 1, |phrase| lists.comparisons_before.contains_key(phrase)).is_some();
    if lists.negatives.contains(tokens.word(at)?) && tokens.spaced(at) && !compares() {
        let reading = unsigned_at(lexicon, tokens, at + 1)?;
        return Some(negated(reading, tokens.list[at].span.start));
    }
    let reading = unsigned_at(lexicon, tokens, at)?;
    Some(match minus_before(tokens.text, reading.mention.span.start) {
        Some(start) => negated(reading, start),
        None => reading,
    })
}

fn negated(reading: Reading, start: usize) -> Reading {
    let span = Span::new(start, reading.mention.span.end);
    Reading { mention: ValueMention { span, value: reading.mention.value.negative() }, ..reading }
}

/// The byte of a minus: a hyphen right before the number, or one with nothing before it that it could join.
fn minus_before(text: &str, start: usize) -> Option<usize> {
    let head = text[..start].trim_end_matches(' ');
    let before = head.strip_suffix(['-', '\u{2212}'])?;
    let tight = head.len() == start && before.ends_with(char::is_whitespace);
    let joins = !tight && before.trim_end_matches(' ').ends_with(|c: char| c.is_alphanumeric() || ")]-–".contains(c));
    (!joins).then_some(before.len())
}

fn unsigned_at(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize) -> Option<Reading> {
    let core = core_at(lexicon, tokens, at)?;
    let core = continued(lexicon, tokens, &core).unwrap_or(core);
    let value = divided(lexicon, tokens, &core);
    let Core { value, end, start, end_byte, .. } = value.unwrap_or(core);
    Some(Reading { mention: ValueMention { span: Span::new(start, end_byte), value }, end })
}

/// A number on its way.
#[derive(Debug, Clone, Copy)]
struct Core {
    value: Value,
    start: usize,
    end_byte: usize,
    /// One past the last token.
    end: usize,
    /// The word of scale at its end; 1 where none.
    scale: u64,
    /// Whether it is a fraction, to which no fraction is added.
    fraction: bool,
}

fn core_at(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize) -> Option<Core> {
    if let Some(sum) = whole_and_fraction(lexicon, tokens, at) {
        return Some(sum);
    }
    if let Some(fraction) = fraction_at(lexicon, tokens, at) {
        return Some(fraction_core(tokens, lexicon, at, &fraction));
    }
    if tokens.list[at].is_figure() {
        return figure_core(lexicon, tokens, at);
    }
    let amount = amount_at(lexicon, tokens, at, true)?;
    let ratio = tokens.phrase_from(amount.end, |phrase| lexicon.lists.ratio.contains(phrase)).is_some();
    (ratio || !is_pronoun(lexicon, tokens, &amount)).then(|| amount_core(tokens, &amount))
}

/// "two hundred and fifty-four hundredths", in languages where the joiner also stands between hundreds and tens: what
/// stands behind it is a fraction where it is smaller than one.
fn whole_and_fraction(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize) -> Option<Core> {
    if lexicon.lists.joiner_after_tens || tokens.list[at].is_figure() {
        return None;
    }
    let whole = amount_at(lexicon, tokens, at, false).filter(|whole| !whole.fractional)?;
    continued(lexicon, tokens, &amount_core(tokens, &whole)).filter(|sum| sum.fraction)
}

fn amount_core(tokens: &Tokens<'_>, amount: &Amount) -> Core {
    let span = tokens.span(amount.first, amount.end);
    let value = Value::whole(amount.value);
    Core { value, start: span.start, end_byte: span.end, end: amount.end, scale: amount.scale, fraction: false }
}

/// Figures, with the words of scale behind them: "2.33 million", "3 hundred and 21".
fn figure_core(lexicon: &Lexicon, tokens: &Tokens<'_>, at: usize) -> Option<Core> {
    let token = tokens.list[at].span;
    if glued_to_word(tokens.text, token.start) {
        return None;
    }
    let (start, figure) = match leading_sign(lexicon, tokens.text, token.start) {
        Some(sign) => (sign, figure_with_sign(lexicon, tokens.text, token.start)?),
        None => (token.start, figure_at(lexicon, tokens.text, token.start)?),
    };
    let end = at + tokens.list[at..].iter().take_while(|token| token.span.start < figure.span.end).count();
    let (value, end_byte) = (figure.value, figure.span.end);
    let core = Core { value, start, end_byte, end, scale: 1, fraction: !figure.plain };
    let worded = figure.plain.then(|| amount_at(lexicon, tokens, at, true)).flatten();
    match worded.filter(|amount| amount.end > end && !amount.fractional) {
        Some(amount) => Some(chained(lexicon, tokens, amount_core(tokens, &amount))),
        None => Some(scaled_by_word(lexicon, tokens, core)),
    }
}

/// "4 thousand 3 hundred and 21": smaller figures after a word of scale.
fn chained(lexicon: &Lexicon, tokens: &Tokens<'_>, core: Core) -> Core {
    let joiner = tokens.word(core.end).is_some_and(|word| lexicon.lists.joiners.contains(word));
    let next = core.end + usize::from(joiner);
    let figure = tokens.list.get(next).is_some_and(|token| token.is_figure());
    let smallest = tokens.word(core.end - 1).and_then(|word| lexicon.scale(word)).unwrap_or(1);
    if !figure || !tokens.spaced(core.end - 1) || smallest == 1 {
        return core;
    }
    let amount = amount_at(lexicon, tokens, next, true).filter(|amount| !amount.fractional && amount.value > 0);
    let fits = |amount: &Amount| amount.value < smallest && (joiner || amount.end > next + 1);
    let sum = amount.filter(fits).and_then(|amount| Some((core.value.plus(Value::whole(amount.value))?, amount)));
    let Some((value, amount)) = sum else { return core };
    let end_byte = tokens.list[amount.end - 1].span.end;
    chained(lexicon, tokens, Core { value, end_byte, end: amount.end, ..core })
}

fn scaled_by_word(lexicon: &Lexicon, tokens: &Tokens<'_>, core: Core) -> Core {
    let word = tokens.word(core.end).filter(|_| core.end > 0 && tokens.joined(core.end - 1));
    let scale = word.and_then(|word| lexicon.scale(word)).filter(|_| !core.fraction || core.value.denominator() > 1);
    let scaled = scale.and_then(|scale| Some((core.value.times(Value::whole(scale))?, scale)));
    let Some((value, scale)) = scaled else { return core };
    let end_byte = tokens.list[core.end].span.end;
    scaled_by_word(lexicon, tokens, Core { value, end_byte, end: core.end + 1, scale, fraction: false, ..core })
}

/// Whether letters or a sign of a decimal stand right before, so that the figures are no number by themselves.
fn glued_to_word(text: &str, start: usize) -> bool {
    text[..start].ends_with(|c: char| c.is_alphabetic() || c == '_')
}

/// ".08": the byte of a decimal sign with no digit before it.
fn leading_sign(lexicon: &Lexicon, text: &str, start: usize) -> Option<usize> {
    let before = text[..start].strip_suffix(lexicon.lists.decimal_sign)?;
    (!before.ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == ',' || c == ')')).then_some(before.len())
}

fn figure_with_sign(lexicon: &Lexicon, text: &str, start: usize) -> Option<super::figures::Figure> {
    let length = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let figure = figure_at(lexicon, text, start).filter(|figure| figure.span.end == start + length)?;
    let value = decimals("", &text[start..start + length])?;
    Some(super::figures::Figure { value, plain: false, ..figure })
}

/// "two thirds", with the scale that it is a part of: "half a million".
fn fraction_core(tokens: &Tokens<'_>, lexicon: &Lexicon, at: usize, fraction: &Fraction) -> Core {
    let span = tokens.span(at, fraction.end);
    let core = Core {
        value: fraction.value,
        start: span.start,
        end_byte: span.end,
        end: fraction.end,
        scale: 1,
        fraction: true,
    };
    let of = tokens.phrase_from(fraction.end, |phrase| lexicon.lists.fraction_of.contains(phrase));
    let part = of.unwrap_or(fraction.end);
    let large = tokens.word(part).and_then(|word| lexicon.part(word));
    let scale = match large {
        Some(Part::Scale(scale) | Part::Collective(scale)) if tokens.joined(part - 1) => scale,
        _ => return core,
    };
    match core.value.times(Value::whole(scale)) {
        Some(value) => Core { value, end_byte: tokens.list[part].span.end, end: part + 1, scale, ..core },
        None => core,
    }
}

/// "and two thirds", "point zero three", "con cincuenta".
fn continued(lexicon: &Lexicon, tokens: &Tokens<'_>, core: &Core) -> Option<Core> {
    if core.fraction || core.value.denominator() > 1 || !tokens.spaced(core.end.checked_sub(1)?) {
        return None;
    }
    let word = tokens.word(core.end)?;
    let lists = &lexicon.lists;
    if lists.fraction_joiners.contains(word)
        && let Some(fraction) = added_at(lexicon, tokens, core.end)
        && let Some(sum) = with_fraction(lexicon, tokens, core, &fraction)
    {
        return Some(sum);
    }
    let tail = lists.decimal_words.contains(word).then(|| digits_at(lexicon, tokens, core.end + 1)).flatten()?;
    let value = core.value.plus(decimals("", &tail.0)?)?;
    Some(Core { value, end_byte: tokens.list[tail.1 - 1].span.end, end: tail.1, ..*core })
}

/// The fraction behind a joiner; a half may go without a number.
fn added_at(lexicon: &Lexicon, tokens: &Tokens<'_>, joiner: usize) -> Option<Fraction> {
    let half = tokens.phrase_from(joiner, |phrase| lexicon.lists.half_after.contains(phrase));
    let dozen = |end: usize| matches!(tokens.word(end).and_then(|word| lexicon.part(word)), Some(Part::Collective(_)));
    let half = half.filter(|end| !dozen(*end)).and_then(|end| Some(Fraction { value: Value::ratio(1, 2)?, end }));
    half.or_else(|| fraction_at(lexicon, tokens, joiner + 1))
}

fn with_fraction(lexicon: &Lexicon, tokens: &Tokens<'_>, core: &Core, fraction: &Fraction) -> Option<Core> {
    let scale = tokens.word(fraction.end).filter(|_| tokens.joined(fraction.end - 1));
    let own_scale = scale.and_then(|word| lexicon.scale(word));
    let (part, end) = match own_scale {
        Some(scale) if core.scale > 1 => (fraction.value.times(Value::whole(scale))?, fraction.end + 1),
        Some(_) => (fraction.value, fraction.end),
        None if core.scale >= 1_000_000 && ends_in_scale(lexicon, tokens, core) => {
            (fraction.value.times(Value::whole(core.scale))?, fraction.end)
        }
        None => (fraction.value, fraction.end),
    };
    let proper = fraction.value.is_proper();
    let end_byte = tokens.list[end - 1].span.end;
    let sum = Core { value: core.value.plus(part)?, end_byte, end, scale: 1, fraction: true, ..*core };
    proper.then(|| if core.scale == 1 { scaled_by_word(lexicon, tokens, sum) } else { sum })
}

fn ends_in_scale(lexicon: &Lexicon, tokens: &Tokens<'_>, core: &Core) -> bool {
    tokens.word(core.end - 1).is_some_and(|word| lexicon.scale(word) == Some(core.scale))
}

/// The digits behind a decimal word: each by itself ("zero three") or one number ("seventy-one").
fn digits_at(lexicon: &Lexicon, tokens: &Tokens<'_>, first: usize) -> Option<(String, usize)> {
    let unit = |at: usize| match tokens.word(at).and_then(|word| lexicon.part(word)) {
        Some(Part::Unit(value)) => Some(value),
        _ => None,
    };
    let mut digits = String::new();
    let mut at = first;
    while let Some(value) = unit(at).filter(|_| at == first || tokens.spaced(at - 1)) {
        digits.push_str(&value.to_string());
        at += 1;
    }
    if at > first {
        return Some((digits, at));
    }
    let amount = amount_at(lexicon, tokens, first, true).filter(|amount| !amount.fractional)?;
    Some((amount.value.to_string(), amount.end))
}

/// "one over three", "one in twenty", "dos de cada tres".
fn divided(lexicon: &Lexicon, tokens: &Tokens<'_>, core: &Core) -> Option<Core> {
    let over = tokens.word(core.end).is_some_and(|word| lexicon.lists.over.contains(word));
    let ratio = || tokens.phrase_from(core.end, |phrase| lexicon.lists.ratio.contains(phrase));
    let next = if over { core.end + 1 } else { ratio()? };
    let below = amount_at(lexicon, tokens, next, true).filter(|below| !below.fractional && below.value > 0)?;
    let smaller = core.value < Value::whole(below.value) && core.value.denominator() == 1;
    let year = tokens.list[below.first].is_figure() && (1900..2100).contains(&below.value);
    let time = tokens.word(below.end).is_some_and(|word| lexicon.lists.measures_after.contains(word));
    let money = tokens.text[..core.start].ends_with(['$', '€', '£']);
    let fits = tokens.spaced(core.end - 1) && !time && !money && (over || (smaller && !year));
    let end_byte = tokens.list[below.end - 1].span.end;
    let value = core.value.over(Value::whole(below.value))?;
    fits.then_some(Core { value, end_byte, end: below.end, ..*core })
}

/// Figures of a token behind its first number ("192.168.1.2"), and the next token to look at.
fn rest_of_figure(tokens: &Tokens<'_>, reading: Reading, found: &mut Vec<Reading>) -> usize {
    let mut end = reading.mention.span.end;
    let token = tokens.list[reading.end - 1].span;
    while end < token.end {
        let Some(skip) = tokens.text[end..token.end].find(|c: char| c.is_ascii_digit()) else { break };
        let start = end + skip;
        end = start + tokens.text[start..token.end].bytes().take_while(u8::is_ascii_digit).count();
        let Some(value) = decimals(&tokens.text[start..end], "") else { break };
        found.push(Reading { mention: ValueMention { span: Span::new(start, end), value }, end: reading.end });
    }
    reading.end
}

/// "½" by itself between two bytes.
fn signs_of_fractions(tokens: &Tokens<'_>, start: usize, end: usize, token: usize, found: &mut Vec<Reading>) {
    let gap = tokens.text.get(start..end).unwrap_or_default();
    for (at, sign) in gap.char_indices().filter(|(_, sign)| !sign.is_ascii()) {
        let Some(value) = vulgar(sign) else { continue };
        let span = Span::new(start + at, start + at + sign.len_utf8());
        found.push(Reading { mention: ValueMention { span, value }, end: token });
    }
}
