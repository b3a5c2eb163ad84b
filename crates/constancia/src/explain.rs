//! What stopped a command, in the user's language, with what to do about it.

use std::path::Path;

use anyhow::Error;
use constancia_register::StoreError;

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
