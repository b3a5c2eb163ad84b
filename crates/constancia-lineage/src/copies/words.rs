//! A text as sentences of folded words with their places. Knows nothing of other texts and of what a word means.
//!
//! A quotation is a piece of its own, so that words spoken can be told from words written.

use constancia_model::Span;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::light;

/// Letters of a word that count: what follows is mostly inflection (release, released, releases; liberan, liberados).
const STEM: u32 = 5;

/// Words after which a sentence without a full stop is cut, so that a text without marks still has pieces to compare.
const LONGEST: usize = 60;

/// Words below which a line without an ending mark is a headline, a menu or a caption.
const LABEL: usize = 12;

/// Share of prose below which a text is a list, and its lines are what it says.
const LEAST_PROSE: f64 = 0.25;

/// One word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    /// Hash of the folded word.
    pub full: u32,
    /// Where it stands, in bytes.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

/// A sentence, or a part of one that stands inside or outside quotation marks.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    /// Its words, as a range of the text's words.
    pub words: std::ops::Range<usize>,
    /// Its words that carry meaning, as a range of the text's stems.
    pub stems: std::ops::Range<usize>,
    /// Whether it is spoken.
    pub quoted: bool,
    /// Whether it is a headline, a menu or a caption: shared alone it proves nothing.
    pub label: bool,
}

impl Sentence {
    /// Words that carry meaning.
    pub fn weight(&self) -> usize {
        self.stems.len()
    }
}

/// A text ready for comparison.
#[derive(Debug, Default)]
pub(crate) struct Wording {
    /// All words in order.
    pub words: Vec<Word>,
    /// Stems of the words that carry meaning, in order.
    pub stems: Vec<u32>,
    /// The sentences in order.
    pub sentences: Vec<Sentence>,
}

impl Wording {
    /// Cuts a text into sentences and words.
    pub fn of(text: &str) -> Self {
        let mut cutter = Cutter::new(text);
        cutter.cut();
        let mut wording = cutter.wording;
        wording.keep_lists();
        wording
    }

    /// The place of a sentence, from its first word to its last.
    pub fn span(&self, sentence: &Sentence) -> Span {
        let words = &self.words[sentence.words.clone()];
        Span::new(words[0].start as usize, words[words.len() - 1].end as usize)
    }

    /// Stems of the words of a sentence that carry meaning.
    pub fn stems_of(&self, sentence: &Sentence) -> &[u32] {
        &self.stems[sentence.stems.clone()]
    }

    /// Whether two sentences are the same word for word.
    pub fn same(&self, mine: &Sentence, other: &Wording, theirs: &Sentence) -> bool {
        let (mine, theirs) = (&self.words[mine.words.clone()], &other.words[theirs.words.clone()]);
        mine.iter().map(|word| word.full).eq(theirs.iter().map(|word| word.full))
    }

    fn keep_lists(&mut self) {
        let prose: usize = self.sentences.iter().filter(|s| !s.label).map(|s| s.words.len()).sum();
        if (prose as f64) < LEAST_PROSE * self.words.len() as f64 {
            self.sentences.iter_mut().for_each(|sentence| sentence.label = false);
        }
    }
}

// FNV-1a, 64 bits: a fixed hash, because the outcome must be the same on every machine and in every run.
// http://www.isthe.com/chongo/tech/comp/fnv/
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

/// A word as it is read letter by letter.
#[derive(Clone, Copy)]
struct Folded {
    full: u64,
    /// After the first letters.
    stem: u64,
    /// Before the last letter.
    before: u64,
    letters: u32,
    last: u32,
    digits: bool,
}

impl Folded {
    const EMPTY: Self =
        Self { full: FNV_OFFSET, stem: FNV_OFFSET, before: FNV_OFFSET, letters: 0, last: 0, digits: false };

    fn push(&mut self, letter: u32) {
        self.before = self.full;
        self.full = (self.full ^ u64::from(letter)).wrapping_mul(FNV_PRIME);
        self.letters += 1;
        self.last = letter;
        if self.letters <= STEM {
            self.stem = self.full;
        }
    }

    fn push_char(&mut self, letter: char) {
        letter.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).for_each(|c| self.push(c.into()));
    }

    fn full(&self) -> u32 {
        short(self.full)
    }

    /// Numbers count whole; a short plural counts as its singular.
    fn stem(&self) -> u32 {
        let plural = (4..=STEM).contains(&self.letters) && self.last == u32::from('s');
        short(if self.digits {
            self.full
        } else if plural {
            self.before
        } else {
            self.stem
        })
    }
}

fn short(hash: u64) -> u32 {
    (hash ^ (hash >> 32)) as u32
}

/// Hash of a folded word, for lists of words held as data.
pub(crate) fn folded_hash(word: &str) -> u32 {
    let mut folded = Folded::EMPTY;
    word.chars().for_each(|c| folded.push_char(c));
    folded.full()
}

/// Reads a text once from its beginning to its end.
struct Cutter<'t> {
    text: &'t str,
    wording: Wording,
    first_word: usize,
    first_stem: usize,
    /// Where the open quotation ends.
    quoted_until: usize,
    quoted: bool,
}

impl<'t> Cutter<'t> {
    fn new(text: &'t str) -> Self {
        let words = text.len() / 6;
        let wording = Wording {
            words: Vec::with_capacity(words),
            stems: Vec::with_capacity(words / 2),
            sentences: Vec::with_capacity(words / 16),
        };
        Self { text, wording, first_word: 0, first_stem: 0, quoted_until: 0, quoted: false }
    }

    fn cut(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if self.quoted && at >= self.quoted_until {
                self.finish(false);
                self.quoted = false;
            }
            at = match bytes[at] {
                byte if byte.is_ascii_alphanumeric() => self.word(at),
                b'\n' => self.line_end(at),
                b'.' | b'!' | b'?' => self.mark(at),
                b'"' => self.quotation(at, '"'),
                byte if byte < 0x80 => at + 1,
                _ => self.beyond_ascii(at),
            };
        }
        self.line_end(bytes.len());
    }

    fn beyond_ascii(&mut self, at: usize) -> usize {
        let letter = self.text[at..].chars().next().unwrap_or_default();
        match letter {
            '“' | '„' | '«' => self.quotation(at, letter),
            '…' => self.mark(at),
            _ if letter.is_alphanumeric() => self.word(at),
            _ => at + letter.len_utf8(),
        }
    }

    /// Reads the word that begins here; gives where it ends.
    fn word(&mut self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut folded = Folded::EMPTY;
        let mut at = start;
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii_alphanumeric() {
                folded.digits |= byte.is_ascii_digit();
                folded.push(u32::from(byte.to_ascii_lowercase()));
                at += 1;
            } else if byte < 0x80 {
                break;
            } else {
                let letter = self.text[at..].chars().next().unwrap_or_default();
                if !letter.is_alphanumeric() && !is_combining_mark(letter) {
                    break;
                }
                folded.push_char(letter);
                at += letter.len_utf8();
            }
        }
        self.push(folded, start, at);
        at
    }

    fn push(&mut self, folded: Folded, start: usize, end: usize) {
        let (full, stem) = (folded.full(), folded.stem());
        self.wording.words.push(Word { full, start: start as u32, end: end as u32 });
        let short = folded.letters < 4 && !folded.digits;
        if !short && !light::is_light(full) {
            self.wording.stems.push(stem);
        }
        if self.wording.words.len() - self.first_word >= LONGEST {
            self.finish(false);
        }
    }

    /// A mark that may end a sentence; gives where reading goes on.
    fn mark(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let closing = |c: char| matches!(c, '.' | '!' | '?' | '…' | ')' | ']' | '"' | '”' | '’' | '»' | '\'');
        let after = rest.trim_start_matches(closing);
        let next = after.trim_start_matches([' ', '\t', '\u{a0}']);
        let begins = next.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "“«\"¿¡„(‘—–-".contains(c));
        if !self.quoted && next.len() < after.len() && begins && !self.is_abbreviation() {
            self.finish(false);
        }
        at + rest.chars().next().map_or(1, char::len_utf8)
    }

    /// Whether the last word is an initial or a short title: "U.S.", "Mr.", "Dra.".
    fn is_abbreviation(&self) -> bool {
        self.wording.words.last().is_some_and(|word| {
            let word = &self.text[word.start as usize..word.end as usize];
            word.chars().count() <= 3 && word.starts_with(char::is_uppercase)
        })
    }

    fn line_end(&mut self, at: usize) -> usize {
        let line = self.text[..at].trim_end();
        let ended = line.ends_with(['.', '!', '?', '…', '"', '”', '»', ':', ';', ')', ',']);
        let words = self.wording.words.len() - self.first_word;
        self.finish(!ended && words < LABEL);
        self.quoted = false;
        at + 1
    }

    /// Opens the quotation that this mark begins.
    fn quotation(&mut self, at: usize, mark: char) -> usize {
        let body = at + mark.len_utf8();
        if self.quoted {
            return body;
        }
        if let Some(length) = quotation_length(mark, &self.text[body..]) {
            self.finish(false);
            self.quoted = true;
            self.quoted_until = body + length;
        }
        body
    }

    fn finish(&mut self, label: bool) {
        let (words, stems) = (self.wording.words.len(), self.wording.stems.len());
        if words > self.first_word {
            self.wording.sentences.push(Sentence {
                words: self.first_word..words,
                stems: self.first_stem..stems,
                quoted: self.quoted,
                label,
            });
        }
        (self.first_word, self.first_stem) = (words, stems);
    }
}

/// Length of the quotation that `mark` opens, its closing mark included. It ends with its paragraph at the latest, so
/// that one lost mark does not swallow a report.
fn quotation_length(mark: char, rest: &str) -> Option<usize> {
    let closing: &[char] = match mark {
        '"' => &['"'],
        '„' => &['“', '”'],
        '«' => &['»'],
        _ => &['”'],
    };
    let paragraph = rest.find('\n').unwrap_or(rest.len());
    let closed = rest[..paragraph].find(closing).map(|at| at + rest[at..].chars().next().map_or(0, char::len_utf8));
    // A quotation over several paragraphs opens each and closes only the last. A straight mark left alone may be inches.
    closed.or((mark != '"').then_some(paragraph))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<String> {
        let wording = Wording::of(text);
        let show = |sentence: &Sentence| {
            let words = wording.span(sentence).of(text).unwrap();
            let sign = if sentence.label {
                "#"
            } else if sentence.quoted {
                ">"
            } else {
                ""
            };
            format!("{sign}{words}")
        };
        wording.sentences.iter().map(show).collect()
    }

    #[test]
    fn sentences_end_at_marks_lines_and_quotations() {
        let cases: [(&str, &[&str]); 9] = [
            ("She left. He stayed at home.", &["She left", "He stayed at home"]),
            ("He said \"not me\" twice.", &["He said", ">not me", "twice"]),
            ("Dijo «yo no» ayer.", &["Dijo", ">yo no", "ayer"]),
            ("Sie „wartet“ hier.", &["Sie", ">wartet", "hier"]),
            ("A 5\" pipe\nburst.", &["#A 5\" pipe", "burst"]),
            ("“It goes on\n“and ends” there.", &[">It goes on", ">and ends", "there"]),
            ("Mr. Paz met a U.S. envoy. The Dra. Ruiz came.", &["Mr. Paz met a U.S. envoy", "The Dra. Ruiz came"]),
            (
                "News Sport\nSeven men are free. “Good.” They left.",
                &["#News Sport", "Seven men are free", ">Good", "They left"],
            ),
            ("", &[]),
        ];
        for (text, expected) in cases {
            let with_prose =
                format!("{text}\nThe harbour is quiet tonight, the old port master tells everybody who comes by.");
            let found = sentences(&with_prose);
            assert_eq!(found[..found.len() - 1], *expected, "{text}");
        }
    }

    #[test]
    fn words_fold_case_accents_and_inflection() {
        let word = |text: &str| Wording::of(text).words[0];
        assert_eq!(word("PENÍNSULA").full, word("peninsula").full);
        let stem = |text: &str| Wording::of(text).stems[0];
        assert_eq!(stem("liberaron"), stem("Liberados"));
        assert_eq!(stem("jail"), stem("jails"));
        assert_ne!(word("preso").full, word("presa").full);
        assert_ne!(stem("2025001"), stem("2025002"));
    }

    #[test]
    fn a_list_is_what_a_text_of_lines_says() {
        assert_eq!(
            sentences("Ana Ruiz, Yare\nLuis Paz, Rodeo\nEva Sol, Yare"),
            ["Ana Ruiz, Yare", "Luis Paz, Rodeo", "Eva Sol, Yare"]
        );
    }
}
