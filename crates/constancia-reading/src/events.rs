//! Events: every place where a frame's words stand and what it needs stands beside them.
//!
//! An event knows its status, its scope and the phrases of the one it happens to; `status` makes statements of the named,
//! `count` of the counted. What was refused is told with the reason.

mod agent;
mod custody;
mod field;
mod mark;
mod needs;
mod noun;
mod object;
mod people;
mod phrase;
mod subject;
mod turned;
mod verb;

use std::ops::Range;

use constancia_model::{PartialDate, ReleaseTerms, Stance, Status};

use crate::explanation::{DecisionKind, Rule, Way};
use crate::phrases::PhraseKind;
use crate::refusal::Refusal;
use crate::scene::{Row, Scene};
use crate::scope::Scope;
use mark::mark_alone;
use noun::noun_events;
use phrase::phrase_events;
use verb::verb_events;

pub use custody::has_custody;
pub use subject::main_subject;

/// An event in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What happened, the scope applied.
    pub status: Status,
    /// The frame's words.
    pub words: Range<usize>,
    /// The phrase in the row that holds them.
    pub at: usize,
    /// The phrases of those it happened to; empty when the sentence leaves them out.
    pub patients: Vec<usize>,
    /// Whether the sentence leaves out whom it happened to, so that the context must say.
    pub dropped: bool,
    /// The phrase of the one who did it.
    pub agent: Option<usize>,
    /// What surrounds it.
    pub scope: Scope,
    /// The terms that the frame itself says.
    pub terms: Option<ReleaseTerms>,
    /// The stance that the words themselves settle, whoever is credited.
    pub stance: Option<Stance>,
    /// Whether the words say so only of somebody whom the report has in custody: "went home".
    pub known: bool,
    /// When, where another sentence told it of the group that these belong to.
    pub date: Option<PartialDate>,
    /// What made it.
    pub rule: Rule,
    /// How the patients were reached.
    pub way: Way,
    /// The word that makes of the frame's status another: "again", "remains".
    pub turned: Option<(DecisionKind, usize)>,
}

impl Event {
    /// An event of these patients that nothing surrounds; without patients, the context must say whom it happened to.
    pub fn new(rule: Rule, status: Status, words: Range<usize>, at: usize, patients: Vec<usize>) -> Self {
        let dropped = patients.is_empty();
        Self {
            status,
            words,
            at,
            patients,
            dropped,
            agent: None,
            scope: Scope::default(),
            terms: None,
            stance: None,
            rule,
            way: Way::Subject,
            turned: None,
            known: false,
            date: None,
        }
    }
}

/// What a row holds.
#[derive(Debug, Default)]
pub struct Found {
    /// Events.
    pub events: Vec<Event>,
    /// What was refused.
    pub refusals: Vec<Refusal>,
}

/// All events of a row.
pub fn events(scene: &Scene, row: &Row) -> Found {
    let mut found = Found::default();
    for at in 0..row.phrases.len() {
        match row.phrases[at].kind {
            PhraseKind::Verb => verb_events(scene, row, at, &mut found),
            PhraseKind::Noun if mark::is_apposed(scene, row, at) => mark_alone(scene, row, at, &mut found),
            PhraseKind::Noun => noun_events(scene, row, at, &mut found),
            PhraseKind::Other => mark_alone(scene, row, at, &mut found),
            _ => {}
        }
    }
    phrase_events(scene, row, &mut found);
    found
}
