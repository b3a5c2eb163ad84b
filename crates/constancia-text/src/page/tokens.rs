//! A page as tags and stretches of words, each with its place. Must not know which elements matter.

use std::convert::Infallible;

use constancia_model::Span;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span as Place, Tokenizer};

/// One tag or stretch of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// A start tag with its attributes, names in lower case.
    Open { name: String, attributes: Vec<(String, String)>, closed: bool },
    /// An end tag.
    Close { name: String },
    /// Words between tags, entities resolved.
    Words { words: String, place: Span },
}

/// The tags and words of a page in their order.
pub(crate) fn of(page: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, place: Place<usize>| -> Option<Infallible> {
        take(&mut tokens, event, place);
        None
    });
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(page, emitter).finish();
    tokens
}

fn take(tokens: &mut Vec<Token>, event: CallbackEvent<'_>, place: Place<usize>) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    match event {
        CallbackEvent::OpenStartTag { name } => {
            tokens.push(Token::Open { name: text(name), attributes: Vec::new(), closed: false });
        }
        CallbackEvent::AttributeName { name } => {
            if let Some(Token::Open { attributes, .. }) = tokens.last_mut() {
                attributes.push((text(name), String::new()));
            }
        }
        CallbackEvent::AttributeValue { value } => {
            if let Some(Token::Open { attributes, .. }) = tokens.last_mut()
                && let Some((_, last)) = attributes.last_mut()
            {
                *last = text(value);
            }
        }
        CallbackEvent::CloseStartTag { self_closing } => {
            if let Some(Token::Open { closed, .. }) = tokens.last_mut() {
                *closed = self_closing;
            }
        }
        CallbackEvent::EndTag { name } => tokens.push(Token::Close { name: text(name) }),
        CallbackEvent::String { value } => {
            let place = Span::new(place.start.min(place.end), place.end);
            tokens.push(Token::Words { words: text(value), place });
        }
        CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
    }
}

/// The value of an attribute, when it has one.
pub(crate) fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
}

/// A stretch of words that stands in the page as it is, or a character that an entity stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The words where they are not those of the page.
    pub resolved: Option<String>,
    /// Where they stand in the page.
    pub place: Span,
}

/// Parts words between tags into what stands in the page and what entities stand for. Where the two cannot be laid
/// side by side the whole stretch is one piece.
pub(crate) fn pieces(page: &str, words: &str, place: Span) -> Vec<Piece> {
    let whole = || vec![Piece { resolved: Some(words.to_owned()), place }];
    let Some(source) = place.of(page) else { return Vec::new() };
    if source == words {
        return vec![Piece { resolved: None, place }];
    }
    let parts = resolve(source, place.start);
    let unified = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
    let laid: String = parts
        .iter()
        .map(|part| part.resolved.clone().unwrap_or_else(|| part.place.of(page).unwrap_or_default().to_owned()))
        .collect();
    if unified(&laid) == unified(words) { parts } else { whole() }
}

fn resolve(source: &str, offset: usize) -> Vec<Piece> {
    let mut parts = Vec::new();
    let mut start = 0;
    while start < source.len() {
        let (length, resolved) = match source[start..].find('&') {
            Some(0) => reference(&source[start..]),
            Some(length) => (length, None),
            None => (source.len() - start, None),
        };
        parts.push(Piece { resolved, place: Span::new(offset + start, offset + start + length) });
        start += length;
    }
    parts
}

/// The length of a character reference and what it stands for; a lone "&" stands for itself.
fn reference(source: &str) -> (usize, Option<String>) {
    let body = source[1..].find(|c: char| !(c.is_ascii_alphanumeric() || c == '#')).unwrap_or(source.len() - 1);
    let end = 1 + body.min(40);
    let length = end + usize::from(source[end..].starts_with(';'));
    let written = &source[..length];
    let resolved = of(written).into_iter().find_map(|token| match token {
        Token::Words { words, .. } => Some(words),
        _ => None,
    });
    match resolved.filter(|words| words != written) {
        Some(words) => (length, Some(words)),
        None => (1, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_where_they_are_said_to_stand() {
        let page = "<p class=a>Ana Nu&ntilde;ez &amp; C&iacute;a &lt3 &unknown; ñandú</p>\r\n<p>uno &#8212; dos";
        let mut seen = Vec::new();
        for token in of(page) {
            if let Token::Words { words, place } = token {
                let parts = pieces(page, &words, place);
                assert!(parts.iter().all(|part| part.place.of(page).is_some()));
                seen.extend(parts.into_iter().filter_map(|part| Some((part.place.of(page)?, part.resolved?))));
            }
        }
        let expected = [("&ntilde;", "ñ"), ("&amp;", "&"), ("&iacute;", "í"), ("&lt3", "<3"), ("&#8212;", "—")];
        let seen: Vec<(&str, &str)> = seen.iter().map(|(source, words)| (*source, words.as_str())).collect();
        assert_eq!(seen, expected);
    }
}
