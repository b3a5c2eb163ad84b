//! Which reports speak of one matter: those that tell of a case of one person, and copies of one origin.
//!
//! Numbers without a place mean something only within one story: "40 people were freed" in two countries are two.

use std::collections::BTreeMap;

use constancia_model::{Content, ReportId};

use crate::told::Told;

/// The story of every report that says anything.
#[derive(Debug, Default)]
pub(crate) struct Stories<'a> {
    story: BTreeMap<&'a ReportId, usize>,
}

impl<'a> Stories<'a> {
    /// `person` gives the number of the person whom a statement is about. Only cases join: a minister who is quoted
    /// in two countries joins nothing.
    pub fn of(told: &'a [Told], person: impl Fn(&Told) -> Option<usize>) -> Self {
        let mut joined = Joined::default();
        let mut reports: BTreeMap<&ReportId, usize> = BTreeMap::new();
        let mut origins: BTreeMap<&ReportId, usize> = BTreeMap::new();
        let mut persons: BTreeMap<usize, usize> = BTreeMap::new();
        for told in told {
            let place = *reports.entry(&told.source.report).or_insert_with(|| joined.add());
            joined.join(place, *origins.entry(&told.source.origin).or_insert(place));
            if let (Content::Status(_), Some(person)) = (&told.statement.content, person(told)) {
                joined.join(place, *persons.entry(person).or_insert(place));
            }
        }
        Self { story: reports.into_iter().map(|(report, place)| (report, joined.root(place))).collect() }
    }

    /// The story of a report; `None` for one that says nothing.
    pub fn of_report(&self, report: &ReportId) -> Option<usize> {
        self.story.get(report).copied()
    }
}

/// Numbers joined into sets; the smallest of a set stands for it.
#[derive(Default)]
struct Joined {
    parent: Vec<usize>,
}

impl Joined {
    fn add(&mut self) -> usize {
        self.parent.push(self.parent.len());
        self.parent.len() - 1
    }

    fn root(&mut self, mut place: usize) -> usize {
        while self.parent[place] != place {
            self.parent[place] = self.parent[self.parent[place]];
            place = self.parent[place];
        }
        place
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.parent[one.max(other)] = one.min(other);
    }
}
