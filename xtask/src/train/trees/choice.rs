//! Choosing one of several: how likely each is, and what a wrong guess asks of the scores.

/// e to the power of a number that is not above 0, by a polynomial: every machine computes the same bits.
fn exponential(value: f32) -> f32 {
    let doublings = (value * std::f32::consts::LOG2_E).max(-100.0);
    let whole = doublings.floor();
    let part = (doublings - whole) * std::f32::consts::LN_2;
    let terms = [1.0, 1.0, 1.0 / 2.0, 1.0 / 6.0, 1.0 / 24.0, 1.0 / 120.0, 1.0 / 720.0f32];
    let mantissa = terms.iter().rev().fold(0.0, |sum, term| sum * part + term);
    mantissa * f32::from_bits(((127 + whole as i32) as u32) << 23)
}

/// Turns scores into how likely each is.
fn likelihoods(scores: &mut [f32]) {
    let greatest = scores.iter().copied().fold(f32::MIN, f32::max);
    scores.iter_mut().for_each(|score| *score = exponential(*score - greatest));
    let sum: f32 = scores.iter().sum();
    scores.iter_mut().for_each(|score| *score /= sum);
}

/// Turns scores into the gradient of the cross entropy with the right choice, times `weight`.
pub fn blame(scores: &mut [f32], right: usize, weight: f32) {
    likelihoods(scores);
    scores[right] -= 1.0;
    scores.iter_mut().for_each(|score| *score *= weight);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_close() {
        for value in [0.0f32, -0.1, -1.0, -7.5, -30.0] {
            assert!((exponential(value) / value.exp() - 1.0).abs() < 1e-5, "{value}");
        }
    }

    #[test]
    fn blame_sums_to_nothing_and_spares_the_right() {
        let mut scores = [1.0, 2.0, 3.0];
        blame(&mut scores, 1, 1.0);
        assert!(scores.iter().sum::<f32>().abs() < 1e-6);
        assert!(scores[1] < 0.0 && scores[2] > 0.0);
    }
}
