//! The patterns of noise that are data: `data/<language>/noise.toml`, all languages held against every line.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use constancia_model::NoiseKind;
use regex::{RegexSet, RegexSetBuilder};
use serde::Deserialize;

use super::places::Place;

/// From this many characters on a line is dropped only by a strong rule.
pub(crate) const LONG_LINE: usize = 80;

/// No rule drops a line longer than this.
const LONGEST: usize = 420;

const SOURCES: [&str; 2] = [include_str!("../../data/en/noise.toml"), include_str!("../../data/es/noise.toml")];

/// Where a rule holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Where {
    #[default]
    Anywhere,
    Header,
    Footer,
    Edge,
}

impl Where {
    fn holds(self, place: Place) -> bool {
        match self {
            Self::Anywhere => true,
            Self::Header => place == Place::Header,
            Self::Footer => place == Place::Footer,
            Self::Edge => place != Place::Body,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    noise: NoiseKind,
    #[serde(default, rename = "place")]
    scope: Where,
    #[serde(default)]
    strong: bool,
    patterns: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    menu_words: Vec<String>,
    words: BTreeMap<String, String>,
    rule: Vec<Rule>,
}

/// All rules of all languages, ready to be held against lines.
struct Rules {
    patterns: RegexSet,
    /// For each pattern, what it finds, where it holds and whether it is strong.
    meanings: Vec<(NoiseKind, Where, bool)>,
    menu_words: BTreeSet<String>,
}

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::read(&SOURCES).expect("the rules of noise are tested"));

impl Rules {
    fn read(sources: &[&str]) -> Result<Self, String> {
        let (mut patterns, mut meanings, mut menu_words) = (Vec::new(), Vec::new(), BTreeSet::new());
        for source in sources {
            let source: Source = toml::from_str(source).map_err(|error| error.to_string())?;
            menu_words.extend(source.menu_words);
            for rule in &source.rule {
                for pattern in &rule.patterns {
                    patterns.push(format!(r"^(?:{})[\s.!…:»›→>]*$", expand(pattern, &source.words)));
                    meanings.push((rule.noise, rule.scope, rule.strong));
                }
            }
        }
        let built = RegexSetBuilder::new(patterns)
            .case_insensitive(true)
            .size_limit(64 << 20)
            .dfa_size_limit(16 << 20)
            .build()
            .map_err(|error| error.to_string())?;
        Ok(Self { patterns: built, meanings, menu_words })
    }

    fn first(&self, line: &str, allows: impl Fn(Where, bool) -> bool) -> Option<NoiseKind> {
        let bared = bare(line);
        let matches = self.patterns.matches(&bared);
        let found = matches.iter().map(|index| self.meanings[index]).find(|&(_, scope, strong)| allows(scope, strong));
        found.map(|(noise, _, _)| noise)
    }
}

/// Puts the named patterns of a language in the place of their names.
fn expand(pattern: &str, words: &BTreeMap<String, String>) -> String {
    let mut expanded = pattern.to_owned();
    for _ in 0..3 {
        for (name, meaning) in words {
            expanded = expanded.replace(&format!("{{{name}}}"), meaning);
        }
    }
    expanded
}

/// The line without the marks around it, and with one kind of apostrophe.
fn bare(line: &str) -> String {
    let marks: &[char] =
        &['*', '_', '~', '·', '•', '|', '-', '–', '—', '=', '>', '›', '»', '►', '▶', '→', '#', ' ', '\u{a0}'];
    let inner = line.trim().trim_start_matches(|c| marks.contains(&c) && c != '#').trim_end_matches(marks);
    let unboxed = ['[', ']', '(', ')'];
    let boxed = inner.starts_with(['[', '(']) && inner.ends_with([']', ')']) && !inner.contains(": ");
    let inner = if boxed && inner.matches(unboxed).count() == 2 { inner.trim_matches(unboxed) } else { inner };
    inner.replace(['\'', '‘'], "’")
}

/// Why a line at that place is noise, by the patterns.
pub(crate) fn noise(line: &str, place: Place) -> Option<NoiseKind> {
    let length = length(line)?;
    RULES.first(line, |scope, strong| scope.holds(place) && (strong || length < LONG_LINE))
}

/// Whether a line would be noise at an end of a text: long furniture must not pass for a paragraph.
pub(crate) fn is_noise_anywhere_at_edges(line: &str) -> bool {
    let Some(length) = length(line) else { return false };
    RULES.first(line, |scope, strong| scope != Where::Header && (strong || length < LONG_LINE)).is_some()
}

/// Whether it is a word of menus: the name of a section, a network, a function of a site.
pub(crate) fn is_menu_word(words: &str) -> bool {
    RULES.menu_words.contains(&words.trim().to_lowercase())
}

/// The number of characters, for lines short enough to be noise at all.
fn length(line: &str) -> Option<usize> {
    let length = if line.len() <= LONGEST * 4 { line.chars().count() } else { LONGEST + 1 };
    (1..=LONGEST).contains(&length).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_of_both_languages_reads() {
        let rules = Rules::read(&SOURCES).unwrap();
        assert!(
            !rules.patterns.patterns().iter().any(|pattern| pattern.contains("{name}") || pattern.contains("{date}"))
        );
    }
}
