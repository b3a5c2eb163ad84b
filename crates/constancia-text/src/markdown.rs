//! Markdown to lines: its markers go, its words stay. Must not know what is noise.

use constancia_model::{KeptText, KeptTextBuilder, Span};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::lines::{Document, Line};

/// The words of a Markdown text, a line for each block, with an empty line between blocks.
pub(crate) fn read(source: &KeptText) -> Document {
    let body = after_front_matter(&source.text);
    let mut writer = Writer::new(source, body);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    for (event, range) in Parser::new_ext(&source.text[body..], options).into_offset_iter() {
        writer.take(event, Span::new(range.start + body, range.end + body));
    }
    writer.finish()
}

/// Where the text begins after metadata between lines of three hyphens.
fn after_front_matter(text: &str) -> usize {
    let opens = text.starts_with("---\n") || text.starts_with("---\r\n");
    let end = text.find("\n---\n").or_else(|| text.find("\n---\r\n")).filter(|_| opens);
    end.map_or(0, |end| end + 4 + text[end + 4..].find('\n').map_or(0, |line| line + 1))
}

struct Writer<'a> {
    source: &'a KeptText,
    builder: KeptTextBuilder,
    lines: Vec<Line>,
    /// Where the current line begins in what is built.
    start: usize,
    /// Up to where of the source words were taken, and the number of the line there.
    reached: usize,
    number: usize,
    line_number: usize,
    images: usize,
}

impl<'a> Writer<'a> {
    fn new(source: &'a KeptText, body: usize) -> Self {
        let number = 1 + source.text[..body].matches('\n').count();
        let builder = KeptTextBuilder::default();
        Self { source, builder, lines: Vec::new(), start: 0, reached: body, number, line_number: number, images: 0 }
    }

    fn take(&mut self, event: Event, place: Span) {
        match event {
            Event::Start(Tag::Image { .. }) => self.images += 1,
            Event::End(TagEnd::Image) => self.images = self.images.saturating_sub(1),
            _ if self.images > 0 => {}
            Event::Start(Tag::Item) => self.marker(place),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Table | TagEnd::CodeBlock | TagEnd::HtmlBlock,
            ) => self.end_block(),
            Event::End(TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead) => self.end_line(),
            Event::End(TagEnd::List(_)) | Event::Rule => self.end_block(),
            Event::Start(Tag::TableCell) if self.builder.len() > self.start => self.replaced(" | ", place.start),
            Event::Text(words) => self.words(&words, place),
            Event::Code(words) => self.code(&words, place),
            Event::Html(markup) | Event::InlineHtml(markup) => self.markup(&markup, place),
            Event::SoftBreak => self.replaced(" ", place.start),
            Event::HardBreak => self.end_line(),
            _ => {}
        }
    }

    /// The marker of a list item stays: numbered points are part of what a communiqué says.
    fn marker(&mut self, item: Span) {
        self.end_line();
        let words = item.of(&self.source.text).unwrap_or_default();
        let marker = words.find(char::is_whitespace).map_or(0, |end| end + 1);
        if words[..marker].trim_end().chars().all(|c| c.is_ascii_digit() || "-*+.)".contains(c))
            && !words[..marker].contains('\n')
        {
            self.verbatim(Span::new(item.start, item.start + marker));
        }
    }

    /// Words that stand in the source as they are, or that an escape or entity stands for.
    fn words(&mut self, words: &str, place: Span) {
        if place.of(&self.source.text) != Some(words) {
            self.unit(words, place);
            return;
        }
        let mut start = place.start;
        for part in words.split_inclusive('\n') {
            self.verbatim(Span::new(start, start + part.trim_end_matches(['\n', '\r']).len()));
            start += part.len();
            if part.ends_with('\n') {
                self.end_line();
            }
        }
    }

    fn code(&mut self, words: &str, place: Span) {
        let inner = place.of(&self.source.text).and_then(|code| code.find(words));
        if let Some(start) = inner.filter(|_| !words.contains('\n')) {
            self.verbatim(Span::new(place.start + start, place.start + start + words.len()));
        }
    }

    /// What stands between tags stays, the tags go.
    fn markup(&mut self, markup: &str, place: Span) {
        if place.of(&self.source.text) != Some(markup) {
            return;
        }
        let mut start = 0;
        for part in markup.split_inclusive('>') {
            let words = &part[..part.find('<').unwrap_or(part.len())];
            if !words.trim().is_empty() && !words.ends_with('>') {
                let end = words.trim_end().len();
                self.verbatim(Span::new(place.start + start, place.start + start + end));
            }
            start += part.len();
        }
    }

    fn verbatim(&mut self, span: Span) {
        self.arrive(span.start);
        self.builder.push_from(self.source, span);
    }

    fn unit(&mut self, words: &str, place: Span) {
        if let Some(raw) = self.source.map.to_raw(place).filter(|_| !words.contains('\n')) {
            self.arrive(place.start);
            self.builder.push(words, raw);
        }
    }

    /// A character put for whatever stands in the source at a place.
    fn replaced(&mut self, words: &str, at: usize) {
        let width = self.source.text[at..].chars().next().map_or(0, char::len_utf8);
        self.unit(words, Span::new(at, at + width));
    }

    /// Counts the lines of the source up to `place`.
    fn arrive(&mut self, place: usize) {
        if place > self.reached {
            self.number += self.source.text[self.reached..place].matches('\n').count();
            self.reached = place;
        }
        if self.builder.len() == self.start {
            self.line_number = self.number;
        }
    }

    fn end_line(&mut self) {
        if self.builder.len() > self.start {
            self.break_line();
        }
    }

    fn end_block(&mut self) {
        self.end_line();
        if self.lines.last().is_some_and(|line| !line.span.is_empty()) {
            self.break_line();
        }
    }

    fn break_line(&mut self) {
        self.lines.push(Line { span: Span::new(self.start, self.builder.len()), number: self.line_number });
        let from = self.reached.min(self.source.text.len().saturating_sub(1));
        let from = self.source.text.floor_char_boundary(from);
        let width = self.source.text[from..].chars().next().map_or(1, char::len_utf8);
        let raw = self.source.map.to_raw(Span::new(from, from + width)).unwrap_or(Span::new(0, 0));
        self.builder.push("\n", Span::new(raw.start, raw.end));
        self.start = self.builder.len();
    }

    fn finish(mut self) -> Document {
        self.end_line();
        Document { text: self.builder.finish(), lines: self.lines, diagnostics: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_back(text: &str) -> String {
        read(&KeptText::verbatim(text)).keeping(|_| true).text
    }

    #[test]
    fn markers_go_and_words_stay() {
        for (markdown, words) in [
            (
                "# Salen doce\n\nEl **comité** dijo que _doce_ salieron.",
                "Salen doce\n\nEl comité dijo que doce salieron.",
            ),
            ("See [the list](https://lists.example/a?b=1) of names.", "See the list of names."),
            ("![A bus](bus.jpg)\n\nThe bus left.", "The bus left."),
            ("---\ntitle: Doce\ndate: 2026-01-08\n---\nSalieron doce.", "Salieron doce."),
            ("- Ana Ruiz, 31\n- Luis Paz\n\n1. Uno\n2. Dos", "- Ana Ruiz, 31\n- Luis Paz\n\n1. Uno\n2. Dos"),
            ("> «Salí ayer», dijo.\n\n---\n\nFin.", "«Salí ayer», dijo.\n\nFin."),
            ("Uno &amp; dos \\* tres", "Uno & dos * tres"),
            ("una línea\ny su resto", "una línea y su resto"),
        ] {
            assert_eq!(read_back(markdown), words, "{markdown}");
        }
    }

    #[test]
    fn words_point_at_their_markdown() {
        let text = "# Salen doce\n\nEl **comité** habló.";
        let document = read(&KeptText::verbatim(text));
        let place = document.text.text.find("comité").unwrap();
        let raw = document.text.map.to_raw(Span::new(place, place + "comité".len())).unwrap();
        assert_eq!(raw.of(text), Some("comité"));
        assert_eq!(document.lines.iter().map(|line| line.number).collect::<Vec<_>>(), [1, 1, 3, 3]);
    }
}
