//! Who can be credited and which phrase names whoever speaks by a verb.
//!
//! Knows where subjects of verbs of saying stand; not under which name they are credited, nor what is said.

use constancia_language::lexicon::Lexicon;
use constancia_language::tagging::Tag;
use constancia_language::{NameKind, TokenKind};

use super::{asides, sources};
use crate::phrases::{Phrase, PhraseKind};
use crate::scene::{Row, Scene};

/// Who says it: the subject before the verb, or the one that stands behind it ("dijo su madre").
pub fn speaker(scene: &Scene, row: &Row, at: usize) -> Option<(usize, bool)> {
    let clause = scene.clause(row);
    let can_speak = |&k: &usize| {
        let phrase = &row.phrases[k];
        if scene.frames.noun(scene.lower(phrase.head)).is_some()
            || is_day(scene, row, k)
            || phrase.words.clone().any(|w| is_question(scene, w))
        {
            return false;
        }
        let counted = phrase.words.clone().any(|w| scene.analysis.words[w].kind == TokenKind::Figure);
        let known = can_be_credited(scene, phrase) || says_plainly(scene, row, k, at);
        let body = known || is_named_body(scene, row, k, at) || is_pronoun_of_body(scene, row, k, at);
        !scene.persons(row, k).is_empty() || body && !counted || sources::is_document(scene, row, k, at)
    };
    if let Some(k) = inserted(scene, row, at).filter(can_speak) {
        return Some((k, k < at));
    }
    let told = matches!(scene.lower(row.phrases[at].head), "told" | "tell" | "tells");
    if let Some(behind) = inverted(scene, row, at).filter(|k| !told && can_speak(k)) {
        let adjacent = |&k: &usize| k > at || row.phrases[k..at].iter().all(|p| p.kind != PhraseKind::Verb);
        let own = clause.subject(at).into_iter().filter(can_speak).find(adjacent);
        let quoted_before = at > 0 && matches!(row.phrases[at - 1].kind, PhraseKind::Quote(_))
            || at > 1
                && row.phrases[at - 1].kind == PhraseKind::Comma
                && matches!(row.phrases[at - 2].kind, PhraseKind::Quote(_));
        let comma = at > 0 && row.phrases[at - 1].kind == PhraseKind::Comma && scene.analysis.is_spanish();
        if own.is_none() || quoted_before || comma {
            return Some((behind, false));
        }
    }
    if is_aside(row, at) {
        return None;
    }
    let around = sources::clause_around(scene, row, at).unwrap_or(at);
    let asides = asides::asides(scene, row);
    let verb = row.phrases[around].head;
    let told = |k: &usize| {
        let start = row.phrases[*k].words.start;
        asides.iter().any(|aside| aside.contains(&start) && !aside.contains(&verb))
    };
    let subjects = clause.subject(around).into_iter().rev();
    let subject = subjects.filter(|k| !told(k)).find(can_speak);
    let behind_aside = || {
        let comma = &row.phrases[around.checked_sub(1)?];
        let aside = asides.iter().find(|aside| aside.end == comma.words.start)?;
        row.phrase_at(aside.start - 1)?.checked_sub(1).filter(can_speak)
    };
    let by_tree = || {
        let subject = scene.phrases_of(row, &scene.tree().subject(row.phrases[around].head));
        let beside = |k: usize| row.phrases[k..around].iter().all(|p| p.kind == PhraseKind::Noun);
        subject.into_iter().find(|k| *k < around && beside(*k) && can_speak(k))
    };
    let found =
        subject.or_else(behind_aside).or_else(by_tree).or_else(|| described(scene, row, around).filter(can_speak));
    let found = found.or_else(|| quantified(scene, row, around));
    found.map(|k| (k, true)).or_else(|| shared(scene, row, around))
}

/// "two of her neighbours said": the noun behind the number.
fn quantified(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let noun = at.checked_sub(1).filter(|&k| row.phrases[k].kind == PhraseKind::Noun)?;
    let of = noun.checked_sub(1).filter(|&k| matches!(scene.lower(row.phrases[k].head), "of" | "de" | "del"))?;
    let number = of.checked_sub(1).map(|k| scene.analysis.words[row.phrases[k].head].tag.tag);
    (number == Some(Tag::Number) && can_be_credited(scene, &row.phrases[noun])).then_some(noun)
}

/// "says 31, and adds that": the speaker of the verb before, where nobody stands between.
fn shared(scene: &Scene, row: &Row, at: usize) -> Option<(usize, bool)> {
    let joint = at.checked_sub(1).filter(|&k| row.phrases[k].kind == PhraseKind::Coordinator)?;
    let verb = (0..joint).rev().find(|&k| row.phrases[k].kind == PhraseKind::Verb)?;
    speaker(scene, row, verb).filter(|&(k, _)| k < verb)
}

/// "Prisoners' Thread, a group that keeps lists, had identified": the name before the words that describe it.
fn described(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let comma = at.checked_sub(1).filter(|&k| row.phrases[k].kind == PhraseKind::Comma)?;
    let opening = (0..comma).rev().find(|&k| row.phrases[k].kind == PhraseKind::Comma)?;
    let body = |k: usize| {
        let phrase = &row.phrases[k];
        phrase.kind == PhraseKind::Noun && scene.words.informant_class(scene.lower(phrase.head)).is_some()
    };
    let named = opening.checked_sub(1).filter(|&k| row.phrases[k].kind == PhraseKind::Noun)?;
    let kind = opening + 1;
    if body(kind) { Some(named) } else { Some(kind).filter(|_| body(named) && comma == kind + 1) }
}

/// "What the captain calls": a clause, and nobody.
fn is_question(scene: &Scene, word: usize) -> bool {
    matches!(scene.lower(word), "what" | "which" | "whatever" | "lo")
}

/// "It has recorded nine deaths": a pronoun for a body, beside a verb that is no passive.
fn is_pronoun_of_body(scene: &Scene, row: &Row, k: usize, at: usize) -> bool {
    let passive =
        row.phrases[at].words.clone().any(|w| matches!(scene.lower(w), "is" | "are" | "was" | "were" | "be" | "been"));
    let alone = row.phrases[k].words.len() == 1 && matches!(scene.lower(row.phrases[k].head), "it" | "they");
    alone && k + 1 == at && !passive
}

/// "Mesa Larga counts 48": a name of which nobody knows what it names, beside a verb of saying or counting.
fn is_named_body(scene: &Scene, row: &Row, k: usize, at: usize) -> bool {
    let (phrase, verb) = (&row.phrases[k], scene.lower(row.phrases[at].head));
    let counts = scene.words.is_counting(verb) && !scene.words.possessing.contains(verb);
    let names = scene.analysis.names_in(&phrase.words);
    let apposed = k + 1 < at && described(scene, row, at) == Some(k);
    let capital = apposed && scene.analysis.words[phrase.head].capital;
    let named = capital || names.iter().any(|n| n.kind == NameKind::Unknown && n.words.contains(&phrase.head));
    let thing = scene.words.thing_nouns.contains(scene.lower(phrase.head)) || scene.is_facility(phrase.head);
    let time = scene.clause(row).is_time(phrase);
    let clause = row.phrases.get(at + 1).is_some_and(|p| matches!(scene.lower(p.head), "that" | "que"));
    let speaks = counts || scene.words.is_plain_speech(verb) || clause && scene.words.is_speech(verb);
    named && (k + 1 == at || apposed) && speaks && !thing && !time
}

/// "X, his lawyer says, was moved", "X, denunció su congregación, fue detenido": who speaks between two commas.
pub(super) fn inserted(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let kind = |k: usize| row.phrases.get(k).map(|p| p.kind);
    let noun = |k: usize| kind(k) == Some(PhraseKind::Noun);
    let goes_on = |k: usize| row.phrases[k..].iter().any(|p| p.kind == PhraseKind::Verb);
    let speech = scene.words.is_speech(scene.lower(row.phrases[at].head));
    if !speech || at < 2 {
        return None;
    }
    let before = at > 2 && noun(at - 1) && kind(at - 2) == Some(PhraseKind::Comma) && noun(at - 3);
    if before && kind(at + 1) == Some(PhraseKind::Comma) && goes_on(at + 1) {
        return Some(at - 1);
    }
    let mut end = at + 2;
    while kind(end) == Some(PhraseKind::Preposition) && noun(end + 1) {
        end += 2;
    }
    let behind = kind(at - 1) == Some(PhraseKind::Comma) && noun(at - 2) && noun(at + 1);
    (behind && kind(end) == Some(PhraseKind::Comma) && goes_on(end)).then_some(at + 1)
}

/// "the rector said", "dijo el decano": beside a plain verb of saying any noun with an article may speak.
fn says_plainly(scene: &Scene, row: &Row, k: usize, at: usize) -> bool {
    let (phrase, verb) = (&row.phrases[k], &row.phrases[at]);
    let plain = verb.words.len() == 1 && scene.words.is_plain_speech(scene.lower(verb.head));
    let head = scene.lower(phrase.head);
    let plural = scene.analysis.words[phrase.head].tag.plural;
    let opened = plural || scene.without_article(&phrase.words).len() < phrase.words.len();
    let thing = scene.words.thing_nouns.contains(head) || scene.words.own_texts.contains(head);
    let common = scene.analysis.words[phrase.head].tag.tag == Tag::Noun && !scene.words.is_never_people(head);
    let time = scene.clause(row).is_time(phrase);
    plain && (k + 1 == at || at + 1 == k) && opened && common && !thing && !time
}

/// "La señora, aclaró, fue": a verb between two commas says who speaks elsewhere.
fn is_aside(row: &Row, at: usize) -> bool {
    let comma = |k: usize| row.phrases.get(k).is_some_and(|p| p.kind == PhraseKind::Comma);
    at > 0 && comma(at - 1) && comma(at + 1)
}

/// The noun phrase behind a verb of saying that is its subject: not an object with a preposition, not "that".
fn inverted(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let mut k = at + 1;
    while k < row.phrases.len() {
        match row.phrases[k].kind {
            PhraseKind::Other => k += 1,
            PhraseKind::Preposition if row.phrases.get(k + 1).is_some_and(|p| p.kind == PhraseKind::Preposition) => {
                k += 1
            }
            PhraseKind::Preposition => k += 2,
            PhraseKind::Noun if scene.clause(row).is_time(&row.phrases[k]) || is_day(scene, row, k) => k += 1,
            PhraseKind::Noun => return Some(k).filter(|_| scene.lower(row.phrases[k].words.start) != "that"),
            _ => return None,
        }
    }
    None
}

/// "dijo el domingo el Servicio": a day that is a name as well, written small.
fn is_day(scene: &Scene, row: &Row, k: usize) -> bool {
    let phrase = &row.phrases[k];
    let calendar = Lexicon::of(&scene.analysis.language).is_calendar(scene.lower(phrase.head));
    let small = !scene.analysis.words[phrase.head].capital && phrase.words.len() == 2;
    calendar || small && scene.roster.within(&(phrase.head..phrase.head + 1)).is_some()
}

/// Whether a noun phrase can be credited: an institution, or a noun of bodies and people.
pub fn can_be_credited(scene: &Scene, phrase: &Phrase) -> bool {
    let named = scene.analysis.names_in(&phrase.words).iter().any(|n| n.kind == NameKind::Institution);
    let noun = scene.words.informant_class(scene.lower(phrase.head)).is_some()
        || scene.words.is_person_noun(scene.lower(phrase.head));
    named || noun || is_place(scene, phrase)
}

/// "Moscow": a place that stands for those who govern it.
pub(super) fn is_place(scene: &Scene, phrase: &Phrase) -> bool {
    let whole = |n: &constancia_language::Name| n.kind == NameKind::Place && n.words.len() == phrase.words.len();
    scene.analysis.names_in(&phrase.words).iter().any(whole)
}
