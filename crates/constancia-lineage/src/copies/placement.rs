//! Where a new report belongs among those of an archive, as far as they are there. Does not decide about older pairs.

use std::borrow::Cow;

use constancia_model::{ReportId, Span};

use super::archive::Archive;
use super::reader::Reader;
use super::relations::{Directed, Pair, copies, directed, is_merged, own};
use super::sketch::sketch;
use super::words::Wording;
use super::{Copy, Text};
use crate::credits::{Credit, signature};

/// What a new report is among those that are there.
#[derive(Debug, Clone, PartialEq)]
pub struct Placement {
    /// The report.
    pub report: ReportId,
    /// What it copies: the original that it shares most with first. More than one where it is put together.
    pub copies: Vec<Copy>,
    /// The reports that turn out to copy it.
    pub copied_by: Vec<Copy>,
    /// The report from which its words come, itself where it copies nobody.
    pub origin: ReportId,
    /// Its sentences that stand in none of its originals.
    pub own: Vec<Span>,
    /// Whom it credits.
    pub credits: Vec<Credit>,
}

/// Takes a report in and places it.
pub(crate) fn place<'t>(
    archive: &mut Archive,
    text: &Text,
    texts: &dyn Fn(&ReportId) -> Option<Cow<'t, str>>,
) -> Placement {
    let wording = Wording::of(text.text);
    let signature = signature(text.text, &wording, text.credit);
    let sketch = sketch(&wording);
    let number = archive.number(text.id).unwrap_or_else(|| archive.insert(text, &signature, &sketch));
    let candidates = archive.candidates(&sketch, |report| report != number);
    let mut reader = Reader::new(archive, texts);
    let read = reader.keep(number, wording);
    let pairs: Vec<Pair> = candidates.into_iter().filter_map(|other| Pair::of(&mut reader, number, other)).collect();
    let directed = all_directed(&mut reader, number, &pairs);
    let (originals, by): (Vec<Directed>, Vec<Directed>) = directed.into_iter().partition(|edge| edge.copy == number);
    let found = copies(&mut reader, &originals);
    let own = own(&read, &found);
    let copied_by = by.iter().flat_map(|edge| copies(&mut reader, &[*edge])).collect();
    note(archive, &originals, &by);
    Placement {
        report: text.id.clone(),
        copies: found,
        copied_by,
        origin: archive.entry(archive.origin(number)).id(),
        own,
        credits: signature.credits,
    }
}

/// The pairs of the report with their directions, those it shares most with first.
fn all_directed(reader: &mut Reader, number: u32, pairs: &[Pair]) -> Vec<Directed> {
    let partners: Vec<u32> = pairs.iter().map(|pair| pair.partner(number)).collect();
    let mut related = Vec::new();
    for (at, one) in partners.iter().enumerate() {
        for other in &partners[..at] {
            if Pair::of(reader, *one, *other).is_some() {
                related.extend([(*one, *other), (*other, *one)]);
            }
        }
    }
    let merged = is_merged(number, &pairs.iter().collect::<Vec<_>>(), |one, other| related.contains(&(one, other)));
    let archive = reader.archive;
    let mut found: Vec<Directed> =
        pairs.iter().map(|pair| directed(archive, pair, |report| merged && report == number)).collect();
    found.sort_by(|a, b| {
        b.shared.total_cmp(&a.shared).then_with(|| archive.entry(a.of).id().cmp(&archive.entry(b.of).id()))
    });
    found
}

/// Keeps what was found, so that the origin of later reports is known without asking for texts.
fn note(archive: &mut Archive, originals: &[Directed], copied_by: &[Directed]) {
    if let Some(first) = originals.first() {
        archive.set_original(first.copy, first.of);
    }
    for edge in copied_by {
        if archive.origin(edge.copy) == edge.copy {
            archive.set_original(edge.copy, edge.of);
        }
    }
}
