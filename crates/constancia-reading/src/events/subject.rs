//! To whom a passive, a participle or a verb of the one concerned happens: its subject, before the verb or behind it.

use constancia_language::tagging::VerbForm;

use super::people::{may_be_people, people_of};
use crate::clause::Voice;
use crate::frames::PersonRole;
use crate::phrases::{Phrase, PhraseKind};
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
    let opens = row.phrases[..at].iter().all(|p| matches!(p.kind, PhraseKind::Other | PhraseKind::Stop));
    if voice == Voice::Participle && (opens || in_opening_participles(scene, row, at)) {
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
    let beside = at.checked_sub(2).filter(|&k| row.phrases[k].kind == PhraseKind::Noun && k + 2 == at);
    let object = row.phrases.get(at + 1).is_some_and(|p| p.kind == PhraseKind::Noun && !clause.is_time(p));
    let behind_comma =
        !object && at > 0 && row.phrases[at - 1].kind == PhraseKind::Comma && !scene.analysis.is_spanish();
    if voice == Voice::Participle && behind_comma && !subject.iter().any(|&k| may_be_people(scene, row, k)) {
        subject = beside.filter(|&k| scene.roster.within(&row.phrases[k].words).is_some()).into_iter().collect();
    }
    if subject.len() > 1 && !subject.iter().all(|&k| may_be_people(scene, row, k)) {
        let people: Vec<usize> = subject.iter().copied().filter(|&k| may_be_people(scene, row, k)).collect();
        return people;
    }
    subject
}

/// "First arrested in 1979, she was let go": the subject of the clause behind the comma.
pub fn main_subject(scene: &Scene, row: &Row, at: usize) -> Vec<usize> {
    let behind_comma = |k: &usize| row.phrases[k - 1].kind == PhraseKind::Comma;
    let somebody = |k: &usize| row.phrases[*k].kind == PhraseKind::Noun && !scene.persons(row, *k).is_empty();
    let Some(first) = (at + 1..row.phrases.len()).filter(behind_comma).find(somebody) else { return Vec::new() };
    let verb = (first + 1..row.phrases.len()).find(|&k| row.phrases[k].kind == PhraseKind::Verb);
    let subject = verb.map(|k| scene.clause(row).subject(k)).unwrap_or_default();
    subject.into_iter().filter(|&k| k >= first && !scene.persons(row, k).is_empty()).collect()
}

/// "Arrested in 2022, held for a year and freed in May, she": whether the phrase at `at` belongs to the participles that
/// open a sentence before anybody is named.
fn in_opening_participles(scene: &Scene, row: &Row, at: usize) -> bool {
    let before = &row.phrases[..at];
    let first = before.iter().find(|p| !matches!(p.kind, PhraseKind::Other | PhraseKind::Stop));
    let participle = |p: &Phrase| {
        p.kind == PhraseKind::Verb
            && p.words.len() == 1
            && !scene.frames.verb(scene.lower(p.head)).is_empty()
            && !scene.lower(p.head).ends_with("ing")
    };
    let joined = before.last().is_some_and(|p| matches!(p.kind, PhraseKind::Comma | PhraseKind::Coordinator));
    let nobody = (0..at).all(|k| row.phrases[k].kind != PhraseKind::Noun || scene.persons(row, k).is_empty());
    !scene.analysis.is_spanish() && first.is_some_and(participle) && joined && nobody
}

/// "was arrested with his wife, Ana Ruiz, and his son": those to whom the same happened along with the subject.
pub(super) fn companions(scene: &Scene, row: &Row, at: usize, from: usize) -> Vec<usize> {
    let end = row.phrases[at + 1..]
        .iter()
        .position(|p| {
            matches!(p.kind, PhraseKind::Verb | PhraseKind::Relative | PhraseKind::Stop | PhraseKind::Subordinator)
        })
        .map_or(row.phrases.len(), |steps| at + 1 + steps);
    let with = |k: &usize| {
        row.phrases[*k].words.start >= from && matches!(scene.lower(row.phrases[*k].head), "with" | "alongside")
    };
    let Some(with) = (at + 1..end).filter(|&k| row.phrases[k].kind == PhraseKind::Preposition).find(with) else {
        return Vec::new();
    };
    let noun = row.phrases.get(with + 1).filter(|p| p.kind == PhraseKind::Noun).map(|_| with + 1);
    let list = noun.map(|k| scene.clause(row).list_right(k)).unwrap_or_default();
    list.into_iter().filter(|&k| k < end && scene.roster.within(&row.phrases[k].words).is_some()).collect()
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
