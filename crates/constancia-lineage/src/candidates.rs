//! Finds the pairs of texts that share enough wording, without comparing every text with every other. Knows nothing of
//! dates or credits.

use crate::wording::{SHINGLE, Wording};

/// Share of the words of one of the two texts that must stand in the other.
const LEAST_SHARE: f64 = 0.25;

/// Words that must be shared however short a text is: a title or a stock phrase alone proves nothing.
const LEAST_WORDS: usize = 12;

/// How many holders of a shingle are looked at. Among near-twins the first few lead to the whole group.
const HOLDERS: usize = 16;

/// How many of the texts that share most with a text are compared with it word by word.
const COMPARED: usize = 6;

/// Two texts with shared wording, as positions in the canonical order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pair {
    /// The one that stands first.
    pub earlier: usize,
    /// The other.
    pub later: usize,
    /// Share of the words of the earlier that stand in the later.
    pub of_earlier: f64,
    /// Share of the words of the later that stand in the earlier.
    pub of_later: f64,
}

/// Every pair of texts that share wording, with how much.
pub(crate) fn pairs(wordings: &[Wording]) -> Vec<Pair> {
    let index = Index::of(wordings);
    let mut met = vec![0_u32; wordings.len()];
    let mut pairs = Vec::new();
    for later in 0..wordings.len() {
        for earlier in index.closest_before(later, &mut met) {
            pairs.extend(index.compare(wordings, earlier, later));
        }
    }
    pairs
}

/// Which texts hold which shingle; a shingle is named by its number in the sorted list of all.
struct Index {
    /// For each text the place and number of each of its shingles, in the order of the text.
    places: Vec<Vec<(u32, u32)>>,
    /// For each text its shingles, sorted, each once.
    held: Vec<Vec<u32>>,
    /// The first holders of each shingle, one after the other.
    holders: Vec<u32>,
    /// Where the holders of each shingle begin in `holders`; one more at the end.
    starts: Vec<u32>,
}

impl Index {
    fn of(wordings: &[Wording]) -> Self {
        let mut postings: Vec<(u64, u32)> = (0_u32..)
            .zip(wordings)
            .flat_map(|(text, wording)| wording.shingles().map(move |(_, hash)| (hash, text)))
            .collect();
        postings.sort_unstable();
        postings.dedup();
        let (mut hashes, mut holders, mut starts) = (Vec::new(), Vec::new(), Vec::new());
        for same in postings.chunk_by(|a, b| a.0 == b.0) {
            hashes.push(same[0].0);
            starts.push(holders.len() as u32);
            holders.extend(same.iter().take(HOLDERS).map(|(_, text)| *text));
        }
        starts.push(holders.len() as u32);
        let number = |hash: u64| hashes.partition_point(|known| *known < hash) as u32;
        let places: Vec<Vec<(u32, u32)>> =
            wordings.iter().map(|w| w.shingles().map(|(at, hash)| (at as u32, number(hash))).collect()).collect();
        let held = places.iter().map(|places| sorted_set(places)).collect();
        Self { places, held, holders, starts }
    }

    fn holders_of(&self, shingle: u32) -> &[u32] {
        &self.holders[self.starts[shingle as usize] as usize..self.starts[shingle as usize + 1] as usize]
    }

    /// The texts before `text` that share most shingles with it. `met` is working space, all zero before and after.
    fn closest_before(&self, text: usize, met: &mut [u32]) -> Vec<usize> {
        let mut touched = Vec::new();
        for shingle in &self.held[text] {
            for holder in self.holders_of(*shingle).iter().map(|h| *h as usize).take_while(|holder| *holder < text) {
                if met[holder] == 0 {
                    touched.push(holder);
                }
                met[holder] += 1;
            }
        }
        touched.sort_unstable_by_key(|holder| (std::cmp::Reverse(met[*holder]), *holder));
        touched.iter().for_each(|holder| met[*holder] = 0);
        touched.truncate(COMPARED);
        touched
    }

    fn compare(&self, wordings: &[Wording], earlier: usize, later: usize) -> Option<Pair> {
        let share = |one: usize, other: usize| {
            let covered = self.covered(one, other);
            (covered >= LEAST_WORDS).then(|| covered as f64 / wordings[one].words.len() as f64)
        };
        let (of_earlier, of_later) = (share(earlier, later)?, share(later, earlier)?);
        (of_earlier.max(of_later) >= LEAST_SHARE).then_some(Pair { earlier, later, of_earlier, of_later })
    }

    /// How many words of `one` stand in a shingle that `other` has too.
    fn covered(&self, one: usize, other: usize) -> usize {
        let mut covered = 0;
        let mut end = 0;
        for (at, shingle) in &self.places[one] {
            if self.held[other].binary_search(shingle).is_ok() {
                let until = *at as usize + SHINGLE;
                covered += until - end.max(*at as usize);
                end = until;
            }
        }
        covered
    }
}

fn sorted_set(places: &[(u32, u32)]) -> Vec<u32> {
    let mut shingles: Vec<u32> = places.iter().map(|(_, shingle)| *shingle).collect();
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}
