//! The statement of one count, from the number, what is said of those counted, the credit and the whole they are of.

use std::ops::Range;

use constancia_model::{Content, Count, Evidence, PartialDate, Span, Stance, Statement, Status, Terms};

use super::counted::Counted;
use super::informant::{self, Informant};
use super::said::Said;
use super::whole::Whole;
use super::{date, place};
use crate::credit::Credit;
use crate::events::Event;
use crate::explanation::{Crediting, Decision, DecisionKind, Explained, Explanation, Part, Role, Way};
use crate::phrases::PhraseKind;
use crate::scene::{Row, Scene};
use crate::status::{self, Decided};

/// A number of a row, with what is known about it before its parts are read.
pub struct Telling<'a> {
    /// The report.
    pub scene: &'a Scene<'a>,
    /// The row.
    pub row: &'a Row,
    /// The number.
    pub counted: &'a Counted<'a>,
    /// What is said of those counted.
    pub said: &'a Said<'a>,
    /// Whose words they are.
    pub credit: Option<&'a Credit>,
    /// The count before it in the row.
    pub whole: Option<&'a Whole>,
    /// The same, where whoever told it may tell this one, too.
    pub teller: Option<&'a Whole>,
}

/// The parts of a count, each with how it was reached.
pub struct Told {
    date: Option<(PartialDate, Part)>,
    terms: Option<(Terms, Part)>,
    place: Option<Part>,
    population: Option<Part>,
    informant: Option<(Informant, Crediting)>,
    stance: Stance,
    decided: Option<Decided>,
}

impl Telling<'_> {
    /// The parts of the count.
    pub fn told(&self, population: Option<Part>) -> Told {
        let informant = informant::of(self.scene, self.row, self.counted, self.credit, self.teller);
        let (stance, decided) = stance(self.scene, self.row, self.said.event, self.credit);
        let place = self.place(informant.as_ref().map(|((name, _), _)| name.as_str()));
        Told { date: self.date(), terms: self.terms(), place, population, informant, stance, decided }
    }

    /// The statement of the count, with why it was read.
    pub fn statement(&self, told: Told) -> Option<Explained> {
        let mut explanation = Explanation::new(self.said.rule.clone(), self.scene.evidence(&self.said.words)?);
        explanation.scope = self.scope(&told);
        let evidence = Evidence::at(self.scene.analysis.text, evidence(self.scene, self.row, self.counted)).ok()?;
        let mut statement = Statement::new(Content::Count(self.count(&told)), evidence);
        statement.stance = self.denied_whole(&told).map_or(told.stance, |whole| whole.stance);
        statement.hedged = self.said.event.is_some_and(|e| e.scope.hedged.is_some());
        let figure = cell(self.scene, Role::Number, Way::Itself, &self.counted.words);
        let terms = told.terms.filter(|_| self.is_released()).map(|(_, part)| part);
        let parts = [Some(figure), told.population, told.date.map(|(_, part)| part), told.place, terms];
        explanation.parts = parts.into_iter().flatten().collect();
        if let Some(((name, class), crediting)) = told.informant {
            statement.informant = Some(name);
            statement.informant_class = class;
            explanation.credit = Some(crediting);
        }
        Some(Explained { statement, explanation })
    }

    /// What the count hands on, given the whole of which it is a part.
    pub fn hands_on(&self, told: &Told, whole: Option<&Whole>) -> Whole {
        let number = self.counted.number;
        let larger = whole.filter(|whole| whole.low > number.low).and_then(|whole| whole.whole_population.clone());
        Whole {
            status: self.said.status,
            place: value(&told.place),
            date: told.date.as_ref().map(|(date, _)| *date),
            terms: told.terms.as_ref().map(|(terms, _)| terms.clone()),
            stance: told.stance,
            whole_population: larger.or(value(&told.population)).filter(|_| !self.counts_events()),
            informant: told.informant.as_ref().map(|(informant, _)| informant.clone()),
            block: self.row.block,
            row: self.row.words.start,
            low: number.high.unwrap_or(number.low).max(whole.map_or(0, |whole| whole.low)),
            nationality: super::whole::nationality(self.scene, self.row, self.counted),
            words: self.counted.words.clone(),
        }
    }

    /// "seven arrests": those counted are no people, so that parts of them are called nothing.
    fn counts_events(&self) -> bool {
        self.counted.noun.is_some_and(|noun| self.scene.frames.noun(self.scene.lower(noun)).is_some())
    }

    fn count(&self, told: &Told) -> Count {
        let number = self.counted.number;
        let unbound = bounds_nothing(self.scene, self.counted);
        let standing = self.said.status == Status::Held;
        let date = told.date.as_ref().map(|(date, _)| *date);
        let terms = told.terms.as_ref().map(|(terms, _)| terms.clone());
        Count {
            status: self.said.status,
            low: number.low,
            high: number.high.or(unbound.then_some(number.low)),
            bound: number.bound.filter(|_| !unbound),
            population: value(&told.population),
            place: value(&told.place),
            date: date.filter(|_| !standing),
            as_of: date.filter(|_| standing),
            terms: terms.filter(|_| self.is_released()),
        }
    }

    fn is_released(&self) -> bool {
        matches!(self.said.status, Status::Released | Status::Announced)
    }

    /// The whole, where the same is said of it by no words of its part's own.
    fn same(&self) -> Option<&Whole> {
        self.whole.filter(|whole| whole.status == self.said.status && self.said.event.is_none())
    }

    fn denied_whole(&self, told: &Told) -> Option<&Whole> {
        self.whole.filter(|whole| whole.stance == Stance::Denies && told.stance != Stance::Denies)
    }

    fn date(&self) -> Option<(PartialDate, Part)> {
        date::of(self.scene, self.row, self.counted, self.said.event).or_else(|| {
            let same = self.same()?;
            Some((same.date?, same.handed_on(self.scene, Role::Date, same.date?.to_string())))
        })
    }

    fn terms(&self) -> Option<(Terms, Part)> {
        let own = |event| status::release_terms(self.scene, self.row, event, &self.row.words);
        self.said.event.and_then(own).or_else(|| {
            let same = self.same()?;
            let terms = same.terms.clone()?;
            Some((terms.clone(), same.handed_on(self.scene, Role::Terms, terms.to_string())))
        })
    }

    fn place(&self, informant: Option<&str>) -> Option<Part> {
        let own = place::of(self.scene, self.row, self.counted, self.said.event);
        let part = own.map(|words| cell(self.scene, Role::Place, Way::BehindPreposition, &words));
        part.filter(|part| informant != Some(part.value.as_str())).or_else(|| {
            let same = self.same()?;
            Some(same.handed_on(self.scene, Role::Place, same.place.clone()?))
        })
    }

    fn scope(&self, told: &Told) -> Vec<Decision> {
        let of_whole = self.denied_whole(told).map(|whole| (DecisionKind::WholeDenied, whole.words.clone()));
        let decided = told.decided.clone().into_iter().chain(of_whole);
        match self.said.event {
            Some(event) => status::decisions(self.scene, event, decided),
            None => status::decided(self.scene, decided),
        }
    }
}

fn value(part: &Option<Part>) -> Option<String> {
    part.as_ref().map(|part| part.value.clone())
}

pub fn cell(scene: &Scene, role: Role, way: Way, words: &Range<usize>) -> Part {
    Part::new(role, scene.text(words), way, scene.evidence(words))
}

fn stance(scene: &Scene, row: &Row, event: Option<&Event>, credit: Option<&Credit>) -> (Stance, Option<Decided>) {
    let denier = credit.filter(|c| c.denies).map(|c| (DecisionKind::Denied, c.verb_words()));
    let false_claim = || scene.find_words(&row.words, &scene.words.false_phrases);
    let denied = denier.or_else(|| false_claim().map(|words| (DecisionKind::CalledFalse, words)));
    let negated = event.is_some_and(|e| e.scope.negated.is_some());
    (if denied.is_some() == negated { Stance::Asserts } else { Stance::Denies }, denied)
}

/// "nothing about two reporters", "handed over 205 prisoners": an "about" or "over" that bounds no number.
fn bounds_nothing(scene: &Scene, counted: &Counted) -> bool {
    let first = scene.analysis.word_at(counted.number.whole.start);
    let before = first.checked_sub(1).map_or("", |w| scene.lower(w));
    let particle = scene.lower(first) == "over" && ["hand", "turn"].iter().any(|verb| before.starts_with(verb));
    first < counted.words.start && (particle || scene.words.topic_words.contains(before))
}

/// The clause around the number.
fn evidence(scene: &Scene, row: &Row, counted: &Counted) -> Span {
    let before =
        row.phrases[..counted.phrase].iter().rfind(|p| matches!(p.kind, PhraseKind::Stop | PhraseKind::Quote(_)));
    let behind =
        row.phrases[counted.phrase..].iter().find(|p| matches!(p.kind, PhraseKind::Stop | PhraseKind::Quote(_)));
    let start = before.map_or(row.words.start, |p| p.words.end);
    let end = behind.map_or(row.words.end, |p| p.words.start);
    scene.span(&(start.min(counted.words.start)..end.max(counted.words.end)))
}
