//! What stands beside a number of people: the population as said, the place, the date, whoever counted, the words.
//!
//! Reads the words of one row; what a part takes over from its whole is `count`'s.

use std::ops::Range;

use constancia_language::NameKind;
use constancia_language::tagging::Tag;
use constancia_model::{InformantClass, PartialDate, Span, Status};

use crate::counted::Counted;
use crate::credit;
use crate::events::Event;
use crate::explanation::{CreditWay, Crediting, Part};
use crate::phrases::{Phrase, PhraseKind};
use crate::scene::{Row, Scene};
use crate::status;
use crate::when;

/// Who says a number: the name and the class.
pub type Informant = (String, Option<InformantClass>);

/// The population as said: the counted phrase without its number; of a part without a noun, what is said of it.
pub fn population(scene: &Scene, row: &Row, counted: &Counted) -> Option<Range<usize>> {
    let noun = counted.noun.filter(|&w| !scene.words.counts.pronouns.contains(scene.lower(w)))?;
    let at = row.phrase_at(noun)?;
    let words = &row.phrases[at].words;
    let same = words.start < counted.words.end && counted.words.start < words.end;
    let own = if same { counted.words.end.min(noun) } else { words.start };
    let start = (own..noun).find(|&w| !opens_population(scene, w)).unwrap_or(noun);
    let end = complement(scene, row, at).unwrap_or(words.end);
    Some(scene.without_article(&(start..end)))
}

/// Numbers, pronouns and articles before the noun are no part of the population.
fn opens_population(scene: &Scene, word: usize) -> bool {
    let tag = scene.analysis.words[word].tag.tag;
    matches!(tag, Tag::Number | Tag::Determiner) || scene.words.counts.pronouns.contains(scene.lower(word))
}

/// "students of Mandalay University", "people in pre-trial detention": the end of what narrows the noun down.
fn complement(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let [joint, behind, ..] = row.phrases.get(at + 1..)? else { return None };
    let noun = joint.kind == PhraseKind::Preposition && behind.kind == PhraseKind::Noun;
    let custody = || behind.words.clone().any(|w| scene.words.custody_nouns.contains(scene.lower(w)));
    let nameless = || scene.analysis.names_in(&behind.words).is_empty();
    let narrows = match scene.lower(joint.head) {
        "of" | "de" | "under" => true,
        "in" | "behind" | "en" => custody() && nameless(),
        _ => false,
    };
    (noun && narrows && !scene.clause(row).is_time(behind)).then_some(behind.words.end)
}

/// "26 had served their sentence", "5 tienen menos de 18 años": what is said of a part that has no noun.
pub fn predicate(scene: &Scene, row: &Row, counted: &Counted) -> Option<Range<usize>> {
    let rest = row.phrases.get(counted.phrase + 1..)?;
    let verb = rest.iter().find(|p| p.kind != PhraseKind::Other).filter(|p| p.kind == PhraseKind::Verb)?;
    let ends =
        |kind| matches!(kind, PhraseKind::Comma | PhraseKind::Stop | PhraseKind::Coordinator | PhraseKind::Quote(_));
    let stop = rest.iter().find(|p| p.words.start >= verb.words.end && (ends(p.kind) || scene.lower(p.head) == "."));
    let end = stop.map_or(row.words.end, |p| p.words.start);
    counted.noun.is_none().then(|| rest[0].words.start..end)
}

/// "Puente Nica lists 53", "la ONG contabiliza 21": the subject of a counting verb.
pub fn counting_subject(scene: &Scene, row: &Row, counted: &Counted) -> Option<(Informant, Crediting)> {
    let verb = (0..counted.phrase).rev().find(|&k| row.phrases[k].kind == PhraseKind::Verb)?;
    if !scene.words.is_counting(scene.lower(row.phrases[verb].head)) {
        return None;
    }
    let subject = scene.clause(row).subject(verb);
    let body = subject
        .into_iter()
        .find(|&k| credit::can_be_credited(scene, &row.phrases[k]) || !scene.persons(row, k).is_empty())?;
    let (name, class, _) = credit::name(scene, row, body)?;
    let head = row.phrases[verb].head;
    let (words, verb) = (scene.evidence(&row.phrases[body].words), scene.evidence(&(head..head + 1)));
    Some(((name.clone(), class), Crediting { informant: name, words, verb, way: CreditWay::Counting }))
}

/// The date of the event, or the nearest one in the number's own stretch of the row that does not say when it was said.
pub fn date(scene: &Scene, row: &Row, counted: &Counted, event: Option<&Event>) -> Option<(PartialDate, Part)> {
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
fn stretch(scene: &Scene, row: &Row, counted: &Counted) -> Range<usize> {
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

/// Where they are: named right beside the number, told by the event, the first place that the row names, or the country
/// that acts.
pub fn place(scene: &Scene, row: &Row, counted: &Counted, event: Option<&Event>) -> Option<Range<usize>> {
    let moved = event.filter(|e| e.status == Status::Transferred).and_then(|e| status::place(scene, row, e));
    moved
        .or_else(|| beside(scene, row, counted))
        .or_else(|| of_clause(scene, row, counted, event))
        .or_else(|| first_place(scene, row))
        .or_else(|| acting_country(scene, row, event))
}

/// A place in the number's own clause, behind the event or the number.
fn of_clause(scene: &Scene, row: &Row, counted: &Counted, event: Option<&Event>) -> Option<Range<usize>> {
    let own = stretch(scene, row, counted);
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

/// The clause around the number.
pub fn evidence(scene: &Scene, row: &Row, counted: &Counted) -> Span {
    let before =
        row.phrases[..counted.phrase].iter().rfind(|p| matches!(p.kind, PhraseKind::Stop | PhraseKind::Quote(_)));
    let behind =
        row.phrases[counted.phrase..].iter().find(|p| matches!(p.kind, PhraseKind::Stop | PhraseKind::Quote(_)));
    let start = before.map_or(row.words.start, |p| p.words.end);
    let end = behind.map_or(row.words.end, |p| p.words.start);
    scene.span(&(start.min(counted.words.start)..end.max(counted.words.end)))
}
