//! One number as somebody gives it, under the definition that says with which others it may be held together: what
//! happened, what kind of number it is, of whom, and where.

use std::sync::LazyLock;

use constancia_model::{Bound, Content, Count, PartialDate, ReportId, Stance, Status, Terms};
use jiff::civil::Date;

use crate::brief::Measure;
use crate::told::Told;
use crate::words::areas::{Area, area};
use crate::words::names::folded;
use crate::words::populations::Population;
use crate::words::word_lists::phrases;

static SINCE_WORDS: LazyLock<Vec<String>> = LazyLock::new(|| phrases(include_str!("../../data/since_words.txt")));

/// Where a number counts: at a place, else within the reports of one story.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Scope {
    /// A place by its name and the country it lies in, where that is known.
    Place(String, Option<String>),
    /// The first report of a story whose place nobody says.
    Story(ReportId),
}

/// Numbers with one definition can be held against each other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Definition {
    pub status: Status,
    /// The population by the key of its wordings; absent where none is said.
    pub population: Option<String>,
    pub scope: Scope,
    pub measure: Measure,
    pub terms: Option<Terms>,
}

/// One number with the statement that gives it.
#[derive(Debug, Clone)]
pub(crate) struct Figure<'a> {
    pub told: &'a Told,
    pub count: &'a Count,
    pub definition: Definition,
    pub area: Option<Area>,
    /// Whether the place was not said but is where the report takes place.
    pub inferred: bool,
    /// From when it counts, where it is a period.
    pub since: Option<Date>,
    /// For which day it is given: as it says, else its publication.
    pub day: Option<Date>,
    /// Whether the words give that day.
    pub day_is_said: bool,
}

/// The number of a statement in a report that takes place in `home` and belongs to `story`; `None` for any other statement.
pub(crate) fn figure<'a>(told: &'a Told, home: Option<&str>, story: &ReportId) -> Option<Figure<'a>> {
    let Content::Count(count) = &told.statement.content else { return None };
    let said = count.place.as_deref().and_then(|place| area(place, home));
    let inferred = said.is_none() && home.is_some();
    let area = said.or_else(|| home.map(|home| Area { chain: vec![home.to_owned()] }));
    let time = time(count, told);
    let definition = Definition {
        status: count.status,
        population: count.population.as_deref().map(|words| Population::of(words).key),
        scope: scope(area.as_ref(), story),
        measure: time.measure,
        terms: count.terms.clone(),
    };
    let Time { since, day, day_is_said, .. } = time;
    Some(Figure { told, count, definition, area, inferred, since, day, day_is_said })
}

fn scope(area: Option<&Area>, story: &ReportId) -> Scope {
    match area {
        Some(area) => {
            let country = area.chain.last().filter(|_| area.chain.len() > 1);
            Scope::Place(area.key().to_owned(), country.cloned())
        }
        None => Scope::Story(story.clone()),
    }
}

struct Time {
    measure: Measure,
    since: Option<Date>,
    day: Option<Date>,
    day_is_said: bool,
}

/// People in custody are counted as they stand on a day. What happened is counted on the one day that is given for it,
/// else as a sum: from the beginning of the period that is given, up to its end, the day of the count, or publication.
fn time(count: &Count, told: &Told) -> Time {
    let published = told.published_day();
    let until = |date: Option<PartialDate>| {
        let end = date.and_then(PartialDate::latest);
        end.filter(|end| published.is_none_or(|published| *end <= published))
    };
    let one_day = count.date.and_then(PartialDate::single_day);
    let (measure, since, said) = match (count.status, one_day) {
        (Status::Held | Status::Missing, _) => (Measure::Standing, None, until(count.as_of.or(count.date))),
        (_, Some(day)) if count.as_of.is_none() && !says_since(told) => (Measure::Daily, None, Some(day)),
        (_, Some(day)) if says_since(told) => (Measure::Cumulative, Some(day), until(count.as_of)),
        _ => {
            let since = count.date.and_then(PartialDate::earliest);
            (Measure::Cumulative, since, until(count.as_of).or_else(|| until(count.date)))
        }
    };
    Time { measure, since, day: said.or(published), day_is_said: said.is_some() }
}

/// How far behind its words a statement's day may stand, in bytes.
const REACH: usize = 48;

/// Whether the day that is given with a number is the one from which it counts.
fn says_since(told: &Told) -> bool {
    let source = told.source();
    let end = source.sentence.floor_char_boundary(source.words.end + REACH);
    let words = format!(" {} ", folded(&source.sentence[source.words.start..end]));
    SINCE_WORDS.iter().any(|since| words.contains(&format!(" {since} ")))
}

impl Figure<'_> {
    pub fn is_asserted(&self) -> bool {
        self.told.stance() == Stance::Asserts
    }

    /// A number as said: its ends and how it is bounded.
    pub fn number(&self) -> Number {
        (self.count.low, self.count.high, self.count.bound)
    }
}

/// A number as said: its ends and how it is bounded.
pub(crate) type Number = (u64, Option<u64>, Option<Bound>);

/// Whether both numbers can be true of one thing, given how they are bounded.
pub(crate) fn may_agree(one: Number, other: Number) -> bool {
    let ((from, to), (other_from, other_to)) = (range(one), range(other));
    from <= other_to && other_from <= to
}

/// The numbers that the words allow: a tenth to either side of "about", a tenth below "nearly".
pub(crate) fn range((low, high, bound): Number) -> (u64, u64) {
    let high = high.unwrap_or(u64::MAX);
    let slack = |number: u64| number / 10;
    match bound {
        None => (low, high),
        Some(Bound::MoreThan | Bound::AtLeast) => (low, u64::MAX),
        Some(Bound::UpTo) => (0, high),
        Some(Bound::Nearly) => (low - slack(low), high),
        Some(Bound::About) => (low - slack(low), high.saturating_add(slack(high))),
    }
}

/// A number in print.
pub(crate) fn printed((low, high, bound): Number) -> String {
    let number = match high {
        Some(high) if high != low => format!("{low}–{high}"),
        Some(_) => low.to_string(),
        None => format!("{low}+"),
    };
    bound.map_or(number.clone(), |bound| format!("{} {number}", bound.name()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_allow_what_their_words_allow() {
        let number = |words: &str| {
            let told = crate::testing::statements(&format!("count | held | {words}"));
            let Content::Count(count) = told[0].content.clone() else { unreachable!() };
            (count.low, count.high, count.bound)
        };
        for (one, other, agree) in [
            ("863", "863", true),
            ("863", "864", false),
            ("800-900", "863", true),
            ("800 | bound=more than", "863", true),
            ("900 | bound=at least", "863", false),
            ("100 | bound=up to", "63", true),
            ("100 | bound=nearly", "95", true),
            ("100 | bound=nearly", "101", false),
            ("100 | bound=about", "105", true),
            ("100 | bound=about", "120", false),
        ] {
            assert_eq!(may_agree(number(one), number(other)), agree, "{one} / {other}");
            assert_eq!(may_agree(number(other), number(one)), agree, "{other} / {one}");
        }
    }
}
