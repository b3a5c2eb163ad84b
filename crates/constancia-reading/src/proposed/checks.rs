//! Whether the fields of a proposal stand in the report: names, numbers, words, details. Knows no place of evidence.

use std::collections::BTreeSet;

use constancia_language::numbers::numbers;
use constancia_model::{Attribute, Content, Count, Language, Statement, StatusEvent, Terms, Utterance};

use super::Refusal;
use crate::wording::{Wording, words};

/// What a report holds, made ready for being asked.
pub(super) struct Checks<'a> {
    language: &'a Language,
    wording: Wording<'a>,
    /// The names under which another reader knows the persons of the report.
    names: BTreeSet<&'a str>,
}

impl<'a> Checks<'a> {
    pub fn new(language: &'a Language, text: &'a str, known: &'a [Statement]) -> Self {
        Self { language, wording: Wording::of(text), names: known.iter().filter_map(Statement::person).collect() }
    }

    /// The report's own words for what is claimed; `None` where they do not stand in it.
    pub fn said(&self, claimed: &str) -> Option<String> {
        self.wording.said(claimed)
    }

    /// The content without details that the report does not hold; `left_out` counts those.
    pub fn content(&self, content: Content, quote: &str, left_out: &mut usize) -> Result<Content, Refusal> {
        Ok(match content {
            Content::Status(event) => Content::Status(self.event(event, left_out)?),
            Content::Count(count) => Content::Count(self.count(count, quote, left_out)?),
            Content::Utterance(utterance) => Content::Utterance(self.utterance(utterance, left_out)?),
            Content::Attribute(attribute) => Content::Attribute(self.attribute(attribute)?),
        })
    }

    fn event(&self, event: StatusEvent, left_out: &mut usize) -> Result<StatusEvent, Refusal> {
        Ok(StatusEvent {
            person: self.person(&event.person)?,
            place: self.detail(event.place, left_out),
            by: self.detail(event.by, left_out),
            accusation: self.detail(event.accusation, left_out),
            terms: self.terms(event.terms, left_out),
            ..event
        })
    }

    fn count(&self, count: Count, quote: &str, left_out: &mut usize) -> Result<Count, Refusal> {
        let ordered = count.high.is_none_or(|high| count.low <= high);
        if !ordered || !self.stand_as_numbers(&count, quote) {
            return Err(Refusal::Number);
        }
        Ok(Count {
            population: self.detail(count.population, left_out),
            place: self.detail(count.place, left_out),
            terms: self.terms(count.terms, left_out),
            ..count
        })
    }

    /// Whether every end of the count is a number of its quote.
    fn stand_as_numbers(&self, count: &Count, quote: &str) -> bool {
        let mentions = numbers(self.language, quote).into_iter().filter(|mention| !mention.ordinal);
        let ends: BTreeSet<u64> = mentions.flat_map(|mention| [Some(mention.low), mention.high]).flatten().collect();
        ends.contains(&count.low) && count.high.is_none_or(|high| ends.contains(&high))
    }

    fn utterance(&self, utterance: Utterance, left_out: &mut usize) -> Result<Utterance, Refusal> {
        Ok(Utterance {
            text: self.said(&utterance.text).ok_or(Refusal::Words)?,
            speaker: self.person(&utterance.speaker)?,
            verb: self.detail(utterance.verb, left_out),
        })
    }

    fn attribute(&self, attribute: Attribute) -> Result<Attribute, Refusal> {
        let value = self.said(&attribute.value).ok_or(Refusal::Words)?;
        Ok(Attribute { person: self.person(&attribute.person)?, value, ..attribute })
    }

    /// The name that the report gives; the one another reader knows, where exactly one of those holds it or is in it.
    fn person(&self, name: &str) -> Result<String, Refusal> {
        let said = self.said(name).ok_or(Refusal::Name)?;
        let own = words(name);
        let mut known = self.names.iter().filter(|known| one_name(&own, &words(known)));
        match (known.next(), known.next()) {
            (Some(known), None) => Ok((*known).to_owned()),
            _ => Ok(said),
        }
    }

    fn detail(&self, detail: Option<String>, left_out: &mut usize) -> Option<String> {
        let said = self.said(&detail.filter(|detail| !detail.trim().is_empty())?);
        *left_out += usize::from(said.is_none());
        said
    }

    /// Terms of a release are names of ours; those of a sentence are the report's words.
    fn terms(&self, terms: Option<Terms>, left_out: &mut usize) -> Option<Terms> {
        match terms? {
            Terms::AsSaid(said) => self.detail(Some(said), left_out).map(Terms::AsSaid),
            release => Some(release),
        }
    }
}

/// Whether two names are one: the shorter, two words at least, is all in the longer.
fn one_name(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    one == other || short.len() > 1 && short.iter().all(|word| long.contains(word))
}
