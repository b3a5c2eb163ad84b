//! Text to tokens: words, numbers, punctuation, each with its span. Cuts as the tagger's training data are cut.
//!
//! Knows letters and marks of English and Spanish; knows no words beyond clitics and abbreviations.

mod addresses;

use constancia_model::{Language, Span};

use crate::lexicon::Lexicon;

/// What a token is by its characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, perhaps with marks inside.
    Word,
    /// Digits, perhaps with separators inside.
    Figure,
    /// A mark.
    Mark,
}

/// One token of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is by its characters.
    pub kind: TokenKind,
}

/// The tokens of `text`, in order. Every character that is not white space belongs to exactly one token.
pub fn tokens(language: &Language, text: &str) -> Vec<Token> {
    let lexicon = Lexicon::of(language);
    let mut cut = Cutter { text, lexicon, found: Vec::new() };
    let mut start = 0;
    while let Some(first) = text[start..].chars().next() {
        let address = addresses::length(&text[start..]).filter(|_| !text[..start].ends_with(is_word));
        start += match first {
            _ if address.is_some() => cut.whole(start, address.unwrap_or_default()),
            c if c.is_whitespace() => c.len_utf8(),
            c if is_word(c) => cut.word(start),
            c => cut.mark(start, c),
        };
    }
    cut.found
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || ('\u{300}'..='\u{36f}').contains(&c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

struct Cutter<'t> {
    text: &'t str,
    lexicon: &'static Lexicon,
    found: Vec<Token>,
}

impl Cutter<'_> {
    fn push(&mut self, start: usize, end: usize, kind: TokenKind) {
        self.found.push(Token { span: Span::new(start, end), kind });
    }

    fn whole(&mut self, start: usize, length: usize) -> usize {
        self.push(start, start + length, TokenKind::Word);
        length
    }

    /// Ellipses and repeated dashes are one mark; everything else is a mark by itself.
    fn mark(&mut self, start: usize, c: char) -> usize {
        let rest = &self.text[start..];
        let repeats = matches!(c, '.' | '-' | '—' | '–' | '_' | '*');
        let length = if repeats { rest.len() - rest.trim_start_matches(c).len() } else { c.len_utf8() };
        self.push(start, start + length, TokenKind::Mark);
        length
    }

    fn word(&mut self, start: usize) -> usize {
        let end = start + word_length(&self.text[start..]);
        let word = &self.text[start..end];
        let short = self.lexicon.is_abbreviation(word) || self.is_half_of_day(start, end);
        let with_dot = self.text[end..].starts_with('.') && short;
        let end = if with_dot { end + 1 } else { end };
        let word = &self.text[start..end];
        let kind = if word.starts_with(|c: char| c.is_ascii_digit()) { TokenKind::Figure } else { TokenKind::Word };
        match self.clitic(word) {
            Some(at) => {
                self.push(start, start + at, kind);
                self.push(start + at, end, TokenKind::Word);
            }
            None => self.push(start, end, kind),
        }
        end - start
    }

    /// The "a." and the "m." of "10:42 a. m.".
    fn is_half_of_day(&self, start: usize, end: usize) -> bool {
        let (before, rest) = (&self.text[..start], &self.text[end..]);
        match &self.text[start..end] {
            "a" | "p" => rest.starts_with(". m.") && before.trim_end().ends_with(|c: char| c.is_ascii_digit()),
            "m" => before.ends_with(" a. ") || before.ends_with(" p. "),
            _ => false,
        }
    }

    /// Where an English clitic begins: `did|n't`, `Ana|'s`, `they|'ve`.
    fn clitic(&self, word: &str) -> Option<usize> {
        let lower = word.to_lowercase().replace('’', "'");
        if lower.len() + word.matches('’').count() * 2 != word.len() {
            return None;
        }
        let found = self.lexicon.clitics().iter().find(|clitic| lower.ends_with(clitic.as_str()))?;
        let at = word.char_indices().rev().nth(found.chars().count() - 1)?.0;
        (at > 0).then_some(at)
    }
}

/// Length of the word that `rest` begins with. Marks stay inside between letters (O'Neill, el-Sharqawi) and between
/// digits (1,204 and 9.25); single letters keep their dots (U.S., J.R.).
fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    let mut previous = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let inside = next.is_some_and(is_word)
            && match c {
                c if is_apostrophe(c) || c == '-' || c == '‑' => previous.is_alphanumeric(),
                '.' | ',' => {
                    previous.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit())
                        || c == '.' && initial(rest, at)
                }
                ':' => previous.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit()),
                _ => false,
            };
        let last_dot = c == '.' && initial(rest, at) && rest[..at].contains('.');
        if !is_word(c) && !inside && !last_dot {
            break;
        }
        end = at + c.len_utf8();
        previous = c;
    }
    end
}

/// Whether the dot at `at` ends a single letter: the middle of "U.S.".
fn initial(rest: &str, at: usize) -> bool {
    let mut before = rest[..at].chars().rev();
    before.next().is_some_and(char::is_alphabetic) && before.next().is_none_or(|c| c == '.')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut(language: Language, text: &str) -> String {
        tokens(&language, text).iter().map(|t| &text[t.span.start..t.span.end]).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn english_words() {
        let cases = [
            ("He didn't know.", "He|did|n't|know|."),
            ("Maduro’s wife, O'Neill", "Maduro|’s|wife|,|O'Neill"),
            ("the U.S. said 1,204 of 9.25", "the|U.S.|said|1,204|of|9.25"),
            ("Gen. Ortiz left.", "Gen.|Ortiz|left|."),
            ("twenty-one re-arrested el-Sharqawi", "twenty-one|re-arrested|el-Sharqawi"),
            ("at 21:40... then", "at|21:40|...|then"),
            ("families' call", "families|'|call"),
            ("J.R. Ruiz", "J.R.|Ruiz"),
            ("See https://a.org/b?c=d.", "See|https://a.org/b?c=d|."),
            ("(www.a.org) or ana@a.org,", "(|www.a.org|)|or|ana@a.org|,"),
            ("#FreeThem, says @ana_paz", "#FreeThem|,|says|@ana_paz"),
            ("Lt. Col. Paz v. No. 12 Inc.", "Lt.|Col.|Paz|v|.|No.|12|Inc."),
        ];
        for (text, expected) in cases {
            assert_eq!(cut(Language::English, text), expected);
        }
    }

    #[test]
    fn spanish_words() {
        let cases = [
            ("El Gral. Ruiz salió de EE. UU.", "El|Gral.|Ruiz|salió|de|EE.|UU."),
            ("«Salió», dijo—ayer.", "«|Salió|»|,|dijo|—|ayer|."),
            ("1.204 personas (48%)", "1.204|personas|(|48|%|)"),
            ("¿Dónde está?", "¿|Dónde|está|?"),
            ("a las 10:42 a. m. del lunes", "a|las|10:42|a.|m.|del|lunes"),
            ("la Dra. Paz, art. 12, núm. 3", "la|Dra.|Paz|,|art.|12|,|núm.|3"),
            ("—No sé —dijo—.", "—|No|sé|—|dijo|—|."),
        ];
        for (text, expected) in cases {
            assert_eq!(cut(Language::Spanish, text), expected);
        }
    }

    proptest! {
        #[test]
        fn every_character_that_is_not_space_is_in_one_token(text in "\\PC{0,80}") {
            let mut end = 0;
            for token in tokens(&Language::English, &text) {
                prop_assert!(token.span.start >= end);
                prop_assert!(text[end..token.span.start].trim().is_empty());
                prop_assert!(!text[token.span.start..token.span.end].is_empty());
                end = token.span.end;
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
