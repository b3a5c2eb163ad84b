//! The shared scorer, where it is at hand: a second opinion on the same files. Fails when the two differ; decides
//! nothing about how good a figure is.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::baseline::Figures;
use crate::score::Gold;

/// The shared scorer rounds to three places.
const ROUNDING: f64 = 0.000_501;

/// Where the exported files and the reports lie.
pub struct Files<'a> {
    /// One statement a line.
    pub statements: &'a Path,
    /// The folder of kept texts.
    pub texts: &'a Path,
    /// The folder of reports.
    pub reports: &'a Path,
    /// The folder of gold.
    pub gold: &'a Path,
}

/// What the scorer at `script` says of the reports in `gold`; nothing, and a word about it, where it cannot be started.
pub fn figures(script: &Path, gold: &BTreeMap<String, Gold>, files: &Files) -> Result<Figures> {
    let folder = tempfile::tempdir()?;
    copy_gold(files.gold, gold, folder.path())?;
    let output = Command::new("python3")
        .arg(script)
        .args([folder.path(), files.statements])
        .args(["--texts".as_ref(), files.texts, "--reports".as_ref(), files.reports, "--json".as_ref()])
        .stderr(Stdio::inherit())
        .output();
    let Ok(output) = output else {
        println!("The shared scorer could not be started; the figures are not compared with it.");
        return Ok(Figures::new());
    };
    ensure!(output.status.success(), "{} ended with {}", script.display(), output.status);
    Ok(renamed(&serde_json::from_slice(&output.stdout)?))
}

/// Gold files may be named as they like; the report inside says which one it is.
fn copy_gold(from: &Path, wanted: &BTreeMap<String, Gold>, to: &Path) -> Result<()> {
    for entry in std::fs::read_dir(from)? {
        let path = entry?.path();
        let text = std::fs::read_to_string(&path)?;
        let gold: Value = serde_json::from_str(&text).with_context(|| path.display().to_string())?;
        if gold["report"].as_str().is_some_and(|report| wanted.contains_key(report)) {
            std::fs::write(to.join(path.file_name().unwrap_or_default()), text)?;
        }
    }
    Ok(())
}

/// The shared scorer's figures under our names.
fn renamed(json: &Value) -> Figures {
    let mut figures = Figures::new();
    for (name, values) in json.as_object().into_iter().flatten() {
        let name = match name.as_str() {
            "noise dropped" => "noise",
            "body kept" => "body",
            other => other,
        };
        for part in ["precision", "recall", "f1"] {
            figures.extend(values[part].as_f64().map(|value| (format!("{name}.{part}"), value)));
        }
        let share = values["accuracy"].as_f64().or(values["share"].as_f64());
        figures.extend(share.map(|value| (name.to_owned(), value)));
    }
    figures
}

/// Fails when the two scorers differ by more than the rounding of the shared one.
pub fn agree(group: &str, ours: &Figures, theirs: &Figures) -> Result<()> {
    for (name, theirs) in theirs {
        let own = ours.get(name).with_context(|| format!("{group}: only the shared scorer measures {name}"))?;
        ensure!((own - theirs).abs() <= ROUNDING, "{group}: {name} is {own:.4} here and {theirs} by the shared scorer");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::score::{Exported, Score, read_gold, read_statements};

    /// An export that a mediocre reader could have made: every fifth statement is missing, others deny, shorten a name
    /// or rest on words that stand nowhere, and every second text still has its noise.
    fn mediocre_export(cases: &Path, to: &Path) -> Result<()> {
        std::fs::create_dir(to.join("texts"))?;
        let mut lines = Vec::new();
        for (number, (name, gold)) in read_gold(&cases.join("gold"))?.iter().enumerate() {
            let report = std::fs::read_to_string(cases.join("reports").join(name))?;
            let noise = if number % 2 == 0 { gold.noise.as_slice() } else { &[] };
            let kept: Vec<&str> = report.lines().filter(|line| !noise.iter().any(|n| n == line)).collect();
            std::fs::write(to.join("texts").join(name), kept[..kept.len() - number % 3].join("\n"))?;
            let file = cases.join("gold").join(name).with_extension("json");
            let gold: Value = serde_json::from_str(&std::fs::read_to_string(file)?)?;
            let statements = gold["statements"].as_array().into_iter().flatten().cloned();
            lines.extend(statements.enumerate().filter_map(|(i, s)| worsened(i, s, name, kept[0])));
        }
        Ok(std::fs::write(to.join("statements.jsonl"), lines.join("\n"))?)
    }

    fn worsened(number: usize, mut statement: Value, report: &str, quote: &str) -> Option<String> {
        statement["report"] = format!("somewhere/{report}").into();
        statement["evidence"]["quote"] = quote.into();
        match number % 11 {
            0 | 5 => return None,
            1 => statement["stance"] = "denies".into(),
            2 => statement["person"] = "Somebody Else".into(),
            3 => statement["evidence"]["quote"] = "words that stand nowhere".into(),
            4 => statement["date"] = "2024".into(),
            6 => statement["informant"] = "nobody".into(),
            7 => statement["value"] = "deputy chief spokesman".into(),
            8 => statement["text"] = statement["text"].as_str().map(first_half).into(),
            _ => {}
        }
        Some(statement.to_string())
    }

    fn first_half(text: &str) -> String {
        text.chars().take(text.chars().count() / 2).collect()
    }

    #[test]
    fn both_scorers_give_the_same_figures() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let shared = std::env::var_os("CONSTANCIA_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
        let script = shared.join("eval/score.py");
        if !script.is_file() {
            return; // Without the shared scorer there is no second opinion to compare with.
        }
        let (cases, scratch) = (root.join("evaluation/cases"), tempfile::tempdir().unwrap());
        mediocre_export(&cases, scratch.path()).unwrap();
        let (statements, texts) = (scratch.path().join("statements.jsonl"), scratch.path().join("texts"));
        let gold = read_gold(&cases.join("gold")).unwrap();
        let found = read_statements(&statements).unwrap();
        let reports = cases.join("reports");
        let exported = Exported { statements: &found, texts: &texts, reports: &reports };
        let ours = Score::of(&gold, &exported).unwrap().figures();
        let files = Files { statements: &statements, texts: &texts, reports: &reports, gold: &cases.join("gold") };
        let theirs = figures(&script, &gold, &files).unwrap();
        for name in ["status.f1", "count.f1", "utterance.f1", "attribute.f1", "grounded", "noise", "body"] {
            let value = ours[name];
            assert!(value > 0.0 && value < 1.0, "{name} is {value}: the export tests nothing");
        }
        agree("all", &ours, &theirs).unwrap();
    }
}
