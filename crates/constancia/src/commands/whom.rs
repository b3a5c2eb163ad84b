//! Which person, and which of her reports, the words of a command mean. Names nobody in what it refuses.

use anyhow::Result;
use constancia_model::ReportId;
use constancia_register::{People, Person};

use crate::failure::Failure;
use crate::render::{plain, words};

/// So many persons are listed where several may be meant.
const LISTED: usize = 20;

/// The one person that is meant: by her identity, its beginning, or a name that only she bears.
pub fn person<'a>(people: &'a People, query: &str) -> Result<&'a Person> {
    match people.find(query).as_slice() {
        [] => Err(Failure::plain("failure-no-person").into()),
        [person] => Ok(person),
        several => {
            let mut lines: Vec<String> =
                several.iter().take(LISTED).map(|person| format!("\n  {}", identified(people, person))).collect();
            if several.len() > LISTED {
                lines.push(format!("\n  … ({})", several.len() - LISTED));
            }
            Err(Failure::with("failure-many-persons", "persons", lines.concat()).into())
        }
    }
}

/// Her identity with the reports that name her.
fn identified(people: &People, person: &Person) -> String {
    let reports: Vec<String> = person.mentions.iter().map(|mention| report(people, &mention.report)).collect();
    format!("{}: {}", person.id, reports.join(", "))
}

/// A report by its name, date and identity.
pub fn report(people: &People, id: &ReportId) -> String {
    let named = people.report(id);
    format!("{} ({}, {})", plain::line(&named.name), words::date(named.published), id.short())
}

/// The one report that names the person and is meant.
pub fn report_of(people: &People, person: &Person, query: &str) -> Result<ReportId> {
    let hers = |id: &&&ReportId| person.mentions.iter().any(|mention| mention.report == ***id);
    match people.find_reports(query).iter().filter(hers).collect::<Vec<_>>().as_slice() {
        [] => Err(Failure::with("failure-not-her-report", "id", query).into()),
        [id] => Ok((**id).clone()),
        several => {
            let ids = several.iter().map(|id| id.short()).collect::<Vec<_>>().join(", ");
            Err(Failure { key: "failure-many-reports", values: vec![("id", query.to_owned()), ("ids", ids)] }.into())
        }
    }
}
