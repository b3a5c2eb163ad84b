//! Mood, tense and person: what a finite verb says beside its action, and a pronoun or possessive beside its owner.

/// Who speaks (first), is spoken to (second) or is spoken of (third).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Person {
    /// `I`, `liberamos`, `nuestro`
    First,
    /// `you`, `sabes`
    Second,
    /// `frees`, `liberó`, `her`
    Third,
}

/// The mood of a finite verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mood {
    /// `frees`, `liberó`
    Indicative,
    /// `libere`, `liberara`
    Subjunctive,
    /// `liberaría`
    Conditional,
    /// `look`, `vengan`
    Imperative,
}

/// The tense of a finite verb; conditional and imperative have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tense {
    /// `frees`, `libera`
    Present,
    /// `freed`, `liberó`
    Past,
    /// `liberaba`, `liberara`
    Imperfect,
    /// `liberará`
    Future,
}

/// Mood, tense and person of one word; none of them where the word does not show it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Conjugation {
    /// The mood of a finite verb other than an English modal.
    pub mood: Option<Mood>,
    /// The tense of a finite verb.
    pub tense: Option<Tense>,
    /// The person of a finite verb, a pronoun or a possessive.
    pub person: Option<Person>,
}

impl Conjugation {
    const fn new(mood: Option<Mood>, tense: Option<Tense>, person: Option<Person>) -> Self {
        Self { mood, tense, person }
    }

    const fn persons(mood: Mood, tense: Option<Tense>) -> [Self; 3] {
        [
            Self::new(Some(mood), tense, Some(Person::First)),
            Self::new(Some(mood), tense, Some(Person::Second)),
            Self::new(Some(mood), tense, Some(Person::Third)),
        ]
    }
}

use Mood::{Conditional, Imperative, Indicative, Subjunctive};
use Tense::{Future, Imperfect, Past, Present};

/// The labels of the conjugation models, in the order of their rows.
pub const CONJUGATIONS: [Conjugation; 29] = {
    let mut all = [Conjugation::new(None, None, None); 29];
    let groups = [
        Conjugation::persons(Indicative, Some(Present)),
        Conjugation::persons(Indicative, Some(Past)),
        Conjugation::persons(Indicative, Some(Imperfect)),
        Conjugation::persons(Indicative, Some(Future)),
        Conjugation::persons(Conditional, None),
        Conjugation::persons(Subjunctive, Some(Present)),
        Conjugation::persons(Subjunctive, Some(Imperfect)),
        Conjugation::persons(Imperative, None),
    ];
    let mut at = 0;
    while at < 24 {
        all[at + 1] = groups[at / 3][at % 3];
        at += 1;
    }
    all[25] = Conjugation::new(None, None, Some(Person::First));
    all[26] = Conjugation::new(None, None, Some(Person::Second));
    all[27] = Conjugation::new(None, None, Some(Person::Third));
    all[28] = Conjugation::new(Some(Imperative), None, None);
    all
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_stands_twice() {
        for (at, label) in CONJUGATIONS.iter().enumerate() {
            assert_eq!(CONJUGATIONS.iter().position(|other| other == label), Some(at));
        }
    }
}
