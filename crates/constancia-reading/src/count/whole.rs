//! What a count hands on to the parts that follow it.

use std::ops::Range;

use constancia_model::{PartialDate, Stance, Status, Terms};

use super::counted::Counted;
use super::informant::Informant;
use super::said::Said;
use crate::explanation::{Part, Role, Rule, Way};
use crate::scene::{Row, Scene};

/// What a count hands on to the parts that follow it.
#[derive(Debug, Clone)]
pub struct Whole {
    /// What happened to them.
    pub status: Status,
    /// Where.
    pub place: Option<String>,
    /// When.
    pub date: Option<PartialDate>,
    /// On which terms.
    pub terms: Option<Terms>,
    /// Whether it is denied.
    pub stance: Stance,
    /// Who they are, as said.
    pub whole_population: Option<String>,
    /// Who says so.
    pub informant: Option<Informant>,
    /// The block.
    pub block: usize,
    /// The first word of the row.
    pub row: usize,
    /// How many.
    pub low: u64,
    /// The word that gives a nationality.
    pub nationality: Option<usize>,
    /// The words of the number.
    pub words: Range<usize>,
}

impl Whole {
    /// A part that those who belong to it take over.
    pub fn handed_on(&self, scene: &Scene, role: Role, value: String) -> Part {
        Part::new(role, value, Way::FromWhole, scene.evidence(&self.words))
    }
}

/// What is said of the whole, of which those counted are a part.
pub fn said<'e>(status: Status, counted: &Counted) -> Said<'e> {
    Said { status, event: None, rule: Rule::PartOfWhole, words: counted.words.clone() }
}

/// The word in the counted phrase that gives a nationality: "five Spaniards", "cinco ciudadanos españoles".
pub fn nationality(scene: &Scene, row: &Row, counted: &Counted) -> Option<usize> {
    let words = &row.phrases[counted.noun_phrase].words;
    words.clone().find(|&w| {
        scene.words.is_nationality(scene.lower(w)) && !scene.words.nationalities.nouns.contains(scene.lower(w))
    })
}
