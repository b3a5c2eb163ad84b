//! How a recurrent layer learns: the derivatives of `constancia_language::trees::recurrence`, backwards through a sentence.

use constancia_language::trees::recurrence::{GATES, HALF, Recurrence, WIDTH, curve, gate, order};

use super::learned::{Learned, Step};

/// The weights of a layer by channel.
#[derive(Clone)]
pub struct LearnedRecurrence {
    pub forget_state: Learned,
    pub forget_bias: Learned,
    pub reset_state: Learned,
    pub reset_bias: Learned,
}

/// What a layer was given and made, or what is asked of it: [`GATES`] numbers a word, then [`WIDTH`] each.
pub struct Pass<'a> {
    pub gates: &'a [f32],
    pub highway: &'a [f32],
    pub states: &'a [f32],
    pub out_gradient: &'a [f32],
}

/// What is asked of the input of a layer.
pub struct Asked<'a> {
    pub gates: &'a mut [f32],
    pub highway: &'a mut [f32],
}

impl LearnedRecurrence {
    pub fn new() -> Self {
        let list = |value| Learned::constant(WIDTH, value);
        Self { forget_state: list(0.0), forget_bias: list(1.0), reset_state: list(0.0), reset_bias: list(0.0) }
    }

    /// The layer as it stands.
    pub fn now(&self) -> Recurrence {
        let value = |list: &Learned| list.value.clone();
        Recurrence {
            forget_state: value(&self.forget_state),
            forget_bias: value(&self.forget_bias),
            reset_state: value(&self.reset_state),
            reset_bias: value(&self.reset_bias),
        }
    }

    pub fn step(&mut self, step: Step) {
        for list in [&mut self.forget_state, &mut self.forget_bias, &mut self.reset_state, &mut self.reset_bias] {
            list.step(step);
        }
    }

    /// Goes back through one sentence.
    pub fn learn(&mut self, pass: &Pass<'_>, asked: &mut Asked<'_>) {
        let length = pass.gates.len() / GATES;
        for direction in 0..2 {
            let words: Vec<usize> = order(direction, length).collect();
            let mut carried = [0.0f32; HALF];
            for step in (0..length).rev() {
                let before = step.checked_sub(1).map(|step| words[step]);
                self.learn_word(direction, words[step], before, pass, asked, &mut carried);
            }
        }
    }

    fn learn_word(
        &mut self,
        direction: usize,
        word: usize,
        before: Option<usize>,
        pass: &Pass<'_>,
        asked: &mut Asked<'_>,
        carried: &mut [f32; HALF],
    ) {
        let from = direction * HALF;
        let at = word * WIDTH + from;
        let gates = &pass.gates[word * GATES + 3 * from..][..3 * HALF];
        let asked_gates = &mut asked.gates[word * GATES + 3 * from..][..3 * HALF];
        let (asked_candidate, asked_gates) = asked_gates.split_at_mut(HALF);
        let (asked_forget, asked_reset) = asked_gates.split_at_mut(HALF);
        let (candidates, forgets, resets) = (&gates[..HALF], &gates[HALF..2 * HALF], &gates[2 * HALF..3 * HALF]);
        let (states, highway, out) =
            (&pass.states[at..][..HALF], &pass.highway[at..][..HALF], &pass.out_gradient[at..][..HALF]);
        let asked_highway = &mut asked.highway[at..][..HALF];
        let zero = [0.0; HALF];
        let before = before.map_or(&zero[..], |word| &pass.states[word * WIDTH + from..][..HALF]);
        let (forget_state, forget_bias) =
            (&self.forget_state.value[from..][..HALF], &self.forget_bias.value[from..][..HALF]);
        let (reset_state, reset_bias) =
            (&self.reset_state.value[from..][..HALF], &self.reset_bias.value[from..][..HALF]);
        let (forget_state_asked, forget_bias_asked) =
            (&mut self.forget_state.gradient[from..][..HALF], &mut self.forget_bias.gradient[from..][..HALF]);
        let (reset_state_asked, reset_bias_asked) =
            (&mut self.reset_state.gradient[from..][..HALF], &mut self.reset_bias.gradient[from..][..HALF]);
        for channel in 0..HALF {
            let last = before[channel];
            let forget = gate(forgets[channel] + forget_state[channel] * last + forget_bias[channel]);
            let reset = gate(resets[channel] + reset_state[channel] * last + reset_bias[channel]);
            let shown = curve(states[channel]);
            let reset_gradient = out[channel] * (shown - highway[channel]) * gate_slope(reset);
            asked_highway[channel] += out[channel] * (1.0 - reset);
            let state_gradient = carried[channel] + out[channel] * reset * curve_slope(shown);
            let forget_gradient = state_gradient * (last - candidates[channel]) * gate_slope(forget);
            asked_candidate[channel] = state_gradient * (1.0 - forget);
            asked_forget[channel] = forget_gradient;
            asked_reset[channel] = reset_gradient;
            forget_state_asked[channel] += forget_gradient * last;
            forget_bias_asked[channel] += forget_gradient;
            reset_state_asked[channel] += reset_gradient * last;
            reset_bias_asked[channel] += reset_gradient;
            carried[channel] = state_gradient * forget
                + forget_gradient * forget_state[channel]
                + reset_gradient * reset_state[channel];
        }
    }
}

/// The slope of `curve` where it has this value.
pub fn curve_slope(value: f32) -> f32 {
    let rest = (1.0 - value * value).max(0.0);
    rest * rest.sqrt()
}

/// The slope of `gate` where it has this value.
fn gate_slope(value: f32) -> f32 {
    0.25 * curve_slope(2.0 * value - 1.0)
}
