//! Whom a noun phrase means: by its name, a pronoun, a name in apposition, a relation or a description.
//!
//! Asks each way in turn, the surest first.

use constancia_language::tagging::Tag;
use constancia_language::tagging::lists::Gender;

use super::{Row, Scene};
use crate::explanation::ReferenceKind;
use crate::phrases::{Phrase, PhraseKind};
use crate::roster::PersonId;

impl Scene<'_> {
    /// The persons whom a noun phrase means.
    pub fn persons(&self, row: &Row, index: usize) -> Vec<PersonId> {
        self.meant(row, index).0
    }

    /// The persons whom a noun phrase means, and how.
    pub fn meant(&self, row: &Row, index: usize) -> (Vec<PersonId>, ReferenceKind) {
        let phrase = &row.phrases[index];
        let named = self.named_head(phrase);
        if !named.is_empty() {
            return (named, ReferenceKind::Name);
        }
        let lower = self.lower(phrase.head);
        let pronouns = &self.words.pronouns;
        let alone = phrase.words.len() == 1;
        if alone && pronouns.female.contains(lower) {
            let person = self.pronoun_of(row, index, Some(Gender::Feminine));
            return (person.into_iter().collect(), ReferenceKind::Pronoun);
        }
        if alone && pronouns.male.contains(lower) {
            let person = self.pronoun_of(row, index, Some(Gender::Masculine));
            return (person.into_iter().collect(), ReferenceKind::Pronoun);
        }
        let pair = self.words.couples.contains(lower) && phrase.words.len() == 2 && !self.describes_more(row, index);
        if pronouns.plural.contains(lower) || pair {
            return (self.recent_group(row, phrase.words.start), ReferenceKind::Together);
        }
        let counted = self.counted_group(row, phrase);
        if !counted.is_empty() {
            return (counted, ReferenceKind::Together);
        }
        let members = self.listed_behind(row, index);
        if !members.is_empty() {
            return (members, ReferenceKind::Apposition);
        }
        let named = self.named_by_tree(phrase).or_else(|| self.apposed(row, index));
        let named = named.or_else(|| self.named_behind(phrase));
        if let Some(apposed) = named.or_else(|| self.describes(row, index)) {
            return (vec![apposed], ReferenceKind::Apposition);
        }
        match self.by_relation(row, phrase) {
            Some(relative) => (vec![relative], ReferenceKind::Relation),
            None => (self.by_role(row, phrase).into_iter().collect(), ReferenceKind::Description),
        }
    }

    /// Persons named as the head of a phrase: not "Ana Ruiz's brother", which is somebody else.
    pub(super) fn named_head(&self, phrase: &Phrase) -> Vec<PersonId> {
        let possessive =
            phrase.words.clone().rev().find(|&w| matches!(self.lower(w), "'s" | "'") && w + 1 < phrase.words.end);
        let from = possessive.map_or(phrase.words.start, |w| w + 1);
        let inside = from..phrase.words.end;
        let last = self.roster.mentions_in(&inside).last();
        let spanish = self.analysis.is_spanish();
        let heads =
            |m: &&crate::roster::Mention| spanish || m.words.end >= phrase.words.end || !self.is_noun(m.words.end);
        last.filter(heads).map(|m| m.person).into_iter().collect()
    }

    fn is_noun(&self, word: usize) -> bool {
        self.analysis.words.get(word).is_some_and(|w| w.tag.tag == Tag::Noun)
    }

    /// A pronoun that speaks goes on with whoever spoke; any other, rather with somebody of whom something is told.
    fn pronoun_of(&self, row: &Row, index: usize, gender: Option<Gender>) -> Option<PersonId> {
        let word = row.phrases[index].words.start;
        let verb = row.phrases.get(index + 1).filter(|p| p.kind == PhraseKind::Verb);
        let speaks = verb.is_some_and(|p| self.words.is_speech(self.lower(p.head)));
        let before = index.checked_sub(1).map(|k| &row.phrases[k]).filter(|p| p.kind == PhraseKind::Verb);
        let inverted = before.is_some_and(|p| self.words.is_speech(self.lower(p.head)));
        if speaks || inverted {
            self.pronoun(row, word, gender)
        } else {
            self.spoken_of_before(row, word, gender, None)
        }
    }
}
