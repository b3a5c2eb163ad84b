//! With whose voice something is said, and which voices are independent of each other. Knows no rule of certainty.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use constancia_model::ReportId;

use crate::told::Told;
use crate::words::names::folded;
use crate::words::word_lists::{lines, words};

static SMALL_WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| words(include_str!("../data/small_words.txt")));

/// Whose voice a statement is: the key under which voices are compared, one for "Foro Penal" and "Penal Forum".
pub(crate) fn voice_of(informant: Option<&str>, outlet: Option<&str>, origin: &ReportId) -> String {
    let named = informant.or(outlet).map(informant_voice);
    named.filter(|name| !name.is_empty()).unwrap_or_else(|| format!("origin {origin}"))
}

/// The key of a voice by its name alone.
pub(crate) fn informant_voice(name: &str) -> String {
    in_one_language(&of_country(name))
}

/// The folded words of a text without those that name nobody.
pub(crate) fn significant(text: &str) -> String {
    let folded = folded(text);
    let words: Vec<&str> = folded.split(' ').filter(|word| !SMALL_WORDS.contains(*word)).collect();
    if words.is_empty() { folded } else { words.join(" ") }
}

static FACILITY_WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| words(include_str!("../data/facilities.txt")));

static OFFICE_WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| words(include_str!("../data/office_words.txt")));

/// Every word for a country, its state and its people → the first of its line.
static COUNTRIES: LazyLock<BTreeMap<&str, &str>> =
    LazyLock::new(|| by_first_of_line(include_str!("../data/countries.txt")));

/// Every word of the names of institutions, in either language → the first of its line.
static INSTITUTION_WORDS: LazyLock<BTreeMap<&str, &str>> =
    LazyLock::new(|| by_first_of_line(include_str!("../data/institution_words.txt")));

fn by_first_of_line(list: &'static str) -> BTreeMap<&'static str, &'static str> {
    let line = |line: &'static str| {
        let first = line.split_whitespace().next().unwrap_or_default();
        line.split_whitespace().map(move |word| (word, first))
    };
    lines(list).flat_map(line).collect()
}

/// The significant words with every word for a country made one: "the Spanish government" and "Spain's government"
/// are "spain".
pub(crate) fn of_country(text: &str) -> String {
    let significant = significant(&text.replace("'s", "").replace("’s", "").replace("U.S.", "US"));
    let known = |word| COUNTRIES.get(word).copied();
    if !significant.split(' ').any(|word| known(word).is_some()) {
        return significant;
    }
    let words = significant.split(' ').filter(|word| !OFFICE_WORDS.contains(*word));
    let mut words: Vec<&str> = words.map(|word| known(word).unwrap_or(word)).collect();
    words.dedup();
    words.join(" ")
}

/// The country that some folded words name, where they name one and nothing else.
pub(crate) fn country_of(words: &str) -> Option<&'static str> {
    let mut found =
        words.split(' ').filter(|word| !FACILITY_WORDS.contains(*word)).map(|word| COUNTRIES.get(word).copied());
    let first = found.next().flatten()?;
    found.all(|other| other == Some(first)).then_some(first)
}

/// The words of an institution's name in one language and in one order.
fn in_one_language(name: &str) -> String {
    let word = |word| INSTITUTION_WORDS.get(word).copied().unwrap_or(word);
    let mut words: Vec<&str> = name.split(' ').map(word).collect();
    if words.len() > 1 && words.iter().any(|word| INSTITUTION_WORDS.contains_key(word)) {
        words.sort_unstable();
    }
    words.join(" ")
}

/// Whether two voices may be one: the words of one are among those of the other ("Spain", "Spain's ministry").
pub(crate) fn same_voice(one: &str, other: &str) -> bool {
    let within = |few: &str, many: &str| few.split(' ').all(|word| many.split(' ').any(|other| other == word));
    one == other || within(one, other) || within(other, one)
}

/// The voices behind some statements.
#[derive(Debug, Default)]
pub(crate) struct Voices<'a> {
    /// Credited informants, with the origins that credit them.
    credited: BTreeMap<&'a str, BTreeSet<&'a ReportId>>,
    /// Outlets that speak for themselves, with their origins.
    outlets: BTreeMap<&'a str, BTreeSet<&'a ReportId>>,
}

impl<'a> Voices<'a> {
    pub fn of(told: impl IntoIterator<Item = &'a Told>) -> Self {
        let mut voices = Self::default();
        for told in told {
            let side = if told.statement.informant.is_some() { &mut voices.credited } else { &mut voices.outlets };
            side.entry(&*told.voice).or_default().insert(told.origin());
        }
        voices
    }

    /// Whether so many of these voices, two at least, speak from different origins and do not rest on the same informant.
    pub fn corroborate(&self, voices: usize) -> bool {
        self.two_corroborate() && (voices <= 2 || self.independent(voices))
    }

    fn two_corroborate(&self) -> bool {
        from_different_origins(&self.credited, &self.credited, |one, other| !same_voice(one, other))
            || from_different_origins(&self.credited, &self.outlets, |one, other| one != other)
            || from_different_origins(&self.outlets, &self.outlets, |one, other| one != other)
    }

    /// Whether a set of so many voices can be found, each with an origin of its own, adding voices in their order.
    fn independent(&self, wanted: usize) -> bool {
        let speaking: Vec<(bool, &str, &BTreeSet<&ReportId>)> = self
            .credited
            .iter()
            .map(|(voice, origins)| (true, *voice, origins))
            .chain(self.outlets.iter().map(|(voice, origins)| (false, *voice, origins)))
            .collect();
        let rest_on_one = |(credited, one): (bool, &str), (other_credited, other): (bool, &str)| {
            if credited && other_credited { same_voice(one, other) } else { one == other }
        };
        (0..speaking.len()).any(|start| {
            let mut chosen: Vec<(bool, &str)> = Vec::new();
            let mut used: BTreeSet<&ReportId> = BTreeSet::new();
            for (credited, voice, origins) in speaking[start..].iter().chain(&speaking[..start]) {
                let known = chosen.iter().any(|other| rest_on_one((*credited, voice), *other));
                let fresh = origins.iter().find(|origin| !used.contains(**origin));
                if let Some(origin) = fresh.filter(|_| !known) {
                    used.insert(origin);
                    chosen.push((*credited, voice));
                }
            }
            chosen.len() >= wanted
        })
    }

    /// Whether a voice here and a voice there are independent: different informants; or outlets speaking for
    /// themselves that did not copy each other.
    pub fn independent_of(&self, other: &Voices<'_>) -> bool {
        differ(&self.credited, &other.credited, |one, other| !same_voice(one, other))
            || differ(&self.credited, &other.outlets, |one, other| one != other)
            || differ(&self.outlets, &other.credited, |one, other| one != other)
            || from_different_origins(&self.outlets, &other.outlets, |one, other| one != other)
    }
}

/// Names, with the origins in which they speak.
type Speaking<'a> = BTreeMap<&'a str, BTreeSet<&'a ReportId>>;

fn differ(one: &Speaking<'_>, other: &Speaking<'_>, apart: impl Fn(&str, &str) -> bool) -> bool {
    one.keys().any(|one| other.keys().any(|other| apart(one, other)))
}

/// Whether a voice of one and a voice of the other are apart and can be heard in two different origins.
fn from_different_origins(one: &Speaking<'_>, other: &Speaking<'_>, apart: impl Fn(&str, &str) -> bool) -> bool {
    let origins: BTreeSet<_> = one.values().chain(other.values()).flatten().take(2).collect();
    let several = origins.len() > 1 || one.values().chain(other.values()).flatten().any(|id| !origins.contains(id));
    several
        && one.iter().any(|(one, origins)| {
            other.iter().any(|(other, others)| {
                apart(one, other) && (origins.len() > 1 || others.len() > 1 || origins != others)
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_voice_under_several_names() {
        let origin = ReportId::of(b"");
        for (one, other, same) in [
            ("Spain", "the Spanish government", true),
            ("Spain's foreign ministry", "el gobierno español", true),
            ("U.S. officials", "American authorities", true),
            ("Spanish authorities", "Italian authorities", false),
            ("Grupo Libre", "Grupo Libre de Freedonia", true),
            ("the government", "the opposition", false),
            ("her sister", "her lawyer", false),
        ] {
            let voice = |name| voice_of(Some(name), None, &origin);
            assert_eq!(same_voice(&voice(one), &voice(other)), same, "{one} / {other}");
        }
    }

    #[test]
    fn a_name_in_two_languages_is_one_voice() {
        let voice = |name| voice_of(Some(name), None, &ReportId::of(b"a report"));
        assert_eq!(voice("Foro Penal"), voice("Penal Forum"));
        assert_eq!(voice("el Comité de Madres"), voice("the Mothers Committee"));
        assert_ne!(voice("Foro Penal"), voice("Foro Cívico"));
        assert_ne!(voice("Ana Ruiz"), voice("Ruiz Ana"));
    }
}
