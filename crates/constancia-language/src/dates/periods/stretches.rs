//! Dates put together: "from May to October 2020", "between the 3rd and the 12th of May", "before 2018", "since March".
//!
//! It must not know how single dates are written.

use constancia_model::{Day, PartialDate};
use jiff::civil::Date;

use super::calendar::month_alone;
use super::lexicon::Phrases;
use super::scene::Scene;
use super::terms::{Found, Term, fixed, offset, term_at, with_year};
use crate::dates::expression::{Expression, Readings, Side, Year};

/// The stretch, open period or single date that begins at an item, and where it ends.
pub(super) fn period_at(scene: &Scene, at: usize) -> Option<(Readings, usize)> {
    let stretch = stretch_at(scene, at);
    let open = open_at(scene, at);
    let alone = || {
        let (term, end) = term_at(scene, at)?;
        Some((term.readings(scene)?, end))
    };
    let longest = [stretch, open].into_iter().flatten().max_by_key(|(_, end)| *end);
    longest.or_else(alone)
}

/// "from X to Y", "between X and Y", "X - Y".
fn stretch_at(scene: &Scene, at: usize) -> Option<(Readings, usize)> {
    let words = scene.words;
    let opener = words.openers.at(&scene.items, at);
    let first = opener.unwrap_or(at);
    let candidates = [left_number(scene, first), end_at(scene, first)];
    candidates.into_iter().flatten().find_map(|(left, end)| {
        let end = if scene.is_sign(end, &['.']) { end + 1 } else { end };
        let link = words.links.at(&scene.items, end);
        let link = link.or_else(|| opener.and(words.opened_links.at(&scene.items, end)))?;
        let (right, end) = end_at(scene, link).or_else(|| right_number(scene, link, &left))?;
        let readings = joined(scene, left, right)?;
        Some((readings, end))
    })
}

/// One end of a stretch.
#[derive(Debug, Clone, Copy)]
enum End {
    /// A date.
    Date(Term),
    /// The number of a day whose month the other end names.
    Number(i8),
}

fn end_at(scene: &Scene, at: usize) -> Option<(End, usize)> {
    let now = || scene.words.now.at(&scene.items, at).map(|end| (fixed(scene.day.into()), end));
    let article = || {
        let next = scene.words.articles.at(&scene.items, at)?;
        term_at(scene, next)
    };
    let month = || month_alone(scene, at).map(|(month, end)| (Term::Said(month), end));
    let found = term_at(scene, at).or_else(month).or_else(|| offset(scene, at)).or_else(now);
    let (term, end): Found = found.or_else(article)?;
    Some((End::Date(term), end))
}

fn number_at(scene: &Scene, at: usize) -> Option<(i8, usize)> {
    let next = scene.without(&scene.words.articles, at);
    let place = scene.place(next).filter(|(place, _)| *place > 0);
    let whole = || scene.whole(next).and_then(|(whole, end)| Some((i64::try_from(whole).ok()?, end)));
    let (number, end) = place.or_else(whole)?;
    i8::try_from(number).ok().filter(|day| (1..=31).contains(day)).map(|day| (day, end))
}

fn left_number(scene: &Scene, at: usize) -> Option<(End, usize)> {
    number_at(scene, at).map(|(number, end)| (End::Number(number), end))
}

/// "April 9th through 17th".
fn right_number(scene: &Scene, at: usize, left: &End) -> Option<(End, usize)> {
    let day = matches!(left, End::Date(Term::Said(Expression::Day { .. })));
    number_at(scene, at).filter(|_| day).map(|(number, end)| (End::Number(number), end))
}

fn joined(scene: &Scene, left: End, right: End) -> Option<Readings> {
    match (left, right) {
        (End::Number(first), End::Date(Term::Said(Expression::Day { year, month, day }))) => {
            days(scene, year, month, first, day)
        }
        (End::Date(Term::Said(Expression::Day { year, month, day })), End::Number(last)) => {
            days(scene, year, month, day, last)
        }
        (End::Date(left), End::Date(right)) => between(scene, left, right),
        _ => None,
    }
}

fn days(scene: &Scene, year: Year, month: i8, first: i8, last: i8) -> Option<Readings> {
    let expression = Expression::Days { year, month, first, last };
    expression.exists().then(|| scene.resolve(expression)).flatten()
}

fn between(scene: &Scene, left: Term, right: Term) -> Option<Readings> {
    let (left, right) = lent(left, right);
    match (unsaid(left), unsaid(right)) {
        (true, true) => every_year(scene, left, right),
        (false, _) if is_weekday(right) => weekday_after(scene, left, right),
        _ if is_weekday(left) && is_weekday(right) => weekday_after(scene, left, right),
        (true, false) => {
            let right = right.readings(scene)?.date;
            let left = left.readings(scene)?;
            let past = stretch(left.date, right);
            let left = past.or_else(|| stretch(left.ahead?, right))?;
            Some(Readings { date: left, ahead: None })
        }
        (false, true) => {
            let left = left.readings(scene)?.date;
            let right = right.readings(scene)?;
            let past = stretch(left, right.date).or_else(|| stretch(left, right.ahead?))?;
            Some(Readings { date: past, ahead: None })
        }
        (false, false) => {
            let date = stretch(left.readings(scene)?.date, right.readings(scene)?.date)?;
            Some(Readings { date, ahead: None })
        }
    }
}

/// "from May to October 2020": the year is that of both, or of the winter that ends in it.
fn lent(left: Term, right: Term) -> (Term, Term) {
    let (Term::Said(from), Term::Said(to)) = (left, right) else { return (left, right) };
    match (year_and_month(from), year_and_month(to)) {
        (Some((Year::Unsaid, first)), Some((Year::Given(year), last))) if can_lend(from) => {
            let year = if first > last { year - 1 } else { year };
            (Term::Said(with_year(from, year)), right)
        }
        _ => (left, right),
    }
}

/// A month that "this" or "last" says apart from the other keeps its own year.
fn can_lend(expression: Expression) -> bool {
    !matches!(expression, Expression::Month { side: Side::Last | Side::Next | Side::This, .. })
}

fn year_and_month(expression: Expression) -> Option<(Year, i8)> {
    match expression {
        Expression::Month { year, month, .. } | Expression::Day { year, month, .. } => Some((year, month)),
        _ => None,
    }
}

fn unsaid(term: Term) -> bool {
    matches!(
        term,
        Term::Said(
            Expression::Month { year: Year::Unsaid, side: Side::Near, .. } | Expression::Day { year: Year::Unsaid, .. }
        )
    )
}

fn is_weekday(term: Term) -> bool {
    matches!(term, Term::Said(Expression::Weekday { .. }))
}

/// "from next Monday to Friday": the Friday right behind it.
fn weekday_after(scene: &Scene, left: Term, right: Term) -> Option<Readings> {
    let Term::Said(Expression::Weekday { weekday, .. }) = right else { return None };
    let behind = |left: PartialDate| {
        let first = left.earliest()?;
        let on = (weekday - first.weekday().to_monday_one_offset()).rem_euclid(7);
        let last = super::units::Unit::Day.shifted(first, i64::from(on))?;
        stretch(left, last.into())
    };
    let left = left.readings(scene)?;
    Some(Readings { date: behind(left.date)?, ahead: left.ahead.and_then(behind) })
}

/// "from November to March", in every year: the last that has begun, and the first that is not over.
fn every_year(scene: &Scene, left: Term, right: Term) -> Option<Readings> {
    let (Term::Said(from), Term::Said(to)) = (left, right) else { return None };
    let ((_, first), (_, last)) = (year_and_month(from)?, year_and_month(to)?);
    let day = |expression: Expression| if let Expression::Day { day, .. } = expression { day } else { 0 };
    let wraps = (first, day(from)) > (last, day(to)) && (first != last || day(from) > day(to));
    let of = |year: i16| {
        let left = scene.resolve(with_year(from, year))?.date;
        stretch(left, scene.resolve(with_year(to, year + i16::from(wraps)))?.date)
    };
    let year = scene.day.year();
    let past =
        (0..9).filter_map(|back| of(year - back)).find(|date| date.earliest().is_some_and(|day| day <= scene.day))?;
    let over = |date: &PartialDate| date.latest().is_some_and(|day| day < scene.day);
    let ahead = (-1..9).filter_map(|on| of(year + on)).find(|date| !over(date)).filter(|date| *date != past);
    Some(Readings { date: past, ahead })
}

/// From the first day of one to the end of another.
fn stretch(from: PartialDate, to: PartialDate) -> Option<PartialDate> {
    let first = match from {
        PartialDate::On(day) => Some(day),
        PartialDate::Between(day, _) => day,
    };
    let last = match to {
        PartialDate::On(day) => Some(day),
        PartialDate::Between(_, day) => day,
    };
    let rises = from.earliest()? <= to.latest()?;
    rises.then_some(PartialDate::Between(Some(first?), Some(last?)))
}

/// "before 2018", "since March", "2018 or later", "> 2018".
fn open_at(scene: &Scene, at: usize) -> Option<(Readings, usize)> {
    let words = scene.words;
    type Opened = fn(PartialDate) -> Option<PartialDate>;
    let before: [(&Phrases, Opened); 4] = [
        (&words.before, ending_before),
        (&words.until, ending_with),
        (&words.after, behind),
        (&words.since, beginning_with),
    ];
    let led = before
        .into_iter()
        .filter_map(|(phrases, opened)| Some((phrases.at(&scene.items, at)?, opened)))
        .max_by_key(|(end, _)| *end);
    if let Some((next, opened)) = led {
        let (End::Date(term), end) = end_at(scene, next)? else { return None };
        return Some((each(term.readings(scene)?, opened)?, end));
    }
    let (term, end) = term_at(scene, at)?;
    let after: [(&Phrases, Opened); 2] = [(&words.or_later, beginning_with), (&words.or_earlier, ending_with)];
    let (end, opened) =
        after.into_iter().find_map(|(phrases, opened)| Some((phrases.at(&scene.items, end)?, opened)))?;
    Some((each(term.readings(scene)?, opened)?, end))
}

fn each(readings: Readings, opened: fn(PartialDate) -> Option<PartialDate>) -> Option<Readings> {
    Some(Readings { date: opened(readings.date)?, ahead: readings.ahead.and_then(opened) })
}

fn ending_before(date: PartialDate) -> Option<PartialDate> {
    let last = date.earliest()?.yesterday().ok()?;
    Some(PartialDate::Between(None, Some(last.into())))
}

fn ending_with(date: PartialDate) -> Option<PartialDate> {
    Some(PartialDate::Between(None, Some(whole(date.latest()?))))
}

fn behind(date: PartialDate) -> Option<PartialDate> {
    let first = date.latest()?.tomorrow().ok()?;
    Some(PartialDate::Between(Some(first.into()), None))
}

fn beginning_with(date: PartialDate) -> Option<PartialDate> {
    Some(PartialDate::Between(Some(whole(date.earliest()?)), None))
}

fn whole(date: Date) -> Day {
    date.into()
}
