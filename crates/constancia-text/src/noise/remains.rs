//! What remains at the ends of a text when every pattern has spoken: behind the last paragraph a line that is neither a
//! sentence nor a signature, a date or an entry of a list is a part of the site; before the first one, so is a row of
//! short parts beside a headline. Must not know words.

use constancia_model::NoiseKind;

use super::places::{self, Place};
use super::rules;

/// The longest line that is taken for a remain of the site.
const LONGEST: usize = 160;

/// Behind the last paragraph so many unmarked lines are more likely a list than the foot of a page.
const LONGEST_FOOT: usize = 7;

/// The most words of a part in a row of parts, and of a signature.
const SHORT: usize = 4;

/// Marks what remains.
pub(crate) fn mark(lines: &[&str], places: &[Place], verdicts: &mut [Option<NoiseKind>]) {
    if !lines.iter().any(|line| places::is_paragraph(line)) {
        return;
    }
    let open = |place: Place, verdicts: &[Option<NoiseKind>]| -> Vec<usize> {
        let here = (0..lines.len()).filter(|&index| places[index] == place && !lines[index].is_empty());
        here.filter(|&index| verdicts[index].is_none()).collect()
    };
    let foot = open(Place::Footer, verdicts);
    let marked = (0..lines.len()).any(|index| places[index] == Place::Footer && verdicts[index].is_some());
    if foot.len() <= LONGEST_FOOT || marked {
        for &index in foot.iter().filter(|&&index| is_left_over(lines[index]) && !rules::keeps(lines[index])) {
            verdicts[index] = Some(NoiseKind::RelatedLinks);
        }
    }
    let head = open(Place::Header, verdicts);
    let headline = |&index: &usize| !is_row(lines[index]) && lines[index].split_whitespace().count() >= SHORT;
    if head.iter().any(headline) {
        for &index in head.iter().filter(|&&index| is_row(lines[index])) {
            verdicts[index] = Some(NoiseKind::Navigation);
        }
    }
    around_headline(lines, &open(Place::Header, verdicts), verdicts);
}

/// A banner before the headline, and a short line or a label between the headline and the first paragraph.
fn around_headline(lines: &[&str], head: &[usize], verdicts: &mut [Option<NoiseKind>]) {
    let Some(at) = head.iter().position(|&index| is_headline(lines[index])) else { return };
    for (place, &index) in head.iter().enumerate() {
        let words: Vec<&str> = lines[index].split_whitespace().collect();
        let furniture = match place {
            _ if place < at => is_banner(lines[index], &words),
            _ if place > at => leads_to_paragraph(lines, index, verdicts) && is_aside(lines[index], &words),
            _ => false,
        };
        if furniture {
            verdicts[index] = Some(NoiseKind::Masthead);
        }
    }
}

fn is_headline(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    words.len() >= 6 && line.chars().count() >= 35 && !is_date(line, &words) && !line.ends_with('.') && !is_entry(line)
}

/// Capitalised words and no more, not shouted: the name of an outlet.
fn is_banner(line: &str, words: &[&str]) -> bool {
    let capital = |word: &&str| word.starts_with(char::is_uppercase) || word.chars().count() <= 3;
    let shouted = !line.chars().any(char::is_lowercase);
    let plain = !line.contains([':', '—', ',']) && !line.contains(char::is_numeric);
    words.len() <= SHORT + 1 && words.iter().all(capital) && plain && !shouted && !line.ends_with(['.', '?', '!'])
}

/// A few words or a label that are no sentence, no date, no entry and not shouted.
fn is_aside(line: &str, words: &[&str]) -> bool {
    let ends = line.ends_with(['.', '!', '?', '…', ';', ':']);
    let shouted = !line.chars().any(char::is_lowercase);
    let label = line.contains(": ") && line.chars().count() <= 60;
    (words.len() <= SHORT + 1 || label) && !ends && !shouted && !is_entry(line) && !is_date(line, words)
}

/// Whether the next line that is left is a paragraph.
fn leads_to_paragraph(lines: &[&str], index: usize, verdicts: &[Option<NoiseKind>]) -> bool {
    let mut rest = (index + 1..lines.len()).filter(|&next| !lines[next].is_empty() && verdicts[next].is_none());
    let next: Vec<usize> = rest.by_ref().take(3).collect();
    next.iter().take_while(|&&next| lines[next].chars().count() < 100).all(|&next| !is_entry(lines[next]))
        && next.iter().any(|&next| places::is_paragraph(lines[next]))
}

/// "Now playing: an afternoon of songs", "Download the audio (2:14)": no sentence, no signature, no date, no entry.
fn is_left_over(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let ends = line.trim_end_matches(['"', '”', '»', ')', '’']).ends_with(['.', '!', '…', ':', ';']);
    let row = line.contains(['|', '›']);
    let length = line.chars().count();
    (row || !ends && !is_entry(line) && !is_signature(&words) && !is_date(line, &words))
        && (5..=LONGEST).contains(&length)
}

/// An entry of a list, a quotation, a dialogue, a handle, something in brackets.
fn is_entry(line: &str) -> bool {
    let opens = line.starts_with(['-', '–', '—', '•', '*', '·', '"', '“', '«', '‘', '(', '[', '¡', '@', '#', '—'])
        || line.starts_with(|c: char| c.is_ascii_digit());
    opens || line.contains(", ") && line.contains(char::is_numeric)
}

/// Capitalised words, small ones between them: a name, a place, an organisation that signs.
fn is_signature(words: &[&str]) -> bool {
    let capital = |word: &&str| word.starts_with(char::is_uppercase) || word.chars().count() <= 3;
    words.len() <= 2 * SHORT && words.iter().all(capital) && !words.iter().any(|word| word.ends_with(':'))
        || words.len() <= 2 * SHORT
            && words.iter().filter(|word| word.ends_with(',')).count() == 1
            && words.iter().take(2).all(capital)
}

/// A short line with a year in it.
fn is_date(line: &str, words: &[&str]) -> bool {
    let year = line
        .split(|c: char| !c.is_ascii_digit())
        .any(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")));
    year && words.len() <= 3 * SHORT && !line.contains('|')
}

/// A row of short parts: "Follow live | Send us a tip".
fn is_row(line: &str) -> bool {
    let parts: Vec<&str> = line.split(['|', '•', '›']).map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.len() >= 2 && parts.iter().all(|part| part.split_whitespace().count() <= SHORT && !part.ends_with(['.', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_foot_of_a_page_and_the_end_of_a_report() {
        for line in [
            "Now playing: Evening songs with Auntie Bo",
            "Descargue el audio de la rueda (2:14)",
            "Vea además: Sube el pan | Llueve en Xul",
        ] {
            assert!(is_left_over(line), "{line}");
        }
        for line in [
            "Valencia, 15 de marzo de 2026",
            "¡Libertad para todos!",
            "Lourdes Infante, presidenta",
            "Comité de Familias del Norte",
            "Ana Paz, 34 años",
            "— Fin —",
            "«No volverá», dijo.",
        ] {
            assert!(!is_left_over(line), "{line}");
        }
    }

    #[test]
    fn beside_a_headline() {
        let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let banner = |line: &str| is_banner(line, &words(line).iter().map(String::as_str).collect::<Vec<_>>());
        assert!(banner("Correo de la Costa") && banner("The Harbour Post"));
        assert!(!banner("COMUNICADO") && !banner("Managua, martes") && !banner("A teacher is freed"));
        let aside = |line: &str| is_aside(line, &words(line).iter().map(String::as_str).collect::<Vec<_>>());
        assert!(aside("Una crónica de Iris") && aside("Escuche la nota: tres minutos de audio"));
        assert!(!aside("¿Quiénes son?") && !aside("PABELLÓN 2") && !aside("9 de agosto de 2023"));
    }

    #[test]
    fn a_row_of_parts_is_no_headline() {
        assert!(is_row("Follow live | Send us a tip"));
        assert!(!is_row("LIVE | Detainees leave the prison of Xul one by one"));
        assert!(!is_row("Solidarity bulletin no. 3 · 3 June 2024"));
    }
}
