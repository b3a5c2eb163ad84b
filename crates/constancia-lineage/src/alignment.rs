//! Where the words of a copy stand in its original. Compares two texts that are known to be a pair; does not decide
//! that they are one.

use std::collections::BTreeMap;

use constancia_model::Span;

use crate::Copy;
use crate::wording::{SHINGLE, Word, Wording};

/// At how many places of the original a row of words is tried; keeps a text that repeats itself from costing a square.
const PLACES: usize = 8;

/// A copy with the share of its words that stand in the original and the stretches that show it.
pub(crate) fn copy(copy: &Wording, original: &Wording) -> Copy {
    let runs = runs(copy, original);
    let shared: usize = runs.iter().map(|run| run.length).sum();
    Copy {
        copy: copy.id.clone(),
        of: original.id.clone(),
        shared: shared as f64 / copy.words.len().max(1) as f64,
        sentences: runs.iter().map(|run| (run.span(copy, run.here), run.span(original, run.there))).collect(),
    }
}

/// The same words in both texts, by the indices of the first.
#[derive(Debug, Clone, Copy)]
struct Run {
    here: usize,
    there: usize,
    length: usize,
}

impl Run {
    fn span(self, wording: &Wording, first: usize) -> Span {
        wording.words[first].span.cover(wording.words[first + self.length - 1].span)
    }
}

/// From the beginning of the copy, each time the longest row of words that stands somewhere in the original.
fn runs(copy: &Wording, original: &Wording) -> Vec<Run> {
    let mut places: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, shingle) in original.shingles() {
        places.entry(shingle).or_default().push(at);
    }
    let mut runs: Vec<Run> = Vec::new();
    let mut free = 0;
    for (here, shingle) in copy.shingles() {
        let Some(places) = places.get(&shingle).filter(|_| here >= free) else { continue };
        let tried = places.iter().take(PLACES).map(|there| Run {
            here,
            there: *there,
            length: length(copy, original, here, *there),
        });
        if let Some(run) = tried.rev().max_by_key(|run| run.length).filter(|run| run.length >= SHINGLE) {
            free = here + run.length;
            runs.push(run);
        }
    }
    runs
}

/// How many words are the same from here on, within one stretch of both texts.
fn length(copy: &Wording, original: &Wording, here: usize, there: usize) -> usize {
    let stretch = |words: &[Word]| words[0].stretch;
    let (here, there) = (&copy.words[here..], &original.words[there..]);
    let same = |(a, b): &(&Word, &Word)| a.hash == b.hash && a.stretch == stretch(here) && b.stretch == stretch(there);
    here.iter().zip(there).take_while(same).count()
}
