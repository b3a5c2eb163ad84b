//! How the tests of the rules look at a reading: a text in, one compact line a statement out. Knows no rule.

use constancia_model::{
    Attribute, AttributeField, CaptureMethod, Content, Count, DateBasis, KeptText, Language, Report, ReportId, Stance,
    Statement, StatusEvent, Utterance,
};

/// The day on which every report of the tests was published: a Monday.
pub const PUBLISHED: &str = "2026-03-16";

/// A text, and the lines that it must give, in the order of their words.
pub type Case = (&'static str, &'static [&'static str]);

/// The kind of statement that a table of cases is about; the others are not looked at.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    Status,
    Count,
    Utterance,
    Attribute,
}

/// The statements of one kind, each as a line.
pub fn read(language: Language, kind: Kind, published: &str, text: &str) -> Vec<String> {
    let reading = crate::read(&report(language, published, text));
    reading.statements.iter().map(|told| &told.statement).filter(|s| is_of(kind, &s.content)).map(line).collect()
}

/// Fails with every case that gives other lines than it must.
pub fn check(language: Language, kind: Kind, cases: &[Case]) {
    let wrong: Vec<String> = cases.iter().filter_map(|case| difference(&language, kind, case)).collect();
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

fn difference(language: &Language, kind: Kind, (text, expected): &Case) -> Option<String> {
    let found = read(language.clone(), kind, PUBLISHED, text);
    (found != *expected).then(|| format!("{text}\n  expected {expected:#?}\n  found {found:#?}"))
}

fn report(language: Language, published: &str, text: &str) -> Report {
    Report {
        id: ReportId::of(text.as_bytes()),
        name: "case.txt".to_owned(),
        url: None,
        outlet: None,
        title: None,
        byline: None,
        published: Some(published.parse().expect("a date of the tests")),
        published_basis: Some(DateBasis::Stated),
        captured_at: None,
        method: CaptureMethod::StandardInput,
        language,
        kept: KeptText::verbatim(text),
        diagnostics: Vec::new(),
    }
}

fn is_of(kind: Kind, content: &Content) -> bool {
    matches!(
        (kind, content),
        (Kind::Status, Content::Status(_))
            | (Kind::Count, Content::Count(_))
            | (Kind::Utterance, Content::Utterance(_))
            | (Kind::Attribute, Content::Attribute(_))
    )
}

/// What is said, then behind a bar what is said about it: `released Ana Ruiz | date=2026-03-14 denies`.
fn line(statement: &Statement) -> String {
    let (said, mut details) = match &statement.content {
        Content::Status(event) => status(event),
        Content::Count(count) => counted(count),
        Content::Utterance(utterance) => return spoken(utterance),
        Content::Attribute(attribute) => return who(attribute),
    };
    details.extend(statement.informant.iter().map(|informant| format!("says={informant}")));
    match statement.stance {
        Stance::Asserts => {}
        Stance::Denies => details.push("denies".to_owned()),
        Stance::Doubts => details.push("doubts".to_owned()),
    }
    details.extend(statement.hedged.then(|| "hedged".to_owned()));
    if details.is_empty() { said } else { format!("{said} | {}", details.join(" ")) }
}

fn status(event: &StatusEvent) -> (String, Vec<String>) {
    let details = [
        event.date.map(|date| format!("date={date}")),
        event.place.as_ref().map(|place| format!("place={place}")),
        event.by.as_ref().map(|by| format!("by={by}")),
        event.accusation.as_ref().map(|accusation| format!("for={accusation}")),
        event.terms.as_ref().map(|terms| format!("terms={terms}")),
    ];
    (format!("{} {}", event.status, event.person), details.into_iter().flatten().collect())
}

fn counted(count: &Count) -> (String, Vec<String>) {
    let high = count.high.map_or_else(|| "..".to_owned(), |high| format!("..{high}"));
    let population = count.population.as_ref().map_or_else(String::new, |population| format!(" {population}"));
    let details = [
        count.bound.map(|bound| format!("bound={}", bound.name())),
        count.date.map(|date| format!("date={date}")),
        count.as_of.map(|date| format!("as-of={date}")),
        count.place.as_ref().map(|place| format!("place={place}")),
        count.terms.as_ref().map(|terms| format!("terms={terms}")),
    ];
    (format!("count {} {}{high}{population}", count.status, count.low), details.into_iter().flatten().collect())
}

fn spoken(utterance: &Utterance) -> String {
    format!("says {}: {}", utterance.speaker, utterance.text)
}

fn who(attribute: &Attribute) -> String {
    let field = match attribute.field {
        AttributeField::Role => "role",
        AttributeField::Nationality => "nationality",
        AttributeField::Age => "age",
        AttributeField::Affiliation => "affiliation",
        AttributeField::Spouse => "spouse",
        AttributeField::Sibling => "sibling",
        AttributeField::Parent => "parent",
        AttributeField::Child => "child",
        AttributeField::Lawyer => "lawyer",
    };
    format!("{} {field} {}", attribute.person, attribute.value)
}
