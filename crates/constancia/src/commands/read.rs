//! `read`: takes reports in and shows the brief of everything that is in the store.

use std::path::{Path, PathBuf};

use anyhow::Result;
use constancia_register::Store;
use constancia_text::Stated;

use crate::arguments::BriefFormat;
use crate::catalogue::Catalogue;
use crate::clock;
use crate::commands::show;
use crate::failure::Failure;
use crate::intake::find::{Source, find};
use crate::intake::interruption;
use crate::intake::progress::Progress;
use crate::intake::sitting::{Outcome, Sitting};
use crate::model_reader::{self, Cache, Key, ModelChoice};

/// Reads what the paths mean. 0 when all of it is in, 1 when something was wrong, 130 when the user stopped it.
pub fn read(
    path: &Path,
    paths: &[PathBuf],
    stated: &Stated,
    threads: usize,
    model: Option<&ModelChoice>,
    catalogue: &Catalogue,
) -> Result<u8> {
    let key = model.map(key).transpose()?.flatten();
    let time = clock::now()?;
    let mut store = Store::open(path)?;
    interruption::watch()?;
    let found = find(paths);
    for trouble in &found.troubles {
        eprintln!("{}", trouble.message(catalogue));
    }
    let sources: Vec<Source> = found.sources.into_iter().collect();
    let not_found = found.troubles.len();
    let outcome = Outcome { troubles: not_found, refused: not_found, ..Outcome::default() };
    let progress = Progress::over(sources.len(), catalogue);
    let mut sitting =
        Sitting { store: &mut store, stated, time: &time, catalogue, progress, outcome, reports: Vec::new() };
    let ended = sitting.read(&sources, threads);
    sitting.progress.end();
    let (outcome, reports) = (sitting.outcome, sitting.reports);
    eprintln!("{}", summary(&outcome, catalogue));
    ended?;
    if outcome.interrupted {
        eprintln!("{}", catalogue.say("read-interrupted"));
        return Ok(interruption::EXIT_CODE);
    }
    let mut unanswered = 0;
    if let Some(choice) = model {
        let sitting = model_reader::Sitting::with(choice, (&mut store, Cache::beside(path)), &time, catalogue);
        let outcome = sitting.read(&reports, key)?;
        eprintln!("{}", summary_of_model(choice, &outcome, catalogue));
        if outcome.interrupted {
            eprintln!("{}", catalogue.say("read-interrupted"));
            return Ok(interruption::EXIT_CODE);
        }
        unanswered = outcome.failed;
    }
    store.settle(&time)?;
    show::brief(&store.register()?, BriefFormat::Text, None, catalogue)?;
    Ok(u8::from(outcome.troubles + unanswered > 0))
}

/// The key, before anything is read: whoever named a variable must not find out at the end that it is not there.
fn key(choice: &ModelChoice) -> Result<Option<Key>> {
    if !cfg!(feature = "model-reader") {
        return Err(Failure::plain("failure-no-model-reader").into());
    }
    Ok(choice.key()?)
}

fn summary_of_model(choice: &ModelChoice, outcome: &model_reader::Outcome, catalogue: &Catalogue) -> String {
    let count = |key: &str, count: usize| catalogue.fill(key, &[("count", count.into())]);
    let values = [
        ("model", choice.model.as_str().into()),
        ("reports", count("number-of-reports", outcome.read).into()),
        ("statements", count("number-of-statements", outcome.statements).into()),
        ("same", outcome.same.into()),
        ("differing", outcome.differing.into()),
        ("refused", outcome.refused.into()),
    ];
    let mut parts = vec![catalogue.fill("model-read", &values)];
    if outcome.failed > 0 {
        parts.push(count("model-failed", outcome.failed));
    }
    parts.join(" ")
}

fn summary(outcome: &Outcome, catalogue: &Catalogue) -> String {
    let count = |key: &str, count: usize| catalogue.fill(key, &[("count", count.into())]);
    let mut parts = vec![catalogue.fill(
        "read-new",
        &[
            ("reports", count("number-of-reports", outcome.new).into()),
            ("statements", count("number-of-statements", outcome.statements).into()),
        ],
    )];
    if outcome.known > 0 {
        parts.push(count("read-known", outcome.known));
    }
    if outcome.refused > 0 {
        parts.push(count("read-refused", outcome.refused));
    }
    parts.join(" ")
}
