//! Frames: the verbs, nouns and phrases that say what happened to a person, as data (`data/<language>/frames.toml`), with
//! those of the user before them.
//!
//! A frame knows its words and which argument is the person; where the arguments stand is found by `clause`.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use constancia_language::inflection::{self, Form, Inflection};
use constancia_model::{Language, ReleaseTerms, Status};
use serde::Deserialize;

use crate::explanation::{FrameForm, FrameRule};

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
    /// A place of custody to which somebody is taken.
    CustodyDestination,
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
    /// Nothing that one vanishes from by leaving a stage or a field.
    OffStage,
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
    /// One who takes people away acts: "soldiers took him", "was taken by police".
    TakerActs,
    /// "se lo llevaron": taken away by somebody, not along.
    TakenAway,
    /// A list of those to be released.
    ReleaseList,
    /// A death in custody.
    CustodyContext,
}

/// One frame.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
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
    /// Whether its verbs are of every kind of talk ("be", "give"): they look like an event only beside what it needs.
    #[serde(default)]
    pub common: bool,
    /// The file that it stands in.
    #[serde(skip)]
    file: String,
}

impl Frame {
    /// The frame, told to stand in `file`.
    pub fn standing_in(self, file: &str) -> Self {
        Self { file: file.to_owned(), ..self }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
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
    /// The whole as the frame lists it: "take into custody".
    pub listed: String,
}

/// The frames of one language, indexed by their first words.
#[derive(Debug)]
pub struct Frames {
    frames: Vec<Frame>,
    verbs: BTreeMap<String, Vec<VerbEntry>>,
    nouns: BTreeMap<String, usize>,
    marks: BTreeMap<String, usize>,
    phrases: Vec<(Vec<String>, usize)>,
}

/// The frames that are part of the program, by the code of their language.
const OWN: [(&str, &str); 2] =
    [("en", include_str!("../data/en/frames.toml")), ("es", include_str!("../data/es/frames.toml"))];

impl Frames {
    /// The frames of `language`, those of the user before those of the program; English for languages that are not read.
    pub fn of(language: &Language, users: Vec<Frame>) -> Self {
        let (code, text) = if *language == Language::Spanish { OWN[1] } else { OWN[0] };
        let own: FrameFile = toml::from_str(text).expect("the frames are part of the program");
        let own = own.frame.into_iter().map(|frame| frame.standing_in(&format!("data/{code}/frames.toml")));
        Self::index(language, users.into_iter().chain(own).collect())
    }

    fn index(language: &Language, list: Vec<Frame>) -> Self {
        let mut frames = Self {
            frames: list,
            verbs: BTreeMap::new(),
            nouns: BTreeMap::new(),
            marks: BTreeMap::new(),
            phrases: Vec::new(),
        };
        for index in 0..frames.frames.len() {
            frames.add(language, index);
        }
        for entries in frames.verbs.values_mut() {
            entries.sort_by_key(|entry| Reverse(entry.tail.len()));
        }
        frames
    }

    fn add(&mut self, language: &Language, index: usize) {
        let frame = &self.frames[index];
        for verb in &frame.verbs {
            let mut words = verb.split(' ').map(str::to_owned);
            let first = words.next().unwrap_or_default();
            let first = first.strip_suffix("se").filter(|_| language.code() == "es").unwrap_or(&first).to_owned();
            let tail: Vec<String> = words.collect();
            let forms = inflection::forms(language, &first);
            let told = |form: &Form| {
                forms.iter().any(|other| other.text == form.text && other.inflection != Inflection::Imperative)
            };
            for form in forms.iter().filter(|form| form.inflection != Inflection::Imperative || !told(form)).cloned() {
                let (tail, listed) = (tail.clone(), verb.clone());
                let entry = VerbEntry { frame: index, inflection: form.inflection, tail, listed };
                self.verbs.entry(form.text).or_default().push(entry);
            }
        }
        let phrases = frame.phrases.iter().map(|p| (p.split(' ').map(str::to_owned).collect(), index));
        self.phrases.extend(phrases);
        for (list, known) in [(&frame.nouns, &mut self.nouns), (&frame.marks, &mut self.marks)] {
            for word in list {
                known.entry(word.clone()).or_insert(index);
            }
        }
    }

    /// What made an event, for its explanation: the frame at `index` by these words of that list.
    pub fn rule(&self, index: usize, form: FrameForm, words: &str) -> FrameRule {
        let frame = &self.frames[index];
        FrameRule { status: frame.status, form, words: words.to_owned(), file: frame.file.clone() }
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
            for frame in &Frames::of(&language, Vec::new()).frames {
                let lists = [&frame.verbs, &frame.nouns, &frame.phrases, &frame.marks];
                assert!(lists.iter().any(|list| !list.is_empty()), "{:?} in {language:?}", frame.status);
            }
        }
    }

    #[test]
    fn the_longest_phrase_comes_first() {
        let english = Frames::of(&Language::English, Vec::new());
        let entries = english.verb("let");
        assert!(entries[0].tail.len() >= entries[entries.len() - 1].tail.len());
        let spanish = Frames::of(&Language::Spanish, Vec::new());
        assert_eq!(spanish.get(spanish.verb("excarceló")[0].frame).status, Status::Released);
    }
}
