//! Dates in figures, with or without the name of the month: "22/04", "2019/aug/01", "12-2015", "20161016", "Dec31".
//!
//! It must not know what stands around them.

use super::scene::Scene;
use crate::dates::expression::{Expression, Side, Year};

/// Signs between the parts of a date.
const SIGNS: [char; 3] = ['/', '-', '.'];

/// A date in figures at an item, and where it ends.
pub(super) fn figures_at(scene: &Scene, at: usize) -> Option<(Expression, usize)> {
    let glued = at > 0 && !scene.items.get(at)?.spaced && scene.is_sign(at - 1, &['/', '.', '$', '+']);
    if glued {
        return None;
    }
    compact(scene, at).or_else(|| three(scene, at)).or_else(|| two(scene, at)).filter(|(date, _)| date.exists())
}

/// "20161016".
fn compact(scene: &Scene, at: usize) -> Option<(Expression, usize)> {
    let number = scene.number(at).filter(|_| scene.items[at].digits() == 8)?;
    day(year(number / 10_000)?, number / 100 % 100, number % 100).map(|date| (date, at + 1))
}

/// A part of a date: its number, and how it is written.
#[derive(Clone, Copy)]
enum Part {
    Year(i16),
    Short(u64),
    Month(i8),
}

fn part(scene: &Scene, at: usize) -> Option<Part> {
    if let Some(word) = scene.word(at) {
        return scene.lexicon.month(word).map(Part::Month);
    }
    let number = scene.number(at)?;
    match scene.items[at].digits() {
        1 | 2 => Some(Part::Short(number)),
        4 => year(number).map(Part::Year),
        _ => None,
    }
}

/// Where the part behind a sign begins.
fn behind_sign(scene: &Scene, at: usize) -> Option<usize> {
    let tight = |at: usize| scene.items.get(at).is_some_and(|item| !item.spaced);
    (scene.is_sign(at, &SIGNS) && tight(at) && tight(at + 1)).then_some(at + 1)
}

fn three(scene: &Scene, at: usize) -> Option<(Expression, usize)> {
    let second = behind_sign(scene, at + 1)?;
    let third = behind_sign(scene, second + 1)?;
    let same = scene.kind(at + 1) == scene.kind(second + 1);
    let parts = [part(scene, at)?, part(scene, second)?, part(scene, third)?];
    let more = behind_sign(scene, third + 1).is_some_and(|next| scene.number(next).is_some());
    let first = scene.words.month_first;
    let date = match parts {
        [Part::Year(year), Part::Month(month), Part::Short(number)]
        | [Part::Year(year), Part::Short(number), Part::Month(month)]
        | [Part::Month(month), Part::Short(number), Part::Year(year)]
        | [Part::Short(number), Part::Month(month), Part::Year(year)]
        | [Part::Month(month), Part::Year(year), Part::Short(number)]
        | [Part::Short(number), Part::Year(year), Part::Month(month)] => day(year, month as u64, number),
        [Part::Year(year), Part::Short(month), Part::Short(number)] => day(year, month, number),
        [Part::Short(left), Part::Short(right), Part::Year(year)] => ordered(year, left, right, first),
        [Part::Short(number), Part::Month(month), Part::Short(short)] => day(short_year(short)?, month as u64, number),
        _ => None,
    }?;
    let dashes = scene.is_sign(at + 1, &['-', '/']) || same;
    (dashes && (!more || scene.is_sign(third + 1, &['-']))).then_some((date, third + 1))
}

fn two(scene: &Scene, at: usize) -> Option<(Expression, usize)> {
    let second = behind_sign(scene, at + 1)?;
    let more = behind_sign(scene, second + 1).is_some_and(|next| scene.number(next).is_some());
    let slash = scene.is_sign(at + 1, &['/']);
    let month = |year: i16, month: u64| {
        let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
        Some(Expression::Month { year: Year::Given(year), month, side: Side::Near, about: false })
    };
    let dot = scene.is_sign(at + 1, &['.']);
    let date = match (part(scene, at)?, part(scene, second)?) {
        (Part::Year(year), Part::Month(name)) | (Part::Month(name), Part::Year(year)) => month(year, name as u64),
        (Part::Year(year), Part::Short(number)) | (Part::Short(number), Part::Year(year)) if !dot => {
            month(year, number)
        }
        (Part::Month(name), Part::Short(number)) | (Part::Short(number), Part::Month(name)) => {
            unsaid(name as u64, number)
        }
        (Part::Short(left), Part::Short(right)) if slash => {
            let [month, number] = in_order(left, right, scene.words.month_first);
            unsaid(month, number)
        }
        _ => None,
    }?;
    (!more || scene.is_sign(second + 1, &['-'])).then_some((date, second + 1))
}

/// "7.6", "4-23", of which only the words around them say that they are a day.
pub(super) fn loose_day(scene: &Scene, at: usize) -> Option<(Expression, usize)> {
    let second = behind_sign(scene, at + 1)?;
    let (Part::Short(left), Part::Short(right)) = (part(scene, at)?, part(scene, second)?) else { return None };
    let [month, number] = in_order(left, right, scene.words.month_first);
    unsaid(month, number).filter(Expression::exists).map(|date| (date, second + 1))
}

/// Month and day of two numbers.
fn in_order(left: u64, right: u64, month_first: bool) -> [u64; 2] {
    match (left > 12, right > 12) {
        (true, false) => [right, left],
        (false, true) => [left, right],
        _ if month_first => [left, right],
        _ => [right, left],
    }
}

fn ordered(year: i16, left: u64, right: u64, month_first: bool) -> Option<Expression> {
    let [month, number] = in_order(left, right, month_first);
    day(year, month, number)
}

fn day(year: i16, month: u64, number: u64) -> Option<Expression> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(number).ok()?);
    Some(Expression::Day { year: Year::Given(year), month, day })
}

fn unsaid(month: u64, number: u64) -> Option<Expression> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(number).ok()?);
    Some(Expression::Day { year: Year::Unsaid, month, day })
}

/// A year of four digits.
pub(super) fn year(number: u64) -> Option<i16> {
    i16::try_from(number).ok().filter(|year| (1500..2100).contains(year))
}

/// A year of two digits: of this century up to 30.
pub(super) fn short_year(number: u64) -> Option<i16> {
    let short = i16::try_from(number).ok().filter(|short| (0..100).contains(short))?;
    Some(if short < 30 { 2000 + short } else { 1900 + short })
}
