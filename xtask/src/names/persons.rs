//! The invented persons of `evaluation/persons.toml`: who is joined by rule, beside who is one. Must not know how.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use constancia_identity::{Candidate, propose};
use constancia_model::{Attribute, AttributeField, PersonMention, ReportId, Status, StatusEvent};
use serde::Deserialize;

use crate::program::root;

#[derive(Deserialize)]
struct Set {
    report: Vec<Report>,
}

#[derive(Deserialize)]
struct Report {
    published: String,
    mentions: Vec<Vec<String>>,
}

/// How the persons came out.
pub struct Outcome {
    /// Pairs of names that were joined and are two people's.
    pub wrong: Vec<String>,
    /// Persons of several mentions who are not one.
    pub apart: Vec<String>,
    /// Persons of several mentions.
    pub several: usize,
}

/// Proposes for the whole set and follows what is certain.
pub fn measure() -> Result<Outcome> {
    let text = std::fs::read_to_string(root().join("evaluation/persons.toml")).context("evaluation/persons.toml")?;
    let set: Set = toml::from_str(&text).context("evaluation/persons.toml")?;
    let (mut candidates, mut whose) = (Vec::new(), BTreeMap::new());
    for (number, report) in set.report.iter().enumerate() {
        for mention in &report.mentions {
            let [person, name, facts @ ..] = mention.as_slice() else { bail!("a mention needs a person and a name") };
            let candidate = candidate(number, &report.published, name, facts)?;
            whose.insert(candidate.mention.clone(), person.as_str());
            candidates.push(candidate);
        }
    }
    let mut groups: BTreeMap<PersonMention, usize> = whose.keys().cloned().zip(0..).collect();
    for proposal in propose(&candidates, &[]).into_iter().filter(|proposal| proposal.certain) {
        let (one, other) = proposal.judgement.mentions;
        let (keep, merge) = (groups[&one], groups[&other]);
        groups.values_mut().filter(|group| **group == merge).for_each(|group| *group = keep);
    }
    Ok(outcome(&whose, &groups))
}

fn outcome(whose: &BTreeMap<PersonMention, &str>, groups: &BTreeMap<PersonMention, usize>) -> Outcome {
    let mut persons: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    let mut bearers: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for (mention, person) in whose {
        persons.entry(person).or_default().insert(groups[mention]);
        bearers.entry(groups[mention]).or_default().insert(person);
    }
    let mentions = |person: &str| whose.values().filter(|whose| **whose == person).count();
    let joined = bearers.into_values().filter(|persons| persons.len() > 1);
    Outcome {
        wrong: joined.map(|persons| persons.into_iter().collect::<Vec<_>>().join(" with ")).collect(),
        several: persons.keys().filter(|person| mentions(person) > 1).count(),
        apart: persons
            .into_iter()
            .filter(|(_, groups)| groups.len() > 1)
            .map(|(person, _)| person.to_owned())
            .collect(),
    }
}

fn candidate(report: usize, published: &str, name: &str, facts: &[String]) -> Result<Candidate> {
    let mention = PersonMention { report: ReportId::of(&report.to_le_bytes()), name: name.to_owned() };
    let published = Some(published.parse().context("published")?);
    let mut candidate = Candidate { mention, published, attributes: Vec::new(), events: Vec::new() };
    for fact in facts {
        let (what, value) = fact.split_once(' ').with_context(|| format!("no value: {fact}"))?;
        match field(what) {
            Some(field) => {
                candidate.attributes.push(Attribute { person: name.to_owned(), field, value: value.to_owned() });
            }
            None => candidate.events.push(event(name, what, value)?),
        }
    }
    Ok(candidate)
}

fn field(word: &str) -> Option<AttributeField> {
    Some(match word {
        "age" => AttributeField::Age,
        "role" => AttributeField::Role,
        "from" => AttributeField::Nationality,
        "spouse" => AttributeField::Spouse,
        "sibling" => AttributeField::Sibling,
        "parent" => AttributeField::Parent,
        "lawyer" => AttributeField::Lawyer,
        _ => return None,
    })
}

fn event(person: &str, status: &str, value: &str) -> Result<StatusEvent> {
    let (date, place) = value.split_once(' ').map_or((value, None), |(date, place)| (date, Some(place.to_owned())));
    let known = Status::ALL.into_iter().find(|known| known.name() == status);
    Ok(StatusEvent {
        person: person.to_owned(),
        status: known.with_context(|| format!("no status or field: {status}"))?,
        date: Some(date.parse().with_context(|| format!("no date: {date}"))?),
        place,
        by: None,
        accusation: None,
        terms: None,
    })
}
