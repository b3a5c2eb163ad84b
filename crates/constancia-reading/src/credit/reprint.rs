//! A communiqué that another outlet prints in full: its body is the informant of all that it says.
//!
//! Knows the words by which an outlet says that it prints somebody's text, and whose the text is; not what it says.

use std::ops::Range;

use constancia_language::NameKind;
use constancia_model::InformantClass;

use super::Credit;
use crate::explanation::CreditWay;
use crate::scene::{Row, Scene};

/// Credits the body with every row of its text that is no quotation; its own credits there are narrower.
pub(super) fn spread(scene: &Scene, credits: &mut [Vec<Credit>]) {
    let Some(blocks) = reprinted(scene) else { return };
    let Some((words, class)) = body(scene, blocks.start) else { return };
    for row in scene.rows.iter().filter(|r| blocks.contains(&r.block) && r.quote.is_none()) {
        credits[row.index].push(over(scene, row, &words, class));
    }
}

/// Whether the report prints a text of somebody else.
pub(super) fn is_reprinted(scene: &Scene) -> bool {
    reprinted(scene).is_some()
}

fn over(scene: &Scene, row: &Row, words: &Range<usize>, class: Option<InformantClass>) -> Credit {
    Credit {
        informant: scene.text(words),
        class,
        person: None,
        verb: None,
        denies: false,
        doubts: false,
        governs: row.words.clone(),
        except: Vec::new(),
        words: Some(words.clone()),
        way: CreditWay::Carried,
    }
}

/// The blocks of the text that the outlet prints: up to its end mark or the note behind it, or all behind the note before it.
fn reprinted(scene: &Scene) -> Option<Range<usize>> {
    let all = 0..scene.analysis.words.len();
    let block = |word: usize| scene.rows.iter().find(|r| r.words.contains(&word)).map(|r| r.block);
    let end = scene.find(&all, &scene.words.reprint_ends).and_then(block);
    let note = scene.find(&all, &scene.words.reprints).and_then(block);
    let last = scene.analysis.blocks.len();
    match (note, end) {
        (Some(note), end) if note * 2 < last => Some(note + 1..end.unwrap_or(last)),
        (_, Some(end)) => Some(0..end),
        (Some(note), None) => Some(0..note),
        (None, None) => None,
    }
}

/// The first institution that the text names, in its head or its first paragraph.
pub(super) fn body(scene: &Scene, first: usize) -> Option<(Range<usize>, Option<InformantClass>)> {
    let near = scene.analysis.blocks.get(first..)?.iter().take(4);
    let mut names = near.flat_map(|block| scene.analysis.names_in(&block.tokens));
    let name = names.find(|n| n.kind == NameKind::Institution)?;
    let class = name.words.clone().find_map(|w| scene.words.informant_class(scene.lower(w)));
    Some((name.words.clone(), class))
}
