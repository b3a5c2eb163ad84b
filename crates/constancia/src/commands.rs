//! The commands: each opens the store, asks the register and shows the answer. No rule about reports stands here.

mod decide;
mod decisions;
mod explain;
mod export;
mod ledger;
mod read;
mod report;
mod review;
mod settle;
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
use crate::rules::rules;

/// Runs a command and says its exit code.
pub fn run(request: &Request, catalogue: &Catalogue) -> Result<u8> {
    let store = request.store.as_path();
    match &request.action {
        Action::Read(asked) => return read::read(store, asked, catalogue),
        Action::LedgerVerify => return ledger::verify(store, catalogue),
        Action::Brief { look } => show::brief(&register(store, look.rules.as_deref())?, look, catalogue)?,
        Action::Person { name, look } => {
            show::person(&register(store, look.rules.as_deref())?, name, look, catalogue)?;
        }
        Action::Tally { look } => show::tally(&register(store, look.rules.as_deref())?, look, catalogue)?,
        Action::Contradictions { all, look } => {
            show::contradictions(&register(store, look.rules.as_deref())?, *all, look, catalogue)?;
        }
        Action::Settle { asked } => {
            let mut store = existing(store)?;
            store.follow(rules(None)?);
            settle::settle(&mut store, asked, catalogue)?;
        }
        Action::Rules => output::write(constancia_register::DEFAULT_RULES.as_bytes(), None)?,
        Action::PersonHistory { person } => decisions::of_person(&existing(store)?, person, catalogue)?,
        Action::Decide(asked) => decide::decide(&mut existing(store)?, asked, catalogue)?,
        Action::Judgements => decisions::list(&existing(store)?, catalogue)?,
        Action::Review => review::review(&existing(store)?, catalogue)?,
        Action::Report { id } => report::report(&existing(store)?, id, catalogue)?,
        Action::Explain { statement, format, frames } => {
            explain::explain(&existing(store)?, statement, *format, &frames::reader(frames)?, catalogue)?;
        }
        Action::Export { format, out, rules } => {
            export::export(&register(store, rules.as_deref())?, *format, out.as_deref())?;
        }
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

/// The register under the rules of that file, or those that hold without one.
fn register(path: &Path, rules_file: Option<&Path>) -> Result<Register> {
    Ok(existing(path)?.register_under(&rules(rules_file)?)?)
}

fn rebuild(path: &Path, catalogue: &Catalogue) -> Result<()> {
    existing(path)?.rebuild()?;
    output::write(format!("{}\n", catalogue.say("rebuilt")).as_bytes(), None)
}
