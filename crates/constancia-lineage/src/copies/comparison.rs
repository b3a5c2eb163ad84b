//! How much of two texts is shared wording, and whether that makes one the other's copy. Knows no dates and credits.

use super::alignment::{Indexed, TELLING, Taken, align};
use super::words::Wording;

/// Share of the words of one of the two texts that must stand in the other.
const LEAST_SHARE: f64 = 0.33;

/// Share of the sentences of one text that may come from the other, from which so many chances are no chance.
const LEAST_LIKE: f64 = 0.65;

/// Share that is enough where one of the two credits the other, or both credit somebody else.
const LEAST_CREDITED: f64 = 0.15;

/// Words with meaning that must be shared however short a text is: a headline or a stock phrase alone proves nothing.
const LEAST_WORDS: f64 = 10.0;

/// Of a short text that stands in the other as a whole fewer are enough.
const WHOLE: f64 = 0.9;
const LEAST_WORDS_OF_WHOLE: f64 = 6.0;

/// A paragraph that many reports have is boilerplate up to so many sentences, where it is less than half of each text.
const PARAGRAPH: usize = 4;
const MOST_OF_A_TEXT: f64 = 0.5;

/// Of two reports of one outlet nearly all must be shared where many of its reports share it.
const NEARLY_ALL: f64 = 0.8;

/// What two texts share. Quotations that both print as quotations are left out: who quotes the same speaker has the
/// same informant, which makes neither a copy.
#[derive(Debug, Clone, Default)]
pub(crate) struct Comparison {
    /// Share of the first text's words that stand in the second, 0 to 1.
    pub of_one: f64,
    /// Share of the second text's words that stand in the first.
    pub of_other: f64,
    /// The sentences of the first that stand in the second.
    pub taken: Vec<Taken>,
    /// Words with meaning that are shared, each as far as it is sure.
    words: f64,
    /// The greater share of sentences that may come from the other text, sure or not.
    like: f64,
    /// How many sentences of the second are shared. One that the first repeats, as menus are, counts once.
    sentences: usize,
}

/// What is known of two texts beside their words.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Around {
    /// Whether one outlet published both.
    pub same_outlet: bool,
    /// Whether one credits the other, or both credit somebody else.
    pub credited: bool,
}

impl Comparison {
    /// Compares the two sentence by sentence.
    pub fn of(one: &Wording, other: &Indexed) -> Self {
        let mut comparison = Self { taken: align(one, other), ..Self::default() };
        comparison.measure(one, &other.wording);
        comparison
    }

    fn measure(&mut self, one: &Wording, other: &Wording) {
        let mut covered = vec![0.0; other.sentences.len()];
        let (mut spoken, mut spoken_there) = (0, 0);
        let (mut sure, mut maybe) = (0.0, 0);
        let mut touched = vec![false; other.sentences.len()];
        let again = |taken: &Taken, touched: &[bool]| taken.verbatim && touched[taken.there];
        for taken in &self.taken {
            let (here, there) = (&one.sentences[taken.here], &other.sentences[taken.there]);
            if here.quoted && there.quoted {
                spoken += here.weight();
                spoken_there += there.weight();
            } else if !here.label && !there.label && here.weight() >= TELLING && !again(taken, &touched) {
                let words = taken.words as f64 * taken.sureness;
                self.words += words;
                self.sentences += usize::from(!touched[taken.there]);
                covered[taken.there] += words;
                sure += here.weight() as f64 * taken.sureness;
                maybe += here.weight();
                touched[taken.there] = true;
            }
        }
        let there: f64 = covered.iter().zip(&other.sentences).map(|(words, s)| words.min(s.weight() as f64)).sum();
        let (prose, prose_there) = (prose(one, spoken), prose(other, spoken_there));
        self.of_one = (sure / prose).min(1.0);
        self.of_other = (there / prose_there).min(1.0);
        let maybe_there: usize =
            other.sentences.iter().zip(touched).filter(|(_, touched)| *touched).map(|(s, _)| s.weight()).sum();
        self.like = (maybe as f64 / prose).max(maybe_there as f64 / prose_there);
    }

    /// Whether one of the two retells the other. `is_common` says whether many reports have a sentence of the first.
    pub fn is_copy(&self, around: Around, is_common: impl Fn(usize) -> bool) -> bool {
        let most = self.of_one.max(self.of_other);
        let enough = if around.credited {
            most >= LEAST_CREDITED || self.like >= 2.0 * LEAST_CREDITED
        } else {
            most >= LEAST_SHARE || self.like >= LEAST_LIKE
        };
        let paragraph = self.sentences <= PARAGRAPH && most < MOST_OF_A_TEXT;
        let suspect = paragraph || around.same_outlet && most < NEARLY_ALL;
        let words = if most >= WHOLE { LEAST_WORDS_OF_WHOLE } else { LEAST_WORDS };
        self.words >= words && enough && !(suspect && self.is_mostly(is_common))
    }

    /// Whether more than half of the shared words stand in such sentences.
    fn is_mostly(&self, such: impl Fn(usize) -> bool) -> bool {
        let words = |taken: &Taken| taken.words as f64 * taken.sureness;
        let (all, some) = self.taken.iter().fold((0.0, 0.0), |(all, some), taken| {
            (all + words(taken), some + if such(taken.here) { words(taken) } else { 0.0 })
        });
        some > all / 2.0
    }
}

/// Words with meaning that are neither in headlines nor in shared quotations; at least one.
fn prose(wording: &Wording, spoken: usize) -> f64 {
    let prose: usize = wording.sentences.iter().filter(|s| !s.label).map(|s| s.weight()).sum();
    prose.saturating_sub(spoken).max(1) as f64
}
