//! Whom "he", "she", "they" and a subject that is left out go on with.
//!
//! Knows who was named and what the sentences before are about; knows no event.

use constancia_language::BlockKind;
use constancia_language::tagging::lists::Gender;
use constancia_language::tagging::{Tag, VerbForm};
use constancia_model::InformantClass;

use super::{Row, Scene};
use crate::phrases::{Phrase, PhraseKind};
use crate::roster::{self, PersonId};

impl Scene<'_> {
    /// Whom "he", "her" or a dropped subject at `word` means: in this sentence the first fit before it, else the first
    /// fit of the sentence before, going back within reach.
    pub fn pronoun(&self, row: &Row, word: usize, gender: Option<Gender>) -> Option<PersonId> {
        self.pronoun_except(row, word, gender, None)
    }

    /// Whose turn of a transcript the row belongs to: "he" is never the one who speaks.
    fn turn_speaker(&self, row: &Row) -> Option<PersonId> {
        let label = self.analysis.blocks[row.block].label?;
        let words = self.analysis.word_at(label.start)..self.analysis.word_at(label.end - 1) + 1;
        self.roster.within(&words)
    }

    /// As `pronoun`, for a pronoun that cannot mean `except`: whoever speaks of somebody else.
    pub fn pronoun_except(
        &self,
        row: &Row,
        word: usize,
        gender: Option<Gender>,
        except: Option<PersonId>,
    ) -> Option<PersonId> {
        self.going_on(row, word, gender, except, |_, _| false)
    }

    /// Whom a description or a possessive means: as a pronoun, but those who only tell something come last.
    pub fn spoken_of_before(
        &self,
        row: &Row,
        word: usize,
        gender: Option<Gender>,
        except: Option<PersonId>,
    ) -> Option<PersonId> {
        let other = |row: &Row, id: PersonId| {
            let mut near = self.spoken_of(row).into_iter();
            near.any(|other| other != id && !self.acts_for_state(other) && self.roster.may_be(other, gender))
        };
        let last = |row: &Row, id| self.only_tells(row, id) || self.acts_for_state(id) && other(row, id);
        self.going_on(row, word, gender, except, last)
    }

    /// Whose husband, lawyer or house a possessive at `word` speaks of.
    pub fn possessor(&self, row: &Row, word: usize, gender: Option<Gender>) -> Option<PersonId> {
        self.spoken_of_before(row, word, gender, None)
    }

    /// Whether the report calls somebody who is free by an office of the state: a judge, a minister, a spokesman.
    fn acts_for_state(&self, id: PersonId) -> bool {
        let office = |role: &String| {
            let class = self.words.informant_class(role);
            class == Some(InformantClass::Authority) || self.words.roles.officials.contains(role)
        };
        !self.in_custody.contains(&id) && self.roster.persons[id].roles.iter().any(office)
    }

    /// Whether somebody who acts for the state, an outlet or a client only tells something in this row.
    fn only_tells(&self, row: &Row, id: PersonId) -> bool {
        let speaks = self.centers.get(row.index).copied().flatten().is_some_and(|c| c.speaks && c.person == id);
        let outsider = |role: &String| {
            let class = self.words.informant_class(role);
            matches!(class, Some(InformantClass::Lawyer | InformantClass::Outlet))
        };
        let tells = || self.roster.persons[id].roles.iter().any(outsider) && !self.in_custody.contains(&id);
        speaks && (self.acts_for_state(id) || tells())
    }

    fn going_on(
        &self,
        row: &Row,
        word: usize,
        gender: Option<Gender>,
        except: Option<PersonId>,
        last: impl Fn(&Row, PersonId) -> bool,
    ) -> Option<PersonId> {
        if let Some(topic) = self.item_topic(row, word) {
            return Some(topic).filter(|&id| self.roster.may_be(id, gender));
        }
        let speaker = self.turn_speaker(row);
        let fits = |id: PersonId| self.roster.may_be(id, gender) && Some(id) != speaker && Some(id) != except;
        let pick = |ids: &[PersonId]| ids.iter().copied().find(|&id| fits(id));
        let here = self.narrated(row, row.words.start..word.max(row.words.start));
        if let Some(id) = pick(&here) {
            return Some(id);
        }
        let near: Vec<(&Row, Vec<PersonId>)> = self.earlier(row).take(6).map(|r| (r, self.spoken_of(r))).collect();
        let principal = |(row, ids): &(&Row, Vec<PersonId>)| {
            ids.iter().copied().find(|&id| fits(id) && !self.roster.persons[id].relative && !last(row, id))
        };
        near.iter().take(5).find_map(principal).or_else(|| near.iter().take(4).find_map(|(_, ids)| pick(ids)))
    }

    /// The persons of a row: whom it names, the one it is about first, possessors last; where it names nobody, the one it
    /// goes on about.
    pub(super) fn spoken_of(&self, row: &Row) -> Vec<PersonId> {
        let possessed = |w: usize| self.analysis.words.get(w).is_some_and(|word| word.lower == "'s");
        let mentions = self.roster.mentions_in(&row.words).iter().filter(|m| !row.is_quoted(m.words.start));
        let (subjects, others): (Vec<_>, Vec<_>) = mentions.partition(|m| !possessed(m.words.end));
        let mut named = roster::each_once(subjects.into_iter().chain(others));
        match self.center(row) {
            Some(center) if named.is_empty() => named.push(center),
            Some(center) => named.sort_by_key(|&id| id != center),
            None => {}
        }
        named
    }

    /// In a list item, the person that it begins with.
    fn item_topic(&self, row: &Row, word: usize) -> Option<PersonId> {
        let block = &self.analysis.blocks[row.block];
        let opening = block.tokens.start..(block.tokens.start + 8).min(word.max(block.tokens.start));
        let topic = self.roster.within(&opening.clone()).map(|_| self.roster.all_within(&opening)[0]);
        topic.filter(|_| block.kind == BlockKind::Item && row.quote.is_none())
    }

    /// The subject that a sentence leaves out.
    pub fn dropped_subject(&self, row: &Row, word: usize) -> Option<PersonId> {
        self.dropped_except(row, word, None)
    }

    /// As `dropped_subject`, for an object that cannot be `except`. A clitic pronoun tells the gender.
    pub fn dropped_except(&self, row: &Row, word: usize, except: Option<PersonId>) -> Option<PersonId> {
        let tag = self.analysis.words[word].tag;
        let gender = match (tag.verb, tag.feminine) {
            (Some(VerbForm::Participle), Some(true)) => Some(Gender::Feminine),
            (Some(VerbForm::Participle), Some(false)) => Some(Gender::Masculine),
            _ => self.clitic_gender(row, word),
        };
        let group = row.phrase_at(word).map_or(word..word + 1, |k| row.phrases[k].words.clone());
        if group.into_iter().any(|w| self.words.is_speech(self.lower(w))) {
            return self.pronoun_except(row, word, gender, except);
        }
        self.spoken_of_before(row, word, gender, except)
    }

    /// The gender of "lo" or "la" in the verb group at a word, or right behind it: "dónde la tienen".
    fn clitic_gender(&self, row: &Row, word: usize) -> Option<Gender> {
        let at = |p: &&Phrase| p.words.contains(&word) || p.words.start == word + 1;
        let group = row.phrases.iter().find(|p| p.kind == PhraseKind::Verb && at(p))?;
        let clitics = group.words.clone().filter(|&w| self.analysis.words[w].tag.tag == Tag::Pronoun);
        clitics.map(|w| self.lower(w)).find_map(|lower| match lower {
            "lo" => Some(Gender::Masculine),
            "la" => Some(Gender::Feminine),
            _ => None,
        })
    }

    /// The persons last named side by side: "they", "both", "ambos".
    pub fn recent_group(&self, row: &Row, word: usize) -> Vec<PersonId> {
        let here = self.roster.all_within(&(row.words.start..word));
        if here.len() > 1 {
            return here;
        }
        let earlier = self.earlier(row);
        earlier
            .take(2)
            .map(|r| self.roster.all_within(&r.words))
            .find(|ids| ids.len() > 1 && ids.len() < 7)
            .unwrap_or_default()
    }

    /// "the five", "los dos hermanos": as many as a sentence before has named side by side.
    pub(super) fn counted_group(&self, row: &Row, phrase: &Phrase) -> Vec<PersonId> {
        let first = phrase.words.start;
        let definite = matches!(self.lower(first), "the" | "los" | "las");
        if !definite || phrase.words.len() < 2 {
            return Vec::new();
        }
        let span = self.analysis.words[first + 1].span;
        let number = self.analysis.numbers.iter().find(|n| n.span.start == span.start).map(|n| n.low);
        let Some(number) = number.and_then(|n| usize::try_from(n).ok()).filter(|n| (2..8).contains(n)) else {
            return Vec::new();
        };
        let alone = phrase.words.len() == 2 && !self.describes_more(row, row.phrase_at(first).unwrap_or_default());
        let people = self.words.is_people(self.lower(phrase.head)) || self.words.is_kin(self.lower(phrase.head));
        if !(alone || people && phrase.words.len() == 3) {
            return Vec::new();
        }
        let groups = self.earlier(row).take(8).map(|r| self.roster.all_within(&r.words));
        groups.into_iter().find(|ids| ids.len() == number).unwrap_or_default()
    }
}
