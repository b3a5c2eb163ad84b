//! What was announced and by whom: persons, numbers, and numbers that are none ("an important number").

use std::collections::BTreeMap;
use std::sync::LazyLock;

use constancia_model::{Bound, Content, PartialDate, Stance, Status, Utterance};

use crate::brief::Announcement;
use crate::told::{Told, sources};
use crate::voices::significant;
use crate::words::names::folded;
use crate::words::populations::Population;
use crate::words::word_lists::{phrases, words};

static RELEASE_WORDS: LazyLock<Vec<String>> =
    LazyLock::new(|| words(include_str!("../../data/release_words.txt")).into_iter().collect());
static VAGUE_NUMBERS: LazyLock<Vec<String>> = LazyLock::new(|| phrases(include_str!("../../data/vague_numbers.txt")));

/// What makes two announcements one.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    by: String,
    person: Option<String>,
    number: Option<(u64, Option<u64>)>,
    bound: Option<Bound>,
    population: Option<String>,
    place: Option<String>,
    words: Option<String>,
}

/// Every announcement, in order of publication. `person` gives the name under which the register shows whom a
/// statement is about.
pub(crate) fn announcements<'a>(
    told: impl IntoIterator<Item = &'a Told>,
    person: impl Fn(&Told) -> Option<String>,
) -> Vec<Announcement> {
    let mut found: Vec<(Announcement, Vec<&Told>)> = Vec::new();
    let mut places: BTreeMap<Key, usize> = BTreeMap::new();
    for told in told {
        let Some(announcement) = announcement(told, &person) else { continue };
        let place = *places.entry(key(&announcement)).or_insert(found.len());
        if place == found.len() {
            found.push((announcement, Vec::new()));
        } else {
            found[place].0.date = found[place].0.date.or(announcement.date);
        }
        found[place].1.push(told);
    }
    let finished = |(announcement, told): (Announcement, Vec<&Told>)| Announcement {
        day: told.iter().filter_map(|told| told.published_day()).min().map(PartialDate::from),
        sources: sources(told),
        ..announcement
    };
    found.into_iter().map(finished).collect()
}

fn key(announcement: &Announcement) -> Key {
    Key {
        by: announcement.by.as_deref().map(significant).unwrap_or_default(),
        person: announcement.person.clone(),
        number: announcement.number,
        bound: announcement.bound,
        population: announcement.population.as_deref().map(|words| Population::of(words).key),
        place: announcement.place.as_deref().map(significant),
        words: announcement.words.as_deref().map(folded),
    }
}

fn announcement(told: &Told, person: impl Fn(&Told) -> Option<String>) -> Option<Announcement> {
    if told.stance() != Stance::Asserts || told.falls() {
        return None;
    }
    let by = told.statement.informant.clone();
    match &told.statement.content {
        Content::Status(event) if event.status == Status::Announced => {
            Some(Announcement { person: person(told), place: event.place.clone(), ..empty(by, event.date) })
        }
        Content::Count(count) if count.status == Status::Announced => Some(Announcement {
            number: Some((count.low, count.high)),
            bound: count.bound,
            population: count.population.clone(),
            place: count.place.clone(),
            ..empty(by, count.date.or(count.as_of))
        }),
        Content::Utterance(utterance) if is_vague_promise(utterance, told) => {
            let words = Some(utterance.text.clone());
            Some(Announcement { words, ..empty(Some(utterance.speaker.clone()), None) })
        }
        _ => None,
    }
}

fn empty(by: Option<String>, date: Option<PartialDate>) -> Announcement {
    Announcement {
        by,
        person: None,
        number: None,
        bound: None,
        population: None,
        place: None,
        words: None,
        date,
        day: None,
        followed: Vec::new(),
        sources: Vec::new(),
    }
}

/// Quoted words that give a number that is none, in a sentence about people leaving custody.
fn is_vague_promise(utterance: &Utterance, told: &Told) -> bool {
    let said = format!(" {} ", folded(&utterance.text));
    let vague = VAGUE_NUMBERS.iter().any(|number| said.contains(&format!(" {number} ")));
    vague
        && folded(&told.source().sentence)
            .split(' ')
            .any(|word| RELEASE_WORDS.iter().any(|beginning| word.starts_with(&**beginning)))
}

#[cfg(test)]
mod tests {
    use crate::testing::register;

    #[test]
    fn announcements_are_persons_numbers_and_vague_words_about_releases() {
        let register = register(
            "report a | published=2026-01-08
             utterance | Otto Brand | an important number | of people will be released
             utterance | Otto Brand | an important number | of oil wells
             utterance | Otto Brand | peace | prisoners freed
             report b | published=2026-01-09
             utterance | Otto Brand | an important number | of people will be freed
             utterance | Otto Brand | un número importante | de personas será excarcelado
             status | Ana Ruiz | announced | date=2026-01-10 | informant=the ministry
             status | Bo Li | announced | denies
             count | announced | 20 | population=people | informant=the ministry
             count | released | 9 | population=people",
        );
        let found: Vec<_> = register
            .brief()
            .announcements
            .iter()
            .map(|found| {
                let what = found.words.clone().or(found.person.clone()).unwrap_or(format!("{:?}", found.number));
                format!("{}: {what} ({})", found.by.as_deref().unwrap_or("-"), found.sources.len())
            })
            .collect();
        assert_eq!(
            found,
            [
                "Otto Brand: an important number (2)",
                "Otto Brand: un número importante (1)",
                "the ministry: Ana Ruiz (1)",
                "the ministry: Some((20, Some(20))) (1)",
            ]
        );
    }
}
