//! The program as its user has it: built for release unless haste is asked for, run by its path. Must not know what any
//! command means.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// The checkout's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The cargo that runs us, at work in the checkout.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// With this argument the development build is used, which is made anew in seconds and reads more slowly; what it says is
/// the same.
pub const QUICK: &str = "--quick";

/// Builds the program, for development where the arguments say [`QUICK`] and for release otherwise, and says where it is.
pub fn build_as_asked(arguments: &[String]) -> Result<PathBuf> {
    if arguments.iter().any(|argument| argument == QUICK) { build_with(&[]) } else { build() }
}

/// Builds the program for release and says where it is.
pub fn build() -> Result<PathBuf> {
    build_with(&["--release"])
}

fn build_with(profile: &[&str]) -> Result<PathBuf> {
    let output = cargo()
        .args(["build", "--package", "constancia", "--message-format", "json-render-diagnostics"])
        .args(profile)
        .stderr(Stdio::inherit())
        .output()?;
    ensure!(output.status.success(), "constancia does not build");
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .context("the build names no program")
}
