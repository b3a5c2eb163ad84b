//! Whether words that somebody claims stand in a text, and where. Compares words and understands none.

use constancia_language::fold;
use constancia_model::Span;

/// The words of a text without case, accents and marks.
pub(crate) fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether the words of `claimed`, at least one, stand one after another among `words`.
pub(crate) fn stands(claimed: &str, among: &[String]) -> bool {
    let claimed = words(claimed);
    !claimed.is_empty() && among.windows(claimed.len()).any(|window| window == claimed.as_slice())
}

/// Where `quote` stands in `text`, letter by letter and in whole words, the first place first; white space may be of
/// any kind and length, since whoever quotes from lines writes them as one.
pub(crate) fn places<'a>(text: &'a str, quote: &'a str) -> impl Iterator<Item = Span> + 'a {
    let mut parts = quote.split_whitespace();
    let first = parts.next();
    let rest: Vec<&str> = parts.collect();
    let starts =
        first.into_iter().flat_map(|first| text.match_indices(first)).map(|(start, found)| (start, found.len()));
    starts
        .filter_map(move |(start, length)| Some(Span::new(start, end(text, start + length, &rest)?)))
        .filter(|span| is_whole(text, *span))
}

/// Where the words end that follow one another from `at` on, each after white space.
fn end(text: &str, at: usize, parts: &[&str]) -> Option<usize> {
    parts.iter().try_fold(at, |at, part| {
        let rest = &text[at..];
        let spaces = rest.len() - rest.trim_start().len();
        (spaces > 0 && rest[spaces..].starts_with(part)).then_some(at + spaces + part.len())
    })
}

/// Whether no word is cut at either end.
fn is_whole(text: &str, span: Span) -> bool {
    let cut = |before: &str, after: &str| {
        let (last, first) = (before.chars().next_back(), after.chars().next());
        last.is_some_and(char::is_alphanumeric) && first.is_some_and(char::is_alphanumeric)
    };
    !cut(&text[..span.start], &text[span.start..]) && !cut(&text[..span.end], &text[span.end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_found_in_whole_words_and_across_lines() {
        let text = "Señora Ana Ruiz\n  salió ayer. Ana Ruiz salió ayer.";
        let found = |quote| places(text, quote).next().and_then(|span| span.of(text));
        assert_eq!(found("Ana Ruiz salió"), Some("Ana Ruiz\n  salió"));
        assert_eq!(found("Ana Ruiz salió ayer."), Some("Ana Ruiz\n  salió ayer."));
        for absent in ["na Ruiz salió", "Ana Ruiz sal", "Ana ruiz", "AnaRuiz", "Eva Ruiz", "", "  "] {
            assert_eq!(found(absent), None, "{absent}");
        }
    }

    #[test]
    fn names_stand_whatever_their_case_and_accents() {
        let text = words("ANA MARÍA RUIZ, abogada");
        assert!(stands("Ana Maria Ruiz", &text));
        assert!(!stands("Ana Ruiz", &text) && !stands("", &text) && !stands("Mar", &text));
    }
}
