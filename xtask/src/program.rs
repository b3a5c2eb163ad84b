//! The program as its user has it: built for release, run by its path. Must not know what any command means.

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

/// Builds the program for release and says where it is.
pub fn build() -> Result<PathBuf> {
    build_with(&["--release"])
}

/// Builds the program for development, slower in reading and much quicker to build, and says where it is.
pub fn build_quickly() -> Result<PathBuf> {
    build_with(&[])
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
