//! Whether two places, as said, can be one. Knows no map: what contains what is learned from the statements alone.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use constancia_model::{Content, Statement};

use crate::told::significant;
use crate::word_lists::words;

static FACILITIES: LazyLock<BTreeSet<String>> = LazyLock::new(|| words(include_str!("../data/facilities.txt")));

/// What the statements of a register say about places.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// Places that hold others: where people are counted, and what stands behind a comma.
    containers: BTreeSet<String>,
    /// Names that somewhere stand beside a word for a building.
    buildings: BTreeSet<String>,
}

impl Places {
    /// Learns from statements.
    pub fn learned<'a>(statements: impl IntoIterator<Item = &'a Statement>) -> Self {
        let mut places = Self::default();
        for statement in statements {
            match &statement.content {
                Content::Status(event) => event.place.iter().for_each(|place| places.learn(place)),
                Content::Count(count) => places.learn_counted(count.place.as_deref()),
                Content::Utterance(_) | Content::Attribute(_) => {}
            }
        }
        places.containers = &places.containers - &places.buildings;
        places
    }

    fn learn(&mut self, place: &str) {
        let mut parts = place.split(',').map(significant);
        if let Some(own) = parts.next().filter(|part| is_building(part)) {
            self.buildings.insert(proper(&own));
        }
        self.containers.extend(parts.filter(|part| !part.is_empty()));
    }

    fn learn_counted(&mut self, place: Option<&str>) {
        for part in place.into_iter().flat_map(|place| place.split(',')).map(significant) {
            if is_building(&part) {
                self.buildings.insert(proper(&part));
            } else {
                self.containers.insert(part);
            }
        }
    }

    /// Whether the two can be one place. `strict` compares names without any hint of what they are, too: it is for
    /// custody, where a place is nearly always a building.
    pub fn may_be_one(&self, one: &str, other: &str, strict: bool) -> bool {
        let (one, other) = (significant(one), significant(other));
        if share_name(&one, &other) || self.holds_others(&one) || self.holds_others(&other) {
            return true;
        }
        let unnamed = |place: &str| proper(place).is_empty();
        let both_buildings = self.is_known_building(&one) && self.is_known_building(&other);
        unnamed(&one) || unnamed(&other) || !(strict || both_buildings)
    }

    fn holds_others(&self, place: &str) -> bool {
        self.containers.contains(place)
    }

    fn is_known_building(&self, place: &str) -> bool {
        is_building(place) || self.buildings.contains(place)
    }
}

fn is_building(place: &str) -> bool {
    place.split(' ').any(|word| FACILITIES.contains(word))
}

/// The words of a place that are a name and no kind of building.
fn proper(place: &str) -> String {
    place.split(' ').filter(|word| !FACILITIES.contains(*word)).collect::<Vec<_>>().join(" ")
}

fn share_name(one: &str, other: &str) -> bool {
    let (one, other) = (proper(one), proper(other));
    // Numbers part what a name joins: "Rodeo I" and "Rodeo II".
    let ordinal = |name: &str| name.split(' ').rev().find(|word| is_ordinal(word)).map(str::to_owned);
    if let (Some(one), Some(other)) = (ordinal(&one), ordinal(&other))
        && one != other
    {
        return false;
    }
    one.split(' ').any(|word| !word.is_empty() && !is_ordinal(word) && other.split(' ').any(|other| other == word))
}

fn is_ordinal(word: &str) -> bool {
    !word.is_empty() && (word.bytes().all(|b| b.is_ascii_digit()) || matches!(word, "i" | "ii" | "iii" | "iv" | "v"))
}

/// Whether a place as said lies in or is another as said, as far as their words tell.
pub(crate) fn names_within(place: &str, area: &str) -> bool {
    let (place, area) = (significant(place), significant(area));
    area.split(' ').all(|word| place.split(' ').any(|other| other == word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::statements;

    #[test]
    fn places_that_can_be_one() {
        let told = statements(
            "count | held | 800 | place=Freedonia
             status | Ana Ruiz | held | place=Los Olmos prison, Santa Clara
             status | Bo Li | held | place=La Loma",
        );
        let places = Places::learned(&told);
        for (one, other, strict, expected) in [
            ("El Olmo prison", "Los Olmos jail", true, false),
            ("Los Olmos", "the Los Olmos prison", true, true),
            ("Los Olmos", "Freedonia", true, true),
            ("Los Olmos", "Santa Clara", true, true),
            ("La Loma", "Los Olmos", true, false),
            ("La Loma", "Los Olmos", false, true),
            ("Los Olmos", "the Yarey prison", false, false),
            ("a prison", "Los Olmos", true, true),
            ("Rodeo I", "Rodeo II", true, false),
            ("Rodeo 1", "El Rodeo 1", true, true),
        ] {
            assert_eq!(places.may_be_one(one, other, strict), expected, "{one} / {other}");
        }
    }
}
