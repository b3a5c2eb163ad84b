//! The register read from the tables of a store.

use std::collections::BTreeMap;

use constancia_lineage::Lineage;
use constancia_model::{ReportId, Statement};
use rusqlite::Connection;

use crate::brief::{RulingLine, StoryLine};
use crate::error::StoreError;
use crate::register::{Arrival, Register};
use crate::rules::Rules;
use crate::settle::Cluster;
use crate::tables::{self, ReportRead, RulingRead, StatementRead};

/// Reads everything that the tables hold.
pub(crate) fn load(
    connection: &Connection,
    rules: &Rules,
    lineage: &Lineage,
    stories: Vec<StoryLine>,
    persons: &[Cluster],
) -> Result<Register, StoreError> {
    let mut statements: BTreeMap<ReportId, Vec<StatementRead>> = BTreeMap::new();
    // A reading without its report cannot be shown with its words; verification names it.
    tables::statements(connection, |read| statements.entry(read.report.clone()).or_default().push(read))?;
    let mut register = Register::new(rules.clone());
    register.rule(tables::rulings(connection)?.into_iter().map(ruling));
    register.take(arrivals(tables::reports(connection)?, statements, lineage, &stories), persons);
    register.stories = stories;
    Ok(register)
}

fn ruling(read: RulingRead) -> ((ReportId, Statement), RulingLine) {
    let RulingRead { entry, author, time, report, statement, decision, reason } = read;
    ((report, statement), RulingLine { entry, author, time, decision, reason })
}

/// Reports with their statements, origins and stories.
fn arrivals(
    reports: Vec<ReportRead>,
    mut statements: BTreeMap<ReportId, Vec<StatementRead>>,
    lineage: &Lineage,
    stories: &[StoryLine],
) -> Vec<Arrival> {
    // The first original of a copy comes first, and what is put in last stays.
    let copies: BTreeMap<_, _> = lineage.copies.iter().rev().map(|copy| (&copy.copy, &copy.of)).collect();
    let first_of: BTreeMap<&ReportId, &ReportId> =
        stories.iter().flat_map(|story| story.reports.iter().map(|report| (report, &story.reports[0]))).collect();
    let arrival = |report: ReportRead| {
        let origin = lineage.origins.get(&report.id).unwrap_or(&report.id).clone();
        let copy_of = copies.get(&report.id).map(|of| (*of).clone());
        let statements = statements.remove(&report.id).unwrap_or_default();
        let story = first_of.get(&report.id).map_or(&origin, |first| first).clone();
        Arrival { story, report, statements, origin, copy_of }
    };
    reports.into_iter().map(arrival).collect()
}
