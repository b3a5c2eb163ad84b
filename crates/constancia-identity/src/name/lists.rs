//! The word lists of names. Each is a file in `data/` whose head says what stands in it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Words of one list.
pub(crate) type Words = LazyLock<BTreeSet<&'static str>>;

pub(crate) static HONORIFICS: Words = LazyLock::new(|| word_list(include_str!("../../data/honorifics.txt")));
pub(crate) static PARTICLES: Words = LazyLock::new(|| word_list(include_str!("../../data/particles.txt")));
pub(crate) static FATHER_WORDS: Words = LazyLock::new(|| word_list(include_str!("../../data/father_words.txt")));
pub(crate) static BURMESE: Words = LazyLock::new(|| word_list(include_str!("../../data/burmese_names.txt")));
pub(crate) static BURMESE_TITLES: Words = LazyLock::new(|| word_list(include_str!("../../data/burmese_titles.txt")));
pub(crate) static GENERATIONS: Words = LazyLock::new(|| word_list(include_str!("../../data/generations.txt")));
static COMMON: Words = LazyLock::new(|| word_list(include_str!("../../data/common_names.txt")));

/// Every word of the nicknames with the numbers of its lines, in order.
static NICKNAMES: LazyLock<BTreeMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut lines: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, line) in lines_of(include_str!("../../data/nicknames.txt")).enumerate() {
        line.split_whitespace().for_each(|word| lines.entry(word).or_default().push(number));
    }
    lines
});

/// The lines of a data file without its comments.
pub(crate) fn lines_of(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().filter(|line| !line.starts_with('#'))
}

fn word_list(data: &'static str) -> BTreeSet<&'static str> {
    lines_of(data).flat_map(str::split_whitespace).collect()
}

/// Whether very many people bear this word. Parts of Burmese names are few, so that each is common.
pub(crate) fn is_common(word: &str) -> bool {
    COMMON.contains(word) || BURMESE.contains(word)
}

/// Whether the two words may be first names of one person: short, pet and other-language forms.
pub(crate) fn are_nicknames(one: &str, other: &str) -> bool {
    match (NICKNAMES.get(one), NICKNAMES.get(other)) {
        (Some(one), Some(other)) => one.iter().any(|line| other.contains(line)),
        _ => false,
    }
}

/// Whether both words are well known names of their own, so that neither is a slip of the pen for the other.
pub(crate) fn are_known_apart(one: &str, other: &str) -> bool {
    let known = |word: &str| NICKNAMES.contains_key(word) || COMMON.contains(word);
    known(one) && known(other) && !are_nicknames(one, other)
}

/// The number of the first line that the word stands in: forms of one first name mostly share it.
pub(crate) fn nickname_line(word: &str) -> Option<usize> {
    NICKNAMES.get(word).map(|lines| lines[0])
}
