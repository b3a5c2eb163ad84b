//! Frames that a user adds: a file of the form of `data/<language>/frames.toml` with a line `language = "en"` or `"es"`.
//!
//! Says what is wrong as data, with the line and what is allowed; how it is told belongs to the application.

use std::collections::BTreeMap;

use constancia_model::Language;
use serde::Deserialize;
use toml::{Spanned, Value};

use crate::frames::Frame;

/// A file of frames as the user gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameFile {
    /// How it is called in explanations and messages.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// What is wrong in a file of frames.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FramesError {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub fault: FrameFault,
}

/// What can be wrong in a file of frames.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FrameFault {
    /// It is no TOML.
    Syntax,
    /// No line says which language the frames are of.
    NoLanguage,
    /// There is no frame in it.
    NoFrame,
    /// A key that is not known.
    UnknownKey {
        /// The key.
        key: String,
        /// The keys that are known there.
        allowed: Vec<&'static str>,
    },
    /// A value that the key does not take.
    WrongValue {
        /// The key.
        key: String,
        /// The values that it takes.
        allowed: Vec<&'static str>,
    },
    /// The key takes a list of words.
    NotAList {
        /// The key.
        key: String,
    },
    /// A word of a list is empty, not in lower case, or has white space around it or twice.
    NotPlain {
        /// The key.
        key: String,
        /// The word.
        word: String,
    },
    /// The key takes single words.
    SeveralWords {
        /// The key.
        key: String,
        /// The words.
        word: String,
    },
    /// A frame without a status.
    NoStatus,
    /// A frame without any words.
    NoWords,
}

const STATUSES: [&str; 10] = [
    "detained",
    "charged",
    "convicted",
    "held",
    "transferred",
    "missing",
    "announced",
    "released",
    "rearrested",
    "died",
];
const PERSONS: [&str; 3] = ["object", "subject", "sentenced"];
const NEEDS: [&str; 15] = [
    "custody",
    "custody-or-terms",
    "amid-custody",
    "known-in-custody",
    "custody-inside",
    "spent-inside",
    "destination",
    "years",
    "charge",
    "exchange",
    "taker",
    "taken-away",
    "taker-acts",
    "release-list",
    "custody-context",
];
const TERMS: [&str; 7] = ["full", "conditional", "house-arrest", "exile", "exchange", "pardon", "amnesty"];
const TRUTHS: [&str; 2] = ["true", "false"];
const LANGUAGES: [&str; 2] = ["en", "es"];
const KEYS: [&str; 9] = ["status", "verbs", "nouns", "marks", "phrases", "person", "needs", "terms", "common"];
const FILE_KEYS: [&str; 2] = ["language", "frame"];

type Keys = BTreeMap<Spanned<String>, Spanned<Value>>;

#[derive(Deserialize)]
struct Raw {
    language: Option<Spanned<Value>>,
    #[serde(default)]
    frame: Vec<Spanned<Keys>>,
}

/// A fault with the byte where it stands.
type Fault = (usize, FrameFault);

/// The language and the frames of a file.
///
/// # Errors
/// The first thing that is wrong, with its line.
pub fn parse(file: &FrameFile) -> Result<(Language, Vec<Frame>), FramesError> {
    checked(&file.text, &file.name).map_err(|(at, fault)| {
        let line = file.text.get(..at).unwrap_or(&file.text).matches('\n').count() + 1;
        FramesError { file: file.name.clone(), line, fault }
    })
}

fn checked(text: &str, name: &str) -> Result<(Language, Vec<Frame>), Fault> {
    let syntax = |error: toml::de::Error| (error.span().map_or(0, |span| span.start), FrameFault::Syntax);
    let keys: Keys = toml::from_str(text).map_err(syntax)?;
    if let Some(key) = keys.keys().find(|key| !FILE_KEYS.contains(&key.as_ref().as_str())) {
        let (at, key, allowed) = (key.span().start, key.as_ref().clone(), FILE_KEYS.to_vec());
        return Err((at, FrameFault::UnknownKey { key, allowed }));
    }
    let raw: Raw = toml::from_str(text).map_err(syntax)?;
    let language = language(raw.language.as_ref())?;
    for frame in &raw.frame {
        check_frame(frame)?;
    }
    if raw.frame.is_empty() {
        return Err((0, FrameFault::NoFrame));
    }
    #[derive(Deserialize)]
    struct Checked {
        frame: Vec<Frame>,
    }
    let checked: Checked = toml::from_str(text).map_err(syntax)?;
    Ok((language, checked.frame.into_iter().map(|frame| frame.standing_in(name)).collect()))
}

fn language(said: Option<&Spanned<Value>>) -> Result<Language, Fault> {
    let said = said.ok_or((0, FrameFault::NoLanguage))?;
    match said.as_ref().as_str() {
        Some("en") => Ok(Language::English),
        Some("es") => Ok(Language::Spanish),
        _ => Err((said.span().start, wrong_value("language", &LANGUAGES))),
    }
}

fn check_frame(frame: &Spanned<Keys>) -> Result<(), Fault> {
    let keys = frame.as_ref();
    for (key, value) in keys {
        check_key(key.as_ref(), value.as_ref()).map_err(|fault| {
            let unknown = matches!(fault, FrameFault::UnknownKey { .. });
            (if unknown { key.span().start } else { value.span().start }, fault)
        })?;
    }
    let has = |name: &str| keys.keys().any(|key| key.as_ref() == name);
    if !has("status") {
        return Err((frame.span().start, FrameFault::NoStatus));
    }
    if !["verbs", "nouns", "marks", "phrases"].iter().any(|list| has(list)) {
        return Err((frame.span().start, FrameFault::NoWords));
    }
    Ok(())
}

fn check_key(key: &str, value: &Value) -> Result<(), FrameFault> {
    let allowed: &[&'static str] = match key {
        "verbs" | "phrases" | "nouns" | "marks" => return check_list(key, value),
        "common" if value.is_bool() => return Ok(()),
        "status" => &STATUSES,
        "person" => &PERSONS,
        "needs" => &NEEDS,
        "terms" => &TERMS,
        "common" => &TRUTHS,
        _ => return Err(FrameFault::UnknownKey { key: key.to_owned(), allowed: KEYS.to_vec() }),
    };
    let fits = value.as_str().is_some_and(|value| allowed.contains(&value)) && key != "common";
    if fits { Ok(()) } else { Err(wrong_value(key, allowed)) }
}

fn wrong_value(key: &str, allowed: &[&'static str]) -> FrameFault {
    FrameFault::WrongValue { key: key.to_owned(), allowed: allowed.to_vec() }
}

fn check_list(key: &str, value: &Value) -> Result<(), FrameFault> {
    let (key, list) = (key.to_owned(), value.as_array().filter(|list| !list.is_empty()));
    let Some(list) = list.filter(|list| list.iter().all(Value::is_str)) else {
        return Err(FrameFault::NotAList { key });
    };
    for word in list.iter().filter_map(Value::as_str).map(str::to_owned) {
        let plain = word.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        if plain != word || word.is_empty() {
            return Err(FrameFault::NotPlain { key, word });
        }
        if matches!(key.as_str(), "nouns" | "marks") && word.contains(' ') {
            return Err(FrameFault::SeveralWords { key, word });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> Option<(usize, FrameFault)> {
        let file = FrameFile { name: "own.toml".to_owned(), text: text.to_owned() };
        parse(&file).err().map(|error| (error.line, error.fault))
    }

    #[test]
    fn a_file_of_frames_is_read_with_its_language() {
        let text = "language = \"es\"\n\n[[frame]]\nstatus = \"released\"\nverbs = [\"desengavetar\"]\n";
        let file = FrameFile { name: "own.toml".to_owned(), text: text.to_owned() };
        let (language, frames) = parse(&file).unwrap();
        assert_eq!((language, frames.len()), (Language::Spanish, 1));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let frame = |line: &str| format!("language = \"en\"\n\n[[frame]]\nstatus = \"held\"\n{line}\n");
        let key = |key: &str| key.to_owned();
        let cases: [(String, usize, FrameFault); 13] = [
            ("language = \"en\"\n[[frame]\n".to_owned(), 2, FrameFault::Syntax),
            ("[[frame]]\nstatus = \"held\"\nverbs = [\"stow\"]\n".to_owned(), 1, FrameFault::NoLanguage),
            ("language = \"en\"\n".to_owned(), 1, FrameFault::NoFrame),
            ("language = \"fr\"\n".to_owned(), 1, wrong_value("language", &LANGUAGES)),
            (
                "language = \"en\"\nframes = 3\n".to_owned(),
                2,
                FrameFault::UnknownKey { key: key("frames"), allowed: FILE_KEYS.to_vec() },
            ),
            (frame("verb = [\"stow\"]"), 5, FrameFault::UnknownKey { key: key("verb"), allowed: KEYS.to_vec() }),
            (frame("verbs = [\"stow\"]\nneeds = \"luck\""), 6, wrong_value("needs", &NEEDS)),
            (frame("verbs = [\"stow\"]\ncommon = \"yes\""), 6, wrong_value("common", &TRUTHS)),
            (frame("verbs = \"stow\""), 5, FrameFault::NotAList { key: key("verbs") }),
            (frame("verbs = [\" Stow\"]"), 5, FrameFault::NotPlain { key: key("verbs"), word: key(" Stow") }),
            (
                frame("nouns = [\"long stay\"]"),
                5,
                FrameFault::SeveralWords { key: key("nouns"), word: key("long stay") },
            ),
            ("language = \"en\"\n[[frame]]\nverbs = [\"stow\"]\n".to_owned(), 2, FrameFault::NoStatus),
            (frame(""), 3, FrameFault::NoWords),
        ];
        for (text, line, expected) in cases {
            assert_eq!(fault(&text), Some((line, expected)), "{text}");
        }
    }

    #[test]
    fn every_value_that_is_allowed_is_taken() {
        for (key, values) in [("status", &STATUSES[..]), ("person", &PERSONS), ("needs", &NEEDS), ("terms", &TERMS)] {
            for value in values {
                let status = if key == "status" { String::new() } else { "status = \"held\"\n".to_owned() };
                let text = format!("language = \"en\"\n[[frame]]\n{status}verbs = [\"stow\"]\n{key} = \"{value}\"\n");
                assert_eq!(fault(&text), None, "{text}");
            }
        }
    }
}
