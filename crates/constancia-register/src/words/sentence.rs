//! The sentence around some words, for showing them. Rough and language-blind: a reader's own sentences may differ.

use constancia_model::Span;

/// How far a sentence is followed to either side, in bytes; a page without full stops must not be shown whole.
const REACH: usize = 700;

/// The sentence or line of `text` that holds `span`, and where in it the words stand.
pub(crate) fn sentence_around(text: &str, span: Span) -> (String, Span) {
    let floor = on_character(text, span.start.saturating_sub(REACH));
    let ceiling = on_character(text, (span.end + REACH).min(text.len()));
    let start = floor + start_within(&text[floor..span.start]);
    let end = span.end + end_within(&text[span.end..ceiling], &text[start..span.end]);
    (text[start..end].to_owned(), Span::new(span.start - start, span.end - start))
}

fn on_character(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Where the last sentence that `before` opens begins.
fn start_within(before: &str) -> usize {
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let stop = before[line..]
        .char_indices()
        .map(|(at, letter)| (line + at, letter))
        .filter(|(_, letter)| is_stop(*letter))
        .rfind(|(at, letter)| ends_sentence(&before[line..*at], *letter, &before[at + letter.len_utf8()..], true));
    let start = stop.map_or(line, |(at, letter)| at + letter.len_utf8());
    start + leading_marks(&before[start..])
}

/// White space and closing marks after a full stop belong to the sentence before.
fn leading_marks(text: &str) -> usize {
    text.len() - text.trim_start_matches(|letter: char| letter.is_whitespace() || "”’»)".contains(letter)).len()
}

/// Where the sentence that `before` opened ends in `after`.
fn end_within(after: &str, before: &str) -> usize {
    let line = after.find('\n').unwrap_or(after.len());
    // Words that bring their own full stop are a sentence already.
    if before.ends_with(is_stop) && starts_anew(after) {
        return 0;
    }
    let stop = after[..line].char_indices().find(|(at, letter)| {
        is_stop(*letter) && {
            let word = if *at == 0 { before } else { &after[..*at] };
            ends_sentence(word, *letter, &after[at + letter.len_utf8()..line], false)
        }
    });
    let end = stop.map_or(line, |(at, letter)| at + letter.len_utf8());
    let closing: usize = after[end..].chars().take_while(|letter| "”’»)\"".contains(*letter)).map(char::len_utf8).sum();
    end + closing
}

fn is_stop(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '…')
}

/// Whether a stop between `before` and `after` ends a sentence; `open` when `after` may go on past its end.
fn ends_sentence(before: &str, stop: char, after: &str, open: bool) -> bool {
    if stop == '.' && is_abbreviation(before) {
        return false;
    }
    if after.is_empty() { !open } else { starts_anew(after) }
}

fn starts_anew(after: &str) -> bool {
    let rest = after.trim_start_matches(['”', '’', '»', ')', '"', '\'']);
    let next = rest.trim_start();
    let spaced = next.len() < rest.len() || next.is_empty();
    spaced
        && next
            .chars()
            .next()
            .is_none_or(|letter| letter.is_uppercase() || letter.is_numeric() || "¿¡“‘«\"—–-".contains(letter))
}

/// A short capitalised word before a full stop is a title or an initial: "Mr", "Dra", "EE", "J".
fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let letters = word.chars().count();
    (1..=3).contains(&letters) && word.chars().next().is_some_and(char::is_uppercase) && !is_pronoun(word)
}

fn is_pronoun(word: &str) -> bool {
    matches!(word, "I" | "He" | "She" | "Him" | "Her" | "It" | "Él")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_sentence_is_the_one_that_holds_the_words() {
        for (text, words, expected) in [
            ("Eva left. Ana Ruiz was freed on Friday. Bo stayed.", "Ana Ruiz", "Ana Ruiz was freed on Friday."),
            ("Mr. Li and Dra. Paz wait in EE. UU. today. Next.", "Paz", "Mr. Li and Dra. Paz wait in EE. UU. today."),
            ("Una.\n¿Salió Ana? Sí.", "Ana", "¿Salió Ana?"),
            ("She said: “Ana is out.” Bo is not.", "Ana", "She said: “Ana is out.”"),
            ("line one\nAna Ruiz, 34\nline three", "Ruiz", "Ana Ruiz, 34"),
            ("Some 3.5 tons. About 60 left.", "60", "About 60 left."),
            ("Ana was freed.", "Ana was freed.", "Ana was freed."),
        ] {
            let start = text.find(words).unwrap();
            let (sentence, place) = sentence_around(text, Span::new(start, start + words.len()));
            assert_eq!(sentence, expected);
            assert_eq!(place.of(&sentence), Some(words));
        }
    }

    proptest! {
        #[test]
        fn the_words_stand_in_their_sentence(before in "[a-zñ.!? \n”A-Z]{0,40}", words in "[a-zé. ]{1,9}", after in "\\PC{0,40}") {
            let text = format!("{before}{words}{after}");
            let span = Span::new(before.len(), before.len() + words.len());
            let (sentence, place) = sentence_around(&text, span);
            prop_assert_eq!(place.of(&sentence), Some(words.as_str()));
        }
    }
}
