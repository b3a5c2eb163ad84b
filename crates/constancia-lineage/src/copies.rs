//! Copies and origins: who retells whose words, sentence by sentence, and from where they come.
//!
//! Compares wordings, dates and credits. Does not know what a word means, what a report states, or which outlet is respectable.

mod alignment;
mod archive;
mod comparison;
mod direction;
mod forest;
mod grouping;
mod light;
mod placement;
mod postings;
mod reader;
mod relations;
mod sketch;
pub(crate) mod words;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use constancia_model::{PartialDate, ReportId, Span};
use serde::{Deserialize, Serialize};

pub use archive::Archive;
pub use direction::Direction;
pub use placement::Placement;

use reader::Reader;

/// One kept text as it is compared.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// The report.
    pub id: &'a ReportId,
    /// Its kept text.
    pub text: &'a str,
    /// When it was published, where that is known.
    pub published: Option<PartialDate>,
    /// Its signature or credit line ("Newsroom, with Northline").
    pub credit: Option<&'a str>,
    /// Who published it, where that is known.
    pub outlet: Option<&'a str>,
}

/// How a sentence is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// The same words, but for case, accents and marks.
    Verbatim,
    /// Most of its words, in nearly the same order.
    Rewritten,
    /// Both print it as a quotation: one informant, which makes neither a copy.
    Quoted,
    /// Many reports have it.
    Common,
}

/// A sentence of a copy and where it stands in the original, as byte spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Shared {
    /// In the copy.
    pub here: Span,
    /// In the original: the sentence that has most of it.
    pub there: Span,
    /// How much alike they are.
    pub how: How,
}

/// A report that retells another's words.
#[derive(Debug, Clone, PartialEq)]
pub struct Copy {
    /// The report that retells.
    pub copy: ReportId,
    /// The report whose words it uses.
    pub of: ReportId,
    /// Share of the copy's words with meaning that stand in the original, 0 to 1; quotations that both print and
    /// headlines are counted on neither side, and a sentence that was rewritten counts as far as it is sure.
    pub shared: f64,
    /// Which rule says that this one is the copy.
    pub rule: Direction,
    /// The sentences that are shared, in the order of the copy.
    pub sentences: Vec<Shared>,
}

/// What an origin is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OriginKind {
    /// A report that others retell.
    Report,
    /// A communiqué that several print.
    Communique,
    /// Whoever is credited for the words: an agency, another outlet.
    Credited,
}

/// Reports whose words come from one place.
///
/// Why each of them is here is said by the `Copy` that names it: what is shared, sentence by sentence, and which rule gave
/// the direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The first of them: the report that copies none of the others.
    pub report: ReportId,
    /// What it is.
    pub kind: OriginKind,
    /// Who sent it by the reports' own account ("EFE").
    pub called: Option<String>,
    /// All reports of the group, in canonical order.
    pub reports: Vec<ReportId>,
}

/// Who copied whom.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lineage {
    /// Every copy by its identity, the original that it shares most with first. A report that is put together from several
    /// stands here once for each.
    pub copies: Vec<Copy>,
    /// For every report the origin of its words; a report that copied nobody is its own origin. The origin of a report that
    /// is put together is that of its first original.
    pub origins: BTreeMap<ReportId, ReportId>,
    /// For every copy the sentences that stand in none of its originals.
    pub own: BTreeMap<ReportId, Vec<Span>>,
    /// The origins that several reports share or that a report credits, by their first report.
    pub groups: Vec<Origin>,
}

/// Compares all texts with each other.
///
/// A text given twice under one identity counts once. Work and memory are near linear in the number of words, also
/// where hundreds of reports are near-twins.
pub fn lineage(texts: &[Text]) -> Lineage {
    let mut archive = Archive::new();
    let mut sketches = Vec::with_capacity(texts.len());
    let mut by_id: HashMap<&ReportId, &str> = HashMap::with_capacity(texts.len());
    for text in texts {
        sketches.extend(archive.add(text).1);
        by_id.entry(text.id).or_insert(text.text);
    }
    let fetch = |id: &ReportId| by_id.get(id).map(|text| Cow::Borrowed(*text));
    grouping::lineage(&mut Reader::new(&archive, &fetch), |_, number| Some(sketches[number as usize].clone()))
}

#[cfg(test)]
mod tests;
