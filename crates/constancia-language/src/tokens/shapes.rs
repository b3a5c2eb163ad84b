//! How far a word or a figure reaches by its characters alone, and where a figure's unit begins.

use super::{is_apostrophe, is_word};
use crate::lexicon::Lexicon;

/// Length of the word that `rest` begins with. Marks stay inside between letters (O'Neill, el-Sharqawi) and between
/// digits (1,204, 9.25, 9/11), an ampersand between capitals (AT&T); single letters keep their dots (U.S., J.R.).
pub(super) fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    let mut previous = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let inside = next.is_some_and(is_word)
            && match c {
                c if is_apostrophe(c) || c == '-' || c == '‑' => previous.is_alphanumeric(),
                '.' | ',' => {
                    previous.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit())
                        || c == '.' && initial(rest, at)
                }
                ':' => previous.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit()),
                '/' => slashed(rest, at),
                '&' => previous.is_uppercase() && next.is_some_and(char::is_uppercase),
                _ => false,
            };
        let last_dot = c == '.' && initial(rest, at) && rest[..at].contains('.');
        if !is_word(c) && !inside && !last_dot {
            break;
        }
        end = at + c.len_utf8();
        previous = c;
    }
    end
}

/// Whether the dot at `at` ends a single letter: the middle of "U.S.".
fn initial(rest: &str, at: usize) -> bool {
    let mut before = rest[..at].chars().rev();
    before.next().is_some_and(char::is_alphabetic) && before.next().is_none_or(|c| c == '.')
}

/// Whether the slash at `at` is inside: between figures, or between two single letters ("w/o", "n/a").
fn slashed(rest: &str, at: usize) -> bool {
    let mut after = rest[at + 1..].chars();
    let (before, first, second) = (rest[..at].chars().next_back(), after.next(), after.next());
    let both = |is: fn(&char) -> bool| before.as_ref().is_some_and(is) && first.as_ref().is_some_and(is);
    let single = at == 1 && !second.is_some_and(is_word);
    both(char::is_ascii_digit) || single && both(char::is_ascii_alphabetic)
}

/// Where the unit begins in a figure that is written together with one: `5|pm`, `40|km`.
pub(super) fn unit(lexicon: &Lexicon, word: &str) -> Option<usize> {
    let at = word.find(|c: char| c.is_alphabetic())?;
    lexicon.is_unit(&word[at..]).then_some(at)
}
