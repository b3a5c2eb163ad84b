//! Numbers, ranges and ordinals of a case beside those that the product recognises.
//!
//! It must not know what a date is.

use constancia_language::numbers::{self, Place, RangeEnd, Value};
use constancia_model::{Language, Span};

use super::Agreement;
use super::cases::{Case, Kind};
use super::words::plain;

/// Numbers that differ by less than this share of themselves are the same: the cases write fifteen digits.
const ROUNDING: f64 = 1e-12;

/// Compares one case.
pub fn compare(language: &Language, kind: Kind, case: &Case) -> Agreement {
    let text = &case.input;
    let wanted = case.results.iter().map(|found| (plain(&found.text), found.value().to_owned()));
    let wanted: Vec<(String, String)> = wanted.collect();
    let read: Vec<(Span, Read)> = match kind {
        Kind::Number => numbers::values(language, text).iter().map(|v| (v.span, Read::Value(v.value))).collect(),
        Kind::Ordinal => numbers::ordinals(language, text).iter().map(|o| (o.span, Read::Place(o.place))).collect(),
        _ => numbers::ranges(language, text).iter().map(|r| (r.span, Read::Range(r.low, r.high))).collect(),
    };
    let words = |span: &Span| plain(span.of(text).unwrap_or_default());
    let same = |((span, read), (wanted, value)): (&(Span, Read), &(String, String))| {
        words(span) == *wanted && read.agrees(value)
    };
    if read.len() == wanted.len() && read.iter().zip(&wanted).all(same) {
        return Agreement::Exact;
    }
    let show = |(span, read): &(Span, Read)| format!("{} = {}", words(span), read.show());
    Agreement::Wrong(read.iter().map(show).collect::<Vec<_>>().join(" | "))
}

enum Read {
    Value(Value),
    Place(Place),
    Range(Option<RangeEnd>, Option<RangeEnd>),
}

impl Read {
    fn agrees(&self, wanted: &str) -> bool {
        match self {
            Self::Value(value) => same_number(*value, wanted),
            Self::Place(place) => place_as_written(*place) == wanted,
            Self::Range(low, high) => same_range(*low, *high, wanted).unwrap_or(false),
        }
    }

    fn show(&self) -> String {
        let end = |end: &Option<RangeEnd>| {
            end.map_or("open".to_owned(), |end| format!("{}{}", end.value, if end.included { "" } else { " excluded" }))
        };
        match self {
            Self::Value(value) => value.to_string(),
            Self::Place(place) => place_as_written(*place),
            Self::Range(low, high) => format!("{}..{}", end(low), end(high)),
        }
    }
}

fn same_number(value: Value, wanted: &str) -> bool {
    let Ok(wanted) = wanted.replace(',', ".").parse::<f64>() else { return false };
    let value = value.numerator() as f64 / value.denominator() as f64;
    (value - wanted).abs() <= wanted.abs() * ROUNDING
}

fn place_as_written(place: Place) -> String {
    match place {
        Place::FromStart(place) => place.to_string(),
        Place::FromEnd(0) => "end+0".to_owned(),
        Place::FromEnd(back) => format!("end-{back}"),
        Place::FromCurrent(on) => format!("current{on:+}"),
    }
}

/// "[20,30)": a range between two named numbers leaves out the upper one there, and includes it here.
fn same_range(low: Option<RangeEnd>, high: Option<RangeEnd>, wanted: &str) -> Option<bool> {
    let includes_low = wanted.starts_with('[');
    let includes_high = wanted.ends_with(']');
    let inner = wanted.strip_prefix(['[', '('])?.strip_suffix([']', ')'])?;
    let (wanted_low, wanted_high) = inner.split_once(',')?;
    let between = includes_low && !includes_high && !wanted_low.is_empty() && !wanted_high.is_empty();
    let same = |end: Option<RangeEnd>, wanted: &str, included: bool| match end {
        None => wanted.is_empty(),
        Some(end) => !wanted.is_empty() && same_number(end.value, wanted) && end.included == included,
    };
    Some(same(low, wanted_low, includes_low) && same(high, wanted_high, includes_high || between))
}
