//! `cargo xtask eval language`: how well the language room cuts, tags and names, on corpora it has not learned from.
//!
//! The corpora lie in `../shared`, or in the folder named by `CONSTANCIA_SHARED`. Every figure is a part of one; those
//! with a floor in `evaluation/language.toml` may not fall below it.

pub mod clock;
pub mod cut;
mod hyphens;
mod names;
mod speed;
mod tags;
mod trees;

use std::collections::BTreeMap;

use anyhow::{Result, bail, ensure};

use crate::baseline::Baseline;
use crate::program::root;
use crate::train::shared;

/// Parts of one by name.
pub type Figures = BTreeMap<String, f64>;

/// Measures, prints one table, and fails below a floor.
pub fn run(arguments: &[String]) -> Result<()> {
    if let Some(unknown) = arguments.first() {
        bail!("eval language does not know {unknown}; it takes nothing");
    }
    let corpora = shared().join("corpora");
    ensure!(
        corpora.is_dir(),
        "the corpora are not at {}; say with CONSTANCIA_SHARED where they are",
        corpora.display()
    );
    let (loaded, speeds) = speed::figures(&corpora)?;
    let mut figures = tags::figures(&corpora)?;
    figures.extend(trees::figures()?);
    figures.extend(names::figures(&corpora)?);
    let baseline = Baseline::read(&root().join("evaluation/language.toml"), "language")?;
    print(&figures, &baseline);
    println!("all models are loaded in {loaded:.0} ms");
    for (language, speed) in speeds {
        println!("{language}: {speed:.0} words a second, whole analyses on one core");
    }
    let broken = baseline.broken(&BTreeMap::from([("all".to_owned(), figures)]));
    ensure!(broken.is_empty(), "below the floors of evaluation/language.toml:\n  {}", broken.join("\n  "));
    Ok(())
}

fn print(figures: &Figures, baseline: &Baseline) {
    println!("{:<44}{:>8}{:>8}", "", "", "floor");
    for (name, value) in figures {
        let floor = baseline.floor("all", name).map_or(String::new(), |floor| format!("{floor:.3}"));
        println!("{name:<44}{value:>8.4}{floor:>8}");
    }
}
