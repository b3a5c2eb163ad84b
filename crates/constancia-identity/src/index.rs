//! Persons as they come, each with the earlier ones worth comparing: bounded work for a new person, however many there
//! are and however many bear one name. Compares nothing and keeps no name.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use crate::candidate::Candidate;
use crate::evidence::Facts;
use crate::keys::{fact_keys, name_keys};
use crate::name::Name;

/// Of the persons with a key in common, so many of the newest are looked at.
const LOOKED_AT: usize = 24;

/// Persons given back at most.
const WORTH_COMPARING: usize = 48;

/// No further link.
const END: u32 = u32::MAX;

/// An index of persons by what their names share with other spellings of them.
#[derive(Debug, Default)]
pub struct Index {
    persons: u32,
    /// The newest link of every key, and how many there are.
    newest: HashMap<u64, Newest, BuildHasherDefault<Hashed>>,
    links: Vec<Link>,
}

#[derive(Debug, Clone, Copy)]
struct Newest {
    link: u32,
    count: u32,
}

/// A person under a key, and the one before.
#[derive(Debug, Clone, Copy)]
struct Link {
    person: u32,
    before: u32,
}

/// Keys are hashes already.
#[derive(Debug, Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

impl Index {
    /// An empty index.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many persons were inserted.
    pub fn len(&self) -> usize {
        usize::try_from(self.persons).unwrap_or(usize::MAX)
    }

    /// Whether nobody was inserted.
    pub fn is_empty(&self) -> bool {
        self.persons == 0
    }

    /// Takes in a person and gives back the numbers of the earlier ones worth comparing, the likeliest first, at most
    /// 48. Persons are numbered from 0 in the order of insertion. A name of one word takes a number and has no like.
    ///
    /// In a crowd of one name only the newest are given back, and those who share a fact: a year of birth, a place.
    ///
    /// # Panics
    ///
    /// With more than four thousand million persons or keys.
    pub fn insert(&mut self, candidate: &Candidate) -> Vec<usize> {
        let person = self.persons;
        self.persons = person.checked_add(1).expect("fewer persons than there are people");
        let mut likeness: BTreeMap<u32, u32> = BTreeMap::new();
        for key in keys(candidate) {
            self.meet(key, &mut likeness);
            self.add(key, person);
        }
        let mut met: Vec<(u32, u32)> = likeness.into_iter().collect();
        met.sort_by_key(|(person, likeness)| (u32::MAX - likeness, *person));
        met.truncate(WORTH_COMPARING);
        met.into_iter().filter_map(|(person, _)| usize::try_from(person).ok()).collect()
    }

    /// Counts those under a key; a key of few persons counts more.
    fn meet(&self, key: u64, likeness: &mut BTreeMap<u32, u32>) {
        let Some(Newest { link, count }) = self.newest.get(&key).copied() else { return };
        let worth = 1 + count.leading_zeros();
        let mut at = link;
        for _ in 0..LOOKED_AT {
            let Some(link) = usize::try_from(at).ok().and_then(|at| self.links.get(at)) else { return };
            *likeness.entry(link.person).or_default() += worth;
            at = link.before;
        }
    }

    fn add(&mut self, key: u64, person: u32) {
        let link = u32::try_from(self.links.len()).ok().filter(|link| *link != END).expect("fewer keys than links");
        let newest = self.newest.entry(key).or_insert(Newest { link: END, count: 0 });
        self.links.push(Link { person, before: newest.link });
        *newest = Newest { link, count: newest.count.saturating_add(1) };
    }
}

fn keys(candidate: &Candidate) -> Vec<u64> {
    let name = Name::read(&candidate.mention.name);
    if !name.is_comparable() {
        return Vec::new();
    }
    let attributes: Vec<_> = candidate.attributes.iter().collect();
    let events: Vec<_> = candidate.events.iter().collect();
    let mut keys = name_keys(&name);
    keys.extend(fact_keys(&name, &Facts::of(&attributes, &events, candidate.published)));
    keys.sort_unstable();
    keys.dedup();
    keys
}

#[cfg(test)]
mod tests {
    use constancia_model::{Attribute, AttributeField, PersonMention, ReportId};

    use super::*;

    fn person(name: &str, age: Option<usize>) -> Candidate {
        let mention = PersonMention { report: ReportId::of(name.as_bytes()), name: name.to_owned() };
        let age =
            age.map(|age| Attribute { person: name.to_owned(), field: AttributeField::Age, value: age.to_string() });
        let published = "2026-01-08".parse().ok();
        Candidate { mention, published, attributes: age.into_iter().collect(), events: Vec::new() }
    }

    #[test]
    fn whoever_may_be_the_same_is_met() {
        let pairs = [
            ("Yusmary Colmenares Duque", "Yusmari Colmenárez"),
            ("Siarhei Kazlouski", "Sergei Kozlovsky"),
            ("Юрий Жуковский", "Iouri Jukovski"),
            ("Muhammad al-Qasim", "Mohamed Qassem"),
            ("Win Htin Oo", "Daw Win Htin"),
            ("J. Rondón", "Julia Rondón"),
            ("Rondón, Julia", "Julia Rondon Vera"),
            ("Pepe Altuve", "José Altuve"),
            ("Guitierrez, Oriana", "Oriana Gutierrez"),
            ("MariaLuz Ortuño", "Maria Luz Ortuño"),
        ];
        for (one, other) in pairs {
            let mut index = Index::new();
            index.insert(&person("Nobody Else", None));
            index.insert(&person(one, None));
            assert_eq!(index.insert(&person(other, None)), [1], "{one} / {other}");
        }
    }

    #[test]
    fn one_word_meets_nobody() {
        let mut index = Index::new();
        for name in ["Rodríguez", "Rodríguez", "Jorge Rodríguez", "", "— de la", "J. R."] {
            assert_eq!(index.insert(&person(name, None)), Vec::<usize>::new(), "{name}");
        }
        assert_eq!(index.len(), 6);
    }

    #[test]
    fn in_a_crowd_of_one_name_the_newest_and_those_of_the_same_age_are_met() {
        let mut index = Index::new();
        for at in 0..2_000 {
            index.insert(&person("José Rodríguez", Some(if at == 17 { 77 } else { 20 + at % 30 })));
        }
        let met = index.insert(&person("José Rodríguez", Some(76)));
        assert!(met.len() <= WORTH_COMPARING && met.contains(&17), "{met:?}");
    }
}
