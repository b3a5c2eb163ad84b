//! Exact numbers: whole, broken or negative, as a fraction in lowest terms.
//!
//! It must not know how languages write them.

use std::cmp::Ordering;
use std::fmt;

/// A number without rounding. Arithmetic gives `None` where it would not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Value {
    numerator: i128,
    denominator: i128,
}

impl Value {
    /// A whole number.
    pub fn whole(number: u64) -> Self {
        Self { numerator: i128::from(number), denominator: 1 }
    }

    /// `numerator / denominator`; `None` where the denominator is nought.
    pub fn ratio(numerator: i128, denominator: i128) -> Option<Self> {
        let divisor = i128::try_from(common(numerator.unsigned_abs(), denominator.unsigned_abs())).ok()?;
        let sign = if denominator < 0 { -1 } else { 1 };
        let reduced = |part: i128| part.checked_div(divisor)?.checked_mul(sign);
        (denominator != 0).then_some(Self { numerator: reduced(numerator)?, denominator: reduced(denominator)? })
    }

    /// The part above the line.
    pub fn numerator(self) -> i128 {
        self.numerator
    }

    /// The part below the line, at least 1.
    pub fn denominator(self) -> i128 {
        self.denominator
    }

    /// The number, where it is whole and not negative.
    pub fn as_whole(self) -> Option<u64> {
        u64::try_from(self.numerator).ok().filter(|_| self.denominator == 1)
    }

    /// Whether it lies between nought and one.
    pub fn is_proper(self) -> bool {
        0 < self.numerator && self.numerator < self.denominator
    }

    pub(super) fn negative(self) -> Self {
        Self { numerator: -self.numerator, ..self }
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Self::ratio(left.checked_add(right)?, self.denominator.checked_mul(other.denominator)?)
    }

    pub(super) fn times(self, other: Self) -> Option<Self> {
        let numerator = self.numerator.checked_mul(other.numerator)?;
        Self::ratio(numerator, self.denominator.checked_mul(other.denominator)?)
    }

    pub(super) fn over(self, other: Self) -> Option<Self> {
        self.times(Self::ratio(other.denominator, other.numerator)?)
    }

    /// To a whole power, which may be negative.
    pub(super) fn power(self, exponent: i32) -> Option<Self> {
        let size = exponent.unsigned_abs();
        let (above, below) = (self.numerator.checked_pow(size)?, self.denominator.checked_pow(size)?);
        if exponent < 0 { Self::ratio(below, above) } else { Self::ratio(above, below) }
    }
}

fn common(left: u128, right: u128) -> u128 {
    if right == 0 { left.max(1) } else { common(right, left % right) }
}

impl Ord for Value {
    fn cmp(&self, other: &Self) -> Ordering {
        let parts = |value: &Self| {
            (value.numerator.div_euclid(value.denominator), value.numerator.rem_euclid(value.denominator))
        };
        let ((left, left_rest), (right, right_rest)) = (parts(self), parts(other));
        let rests = || {
            let left = left_rest.checked_mul(other.denominator);
            left.zip(right_rest.checked_mul(self.denominator)).map_or(Ordering::Equal, |(left, right)| left.cmp(&right))
        };
        left.cmp(&right).then_with(rests)
    }
}

impl PartialOrd for Value {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.denominator {
            1 => write!(f, "{}", self.numerator),
            denominator => write!(f, "{}/{denominator}", self.numerator),
        }
    }
}
