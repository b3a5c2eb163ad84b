//! Announced, counted, named: every informant's number for one status, population and place beside the register's
//! own named persons, and the gap between them.

use std::collections::{BTreeMap, BTreeSet};

use constancia_model::{ReportId, Stance, Status};

use crate::brief::{Announcement, CountLine, Fact, PersonLine, Tally};
use crate::places::names_within;
use crate::populations::Population;
use crate::told::significant;

/// The places, in significant words, that each report names.
pub(crate) type PlacesNamed<'a> = BTreeMap<&'a ReportId, BTreeSet<String>>;

type Key = (Status, Option<Population>, Option<String>);

/// The tallies, by status, population and place. A number announced stands in the tally of releases.
pub(crate) fn tallies(
    counts: &[CountLine],
    announcements: &[Announcement],
    persons: &[PersonLine],
    named: &PlacesNamed<'_>,
) -> Vec<Tally> {
    let mut groups: BTreeMap<Key, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (index, count) in counts.iter().enumerate() {
        if count.stance == Stance::Asserts && count.status != Status::Announced {
            groups.entry(key(count.status, &count.population, &count.place)).or_default().0.push(index);
        }
    }
    for (index, announcement) in announcements.iter().enumerate() {
        if announcement.number.is_some() {
            let key = key(Status::Released, &announcement.population, &announcement.place);
            groups.entry(key).or_default().1.push(index);
        }
    }
    groups
        .into_iter()
        .map(|((status, population, place), (own, announced))| {
            let named = count_named(persons, status, population.as_ref(), place.as_deref(), named);
            let numbers = own.iter().map(|index| (counts[*index].low, counts[*index].high));
            let promised = announced.iter().filter_map(|index| announcements[*index].number);
            let largest = numbers.chain(promised).map(|(low, high)| high.unwrap_or(low)).max();
            let first = own.first().map(|index| (&counts[*index].population, &counts[*index].place));
            let promised = announced.first().map(|index| &announcements[*index]);
            let (population, place) =
                first.or(promised.map(|promised| (&promised.population, &promised.place))).unwrap_or((&None, &None));
            let (population, place) = (population.clone(), place.clone());
            let gap = largest.map(|largest| largest.saturating_sub(named as u64));
            Tally { status, population, place, counts: own, announced, named, gap }
        })
        .collect()
}

fn key(status: Status, population: &Option<String>, place: &Option<String>) -> Key {
    (status, population.as_deref().map(Population::of), place.as_deref().map(significant))
}

fn count_named(
    persons: &[PersonLine],
    status: Status,
    population: Option<&Population>,
    place: Option<&str>,
    named: &PlacesNamed<'_>,
) -> usize {
    let counted = |person: &&PersonLine| {
        let facts = person.timeline.iter().filter(|fact| has_status(person, fact, status));
        population.is_none_or(|population| belongs(person, population))
            && facts.into_iter().any(|fact| place.is_none_or(|place| is_at(fact, place, named)))
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
