//! Why two reports are one story: what they share, what only one of them has, and how far apart they were published.

use super::archive::{Archive, Term};
use super::similarity;
use super::terms::{Aspect, Class};

/// So many features of a kind are named, the most telling first.
const NAMED: usize = 6;

/// Features by kind, the most telling first: those that few reports of the archive have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Features {
    /// Parts of names of persons.
    pub persons: Vec<String>,
    /// Places.
    pub places: Vec<String>,
    /// Parts of other names.
    pub institutions: Vec<String>,
    /// Numbers, with what they count where that is known.
    pub numbers: Vec<String>,
    /// Days, months and years.
    pub dates: Vec<String>,
    /// Kinds of events and things.
    pub events: Vec<String>,
}

/// Two reports side by side.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparison {
    /// How alike they are, 0 to 1.
    pub alike: f64,
    /// What both have.
    pub shared: Features,
    /// What only the first has, and speaks against one event.
    pub only_first: Features,
    /// What only the second has.
    pub only_second: Features,
    /// The days between their publications, where both are dated.
    pub days_apart: Option<u32>,
}

pub(super) fn compare(archive: &Archive, one: usize, other: usize) -> Comparison {
    let (first, second) = (archive.held(one), archive.held(other));
    let (weighed, theirs) = (similarity::weigh(archive, one), similarity::weigh(archive, other));
    let has = |terms: &[Term], term: &Term| terms.binary_search_by_key(&term.number, |term| term.number).is_ok();
    Comparison {
        alike: similarity::alike(archive, (one, &weighed), (other, &theirs)),
        shared: named(archive, first.terms.iter().filter(|term| has(&second.terms, term))),
        only_first: named(archive, first.terms.iter().filter(|term| !has(&second.terms, term))),
        only_second: named(archive, second.terms.iter().filter(|term| !has(&first.terms, term))),
        days_apart: similarity::days_apart(first, second).map(i32::unsigned_abs),
    }
}

/// The most telling of the terms, by kind; the parts of a place's name are left out, since it counts as a whole.
fn named<'a>(archive: &Archive, terms: impl Iterator<Item = &'a Term>) -> Features {
    let mut telling: Vec<&Term> =
        terms.filter(|term| !(term.aspect == Aspect::Place && archive.class(term) == Class::Name)).collect();
    telling.sort_by_key(|term| (archive.holders(term), archive.text(term)));
    let mut features = Features::default();
    for term in telling {
        let list = match term.aspect {
            Aspect::Person => &mut features.persons,
            Aspect::Place => &mut features.places,
            Aspect::Institution => &mut features.institutions,
            Aspect::Number => &mut features.numbers,
            Aspect::Date => &mut features.dates,
            Aspect::Event => &mut features.events,
            Aspect::Word => continue,
        };
        if list.len() < NAMED {
            list.push(archive.text(term).to_owned());
        }
    }
    features
}
