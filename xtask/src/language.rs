//! `cargo xtask eval language`: how well the language room does, measured on treebanks. Must not know how anything is
//! learned.

pub mod trees;

use anyhow::Result;

/// Prints all figures.
pub fn run() -> Result<()> {
    for (name, figure) in trees::rows()? {
        println!("{name:<60} {figure:.2}");
    }
    Ok(())
}
