//! What stopped a command, in the user's language, with what to do about it.

use std::path::Path;

use anyhow::Error;
use constancia_model::ReportId;
use constancia_register::{Refusal, StoreError};

use crate::catalogue::{Catalogue, Value};
use crate::failure::Failure;

/// The reason and the remedy in one line.
pub fn explain(error: &Error, store: &Path, catalogue: &Catalogue) -> String {
    if let Some(failure) = error.downcast_ref::<Failure>() {
        let values: Vec<(&str, Value)> =
            failure.values.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        return catalogue.fill(failure.key, &values);
    }
    let file = ("file", store.display().to_string().into());
    if let Some(refusal) = error.downcast_ref::<StoreError>().and_then(StoreError::refusal) {
        return refused(refusal, catalogue);
    }
    match error.downcast_ref::<StoreError>() {
        Some(error) => catalogue.fill(of_store(error), &[file, ("detail", error.to_string().into())]),
        None => catalogue.fill("failure-other", &[("detail", error.to_string().into())]),
    }
}

fn of_store(error: &StoreError) -> &'static str {
    if error.is_newer() {
        "store-newer"
    } else if error.is_damaged() {
        "store-damaged"
    } else if error.is_full_disk() {
        "store-disk-full"
    } else if error.is_locked() {
        "store-locked"
    } else if error.is_read_only() {
        "store-read-only"
    } else {
        "store-other"
    }
}

/// Why a decision was not recorded.
fn refused(refusal: &Refusal, catalogue: &Catalogue) -> String {
    let report = |key: &str, report: &ReportId| catalogue.fill(key, &[("report", report.short().into())]);
    let entry = |key: &str, entry: &u64| catalogue.fill(key, &[("entry", entry.to_string().into())]);
    match refusal {
        Refusal::NoReason => catalogue.say("refused-no-reason"),
        Refusal::NoAuthor => catalogue.say("refused-no-author"),
        Refusal::AsARule => catalogue.say("refused-as-a-rule"),
        Refusal::AboutNothing | Refusal::Herself => catalogue.say("refused-not-two"),
        Refusal::NoSuchMention(id) => report("refused-no-mention", id),
        Refusal::NamedApart(id) => report("refused-named-apart", id),
        Refusal::KeptApart => catalogue.say("refused-kept-apart"),
        Refusal::NoSuchStatement(id) => report("refused-no-statement", id),
        Refusal::NoSuchEntry(number) => entry("refused-no-entry", number),
        Refusal::DecidesNothing(number) => entry("refused-decides-nothing", number),
        Refusal::IsWithdrawal(number) => entry("refused-is-withdrawal", number),
        Refusal::Withdrawn { entry, by } => {
            let values = [("entry", entry.to_string().into()), ("by", by.to_string().into())];
            catalogue.fill("refused-withdrawn", &values)
        }
    }
}
