//! Sentences of absurd length: they are cut into windows, so that time and memory grow with the text and no faster.

use std::ops::Range;

use super::Arc;
use super::relation::Relation;
use crate::tagging::{Tag, Tagged};

/// The most words that are hung on each other at once.
pub const LONGEST: usize = 128;

/// Cuts a sentence, behind the last mark of the second half of a window if there is one.
pub fn windows(tags: &[Tagged]) -> Vec<Range<usize>> {
    let mut windows = Vec::new();
    let mut start = 0;
    while tags.len() - start > LONGEST {
        let half = &tags[start + LONGEST / 2..start + LONGEST];
        let mark = half.iter().rposition(|tagged| tagged.tag == Tag::Punctuation);
        let end = mark.map_or(start + LONGEST, |mark| start + LONGEST / 2 + mark + 1);
        windows.push(start..end);
        start = end;
    }
    windows.push(start..tags.len());
    windows
}

/// Puts the trees of windows together, each given with its first place: later roots hang beside the first.
pub fn join(trees: impl Iterator<Item = (usize, Vec<Arc>)>) -> Vec<Arc> {
    let mut joined: Vec<Arc> = Vec::new();
    let mut root = None;
    for (start, tree) in trees {
        for (place, arc) in tree.into_iter().enumerate() {
            joined.push(match (arc.head, root) {
                (Some(head), _) => Arc { head: Some(start + head), ..arc },
                (None, Some(_)) => Arc { head: root, relation: Relation::Parataxis },
                (None, None) => arc,
            });
            if start == 0 && arc.head.is_none() {
                root = Some(place);
            }
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tagged(tag: Tag) -> Tagged {
        Tagged { tag, ..Tagged::unread() }
    }

    #[test]
    fn short_sentences_are_one_window_and_long_ones_are_cut_behind_marks() {
        let mut tags = vec![tagged(Tag::Noun); 300];
        assert_eq!(windows(&tags[..128]).len(), 1);
        assert_eq!(windows(&tags), [0..128, 128..256, 256..300]);
        tags[99] = tagged(Tag::Punctuation);
        assert_eq!(windows(&tags), [0..100, 100..228, 228..300]);
    }

    #[test]
    fn the_roots_of_later_windows_hang_on_the_first() {
        let root = Arc { head: None, relation: Relation::Root };
        let object = |head| Arc { head: Some(head), relation: Relation::Object };
        let joined = join([(0, vec![object(1), root]), (2, vec![root, object(0)])].into_iter());
        let later = Arc { head: Some(1), relation: Relation::Parataxis };
        assert_eq!(joined, [object(1), root, later, object(2)]);
    }
}
