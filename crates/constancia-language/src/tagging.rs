//! Words to parts of speech, and words to the names of people, places and institutions.
//!
//! The models are trained by `cargo xtask train` and lie in `models/`. Nothing here knows what a report is about.

pub mod conjugation;
pub mod decode;
pub mod forms;
pub mod lists;
pub mod model;
pub mod names;
pub mod parts;
pub mod word;

use std::sync::LazyLock;

use constancia_model::Language;

pub use names::NameLabel;

use conjugation::{CONJUGATIONS, Conjugation};
use decode::decode;
use forms::{Asked, FormsTask};
use model::Model;
use names::{NAME_LABELS, NamesTask};
use parts::PartsTask;

/// A part of speech, after Universal Dependencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tag {
    /// `armed`, `político`
    Adjective,
    /// `of`, `del`
    Adposition,
    /// `not yet`, `ayer`
    Adverb,
    /// `was`, `han`
    Auxiliary,
    /// `and`, `y`
    Coordinator,
    /// `the`, `sus`
    Determiner,
    /// `yes`, `ay`
    Interjection,
    /// `prisoner`, `preso`
    Noun,
    /// `863`, `cinco`
    Number,
    /// `n't`, `'s`, `to` before an infinitive
    Particle,
    /// `they`, `quien`
    Pronoun,
    /// `Caracas`
    ProperNoun,
    /// `,`
    Punctuation,
    /// `that`, `porque`
    Subordinator,
    /// `$`, `%`
    Symbol,
    /// `freed`, `liberarlo`
    Verb,
    /// Foreign words, addresses, anything else.
    Other,
}

/// The form of a verb or an auxiliary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum VerbForm {
    /// Present, future, conditional or subjunctive.
    Finite,
    /// Past indicative: `freed`, `liberó`, `estaba`.
    Past,
    /// Past participle: `freed`, `liberadas`.
    Participle,
    /// `freeing`, `liberando`
    Gerund,
    /// `free`, `liberarlo`
    Infinitive,
    /// `look`, `vengan`
    Imperative,
}

/// What the tagger says about one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tagged {
    /// Its part of speech.
    pub tag: Tag,
    /// Its form; some for every verb and auxiliary and for nothing else.
    pub verb: Option<VerbForm>,
    /// Whether it stands in the plural.
    pub plural: bool,
    /// Whether its grammatical gender is feminine; none where the word does not show one.
    pub feminine: Option<bool>,
    /// Its mood, tense and person.
    pub conjugation: Conjugation,
}

impl Tagged {
    /// What is said of a word in a language that is not read.
    pub fn unread() -> Self {
        Self { tag: Other, verb: None, plural: false, feminine: None, conjugation: Conjugation::default() }
    }
}

use Tag::*;
use VerbForm::*;

/// The labels of the tag models, in the order of their rows.
pub const LABELS: [(Tag, Option<VerbForm>); 27] = [
    (Adjective, None),
    (Adposition, None),
    (Adverb, None),
    (Coordinator, None),
    (Determiner, None),
    (Interjection, None),
    (Noun, None),
    (Number, None),
    (Particle, None),
    (Pronoun, None),
    (ProperNoun, None),
    (Punctuation, None),
    (Subordinator, None),
    (Symbol, None),
    (Other, None),
    (Auxiliary, Some(Finite)),
    (Auxiliary, Some(Past)),
    (Auxiliary, Some(Participle)),
    (Auxiliary, Some(Gerund)),
    (Auxiliary, Some(Infinitive)),
    (Auxiliary, Some(Imperative)),
    (Verb, Some(Finite)),
    (Verb, Some(Past)),
    (Verb, Some(Participle)),
    (Verb, Some(Gerund)),
    (Verb, Some(Infinitive)),
    (Verb, Some(Imperative)),
];

/// The labels of the models of number and gender: whether plural, whether feminine.
pub const SHAPES: [(bool, Option<bool>); 6] =
    [(false, None), (false, Some(false)), (false, Some(true)), (true, None), (true, Some(false)), (true, Some(true))];

/// The models of one language.
#[derive(Debug)]
pub struct Tagger {
    parts: Model,
    inflection: Model,
    conjugation: Model,
}

impl Tagger {
    /// Puts a tagger together from its models.
    pub fn new(parts: Model, inflection: Model, conjugation: Model) -> Self {
        Self { parts, inflection, conjugation }
    }

    /// The tags of one sentence.
    pub fn tag(&self, words: &[&str]) -> Vec<Tagged> {
        let task = PartsTask::new(&self.parts, words);
        let tags = decode(&self.parts, &task);
        let words = task.into_words();
        let ask = |model, asked| decode(model, &FormsTask { words: &words, tags: &tags, asked });
        let shapes = ask(&self.inflection, Asked::Shape);
        let conjugations = ask(&self.conjugation, Asked::Conjugation);
        let join = |((&tag, &shape), &conjugation): ((&u8, &u8), &u8)| {
            let ((tag, verb), (plural, feminine)) = (LABELS[usize::from(tag)], SHAPES[usize::from(shape)]);
            Tagged { tag, verb, plural, feminine, conjugation: CONJUGATIONS[usize::from(conjugation)] }
        };
        tags.iter().zip(&shapes).zip(&conjugations).map(join).collect()
    }

    /// The labels that the word of this key takes, a bit a label; 0 when the treebanks hardly show it.
    pub fn class(&self, key: u32) -> u32 {
        self.parts.class(key)
    }

    /// The names in one tagged sentence under a model of names.
    pub fn label_names(&self, model: &Model, language: &Language, words: &[&str], tags: &[Tagged]) -> Vec<NameLabel> {
        let labels = decode(model, &NamesTask::new(language, words, tags, |key| self.class(key)));
        labels.into_iter().map(|label| NAME_LABELS[usize::from(label)]).collect()
    }
}

/// The models are part of the program, so that one which cannot be read is a fault of the build and not of the input.
fn built_in(bytes: &'static [u8]) -> Model {
    Model::read(bytes).unwrap_or_else(|error| panic!("a model inside this program cannot be used: {error}"))
}

macro_rules! built_in_tagger {
    ($language:literal) => {
        LazyLock::new(|| {
            Tagger::new(
                built_in(include_bytes!(concat!("../models/", $language, ".parts.model"))),
                built_in(include_bytes!(concat!("../models/", $language, ".inflection.model"))),
                built_in(include_bytes!(concat!("../models/", $language, ".conjugation.model"))),
            )
        })
    };
}

static ENGLISH_NAMES: LazyLock<Model> = LazyLock::new(|| built_in(include_bytes!("../models/en.names.model")));
static SPANISH_NAMES: LazyLock<Model> = LazyLock::new(|| built_in(include_bytes!("../models/es.names.model")));
static ENGLISH: LazyLock<Tagger> = built_in_tagger!("en");
static SPANISH: LazyLock<Tagger> = built_in_tagger!("es");

/// The tags of one sentence of surface words; in a language that is not read every word is [`Tag::Other`].
pub fn tag(language: &Language, words: &[&str]) -> Vec<Tagged> {
    match language {
        Language::English => ENGLISH.tag(words),
        Language::Spanish => SPANISH.tag(words),
        Language::Other(_) => vec![Tagged::unread(); words.len()],
    }
}

/// The names in one sentence, a label a word; in a language that is not read there are none.
pub fn label_names(language: &Language, words: &[&str], tags: &[Tagged]) -> Vec<NameLabel> {
    match language {
        Language::English => ENGLISH.label_names(&ENGLISH_NAMES, language, words, tags),
        Language::Spanish => SPANISH.label_names(&SPANISH_NAMES, language, words, tags),
        Language::Other(_) => vec![NameLabel::None; words.len()],
    }
}

/// Whether the treebanks show this word as anything but a name; in small letters.
pub fn is_common(language: &Language, lower: &str) -> bool {
    let proper = LABELS.iter().position(|label| label.0 == ProperNoun).unwrap_or(0);
    let class = match language {
        Language::English => ENGLISH.class(word::word_key(lower)),
        Language::Spanish => SPANISH.class(word::word_key(lower)),
        Language::Other(_) => 0,
    };
    class & !(1 << proper) != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(language: &Language, sentence: &str) -> Vec<(Tag, Option<VerbForm>)> {
        let words: Vec<&str> = sentence.split(' ').collect();
        tag(language, &words).iter().map(|tagged| (tagged.tag, tagged.verb)).collect()
    }

    #[test]
    fn verbs_of_custody_are_told_by_their_form() {
        let cases = [
            (Language::English, "The court released three women on Friday .", 2, Past),
            (Language::English, "Three women were released on Friday .", 3, Participle),
            (Language::English, "Officials refused to release him .", 3, Infinitive),
            (Language::Spanish, "El tribunal liberó a tres mujeres el viernes .", 2, Past),
            (Language::Spanish, "Tres mujeres fueron liberadas el viernes .", 3, Participle),
            (Language::Spanish, "La fiscalía se negó a liberarlo ayer .", 5, Infinitive),
        ];
        for (language, sentence, position, form) in cases {
            assert_eq!(tags(&language, sentence)[position], (Verb, Some(form)), "{sentence}");
        }
    }

    #[test]
    fn headings_in_capitals_are_read_as_words() {
        let heading = tags(&Language::English, "POLICE RELEASED THREE WOMEN");
        assert_eq!(heading[1], (Verb, Some(Past)));
        assert_eq!(heading[3], (Noun, None));
    }

    #[test]
    fn number_and_gender_are_told() {
        let words = ["las", "mujeres", "y", "el", "preso"];
        let tagged = tag(&Language::Spanish, &words);
        assert_eq!((tagged[1].plural, tagged[1].feminine), (true, Some(true)));
        assert_eq!((tagged[4].plural, tagged[4].feminine), (false, Some(false)));
    }

    #[test]
    fn names_of_people_and_places_are_told_apart() {
        for (language, sentence) in [
            (Language::English, "Police arrested Thiri Okonjo in Nairobi ."),
            (Language::Spanish, "La policía detuvo a Thiri Okonjo en Nairobi ."),
        ] {
            let words: Vec<&str> = sentence.split(' ').collect();
            let labels = label_names(&language, &words, &tag(&language, &words));
            let names: Vec<_> = labels.into_iter().filter(|label| *label != NameLabel::None).collect();
            let person = [NameLabel::Person { begin: true }, NameLabel::Person { begin: false }];
            assert_eq!(names, [person[0], person[1], NameLabel::Place { begin: true }], "{sentence}");
        }
    }

    #[test]
    fn a_language_that_is_not_read_gets_labels_that_say_nothing() {
        let language = Language::Other("fr".into());
        let tagged = tag(&language, &["Bonjour", "Paris"]);
        assert!(tagged.iter().all(|tagged| tagged.tag == Other && tagged.verb.is_none()));
        assert_eq!(label_names(&language, &["Bonjour", "Paris"], &tagged), [NameLabel::None; 2]);
    }
}
