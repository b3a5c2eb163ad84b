//! One date or one calendar unit: "the third week of 2018", "next quarter", "two weeks after Friday", "tuesday of next
//! week". What stands between two of them is not its business.

use constancia_model::PartialDate;
use jiff::civil::Date;

use super::calendar::{calendar_at, month_alone, year_at};
use super::counted::{counted_from, counted_from_now, counted_starting, counted_window};
use super::figures::{figures_at, year};
use super::scene::Scene;
use super::units::Unit;
use super::weekdays::{plain_weekday, sided_weekday, weekday_of_week, weekday_with_day};
use super::wholes::{decade, part_of_unit, place_of_unit, quarter, sided, sided_unit, week_number, week_of};
use crate::dates::expression::{Expression, Readings, Side, Year};

/// What a stretch of words names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Term {
    /// To be resolved against the publication.
    Said(Expression),
    /// Resolved.
    Fixed(Readings),
}

/// A term and the item behind it.
pub(super) type Found = (Term, usize);

impl Term {
    pub fn readings(self, scene: &Scene) -> Option<Readings> {
        match self {
            Self::Said(expression) => scene.resolve(expression),
            Self::Fixed(readings) => Some(readings),
        }
    }
}

pub(super) fn fixed(date: PartialDate) -> Term {
    Term::Fixed(Readings { date, ahead: None })
}

pub(super) type Rule = fn(&Scene, usize) -> Option<Found>;

const RULES: [Rule; 21] = [
    in_figures,
    calendar_day,
    weekday_with_day,
    dated_side,
    simple,
    sided_weekday,
    plain_weekday,
    weekday_of_week,
    week_of,
    week_number,
    quarter,
    place_of_unit,
    day_of_month,
    counted_window,
    sided_unit,
    part_of_unit,
    counted_from_now,
    counted_from,
    counted_starting,
    decade,
    bare_year,
];

/// The longest term that begins at an item.
pub(super) fn term_at(scene: &Scene, at: usize) -> Option<Found> {
    let found = RULES.iter().filter_map(|rule| rule(scene, at));
    found.fold(None, |best: Option<Found>, found| match best {
        Some(best) if best.1 >= found.1 => Some(best),
        _ => Some(found),
    })
}

pub(super) fn simple(scene: &Scene, at: usize) -> Option<Found> {
    let (expression, end) = scene.simple(at)?;
    Some((Term::Said(expression), end))
}

pub(super) fn in_figures(scene: &Scene, at: usize) -> Option<Found> {
    let (expression, end) = figures_at(scene, at)?;
    Some((Term::Said(expression), end))
}

pub(super) fn calendar_day(scene: &Scene, at: usize) -> Option<Found> {
    let (expression, end) = calendar_at(scene, at)?;
    Some((Term::Said(expression), end))
}

/// "this September", "next 6th of April", "el próximo 12/05": the one of this year, or the one to come.
fn dated_side(scene: &Scene, at: usize) -> Option<Found> {
    let (this, next) = (scene.words.side_this.at(&scene.items, at), scene.words.side_next.at(&scene.items, at));
    let first = this.or(next)?;
    let month = month_alone(scene, first).filter(|_| this.is_some());
    let (date, end) = figures_at(scene, first).or_else(|| calendar_at(scene, first)).or(month)?;
    if this.is_some() {
        return Some((Term::Said(with_year(date, scene.day.year())), end));
    }
    let readings = scene.resolve(date)?;
    Some((fixed(readings.ahead.unwrap_or(readings.date)), end))
}

pub(super) fn day_number(scene: &Scene, at: usize) -> Option<(i8, usize)> {
    let place = scene.place(at).filter(|(place, _)| *place > 0);
    let (number, end) =
        place.or_else(|| scene.whole(at).and_then(|(whole, end)| Some((i64::try_from(whole).ok()?, end))))?;
    let day = i8::try_from(number).ok().filter(|day| (1..=31).contains(day))?;
    let unit = scene.words.unit(&scene.items, end).is_some();
    (!unit).then_some((day, end))
}

/// "the 18th", "el día 18": the last and the next day of that number.
pub(super) fn the_day(scene: &Scene, at: usize) -> Option<Found> {
    let article = scene.without(&scene.words.articles, at);
    let next = scene.without(&scene.words.day_before, article);
    let ordinal = scene.place(next).is_some_and(|(place, _)| place > 0);
    let named = next > article;
    let (number, end) = day_number(scene, next).filter(|_| ordinal || named)?;
    let day = |months: i64| {
        let month = Unit::Month.shifted(scene.day.first_of_month(), months)?;
        Date::new(month.year(), month.month(), number).ok()
    };
    let past = (0..12).filter_map(|back| day(-back)).find(|date| *date <= scene.day)?;
    let ahead = (0..12).filter_map(day).find(|date| *date >= scene.day).filter(|date| *date != past);
    Some((Term::Fixed(Readings { date: past.into(), ahead: ahead.map(PartialDate::from) }), end))
}

/// "the 18th", "the 15th day of next month", "el día 21 de este mes".
fn day_of_month(scene: &Scene, at: usize) -> Option<Found> {
    let article = scene.without(&scene.words.articles, at);
    let next = scene.without(&scene.words.day_before, article);
    let (place, end) =
        day_number(scene, next).map_or_else(|| scene.place(next), |(day, end)| Some((i64::from(day), end)))?;
    let unit = scene.words.unit(&scene.items, end).filter(|(unit, _)| *unit == Unit::Day);
    let behind = unit.map_or(end, |(_, end)| end);
    let of = scene.without(&scene.words.of, behind);
    let ordinal = scene.place(next).is_some() || unit.is_some();
    let month = sided(scene, of).filter(|(side, _)| side.unit == Unit::Month && (of > behind || ordinal));
    if let Some((side, end)) = month {
        let month = Unit::Month.around(scene.day, side.count)?;
        return Some((fixed(Unit::Day.within(month, place, 1)?), end));
    }
    let named = month_alone(scene, of).filter(|_| of > behind && unit.is_some());
    if let Some((Expression::Month { year, month, .. }, end)) = named {
        let day = i8::try_from(place).ok()?;
        return Some((Term::Said(Expression::Day { year, month, day }), end));
    }
    let led = next > at && (scene.words.articles.at(&scene.items, at).is_some());
    let last = scene.items.get(end).and_then(super::items::Item::word).is_none();
    if led && last && unit.is_none() { the_day(scene, at) } else { None }
}

/// "tomorrow", also where other words around it would make it something else.
pub(super) fn offset(scene: &Scene, at: usize) -> Option<Found> {
    let ends = (at + 1..=at + 3).rev().filter(|end| *end <= scene.items.len());
    let named = |end: usize| {
        let words: Option<Vec<&str>> = scene.items[at..end].iter().map(super::items::Item::word).collect();
        let days = *scene.lexicon.lists.offsets.get(&words?.join(" "))?;
        Some((Term::Said(Expression::Offset(days)), end))
    };
    ends.filter_map(named).next()
}

/// "2018", "the year 2008", "two thousand and twenty".
pub(super) fn bare_year(scene: &Scene, at: usize) -> Option<Found> {
    let next = scene.without(&scene.words.year_words, at);
    let said = |year: i16, end: usize| Some((Term::Said(Expression::Year { year, about: false }), end));
    if let Some(number) = scene.number(next) {
        let four = scene.items[next].digits() == 4;
        let glued = scene.items.get(next + 1).is_some_and(|item| !item.spaced && item.word().is_some());
        let money = next > 0 && scene.is_sign(next - 1, &['$', '€', '.', ',']) && !scene.items[next].spaced;
        return year(number).filter(|_| four && !glued && !money).and_then(|year| said(year, next + 1));
    }
    let (year, end) = year_at(scene, next)?;
    said(year, end)
}

/// A month or day with the year that another term names.
pub(super) fn with_year(expression: Expression, year: i16) -> Expression {
    match expression {
        Expression::Month { year: Year::Unsaid, month, about, .. } => {
            Expression::Month { year: Year::Given(year), month, side: Side::Near, about }
        }
        Expression::Day { year: Year::Unsaid, month, day } => Expression::Day { year: Year::Given(year), month, day },
        other => other,
    }
}
