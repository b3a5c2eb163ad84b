//! To whom a passive, a participle or a verb of the one concerned happens: its subject, before the verb or behind it.

use constancia_language::tagging::VerbForm;

use super::people::{may_be_people, people_of};
use crate::clause::Voice;
use crate::frames::PersonRole;
use crate::phrases::PhraseKind;
use crate::scene::{Row, Scene};

/// The subject of a passive or a participle; for inverted order ("Also freed were A, B and C") what stands behind.
pub(super) fn subject_patients(scene: &Scene, row: &Row, at: usize, verb: usize, voice: Voice) -> Vec<usize> {
    let by_tree = people_of(scene, row, &scene.tree().subject(verb));
    let found = agreed(scene, by_tree, subject_in_row(scene, row, at, voice));
    let agrees = |k: &usize| !disagrees(scene, row, verb, *k);
    if found.iter().any(agrees) || found.is_empty() {
        return found;
    }
    let near = (at.saturating_sub(6)..at)
        .rev()
        .find(|&k| row.phrases[k].kind == PhraseKind::Noun && !scene.persons(row, k).is_empty() && agrees(&k));
    near.map_or(found, |k| vec![k])
}

/// "La madre de Juan, desaparecido desde enero": a Spanish participle shows of which of two it speaks.
fn disagrees(scene: &Scene, row: &Row, verb: usize, k: usize) -> bool {
    use constancia_language::tagging::lists::Gender;
    let tag = scene.analysis.words[verb].tag;
    let (Some(VerbForm::Participle), Some(feminine), true) = (tag.verb, tag.feminine, scene.analysis.is_spanish())
    else {
        return false;
    };
    let own = if feminine { Gender::Feminine } else { Gender::Masculine };
    let persons = scene.persons(row, k);
    let single = persons.len() == 1 && !tag.plural;
    single && !scene.roster.may_be(persons[0], Some(own))
}

/// What the tree and the row say together: all of it where they agree on somebody, else whoever one of them finds. Where
/// each finds somebody else, Spanish follows the tree, for its subjects stand on either side of the verb.
pub(super) fn agreed(scene: &Scene, by_tree: Vec<usize>, in_row: Vec<usize>) -> Vec<usize> {
    let apart = !in_row.is_empty() && !by_tree.is_empty() && !in_row.iter().any(|k| by_tree.contains(k));
    match apart {
        true if scene.analysis.is_spanish() => by_tree,
        true => in_row,
        false => {
            let more: Vec<usize> = by_tree.into_iter().filter(|k| !in_row.contains(k)).collect();
            [in_row, more].concat()
        }
    }
}

fn subject_in_row(scene: &Scene, row: &Row, at: usize, voice: Voice) -> Vec<usize> {
    let clause = scene.clause(row);
    let behind = inverted_list(scene, row, at);
    if !behind.is_empty() {
        return behind;
    }
    if voice == Voice::Participle
        && row.phrases[..at].iter().all(|p| matches!(p.kind, PhraseKind::Other | PhraseKind::Stop))
    {
        let main = main_subject(scene, row, at);
        if !main.is_empty() {
            return main;
        }
    }
    let modified = clause.modified(at).filter(|_| voice == Voice::Participle);
    let mut subject = modified.map_or_else(|| clause.subject(at), |k| clause.named_list(k));
    let sentenced = scene
        .frames
        .verb(scene.lower(row.phrases[at].head))
        .iter()
        .any(|e| scene.frames.get(e.frame).person == PersonRole::Sentenced);
    let headline = row.phrases[..at].iter().all(|p| matches!(p.kind, PhraseKind::Other | PhraseKind::Stop));
    if subject.is_empty() && (voice != Voice::Participle || headline) && !sentenced && scene.analysis.is_spanish() {
        subject = spanish_subject_behind(scene, row, at);
    }
    if subject.len() > 1 && !subject.iter().all(|&k| may_be_people(scene, row, k)) {
        let people: Vec<usize> = subject.iter().copied().filter(|&k| may_be_people(scene, row, k)).collect();
        return people;
    }
    subject
}

/// "First arrested in 1979, she was let go": the subject of the clause behind the comma.
pub fn main_subject(scene: &Scene, row: &Row, at: usize) -> Vec<usize> {
    let Some(comma) = (at + 1..row.phrases.len()).find(|&k| row.phrases[k].kind == PhraseKind::Comma) else {
        return Vec::new();
    };
    let verb = (comma + 1..row.phrases.len()).find(|&k| row.phrases[k].kind == PhraseKind::Verb);
    let subject = verb.map(|k| scene.clause(row).subject(k)).unwrap_or_default();
    subject.into_iter().filter(|&k| k > comma && !scene.persons(row, k).is_empty()).collect()
}

/// "Also freed were A and B", "Among those freed was A", "Entre los liberados está A", "Fueron liberados A y B".
fn inverted_list(scene: &Scene, row: &Row, at: usize) -> Vec<usize> {
    let opens = row.phrases[..at]
        .iter()
        .all(|p| matches!(p.kind, PhraseKind::Other | PhraseKind::Preposition | PhraseKind::Coordinator))
        || row.phrases[..at].iter().all(|p| p.kind != PhraseKind::Verb)
            && matches!(scene.lower(row.words.start), "among" | "entre" | "also" | "también");
    if !opens {
        return Vec::new();
    }
    let group = &row.phrases[at];
    let be_last = matches!(scene.lower(group.head), "was" | "were" | "is" | "are" | "been");
    let next_be = row.phrases[at + 1..].iter().take(6).position(|p| {
        p.kind == PhraseKind::Verb
            && matches!(
                scene.lower(p.head),
                "was"
                    | "were"
                    | "is"
                    | "are"
                    | "está"
                    | "están"
                    | "encuentra"
                    | "encuentran"
                    | "figura"
                    | "figuran"
                    | "estaba"
                    | "estaban"
                    | "es"
                    | "son"
            )
    });
    match (be_last, next_be) {
        (true, _) => scene.clause(row).objects(at),
        (false, Some(steps)) => scene.clause(row).objects(at + 1 + steps),
        _ => Vec::new(),
    }
}

/// "fue liberado ayer el periodista Juan Paz": a Spanish subject may stand behind its verb.
fn spanish_subject_behind(scene: &Scene, row: &Row, at: usize) -> Vec<usize> {
    let mut k = at + 1;
    while let Some(phrase) = row.phrases.get(k) {
        match phrase.kind {
            PhraseKind::Preposition => k += 2,
            PhraseKind::Other => k += 1,
            PhraseKind::Noun
                if scene.clause(row).is_time(phrase) || scene.frames.mark(scene.lower(phrase.head)).is_some() =>
            {
                k += 1
            }
            PhraseKind::Noun if !may_be_people(scene, row, k) && k < at + 3 => k += 1,
            PhraseKind::Noun => {
                let list = scene.clause(row).list_right(k);
                return list.into_iter().filter(|&k| may_be_people(scene, row, k)).collect();
            }
            _ => break,
        }
    }
    Vec::new()
}
