//! What is known about a report besides its words: from a sidecar, from a page, stated. Must not read prose.

use constancia_model::PartialDate;
use jiff::civil::{Date, DateTime};

/// Facts about a report; every one may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Metadata {
    pub title: Option<String>,
    pub byline: Option<String>,
    pub outlet: Option<String>,
    pub url: Option<String>,
    pub published: Option<PartialDate>,
    /// UTC, RFC 3339.
    pub captured_at: Option<String>,
}

impl Metadata {
    /// This where it knows something, `other` elsewhere.
    pub fn or(self, other: Metadata) -> Metadata {
        Metadata {
            title: self.title.or(other.title),
            byline: self.byline.or(other.byline),
            outlet: self.outlet.or(other.outlet),
            url: self.url.or(other.url),
            published: self.published.or(other.published),
            captured_at: self.captured_at.or(other.captured_at),
        }
    }
}

/// A date of EDTF, or the day of an ISO 8601 date and time as it is written, whatever its offset.
pub(crate) fn date(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let civil: Option<Date> = text.parse::<DateTime>().ok().map(DateTime::date);
    let leading = || text.get(..10)?.parse::<Date>().ok().filter(|_| text[10..].starts_with(['T', ' ', 't']));
    civil.or_else(leading).map(PartialDate::from)
}

/// Words with every run of white space as one space; `None` when there are none, or far too many for a name.
pub(crate) fn words(text: &str) -> Option<String> {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!joined.is_empty() && joined.chars().count() <= 500).then_some(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_metadata_write_them() {
        for (text, expected) in [
            ("2026-01-08", "2026-01-08"),
            ("2026-01~", "2026-01~"),
            ("2026-01-08T23:30:00-04:00", "2026-01-08"),
            ("2026-01-08T10:00:00.000Z", "2026-01-08"),
            ("2026-01-08 10:00", "2026-01-08"),
        ] {
            assert_eq!(date(text).map(|date| date.to_string()).as_deref(), Some(expected), "{text}");
        }
        assert!(date("8 January").is_none() && date("").is_none() && date("2026-02-30T10:00").is_none());
    }
}
