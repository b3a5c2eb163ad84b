//! `cargo xtask eval lineage [--show]`: makes edited copies of articles, mixes them with the originals, and compares the pairs
//! that the lineage room finds with those that were made. Fails below `evaluation/lineage.toml`.
//!
//! The articles lie beside the checkout (`../shared`, or the folder that `CONSTANCIA_SHARED` names). Does not know how a
//! copy is recognised.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use constancia_lineage::{Lineage, Text, lineage};
use constancia_model::ReportId;
use serde_json::Value;

use crate::baseline::{Baseline, Figures};
use crate::program::root;
use crate::train::shared;

mod articles;
pub mod bench;
mod edits;
mod rewriting;

use articles::Article;
use edits::{Edit, Made};

/// Two texts by their places in a list, the smaller first.
pub type Pairs = BTreeSet<(usize, usize)>;

/// Measures every edit in both languages, all of them together, and the shared groups.
pub fn run(arguments: &[String]) -> Result<()> {
    let show = match arguments {
        [] => false,
        [show] if show == "--show" => true,
        _ => bail!("eval lineage takes only --show"),
    };
    let mut measured = BTreeMap::new();
    println!("{:<10}{:<26}{:>9}{:>9}{:>9}", "", "edit", "precision", "recall", "F1");
    for (language, articles) in articles::both()? {
        let mut figures = originals(language, &articles, show);
        for edit in Edit::ALL {
            let strengths = edit.strengths().iter().map(|strength| {
                let made = edits::copies(language, &articles, edit, *strength);
                let score = Score::of(&pairs_found(&made.texts), &made.pairs);
                println!("{language:<10}{:<26}{score}", format!("{} {strength:.2}", edit.name()));
                show_wrong(&made, &score, show);
                score.f1()
            });
            figures.insert(edit.name().to_owned(), strengths.fold(1.0, f64::min));
        }
        let made = edits::families(language, &articles);
        let score = Score::of(&pairs_found(&made.texts), &made.pairs);
        println!("{language:<10}{:<26}{score}", "all at once");
        show_wrong(&made, &score, show);
        figures.insert("all at once".into(), score.f1());
        measured.insert(language.to_owned(), figures);
    }
    measured.insert("groups".into(), groups(&shared())?);
    let broken = Baseline::read(&root().join("evaluation/lineage.toml"), "lineage")?.broken(&measured);
    ensure!(broken.is_empty(), "below the floors:\n  {}", broken.join("\n  "));
    Ok(())
}

/// No two of the articles are copies; a pair that is found among them is a false one.
fn originals(language: &str, articles: &[Article], show: bool) -> Figures {
    let texts: Vec<String> = articles.iter().map(|article| article.text.clone()).collect();
    let found = pairs_found(&texts);
    println!("{language:<10}{:<26}{:>9} articles, {} pairs called copies", "originals", texts.len(), found.len());
    for (one, other) in found.iter().filter(|_| show) {
        println!("  {} / {}", articles[*one].name, articles[*other].name);
    }
    Figures::from([("no false pair".into(), if found.is_empty() { 1.0 } else { 0.0 })])
}

fn show_wrong(made: &Made, score: &Score, show: bool) {
    for (sign, pairs) in [("missed", &score.missed), ("false", &score.wrong)] {
        for (one, other) in pairs.iter().filter(|_| show) {
            println!("  {sign}: {} / {}", made.names[*one], made.names[*other]);
        }
    }
}

/// The pairs of texts that are a copy and its original, or have one origin.
pub fn pairs_found(texts: &[String]) -> Pairs {
    let ids: Vec<ReportId> = texts.iter().map(|text| ReportId::of(text.as_bytes())).collect();
    let input: Vec<Text> = texts
        .iter()
        .zip(&ids)
        .map(|(text, id)| Text { id, text, published: None, credit: None, outlet: None })
        .collect();
    let places: BTreeMap<&ReportId, usize> = ids.iter().enumerate().map(|(at, id)| (id, at)).collect();
    pairs_of(&lineage(&input), &places)
}

fn pairs_of(lineage: &Lineage, places: &BTreeMap<&ReportId, usize>) -> Pairs {
    let pair = |one: &ReportId, other: &ReportId| {
        let (one, other) = (places[one], places[other]);
        (one.min(other), one.max(other))
    };
    let mut pairs: Pairs = lineage.copies.iter().map(|copy| pair(&copy.copy, &copy.of)).collect();
    for group in &lineage.groups {
        for (at, one) in group.reports.iter().enumerate() {
            pairs.extend(group.reports[..at].iter().map(|other| pair(one, other)));
        }
    }
    pairs
}

/// What was found beside what was made.
struct Score {
    right: usize,
    missed: Vec<(usize, usize)>,
    wrong: Vec<(usize, usize)>,
}

impl Score {
    fn of(found: &Pairs, made: &Pairs) -> Self {
        Self {
            right: found.intersection(made).count(),
            missed: made.difference(found).copied().collect(),
            wrong: found.difference(made).copied().collect(),
        }
    }

    fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.wrong.len()).max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / (self.right + self.missed.len()).max(1) as f64
    }

    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (2 * self.right + self.missed.len() + self.wrong.len()).max(1) as f64
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:>9.4}{:>9.4}{:>9.4}", self.precision(), self.recall(), self.f1())
    }
}

/// The shared groups: every pair of `copies` must be found and no pair of `same_event`.
fn groups(shared: &Path) -> Result<Figures> {
    let path = shared.join("eval/groups.json");
    let wanted: Value =
        serde_json::from_str(&std::fs::read_to_string(&path).with_context(|| path.display().to_string())?)?;
    let mut names: Vec<_> =
        std::fs::read_dir(shared.join("reports"))?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    names.sort();
    let texts = names.iter().map(|path| Ok(std::fs::read_to_string(path)?)).collect::<Result<Vec<_>>>()?;
    let names: Vec<&str> = names.iter().filter_map(|path| path.file_name()?.to_str()).collect();
    let found = pairs_found(&texts);
    let (copies, same) = (pairs_in(&wanted["copies"], &names), pairs_in(&wanted["same_event"], &names));
    let right = copies.intersection(&found).count();
    let wrong = same.difference(&copies).filter(|pair| found.contains(pair)).count();
    println!(
        "groups    {right} of {} pairs of copies found; {wrong} of {} of the same event called copies",
        copies.len(),
        same.len()
    );
    for (one, other) in found.difference(&copies) {
        println!("  not among the copies: {} / {}", names[*one], names[*other]);
    }
    Ok(Figures::from([
        ("copies".into(), right as f64 / copies.len().max(1) as f64),
        ("same event apart".into(), 1.0 - wrong as f64 / same.len().max(1) as f64),
    ]))
}

fn pairs_in(groups: &Value, names: &[&str]) -> Pairs {
    let place = |name: &Value| names.iter().position(|known| Some(*known) == name.as_str());
    let mut pairs = Pairs::new();
    for group in groups.as_array().into_iter().flatten() {
        let mut members: Vec<usize> = group.as_array().into_iter().flatten().filter_map(place).collect();
        members.sort_unstable();
        for (at, one) in members.iter().enumerate() {
            pairs.extend(members[..at].iter().map(|other| (*other, *one)));
        }
    }
    pairs
}
