//! The patterns of noise that are data: `data/<language>/noise.toml`, all languages held against every line.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use constancia_model::NoiseKind;
use regex::{Regex, RegexBuilder};
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

/// One rule of one language, its patterns joined: an alternation of anchored patterns gives up at the first letters of
/// most lines, which one set of all patterns does not.
struct Ready {
    pattern: Regex,
    noise: NoiseKind,
    scope: Where,
    strong: bool,
}

/// All rules of all languages, ready to be held against lines.
struct Rules {
    rules: Vec<Ready>,
    menu_words: BTreeSet<String>,
}

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::read(&SOURCES).expect("the rules of noise are tested"));

impl Rules {
    fn read(sources: &[&str]) -> Result<Self, String> {
        let (mut rules, mut menu_words) = (Vec::new(), BTreeSet::new());
        for source in sources {
            let source: Source = toml::from_str(source).map_err(|error| error.to_string())?;
            for rule in &source.rule {
                rules.push(ready(rule, &source.words)?);
            }
            menu_words.extend(source.menu_words);
        }
        Ok(Self { rules, menu_words })
    }

    fn first(&self, line: &str, allows: impl Fn(Where, bool) -> bool) -> Option<NoiseKind> {
        let bared = bare(line);
        let mut allowed = self.rules.iter().filter(|rule| allows(rule.scope, rule.strong));
        allowed.find(|rule| rule.pattern.is_match(&bared)).map(|rule| rule.noise)
    }
}

fn ready(rule: &Rule, words: &BTreeMap<String, String>) -> Result<Ready, String> {
    let joined = expand(&rule.patterns.join("|"), words);
    let pattern = RegexBuilder::new(&format!(r"^(?:{joined})[\s.!…:»›→>]*$"))
        .case_insensitive(true)
        .size_limit(64 << 20)
        .dfa_size_limit(8 << 20)
        .build()
        .map_err(|error| error.to_string())?;
    Ok(Ready { pattern, noise: rule.noise, scope: rule.scope, strong: rule.strong })
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

/// Whether a line would be noise at some place of a text.
pub(crate) fn is_noise_somewhere(line: &str) -> bool {
    let Some(length) = length(line) else { return false };
    RULES.first(line, |_, strong| strong || length < LONG_LINE).is_some()
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
        assert!(rules.rules.iter().all(|rule| !rule.pattern.as_str().contains("{name}")));
    }
}
