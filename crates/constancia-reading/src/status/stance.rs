//! Whether a statement asserts, denies or doubts: the negation, the one credited and the words that call it false.

use std::ops::Range;

use constancia_model::Stance;

use crate::credit::Credit;
use crate::events::Event;
use crate::explanation::DecisionKind;
use crate::phrases::PhraseKind;
use crate::scene::{Row, Scene};

/// A decision with the words that decided it.
pub type Decided = (DecisionKind, Range<usize>);

/// A denial of a negation asserts; a doubted event is doubted. What a relative clause tells is told, whatever is denied.
pub(super) fn stance(scene: &Scene, row: &Row, event: &Event, credit: Option<&Credit>) -> (Stance, Option<Decided>) {
    if let Some(stance) = event.stance {
        let denied = (DecisionKind::Denied, event.words.clone());
        return (stance, Some(denied).filter(|_| stance == Stance::Denies));
    }
    let aside = in_relative_clause(row, event);
    if let Some(words) = doubting(scene, row, event, credit).filter(|_| !aside) {
        return (Stance::Doubts, Some((DecisionKind::Doubted, words)));
    }
    let denier = credit.filter(|c| c.denies && !aside).map(|c| (DecisionKind::Denied, c.verb_words()));
    let called_false = || {
        let words = scene.find_words(&row.between_stops(event.at), &scene.words.false_phrases)?;
        credit.is_none_or(|c| !c.denies).then_some((DecisionKind::CalledFalse, words))
    };
    let denied = denier.or_else(called_false);
    let doing = |w: usize| scene.words.is_denial(scene.lower(w));
    let negated = event.scope.negated.filter(|&w| denied.is_none() || !doing(w));
    let stance = if negated.is_some() == denied.is_some() { Stance::Asserts } else { Stance::Denies };
    (stance, denied)
}

/// The words that doubt the event: those of whoever is credited, or, where nobody is, those before it.
fn doubting(scene: &Scene, row: &Row, event: &Event, credit: Option<&Credit>) -> Option<Range<usize>> {
    match credit {
        Some(credit) => credit.doubts.then(|| credit.verb_words()),
        None => scene.find_words(&(row.words.start..event.words.start), &scene.words.doubt_phrases),
    }
}

/// "X, who died in custody, …": the verb of the event is that of a relative clause.
fn in_relative_clause(row: &Row, event: &Event) -> bool {
    let before = row.phrases[..event.at].iter().rev().find(|p| p.kind != PhraseKind::Other);
    before.is_some_and(|p| p.kind == PhraseKind::Relative)
}
