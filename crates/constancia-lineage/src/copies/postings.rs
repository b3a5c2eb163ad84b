//! Which report holds which hash: an index that only grows, in levels of sorted runs (a log-structured merge, O'Neil and
//! others 1996). Knows numbers only.
//!
//! A run is merged into the next when that is not much longer than itself: there are as many runs as the archive has grown by
//! that factor, and a look-up asks each of them.

/// How many times as long as the next a run is at least: more makes fewer runs to ask, and entries move more often.
const GROWTH: usize = 8;

/// A hash and the number of the report that holds it, as one number that sorts by both.
type Entry = u64;

/// The reports of each hash.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    /// From the longest to the shortest, each sorted by hash and then by the order asked for.
    runs: Vec<Vec<Entry>>,
}

impl Postings {
    /// Adds a report. `rank` orders the holders of one hash: the first of them are found first.
    pub fn add<R: Ord>(&mut self, report: u32, hashes: &[u32], rank: impl Fn(u32) -> R) {
        let mut run: Vec<Entry> = hashes.iter().map(|hash| entry(*hash, report)).collect();
        run.sort_unstable();
        while let Some(last) = self.runs.pop_if(|last| last.len() <= run.len() * GROWTH) {
            run = merged(&last, &run, &rank);
        }
        self.runs.push(run);
    }

    /// How many reports hold a hash, and the first `most` of them of every run.
    pub fn holders(&self, hash: u32, most: usize, found: &mut Vec<u32>) -> usize {
        found.clear();
        let mut all = 0;
        for run in &self.runs {
            let from = first_at_least(run, entry(hash, 0));
            let held = run[from..].iter().take(most).take_while(|entry| key_of(**entry) == key(hash)).count();
            found.extend(run[from..from + held].iter().map(|entry| *entry as u32));
            all += if held < most { held } else { length_from(run, from, key(hash)) };
        }
        all
    }

    /// Bytes of memory.
    pub fn bytes(&self) -> usize {
        self.runs.iter().map(|run| run.capacity() * size_of::<Entry>()).sum()
    }
}

/// Sketches keep small hashes. Multiplied by an odd number each stays itself, and they lie evenly.
fn key(hash: u32) -> u32 {
    hash.wrapping_mul(0x9e37_79b1)
}

fn entry(hash: u32, report: u32) -> Entry {
    (u64::from(key(hash)) << 32) | u64::from(report)
}

fn key_of(entry: Entry) -> u32 {
    (entry >> 32) as u32
}

fn merged<R: Ord>(one: &[Entry], other: &[Entry], rank: impl Fn(u32) -> R) -> Vec<Entry> {
    let before = |a: Entry, b: Entry| match key_of(a) == key_of(b) {
        true => rank(a as u32) <= rank(b as u32),
        false => a < b,
    };
    let mut merged = Vec::with_capacity(one.len() + other.len());
    let (mut one, mut other) = (one.iter().copied().peekable(), other.iter().copied().peekable());
    while let (Some(a), Some(b)) = (one.peek(), other.peek()) {
        let next = if before(*a, *b) { one.next() } else { other.next() };
        merged.extend(next);
    }
    merged.extend(one);
    merged.extend(other);
    merged
}

/// Where the first entry not below `wanted` stands. Keys lie evenly, so that where one stands can nearly be told from its
/// value (interpolation search); halving ends what guessing has narrowed.
fn first_at_least(run: &[Entry], wanted: Entry) -> usize {
    let guess = ((u128::from(wanted) * run.len() as u128) >> 64) as usize;
    let mut step = 32;
    let (mut low, mut high) = (guess.min(run.len()), guess.min(run.len()));
    while low > 0 && run[low - 1] >= wanted {
        low = low.saturating_sub(step);
        step *= 4;
    }
    step = 32;
    while high < run.len() && run[high] < wanted {
        high = (high + step).min(run.len());
        step *= 4;
    }
    low + run[low..high].partition_point(|entry| *entry < wanted)
}

/// How many entries from here on have this key: in growing steps, since mostly few do.
fn length_from(run: &[Entry], from: usize, key: u32) -> usize {
    let mut end = from + 1;
    while run.get(end - 1).is_some_and(|entry| key_of(*entry) == key) {
        end = from + 2 * (end - from);
    }
    run[from..end.min(run.len())].partition_point(|entry| key_of(*entry) == key)
}
