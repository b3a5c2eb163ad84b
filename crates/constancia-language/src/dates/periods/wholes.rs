//! Units of the calendar and their parts: "the week of April 10th", "Q1 2019", "the third week of 2018", "the end of the
//! month", "the nineties".
//!
//! It must not know counted units.

use constancia_model::{Day, PartialDate};
use jiff::civil::Date;

use super::calendar::{calendar_at, month_alone};
use super::figures::year;
use super::scene::Scene;
use super::terms::{Found, Term, bare_year, calendar_day, fixed, in_figures, the_day};
use super::units::Unit;
use crate::dates::expression::{Expression, Readings};

/// A unit and which one: 0 for the present one.
pub(super) struct Sided {
    pub unit: Unit,
    pub count: i64,
}

/// "next week", "the month", "la semana que viene".
pub(super) fn sided(scene: &Scene, at: usize) -> Option<(Sided, usize)> {
    let words = scene.words;
    let before = [(&words.side_last, -1), (&words.side_this, 0), (&words.side_next, 1)]
        .into_iter()
        .filter_map(|(phrases, count)| Some((count, phrases.at(&scene.items, at)?)))
        .max_by_key(|(_, end)| *end);
    if let Some((count, end)) = before
        && let Some((unit, end)) = words.unit(&scene.items, end)
    {
        return Some((Sided { unit, count }, end));
    }
    let article = words.the_running.at(&scene.items, at);
    let (unit, end) = words.unit(&scene.items, article.unwrap_or(at))?;
    let after = [(&words.side_last_after, -1), (&words.side_next_after, 1)]
        .into_iter()
        .find_map(|(phrases, count)| Some((count, phrases.at(&scene.items, end)?)));
    if let Some((count, end)) = after {
        let two_on =
            words.side_next_after.at(&scene.items, end - 2) == Some(end) && scene.word(end - 1) == Some("next");
        return Some((Sided { unit, count: if two_on { 2 } else { count } }, end));
    }
    article.map(|_| (Sided { unit, count: 0 }, end))
}

/// "next week", "this quarter", "the month"; "the day before" is the day before.
pub(super) fn sided_unit(scene: &Scene, at: usize) -> Option<Found> {
    let (side, end) = sided(scene, at)?;
    let plural = scene.is_plural(end - 1);
    let number = scene.whole(end).is_some();
    if plural || number {
        return None;
    }
    side.unit.around(scene.day, side.count).map(|date| (fixed(date), end))
}

/// "the week of April 10th", "la semana que comienza el 4 de febrero".
pub(super) fn week_of(scene: &Scene, at: usize) -> Option<Found> {
    let next = scene.words.week_of.at(&scene.items, at)?;
    let (term, end) = in_figures(scene, next).or_else(|| calendar_day(scene, next)).or_else(|| the_day(scene, next))?;
    let readings = term.readings(scene)?;
    let week = |date: PartialDate| Unit::Week.around(date.single_day()?, 0);
    Some((Term::Fixed(Readings { date: week(readings.date)?, ahead: readings.ahead.and_then(week) }), end))
}

/// "week 31", "semana 27 del año pasado".
pub(super) fn week_number(scene: &Scene, at: usize) -> Option<Found> {
    let next = scene.words.week_numbers.at(&scene.items, at)?;
    let (number, end) = scene.whole(next).filter(|(number, _)| (1..=53).contains(number))?;
    let place = i64::try_from(number).ok()?;
    let of = scene.without(&scene.words.of, end);
    let whole = whole_at(scene, of).filter(|_| of > end);
    let (year, end) = whole.unwrap_or((Unit::Year.around(scene.day, 0)?, end));
    Some((fixed(Unit::Week.within(year, place, 1)?), end))
}

/// A month with or without a year, or a year.
fn month_or_year(scene: &Scene, at: usize) -> Option<Found> {
    let month = calendar_at(scene, at).or_else(|| month_alone(scene, at));
    let month = month.map(|(expression, end)| (Term::Said(expression), end));
    month.or_else(|| bare_year(scene, at))
}

/// A year or a month that something is a part of.
fn whole_at(scene: &Scene, at: usize) -> Option<(PartialDate, usize)> {
    if let Some((side, end)) = sided(scene, at).filter(|(side, _)| matches!(side.unit, Unit::Year | Unit::Month)) {
        return Some((side.unit.around(scene.day, side.count)?, end));
    }
    let (term, end) = month_or_year(scene, at)?;
    match term {
        Term::Said(Expression::Year { .. } | Expression::Month { .. }) => Some((term.readings(scene)?.date, end)),
        _ => None,
    }
}

/// "Q1 2019", "2019-H2", "the first quarter of 2013", "primer trimestre de 2017".
pub(super) fn quarter(scene: &Scene, at: usize) -> Option<Found> {
    let lettered = |at: usize| {
        let unit = [(&scene.words.quarter_letters, Unit::Quarter, 4), (&scene.words.half_letters, Unit::Half, 2)];
        let (unit, end, most) =
            unit.iter().find_map(|(letters, unit, most)| Some((*unit, letters.at(&scene.items, at)?, *most)))?;
        let place = scene.number(end).filter(|place| (1..=most).contains(place) && !scene.items[end].spaced)?;
        Some((unit, i64::try_from(place).ok()?, end + 1))
    };
    let dash = |at: usize| if scene.is_sign(at, &['-', '/']) { at + 1 } else { scene.without(&scene.words.of, at) };
    let within = |unit: Unit, place: i64, year: i16| unit.within(Day::year(year).into(), place, 1).map(fixed);
    if let Some((unit, place, end)) = lettered(at) {
        let of = dash(end);
        let given = scene.number(of).and_then(year).map(|year| (year, of + 1));
        let (year, end) = given.unwrap_or((scene.day.year(), end));
        return Some((within(unit, place, year)?, end));
    }
    let year = scene.number(at).and_then(year)?;
    let (unit, place, end) = lettered(dash(at + 1))?;
    Some((within(unit, place, year)?, end))
}

/// "the third week of 2018", "the last 3 weeks of this year", "el tercer mes de 2021".
pub(super) fn place_of_unit(scene: &Scene, at: usize) -> Option<Found> {
    let (place, end) = scene.place(scene.without(&scene.words.articles, at))?;
    let counted = scene.whole(end);
    let (count, end) = counted.unwrap_or((1, end));
    let (unit, end) = scene.words.unit(&scene.items, end)?;
    let of = scene.without(&scene.words.of, end);
    if unit == Unit::Century {
        let first = Date::new(i16::try_from((place - 1) * 100).ok()?, 1, 1).ok()?;
        return Some((fixed(unit.stretch(first, 1)?), end));
    }
    let count = i64::try_from(count).ok().filter(|count| *count < 400)?;
    let short = matches!(unit, Unit::Quarter | Unit::Half) && place > 0;
    let dash = if scene.is_sign(end, &['-']) { end + 1 } else { end };
    if let Some(year) = scene.number(dash).and_then(year).filter(|_| short) {
        return Some((fixed(unit.within(Day::year(year).into(), place, 1)?), dash + 1));
    }
    if short && of == end {
        return Some((fixed(unit.within(Day::year(scene.day.year()).into(), place, 1)?), end));
    }
    if let Some((side, end)) = sided(scene, of).filter(|(side, _)| side.unit == Unit::Year || side.unit == Unit::Month)
    {
        let whole = side.unit.around(scene.day, side.count)?;
        return Some((fixed(unit.within(whole, place, count)?), end));
    }
    let (term, end) = month_or_year(scene, of).filter(|_| of > end)?;
    let Term::Said(Expression::Year { .. } | Expression::Month { .. }) = term else { return None };
    let readings = term.readings(scene)?;
    let part = |whole: PartialDate| unit.within(whole, place, count);
    Some((Term::Fixed(Readings { date: part(readings.date)?, ahead: readings.ahead.and_then(part) }), end))
}

/// "the end of the month", "early this year", "principios de año".
pub(super) fn part_of_unit(scene: &Scene, at: usize) -> Option<Found> {
    let next = scene.words.parts.at(&scene.items, at)?;
    let dash = if scene.is_sign(next, &['-']) { next + 1 } else { next };
    let sided = sided(scene, dash).or_else(|| {
        let (unit, end) = scene.words.unit(&scene.items, dash)?;
        Some((Sided { unit, count: 0 }, end))
    });
    let about = |date: PartialDate| match date {
        PartialDate::On(day) => PartialDate::On(day.about()),
        between => between,
    };
    if let Some((side, end)) = sided.filter(|(side, _)| matches!(side.unit, Unit::Month | Unit::Year)) {
        return Some((fixed(about(side.unit.around(scene.day, side.count)?)), end));
    }
    let (term, end) = month_or_year(scene, dash)?;
    let Term::Said(Expression::Year { .. } | Expression::Month { .. }) = term else { return None };
    let readings = term.readings(scene)?;
    Some((Term::Fixed(Readings { date: about(readings.date), ahead: readings.ahead.map(about) }), end))
}

/// "1990s", "the nineties", "la década de 1990".
pub(super) fn decade(scene: &Scene, at: usize) -> Option<Found> {
    let words = scene.words;
    let stretch = |year: i16| Unit::Decade.stretch(Date::new(year, 1, 1).ok()?, 1);
    let both = |tens: i16, end: usize| {
        Some((Term::Fixed(Readings { date: stretch(1900 + tens)?, ahead: stretch(2000 + tens) }), end))
    };
    let before = words.decade_before.at(&scene.items, at);
    let first = before.unwrap_or(at);
    if let Some(number) = scene.number(first) {
        let suffix = words.decade_suffixes.at(&scene.items, first + 1);
        let end = suffix.or(before.map(|_| first + 1)).filter(|_| number % 10 == 0)?;
        return match scene.items[first].digits() {
            4 => Some((fixed(stretch(year(number)?)?), end)),
            2 => both(i16::try_from(number).ok()?, end),
            _ => None,
        };
    }
    let word = scene.word(first).filter(|_| before.is_some() || !words.decade_suffixes.is_empty())?;
    let tens = words.decade_words.iter().position(|decade| decade == word)?;
    both(i16::try_from(tens).ok()? * 10 + 20, first + 1)
}
