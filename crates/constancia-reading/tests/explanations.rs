//! Every statement of the project's own cases is explained: each of its parts by words that stand in the report.

use std::fs;
use std::path::{Path, PathBuf};

use constancia_model::{CaptureMethod, Content, KeptText, Report, ReportId, Stance};
use constancia_reading::{Explained, Role, read};

fn reports() -> Vec<Report> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../evaluation/cases/reports");
    let entries = fs::read_dir(folder).expect("the cases are part of the checkout");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("readable").path()).collect();
    paths.sort();
    paths.iter().map(|path| report(&fs::read_to_string(path).expect("a case is UTF-8"))).collect()
}

fn report(text: &str) -> Report {
    Report {
        id: ReportId::of(text.as_bytes()),
        name: "case.txt".to_owned(),
        url: None,
        outlet: None,
        title: None,
        byline: None,
        published: "2026-03-16".parse().ok(),
        published_basis: None,
        captured_at: None,
        method: CaptureMethod::StandardInput,
        language: constancia_language::detect(text),
        kept: KeptText::verbatim(text),
        diagnostics: Vec::new(),
    }
}

/// The parts of a statement with their values.
fn values(content: &Content) -> Vec<(Role, String)> {
    let some = |role: Role, value: &Option<String>| value.clone().map(|value| (role, value));
    let text = |value: Option<String>, role: Role| value.map(|value| (role, value));
    let found = match content {
        Content::Status(event) => vec![
            Some((Role::Person, event.person.clone())),
            text(event.date.map(|date| date.to_string()), Role::Date),
            some(Role::Place, &event.place),
            some(Role::Authority, &event.by),
            some(Role::Accusation, &event.accusation),
            text(event.terms.as_ref().map(ToString::to_string), Role::Terms),
        ],
        Content::Count(count) => vec![
            some(Role::Population, &count.population),
            some(Role::Place, &count.place),
            text(count.date.or(count.as_of).map(|date| date.to_string()), Role::Date),
            text(count.terms.as_ref().map(ToString::to_string), Role::Terms),
        ],
        Content::Utterance(utterance) => vec![Some((Role::Speaker, utterance.speaker.clone()))],
        Content::Attribute(attribute) => {
            vec![Some((Role::Person, attribute.person.clone())), Some((Role::Value, attribute.value.clone()))]
        }
    };
    found.into_iter().flatten().collect()
}

fn check(told: &Explained, text: &str) {
    let Explained { statement, explanation } = told;
    assert!(explanation.words().all(|words| words.stands_in(text)), "{told:#?}");
    for (role, value) in values(&statement.content) {
        let part = explanation.parts.iter().find(|part| part.role == role);
        assert_eq!(part.map(|part| part.value.as_str()), Some(value.as_str()), "{told:#?}");
    }
    let held_back = statement.hedged || statement.stance != Stance::Asserts;
    assert!(!held_back || !explanation.scope.is_empty(), "{told:#?}");
    let credited = explanation.credit.as_ref().map(|credit| &credit.informant);
    assert_eq!(credited, statement.informant.as_ref(), "{told:#?}");
}

#[test]
fn every_statement_of_the_cases_is_explained_by_words_of_its_report() {
    let mut explained = 0;
    for report in reports() {
        for told in read(&report).statements {
            check(&told, &report.kept.text);
            explained += 1;
        }
    }
    assert!(explained > 100, "the cases give statements");
}
