//! What is known of one person beside her name, gathered from all her mentions, and how that of two compares.

use std::collections::{BTreeMap, BTreeSet};

use constancia_model::{Attribute, AttributeField, PartialDate, Status, StatusEvent};

use super::values;
use super::weights::{
    AFFILIATION, AGE, CHILD, LAWYER, LIFE, MONTH, NATIONALITY, OWN_DAY, PARENT, RELATIVE_BY_GIVEN_NAME, RELEASE_DAY,
    ROLE, SIBLING, SPOUSE, Weight,
};
use super::{Finding, finding};
use crate::card::Field;
use crate::name::Name;

/// Values that are kept of one field; a person in ten thousand reports is known by fewer.
const KEPT: usize = 16;

/// Years that two reported ages may lie apart, counted from the days of the reports: birthdays, careless reports.
const AGE_TOLERANCE: i16 = 2;

/// Years of birth of one step.
const BIRTHS: i16 = 3;

/// An age with the year of the report that gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Age {
    years: i16,
    said_in: Option<i16>,
}

/// What is known of a person.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    ages: BTreeSet<Age>,
    /// One set a mention, because one person may have two nationalities.
    nationalities: BTreeSet<BTreeSet<String>>,
    said: BTreeMap<Field, BTreeSet<String>>,
    roles: BTreeSet<String>,
    affiliations: BTreeSet<String>,
    relatives: BTreeMap<Field, BTreeSet<Vec<String>>>,
    dates: BTreeSet<(Status, PartialDate)>,
    pub countries: BTreeSet<String>,
    pub places: BTreeSet<String>,
    pub companions: BTreeSet<u64>,
}

/// Adds as many as are kept.
fn keep<T: Ord>(set: &mut BTreeSet<T>, values: impl IntoIterator<Item = T>) {
    for value in values {
        if set.len() >= KEPT {
            return;
        }
        set.insert(value);
    }
}

impl Facts {
    /// What one report says of a person.
    pub fn of(attributes: &[&Attribute], events: &[&StatusEvent], published: Option<PartialDate>) -> Self {
        let mut facts = Self::default();
        let said_in = published.and_then(|date| date.earliest()).map(|day| day.year());
        let mut nationalities = BTreeSet::new();
        for Attribute { field, value, .. } in attributes {
            facts.add(*field, value, said_in, &mut nationalities);
        }
        keep(&mut facts.nationalities, Some(nationalities).filter(|named| !named.is_empty()));
        events.iter().for_each(|event| facts.add_event(event));
        facts
    }

    fn add(&mut self, field: AttributeField, value: &str, said_in: Option<i16>, nationalities: &mut BTreeSet<String>) {
        let row = match field {
            AttributeField::Age => {
                keep(&mut self.ages, values::age(value).map(|years| Age { years, said_in }));
                Field::Age
            }
            AttributeField::Nationality => {
                nationalities.extend(values::nationalities(value));
                Field::Nationality
            }
            AttributeField::Role => {
                keep(&mut self.roles, values::roles(value));
                Field::Role
            }
            AttributeField::Affiliation => {
                keep(&mut self.affiliations, values::organisation(value));
                Field::Affiliation
            }
            AttributeField::Spouse => self.add_relative(Field::Spouse, value),
            AttributeField::Sibling => self.add_relative(Field::Sibling, value),
            AttributeField::Parent => self.add_relative(Field::Parent, value),
            AttributeField::Child => self.add_relative(Field::Child, value),
            AttributeField::Lawyer => self.add_relative(Field::Lawyer, value),
        };
        keep(self.said.entry(row).or_default(), [value.to_owned()]);
    }

    fn add_relative(&mut self, field: Field, name: &str) -> Field {
        let words = Name::read(name).words;
        keep(self.relatives.entry(field).or_default(), Some(words).filter(|words| !words.is_empty()));
        field
    }

    fn add_event(&mut self, event: &StatusEvent) {
        keep(&mut self.dates, event.date.map(|date| (event.status, date)));
        let Some(place) = event.place.as_deref().filter(|_| event.status.in_custody()) else { return };
        keep(&mut self.countries, values::countries(place));
        keep(&mut self.places, values::places(place));
        keep(self.said.entry(Field::Place).or_default(), [place.to_owned()]);
    }

    /// Takes over what is known of the same person from elsewhere.
    pub fn merge(&mut self, other: Self) {
        keep(&mut self.ages, other.ages);
        keep(&mut self.nationalities, other.nationalities);
        keep(&mut self.roles, other.roles);
        keep(&mut self.affiliations, other.affiliations);
        keep(&mut self.dates, other.dates);
        keep(&mut self.countries, other.countries);
        keep(&mut self.places, other.places);
        other.said.into_iter().for_each(|(field, said)| keep(self.said.entry(field).or_default(), said));
        other.relatives.into_iter().for_each(|(field, names)| keep(self.relatives.entry(field).or_default(), names));
        self.companions.extend(other.companions);
        while self.companions.len() > KEPT * 4 {
            self.companions.pop_last();
        }
    }

    /// How much is known: fields that say something.
    pub fn richness(&self) -> usize {
        self.said.len() + usize::from(!self.dates.is_empty()) + usize::from(!self.places.is_empty())
    }

    /// Words that tell people of one name apart, for blocks: steps of years of birth that overlap, places, companions.
    pub fn telling(&self) -> Vec<String> {
        let born =
            self.ages.iter().filter_map(|age| age.said_in.map(|year| (year - age.years).div_euclid(BIRTHS))).take(1);
        let steps = born.flat_map(|step| [step, step + 1]);
        let mut telling: Vec<String> = steps.map(|step| format!("born {step}")).collect();
        telling.extend(self.places.iter().take(3).cloned());
        telling.extend(self.companions.iter().take(4).map(u64::to_string));
        telling
    }

    /// What is said in a field, in the words of the reports where there are any.
    pub fn values(&self, field: Field) -> Vec<String> {
        match field {
            Field::Country => self.countries.iter().cloned().collect(),
            Field::Date => self.dates.iter().map(|(status, date)| format!("{status} {date}")).collect(),
            _ => self.said.get(&field).map(|said| said.iter().cloned().collect()).unwrap_or_default(),
        }
    }
}

/// Ages, counted from the days of the reports where both have one.
pub(super) fn age(one: &Facts, other: &Facts) -> Option<Finding> {
    let apart = |a: &Age, b: &Age| match (a.said_in, b.said_in) {
        (Some(then), Some(now)) => (then - a.years).abs_diff(now - b.years),
        _ => a.years.abs_diff(b.years),
    };
    let far = |a: &Age| other.ages.iter().any(|b| apart(a, b) > AGE_TOLERANCE.unsigned_abs());
    let agrees = (!one.ages.is_empty() && !other.ages.is_empty()).then(|| !one.ages.iter().any(far));
    finding(Field::Age, agrees, AGE)
}

/// Nationalities: those of each mention must have one in common with those of each other.
pub(super) fn nationality(one: &Facts, other: &Facts) -> Option<Finding> {
    let (ones, others) = (&one.nationalities, &other.nationalities);
    let foreign = |a: &BTreeSet<String>| others.iter().any(|b| a.is_disjoint(b));
    let agrees = (!ones.is_empty() && !others.is_empty()).then(|| !ones.iter().any(foreign));
    finding(Field::Nationality, agrees, NATIONALITY)
}

fn in_common(one: &BTreeSet<String>, other: &BTreeSet<String>) -> Option<bool> {
    (!one.is_empty() && !other.is_empty()).then(|| !one.is_disjoint(other))
}

/// Occupations and offices.
pub(super) fn role(one: &Facts, other: &Facts) -> Option<Finding> {
    finding(Field::Role, in_common(&one.roles, &other.roles), ROLE)
}

/// Groups and institutions.
pub(super) fn affiliation(one: &Facts, other: &Facts) -> Option<Finding> {
    let agrees = in_common(&one.affiliations, &other.affiliations);
    finding(Field::Affiliation, agrees, AFFILIATION)
}

/// Relatives and lawyers, a row each.
pub(super) fn relatives(one: &Facts, other: &Facts) -> Vec<Finding> {
    let kinds = [
        (Field::Spouse, SPOUSE),
        (Field::Parent, PARENT),
        (Field::Child, CHILD),
        (Field::Sibling, SIBLING),
        (Field::Lawyer, LAWYER),
    ];
    kinds.into_iter().filter_map(|(field, weight)| relative(one, other, field, weight)).collect()
}

fn relative(one: &Facts, other: &Facts, field: Field, weight: Weight) -> Option<Finding> {
    let (ones, others) = (one.relatives.get(&field)?, other.relatives.get(&field)?);
    let shared = |a: &Vec<String>, b: &Vec<String>| a.iter().filter(|word| b.contains(word)).count();
    let most = ones.iter().flat_map(|a| others.iter().map(move |b| shared(a, b))).max().unwrap_or_default();
    let by_given = || ones.iter().any(|a| others.iter().any(|b| a.len().min(b.len()) == 1 && a[0] == b[0]));
    match most {
        0 => finding(field, Some(false), weight),
        1 if by_given() => finding(field, Some(true), RELATIVE_BY_GIVEN_NAME),
        1 => None,
        _ => finding(field, Some(true), weight),
    }
}

/// Days of the same kind of event: the one that says most.
pub(super) fn dates(one: &Facts, other: &Facts) -> Option<Finding> {
    let compared = one.dates.iter().flat_map(|a| other.dates.iter().map(move |b| (a, b)));
    let same_kind = compared.filter(|(a, b)| a.0 == b.0);
    let rows = same_kind.filter_map(|((status, a), (_, b))| date(*status, *a, *b));
    rows.max_by(|a, b| a.bits.total_cmp(&b.bits))
}

fn date(status: Status, one: PartialDate, other: PartialDate) -> Option<Finding> {
    let weight = match (one.single_day().is_some() && other.single_day().is_some(), status) {
        (true, Status::Detained | Status::Convicted | Status::Died | Status::Rearrested) => OWN_DAY,
        (true, Status::Released | Status::Transferred | Status::Charged) => RELEASE_DAY,
        (false, Status::Detained | Status::Died | Status::Released) if is_short(one) && is_short(other) => MONTH,
        _ => return None,
    };
    finding(Field::Date, Some(one.may_coincide(other)), weight)
}

/// A month or less.
fn is_short(date: PartialDate) -> bool {
    let ends = date.earliest().zip(date.latest());
    ends.is_some_and(|(first, last)| first.year() == last.year() && first.month() == last.month())
}

/// Whether one died before something happened to the other.
pub(super) fn life(one: &Facts, other: &Facts) -> Option<Finding> {
    let died = |facts: &Facts| {
        let deaths = facts.dates.iter().filter(|(status, _)| *status == Status::Died);
        deaths.filter_map(|(_, date)| date.latest()).max()
    };
    let taken_after = |facts: &Facts, death| {
        let taken =
            |status| matches!(status, Status::Detained | Status::Rearrested | Status::Convicted | Status::Transferred);
        facts.dates.iter().any(|(status, date)| taken(*status) && date.earliest().is_some_and(|first| first > death))
    };
    let contradicts = died(one).is_some_and(|death| taken_after(other, death))
        || died(other).is_some_and(|death| taken_after(one, death));
    finding(Field::Life, contradicts.then_some(false), LIFE)
}
