//! Products with weights that are kept as whole numbers: twice as fast as in fractions, and exact on every machine.
//!
//! Weights are rounded to 2047 steps each way, what they are multiplied with to 1024ths up to 8: 128 such products still
//! fit 32 bits. It knows nothing of what the numbers mean.

use wide::{i16x8, i32x4};

/// The longest row that can be multiplied.
pub const LONGEST_ROW: usize = 128;

const GREATEST_STEP: f32 = 2047.0;
const GREATEST_INPUT: f32 = 8.0;
const INPUT_STEPS: f32 = 1024.0;

/// Columns that are multiplied together.
const STRIP: usize = 8;

/// Rows of the input that are multiplied together.
const HEIGHT: usize = 4;

/// A matrix of weights.
#[derive(Clone, Debug, Default)]
pub struct Packed {
    /// How many rows it has, an even number.
    rows: usize,
    /// How many columns it has, a multiple of eight.
    columns: usize,
    /// What a step of a weight is worth.
    worth: f32,
    /// For each eight columns and each two rows the steps of the upper and the lower row, column by column.
    strips: Vec<[i16x8; 2]>,
}

impl Packed {
    /// Rounds weights; each row has `columns` numbers.
    pub fn round(weights: &[f32], columns: usize) -> Self {
        let greatest = weights.iter().fold(f32::MIN_POSITIVE, |greatest, weight| greatest.max(weight.abs()));
        let worth = greatest / GREATEST_STEP;
        let steps: Vec<i16> = weights.iter().map(|weight| (weight / worth).round() as i16).collect();
        Self::new(&steps, columns, worth)
    }

    /// Takes rounded weights, row after row, and what a step is worth.
    pub fn new(steps: &[i16], columns: usize, worth: f32) -> Self {
        let rows = steps.len() / columns;
        let quad = |row: usize, column: usize| {
            let step = |at: usize| steps[(row + at % 2) * columns + column + at / 2];
            i16x8::new(std::array::from_fn(step))
        };
        let strip =
            |column: usize| (0..rows).step_by(2).map(move |row| [quad(row, column), quad(row, column + STRIP / 2)]);
        let strips = (0..columns).step_by(STRIP).flat_map(strip).collect();
        Self { rows, columns, worth, strips }
    }

    /// What a step is worth.
    pub fn worth(&self) -> f32 {
        self.worth
    }

    /// The rounded weights, row after row.
    pub fn steps(&self) -> Vec<i16> {
        let mut steps = vec![0; self.rows * self.columns];
        for (at, quads) in self.strips.iter().enumerate() {
            let (strip, pair) = (at / (self.rows / 2), at % (self.rows / 2));
            for (place, step) in quads.iter().flat_map(|quad| quad.to_array()).enumerate() {
                steps[(2 * pair + place % 2) * self.columns + strip * STRIP + place / 2] = step;
            }
        }
        steps
    }

    /// Adds `left` times the weights to `out`.
    pub fn multiply_add(&self, left: &[f32], out: &mut [f32]) {
        let rounded: Vec<i16x8> = left.as_chunks::<2>().0.iter().map(|pair| spread(*pair)).collect();
        let mut strips = rounded.chunks_exact(HEIGHT * self.rows / 2);
        let mut outs = out.chunks_exact_mut(HEIGHT * self.columns);
        for (strip, out) in strips.by_ref().zip(outs.by_ref()) {
            self.multiply_strip::<HEIGHT>(strip, out);
        }
        let (rest, out) = (strips.remainder(), outs.into_remainder());
        match out.len() / self.columns {
            3 => self.multiply_strip::<3>(rest, out),
            2 => self.multiply_strip::<2>(rest, out),
            1 => self.multiply_strip::<1>(rest, out),
            _ => {}
        }
    }

    fn multiply_strip<const HEIGHT: usize>(&self, left: &[i16x8], out: &mut [f32]) {
        let inner = self.rows / 2;
        let left: [&[i16x8]; HEIGHT] = std::array::from_fn(|row| &left[row * inner..][..inner]);
        let worth = self.worth / INPUT_STEPS;
        for (at, strip) in self.strips.chunks_exact(inner).enumerate() {
            let mut sums = [[i32x4::ZERO; 2]; HEIGHT];
            for (pair, weights) in strip.iter().enumerate() {
                for (sums, left) in sums.iter_mut().zip(left) {
                    sums[0] += left[pair].dot(weights[0]);
                    sums[1] += left[pair].dot(weights[1]);
                }
            }
            for (row, sums) in sums.into_iter().enumerate() {
                let out = &mut out[row * self.columns + at * STRIP..][..STRIP];
                let sums = sums.into_iter().flat_map(i32x4::to_array);
                out.iter_mut().zip(sums).for_each(|(out, sum)| *out += worth * sum as f32);
            }
        }
    }
}

/// Two numbers rounded, side by side four times.
fn spread(pair: [f32; 2]) -> i16x8 {
    let [upper, lower] = pair.map(round_input);
    i16x8::new([upper, lower, upper, lower, upper, lower, upper, lower])
}

/// Rounds by adding a number so large that only whole steps are left in the low bits.
fn round_input(value: f32) -> i16 {
    const LARGE: f32 = 12_582_912.0;
    (value.clamp(-GREATEST_INPUT, GREATEST_INPUT) * INPUT_STEPS + LARGE).to_bits() as i16
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trees::matrix::multiply_add;

    #[test]
    fn products_are_those_of_fractions_but_for_rounding() {
        let (inner, columns) = (LONGEST_ROW, 24);
        let weights: Vec<f32> = (0..inner * columns).map(|at| (at * 37 % 101) as f32 / 50.0 - 1.0).collect();
        let packed = Packed::round(&weights, columns);
        for rows in 0..10 {
            let left: Vec<f32> = (0..rows * inner).map(|at| (at * 13 % 31) as f32 / 10.0 - 1.5).collect();
            let (mut exact, mut rounded) = (vec![0.5; rows * columns], vec![0.5; rows * columns]);
            multiply_add(&left, &weights, inner, &mut exact);
            packed.multiply_add(&left, &mut rounded);
            assert!(exact.iter().zip(&rounded).all(|(exact, rounded)| (exact - rounded).abs() < 0.1), "{rows} rows");
        }
    }

    #[test]
    fn the_greatest_numbers_do_not_run_over() {
        let packed = Packed::round(&[1.0; LONGEST_ROW * 8], 8);
        let mut out = [0.0; 8];
        packed.multiply_add(&[1e6; LONGEST_ROW], &mut out);
        assert!(out.iter().all(|&sum| (sum - 1024.0).abs() < 1.0), "{out:?}");
    }

    #[test]
    fn steps_are_kept_in_their_order() {
        let steps: Vec<i16> = (0..4 * 16).collect();
        assert_eq!(Packed::new(&steps, 16, 0.5).steps(), steps);
    }
}
