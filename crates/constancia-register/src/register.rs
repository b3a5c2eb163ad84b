//! The register: what follows from the ledger, kept in memory so that one more report costs what that report concerns
//! and no more. Ties the rules of this room together and holds none itself.

mod assembled;
mod home;
mod lists;
mod loaded;
mod mentions;
mod rows;
#[cfg(test)]
mod tests;

pub(crate) use loaded::load;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use constancia_model::{Content, ReportId, Statement};
use rayon::prelude::*;

use crate::brief::{Contradiction, RulingLine, StoryLine};
use crate::cases::Sight;
use crate::roll::Roll;
use crate::rules::Rules;
use crate::settle::Cluster;
use crate::tables::{ReportRead, StatementRead};
use crate::tallies::figures::{Definition, Figure, figure};
use crate::tallies::lines::lines;
use crate::tallies::presence::Setting;
use crate::tallies::rivals::rivals;
use crate::told::{Telling, Told};
use crate::voices::{significant, voice_of};
use crate::words::places::Places;

/// What the register says.
#[derive(Debug, Clone, Default)]
pub struct Register {
    rules: Rules,
    reports: BTreeMap<ReportId, Held>,
    roll: Roll,
    places: Places,
    /// Which reports name a place, by its significant words.
    naming: BTreeMap<String, BTreeSet<ReportId>>,
    /// Where the numbers of each definition stand: the report, and the place of the statement in it.
    numbers: BTreeMap<Definition, BTreeSet<(ReportId, usize)>>,
    /// What differs among them.
    rivals: BTreeMap<Definition, Vec<Contradiction>>,
    lists: lists::Lists,
    rulings: BTreeMap<(ReportId, Statement), Arc<RulingLine>>,
    stories: Vec<StoryLine>,
    voices: BTreeSet<Arc<str>>,
}

/// One report as the register holds it.
#[derive(Debug, Clone)]
struct Held {
    telling: Arc<Telling>,
    /// The country in which it takes place, where that can be told.
    home: Option<String>,
    /// The first report of its story.
    story: ReportId,
    told: Vec<Told>,
}

impl Held {
    fn setting(&self) -> Setting<'_> {
        Setting { home: self.home.as_deref(), story: &self.story }
    }

    /// Puts its statements under a changed account of the report.
    fn retell(&mut self, telling: Arc<Telling>) {
        for told in &mut self.told {
            let (informant, outlet) = (told.statement.informant.as_deref(), telling.outlet.as_deref());
            told.voice = voice_of(informant, outlet, &telling.origin).into();
            told.telling = Arc::clone(&telling);
            told.shown = OnceLock::new();
        }
        self.telling = telling;
    }
}

/// A report on its way into the register.
pub(crate) struct Arrival {
    pub report: ReportRead,
    pub statements: Vec<StatementRead>,
    /// The origin that it belongs to.
    pub origin: ReportId,
    /// The report that it retells.
    pub copy_of: Option<ReportId>,
    /// The first report of its story.
    pub story: ReportId,
}

/// What has to be worked out anew.
#[derive(Debug, Default)]
pub(crate) struct Stale {
    persons: BTreeSet<usize>,
    numbers: BTreeSet<Definition>,
    lists: BTreeSet<ReportId>,
}

impl Register {
    /// An empty register under these rules.
    pub fn new(rules: Rules) -> Self {
        Self { rules, ..Self::default() }
    }

    /// The rules that it follows.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// What reviewers ruled about statements; it concerns what arrives afterwards.
    pub(crate) fn rule(&mut self, rulings: impl IntoIterator<Item = ((ReportId, Statement), RulingLine)>) {
        self.rulings.extend(rulings.into_iter().map(|(statement, ruling)| (statement, Arc::new(ruling))));
    }

    /// Takes in reports and groups of mentions, and works out anew what they concern.
    pub(crate) fn take(&mut self, arrivals: Vec<Arrival>, clusters: &[Cluster]) {
        let mut stale = Stale::default();
        for arrival in arrivals {
            self.arrive(arrival, &mut stale);
        }
        for changed in self.roll.regroup(clusters) {
            stale.persons.insert(changed);
            let mentions = self.roll.get(changed).into_iter().flat_map(|person| &person.mentions);
            stale.lists.extend(mentions.map(|mention| mention.report.clone()));
        }
        self.refresh(stale);
    }

    fn arrive(&mut self, arrival: Arrival, stale: &mut Stale) {
        let Arrival { report, statements, origin, copy_of, story } = arrival;
        let id = report.id.clone();
        let telling = Arc::new(telling(report, origin, copy_of));
        let home = home::home(&telling.kept, statements.iter().map(|read| &read.statement));
        for read in &statements {
            for place in self.places.learn(&read.statement) {
                let named = self.naming.get(&place).into_iter().flatten();
                stale.persons.extend(named.flat_map(|report| self.roll.in_report(report)));
            }
            if let Content::Status(event) = &read.statement.content {
                let place = event.place.as_deref().map(significant);
                place.into_iter().for_each(|place| _ = self.naming.entry(place).or_default().insert(id.clone()));
            }
        }
        let told = statements.into_iter().map(|read| self.told(&telling, read)).collect();
        self.leave_numbers(&id, stale);
        self.reports.insert(id.clone(), Held { telling, home, story, told });
        self.count(&id, stale);
        stale.persons.extend(self.roll.in_report(&id));
        stale.lists.insert(id);
    }

    fn told(&mut self, telling: &Arc<Telling>, read: StatementRead) -> Told {
        let voice = voice_of(read.statement.informant.as_deref(), telling.outlet.as_deref(), &telling.origin);
        let voice = match self.voices.get(voice.as_str()) {
            Some(known) => Arc::clone(known),
            None => {
                let new: Arc<str> = voice.into();
                self.voices.insert(Arc::clone(&new));
                new
            }
        };
        let ruling = match self.rulings.is_empty() {
            true => None,
            false => self.rulings.get(&(read.report, read.statement.clone())).cloned(),
        };
        let (number, readers) = ((read.kind, read.number), read.readers.into());
        Told {
            statement: read.statement,
            telling: Arc::clone(telling),
            number,
            readers,
            voice,
            ruling,
            shown: Default::default(),
        }
    }

    /// Takes back the numbers that a report brought.
    fn leave_numbers(&mut self, id: &ReportId, stale: &mut Stale) {
        let Some(former) = self.reports.get(id) else { return };
        for figure in former.told.iter().filter_map(|told| figure(told, former.home.as_deref(), &former.story)) {
            if let Some(known) = self.numbers.get_mut(&figure.definition) {
                known.retain(|(report, _)| report != id);
            }
            stale.numbers.insert(figure.definition);
        }
    }

    fn count(&mut self, id: &ReportId, stale: &mut Stale) {
        let Some(held) = self.reports.get(id) else { return };
        for (place, told) in held.told.iter().enumerate() {
            if let Some(figure) = figure(told, held.home.as_deref(), &held.story) {
                self.numbers.entry(figure.definition.clone()).or_default().insert((id.clone(), place));
                stale.numbers.insert(figure.definition);
            }
        }
    }

    /// Works out anew what is stale: persons first, then numbers and lists.
    fn refresh(&mut self, stale: Stale) {
        let persons: Vec<usize> = stale.persons.into_iter().collect();
        let worked_out: Vec<_> = persons.par_iter().map(|number| (*number, self.worked_out(*number))).collect();
        for (number, (presence, found)) in worked_out {
            self.roll.keep(number, presence, found);
        }
        let definitions: Vec<Definition> = stale.numbers.into_iter().collect();
        let found: Vec<Vec<Contradiction>> =
            definitions.par_iter().map(|definition| rivals(&lines(self.figures(definition))).contradictions).collect();
        for (definition, found) in definitions.into_iter().zip(found) {
            if found.is_empty() {
                self.rivals.remove(&definition)
            } else {
                self.rivals.insert(definition, found)
            };
        }
        self.compare_lists(stale.lists);
    }

    /// The numbers of one definition, in order of publication.
    fn figures(&self, definition: &Definition) -> Vec<Figure<'_>> {
        let places = self.numbers.get(definition).into_iter().flatten();
        let found = places.filter_map(|(report, place)| {
            let held = self.reports.get(report)?;
            figure(held.told.get(*place)?, held.home.as_deref(), &held.story)
        });
        let mut figures: Vec<Figure<'_>> = found.collect();
        figures.sort_by(|one, other| one.told.cmp_published(other.told));
        figures
    }

    fn sight(&self) -> Sight<'_> {
        Sight { rule: &self.rules.certainty, places: &self.places }
    }

    /// Every statement, in order of publication of the reports and of the text within one.
    pub fn statements(&self) -> impl Iterator<Item = &Told> {
        self.published().flat_map(|held| &held.told)
    }

    /// The statements of one report, in the order of its text.
    pub fn statements_of(&self, report: &ReportId) -> &[Told] {
        self.reports.get(report).map_or(&[], |held| &held.told)
    }

    fn published(&self) -> impl Iterator<Item = &Held> {
        let mut held: Vec<&Held> = self.reports.values().collect();
        held.sort_by(|one, other| one.telling.cmp_published(&other.telling));
        held.into_iter()
    }

    /// The kept text of a report.
    pub fn kept_text(&self, id: &ReportId) -> Option<&str> {
        self.reports.get(id).map(|held| held.telling.kept.as_str())
    }

    /// Puts a report into the story of another. Gives the first report of that story; `shared` is what the two share,
    /// for a story of these two.
    pub(crate) fn join_story(&mut self, report: &ReportId, nearest: &ReportId, shared: Vec<String>) -> ReportId {
        match self.stories.iter_mut().find(|story| story.reports.contains(nearest)) {
            Some(story) => {
                story.reports.push(report.clone());
                story.reports[0].clone()
            }
            None => {
                self.stories.push(StoryLine { reports: vec![nearest.clone(), report.clone()], shared });
                nearest.clone()
            }
        }
    }

    /// Says that reports belong to another origin than they did: a report that came later turned out to be theirs.
    pub(crate) fn move_to_origin(&mut self, moved: impl IntoIterator<Item = (ReportId, ReportId, Option<ReportId>)>) {
        let mut stale = Stale::default();
        for (id, origin, copy_of) in moved {
            self.leave_numbers(&id, &mut stale);
            if let Some(held) = self.reports.get_mut(&id) {
                let telling = Telling { origin, copy_of, ..(*held.telling).clone() };
                held.retell(Arc::new(telling));
            }
            self.count(&id, &mut stale);
            stale.persons.extend(self.roll.in_report(&id));
            stale.lists.insert(id);
        }
        self.refresh(stale);
    }
}

fn telling(report: ReportRead, origin: ReportId, copy_of: Option<ReportId>) -> Telling {
    Telling {
        id: report.id,
        name: report.name,
        title: report.title,
        outlet: report.outlet,
        byline: report.byline,
        published: report.published,
        language: report.language,
        kept: report.kept,
        warnings: report.warnings,
        origin,
        copy_of,
    }
}
