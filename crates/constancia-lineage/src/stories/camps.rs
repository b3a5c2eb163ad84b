//! A group of reports that holds two events of one topic: parts it into its two camps.
//!
//! A camp is marked by names, places, numbers and dates that most of its reports have and hardly any of the other camp.
//! Two camps stand where each is marked, and the weaker marks weigh enough beside all that both share. Reports that
//! copy one another count once, since what one agency tells is not told by many.

use std::collections::{BTreeMap, BTreeSet};

use super::archive::{Archive, Term};
use super::similarity;
use super::terms::{Aspect, Class};

/// A camp has at least so many reports that are no copies of one another.
const FEWEST: usize = 3;
/// From this share of a camp on a term marks it, if at most the small share of the other camp has it.
const MOST: f64 = 0.5;
const HARDLY: f64 = 0.15;
/// So many reports without the term are added to a camp before its share is taken.
const ASSUMED: f64 = 1.0;
/// A kind of event is a weak mark: the same event is told as a crash and as deaths.
const EVENT: f64 = 0.3;
/// A term from which camps are grown has to be rare in this way; so many are tried.
const SEEDS: usize = 60;
/// How often the reports choose their camp anew.
const ROUNDS: usize = 4;
/// Reports that are more alike than this are copies.
const COPIES: f64 = 0.75;
/// Of a larger group so many reports are looked at, and the others follow.
const LOOKED_AT: usize = 200;

/// The group in its camps, parted as long as there are two.
pub(super) fn all_camps(archive: &Archive, group: Vec<usize>, least: f64) -> Vec<Vec<usize>> {
    let mut whole = vec![group];
    let mut done = Vec::new();
    while let Some(group) = whole.pop() {
        match camps(archive, &group, least) {
            Some(camps) => whole.extend(camps),
            None => done.push(group),
        }
    }
    done
}

/// The two camps of a group, that of its first report first; none where it is about one event. `least` is what the marks
/// of the weaker camp have to weigh beside all that both share.
pub(super) fn camps(archive: &Archive, group: &[usize], least: f64) -> Option<[Vec<usize>; 2]> {
    let looked_at: Vec<usize> = group.iter().copied().step_by(group.len().div_ceil(LOOKED_AT).max(1)).collect();
    let table = Table::of(archive, &originals(archive, &looked_at));
    let leaning = table.strongest(least)?;
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for &at in group {
        if leaning.of(archive, at) > 0.0 { first.push(at) } else { second.push(at) }
    }
    if first.is_empty() || second.is_empty() {
        return None;
    }
    Some(if first.contains(&group[0]) { [first, second] } else { [second, first] })
}

/// Without reports that copy one before them.
fn originals(archive: &Archive, group: &[usize]) -> Vec<usize> {
    let mut originals: Vec<(usize, similarity::Weighed)> = Vec::new();
    if group.len() < 2 * FEWEST {
        return Vec::new();
    }
    for &at in group {
        let own = similarity::weigh(archive, at);
        let copies = |(other, theirs): &(usize, similarity::Weighed)| {
            similarity::alike(archive, (at, &own), (*other, theirs)) > COPIES
        };
        if !originals.iter().any(copies) {
            originals.push((at, own));
        }
    }
    originals.into_iter().map(|(at, _)| at).collect()
}

/// What each term says for the first camp (above nought) or the second.
struct Leaning(BTreeMap<u32, f64>);

impl Leaning {
    fn of(&self, archive: &Archive, at: usize) -> f64 {
        archive.held(at).terms.iter().filter_map(|term| self.0.get(&term.number)).sum()
    }
}

/// The terms that two reports of a group have at least, and which report has which.
struct Table {
    reports: usize,
    /// By column: the number of the term, what it weighs, and whether camps may be grown from it.
    terms: Vec<(u32, f64, bool)>,
    /// By report, its columns.
    rows: Vec<Vec<usize>>,
}

impl Table {
    fn of(archive: &Archive, group: &[usize]) -> Self {
        let mut holders: BTreeMap<u32, (Term, usize)> = BTreeMap::new();
        for term in group.iter().flat_map(|&at| &archive.held(at).terms).filter(|term| counts(archive, term)) {
            holders.entry(term.number).or_insert((*term, 0)).1 += 1;
        }
        holders.retain(|_, (_, reports)| *reports > 1);
        let columns: BTreeMap<u32, usize> =
            holders.keys().enumerate().map(|(column, number)| (*number, column)).collect();
        let weighed = |(number, (term, _)): (&u32, &(Term, usize))| {
            let event = term.aspect == Aspect::Event;
            let weight = similarity::rarity(archive, term) / term.aspect.weight();
            (*number, if event { EVENT * weight } else { weight }, !event)
        };
        let row =
            |&at: &usize| archive.held(at).terms.iter().filter_map(|term| columns.get(&term.number).copied()).collect();
        Self {
            reports: group.len(),
            terms: holders.iter().map(weighed).collect(),
            rows: group.iter().map(row).collect(),
        }
    }

    /// What leads to the two camps that are marked most, if they are marked enough.
    fn strongest(&self, least: f64) -> Option<Leaning> {
        if self.reports < 2 * FEWEST {
            return None;
        }
        let mut tried: BTreeSet<Vec<bool>> = BTreeSet::new();
        let mut best: Option<(f64, Counted)> = None;
        for seed in self.seeds() {
            let camp = self.grown(self.rows.iter().map(|row| row.binary_search(&seed).is_ok()).collect());
            let counted = self.counted(&camp);
            if !self.large_enough(&camp) || !tried.insert(camp) {
                continue;
            }
            let marked = self.marked(&counted);
            if marked >= least && best.as_ref().is_none_or(|(most, _)| marked > *most) {
                best = Some((marked, counted));
            }
        }
        let (_, counted) = best?;
        let leaning = self.leaning(&counted);
        Some(Leaning(self.terms.iter().zip(leaning).map(|((number, ..), leaning)| (*number, leaning)).collect()))
    }

    /// The columns that part the group most evenly.
    fn seeds(&self) -> Vec<usize> {
        let counted = self.counted(&vec![true; self.reports]);
        let even = |column: usize| counted.first[column].min(self.reports - counted.first[column]);
        let mut seeds: Vec<usize> =
            (0..self.terms.len()).filter(|&column| self.terms[column].2 && even(column) >= FEWEST).collect();
        seeds.sort_by_key(|&column| (std::cmp::Reverse(even(column)), column));
        seeds.truncate(SEEDS);
        seeds
    }

    fn large_enough(&self, camp: &[bool]) -> bool {
        let first = camp.iter().filter(|first| **first).count();
        first.min(self.reports - first) >= FEWEST
    }

    /// Every report chooses the camp that its terms speak for, until none changes.
    fn grown(&self, mut camp: Vec<bool>) -> Vec<bool> {
        for _ in 0..ROUNDS {
            let leaning = self.leaning(&self.counted(&camp));
            let chosen: Vec<bool> =
                self.rows.iter().map(|row| row.iter().map(|&column| leaning[column]).sum::<f64>() > 0.0).collect();
            if chosen == camp || !self.large_enough(&chosen) {
                break;
            }
            camp = chosen;
        }
        camp
    }

    fn counted(&self, camp: &[bool]) -> Counted {
        let mut counted =
            Counted { first: vec![0; self.terms.len()], second: vec![0; self.terms.len()], sizes: [0, 0] };
        for (row, first) in self.rows.iter().zip(camp) {
            let counts = if *first { &mut counted.first } else { &mut counted.second };
            row.iter().for_each(|&column| counts[column] += 1);
            counted.sizes[usize::from(!first)] += 1;
        }
        counted
    }

    /// By column, its weight times the logarithm of how much more often the first camp has it.
    fn leaning(&self, counted: &Counted) -> Vec<f64> {
        let leaning = |column: usize| {
            let [first, second] = counted.shares(column);
            self.terms[column].1 * ((first + 0.05) / (second + 0.05)).ln().clamp(-3.0, 3.0)
        };
        (0..self.terms.len()).map(leaning).collect()
    }

    /// The marks of the weaker camp beside what both share.
    fn marked(&self, counted: &Counted) -> f64 {
        let (mut marks, mut common) = ([0.0, 0.0], 1.0);
        for (column, (_, weight, _)) in self.terms.iter().enumerate() {
            let [first, second] = counted.shares(column);
            common += weight * first.min(second);
            let [plain_first, plain_second] = counted.plain_shares(column);
            if first >= MOST && plain_second <= HARDLY {
                marks[0] += weight * (first - second);
            }
            if second >= MOST && plain_first <= HARDLY {
                marks[1] += weight * (second - first);
            }
        }
        marks[0].min(marks[1]) / common
    }
}

/// Words of the language are left out, and the parts of a place's name, which counts as a whole.
fn counts(archive: &Archive, term: &Term) -> bool {
    let class = archive.class(term);
    class != Class::Word && !(class == Class::Name && term.aspect == Aspect::Place)
}

/// By column, how many reports of each camp have the term; and how large the camps are.
struct Counted {
    first: Vec<usize>,
    second: Vec<usize>,
    sizes: [usize; 2],
}

impl Counted {
    fn shares(&self, column: usize) -> [f64; 2] {
        self.shares_with(column, ASSUMED)
    }

    fn plain_shares(&self, column: usize) -> [f64; 2] {
        self.shares_with(column, 0.0)
    }

    fn shares_with(&self, column: usize, assumed: f64) -> [f64; 2] {
        let share = |count: usize, size: usize| count as f64 / (size as f64 + assumed);
        [share(self.first[column], self.sizes[0]), share(self.second[column], self.sizes[1])]
    }
}
