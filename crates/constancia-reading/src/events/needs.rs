//! What a frame needs beside its words, and the reason told where it is missing.

use std::ops::Range;

use constancia_language::tagging::Tag;
use constancia_language::{NameKind, TokenKind};

use super::agent::by_agent;
use super::custody::{amid_custody, has_custody, in_custody_context, inside_follows, leaves_custody, to_custody};
use super::object::{has_clitic, has_pronoun};
use crate::clause::Voice;
use crate::frames::{Frame, Need};
use crate::phrases::PhraseKind;
use crate::refusal::Reason;
use crate::scene::{Row, Scene};

/// Checks what the frame needs beside it.
pub(super) fn needs(
    scene: &Scene,
    row: &Row,
    at: usize,
    words: &Range<usize>,
    frame: &Frame,
    voice: Voice,
) -> Result<(), Reason> {
    let Some(need) = frame.needs else { return Ok(()) };
    let behind = words.end..clause_end(row, at);
    let whole = row.words.clone();
    let holds = match need {
        Need::OffStage => !behind.clone().any(|w| scene.words.stages.contains(scene.lower(w))),
        Need::Custody => has_custody(scene, &behind),
        Need::CustodyDestination => to_custody(scene, row, at, &behind),
        Need::CustodyOrTerms => leaves_custody(scene, row, words, &behind),
        Need::KnownInCustody => true,
        Need::AmidCustody => leaves_custody(scene, row, words, &behind) || amid_custody(scene, row),
        Need::CustodyInside => inside_follows(scene, words.end, row.words.end) || inside_before(scene, row, at),
        Need::SpentInside => {
            has_duration(scene, &behind)
                && (has_custody(scene, &behind) || scene.find(&behind, &scene.words.inside_phrases).is_some())
        }
        Need::Destination => has_destination(scene, row, at, &behind),
        Need::Years => years_follow(scene, words, row),
        Need::Charge => is_charge(scene, row, at, words, &behind, voice),
        Need::Exchange => in_exchange(scene, row),
        Need::Taker => has_taker(scene, row) || voice == Voice::Passive && taken_out(scene, &behind),
        Need::TakerActs => taker_acts(scene, row, at, words, voice),
        Need::TakenAway => taken_away(scene, row, at, words),
        Need::ReleaseList => scene
            .find(&whole, &["released".to_owned(), "freed".to_owned(), "let go".to_owned(), "out".to_owned()])
            .is_some(),
        Need::CustodyContext => in_custody_context(scene, row),
    };
    if holds { Ok(()) } else { Err(reason(need)) }
}

/// "En Tacumbú están A y B": a place of custody opens the clause, and the verb follows.
fn inside_before(scene: &Scene, row: &Row, at: usize) -> bool {
    let [preposition, place] = row.phrases[at.saturating_sub(2)..at].iter().collect::<Vec<_>>()[..] else {
        return false;
    };
    let opens =
        at == 2 || matches!(row.phrases[at - 3].kind, PhraseKind::Stop | PhraseKind::Comma | PhraseKind::Coordinator);
    let inside = scene.words.inside_prepositions.contains(scene.lower(preposition.head));
    let held = place.kind == PhraseKind::Noun && has_custody(scene, &place.words);
    scene.analysis.is_spanish() && opens && inside && held
}

fn reason(need: Need) -> Reason {
    match need {
        Need::Custody
        | Need::CustodyDestination
        | Need::CustodyOrTerms
        | Need::AmidCustody
        | Need::KnownInCustody
        | Need::CustodyInside
        | Need::SpentInside => Reason::NoCustody,
        Need::OffStage => Reason::AnotherField,
        Need::Destination => Reason::NoDestination,
        Need::Years => Reason::NoSentence,
        Need::Charge => Reason::NoOffence,
        Need::Exchange => Reason::NoExchange,
        Need::Taker | Need::TakerActs | Need::TakenAway => Reason::NotTakenAway,
        Need::ReleaseList => Reason::NoList,
        Need::CustodyContext => Reason::DeathNotInCustody,
    }
}

/// The end of the clause that begins at the phrase `at`: the next verb with a subject of its own, or a stop.
pub(super) fn clause_end(row: &Row, at: usize) -> usize {
    let rest = &row.phrases[at + 1..];
    let stop = rest.iter().position(|p| matches!(p.kind, PhraseKind::Stop | PhraseKind::Quote(_)));
    let joint = rest.windows(2).position(|pair| {
        matches!(pair[0].kind, PhraseKind::Coordinator | PhraseKind::Subordinator | PhraseKind::Comma)
            && pair[1].kind == PhraseKind::Verb
    });
    let end = [stop, joint].into_iter().flatten().min();
    end.map_or(row.words.end, |steps| rest[steps].words.start)
}

fn has_duration(scene: &Scene, words: &Range<usize>) -> bool {
    if words.is_empty() {
        return false;
    }
    let span = scene.span(words);
    scene.analysis.durations.iter().any(|d| span.contains(d.span))
}

/// "to Yare II", "a la prisión de Grodno", "from A to B".
pub(super) fn has_destination(scene: &Scene, row: &Row, at: usize, behind: &Range<usize>) -> bool {
    let to = row.phrases.iter().enumerate().find(|(k, p)| {
        *k > at
            && behind.contains(&p.words.start)
            && p.kind == PhraseKind::Preposition
            && matches!(scene.lower(p.head), "to" | "a" | "al" | "hasta" | "into" | "hacia" | "desde" | "from" | "de")
    });
    let noun = to.and_then(|(k, _)| row.phrases.get(k + 1));
    let placed = noun.is_some_and(|p| {
        let name = scene.analysis.names_in(&p.words).iter().any(|n| n.kind != NameKind::Person);
        name || p.words.clone().any(|w| {
            scene.words.custody_nouns.contains(scene.lower(w))
                || matches!(scene.lower(w), "hospital" | "centre" | "center" | "clinic" | "court")
        })
    });
    placed || has_custody(scene, behind)
}

/// "ten years", "penas de entre tres y doce años" right behind the verb, in a sentence about courts or custody.
fn years_follow(scene: &Scene, words: &Range<usize>, row: &Row) -> bool {
    let near = words.end..(words.end + 9).min(row.words.end);
    if near.is_empty() {
        return false;
    }
    let span = scene.span(&near);
    let long = scene.analysis.durations.iter().any(|d| span.overlaps(d.span) && (d.days >= 28));
    let bare =
        near.clone().take(2).any(|w| scene.analysis.words[w].tag.tag == Tag::Number) && about_sentences(scene, row);
    long || bare
}

/// Whether this row or the one before speaks of sentences.
fn about_sentences(scene: &Scene, row: &Row) -> bool {
    let start = row.words.start.saturating_sub(25);
    (start..row.words.end).any(|w| {
        let lower = scene.lower(w);
        ["sentenc", "conden", "convict", "sanci", "pena", "years", "años"].iter().any(|stem| lower.starts_with(stem))
    })
}

/// An offence stands behind, and nothing that one can be charged with without a court.
fn is_charge(scene: &Scene, row: &Row, at: usize, words: &Range<usize>, behind: &Range<usize>, voice: Voice) -> bool {
    let near = words.start..behind.end.min(words.end + 16).max(words.end);
    let lower = scene.lower(words.start);
    let accuse = ["accus", "acus", "charg"].iter().any(|stem| lower.starts_with(stem));
    let isms = |w: usize| ["ism", "ismo"].iter().any(|end| scene.lower(w).ends_with(end));
    let listed = |w: usize| scene.words.crimes.contains(scene.lower(w)) || is_code(scene, w) || isms(w);
    let offence = near.clone().skip(1).any(listed);
    let none = scene.find(&near, &scene.words.no_crimes).is_some();
    let court =
        row.words.clone().any(|w| scene.words.courts.iter().any(|stem| scene.lower(w).starts_with(stem.as_str())));
    let formal = !accuse || lower.starts_with("charg") || court || voice != Voice::Active;
    let theirs = lower.ends_with("ron") || lower.ends_with('n') && has_clitic(scene, row, at);
    let impersonal = scene.analysis.is_spanish() && theirs && scene.clause(row).subject(at).is_empty();
    if none {
        return offence;
    }
    offence && (formal || impersonal) || !accuse && !none && (court || voice != Voice::Active)
}

/// "505A", "article 58".
fn is_code(scene: &Scene, word: usize) -> bool {
    let w = &scene.analysis.words[word];
    w.kind == TokenKind::Figure && w.lower.ends_with(|c: char| c.is_ascii_alphabetic())
}

fn in_exchange(scene: &Scene, row: &Row) -> bool {
    let start = row.words.start.saturating_sub(60);
    scene.find(&(start..row.words.end), &scene.words.exchange_context).is_some()
}

/// "agents took him from": somebody who takes people away is named.
fn has_taker(scene: &Scene, row: &Row) -> bool {
    row.words.clone().any(|w| scene.words.takers.iter().any(|stem| scene.lower(w).starts_with(stem.as_str())))
}

/// "soldiers took her nephew", "he was taken by police": somebody who takes people away is the one who acts, and leads to no
/// place, no doctor and no count of people.
fn taker_acts(scene: &Scene, row: &Row, at: usize, words: &Range<usize>, voice: Voice) -> bool {
    let taker = |k: &usize| {
        let taker = |w: usize| scene.words.takers.iter().any(|stem| scene.lower(w).starts_with(stem.as_str()));
        row.phrases[*k].words.clone().any(taker)
    };
    let acts = match voice {
        Voice::Active => scene.clause(row).subject(at).iter().any(taker),
        _ => by_agent(scene, row, at).is_some_and(|k| taker(&k)),
    };
    let near = words.end..(words.end + 6).min(row.words.end);
    let elsewhere = near.clone().any(|w| matches!(scene.lower(w), "to" | "into" | "part" | "place" | "over" | "out"));
    acts && !elsewhere && !near.into_iter().any(|w| scene.words.care.contains(scene.lower(w)))
}

/// "was taken off a train", "was taken from her house": out of where people live and travel, and to no doctor.
fn taken_out(scene: &Scene, behind: &Range<usize>) -> bool {
    let near = behind.start..behind.end.min(behind.start + 5);
    let to_care = behind.clone().any(|w| scene.words.care.contains(scene.lower(w)));
    near.into_iter().any(|w| scene.words.taken_from.contains(scene.lower(w))) && !to_care
}

/// "se lo llevaron", "la sacaron de su casa": taken away, by somebody or by nobody named.
fn taken_away(scene: &Scene, row: &Row, at: usize, words: &Range<usize>) -> bool {
    let lower = scene.lower(words.start);
    let away = row.phrases[at].words.clone().any(|w| scene.lower(w) == "se");
    let seized = ["sac", "agarr", "intercept"].iter().any(|stem| lower.starts_with(stem));
    let from = row.words.clone().any(|w| scene.words.taken_from.contains(scene.lower(w)));
    let them = lower.ends_with("ron") && has_pronoun(scene, row, at);
    let out = words.end..(words.end + 5).min(row.words.end);
    if lower.starts_with("sac") && has_custody(scene, &out) {
        return false;
    }
    (away || seized) && (has_taker(scene, row) || lower.ends_with("ron") && (from || away) || seized && them)
}
