//! `cargo xtask eval language`: how well the language room cuts, tags and names, on corpora it has not learned from.
//!
//! The corpora lie in `../shared`, or in the folder named by `CONSTANCIA_SHARED`.

mod names;
mod tags;

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::Result;

/// Parts of one by name.
pub type Figures = BTreeMap<String, f64>;

/// Measures, prints one table, and fails below the floors of `evaluation/language.toml`.
pub fn run(_arguments: &[String]) -> Result<()> {
    let corpora =
        PathBuf::from(std::env::var("CONSTANCIA_SHARED").unwrap_or_else(|_| "../shared".into())).join("corpora");
    let mut figures = tags::figures(&corpora)?;
    figures.extend(names::figures(&corpora)?);
    for (name, value) in figures {
        println!("{name:<40}{value:>8.4}");
    }
    Ok(())
}
