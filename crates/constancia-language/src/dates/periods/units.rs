//! Units of the calendar: which one holds a day, and how to go from one to another.
//!
//! Weeks begin on Monday; quarters and halves with the year; decades with a year that ends in nought. It must not know
//! how languages name them.

use constancia_model::{Day, PartialDate};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;

/// A unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Unit {
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// Two weeks.
    Fortnight,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    Half,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl Unit {
    /// A day as many units on; back where negative.
    pub fn shifted(self, day: Date, count: i64) -> Option<Date> {
        let count = i32::try_from(count).ok().filter(|count| count.abs() < 10_000)?;
        let span = match self {
            Self::Day => count.days(),
            Self::Week | Self::Weekend => count.weeks(),
            Self::Fortnight => (2 * count).weeks(),
            Self::Month => count.months(),
            Self::Quarter => (3 * count).months(),
            Self::Half => (6 * count).months(),
            Self::Year => count.years(),
            Self::Decade => (10 * count).years(),
            Self::Century => (100 * count).years(),
        };
        day.checked_add(span).ok()
    }

    /// The first day of the unit that holds a day; of a weekend, the one in or right behind whose week it is.
    pub fn first_day(self, day: Date) -> Option<Date> {
        let monday = day.checked_sub(i32::from(day.weekday().to_monday_zero_offset()).days()).ok()?;
        let month = |length: i8| Date::new(day.year(), (day.month() - 1) / length * length + 1, 1).ok();
        let years = |length: i16| Date::new(day.year() / length * length, 1, 1).ok();
        match self {
            Self::Day => Some(day),
            Self::Week | Self::Fortnight => Some(monday),
            Self::Weekend => monday.checked_add(5.days()).ok(),
            Self::Month => month(1),
            Self::Quarter => month(3),
            Self::Half => month(6),
            Self::Year => years(1),
            Self::Decade => years(10),
            Self::Century => years(100),
        }
    }

    /// So many of these units from the one that begins on a day.
    pub fn stretch(self, first: Date, count: i64) -> Option<PartialDate> {
        let behind = match self {
            Self::Weekend => first.checked_add(2.days()).ok()?,
            _ => self.shifted(first, count)?,
        };
        let last = behind.yesterday().ok()?;
        Some(match (self, count) {
            (Self::Day, 1) => first.into(),
            (Self::Month, 1) => Day::month(first.year(), first.month())?.into(),
            (Self::Year, 1) => Day::year(first.year()).into(),
            _ => PartialDate::Between(Some(first.into()), Some(last.into())),
        })
    }

    /// The unit so many on from the one that holds a day.
    pub fn around(self, day: Date, count: i64) -> Option<PartialDate> {
        self.stretch(self.shifted(self.first_day(day)?, count)?, 1)
    }

    /// So many units right before or behind a day: whole ones from a quarter up that the calendar counts, days else.
    pub fn window(self, day: Date, count: i64) -> Option<PartialDate> {
        if matches!(self, Self::Quarter | Self::Half | Self::Decade | Self::Century | Self::Fortnight | Self::Weekend) {
            let next = if count < 0 { count } else { 1 };
            return self.stretch(self.shifted(self.first_day(day)?, next)?, count.abs());
        }
        let (first, last) = match count < 0 {
            true => (self.shifted(day, count)?, day.yesterday().ok()?),
            false => (day.tomorrow().ok()?, self.shifted(day, count)?),
        };
        Some(PartialDate::Between(Some(first.into()), Some(last.into())))
    }

    /// The unit of a larger one by its number from 1, or from its end: "the third week of 2018".
    pub fn within(self, whole: PartialDate, place: i64, count: i64) -> Option<PartialDate> {
        let (first, last) = (whole.earliest()?, whole.latest()?);
        let start = match place > 0 {
            true => self.shifted(self.opening(first)?, place - 1)?,
            false => self.shifted(self.closing(last)?, place + 2 - count)?,
        };
        self.stretch(start, count)
    }

    /// The first unit of a stretch: a week is the first when its Thursday lies in it.
    fn opening(self, first: Date) -> Option<Date> {
        let start = self.first_day(first)?;
        let late = matches!(self, Self::Week) && first.weekday().to_monday_zero_offset() > 3;
        if late { self.shifted(start, 1) } else { Some(start) }
    }

    fn closing(self, last: Date) -> Option<Date> {
        let start = self.first_day(last)?;
        let early = matches!(self, Self::Week) && last.weekday().to_monday_zero_offset() < 3;
        if early { self.shifted(start, -1) } else { Some(start) }
    }
}
