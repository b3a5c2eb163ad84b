//! Stories: reports about the same event, by the gists that readings keep. Calls the room of lineage; knows neither how
//! a gist is made nor how two are compared.

use std::collections::BTreeMap;

use constancia_lineage::stories::{Gisted, stories};
use constancia_model::{Features, Gist, PartialDate, ReportId};
use rusqlite::{Connection, params};

use crate::brief::StoryLine;
use crate::canonical::{from_canonical, to_canonical};
use crate::error::StoreError;
use crate::tables;

/// How many things of one kind that a story's reports share are named.
const NAMED: usize = 6;

/// A report with its gist, as the tables hold it.
pub(crate) struct GistRead {
    pub id: ReportId,
    pub gist: Gist,
    pub published: Option<PartialDate>,
}

impl GistRead {
    /// The report as lineage groups it.
    pub fn gisted(&self) -> Gisted<'_> {
        Gisted { id: &self.id, gist: &self.gist, published: self.published }
    }
}

/// Every report that has a gist, by identity.
pub(crate) fn gists(connection: &Connection) -> Result<Vec<GistRead>, StoreError> {
    let mut found = Vec::new();
    let mut query = connection.prepare(
        "SELECT id, published, gist FROM report JOIN reading ON report = id AND reader_kind = 'rules' ORDER BY id",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let gist: Gist = from_canonical(&row.get::<_, String>("gist")?)?;
        if gist != Gist::default() {
            let published = tables::published(row)?;
            found.push(GistRead { id: tables::report_id(row, "id")?, gist, published });
        }
    }
    Ok(found)
}

/// The stories of several reports, the one published first of all first.
pub(crate) fn grouped(gists: &[GistRead]) -> Vec<StoryLine> {
    let known: BTreeMap<&ReportId, &GistRead> = gists.iter().map(|read| (&read.id, read)).collect();
    let gisted: Vec<Gisted<'_>> = gists.iter().map(GistRead::gisted).collect();
    let mut lines: Vec<StoryLine> = stories(&gisted)
        .into_iter()
        .filter(|reports| reports.len() > 1)
        .map(|reports| line(reports.iter().filter_map(|id| known.get(id).copied()).collect()))
        .collect();
    lines.sort_by(|one, other| one.reports.cmp(&other.reports));
    lines
}

fn line(mut reports: Vec<&GistRead>) -> StoryLine {
    reports.sort_by_key(|read| (read.published.is_none(), read.published, &read.id));
    StoryLine { shared: shared(&reports), reports: reports.into_iter().map(|read| read.id.clone()).collect() }
}

/// What half of the reports have and two at least: persons, places, other names, dates, kinds of events, numbers, of
/// each kind what most have first. Words are left out: they bridge no languages.
fn shared(reports: &[&GistRead]) -> Vec<String> {
    let kinds: [fn(&Gist) -> &Features; 6] = [
        |gist| &gist.persons,
        |gist| &gist.places,
        |gist| &gist.institutions,
        |gist| &gist.dates,
        |gist| &gist.events,
        |gist| &gist.numbers,
    ];
    let named = |kind: fn(&Gist) -> &Features| {
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        for feature in reports.iter().flat_map(|read| kind(&read.gist).keys()) {
            *times.entry(feature).or_default() += 1;
        }
        let mut shared: Vec<(&str, usize)> =
            times.into_iter().filter(|(_, times)| *times > 1 && 2 * times >= reports.len()).collect();
        shared.sort_by_key(|(feature, times)| (std::cmp::Reverse(*times), *feature));
        shared.into_iter().take(NAMED).map(|(feature, _)| feature.to_owned()).collect::<Vec<_>>()
    };
    kinds.into_iter().flat_map(named).collect()
}

/// Writes the table of stories anew.
pub(crate) fn write(connection: &Connection, stories: &[StoryLine]) -> Result<(), StoreError> {
    connection.execute_batch("DELETE FROM story")?;
    for StoryLine { reports, shared } in stories {
        let Some(first) = reports.first() else { continue };
        let values = params![first.as_str(), to_canonical(reports)?, to_canonical(shared)?];
        connection.prepare_cached("INSERT INTO story VALUES (?, ?, ?)")?.execute(values)?;
    }
    Ok(())
}

/// The stories as the table holds them.
pub(crate) fn read(connection: &Connection) -> Result<Vec<StoryLine>, StoreError> {
    let mut found = Vec::new();
    let mut query = connection.prepare("SELECT * FROM story ORDER BY first")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let list = |column| row.get::<_, String>(column);
        found
            .push(StoryLine { reports: from_canonical(&list("reports")?)?, shared: from_canonical(&list("shared")?)? });
    }
    Ok(found)
}
