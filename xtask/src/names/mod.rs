//! `cargo xtask eval names [--show]`: how well names are compared, on judged pairs of persons, and whether invented
//! persons come out as one each.
//!
//! The pairs are those of nomenklatura's bench, beside the checkout (`../shared/corpora/names`, or the folder that
//! `CONSTANCIA_SHARED` names); none of them is part of the project. Must not know how names are compared.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use self::figures::{Figures, best_threshold};
use crate::program::root;

mod figures;
mod persons;

#[derive(Deserialize)]
struct Floors {
    pairs: Pairs,
    persons: Persons,
}

#[derive(Deserialize)]
struct Pairs {
    f1: f64,
}

/// Ceilings.
#[derive(Deserialize)]
struct Persons {
    wrong: usize,
    apart: usize,
}

/// A judged pair with the score that our comparison gives it.
pub struct Judged {
    names: (String, String),
    is_match: bool,
    category: String,
    score: f64,
}

/// Runs the command with its own arguments.
pub fn run(arguments: &[String]) -> Result<()> {
    let show = match arguments {
        [] => false,
        [show] if show == "--show" => true,
        _ => bail!("eval names takes only --show"),
    };
    let floors = std::fs::read_to_string(root().join("evaluation/names.toml")).context("evaluation/names.toml")?;
    let floors: Floors = toml::from_str(&floors).context("evaluation/names.toml")?;
    let judged = pairs()?;
    println!("{} judged pairs of persons; each half is measured at the threshold chosen on the other.", judged.len());
    let halves = [0, 1].map(|half| judged.iter().filter(|pair| half_of(pair) == half).collect::<Vec<_>>());
    let mut least = f64::INFINITY;
    for (measured, chosen) in [(0, 1), (1, 0)] {
        let threshold = best_threshold(&halves[chosen]);
        let figures = Figures::of(halves[measured].iter().copied(), threshold);
        println!("\nhalf {} at {threshold:.2}, chosen on half {}: {figures}", measured + 1, chosen + 1);
        by_category(&halves[measured], threshold);
        least = least.min(figures.f1());
        if show {
            halves[measured]
                .iter()
                .filter(|pair| (pair.score >= threshold) != pair.is_match)
                .for_each(|pair| print(pair));
        }
    }
    ensure!(least >= floors.pairs.f1, "F1 {least:.3} is below the floor {:.3}", floors.pairs.f1);
    check_persons(&floors.persons)
}

/// The invented persons, who are all printed where something is wrong: nothing of them is unseen.
fn check_persons(floors: &Persons) -> Result<()> {
    let found = persons::measure()?;
    println!("\ninvented persons of several reports: {}", found.several);
    println!("  wrongly joined: {} {}", found.wrong.len(), found.wrong.join(", "));
    println!("  left apart:     {} {}", found.apart.len(), found.apart.join(", "));
    ensure!(found.wrong.len() <= floors.wrong, "more were wrongly joined than the ceiling of {}", floors.wrong);
    ensure!(found.apart.len() <= floors.apart, "more were left apart than the ceiling of {}", floors.apart);
    Ok(())
}

fn print(pair: &Judged) {
    let wanted = if pair.is_match { "one" } else { "two" };
    println!("  {wanted} {:.2} {} | {}", pair.score, pair.names.0, pair.names.1);
}

fn by_category(pairs: &[&Judged], threshold: f64) {
    let mut categories: BTreeMap<&str, Vec<&Judged>> = BTreeMap::new();
    pairs.iter().for_each(|pair| categories.entry(pair.category.as_str()).or_default().push(pair));
    for (category, pairs) in categories {
        println!("  {category:<34} {}", Figures::of(pairs.into_iter(), threshold));
    }
}

/// The half of a pair, by its letters: the same on every machine, and no pair in both.
fn half_of(pair: &Judged) -> u64 {
    let letters = pair.names.0.bytes().chain([0]).chain(pair.names.1.bytes());
    (letters.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
        >> 32)
        % 2
}

#[derive(Deserialize)]
struct Row {
    case_group: String,
    schema: String,
    name1: String,
    name2: String,
    is_match: bool,
    category: String,
}

fn pairs() -> Result<Vec<Judged>> {
    let shared = std::env::var_os("CONSTANCIA_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let file = shared.join("corpora/names/name_bench.csv");
    let mut reader = csv::Reader::from_path(&file)
        .with_context(|| format!("{}; CONSTANCIA_SHARED says where the shared folder is", file.display()))?;
    let rows: Vec<Row> = reader.deserialize().collect::<Result<_, _>>().with_context(|| file.display().to_string())?;
    let judged = |row: Row| Judged {
        score: constancia_identity::compare_names(&row.name1, &row.name2).score,
        names: (row.name1, row.name2),
        is_match: row.is_match,
        category: if row.category.is_empty() { row.case_group } else { row.category },
    };
    Ok(rows.into_iter().filter(|row| row.schema == "Person").map(judged).collect())
}
