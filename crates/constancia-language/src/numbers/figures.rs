//! Numbers in figures, exactly: "1,204.5", "3/4", "2 1/4", "10k", "1.3e6", "½".
//!
//! It knows which sign parts decimals in a language. It must not know number words.

use constancia_model::Span;

use super::lexicon::Lexicon;
use super::value::Value;

/// A number in figures and the bytes it takes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure {
    /// Where it stands, without its sign.
    pub span: Span,
    /// How much it is.
    pub value: Value,
    /// Whether nothing but digits makes it up, so that a fraction or a word of scale can follow.
    pub plain: bool,
}

/// The number whose figures begin at a byte. `None` where a letter or a unit is glued to them.
pub(super) fn figure_at(lexicon: &Lexicon, text: &str, start: usize) -> Option<Figure> {
    let body = body_at(lexicon, text, start)?;
    let powered = powered(text, body).unwrap_or(body);
    let broken = broken(text, powered).unwrap_or(powered);
    let scaled = suffixed(lexicon, text, broken).unwrap_or(broken);
    let next = text[scaled.span.end..].chars().next();
    next.is_none_or(|next| !next.is_alphanumeric()).then_some(scaled)
}

/// A sign of a fraction: "½".
pub(super) fn vulgar(sign: char) -> Option<Value> {
    let (above, below) = match sign {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    };
    Value::ratio(above, below)
}

/// Digits with the signs between them, as far as they make one number.
fn body_at(lexicon: &Lexicon, text: &str, start: usize) -> Option<Figure> {
    let digits_end = |from: usize| from + text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let mut ends = vec![digits_end(start)];
    let mut at = ends[0];
    while let Some(sign) = text[at..].chars().next().filter(|sign| parts_digits(*sign)) {
        let next = at + sign.len_utf8();
        let end = digits_end(next);
        if end == next || (sign.is_whitespace() && end - next != 3) {
            break;
        }
        ends.push(end);
        at = end;
    }
    let written = |end: &usize| number(lexicon, &text[start..*end]).map(|value| (value, *end));
    let whole = ends.last().and_then(written);
    let (value, end) =
        whole.or_else(|| ends.iter().rev().skip(1).find_map(|end| prefix(lexicon, text, start, *end)))?;
    Some(Figure { span: Span::new(start, end), value, plain: value.denominator() == 1 })
}

fn parts_digits(sign: char) -> bool {
    matches!(sign, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}')
}

/// Of figures that make no one number ("192.168.1.2"), what comes before a sign, where it parts thousands or nothing.
fn prefix(lexicon: &Lexicon, text: &str, start: usize, end: usize) -> Option<(Value, usize)> {
    let value = number(lexicon, &text[start..end])?;
    (value.denominator() == 1).then_some((value, end))
}

/// What digits and the signs between them come to, by the conventions of a language; other conventions where a number
/// can only be meant so.
fn number(lexicon: &Lexicon, text: &str) -> Option<Value> {
    let decimal = lexicon.lists.decimal_sign;
    let thousands = if decimal == '.' { ',' } else { '.' };
    let grouped = |sign: char| text.chars().all(|c| c.is_ascii_digit() || c == sign) && in_threes(text, sign);
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return decimals(text, "");
    }
    if grouped(thousands) || [' ', '\u{a0}', '\u{202f}'].into_iter().any(grouped) {
        return decimals(&digits(text), "");
    }
    [decimal, thousands].into_iter().find_map(|sign| {
        let (head, tail) = text.rsplit_once(sign)?;
        let other = if sign == decimal { thousands } else { decimal };
        let signs: Vec<char> = head.chars().filter(|c| !c.is_ascii_digit()).collect();
        let plain = tail.bytes().all(|byte| byte.is_ascii_digit());
        let head_fits = match signs.as_slice() {
            [] => true,
            [first, ..] => (*first == other || first.is_whitespace()) && in_threes(head, *first),
        };
        (plain && head_fits).then(|| decimals(&digits(head), tail)).flatten()
    })
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Groups of three after one sign; with commas also of two and then three, as in South Asia.
fn in_threes(text: &str, sign: char) -> bool {
    let groups: Vec<&str> = text.split(sign).collect();
    let Some((last, before)) = groups.split_last().filter(|(_, before)| !before.is_empty()) else { return false };
    let digits = groups.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    let head = before[0];
    let threes = before[1..].iter().all(|group| group.len() == 3) && head.len() <= 3;
    let twos = sign == ',' && before.len() > 1 && before[1..].iter().all(|group| group.len() == 2) && head.len() <= 2;
    digits && last.len() == 3 && !head.starts_with('0') && (threes || twos)
}

/// `head` before and `tail` behind the decimal sign.
pub(super) fn decimals(head: &str, tail: &str) -> Option<Value> {
    let all = format!("{head}{tail}");
    Value::ratio(all.parse().ok()?, 10i128.checked_pow(u32::try_from(tail.len()).ok()?)?)
}

/// "1e10", "1.1^23", "6.23x10^-4".
fn powered(text: &str, figure: Figure) -> Option<Figure> {
    let rest = &text[figure.span.end..];
    let tens = ["x10^", "×10^", "*10^"].into_iter().find(|sign| rest.starts_with(sign));
    let (sign, ten) = match (tens, rest.chars().next()?) {
        (Some(tens), _) => (tens.len(), true),
        (None, 'e' | 'E') => (1, true),
        (None, '^') => (1, false),
        _ => return None,
    };
    let signs = rest[sign..].bytes().take_while(|byte| matches!(byte, b'+' | b'-')).count();
    let digits = rest[sign + signs..].bytes().take_while(u8::is_ascii_digit).count();
    let size: i32 = rest[sign + signs..sign + signs + digits].parse().ok().filter(|size| *size < 100)?;
    let exponent = if rest[sign..sign + signs].contains('-') && signs == 1 { -size } else { size };
    let value = match ten {
        true => figure.value.times(Value::whole(10).power(exponent)?)?,
        false => figure.value.power(exponent)?,
    };
    let end = figure.span.end + sign + signs + digits;
    Some(Figure { span: Span::new(figure.span.start, end), value, plain: false })
}

/// "3/4", "2 1/4"; neither a date nor a code.
fn broken(text: &str, figure: Figure) -> Option<Figure> {
    let before = text[..figure.span.start].chars().rev().collect::<String>();
    let mut before = before.chars();
    let code = match (before.next(), before.next()) {
        (Some('/' | '.' | ','), _) => true,
        (Some('-'), Some(left)) => left.is_alphanumeric(),
        _ => false,
    };
    let plain = figure.plain && text[figure.span.start..figure.span.end].bytes().all(|byte| byte.is_ascii_digit());
    if code || !plain {
        return None;
    }
    if let Some((value, end)) = fraction(text, figure.span.start) {
        return Some(Figure { span: Span::new(figure.span.start, end), value, plain: false });
    }
    let rest = &text[figure.span.end..];
    let part = figure.span.end + (rest.len() - rest.trim_start_matches(' ').len());
    let (value, end) = fraction(text, part).filter(|(value, _)| value.is_proper() && part > figure.span.end)?;
    Some(Figure { span: Span::new(figure.span.start, end), value: figure.value.plus(value)?, plain: false })
}

fn fraction(text: &str, start: usize) -> Option<(Value, usize)> {
    let length = |from: usize| text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let line = start + length(start);
    let below = line + 1;
    let stands = line > start && text[line..].starts_with('/') && length(below) > 0;
    let end = if stands { below + length(below) } else { return None };
    let more = text[end..].starts_with(['/', '-']) && text[end + 1..].starts_with(|c: char| c.is_ascii_digit());
    let value = Value::ratio(text[start..line].parse().ok()?, text[below..end].parse().ok()?)?;
    (!more).then_some((value, end))
}

/// "10k", "- 10  k", "1,674.5 M".
fn suffixed(lexicon: &Lexicon, text: &str, figure: Figure) -> Option<Figure> {
    let rest = &text[figure.span.end..];
    let tail = rest.trim_start_matches(' ');
    let length = tail.bytes().take_while(u8::is_ascii_alphabetic).count();
    let scale = lexicon.lists.suffixes.get(&tail[..length])?;
    let ends = !tail[length..].starts_with(|c: char| c.is_alphanumeric() || c == '\'');
    let end = figure.span.end + rest.len() - tail.len() + length;
    let value = figure.value.times(Value::whole(*scale))?;
    ends.then_some(Figure { span: Span::new(figure.span.start, end), value, plain: false })
}
