//! Whether two places, as said, can be one. Knows no map: what contains what is learned from the statements alone.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use constancia_model::{Content, Statement};

use crate::voices::significant;
use crate::words::word_lists::words;

static FACILITIES: LazyLock<BTreeSet<String>> = LazyLock::new(|| words(include_str!("../../data/facilities.txt")));

/// What the statements of a register say about places.
#[derive(Debug, Clone, Default)]
pub(crate) struct Places {
    /// Places that hold others: where people are counted, and what stands behind a comma.
    containers: BTreeSet<String>,
    /// Names that somewhere stand beside a word for a building.
    buildings: BTreeSet<String>,
}

impl Places {
    /// Learns from a statement. Gives the places, in significant words, of which the register now thinks otherwise.
    pub fn learn(&mut self, statement: &Statement) -> Vec<String> {
        match &statement.content {
            Content::Status(event) => event.place.as_deref().map(|place| self.learn_said(place)).unwrap_or_default(),
            Content::Count(count) => count.place.as_deref().map(|place| self.learn_counted(place)).unwrap_or_default(),
            Content::Utterance(_) | Content::Attribute(_) => Vec::new(),
        }
    }

    fn learn_said(&mut self, place: &str) -> Vec<String> {
        let mut parts = place.split(',').map(significant);
        let own = parts.next().filter(|part| is_building(part));
        let mut changed: Vec<String> = own.and_then(|own| self.is_a_building(proper(&own))).into_iter().collect();
        changed.extend(parts.filter(|part| !part.is_empty()).filter_map(|part| self.holds_something(part)));
        changed
    }

    fn learn_counted(&mut self, place: &str) -> Vec<String> {
        let parts = place.split(',').map(significant);
        let learn = |part: String| {
            if is_building(&part) { self.is_a_building(proper(&part)) } else { self.holds_something(part) }
        };
        parts.filter_map(learn).collect()
    }

    fn is_a_building(&mut self, place: String) -> Option<String> {
        self.buildings.insert(place.clone()).then_some(place)
    }

    fn holds_something(&mut self, place: String) -> Option<String> {
        (self.containers.insert(place.clone()) && !self.buildings.contains(&place)).then_some(place)
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
        self.containers.contains(place) && !self.buildings.contains(place)
    }

    fn is_known_building(&self, place: &str) -> bool {
        is_building(place) || self.buildings.contains(place)
    }
}

fn is_building(place: &str) -> bool {
    place.split(' ').any(|word| FACILITIES.contains(word))
}

/// The words of a place that are a name and no kind of building.
pub(crate) fn proper(place: &str) -> String {
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
        let mut places = Places::default();
        for statement in &told {
            places.learn(statement);
        }
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
