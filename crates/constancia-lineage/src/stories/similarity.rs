//! How alike two reports are: the cosine of their weighed terms, less where months lie between them.
//!
//! A term weighs more the rarer it is in the archive and the more prominent in its report. Words bridge no languages:
//! between two languages everything else is compared.

use std::sync::LazyLock;

use super::archive::{Archive, Held, Term};
use super::terms::Class;

/// So many reports are added to the archive before rarity is taken, so that a small one does not mislead.
const ASSUMED: usize = 100;
/// Prominence beyond this says no more.
const PROMINENT: u8 = 12;
/// Days between two reports that do not speak against one event.
const FREE_DAYS: i32 = 7;
/// So many days later the likeness is half, but never less than the least: the dates of reports may be wrong.
const HALVING_DAYS: f64 = 60.0;
const LEAST: f64 = 0.7;

/// A report's terms with their weights.
pub(super) struct Weighed {
    /// By the number of the term; the flag says whether it is a word.
    terms: Vec<(u32, f64, bool)>,
    /// The length of the vector with and without words.
    whole: f64,
    without_words: f64,
}

impl Weighed {
    /// The heaviest words and the heaviest other terms, so many of each.
    pub fn heaviest(&self, most: usize) -> Vec<(u32, f64)> {
        let of = |word: bool| {
            let mut terms: Vec<(u32, f64)> =
                self.terms.iter().filter(|term| term.2 == word).map(|(number, weight, _)| (*number, *weight)).collect();
            terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            terms.truncate(most);
            terms
        };
        [of(false), of(true)].concat()
    }
}

/// Natural logarithms of small numbers, which are asked for all the time.
static LOGARITHMS: LazyLock<Vec<f64>> = LazyLock::new(|| (0..4096).map(|n| f64::from(n).ln()).collect());

fn ln(number: usize) -> f64 {
    LOGARITHMS.get(number).copied().unwrap_or_else(|| (number as f64).ln())
}

/// How much it says that a report has the term: inverse document frequency, as in Spärck Jones (1972), with a prior.
pub(super) fn rarity(archive: &Archive, term: &Term) -> f64 {
    let known = ln(archive.len() + ASSUMED) - ln(archive.holders(term) + term.aspect.commonness());
    term.aspect.weight() * known.max(0.0)
}

/// Weighs the terms of a report.
pub(super) fn weigh(archive: &Archive, at: usize) -> Weighed {
    let mut weighed = Weighed { terms: Vec::new(), whole: 0.0, without_words: 0.0 };
    for term in &archive.held(at).terms {
        let prominence = 1.0 + ln(usize::from(term.prominence.clamp(1, PROMINENT)));
        let weight = prominence * rarity(archive, term);
        let word = archive.class(term) == Class::Word;
        weighed.terms.push((term.number, weight, word));
        weighed.whole += weight * weight;
        weighed.without_words += if word { 0.0 } else { weight * weight };
    }
    weighed.whole = weighed.whole.sqrt();
    weighed.without_words = weighed.without_words.sqrt();
    weighed
}

/// How alike two weighed reports are, 0 to 1.
pub(super) fn alike(archive: &Archive, one: (usize, &Weighed), other: (usize, &Weighed)) -> f64 {
    let (held, holds) = (archive.held(one.0), archive.held(other.0));
    let words = held.language == holds.language;
    let lengths = if words { one.1.whole * other.1.whole } else { one.1.without_words * other.1.without_words };
    if lengths <= 0.0 {
        return 0.0;
    }
    shared(one.1, other.1, words) / lengths * nearness(held, holds)
}

/// The sum over the terms that both have.
fn shared(one: &Weighed, other: &Weighed, words: bool) -> f64 {
    let mut others = other.terms.iter().peekable();
    let mut sum = 0.0;
    for (number, weight, word) in &one.terms {
        while others.next_if(|(theirs, ..)| theirs < number).is_some() {}
        if let Some((_, theirs, _)) = others.next_if(|(theirs, ..)| theirs == number) {
            sum += if words || !word { weight * theirs } else { 0.0 };
        }
    }
    sum
}

fn nearness(one: &Held, other: &Held) -> f64 {
    let Some(days) = days_apart(one, other) else { return 1.0 };
    let late = f64::from((days - FREE_DAYS).max(0));
    (1.0 / (1.0 + late / HALVING_DAYS)).max(LEAST)
}

/// The days between two dated reports.
pub(super) fn days_apart(one: &Held, other: &Held) -> Option<i32> {
    let (one, other) = (one.published?, other.published?);
    Some((one - other).get_days().abs())
}
