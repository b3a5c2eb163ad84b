//! The averaged perceptron: learns weights for features from labelled sentences, the same bytes on every run.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use constancia_language::tagging::decode::Task;
use constancia_language::tagging::model::{GREATEST_WEIGHT, Row, WIDTH};

/// One sentence to learn from, and its right labels.
pub struct Example<T> {
    pub task: T,
    pub labels: Vec<u8>,
}

/// How often to go over the examples, and from which weight on a feature is kept.
pub struct Schedule {
    pub rounds: usize,
    pub least_weight: f64,
    pub history: History,
}

/// Which labels a word sees before it while learning.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum History {
    /// Those guessed, as in use.
    Guessed,
    /// The right ones: where not every label may follow every other, a wrong guess would forbid the right label.
    Right,
}

/// How many perceptrons are learned, each from another seed, to be averaged: together they err less.
const VOICES: u64 = 3;

/// How many features in a hundred are hidden at each step of learning, so that no single one is relied upon.
const FORGOTTEN: u64 = 20;

/// Sixteen steps of a written weight are one step of the perceptron.
const SCALE: f64 = 16.0;

#[derive(Clone, Copy)]
struct Weights {
    now: [i32; WIDTH],
    /// Each change times the moment at which it was made: the average follows from it at the end.
    timed: [i64; WIDTH],
}

/// Feature keys are hashes already.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.0 = self.0 << 8 | u64::from(byte));
    }

    fn write_u32(&mut self, key: u32) {
        self.0 = u64::from(key).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

#[derive(Default)]
struct Learner {
    positions: HashMap<u32, usize, BuildHasherDefault<Hashed>>,
    weights: Vec<Weights>,
    moment: i64,
}

impl Learner {
    fn score(&self, features: &[u32]) -> [i32; WIDTH] {
        let mut sums = [0; WIDTH];
        for position in features.iter().filter_map(|key| self.positions.get(key)) {
            for (sum, weight) in sums.iter_mut().zip(&self.weights[*position].now) {
                *sum += weight;
            }
        }
        sums
    }

    fn change(&mut self, features: &[u32], right: u8, guessed: u8) {
        for &key in features {
            let position = *self.positions.entry(key).or_insert_with(|| {
                self.weights.push(Weights { now: [0; WIDTH], timed: [0; WIDTH] });
                self.weights.len() - 1
            });
            for (label, step) in [(right, 1), (guessed, -1)] {
                self.weights[position].now[usize::from(label)] += step;
                self.weights[position].timed[usize::from(label)] += i64::from(step) * self.moment;
            }
        }
    }

    fn learn_sentence<T: Task>(&mut self, example: &Example<T>, history: History, seed: &mut u64) {
        let mut features = Vec::new();
        let mut guesses = Vec::with_capacity(example.labels.len());
        for (position, &right) in example.labels.iter().enumerate() {
            if let Some(settled) = example.task.settled(position) {
                guesses.push(settled);
                continue;
            }
            self.moment += 1;
            features.clear();
            example.task.features(position, &guesses, &mut features);
            features.retain(|_| next(seed) % 100 >= FORGOTTEN);
            let guessed = best(&self.score(&features), &example.task, &guesses);
            if guessed != right {
                self.change(&features, right, guessed);
            }
            guesses.push(if history == History::Right { right } else { guessed });
        }
    }

    fn averaged(&self) -> impl Iterator<Item = (u32, [f64; WIDTH])> {
        self.positions.iter().map(|(&key, &position)| (key, average(&self.weights[position], self.moment)))
    }
}

fn best<T: Task>(scores: &[i32; WIDTH], task: &T, before: &[u8]) -> u8 {
    let permitted = (0..task.labels() as u8).filter(|&label| task.permits(before, label));
    permitted.rev().max_by_key(|&label| scores[usize::from(label)]).unwrap_or(0)
}

fn average(weights: &Weights, moment: i64) -> [f64; WIDTH] {
    std::array::from_fn(|label| f64::from(weights.now[label]) - weights.timed[label] as f64 / moment as f64)
}

fn written(average: f64, least_weight: f64) -> i16 {
    let greatest = f64::from(GREATEST_WEIGHT);
    if average.abs() < least_weight { 0 } else { (average * SCALE).round().clamp(-greatest, greatest) as i16 }
}

/// Learns from the examples, several times over in other orders; what is written is the mean of all.
pub fn learn<T: Task>(examples: &[Example<T>], schedule: &Schedule) -> Vec<(u32, Row)> {
    let mut sums: BTreeMap<u32, [f64; WIDTH]> = BTreeMap::new();
    for voice in 0..VOICES {
        for (key, weights) in learn_once(examples, schedule, 20_260_103 + voice).averaged() {
            let sum = sums.entry(key).or_insert([0.0; WIDTH]);
            sum.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
        }
    }
    let written = |sum: [f64; WIDTH]| sum.map(|sum| written(sum / VOICES as f64, schedule.least_weight));
    let rows = sums.into_iter().map(|(key, sum)| (key, written(sum)));
    rows.filter(|(_, row)| row.iter().any(|&weight| weight != 0)).collect()
}

fn learn_once<T: Task>(examples: &[Example<T>], schedule: &Schedule, mut seed: u64) -> Learner {
    let mut learner = Learner::default();
    let mut order: Vec<usize> = (0..examples.len()).collect();
    for _ in 0..schedule.rounds {
        shuffle(&mut order, &mut seed);
        for &position in &order {
            learner.learn_sentence(&examples[position], schedule.history, &mut seed);
        }
    }
    learner
}

/// Fisher and Yates.
fn shuffle(order: &mut [usize], seed: &mut u64) {
    for last in (1..order.len()).rev() {
        order.swap(last, next(seed) as usize % (last + 1));
    }
}

/// Knuth's linear congruential generator.
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}
