//! Whether words that somebody claims stand in a text, and where. Compares words and understands none.

use constancia_language::fold;
use constancia_model::Span;

/// The words of a text without case, accents and marks.
pub(crate) fn words(text: &str) -> Vec<String> {
    places_of_words(text).into_iter().map(|span| fold(&text[span.start..span.end])).collect()
}

/// Where each word stands; an accent written as a letter of its own belongs to its word.
fn places_of_words(text: &str) -> Vec<Span> {
    let of_word = |letter: char| letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter);
    let mut spans: Vec<Span> = Vec::new();
    for (start, letter) in text.char_indices().filter(|(_, letter)| of_word(*letter)) {
        let end = start + letter.len_utf8();
        match spans.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => spans.push(Span::new(start, end)),
        }
    }
    spans
}

/// A text made ready for being asked what stands in it.
pub(crate) struct Wording<'t> {
    text: &'t str,
    words: Vec<String>,
    places: Vec<Span>,
}

impl<'t> Wording<'t> {
    pub fn of(text: &'t str) -> Self {
        Self { text, words: words(text), places: places_of_words(text) }
    }

    /// The text's own words for what is claimed, in one line: letter by letter where it stands so, else whatever its
    /// case, accents and marks. `None` where the words do not follow one another in the text, or there are none.
    pub fn said(&self, claimed: &str) -> Option<String> {
        let claimed_words = words(claimed);
        let exact = || places(self.text, claimed).next();
        let folded = || {
            let at = self.words.windows(claimed_words.len()).position(|window| window == claimed_words.as_slice())?;
            Some(Span::new(self.places[at].start, self.places[at + claimed_words.len() - 1].end))
        };
        let span = (!claimed_words.is_empty()).then(|| exact().or_else(folded)).flatten()?;
        Some(span.of(self.text)?.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// Where `quote` stands in `text`, letter by letter and in whole words, the first place first; white space may be of
/// any kind and length, since whoever quotes from lines writes them as one.
pub(crate) fn places<'a>(text: &'a str, quote: &'a str) -> impl Iterator<Item = Span> + 'a {
    let mut parts = quote.split_whitespace();
    let first = parts.next();
    let rest: Vec<&str> = parts.collect();
    let starts = first.into_iter().flat_map(|first| text.match_indices(first));
    starts
        .filter_map(move |(start, found)| Some(Span::new(start, end(text, start + found.len(), &rest)?)))
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
    use proptest::prelude::*;

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
    fn what_is_claimed_comes_back_in_the_words_of_the_text() {
        let wording = Wording::of("ANA MARÍA RUIZ,\nabogada. Jose\u{301} Paz salió; Ana María Ruiz no.");
        for (claimed, said) in [
            ("Ana María Ruiz", Some("Ana María Ruiz")),
            ("Ana Maria Ruiz", Some("ANA MARÍA RUIZ")),
            ("ruiz — abogada", Some("RUIZ, abogada")),
            ("José Paz", Some("Jose\u{301} Paz")),
            ("Ana\u{1b} =María", Some("ANA MARÍA")),
            ("Ana Ruiz", None),
            ("Mar", None),
            ("—", None),
            ("", None),
        ] {
            assert_eq!(wording.said(claimed).as_deref(), said, "{claimed}");
        }
    }

    proptest! {
        /// Whatever is claimed of whatever text: what comes back stands there.
        #[test]
        fn what_comes_back_stands_in_the_text(text in "[ñA-Ca-c \n.\u{301}]{0,40}", claimed in "[ñA-Ca-c \n.\u{301}]{0,8}") {
            let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            if let Some(said) = Wording::of(&text).said(&claimed) {
                prop_assert!(one_line(&text).contains(&said));
            }
            for span in places(&text, &claimed) {
                prop_assert_eq!(one_line(span.of(&text).unwrap()), one_line(&claimed));
            }
        }
    }
}
