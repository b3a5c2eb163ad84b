//! The derived tables: copies, origins and persons, from what the ledger put into the register.
//!
//! Calls the rooms of lineage and identity; knows neither how words are compared nor how names are.

use std::collections::BTreeMap;

use constancia_identity::{Candidate, Proposal};
use constancia_lineage::{Copy, Lineage, Text};
use constancia_model::{Judgement, PersonMention, Report, ReportId};
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use crate::canonical::{from_canonical, to_canonical};
use crate::clusters::Clusters;
use crate::error::StoreError;
use crate::known::known;
use crate::ledger::hexadecimal;
use crate::live::{add, empty};
use crate::rules::Rules;
use crate::tables::{self, ReportRead};

/// One person: her mentions in canonical order.
pub(crate) struct Cluster {
    /// Sixteen hexadecimal digits, from the first mention.
    pub id: String,
    pub mentions: Vec<PersonMention>,
}

/// Lineage over all kept texts of the register.
pub(crate) fn lineage(connection: &Connection) -> Result<Lineage, StoreError> {
    Ok(lineage_of(&tables::reports(connection)?))
}

/// Lineage over the kept texts of these reports.
pub(crate) fn lineage_of(reports: &[ReportRead]) -> Lineage {
    constancia_lineage::lineage(&reports.iter().map(text_of).collect::<Vec<_>>())
}

/// A report as lineage compares it.
pub(crate) fn text_of(report: &ReportRead) -> Text<'_> {
    Text {
        id: &report.id,
        text: &report.kept,
        published: report.published,
        credit: report.byline.as_deref(),
        outlet: report.outlet.as_deref(),
    }
}

/// The reports as the ledger has them, for comparing their texts.
pub(crate) fn texts_in_ledger(connection: &Connection) -> Result<Vec<ReportRead>, StoreError> {
    let mut found = Vec::new();
    let mut query = connection.prepare("SELECT body FROM ledger WHERE kind = 'report' ORDER BY number")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let report: Report = from_canonical(&row.get::<_, String>("body")?)?;
        found.push(ReportRead::from(report));
    }
    Ok(found)
}

/// Lineage as the tables hold it: copies and origins, without the groups and the sentences that copies have of their own.
pub(crate) fn read_lineage(connection: &Connection) -> Result<Lineage, StoreError> {
    let mut lineage = Lineage::default();
    let mut query = connection.prepare("SELECT * FROM copy ORDER BY copy, shared DESC, original")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let sentences: Vec<_> = from_canonical(&row.get::<_, String>("sentences")?)?;
        let (copy, of) = (tables::report_id(row, "copy")?, tables::report_id(row, "original")?);
        let rule = from_canonical(&row.get::<_, String>("rule")?)?;
        lineage.copies.push(Copy { copy, of, shared: row.get("shared")?, rule, sentences });
    }
    let mut query = connection.prepare("SELECT * FROM origin")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        lineage.origins.insert(tables::report_id(row, "report")?, tables::report_id(row, "origin")?);
    }
    Ok(lineage)
}

/// Writes the tables of lineage anew.
pub(crate) fn write_lineage(connection: &Connection, lineage: &Lineage) -> Result<(), StoreError> {
    connection.execute_batch("DELETE FROM copy; DELETE FROM origin;")?;
    for copy in &lineage.copies {
        connection.prepare_cached("INSERT INTO copy VALUES (?, ?, ?, ?, ?)")?.execute(params![
            copy.copy.as_str(),
            copy.of.as_str(),
            copy.shared,
            to_canonical(&copy.rule)?,
            to_canonical(&copy.sentences)?
        ])?;
    }
    for (report, origin) in &lineage.origins {
        connection.prepare_cached("INSERT INTO origin VALUES (?, ?)")?.execute([report.as_str(), origin.as_str()])?;
    }
    Ok(())
}

/// Every mention of a person with what its report says about her.
fn candidates(connection: &Connection) -> Result<Vec<Candidate>, StoreError> {
    let published: BTreeMap<ReportId, _> =
        tables::reports(connection)?.into_iter().map(|report| (report.id, report.published)).collect();
    let mut found: BTreeMap<PersonMention, Candidate> = BTreeMap::new();
    tables::statements(connection, |read| {
        let Some(name) = read.statement.person() else { return };
        let mention = PersonMention { report: read.report, name: name.to_owned() };
        let day = published.get(&mention.report).copied().flatten();
        add(found.entry(mention.clone()).or_insert_with(|| empty(mention, day)), &read.statement.content);
    })?;
    Ok(found.into_values().collect())
}

/// What the rules of identity are certain of and nobody recorded yet.
///
/// A proposal that joins what is joined already says nothing new and is left out, so that the ledger grows with the
/// number of mentions and not with the number of their pairs.
pub(crate) fn new_judgements(connection: &Connection, rules: &Rules) -> Result<Vec<Judgement>, StoreError> {
    let (mut clusters, proposals) = proposals(connection, rules)?;
    let mut joins = |judgement: &Judgement| clusters.join_by_rule(&judgement.mentions.0, &judgement.mentions.1);
    Ok(proposals
        .into_iter()
        .filter(|proposal| proposal.certain && joins(&proposal.judgement))
        .map(|proposal| proposal.judgement)
        .collect())
}

/// The mentions as they are joined, and what identity proposes beyond.
pub(crate) fn proposals(connection: &Connection, rules: &Rules) -> Result<(Clusters, Vec<Proposal>), StoreError> {
    let candidates = candidates(connection)?;
    let judgements = tables::judgements(connection)?;
    let mentions = candidates.iter().map(|candidate| candidate.mention.clone());
    let mut clusters = Clusters::judged(mentions, &judgements);
    let proposals =
        constancia_identity::propose_with(&candidates, &known(&mut clusters, &judgements), &rules.identity.settings());
    Ok((clusters, proposals))
}

/// What was decided about mentions, in the words in which identity asks.
pub(crate) fn decided(connection: &Connection) -> Result<Vec<Judgement>, StoreError> {
    let judgements = tables::judgements(connection)?;
    let mut clusters = Clusters::judged(mentions(connection)?, &judgements);
    Ok(known(&mut clusters, &judgements))
}

/// Every mention of a person that the register tells.
pub(crate) fn mentions(connection: &Connection) -> Result<Vec<PersonMention>, StoreError> {
    let mut mentions = Vec::new();
    let mut query = connection.prepare(
        "SELECT DISTINCT report, person AS name FROM statement WHERE told = 1 AND person IS NOT NULL ORDER BY 1, 2",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        mentions.push(PersonMention { report: tables::report_id(row, "report")?, name: row.get("name")? });
    }
    Ok(mentions)
}

/// Persons from the recorded judgements, by their first mention.
pub(crate) fn persons(connection: &Connection) -> Result<Vec<Cluster>, StoreError> {
    let clusters = Clusters::judged(mentions(connection)?, &tables::judgements(connection)?);
    Ok(clusters.groups().into_iter().map(cluster).collect())
}

/// The person of these mentions, which are in canonical order.
pub(crate) fn cluster(mentions: Vec<&PersonMention>) -> Cluster {
    Cluster { id: person_id(mentions[0]), mentions: mentions.into_iter().cloned().collect() }
}

/// Persons as the tables hold them.
pub(crate) fn read_persons(connection: &Connection) -> Result<Vec<Cluster>, StoreError> {
    let mut found: BTreeMap<String, Vec<PersonMention>> = BTreeMap::new();
    let mut query = connection.prepare("SELECT * FROM person_mention ORDER BY report, name")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let mention = PersonMention { report: tables::report_id(row, "report")?, name: row.get("name")? };
        found.entry(row.get("person")?).or_default().push(mention);
    }
    let mut clusters: Vec<_> = found.into_iter().map(|(id, mentions)| Cluster { id, mentions }).collect();
    clusters.sort_unstable_by(|one, other| one.mentions[0].cmp(&other.mentions[0]));
    Ok(clusters)
}

/// Writes the tables of persons anew.
pub(crate) fn write_persons(connection: &Connection, clusters: &[Cluster]) -> Result<(), StoreError> {
    connection.execute_batch("DELETE FROM person; DELETE FROM person_mention;")?;
    for cluster in clusters {
        let name = crate::words::names::fullest(cluster.mentions.iter().map(|mention| mention.name.as_str()));
        connection.prepare_cached("INSERT INTO person VALUES (?, ?)")?.execute([&cluster.id, name])?;
        for PersonMention { report, name } in &cluster.mentions {
            connection.prepare_cached("INSERT INTO person_mention VALUES (?, ?, ?)")?.execute([
                report.as_str(),
                name,
                &cluster.id,
            ])?;
        }
    }
    Ok(())
}

fn person_id(first: &PersonMention) -> String {
    let PersonMention { report, name }: &PersonMention = first;
    let report: &ReportId = report;
    hexadecimal(&Sha256::digest(format!("{report}\n{name}"))[..8])
}
