//! Counted units: "next 3 days", "two weeks after Friday", "2 weeks starting May 20th".
//!
//! It must not know where units of the calendar begin.

use constancia_model::PartialDate;
use jiff::civil::Date;

use super::scene::Scene;
use super::terms::{Found, Rule, bare_year, calendar_day, fixed, in_figures, offset, simple};
use super::units::Unit;
use super::weekdays::{plain_weekday, sided_weekday};

/// "next 3 days", "past five years", "5 upcoming years", "los próximos tres días", "within 9 months".
pub(super) fn counted_window(scene: &Scene, at: usize) -> Option<Found> {
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
pub(super) fn counted_from_now(scene: &Scene, at: usize) -> Option<Found> {
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
pub(super) fn counted_from(scene: &Scene, at: usize) -> Option<Found> {
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

/// "2 weeks starting May 20th": that long from a day.
pub(super) fn counted_starting(scene: &Scene, at: usize) -> Option<Found> {
    let (lengths, end) = lengths_at(scene, at)?;
    let next = scene.words.starting.at(&scene.items, if scene.is_sign(end, &[',']) { end + 1 } else { end })?;
    let (term, end) = point_at(scene, next)?;
    let readings = term.readings(scene)?;
    let first = readings.ahead.unwrap_or(readings.date).single_day()?;
    let last = moved(first, &lengths, 1)?.yesterday().ok()?;
    Some((fixed(PartialDate::Between(Some(first.into()), Some(last.into()))), end))
}
