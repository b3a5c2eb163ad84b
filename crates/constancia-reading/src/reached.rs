//! Somebody whom words of a sentence mean: the person, the words, and how they were reached and understood.
//!
//! Carries what `scene` and `events` found out into explanations; resolves nobody.

use std::ops::Range;

use crate::explanation::{Part, Reference, ReferenceKind, Role, Way};
use crate::roster::PersonId;
use crate::scene::{Row, Scene};

/// A person with how she was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// The person.
    pub person: PersonId,
    /// The words that mean her; none where the sentence leaves her out.
    pub words: Option<Range<usize>>,
    /// Where they stand.
    pub way: Way,
    /// How they mean her.
    pub kind: ReferenceKind,
}

/// The persons whom the noun phrase at `k` means.
pub fn in_phrase(scene: &Scene, row: &Row, k: usize, way: Way) -> Vec<Reached> {
    let (persons, kind) = scene.meant(row, k);
    let words = &row.phrases[k].words;
    persons.into_iter().map(|person| Reached { person, words: Some(words.clone()), way, kind }).collect()
}

impl Reached {
    /// A person by her name.
    pub fn named(person: PersonId, words: Range<usize>, way: Way) -> Self {
        Self { person, words: Some(words), way, kind: ReferenceKind::Name }
    }

    /// The subject that a sentence leaves out.
    pub fn left_out(person: PersonId) -> Self {
        Self { person, words: None, way: Way::LeftOut, kind: ReferenceKind::Pronoun }
    }

    /// A person by her name that stands nearest to the word.
    pub fn nearest(scene: &Scene, person: PersonId, word: usize) -> Self {
        let mentions = scene.roster.mentions.iter().filter(|m| m.person == person);
        let words = mentions.min_by_key(|m| m.words.start.abs_diff(word)).map(|m| m.words.clone());
        Self { person, words, way: Way::Nearest, kind: ReferenceKind::Name }
    }

    /// The person as a part of a statement. `at` is the word from which an earlier mention is looked for.
    pub fn part(&self, scene: &Scene, role: Role, at: usize) -> Part {
        let named = match self.kind {
            ReferenceKind::Name => None,
            _ => mention(scene, self.person, at).and_then(|words| scene.evidence(&words)),
        };
        let words = self.words.as_ref().map(|words| self.name_in(scene, words));
        let reference = Some(Reference { kind: self.kind, named });
        let value = scene.roster.persons[self.person].name.clone();
        Part { reference, ..Part::new(role, value, self.way, words.and_then(|words| scene.evidence(&words))) }
    }

    /// Her name within the words, where they name her.
    fn name_in(&self, scene: &Scene, words: &Range<usize>) -> Range<usize> {
        let mut mentions = scene.roster.mentions_in(words).iter();
        let named = mentions.rfind(|m| m.person == self.person && self.kind == ReferenceKind::Name);
        named.map_or_else(|| words.clone(), |mention| mention.words.clone())
    }
}

/// The last mention of a person by name before the word, else her first.
fn mention(scene: &Scene, person: PersonId, before: usize) -> Option<Range<usize>> {
    let last = scene.roster.before(before).find(|m| m.person == person);
    last.or_else(|| scene.roster.mentions.iter().find(|m| m.person == person)).map(|m| m.words.clone())
}
