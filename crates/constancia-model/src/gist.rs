//! What a report is about, in a handful of features: whom, where, how many, when, what kind of event.
//!
//! Plain data, small enough to be kept for every report. All but the words are written the same in every language. How
//! a gist is made is the language room's business, and what two gists have in common that of the lineage room.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Language;

/// Features of one kind, each with its prominence: how often the report says it, more where it opens with it.
pub type Features = BTreeMap<String, u8>;

/// What a report is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Gist {
    /// The language of `words`; none where nothing was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Parts of names of persons, folded and spelled alike ("colmenares" for Colmenárez).
    #[serde(default, skip_serializing_if = "Features::is_empty")]
    pub persons: Features,
    /// Places, by one name in all languages ("london" for Londres); an adjective stands for its country.
    #[serde(default, skip_serializing_if = "Features::is_empty")]
    pub places: Features,
    /// Parts of other names: institutions, works, ships.
    #[serde(default, skip_serializing_if = "Features::is_empty")]
    pub institutions: Features,
    /// Numbers in figures, and with what they count where that is known ("58", "58 person").
    #[serde(default, skip_serializing_if = "Features::is_empty")]
    pub numbers: Features,
    /// Days as `2026-03-14`, months as `2026-03`, years as `2026`.
    #[serde(default, skip_serializing_if = "Features::is_empty")]
    pub dates: Features,
    /// Kinds of events and things, by one name in all languages ("release", "earthquake").
    #[serde(default, skip_serializing_if = "Features::is_empty")]
    pub events: Features,
    /// Words of the dictionary in the report's own language, folded.
    #[serde(default, skip_serializing_if = "Features::is_empty")]
    pub words: Features,
}
