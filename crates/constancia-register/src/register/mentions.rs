//! The register asked for mentions of persons: what is said under each, and with which others it is one person.

use std::collections::BTreeSet;

use constancia_identity::Candidate;
use constancia_model::{PersonMention, ReportId};

use crate::live::{add, empty};
use crate::register::Register;
use crate::settle::{Cluster, cluster};
use crate::told::Telling;

impl Register {
    /// Every report, by identity.
    pub(crate) fn tellings(&self) -> impl Iterator<Item = &Telling> {
        self.reports.values().map(|held| held.telling.as_ref())
    }

    /// Whether a report is there.
    pub(crate) fn holds(&self, report: &ReportId) -> bool {
        self.reports.contains_key(report)
    }

    /// The report that a report retells.
    pub(crate) fn original(&self, report: &ReportId) -> Option<ReportId> {
        self.reports.get(report)?.telling.copy_of.clone()
    }

    /// Every mention of a person, person by person.
    pub(crate) fn mentions(&self) -> Vec<PersonMention> {
        self.roll.all().flat_map(|(_, person)| person.mentions.iter().cloned()).collect()
    }

    /// A mention with what its report says of the person.
    pub(crate) fn candidate(&self, mention: &PersonMention) -> Candidate {
        let published = self.reports.get(&mention.report).and_then(|held| held.telling.published);
        let mut candidate = empty(mention.clone(), published);
        let own = |person: Option<&str>| person == Some(mention.name.as_str());
        let told = self.statements_of(&mention.report).iter().filter(|told| own(told.statement.person()));
        told.for_each(|told| add(&mut candidate, &told.statement.content));
        candidate
    }

    /// The persons to whom some mentions belong, each once.
    pub(crate) fn clusters_of<'a>(&self, mentions: impl Iterator<Item = &'a PersonMention>) -> Vec<Cluster> {
        let numbers: BTreeSet<usize> =
            mentions.filter_map(|mention| self.roll.of(&mention.report, &mention.name)).collect();
        let persons = numbers.into_iter().filter_map(|number| self.roll.get(number));
        persons.map(|person| cluster(person.mentions.iter().collect())).collect()
    }
}
