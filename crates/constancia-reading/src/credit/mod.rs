//! Whom the report credits for what: "her lawyer said", "according to the ministry", "negó que", a speaker's turn.
//!
//! A credit governs a stretch of one sentence, or a turn of a transcript. It does not know what is said there.

mod accounts;
mod asides;
mod issuer;
mod name;
mod own;
mod passive;
mod reach;
mod reprint;
mod resumption;
mod sources;
mod speaker;
#[cfg(test)]
mod tests;
mod verb;

use std::ops::Range;

use constancia_model::InformantClass;

use crate::explanation::{CreditWay, Crediting};
use crate::roster::PersonId;
use crate::scene::{Row, Scene};
pub use name::{Who, name, of_person};
use resumption::{Former, resumed};
pub use speaker::{can_be_credited, speaker};
use verb::by_verb;
pub use verb::is_told;

/// A credit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// Who is credited, with the fullest name that the report gives.
    pub informant: String,
    /// What kind of informant.
    pub class: Option<InformantClass>,
    /// The person, where it is one.
    pub person: Option<PersonId>,
    /// The verb, as a word.
    pub verb: Option<usize>,
    /// Whether it denies.
    pub denies: bool,
    /// Whether it doubts.
    pub doubts: bool,
    /// The words it governs.
    pub governs: Range<usize>,
    /// What it leaves out among them: clauses told in passing.
    pub except: Vec<Range<usize>>,
    /// The words that name whom it credits; none where the sentence leaves the speaker out.
    pub words: Option<Range<usize>>,
    /// How it credits.
    pub way: CreditWay,
}

impl Credit {
    /// The words of its verb, or those that it credits by.
    pub fn verb_words(&self) -> Range<usize> {
        self.verb.map_or_else(|| self.words.clone().unwrap_or_default(), |verb| verb..verb + 1)
    }

    /// The credit as an explanation tells it.
    pub fn explained(&self, scene: &Scene) -> Crediting {
        Crediting {
            informant: self.informant.clone(),
            words: self.words.as_ref().and_then(|words| scene.evidence(words)),
            verb: self.verb.and_then(|verb| scene.evidence(&(verb..verb + 1))),
            way: self.way,
        }
    }
}

/// Who spoke in the sentence before, for a sentence that only goes on with his list: "The others are A and B."
pub fn carried(scene: &Scene, row: &Row) -> Option<Credit> {
    let before = scene.earlier(row).take(2).find(|r| !scene.credits[r.index].is_empty())?;
    let near = before.block + 1 >= row.block;
    let credit = scene.credits[before.index].iter().rev().find(|c| !c.denies)?;
    near.then(|| Credit { governs: row.words.clone(), way: CreditWay::Carried, ..credit.clone() })
}

/// The credits of every row, in the order of the rows. "She added" and "aclara" go on from whoever spoke before.
pub fn all(scene: &Scene) -> Vec<Vec<Credit>> {
    let mut found = Vec::new();
    let mut former = Former::default();
    for row in &scene.rows {
        let credits = if row.quote.is_some() { Vec::new() } else { of_row(scene, row, &mut former) };
        found.push(credits);
    }
    accounts::spread(scene, &mut found);
    reprint::spread(scene, &mut found);
    issuer::clear(scene, &mut found);
    found
}

fn of_row(scene: &Scene, row: &Row, former: &mut Former) -> Vec<Credit> {
    let mut found: Vec<Credit> = Vec::new();
    for at in 0..row.phrases.len() {
        if let Some(credit) = by_verb(scene, row, at, former) {
            former.note(scene, row, &credit);
            found.push(credit);
        } else if let Some(credit) = passive::by_passive(scene, row, at) {
            former.note(scene, row, &credit);
            found.push(credit);
        }
        found.extend(sources::by_preposition(scene, row, at).map(|credit| resumed(scene, row, credit, former)));
    }
    let asides = asides::asides(scene, row);
    found.iter_mut().for_each(|credit| credit.except = asides::left_out(&asides, credit));
    if let Some(turn) = by_turn(scene, row) {
        found.push(turn);
    } else {
        found.extend(own::by_outlet(scene, row));
    }
    sources::rest_on(scene, row, &mut found);
    found
}

/// Whether the outlet speaks for itself at `word`.
pub fn is_outlets(credits: &[Credit], word: usize) -> bool {
    let narrowest = credits.iter().filter(|c| c.governs.contains(&word)).min_by_key(|c| c.governs.len());
    narrowest.is_some_and(|c| c.informant.is_empty())
}

/// The credit that governs `word`: the one that governs least.
pub fn governing(credits: &[Credit], word: usize) -> Option<&Credit> {
    let governs = |c: &&Credit| c.governs.contains(&word) && !c.except.iter().any(|aside| aside.contains(&word));
    credits.iter().filter(governs).min_by_key(|c| c.governs.len()).filter(|c| !c.informant.is_empty())
}

/// In a transcript, whoever has the turn is the informant of what the turn says.
fn by_turn(scene: &Scene, row: &Row) -> Option<Credit> {
    let label = scene.analysis.blocks[row.block].label?;
    let staff = |id: PersonId| scene.roster.persons[id].roles.iter().any(|role| scene.words.staff.contains(role));
    let words = scene.analysis.word_at(label.start)..scene.analysis.word_at(label.end - 1) + 1;
    let person = scene.roster.within(&words).filter(|&id| !staff(id))?;
    let informant = scene.roster.persons[person].name.clone();
    Some(Credit {
        informant,
        class: None,
        person: Some(person),
        verb: None,
        denies: false,
        doubts: false,
        governs: row.words.clone(),
        except: Vec::new(),
        words: Some(words),
        way: CreditWay::Turn,
    })
}
