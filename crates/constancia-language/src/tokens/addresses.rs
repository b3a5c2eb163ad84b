//! Addresses of pages and of people, and the names that networks mark with a sign: each is one token.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// How long the address is that `rest` begins with; none if it begins with something else.
pub(super) fn length(rest: &str) -> Option<usize> {
    let word = rest.split(char::is_whitespace).next().unwrap_or_default();
    let page = ["https://", "http://", "www.", "mailto:"]
        .iter()
        .any(|scheme| word.len() > scheme.len() && word.starts_with(scheme));
    if page {
        return Some(word.trim_end_matches(is_closing).len());
    }
    let bare = &word[..word.find(|c: char| !is_of_address(c)).unwrap_or(word.len())];
    let bare = bare.trim_end_matches(is_closing);
    (is_mail(bare) || is_marked(bare) || is_dotted(bare)).then_some(bare.len())
}

fn is_closing(c: char) -> bool {
    ".,;:!?)]}\"'»”’…".contains(c)
}

fn is_of_address(c: char) -> bool {
    c.is_alphanumeric() || "@#._+-".contains(c)
}

/// `ana@example.org`, and `Paz@OFFICE` within one house.
fn is_mail(word: &str) -> bool {
    let host = |host: &str| !host.contains('@') && (host.contains('.') || host.starts_with(char::is_uppercase));
    word.split_once('@').is_some_and(|(name, at)| name.starts_with(char::is_alphanumeric) && host(at))
}

/// Endings of hosts and of files.
static ENDINGS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| include_str!("../../data/endings.txt").lines().collect());

/// `example.org`, `list_2.doc`, `soc.culture.paz`
fn is_dotted(word: &str) -> bool {
    let Some((before, ending)) = word.rsplit_once('.') else { return false };
    let small = |part: &str| part.len() > 1 && part.bytes().all(|byte| byte.is_ascii_lowercase());
    let lower = ending.to_ascii_lowercase();
    let even = lower == ending || ending.to_ascii_uppercase() == ending;
    let known = even && ENDINGS.contains(lower.as_str()) && before.chars().any(char::is_alphanumeric);
    known && before.starts_with(char::is_alphanumeric) || before.contains('.') && word.split('.').all(small)
}

/// `#FreeThem`, `@ana_paz`
fn is_marked(word: &str) -> bool {
    let name = word.strip_prefix(['#', '@']).unwrap_or_default();
    name.starts_with(char::is_alphabetic) && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}
