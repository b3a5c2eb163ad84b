//! Tells the format of a text by its name and its first characters.

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Plain,
    Markdown,
    Page,
}

/// Elements that a page, or a part of one saved by itself, begins with.
const BEGINNINGS: &[&str] = &[
    "!doctype html",
    "html",
    "head",
    "body",
    "meta",
    "title",
    "article",
    "main",
    "section",
    "div",
    "h1",
    "p",
    "header",
    "table",
];

/// The format of a text with that name. Content that begins like a page is one, whatever its name.
pub(crate) fn of(name: &str, text: &str) -> Format {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("html" | "htm" | "xhtml" | "shtml") => Format::Page,
        _ if begins_like_a_page(text) => Format::Page,
        Some("md" | "markdown") => Format::Markdown,
        _ => Format::Plain,
    }
}

fn begins_like_a_page(text: &str) -> bool {
    let mut rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    for (opening, closing) in [("<?xml", "?>"), ("<!--", "-->")] {
        if rest.starts_with(opening) {
            rest = rest.find(closing).map_or(rest, |end| rest[end + closing.len()..].trim_start());
        }
    }
    let Some(tag) = rest.strip_prefix('<') else { return false };
    BEGINNINGS.iter().any(|name| {
        let head = tag.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
        head && tag[name.len()..].starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_name_and_by_content() {
        for (name, text, format) in [
            ("a.txt", "Words", Format::Plain),
            ("a.MD", "# Words", Format::Markdown),
            ("a.htm", "Words", Format::Page),
            ("a.txt", " <!DOCTYPE html><p>Words", Format::Page),
            ("-", "<?xml version='1.0'?>\n<html lang=es>", Format::Page),
            ("a.txt", "<3 for the families", Format::Plain),
            ("a", "<p>Words</p>", Format::Page),
            ("a.txt", "<press release> of the committee", Format::Plain),
        ] {
            assert_eq!(of(name, text), format, "{name}: {text}");
        }
    }
}
