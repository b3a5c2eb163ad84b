//! The floors in `evaluation/baseline.toml`: what may never get worse unnoticed. Knows names and numbers, no statement.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use toml::Value;

/// Figures of one group of reports (`en`, `es`, `all`) by name.
pub type Figures = BTreeMap<String, f64>;

/// The floors of one set of reports: `shared` or `cases`, by group.
#[derive(Debug, Default)]
pub struct Baseline {
    floors: BTreeMap<String, Figures>,
}

impl Baseline {
    /// The floors of `set` in the file at `path`.
    pub fn read(path: &Path, set: &str) -> Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        Self::parse(&text, set).with_context(|| path.display().to_string())
    }

    fn parse(text: &str, set: &str) -> Result<Self> {
        let table: toml::Table = text.parse()?;
        let mut floors = BTreeMap::new();
        for (group, value) in table.get(set).and_then(Value::as_table).into_iter().flatten() {
            let mut figures = Figures::new();
            flatten("", value, &mut figures)?;
            floors.insert(group.clone(), figures);
        }
        Ok(Self { floors })
    }

    /// The floor of a figure, where there is one.
    pub fn floor(&self, group: &str, figure: &str) -> Option<f64> {
        self.floors.get(group)?.get(figure).copied()
    }

    /// What fell below its floor, a line each. A floor for a figure that nobody measures is a failure as well.
    pub fn broken(&self, measured: &BTreeMap<String, Figures>) -> Vec<String> {
        let mut broken = Vec::new();
        for (group, floors) in &self.floors {
            for (figure, floor) in floors {
                match measured.get(group).and_then(|figures| figures.get(figure)) {
                    Some(value) if value >= floor => {}
                    Some(value) => broken.push(format!("{group}: {figure} is {value:.4}, below its floor {floor}")),
                    None => broken.push(format!("{group}: {figure} has a floor of {floor} but was not measured")),
                }
            }
        }
        broken
    }
}

/// `status.f1 = 0.5` is a table in a table; its name here is the path.
fn flatten(name: &str, value: &Value, figures: &mut Figures) -> Result<()> {
    match value {
        Value::Table(table) => {
            for (key, inner) in table {
                let name = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
                flatten(&name, inner, figures)?;
            }
        }
        Value::Float(floor) => {
            figures.insert(name.to_owned(), *floor);
        }
        _ => bail!("the floor of {name} is not a number such as 0.50"),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FLOORS: &str = "[shared.all]\ngrounded = 1.0\nstatus.f1 = 0.50\n[cases.all]\nstatus.f1 = 0.9\n";

    fn measured(status: f64) -> BTreeMap<String, Figures> {
        let figures = [("grounded".to_owned(), 1.0), ("status.f1".to_owned(), status)];
        [("all".to_owned(), figures.into())].into()
    }

    #[test]
    fn a_figure_below_its_floor_is_named() {
        let baseline = Baseline::parse(FLOORS, "shared").unwrap();
        assert_eq!(baseline.broken(&measured(0.5)), Vec::<String>::new());
        assert_eq!(baseline.broken(&measured(0.41)), ["all: status.f1 is 0.4100, below its floor 0.5"]);
    }

    #[test]
    fn a_floor_without_a_figure_is_broken() {
        let baseline = Baseline::parse("[shared.all]\nstatsu.f1 = 0.5\n", "shared").unwrap();
        assert_eq!(baseline.broken(&measured(0.9)).len(), 1);
    }

    #[test]
    fn a_floor_that_is_no_number_is_refused() {
        assert!(Baseline::parse("[shared.all]\ngrounded = \"all\"\n", "shared").is_err());
    }
}
