//! The sentences before a row, whom they name, whom they are about and who speaks in them.

use std::ops::Range;

use super::{Row, Scene};
use crate::roster::{self, PersonId};

impl Scene<'_> {
    /// The sentences before a row, the nearest first.
    pub fn earlier(&self, row: &Row) -> impl Iterator<Item = &Row> + Clone {
        let start = row.words.start;
        self.rows[..row.index].iter().rev().filter(move |r| r.words.end <= start && r.quote.is_none())
    }

    /// Whom the sentence before this one is about, in the same paragraph or the one before.
    pub fn center_before(&self, row: &Row) -> Option<PersonId> {
        let before = self.earlier(row).next().filter(|r| r.block + 1 >= row.block)?;
        self.center(before)
    }

    /// Who spoke in the sentence before this one, in the same paragraph or, where it begins, the one before.
    pub fn last_speaker(&self, row: &Row) -> Option<PersonId> {
        let mut near = self.earlier(row).take(2).filter(|r| r.block + 1 >= row.block).peekable();
        let begun = near.peek().is_some_and(|r| r.block == row.block);
        let near = near.filter(|r| r.block == row.block || !begun);
        near.filter_map(|r| self.centers.get(r.index).copied().flatten()).find(|c| c.speaks).map(|c| c.person)
    }

    /// Whom a row is about.
    pub(super) fn center(&self, row: &Row) -> Option<PersonId> {
        self.centers.get(row.index).copied().flatten().map(|c| c.person)
    }

    /// Whether the row names the person or goes on about her.
    pub fn is_about(&self, row: &Row, person: PersonId) -> bool {
        self.spoken_of(row).contains(&person)
    }

    /// The persons named within these words, those inside quotations of the row left out.
    pub fn narrated(&self, row: &Row, words: Range<usize>) -> Vec<PersonId> {
        roster::each_once(self.roster.mentions_in(&words).iter().filter(|m| !row.is_quoted(m.words.start)))
    }

    /// Who says what stands at this word, as far as the credits are known.
    pub fn speaker_of(&self, row: &Row, word: usize) -> Option<PersonId> {
        crate::credit::governing(self.credits.get(row.index)?, word)?.person
    }
}
