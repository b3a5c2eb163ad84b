//! The commands: each opens the store, asks the register and shows the answer. No rule about reports stands here.

mod decide;
mod decisions;
mod explain;
mod export;
mod ledger;
mod read;
mod report;
mod review;
mod show;
mod whom;

use std::path::Path;

use anyhow::Result;
use constancia_register::{Register, Store};

use crate::arguments::{self, Action, Request};
use crate::catalogue::Catalogue;
use crate::failure::Failure;
use crate::frames;
use crate::output;

/// Runs a command and says its exit code.
pub fn run(request: &Request, catalogue: &Catalogue) -> Result<u8> {
    let store = request.store.as_path();
    match &request.action {
        Action::Read(asked) => return read::read(store, asked, catalogue),
        Action::LedgerVerify => return ledger::verify(store, catalogue),
        Action::Brief { format, out } => show::brief(&register(store)?, *format, out.as_deref(), catalogue)?,
        Action::Person { name } => show::person(&register(store)?, name, catalogue)?,
        Action::PersonHistory { person } => decisions::of_person(&existing(store)?, person, catalogue)?,
        Action::Decide(asked) => decide::decide(&mut existing(store)?, asked, catalogue)?,
        Action::Judgements => decisions::list(&existing(store)?, catalogue)?,
        Action::Review => review::review(&existing(store)?, catalogue)?,
        Action::Tally => show::tally(&register(store)?, catalogue)?,
        Action::Contradictions => show::contradictions(&register(store)?, catalogue)?,
        Action::Report { id } => report::report(&existing(store)?, id, catalogue)?,
        Action::Explain { statement, format, frames } => {
            explain::explain(&existing(store)?, statement, *format, &frames::reader(frames)?, catalogue)?;
        }
        Action::Export { format, out } => export::export(&register(store)?, *format, out.as_deref())?,
        Action::LedgerShow => ledger::show(&existing(store)?)?,
        Action::Rebuild => rebuild(store, catalogue)?,
        Action::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut arguments::command(catalogue), "constancia", &mut script);
            output::write(&script, None)?;
        }
    }
    Ok(0)
}

/// The store, which must be there: only reading creates one.
fn existing(path: &Path) -> Result<Store> {
    if !path.exists() {
        return Err(Failure::with("failure-no-store", "file", path.display()).into());
    }
    Ok(Store::open(path)?)
}

fn register(path: &Path) -> Result<Register> {
    Ok(existing(path)?.register()?)
}

fn rebuild(path: &Path, catalogue: &Catalogue) -> Result<()> {
    existing(path)?.rebuild()?;
    output::write(format!("{}\n", catalogue.say("rebuilt")).as_bytes(), None)
}
