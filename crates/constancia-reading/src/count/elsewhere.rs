//! Numbers of people that are of no custody: what a place holds, what a story tells, the dead of a disaster.

use constancia_model::Status;

use super::counted::Counted;
use crate::scene::{Row, Scene};
use crate::words::Set;

/// "built for 900 inmates", "con capacidad para 900 reclusos": how many a place can hold.
pub fn is_capacity(scene: &Scene, row: &Row, counted: &Counted) -> bool {
    let counts = &scene.words.counts;
    let before = (row.words.start..counted.words.start).rev().map(|w| scene.lower(w)).take(5);
    let mut near = before.take_while(|w| counts.capacity.contains(*w) || counts.capacity_links.contains(*w));
    near.any(|w| counts.capacity.contains(w))
}

/// "In the second episode, robbers hold 67 hostages": what a row tells of a story that somebody made up.
pub fn is_fiction(scene: &Scene, row: &Row) -> bool {
    row.words.clone().any(|w| scene.words.counts.fiction.contains(scene.lower(w)))
}

/// "The flood killed 38 people and 14 are missing": the dead and missing of a disaster, with no custody about.
pub fn is_of_disaster(scene: &Scene, row: &Row, status: Status) -> bool {
    let block = scene.analysis.blocks[row.block].tokens.clone();
    let has = |set: &Set| block.clone().any(|w| set.contains(scene.lower(w)));
    matches!(status, Status::Missing | Status::Died)
        && has(&scene.words.counts.disasters)
        && !has(&scene.words.custody_context)
}
