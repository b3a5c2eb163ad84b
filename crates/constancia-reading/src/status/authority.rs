//! Who acted: the authority that took, charged, sentenced, moved or freed somebody, with what says which.

use std::ops::Range;

use constancia_model::{InformantClass, Status};

use super::place::chain_end;
use crate::credit;
use crate::events::Event;
use crate::scene::{Row, Scene};

/// The authority that acted, with what says which: "agents of the National Guard", "a court in Tunis".
pub(super) fn by(scene: &Scene, row: &Row, event: &Event) -> Option<Range<usize>> {
    let at = event.agent?;
    let phrase = &row.phrases[at];
    let taker = scene.words.takers.iter().any(|stem| scene.lower(phrase.head).starts_with(stem.as_str()));
    let acts = credit::can_be_credited(scene, phrase) || taker;
    let fits = matches!(
        event.status,
        Status::Detained
            | Status::Rearrested
            | Status::Charged
            | Status::Convicted
            | Status::Released
            | Status::Transferred
            | Status::Held
    );
    let named = scene.roster.within(&phrase.words).is_some();
    let authority =
        phrase.words.clone().any(|w| scene.words.informant_class(scene.lower(w)) == Some(InformantClass::Authority));
    let words = phrase.words.start..authority_end(scene, row, at);
    ((acts && !named || authority || taker) && fits).then(|| scene.without_article(&words))
}

/// Where the name of an authority ends: "agents of the secret service", "court in Tunis", "men in plain clothes".
fn authority_end(scene: &Scene, row: &Row, at: usize) -> usize {
    chain_end(scene, row, at, |joint, noun| {
        let joins = matches!(scene.lower(joint.head), "of" | "in" | "from" | "de" | "del");
        joins && scene.roster.within(&noun.words).is_none()
    })
}
