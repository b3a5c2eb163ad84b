//! Stays: "after five months in Sincan prison", "tras 58 días en el penal" — custody told by its length, without a verb.

use constancia_model::Status;

use crate::events::{self, Event};
use crate::explanation::Rule;
use crate::phrases::PhraseKind;
use crate::scene::{Row, Scene};

/// The stays that a row tells of; the person is the subject of the sentence.
pub fn events(scene: &Scene, row: &Row) -> Vec<Event> {
    let span = scene.span(&row.words);
    let durations = scene.analysis.durations.iter().filter(|d| span.contains(d.span));
    durations
        .filter_map(|d| {
            stay(scene, row, scene.analysis.word_at(d.span.start), scene.analysis.word_at(d.span.end - 1) + 1)
        })
        .collect()
}

fn stay(scene: &Scene, row: &Row, start: usize, end: usize) -> Option<Event> {
    let before = start.checked_sub(1).filter(|&w| w >= row.words.start)?;
    let serving = ["serving", "serves", "doing"];
    let article = matches!(scene.lower(before), "a" | "an") && before > row.words.start;
    let opening = scene.lower(before - usize::from(article));
    let after = ["after", "tras", "de", "following", "for"].contains(&opening) || serving.contains(&opening);
    let measured = end < row.words.end && matches!(scene.lower(end), "sentence" | "term");
    let end = end + usize::from(measured);
    let inside = end < row.words.end && scene.words.inside_prepositions.contains(scene.lower(end));
    let place = end + 1..(end + 6).min(row.words.end);
    let near = place.start
        ..place.clone().find(|&w| matches!(scene.lower(w), "," | "." | ";" | "and" | "y")).unwrap_or(place.end);
    if !(after && inside && events::has_custody(scene, &near)) {
        return None;
    }
    let at = row.phrase_at(start)?;
    let verb = (0..at).rev().find(|&k| row.phrases[k].kind == PhraseKind::Verb);
    let subject = verb.map_or_else(|| events::main_subject(scene, row, at), |k| scene.clause(row).subject(k));
    let patients: Vec<usize> = subject.into_iter().filter(|&k| !scene.persons(row, k).is_empty()).collect();
    Some(Event::new(Rule::Stay, Status::Held, start..end, at, patients))
}

#[cfg(test)]
mod tests {
    use constancia_model::Language;

    use crate::testing::{Case, Kind, check};

    const ENGLISH: &[Case] = &[
        ("Tomas Verrel spent two years in Kellin prison.", &["held Tomas Verrel | place=Kellin prison"]),
        ("Kofi Mensara spent two years in Paris.", &[]),
        (
            "Police arrested Ana Salas. After four years in prison, Julio Mena spoke.",
            &["detained Ana Salas | by=Police", "held Julio Mena"],
        ),
        ("Ivo Drennik spent six months in jail without trial.", &["held Ivo Drennik"]),
        ("Nora Quist spent three years in the capital.", &[]),
        ("Rosa Drennik spent 40 days in solitary confinement.", &["held Rosa Drennik"]),
    ];

    const SPANISH: &[Case] = &[
        ("Tomás Verrel pasó dos años en la cárcel de Quelín.", &["held Tomás Verrel | place=cárcel de Quelín"]),
        ("Lidia Ocampo estuvo tres meses en prisión.", &["held Lidia Ocampo"]),
        ("Clara Menares pasó dos años en París.", &[]),
        ("Ivo Drena pasó seis meses en una celda sin juicio.", &["held Ivo Drena | place=celda"]),
        ("Nora Quiles pasó tres años en la capital.", &[]),
    ];

    #[test]
    fn english() {
        check(Language::English, Kind::Status, ENGLISH);
    }

    #[test]
    fn spanish() {
        check(Language::Spanish, Kind::Status, SPANISH);
    }
}
