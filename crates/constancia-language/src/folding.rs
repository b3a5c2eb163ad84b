//! Folding: lower case without accents, for comparing words that people write in several ways.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `text` in lower case, without accents, with straight apostrophes.
pub fn fold(text: &str) -> String {
    let plain = |c: char| if matches!(c, '’' | '‘') { '\'' } else { c };
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_case_and_apostrophes_do_not_count() {
        assert_eq!(fold("Núñez’s"), "nunez's");
        assert_eq!(fold("VÓLNAYA"), "volnaya");
    }
}
