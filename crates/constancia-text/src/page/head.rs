//! What a page says about itself: JSON-LD, OpenGraph and other meta elements, its title and time elements.

use std::collections::BTreeMap;

use constancia_model::PartialDate;
use serde_json::Value;

use super::tokens::{Token, attribute};
use crate::metadata::{self, Metadata};

/// Names of meta elements that give the date of publication, the surest first.
const DATES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "cxenseparse:recs:publishtime",
];

/// Reads the metadata of a page: JSON-LD first, then meta elements, then the elements of the page.
pub(crate) fn read(tokens: &[Token]) -> Metadata {
    let mut finder = Finder::default();
    let mut inside = "";
    for token in tokens {
        match token {
            Token::Open { name, attributes, .. } => inside = finder.opened(name, attributes),
            Token::Words { words, .. } => finder.words(inside, words),
            Token::Close { .. } => inside = "",
        }
    }
    finder.finish()
}

#[derive(Default)]
struct Finder {
    linked_data: Metadata,
    named: BTreeMap<String, String>,
    canonical: Option<String>,
    title: Option<String>,
    heading: Option<String>,
    time: Option<PartialDate>,
}

impl Finder {
    /// Takes what a start tag says; gives what its words would be.
    fn opened(&mut self, name: &str, attributes: &[(String, String)]) -> &'static str {
        let value = |key: &str| attribute(attributes, key);
        match name {
            "meta" => {
                let key = value("property").or(value("name")).or(value("itemprop")).map(str::to_ascii_lowercase);
                if let Some((key, content)) = key.zip(value("content")) {
                    self.named.entry(key).or_insert_with(|| content.to_owned());
                }
                ""
            }
            "link" if value("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                self.canonical = self.canonical.take().or(value("href").map(str::to_owned));
                ""
            }
            "time" => {
                self.time = self.time.or(value("datetime").and_then(metadata::date));
                ""
            }
            "script" if value("type").is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json")) => {
                "linked data"
            }
            "title" => "title",
            "h1" => "heading",
            _ => "",
        }
    }

    fn words(&mut self, inside: &str, words: &str) {
        match inside {
            "linked data" => {
                if let Ok(value) = serde_json::from_str::<Value>(words) {
                    let found = linked_data(&value);
                    self.linked_data = std::mem::take(&mut self.linked_data).or(found);
                }
            }
            "title" => self.title = self.title.take().or_else(|| metadata::words(words)),
            "heading" => self.heading = self.heading.take().or_else(|| metadata::words(words)),
            _ => {}
        }
    }

    fn finish(self) -> Metadata {
        let named = |keys: &[&str]| keys.iter().find_map(|key| metadata::words(self.named.get(*key)?));
        let meta = Metadata {
            title: named(&["og:title", "twitter:title", "dc.title", "headline"]),
            byline: named(&["author", "article:author", "dc.creator", "parsely-author", "byl", "twitter:creator"])
                .filter(|name| !name.starts_with("http") && !name.starts_with('@')),
            outlet: named(&["og:site_name", "application-name", "dc.publisher", "publisher"]),
            url: self.canonical.clone().or(named(&["og:url"])).filter(|url| url.starts_with("http")),
            published: DATES.iter().find_map(|key| metadata::date(self.named.get(*key)?)),
            captured_at: None,
        };
        let page = Metadata { title: self.heading.or(self.title), published: self.time, ..Metadata::default() };
        self.linked_data.or(meta).or(page)
    }
}

/// The first article that linked data describes, in a list or a graph too.
fn linked_data(value: &Value) -> Metadata {
    match value {
        Value::Array(items) => items.iter().map(linked_data).fold(Metadata::default(), Metadata::or),
        Value::Object(_) if is_article(value) => article(value),
        Value::Object(fields) => fields.get("@graph").map(linked_data).unwrap_or_default(),
        _ => Metadata::default(),
    }
}

fn is_article(value: &Value) -> bool {
    let named = |kind: &Value| {
        kind.as_str().is_some_and(|kind| kind.contains("Article") || kind.contains("Posting") || kind == "Report")
    };
    match value.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(named),
        Some(kind) => named(kind),
        None => false,
    }
}

fn article(value: &Value) -> Metadata {
    let text = |key: &str| value.get(key).and_then(Value::as_str).and_then(metadata::words);
    let url = text("url").or_else(|| value.get("mainEntityOfPage").and_then(address));
    Metadata {
        title: text("headline"),
        byline: value.get("author").and_then(name),
        outlet: value.get("publisher").and_then(name),
        url: url.filter(|url| url.starts_with("http")),
        published: text("datePublished").and_then(|date| metadata::date(&date)),
        captured_at: None,
    }
}

fn address(value: &Value) -> Option<String> {
    value.as_str().or_else(|| value.get("@id")?.as_str()).map(str::to_owned)
}

/// The name of a person or organisation, or of several.
fn name(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => metadata::words(name).filter(|name| !name.starts_with("http")),
        Value::Array(several) => {
            let names: Vec<String> = several.iter().filter_map(name).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        Value::Object(fields) => fields.get("name").and_then(name),
        _ => None,
    }
}
