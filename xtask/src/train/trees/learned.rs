//! Weights that are learned: their values, gradients, and the steps of Adam (Kingma and Ba, 2015).

use constancia_language::trees::matrix::{multiply_add, transpose};

use crate::random::Random;

const MEAN_KEPT: f32 = 0.9;
const SQUARE_KEPT: f32 = 0.98;
const LEAST: f32 = 1e-8;

/// A matrix of weights, or a list of them.
#[derive(Clone)]
pub struct Learned {
    pub value: Vec<f32>,
    pub gradient: Vec<f32>,
    mean: Vec<f32>,
    square: Vec<f32>,
}

/// How large the next step is.
#[derive(Clone, Copy)]
pub struct Step {
    rate: f32,
    mean_seen: f32,
    square_seen: f32,
}

impl Step {
    pub fn first() -> Self {
        Self { rate: 0.0, mean_seen: 1.0, square_seen: 1.0 }
    }

    /// The step after this one.
    pub fn next(self, rate: f32) -> Self {
        Self { rate, mean_seen: self.mean_seen * MEAN_KEPT, square_seen: self.square_seen * SQUARE_KEPT }
    }
}

impl Learned {
    pub fn constant(size: usize, value: f32) -> Self {
        let zero = || vec![0.0; size];
        Self { value: vec![value; size], gradient: zero(), mean: zero(), square: zero() }
    }

    /// Evenly spread over plus and minus `reach`.
    pub fn spread(size: usize, reach: f32, random: &mut Random) -> Self {
        let mut learned = Self::constant(size, 0.0);
        learned.value.fill_with(|| (random.unit() * 2.0 - 1.0) * reach);
        learned
    }

    /// A matrix after Glorot and Bengio.
    pub fn matrix(rows: usize, columns: usize, random: &mut Random) -> Self {
        Self::spread(rows * columns, (6.0 / (rows + columns) as f32).sqrt(), random)
    }

    /// Moves all weights against their gradients, which are used up.
    pub fn step(&mut self, step: Step) {
        self.step_range(0..self.value.len(), step);
    }

    /// Moves the weights of one range.
    pub fn step_range(&mut self, range: std::ops::Range<usize>, step: Step) {
        let (mean_scale, square_scale) = (1.0 / (1.0 - step.mean_seen), 1.0 / (1.0 - step.square_seen));
        let values = self.value[range.clone()].iter_mut().zip(&mut self.gradient[range.clone()]);
        let moments = self.mean[range.clone()].iter_mut().zip(&mut self.square[range]);
        for ((value, gradient), (mean, square)) in values.zip(moments) {
            *mean = *mean * MEAN_KEPT + *gradient * (1.0 - MEAN_KEPT);
            *square = *square * SQUARE_KEPT + *gradient * *gradient * (1.0 - SQUARE_KEPT);
            *value -= step.rate * *mean * mean_scale / ((*square * square_scale).sqrt() + LEAST);
            *gradient = 0.0;
        }
    }

    /// Rows of `input` times this matrix.
    pub fn apply(&self, input: &[f32], inner: usize) -> Vec<f32> {
        let columns = self.value.len() / inner;
        let mut out = vec![0.0; input.len() / inner * columns];
        multiply_add(input, &self.value, inner, &mut out);
        out
    }

    /// Takes in what the output asks for, and adds to `input_gradient` what that asks of the input.
    pub fn learn(&mut self, input: &[f32], output_gradient: &[f32], inner: usize, input_gradient: &mut [f32]) {
        let columns = self.value.len() / inner;
        multiply_add(&transpose(input, inner), output_gradient, input.len() / inner, &mut self.gradient);
        multiply_add(output_gradient, &transpose(&self.value, columns), columns, input_gradient);
    }

    /// Adds this list to each row.
    pub fn add_to(&self, rows: &mut [f32]) {
        for row in rows.chunks_exact_mut(self.value.len()) {
            row.iter_mut().zip(&self.value).for_each(|(out, bias)| *out += bias);
        }
    }

    /// Takes in what each row asks of a list that was added to it.
    pub fn learn_added(&mut self, rows: &[f32]) {
        for row in rows.chunks_exact(self.gradient.len()) {
            self.gradient.iter_mut().zip(row).for_each(|(gradient, out)| *gradient += out);
        }
    }
}
