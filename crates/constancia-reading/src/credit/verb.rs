//! Credits by a verb of saying, denying or counting: "her lawyer said", "negó que", "the group lists 53".
//!
//! Knows which verbs credit and when; who speaks and what is governed is asked of others.

use constancia_language::tagging::{Tag, VerbForm};
use constancia_model::Status;

use super::name::name;
use super::reach::governed;
use super::resumption::{Former, goes_on, introduced, it, unnamed_speaker};
use super::speaker::speaker;
use super::{Credit, own, sources};
use crate::explanation::CreditWay;
use crate::phrases::{Phrase, PhraseKind};
use crate::scene::{Row, Scene};

pub(super) fn by_verb(scene: &Scene, row: &Row, at: usize, former: &Former) -> Option<Credit> {
    let phrase = &row.phrases[at];
    let verb = crediting(scene, row, at).filter(|&verb| !credits_nobody(scene, row, at, verb))?;
    let doubted = phrase.words.start..row.words.end.min(phrase.words.end + 2);
    let credit = |(informant, class, person), governs, speaker: Option<usize>| Credit {
        informant,
        class,
        person,
        verb: Some(verb),
        denies: scene.words.is_denial(scene.lower(verb)) && !is_negated(scene, phrase),
        doubts: scene.find(&doubted, &scene.words.doubt_phrases).is_some(),
        governs,
        except: Vec::new(),
        words: speaker.map(|k| row.phrases[k].words.clone()),
        way: CreditWay::Verb,
    };
    let Some((speaker, before)) = speaker(scene, row, at) else {
        let who = unnamed_speaker(scene, row, at, former)?;
        return Some(credit(who, governed(scene, row, at, at, true)?, None));
    };
    let holding = verb < phrase.head;
    let behind = || Some(verb + 1..sources::part_of(scene, row, at).end);
    let governs = if holding { behind() } else { governed(scene, row, at, speaker, before) }?;
    let who = goes_on(scene, row, speaker, former)
        .or_else(|| it(scene, row, speaker, former))
        .or_else(|| introduced(scene, row, speaker, former))
        .or_else(|| name(scene, row, speaker))?;
    Some(credit(who, governs, Some(speaker)))
}

/// The verb of the group that credits its subject; it ends its group, but for a denial: "denied holding him".
fn crediting(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let phrase = &row.phrases[at];
    let says = |w: usize| {
        scene.words.is_speech(scene.lower(w))
            || scene.words.is_counting(scene.lower(w)) && counts_people(scene, row, w)
            || gives_figure(scene, row, at)
            || sources::shows(scene, row, at, w)
    };
    let verb = phrase.words.clone().rev().find(|&w| says(w)).filter(|_| phrase.kind == PhraseKind::Verb)?;
    let holding = scene.words.is_denial(scene.lower(verb)) && verb < phrase.head;
    (verb == phrase.head || holding).then_some(verb)
}

/// Whether the verb credits nobody by its form, its subject or for want of anything said.
fn credits_nobody(scene: &Scene, row: &Row, at: usize, verb: usize) -> bool {
    let lower = scene.lower(verb);
    let form = scene.analysis.words[verb].tag.verb;
    let adding = matches!(lower, "adding" | "saying" | "claiming" | "insisting");
    let dependent = form == Some(VerbForm::Infinitive) || form == Some(VerbForm::Gerund) && !adding;
    let charges = scene.frames.verb(lower).iter().any(|e| scene.frames.get(e.frame).status == Status::Charged);
    let counts = gives_figure(scene, row, at) || scene.words.is_counting(lower) && counts_people(scene, row, verb);
    let empty = || is_negated(scene, &row.phrases[at]) || !has_content(scene, row, at);
    let bare = scene.words.needs_clause(lower) && !counts && empty();
    let others = is_told(scene, row, at, verb) || own::says_itself(scene, row, at) || nobody_says(scene, row, at);
    dependent || others || charges && !quotes_follow(row, at) || bare
}

fn is_negated(scene: &Scene, phrase: &Phrase) -> bool {
    phrase.words.clone().any(|w| scene.words.negations.contains(scene.lower(w)))
}

/// "The family was told", "were named as": whoever is spoken to or of does not speak.
pub fn is_told(scene: &Scene, row: &Row, at: usize, verb: usize) -> bool {
    let be = |w: usize| {
        matches!(scene.lower(w), "was" | "were" | "been" | "being" | "be" | "is" | "are" | "fue" | "fueron" | "sido")
    };
    let participle = scene.analysis.words[verb].tag.verb == Some(VerbForm::Participle);
    participle && (row.phrases[at].words.start..verb).any(be)
}

/// "sin que nadie le dijera", "nobody told the family".
fn nobody_says(scene: &Scene, row: &Row, at: usize) -> bool {
    let start = row.phrases[at].words.start;
    let nobody = |w: usize| matches!(scene.lower(w), "nobody" | "none" | "nadie" | "ninguno" | "ninguna");
    (row.words.start.max(start.saturating_sub(2))..start).any(nobody)
}

/// A number right behind a verb of counting: "lists 53 people".
fn counts_people(scene: &Scene, row: &Row, verb: usize) -> bool {
    let number = |w: usize| scene.analysis.words[w].tag.tag == Tag::Number;
    let thing = |w: usize| scene.analysis.words.get(w + 1).is_some_and(|next| scene.words.is_never_people(&next.lower));
    (verb + 1..(verb + 6).min(row.words.end)).any(|w| number(w) && !thing(w))
}

/// "still use the figure of 60,000": whoever gives a figure is credited with it.
fn gives_figure(scene: &Scene, row: &Row, at: usize) -> bool {
    let figure = row.phrases.get(at + 1).is_some_and(|p| {
        p.kind == PhraseKind::Noun && scene.words.figures.contains(scene.lower(p.head)) && p.words.len() < 4
    });
    let be = crate::clause::is_be(scene.lower(row.phrases[at].head));
    figure && !be && counts_people(scene, row, row.phrases[at + 1].words.end - 1)
}

/// Whether a quotation or a quoted fragment stands behind the verb: "accused them of “lying”".
fn quotes_follow(row: &Row, at: usize) -> bool {
    row.phrases[at..].iter().any(|p| matches!(p.kind, PhraseKind::Quote(_)))
}

/// Whether a clause hangs on the verb or the row quotes something: "demanded that", not "demanded the release of".
fn has_content(scene: &Scene, row: &Row, at: usize) -> bool {
    let clause = row.phrases[at + 1..].iter().take(2).any(|p| {
        let joint = matches!(scene.lower(p.words.start), "that" | "que" | "if" | "whether" | "si");
        joint || scene.words.questions.contains(scene.lower(p.words.start))
    });
    let said = |p: &Phrase| p.words.clone().any(|w| scene.words.is_plain_speech(scene.lower(w)));
    clause || said(&row.phrases[at]) || row.phrases.iter().any(|p| is_quoting(scene, p))
}

fn is_quoting(scene: &Scene, phrase: &Phrase) -> bool {
    matches!(phrase.kind, PhraseKind::Quote(_)) || matches!(scene.lower(phrase.words.start), "“" | "«" | "\"")
}
