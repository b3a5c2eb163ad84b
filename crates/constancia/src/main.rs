//! The one binary: understands the command line, runs the command, words what stopped it, sets the exit code.
//!
//! 0: all done. 1: some reports could not be read, or the command was stopped by a reason it gives. 2: wrong usage.
//! 130: interrupted; what was read is kept.

mod arguments;
mod catalogue;
mod clock;
mod commands;
mod explain;
mod export;
mod failure;
mod frames;
mod intake;
mod locale;
mod model_reader;
mod output;
mod pipeline;
mod render;
mod rules;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::arguments::{Environment, Refused, Request};
use crate::catalogue::Catalogue;

/// The store where neither an option nor `CONSTANCIA_DB` names one.
const STORE: &str = "constancia.db";

fn main() -> ExitCode {
    // What a panic says may hold words of a report; its place is enough to find the fault.
    std::panic::set_hook(Box::new(|panic| {
        if let Some(place) = panic.location() {
            eprintln!("{}:{}", place.file(), place.line());
        }
    }));
    let words: Vec<OsString> = std::env::args_os().collect();
    let catalogue = Catalogue::new(locale::tongue(&words, &locale::environment()));
    let store = std::env::var_os("CONSTANCIA_DB").filter(|value| !value.is_empty()).unwrap_or(STORE.into());
    let environment = Environment { store: PathBuf::from(store), by: std::env::var("CONSTANCIA_BY").ok() };
    match arguments::parse(words, environment, &catalogue) {
        Ok(request) => run(&request, &catalogue),
        Err(refused) => refuse(&refused),
    }
}

fn run(request: &Request, catalogue: &Catalogue) -> ExitCode {
    match commands::run(request, catalogue) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            let reason = explain::explain(&error, &request.store, catalogue);
            eprintln!("{}", catalogue.fill("stopped", &[("reason", reason.into())]));
            ExitCode::FAILURE
        }
    }
}

fn refuse(refused: &Refused) -> ExitCode {
    if refused.exit_code == 0 {
        // A reader that went away while help is printed has seen enough.
        let _gone = output::write(refused.message.as_bytes(), None);
    } else {
        eprint!("{}", refused.message);
    }
    ExitCode::from(refused.exit_code)
}
