//! Numbers and dates of a text as features: exact numbers with what they count, and days, months and years.

use constancia_model::PartialDate;

use crate::analysis::Analysis;
use crate::numbers::{self, Value};
use crate::tagging::Tag;

use super::across::Across;

/// Whole numbers below this one say something only with what they count.
const TELLING: u64 = 3;
/// So many words behind a number the noun is looked for.
const NEAR: usize = 3;

/// Every number outside dates: "58", and "58 person" where what it counts is known in both languages.
pub(super) fn numbers(analysis: &Analysis, mut add: impl FnMut(String, usize)) {
    let mut dates = analysis.dates.iter().peekable();
    for mention in numbers::values(&analysis.language, analysis.text) {
        while dates.next_if(|date| date.span.end <= mention.span.start).is_some() {}
        if dates.peek().is_some_and(|date| date.span.overlaps(mention.span)) {
            continue;
        }
        let Some(written) = written(mention.value) else { continue };
        let start = mention.span.start;
        if let Some(counted) = counted(analysis, mention.span.end) {
            add(format!("{written} {counted}"), start);
        }
        if mention.value.as_whole().is_none_or(|whole| whole >= TELLING) {
            add(written, start);
        }
    }
}

/// In figures with a decimal point; nothing for what is negative or no decimal.
fn written(value: Value) -> Option<String> {
    if let Some(whole) = value.as_whole() {
        return Some(whole.to_string());
    }
    let thousandths = value.numerator().checked_mul(1000).filter(|top| *top > 0 && top % value.denominator() == 0)?;
    let thousandths = thousandths / value.denominator();
    let decimal = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
    Some(decimal.trim_end_matches('0').to_owned())
}

/// The noun behind a number that ends at `end`, by its name in all languages.
fn counted(analysis: &Analysis, end: usize) -> Option<&'static str> {
    let first = analysis.word_at(end);
    let mut near = analysis.words.iter().skip(first).take(NEAR);
    let noun = near.find(|word| word.tag.tag == Tag::Noun)?;
    Across::of(&analysis.language).concepts(&noun.lemma, &noun.lower).next()
}

/// Every date that names one day, month or year.
pub(super) fn dates(analysis: &Analysis, mut add: impl FnMut(String, usize)) {
    for mention in &analysis.dates {
        if let PartialDate::On(day) = mention.date {
            let plain = mention.date.to_string();
            let plain = plain.trim_end_matches(['~', '?', '%']);
            if day.is_day() || !mention.relative {
                add(plain.to_owned(), mention.span.start);
            }
        }
    }
}
