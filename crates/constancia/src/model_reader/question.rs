//! What a model is asked about one report: what to do, and the report as fenced data. Sends nothing.

use constancia_model::Report;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The version of everything that is asked; part of the reader's name, so that a new one asks anew.
pub const VERSION: &str = "1";

const INSTRUCTIONS: &str = include_str!("../../data/model_reader/instructions.md");
const SCHEMA: &str = include_str!("../../data/model_reader/schema.json");

/// As much of a report as is sent: what goes into the context of a small model.
const LONGEST: usize = 48 * 1024;

/// How a question is put: servers differ in what they take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// Whether the answer's shape is asked for by the schema, to which a server can hold the model, or as any object.
    pub schema: bool,
    /// Whether the model is asked for the same answer each time, by its temperature and a seed.
    pub steady: bool,
}

/// A question about one report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    report: String,
    /// Whether only the beginning of the report is in it.
    pub cut: bool,
}

impl Question {
    /// The question about the report's kept text.
    pub fn about(report: &Report) -> Self {
        let text = beginning(&report.kept.text);
        let fence = digits(Sha256::new_with_prefix(text));
        let published = report.published.map_or("unknown".to_owned(), |date| date.to_string());
        let language = report.language.code();
        let report_text = format!("published: {published}\nlanguage: {language}\n{fence}\n{text}\n{fence}");
        Self { report: report_text, cut: text.len() < report.kept.text.len() }
    }

    /// SHA-256 over the model and everything that it is asked, whatever the endpoint.
    pub fn identity(&self, model: &str) -> String {
        let parts = [VERSION, INSTRUCTIONS, SCHEMA, model, &self.report];
        let mut digest = Sha256::new();
        for part in parts {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        digits(digest)
    }

    /// The request's body. A later attempt differs in its seed, or it would fail like the one before.
    pub fn body(&self, model: &str, form: Form, attempt: u32) -> String {
        let shape = if form.schema {
            let schema: Value = serde_json::from_str(SCHEMA).unwrap_or_default();
            json!({"type": "json_schema", "json_schema": {"name": "statements", "strict": true, "schema": schema}})
        } else {
            json!({"type": "json_object"})
        };
        let messages = json!([
            {"role": "system", "content": INSTRUCTIONS},
            {"role": "user", "content": self.report},
        ]);
        let mut body = json!({"model": model, "messages": messages, "stream": false, "response_format": shape});
        if form.steady {
            body["temperature"] = 0.into();
            body["seed"] = attempt.into();
        }
        body.to_string()
    }
}

/// The digest in hexadecimal digits.
fn digits(digest: Sha256) -> String {
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The beginning of the text up to the longest that is sent, cut between lines where it can be.
fn beginning(text: &str) -> &str {
    if text.len() <= LONGEST {
        return text;
    }
    let head = &text[..text.floor_char_boundary(LONGEST)];
    head.rfind('\n').map_or(head, |line| &head[..line])
}

#[cfg(test)]
mod tests {
    use constancia_model::{AttributeField, Bound, CaptureMethod, KeptText, Language, ReleaseTerms, ReportId, Status};

    use super::*;

    fn report(text: &str) -> Report {
        Report {
            id: ReportId::of(text.as_bytes()),
            name: "a.txt".into(),
            url: None,
            outlet: None,
            title: None,
            byline: None,
            published: "2026-01-09".parse().ok(),
            published_basis: None,
            captured_at: None,
            method: CaptureMethod::File,
            language: Language::Spanish,
            kept: KeptText::verbatim(text),
            diagnostics: Vec::new(),
        }
    }

    #[test]
    fn the_report_goes_as_data_behind_a_fence_that_it_cannot_hold() {
        let body: Value = serde_json::from_str(&Question::about(&report("Ana salió.")).body(
            "m",
            Form { schema: true, steady: true },
            0,
        ))
        .unwrap();
        let said = body["messages"][1]["content"].as_str().unwrap();
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines[..2], ["published: 2026-01-09", "language: es"]);
        assert_eq!((lines[2], lines[3]), (lines[4], "Ana salió."));
        assert_eq!(lines[2].len(), 64);
        assert!(!body["messages"][0]["content"].as_str().unwrap().contains("Ana"));
        assert_eq!((&body["temperature"], &body["seed"]), (&json!(0), &json!(0)));
    }

    #[test]
    fn one_question_has_one_identity_and_every_part_counts() {
        let question = Question::about(&report("Ana salió."));
        assert_eq!(question.identity("m"), Question::about(&report("Ana salió.")).identity("m"));
        assert_ne!(question.identity("m"), question.identity("n"));
        assert_ne!(question.identity("m"), Question::about(&report("Ana salió")).identity("m"));
        let undated = Report { published: None, ..report("Ana salió.") };
        assert_ne!(question.identity("m"), Question::about(&undated).identity("m"));
    }

    #[test]
    fn of_a_very_long_report_the_beginning_is_sent() {
        let question = Question::about(&report(&"ñandú salió libre\n".repeat(10_000)));
        assert!(question.cut && question.report.len() < LONGEST + 300);
        assert!(!Question::about(&report("Ana salió.")).cut);
    }

    /// The schema's lists are written by hand and must be those of the types.
    #[test]
    fn the_schema_names_every_value_of_the_format() {
        let schema: Value = serde_json::from_str(SCHEMA).unwrap();
        let kinds = &schema["properties"]["statements"]["items"]["anyOf"];
        let statuses: Vec<Value> = Status::ALL.iter().map(|status| status.name().into()).collect();
        assert_eq!(kinds[0]["properties"]["status"]["enum"], Value::from(statuses.clone()));
        assert_eq!(kinds[1]["properties"]["status"]["enum"], Value::from(statuses));
        for bound in kinds[1]["properties"]["bound"]["enum"].as_array().unwrap() {
            assert!(serde_json::from_value::<Option<Bound>>(bound.clone()).is_ok(), "{bound}");
        }
        for field in kinds[3]["properties"]["field"]["enum"].as_array().unwrap() {
            assert!(serde_json::from_value::<AttributeField>(field.clone()).is_ok(), "{field}");
        }
        for terms in ["full", "conditional", "house-arrest", "exile", "exchange", "pardon", "amnesty"] {
            assert!(INSTRUCTIONS.contains(terms) && ReleaseTerms::parse(terms).is_some(), "{terms}");
        }
    }
}
