//! Where a line stands: before the first paragraph, after the last, or between. Noise gathers at both ends.

/// Where a line stands in its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Before the first paragraph.
    Header,
    /// Between paragraphs, or a paragraph.
    Body,
    /// After the last paragraph.
    Footer,
}

/// A line of this many characters is a paragraph.
const PARAGRAPH: usize = 100;

/// A line of this many characters is one too when it ends with a full stop; headlines may end with a question mark.
const SHORT_PARAGRAPH: usize = 45;

/// In a text without paragraphs (a list), so many lines with words at either end may be header or footer.
const WITHOUT_PARAGRAPHS: usize = 3;

/// The most lines with words that a header holds.
const LONGEST_HEADER: usize = 12;

/// The place of every line. `suspect` says which lines would be noise somewhere: those neither are paragraphs nor count
/// towards the length of a header, so that leaving them out moves no other line.
pub(crate) fn of(lines: &[&str], suspect: &[bool]) -> Vec<Place> {
    let counted: Vec<usize> = (0..lines.len()).filter(|&index| !lines[index].is_empty() && !suspect[index]).collect();
    let (header, footer) = ends(lines, &counted);
    (0..lines.len())
        .map(|index| match index {
            _ if index < header => Place::Header,
            _ if index >= footer => Place::Footer,
            _ => Place::Body,
        })
        .collect()
}

/// The index of the first line after the header and of the first line of the footer.
fn ends(lines: &[&str], counted: &[usize]) -> (usize, usize) {
    let first = counted.iter().position(|&index| is_paragraph(lines[index]));
    let last = counted.iter().rposition(|&index| is_paragraph(lines[index]));
    let at = |place: usize| counted.get(place).copied().unwrap_or(lines.len());
    let after = |place: usize| counted.get(place).map_or(lines.len(), |index| index + 1);
    match first.zip(last) {
        Some((first, last)) => (at(first.min(LONGEST_HEADER)), after(last)),
        None if counted.len() <= WITHOUT_PARAGRAPHS => (lines.len(), lines.len()),
        None => (at(WITHOUT_PARAGRAPHS), after(counted.len() - 1 - WITHOUT_PARAGRAPHS)),
    }
}

/// Prose: long, or of middling length and ending as a sentence ends.
pub(crate) fn is_paragraph(line: &str) -> bool {
    let length = line.chars().count();
    let ends = line.trim_end_matches(['"', '”', '»', '’', ')', '\'']).ends_with(['.', '…']);
    length >= PARAGRAPH || (length >= SHORT_PARAGRAPH && ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_body_and_footer() {
        let prose = "The committee said that forty people left the prison on Saturday night and went home.";
        let lines = ["Inicio | Noticias", "A headline", "", prose, "A heading", prose, "", "Tags: prison"];
        use Place::*;
        assert_eq!(
            of(&lines, &[true, false, false, false, false, false, false, true]),
            [Header, Header, Header, Body, Body, Body, Footer, Footer]
        );
    }

    #[test]
    fn a_long_footer_line_is_no_paragraph() {
        let prose = "The committee said that forty people left the prison on Saturday night and went home.";
        let legal = "© 2026 Diario del Sur. Todos los derechos reservados. Prohibida la reproducción total o parcial de los textos.";
        assert_eq!(of(&[prose, "Compartir", legal], &[false, true, true]), [Place::Body, Place::Footer, Place::Footer]);
    }
}
