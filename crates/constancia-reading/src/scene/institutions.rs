//! The fullest name of an institution that a phrase means.

use std::ops::Range;

use constancia_language::{NameKind, fold};

use super::Scene;
use crate::phrases::Phrase;

impl Scene<'_> {
    /// The fullest name of the institution that a phrase means: its own, or the one that "the ministry" stands for.
    pub fn institution(&self, phrase: &Phrase) -> Option<String> {
        let own = self.analysis.names_in(&phrase.words).iter().rfind(|n| n.kind != NameKind::Person);
        if let Some(name) = own {
            let said = self.with_owner(phrase, name.words.clone());
            return Some(self.fullest(&said).unwrap_or(said));
        }
        let head = fold(self.lower(phrase.head));
        let known = self
            .analysis
            .names
            .iter()
            .rev()
            .filter(|n| n.kind == NameKind::Institution && n.words.start < phrase.words.start);
        let mut known = known.filter(|n| self.analysis.words[n.words.clone()].iter().any(|w| fold(&w.lower) == head));
        known.next().map(|n| self.text(&n.words))
    }

    /// "the Network", "el Foro": the longest name of an institution in the text that holds all these words.
    fn fullest(&self, said: &str) -> Option<String> {
        let parts: Vec<String> = said.split(' ').map(fold).collect();
        let holds = |name: &str| {
            let words: Vec<String> = name.split(' ').map(fold).collect();
            words.len() > parts.len() && parts.iter().all(|p| words.contains(p))
        };
        let names = self.analysis.names.iter().filter(|n| n.kind == NameKind::Institution);
        let fuller: Vec<String> = names.map(|n| self.text(&n.words)).filter(|name| holds(name)).collect();
        let longest = fuller.iter().max_by_key(|name| name.len())?;
        fuller.iter().all(|name| longest.contains(name.as_str())).then(|| longest.clone())
    }

    /// "Lithuania's Foreign Ministry", "Ministry of Interior": the whole phrase without its article.
    fn with_owner(&self, phrase: &Phrase, name: Range<usize>) -> String {
        let start =
            if name.start > phrase.words.start { self.without_article(&phrase.words).start } else { name.start };
        self.text(&(start..phrase.words.end.max(name.end)))
    }
}
