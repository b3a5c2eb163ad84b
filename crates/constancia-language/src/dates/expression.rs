//! What the words of a date mean before they are resolved, and how they are resolved against a publication date.
//!
//! It must not know how languages write dates.

use constancia_model::{Day, PartialDate};
use jiff::ToSpan;
use jiff::civil::Date;

use super::anchored::Step;

/// Which of several weekdays, months or weeks is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The nearest: before for the past, after for the future, the present one included.
    Near,
    /// The present one, or the nearest.
    This,
    /// The one before the present one.
    Last,
    /// The one after the present one.
    Next,
}

/// The year of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    /// Written.
    Given(i16),
    /// Counted from the publication's: 0 for this year, -1 for the last.
    Relative(i16),
    /// Not said.
    Unsaid,
}

/// A unit that durations are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Hours and less, days, weeks: the number of days.
    Days(u32),
    /// Months.
    Month,
    /// Years: how many each is.
    Year(u32),
}

/// What the words of a date mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expression {
    /// A year.
    Year { year: i16, about: bool },
    /// A month.
    Month { year: Year, month: i8, side: Side, about: bool },
    /// A day.
    Day { year: Year, month: i8, day: i8 },
    /// From one day of a month to another.
    Days { year: Year, month: i8, first: i8, last: i8 },
    /// A weekday with the day of the month.
    WeekdayDay { weekday: i8, day: i8 },
    /// Days from the publication.
    Offset(i32),
    /// A weekday.
    Weekday { weekday: i8, side: Side },
    /// A Saturday and Sunday.
    Weekend(Side),
    /// A week from Monday.
    Week(Side),
    /// This month and its neighbours.
    RelativeMonth(Side),
    /// This year and its neighbours.
    RelativeYear(Side),
    /// A duration before the publication.
    Ago { count: u32, unit: Unit, about: bool },
    /// Counted from the date before.
    Anchored(Step),
}

/// The readings of an expression for the past and for the future.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Readings {
    /// For the past.
    pub date: PartialDate,
    /// For the future, where that is another.
    pub ahead: Option<PartialDate>,
}

impl Expression {
    /// Whether it stands by itself, without a publication date.
    pub fn is_absolute(&self) -> bool {
        use Expression::{Day, Days, Month};
        match self {
            Self::Year { .. } => true,
            Month { year, .. } | Day { year, .. } | Days { year, .. } => matches!(year, Year::Given(_)),
            _ => false,
        }
    }

    /// Whether the day or month exists in some year.
    pub fn exists(&self) -> bool {
        let leap = |year: &Year| if let Year::Given(year) = year { *year } else { 2024 };
        match self {
            Self::Day { year, month, day } => Date::new(leap(year), *month, *day).is_ok(),
            Self::Days { year, month, first, last } => first < last && Date::new(leap(year), *month, *last).is_ok(),
            _ => true,
        }
    }

    /// Its readings, as far as the publication date allows.
    pub fn resolve(&self, published: Option<PartialDate>) -> Option<Readings> {
        match *self {
            Self::Year { year, about } => one(qualified(Day::year(year), about)),
            Self::Month { year: Year::Unsaid, month, side, about } => months(month, side, about, published?),
            Self::Month { year, month, about, .. } => one(qualified(Day::month(said(year, published)?, month)?, about)),
            Self::Day { year: Year::Unsaid, month, day } => {
                yearly(published?, |year| Date::new(year, month, day).ok().map(PartialDate::from))
            }
            Self::Day { year, month, day } => one(Date::new(said(year, published)?, month, day).ok()?.into()),
            Self::Days { year: Year::Unsaid, month, first, last } => {
                yearly(published?, |year| stretch(year, month, first, last))
            }
            Self::Days { year, month, first, last } => one(stretch(said(year, published)?, month, first, last)?),
            _ => self.resolve_from_day(published?),
        }
    }

    /// Its readings, where it may be counted from a date named before it.
    pub fn resolve_behind(&self, before: Option<PartialDate>, published: Option<PartialDate>) -> Option<Readings> {
        match *self {
            Self::Anchored(step @ Step::DayOfMonth(_)) if before.is_none() => one(step.from(published?)?),
            Self::Anchored(step) => one(step.from(before?)?),
            _ => self.resolve(published),
        }
    }

    fn resolve_from_day(&self, published: PartialDate) -> Option<Readings> {
        match *self {
            Self::RelativeYear(side) => one(Day::year(common_year(published)? + step(side)).into()),
            Self::RelativeMonth(side) => one(month_from(common_month(published)?, i32::from(step(side)))?.into()),
            Self::Ago { count, unit, about } => ago(count, unit, about, published),
            Self::Offset(days) => one(shifted(published.single_day()?, days)?.into()),
            Self::Weekday { weekday, side } => weekdays(weekday, side, published.single_day()?),
            Self::WeekdayDay { weekday, day } => weekday_days(weekday, day, published.single_day()?),
            Self::Weekend(side) => weekends(side, published.single_day()?),
            Self::Week(side) => weeks(side, published.single_day()?),
            Self::Year { .. } | Self::Month { .. } | Self::Day { .. } | Self::Days { .. } | Self::Anchored(_) => None,
        }
    }
}

fn one(date: PartialDate) -> Option<Readings> {
    Some(Readings { date, ahead: None })
}

fn two(date: PartialDate, ahead: Option<PartialDate>) -> Option<Readings> {
    Some(Readings { date, ahead: ahead.filter(|ahead| *ahead != date) })
}

/// A day, marked approximate where it is.
pub(super) fn qualified(day: Day, about: bool) -> PartialDate {
    if about { day.about().into() } else { day.into() }
}

/// So many days on, or back.
pub(super) fn shifted(date: Date, days: i32) -> Option<Date> {
    date.checked_add(days.days()).ok()
}

fn step(side: Side) -> i16 {
    match side {
        Side::Near | Side::This => 0,
        Side::Last => -1,
        Side::Next => 1,
    }
}

fn said(year: Year, published: Option<PartialDate>) -> Option<i16> {
    match year {
        Year::Given(year) => Some(year),
        Year::Relative(step) => Some(common_year(published?)? + step),
        Year::Unsaid => None,
    }
}

/// The year of a date that lies in one.
pub(super) fn common_year(date: PartialDate) -> Option<i16> {
    let (first, last) = (date.earliest()?.year(), date.latest()?.year());
    (first == last).then_some(first)
}

/// The first day of the month of a date that lies in one.
pub(super) fn common_month(date: PartialDate) -> Option<Date> {
    let (first, last) = (date.earliest()?.first_of_month(), date.latest()?.first_of_month());
    (first == last).then_some(first)
}

/// So many months on, or back.
pub(super) fn month_from(date: Date, months: i32) -> Option<Day> {
    let date = date.first_of_month().checked_add(months.months()).ok()?;
    Day::month(date.year(), date.month())
}

fn stretch(year: i16, month: i8, first: i8, last: i8) -> Option<PartialDate> {
    let (first, last) = (Date::new(year, month, first).ok()?, Date::new(year, month, last).ok()?);
    Some(PartialDate::Between(Some(first.into()), Some(last.into())))
}

/// The latest of a date of every year that does not begin after the publication, and the first that ends not before.
fn yearly(published: PartialDate, of: impl Fn(i16) -> Option<PartialDate>) -> Option<Readings> {
    let (from, to) = (published.earliest()?, published.latest()?);
    let past = |date: &PartialDate| date.earliest().is_some_and(|date| date <= to);
    let future = |date: &PartialDate| date.latest().is_some_and(|date| date >= from);
    let date = (0..8).filter_map(|back| of(to.year() - back)).find(past)?;
    two(date, (0..8).filter_map(|on| of(from.year() + on)).find(future))
}

fn months(month: i8, side: Side, about: bool, published: PartialDate) -> Option<Readings> {
    let of = |year: i16| Day::month(year, month).map(|day| qualified(day, about));
    let (from, to) = (published.earliest()?.first_of_month(), published.latest()?.first_of_month());
    let before = |date: &PartialDate| date.earliest().is_some_and(|date| date < to);
    let after = |date: &PartialDate| date.earliest().is_some_and(|date| date > from);
    match side {
        Side::Near | Side::This => yearly(published, of),
        Side::Last => one((0..3).filter_map(|back| of(to.year() - back)).find(before)?),
        Side::Next => one((0..3).filter_map(|on| of(from.year() + on)).find(after)?),
    }
}

fn ago(count: u32, unit: Unit, about: bool, published: PartialDate) -> Option<Readings> {
    let count = i32::try_from(count).ok().filter(|count| *count <= 40_000)?;
    match unit {
        Unit::Days(length) => {
            let days = count * i32::try_from(length).ok()?;
            let exact = !about && (length < 7 || days == 7);
            one(qualified(shifted(published.single_day()?, -days)?.into(), !exact))
        }
        Unit::Month => one(month_from(common_month(published)?, -count)?.about().into()),
        Unit::Year(length) => {
            let years = i16::try_from(count * i32::try_from(length).ok()?).ok()?;
            let year = common_year(published)? - years;
            (year > 0).then(|| Day::year(year).about().into()).and_then(one)
        }
    }
}

/// Days from a weekday back to the one before, 0 where it is the day itself.
fn days_since(weekday: i8, day: Date) -> i32 {
    i32::from((day.weekday().to_monday_one_offset() - weekday).rem_euclid(7))
}

fn weekdays(weekday: i8, side: Side, day: Date) -> Option<Readings> {
    let since = days_since(weekday, day);
    let until = (7 - since) % 7;
    match side {
        Side::Near | Side::This => two(shifted(day, -since)?.into(), shifted(day, until).map(PartialDate::from)),
        Side::Last if since == 0 => one(shifted(day, -7)?.into()),
        Side::Last => one(shifted(day, -since)?.into()),
        Side::Next => one(shifted(day, 7 - since)?.into()),
    }
}

/// "el sábado 14": the latest and the next such day within a year and a half.
fn weekday_days(weekday: i8, number: i8, day: Date) -> Option<Readings> {
    let fits = |date: &Date| date.day() == number && date.weekday().to_monday_one_offset() == weekday;
    let ahead = (0..550).filter_map(|on| shifted(day, on)).find(fits).map(PartialDate::from);
    let date = (0..550).filter_map(|back| shifted(day, -back)).find(fits)?;
    two(date.into(), ahead)
}

fn span_of_days(first: Date, length: i32) -> Option<PartialDate> {
    Some(PartialDate::Between(Some(first.into()), Some(shifted(first, length - 1)?.into())))
}

fn weekends(side: Side, day: Date) -> Option<Readings> {
    let saturday = shifted(day, -days_since(6, day))?;
    let running = shifted(saturday, 1)? >= day;
    let weekend = |weeks: i32| shifted(saturday, 7 * weeks).and_then(|saturday| span_of_days(saturday, 2));
    match side {
        Side::Near | Side::This => two(weekend(0)?, weekend(if running { 0 } else { 1 })),
        Side::Last => one(weekend(if running { -1 } else { 0 })?),
        Side::Next => one(weekend(1)?),
    }
}

fn weeks(side: Side, day: Date) -> Option<Readings> {
    let monday = shifted(day, -days_since(1, day) + 7 * i32::from(step(side)))?;
    one(span_of_days(monday, 7)?)
}
