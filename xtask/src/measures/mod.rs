//! `cargo xtask eval measures [--show]`: runs the product's own recognisers of numbers and dates on the public cases of
//! Recognizers-Text and compares by the mapping of `docs/measures.md`, per language and kind.
//!
//! The cases are data beside the checkout (`../shared/corpora/time-number`, or the folder that `CONSTANCIA_SHARED`
//! names); none of them is part of the project. Must not know how anything is recognised.

use std::path::PathBuf;

use anyhow::{Result, bail, ensure};
use constancia_model::Language;

use self::cases::{Case, Kind};
use crate::program::root;

mod cases;
mod dates;
mod numbers;
mod words;

/// The kinds, and the share of right cases that each must reach in English and in Spanish, in percent.
const KINDS: [(Kind, &str, [u32; 2]); 4] = [
    (Kind::Number, "NumberModel", [95, 95]),
    (Kind::NumberRange, "NumberRangeModel", [95, 95]),
    (Kind::Ordinal, "OrdinalModel", [95, 95]),
    (Kind::Date, "DateTimeModel", [80, 75]),
];

/// Runs the command with its own arguments.
pub fn run(arguments: &[String]) -> Result<()> {
    let show = match arguments {
        [] => false,
        [show] if show == "--show" => true,
        _ => bail!("eval measures takes only --show"),
    };
    let folder = folder();
    ensure!(folder.is_dir(), "the cases are not at {}; set CONSTANCIA_SHARED to the shared folder", folder.display());
    println!("Comparing with the cases of Recognizers-Text ({}).", folder.display());
    println!("{:<10}{:<18}{:>7}{:>7}{:>8}{:>7}  outside by kind", "", "", "cases", "right", "share", "bar");
    let mut below = Vec::new();
    for (at, (language, name)) in [(Language::English, "English"), (Language::Spanish, "Spanish")].iter().enumerate() {
        for (kind, model, bars) in KINDS {
            let file = folder.join(format!("{name}-{model}.json"));
            let measured = measure(language, kind, &cases::read(&file, kind)?, show);
            println!("{name:<10}{model:<18}{}", measured.row(bars[at]));
            if !measured.reaches(bars[at]) {
                below.push(format!("{name} {model}"));
            }
        }
    }
    ensure!(below.is_empty(), "below the bar: {}", below.join(", "));
    Ok(())
}

fn folder() -> PathBuf {
    let shared = std::env::var_os("CONSTANCIA_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    shared.join("corpora/time-number")
}

/// How many cases were right.
#[derive(Default)]
struct Measured {
    cases: u32,
    right: u32,
    /// Of the right ones, those that agree only by a rule of precision.
    by_precision: u32,
    outside: std::collections::BTreeMap<&'static str, u32>,
}

impl Measured {
    fn reaches(&self, bar: u32) -> bool {
        self.right * 100 >= self.cases * bar
    }

    fn row(&self, bar: u32) -> String {
        let share = f64::from(self.right) * 100.0 / f64::from(self.cases.max(1));
        let outside: Vec<String> = self.outside.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
        let precision =
            if self.by_precision > 0 { format!("  ({} right by precision)", self.by_precision) } else { String::new() };
        format!("{:>7}{:>7}{share:>8.1}{bar:>7}  {}{precision}", self.cases, self.right, outside.join(", "))
    }
}

/// Whether what was recognised agrees with a case.
enum Agreement {
    /// In words and value.
    Exact,
    /// In words; the value is as precise as the product's dates are.
    Precision,
    /// It does not. What was recognised, as text.
    Wrong(String),
}

fn measure(language: &Language, kind: Kind, cases: &[Case], show: bool) -> Measured {
    let mut measured = Measured::default();
    for case in cases {
        if let Some(outside) = case.outside {
            *measured.outside.entry(outside).or_default() += 1;
            continue;
        }
        measured.cases += 1;
        let agreement = match kind {
            Kind::Date => dates::compare(language, case),
            _ => numbers::compare(language, kind, case),
        };
        match agreement {
            Agreement::Exact => measured.right += 1,
            Agreement::Precision => {
                measured.right += 1;
                measured.by_precision += 1;
            }
            Agreement::Wrong(read) if show => println!("{}\n  wanted {}\n  read   {read}", case.input, case.wanted()),
            Agreement::Wrong(_) => {}
        }
    }
    measured
}
