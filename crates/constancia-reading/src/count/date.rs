//! The date of a count, and the stretch of a row that is the number's own.

use std::ops::Range;

use constancia_model::{PartialDate, Span};

use super::counted::Counted;
use crate::events::Event;
use crate::explanation::Part;
use crate::scene::{Row, Scene};
use crate::when;

/// The date of the event, or the nearest one in the number's own stretch of the row that does not say when it was said.
pub fn of(scene: &Scene, row: &Row, counted: &Counted, event: Option<&Event>) -> Option<(PartialDate, Part)> {
    let part = event.map(|e| behind_saying(scene, row, when::part(scene, row, &e.words)));
    let own = event.zip(part).and_then(|(e, part)| when::date(scene, row, e, &part));
    own.or_else(|| date_near(scene, row, counted))
}

/// The part of a row behind a date of saying, where it opens with one.
fn behind_saying(scene: &Scene, row: &Row, part: Range<usize>) -> Range<usize> {
    let range = scene.span(&part);
    let said = scene.analysis.dates.iter().find(|d| range.contains(d.span) && when::is_of_saying(scene, row, d.span));
    let start = said.map_or(part.start, |d| scene.analysis.word_at(d.span.end - 1) + 1);
    start.min(part.end - 1)..part.end
}

fn date_near(scene: &Scene, row: &Row, counted: &Counted) -> Option<(PartialDate, Part)> {
    let at = scene.span(&counted.words);
    let nearest = |words: Range<usize>| {
        let range = scene.span(&words);
        let within = scene.analysis.dates.iter().filter(|d| range.contains(d.span));
        let happened = within.filter(|d| !when::is_of_saying(scene, row, d.span));
        happened.min_by_key(|d| d.span.start.abs_diff(at.start))
    };
    let date = nearest(stretch(scene, row, counted)).or_else(|| nearest(before_numbers(scene, row, counted)))?;
    Some((date.date, when::date_part(scene, date.date, date.span)))
}

/// The words before the first number of the row: what they date, they date for all of it.
fn before_numbers(scene: &Scene, row: &Row, counted: &Counted) -> Range<usize> {
    let first = numbers(scene, row).first().map_or(counted.words.start, |s| scene.analysis.word_at(s.start));
    row.words.start..first.max(row.words.start + 1)
}

/// From the number before, or the start of the row, to the number behind or the end of the row.
pub fn stretch(scene: &Scene, row: &Row, counted: &Counted) -> Range<usize> {
    let (before, behind): (Vec<Span>, Vec<Span>) =
        numbers(scene, row).into_iter().partition(|s| s.start < counted.number.span.end);
    let own = |s: &&Span| **s != counted.number.span;
    let start = before.iter().rfind(own).map_or(row.words.start, |s| scene.analysis.word_at(s.end - 1) + 1);
    let end = behind.first().map_or(row.words.end, |s| scene.analysis.word_at(s.start));
    start..end
}

/// The numbers of a row that are of no date and no length of time.
fn numbers(scene: &Scene, row: &Row) -> Vec<Span> {
    let span = scene.span(&row.words);
    let timeless = |s: &Span| {
        !scene.analysis.dates.iter().any(|d| d.span.overlaps(*s))
            && !scene.analysis.durations.iter().any(|d| d.span.overlaps(*s))
    };
    let numbers = scene.analysis.numbers.iter().map(|n| n.span).filter(|s| span.contains(*s));
    numbers.filter(timeless).collect()
}
