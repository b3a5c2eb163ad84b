//! Precision, recall and F1 of scored pairs at a threshold. Knows no names.

use std::fmt;

use super::Judged;

/// Counts of right and wrong calls.
#[derive(Default)]
pub struct Figures {
    found: u32,
    missed: u32,
    wrong: u32,
    rightly_apart: u32,
}

impl Figures {
    /// The calls at a threshold: one person from it on.
    pub fn of<'a>(pairs: impl Iterator<Item = &'a Judged>, threshold: f64) -> Self {
        let mut figures = Self::default();
        for pair in pairs {
            let count = match (pair.is_match, pair.score >= threshold) {
                (true, true) => &mut figures.found,
                (true, false) => &mut figures.missed,
                (false, true) => &mut figures.wrong,
                (false, false) => &mut figures.rightly_apart,
            };
            *count += 1;
        }
        figures
    }

    /// The share of those called one that are.
    pub fn precision(&self) -> f64 {
        share(self.found, self.found + self.wrong)
    }

    /// The share of those that are one which were called so.
    pub fn recall(&self) -> f64 {
        share(self.found, self.found + self.missed)
    }

    /// Their harmonic mean.
    pub fn f1(&self) -> f64 {
        share(2 * self.found, 2 * self.found + self.wrong + self.missed)
    }
}

/// Nothing to find and nothing found is all right.
fn share(part: u32, all: u32) -> f64 {
    if all == 0 { 1.0 } else { f64::from(part) / f64::from(all) }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (precision, recall, f1) = (self.precision(), self.recall(), self.f1());
        write!(f, "F1 {f1:.3}  precision {precision:.3}  recall {recall:.3}")?;
        write!(f, "  ({} of one, {} of two)", self.found + self.missed, self.wrong + self.rightly_apart)
    }
}

/// The threshold of highest F1, in hundredths; of equals the middle one.
pub fn best_threshold(pairs: &[&Judged]) -> f64 {
    let thresholds: Vec<f64> = (1_u8..100).map(|hundredths| f64::from(hundredths) / 100.0).collect();
    let f1 = |threshold: &f64| Figures::of(pairs.iter().copied(), *threshold).f1();
    let best = thresholds.iter().map(f1).fold(0.0, f64::max);
    let equals: Vec<&f64> = thresholds.iter().filter(|threshold| f1(threshold) >= best).collect();
    *equals[equals.len() / 2]
}
