//! Addresses of pages and of people, and the names that networks mark with a sign: each is one token.

/// How long the address is that `rest` begins with; none if it begins with something else.
pub(super) fn length(rest: &str) -> Option<usize> {
    let word = rest.split(char::is_whitespace).next().unwrap_or_default();
    let page =
        ["https://", "http://", "www."].iter().any(|scheme| word.len() > scheme.len() && word.starts_with(scheme));
    if page {
        return Some(word.trim_end_matches(is_closing).len());
    }
    let bare = &word[..word.find(|c: char| !is_of_address(c)).unwrap_or(word.len())];
    let bare = bare.trim_end_matches(is_closing);
    (is_mail(bare) || is_marked(bare)).then_some(bare.len())
}

fn is_closing(c: char) -> bool {
    ".,;:!?)]}\"'»”’…".contains(c)
}

fn is_of_address(c: char) -> bool {
    c.is_alphanumeric() || "@#._+-".contains(c)
}

/// `ana@example.org`
fn is_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'))
}

/// `#FreeThem`, `@ana_paz`
fn is_marked(word: &str) -> bool {
    let name = word.strip_prefix(['#', '@']).unwrap_or_default();
    name.starts_with(char::is_alphabetic) && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}
