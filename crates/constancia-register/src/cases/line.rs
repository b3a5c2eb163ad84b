//! A row of the register: what is told of one person's mentions, as facts in order. Merges nobody by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use constancia_model::{Attribute, AttributeField, Stance, Status, Terms};

use crate::brief::{AttributeLine, Cell, Fact, PersonLine, Source};
use crate::cases::cells::{self, Given};
use crate::cases::events::{Event, events};
use crate::cases::opposition::against;
use crate::cases::stays::{Moment, in_order, stays};
use crate::cases::today::today;
use crate::cases::{Dossier, Sight};
use crate::certainty::certainty;
use crate::rules::CertaintyRule;
use crate::told::{Told, ToldEvent, reports_and_origins, rulings, sources};
use crate::voices::{same_voice, significant};
use crate::words::names::{folded, fullest};

/// A row, or `None` for somebody of whom no event is told that a reviewer did not reject. `names` holds every name that
/// a report gives, each as often as it is given.
pub(crate) fn person_line(id: &str, names: &[&str], dossier: &Dossier<'_>, sight: Sight<'_>) -> Option<PersonLine> {
    let standing: Vec<ToldEvent<'_>> = dossier.events.iter().filter(|one| !one.told.falls()).copied().collect();
    if standing.is_empty() {
        return None;
    }
    let events = &events(&standing, sight.places);
    let attributes = &dossier.attributes;
    let facts: Vec<Fact> = events.iter().map(|event| fact(event, events, sight)).collect();
    let today = facts[today(events)].clone();
    let events_told = events.iter().flat_map(|event| event.told.iter().map(|one| one.told));
    let mut told: Vec<&Told> = events_told.chain(attributes.iter().map(|(_, told)| *told)).collect();
    told.sort_by(|one, other| one.cmp_published(other));
    let (reports, origins) = reports_and_origins(told.iter().copied());
    let (name, other_names) = named(names);
    let moments: Vec<Moment> = facts.iter().map(Moment::of_fact).collect();
    let order = in_order(&moments);
    let timeline: Vec<Fact> = order.iter().map(|place| facts[*place].clone()).collect();
    let moments: Vec<Moment> = order.iter().map(|place| moments[*place]).collect();
    Some(PersonLine {
        id: id.to_owned(),
        name,
        other_names,
        today,
        cases: stays(&moments),
        timeline,
        attributes: attribute_lines(attributes, sight),
        informants: informants(&told),
        reports,
        origins,
    })
}

/// The fullest name, and the others.
fn named(names: &[&str]) -> (String, Vec<String>) {
    let name = fullest(names.iter().copied()).to_owned();
    let mut others: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    others.sort_unstable();
    others.dedup();
    others.retain(|other| *other != name);
    (name, others)
}

/// Everybody credited, in order of publication, each once in the wording that comes first.
fn informants(told: &[&Told]) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    let credited = told.iter().filter_map(|told| told.statement.informant.as_ref());
    credited.filter(|name| seen.insert(folded(name))).cloned().collect()
}

fn fact(event: &Event<'_>, all: &[Event<'_>], sight: Sight<'_>) -> Fact {
    let (status, told, rule) = (event.status, &event.told, sight.rule);
    let favour: Vec<&Told> = told.iter().map(|one| one.told).collect();
    // A doubt settles nothing, whoever has it.
    let settled = (event.stance != Stance::Doubts).then_some(status);
    let strict = matches!(status, Status::Held | Status::Transferred);
    let place = given(told, |one| one.event.place.as_ref());
    let by = given(told, |one| one.event.by.as_ref());
    let accusation = given(told, |one| one.event.accusation.as_ref());
    Fact {
        status,
        stance: event.stance,
        date: cells::date(rule, status, told),
        place: cells::wording(rule, status, &place, |one, other| sight.places.may_be_one(one, other, strict)),
        terms: terms(rule, status, told),
        by: cells::wording(rule, status, &by, |one, other| same_voice(&significant(one), &significant(other))),
        // Reports word one offence in many ways, so no two wordings are held against each other.
        accusation: cells::wording(rule, status, &accusation, |_, _| true),
        certainty: certainty(rule, settled, &favour, &against(event, all)),
        hedged: favour.iter().all(|told| told.statement.hedged),
        rulings: rulings(favour.iter().copied()),
        sources: sources(favour),
    }
}

fn given<'a, T>(told: &[ToldEvent<'a>], value: impl Fn(&ToldEvent<'a>) -> Option<T>) -> Vec<Given<'a, T>> {
    told.iter().filter_map(|one| Some((value(one)?, one.told))).collect()
}

/// Every term that somebody gives, with who gives it.
fn terms(rule: &CertaintyRule, status: Status, told: &[ToldEvent<'_>]) -> Vec<Cell<Terms>> {
    let mut found: BTreeMap<&Terms, Vec<&Told>> = BTreeMap::new();
    for one in told {
        if let Some(terms) = &one.event.terms {
            found.entry(terms).or_default().push(one.told);
        }
    }
    let against = |terms: &Terms| -> Vec<&Told> {
        found.iter().filter(|(other, _)| exclude(terms, other)).flat_map(|(_, told)| told.iter().copied()).collect()
    };
    let mut cells: Vec<Cell<Terms>> = found
        .iter()
        .map(|(terms, told)| Cell {
            value: (*terms).clone(),
            certainty: certainty(rule, Some(status), told, &against(terms)),
            sources: sources(told.iter().copied()),
        })
        .collect();
    cells.sort_by_key(|cell| std::cmp::Reverse(origins_of(&cell.sources)));
    cells
}

fn origins_of(sources: &[Arc<Source>]) -> usize {
    sources.iter().map(|source| &source.origin).collect::<BTreeSet<_>>().len()
}

/// Whether nobody can be released on both terms. A pardon, an amnesty or an exchange says why and not how; house
/// arrest is one kind of condition.
pub(crate) fn exclude(one: &Terms, other: &Terms) -> bool {
    use constancia_model::ReleaseTerms::{Conditional, Exile, Full, HouseArrest};
    let (Terms::Release(one), Terms::Release(other)) = (one, other) else { return false };
    let excluded =
        |one, other| matches!((one, other), (Full, Conditional | HouseArrest | Exile) | (HouseArrest, Exile));
    excluded(*one, *other) || excluded(*other, *one)
}

fn attribute_lines(attributes: &[(&Attribute, &Told)], sight: Sight<'_>) -> Vec<AttributeLine> {
    type Group<'a> = (&'a str, Vec<&'a Told>);
    let mut found: BTreeMap<(AttributeField, String), Group<'_>> = BTreeMap::new();
    for (attribute, told) in attributes.iter().filter(|(_, told)| told.stance() == Stance::Asserts && !told.falls()) {
        let key = (attribute.field, significant(&attribute.value));
        found.entry(key).or_insert((&attribute.value, Vec::new())).1.push(told);
    }
    let mut lines: Vec<AttributeLine> = found
        .into_iter()
        .map(|((field, _), (value, told))| {
            let certainty = certainty(sight.rule, None, &told, &[]);
            AttributeLine { field, value: Cell { value: value.to_owned(), certainty, sources: sources(told) } }
        })
        .collect();
    lines.sort_by_key(|line| (line.field, std::cmp::Reverse(line.value.sources.len())));
    lines
}

#[cfg(test)]
mod tests {
    use crate::testing::{persons_of, register};

    #[test]
    fn one_event_said_by_several_reports_is_one_fact() {
        let persons = persons_of(
            "report a | outlet=One | published=2026-01-09
             status | Ana Ruiz | detained | date=2024-02-09 | place=the airport
             status | Ana Ruiz | released | date=2026-01-08 | terms=full
             report b | outlet=Two | published=2026-01-10
             status | Ana Ruiz | detained | date=2024-02
             status | Ana Ruiz | released | terms=exile | informant=her lawyer | class=lawyer
             report c | outlet=Three | published=2026-01-10
             status | Ana Ruiz | detained | date=2019-05 | place=La Loma
             status | Bo Li | released | hedged",
        );
        assert_eq!(
            persons,
            [
                "Ana Ruiz: released 2026-01-08 +full +exile (confirmed) <- detained 2019-05 @La Loma (reported), \
                 detained 2024-02-09 @the airport (corroborated), released 2026-01-08 +full +exile (confirmed)",
                "Bo Li: released (reported) <- released (reported)",
            ]
        );
    }

    #[test]
    fn two_dates_of_one_report_are_two_events_and_two_of_two_reports_are_one() {
        let lines = "report a | published=2026-01-20
                     status | Ana Ruiz | detained | date=2026-01-02
                     status | Ana Ruiz | detained | date=2026-01-18";
        assert_eq!(register(lines).brief().persons[0].timeline.len(), 2);
        let lines = "report a | published=2026-01-20
                     status | Ana Ruiz | detained | date=2026-01-02
                     report b | published=2026-01-20
                     status | Ana Ruiz | detained | date=2026-01-03";
        let register = register(lines);
        let brief = register.brief();
        let timeline = &brief.persons[0].timeline;
        assert_eq!((timeline.len(), timeline[0].sources.len()), (1, 2));
    }

    #[test]
    fn everybody_credited_is_named_once_and_who_has_no_case_has_no_row() {
        let register = register(
            "report a | published=2026-01-09
             status | Ana Ruiz | released | informant=Grupo Libre | class=organisation
             status | Ana Ruiz | held | informant=GRUPO LIBRE
             attribute | Ana Ruiz | role | lawyer | informant=her sister
             attribute | Jo Kim | role | minister",
        );
        let brief = register.brief();
        let persons = &brief.persons;
        assert_eq!(persons.len(), 1);
        assert_eq!(persons[0].informants, ["Grupo Libre", "her sister"]);
        assert_eq!(persons[0].attributes[0].value.value, "lawyer");
    }
}
