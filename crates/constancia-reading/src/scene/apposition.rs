//! Names beside a noun phrase: in apposition before it, behind it, or hanging on its noun.
//!
//! Knows commas and trees; follows no pronoun.

use constancia_language::tagging::Tag;
use constancia_model::AttributeField;

use super::{Row, Scene};
use crate::phrases::{Phrase, PhraseKind};
use crate::roster::PersonId;

impl Scene<'_> {
    /// "otro, Pedro Gil,", "al productor de café Denis Orozco": the name that hangs on the noun.
    pub(super) fn named_by_tree(&self, phrase: &Phrase) -> Option<PersonId> {
        let kin = self.words.is_kin(self.lower(phrase.head));
        let mention = |word: usize| self.roster.mentions.iter().find(|m| m.words.contains(&word)).map(|m| m.person);
        self.tree().names(phrase.head).find_map(mention).filter(|_| !kin)
    }

    /// Whether the phrase goes on behind "of" or "de": "la pareja de Ana".
    pub(super) fn describes_more(&self, row: &Row, index: usize) -> bool {
        row.phrases.get(index + 1).is_some_and(|p| matches!(self.lower(p.head), "of" | "de" | "del"))
    }

    /// "el productor de café Denis Orozco": the name right behind a noun and what says of what kind it is.
    pub(super) fn named_behind(&self, phrase: &Phrase) -> Option<PersonId> {
        let kind = |w: usize| {
            let word = &self.analysis.words[w];
            let tag = matches!(word.tag.tag, Tag::Adposition | Tag::Noun | Tag::Adjective | Tag::Determiner);
            tag && !word.capital
        };
        let mentions = self.roster.mentions_in(&(phrase.head + 1..phrase.head + 7));
        let name = mentions.first().filter(|m| (phrase.head + 1..m.words.start).all(kind))?;
        let last = &self.analysis.words[name.words.start - 1];
        let kin = self.words.is_kin(self.lower(phrase.head));
        let noun = matches!(last.tag.tag, Tag::Noun | Tag::Adjective);
        (noun && !kin && !self.words.is_person_noun(&last.lower)).then_some(name.person)
    }

    /// "los dos absueltos, Juan Paz y Ana Ruiz,": the names in apposition behind a plural.
    pub(super) fn listed_behind(&self, row: &Row, index: usize) -> Vec<PersonId> {
        let phrase = &row.phrases[index];
        let definite = matches!(
            self.lower(phrase.words.start),
            "the" | "los" | "las" | "both" | "ambos" | "ambas" | "two" | "dos" | "sus"
        );
        let of = index.checked_sub(2).filter(|&k| matches!(self.lower(row.phrases[k + 1].head), "of" | "de"));
        let number = |k: usize| self.analysis.words[row.phrases[k].words.start].tag.tag == Tag::Number;
        let definite = definite || number(index) || of.is_some_and(number);
        let comma = row.phrases.get(index + 1).is_some_and(|p| p.kind == PhraseKind::Comma);
        let name =
            row.phrases.get(index + 2).filter(|p| p.kind == PhraseKind::Noun && self.roster.within(&p.words).is_some());
        if !definite || !comma || name.is_none() || !self.analysis.words[phrase.head].tag.plural {
            return Vec::new();
        }
        let list = self.clause(row).list_right(index + 2);
        let people: Vec<PersonId> = list.iter().filter_map(|&k| self.roster.within(&row.phrases[k].words)).collect();
        if people.len() > 1 { people } else { Vec::new() }
    }

    /// "Ana Ruiz, 44, a nurse who": the name that a description behind it describes.
    pub(super) fn describes(&self, row: &Row, index: usize) -> Option<PersonId> {
        let mut at = index;
        let head = self.lower(row.phrases[index].head);
        let thing = self.words.thing_nouns.contains(head) || self.words.custody_nouns.contains(head);
        let kin = self.words.is_kin(head) && self.words.kin_field(head) != Some(AttributeField::Lawyer);
        let owned = self.possessive(&row.phrases[index], row.phrases[index].words.end).is_some();
        if kin || owned || thing || self.analysis.words[row.phrases[index].head].tag.plural {
            return None;
        }
        while at >= 2 && row.phrases[at - 1].kind == PhraseKind::Comma && row.phrases[at - 2].kind == PhraseKind::Noun {
            at -= 2;
            let named = self.named_head(&row.phrases[at]);
            if !named.is_empty() {
                return named.first().copied();
            }
        }
        None
    }

    /// "su abogado, Ramón Paredes", "a spokesman for the prison, Ko Ko": the name in apposition behind a noun.
    pub(super) fn apposed(&self, row: &Row, index: usize) -> Option<PersonId> {
        let phrase = &row.phrases[index];
        if !self.words.is_person_noun(self.lower(phrase.head)) || self.analysis.words[phrase.head].tag.plural {
            return None;
        }
        let mut k = index + 1;
        while let [joint, noun, ..] = row.phrases.get(k..).unwrap_or_default() {
            let joins = joint.kind == PhraseKind::Preposition && noun.kind == PhraseKind::Noun;
            if let Some(person) = self.roster.within(&noun.words).filter(|_| joins) {
                let compound = noun.head == noun.words.start && !self.analysis.words[noun.head].capital;
                return Some(person).filter(|_| compound && !self.words.is_person_noun(self.lower(noun.head)));
            }
            if !joins {
                break;
            }
            k += 2;
        }
        let comma = row.phrases.get(k).filter(|p| p.kind == PhraseKind::Comma)?;
        let name = row.phrases.get(k + 1).filter(|p| p.kind == PhraseKind::Noun && p.words.start == comma.words.end)?;
        let listed = row.phrases.get(k + 2).is_some_and(|p| p.kind == PhraseKind::Coordinator);
        let kin = name.words.clone().any(|w| {
            self.words.is_kin(self.lower(w)) && self.words.kin_field(self.lower(w)) != Some(AttributeField::Lawyer)
        });
        self.roster.within(&name.words).filter(|_| !listed && !kin)
    }
}
