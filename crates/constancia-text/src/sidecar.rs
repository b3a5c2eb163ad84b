//! The metadata file beside a report, `NAME.meta.json`. What is wrong in it is said and left out; the rest counts.

use constancia_model::{Diagnostic, DiagnosticKind};
use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::metadata::{self, Metadata};

/// Reads a sidecar. Reasons are fixed words with the field concerned ("not-a-date:published"), never its content.
pub(crate) fn read(bytes: &[u8]) -> (Metadata, Vec<Diagnostic>) {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let fields = match serde_json::from_slice(bytes) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) => return (Metadata::default(), vec![ignored("not-an-object".to_owned())]),
        Err(_) => return (Metadata::default(), vec![ignored("not-json".to_owned())]),
    };
    let mut reader = Reader { fields, diagnostics: Vec::new() };
    let metadata = Metadata {
        title: reader.text("title"),
        byline: reader.text("byline"),
        outlet: reader.text("outlet"),
        url: reader.text("url"),
        published: reader.parsed("published", "not-a-date", metadata::date),
        captured_at: reader.parsed("captured_at", "not-an-instant", instant),
    };
    (metadata, reader.diagnostics)
}

struct Reader {
    fields: Map<String, Value>,
    diagnostics: Vec<Diagnostic>,
}

impl Reader {
    fn text(&mut self, field: &str) -> Option<String> {
        match self.fields.get(field) {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) => metadata::words(text),
            Some(_) => {
                self.diagnostics.push(ignored(format!("not-text:{field}")));
                None
            }
        }
    }

    fn parsed<T>(&mut self, field: &str, reason: &str, parse: fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(field)?;
        let parsed = parse(&text);
        if parsed.is_none() {
            self.diagnostics.push(ignored(format!("{reason}:{field}")));
        }
        parsed
    }
}

fn instant(text: &str) -> Option<String> {
    text.parse::<Timestamp>().ok().map(|instant| instant.to_string())
}

fn ignored(reason: String) -> Diagnostic {
    Diagnostic::warning(DiagnosticKind::SidecarIgnored { reason })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reasons(bytes: &[u8]) -> Vec<String> {
        let reason = |diagnostic: Diagnostic| match diagnostic.kind {
            DiagnosticKind::SidecarIgnored { reason } => reason,
            other => panic!("{other:?}"),
        };
        read(bytes).1.into_iter().map(reason).collect()
    }

    #[test]
    fn a_whole_sidecar() {
        let (metadata, diagnostics) = read(
            br#"{"url": "https://diario.example/1", "outlet": " Diario  del Sur ", "title": "Salen doce", "extra": 1,
                 "published": "2026-01-08T09:00:00-04:00", "captured_at": "2026-01-09T12:00:00+01:00"}"#,
        );
        assert!(diagnostics.is_empty());
        assert_eq!(metadata.outlet.as_deref(), Some("Diario del Sur"));
        assert_eq!(metadata.published.unwrap().to_string(), "2026-01-08");
        assert_eq!(metadata.captured_at.as_deref(), Some("2026-01-09T11:00:00Z"));
    }

    #[test]
    fn what_is_wrong_is_said_and_the_rest_counts() {
        assert_eq!(reasons(b"{\"url\": "), ["not-json"]);
        assert_eq!(reasons(b"[1]"), ["not-an-object"]);
        assert_eq!(reasons(b"\xFF\xFE"), ["not-json"]);
        let bytes = br#"{"outlet": 7, "published": "yesterday", "captured_at": "2026", "title": "Doce"}"#;
        assert_eq!(reasons(bytes), ["not-text:outlet", "not-a-date:published", "not-an-instant:captured_at"]);
        assert_eq!(read(bytes).0.title.as_deref(), Some("Doce"));
    }
}
