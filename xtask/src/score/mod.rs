//! Scores exported statements against gold, by the definitions of the interchange format.
//!
//! Micro-averaged over all reports. Knows files of statements, texts and gold; does not know how they were made, nor
//! what is good enough.

mod matching;
mod statement;
mod words;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};

pub use statement::{Gold, Statement, read_gold, read_statements};

/// The kinds of statement, in the order of the table.
pub const KINDS: [&str; 4] = ["status", "count", "utterance", "attribute"];

/// A report line shorter than this is not asked for when the kept body is measured.
const BODY_LINE: usize = 80;
/// Noise shorter than this must be gone as a line; the same words may stand in a sentence.
const SHORT_NOISE: usize = 30;

/// What is scored: gold, and what was exported for the same reports.
pub struct Exported<'a> {
    /// The statements by report.
    pub statements: &'a BTreeMap<String, Vec<Statement>>,
    /// The folder of kept texts.
    pub texts: &'a Path,
    /// The folder of reports.
    pub reports: &'a Path,
}

/// `hit` of `of`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// How many were right.
    pub hit: usize,
    /// How many there were.
    pub of: usize,
}

impl Share {
    fn add(&mut self, hit: bool) {
        self.hit += usize::from(hit);
        self.of += 1;
    }

    fn or(self, empty: f64) -> f64 {
        if self.of == 0 { empty } else { self.hit as f64 / self.of as f64 }
    }
}

/// How the statements of one kind, or the statuses of one value, came out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Found {
    right: usize,
    false_alarms: usize,
    missed: usize,
}

impl Found {
    /// How many gold has.
    pub fn wanted(self) -> usize {
        self.right + self.missed
    }

    /// How many of those found are right.
    pub fn precision(self) -> f64 {
        Share { hit: self.right, of: self.right + self.false_alarms }.or(0.0)
    }

    /// How many of those wanted were found.
    pub fn recall(self) -> f64 {
        Share { hit: self.right, of: self.right + self.missed }.or(0.0)
    }

    /// Their harmonic mean.
    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
    }
}

/// The result: figures, and every mistake in a line.
#[derive(Debug, Default)]
pub struct Score {
    kinds: BTreeMap<&'static str, Found>,
    /// Of the statuses, each value by itself.
    pub statuses: BTreeMap<String, Found>,
    fields: BTreeMap<String, Share>,
    grounded: Share,
    noise: Share,
    body: Share,
    /// Every miss, false alarm, ungrounded statement, kept noise and lost line.
    pub mistakes: Vec<String>,
}

impl Score {
    /// Scores what was exported for the reports in `gold`. Fails when a report or its kept text cannot be read.
    pub fn of(gold: &BTreeMap<String, Gold>, exported: &Exported) -> Result<Self> {
        let mut score = Score { kinds: KINDS.map(|kind| (kind, Found::default())).into(), ..Score::default() };
        for (name, gold) in gold {
            let none = Vec::new();
            let found = exported.statements.get(name).unwrap_or(&none);
            score.add_statements(gold, found);
            let raw = read(exported.reports, name)?;
            score.add_grounding(name, &raw, found);
            score.add_text(gold, &raw, &read(exported.texts, name)?);
        }
        Ok(score)
    }

    /// Every figure by its name, from 0 to 1: `status.f1`, `count.informant`, `grounded`, `noise`, `body`, …
    pub fn figures(&self) -> BTreeMap<String, f64> {
        let mut figures = BTreeMap::new();
        for (kind, found) in &self.kinds {
            figures.insert(format!("{kind}.precision"), found.precision());
            figures.insert(format!("{kind}.recall"), found.recall());
            figures.insert(format!("{kind}.f1"), found.f1());
        }
        figures.extend(self.fields.iter().map(|(name, share)| (name.clone(), share.or(0.0))));
        figures.insert("grounded".to_owned(), self.grounded.or(0.0));
        figures.insert("noise".to_owned(), self.noise.or(1.0));
        figures.insert("body".to_owned(), self.body.or(1.0));
        figures
    }

    fn add_statements(&mut self, gold: &Gold, found: &[Statement]) {
        for kind in KINDS {
            let found: Vec<&Statement> = found.iter().filter(|s| s.kind == kind).collect();
            // The same fact may be stated in several sentences: repeats of a matched fact are not false alarms.
            let mut used = vec![false; found.len()];
            for wanted in gold.statements.iter().filter(|s| s.kind == kind) {
                let hits: Vec<usize> = (0..found.len()).filter(|i| matching::matches(wanted, found[*i])).collect();
                hits.iter().for_each(|i| used[*i] = true);
                let hits: Vec<&Statement> = hits.into_iter().map(|i| found[i]).collect();
                self.add_wanted(kind, &gold.report, wanted, &hits);
            }
            for statement in found.iter().zip(used).filter(|(_, used)| !used).map(|(statement, _)| statement) {
                self.tell(statement, |found| found.false_alarms += 1);
                let line = format!("FALSE {} {} | {}", gold.report, statement.in_short(), statement.quote());
                self.mistakes.push(line);
            }
        }
    }

    /// Counts a statement for its kind, and a status for its value as well.
    fn tell(&mut self, statement: &Statement, count: impl Fn(&mut Found)) {
        self.kinds.iter_mut().filter(|(kind, _)| **kind == statement.kind).for_each(|(_, found)| count(found));
        if let Some(status) = statement.status.as_ref().filter(|_| statement.kind == "status") {
            count(self.statuses.entry(status.clone()).or_default());
        }
    }

    fn add_wanted(&mut self, kind: &'static str, report: &str, wanted: &Statement, hits: &[&Statement]) {
        match (hits.is_empty(), wanted.optional) {
            (true, false) => {
                self.tell(wanted, |found| found.missed += 1);
                self.mistakes.push(format!("MISSED {report} {}", wanted.in_short()));
            }
            (false, false) => self.tell(wanted, |found| found.right += 1),
            (_, true) => {}
        }
        for field in if hits.is_empty() { &[] } else { fields(kind) } {
            if let Some(value) = wanted.named(field) {
                let right = hits.iter().any(|found| matching::field_matches(field, value, found));
                self.fields.entry(format!("{kind}.{field}")).or_default().add(right);
            }
        }
    }

    fn add_grounding(&mut self, report: &str, raw: &str, found: &[Statement]) {
        let raw = words::single_spaced(raw);
        for statement in found {
            let quote = words::single_spaced(statement.quote());
            let stands = !quote.trim().is_empty() && raw.contains(quote.trim());
            self.grounded.add(stands);
            if !stands {
                self.mistakes.push(format!("UNGROUNDED {report} {} | {}", statement.in_short(), statement.quote()));
            }
        }
    }

    fn add_text(&mut self, gold: &Gold, raw: &str, kept: &str) {
        let text = words::fold(&words::single_spaced(kept));
        let noise: Vec<String> = gold.noise.iter().map(|line| words::fold(line)).collect();
        let kept_lines: Vec<String> = words::lines(kept).map(|line| words::fold(line).trim().to_owned()).collect();
        for line in &noise {
            let short = line.chars().count() < SHORT_NOISE;
            let kept = if short { kept_lines.contains(line) } else { text.contains(line.as_str()) };
            self.noise.add(!kept);
            if kept {
                self.mistakes.push(format!("NOISE KEPT {} {line}", gold.report));
            }
        }
        for line in words::lines(raw).map(|line| words::fold(&words::single_spaced(line)).trim().to_owned()) {
            if line.chars().count() >= BODY_LINE && !noise.contains(&line) {
                let kept = text.contains(&line);
                self.body.add(kept);
                if !kept {
                    self.mistakes.push(format!("BODY LOST {} {line}", gold.report));
                }
            }
        }
    }
}

/// The fields of a kind that are scored over its matched statements.
fn fields(kind: &str) -> &'static [&'static str] {
    match kind {
        "status" => &["date", "place", "informant"],
        "count" => &["informant", "population", "place", "bound"],
        _ => &[],
    }
}

fn read(folder: &Path, name: &str) -> Result<String> {
    let path = folder.join(name);
    std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}
