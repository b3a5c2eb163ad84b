//! Frames: the verbs, nouns and phrases that say what happened to a person, as data (`data/<language>/frames.toml`).
//!
//! A frame knows its words and which argument is the person; where the arguments stand is found by `clause`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use constancia_language::inflection::{self, Inflection};
use constancia_model::{Language, ReleaseTerms, Status};
use serde::Deserialize;

/// Which argument of a frame's verb is the person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PersonRole {
    /// The one it is done to.
    #[default]
    Object,
    /// The one who does it.
    Subject,
    /// The one who gets a sentence: the subject of "get" and "serve", the object of "give" and "impose".
    Sentenced,
}

/// What must stand in the clause for the frame to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// A place of custody behind the verb.
    Custody,
    /// A place of custody or words about terms behind the verb.
    CustodyOrTerms,
    /// Somebody whom the report has in custody.
    KnownInCustody,
    /// Talk of custody in the sentence or before it.
    AmidCustody,
    /// Words that say that somebody is inside, right behind the verb.
    CustodyInside,
    /// A length of time and a place of custody or a word for a prisoner.
    SpentInside,
    /// A place that is reached.
    Destination,
    /// A term of years or months right behind the verb.
    Years,
    /// An offence and nothing that is none.
    Charge,
    /// Talk of an exchange of prisoners.
    Exchange,
    /// Somebody who takes people away.
    Taker,
    /// "se lo llevaron": taken away by somebody, not along.
    TakenAway,
    /// A list of those to be released.
    ReleaseList,
    /// A death in custody.
    CustodyContext,
}

/// One frame.
#[derive(Debug, Deserialize)]
pub struct Frame {
    /// What it says of the person.
    pub status: Status,
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    phrases: Vec<String>,
    #[serde(default)]
    marks: Vec<String>,
    /// Which argument is the person.
    #[serde(default)]
    pub person: PersonRole,
    /// What must stand beside it.
    pub needs: Option<Need>,
    /// The terms of the release.
    pub terms: Option<ReleaseTerms>,
    /// Whether the verb is used of things as well, so that its refusal is worth telling.
    #[serde(default)]
    pub false_objects: bool,
}

#[derive(Deserialize)]
struct FrameFile {
    frame: Vec<Frame>,
}

/// A verb form that begins a frame.
#[derive(Debug, Clone)]
pub struct VerbEntry {
    /// The frame, as an index.
    pub frame: usize,
    /// What the form is.
    pub inflection: Inflection,
    /// The words that must stand behind it.
    pub tail: Vec<String>,
}

/// The frames of one language, indexed by their first words.
pub struct Frames {
    frames: Vec<Frame>,
    verbs: BTreeMap<String, Vec<VerbEntry>>,
    nouns: BTreeMap<String, usize>,
    marks: BTreeMap<String, usize>,
    phrases: Vec<(Vec<String>, usize)>,
}

static ENGLISH: LazyLock<Frames> =
    LazyLock::new(|| Frames::parse(&Language::English, include_str!("../data/en/frames.toml")));
static SPANISH: LazyLock<Frames> =
    LazyLock::new(|| Frames::parse(&Language::Spanish, include_str!("../data/es/frames.toml")));

impl Frames {
    /// The frames of `language`; English for languages that are not read.
    pub fn of(language: &Language) -> &'static Self {
        match language {
            Language::Spanish => &SPANISH,
            Language::English | Language::Other(_) => &ENGLISH,
        }
    }

    fn parse(language: &Language, text: &str) -> Self {
        let file: FrameFile = toml::from_str(text).expect("the frames are part of the program");
        let mut frames = Self {
            frames: file.frame,
            verbs: BTreeMap::new(),
            nouns: BTreeMap::new(),
            marks: BTreeMap::new(),
            phrases: Vec::new(),
        };
        for index in 0..frames.frames.len() {
            frames.index(language, index);
        }
        for entries in frames.verbs.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.tail.len()));
        }
        frames
    }

    fn index(&mut self, language: &Language, index: usize) {
        let frame = &self.frames[index];
        for verb in &frame.verbs {
            let mut words = verb.split(' ').map(str::to_owned);
            let first = words.next().unwrap_or_default();
            let first = first.strip_suffix("se").filter(|_| language.code() == "es").unwrap_or(&first).to_owned();
            let tail: Vec<String> = words.collect();
            for form in inflection::forms(language, &first) {
                let entry = VerbEntry { frame: index, inflection: form.inflection, tail: tail.clone() };
                self.verbs.entry(form.text).or_default().push(entry);
            }
        }
        self.nouns.extend(frame.nouns.iter().map(|noun| (noun.clone(), index)));
        self.marks.extend(frame.marks.iter().map(|mark| (mark.clone(), index)));
        let phrases = frame.phrases.iter().map(|p| (p.split(' ').map(str::to_owned).collect(), index));
        self.phrases.extend(phrases);
    }

    /// The frame at `index`.
    pub fn get(&self, index: usize) -> &Frame {
        &self.frames[index]
    }

    /// The frames that a verb form may begin, those with the longest tail first.
    pub fn verb(&self, lower: &str) -> &[VerbEntry] {
        self.verbs.get(lower).map_or(&[], Vec::as_slice)
    }

    /// Whether the word is the past of a verb that begins a frame, and no noun of a frame.
    pub fn is_finite(&self, lower: &str) -> bool {
        self.verb(lower).iter().any(|entry| entry.inflection == Inflection::Past) && self.noun(lower).is_none()
    }

    /// The frame of an event noun.
    pub fn noun(&self, lower: &str) -> Option<usize> {
        self.nouns.get(lower).copied()
    }

    /// The frame of a word that stands before or behind a person as an adjective.
    pub fn mark(&self, lower: &str) -> Option<usize> {
        self.marks.get(lower).copied()
    }

    /// The verbless phrases.
    pub fn phrases(&self) -> &[(Vec<String>, usize)] {
        &self.phrases
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_frame_can_be_found_by_a_word_of_its_own() {
        for language in [Language::English, Language::Spanish] {
            for frame in &Frames::of(&language).frames {
                let words = frame.verbs.len() + frame.nouns.len() + frame.phrases.len() + frame.marks.len();
                assert!(words > 0, "{:?} in {language:?}", frame.status);
            }
        }
    }

    #[test]
    fn the_longest_phrase_comes_first() {
        let entries = Frames::of(&Language::English).verb("let");
        assert!(entries[0].tail.len() >= entries[entries.len() - 1].tail.len());
        assert_eq!(
            Frames::of(&Language::Spanish).get(Frames::of(&Language::Spanish).verb("excarceló")[0].frame).status,
            Status::Released
        );
    }
}
