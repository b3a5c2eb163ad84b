//! From pairs of texts to who copied whom, for one text and its partners. Does not look for pairs.

use std::collections::BTreeSet;

use constancia_model::Span;

use super::alignment::{Taken, align};
use super::archive::Archive;
use super::comparison::Comparison;
use super::direction::{Direction, Side, copy_is_first};
use super::reader::{Read, Reader, is_common};
use super::{Copy, How, Shared};

/// Words with meaning that a second original must add.
const ADDED: usize = 10;

/// Sentences that two originals of one text may both have, as a share of the fewer.
const BOTH: f64 = 0.3;

/// From this share on a text stands as a whole in another.
const WHOLE: f64 = 0.9;

/// Two reports, one of which retells the other.
#[derive(Debug, Clone)]
pub(crate) struct Pair {
    /// The later one in canonical order.
    pub later: u32,
    /// The other.
    pub earlier: u32,
    /// What they share, seen from the later.
    pub comparison: Comparison,
}

impl Pair {
    /// Compares two reports; `None` where neither is the other's copy.
    pub fn of(reader: &mut Reader, one: u32, other: u32) -> Option<Self> {
        let (earlier, later) = if reader.archive.is_before(one, other) { (one, other) } else { (other, one) };
        Some(Self { later, earlier, comparison: reader.compare(later, earlier)? })
    }

    /// The partner of a report.
    pub fn partner(&self, of: u32) -> u32 {
        if self.later == of { self.earlier } else { self.later }
    }

    fn shared_of(&self, report: u32) -> f64 {
        if self.later == report { self.comparison.of_one } else { self.comparison.of_other }
    }

    /// The sentences of a report that stand in its partner.
    fn sentences_of(&self, report: u32) -> BTreeSet<usize> {
        let place = |taken: &Taken| if self.later == report { taken.here } else { taken.there };
        self.comparison.taken.iter().map(place).collect()
    }
}

/// A pair with its direction.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Directed {
    /// The report that retells.
    pub copy: u32,
    /// The report that it retells.
    pub of: u32,
    /// Share of the copy's words that stand in the original.
    pub shared: f64,
    /// The rule that decided.
    pub rule: Direction,
}

/// Which of the two is the copy. Where nothing tells, the later one in canonical order stands as the copy of the other.
pub(crate) fn directed(archive: &Archive, pair: &Pair, merged: impl Fn(u32) -> bool) -> Directed {
    let side = |report: u32| Side {
        published: archive.entry(report).published,
        names: &archive.entry(report).names,
        shared: pair.shared_of(report),
        merged: merged(report),
    };
    let decided = copy_is_first(&side(pair.later), &side(pair.earlier));
    let (later_is_copy, rule) = decided.unwrap_or((true, Direction::Unsure));
    let (copy, of) = if later_is_copy { (pair.later, pair.earlier) } else { (pair.earlier, pair.later) };
    Directed { copy, of, shared: pair.shared_of(copy), rule }
}

/// Whether a report is put together from two that have nothing to do with each other. Two extracts of one long report look
/// the same from there, but stand in it as a whole and leave a part of it out.
pub(crate) fn is_merged(report: u32, pairs: &[&Pair], related: impl Fn(u32, u32) -> bool) -> bool {
    let apart = |one: &Pair, other: &Pair| {
        let (mine, theirs) = (one.sentences_of(report), other.sentences_of(report));
        let both = mine.intersection(&theirs).count() as f64;
        both <= BOTH * mine.len().min(theirs.len()) as f64
    };
    let whole = |pair: &Pair| pair.shared_of(pair.partner(report)) >= WHOLE;
    let extracts = |one: &Pair, other: &Pair| {
        whole(one) && whole(other) && one.shared_of(report) + other.shared_of(report) < WHOLE
    };
    pairs.iter().enumerate().any(|(at, one)| {
        pairs[..at].iter().any(|other| {
            !related(one.partner(report), other.partner(report)) && apart(one, other) && !extracts(one, other)
        })
    })
}

/// The copies that a report is: of its first original, and of every further one that adds enough to those before it.
/// `originals` come with the first original first.
pub(crate) fn copies(reader: &mut Reader, originals: &[Directed]) -> Vec<Copy> {
    let mut covered = BTreeSet::new();
    let mut found = Vec::new();
    for directed in originals {
        let (Some(here), Some(there)) = (reader.read(directed.copy), reader.read(directed.of)) else { continue };
        let taken = align(here.wording(), &there.indexed);
        let added = taken.iter().filter(|taken| !covered.contains(&taken.here)).map(|taken| taken.words).sum::<usize>();
        if found.is_empty() || added >= ADDED {
            covered.extend(taken.iter().map(|taken| taken.here));
            found.push(copy(reader.archive, directed, &taken, &here, &there));
        }
    }
    found
}

fn copy(archive: &Archive, directed: &Directed, taken: &[Taken], here: &Read, there: &Read) -> Copy {
    let shared = |taken: &Taken| {
        let (mine, theirs) = (&here.wording().sentences[taken.here], &there.wording().sentences[taken.there]);
        Shared {
            here: here.wording().span(mine),
            there: there.wording().span(theirs),
            how: match (mine.quoted && theirs.quoted, is_common(archive, here.wording(), taken.here), taken.verbatim) {
                (true, ..) => How::Quoted,
                (_, true, _) => How::Common,
                (_, _, true) => How::Verbatim,
                _ => How::Rewritten,
            },
        }
    };
    Copy {
        copy: archive.entry(directed.copy).id(),
        of: archive.entry(directed.of).id(),
        shared: directed.shared,
        rule: directed.rule,
        sentences: taken.iter().map(shared).collect(),
    }
}

/// The sentences of a report that stand in none of its originals.
pub(crate) fn own(read: &Read, copies: &[Copy]) -> Vec<Span> {
    let taken: BTreeSet<Span> = copies.iter().flat_map(|copy| &copy.sentences).map(|shared| shared.here).collect();
    let spans = read.wording().sentences.iter().map(|sentence| read.wording().span(sentence));
    spans.filter(|span| !taken.contains(span)).collect()
}
