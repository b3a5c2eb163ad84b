//! `read`: takes reports in and shows the brief of everything that is in the store.

use std::path::Path;

use anyhow::Result;
use constancia_register::Store;

use crate::arguments::{BriefFormat, ToRead};
use crate::catalogue::Catalogue;
use crate::clock;
use crate::commands::show;
use crate::frames;
use crate::intake::find::{Source, find};
use crate::intake::interruption;
use crate::intake::progress::Progress;
use crate::intake::sitting::{Outcome, Sitting};

/// Reads what the paths mean. 0 when all of it is in, 1 when something was wrong, 130 when the user stopped it.
pub fn read(path: &Path, asked: &ToRead, catalogue: &Catalogue) -> Result<u8> {
    let reader = frames::reader(&asked.frames)?;
    let time = clock::now()?;
    let mut store = Store::open(path)?;
    interruption::watch()?;
    let found = find(&asked.paths);
    for trouble in &found.troubles {
        eprintln!("{}", trouble.message(catalogue));
    }
    let sources: Vec<Source> = found.sources.into_iter().collect();
    let not_found = found.troubles.len();
    let outcome = Outcome { troubles: not_found, refused: not_found, ..Outcome::default() };
    let progress = Progress::over(sources.len(), catalogue);
    let mut sitting = Sitting {
        store: &mut store,
        reader: &reader,
        stated: &asked.stated,
        time: &time,
        catalogue,
        progress,
        outcome,
    };
    let ended = sitting.read(&sources, asked.threads);
    sitting.progress.end();
    let outcome = sitting.outcome;
    eprintln!("{}", summary(&outcome, catalogue));
    ended?;
    if outcome.interrupted {
        eprintln!("{}", catalogue.say("read-interrupted"));
        return Ok(interruption::EXIT_CODE);
    }
    store.settle(&time)?;
    show::brief(&store.register()?, BriefFormat::Text, None, catalogue)?;
    Ok(u8::from(outcome.troubles > 0))
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
