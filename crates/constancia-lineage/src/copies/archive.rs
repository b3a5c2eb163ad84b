//! An index of reports in which a new one is placed. Holds of each report what finds it again, and not its text.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use constancia_model::{PartialDate, ReportId};

use super::direction::Names;
use super::placement::{Placement, place};
use super::postings::Postings;
use super::reader::Reader;
use super::sketch::sketch;
use super::words::Wording;
use super::{Lineage, Text, grouping};
use crate::credits::{Signature, signature};

/// How many holders of a hash are looked at: the earliest, so that near-twins all meet the same few.
const HOLDERS: usize = 8;

/// How many of the reports that share most hashes with a report are compared with it sentence by sentence.
const COMPARED: usize = 6;

/// Hashes that must be shared for a comparison, and the share of the shorter sketch: what speaks of one subject shares a few
/// pairs of words in a hundred, what was copied shares one in four or more.
const LEAST_HASHES: usize = 2;
const LEAST_OF_SKETCH: f64 = 0.08;

/// So many of them must be rare, held by no more than `HOLDERS`; many copies of one text hold all of it, and there it is the
/// share of the shorter sketch that tells them from reports with the same frequent words.
const LEAST_RARE: usize = 2;
const MOST_OF_SKETCH: f64 = 0.3;

/// What a report shares with a sketch.
#[derive(Default)]
struct Met {
    hashes: usize,
    rare: usize,
    /// The sum over its hashes, of which a rare one counts more.
    weight: f64,
}

/// What is kept of a report beside its hashes.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The 32 bytes of its identity.
    identity: [u8; 32],
    /// When it was published.
    pub published: Option<PartialDate>,
    /// Whom it names.
    pub names: Names,
    /// How many hashes its sketch has.
    hashes: u16,
    /// The report that it was found to copy when it or that one was placed; its own number where there is none.
    pub original: u32,
}

/// Where a report stands among the others: by date with undated last, then by identity.
type Rank<'e> = (bool, Option<jiff::civil::Date>, &'e [u8; 32]);

impl Entry {
    /// The report's identity.
    pub fn id(&self) -> ReportId {
        let digits: String = self.identity.iter().map(|byte| format!("{byte:02x}")).collect();
        ReportId::parse(&digits).expect("32 bytes make an identity")
    }

    fn rank(&self) -> Rank<'_> {
        let day = self.published.and_then(PartialDate::earliest);
        (day.is_none(), day, &self.identity)
    }
}

/// Reports that have been placed.
///
/// Texts are not kept: where two reports may share wording, theirs are asked for. Per report the index holds less than a
/// kilobyte; placing one asks a number of sorted runs that grows with the logarithm of the archive.
#[derive(Debug, Default)]
pub struct Archive {
    entries: Vec<Entry>,
    /// Numbers by the first bytes of the identity.
    numbers: HashMap<u64, u32>,
    postings: Postings,
    /// What the names that reports credit are, by their numbers.
    called: BTreeMap<u32, String>,
}

impl Archive {
    /// An archive without reports.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many reports it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Bytes of memory that the index takes.
    pub fn bytes(&self) -> usize {
        let credited: usize = self.entries.iter().map(|entry| size_of_val(&*entry.names.credited)).sum();
        let numbers = self.numbers.capacity() * (size_of::<(u64, u32)>() + 1);
        self.entries.capacity() * size_of::<Entry>() + credited + numbers + self.postings.bytes()
    }

    /// Takes a report in and says what it copies and what copies it among those that are there.
    ///
    /// `texts` gives the kept text of a report of the archive; one that it does not have is not compared. A report that
    /// is there already is placed again without being taken in twice.
    pub fn place<'t>(&mut self, text: &Text, texts: impl Fn(&ReportId) -> Option<Cow<'t, str>>) -> Placement {
        place(self, text, &texts)
    }

    /// Who copied whom among all reports: the same whatever the order in which they were placed.
    pub fn lineage<'t>(&self, texts: impl Fn(&ReportId) -> Option<Cow<'t, str>>) -> Lineage {
        let mut reader = Reader::new(self, &texts);
        grouping::lineage(&mut reader, |reader, number| reader.read(number).map(|read| read.sketch.clone()))
    }

    /// Takes a report in without placing it; gives its number, and its sketch where it is new.
    pub(crate) fn add(&mut self, text: &Text) -> (u32, Option<Vec<u32>>) {
        if let Some(known) = self.number(text.id) {
            return (known, None);
        }
        let wording = Wording::of(text.text);
        let signature = signature(text.text, &wording, text.credit);
        let sketch = sketch(&wording);
        (self.insert(text, &signature, &sketch), Some(sketch))
    }

    /// Takes in a new report that has been read.
    pub(crate) fn insert(&mut self, text: &Text, signature: &Signature, sketch: &[u32]) -> u32 {
        let number = self.entries.len() as u32;
        let identity = bytes_of(text.id);
        self.entries.push(Entry {
            identity,
            published: text.published,
            names: Names::of(signature, text.outlet),
            hashes: sketch.len() as u16,
            original: number,
        });
        self.numbers.insert(beginning(&identity), number);
        let named = signature.credits.iter().map(|credit| &credit.name);
        for name in named {
            let known = self.called.entry(crate::credits::key(name)).or_insert_with(|| name.clone());
            *known = name.min(known).clone();
        }
        let entries = &self.entries;
        self.postings.add(number, sketch, |report| entries[report as usize].rank());
        number
    }

    /// The number of a report.
    pub(crate) fn number(&self, id: &ReportId) -> Option<u32> {
        self.numbers.get(&beginning(&bytes_of(id))).copied()
    }

    /// A credited name by its number; of several ways to write it the first in the alphabet.
    pub(crate) fn called(&self, key: u32) -> Option<&str> {
        self.called.get(&key).map(String::as_str)
    }

    pub(crate) fn entry(&self, number: u32) -> &Entry {
        &self.entries[number as usize]
    }

    /// Notes what a report was found to copy, unless that closes a circle.
    pub(crate) fn set_original(&mut self, copy: u32, of: u32) {
        if self.origin(of) != copy {
            self.entries[copy as usize].original = of;
        }
    }

    /// Where the chain of originals of a report ends, as far as it is known.
    pub(crate) fn origin(&self, report: u32) -> u32 {
        let next = |at: &u32| Some(self.entry(*at).original).filter(|of| of != at);
        std::iter::successors(Some(report), next).last().unwrap_or(report)
    }

    /// All numbers in canonical order.
    pub(crate) fn in_order(&self) -> Vec<u32> {
        let mut numbers: Vec<u32> = (0..self.entries.len() as u32).collect();
        numbers.sort_by(|one, other| self.entry(*one).rank().cmp(&self.entry(*other).rank()));
        numbers
    }

    /// Whether the first stands before the second in canonical order.
    pub(crate) fn is_before(&self, one: u32, other: u32) -> bool {
        self.entry(one).rank() < self.entry(other).rank()
    }

    /// How many reports hold a hash.
    pub(crate) fn held_by(&self, hash: u32) -> usize {
        self.postings.holders(hash, 1, &mut Vec::new())
    }

    /// The reports among `wanted` that share most hashes with a sketch, those that share rare ones first.
    pub(crate) fn candidates(&self, sketch: &[u32], wanted: impl Fn(u32) -> bool) -> Vec<u32> {
        let mut met: BTreeMap<u32, Met> = BTreeMap::new();
        let mut holders = Vec::new();
        for hash in sketch {
            let all = self.postings.holders(*hash, HOLDERS, &mut holders);
            if holders.len() > HOLDERS {
                holders.sort_unstable_by(|one, other| self.entry(*one).rank().cmp(&self.entry(*other).rank()));
            }
            for holder in holders.iter().take(HOLDERS).filter(|holder| wanted(**holder)) {
                let met = met.entry(*holder).or_default();
                met.hashes += 1;
                met.rare += usize::from(all <= HOLDERS);
                met.weight += 1.0 / (all as f64 + 1.0).log2();
            }
        }
        let enough = |(number, met): &(u32, Met)| {
            let shorter = sketch.len().min(self.entry(*number).hashes.into()) as f64;
            let hashes = met.hashes as f64;
            let tell = met.rare >= LEAST_RARE || hashes >= MOST_OF_SKETCH * shorter;
            met.hashes >= LEAST_HASHES && hashes >= LEAST_OF_SKETCH * shorter && tell
        };
        let mut found: Vec<(f64, u32)> =
            met.into_iter().filter(enough).map(|(number, met)| (met.weight, number)).collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| self.entry(a.1).rank().cmp(&self.entry(b.1).rank())));
        found.into_iter().map(|(_, number)| number).take(COMPARED).collect()
    }
}

fn beginning(identity: &[u8; 32]) -> u64 {
    u64::from_le_bytes(std::array::from_fn(|at| identity[at]))
}

fn bytes_of(id: &ReportId) -> [u8; 32] {
    let digit = |at: usize| (id.as_str().as_bytes()[at] as char).to_digit(16).unwrap_or_default() as u8;
    std::array::from_fn(|at| digit(2 * at) * 16 + digit(2 * at + 1))
}
