//! Which of two texts with shared wording is the copy. Knows dates, credits and shares; does not look for pairs.

use constancia_model::PartialDate;
use serde::{Deserialize, Serialize};

use crate::credits::{Reach, Signature};

/// How much more of one text than of the other must be shared before the one counts as contained in the other.
const CONTAINED: f64 = 0.15;

/// By which rule one text counts as the copy of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// It was published on a later day.
    Date,
    /// It credits the other, or prints the communiqué that the other is.
    Credit,
    /// It is put together from the other and from a text that has nothing to do with the other.
    Merged,
    /// Clearly more of it stands in the other than the other way round.
    Containment,
    /// Nothing tells: the two share an origin, and either may be the original.
    Unsure,
}

/// Whom a report names as sender or credits, as hashes of names; what is kept of a signature for later reports.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    /// Its outlet and the agency that sent it.
    pub own: [Option<u32>; 2],
    /// Whom it credits; for the whole report first.
    pub credited: Box<[u32]>,
    /// How many of these are credited for the whole report.
    pub whole: u8,
    /// Whether it is a communiqué.
    pub communique: bool,
    /// Whether it announces one.
    pub prints: bool,
}

impl Names {
    /// The names of a report's signature and outlet.
    pub fn of(signature: &Signature, outlet: Option<&str>) -> Self {
        let mut credits: Vec<_> = signature.credits.iter().map(|c| (c.reach, crate::credits::key(&c.name))).collect();
        credits.sort_by_key(|(reach, _)| *reach);
        Self {
            own: [outlet.map(crate::credits::key), signature.sender.as_deref().map(crate::credits::key)],
            whole: credits.iter().filter(|(reach, _)| *reach == Reach::Whole).count().min(255) as u8,
            credited: credits.into_iter().map(|(_, key)| key).collect(),
            communique: signature.communique,
            prints: signature.prints,
        }
    }

    /// Whether this report credits the other and not the other way round.
    fn credits(&self, other: &Self) -> bool {
        let same_sender = self.own[1].is_some() && self.own[1] == other.own[1];
        let names = |one: &Self, other: &Self| {
            other.own.iter().flatten().any(|own| one.credited.contains(own) && !one.own.contains(&Some(*own)))
        };
        !same_sender && names(self, other) && !names(other, self)
    }

    /// Whether both come from one source by their own account, or one from the other.
    pub fn agree(&self, other: &Self) -> bool {
        let named = |one: &Self, other: &Self| {
            other.own.iter().flatten().chain(other.credited.iter()).any(|name| one.credited.contains(name))
        };
        named(self, other) || named(other, self)
    }

    /// Whom the whole report comes from by its own account: the sender of its dateline, or else whom it credits so.
    pub fn source(&self) -> Option<u32> {
        self.own[1]
            .or_else(|| self.credited[..self.whole.into()].iter().copied().find(|key| !self.own.contains(&Some(*key))))
    }

    /// Whether one outlet published both.
    pub fn same_outlet(&self, other: &Self) -> bool {
        self.own[0].is_some() && self.own[0] == other.own[0]
    }
}

/// What decides between two texts.
pub(crate) struct Side<'a> {
    /// When it was published.
    pub published: Option<PartialDate>,
    /// Whom it names.
    pub names: &'a Names,
    /// Share of its words that stand in the other.
    pub shared: f64,
    /// Whether it is put together from the other and a third.
    pub merged: bool,
}

/// Whether the first is the copy, and by which rule; `None` where nothing tells.
pub(crate) fn copy_is_first(one: &Side, other: &Side) -> Option<(bool, Direction)> {
    let decide = |first: bool, second: bool, rule| (first != second).then_some((first, rule));
    decide(is_after(one.published, other.published), is_after(other.published, one.published), Direction::Date)
        .or_else(|| decide(one.names.credits(other.names), other.names.credits(one.names), Direction::Credit))
        .or_else(|| decide(prints(one.names, other.names), prints(other.names, one.names), Direction::Credit))
        .or_else(|| decide(one.merged, other.merged, Direction::Merged))
        .or_else(|| {
            let more = |a: &Side, b: &Side| a.shared - b.shared > CONTAINED;
            decide(more(one, other), more(other, one), Direction::Containment)
        })
}

/// Whether one prints the communiqué that the other is.
fn prints(one: &Names, other: &Names) -> bool {
    one.prints && !other.prints || !one.communique && other.communique
}

/// Only dates that cannot coincide tell: a report of "January" may be older than one of the ninth.
fn is_after(one: Option<PartialDate>, other: Option<PartialDate>) -> bool {
    let (first, last) = (one.and_then(PartialDate::earliest), other.and_then(PartialDate::latest));
    first.zip(last).is_some_and(|(first, last)| last < first)
}
