//! Whom "he", "she", "they" and a subject that is left out go on with.
//!
//! Knows who was named and what the sentences before are about; knows no event.

use constancia_language::BlockKind;
use constancia_language::tagging::lists::Gender;
use constancia_language::tagging::{Tag, VerbForm};

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
        let earlier = self.earlier(row);
        let near: Vec<Vec<PersonId>> = earlier.take(6).map(|r| self.spoken_of(r)).collect();
        let principal =
            |ids: &Vec<PersonId>| ids.iter().copied().find(|&id| fits(id) && !self.roster.persons[id].relative);
        near.iter().take(5).find_map(principal).or_else(|| near.iter().take(4).find_map(|ids| pick(ids)))
    }

    /// The persons of a row: whom it names, the one it is about first, possessors last; where it names nobody, the one it
    /// goes on about.
    fn spoken_of(&self, row: &Row) -> Vec<PersonId> {
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
        self.pronoun_except(row, word, gender, except)
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
}
