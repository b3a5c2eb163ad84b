//! Lists: items under a heading that says where or what, each about the person it begins with.
//!
//! "BONIATO (Santiago)" over items makes of each an inmate of Boniato; "WHEREABOUTS UNKNOWN" makes them missing; "Nine years
//! for sedition." in an item is a sentence.

use std::ops::Range;

use constancia_language::tagging::Tag;
use constancia_language::{Block, BlockKind};
use constancia_model::Status;

use crate::events::{self, Event};
use crate::explanation::Rule;
use crate::roster::PersonId;
use crate::scene::{Row, Scene};

/// What the heading over an item says of the person in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The person.
    pub person: PersonId,
    /// What happened.
    pub status: Status,
    /// The place of custody, in the heading's words.
    pub place: Option<String>,
    /// The words that name the person.
    pub words: Range<usize>,
    /// The heading.
    pub heading: Range<usize>,
}

/// What headings say of the persons listed under them.
pub fn listed(scene: &Scene) -> Vec<Listed> {
    let mut found = Vec::new();
    let mut heading: Option<(Status, Option<String>, Range<usize>)> = None;
    let blocks = &scene.analysis.blocks;
    for (index, block) in blocks.iter().enumerate() {
        match block.kind {
            BlockKind::Heading => {
                let over = blocks.get(index + 1).filter(|next| is_entry(scene, next));
                let meaning = over.and_then(|_| meaning(scene, block));
                heading = meaning.map(|(status, place)| (status, place, block.tokens.clone()));
            }
            _ if is_entry(scene, block) => {
                if let (Some((status, place, heading)), Some((person, words))) = (heading.clone(), topic(scene, block))
                {
                    found.push(Listed { person, status, place, words, heading });
                }
            }
            _ => heading = None,
        }
    }
    found
}

/// An item that begins with a person's name.
fn is_entry(scene: &Scene, block: &Block) -> bool {
    block.kind == BlockKind::Item && topic(scene, block).is_some()
}

fn topic(scene: &Scene, block: &Block) -> Option<(PersonId, Range<usize>)> {
    let opening = block.tokens.start..(block.tokens.start + 5).min(block.tokens.end);
    let mention = scene.roster.mentions_in(&opening).first()?;
    Some((mention.person, mention.words.clone()))
}

/// A heading over persons: a status by its words, or the place where they are.
fn meaning(scene: &Scene, heading: &Block) -> Option<(Status, Option<String>)> {
    let words = heading.tokens.clone();
    let sentence = words.clone().any(|w| {
        let word = &scene.analysis.words[w];
        word.lower == "?" || matches!(word.tag.tag, Tag::Verb | Tag::Auxiliary) && !word.capital
    });
    if sentence || words.len() > 12 {
        return None;
    }
    let is = |stems: &[&str]| words.clone().any(|w| stems.iter().any(|stem| scene.lower(w).starts_with(stem)));
    if is(&["whereabouts", "missing", "disappeared", "paradero", "desaparecid"]) {
        return Some((Status::Missing, None));
    }
    if is(&["released", "freed", "liberad", "excarcelad", "out"]) {
        return Some((Status::Released, None));
    }
    if is(&["died", "dead", "deaths", "fallecid", "muert"]) {
        return Some((Status::Died, None));
    }
    let named: usize = scene.analysis.names_in(&words).iter().map(|n| n.words.len()).sum();
    let spelled = words.clone().filter(|&w| scene.lower(w).starts_with(char::is_alphabetic)).count();
    let place = events::has_custody(scene, &words) || named > 0 && named * 2 >= spelled;
    place.then(|| (Status::Held, Some(scene.text(&words))))
}

/// "Nine years for sedition", "Siete años por desórdenes públicos": a sentence without a verb, in an item.
pub fn verbless_sentence(scene: &Scene, row: &Row) -> Option<Event> {
    let item = scene.analysis.blocks[row.block].kind == BlockKind::Item;
    let start = scene.analysis.words.get(row.words.start)?.span;
    let duration = scene.analysis.durations.iter().find(|d| d.span.start == start.start && d.days >= 28)?;
    let end = scene.analysis.word_at(duration.span.end - 1) + 1;
    let crime = (end..row.words.end).take(4).any(|w| scene.words.crimes.contains(scene.lower(w)));
    let preposition = end < row.words.end && matches!(scene.lower(end), "for" | "por" | "in" | "de");
    if !(item && crime && preposition) {
        return None;
    }
    Some(Event::new(Rule::ItemSentence, Status::Convicted, row.words.start..end, 0, Vec::new()))
}

#[cfg(test)]
mod tests {
    use constancia_model::Language;

    use crate::testing::{Case, Kind, check};

    const ENGLISH: &[Case] = &[
        (
            "KELLIN PRISON\n\n- Tomas Verrel, teacher\n- Lidia Okoro, nurse",
            &["held Tomas Verrel | place=KELLIN PRISON", "held Lidia Okoro | place=KELLIN PRISON"],
        ),
        ("WHEREABOUTS UNKNOWN\n\n- Kofi Mensara\n- Marta Ilves", &["missing Kofi Mensara", "missing Marta Ilves"]),
        ("RELEASED\n\n- Amina Dossou\n- Pavel Drennik", &["released Amina Dossou", "released Pavel Drennik"]),
        ("SPEAKERS OF THE EVENING\n\n- Tomas Verrel, teacher\n- Lidia Okoro, nurse", &[]),
        (
            "KELLIN PRISON\n\n- Tomas Verrel, teacher. Nine years for sedition.",
            &["held Tomas Verrel | place=KELLIN PRISON", "convicted Tomas Verrel | for=sedition terms=Nine years"],
        ),
        ("DIED IN CUSTODY\n\n- Rosa Drennik\n- Nora Quist", &["died Rosa Drennik", "died Nora Quist"]),
    ];

    const SPANISH: &[Case] = &[
        (
            "CÁRCEL DE QUELÍN\n\n- Tomás Verrel, maestro\n- Lidia Ocampo, enfermera",
            &["held Tomás Verrel | place=CÁRCEL DE QUELÍN", "held Lidia Ocampo | place=CÁRCEL DE QUELÍN"],
        ),
        ("PARADERO DESCONOCIDO\n\n- Clara Menares\n- Marta Ilvera", &["missing Clara Menares", "missing Marta Ilvera"]),
        ("EXCARCELADOS\n\n- Amina Dosal\n- Paulo Drena", &["released Amina Dosal", "released Paulo Drena"]),
        (
            "CÁRCEL DE QUELÍN\n\n- Tomás Verrel, maestro. Siete años por sedición.",
            &["held Tomás Verrel | place=CÁRCEL DE QUELÍN", "convicted Tomás Verrel | for=sedición terms=Siete años"],
        ),
        ("PROGRAMA\n\n- Tomás Verrel, maestro\n- Lidia Ocampo, enfermera", &[]),
        ("DESAPARECIDAS\n\n- Rosa Drena\n- Nora Quiles", &["missing Rosa Drena", "missing Nora Quiles"]),
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
