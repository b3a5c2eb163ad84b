//! Which place lies in which: countries, their regions and prisons, from a list. Knows no statement and no report.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::voices::{country_of, of_country, significant};
use crate::words::names::folded;
use crate::words::places::proper;

/// A place with everything it lies in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Area {
    /// The place itself first, then what it lies in, the country last. Folded names, never empty.
    pub chain: Vec<String>,
}

impl Area {
    /// The name under which the place is compared.
    pub fn key(&self) -> &str {
        &self.chain[0]
    }
}

struct Listed {
    name: String,
    inside: Option<usize>,
}

struct Map {
    listed: Vec<Listed>,
    /// Name → its places; several where countries share a name.
    named: BTreeMap<String, Vec<usize>>,
}

static MAP: LazyLock<Map> = LazyLock::new(|| Map::of(include_str!("../../data/areas.txt")));

impl Map {
    fn of(list: &str) -> Self {
        let mut map = Self { listed: Vec::new(), named: BTreeMap::new() };
        let mut open: Vec<usize> = Vec::new();
        for line in list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
            let depth = (line.len() - line.trim_start().len()) / 2;
            open.truncate(depth);
            let place = map.listed.len();
            let names: Vec<String> = line.split('|').map(plain).collect();
            map.listed.push(Listed { name: names[0].clone(), inside: open.last().copied() });
            names.into_iter().for_each(|name| map.named.entry(name).or_default().push(place));
            open.push(place);
        }
        map
    }

    fn chain(&self, place: usize) -> Vec<String> {
        let inside = std::iter::successors(Some(place), |place| self.listed[*place].inside);
        inside.map(|place| self.listed[place].name.clone()).collect()
    }

    /// The listed place of that name: the one in `home` where several countries have one.
    fn find(&self, name: &str, home: Option<&str>) -> Option<Vec<String>> {
        let chains: Vec<Vec<String>> = self.named.get(name)?.iter().map(|place| self.chain(*place)).collect();
        let at_home = chains.iter().find(|chain| chain.last().map(String::as_str) == home);
        at_home.or(chains.first().filter(|_| chains.len() == 1)).cloned()
    }
}

/// A name without words that say nothing: as the list and the reports are compared.
fn plain(name: &str) -> String {
    let words = folded(name);
    let kept: Vec<&str> = words.split(' ').filter(|word| !matches!(*word, "the" | "of" | "de" | "del")).collect();
    kept.join(" ")
}

/// The place that some words mean in a report that takes place in `home`; `None` for words that name none ("a prison").
pub(crate) fn area(place: &str, home: Option<&str>) -> Option<Area> {
    let mut chain: Vec<String> = Vec::new();
    for part in place.split(',') {
        let Some(found) = part_of(part, home) else { continue };
        let known = found.iter().position(|name| chain.contains(name)).unwrap_or(found.len());
        chain.extend(found.into_iter().take(known));
    }
    if chain.is_empty() {
        return None;
    }
    if let Some(home) = home.filter(|_| !chain.iter().any(|name| is_country(name))) {
        chain.push(home.to_owned());
    }
    Some(Area { chain })
}

/// One of the places between commas, with what the list says it lies in.
fn part_of(part: &str, home: Option<&str>) -> Option<Vec<String>> {
    if let Some(country) = country_of(&significant(part)) {
        return Some(vec![country.to_owned()]);
    }
    let whole = plain(part);
    let name = proper(&whole);
    if name.is_empty() {
        return None;
    }
    let listed = [&whole, &name].into_iter().find_map(|name| MAP.find(name, home));
    listed.or_else(|| Some(vec![proper(&of_country(part))]).filter(|own| !own[0].is_empty()))
}

/// The country that a place lies in by the list alone.
pub(crate) fn country(place: &str) -> Option<String> {
    let found = area(place, None)?;
    found.chain.last().filter(|name| is_country(name)).cloned()
}

/// How much more the name of a region, town or prison says about where a report takes place than that of a country,
/// whose people and ministers may be anywhere.
const PLACE_WEIGHT: usize = 2;

/// The most words that a name has.
const LONGEST: usize = 4;

/// The shortest name of a town or prison that is looked for in running text, in letters.
const SHORTEST: usize = 4;

/// The countries that a text names, by themselves, their people or their places, with how much they are named. Names
/// begin with a capital: "told us" is no country.
pub(crate) fn countries_in(text: &str) -> BTreeMap<String, usize> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    let mut at = 0;
    while at < words.len() {
        let longest = (1..=LONGEST.min(words.len() - at)).rev().find_map(|length| named(&words[at..at + length]));
        match longest {
            Some((country, weight, length)) => {
                *found.entry(country).or_default() += weight;
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// The country that some words in a row name, with its weight and how many words it takes.
fn named(words: &[&str]) -> Option<(String, usize, usize)> {
    let capital = words[0].starts_with(char::is_uppercase) && words[words.len() - 1].starts_with(char::is_uppercase);
    if !capital || words[0] == "Us" {
        return None;
    }
    let name = folded(&words.join(" "));
    if let Some(country) = country_of(&name).filter(|_| words.len() == 1) {
        return Some((country.to_owned(), 1, 1));
    }
    let places = MAP.named.get(&name).filter(|_| name.chars().count() >= SHORTEST)?;
    let countries: BTreeSet<String> = places.iter().filter_map(|place| MAP.chain(*place).pop()).collect();
    let only = countries.into_iter().next().filter(|_| places.len() == 1)?;
    Some((only, PLACE_WEIGHT, words.len()))
}

fn is_country(name: &str) -> bool {
    country_of(name).is_some_and(|country| country == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lie_in_places() {
        for (place, home, expected) in [
            ("El Helicoide", None, "el helicoide < distrito capital < venezuela"),
            ("the Helicoide prison", None, "el helicoide < distrito capital < venezuela"),
            ("Caracas", None, "distrito capital < venezuela"),
            ("Venezuela", Some("spain"), "venezuela"),
            ("a prison in Venezuela", None, "venezuela"),
            ("la cárcel de Los Olmos, Zulia", None, "olmos < zulia < venezuela"),
            ("Los Olmos", Some("venezuela"), "olmos < venezuela"),
            ("Santa Ana", Some("venezuela"), "santa ana < tachira < venezuela"),
            ("Insein prison", Some("myanmar"), "insein < yangon < myanmar"),
            ("Valencia", None, "valencia"),
            ("Valencia", Some("spain"), "valencia < spain"),
            ("Penal Colony No. 4", Some("belarus"), "no 4 < belarus"),
        ] {
            let found = area(place, home).map(|area| area.chain.join(" < "));
            assert_eq!(found.as_deref(), Some(expected), "{place} in {home:?}");
        }
        assert_eq!(area("a prison", Some("cuba")), None);
        assert_eq!(country("El Helicoide").as_deref(), Some("venezuela"));
        assert_eq!(country("Los Olmos"), None);
    }
}
