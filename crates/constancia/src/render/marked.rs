//! Words lit up where they stand: in the sentence behind a cell, and in the kept text of a report.

use constancia_model::{PartialDate, Span, Statement};
use constancia_register::brief::Source;

use crate::catalogue::Catalogue;
use crate::render::{plain, readers, words};

/// Where a statement comes from: outlet, report, date, informant.
pub fn heading(source: &Source, catalogue: &Catalogue) -> String {
    let outlet = source.outlet.as_deref().map(plain::line).unwrap_or_else(|| catalogue.say("outlet-not-known"));
    let key = if source.hedged { "source-with-reservations" } else { "source" };
    let heading = catalogue.fill(
        key,
        &[
            ("outlet", outlet.into()),
            ("report", plain::line(&source.report_name).into()),
            (
                "date",
                source.published.map_or_else(|| catalogue.say("no-date"), |date: PartialDate| date.to_string()).into(),
            ),
            ("informant", words::informant(source, catalogue).into()),
        ],
    );
    if readers::only_model(source) {
        catalogue.fill("found-by-model", &[("statement", heading.into())])
    } else {
        heading
    }
}

/// The sentence before, in and after the words; all of it before them where the span does not fit.
pub fn parts(source: &Source) -> (&str, &str, &str) {
    let Span { start, end } = source.words;
    let sentence = source.sentence.as_str();
    match (sentence.get(..start), sentence.get(start..end), sentence.get(end..)) {
        (Some(before), Some(lit), Some(after)) => (before, lit, after),
        _ => (sentence, "", ""),
    }
}

/// The sentence with marks around the words, in one line.
pub fn sentence(source: &Source, open: &str, close: &str) -> String {
    let (before, lit, after) = parts(source);
    if lit.is_empty() {
        return plain::line(before);
    }
    plain::line(&format!("{before}{open}{lit}{close}{after}"))
}

/// The sentence behind a source with marks around every stretch of the words, given as spans of the kept text.
pub fn sentence_with(source: &Source, evidence: Span, words: impl Iterator<Item = Span>) -> String {
    let first = evidence.start.saturating_sub(source.words.start);
    let whole = Span::new(first, first + source.sentence.len());
    let mut inside: Vec<Span> = words.filter(|span| whole.contains(*span)).collect();
    inside.sort();
    let (mut shown, mut done) = (String::new(), first);
    for stretch in inside.chunk_by(|one, next| next.start < one.end) {
        let covered = stretch.iter().copied().fold(stretch[0], Span::cover);
        let (start, end) = (covered.start.max(done), covered.end);
        if start < end {
            let at = |start: usize, end: usize| source.sentence.get(start - first..end - first).unwrap_or_default();
            shown += &format!("{}⟦{}⟧", at(done, start), at(start, end));
            done = end;
        }
    }
    plain::line(&(shown + source.sentence.get(done - first..).unwrap_or_default()))
}

/// A mark that is put into a text: sorted by place, closing marks before opening ones, outer before inner.
struct Mark {
    place: usize,
    opens: bool,
    length: usize,
    text: String,
}

/// `text` with each statement's words in numbered marks: `⟦3 words⟧`. Statements with the same words share a mark; a
/// mark that closes inside another that opened later carries its number again.
pub fn text(text: &str, statements: &[Statement]) -> String {
    let mut marks = marks(text, statements);
    marks.sort_by_key(|mark| {
        let length = if mark.opens { usize::MAX - mark.length } else { mark.length };
        (mark.place, mark.opens, length)
    });
    let mut shown = String::with_capacity(text.len() + marks.len() * 8);
    let mut done = 0;
    for mark in marks {
        shown += &plain::lines(&text[done..mark.place]);
        shown += &mark.text;
        done = mark.place;
    }
    shown + &plain::lines(&text[done..])
}

fn marks(text: &str, statements: &[Statement]) -> Vec<Mark> {
    let mut numbers: std::collections::BTreeMap<Span, Vec<String>> = std::collections::BTreeMap::new();
    for (place, statement) in statements.iter().enumerate().filter(|(_, statement)| statement.evidence.stands_in(text))
    {
        numbers.entry(statement.evidence.span()).or_default().push((place + 1).to_string());
    }
    let spans: Vec<Span> = numbers.keys().copied().collect();
    let crossed =
        |span: Span| spans.iter().any(|other| other.overlaps(span) && !other.contains(span) && !span.contains(*other));
    numbers
        .into_iter()
        .flat_map(|(span, numbers)| {
            let numbers = numbers.join(",");
            let close = if crossed(span) { format!(" {numbers}⟧") } else { "⟧".to_owned() };
            [
                Mark { place: span.start, opens: true, length: span.len(), text: format!("⟦{numbers} ") },
                Mark { place: span.end, opens: false, length: span.len(), text: close },
            ]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use constancia_model::{Content, Evidence, Utterance};

    use super::*;

    fn statement(text: &str, words: &str) -> Statement {
        let start = text.find(words).unwrap();
        let evidence = Evidence::at(text, Span::new(start, start + words.len())).unwrap();
        let utterance = Utterance { speaker: "Ana Ruiz".into(), text: words.into(), verb: None };
        Statement::new(Content::Utterance(utterance), evidence)
    }

    #[test]
    fn marks_are_numbered_nested_shared_and_crossed() {
        let words = "Ana Ruiz salió ayer de la cárcel.";
        let cases: [(&[&str], &str); 4] = [
            (&["salió", "cárcel"], "Ana Ruiz ⟦1 salió⟧ ayer de la ⟦2 cárcel⟧."),
            (&["salió ayer", "ayer"], "Ana Ruiz ⟦1 salió ⟦2 ayer⟧⟧ de la cárcel."),
            (&["salió", "salió"], "Ana Ruiz ⟦1,2 salió⟧ ayer de la cárcel."),
            (&["Ruiz salió", "salió ayer"], "Ana ⟦1 Ruiz ⟦2 salió 1⟧ ayer 2⟧ de la cárcel."),
        ];
        for (quotes, expected) in cases {
            let statements: Vec<_> = quotes.iter().map(|quote| statement(words, quote)).collect();
            assert_eq!(text(words, &statements), expected);
        }
    }
}
