//! Text to tokens: words, numbers, punctuation, each with its span. Cuts as the tagger's training data are cut.
//!
//! Knows letters and marks of English and Spanish; knows no words beyond clitics and abbreviations.

mod addresses;
mod contractions;
mod marks;
mod shapes;

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
        let rest = &text[start..];
        let address = addresses::length(rest).filter(|_| !text[..start].ends_with(is_word));
        start += match (first, address) {
            (_, Some(length)) => cut.push(start, start + length, TokenKind::Word),
            (c, _) if c.is_whitespace() => c.len_utf8(),
            (c, _) if is_word(c) => cut.word(start),
            _ => match cut.clitic_behind_space(start) {
                Some(length) => cut.push(start, start + length, TokenKind::Word),
                None => cut.push(start, start + marks::length(&text[..start], rest), TokenKind::Mark),
            },
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
    /// Gives the length of what it adds.
    fn push(&mut self, start: usize, end: usize, kind: TokenKind) -> usize {
        self.found.push(Token { span: Span::new(start, end), kind });
        end - start
    }

    fn word(&mut self, start: usize) -> usize {
        let end = start + shapes::word_length(&self.text[start..]);
        let word = &self.text[start..end];
        let short = self.lexicon.is_abbreviation(word) || self.is_half_of_day(start, end);
        let with_dot = short && self.text[end..].starts_with('.') && !self.dot_ends_sentence(word, end + 1);
        let end = if with_dot { end + 1 } else { end };
        let word = &self.text[start..end];
        let figure = word.starts_with(|c: char| c.is_ascii_digit());
        let kind = if figure { TokenKind::Figure } else { TokenKind::Word };
        match self.inner_cut(word, figure) {
            Some(at) => {
                self.push(start, start + at, kind);
                self.push(start + at, end, TokenKind::Word);
            }
            None => {
                self.push(start, end, kind);
            }
        }
        end - start
    }

    /// Where a word is two: before a clitic, within a contraction, between a figure and its unit.
    fn inner_cut(&self, word: &str, figure: bool) -> Option<usize> {
        if figure { shapes::unit(self.lexicon, word) } else { contractions::cut(self.lexicon, word) }
    }

    /// Whether the dot of an abbreviation, which ends at `end`, is that of the sentence: nothing follows on its line, a
    /// word follows that opens sentences, or "No." stands before no number. Letters with dots between keep the last one.
    fn dot_ends_sentence(&self, word: &str, end: usize) -> bool {
        let line = self.text[end..].lines().next().unwrap_or_default().trim_start();
        let next = line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let closed = line.trim_end().trim_start_matches(['"', '”', '»', ')', '’', '\'']).is_empty();
        let opened = self.lexicon.is_opener(next) && !line[next.len()..].starts_with('.');
        let lettered = word.len() > 1 && word.chars().all(char::is_uppercase) || word == "m";
        let before_name = self.lexicon.is_honorific(word) || self.lexicon.is_initial(word);
        let number = next.starts_with(|c: char| c.is_ascii_digit());
        self.lexicon.is_numbering(word) && !number || !lettered && (closed || opened && !before_name)
    }

    /// "the dog 's" and "they 're", whose clitic stands apart.
    fn clitic_behind_space(&self, start: usize) -> Option<usize> {
        let free = self.text[..start].ends_with(' ');
        let rest = &self.text[start..];
        contractions::leading_clitic(self.lexicon, rest).filter(|_| free)
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
            ("Lt. Col. Paz v. No. 12 Inc. of", "Lt.|Col.|Paz|v|.|No.|12|Inc.|of"),
            ("A shop, a bar, etc. They left at 5 pm.", "A|shop|,|a|bar|,|etc|.|They|left|at|5|pm|."),
            ("Is it so? No. Gen. A. Paz", "Is|it|so|?|No|.|Gen.|A.|Paz"),
            ("They cannot, dont and didn't", "They|can|not|,|do|nt|and|did|n't"),
            ("the dog 's 'sad' eyes", "the|dog|'s|'|sad|'|eyes"),
            ("at 5pm, 40km off in 1990s", "at|5|pm|,|40|km|off|in|1990s"),
            ("on 11/28/2000, 24/7 and/or w/o", "on|11/28/2000|,|24/7|and|/|or|w/o"),
            ("AT&T wrote list_2.doc for paz.org.", "AT&T|wrote|list_2.doc|for|paz.org|."),
            ("He left.Then she did.", "He|left|.|Then|she|did|."),
            ("Really?! Yes!!! :-) (at 8:)", "Really|?!|Yes|!!!|:-)|(|at|8|:|)"),
            ("==== << File >>", "====|<<|File|>>"),
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
