//! The brief put together from what the register holds, for today or for a day.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use constancia_model::{PartialDate, Status};
use jiff::civil::Date;
use rayon::prelude::*;

use crate::brief::{Announcement, Brief, Contradiction, CountLine, Measure, PersonLine, Source, Tally};
use crate::cases::held;
use crate::certainty::certainty;
use crate::register::Register;
use crate::register::rows::report_line;
use crate::roll::Enrolled;
use crate::tallies::announcements::announcements;
use crate::tallies::figures::{Definition, Figure};
use crate::tallies::followed::followed;
use crate::tallies::lines::{Line, lines};
use crate::tallies::parts::{Counted, part_of};
use crate::tallies::presence::Presence;
use crate::tallies::rivals::{Rivals, rivals};
use crate::tallies::series::tallies;
use crate::told::Told;
use crate::words::areas::area;
use crate::words::names::folded;
use crate::words::populations::Population;

/// The lines of one definition and how they stand to each other.
struct Group<'a> {
    definition: &'a Definition,
    lines: Vec<Line<'a>>,
    rivals: Rivals,
}

impl Register {
    /// What was announced, counted, named, and what differs today.
    pub fn brief(&self) -> Brief {
        self.brief_on(None)
    }

    /// The same for a day, as far as the register knows today; `None` for today.
    pub fn brief_on(&self, as_of: Option<Date>) -> Brief {
        let (persons, mut contradictions) = self.persons(as_of);
        let groups = self.groups(as_of);
        let (counts, places) = self.count_lines(&groups);
        contradictions.extend(groups.iter().flat_map(|group| group.rivals.contradictions.iter().cloned()));
        if as_of.is_none() {
            contradictions.extend(self.lists.found().cloned());
        }
        let mut announcements = self.announced(as_of);
        self.follow(&mut announcements, &counts);
        let mut tallies = self.tallies(&groups, &places);
        self.add_announced(&mut tallies, &announcements);
        Brief {
            as_of: as_of.map(PartialDate::from),
            origins: self.reports.values().map(|held| &held.telling.origin).collect::<BTreeSet<_>>().len(),
            reports: self.published().map(report_line).collect(),
            announcements,
            counts,
            still_held: held::still_held(&persons),
            persons,
            contradictions,
            tallies,
            stories: self.stories.clone(),
        }
    }

    fn persons(&self, as_of: Option<Date>) -> (Vec<PersonLine>, Vec<Contradiction>) {
        let everybody: Vec<&Enrolled> = self.roll.all().map(|(_, person)| person).collect();
        let rows = everybody.par_iter().map(|person| self.row(person, as_of));
        let mut found: Vec<(PersonLine, Vec<Contradiction>)> =
            rows.filter_map(|(row, found)| Some((row?, found))).collect();
        found.sort_by_cached_key(|(row, _)| (folded(&row.name), row.id.clone()));
        let (rows, found): (Vec<_>, Vec<_>) = found.into_iter().unzip();
        (rows, found.into_iter().flatten().collect())
    }

    fn groups(&self, as_of: Option<Date>) -> Vec<Group<'_>> {
        let had_come = |figure: &Figure<'_>| as_of.is_none_or(|day| figure.day.is_none_or(|given| given <= day));
        let group = |definition| {
            let figures = self.figures(definition).into_iter().filter(had_come).collect();
            let lines = lines(figures);
            let rivals = rivals(&lines);
            Group { definition, lines, rivals }
        };
        let groups = self.numbers.keys().collect::<Vec<_>>().into_par_iter().map(group).collect::<Vec<_>>();
        groups.into_iter().filter(|group| !group.lines.is_empty()).collect()
    }

    /// The lines of all groups as the brief shows them, and where those of each group stand among them.
    fn count_lines(&self, groups: &[Group<'_>]) -> (Vec<CountLine>, Vec<Vec<usize>>) {
        let mut shown = Vec::new();
        let mut places = Vec::new();
        for Group { lines, rivals, .. } in groups {
            let told =
                |places: &BTreeSet<usize>| places.iter().flat_map(|place| lines[*place].told()).collect::<Vec<_>>();
            places.push((shown.len()..shown.len() + lines.len()).collect());
            for (place, line) in lines.iter().enumerate() {
                let (favour, against) = (told(&rivals.agreeing[place]), told(&rivals.against[place]));
                shown.push(line.shown(certainty(&self.rules.certainty, None, &favour, &against)));
            }
        }
        (shown, places)
    }

    fn announced(&self, as_of: Option<Date>) -> Vec<Announcement> {
        let had_come = |told: &&Told| as_of.is_none_or(|day| told.published_day().is_none_or(|on| on <= day));
        announcements(self.statements().filter(had_come), |told| {
            let number = self.roll.of(told.report(), told.statement.person()?);
            number.map(|number| self.name_of(number)).or_else(|| told.statement.person().map(str::to_owned))
        })
    }

    fn tallies(&self, groups: &[Group<'_>], places: &[Vec<usize>]) -> Vec<Tally> {
        let counted = |group: &&Group<'_>| group.definition.status != Status::Announced;
        let mut made: Vec<(&Group<'_>, Vec<Tally>)> = Vec::new();
        for (group, places) in groups.iter().zip(places).filter(|(group, _)| counted(group)) {
            let numbered: Vec<_> = places.iter().copied().zip(&group.lines).collect();
            made.push((group, tallies(group.definition, &numbered, || Box::new(self.presences()))));
        }
        let counted: Vec<Counted<'_>> = made
            .iter()
            .flat_map(|(group, tallies)| {
                let area = group.lines.iter().flat_map(|line| &line.figures).find_map(|figure| figure.area.as_ref());
                let definition = group.definition;
                tallies.iter().map(move |tally| Counted { definition, since: tally.since, area })
            })
            .collect();
        let parts = part_of(&counted);
        let tallies = made.into_iter().flat_map(|(_, tallies)| tallies);
        tallies.zip(parts).map(|(tally, part_of)| Tally { part_of, ..tally }).collect()
    }

    fn presences(&self) -> impl Iterator<Item = &Presence> {
        self.roll.all().map(|(_, person)| &person.presence)
    }

    /// The country in which the first report of an announcement takes place, or the place that it names.
    fn place_of(&self, announcement: &Announcement) -> Option<String> {
        self.place_within(announcement.place.as_deref(), &announcement.sources)
    }

    /// Says of every announcement what followed.
    fn follow(&self, announcements: &mut [Announcement], counts: &[CountLine]) {
        let last = self.reports.values().filter_map(|held| held.telling.day()).max();
        let releases = counts.iter().enumerate().filter(|(_, line)| line.status == Status::Released);
        let releases: Vec<(usize, &CountLine, Option<String>)> = releases
            .map(|(place, line)| (place, line, self.place_within(line.place.as_deref(), &line.sources)))
            .collect();
        for announcement in announcements {
            let place = self.place_of(announcement);
            let population = announcement.population.as_deref().map(Population::of);
            let promised: Vec<&Presence> = self.promised(announcement, population.as_ref(), place.as_deref());
            let comparable = |line: &CountLine| {
                let counted = line.population.as_deref().map(Population::of);
                announcement.person.is_none() && is_same_or_wider(population.as_ref(), counted.as_ref())
            };
            let counted: Vec<(usize, &CountLine)> = releases
                .iter()
                .filter(|(_, line, there)| *there == place && comparable(line))
                .map(|(number, line, _)| (*number, *line))
                .collect();
            announcement.followed = followed(announcement, &promised, &counted, last);
        }
    }

    /// The place that is said, else the country in which the first report takes place.
    fn place_within(&self, said: Option<&str>, sources: &[Arc<Source>]) -> Option<String> {
        let report = sources.first().and_then(|source| self.reports.get(&source.report));
        let home = report.and_then(|held| held.home.as_deref());
        let said = said.and_then(|place| area(place, home));
        said.map(|area| area.key().to_owned()).or_else(|| home.map(str::to_owned))
    }

    fn promised(
        &self,
        announcement: &Announcement,
        population: Option<&Population>,
        place: Option<&str>,
    ) -> Vec<&Presence> {
        if announcement.person.is_some() {
            let told = announcement.sources.iter().flat_map(|source| {
                let named = |told: &&Told| told.id() == source.statement;
                self.statements_of(&source.report).iter().find(named)
            });
            let numbers: BTreeSet<usize> =
                told.filter_map(|told| self.roll.of(told.report(), told.statement.person()?)).collect();
            return numbers.into_iter().filter_map(|number| Some(&self.roll.get(number)?.presence)).collect();
        }
        if place.is_none() {
            return Vec::new();
        }
        self.presences().filter(|presence| presence.is_among(population, place)).collect()
    }

    /// Puts numbers announced beside the releases counted under the same population and place.
    fn add_announced(&self, tallies: &mut [Tally], announcements: &[Announcement]) {
        let mut by_key: BTreeMap<(Option<String>, Option<String>), Vec<usize>> = BTreeMap::new();
        let sums = |tally: &Tally| tally.status == Status::Released && tally.measure == Measure::Cumulative;
        for (place, tally) in tallies.iter().enumerate().filter(|(_, tally)| sums(tally)) {
            let population = tally.population.as_deref().map(|words| Population::of(words).key);
            let there = tally.place.as_deref().and_then(|place| area(place, None)).map(|area| area.key().to_owned());
            by_key.entry((population, there)).or_default().push(place);
        }
        for (number, announcement) in announcements.iter().enumerate() {
            let Some((low, high)) = announcement.number else { continue };
            let population = announcement.population.as_deref().map(|words| Population::of(words).key);
            for place in by_key.get(&(population, self.place_of(announcement))).into_iter().flatten() {
                let tally = &mut tallies[*place];
                tally.announced.push(number);
                let missing = high.unwrap_or(low).saturating_sub(tally.named as u64);
                tally.gap = Some(tally.gap.map_or(missing, |gap| gap.max(missing)));
            }
        }
    }
}

/// Whether a number of releases speaks of those announced: of the same population, or of everybody where none was said.
fn is_same_or_wider(announced: Option<&Population>, counted: Option<&Population>) -> bool {
    match (announced, counted) {
        (Some(announced), Some(counted)) => announced == counted || counted.everybody && announced.everybody,
        (Some(announced), None) => announced.everybody,
        (None, counted) => counted.is_none_or(|counted| counted.everybody),
    }
}
