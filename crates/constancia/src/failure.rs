//! Something that stops a command: a key of the catalogue with its values, so that it is worded at the boundary.

use std::fmt;

/// What stopped a command. It carries file names and identities, never the names of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The message in the catalogue.
    pub key: &'static str,
    /// The values that the message shows.
    pub values: Vec<(&'static str, String)>,
}

impl Failure {
    /// A failure whose message shows one value.
    pub fn with(key: &'static str, name: &'static str, value: impl fmt::Display) -> Self {
        Self { key, values: vec![(name, value.to_string())] }
    }

    /// A failure whose message shows no value.
    pub fn plain(key: &'static str) -> Self {
        Self { key, values: Vec::new() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key)
    }
}

impl std::error::Error for Failure {}
