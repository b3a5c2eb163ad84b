//! Keeps what lists of names differ in, up to date report by report.

use std::collections::{BTreeMap, BTreeSet};

use constancia_model::ReportId;

use crate::brief::Contradiction;
use crate::contradictions::lists::{List, between_lists, lists_of};
use crate::register::Register;
use crate::words::names::fullest;

/// The lists that claim to be whole, and what differs between lists.
#[derive(Debug, Clone, Default)]
pub(super) struct Lists {
    /// Reports with a list that claims to be whole.
    whole: BTreeSet<ReportId>,
    /// By the two reports, the smaller identity first.
    found: BTreeMap<(ReportId, ReportId), Vec<Contradiction>>,
}

impl Lists {
    /// Every difference between lists.
    pub fn found(&self) -> impl Iterator<Item = &Contradiction> {
        self.found.values().flatten()
    }
}

impl Register {
    /// Holds the lists of these reports against those of every report that names some of the same persons.
    pub(super) fn compare_lists(&mut self, stale: BTreeSet<ReportId>) {
        for report in &stale {
            let whole = self.lists_in(report).iter().any(|list| list.complete);
            if whole {
                self.lists.whole.insert(report.clone())
            } else {
                self.lists.whole.remove(report)
            };
            self.lists.found.retain(|(one, other), _| one != report && other != report);
        }
        for report in &stale {
            let own = self.lists_in(report);
            if own.is_empty() {
                continue;
            }
            let is_whole = self.lists.whole.contains(report);
            let others = self.naming_the_same(report);
            let others = others.into_iter().filter(|other| is_whole || self.lists.whole.contains(other));
            let compared: Vec<_> = others.map(|other| (pair(report, &other), self.between(&own, &other))).collect();
            let compared = compared.into_iter().filter(|(_, found)| !found.is_empty()).collect::<Vec<_>>();
            self.lists.found.extend(compared);
        }
    }

    fn lists_in(&self, report: &ReportId) -> Vec<List<'_>> {
        lists_of(self.statements_of(report), |told| self.roll.of(report, told.statement.person()?))
    }

    fn between(&self, own: &[List<'_>], other: &ReportId) -> Vec<Contradiction> {
        let others = self.lists_in(other);
        let pairs = own.iter().flat_map(|one| others.iter().map(move |other| (one, other)));
        pairs.filter_map(|(one, other)| between_lists(one, other, |person| self.name_of(person))).collect()
    }

    pub(super) fn name_of(&self, person: usize) -> String {
        let mentions = self.roll.get(person).map(|person| person.mentions.as_slice()).unwrap_or_default();
        fullest(mentions.iter().map(|mention| mention.name.as_str())).to_owned()
    }

    /// Other reports that name at least two of the persons of this one.
    fn naming_the_same(&self, report: &ReportId) -> BTreeSet<ReportId> {
        let mut shared: BTreeMap<&ReportId, usize> = BTreeMap::new();
        for person in self.roll.in_report(report).filter_map(|number| self.roll.get(number)) {
            let elsewhere = person.mentions.iter().map(|mention| &mention.report).filter(|other| *other != report);
            elsewhere.for_each(|other| *shared.entry(other).or_default() += 1);
        }
        shared.into_iter().filter(|(_, persons)| *persons > 1).map(|(other, _)| other.clone()).collect()
    }
}

fn pair(one: &ReportId, other: &ReportId) -> (ReportId, ReportId) {
    let (one, other) = if one <= other { (one, other) } else { (other, one) };
    (one.clone(), other.clone())
}
