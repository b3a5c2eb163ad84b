//! The fullest name of an institution that a phrase means.

use std::ops::Range;

use constancia_language::tagging::Tag;
use constancia_language::{Name, NameKind, fold};
use constancia_model::InformantClass;

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
        if let Some(named) = self.called(phrase, &head) {
            return Some(named);
        }
        let known = self
            .analysis
            .names
            .iter()
            .rev()
            .filter(|n| n.kind == NameKind::Institution && n.words.start < phrase.words.start);
        let mut known = known.filter(|n| self.analysis.words[n.words.clone()].iter().any(|w| fold(&w.lower) == head));
        known.next().map(|n| self.text(&n.words))
    }

    /// "the group", "la ONG", by themselves: the last name that the text has called so, before it or in apposition: "la ONG
    /// bielorrusa Vezha", "Prisoners' Thread, a group that".
    fn called(&self, phrase: &Phrase, head: &str) -> Option<String> {
        let definite = self.without_article(&phrase.words).len() == 1 && phrase.words.len() == 2;
        let class = self.words.informant_class(self.lower(phrase.head));
        let body = matches!(class, Some(InformantClass::Organisation | InformantClass::Outlet));
        if !definite || !body {
            return None;
        }
        let word = |w: usize| self.analysis.words.get(w).map(|w| (w.capital, fold(&w.lower)));
        let so_called = |w: usize| word(w).is_some_and(|(capital, lower)| !capital && lower == head);
        let behind_kind = |name: &Name| {
            let before = name.words.start.saturating_sub(2)..name.words.start;
            before.clone().any(so_called)
                && before.clone().all(|w| word(w).is_some_and(|(_, l)| l.starts_with(char::is_alphabetic)))
        };
        let apposed = |name: &Name| {
            let comma = word(name.words.end).is_some_and(|(_, lower)| lower == ",");
            let article =
                word(name.words.end + 1).is_some_and(|(_, lower)| matches!(&*lower, "a" | "an" | "un" | "una"));
            comma && article && (name.words.end + 2..name.words.end + 6).any(so_called)
        };
        let before = self.analysis.names.iter().rev().filter(|n| n.words.end <= phrase.words.start);
        let mut bodies = before.filter(|n| !matches!(n.kind, NameKind::Person | NameKind::Place));
        bodies.find(|n| behind_kind(n) || apposed(n)).map(|n| self.text(&n.words))
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
        let kind = |w: usize| {
            let word = &self.analysis.words[w];
            !word.capital && (self.words.informant_class(&word.lower).is_some() || word.tag.tag == Tag::Adjective)
        };
        let before = self.without_article(&(phrase.words.start..name.end)).start..name.start;
        let said = name.len() > 1 && before.clone().all(kind);
        let start = if said || before.is_empty() { name.start } else { before.start };
        self.text(&(start..phrase.words.end.max(name.end)))
    }
}
