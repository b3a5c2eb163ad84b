//! `ledger show` and `ledger verify`: the list of everything ever taken in or decided. Shows no names of people.

use std::fmt::Write;
use std::path::Path;

use anyhow::Result;
use constancia_model::{Decided, Judgement, PersonMention};
use constancia_register::{Entry, EntryKind, Store};
use serde_json::Value;

use crate::catalogue::Catalogue;
use crate::commands::existing;
use crate::output;

/// Every entry in a line: number, time, kind, author, the identities concerned, hash. The same in every language, so
/// that programs can read it.
pub fn show(store: &Store) -> Result<()> {
    let mut text = String::new();
    store.entries(0, |entry| {
        let (kind, concerned) = (entry.kind.name(), concerned(&entry));
        let _always =
            writeln!(text, "{}\t{}\t{kind}\t{}\t{concerned}\t{}", entry.number, entry.time, entry.author, entry.hash);
    })?;
    output::write(text.as_bytes(), None)
}

/// The identities in an entry: of its report, of the reports whose mentions or statements were judged, or the number
/// of the entry that it withdraws.
fn concerned(entry: &Entry) -> String {
    let body: Value = serde_json::from_str(&entry.body).unwrap_or_default();
    let id = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    match entry.kind {
        EntryKind::Report => id(&body["id"]),
        EntryKind::Reading => id(&body["report"]),
        EntryKind::Judgement => match serde_json::from_value(body) {
            Ok(decided) => judged(&decided).join(" "),
            Err(_) => String::new(),
        },
    }
}

fn judged(decided: &Decided) -> Vec<String> {
    let reports = |mentions: &[&PersonMention]| mentions.iter().map(|mention| mention.report.to_string()).collect();
    match decided {
        Decided::Mentions(Judgement { mentions: (one, other), .. }) => reports(&[one, other]),
        Decided::Persons(judgement) => {
            let (one, other) = &judgement.persons;
            reports(&one.iter().chain(other).collect::<Vec<_>>())
        }
        Decided::Statements(ruling) => ruling.statements.iter().map(|ruled| ruled.report.to_string()).collect(),
        Decided::Withdrawal(withdrawal) => vec![withdrawal.entry.to_string()],
    }
}

/// Checks the whole store; 1 when something in it is not what was written.
pub fn verify(path: &Path, catalogue: &Catalogue) -> Result<u8> {
    let found = existing(path)?.verify()?;
    let values = [
        ("entries", found.entries.into()),
        ("statements", found.statements.into()),
        ("captures", found.captures.into()),
        ("head", found.head.as_str().into()),
    ];
    let Some(fault) = found.fault else {
        output::write(format!("{}\n", catalogue.fill("ledger-in-order", &values)).as_bytes(), None)?;
        return Ok(0);
    };
    let place = fault.entry.map_or_else(String::new, |entry| entry.to_string());
    let key = if fault.entry.is_some() { "ledger-fault" } else { "ledger-fault-capture" };
    eprintln!("{}", catalogue.fill(key, &[("entry", place.into()), ("detail", fault.reason.into())]));
    Ok(1)
}
