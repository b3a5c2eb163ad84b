//! Dates and periods of a case beside those that the product recognises: `docs/measures.md` gives the mapping.
//!
//! It must not know what a number is.

use constancia_language::dates;
use constancia_model::{Day, Language, PartialDate};

use super::Agreement;
use super::cases::{Case, Found, Reading};
use super::words::plain;

/// Compares one case.
pub fn compare(language: &Language, case: &Case) -> Agreement {
    let published = case.reference.as_deref().and_then(|day| day.parse().ok());
    let read = dates::periods(language, &case.input, published);
    let words = |mention: &dates::DateMention| plain(mention.span.of(&case.input).unwrap_or_default());
    let mut agreement = Agreement::Exact;
    for (mention, wanted) in read.iter().zip(&case.results) {
        let readings: Vec<PartialDate> = std::iter::once(mention.date).chain(mention.ahead).collect();
        match same_readings(&readings, wanted, case.reference.as_deref())
            .filter(|_| words(mention) == plain(&wanted.text))
        {
            Some(false) => agreement = Agreement::Precision,
            Some(true) => {}
            None => return wrong(&read, words),
        }
    }
    if read.len() == case.results.len() { agreement } else { wrong(&read, words) }
}

fn wrong(read: &[dates::DateMention], words: impl Fn(&dates::DateMention) -> String) -> Agreement {
    let show = |mention: &dates::DateMention| {
        let ahead = mention.ahead.map_or(String::new(), |ahead| format!(" > {ahead}"));
        format!("{} = {}{ahead}", words(mention), mention.date)
    };
    Agreement::Wrong(read.iter().map(show).collect::<Vec<_>>().join(" | "))
}

/// Whether each reading is wanted and each wanted is read: `Some(true)` exactly, `Some(false)` as far as the product's
/// dates are precise.
fn same_readings(read: &[PartialDate], wanted: &Found, published: Option<&str>) -> Option<bool> {
    let wanted = wanted.readings();
    let pairs = read.iter().flat_map(|date| wanted.iter().map(move |reading| (date, reading)));
    let agreed: Vec<(&PartialDate, &Reading, bool)> =
        pairs.filter_map(|(date, reading)| Some((date, reading, same(*date, reading)?))).collect();
    let own_day = |reading: &Reading| reading.day.as_deref() == published;
    let today = read.len() == 1 && wanted.len() == 2 && agreed.iter().any(|(_, reading, _)| own_day(reading));
    if today {
        return Some(false);
    }
    let all_read = read.iter().all(|date| agreed.iter().any(|(one, ..)| *one == date));
    let all_wanted = wanted.iter().all(|reading| agreed.iter().any(|(_, one, _)| std::ptr::eq(*one, reading)));
    (all_read && all_wanted).then(|| agreed.iter().all(|(.., exact)| *exact))
}

fn same(date: PartialDate, wanted: &Reading) -> Option<bool> {
    if let Some(part) = part_of(wanted) {
        return (date == PartialDate::On(part.about())).then_some(true);
    }
    let (start, end) = limits(wanted);
    let first = date.earliest().map(|day| day.to_string());
    let behind = date.latest().and_then(|day| day.tomorrow().ok()).map(|day| day.to_string());
    let second = match date {
        PartialDate::Between(Some(_), Some(to)) if wanted.timex.starts_with('(') => Some(to.first_day().to_string()),
        _ => None,
    };
    if open_agrees(date, wanted) {
        return Some(true);
    }
    if first == start && (behind == end || (second.is_some() && second == end)) {
        return Some(true);
    }
    let counted = matches!(date, PartialDate::On(day) if day.approximate) && wanted.day.is_some();
    let within = first <= start && start < behind;
    (counted && within).then_some(false)
}

/// "after" a day names that day in the case and the one behind it here; "until" a day includes it here.
fn open_agrees(date: PartialDate, wanted: &Reading) -> bool {
    let written = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    match (wanted.modifier.as_str(), date) {
        ("after", PartialDate::Between(Some(from), None)) => {
            wanted.end.is_none() && written(from.first_day().yesterday().ok()) == wanted.start
        }
        ("until", PartialDate::Between(None, Some(to))) => {
            wanted.start.is_none() && written(Some(to.last_day())) == wanted.end
        }
        _ => false,
    }
}

/// First day and the day after the last, as the case has them.
fn limits(wanted: &Reading) -> (Option<String>, Option<String>) {
    let Some(day) = &wanted.day else { return (wanted.start.clone(), wanted.end.clone()) };
    let written = day.parse::<PartialDate>().ok().and_then(PartialDate::latest);
    (Some(day.clone()), written.and_then(|day| day.tomorrow().ok()).map(|day| day.to_string()))
}

/// The month or year of which a case means the start, middle or end.
fn part_of(wanted: &Reading) -> Option<Day> {
    if !matches!(wanted.modifier.as_str(), "start" | "mid" | "end") {
        return None;
    }
    let year = wanted.start.as_ref()?.get(..4)?.to_owned();
    let month = wanted.timex.get(4..7).filter(|_| wanted.timex.len() == 7).unwrap_or_default();
    let whole: PartialDate = format!("{year}{month}").parse().ok()?;
    match whole {
        PartialDate::On(day) => Some(day),
        PartialDate::Between(..) => None,
    }
}
