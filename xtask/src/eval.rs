//! `cargo xtask eval [--cases | --unseen] [--show] [--readme] [--quick]`: reads a set of reports with the real program, scores
//! what it exports against gold per language, prints one table and fails below the floors of `evaluation/baseline.toml`.
//!
//! The set is the shared one where it is at hand (`../shared`, or the folder named by `CONSTANCIA_SHARED`), and the
//! project's own cases otherwise. Of the unseen set only figures are ever printed: whoever writes rules must not learn
//! its texts. Must not know how anything is read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::baseline::{Baseline, Figures};
use crate::program::{QUICK, build_as_asked, root};
use crate::readme;
use crate::reference::{self, Files};
use crate::score::{Exported, Gold, KINDS, Score, read_gold, read_statements};

/// The languages, and both together.
pub const GROUPS: [&str; 3] = ["en", "es", "all"];

/// Reports with gold, and the outside scorer where there is one.
struct Set {
    name: &'static str,
    gold: PathBuf,
    reports: PathBuf,
    reference: Option<PathBuf>,
}

const ARGUMENTS: [&str; 5] = ["--cases", "--unseen", "--show", "--readme", QUICK];

/// Runs the command with its own arguments.
pub fn run(arguments: &[String]) -> Result<()> {
    check(arguments)?;
    let given = |name: &str| arguments.iter().any(|a| a == name);
    let set = if given("--unseen") { Set::own("unseen") } else { Set::choose(given("--cases")) };
    let scratch = tempfile::tempdir()?;
    let program = build_as_asked(arguments)?;
    read_with(&program, &set.reports, scratch.path(), Unread::Fails)?;
    evaluate(&set, scratch.path(), given("--show"), given("--readme"))
}

/// Refuses what is unknown, two sets at once, and mistakes of the unseen set, which would show its texts.
fn check(arguments: &[String]) -> Result<()> {
    if let Some(unknown) = arguments.iter().find(|a| !ARGUMENTS.contains(&a.as_str())) {
        bail!("eval does not know {unknown}; it takes {}", ARGUMENTS.join(", "));
    }
    let given = |name: &str| arguments.iter().any(|a| a == name);
    ensure!(!(given("--unseen") && given("--cases")), "eval takes one set: --cases or --unseen");
    ensure!(!(given("--unseen") && given("--show")), "the mistakes of the unseen set are not shown, only its figures");
    Ok(())
}

impl Set {
    fn choose(own_cases: bool) -> Self {
        let shared = std::env::var_os("CONSTANCIA_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
        if !own_cases && shared.join("eval/gold").is_dir() {
            return Self::shared(&shared);
        }
        if !own_cases {
            println!("The shared reports are not at {}.", shared.display());
        }
        Self::own("cases")
    }

    /// A set of the project's own, in the folder `evaluation/<name>`.
    fn own(name: &'static str) -> Self {
        println!("Evaluating on the project's own reports (evaluation/{name}).");
        let folder = root().join("evaluation").join(name);
        Self { name, gold: folder.join("gold"), reports: folder.join("reports"), reference: None }
    }

    fn shared(folder: &Path) -> Self {
        println!("Evaluating on the shared reports ({}).", folder.join("reports").display());
        Self {
            name: "shared",
            gold: folder.join("eval/gold"),
            reports: folder.join("reports"),
            reference: Some(folder.join("eval/score.py")).filter(|script| script.is_file()),
        }
    }
}

/// Lets the program read the reports into a store in `scratch`, and exports from there. A report that is not read, for
/// instance because it is in another language, is no failure of ours where `unread` is allowed.
pub fn read_with(program: &Path, reports: &Path, scratch: &Path, unread: Unread) -> Result<()> {
    let database = scratch.join("register.db");
    let step = |arguments: &[&std::ffi::OsStr], allowed: i32| {
        let mut command = Command::new(program);
        command.arg("--db").arg(&database).args(arguments);
        let output = command.output().with_context(|| format!("cannot start {}", program.display()))?;
        let complaint = String::from_utf8_lossy(&output.stderr);
        let ended = output.status;
        ensure!(
            ended.code().is_some_and(|code| code <= allowed),
            "constancia {arguments:?} ended with {ended}\n{complaint}"
        );
        Ok(())
    };
    let (statements, texts) = (scratch.join("statements.jsonl"), scratch.join("texts"));
    step(&["read".as_ref(), reports.as_ref()], unread as i32)?;
    step(&["export".as_ref(), "--format".as_ref(), "statements".as_ref(), "--out".as_ref(), statements.as_ref()], 0)?;
    step(&["export".as_ref(), "--format".as_ref(), "texts".as_ref(), "--out".as_ref(), texts.as_ref()], 0)
}

/// Whether a report may stay unread: the highest exit code of `read` that is taken.
#[derive(Clone, Copy)]
pub enum Unread {
    Fails = 0,
    Allowed = 1,
}

/// Scores the exports in `scratch` per language, prints, and fails below a floor.
fn evaluate(set: &Set, scratch: &Path, show: bool, into_readme: bool) -> Result<()> {
    let gold = read_gold(&set.gold)?;
    let export = scratch.join("statements.jsonl");
    let statements = read_statements(&export)?;
    let texts = scratch.join("texts");
    let files = Files { statements: &export, texts: &texts, reports: &set.reports, gold: &set.gold };
    let exported = Exported { statements: &statements, texts: &texts, reports: &set.reports };
    let mut measured = BTreeMap::new();
    let mut sizes = BTreeMap::new();
    let mut statuses = BTreeMap::new();
    for group in GROUPS {
        let gold = of_language(&gold, group);
        let score = Score::of(&gold, &exported)?;
        let figures = score.figures();
        if let Some(script) = &set.reference {
            reference::agree(group, &figures, &reference::figures(script, &gold, &files)?)?;
        }
        if show && group == "all" {
            score.mistakes.iter().for_each(|line| println!("{line}"));
        }
        sizes.insert(group, gold.len());
        measured.insert(group.to_owned(), figures);
        statuses.insert(group, score.statuses);
    }
    let baseline = Baseline::read(&root().join("evaluation/baseline.toml"), set.name)?;
    println!("{}", table(&sizes, &measured, &baseline));
    if into_readme {
        readme::put_evaluation(set.name, &sizes, &measured)?;
        readme::put_statuses(set.name, &statuses)?;
    }
    let broken = baseline.broken(&measured);
    ensure!(broken.is_empty(), "below the floors of evaluation/baseline.toml:\n  {}", broken.join("\n  "));
    Ok(())
}

fn of_language(gold: &BTreeMap<String, Gold>, group: &str) -> BTreeMap<String, Gold> {
    let wanted = gold.iter().filter(|(_, gold)| group == "all" || gold.language == group);
    wanted.map(|(name, gold)| (name.clone(), gold.clone())).collect()
}

fn table(sizes: &BTreeMap<&str, usize>, measured: &BTreeMap<String, Figures>, baseline: &Baseline) -> String {
    let sizes = GROUPS.map(|group| format!("{group} ({})", sizes[group]));
    let mut rows = vec![row("", &sizes, "floor (all)")];
    for name in rows_in_order(&measured["all"]) {
        let cells = GROUPS.map(|g| measured[g].get(&name).map_or("–".to_owned(), |value| format!("{value:.3}")));
        let floor = baseline.floor("all", &name).map_or(String::new(), |floor| format!("{floor:.2}"));
        rows.push(row(&name, &cells, &floor));
    }
    rows.join("\n")
}

fn row(name: &str, cells: &[String; 3], floor: &str) -> String {
    format!("{name:<22}{:>10}{:>10}{:>10}{floor:>13}", cells[0], cells[1], cells[2])
}

/// Kinds first, each with its fields, then what holds for the whole report.
fn rows_in_order(figures: &Figures) -> Vec<String> {
    let mut names = Vec::new();
    for kind in KINDS {
        names.extend(["precision", "recall", "f1"].map(|part| format!("{kind}.{part}")));
        names.extend(figures.keys().filter(|name| name.starts_with(&format!("{kind}."))).cloned());
    }
    names.extend(["grounded", "noise", "body"].map(str::to_owned));
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|name| seen.insert(name.clone()));
    names
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    const CUSTODY: [&str; 10] = [
        "detained",
        "charged",
        "convicted",
        "held",
        "transferred",
        "missing",
        "announced",
        "released",
        "rearrested",
        "died",
    ];

    /// The report and its gold, as they stand in one of the project's own sets.
    fn pairs(set: &str) -> Vec<(String, Value)> {
        let folder = root().join("evaluation").join(set);
        let mut reports: Vec<PathBuf> =
            std::fs::read_dir(folder.join("reports")).unwrap().map(|entry| entry.unwrap().path()).collect();
        reports.sort();
        let pair = |report: PathBuf| {
            let name = Path::new(report.file_name().unwrap()).with_extension("json");
            let gold = std::fs::read_to_string(folder.join("gold").join(name)).expect("every report has gold");
            (std::fs::read_to_string(&report).unwrap(), serde_json::from_str(&gold).unwrap())
        };
        reports.into_iter().map(pair).collect()
    }

    fn all_pairs() -> Vec<(String, Value)> {
        ["cases", "unseen"].into_iter().flat_map(pairs).collect()
    }

    fn texts<'a>(gold: &'a Value, list: &str) -> Vec<&'a str> {
        gold[list].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
    }

    #[test]
    fn both_languages_have_as_many_cases() {
        let of = |set: &str, language: &str| pairs(set).iter().filter(|(_, gold)| gold["language"] == language).count();
        assert_eq!((of("cases", "en"), of("cases", "es")), (8, 8));
        assert_eq!((of("unseen", "en"), of("unseen", "es")), (6, 6));
    }

    #[test]
    fn the_unseen_set_shows_figures_and_no_texts() {
        let check = |arguments: &[&str]| check(&arguments.iter().map(|a| (*a).to_owned()).collect::<Vec<_>>());
        assert!(check(&["--unseen"]).is_ok());
        assert!(check(&["--unseen", "--show"]).is_err());
        assert!(check(&["--cases", "--show"]).is_ok());
        assert!(check(&["--cases", "--unseen"]).is_err());
    }

    #[test]
    fn what_gold_quotes_stands_in_its_report() {
        for (report, gold) in all_pairs() {
            let name = &gold["report"];
            for line in texts(&gold, "noise") {
                assert!(report.lines().any(|l| l == line), "{name}: no line {line}");
            }
            for phrase in texts(&gold, "not_counts") {
                assert!(report.contains(phrase), "{name}: no words {phrase}");
            }
            for spoken in gold["statements"].as_array().unwrap().iter().filter_map(|s| s["text"].as_str()) {
                assert!(report.contains(spoken), "{name}: nobody says {spoken}");
            }
        }
    }

    #[test]
    fn gold_names_only_what_the_report_names() {
        for (report, gold) in all_pairs() {
            let report = report.to_lowercase();
            for statement in gold["statements"].as_array().unwrap() {
                let named = ["person", "speaker"].iter().filter_map(|field| statement[*field].as_str());
                for word in named.flat_map(str::split_whitespace) {
                    assert!(report.contains(&word.to_lowercase()), "{}: no {word}", gold["report"]);
                }
                let status = statement["status"].as_str();
                assert!(status.is_none_or(|status| CUSTODY.contains(&status)), "{}: {status:?}", gold["report"]);
            }
        }
    }
}
