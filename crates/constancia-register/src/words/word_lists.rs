//! Word lists kept as data in `data/`: lines of folded words, `#` opening a comment.

use std::collections::BTreeSet;

use crate::words::names::folded;

/// Every word of a list.
pub(crate) fn words(list: &str) -> BTreeSet<String> {
    lines(list).flat_map(|line| line.split_whitespace().map(folded)).collect()
}

/// Every line of a list as a folded phrase.
pub(crate) fn phrases(list: &str) -> Vec<String> {
    lines(list).map(folded).collect()
}

/// The lines that are no comments.
pub(crate) fn lines(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}
