//! On which terms: the length of a sentence, or what a release is bound to.

use std::ops::Range;

use constancia_model::{Evidence, ReleaseTerms, Status, Terms};

use crate::events::Event;
use crate::explanation::{Part, Role, Way};
use crate::scene::{Row, Scene};
use crate::words::TermWords;

/// The terms: of a sentence in the report's words, of a release by what the sentence says.
pub(super) fn terms(scene: &Scene, row: &Row, event: &Event, part: &Range<usize>) -> Option<(Terms, Part)> {
    match event.status {
        Status::Convicted => sentence_length(scene, event, row),
        Status::Released | Status::Announced => release_terms(scene, row, event, part),
        _ => None,
    }
}

fn sentence_length(scene: &Scene, event: &Event, row: &Row) -> Option<(Terms, Part)> {
    let range = scene.span(&row.words);
    let trigger = scene.span(&event.words);
    let long = scene.analysis.durations.iter().filter(|d| range.contains(d.span) && d.days >= 28);
    let nearest = long.min_by_key(|d| (d.span.start.abs_diff(trigger.end), d.span.start))?;
    let said = scene.analysis.at(nearest.span).to_owned();
    let words = Evidence::at(scene.analysis.text, nearest.span).ok();
    Some((Terms::AsSaid(said.clone()), Part::new(Role::Terms, said, Way::Nearest, words)))
}

/// Words about terms in the sentence and the next one; the frame's own terms when there are none.
pub fn release_terms(scene: &Scene, row: &Row, event: &Event, part: &Range<usize>) -> Option<(Terms, Part)> {
    let block = &scene.analysis.blocks[row.block];
    let near = row.words.start..(row.words.end + 30).min(block.tokens.end);
    let told = |terms: ReleaseTerms, way, words: Option<Evidence>| {
        (Terms::Release(terms), Part::new(Role::Terms, terms.name(), way, words))
    };
    let said = |range: &Range<usize>| {
        let found = |t: &TermWords| Some((t.terms, scene.find_words(range, &t.words)?));
        let (terms, words) = scene.words.release_terms.iter().find_map(found)?;
        Some(told(terms, Way::Nearest, scene.evidence(&words)))
    };
    let own = || event.terms.map(|terms| told(terms, Way::FrameItself, scene.evidence(&event.words)));
    said(part).or_else(own).or_else(|| said(&row.words)).or_else(|| said(&near))
}
