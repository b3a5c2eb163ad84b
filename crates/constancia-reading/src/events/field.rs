//! Whether a sentence speaks of sport, art, trade or rescue instead of custody.

use std::ops::Range;

use constancia_model::InformantClass;

use crate::scene::{Row, Scene, is_custody_word};

/// Whether the sentence speaks of sport, art, trade or rescue, and nothing there or before it of custody: "was released
/// by the club". The words of the event themselves do not speak.
pub(super) fn is_another_field(scene: &Scene, row: &Row, event: &Range<usize>) -> bool {
    let other = |w: usize| scene.words.other_fields.contains(scene.lower(w)) && !scene.analysis.words[w].capital;
    let custody = |w: usize| {
        let lower = scene.lower(w);
        !event.contains(&w)
            && (scene.words.custody_context.contains(lower)
                || is_custody_word(lower)
                || scene.words.informant_class(lower) == Some(InformantClass::Authority)
                || scene.words.courts.iter().any(|stem| lower.starts_with(stem.as_str())))
    };
    let first = scene.lower(event.start);
    let plain = scene.words.plain_custody.iter().any(|stem| first.starts_with(stem.as_str()));
    let invented = row.words.clone().any(|w| scene.words.counts.fiction.contains(scene.lower(w)));
    if plain && !invented && !row.words.clone().any(|w| scene.words.stages.contains(scene.lower(w))) {
        return false;
    }
    let around = row.words.start.saturating_sub(CONTEXT)..row.words.end;
    row.words.clone().any(other) && !around.clone().any(custody)
}

/// "Firefighters freed her from a lift": those who rescue hold nobody.
pub(super) fn rescues(scene: &Scene, row: &Row, k: usize) -> bool {
    row.phrases[k].words.clone().any(|w| scene.words.rescuers.contains(scene.lower(w)))
}

/// So many words before a sentence tell what it is about.
pub(super) const CONTEXT: usize = 120;
