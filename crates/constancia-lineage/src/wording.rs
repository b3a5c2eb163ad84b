//! A text as a row of folded words with their places. Quotations are left out: two reports that quote one speaker
//! share an informant, and that makes neither a copy. Knows nothing of other texts.

use constancia_model::{PartialDate, ReportId, Span};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::Text;

/// How many words in a row count as shared wording. Fewer and stock phrases match; more and light editing hides a copy.
pub(crate) const SHINGLE: usize = 5;

/// One word outside quotations.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    /// Hash of the folded word.
    pub hash: u64,
    /// Its place in the text.
    pub span: Span,
    /// Number of the stretch between quotations; words of different stretches are not neighbours.
    pub stretch: u32,
}

/// A text ready for comparison.
#[derive(Debug)]
pub(crate) struct Wording {
    pub id: ReportId,
    pub published: Option<PartialDate>,
    pub words: Vec<Word>,
    /// Hashes of the words of the credit line.
    pub credit: Vec<u64>,
    /// Hashes of the words of the agency in the dateline.
    pub agency: Vec<u64>,
}

impl Wording {
    pub fn of(text: &Text) -> Self {
        Self {
            id: text.id.clone(),
            published: text.published,
            words: words(text.text),
            credit: hashes(text.credit.unwrap_or_default()),
            agency: hashes(dateline_agency(text.text).unwrap_or_default()),
        }
    }

    /// The shingles with the index of their first word, in the order of the text.
    pub fn shingles(&self) -> impl Iterator<Item = (usize, u64)> {
        let whole = |window: &[Word]| window[0].stretch == window[SHINGLE - 1].stretch;
        let hash = |window: &[Word]| window.iter().fold(FNV_OFFSET, |hash, word| mix(hash, word.hash));
        self.words.windows(SHINGLE).enumerate().filter(move |(_, w)| whole(w)).map(move |(at, w)| (at, hash(w)))
    }

    /// Whether these words stand in a row in the text or its credit line.
    pub fn mentions(&self, phrase: &[u64]) -> bool {
        !phrase.is_empty()
            && (self.words.windows(phrase.len()).any(|w| w.iter().map(|word| word.hash).eq(phrase.iter().copied()))
                || self.credit.windows(phrase.len()).any(|w| w == phrase))
    }
}

// FNV-1a, 64 bits: a fixed hash, because the outcome must be the same on every machine and in every run.
// http://www.isthe.com/chongo/tech/comp/fnv/
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

fn mix(hash: u64, value: u64) -> u64 {
    value.to_le_bytes().iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(FNV_PRIME))
}

/// Hash of a word without its case and accents.
fn folded_hash(word: &str) -> u64 {
    let folded = word.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    folded.fold(FNV_OFFSET, |hash, c| mix(hash, u64::from(u32::from(c))))
}

fn hashes(text: &str) -> Vec<u64> {
    words(text).iter().map(|word| word.hash).collect()
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for (stretch, (start, part)) in (0_u32..).zip(outside_quotations(text)) {
        words.extend(alphanumeric_runs(part).map(|(at, word)| Word {
            hash: folded_hash(word),
            span: Span::new(start + at, start + at + word.len()),
            stretch,
        }));
    }
    words
}

fn alphanumeric_runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let inside = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    text.split(move |c| !inside(c)).filter(|run| !run.is_empty()).map(move |run| (offset_in(text, run), run))
}

/// Where a part of `text` begins in it.
fn offset_in(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

/// The parts of the text outside quotation marks, with their offsets. A quotation ends with its paragraph at the
/// latest, so that one lost mark does not swallow a report.
fn outside_quotations(text: &str) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let mut open = 0;
    let mut resume = 0;
    for (at, mark) in text.char_indices() {
        if at < resume {
            continue;
        }
        let body = at + mark.len_utf8();
        if let Some(end) = quotation_end(mark, &text[body..]) {
            parts.push((open, &text[open..at]));
            resume = body + end;
            open = resume;
        }
    }
    parts.push((open, &text[open..]));
    parts
}

/// Length of the quotation that `mark` opens, its closing mark included.
fn quotation_end(mark: char, rest: &str) -> Option<usize> {
    let closing: &[char] = match mark {
        '"' => &['"'],
        '“' => &['”'],
        '„' => &['“', '”'],
        '«' => &['»'],
        _ => return None,
    };
    let paragraph = rest.find('\n').unwrap_or(rest.len());
    let closed = rest[..paragraph].find(closing).map(|at| at + rest[at..].chars().next().map_or(0, char::len_utf8));
    // A quotation over several paragraphs opens each and closes only the last. A straight mark left alone may be inches.
    closed.or((mark != '"').then_some(paragraph))
}

/// How far from its beginning a text may print its dateline, in bytes.
const DATELINE_REACH: usize = 400;

/// The agency in a dateline: "VILNIUS, Oct. 12 (Northline) —", "Caracas, 9 ene (Norteña).-".
fn dateline_agency(text: &str) -> Option<&str> {
    let head = &text[..text.floor_char_boundary(DATELINE_REACH)];
    head.match_indices('(').find_map(|(at, _)| {
        let (name, after) = head[at + 1..].split_once(')')?;
        let dash = after.trim_start_matches([' ', '.', '\u{a0}']).starts_with(['-', '–', '—']);
        (dash && is_agency_name(name)).then_some(name)
    })
}

fn is_agency_name(name: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let words = name.split_whitespace();
    words.clone().next().is_some_and(capital) && words.count() <= 4 && !name.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Vec<&str> {
        words(text).iter().map(|word| word.span.of(text).unwrap()).collect()
    }

    #[test]
    fn quotations_are_left_out() {
        let cases: [(&str, &[&str]); 7] = [
            ("He said \"not me\" twice.", &["He", "said", "twice"]),
            ("Dijo «yo no» ayer.", &["Dijo", "ayer"]),
            ("She “waits” here", &["She", "here"]),
            ("Sie „wartet“ hier", &["Sie", "hier"]),
            ("A 5\" pipe\nburst.", &["A", "5", "pipe", "burst"]),
            ("“It goes on\n“and ends” there", &["there"]),
            ("L'Hôpital—señal", &["L", "Hôpital", "señal"]),
        ];
        for (text, expected) in cases {
            assert_eq!(kept(text), expected, "{text}");
        }
    }

    #[test]
    fn words_fold_case_and_accents() {
        assert_eq!(hashes("PENÍNSULA Ñandú"), hashes("peninsula nandu"));
        assert_ne!(hashes("preso"), hashes("presa"));
    }

    #[test]
    fn the_agency_stands_in_the_dateline() {
        let cases = [
            ("VILNIUS, Oct. 12, 2025 (Northline) — Belarus pardoned", Some("Northline")),
            ("Caracas, 9 ene (Agencia Norteña).- El gobierno", Some("Agencia Norteña")),
            ("Headline\n\nLONDON (NL) - A court", Some("NL")),
            ("Ana Ruiz (44) - nurse", None),
            ("The ministry (which declined) — said", None),
        ];
        for (text, expected) in cases {
            assert_eq!(dateline_agency(text), expected, "{text}");
        }
    }
}
