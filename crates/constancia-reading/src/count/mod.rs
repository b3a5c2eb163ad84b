//! Counts: how many people are in or out of custody, of whom, where, when, according to whom.
//!
//! A number counts only when its noun is of people or of custody events and something says what happened to them. Parts
//! ("of whom nine are women") take what is said of the whole.

#[cfg(test)]
mod cases;
mod counted;
mod date;
mod elsewhere;
mod informant;
mod label;
mod noun;
mod part;
mod place;
mod population;
mod said;
mod statement;
mod whole;

use constancia_model::{Status, Terms};

use crate::credit::{self, Credit};
use crate::events::Event;
use crate::explanation::{Explained, Part, Role, Way};
use crate::membership::Group;
use crate::refusal::{Reason, Refusal};
use crate::scene::{Row, Scene};
use counted::{Counted, counted};
use noun::is_people;
use said::Said;
use statement::{Telling, cell};
use whole::Whole;

pub use noun::singular;

/// Reads counts row by row, remembering the last one.
#[derive(Debug, Default)]
pub struct Counts {
    last: Option<Whole>,
    vague: Option<Group>,
}

impl Counts {
    /// The group that was counted last, for those named as its members.
    pub fn group(&self) -> Option<Group> {
        let counted = self.counted_group();
        match (counted, self.vague) {
            (Some(counted), Some(vague)) if vague.block > counted.block => Some(vague),
            (counted, vague) => counted.or(vague),
        }
    }

    fn counted_group(&self) -> Option<Group> {
        let last = self.last.as_ref()?;
        let terms = match &last.terms {
            Some(Terms::Release(terms)) => Some(*terms),
            _ => None,
        };
        let date = last.date.filter(|_| last.status != Status::Held);
        Some(Group { status: last.status, terms, block: last.block, nationality: last.nationality, date })
    }

    /// The counts of a row, and the numbers of people that are none.
    pub fn statements(
        &mut self,
        scene: &Scene,
        row: &Row,
        events: &[Event],
        credits: &[Credit],
    ) -> (Vec<Explained>, Vec<Refusal>) {
        let (mut found, mut refused) = (Vec::new(), Vec::new());
        self.vague = vague_group(scene, row, events).or(self.vague.filter(|group| row.block <= group.block + 2));
        for counted in counted(scene, row) {
            let said = counted.map(|counted| (self.said(scene, row, events, &counted), counted));
            match said {
                Ok((Some(said), counted)) => found.extend(self.statement(scene, row, &counted, &said, credits)),
                Ok((None, counted)) if is_people(scene, &counted) => {
                    refused.push(counted.refused(Reason::NothingSaidOfThem));
                }
                Ok(_) => {}
                Err(refusal) => refused.push(refusal),
            }
        }
        (found, refused)
    }

    /// What happened to those counted, where their number counts people in or out of custody.
    fn said<'e>(&self, scene: &Scene, row: &Row, events: &'e [Event], counted: &Counted) -> Option<Said<'e>> {
        if elsewhere::is_capacity(scene, row, counted) || elsewhere::is_fiction(scene, row) {
            return None;
        }
        let said = self.told(scene, row, events, counted)?;
        (!elsewhere::is_of_disaster(scene, row, said.status)).then_some(said)
    }

    /// An event of theirs, their noun, words in their clause, or what is said of the whole they are of.
    fn told<'e>(&self, scene: &Scene, row: &Row, events: &'e [Event], counted: &Counted) -> Option<Said<'e>> {
        let by_noun = said::by_noun(scene, counted);
        if let Some(said) = by_noun.as_ref().filter(|said| said.status != Status::Held) {
            return Some(said.clone());
        }
        if let Some(event) = said::own_event(scene, row, events, counted) {
            let (rule, words) = (event.rule.clone(), event.words.clone());
            return Some(Said { status: event.status, event: Some(event), rule, words });
        }
        let elliptical = counted.noun.is_none() && self.continues(row);
        let hurt = counted.noun.is_some_and(|noun| scene.words.counts.hurt.contains(scene.lower(noun)));
        if !(is_people(scene, counted) || elliptical) || hurt {
            return None;
        }
        let part = || {
            let status = self.part_of(scene, row, counted)?;
            if part::is_part_word(scene, row, counted) {
                return Some(whole::said(status, counted));
            }
            part::with_its_verb(scene, row, counted, status).map(|status| whole::said(status, counted))
        };
        let nearer = by_noun.is_none() || part::is_part_word(scene, row, counted);
        said::mark(scene, row, counted)
            .or_else(|| said::inside(scene, row, counted))
            .or_else(|| part().filter(|_| nearer))
            .or_else(|| said::among(scene, row, counted))
            .or(by_noun)
            .or_else(part)
    }

    fn continues(&self, row: &Row) -> bool {
        self.last.as_ref().is_some_and(|last| last.row == row.words.start || last.block == row.block)
    }

    /// The status of the whole that this number is a part of.
    fn part_of(&self, scene: &Scene, row: &Row, counted: &Counted) -> Option<Status> {
        let last = self.last.as_ref()?;
        let same_row = last.row == row.words.start;
        let close = row.block <= last.block + 1;
        let part = same_row || close && part::is_part_word(scene, row, counted);
        let again = (same_row || last.block == row.block) && part::counts_again(scene, row, counted);
        let total = close && counted.noun.is_none() && part::is_total(scene, row, counted);
        (part && counted.number.low <= last.low || again || total).then_some(last.status)
    }

    /// The population: the number's own noun, what is said of a part without one, or that of the whole.
    fn population(&self, scene: &Scene, row: &Row, counted: &Counted, event: Option<&Event>) -> Option<Part> {
        let whole = self.last.as_ref().filter(|last| row.block <= last.block + 1);
        let part = whole.filter(|last| last.row == row.words.start && last.low > counted.number.low);
        let own = || population::own(scene, row, counted).filter(|_| !(counted.noun_before && part.is_some()));
        let told = event.is_none() && said::inside(scene, row, counted).is_none();
        let predicate = || part.filter(|_| told).and_then(|_| population::predicate(scene, row, counted));
        let itself = own().or_else(predicate).map(|words| cell(scene, Role::Population, Way::Itself, &words));
        itself.or_else(|| Some(whole?.handed_on(scene, Role::Population, whole?.whole_population.clone()?)))
    }

    fn statement(
        &mut self,
        scene: &Scene,
        row: &Row,
        counted: &Counted,
        said: &Said,
        credits: &[Credit],
    ) -> Option<Explained> {
        let whole = self.last.clone();
        let population = self.population(scene, row, counted, said.event);
        let credit = credit::governing(credits, counted.words.start);
        let part = whole.as_ref().filter(|last| last.row == row.words.start);
        let teller = part.filter(|_| !credit::is_outlets(credits, counted.words.start));
        let telling = Telling { scene, row, counted, said, credit, whole: part, teller };
        let told = telling.told(population);
        let near = whole.as_ref().filter(|last| last.block == row.block && part::is_part_word(scene, row, counted));
        self.last = Some(telling.hands_on(&told, part.or(near)));
        telling.statement(told)
    }
}

/// "some detainees had been let go": a group without a number.
fn vague_group(scene: &Scene, row: &Row, events: &[Event]) -> Option<Group> {
    let plural = |k: &usize| {
        let phrase = &row.phrases[*k];
        scene.analysis.words[phrase.head].tag.plural && scene.persons(row, *k).is_empty()
    };
    let event = events
        .iter()
        .find(|e| e.status == Status::Released && e.scope.negated.is_none() && e.patients.iter().any(plural))?;
    Some(Group { status: event.status, terms: event.terms, block: row.block, nationality: None, date: None })
}
