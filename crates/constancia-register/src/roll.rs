//! The roll of the persons of the register: which mentions are whose, and what is kept of each to count her and to hold what is told
//! of her against each other. Merges nobody: the groups of mentions arrive from recorded judgements.

use std::collections::{BTreeMap, BTreeSet};

use constancia_model::{PersonMention, ReportId};

use crate::brief::Contradiction;
use crate::settle::Cluster;
use crate::tallies::presence::Presence;

/// One person on the roll.
#[derive(Debug, Clone)]
pub(crate) struct Enrolled {
    /// Sixteen hexadecimal digits.
    pub id: String,
    /// Where she is named, in canonical order.
    pub mentions: Vec<PersonMention>,
    pub presence: Presence,
    /// What differs about her.
    pub found: Vec<Contradiction>,
}

/// Everybody, by numbers that hold as long as the register is open.
#[derive(Debug, Clone, Default)]
pub(crate) struct Roll {
    persons: BTreeMap<usize, Enrolled>,
    of: BTreeMap<ReportId, BTreeMap<String, usize>>,
    next: usize,
}

impl Roll {
    /// Puts mentions into these groups, whatever groups they were in before. Gives the numbers of everybody who changed.
    pub fn regroup(&mut self, clusters: &[Cluster]) -> BTreeSet<usize> {
        let mut changed = BTreeSet::new();
        for cluster in clusters {
            let number = self.next;
            self.next += 1;
            for mention in &cluster.mentions {
                let names = self.of.entry(mention.report.clone()).or_default();
                if let Some(former) = names.insert(mention.name.clone(), number) {
                    self.leave(former, mention, &mut changed);
                }
            }
            let (id, mentions) = (cluster.id.clone(), cluster.mentions.clone());
            self.persons.insert(number, Enrolled { id, mentions, presence: Presence::default(), found: Vec::new() });
            changed.insert(number);
        }
        changed
    }

    fn leave(&mut self, former: usize, mention: &PersonMention, changed: &mut BTreeSet<usize>) {
        let Some(person) = self.persons.get_mut(&former) else { return };
        person.mentions.retain(|known| known != mention);
        if person.mentions.is_empty() {
            self.persons.remove(&former);
            changed.remove(&former);
        } else {
            changed.insert(former);
        }
    }

    /// The person of that name in a report.
    pub fn of(&self, report: &ReportId, name: &str) -> Option<usize> {
        self.of.get(report)?.get(name).copied()
    }

    /// Everybody named in a report.
    pub fn in_report(&self, report: &ReportId) -> impl Iterator<Item = usize> {
        self.of.get(report).into_iter().flat_map(BTreeMap::values).copied()
    }

    pub fn get(&self, number: usize) -> Option<&Enrolled> {
        self.persons.get(&number)
    }

    /// Keeps what was worked out about a person.
    pub fn keep(&mut self, number: usize, presence: Presence, found: Vec<Contradiction>) {
        if let Some(person) = self.persons.get_mut(&number) {
            (person.presence, person.found) = (presence, found);
        }
    }

    /// Everybody, by number.
    pub fn all(&self) -> impl Iterator<Item = (usize, &Enrolled)> {
        self.persons.iter().map(|(number, person)| (*number, person))
    }
}
