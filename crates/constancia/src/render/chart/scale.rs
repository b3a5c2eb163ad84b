//! From days and numbers to places of a drawing.

use jiff::civil::Date;

/// Days laid out from left to right.
pub struct Days {
    first: Date,
    last: Date,
    left: f64,
    right: f64,
}

impl Days {
    /// The days between the earliest and the latest of these; `None` where there are none.
    pub fn over(days: impl Iterator<Item = Date> + Clone, left: f64, right: f64) -> Option<Self> {
        Some(Self { first: days.clone().min()?, last: days.max()?, left, right })
    }

    /// Where a day lies; what is outside lies at the end.
    pub fn at(&self, day: Date) -> f64 {
        let length = days_between(self.first, self.last);
        if length == 0.0 {
            return f64::midpoint(self.left, self.right);
        }
        let part = (days_between(self.first, day) / length).clamp(0.0, 1.0);
        super::round(self.left + part * (self.right - self.left))
    }

    /// The days to write under the axis: the ends, and one between where there is room.
    pub fn written(&self) -> Vec<Date> {
        let length = days_between(self.first, self.last);
        let middle = self.first.saturating_add(jiff::Span::new().days((length / 2.0).floor() as i64));
        let mut days = vec![self.first, self.last];
        if self.right - self.left > 240.0 && length >= 4.0 {
            days.insert(1, middle);
        }
        days.dedup();
        days
    }
}

fn days_between(one: Date, other: Date) -> f64 {
    one.until(other).map_or(0.0, |span| f64::from(span.get_days()))
}

/// Numbers from 0 laid out from the bottom up.
pub struct Numbers {
    step: u64,
    steps: u64,
    top: f64,
    bottom: f64,
}

impl Numbers {
    /// Numbers up to `largest`, and up to a round number that is not smaller.
    pub fn up_to(largest: u64, top: f64, bottom: f64) -> Self {
        let step = round_step(largest.max(1).div_ceil(4));
        Self { step, steps: largest.max(1).div_ceil(step), top, bottom }
    }

    /// Where a number lies.
    pub fn at(&self, number: u64) -> f64 {
        let part = number as f64 / (self.step.saturating_mul(self.steps)) as f64;
        super::round(self.bottom - part.min(1.0) * (self.bottom - self.top))
    }

    /// The round numbers beside the axis.
    pub fn written(&self) -> impl Iterator<Item = u64> {
        let step = self.step;
        (0..=self.steps).map(move |place| place * step)
    }
}

/// The smallest of 1, 2, 5, 10, 20, 50 … that is not smaller.
fn round_step(least: u64) -> u64 {
    let mut power: u64 = 1;
    loop {
        for step in [1, 2, 5].map(|factor| power.saturating_mul(factor)) {
            if step >= least {
                return step;
            }
        }
        power = power.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_end_at_round_numbers() {
        for (largest, written) in
            [(0, &[0, 1][..]), (3, &[0, 1, 2, 3]), (116, &[0, 50, 100, 150]), (863, &[0, 500, 1000]), (u64::MAX, &[])]
        {
            let numbers = Numbers::up_to(largest, 0.0, 100.0);
            assert_eq!(numbers.at(0), 100.0);
            if !written.is_empty() {
                assert_eq!(numbers.written().collect::<Vec<_>>(), written);
            }
        }
    }

    #[test]
    fn days_lie_between_their_ends() {
        let days: Vec<Date> = ["2026-01-01", "2026-01-11"].iter().map(|day| day.parse().unwrap()).collect();
        let scale = Days::over(days.iter().copied(), 0.0, 100.0).unwrap();
        assert_eq!(scale.at("2026-01-06".parse().unwrap()), 50.0);
        assert_eq!(scale.at("2027-01-06".parse().unwrap()), 100.0);
        let one = Days::over(days[..1].iter().copied(), 0.0, 100.0).unwrap();
        assert_eq!((one.at(days[0]), one.written()), (50.0, vec![days[0]]));
    }
}
