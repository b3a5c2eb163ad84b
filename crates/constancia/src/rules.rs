//! The rules of certainty that a command goes by: those of a file, or the program's own.
//!
//! Reads the file and words what is wrong with it; what a rule is, the register room knows.

use std::path::{Path, PathBuf};

use anyhow::Result;
use constancia_register::Rules;

use crate::failure::Failure;
use crate::render::plain;

/// The variable that names a file of rules where no option does.
const VARIABLE: &str = "CONSTANCIA_RULES";

/// The rules of the file that is named, else of the one that the environment names, else the program's own.
pub fn rules(named: Option<&Path>) -> Result<Rules> {
    let variable = || std::env::var_os(VARIABLE).filter(|value| !value.is_empty()).map(PathBuf::from);
    match named.map(Path::to_owned).or_else(variable) {
        Some(path) => Ok(of_file(&path)?),
        None => Ok(Rules::default()),
    }
}

fn of_file(path: &Path) -> Result<Rules, Failure> {
    let file = plain::line(&path.display().to_string());
    let text = std::fs::read_to_string(path).map_err(|_| Failure::with("rules-unreadable", "file", &file))?;
    Rules::parse(&text).map_err(|error| {
        let key = if error.words.is_empty() { "rules-incomplete" } else { "rules-wrong" };
        let values = vec![("file", file), ("line", error.line.to_string()), ("words", plain::line(&error.words))];
        Failure { key, values }
    })
}
