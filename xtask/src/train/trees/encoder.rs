//! Learning to read: from the features of words to numbers that tell each word in its sentence.

use constancia_language::trees::encoder::LAYERS;
use constancia_language::trees::features::{FEATURES, LETTERS};
use constancia_language::trees::recurrence::{GATES, WIDTH};

use super::examples::Example;
use super::learned::{Learned, Step};
use super::recurrence::{Asked, LearnedRecurrence, Pass};
use crate::random::Random;

/// How many numbers stand for a feature while learning; in the model each feature is already multiplied out.
pub const EMBEDDING: usize = 128;

const FEATURE_DROPPED: f32 = 0.1;
const LETTERS_DROPPED: f32 = 0.1;
const CHANNEL_DROPPED: f32 = 0.3;

/// The rows of the features of each word, sentence after sentence, and the ends of the sentences.
pub struct Words {
    pub rows: Vec<[u32; FEATURES]>,
    pub ends: Vec<usize>,
}

impl Words {
    pub fn of(batch: &[&Example]) -> Self {
        let mut words = Words { rows: Vec::new(), ends: Vec::new() };
        for example in batch {
            words.rows.extend(&example.rows);
            words.ends.push(words.rows.len());
        }
        words
    }

    /// The words of each sentence.
    pub fn sentences(&self) -> impl Iterator<Item = std::ops::Range<usize>> {
        (0..self.ends.len()).map(|at| at.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[at])
    }
}

/// The weights.
#[derive(Clone)]
pub struct LearnedEncoder {
    pub features: Learned,
    pub gates: Vec<Learned>,
    pub highway: Learned,
    pub layers: Vec<LearnedRecurrence>,
}

/// What was computed on the way, for the way back.
pub struct Reading {
    rows: Vec<[u32; FEATURES]>,
    embedded_mask: Vec<f32>,
    embedded: Vec<f32>,
    layers: Vec<LayerReading>,
    /// [`WIDTH`] numbers a word.
    pub encoded: Vec<f32>,
}

struct LayerReading {
    gates: Vec<f32>,
    highway: Vec<f32>,
    states: Vec<f32>,
    mask: Vec<f32>,
}

impl LearnedEncoder {
    pub fn new(rows: usize, random: &mut Random) -> Self {
        let inner = |layer: usize| if layer == 0 { EMBEDDING } else { WIDTH };
        Self {
            features: Learned::spread(rows * EMBEDDING, 0.05, random),
            gates: (0..LAYERS).map(|layer| Learned::matrix(inner(layer), GATES, random)).collect(),
            highway: Learned::matrix(EMBEDDING, WIDTH, random),
            layers: vec![LearnedRecurrence::new(); LAYERS],
        }
    }

    /// Reads the words with some features and channels dropped.
    pub fn read(&self, words: &Words, random: &mut Random) -> Reading {
        let rows: Vec<_> = words.rows.iter().map(|rows| dropped(rows, random)).collect();
        let mut embedded = self.embed(&rows);
        let embedded_mask = mask(words, EMBEDDING, random);
        multiply(&mut embedded, &embedded_mask);
        let mut reading = Reading { rows, embedded_mask, embedded, layers: Vec::new(), encoded: Vec::new() };
        let mut input = reading.embedded.clone();
        for layer in 0..LAYERS {
            let (passed, out) = self.read_layer(layer, input, words, random);
            reading.layers.push(passed);
            input = out;
        }
        reading.encoded = input;
        reading
    }

    fn embed(&self, rows: &[[u32; FEATURES]]) -> Vec<f32> {
        let mut embedded = vec![0.0; rows.len() * EMBEDDING];
        for (rows, out) in rows.iter().zip(embedded.chunks_exact_mut(EMBEDDING)) {
            for &row in rows.iter().filter(|row| **row != 0) {
                let values = &self.features.value[row as usize * EMBEDDING..][..EMBEDDING];
                out.iter_mut().zip(values).for_each(|(out, value)| *out += value);
            }
        }
        embedded
    }

    fn read_layer(
        &self,
        layer: usize,
        input: Vec<f32>,
        words: &Words,
        random: &mut Random,
    ) -> (LayerReading, Vec<f32>) {
        let inner = if layer == 0 { EMBEDDING } else { WIDTH };
        let gates = self.gates[layer].apply(&input, inner);
        let highway = if layer == 0 { self.highway.apply(&input, EMBEDDING) } else { input };
        let (mut states, mut out) = (vec![0.0; highway.len()], vec![0.0; highway.len()]);
        let recurrence = self.layers[layer].now();
        for sentence in words.sentences() {
            let (narrow, wide) = (scaled(&sentence, WIDTH), scaled(&sentence, GATES));
            recurrence.run(&gates[wide], &highway[narrow.clone()], &mut states[narrow.clone()], &mut out[narrow]);
        }
        let mask = mask(words, WIDTH, random);
        multiply(&mut out, &mask);
        (LayerReading { gates, highway, states, mask }, out)
    }

    /// Takes in what is asked of the encoded words.
    pub fn learn(&mut self, words: &Words, reading: &Reading, mut asked: Vec<f32>) {
        for layer in (0..LAYERS).rev() {
            let passed = &reading.layers[layer];
            multiply(&mut asked, &passed.mask);
            let mut gates = vec![0.0; passed.gates.len()];
            let mut highway = vec![0.0; passed.highway.len()];
            for sentence in words.sentences() {
                let (narrow, wide) = (scaled(&sentence, WIDTH), scaled(&sentence, GATES));
                let pass = Pass {
                    gates: &passed.gates[wide.clone()],
                    highway: &passed.highway[narrow.clone()],
                    states: &passed.states[narrow.clone()],
                    out_gradient: &asked[narrow.clone()],
                };
                self.layers[layer].learn(&pass, &mut Asked { gates: &mut gates[wide], highway: &mut highway[narrow] });
            }
            if layer == 0 {
                asked = vec![0.0; reading.embedded.len()];
                self.highway.learn(&reading.embedded, &highway, EMBEDDING, &mut asked);
                self.gates[0].learn(&reading.embedded, &gates, EMBEDDING, &mut asked);
            } else {
                asked = highway;
                self.gates[layer].learn(&passed.highway, &gates, WIDTH, &mut asked);
            }
        }
        multiply(&mut asked, &reading.embedded_mask);
        self.learn_features(reading, &asked);
    }

    fn learn_features(&mut self, reading: &Reading, asked: &[f32]) {
        for (rows, asked) in reading.rows.iter().zip(asked.chunks_exact(EMBEDDING)) {
            for &row in rows.iter().filter(|row| **row != 0) {
                let gradient = &mut self.features.gradient[row as usize * EMBEDDING..][..EMBEDDING];
                gradient.iter_mut().zip(asked).for_each(|(gradient, asked)| *gradient += asked);
            }
        }
    }

    /// Moves all weights; of the features those that were seen.
    pub fn step(&mut self, reading: &Reading, step: Step) {
        let mut seen: Vec<u32> = reading.rows.iter().flatten().copied().filter(|row| *row != 0).collect();
        seen.sort_unstable();
        seen.dedup();
        for row in seen {
            self.features.step_range(scaled(&(row as usize..row as usize + 1), EMBEDDING), step);
        }
        self.gates.iter_mut().for_each(|gates| gates.step(step));
        self.highway.step(step);
        self.layers.iter_mut().for_each(|layer| layer.step(step));
    }
}

fn scaled(range: &std::ops::Range<usize>, width: usize) -> std::ops::Range<usize> {
    range.start * width..range.end * width
}

fn multiply(values: &mut [f32], mask: &[f32]) {
    values.iter_mut().zip(mask).for_each(|(value, mask)| *value *= mask);
}

/// What a feature is worth when none is dropped.
pub fn feature_scale() -> f32 {
    1.0 - FEATURE_DROPPED
}

/// Drops features one by one, and at times all letters of a word.
fn dropped(rows: &[u32; FEATURES], random: &mut Random) -> [u32; FEATURES] {
    let first = if random.unit() < LETTERS_DROPPED { LETTERS } else { 0 };
    let mut kept = [0; FEATURES];
    for (at, &row) in rows.iter().enumerate().skip(first) {
        kept[at] = if random.unit() < FEATURE_DROPPED { 0 } else { row };
    }
    kept
}

/// The same channels for all words of a sentence.
fn mask(words: &Words, width: usize, random: &mut Random) -> Vec<f32> {
    words.sentences().flat_map(|sentence| random.mask(width, CHANNEL_DROPPED).repeat(sentence.len())).collect()
}
