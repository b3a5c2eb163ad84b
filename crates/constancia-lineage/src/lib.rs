//! Who copied whom: copies and origins.
//!
//! Compares wordings only. This room does not know what a word means, what a report states, or which outlet is
//! respectable; it sees texts, dates and credit lines, and answers the same whatever the order they arrive in.

mod alignment;
mod candidates;
mod direction;
mod forest;
mod wording;

use std::collections::BTreeMap;

use constancia_model::{PartialDate, ReportId, Span};

use crate::wording::Wording;

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
}

/// A report that retells another's words.
#[derive(Debug, Clone, PartialEq)]
pub struct Copy {
    /// The report that retells.
    pub copy: ReportId,
    /// The report whose words it uses.
    pub of: ReportId,
    /// Share of the copy's words that stand in the original, 0 to 1; quotations are not counted on either side.
    pub shared: f64,
    /// Stretches with the same words, in the copy and in the original, as byte spans in the order of the copy.
    pub sentences: Vec<(Span, Span)>,
}

/// Who copied whom.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lineage {
    /// Every copy with the one original it is closest to, by the copy's identity.
    pub copies: Vec<Copy>,
    /// For every report the origin of its words; a report that copied nobody is its own origin.
    pub origins: BTreeMap<ReportId, ReportId>,
}

/// Compares all texts with each other.
///
/// A text given twice under one identity counts once. Work and memory are near linear in the number of words, also
/// where hundreds of reports are near-twins.
pub fn lineage(texts: &[Text]) -> Lineage {
    let wordings = in_canonical_order(texts);
    let pairs = candidates::pairs(&wordings);
    let parents = forest::parents(wordings.len(), pairs.iter().map(|pair| direction::directed(&wordings, pair)));
    let origins = forest::roots(&parents);
    let mut copies: Vec<Copy> = parents
        .iter()
        .enumerate()
        .filter_map(|(copy, of)| Some(alignment::copy(&wordings[copy], &wordings[(*of)?])))
        .collect();
    copies.sort_by(|a, b| a.copy.cmp(&b.copy));
    let identity = |index: usize| wordings[index].id.clone();
    Lineage {
        copies,
        origins: origins.iter().enumerate().map(|(at, origin)| (identity(at), identity(*origin))).collect(),
    }
}

/// Likely originals first: by date with undated last, the longer first, then by identity.
fn in_canonical_order(texts: &[Text]) -> Vec<Wording> {
    let unique: BTreeMap<&ReportId, &Text> = texts.iter().map(|text| (text.id, text)).collect();
    let mut wordings: Vec<Wording> = unique.into_values().map(Wording::of).collect();
    wordings.sort_by_cached_key(|wording| {
        let day = wording.published.and_then(PartialDate::earliest);
        (day.is_none(), day, std::cmp::Reverse(wording.words.len()), wording.id.clone())
    });
    wordings
}

#[cfg(test)]
mod tests;
