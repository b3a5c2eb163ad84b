//! Persons by what they are: "her brother" by the relations that the report tells, "the nurse" by what it has called them.
//!
//! Knows roles and relations; what makes them known stands with the attributes.

use constancia_language::tagging::Tag;
use constancia_language::tagging::lists::Gender;
use constancia_language::{NameKind, fold};
use constancia_model::{AttributeField, InformantClass};

use super::{Relation, Row, Scene};
use crate::phrases::{Phrase, PhraseKind};
use crate::roster::PersonId;

impl Scene<'_> {
    /// "her brother", "Ana's husband", "su esposa": through the relations that the report tells.
    pub(super) fn by_relation(&self, row: &Row, phrase: &Phrase) -> Option<PersonId> {
        let head = phrase.words.clone().find(|&w| self.words.is_kin(self.lower(w)))?;
        let owner = self.owner(row, phrase, head)?;
        let noun = fold(self.lower(head));
        let field = self.words.kin_field(self.lower(head));
        let told = |r: &&Relation| r.person == owner && (r.noun == noun || field.is_some() && r.field == field);
        self.relations.iter().find(told).map(|r| r.other)
    }

    /// Whose relation a phrase with a kinship noun at `head` speaks of.
    pub fn owner(&self, row: &Row, phrase: &Phrase, head: usize) -> Option<PersonId> {
        if let Some(named) = self.roster.within(&(phrase.words.start..head)) {
            return Some(named);
        }
        match self.possessive(phrase, head) {
            Some(gender) => self.pronoun(row, phrase.words.start, gender),
            None => self.owner_behind(row, phrase),
        }
    }

    /// The gender that a possessive before the noun at `head` tells of the owner, where there is one: "her", "su".
    pub fn possessive(&self, phrase: &Phrase, head: usize) -> Option<Option<Gender>> {
        let named = self.roster.within(&(phrase.words.start..head)).is_some();
        let pronouns = &self.words.pronouns;
        let possessive = |lower: &str| {
            if pronouns.possessive_female.contains(lower) {
                Some(Some(Gender::Feminine))
            } else if pronouns.possessive_male.contains(lower) {
                Some(Some(Gender::Masculine))
            } else {
                pronouns.possessive_any.contains(lower).then_some(None)
            }
        };
        (phrase.words.start..head).find_map(|w| possessive(self.lower(w))).filter(|_| !named)
    }

    /// Whether the noun names what somebody does, and no relative, no citizen and nobody in particular.
    pub fn is_listed_role(&self, lower: &str) -> bool {
        let citizen = self.words.nationalities.nouns.contains(lower) || self.words.is_nationality(lower);
        let counsel = self.words.kin_field(lower) == Some(AttributeField::Lawyer);
        let anybody = self.words.roles.anybody.contains(lower) || self.words.couples.contains(lower);
        self.words.is_person_noun(lower) && (!self.words.is_kin(lower) || counsel) && !citizen && !anybody
    }

    /// Whether the word is "whose" or "cuyo".
    pub fn is_possessive(&self, word: usize) -> bool {
        self.words.pronouns.possessive_any.contains(self.lower(word))
    }

    /// "the mother of Ana Ruiz", "hermano de Ana".
    fn owner_behind(&self, row: &Row, phrase: &Phrase) -> Option<PersonId> {
        let at = row.phrases.iter().position(|p| p.words.start == phrase.words.start)?;
        let preposition = row.phrases.get(at + 1).filter(|p| matches!(self.lower(p.head), "of" | "de" | "del"))?;
        let noun =
            row.phrases.get(at + 2).filter(|p| p.kind == PhraseKind::Noun && p.words.start == preposition.words.end)?;
        self.roster.within(&noun.words)
    }

    /// "the nurse", "la periodista": the person whom the report has called so.
    pub(super) fn by_role(&self, row: &Row, phrase: &Phrase) -> Option<PersonId> {
        let first = self.lower(phrase.words.start);
        let definite = matches!(
            first,
            "the" | "el" | "la" | "this" | "that" | "este" | "esta" | "said" | "dicho" | "dicha" | "al" | "del"
        );
        let plural = self.analysis.words[phrase.head].tag.plural;
        if !definite || plural {
            return None;
        }
        let named = self.analysis.names_in(&phrase.words).iter().any(|n| n.kind == NameKind::Institution);
        let nouns = std::iter::once(phrase.head).filter(|_| !named);
        let called = nouns.clone().find_map(|w| self.roster.by_role(self.lower(w), phrase.words.start));
        let related = || nouns.clone().find_map(|w| self.by_open_relation(phrase, self.lower(w)));
        let counsel =
            || nouns.clone().find_map(|w| self.roster.by_counsel(self.lower(w), phrase.words.start, self.words));
        called.or_else(related).or_else(counsel).or_else(|| self.by_description(row, phrase))
    }

    /// "the mother", "the lawyer": the relative of the person spoken of.
    fn by_open_relation(&self, phrase: &Phrase, noun: &str) -> Option<PersonId> {
        let field = self.words.kin_field(noun)?;
        let gender = crate::roster::gender_of(noun, self.words);
        let near = self.roster.before(phrase.words.start).take(12).map(|m| m.person);
        let fits = |r: &&Relation| r.field == Some(field) && self.roster.may_be(r.other, gender);
        near.flat_map(|id| self.relations.iter().filter(move |r| r.person == id)).find(fits).map(|r| r.other)
    }

    /// "the 62-year-old", "la comunicadora": a new word for the person spoken of. Not for those who act for the state
    /// or only tell something.
    fn by_description(&self, row: &Row, phrase: &Phrase) -> Option<PersonId> {
        let noun = self.lower(phrase.head);
        let compound = noun.ends_with("-year-old");
        let class = self.words.informant_class(noun);
        let outsider = class.is_some_and(|c| !matches!(c, InformantClass::Other | InformantClass::Outlet));
        let aged = self.has_age_behind(row, phrase);
        if !compound
            && (!(aged || self.words.is_person_noun(noun) && !outsider)
                || self.words.is_kin(noun) && !(aged && class.is_some_and(|c| c == InformantClass::Lawyer)))
        {
            return None;
        }
        let end = row.phrases.iter().find(|p| p.words.start >= phrase.words.end);
        let described =
            |p: &Phrase| p.kind == PhraseKind::Relative || matches!(self.lower(p.head), "of" | "de" | "del");
        let years = |p: &Phrase| {
            let next = self.analysis.words.get(p.words.end);
            next.is_some_and(|w| w.tag.tag == Tag::Number) && p.kind == PhraseKind::Preposition
        };
        let bare = end.is_none_or(|p| !described(p) || years(p));
        let gender = crate::roster::gender_of(noun, self.words).or(self.article_gender(phrase));
        let speaker = self.speaker_of(row, phrase.words.start);
        bare.then(|| self.spoken_of_before(row, phrase.words.start, gender, speaker)).flatten()
    }

    /// "The environmental lawyer, 41,", "La villaclareña, de 49 años,": an age in apposition.
    pub fn has_age_behind(&self, row: &Row, phrase: &Phrase) -> bool {
        let at = row.phrases.iter().position(|p| p.words.start == phrase.words.start);
        let Some([comma, next, ..]) = at.and_then(|at| row.phrases.get(at + 1..)) else { return false };
        let figures = |w: usize| self.analysis.words[w].tag.tag == Tag::Number;
        let years = self.starts_with(next.words.end + 1, self.analysis.words.len(), "años");
        let spanish = next.kind == PhraseKind::Preposition && figures(next.words.end) && years;
        let alone = next.words.len() == 1 && self.lower(next.head).parse::<u32>().is_ok_and(|n| (5..110).contains(&n));
        let closed = self.analysis.words.get(next.words.end).is_some_and(|w| matches!(w.lower.as_str(), "," | ")"));
        comma.kind == PhraseKind::Comma && (spanish || alone && closed)
    }

    fn article_gender(&self, phrase: &Phrase) -> Option<Gender> {
        match self.lower(phrase.words.start) {
            "la" | "esta" => Some(Gender::Feminine),
            "el" | "al" | "del" | "este" => Some(Gender::Masculine),
            _ => None,
        }
    }
}
