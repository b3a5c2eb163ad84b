//! Partial dates: the part of EDTF (ISO 8601-2, levels 0 and 1) that reports need.
//!
//! `2026`, `2026-01`, `2026-01-08`, each with `~` (approximate), `?` (uncertain) or `%` (both) behind it, and
//! intervals `2026-01-03/2026-01-08` with `..` for an open end.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The text is no date of the supported part of EDTF, or no day of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not a date of EDTF level 0 or 1: {0:?}")]
pub struct DateSyntaxError(pub String);

/// A year, a month or a day, with its qualifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Day {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
    /// Written `~`.
    pub approximate: bool,
    /// Written `?`.
    pub uncertain: bool,
}

impl Day {
    /// A whole year.
    pub fn year(year: i16) -> Self {
        Self { year, month: None, day: None, approximate: false, uncertain: false }
    }

    /// A whole month; `None` when there is no such month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        (1..=12).contains(&month).then(|| Self { month: Some(month), ..Self::year(year) })
    }

    /// The same date marked approximate.
    pub fn about(self) -> Self {
        Self { approximate: true, ..self }
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        Date::constant(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        let first = self.first_day();
        match (self.month, self.day) {
            (_, Some(_)) => first,
            (Some(_), None) => first.last_of_month(),
            (None, _) => first.last_of_year(),
        }
    }

    /// Whether it names one day.
    pub fn is_day(self) -> bool {
        self.day.is_some()
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self { month: Some(date.month()), day: Some(date.day()), ..Self::year(date.year()) }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        match (self.approximate, self.uncertain) {
            (true, true) => f.write_str("%"),
            (true, false) => f.write_str("~"),
            (false, true) => f.write_str("?"),
            (false, false) => Ok(()),
        }
    }
}

impl FromStr for Day {
    type Err = DateSyntaxError;

    fn from_str(text: &str) -> Result<Self, DateSyntaxError> {
        let bad = || DateSyntaxError(text.to_owned());
        let body = text.trim_end_matches(['~', '?', '%']);
        let mark = &text[body.len()..];
        if mark.len() > 1 || !body.is_ascii() {
            return Err(bad());
        }
        let digits = |part: &str, length: usize| -> Result<i16, DateSyntaxError> {
            let fits = part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
            if fits { part.parse().map_err(|_| bad()) } else { Err(bad()) }
        };
        let mut parts = body.split('-');
        let year = digits(parts.next().unwrap_or_default(), 4)?;
        let month = parts.next().map(|part| digits(part, 2)).transpose()?;
        let day = parts.next().map(|part| digits(part, 2)).transpose()?;
        if parts.next().is_some() || Date::new(year, month.unwrap_or(1) as i8, day.unwrap_or(1) as i8).is_err() {
            return Err(bad());
        }
        Ok(Self {
            year,
            month: month.map(|m| m as i8),
            day: day.map(|d| d as i8),
            approximate: matches!(mark, "~" | "%"),
            uncertain: matches!(mark, "?" | "%"),
        })
    }
}

/// A date as precise as the words are: a day, a month, a year, or a stretch between two of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartialDate {
    /// One day, month or year.
    On(Day),
    /// From one to another, both ends included; an absent end is open.
    Between(Option<Day>, Option<Day>),
}

impl PartialDate {
    /// The first day that it can mean; `None` where open.
    pub fn earliest(self) -> Option<Date> {
        match self {
            Self::On(day) => Some(day.first_day()),
            Self::Between(from, _) => from.map(Day::first_day),
        }
    }

    /// The last day that it can mean; `None` where open.
    pub fn latest(self) -> Option<Date> {
        match self {
            Self::On(day) => Some(day.last_day()),
            Self::Between(_, to) => to.map(Day::last_day),
        }
    }

    /// The one day that it names, when it names one.
    pub fn single_day(self) -> Option<Date> {
        match self {
            Self::On(day) if day.is_day() => Some(day.first_day()),
            _ => None,
        }
    }

    /// Whether some day can be meant by both.
    pub fn may_coincide(self, other: PartialDate) -> bool {
        let before = |a: Option<Date>, b: Option<Date>| a.zip(b).is_some_and(|(a, b)| a < b);
        !before(self.latest(), other.earliest()) && !before(other.latest(), self.earliest())
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self::On(date.into())
    }
}

impl From<Day> for PartialDate {
    fn from(day: Day) -> Self {
        Self::On(day)
    }
}

/// By first day, then by last day; open ends lie outermost.
impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        let start = |date: &Self| date.earliest().unwrap_or(Date::MIN);
        let end = |date: &Self| date.latest().unwrap_or(Date::MAX);
        start(self)
            .cmp(&start(other))
            .then(end(self).cmp(&end(other)))
            .then_with(|| self.to_string().cmp(&other.to_string()))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |day: &Option<Day>| day.map_or("..".to_owned(), |day| day.to_string());
        match self {
            Self::On(day) => day.fmt(f),
            Self::Between(from, to) => write!(f, "{}/{}", end(from), end(to)),
        }
    }
}

impl FromStr for PartialDate {
    type Err = DateSyntaxError;

    fn from_str(text: &str) -> Result<Self, DateSyntaxError> {
        let Some((from, to)) = text.split_once('/') else {
            return Ok(Self::On(text.parse()?));
        };
        let end = |part: &str| if part == ".." { Ok(None) } else { part.parse().map(Some) };
        let (from, to) = (end(from)?, end(to)?);
        let ordered = from.zip(to).is_none_or(|(from, to): (Day, Day)| from.first_day() <= to.last_day());
        if from.or(to).is_some() && ordered {
            Ok(Self::Between(from, to))
        } else {
            Err(DateSyntaxError(text.to_owned()))
        }
    }
}

impl TryFrom<String> for PartialDate {
    type Error = DateSyntaxError;

    fn try_from(text: String) -> Result<Self, DateSyntaxError> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_written_is_read_back() {
        for text in
            ["2026", "2024-02", "2026-01-08", "2025-12~", "2025?", "2025-03%", "2026-01-03/2026-01-08", "2022-03/.."]
        {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn no_days_that_are_not_in_the_calendar() {
        for text in [
            "2026-02-30",
            "2026-13",
            "26-01-01",
            "2026-1-1",
            "",
            "../..",
            "2026-01-08/2026-01-03",
            "2026~~",
            "2026-01-08-1",
        ] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_day_may_coincide_with_its_month_and_not_with_the_next() {
        assert!(date("2024-02-11").may_coincide(date("2024-02")));
        assert!(!date("2024-02-11").may_coincide(date("2024-03")));
        assert!(date("2024-02-11").may_coincide(date("2022/..")));
        assert_eq!(date("2024-02").latest(), Some(jiff::civil::date(2024, 2, 29)));
    }

    proptest! {
        #[test]
        fn parsing_never_panics(text in "\\PC{0,24}") {
            if let Ok(date) = text.parse::<PartialDate>() {
                prop_assert_eq!(date.to_string(), text);
            }
        }
    }
}
