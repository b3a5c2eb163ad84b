//! What cannot all be so, who says which, and what explains it. Averages nothing and chooses nothing.

pub(crate) mod lists;
pub(crate) mod of_person;

use constancia_model::{Status, Verdict};
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::brief::{Contradiction, ContradictionAbout, Explanation, Side};
use crate::ledger::hexadecimal;
use crate::told::{Told, rulings, sources};
use crate::voices::Voices;

/// Two words of one kind that are published no further apart speak of one moment.
pub(crate) const ONE_MOMENT_DAYS: i32 = 7;

/// What a contradiction is about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Subject<'a> {
    pub about: ContradictionAbout,
    /// Identity and name of the person.
    pub person: Option<(&'a str, &'a str)>,
    pub status: Status,
    pub population: Option<&'a str>,
    pub place: Option<&'a str>,
}

/// One side before it is known whether anybody says otherwise.
pub(crate) struct Claim<'a> {
    pub value: String,
    pub told: Vec<&'a Told>,
}

/// The contradiction between those claims that exclude another one that an independent voice makes.
pub(crate) fn between<'a>(
    subject: Subject<'_>,
    explained: Option<Explanation>,
    claims: Vec<Claim<'a>>,
    excludes: impl Fn(usize, usize) -> bool,
) -> Option<Contradiction> {
    let voices: Vec<Voices<'_>> = claims.iter().map(|claim| Voices::of(claim.told.iter().copied())).collect();
    let stands = |one: usize| {
        (0..claims.len())
            .any(|other| one != other && excludes(one, other) && voices[one].independent_of(&voices[other]))
    };
    let standing: Vec<bool> = (0..claims.len()).map(stands).collect();
    let claims = claims.into_iter().zip(&standing).filter(|(_, stands)| **stands).map(|(claim, _)| claim);
    let claims: Vec<Claim<'_>> = claims.collect();
    (claims.len() > 1).then(|| contradiction(subject, explained, claims))
}

/// These claims side by side, whoever makes them.
pub(crate) fn contradiction(
    subject: Subject<'_>,
    explained: Option<Explanation>,
    mut claims: Vec<Claim<'_>>,
) -> Contradiction {
    for claim in &mut claims {
        claim.told.sort_by(|one, other| one.cmp_published(other));
    }
    let all = claims.iter().flat_map(|claim| claim.told.iter().copied());
    let rulings = rulings(all);
    let id = identity(subject, &claims);
    let side = |claim: Claim<'_>| Side {
        ruled: ruled(&claim.told),
        value: claim.value,
        sources: sources(claim.told.iter().copied()),
    };
    Contradiction {
        id,
        about: subject.about,
        person: subject.person.map(|(_, name)| name.to_owned()),
        person_id: subject.person.map(|(id, _)| id.to_owned()),
        status: subject.status,
        population: subject.population.map(str::to_owned),
        place: subject.place.map(str::to_owned),
        explained,
        rulings,
        sides: claims.into_iter().map(side).collect(),
    }
}

/// A side stands where one of its statements was ruled to stand, and falls where all of them were ruled to fall.
fn ruled(told: &[&Told]) -> Option<Verdict> {
    let any = |verdict| told.iter().any(|told| told.ruled() == Some(verdict));
    if any(Verdict::Stands) {
        return Some(Verdict::Stands);
    }
    if told.iter().all(|told| told.falls()) {
        return Some(Verdict::Falls);
    }
    told.iter().any(|told| told.ruling.is_some()).then_some(Verdict::Open)
}

fn identity(subject: Subject<'_>, claims: &[Claim<'_>]) -> String {
    let mut values: Vec<&str> = claims.iter().map(|claim| claim.value.as_str()).collect();
    values.sort_unstable();
    let first = claims.iter().flat_map(|claim| &claim.told).map(|told| told.id()).min().unwrap_or_default();
    let person = subject.person.map_or(first.as_str(), |(id, _)| id);
    let parts = [
        &format!("{:?}", subject.about),
        person,
        subject.status.name(),
        subject.population.unwrap_or_default(),
        subject.place.unwrap_or_default(),
        &values.join("\n"),
    ];
    hexadecimal(&Sha256::digest(parts.join("\n"))[..6])
}

/// Whether two publications speak of one moment; one of unknown date may.
pub(crate) fn published_together(one: Option<Date>, other: Option<Date>) -> bool {
    one.zip(other).is_none_or(|(one, other)| days_between(one, other).abs() <= ONE_MOMENT_DAYS)
}

/// Days from the one to the other; negative where the other is earlier.
pub(crate) fn days_between(one: Date, other: Date) -> i32 {
    one.until(other).map_or(i32::MAX, |span| span.get_days())
}

#[cfg(test)]
mod tests;
