//! `cargo xtask ci`: everything that must hold before a change is taken, in one command, on a machine with nothing but
//! a Rust toolchain. What is missing is set up first. Must not know how any check works.

use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Result, bail, ensure};

use crate::program::{build, cargo, root};
use crate::{eval, readme};

/// Steps that are one call of cargo, in their order: what fails fast stands first.
const CHECKS: [&[&str]; 6] = [
    &["fetch", "--locked"],
    &["fmt", "--all", "--check"],
    &["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"],
    &["nextest", "run", "--workspace"],
    &["test", "--workspace", "--doc"],
    // Known faults need the download of their database: `cargo deny check advisories` is a command of its own.
    &["deny", "--offline", "--log-level", "error", "check", "licenses", "bans", "sources"],
];

/// The tools that a bare toolchain lacks, and how each is built; the second is only built for checking, so quickly.
const TOOLS: [(&str, &[&str]); 2] = [
    ("nextest", &["install", "cargo-nextest", "--locked"]),
    ("deny", &["install", "cargo-deny", "--locked", "--debug"]),
];

/// Runs everything; stops at the first step that fails.
pub fn run(arguments: &[String]) -> Result<()> {
    ensure!(arguments.is_empty(), "ci takes no arguments");
    let begin = Instant::now();
    set_up()?;
    CHECKS.iter().try_for_each(|words| step(words))?;
    heading("cargo xtask eval");
    eval::run(&[])?;
    heading("the commands of the READMEs");
    let commands = readme::run_commands(&build()?)?;
    println!("\nAll checks passed, {commands} commands of the READMEs among them ({} s).", begin.elapsed().as_secs());
    Ok(())
}

/// Adds what the checks need and a bare toolchain lacks.
fn set_up() -> Result<()> {
    for (tool, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !has(tool) {
            heading(&format!("rustup component add {component}"));
            let status = Command::new("rustup").args(["component", "add", component]).current_dir(root()).status()?;
            ensure!(status.success(), "{component} is missing and rustup cannot add it");
        }
    }
    TOOLS.iter().filter(|(tool, _)| !has(tool)).try_for_each(|(_, words)| step(words))
}

fn has(tool: &str) -> bool {
    let quiet = cargo().args([tool, "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    quiet.is_ok_and(|status| status.success())
}

fn step(words: &[&str]) -> Result<()> {
    let shown = format!("cargo {}", words.join(" "));
    heading(&shown);
    let status = cargo().args(words).env_remove("CONSTANCIA_DB").status()?;
    if !status.success() {
        bail!("{shown} ended with {status}");
    }
    Ok(())
}

fn heading(text: &str) {
    println!("\n== {text}");
}
