//! `read`: takes reports in and shows the brief of everything that is in the store.

use std::path::Path;

use anyhow::Result;
use constancia_model::ReportId;
use constancia_reading::Reader;
use constancia_register::Store;

use crate::arguments::ToRead;
use crate::catalogue::Catalogue;
use crate::clock;
use crate::commands::show;
use crate::failure::Failure;
use crate::frames;
use crate::intake::find::{Source, find};
use crate::intake::interruption;
use crate::intake::progress::Progress;
use crate::intake::sitting::{Outcome, Sitting};
use crate::model_reader::{self, Cache, Key, ModelChoice};
use crate::rules::rules;

/// Reads what the paths mean. 0 when all of it is in, 1 when something was wrong, 130 when the user stopped it.
pub fn read(path: &Path, asked: &ToRead, catalogue: &Catalogue) -> Result<u8> {
    let key = asked.model.as_ref().map(key).transpose()?.flatten();
    let reader = frames::reader(&asked.frames)?;
    let rules = rules(asked.rules.as_deref())?;
    let time = clock::now()?;
    let mut store = Store::open(path)?;
    store.follow(rules);
    interruption::watch()?;
    let (taken, reports) = by_rules(&mut store, &reader, asked, &time, catalogue)?;
    if taken.interrupted {
        return Ok(interrupted(catalogue));
    }
    let mut unanswered = 0;
    if let Some(choice) = &asked.model {
        let sitting = model_reader::Sitting::with(choice, (&mut store, Cache::beside(path)), &time, catalogue);
        let outcome = sitting.read(&reports, key)?;
        eprintln!("{}", summary_of_model(choice, &outcome, catalogue));
        if outcome.interrupted {
            return Ok(interrupted(catalogue));
        }
        unanswered = outcome.failed;
    }
    store.settle(&time)?;
    show::in_short(&store.register()?, catalogue)?;
    Ok(u8::from(taken.troubles + unanswered > 0))
}

/// Takes the reports in with what the rules find. Gives what came of it, and the reports that are in the store.
fn by_rules(
    store: &mut Store,
    reader: &Reader,
    asked: &ToRead,
    time: &str,
    catalogue: &Catalogue,
) -> Result<(Outcome, Vec<ReportId>)> {
    let found = find(&asked.paths);
    for trouble in &found.troubles {
        eprintln!("{}", trouble.message(catalogue));
    }
    let sources: Vec<Source> = found.sources.into_iter().collect();
    let not_found = found.troubles.len();
    let outcome = Outcome { troubles: not_found, refused: not_found, ..Outcome::default() };
    let progress = Progress::over(sources.len(), catalogue);
    let (stated, reports) = (&asked.stated, Vec::new());
    let mut sitting = Sitting { store, reader, stated, time, catalogue, progress, outcome, reports };
    let ended = sitting.read(&sources, asked.threads);
    sitting.progress.end();
    eprintln!("{}", summary(&sitting.outcome, catalogue));
    ended.map(|()| (sitting.outcome, sitting.reports))
}

fn interrupted(catalogue: &Catalogue) -> u8 {
    eprintln!("{}", catalogue.say("read-interrupted"));
    interruption::EXIT_CODE
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
