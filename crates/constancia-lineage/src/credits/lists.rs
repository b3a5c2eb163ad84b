//! The wordings of credit and the words of names, from data. Knows no text.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::Reach;
use crate::copies::words::{self, folded_hash};

/// A wording of credit as hashes of its words.
#[derive(Debug)]
pub(super) struct Wording {
    /// The words before the name.
    pub before: Vec<u32>,
    /// The words behind it.
    pub after: Vec<u32>,
    /// How much it credits; `None` where it announces a communiqué and names nobody.
    pub reach: Option<Reach>,
    /// Whether the name must sound like an outlet.
    pub outlet: bool,
}

/// Everything held as data.
#[derive(Debug, Default)]
pub(super) struct Lists {
    wordings: Vec<Wording>,
    /// The wordings by the hash of their first word.
    starts: BTreeMap<u32, Vec<usize>>,
    /// A bit for each remainder of these hashes, because most words start no wording.
    may_start: Vec<bool>,
    /// Words of a byline before a name, each row as hashes.
    pub byline: Vec<Vec<u32>>,
    /// Words that are no part of a name.
    pub loose: BTreeSet<u32>,
    outlets: BTreeSet<u32>,
    /// The usual form of an agency's name by the hashes of its words.
    agencies: BTreeMap<Vec<u32>, String>,
    headings: BTreeSet<Vec<u32>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    whole: Phrases,
    part: Phrases,
    byline: Byline,
    names: Names,
    communique: Communique,
}

#[derive(Deserialize)]
struct Phrases {
    any: Vec<String>,
    outlet: Vec<String>,
}

#[derive(Deserialize)]
struct Byline {
    any: Vec<String>,
}

#[derive(Deserialize)]
struct Names {
    loose: Vec<String>,
    outlets: Vec<String>,
}

#[derive(Deserialize)]
struct Communique {
    heading: Vec<String>,
    printed: Vec<String>,
}

#[derive(Deserialize)]
struct Agencies {
    names: Vec<Vec<String>>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut lists = Lists::default();
    for text in [include_str!("../../data/en/credits.toml"), include_str!("../../data/es/credits.toml")] {
        lists.read(toml::from_str(text).expect("the wordings are part of the program"));
    }
    let agencies: Agencies =
        toml::from_str(include_str!("../../data/agencies.toml")).expect("the names are part of the program");
    for names in agencies.names {
        for name in &names {
            lists.agencies.insert(lists.hashes(name), names[0].clone());
        }
    }
    lists.may_start = vec![false; PLACES];
    for (at, wording) in lists.wordings.iter().enumerate() {
        let first = *wording.before.first().or(wording.after.first()).expect("a wording has words");
        lists.starts.entry(first).or_default().push(at);
        lists.may_start[first as usize % PLACES] = true;
    }
    lists
});

const PLACES: usize = 4096;

impl Lists {
    pub fn get() -> &'static Self {
        &LISTS
    }

    fn read(&mut self, file: File) {
        for (reach, phrases) in [(Reach::Whole, file.whole), (Reach::Part, file.part)] {
            self.wordings.extend(phrases.any.iter().map(|phrase| wording(phrase, Some(reach), false)));
            self.wordings.extend(phrases.outlet.iter().map(|phrase| wording(phrase, Some(reach), true)));
        }
        self.wordings.extend(file.communique.printed.iter().map(|phrase| wording(phrase, None, false)));
        self.byline.extend(file.byline.any.iter().map(|phrase| wording(phrase, None, false).before));
        self.loose.extend(file.names.loose.iter().flat_map(|words| hashes(words)));
        self.outlets.extend(file.names.outlets.iter().map(|word| folded_hash(word)));
        self.headings.extend(file.communique.heading.iter().map(|heading| hashes(heading)));
    }

    /// Calls `found` with every wording of credit and the number of its first word.
    pub fn each_phrase(&self, text: &words::Wording, mut found: impl FnMut(&Wording, usize)) {
        for (at, word) in text.words.iter().enumerate() {
            if !self.may_start[word.full as usize % PLACES] {
                continue;
            }
            for wording in self.starts.get(&word.full).into_iter().flatten().map(|number| &self.wordings[*number]) {
                let literal = if wording.before.is_empty() { &wording.after } else { &wording.before };
                if text.words[at..].iter().map(|word| word.full).take(literal.len()).eq(literal.iter().copied()) {
                    found(wording, at);
                }
            }
        }
    }

    /// Whether a name of these words is an agency's or sounds like an outlet's.
    pub fn is_outlet(&self, name: &str) -> bool {
        let hashes = hashes(name);
        let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
        let signs = |word: &str| word.contains(|c: char| c.is_ascii_digit()) && letters(word) > 3;
        self.is_agency(name)
            || hashes.len() > 1 && hashes.iter().any(|hash| self.outlets.contains(hash))
            || name.split_whitespace().any(signs)
    }

    /// Whether the name is in the list of agencies.
    pub fn is_agency(&self, name: &str) -> bool {
        self.agencies.contains_key(&self.hashes(name))
    }

    /// The name as an agency is usually called, or as it is.
    pub fn usual(&self, name: &str) -> String {
        self.agencies.get(&self.hashes(name)).cloned().unwrap_or_else(|| name.trim().to_owned())
    }

    /// A number for a name, the same however an agency is called and whether "the" or "agency" stands by it.
    pub fn key(&self, name: &str) -> u32 {
        self.hashes(&self.usual(name)).iter().fold(0, |key, hash| key.rotate_left(5) ^ hash)
    }

    /// Whether a line is the heading of a communiqué.
    pub fn is_heading(&self, line: &str) -> bool {
        let line = hashes(line);
        (1..=line.len().min(3)).any(|length| self.headings.contains(&line[..length]))
    }

    /// Hashes of a name without loose words around it.
    fn hashes(&self, name: &str) -> Vec<u32> {
        let all = hashes(name);
        let own: Vec<u32> = all.iter().copied().filter(|hash| !self.loose.contains(hash)).collect();
        if own.is_empty() { all } else { own }
    }
}

fn hashes(text: &str) -> Vec<u32> {
    words::Wording::of(text).words.iter().map(|word| word.full).collect()
}

fn wording(phrase: &str, reach: Option<Reach>, outlet: bool) -> Wording {
    let (before, after) = phrase.split_once("{}").unwrap_or((phrase, ""));
    Wording { before: hashes(before), after: hashes(after), reach, outlet }
}
