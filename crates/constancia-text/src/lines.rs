//! A text as lines, each with its place in the raw text. Must not know which lines are the report.

use constancia_model::{Diagnostic, DiagnosticKind, KeptText, KeptTextBuilder, Span};

/// A line longer than this is no prose and is cut at white space, so that later stages see pieces of bounded length.
const LONGEST_LINE: usize = 64 * 1024;

/// How much of an overlong line a diagnostic shows, in characters.
const SHOWN: usize = 200;

/// One line of a text, without its line end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    /// Where it stands in the text.
    pub span: Span,
    /// Line of the raw text, counted from 1.
    pub number: usize,
}

/// A text in lines: what a format gives and what cleaning takes.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub text: KeptText,
    pub lines: Vec<Line>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Document {
    /// The words of a line, white space around them left out.
    pub fn words(&self, line: &Line) -> &str {
        line.span.of(&self.text.text).unwrap_or_default().trim()
    }

    /// The lines for which `keep` holds, with line ends as "\n" and no white space at either end.
    pub fn keeping(&self, keep: impl Fn(usize) -> bool) -> KeptText {
        let kept: Vec<usize> = (0..self.lines.len()).filter(|&index| keep(index)).collect();
        let has_words = |&&index: &&usize| !self.words(&self.lines[index]).is_empty();
        let first = kept.iter().position(|index| has_words(&index));
        let last = kept.iter().rposition(|index| has_words(&index));
        let (Some(first), Some(last)) = (first, last) else {
            return KeptText::default();
        };
        let mut builder = KeptTextBuilder::default();
        for (place, &index) in kept[first..=last].iter().enumerate() {
            if place > 0 {
                self.push_line_end(&mut builder, kept[first + place - 1]);
            }
            builder.push_from(&self.text, self.trimmed(index, place == 0, first + place == last));
        }
        builder.finish()
    }

    fn trimmed(&self, index: usize, at_start: bool, at_end: bool) -> Span {
        let span = self.lines[index].span;
        let words = &self.text.text[span.start..span.end];
        let start = if at_start { words.len() - words.trim_start().len() } else { 0 };
        let end = if at_end { words.trim_end().len() } else { words.len() };
        Span::new(span.start + start, span.start + end)
    }

    /// Whatever ends the line in the raw text becomes one "\n".
    fn push_line_end(&self, builder: &mut KeptTextBuilder, index: usize) {
        let end = self.lines[index].span.end;
        let next = self.lines.get(index + 1).map_or(self.text.text.len(), |line| line.span.start);
        if let Some(raw) = self.text.map.to_raw(Span::new(end, next)) {
            builder.push("\n", raw);
        }
    }
}

/// Splits at "\n", "\r\n" and "\r". Lines too long to be prose are cut at white space, with a warning each.
pub(crate) fn split(text: KeptText) -> Document {
    let mut document = Document::default();
    let mut start = 0;
    for number in 1.. {
        let rest = &text.text[start..];
        let end = start + rest.find(['\n', '\r']).unwrap_or(rest.len());
        push_line(&mut document, &text.text, Line { span: Span::new(start, end), number });
        if end == text.text.len() {
            break;
        }
        start = end + if text.text[end..].starts_with("\r\n") { 2 } else { 1 };
    }
    document.text = text;
    document
}

fn push_line(document: &mut Document, text: &str, line: Line) {
    if line.span.len() <= LONGEST_LINE {
        document.lines.push(line);
        return;
    }
    let words = &text[line.span.start..line.span.end];
    let shown: String = words.trim_start().chars().take(SHOWN).collect();
    let warning = Diagnostic::warning(DiagnosticKind::LineTooLong { bytes: words.len() }).at(line.number, shown);
    document.diagnostics.push(warning);
    let mut start = line.span.start;
    while line.span.end - start > LONGEST_LINE {
        let window = &text.as_bytes()[start + 1..start + LONGEST_LINE];
        let Some(cut) = window.iter().rposition(|&byte| byte == b' ' || byte == b'\t') else { break };
        let cut = start + 1 + cut;
        document.lines.push(Line { span: Span::new(start, cut), ..line });
        start = cut + 1;
    }
    document.lines.push(Line { span: Span::new(start, line.span.end), ..line });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_is_one() {
        let document = split(KeptText::verbatim("uno\r\ndos\rtres\n\ncuatro"));
        let words: Vec<_> = document.lines.iter().map(|line| (line.number, document.words(line))).collect();
        assert_eq!(words, [(1, "uno"), (2, "dos"), (3, "tres"), (4, ""), (5, "cuatro")]);
        let kept = document.keeping(|_| true);
        assert_eq!(kept.text, "uno\ndos\ntres\n\ncuatro");
        assert_eq!(kept.map.to_raw(Span::new(4, 7)), Some(Span::new(5, 8)));
    }

    #[test]
    fn left_out_lines_leave_no_edge() {
        let document = split(KeptText::verbatim("\n  menu\n\n  first \nsecond  \n\nshare\n"));
        let kept = document.keeping(|index| !["menu", "share"].contains(&document.words(&document.lines[index])));
        assert_eq!(kept.text, "first \nsecond");
    }

    #[test]
    fn a_huge_line_is_cut_in_bounded_pieces() {
        let text = "palabra ".repeat(100_000);
        let document = split(KeptText::verbatim(&text));
        assert!(document.lines.iter().all(|line| line.span.len() <= LONGEST_LINE));
        assert!(matches!(document.diagnostics[0].kind, DiagnosticKind::LineTooLong { bytes: 800_000 }));
        assert_eq!(document.keeping(|_| true).text.replace('\n', " "), text.trim_end());
    }
}
