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
    BelowHeadline,
}

impl Where {
    fn holds(self, place: Place, below_headline: bool) -> bool {
        match self {
            Self::Anywhere => true,
            Self::Header => place == Place::Header,
            Self::Footer => place == Place::Footer,
            Self::Edge => place != Place::Body,
            Self::BelowHeadline => place == Place::Header && below_headline,
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
    keep: Vec<String>,
    parts: Vec<String>,
    vocabulary: Vocabulary,
    words: BTreeMap<String, String>,
    rule: Vec<Rule>,
}

/// Words of sites, by what a short line of nothing but such words is.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Vocabulary {
    sharing: BTreeSet<String>,
    masthead: BTreeSet<String>,
    navigation: BTreeSet<String>,
    filler: BTreeSet<String>,
}

impl Vocabulary {
    fn add(&mut self, other: Self) {
        self.sharing.extend(other.sharing);
        self.masthead.extend(other.masthead);
        self.navigation.extend(other.navigation);
        self.filler.extend(other.filler);
    }

    /// What the word makes of its line, `None` where it makes nothing of it; no answer for a word of prose.
    fn sense(&self, word: &str) -> Option<Option<NoiseKind>> {
        let kinds = [
            (&self.sharing, Some(NoiseKind::Sharing)),
            (&self.masthead, Some(NoiseKind::Masthead)),
            (&self.navigation, Some(NoiseKind::Navigation)),
            (&self.filler, None),
        ];
        let known = kinds.into_iter().find(|(words, _)| words.contains(word)).map(|(_, kind)| kind);
        known.or_else(|| word.chars().all(|c| !c.is_alphabetic()).then_some(None))
    }
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
    keep: Vec<Regex>,
    parts: Vec<Regex>,
    menu_words: BTreeSet<String>,
    vocabulary: Vocabulary,
}

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::read(&SOURCES).expect("the rules of noise are tested"));

impl Rules {
    fn read(sources: &[&str]) -> Result<Self, String> {
        let (mut rules, mut keep, mut parts) = (Vec::new(), Vec::new(), Vec::new());
        let (mut menu_words, mut vocabulary) = (BTreeSet::new(), Vocabulary::default());
        for source in sources {
            let source: Source = toml::from_str(source).map_err(|error| error.to_string())?;
            for rule in &source.rule {
                rules.push(ready(rule, &source.words)?);
            }
            keep.push(whole_line(&source.keep, &source.words)?);
            parts.push(whole_line(&source.parts, &source.words)?);
            menu_words.extend(source.menu_words);
            vocabulary.add(source.vocabulary);
        }
        Ok(Self { rules, keep, parts, menu_words, vocabulary })
    }

    fn first(&self, line: &str, allows: impl Fn(Where, bool) -> bool) -> Option<NoiseKind> {
        let bared = bare(line);
        if self.keep.iter().any(|keep| keep.is_match(&bared)) {
            return None;
        }
        let mut allowed = self.rules.iter().filter(|rule| allows(rule.scope, rule.strong));
        allowed.find(|rule| rule.pattern.is_match(&bared)).map(|rule| rule.noise)
    }
}

fn ready(rule: &Rule, words: &BTreeMap<String, String>) -> Result<Ready, String> {
    let pattern = whole_line(&rule.patterns, words)?;
    Ok(Ready { pattern, noise: rule.noise, scope: rule.scope, strong: rule.strong })
}

/// All patterns as one, held against a whole line and the marks that may end it.
fn whole_line(patterns: &[String], words: &BTreeMap<String, String>) -> Result<Regex, String> {
    let joined = expand(&patterns.join("|"), words);
    RegexBuilder::new(&format!(r"^(?:{joined})[\s.!…:»›→>]*$"))
        .case_insensitive(true)
        .size_limit(64 << 20)
        .dfa_size_limit(8 << 20)
        .build()
        .map_err(|error| error.to_string())
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
        &['*', '_', '~', '¡', '·', '•', '|', '-', '–', '—', '=', '>', '›', '»', '►', '▶', '→', '#', ' ', '\u{a0}'];
    let inner = line.trim().trim_start_matches(|c| marks.contains(&c) && c != '#').trim_end_matches(marks);
    let unboxed = ['[', ']', '(', ')'];
    let boxed = inner.starts_with(['[', '(']) && inner.ends_with([']', ')']) && !inner.contains(": ");
    let inner = if boxed && inner.matches(unboxed).count() == 2 { inner.trim_matches(unboxed) } else { inner };
    inner.replace(['\'', '‘'], "’")
}

/// Why a line at that place is noise, by the patterns. Some lines are told from a headline only by standing below one.
pub(crate) fn noise(line: &str, place: Place, below_headline: bool) -> Option<NoiseKind> {
    let length = length(line)?;
    RULES.first(line, |scope, strong| scope.holds(place, below_headline) && (strong || length < LONG_LINE))
}

/// Whether a line looks like noise and is said to be the report all the same.
pub(crate) fn keeps(line: &str) -> bool {
    let bared = bare(line);
    RULES.keep.iter().any(|keep| keep.is_match(&bared))
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

/// What a short line is that has nothing but words of sites in it: "Share Tweet Email", "English | Español".
/// Between paragraphs it takes three such words, since a heading may have one.
pub(crate) fn of_site_words(line: &str, place: Place) -> Option<NoiseKind> {
    if line.chars().count() >= LONG_LINE || line.ends_with(['.', '?']) {
        return None;
    }
    let lowered = line.to_lowercase();
    let words = lowered.split(|c: char| !(c.is_alphanumeric() || "+-.".contains(c))).filter(|word| !word.is_empty());
    let senses = words.map(|word| RULES.vocabulary.sense(word.trim_end_matches('.'))).collect::<Option<Vec<_>>>()?;
    let telling: Vec<NoiseKind> = senses.into_iter().flatten().collect();
    let needed = if place == Place::Body { 3 } else { 1 };
    (telling.len() >= needed).then(|| telling[0])
}

/// Whether the words may stand beside noise in one line and be no more than it: a date, a name, a number of an episode.
pub(crate) fn goes_with_noise(part: &str) -> bool {
    let bared = bare(part);
    RULES.parts.iter().any(|pattern| pattern.is_match(&bared))
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
