//! Where those counted are. Reads one row; the place that a part takes over from its whole is `whole`'s.

use std::ops::Range;

use constancia_language::NameKind;
use constancia_model::Status;

use super::counted::Counted;
use super::date;
use crate::credit;
use crate::events::Event;
use crate::phrases::{Phrase, PhraseKind};
use crate::scene::{Row, Scene};
use crate::status;

/// Where they are: named right beside the number, told by the event, the first place that the row names, or the country
/// that acts.
pub fn of(scene: &Scene, row: &Row, counted: &Counted, event: Option<&Event>) -> Option<Range<usize>> {
    let moved = event.filter(|e| e.status == Status::Transferred).and_then(|e| status::place(scene, row, e));
    moved
        .or_else(|| beside(scene, row, counted))
        .or_else(|| of_clause(scene, row, counted, event))
        .or_else(|| first_place(scene, row))
        .or_else(|| acting_country(scene, row, event))
}

/// A place in the number's own clause, behind the event or the number.
fn of_clause(scene: &Scene, row: &Row, counted: &Counted, event: Option<&Event>) -> Option<Range<usize>> {
    let own = date::stretch(scene, row, counted);
    let from = event.map_or(counted.words.end, |e| e.words.start);
    let found = row.phrases.iter().position(|p| {
        let own = own.contains(&p.words.start) && p.words.start >= from;
        own && row.phrase_at(p.words.start).is_some_and(|k| is_place(scene, row, k))
    })?;
    place_words(scene, row, found)
}

/// "Belarus pardoned 31 prisoners": the country that acts.
fn acting_country(scene: &Scene, row: &Row, event: Option<&Event>) -> Option<Range<usize>> {
    let agent = &row.phrases[event?.agent?];
    let country = scene.analysis.names_in(&agent.words).first().filter(|n| n.kind == NameKind::Place)?;
    (country.words == agent.words).then(|| country.words.clone())
}

/// "212 in Tocorón", "in Yare, 97": a place right behind the counted noun, or before a number by itself.
fn beside(scene: &Scene, row: &Row, counted: &Counted) -> Option<Range<usize>> {
    let behind = counted.noun_phrase.max(counted.phrase) + 2;
    let comma = counted.phrase.checked_sub(1).filter(|&k| row.phrases[k].kind == PhraseKind::Comma);
    let before = comma.unwrap_or(counted.phrase).checked_sub(1).filter(|_| counted.noun.is_none());
    let named = |k: &usize| is_place(scene, row, *k);
    let found = before.filter(named).or_else(|| Some(behind).filter(named))?;
    place_words(scene, row, found)
}

/// A phrase that is a place, behind a preposition of place.
fn is_place(scene: &Scene, row: &Row, k: usize) -> bool {
    let preposition = k.checked_sub(1).and_then(|b| row.phrases.get(b)).filter(|p| p.kind == PhraseKind::Preposition);
    let before = preposition.is_some_and(|p| scene.words.counts.place_prepositions.contains(scene.lower(p.head)));
    before && row.phrases.get(k).is_some_and(|p| status::place_words(scene, row, k, p).is_some())
}

/// The place with a place that is joined to it: "Eritrea and Ethiopia".
fn place_words(scene: &Scene, row: &Row, k: usize) -> Option<Range<usize>> {
    let is_name = |p: &Phrase| {
        scene.analysis.names_in(&p.words).first().is_some_and(|n| n.kind == NameKind::Place && n.words == p.words)
    };
    match row.phrases.get(k..k + 3) {
        Some([first, joint, second]) if joint.kind == PhraseKind::Coordinator && is_name(first) && is_name(second) => {
            Some(first.words.start..second.words.end)
        }
        _ => status::place_words(scene, row, k, &row.phrases[k]),
    }
}

/// The first place that the row names with a preposition of place, or the country that is its subject. Where a court or a
/// ministry has its seat is no such place.
fn first_place(scene: &Scene, row: &Row) -> Option<Range<usize>> {
    let seat = |k: usize| {
        let before = k.checked_sub(2).map(|b| &row.phrases[b]);
        before.is_some_and(|p| {
            credit::can_be_credited(scene, p) || scene.words.counts.seats.contains(scene.lower(p.head))
        })
    };
    let named = (0..row.phrases.len()).find(|&k| is_place(scene, row, k) && !seat(k));
    named.and_then(|k| place_words(scene, row, k)).or_else(|| {
        let subject = row.phrases.first().filter(|p| p.kind == PhraseKind::Noun)?;
        let country = scene
            .analysis
            .names_in(&subject.words)
            .first()
            .filter(|n| n.kind == NameKind::Place && n.words == subject.words)?;
        Some(country.words.clone())
    })
}
