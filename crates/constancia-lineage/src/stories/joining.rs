//! Reports to groups: the two groups that are most alike on average are joined, until none are alike enough.
//!
//! Average linkage over the pairs that the archive finds. Gives groups that may still hold two events of one topic.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

use super::StoryId;
use super::archive::{Archive, NEIGHBOURS};
use super::similarity;

/// So many reports of a story stand for it when a new one comes.
const ASKED: usize = 32;
/// So many stories are asked whether a new report is theirs.
const STORIES: usize = 6;

/// The groups of all reports, each with its reports in order.
pub(super) fn joined(archive: &Archive, least: f64) -> Vec<Vec<usize>> {
    let mut groups = Groups::of(archive, least);
    while let Some(pair) = groups.closest() {
        groups.join(&pair);
    }
    let mut members: Vec<Vec<usize>> = groups.members.into_iter().filter(|members| !members.is_empty()).collect();
    members.iter_mut().for_each(|members| members.sort_unstable());
    members.sort();
    members
}

/// Two groups and how alike they are.
struct Pair {
    alike: f64,
    one: usize,
    other: usize,
    /// How many reports they had when this was said.
    sizes: (usize, usize),
}

impl Ord for Pair {
    fn cmp(&self, than: &Self) -> Ordering {
        let places = (than.one, than.other).cmp(&(self.one, self.other));
        self.alike.total_cmp(&than.alike).then(places)
    }
}

impl PartialOrd for Pair {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Pair {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Pair {}

struct Groups {
    members: Vec<Vec<usize>>,
    /// By group, the groups it has pairs of reports with, and the sum of their likenesses.
    sums: Vec<BTreeMap<usize, f64>>,
    queue: BinaryHeap<Pair>,
    /// Groups less alike on average are not joined.
    least: f64,
}

impl Groups {
    fn of(archive: &Archive, least: f64) -> Self {
        let mut sums: Vec<BTreeMap<usize, f64>> = vec![BTreeMap::new(); archive.len()];
        for at in 0..archive.len() {
            for (other, alike) in archive.near(at) {
                sums[at].insert(other, alike);
                sums[other].insert(at, alike);
            }
        }
        let members = (0..archive.len()).map(|at| vec![at]).collect();
        let mut groups = Self { members, sums, queue: BinaryHeap::new(), least };
        (0..archive.len()).for_each(|at| groups.offer(at, |other| other > at));
        groups
    }

    /// Puts the pairs of a group that are alike enough into the queue.
    fn offer(&mut self, one: usize, wanted: impl Fn(usize) -> bool) {
        for (&other, &sum) in self.sums[one].iter().filter(|(other, _)| wanted(**other)) {
            let sizes = (self.members[one].len(), self.members[other].len());
            let alike = sum / pairs(sizes);
            if alike >= self.least {
                self.queue.push(Pair { alike, one, other, sizes });
            }
        }
    }

    /// The most alike pair that still stands.
    fn closest(&mut self) -> Option<Pair> {
        loop {
            let pair = self.queue.pop()?;
            if (self.members[pair.one].len(), self.members[pair.other].len()) == pair.sizes {
                return Some(pair);
            }
        }
    }

    /// The smaller group goes into the larger one.
    fn join(&mut self, pair: &Pair) {
        let smaller = self.members[pair.one].len() < self.members[pair.other].len();
        let (kept, gone) = if smaller { (pair.other, pair.one) } else { (pair.one, pair.other) };
        let members = std::mem::take(&mut self.members[gone]);
        self.members[kept].extend(members);
        self.sums[kept].remove(&gone);
        for (other, sum) in std::mem::take(&mut self.sums[gone]) {
            self.sums[other].remove(&gone);
            if other != kept {
                *self.sums[kept].entry(other).or_default() += sum;
                *self.sums[other].entry(kept).or_default() += sum;
            }
        }
        self.offer(kept, |_| true);
    }
}

/// Over how many pairs of reports the likeness of two groups is averaged: all of them, but no more than are looked for.
fn pairs((one, other): (usize, usize)) -> f64 {
    let smaller = one.min(other);
    (one * other).min(smaller * NEIGHBOURS) as f64
}

/// The story that a new report belongs to, if it is alike enough to one.
pub(super) fn story_for(
    archive: &Archive,
    at: usize,
    story_of: &[StoryId],
    members: &[Vec<usize>],
    least: f64,
) -> Option<StoryId> {
    let mut asked: Vec<StoryId> = Vec::new();
    for (other, _) in archive.near(at) {
        if !asked.contains(&story_of[other]) && asked.len() < STORIES {
            asked.push(story_of[other]);
        }
    }
    let own = similarity::weigh(archive, at);
    let alike = |story: StoryId| {
        let members = &members[story.0];
        let asked = members.iter().rev().step_by(members.len().div_ceil(ASKED));
        let alike =
            |&other: &usize| similarity::alike(archive, (at, &own), (other, &similarity::weigh(archive, other)));
        let (count, sum) = asked.map(alike).fold((0.0, 0.0), |(count, sum), alike| (count + 1.0, sum + alike));
        sum / count
    };
    let rated = asked.into_iter().map(|story| (alike(story), story));
    let best = rated.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    best.filter(|(alike, _)| *alike >= least).map(|(_, story)| story)
}
