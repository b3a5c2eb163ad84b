//! Statements and gold as they stand in files: the interchange format, read leniently. Judges nothing.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

/// One statement, from an export or from gold; what a kind does not have is absent.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Statement {
    /// The report's file name or address.
    pub report: String,
    /// `status`, `count`, `utterance` or `attribute`.
    pub kind: String,
    /// What happened, of a status or a count.
    pub status: Option<String>,
    /// Of whom.
    pub person: Option<String>,
    /// `asserts`, `denies` or `doubts`.
    pub stance: Option<String>,
    /// When, as EDTF.
    pub date: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Whom the report credits.
    pub informant: Option<String>,
    /// The lower end of a count.
    pub low: Option<u64>,
    /// The upper end of a count.
    pub high: Option<u64>,
    /// `more than`, `at least`, …
    pub bound: Option<String>,
    /// Who was counted.
    pub population: Option<String>,
    /// Whose words.
    pub speaker: Option<String>,
    /// The words spoken.
    pub text: Option<String>,
    /// Which attribute.
    pub field: Option<String>,
    /// Its value.
    pub value: Option<String>,
    /// The words it rests on.
    pub evidence: Option<Evidence>,
    /// In gold: costs nothing when missed and nothing when found.
    pub optional: bool,
}

/// The words a statement rests on.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// The words, verbatim.
    pub quote: String,
}

impl Statement {
    /// Whether the statement says that something is not so.
    pub fn denies(&self) -> bool {
        self.stance.as_deref() == Some("denies")
    }

    /// The upper end of a count, or its lower end where the upper is open or equal.
    pub fn upper(&self) -> Option<u64> {
        self.high.filter(|high| *high != 0).or(self.low)
    }

    /// The words it rests on, empty when it has none.
    pub fn quote(&self) -> &str {
        self.evidence.as_ref().map_or("", |evidence| &evidence.quote)
    }

    /// A field by its name in the format; absent and empty are the same.
    pub fn named(&self, field: &str) -> Option<&str> {
        let value = match field {
            "date" => &self.date,
            "place" => &self.place,
            "informant" => &self.informant,
            "population" => &self.population,
            "bound" => &self.bound,
            _ => &None,
        };
        value.as_deref().filter(|text| !text.is_empty())
    }

    /// The statement in a line, for people who look for the mistake.
    pub fn in_short(&self) -> String {
        let numbers = [self.low, self.high].into_iter().flatten().map(|n| n.to_string());
        [
            &self.stance,
            &self.status,
            &self.person,
            &self.field,
            &self.value,
            &self.population,
            &self.date,
            &self.place,
            &self.informant,
            &self.speaker,
            &self.text,
        ]
        .into_iter()
        .flatten()
        .cloned()
        .chain(numbers)
        .fold(self.kind.clone(), |line, part| line + " · " + &part)
    }
}

/// What a careful annotator found in one report.
#[derive(Debug, Clone, Deserialize)]
pub struct Gold {
    /// The report's file name.
    pub report: String,
    /// `en` or `es`.
    pub language: String,
    /// Lines that are not the report.
    #[serde(default)]
    pub noise: Vec<String>,
    /// What the report says.
    pub statements: Vec<Statement>,
}

/// Every gold file of a folder, by report.
pub fn read_gold(folder: &Path) -> Result<BTreeMap<String, Gold>> {
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("no gold in {}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let text = std::fs::read_to_string(&path)?;
            let gold: Gold = serde_json::from_str(&text).with_context(|| path.display().to_string())?;
            all.insert(gold.report.clone(), gold);
        }
    }
    Ok(all)
}

/// Every statement of an export, by the file name of its report.
pub fn read_statements(file: &Path) -> Result<BTreeMap<String, Vec<Statement>>> {
    let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let mut all: BTreeMap<String, Vec<Statement>> = BTreeMap::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let place = || format!("{} line {}", file.display(), number + 1);
        let statement: Statement = serde_json::from_str(line).with_context(place)?;
        let name = statement.report.rsplit('/').next().unwrap_or_default().to_owned();
        all.entry(name).or_default().push(statement);
    }
    Ok(all)
}
