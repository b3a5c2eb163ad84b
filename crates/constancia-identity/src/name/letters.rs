//! From what is printed, in any script, to folded words of Latin letters. Knows no name.

use any_ascii::any_ascii_char;
use unicode_normalization::UnicodeNormalization;

/// Letters of a word that are read; the rest of a longer one is noise.
const LONGEST: usize = 40;

/// Lower case in Latin letters, without accents, apostrophes and full stops. Other scripts are written as they sound.
pub(crate) fn fold(text: &str) -> String {
    let text: String = text.nfkc().filter(|letter| !is_dropped(*letter)).collect();
    let latin = text.chars().flat_map(|letter| any_ascii_char(letter).chars());
    latin.filter(|letter| !matches!(letter, '\'' | '`')).flat_map(char::to_lowercase).collect()
}

/// The words of a name, folded. Names in Chinese or Korean letters are taken apart into syllables, which
/// are words and keep their sign: many signs sound alike.
pub(crate) fn folded_words(printed: &str) -> Vec<String> {
    let words = printed.split(is_separator).filter(|word| !word.is_empty());
    let apart: Vec<&str> = words.collect();
    let alone = apart.len() == 1;
    apart
        .into_iter()
        .flat_map(|word| pieces(word, alone))
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect()
}

fn is_separator(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '‐' | '‑' | '–' | '.' | '/' | '・' | '·' | '•' | '=' | '_')
}

fn pieces(word: &str, alone: bool) -> Vec<String> {
    let short = word.chars().count() <= 4;
    if alone && short && word.chars().all(is_syllable) {
        return word.chars().map(|syllable| format!("{}{syllable}", folded_letter(syllable))).collect();
    }
    if is_row_of_initials(word) {
        return word.chars().map(folded_letter).collect();
    }
    vec![without_digits(&fold(word)).chars().take(LONGEST).collect()]
}

fn folded_letter(letter: char) -> String {
    fold(letter.encode_utf8(&mut [0; 4]))
}

/// How a word sounds: a syllable that was written as one sign carries its sign behind its sound.
pub(crate) fn sound_of(word: &str) -> &str {
    word.trim_end_matches(is_syllable)
}

/// Whether a letter is a syllable of a name: Chinese characters and Korean blocks.
fn is_syllable(letter: char) -> bool {
    matches!(letter, '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// "JC" beside words that have vowels: two capitals without a vowel are no name.
fn is_row_of_initials(word: &str) -> bool {
    (2..=3).contains(&word.len())
        && word.bytes().all(|letter| letter.is_ascii_uppercase() && !b"AEIOUY".contains(&letter))
}

/// Digits inside a word, written for the letters that they look like.
fn without_digits(word: &str) -> String {
    if !word.chars().any(|letter| letter.is_ascii_digit()) || !word.chars().any(char::is_alphabetic) {
        return word.to_owned();
    }
    let letter = |letter| match letter {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        '8' => 'b',
        '9' => 'g',
        other => other,
    };
    word.chars().map(letter).collect()
}

fn is_dropped(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' | 'ʿ' | 'ʾ' | '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_becomes_latin_words() {
        let cases = [
            ("José María Peña-Ruiz", "jose maria pena ruiz"),
            ("Jose\u{301} Nun\u{303}ez", "jose nunez"),
            ("Paweł Łoś", "pawel los"),
            ("Юрий Войтович", "yuriy voytovich"),
            ("سلمى", "slma"),
            ("김영희", "gim김 yeong영 hui희"),
            ("Seán O’Brien", "sean obrien"),
            ("JC Vera", "j c vera"),
            ("Ra0l V1dal", "raol vidal"),
            ("— … 99", ""),
        ];
        for (printed, expected) in cases {
            assert_eq!(folded_words(printed).join(" "), expected, "{printed}");
        }
    }
}
