//! From the features of words to numbers that tell each word in its sentence.
//!
//! A feature is a key with a row of small integers; the rows of a word are summed and read by recurrent layers. It knows
//! neither words nor trees.

use std::borrow::Cow;

use super::features::FEATURES;
use super::packed::Packed;
use super::recurrence::{GATES, Recurrence, WIDTH};
use crate::tagging::model::Table;

/// How many recurrent layers there are.
pub const LAYERS: usize = 3;

/// The length of the row of a feature: what it feeds the gates of the first layer, then its highway.
pub const ROW: usize = GATES + WIDTH;

/// The rows of all features that are known.
#[derive(Debug, Default)]
pub struct Rows {
    /// The features, by rising key.
    pub keys: Table,
    /// How many steps of the sum one step of each row is, [`GREATEST_FACTOR`] at most.
    pub factors: Vec<u8>,
    /// [`ROW`] steps for each feature, a signed byte each.
    pub steps: Cow<'static, [u8]>,
    /// What a step of the sum is worth.
    pub worth: f32,
}

/// Rows are rounded to up to 127 steps each way, and a step is up to so many steps of the sum.
pub const GREATEST_FACTOR: u8 = 16;

/// The sum of the features of a word fits 16 bits.
const _: () = assert!(FEATURES * 127 * (GREATEST_FACTOR as usize) <= i16::MAX as usize);

/// Columns that are summed together: what a processor loads at once.
const STRIP: usize = 64;

/// The weights.
#[derive(Debug, Default)]
pub struct Encoder {
    /// What is known of features.
    pub rows: Rows,
    /// The recurrent layers.
    pub layers: [Recurrence; LAYERS],
    /// From the output of a layer, [`WIDTH`] numbers, to the gates of the next.
    pub gates: [Packed; LAYERS - 1],
}

impl Rows {
    /// Adds a row that is given in fractions; `greatest` is the greatest number of all rows, or more.
    pub fn push(&mut self, row: &[f32], greatest: f32) {
        let factors = f32::from(GREATEST_FACTOR);
        self.worth = greatest / (127.0 * factors);
        let highest = row.iter().fold(0.0f32, |highest, value| highest.max(value.abs()));
        let factor = (highest / greatest * factors).ceil().clamp(1.0, factors);
        self.factors.push(factor as u8);
        let steps = row.iter().map(|value| (value / (self.worth * factor)).round() as i8);
        self.steps.to_mut().extend(steps.map(i8::cast_unsigned));
    }

    /// Sums the rows of each word: what goes to the gates and to the highway of the first layer.
    fn sum(&self, words: &[[u32; FEATURES]]) -> (Vec<f32>, Vec<f32>) {
        let (mut gates, mut highway) = (vec![0.0; words.len() * GATES], vec![0.0; words.len() * WIDTH]);
        let outs = gates.chunks_exact_mut(GATES).zip(highway.chunks_exact_mut(WIDTH));
        for (keys, (gates, highway)) in words.iter().zip(outs) {
            let rows = keys.map(|key| self.keys.position(key));
            let strips = gates.as_chunks_mut::<STRIP>().0.iter_mut().chain(highway.as_chunks_mut().0);
            strips.enumerate().for_each(|(strip, out)| self.sum_strip(&rows, strip * STRIP, out));
        }
        (gates, highway)
    }

    fn sum_strip(&self, rows: &[Option<usize>; FEATURES], from: usize, out: &mut [f32; STRIP]) {
        let mut sums = [0i16; STRIP];
        for &row in rows.iter().flatten() {
            let factor = i16::from(self.factors[row]);
            let steps = &self.steps[row * ROW + from..][..STRIP];
            sums.iter_mut()
                .zip(steps)
                .for_each(|(sum, step)| *sum = sum.wrapping_add(i16::from(step.cast_signed()) * factor));
        }
        out.iter_mut().zip(sums).for_each(|(out, sum)| *out = self.worth * f32::from(sum));
    }
}

impl Encoder {
    /// Reads one sentence, given as the feature keys of its words; [`WIDTH`] numbers a word.
    pub fn encode(&self, words: &[[u32; FEATURES]]) -> Vec<f32> {
        let (mut gates, mut input) = self.rows.sum(words);
        let mut states = vec![0.0; input.len()];
        let mut out = vec![0.0; input.len()];
        for (layer, recurrence) in self.layers.iter().enumerate() {
            if let Some(weights) = layer.checked_sub(1).map(|before| &self.gates[before]) {
                gates.fill(0.0);
                weights.multiply_add(&input, &mut gates);
            }
            recurrence.run(&gates, &input, &mut states, &mut out);
            std::mem::swap(&mut input, &mut out);
        }
        input
    }
}
