//! Finds the lines of a text that are not the report. Knows how noise looks, not what reports say; the patterns of
//! both languages are data and hold for every text, since pages mix languages.

#[cfg(test)]
mod cases;
mod neighbours;
mod places;
mod remains;
mod rules;
mod structure;

use constancia_model::{Diagnostic, DiagnosticKind, NoiseKind};

use crate::lines::Document;
use places::Place;

pub(crate) use structure::{outlet_in_banner, outlet_in_rights};

/// What is known from elsewhere and may be repeated as a banner.
#[derive(Debug, Default, Clone)]
pub(crate) struct Known {
    pub outlet: Option<String>,
}

/// For every line of the document, why it is noise, or `None` where it is the report.
pub(crate) fn find(document: &Document, known: &Known) -> Vec<Option<NoiseKind>> {
    let words: Vec<&str> = document.lines.iter().map(|line| document.words(line)).collect();
    let suspect: Vec<bool> = words.iter().map(|line| is_suspect(line)).collect();
    let places = places::of(&words, &suspect);
    let headline = (0..words.len()).find(|&index| !words[index].is_empty() && !suspect[index]);
    let below_headline = |index: usize| headline.is_some_and(|headline| headline < index);
    let judged = |index: usize| verdict(words[index], places[index], below_headline(index));
    let mut verdicts: Vec<Option<NoiseKind>> =
        (0..words.len()).map(|index| suspect[index].then(|| judged(index)).flatten()).collect();
    structure::banners(&words, &places, known, &mut verdicts);
    neighbours::mark(&words, &places, &mut verdicts);
    remains::mark(&words, &places, &mut verdicts);
    spare_the_last_words(&words, &mut verdicts);
    verdicts
}

fn verdict(line: &str, place: Place, below_headline: bool) -> Option<NoiseKind> {
    rules::noise(line, place, below_headline).or_else(|| structure::noise(line, place))
}

/// Whether a line would be noise at some place; every other line is the report wherever it stands.
fn is_suspect(line: &str) -> bool {
    rules::is_noise_somewhere(line) || structure::noise(line, Place::Header).is_some()
}

/// A text in which every line looks like noise is a text that the rules do not fit: nothing of it is left out.
fn spare_the_last_words(words: &[&str], verdicts: &mut [Option<NoiseKind>]) {
    let left = words.iter().zip(verdicts.iter()).any(|(line, verdict)| verdict.is_none() && !line.is_empty());
    if !left {
        verdicts.fill(None);
    }
}

/// The diagnostics for lines left out: one a line, and a warning when an assistant left its words behind.
pub(crate) fn diagnostics(document: &Document, verdicts: &[Option<NoiseKind>]) -> Vec<Diagnostic> {
    let dropped = document.lines.iter().zip(verdicts).filter_map(|(line, verdict)| verdict.map(|noise| (line, noise)));
    let mut notes: Vec<Diagnostic> = dropped
        .map(|(line, noise)| {
            Diagnostic::note(DiagnosticKind::NoiseDropped { noise }).at(line.number, document.words(line))
        })
        .collect();
    if verdicts.contains(&Some(NoiseKind::AssistantResidue)) {
        notes.push(Diagnostic::warning(DiagnosticKind::MachineWritten));
    }
    notes
}
