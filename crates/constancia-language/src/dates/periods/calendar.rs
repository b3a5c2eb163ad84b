//! Days and months of the calendar by name, in any order and with years in words: "May twenty nine", "28 june in 2020",
//! "2017 april", "diez de octubre de dos mil dieciocho".
//!
//! It must not know what stands around them.

use super::figures::{short_year, year};
use super::scene::Scene;
use crate::dates::expression::{Expression, Side, Year};

type Found = (Expression, usize);

/// A day of a month, or a month with its year.
pub(super) fn calendar_at(scene: &Scene, at: usize) -> Option<Found> {
    let orders: [fn(&Scene, usize) -> Option<Found>; 5] =
        [month_then_day, day_then_month, month_then_year, year_then_month, numbers_of_day_and_month];
    let found = orders.iter().filter_map(|order| order(scene, at));
    found.filter(|(date, _)| date.exists()).max_by_key(|(_, end)| *end)
}

/// A month without anything else.
pub(super) fn month_alone(scene: &Scene, at: usize) -> Option<Found> {
    let (month, end) = month_at(scene, at)?;
    Some((month_of(Year::Unsaid, month), end))
}

fn month_of(year: Year, month: i8) -> Expression {
    Expression::Month { year, month, side: Side::Near, about: false }
}

fn month_at(scene: &Scene, at: usize) -> Option<(i8, usize)> {
    let before = at > 0 && scene.is_sign(at - 1, &['$', '-']) && !scene.items.get(at)?.spaced;
    let month = scene.lexicon.month(scene.word(at)?).filter(|_| !before || !scene.is_sign(at - 1, &['$']))?;
    Some((month, at + 1))
}

/// Behind the full stop of an abbreviation, or a comma.
fn behind_stop(scene: &Scene, at: usize) -> usize {
    let stop = if scene.is_sign(at, &['.']) { at + 1 } else { at };
    if scene.is_sign(stop, &[',']) { stop + 1 } else { stop }
}

fn day_at(scene: &Scene, at: usize) -> Option<(i8, usize)> {
    let article = scene.without(&scene.words.articles, at);
    let money = article > 0 && scene.is_sign(article - 1, &['$', '€']);
    let place = scene.place(article).filter(|(place, _)| *place > 0);
    let whole = || scene.whole(article).and_then(|(whole, end)| Some((i64::try_from(whole).ok()?, end)));
    let (number, end) = place.or_else(whole).filter(|_| !money)?;
    i8::try_from(number).ok().filter(|day| (1..=31).contains(day)).map(|day| (day, end))
}

/// The year behind a day or month, with "of" or "in" or a comma before it.
fn year_behind(scene: &Scene, at: usize) -> Option<(i16, usize)> {
    let comma = behind_stop(scene, at);
    let of = scene.words.of.at(&scene.items, comma);
    let next = of.unwrap_or(comma);
    let short = || {
        let number = scene.number(next).filter(|_| of.is_some() && scene.items[next].digits() == 2)?;
        let unit = scene.words.unit(&scene.items, next + 1).is_none();
        short_year(number).filter(|_| unit && !scene.is_sign(next + 1, &['/', '-', '.'])).map(|year| (year, next + 1))
    };
    year_at(scene, next).or_else(short)
}

/// A year in four figures or in words.
pub(super) fn year_at(scene: &Scene, at: usize) -> Option<(i16, usize)> {
    if let Some(number) = scene.number(at) {
        let glued = scene.items.get(at + 1).is_some_and(|next| !next.spaced && next.word().is_some());
        let counts =
            scene.is_sign(at + 1, &['.', ',']) && scene.number(at + 2).is_some() && !scene.items[at + 2].spaced;
        let four = scene.items[at].digits() == 4 && !glued && !counts;
        return year(number).filter(|_| four).map(|year| (year, at + 1));
    }
    let (number, end) = scene.whole(at)?;
    let halves = || {
        let (tens, end) =
            scene.whole(end).filter(|(tens, end)| (10..100).contains(tens) && scene.number(end - 1).is_none())?;
        let century = Some(number).filter(|century| (15..21).contains(century))?;
        Some((year(century * 100 + tens)?, end))
    };
    halves().or_else(|| year(number).map(|year| (year, end)))
}

fn day(scene: &Scene, month: i8, day: i8, end: usize) -> Found {
    match year_behind(scene, end) {
        Some((year, end)) => (Expression::Day { year: Year::Given(year), month, day }, end),
        None => (Expression::Day { year: Year::Unsaid, month, day }, end),
    }
}

fn month_then_day(scene: &Scene, at: usize) -> Option<Found> {
    let (month, end) = month_at(scene, at)?;
    let (number, end) = day_at(scene, behind_stop(scene, end)).filter(|(_, end)| !begins_figure(scene, *end))?;
    let unit = scene.words.unit(&scene.items, end).is_none();
    unit.then(|| day(scene, month, number, end))
}

/// Whether the number before an item goes on with a sign and more figures.
fn begins_figure(scene: &Scene, end: usize) -> bool {
    scene.is_sign(end, &['/', '.', ',']) && scene.number(end + 1).is_some() && !scene.items[end + 1].spaced
}

fn day_then_month(scene: &Scene, at: usize) -> Option<Found> {
    let (number, end) = day_at(scene, at)?;
    let (month, end) = month_at(scene, scene.without(&scene.words.of, end))?;
    Some(day(scene, month, number, end))
}

fn month_then_year(scene: &Scene, at: usize) -> Option<Found> {
    let (month, end) = month_at(scene, at)?;
    let (year, end) = year_behind(scene, end)?;
    Some((month_of(Year::Given(year), month), end))
}

fn year_then_month(scene: &Scene, at: usize) -> Option<Found> {
    let (year, end) = year_at(scene, at)?;
    let (month, end) = month_at(scene, end)?;
    Some((month_of(Year::Given(year), month), end))
}

/// "9 de 8 de 1971", "17 del 11".
fn numbers_of_day_and_month(scene: &Scene, at: usize) -> Option<Found> {
    let short = |at: usize| {
        scene.number(at).filter(|_| scene.items[at].digits() < 3).and_then(|number| i8::try_from(number).ok())
    };
    let (number, of) = (short(at)?, scene.words.of_month.at(&scene.items, at + 1)?);
    let month = short(of)?;
    let (date, end) = day(scene, month, number, of + 1);
    let year = matches!(date, Expression::Day { year: Year::Given(_), .. });
    (year || scene.words.of_month_alone.at(&scene.items, at + 1).is_some()).then_some((date, end))
}
