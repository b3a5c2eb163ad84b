//! Whether the fields of a proposal stand in the report: names, numbers, words, details. Knows no place of evidence.

use std::collections::BTreeSet;

use constancia_language::numbers::numbers;
use constancia_model::{Attribute, Content, Count, Language, Statement, StatusEvent, Terms, Utterance};

use super::Refusal;
use crate::wording::{stands, words};

/// What a report holds, made ready for being asked.
pub(super) struct Checks<'a> {
    language: &'a Language,
    words: Vec<String>,
    /// The names under which another reader knows the persons of the report.
    names: BTreeSet<&'a str>,
}

impl<'a> Checks<'a> {
    pub fn new(language: &'a Language, text: &str, known: &'a [Statement]) -> Self {
        Self { language, words: words(text), names: known.iter().filter_map(Statement::person).collect() }
    }

    /// Whether the words stand in the report one after another.
    pub fn stand(&self, claimed: &str) -> bool {
        stands(claimed, &self.words)
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
        if !self.stand(&utterance.text) {
            return Err(Refusal::Words);
        }
        let (speaker, verb) = (self.person(&utterance.speaker)?, self.detail(utterance.verb, left_out));
        Ok(Utterance { speaker, verb, ..utterance })
    }

    fn attribute(&self, attribute: Attribute) -> Result<Attribute, Refusal> {
        if !self.stand(&attribute.value) {
            return Err(Refusal::Words);
        }
        Ok(Attribute { person: self.person(&attribute.person)?, ..attribute })
    }

    /// The name that the report gives; the one another reader knows, where exactly one of those holds it or is in it.
    fn person(&self, name: &str) -> Result<String, Refusal> {
        if !self.stand(name) {
            return Err(Refusal::Name);
        }
        let own = words(name);
        let mut known = self.names.iter().filter(|known| one_name(&own, &words(known)));
        match (known.next(), known.next()) {
            (Some(known), None) => Ok((*known).to_owned()),
            _ => Ok(name.trim().to_owned()),
        }
    }

    fn detail(&self, detail: Option<String>, left_out: &mut usize) -> Option<String> {
        let said = detail.filter(|detail| !detail.trim().is_empty())?;
        let stands = self.stand(&said);
        *left_out += usize::from(!stands);
        stands.then_some(said)
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
