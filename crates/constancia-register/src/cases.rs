//! One person's row of the register: what is told of her as facts in order, the stays in custody they fall into, and
//! what holds on a day. Merges nobody and counts nobody.

pub(crate) mod cells;
pub(crate) mod events;
pub(crate) mod held;
pub(crate) mod line;
pub(crate) mod opposition;
pub(crate) mod stays;
mod today;

use constancia_model::{Attribute, PartialDate, Status};
use jiff::civil::Date;

use crate::rules::CertaintyRule;
use crate::told::{Told, ToldEvent};
use crate::words::places::Places;

/// By what facts are judged: the group's rule, and what the register knows of places.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sight<'a> {
    pub rule: &'a CertaintyRule,
    pub places: &'a Places,
}

/// Everything told of one person, in order of publication.
#[derive(Debug, Default)]
pub(crate) struct Dossier<'a> {
    pub events: Vec<ToldEvent<'a>>,
    pub attributes: Vec<(&'a Attribute, &'a Told)>,
}

impl Dossier<'_> {
    /// Leaves out what had not happened on `day` as far as the register knows today.
    pub fn until(&mut self, day: Date) {
        self.events.retain(|one| has_happened(one, day));
    }
}

/// Whether something told had happened on a day: by its own date; a plan, and what has no date, from its publication.
fn has_happened(one: &ToldEvent<'_>, day: Date) -> bool {
    let plan = one.event.status == Status::Announced;
    let own = if plan { None } else { one.event.date.and_then(PartialDate::earliest) };
    own.or(one.told.published_day()).is_none_or(|from| from <= day)
}
