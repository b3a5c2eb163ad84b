//! The features of a gist as terms: what can be shared, and how much it says. Knows no other report.

use constancia_model::{Features, Gist};

/// Features of one class are compared with each other by their text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Class {
    /// Part of a name of whatever kind: what one text takes for a person another takes for a firm.
    Name,
    /// A place as a whole.
    Place,
    /// A number.
    Number,
    /// A day, month or year.
    Date,
    /// A kind of event.
    Event,
    /// A word of one language.
    Word,
}

/// The part of a gist that a term comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Aspect {
    Person,
    Place,
    Institution,
    Number,
    Date,
    Event,
    Word,
}

/// Features of one aspect beyond so many are left out, the least prominent first.
const MOST: usize = 64;

impl Aspect {
    /// What a term of this aspect counts for beside the others. With the constants of `similarity`, `joining` and `camps`
    /// one setting for all archives: docs/STORIES.md.
    pub fn weight(self) -> f64 {
        match self {
            Self::Person => 1.3,
            Self::Event => 0.8,
            _ => 1.0,
        }
    }

    /// In how many reports a term of this aspect is taken to stand before any archive says so.
    pub fn commonness(self) -> usize {
        match self {
            Self::Person | Self::Date => 1,
            Self::Place | Self::Institution => 3,
            Self::Number => 4,
            Self::Word => 8,
            Self::Event => 10,
        }
    }
}

/// A feature that can be shared, with its prominence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found<'g> {
    pub class: Class,
    pub text: &'g str,
    pub aspect: Aspect,
    pub prominence: u8,
}

/// The terms of a gist, each class and text once. A place counts as a whole and by the parts of its name.
pub(super) fn terms(gist: &Gist) -> Vec<Found<'_>> {
    let features = [
        (&gist.persons, Class::Name, Aspect::Person),
        (&gist.places, Class::Place, Aspect::Place),
        (&gist.institutions, Class::Name, Aspect::Institution),
        (&gist.numbers, Class::Number, Aspect::Number),
        (&gist.dates, Class::Date, Aspect::Date),
        (&gist.events, Class::Event, Aspect::Event),
        (&gist.words, Class::Word, Aspect::Word),
    ];
    let mut found = Vec::new();
    for (features, class, aspect) in features {
        let term = |(text, prominence)| Found { class, text, aspect, prominence };
        found.extend(most_prominent(features).into_iter().map(term));
    }
    let parts = found.iter().filter(|term| term.class == Class::Place).flat_map(parts_of_name).collect::<Vec<_>>();
    found.extend(parts);
    merged(found)
}

/// The most prominent first; of two alike the one that comes first by text.
fn most_prominent(features: &Features) -> Vec<(&str, u8)> {
    let mut ranked: Vec<(&str, u8)> = features.iter().map(|(text, prominence)| (text.as_str(), *prominence)).collect();
    ranked.sort_by_key(|(text, prominence)| (std::cmp::Reverse(*prominence), *text));
    ranked.truncate(MOST);
    ranked
}

fn parts_of_name<'g>(place: &Found<'g>) -> impl Iterator<Item = Found<'g>> + use<'g> {
    let place = *place;
    let parts = place.text.split(|c: char| !c.is_alphanumeric()).filter(|part| part.len() > 2);
    parts.map(move |text| Found { class: Class::Name, text, ..place })
}

/// One term for each class and text, of its first aspect.
fn merged(mut found: Vec<Found>) -> Vec<Found> {
    found.sort();
    found.dedup_by(|next, first| {
        let same = (next.class, next.text) == (first.class, first.text);
        if same {
            first.prominence = first.prominence.saturating_add(next.prominence);
        }
        same
    });
    found
}
