//! Words that the product keeps whole ("twenty-one", "F-16") to the parts that English treebanks make of them.

use std::ops::Range;

/// Beginnings that treebanks leave on their word: "non-profit".
const PREFIXES: [&str; 22] = [
    "anti", "co", "counter", "cross", "e", "ex", "extra", "inter", "intra", "micro", "mid", "multi", "neo", "non",
    "over", "post", "pre", "pro", "re", "semi", "sub", "un",
];

/// The parts of a word, its hyphens among them, as ranges of bytes; one part where it stands whole in a treebank too.
pub fn parts(word: &str) -> Vec<Range<usize>> {
    let (mut parts, mut from) = (Vec::new(), 0);
    let address = word.contains(['@', '.']) || word.contains("//");
    for (at, _) in word.match_indices('-').filter(|_| !address) {
        if at > from && cuts(&word[from..at], &word[at + 1..]) {
            parts.extend([from..at, at..at + 1]);
            from = at + 1;
        }
    }
    parts.push(from..word.len());
    parts
}

/// Whether the hyphen between `before` and `after` joins two words: letters on both sides, a figure before a word, the
/// model of a thing ("AK-47"), a range.
fn cuts(before: &str, after: &str) -> bool {
    let next = after.split('-').next().unwrap_or_default();
    let before = before.rsplit('-').next().unwrap_or_default();
    let lettered = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let figure = |part: &str| part.starts_with(|c: char| c.is_ascii_digit()) && !part.contains(char::is_alphabetic);
    let capitals = before.len() <= 3 && before.chars().all(char::is_uppercase);
    let range = || next == after && before.len() == next.len() && matches!(next.len(), 1 | 2 | 4);
    let joined = match (figure(before), figure(next)) {
        (true, true) => range(),
        (true, false) => next.chars().all(char::is_alphabetic) && !next.is_empty(),
        (false, true) => capitals && !before.is_empty() && next.len() <= 3,
        _ => lettered(before.chars().next_back()) && lettered(next.chars().next()),
    };
    joined && !PREFIXES.contains(&before.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_cut_where_treebanks_cut_them() {
        let parts = |word: &str| super::parts(word).into_iter().map(|part| word[part].to_owned()).collect::<Vec<_>>();
        for (word, expected) in [
            ("twenty-one", "twenty|-|one"),
            ("door-to-door", "door|-|to|-|door"),
            ("50-page", "50|-|page"),
            ("AK-47", "AK|-|47"),
            ("2013-2014", "2013|-|2014"),
            ("555-0134", "555-0134"),
            ("non-profit", "non-profit"),
            ("list-2.doc", "list-2.doc"),
            ("-", "-"),
        ] {
            assert_eq!(parts(word).join("|"), expected);
        }
    }
}
