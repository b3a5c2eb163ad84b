//! The persons as the commands mean and show them: by identity or name, with the reports that name them.

use std::collections::BTreeMap;

use constancia_model::{PartialDate, PersonMention, ReportId};
use rusqlite::Connection;

use crate::error::StoreError;
use crate::settle::Cluster;
use crate::tables;
use crate::words::names::{folded, fullest};

/// So many digits of an identity name a person at least.
const DIGITS: usize = 6;

/// A report as far as it says which one it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportNamed {
    /// Its name as taken in.
    pub name: String,
    /// When it was published.
    pub published: Option<PartialDate>,
}

/// One person: whom which reports name how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Sixteen hexadecimal digits, from the first mention.
    pub id: String,
    /// The fullest name that a report gives.
    pub name: String,
    /// Her mentions, in canonical order. Never empty.
    pub mentions: Vec<PersonMention>,
}

/// Every person of the register, with the reports that name them.
#[derive(Debug, Clone)]
pub struct People {
    persons: Vec<Person>,
    reports: BTreeMap<ReportId, ReportNamed>,
}

impl Person {
    pub(crate) fn of(cluster: Cluster) -> Self {
        let name = fullest(cluster.mentions.iter().map(|mention| mention.name.as_str())).to_owned();
        Self { id: cluster.id, name, mentions: cluster.mentions }
    }

    /// Whether some report names her exactly so, without case and accents.
    fn is_called(&self, wanted: &str) -> bool {
        self.mentions.iter().any(|mention| folded(&mention.name) == wanted)
    }

    /// Whether all words of `wanted` stand in one of her names.
    fn is_called_with(&self, wanted: &str) -> bool {
        let has = |name: &str| wanted.split(' ').all(|word| name.split(' ').any(|other| other == word));
        self.mentions.iter().any(|mention| has(&folded(&mention.name)))
    }
}

impl People {
    pub(crate) fn of(connection: &Connection, clusters: Vec<Cluster>) -> Result<Self, StoreError> {
        Ok(Self {
            persons: clusters.into_iter().map(Person::of).collect(),
            reports: tables::reports_named(connection)?,
        })
    }

    /// Every person, by first mention.
    pub fn persons(&self) -> &[Person] {
        &self.persons
    }

    /// The persons that some words mean: an identity or its beginning (six digits at least), else a name, else words
    /// that all stand in one name.
    pub fn find(&self, query: &str) -> Vec<&Person> {
        let find = |fits: &dyn Fn(&Person) -> bool| -> Vec<&Person> {
            self.persons.iter().filter(|person| fits(person)).collect()
        };
        let wanted = folded(query);
        let is_identity = query.len() >= DIGITS && query.bytes().all(|digit| digit.is_ascii_hexdigit());
        let ways: [&dyn Fn(&Person) -> bool; 3] = [
            &|person| is_identity && person.id.starts_with(&query.to_lowercase()),
            &|person| person.is_called(&wanted),
            &|person| !wanted.is_empty() && person.is_called_with(&wanted),
        ];
        ways.into_iter().map(find).find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// Which report that is.
    pub fn report(&self, id: &ReportId) -> ReportNamed {
        self.reports.get(id).cloned().unwrap_or_default()
    }

    /// The reports that some words mean: the beginning of an identity (four digits at least) or a name.
    pub fn find_reports(&self, query: &str) -> Vec<&ReportId> {
        let fits = |id: &ReportId, named: &ReportNamed| {
            named.name == query || query.len() >= 4 && id.as_str().starts_with(query)
        };
        self.reports.iter().filter(|(id, named)| fits(id, named)).map(|(id, _)| id).collect()
    }
}
