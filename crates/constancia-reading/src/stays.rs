//! Stays: "after five months in Sincan prison", "tras 58 días en el penal" — custody told by its length, without a verb;
//! and "to Evin, where she remains", "al penal de Lampa, donde sigue" — told of a place of custody just named.

use std::ops::Range;

use constancia_language::NameKind;
use constancia_language::tagging::{Tag, lists};
use constancia_model::Status;

use crate::events::{self, Event};
use crate::explanation::Rule;
use crate::phrases::{Phrase, PhraseKind};
use crate::roster::PersonId;
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

/// Those who stay where another event of the row has brought them, or where the row says them to be.
pub fn there(scene: &Scene, row: &Row, own: &[Event]) -> Vec<Event> {
    let told =
        |event: &Event| own.iter().any(|e| e.status == Status::Held && event.words.end.abs_diff(e.words.start) < 5);
    (0..row.phrases.len()).filter_map(|at| stays_there(scene, row, at, own)).filter(|event| !told(event)).collect()
}

/// "She is now in Prey Sar", "sigue en Boleíta": where somebody is of whom the report has told that she is in custody, or
/// another event of the row; a town or a country that everybody knows is none.
pub fn placed(scene: &Scene, row: &Row, own: &[Event]) -> Vec<Event> {
    (0..row.phrases.len()).filter_map(|at| placed_at(scene, row, at, own)).collect()
}

fn placed_at(scene: &Scene, row: &Row, at: usize, own: &[Event]) -> Option<Event> {
    let verb = row.phrases.get(at).filter(|p| p.kind == PhraseKind::Verb)?;
    let lower = scene.lower(verb.head);
    let stays = scene.words.staying.contains(lower) || scene.words.counts.being_there.contains(lower);
    let mut behind = (at + 1..row.phrases.len()).filter(|&k| row.phrases[k].kind != PhraseKind::Other);
    let inside =
        behind.next().filter(|&k| scene.words.inside_prepositions.contains(scene.lower(row.phrases[k].head)))?;
    let place = row.phrases.get(inside + 1).filter(|p| p.kind == PhraseKind::Noun)?;
    let told = own.iter().any(|e| e.words.start >= verb.words.start && e.words.start < place.words.end + 2);
    let negated = verb.words.clone().any(|w| scene.words.negations.contains(scene.lower(w)));
    if !stays || told || negated || verb.words.len() > 1 || !is_unlisted_place(scene, place) {
        return None;
    }
    let subject = scene.clause(row).subject(at);
    let patients: Vec<usize> = subject.iter().copied().filter(|&k| !scene.persons(row, k).is_empty()).collect();
    if patients.is_empty() && !(subject.is_empty() && scene.analysis.is_spanish()) {
        return None;
    }
    let taken = |e: &Event| e.status != Status::Released && e.status != Status::Announced && e.scope.negated.is_none();
    let before = own.iter().filter(|e| e.words.end <= verb.words.start).max_by_key(|e| e.words.end);
    if before.is_some_and(|e| !taken(e)) {
        return None;
    }
    let known = !before.is_some_and(|e| patients.is_empty() || shares(scene, row, e, &patients));
    Some(Event { known, ..Event::new(Rule::Stay, Status::Held, verb.words.clone(), at, patients) })
}

/// Whether an event happened to one of those whom these phrases mean.
fn shares(scene: &Scene, row: &Row, event: &Event, phrases: &[usize]) -> bool {
    let persons = |k: &usize| scene.persons(row, *k);
    let own: Vec<PersonId> = event.patients.iter().flat_map(persons).collect();
    phrases.iter().flat_map(persons).any(|person| own.contains(&person))
}

/// The name of a place that is on no list of towns and countries, by itself.
fn is_unlisted_place(scene: &Scene, phrase: &Phrase) -> bool {
    let words = scene.without_article(&phrase.words);
    let name = scene.analysis.names_in(&words).first().filter(|n| n.words.start == words.start);
    let text = scene.text(&words);
    let known = lists::place(&text) || scene.is_facility(words.start);
    name.is_some_and(|n| n.words.end == words.end && matches!(n.kind, NameKind::Place | NameKind::Unknown)) && !known
}

/// A place of custody, "where" behind it, and a verb of staying.
fn stays_there(scene: &Scene, row: &Row, at: usize, own: &[Event]) -> Option<Event> {
    let verb = row.phrases.get(at).filter(|p| p.kind == PhraseKind::Verb)?;
    let stays = verb.words.clone().any(|w| scene.words.staying.contains(scene.lower(w)));
    let near = verb.words.start.saturating_sub(6).max(row.words.start)..verb.words.start;
    let joint = near.rev().find(|&w| matches!(scene.lower(w), "donde" | "where")).filter(|_| stays)?;
    let place = custody_before(scene, row, joint)?;
    if something_is_there(scene, row, at + 1) {
        return None;
    }
    let before = own.iter().filter(|e| e.words.end <= joint && e.scope.negated.is_none());
    let patients = before.max_by_key(|e| e.words.end).map(|e| e.patients.clone()).unwrap_or_default();
    let named = scene.clause(row).subject(at).into_iter().filter(|&k| row.phrases[k].words.start > joint);
    let named: Vec<usize> = named.filter(|&k| !scene.persons(row, k).is_empty()).collect();
    let patients = if named.is_empty() { patients } else { named };
    let from = place.checked_sub(1).filter(|&k| row.phrases[k].kind == PhraseKind::Preposition).unwrap_or(place);
    let words: Range<usize> = row.phrases[from].words.start..verb.words.end;
    Some(Event::new(Rule::Stay, Status::Held, words, from, patients))
}

/// "la cárcel donde está la biblioteca": what stands behind the verb is its subject, and nobody.
fn something_is_there(scene: &Scene, row: &Row, k: usize) -> bool {
    let Some(phrase) = row.phrases.get(k).filter(|p| p.kind == PhraseKind::Noun) else { return false };
    let noun = scene.analysis.words[phrase.head].tag.tag == Tag::Noun;
    let sentence = scene.frames.noun(scene.lower(phrase.head)).is_some();
    noun && !sentence && !scene.clause(row).is_time(phrase) && scene.persons(row, k).is_empty()
}

/// The phrase of a place of custody right before a word, with what says which between them.
fn custody_before(scene: &Scene, row: &Row, word: usize) -> Option<usize> {
    let end = row.phrase_at(word)?;
    let near = |k: &usize| !matches!(row.phrases[*k].kind, PhraseKind::Verb | PhraseKind::Stop);
    let before = (0..end).rev().take(6).take_while(near).filter(|&k| row.phrases[k].kind == PhraseKind::Noun);
    let says = |k: &usize| row.phrases[*k].words.clone().any(|w| scene.words.custody_nouns.contains(scene.lower(w)));
    let named = |k: &usize| row.phrases[*k].words.clone().any(|w| scene.is_facility(w));
    before.clone().find(says).or_else(|| before.clone().find(named))
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
        (
            "Ines Verrel was transferred to Kellin prison, where she remains.",
            &["transferred Ines Verrel | place=Kellin prison", "held Ines Verrel | place=Kellin prison"],
        ),
        ("Ines Verrel flew to Paris, where she remains.", &[]),
    ];

    const SPANISH: &[Case] = &[
        ("Tomás Verrel pasó dos años en la cárcel de Quelín.", &["held Tomás Verrel | place=cárcel de Quelín"]),
        ("Lidia Ocampo estuvo tres meses en prisión.", &["held Lidia Ocampo"]),
        ("Clara Menares pasó dos años en París.", &[]),
        ("Ivo Drena pasó seis meses en una celda sin juicio.", &["held Ivo Drena | place=celda"]),
        ("Nora Quiles pasó tres años en la capital.", &[]),
        (
            "Inés Lugo fue trasladada a la cárcel de Ostra, donde permanece.",
            &["transferred Inés Lugo | place=cárcel de Ostra", "held Inés Lugo | place=cárcel de Ostra"],
        ),
        ("Inés Lugo viajó a París, donde permanece.", &[]),
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
