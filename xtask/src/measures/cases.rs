//! The cases of Recognizers-Text as they stand in its files, and which of them are outside by kind.
//!
//! Whether a case is outside follows from the case alone. It must not know what the product recognises in it.

use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;

/// What a file of cases is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Numbers.
    Number,
    /// Ranges of numbers.
    NumberRange,
    /// Ordinals.
    Ordinal,
    /// Dates and periods of dates.
    Date,
}

/// One case.
pub struct Case {
    /// The text.
    pub input: String,
    /// The day that the text is read on.
    pub reference: Option<String>,
    /// What stands in it, in order.
    pub results: Vec<Found>,
    /// Why it is not compared.
    pub outside: Option<&'static str>,
}

/// What a case wants to be found.
#[derive(Deserialize)]
pub struct Found {
    /// The words.
    #[serde(rename = "Text")]
    pub text: String,
    #[serde(rename = "TypeName", default)]
    kind: String,
    #[serde(rename = "Resolution", default)]
    resolution: Value,
}

impl Found {
    /// The value of a number, range or ordinal, as written.
    pub fn value(&self) -> &str {
        self.resolution["value"].as_str().unwrap_or_default()
    }

    /// The readings of a date: timex, start, end and modifier.
    pub fn readings(&self) -> Vec<Reading> {
        let field = |value: &Value, name: &str| value[name].as_str().map(str::to_owned);
        let values = self.resolution["values"].as_array().map(Vec::as_slice).unwrap_or_default();
        let reading = |value: &Value| Reading {
            timex: field(value, "timex").unwrap_or_default(),
            day: field(value, "value"),
            start: field(value, "start"),
            end: field(value, "end"),
            modifier: field(value, "Mod").unwrap_or_default(),
        };
        values.iter().map(reading).collect()
    }
}

/// One reading of a date.
pub struct Reading {
    /// Its expression.
    pub timex: String,
    /// The day, of a date.
    pub day: Option<String>,
    /// The first day, of a period.
    pub start: Option<String>,
    /// The day after the last, of a period.
    pub end: Option<String>,
    /// "since", "end" and their like.
    pub modifier: String,
}

impl Case {
    /// What is wanted, as text.
    pub fn wanted(&self) -> String {
        let one = |found: &Found| format!("{} = {}", found.text, found.resolution);
        self.results.iter().map(one).collect::<Vec<_>>().join(" | ")
    }
}

#[derive(Deserialize)]
struct Written {
    #[serde(rename = "Input")]
    input: String,
    #[serde(rename = "Context", default)]
    context: Value,
    #[serde(rename = "Results")]
    results: Vec<Found>,
    #[serde(rename = "NotSupported", default)]
    not_supported: String,
    #[serde(rename = "NotSupportedByDesign", default)]
    not_supported_by_design: String,
}

/// The cases of a file.
pub fn read(file: &Path, kind: Kind) -> Result<Vec<Case>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let written: Vec<Written> = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .with_context(|| format!("{} is no list of cases", file.display()))?;
    Ok(written.into_iter().map(|case| case.into_case(kind)).collect())
}

impl Written {
    fn into_case(self, kind: Kind) -> Case {
        let unsupported = self.not_supported.contains("dotnet") || self.not_supported_by_design.contains("dotnet");
        let outside = match kind {
            _ if unsupported => Some("not done by the reference"),
            Kind::Date => outside_dates(&self.results),
            _ => None,
        };
        let reference = self.context["ReferenceDateTime"].as_str();
        let reference = reference.map(|time| time.split('T').next().unwrap_or_default().to_owned());
        Case { input: self.input, reference, results: self.results, outside }
    }
}

/// Names of feast days, in lower case. A date that is counted from one is outside too.
const FEASTS: [&str; 37] = [
    "christmas",
    "xmas",
    "easter",
    "thanksgiving",
    "halloween",
    "hallowe'en",
    "new year's",
    "new years",
    "eid al",
    "ramadan",
    "labor day",
    "labour day",
    "independence day",
    "mother's day",
    "father's day",
    "mothers day",
    "fathers day",
    "memorial day",
    "earth day",
    "black friday",
    "cyber monday",
    "saint patrick",
    "st patrick",
    "valentine",
    "martin luther",
    "mlk",
    "juneteenth",
    "columbus day",
    "navidad",
    "semana santa",
    "pascua",
    "acción de gracias",
    "accion de gracias",
    "día de la madre",
    "día del padre",
    "nochebuena",
    "nochevieja",
];

/// Why cases of dates are outside: only those whose results are all dates or periods of dates are compared.
fn outside_dates(results: &[Found]) -> Option<&'static str> {
    let kinds: Vec<&str> = results.iter().map(|found| found.kind.rsplit('.').next().unwrap_or_default()).collect();
    let date = |kind: &&str| matches!(*kind, "date" | "daterange");
    let feast = |found: &Found| FEASTS.iter().any(|feast| found.text.to_lowercase().contains(feast));
    let readings = || results.iter().flat_map(Found::readings);
    let unresolved = || readings().any(|reading| reading.day.as_deref() == Some("not resolved"));
    if results.is_empty() {
        Some("with nothing to find")
    } else if !kinds.iter().any(date) {
        Some("of times, durations and sets")
    } else if !kinds.iter().all(date) {
        Some("mixed with those")
    } else if results.iter().any(feast) {
        Some("of feast days")
    } else if unresolved() || readings().any(|reading| reading.modifier == "ref_undef") {
        Some("without a date in the reference")
    } else {
        None
    }
}
