//! Credits without a verb of saying of their own: "according to X", "citing X", documents that show something.
//!
//! Knows the prepositions, joints and documents of credit; who is credited under which name stands in `credit`.

use std::ops::Range;

use constancia_language::tagging::{Tag, VerbForm};

use super::{Credit, Who, name, of_person, own};
use crate::explanation::CreditWay;
use crate::phrases::{Phrase, PhraseKind};
use crate::scene::{Row, Scene};

/// "according to X", "según X", "de acuerdo con X".
pub fn by_preposition(scene: &Scene, row: &Row, at: usize) -> Option<Credit> {
    let noun = opened_by(scene, row, at, &scene.words.according).or_else(|| tally(scene, row, at));
    let noun = noun.or_else(|| seen_in(scene, row, at))?;
    let verb = row.phrases.get(noun + 1).filter(|p| p.kind == PhraseKind::Verb);
    if verb.is_some_and(|p| scene.words.is_speech(scene.lower(p.head))) && scene.analysis.is_spanish() {
        return None;
    }
    let clause = matches!(scene.lower(row.phrases[noun].words.start), "what" | "whom" | "who" | "lo");
    if clause {
        return None;
    }
    let whole = part_of(scene, row, at);
    if row.phrases[noun].words.clone().any(|w| scene.words.pronouns.own.contains(scene.lower(w))) {
        return Some(own::of_outlet(whole));
    }
    let governs = if goes_on(row, at) { row.phrases[at].words.start..whole.end } else { whole };
    Some(Credit { governs, ..resting(scene, row, at, noun)? })
}

/// "In a video shared by a journalist, X was seen": a document that opens the sentence, with whoever spread it.
fn seen_in(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let opens = at == 0 && matches!(scene.lower(row.phrases[0].head), "in" | "on" | "en");
    let noun = row.phrases.get(1).filter(|p| p.kind == PhraseKind::Noun)?;
    (opens && noun.words.len() < 4 && seen_by(scene, row, 1).is_some()).then_some(1)
}

/// "by Alerta Presos' count": the noun phrase of a count that says whose it is.
fn tally(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let by = matches!(scene.lower(row.phrases[at].head), "by" | "on");
    let noun = row.phrases.get(at + 1).filter(|p| p.kind == PhraseKind::Noun)?;
    let whose = noun.words.clone().any(|w| {
        let lower = scene.lower(w);
        matches!(lower, "'s" | "'") || lower.ends_with("s'") || scene.words.pronouns.own.contains(lower)
    });
    let of = row.phrases.get(at + 2).is_some_and(|p| matches!(scene.lower(p.head), "of" | "by"));
    (by && (whose || of) && scene.words.tallies.contains(scene.lower(noun.head))).then_some(at + 1)
}

/// "was arrested and, according to his brother, has not been charged": nothing before the "and" is governed.
fn goes_on(row: &Row, at: usize) -> bool {
    let before = row.phrases[..at].iter().rev().find(|p| p.kind != PhraseKind::Comma);
    before.is_some_and(|p| matches!(p.kind, PhraseKind::Coordinator | PhraseKind::Subordinator))
}

/// The noun phrase behind one of these openings, when one begins at the phrase at `at`.
fn opened_by(scene: &Scene, row: &Row, at: usize, openings: &[String]) -> Option<usize> {
    let start = row.phrases[at].words.start;
    let longest = openings.iter().filter(|o| scene.starts_with(start, row.words.end, o)).max_by_key(|o| o.len())?;
    let from = start + longest.split(' ').count();
    row.phrases.iter().position(|p| p.kind == PhraseKind::Noun && p.words.end > from && p.words.start <= from + 1)
}

/// "The agency, citing the prosecutor's office, reported": whoever is cited takes the place of whoever cites.
pub fn rest_on(scene: &Scene, row: &Row, credits: &mut Vec<Credit>) {
    let Some((at, noun)) =
        (0..row.phrases.len()).find_map(|at| Some((at, opened_by(scene, row, at, &scene.words.citing)?)))
    else {
        return;
    };
    let Some(cited) = resting(scene, row, at, noun) else { return };
    let part = cited.governs.clone();
    let mut citing = false;
    for credit in credits.iter_mut().filter(|c| c.governs.start < part.end && part.start < c.governs.end) {
        citing = true;
        *credit = Credit { verb: credit.verb, denies: credit.denies, governs: credit.governs.clone(), ..cited.clone() };
    }
    if !citing {
        credits.push(cited);
    }
}

/// The credit of whom the noun phrase names, over the whole part of the row.
fn resting(scene: &Scene, row: &Row, at: usize, noun: usize) -> Option<Credit> {
    let (informant, class, person) = name(scene, row, noun)?;
    Some(Credit {
        informant,
        class,
        person,
        verb: None,
        denies: false,
        doubts: false,
        governs: part_of(scene, row, at),
        except: Vec::new(),
        words: Some(row.phrases[noun].words.clone()),
        way: CreditWay::Preposition,
    })
}

/// Whether a document is the subject of a verb by which documents speak: "a certificate shows".
pub fn shows(scene: &Scene, row: &Row, at: usize, verb: usize) -> bool {
    let document = |k: usize| scene.words.documents.contains(scene.lower(row.phrases[k].head));
    scene.words.is_showing(scene.lower(verb))
        && (scene.clause(row).subject(at).into_iter().any(document) || next_is(scene, row, at, document))
}

/// Whether the noun phrase right behind the verb is such a one: "reza el comunicado".
fn next_is(scene: &Scene, row: &Row, at: usize, fits: impl Fn(usize) -> bool) -> bool {
    let noun = row.phrases.get(at + 1).is_some_and(|p| p.kind == PhraseKind::Noun);
    noun && scene.analysis.is_spanish() && fits(at + 1)
}

/// Whether the phrase is a document, and the verb one by which documents speak.
pub fn is_document(scene: &Scene, row: &Row, k: usize, at: usize) -> bool {
    let document = scene.words.documents.contains(scene.lower(row.phrases[k].head));
    document && scene.words.is_showing(scene.lower(row.phrases[at].head))
}

/// "the statement of the Association", "su carta": whose document it is speaks through it.
pub fn author(scene: &Scene, row: &Row, at: usize) -> Option<Who> {
    let phrase = &row.phrases[at];
    let lower = scene.lower(phrase.head);
    if !scene.words.documents.contains(lower) && !scene.words.tallies.contains(lower) {
        return None;
    }
    if let Some(owner) = scene.owner(row, phrase, phrase.head) {
        return Some(of_person(scene, owner, None));
    }
    let [joint, noun, ..] = row.phrases.get(at + 1..)? else { return None };
    let of = matches!(scene.lower(joint.head), "of" | "by" | "from" | "de" | "del");
    let body = noun.kind == PhraseKind::Noun && scene.institution(noun).is_some();
    if of && body { name(scene, row, at + 2) } else { None }
}

/// "a certificate seen by this newspaper": where the words behind a document end that say who has seen it.
pub fn seen_by(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let document = scene.words.documents.contains(scene.lower(row.phrases[at].head));
    let [verb, by, noun, ..] = row.phrases.get(at + 1..)? else { return None };
    let seen = verb.kind == PhraseKind::Verb
        && verb.words.len() == 1
        && matches!(scene.analysis.words[verb.head].tag.verb, Some(VerbForm::Participle | VerbForm::Past));
    let someone = matches!(scene.lower(by.head), "by" | "por") && noun.kind == PhraseKind::Noun;
    (document && seen && someone).then_some(noun.words.end)
}

/// "offered a conference at which she said", "una rueda de prensa en la que sostuvo": the verb of the clause around the one
/// at `at`, whose subject speaks in both; none where the relative clause names a speaker of its own.
pub fn clause_around(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let relative = at.checked_sub(1).filter(|&k| row.phrases[k].kind == PhraseKind::Relative)?;
    let before = (row.words.start..row.phrases[relative].words.start).rev();
    let preposed = before
        .map(|w| scene.analysis.words[w].tag.tag)
        .find(|&tag| tag != Tag::Determiner)
        .is_some_and(|tag| tag == Tag::Adposition);
    (0..relative).rev().find(|&k| row.phrases[k].kind == PhraseKind::Verb).filter(|_| preposed)
}

/// The part of the row between semicolons that holds the phrase at `at`.
pub fn part_of(scene: &Scene, row: &Row, at: usize) -> Range<usize> {
    let stop = |p: &&Phrase| p.kind == PhraseKind::Stop && scene.lower(p.head) == ";";
    let start = row.phrases[..at].iter().rfind(|p| stop(p)).map_or(row.words.start, |p| p.words.end);
    let end = row.phrases[at..].iter().find(stop).map_or(row.words.end, |p| p.words.start);
    start..end
}
