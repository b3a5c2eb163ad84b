//! One layer that reads a sentence from both ends: a simple recurrent unit, whose state costs no product of matrices.
//!
//! After Lei and others, "Simple Recurrent Units for Highly Parallelizable Recurrence" (2018), with algebraic curves in
//! place of exponentials, so that every machine computes the same bits. It knows numbers only.

/// The width of one direction of a layer.
pub const HALF: usize = 64;

/// The width of a layer: both directions beside each other.
pub const WIDTH: usize = 2 * HALF;

/// What a layer is fed for each word: candidate, forget gate and reset gate of the first direction, then of the second.
pub const GATES: usize = 3 * WIDTH;

/// The weights of a layer by channel; each list has [`WIDTH`] entries.
#[derive(Clone, Debug, Default)]
pub struct Recurrence {
    /// How the state before moves the forget gate.
    pub forget_state: Vec<f32>,
    /// What is added to the forget gate.
    pub forget_bias: Vec<f32>,
    /// How the state before moves the reset gate.
    pub reset_state: Vec<f32>,
    /// What is added to the reset gate.
    pub reset_bias: Vec<f32>,
}

/// From -1 to 1, steepest at 0.
pub fn curve(value: f32) -> f32 {
    value / (1.0 + value * value).sqrt()
}

/// From 0 to 1.
pub fn gate(value: f32) -> f32 {
    0.5 + 0.5 * curve(0.5 * value)
}

/// The words of a sentence in the order in which a direction reads them.
pub fn order(direction: usize, length: usize) -> impl Iterator<Item = usize> {
    (0..length).map(move |step| if direction == 0 { step } else { length - 1 - step })
}

impl Recurrence {
    /// All lists, in the order of a model file.
    pub fn lists_mut(&mut self) -> [&mut Vec<f32>; 4] {
        [&mut self.forget_state, &mut self.forget_bias, &mut self.reset_state, &mut self.reset_bias]
    }

    /// Reads one sentence. `gates` has [`GATES`] numbers a word; `highway`, `states` and `out` have [`WIDTH`] a word. What
    /// the reset gate does not show of the state is filled from `highway`.
    pub fn run(&self, gates: &[f32], highway: &[f32], states: &mut [f32], out: &mut [f32]) {
        let length = gates.len() / GATES;
        for direction in 0..2 {
            let mut before = [0.0f32; HALF];
            for word in order(direction, length) {
                let at = word * WIDTH + direction * HALF;
                let gates = &gates[word * GATES + direction * 3 * HALF..][..3 * HALF];
                let (highway, out) = (&highway[at..at + HALF], &mut out[at..at + HALF]);
                self.read_word(direction, gates, highway, &mut before, out);
                states[at..at + HALF].copy_from_slice(&before);
            }
        }
    }

    fn read_word(&self, direction: usize, gates: &[f32], highway: &[f32], state: &mut [f32; HALF], out: &mut [f32]) {
        let channels = direction * HALF..(direction + 1) * HALF;
        let (forget_state, forget_bias) = (&self.forget_state[channels.clone()], &self.forget_bias[channels.clone()]);
        let (reset_state, reset_bias) = (&self.reset_state[channels.clone()], &self.reset_bias[channels]);
        let (candidates, forgets, resets) = (&gates[..HALF], &gates[HALF..2 * HALF], &gates[2 * HALF..3 * HALF]);
        let (highway, out) = (&highway[..HALF], &mut out[..HALF]);
        for channel in 0..HALF {
            let before = state[channel];
            let forget = gate(forgets[channel] + forget_state[channel] * before + forget_bias[channel]);
            let reset = gate(resets[channel] + reset_state[channel] * before + reset_bias[channel]);
            state[channel] = forget * before + (1.0 - forget) * candidates[channel];
            out[channel] = reset * curve(state[channel]) + (1.0 - reset) * highway[channel];
        }
    }
}
