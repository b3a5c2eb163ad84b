//! All reports that were taken in, by their terms, and which of them a report may be close to.
//!
//! For every term it keeps the reports that have it, so that a report is compared with a bounded number of others.

use std::cell::RefCell;
use std::collections::HashMap;

use constancia_model::{Gist, Language, PartialDate, ReportId};
use jiff::civil::Date;

use super::Gisted;
use super::similarity::{self, Weighed};
use super::terms::{Aspect, Class, Found, terms};

/// So many of a report's heaviest words, and of its other terms, look for reports.
const LOOKING: usize = 32;
/// So many reports of one term are looked at, those that came nearest in time.
const WINDOW: usize = 200;
/// So many reports are compared in full.
pub(super) const NEIGHBOURS: usize = 48;

thread_local! {
    /// Room for adding up by report, all zero between two uses: clearing as much as an archive is long for every report
    /// would cost more than the adding.
    static SUMS: RefCell<Vec<f64>> = const { RefCell::new(Vec::new()) };
}

/// A term of a report, by its number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Term {
    pub number: u32,
    pub aspect: Aspect,
    pub prominence: u8,
}

/// A report as it is compared.
#[derive(Debug)]
pub(super) struct Held {
    pub id: ReportId,
    pub published: Option<Date>,
    pub language: Option<Language>,
    /// By number.
    pub terms: Vec<Term>,
}

#[derive(Debug, Default)]
pub(super) struct Archive {
    held: Vec<Held>,
    numbers: HashMap<(Class, String), u32>,
    /// By term: what it is, and the reports that have it, in order.
    texts: Vec<(Class, String)>,
    holders: Vec<Vec<u32>>,
}

impl Archive {
    /// Takes a report in and gives its place.
    pub fn add(&mut self, report: &Gisted) -> usize {
        let Gist { language, .. } = report.gist;
        let published = report.published.and_then(PartialDate::earliest);
        self.hold(report.id.clone(), published, language.clone(), &terms(report.gist))
    }

    fn hold(&mut self, id: ReportId, published: Option<Date>, language: Option<Language>, found: &[Found]) -> usize {
        let at = self.held.len();
        let mut terms: Vec<Term> = found.iter().map(|found| self.term(found)).collect();
        terms.sort_by_key(|term| term.number);
        terms.iter().for_each(|term| self.holders[term.number as usize].push(at as u32));
        self.held.push(Held { id, published, language, terms });
        at
    }

    fn term(&mut self, found: &Found) -> Term {
        let key = (found.class, found.text.to_owned());
        let next = self.texts.len() as u32;
        let number = *self.numbers.entry(key.clone()).or_insert(next);
        if number == next {
            self.texts.push(key);
            self.holders.push(Vec::new());
        }
        Term { number, aspect: found.aspect, prominence: found.prominence }
    }

    /// The same reports by date with undated last, then by identity, as if they had come so.
    pub fn in_canonical_order(&self) -> Self {
        let mut order: Vec<&Held> = self.held.iter().collect();
        order.sort_by_key(|held| (held.published.is_none(), held.published, &held.id));
        let mut ordered = Self::default();
        for held in order {
            let mut found: Vec<Found> = held.terms.iter().map(|term| self.found(term)).collect();
            found.sort();
            ordered.hold(held.id.clone(), held.published, held.language.clone(), &found);
        }
        ordered
    }

    fn found(&self, term: &Term) -> Found<'_> {
        let (class, text) = &self.texts[term.number as usize];
        Found { class: *class, text, aspect: term.aspect, prominence: term.prominence }
    }

    pub fn len(&self) -> usize {
        self.held.len()
    }

    pub fn held(&self, at: usize) -> &Held {
        &self.held[at]
    }

    pub fn id(&self, at: usize) -> &ReportId {
        &self.held[at].id
    }

    pub fn class(&self, term: &Term) -> Class {
        self.texts[term.number as usize].0
    }

    pub fn text(&self, term: &Term) -> &str {
        &self.texts[term.number as usize].1
    }

    /// How many reports have the term.
    pub fn holders(&self, term: &Term) -> usize {
        self.holders[term.number as usize].len()
    }

    /// The reports that are alike, the closest first, each with how alike it is.
    pub fn near(&self, at: usize) -> Vec<(usize, f64)> {
        let own = similarity::weigh(self, at);
        let mut near: Vec<(usize, f64)> = self
            .candidates(at, &own)
            .into_iter()
            .map(|other| (other, similarity::alike(self, (at, &own), (other, &similarity::weigh(self, other)))))
            .filter(|(_, alike)| *alike > 0.0)
            .collect();
        near.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        near
    }

    /// The reports that share most of the heaviest terms.
    fn candidates(&self, at: usize, own: &Weighed) -> Vec<usize> {
        let mut summed = SUMS.with_borrow_mut(|sums| {
            sums.resize(sums.len().max(self.held.len()), 0.0);
            let mut met: Vec<u32> = Vec::new();
            for (number, weight) in own.heaviest(LOOKING) {
                for holder in self.window(number, at).iter().filter(|holder| **holder as usize != at) {
                    let sum = &mut sums[*holder as usize];
                    if *sum == 0.0 {
                        met.push(*holder);
                    }
                    *sum += weight * weight;
                }
            }
            let taken = met.into_iter().map(|other| (other as usize, std::mem::take(&mut sums[other as usize])));
            taken.collect::<Vec<(usize, f64)>>()
        });
        let first = |a: &(usize, f64), b: &(usize, f64)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if summed.len() > NEIGHBOURS {
            summed.select_nth_unstable_by(NEIGHBOURS, first);
            summed.truncate(NEIGHBOURS);
        }
        summed.sort_unstable_by(first);
        summed.into_iter().map(|(other, _)| other).collect()
    }

    /// The reports of a term that came nearest before and after `at`.
    fn window(&self, number: u32, at: usize) -> &[u32] {
        let holders = &self.holders[number as usize];
        let place = holders.partition_point(|holder| (*holder as usize) < at);
        let end = (place + WINDOW / 2).clamp(WINDOW.min(holders.len()), holders.len());
        &holders[end.saturating_sub(WINDOW)..end]
    }
}
