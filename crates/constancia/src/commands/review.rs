//! `review`: who may be one person and waits for somebody to decide.

use std::collections::BTreeMap;

use anyhow::Result;
use constancia_model::PersonMention;
use constancia_register::{People, Person, Store};

use crate::catalogue::Catalogue;
use crate::commands::whom;
use crate::output;
use crate::render::text::{self, wrapped};
use crate::render::{identity, plain};

/// Shows every open question with its reasons and both persons.
pub fn review(store: &Store, catalogue: &Catalogue) -> Result<()> {
    let (people, questions) = (store.people()?, store.questions()?);
    let persons: BTreeMap<&PersonMention, &Person> = people
        .persons()
        .iter()
        .flat_map(|person| person.mentions.iter().map(move |mention| (mention, person)))
        .collect();
    let width = text::width();
    let count = catalogue.fill("review-count", &[("count", questions.len().into())]);
    let mut shown = wrapped(&count, width, "");
    for (place, question) in questions.iter().enumerate() {
        let reasons = identity::codes(&question.reasons, catalogue);
        let values = [("number", (place + 1).to_string().into()), ("reasons", reasons.into())];
        shown += &format!("\n{}", wrapped(&catalogue.fill("review-question", &values), width, ""));
        for mention in [&question.mentions.0, &question.mentions.1] {
            shown += &persons.get(mention).map(|person| whole(person, &people, width)).unwrap_or_default();
        }
        for line in identity::card(&question.card, catalogue) {
            shown += &wrapped(&line, width, "    ");
        }
    }
    output::write(shown.as_bytes(), None)
}

/// A person with the reports that name her.
fn whole(person: &Person, people: &People, width: u16) -> String {
    let reports: Vec<String> = person.mentions.iter().map(|mention| whom::report(people, &mention.report)).collect();
    wrapped(&format!("{} — {}: {}", person.id, plain::line(&person.name), reports.join(", ")), width, "    ")
}
