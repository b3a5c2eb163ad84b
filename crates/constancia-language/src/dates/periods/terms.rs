//! One date or one calendar unit: "the third week of 2018", "next quarter", "two weeks after Friday", "tuesday of next
//! week". What stands between two of them is not its business.

use constancia_model::{Day, PartialDate};
use jiff::civil::Date;

use super::calendar::{calendar_at, month_alone, year_at};
use super::figures::{figures_at, loose_day, year};
use super::scene::Scene;
use super::units::Unit;
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

type Rule = fn(&Scene, usize) -> Option<Found>;

const RULES: [Rule; 21] = [
    in_figures,
    calendar_day,
    weekday_with_day,
    simple,
    dated_side,
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

fn simple(scene: &Scene, at: usize) -> Option<Found> {
    let (expression, end) = scene.simple(at)?;
    Some((Term::Said(expression), end))
}

fn in_figures(scene: &Scene, at: usize) -> Option<Found> {
    let (expression, end) = figures_at(scene, at)?;
    Some((Term::Said(expression), end))
}

fn calendar_day(scene: &Scene, at: usize) -> Option<Found> {
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

/// "previous Monday", "this upcoming Friday", "lunes siguiente".
fn sided_weekday(scene: &Scene, at: usize) -> Option<Found> {
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
fn plain_weekday(scene: &Scene, at: usize) -> Option<Found> {
    let weekday = weekday_at(scene, at).filter(|_| !scene.is_ambiguous(at))?;
    Some((Term::Said(Expression::Weekday { weekday, side: Side::Near }), at + 1))
}

fn weekday_at(scene: &Scene, at: usize) -> Option<i8> {
    scene.lexicon.weekday(scene.word(at)?)
}

/// "Friday 7/6", "Mon 13th", "tuesday the eleventh", "martes el 25".
fn weekday_with_day(scene: &Scene, at: usize) -> Option<Found> {
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

fn day_number(scene: &Scene, at: usize) -> Option<(i8, usize)> {
    let place = scene.place(at).filter(|(place, _)| *place > 0);
    let (number, end) =
        place.or_else(|| scene.whole(at).and_then(|(whole, end)| Some((i64::try_from(whole).ok()?, end))))?;
    let day = i8::try_from(number).ok().filter(|day| (1..=31).contains(day))?;
    let unit = scene.words.unit(&scene.items, end).is_some();
    (!unit).then_some((day, end))
}

/// "tuesday of next week", "next week wednesday", "previous week - monday", "lunes de la semana siguiente".
fn weekday_of_week(scene: &Scene, at: usize) -> Option<Found> {
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

/// "the week of April 10th", "la semana que comienza el 4 de febrero".
fn week_of(scene: &Scene, at: usize) -> Option<Found> {
    let next = scene.words.week_of.at(&scene.items, at)?;
    let (term, end) = in_figures(scene, next).or_else(|| calendar_day(scene, next)).or_else(|| the_day(scene, next))?;
    let readings = term.readings(scene)?;
    let week = |date: PartialDate| Unit::Week.around(date.single_day()?, 0);
    Some((Term::Fixed(Readings { date: week(readings.date)?, ahead: readings.ahead.and_then(week) }), end))
}

/// "the 18th", "el día 18": the last and the next day of that number.
fn the_day(scene: &Scene, at: usize) -> Option<Found> {
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

/// "week 31", "semana 27 del año pasado".
fn week_number(scene: &Scene, at: usize) -> Option<Found> {
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
fn quarter(scene: &Scene, at: usize) -> Option<Found> {
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
fn place_of_unit(scene: &Scene, at: usize) -> Option<Found> {
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

/// A unit and which one: 0 for the present one.
struct Sided {
    unit: Unit,
    count: i64,
    /// Whether a word says which.
    said: bool,
}

/// "next week", "the month", "la semana que viene".
fn sided(scene: &Scene, at: usize) -> Option<(Sided, usize)> {
    let words = scene.words;
    let before = [(&words.side_last, -1), (&words.side_this, 0), (&words.side_next, 1)]
        .into_iter()
        .filter_map(|(phrases, count)| Some((count, phrases.at(&scene.items, at)?)))
        .max_by_key(|(_, end)| *end);
    if let Some((count, end)) = before
        && let Some((unit, end)) = words.unit(&scene.items, end)
    {
        return Some((Sided { unit, count, said: true }, end));
    }
    let article = words.the_running.at(&scene.items, at);
    let (unit, end) = words.unit(&scene.items, article.unwrap_or(at))?;
    let after = [(&words.side_last_after, -1), (&words.side_next_after, 1)]
        .into_iter()
        .find_map(|(phrases, count)| Some((count, phrases.at(&scene.items, end)?)));
    if let Some((count, end)) = after {
        let two_on =
            words.side_next_after.at(&scene.items, end - 2) == Some(end) && scene.word(end - 1) == Some("next");
        return Some((Sided { unit, count: if two_on { 2 } else { count }, said: true }, end));
    }
    article.map(|_| (Sided { unit, count: 0, said: false }, end))
}

/// "next week", "this quarter", "the month"; "the day before" is the day before.
fn sided_unit(scene: &Scene, at: usize) -> Option<Found> {
    let (side, end) = sided(scene, at)?;
    let plural = scene.is_plural(end - 1);
    let number = scene.whole(end).is_some();
    if plural || number {
        return None;
    }
    side.unit.around(scene.day, side.count).map(|date| (fixed(date), end))
}

/// "next 3 days", "past five years", "5 upcoming years", "los próximos tres días", "within 9 months".
fn counted_window(scene: &Scene, at: usize) -> Option<Found> {
    let words = scene.words;
    let within = words.within.at(&scene.items, at);
    let sides = |at: usize| {
        let sides = [(&words.side_last, -1), (&words.side_next, 1)];
        sides
            .into_iter()
            .filter_map(|(phrases, sign)| Some((sign, phrases.at(&scene.items, at)?)))
            .max_by_key(|(_, end)| *end)
    };
    let number = |at: usize| scene.whole(at).and_then(|(count, end)| Some((i64::try_from(count).ok()?, end)));
    let (sign, count, end) = if let Some(next) = within {
        let (count, end) = number(next)?;
        (1, count, end)
    } else if let Some((sign, next)) = sides(at) {
        let (count, end) = number(next)?;
        (sign, count, end)
    } else {
        let (count, next) = number(at)?;
        if let Some(window) = window_with_side_behind(scene, count, next) {
            return Some(window);
        }
        let (sign, end) = sides(next)?;
        (sign, count, end)
    };
    let (unit, end) = words.unit(&scene.items, end)?;
    let plural = count == 1 || scene.is_plural(end - 1);
    let count = Some(count).filter(|count| (1..1000).contains(count) && plural)?;
    if within.is_some() {
        let last = unit.shifted(scene.day, count)?.yesterday().ok()?;
        return Some((fixed(PartialDate::Between(Some(scene.day.into()), Some(last.into()))), end));
    }
    unit.window(scene.day, sign * count).map(|date| (fixed(date), end))
}

/// "5 años pasados", "2 días siguientes".
fn window_with_side_behind(scene: &Scene, count: i64, at: usize) -> Option<Found> {
    let words = scene.words;
    let (unit, end) = words.unit(&scene.items, at)?;
    let sides = [(&words.windows_last_after, -1), (&words.windows_next_after, 1)];
    let (sign, end) = sides.into_iter().find_map(|(phrases, sign)| Some((sign, phrases.at(&scene.items, end)?)))?;
    unit.window(scene.day, sign * count).map(|date| (fixed(date), end))
}

/// "the end of the month", "early this year", "principios de año".
fn part_of_unit(scene: &Scene, at: usize) -> Option<Found> {
    let next = scene.words.parts.at(&scene.items, at)?;
    let dash = if scene.is_sign(next, &['-']) { next + 1 } else { next };
    let sided = sided(scene, dash).or_else(|| {
        let (unit, end) = scene.words.unit(&scene.items, dash)?;
        Some((Sided { unit, count: 0, said: false }, end))
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

/// Numbers with their units: "two weeks", "a fortnight", "2 weeks and 2 days".
fn lengths_at(scene: &Scene, at: usize) -> Option<(Vec<(i64, Unit)>, usize)> {
    let article = |word: &str| scene.words.one_words.contains(word);
    let mut lengths = Vec::new();
    let mut end = at;
    loop {
        let next = if lengths.is_empty() { end } else { scene.without(&scene.words.and, end) };
        let one = scene.word(next).filter(|word| article(word)).map(|_| (1, next + 1));
        let Some((count, behind)) = scene.whole(next).or(one).filter(|(count, _)| (1..1000).contains(count)) else {
            break;
        };
        let Some((unit, behind)) = scene.words.unit(&scene.items, behind) else { break };
        lengths.push((i64::try_from(count).ok()?, unit));
        end = behind;
    }
    (!lengths.is_empty()).then_some((lengths, end))
}

fn moved(day: Date, lengths: &[(i64, Unit)], sign: i64) -> Option<Date> {
    lengths.iter().try_fold(day, |day, (count, unit)| unit.shifted(day, sign * count))
}

/// "in two weeks", "three weeks later", "two days from now", "2 weeks and 2 days ago".
fn counted_from_now(scene: &Scene, at: usize) -> Option<Found> {
    let words = scene.words;
    let opened = words.in_future.at(&scene.items, at);
    let (lengths, end) = lengths_at(scene, opened.unwrap_or(at))?;
    if let Some(end) = words.ago.at(&scene.items, end).filter(|_| lengths.len() > 1) {
        return Some((fixed(moved(scene.day, &lengths, -1)?.into()), end));
    }
    let later = words.later.at(&scene.items, end);
    let behind = later.or(opened.map(|_| end))?;
    Some((fixed(moved(scene.day, &lengths, 1)?.into()), behind))
}

/// "two weeks after Friday", "3 days from tomorrow", "dos días antes de ayer", "more than two weeks before today".
fn counted_from(scene: &Scene, at: usize) -> Option<Found> {
    let words = scene.words;
    let (more, less) = (words.more_than.at(&scene.items, at), words.less_than.at(&scene.items, at));
    let opened = words.in_future.at(&scene.items, at);
    let (lengths, end) = lengths_at(scene, more.or(less).or(opened).unwrap_or(at))?;
    let links = [(&words.counted_before, -1), (&words.counted_after, 1)];
    let (sign, next) = links.into_iter().find_map(|(phrases, sign)| Some((sign, phrases.at(&scene.items, end)?)))?;
    let (term, end) = point_at(scene, next)?;
    let readings = term.readings(scene)?;
    let from = if sign > 0 { readings.ahead.unwrap_or(readings.date) } else { readings.date };
    let date = moved(from.earliest()?, &lengths, sign)?;
    let between = |first: Date, last: Date| PartialDate::Between(Some(first.into()), Some(last.into()));
    let date = match (more, less, sign > 0) {
        (Some(_), _, true) => PartialDate::Between(Some(date.tomorrow().ok()?.into()), None),
        (Some(_), _, false) => PartialDate::Between(None, Some(date.yesterday().ok()?.into())),
        (_, Some(_), true) => between(from.earliest()?, date.yesterday().ok()?),
        (_, Some(_), false) => between(date.tomorrow().ok()?, from.earliest()?),
        _ => date.into(),
    };
    Some((fixed(date), end))
}

/// A day that something is counted from.
fn point_at(scene: &Scene, at: usize) -> Option<Found> {
    let now = || scene.words.now.at(&scene.items, at).map(|end| (fixed(scene.day.into()), end));
    let rules: [Rule; 7] = [in_figures, calendar_day, simple, offset, sided_weekday, plain_weekday, bare_year];
    rules.iter().find_map(|rule| rule(scene, at)).or_else(now)
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

/// "2 weeks starting May 20th": that long from a day.
fn counted_starting(scene: &Scene, at: usize) -> Option<Found> {
    let (lengths, end) = lengths_at(scene, at)?;
    let next = scene.words.starting.at(&scene.items, if scene.is_sign(end, &[',']) { end + 1 } else { end })?;
    let (term, end) = point_at(scene, next)?;
    let readings = term.readings(scene)?;
    let first = readings.ahead.unwrap_or(readings.date).single_day()?;
    let last = moved(first, &lengths, 1)?.yesterday().ok()?;
    Some((fixed(PartialDate::Between(Some(first.into()), Some(last.into()))), end))
}

/// "1990s", "the nineties", "la década de 1990".
fn decade(scene: &Scene, at: usize) -> Option<Found> {
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
    let word = scene.word(first).filter(|_| before.is_some() || words.decade_suffixes.is_some())?;
    let tens = words.decade_words.iter().position(|decade| decade == word)?;
    both(i16::try_from(tens).ok()? * 10 + 20, first + 1)
}

/// "2018", "the year 2008", "two thousand and twenty".
fn bare_year(scene: &Scene, at: usize) -> Option<Found> {
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
