//! When two stretches of words are the same: `docs/measures.md` says it.
//!
//! It must not know what the words mean.

/// Articles and prepositions that may stand at the start of one stretch and not of the other.
const LEADING: [&str; 29] = [
    "the", "a", "an", "in", "on", "at", "of", "for", "during", "el", "la", "los", "las", "lo", "en", "de", "del", "al",
    "durante", "para", "por", "un", "una", "from", "desde", "año", "year", "mes", "día",
];

/// Words in lower case with single spaces, without the articles and prepositions they begin with.
pub fn plain(words: &str) -> String {
    let lower = words.to_lowercase().replace('’', "'");
    let mut words: Vec<&str> = lower.split_whitespace().collect();
    while words.len() > 1 && LEADING.contains(&words[0]) {
        words.remove(0);
    }
    words.join(" ")
}
