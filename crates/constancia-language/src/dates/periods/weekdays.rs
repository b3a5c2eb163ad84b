//! Weekdays: by a word that says which, with the number of their day, or in a week.
//!
//! It must not know other units.

use constancia_model::PartialDate;
use jiff::civil::Date;

use super::calendar::calendar_at;
use super::figures::{figures_at, loose_day};
use super::scene::Scene;
use super::terms::{Found, Term, day_number, fixed, with_year};
use super::units::Unit;
use super::wholes::sided;
use crate::dates::expression::{Expression, Side};

/// "previous Monday", "this upcoming Friday", "lunes siguiente".
pub(super) fn sided_weekday(scene: &Scene, at: usize) -> Option<Found> {
    let words = scene.words;
    let sides = [(&words.side_last, Side::Last), (&words.side_next, Side::Next)];
    let before = sides
        .into_iter()
        .filter_map(|(phrases, side)| Some((side, phrases.at(&scene.items, at)?)))
        .max_by_key(|(_, end)| *end);
    if let Some((side, next)) = before {
        return Some((Term::Said(Expression::Weekday { weekday: weekday_at(scene, next)?, side }), next + 1));
    }
    let weekday = weekday_at(scene, at)?;
    let sides = [(&words.side_last_after, Side::Last), (&words.side_next_after, Side::Next)];
    let after = |(phrases, side): (&super::lexicon::Phrases, Side)| Some((side, phrases.at(&scene.items, at + 1)?));
    let (side, end) = sides.into_iter().find_map(after)?;
    Some((Term::Said(Expression::Weekday { weekday, side }), end))
}

/// A weekday whose name means nothing else.
pub(super) fn plain_weekday(scene: &Scene, at: usize) -> Option<Found> {
    let weekday = weekday_at(scene, at).filter(|_| !scene.is_ambiguous(at))?;
    Some((Term::Said(Expression::Weekday { weekday, side: Side::Near }), at + 1))
}

fn weekday_at(scene: &Scene, at: usize) -> Option<i8> {
    scene.lexicon.weekday(scene.word(at)?)
}

/// "Friday 7/6", "Mon 13th", "tuesday the eleventh", "martes el 25".
pub(super) fn weekday_with_day(scene: &Scene, at: usize) -> Option<Found> {
    let side = scene.words.side_this.at(&scene.items, at).or(scene.words.side_next.at(&scene.items, at));
    let first = side.unwrap_or(at);
    let weekday = weekday_at(scene, first)?;
    let sign = |at: usize| if scene.is_sign(at, &[',', '-', '(']) { at + 1 } else { at };
    let next = scene.without(&scene.words.weekday_links, sign(first + 1));
    let closed = |end: usize| if scene.is_sign(next - 1, &['(']) && scene.is_sign(end, &[')']) { end + 1 } else { end };
    let date = figures_at(scene, next).or_else(|| calendar_at(scene, next)).or_else(|| loose_day(scene, next));
    if let Some((date @ Expression::Day { .. }, end)) = date {
        let this = scene.words.side_this.at(&scene.items, at).is_some();
        let date = if this { with_year(date, scene.day.year()) } else { date };
        return Some((Term::Said(date), closed(end)));
    }
    let linked = next > first + 1;
    let (day, end) = day_number(scene, next)?;
    if linked {
        return day_in_reach(scene, weekday, day).map(|date| (fixed(date), end));
    }
    Some((Term::Said(Expression::WeekdayDay { weekday, day }), end))
}

/// "Tuesday the eleventh": the next day of that number, where it is such a weekday.
fn day_in_reach(scene: &Scene, weekday: i8, day: i8) -> Option<PartialDate> {
    let fits = |date: &Date| date.day() == day && date.weekday().to_monday_one_offset() == weekday;
    (-31..62).filter_map(|on| Unit::Day.shifted(scene.day, on)).find(fits).map(PartialDate::from)
}

/// "tuesday of next week", "next week wednesday", "previous week - monday", "lunes de la semana siguiente".
pub(super) fn weekday_of_week(scene: &Scene, at: usize) -> Option<Found> {
    let of_week = |at: usize| {
        let (side, end) = sided(scene, at)?;
        (side.unit == Unit::Week).then_some((side.count, end))
    };
    let day = |weekday: i8, weeks: i64| {
        let monday = Unit::Week.shifted(Unit::Week.first_day(scene.day)?, weeks)?;
        Unit::Day.shifted(monday, i64::from(weekday) - 1).map(|date| fixed(date.into()))
    };
    if let Some(weekday) = weekday_at(scene, at) {
        let next = scene.without(&scene.words.to_weekday, at + 1);
        let (weeks, end) = of_week(next)?;
        return Some((day(weekday, weeks)?, end));
    }
    let (weeks, end) = of_week(at)?;
    let next = scene.without(&scene.words.to_weekday, end);
    Some((day(weekday_at(scene, next)?, weeks)?, next + 1))
}
