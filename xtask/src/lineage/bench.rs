//! `cargo xtask bench lineage [--grow N]`: the lineage room beside rensa and datasketch on the same texts, one core each.
//!
//! Both packages come from PyPI into `target/bench`; nothing of them becomes part of the project. With `--grow` an archive of
//! that many made reports is built instead, and what a placement takes is printed as it grows.

use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use super::articles;
use super::edits::{self, Made};
use super::{Pairs, Score};
use crate::bench::{python_with, run_command};
use crate::program::{cargo, root};

const PACKAGES: [&str; 2] = ["rensa==0.5.0", "datasketch==2.0.0"];

/// What one package finds with one setting.
#[derive(Deserialize)]
struct Run {
    package: String,
    shingle: usize,
    threshold: f64,
    seconds: f64,
    pairs: Vec<(usize, usize)>,
}

/// Runs the comparison, or grows an archive.
pub fn run(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => compare(),
        [grow, number] if grow == "--grow" => {
            print!("{}", run_command(runner().args(["grow", number]))?);
            Ok(())
        }
        _ => bail!("bench lineage takes only --grow and a number"),
    }
}

/// The room's own runner, built for release.
fn runner() -> Command {
    let mut command = cargo();
    command.args(["run", "--quiet", "--release", "--package", "constancia-lineage", "--example", "archive", "--"]);
    command
}

fn compare() -> Result<()> {
    let folder = root().join("target/bench");
    std::fs::create_dir_all(&folder)?;
    println!("{:<6}{:<34}{:>9}{:>9}{:>9}{:>12}", "", "", "precision", "recall", "F1", "texts/s");
    for (language, articles) in articles::both()? {
        let made = edits::families(language, &articles);
        let (json, plain) = (folder.join("texts.json"), folder.join("texts.txt"));
        std::fs::write(&json, serde_json::to_string(&made.texts)?)?;
        std::fs::write(&plain, made.texts.join("\u{1e}"))?;
        let python = python_with(&folder, "copies", &PACKAGES)?;
        let told = run_command(Command::new(python).arg(root().join("bench/lineage.py")).arg(&json))?;
        let theirs = best_of_each(serde_json::from_str(&told)?, &made);
        let ours = ours(&run_command(runner().arg("pairs").arg(&plain))?)?;
        report(language, &made, &theirs, &ours)?;
    }
    Ok(())
}

/// Of each package the setting with the best F1: chosen with the answers at hand, which flatters it.
fn best_of_each(runs: Vec<Run>, made: &Made) -> Vec<Run> {
    let mut best: Vec<Run> = Vec::new();
    for run in runs {
        match best.iter_mut().find(|known| known.package == run.package) {
            Some(known) if score(&run, made).f1() > score(known, made).f1() => *known = run,
            Some(_) => {}
            None => best.push(run),
        }
    }
    best
}

fn score(run: &Run, made: &Made) -> Score {
    let found: Pairs = run.pairs.iter().map(|(one, other)| (*one.min(other), *one.max(other))).collect();
    Score::of(&found, &made.pairs)
}

/// The seconds stand in the first line, a pair in each of the others.
fn ours(told: &str) -> Result<Run> {
    let mut lines = told.lines();
    let seconds = lines.next().context("the runner prints seconds")?.parse()?;
    let pair = |line: &str| {
        let (one, other) = line.split_once(' ').context("a line is a pair")?;
        Ok((one.parse()?, other.parse()?))
    };
    let pairs = lines.map(pair).collect::<Result<_>>()?;
    Ok(Run { package: "constancia-lineage".into(), shingle: 0, threshold: 0.0, seconds, pairs })
}

fn report(language: &str, made: &Made, theirs: &[Run], ours: &Run) -> Result<()> {
    let speed = |run: &Run| made.texts.len() as f64 / run.seconds;
    for run in theirs {
        let name = format!("{}, rows of {}, from {}", run.package, run.shingle, run.threshold);
        println!("{language:<6}{name:<34}{}{:>12.0}", score(run, made), speed(run));
    }
    println!("{language:<6}{:<34}{}{:>12.0}", ours.package, score(ours, made), speed(ours));
    let faster = theirs.iter().map(speed).fold(0.0, f64::max);
    let better = theirs.iter().map(|run| score(run, made).f1()).fold(0.0, f64::max);
    println!("{language:<6}{:.1} times as fast as the faster one", speed(ours) / faster);
    ensure!(score(ours, made).f1() >= better, "less accurate than another package");
    Ok(())
}
