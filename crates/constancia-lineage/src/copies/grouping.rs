//! All reports of an archive as trees of copies and groups of one origin. Depends on the set of reports alone, not on the
//! order in which they came.

use std::collections::{BTreeMap, BTreeSet};

use constancia_model::ReportId;

use super::archive::Archive;
use super::forest::{self, Edge};
use super::reader::Reader;
use super::relations::{Directed, Pair, copies, directed, is_merged, own};
use super::{Lineage, Origin, OriginKind};

/// Who copied whom. `sketch` gives the sketch of a report.
pub(crate) fn lineage<'r, 't>(
    reader: &mut Reader<'r, 't>,
    mut sketch: impl FnMut(&mut Reader<'r, 't>, u32) -> Option<Vec<u32>>,
) -> Lineage {
    let archive = reader.archive;
    let order = archive.in_order();
    let mut pairs = Vec::new();
    for later in &order {
        let Some(sketch) = sketch(reader, *later) else { continue };
        for earlier in archive.candidates(&sketch, |report| archive.is_before(report, *later)) {
            pairs.extend(Pair::of(reader, *later, earlier));
        }
    }
    let directed = all_directed(archive, &pairs);
    let trees = Trees::of(&order, &directed);
    let mut lineage = Lineage::default();
    for (copy, edges) in by_copy(&order, &directed) {
        let found = copies(reader, &trees.originals(&edges));
        let id = archive.entry(copy).id();
        lineage.own.extend(reader.read(copy).map(|read| (id, own(&read, &found))));
        lineage.copies.extend(found);
    }
    lineage.copies.sort_by(|a, b| a.copy.cmp(&b.copy).then(b.shared.total_cmp(&a.shared)).then(a.of.cmp(&b.of)));
    lineage.origins =
        order.iter().map(|report| (archive.entry(*report).id(), archive.entry(trees.root(*report)).id())).collect();
    lineage.groups = groups(archive, &order, &trees);
    lineage
}

fn all_directed(archive: &Archive, pairs: &[Pair]) -> Vec<Directed> {
    let mut partners: BTreeMap<u32, Vec<&Pair>> = BTreeMap::new();
    for pair in pairs {
        partners.entry(pair.later).or_default().push(pair);
        partners.entry(pair.earlier).or_default().push(pair);
    }
    let related: BTreeSet<(u32, u32)> =
        pairs.iter().flat_map(|pair| [(pair.later, pair.earlier), (pair.earlier, pair.later)]).collect();
    let together = |one, other| related.contains(&(one, other));
    let merged: BTreeSet<u32> = partners
        .iter()
        .filter(|(report, pairs)| is_merged(**report, pairs, together))
        .map(|(report, _)| *report)
        .collect();
    pairs.iter().map(|pair| directed(archive, pair, |report| merged.contains(&report))).collect()
}

fn by_copy(order: &[u32], directed: &[Directed]) -> Vec<(u32, Vec<Directed>)> {
    let mut edges: BTreeMap<u32, Vec<Directed>> = BTreeMap::new();
    for edge in directed {
        edges.entry(edge.copy).or_default().push(*edge);
    }
    order.iter().filter_map(|report| Some((*report, edges.remove(report)?))).collect()
}

/// Every report on the one original that it shares most with.
struct Trees {
    /// The place of each number in canonical order.
    places: Vec<usize>,
    order: Vec<u32>,
    parents: Vec<Option<usize>>,
    roots: Vec<usize>,
}

impl Trees {
    fn of(order: &[u32], directed: &[Directed]) -> Self {
        let mut places = vec![0; order.len()];
        order.iter().enumerate().for_each(|(place, number)| places[*number as usize] = place);
        let edge = |edge: &Directed| Edge {
            copy: places[edge.copy as usize],
            of: places[edge.of as usize],
            shared: edge.shared,
        };
        let parents = forest::parents(order.len(), directed.iter().map(edge));
        let roots = forest::roots(&parents);
        Self { places, order: order.to_vec(), parents, roots }
    }

    fn root(&self, report: u32) -> u32 {
        self.order[self.roots[self.places[report as usize]]]
    }

    /// The original on which a copy hangs, then those of other origins, the one it shares most with first.
    fn originals(&self, edges: &[Directed]) -> Vec<Directed> {
        let Some(copy) = edges.first().map(|edge| edge.copy) else { return Vec::new() };
        let parent = self.parents[self.places[copy as usize]].map(|place| self.order[place]);
        let mut others: Vec<Directed> =
            edges.iter().copied().filter(|edge| self.root(edge.of) != self.root(copy)).collect();
        others.sort_by(|a, b| {
            b.shared.total_cmp(&a.shared).then(self.places[a.of as usize].cmp(&self.places[b.of as usize]))
        });
        edges.iter().copied().filter(|edge| Some(edge.of) == parent).chain(others).collect()
    }
}

/// The origins that several reports share, and those that only their credit names.
fn groups(archive: &Archive, order: &[u32], trees: &Trees) -> Vec<Origin> {
    let mut members: BTreeMap<ReportId, Vec<u32>> = BTreeMap::new();
    for report in order {
        members.entry(archive.entry(trees.root(*report)).id()).or_default().push(*report);
    }
    members.into_iter().filter_map(|(root, reports)| group(archive, root, &reports)).collect()
}

fn group(archive: &Archive, root: ReportId, reports: &[u32]) -> Option<Origin> {
    let names = |report: &u32| &archive.entry(*report).names;
    let first = archive.number(&root)?;
    let source =
        names(&first).source().or_else(|| most_named(reports.iter().filter_map(|report| names(report).source())));
    let called = source.and_then(|key| archive.called(key)).map(str::to_owned);
    let communique = names(&first).communique || reports.iter().any(|report| names(report).prints);
    let kind = match (&called, communique && reports.len() > 1) {
        (_, true) => OriginKind::Communique,
        (Some(_), _) => OriginKind::Credited,
        _ => OriginKind::Report,
    };
    let reports: Vec<ReportId> = reports.iter().map(|report| archive.entry(*report).id()).collect();
    (reports.len() > 1 || called.is_some()).then_some(Origin { report: root, kind, called, reports })
}

/// The name that most give, the smallest among equals.
fn most_named(keys: impl Iterator<Item = u32>) -> Option<u32> {
    let mut numbers: BTreeMap<u32, usize> = BTreeMap::new();
    keys.for_each(|key| *numbers.entry(key).or_default() += 1);
    numbers.into_iter().rev().max_by_key(|(_, number)| *number).map(|(key, _)| key)
}
