//! How many characters make one mark: a run of dots or dashes, of exclamations, a smiley.

/// Marks that are one however often they are repeated.
const REPEATED: [char; 10] = ['-', '—', '–', '_', '*', '=', '+', '<', '>', '~'];

/// How long the mark is that `rest` begins with, which stands behind `before`.
pub(super) fn length(before: &str, rest: &str) -> usize {
    let Some(first) = rest.chars().next() else { return 0 };
    let run = |within: &dyn Fn(char) -> bool| rest.len() - rest.trim_start_matches(within).len();
    match first {
        _ if smiley(before, rest).is_some() => smiley(before, rest).unwrap_or_default(),
        '.' | '!' | '?' | '…' => run(&|c| matches!(c, '.' | '!' | '?' | '…')),
        c if REPEATED.contains(&c) => run(&|other| other == c),
        '\'' if rest.starts_with("\'\'") => 2,
        '`' if rest.starts_with("``") => 2,
        c => c.len_utf8(),
    }
}

/// ":-)", ";)", "=D", "<3", "^_^": eyes, perhaps a nose, a mouth, and no letter beside them.
fn smiley(before: &str, rest: &str) -> Option<usize> {
    if before.chars().next_back().is_some_and(|c| c.is_ascii_digit() || c == '(') {
        return None;
    }
    let whole = ["^_^", "-_-", "<3"].iter().find(|shape| rest.starts_with(**shape)).map(|shape| shape.len());
    let face = || {
        let behind = rest.strip_prefix([':', ';', '='])?;
        let behind = behind.strip_prefix('-').unwrap_or(behind);
        let mouth = behind.strip_prefix([')', '(', 'D', 'P', 'p', ']', '[', '|'])?;
        let mouth = mouth.trim_start_matches([')', '(']);
        Some(rest.len() - mouth.len())
    };
    let length = whole.or_else(face)?;
    rest[length..].chars().next().is_none_or(|c| !c.is_alphanumeric()).then_some(length)
}
