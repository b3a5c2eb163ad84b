//! Which sentence of a text came from which of another. Compares two texts; does not decide whether one is a copy.

use super::words::{Sentence, Wording};

/// Words with meaning that a sentence needs before likeness says anything; a shorter one must be the same word for word.
pub(crate) const TELLING: usize = 4;

/// Likeness from which a sentence may be taken, and from which it surely is. Of a sentence with a third of its words
/// replaced about half is left; two reporters who tell one fact in one order of words come near that, but seldom twice.
const MAYBE: f64 = 0.4;
const SURELY: f64 = 0.7;

/// A word that stands in more sentences of a text than this leads nowhere.
const PLACES: usize = 12;

/// How many sentences with most words in common are looked at closely.
const LOOKED_AT: usize = 3;

/// A sentence that was found in the other text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Taken {
    /// Number of the sentence here.
    pub here: usize,
    /// Number of the sentence there that has most of it.
    pub there: usize,
    /// Words with meaning that both have.
    pub words: usize,
    /// How sure it is that the one sentence was made from the other, above 0 to 1.
    pub sureness: f64,
    /// Whether they are the same word for word.
    pub verbatim: bool,
}

/// The sentences of `one` that stand in `other`, in the order of `one`.
pub(crate) fn align(one: &Wording, other: &Indexed) -> Vec<Taken> {
    let mut votes = vec![0_u16; other.wording.sentences.len()];
    one.sentences.iter().enumerate().filter_map(|(at, sentence)| other.find(one, at, sentence, &mut votes)).collect()
}

/// A text in which sentences are looked up.
#[derive(Debug)]
pub(crate) struct Indexed {
    /// The text.
    pub wording: Wording,
    /// Stem and number of the sentence, sorted.
    stems: Vec<(u32, u32)>,
}

impl Indexed {
    /// Makes the sentences of a text ready to be found.
    pub fn of(wording: Wording) -> Self {
        let mut stems = Vec::with_capacity(wording.stems.len());
        for (number, sentence) in (0_u32..).zip(&wording.sentences) {
            stems.extend(wording.stems_of(sentence).iter().map(|stem| (*stem, number)));
        }
        stems.sort_unstable();
        stems.dedup();
        Self { wording, stems }
    }

    fn find(&self, from: &Wording, here: usize, sentence: &Sentence, votes: &mut [u16]) -> Option<Taken> {
        let stems = from.stems_of(sentence);
        let likely = self.likely(stems, votes);
        let taken = |there: usize, words: usize, likeness: f64| Taken {
            here,
            there,
            words,
            sureness: ((likeness - MAYBE) / (SURELY - MAYBE)).min(1.0),
            verbatim: from.same(sentence, &self.wording, &self.wording.sentences[there]),
        };
        if stems.len() < TELLING {
            return likely.into_iter().map(|there| taken(there, stems.len(), 1.0)).find(|taken| taken.verbatim);
        }
        let best = likely.into_iter().map(|there| self.compare(stems, there)).max_by(|a, b| a.0.total_cmp(&b.0))?;
        let (likeness, there, words) = best;
        (likeness > MAYBE).then(|| taken(there, words, likeness))
    }

    /// The sentences that have most of these words, the best first.
    fn likely(&self, stems: &[u32], votes: &mut [u16]) -> Vec<usize> {
        let mut touched: Vec<usize> = Vec::new();
        for stem in stems {
            let from = self.stems.partition_point(|(known, _)| known < stem);
            for (_, sentence) in self.stems[from..].iter().take_while(|(known, _)| known == stem).take(PLACES) {
                let sentence = *sentence as usize;
                if votes[sentence] == 0 {
                    touched.push(sentence);
                }
                votes[sentence] += 1;
            }
        }
        touched.sort_unstable_by_key(|sentence| (std::cmp::Reverse(votes[*sentence]), *sentence));
        touched.iter().for_each(|sentence| votes[*sentence] = 0);
        touched.truncate(LOOKED_AT);
        touched
    }

    /// Likeness with this sentence, alone or with a neighbour into which a part of it may have gone.
    fn compare(&self, stems: &[u32], there: usize) -> (f64, usize, usize) {
        let sentences = &self.wording.sentences;
        let before = there.saturating_sub(1);
        let after = (there + 1).min(sentences.len() - 1);
        [(there, there), (before, there), (there, after)]
            .into_iter()
            .map(|(first, last)| {
                let window = &self.wording.stems[sentences[first].stems.start..sentences[last].stems.end];
                let (likeness, words) = likeness(stems, window);
                (likeness, there, words)
            })
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .unwrap_or_default()
    }
}

/// The share of the words found in the window, of which neighbours that are still neighbours count twice; and how many
/// words were found.
fn likeness(stems: &[u32], window: &[u32]) -> (f64, usize) {
    let mut free = [true; 256];
    let mut find = |stem: &u32| {
        let at = window.iter().take(free.len()).enumerate().position(|(at, known)| known == stem && free[at])?;
        free[at] = false;
        Some(at)
    };
    let places: Vec<Option<usize>> = stems.iter().map(&mut find).collect();
    let words = places.iter().flatten().count();
    let near = |pair: &&[Option<usize>]| pair[0].zip(pair[1]).is_some_and(|(a, b)| a.abs_diff(b) <= 2);
    let neighbours = places.windows(2).filter(near).count();
    let all = stems.len() + 2 * (stems.len() - 1);
    ((words + 2 * neighbours) as f64 / all as f64, words)
}
