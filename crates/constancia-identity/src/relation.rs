//! How two names relate: the same, one longer than the other, two spellings. Sees names only, no reports.

use std::collections::BTreeSet;

use crate::name::{Name, is_initial};
use crate::spelling::near;

/// Why two names may be one person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Relation {
    /// Stable codes.
    pub reasons: Vec<&'static str>,
    /// Whether the names alone would settle it, nothing else speaking against.
    pub settles: bool,
}

impl Relation {
    fn new(reasons: &[&'static str], settles: bool) -> Self {
        Self { reasons: reasons.to_vec(), settles }
    }
}

/// How the two names relate, if they do. `given_names` are the words that some name begins with.
pub(crate) fn relation(one: &Name, other: &Name, given_names: &BTreeSet<&str>) -> Option<Relation> {
    if !one.is_comparable() || !other.is_comparable() {
        return None;
    }
    let mut relation = of_words(one, other, given_names)?;
    if one.generation != other.generation {
        relation.reasons.push("generation-differs");
        relation.settles = false;
    }
    relation.settles &= !is_initial(one.given()) && !is_initial(other.given());
    Some(relation)
}

fn of_words(one: &Name, other: &Name, given_names: &BTreeSet<&str>) -> Option<Relation> {
    let (short, long) = if one.words.len() <= other.words.len() { (one, other) } else { (other, one) };
    if short.words == long.words {
        return Some(Relation::new(&["same-full-name"], true));
    }
    if is_within(short, long) {
        return Some(longer(short, long, given_names));
    }
    if sorted(short) == sorted(long) {
        return Some(Relation::new(&["name-order"], false));
    }
    initials(short, long).or_else(|| spelling(short, long))
}

/// Whether all words of the shorter name stand in the longer one in the same order, from the given name on.
pub(crate) fn is_within(short: &Name, long: &Name) -> bool {
    short.words.len() < long.words.len() && short.given() == long.given() && in_order(short, long, |a, b| a == b)
}

fn in_order(short: &Name, long: &Name, same: impl Fn(&str, &str) -> bool) -> bool {
    let mut rest = long.words.iter();
    short.words.iter().all(|word| rest.any(|candidate| same(word, candidate)))
}

/// One name has words that the other lacks. It settles only where given name and first surname are surely the same:
/// a second surname behind, or a second given name, patronymic or initial between.
fn longer(short: &Name, long: &Name, given_names: &BTreeSet<&str>) -> Relation {
    let (few, many) = (&short.words, &long.words);
    let is_given = |word: &str| is_initial(word) || is_patronymic(word) || given_names.contains(word);
    if short.has_no_surname() {
        return Relation::new(&["names-added"], false);
    }
    match (few.len(), many.len()) {
        (s, l) if l == s + 1 && many.starts_with(few) => {
            Relation::new(&["second-surname-added"], s > 2 || !is_given(&few[1]))
        }
        (s, l) if l == s + 1 && many[2..] == few[1..] => {
            Relation::new(&["middle-name-added"], s > 2 || is_given(&many[1]))
        }
        (2, 4) if few[1] == many[2] => {
            Relation::new(&["middle-name-added", "second-surname-added"], !is_given(&few[1]))
        }
        _ => Relation::new(&["names-added"], false),
    }
}

/// A Slavic father's name stands between given name and surname.
fn is_patronymic(word: &str) -> bool {
    word.len() > 6
        && ["vich", "vych", "vitch", "ovna", "evna", "ivna", "yvna", "auna", "euna"].iter().any(|e| word.ends_with(e))
}

fn sorted(name: &Name) -> Vec<&String> {
    let mut words: Vec<&String> = name.words.iter().collect();
    words.sort();
    words
}

fn initials(short: &Name, long: &Name) -> Option<Relation> {
    let stands_for = |a: &str, b: &str| is_initial(a) && b.starts_with(a);
    let same = |a: &str, b: &str| a == b || stands_for(a, b) || stands_for(b, a);
    let found = same(short.given(), long.given()) && in_order(short, long, same);
    found.then(|| Relation::new(&["initial"], false))
}

fn spelling(short: &Name, long: &Name) -> Option<Relation> {
    if !near(short.given(), long.given()) || !in_order(short, long, near) {
        return None;
    }
    let added = if short.words.len() < long.words.len() {
        &["spelling-variant", "names-added"][..]
    } else {
        &["spelling-variant"]
    };
    Some(Relation::new(added, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_names_relate() {
        let given_names = BTreeSet::from(["maria", "carmen", "jose", "luis", "ana"]);
        let cases = [
            ("Ana Peña Ruiz", "ANA PENA-RUIZ", "same-full-name", true),
            ("Ruiz, Ana", "Ana Ruiz", "same-full-name", true),
            ("Dra. Ana Ruiz", "Ana Ruiz", "same-full-name", true),
            ("Omar el-Tayeb", "Omar Al Tayeb", "same-full-name", true),
            ("Yusmary Colmenares", "Yusmary Colmenares Duque", "second-surname-added", true),
            ("Yusmary Colmenares", "Yusmary del Carmen Colmenares", "middle-name-added", true),
            ("Yusmary Colmenares Duque", "Yusmary del Carmen Colmenares Duque", "middle-name-added", true),
            (
                "Yusmary Colmenares",
                "Yusmary del Carmen Colmenares Duque",
                "middle-name-added second-surname-added",
                true,
            ),
            ("Ihar Lapitski", "Ihar Viktaravich Lapitski", "middle-name-added", true),
            ("Kurt Vance", "Kurt D. Vance", "middle-name-added", true),
            // The second surname alone may be another person's first.
            ("Pedro Ruiz", "Pedro Gómez Ruiz", "middle-name-added", false),
            // Two given names are no full name.
            ("Ana María", "Ana María Ruiz", "second-surname-added", false),
            ("Win Htin", "Win Htin Oo", "names-added", false),
            ("Aung San", "Aung San Myint", "names-added", false),
            ("Omar Tayeb", "Omar Said Nabil Tayeb", "names-added", false),
            ("Friedrich Hans", "Hans Friedrich", "name-order", false),
            ("J. Ruiz", "José Ruiz", "initial", false),
            ("Luis J. Ruiz", "Luis José Ruiz", "initial", false),
            ("Yusmary Colmenares Duque", "Yusmari Colmenárez", "spelling-variant names-added", false),
            ("Siarhei Kazlouski", "Sergei Kozlovsky", "spelling-variant", false),
            ("Aliaksandra Vasilchyk", "Aleksandra Vasilchyk", "spelling-variant", false),
            ("Luis Vera", "Luis Vera Jr.", "same-full-name generation-differs", false),
        ];
        for (one, other, reasons, settles) in cases {
            for (one, other) in [(one, other), (other, one)] {
                let found = relation(&Name::read(one), &Name::read(other), &given_names);
                let found = found.map(|r| (r.reasons.join(" "), r.settles));
                assert_eq!(found, Some((reasons.to_owned(), settles)), "{one} / {other}");
            }
        }
    }

    #[test]
    fn names_that_do_not_relate() {
        let cases = [
            ("Rodríguez", "Jorge Rodríguez"),
            ("Rodríguez", "Rodríguez"),
            ("Mario Pérez", "María Pérez"),
            ("Ana Ruiz", "Eva Ruiz"),
            ("Ana Ruiz", "Ana Vera"),
            ("Ana Ruiz Vera", "Ana Ruiz Sanz"),
            ("Omar Tayeb", "Hassan Tayeb"),
            ("Win Htin", "Win Myint"),
            ("Ihar Lapitski", "Pavel Lapitski"),
        ];
        for (one, other) in cases {
            assert_eq!(relation(&Name::read(one), &Name::read(other), &BTreeSet::new()), None, "{one} / {other}");
        }
    }
}
