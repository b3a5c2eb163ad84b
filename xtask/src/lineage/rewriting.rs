//! Light rewriting of a text: other words, other tenses, turned, cut and joined sentences. Knows two languages by lists.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::edits::sentences;
use crate::random::Random;

#[derive(Deserialize)]
struct Lists {
    rings: Vec<String>,
    endings: Vec<[String; 2]>,
    numbers: Vec<String>,
    joints: Vec<String>,
    menu: Vec<String>,
}

/// Rewrites texts of one language.
pub struct Rewriter {
    lists: Lists,
    /// The ring of each word.
    rings: BTreeMap<String, usize>,
    /// Words of all articles, for what is in no ring.
    strangers: Vec<String>,
    /// Sentences of all articles, for what is told anew.
    told: Vec<String>,
}

impl Rewriter {
    pub fn new<'a>(language: &str, texts: impl Iterator<Item = &'a str>) -> Self {
        let mut all: BTreeMap<String, Lists> =
            toml::from_str(include_str!("../../data/rewriting.toml")).expect("the lists are part of the program");
        let lists = all.remove(language).expect("the lists have both languages");
        let rings = lists.rings.iter().enumerate();
        let rings = rings.flat_map(|(at, ring)| ring.split(' ').map(move |word| (word.to_owned(), at))).collect();
        let (mut strangers, mut told) = (Vec::new(), Vec::new());
        for text in texts {
            strangers.extend(text.split_whitespace().filter(|word| is_plain(word)).take(40).map(str::to_owned));
            told.extend(sentences(text).into_iter().filter(|s| s.len() > 60).take(5).map(|s| s.trim().to_owned()));
        }
        Self { lists, rings, strangers, told }
    }

    /// A line of another outlet's page.
    pub fn menu(&self, random: &mut Random) -> String {
        self.lists.menu[random.below(self.lists.menu.len())].clone()
    }

    /// The text with that share of its words changed, and half as large a share of its sentences.
    pub fn rewritten(&self, text: &str, strength: f64, random: &mut Random) -> String {
        let mut told: Vec<String> = Vec::new();
        for sentence in sentences(text) {
            let end = if sentence.ends_with('\n') { "\n" } else { " " };
            let words: Vec<String> =
                sentence.split_whitespace().filter_map(|word| self.word(word, strength, random)).collect();
            let sentence = words.join(" ");
            match (chance(strength / 2.0, random), random.below(6)) {
                (true, 0) => told.push(format!("{}{end}", turned(&sentence))),
                (true, 1) => told.push(format!("{}{end}", self.cut(&sentence, random))),
                (true, 2) => self.join(&mut told, &sentence, end, random),
                (true, 3) => told.push(format!("{}{end}", self.told[random.below(self.told.len())])),
                (true, 4) => {}
                (true, _) => told.push(format!("{sentence} {}{end}", self.told[random.below(self.told.len())])),
                (false, _) => told.push(format!("{sentence}{end}")),
            }
        }
        told.concat()
    }

    /// The word as it is told; nothing where it is left out.
    fn word(&self, word: &str, strength: f64, random: &mut Random) -> Option<String> {
        if !chance(strength, random) {
            return Some(word.to_owned());
        }
        let number = word.parse::<usize>().ok().and_then(|number| self.lists.numbers.get(number.checked_sub(1)?));
        if let Some(number) = number {
            return Some(number.clone());
        }
        if let Some(ring) = self.rings.get(word) {
            let ring: Vec<&str> = self.lists.rings[*ring].split(' ').collect();
            return Some(ring[random.below(ring.len())].to_owned());
        }
        match random.below(4) {
            0 if is_plain(word) => None,
            1 => Some(self.bent(word)),
            2 => Some(format!("{word} {}", self.stranger(random))),
            _ if is_plain(word) => Some(self.stranger(random)),
            _ => Some(word.to_owned()),
        }
    }

    fn stranger(&self, random: &mut Random) -> String {
        self.strangers[random.below(self.strangers.len())].clone()
    }

    /// In another tense or number.
    fn bent(&self, word: &str) -> String {
        let bend = |[from, to]: &[String; 2]| word.strip_suffix(from.as_str()).map(|stem| format!("{stem}{to}"));
        self.lists.endings.iter().find_map(bend).unwrap_or_else(|| word.to_owned())
    }

    fn cut(&self, sentence: &str, random: &mut Random) -> String {
        let first = random.below(self.lists.joints.len());
        let joints = self.lists.joints[first..].iter().chain(&self.lists.joints[..first]);
        let cut = joints.filter_map(|joint| sentence.split_once(joint.as_str())).next();
        cut.map_or_else(|| sentence.to_owned(), |(one, other)| format!("{one}. {}", capital(other)))
    }

    fn join(&self, told: &mut Vec<String>, sentence: &str, end: &str, random: &mut Random) {
        let joint = &self.lists.joints[random.below(self.lists.joints.len())];
        let before = told.pop().unwrap_or_default();
        told.push(format!("{}{joint}{sentence}{end}", before.trim_end().trim_end_matches('.')));
    }
}

/// What stands behind the first comma, and then what stands before it.
fn turned(sentence: &str) -> String {
    let body = sentence.trim_end_matches('.');
    body.split_once(", ").map_or_else(|| sentence.to_owned(), |(one, other)| format!("{}, {one}.", capital(other)))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A word of small letters that carries something.
fn is_plain(word: &str) -> bool {
    word.len() > 3 && word.chars().all(char::is_lowercase)
}

fn chance(share: f64, random: &mut Random) -> bool {
    f64::from(random.unit()) < share
}
