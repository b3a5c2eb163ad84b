//! Announced, counted, named: every informant's number for one status, population and place beside the register's
//! own named persons, and the gap between them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use constancia_model::{ReportId, Stance, Status};

use crate::brief::{Announcement, CountLine, Fact, PersonLine, Source, Tally};
use crate::places::names_within;
use crate::populations::Population;
use crate::stories::Stories;
use crate::told::significant;

/// The places, in significant words, that each report names.
pub(crate) type PlacesNamed<'a> = BTreeMap<&'a ReportId, BTreeSet<String>>;

/// Where a tally counts: at a place that is named, else within one story.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Scope {
    Story(Option<usize>),
    Place(String),
}

type Key = (Status, Option<Population>, Scope);

/// The tallies, by status, population and place. A number announced stands in the tally of releases. Numbers without
/// a place are held together within one story only.
pub(crate) fn tallies(
    counts: &[CountLine],
    announcements: &[Announcement],
    persons: &[PersonLine],
    named: &PlacesNamed<'_>,
    stories: &Stories<'_>,
) -> Vec<Tally> {
    let key = |status, population: &Option<String>, place: &Option<String>, sources: &[Arc<Source>]| -> Key {
        let story = || Scope::Story(sources.first().and_then(|source| stories.of_report(&source.report)));
        let scope = place.as_deref().map(significant).map_or_else(story, Scope::Place);
        (status, population.as_deref().map(Population::of), scope)
    };
    let mut groups: BTreeMap<Key, Group> = BTreeMap::new();
    for (index, count) in counts.iter().enumerate() {
        if count.stance == Stance::Asserts && count.status != Status::Announced {
            let key = key(count.status, &count.population, &count.place, &count.sources);
            groups.entry(key).or_default().counts.push(index);
        }
    }
    for (index, announcement) in announcements.iter().enumerate().filter(|(_, found)| found.number.is_some()) {
        let key = key(Status::Released, &announcement.population, &announcement.place, &announcement.sources);
        groups.entry(key).or_default().announced.push(index);
    }
    let tally = |(key, group): (Key, Group)| {
        let persons = count_named(persons, &key, named, stories);
        group.tally(key.0, persons, counts, announcements)
    };
    groups.into_iter().map(tally).collect()
}

/// The numbers of one tally, as indexes.
#[derive(Default)]
struct Group {
    counts: Vec<usize>,
    announced: Vec<usize>,
}

impl Group {
    fn tally(self, status: Status, named: usize, counts: &[CountLine], announcements: &[Announcement]) -> Tally {
        let counted = self.counts.iter().map(|index| &counts[*index]);
        let promised = self.announced.iter().map(|index| &announcements[*index]);
        let said = counted.clone().map(|count| (count.population.clone(), count.place.clone()));
        let mut said = said.chain(promised.clone().map(|found| (found.population.clone(), found.place.clone())));
        let (population, place) = said.next().unwrap_or_default();
        let numbers = counted.map(|count| (count.low, count.high)).chain(promised.filter_map(|found| found.number));
        let largest = numbers.map(|(low, high)| high.unwrap_or(low)).max();
        let gap = largest.map(|largest| largest.saturating_sub(named as u64));
        Tally { status, population, place, counts: self.counts, announced: self.announced, named, gap }
    }
}

fn count_named(persons: &[PersonLine], key: &Key, named: &PlacesNamed<'_>, stories: &Stories<'_>) -> usize {
    let (status, population, scope) = key;
    let within = |fact: &Fact| match scope {
        Scope::Place(area) => is_at(fact, area, named),
        Scope::Story(story) => fact.sources.iter().any(|source| stories.of_report(&source.report) == *story),
    };
    let counted = |person: &&PersonLine| {
        population.as_ref().is_none_or(|population| belongs(person, population))
            && person.timeline.iter().any(|fact| has_status(person, fact, *status) && within(fact))
    };
    persons.iter().filter(counted).count()
}

/// Held are all whose last word is custody; for the rest it is enough that it happened.
fn has_status(person: &PersonLine, fact: &Fact, status: Status) -> bool {
    fact.stance == Stance::Asserts
        && match status {
            Status::Held => {
                fact.status.in_custody() && person.today.status.in_custody() && person.today.stance == Stance::Asserts
            }
            _ => fact.status == status,
        }
}

fn belongs(person: &PersonLine, population: &Population) -> bool {
    population.everybody || person.attributes.iter().any(|attribute| population.includes(&attribute.value.value))
}

/// At a place is who is said to be there, and who is told of in a report that names it: "freed in Freedonia" rarely
/// stands beside every name.
fn is_at(fact: &Fact, area: &str, named: &PlacesNamed<'_>) -> bool {
    let place = fact.place.as_ref().is_some_and(|cell| names_within(&cell.value, area));
    place || fact.sources.iter().any(|source| named.get(&source.report).is_some_and(|places| places.contains(area)))
}

#[cfg(test)]
mod tests {
    use crate::testing::register;

    #[test]
    fn announced_counted_named_and_the_gap() {
        let register = register(
            "report a | published=2026-01-12
             count | announced | 200 | population=prisoners | place=Freedonia | informant=the president
             count | released | 116 | population=prisoners | place=Freedonia | informant=the ministry
             count | released | 56 | population=detenidos | place=Freedonia | informant=Grupo Libre
             count | held | 863 | population=political prisoners | place=Freedonia | informant=Grupo Libre
             count | held | 3 | population=journalists | informant=the guild
             status | Ana Ruiz | released
             status | Bo Li | released | place=Los Olmos
             status | Cleo Sanz | held
             attribute | Cleo Sanz | role | journalist
             status | Dov Katz | held
             report b | published=2026-01-12
             status | Eva Paz | released | place=Sylvania",
        );
        let brief = register.brief();
        let found: Vec<_> = brief
            .tallies
            .iter()
            .map(|tally| {
                let population = tally.population.as_deref().unwrap_or("-");
                let (counts, announced) = (tally.counts.len(), tally.announced.len());
                format!("{} {population}: {announced} {counts} {} {:?}", tally.status, tally.named, tally.gap)
            })
            .collect();
        assert_eq!(
            found,
            [
                "held journalists: 0 1 1 Some(2)",
                "held political prisoners: 0 1 2 Some(861)",
                "released prisoners: 1 2 2 Some(198)",
            ]
        );
        let names: Vec<_> = brief.still_held.iter().map(|place| brief.persons[*place].name.as_str()).collect();
        assert_eq!(names, ["Cleo Sanz", "Dov Katz"]);
    }
}
