//! What says what happened to those counted: an event of theirs, a participle beside the noun, words of being inside.
//!
//! Each rule looks at one number in one row; which rule goes first, and what a number takes over from the one before it,
//! is `mod`'s.

use std::ops::Range;

use constancia_language::tagging::Tag;
use constancia_model::Status;

use super::counted::Counted;
use crate::events::Event;
use crate::explanation::{FrameForm, Rule};
use crate::phrases::PhraseKind;
use crate::scene::{Row, Scene};

/// What is said of those counted.
#[derive(Debug, Clone)]
pub struct Said<'e> {
    /// What happened to them.
    pub status: Status,
    /// The event, where one says it.
    pub event: Option<&'e Event>,
    /// The rule that says it.
    pub rule: Rule,
    /// The words that set it off.
    pub words: Range<usize>,
}

/// What the noun means by itself: "arrests", "prisoners".
pub fn by_noun<'e>(scene: &Scene, counted: &Counted) -> Option<Said<'e>> {
    let noun = counted.noun?;
    let status = scene.words.counted_status(scene.lower(noun))?;
    Some(Said { status, event: None, rule: Rule::CountedNoun, words: noun..noun + 1 })
}

/// The event whose patient the counted phrase is; one that says more than being held comes first.
pub fn own_event<'e>(scene: &Scene, row: &Row, events: &'e [Event], counted: &Counted) -> Option<&'e Event> {
    let patient = |e: &&Event| {
        let named = e.patients.contains(&counted.phrase) || e.patients.contains(&counted.noun_phrase);
        let fronted = e.dropped && counted.phrase == 1 && matches!(scene.lower(row.words.start), "a");
        (named || fronted) && e.at != counted.phrase
    };
    events
        .iter()
        .filter(patient)
        .min_by_key(|e| (e.status == Status::Held, e.words.start.abs_diff(counted.words.start)))
}

/// "six detained Americans", "personas excarceladas", "presos fallecidos": what a participle beside the noun says; one
/// that says more than being held comes first.
pub fn mark<'e>(scene: &Scene, row: &Row, counted: &Counted) -> Option<Said<'e>> {
    let end = (row.phrases[counted.noun_phrase].words.end + 2).min(row.words.end);
    let start = counted.words.end.min(row.phrases[counted.noun_phrase].words.start);
    (start..end).filter_map(|w| marked(scene, w)).min_by_key(|said| said.status == Status::Held)
}

/// What the word says as a mark.
fn marked<'e>(scene: &Scene, word: usize) -> Option<Said<'e>> {
    let frame = scene.frames.mark(scene.lower(word))?;
    let rule = Rule::Frame(scene.frames.rule(frame, FrameForm::Marks, scene.lower(word)));
    Some(Said { status: scene.frames.get(frame).status, event: None, rule, words: word..word + 1 })
}

/// Words of the number's own clause that say that they are in custody.
pub fn inside<'e>(scene: &Scene, row: &Row, counted: &Counted) -> Option<Said<'e>> {
    let behind = counted.words.start..clause_end(scene, row, counted);
    let fronted = (counted.words.start.saturating_sub(3)..counted.words.start)
        .any(|w| w >= row.words.start && scene.words.counts.being_there.contains(scene.lower(w)));
    let before = clause_start(row, counted)..counted.words.start;
    let words = |range: &Range<usize>| scene.find_words(range, &scene.words.inside_phrases);
    let words = words(&behind).or_else(|| words(&before).filter(|_| fronted))?;
    Some(Said { status: Status::Held, event: None, rule: Rule::InsideWords, words })
}

/// Where the number's clause ends: behind a verb that is none of being or saying, at a clause that is not of its noun, at
/// the next number, at a stop.
pub fn clause_end(scene: &Scene, row: &Row, counted: &Counted) -> usize {
    let last = counted.noun_phrase.max(counted.phrase);
    let number = |words: &Range<usize>| {
        words.clone().any(|w| scene.analysis.words[w].tag.tag == Tag::Number && !is_time(scene, w))
    };
    let end = row.phrases.iter().enumerate().skip(last + 1).find_map(|(k, phrase)| match phrase.kind {
        PhraseKind::Stop | PhraseKind::Quote(_) | PhraseKind::Subordinator => Some(phrase.words.start),
        PhraseKind::Relative if k > last + 2 => Some(phrase.words.start),
        PhraseKind::Verb if !is_stative(scene, phrase.head) => Some(phrase.words.end),
        _ => number(&phrase.words).then_some(phrase.words.start),
    });
    end.unwrap_or(row.words.end).min(counted.words.end + 14)
}

fn is_stative(scene: &Scene, word: usize) -> bool {
    let lower = scene.lower(word);
    scene.words.counts.being_there.contains(lower) || scene.words.is_speech(lower)
}

fn is_time(scene: &Scene, word: usize) -> bool {
    let span = scene.analysis.words[word].span;
    let dates = scene.analysis.dates.iter().any(|d| d.span.overlaps(span));
    dates || scene.analysis.durations.iter().any(|d| d.span.overlaps(span))
}

fn clause_start(row: &Row, counted: &Counted) -> usize {
    let before = row.phrases[..counted.phrase].iter().rev();
    let stop =
        before.take_while(|p| !matches!(p.kind, PhraseKind::Stop | PhraseKind::Quote(_) | PhraseKind::Subordinator));
    stop.last().map_or(counted.words.start, |p| p.words.start)
}

/// "Entre los excarcelados hay cuatro españoles": what the group is called that they are counted among.
pub fn among<'e>(scene: &Scene, row: &Row, counted: &Counted) -> Option<Said<'e>> {
    let opens = scene.words.counts.among.contains(scene.lower(row.words.start));
    let verb = row.phrases.iter().position(|p| p.kind == PhraseKind::Verb && p.words.end <= counted.words.start)?;
    let group = row.words.start..row.phrases[verb].words.start;
    let noun = |w: usize| {
        let status = scene.words.counted_status(scene.lower(w))?;
        Some(Said { status, event: None, rule: Rule::CountedNoun, words: w..w + 1 })
    };
    let called = group.filter_map(|w| marked(scene, w).or_else(|| noun(w)));
    called.min_by_key(|said| said.status == Status::Held).filter(|_| opens)
}
