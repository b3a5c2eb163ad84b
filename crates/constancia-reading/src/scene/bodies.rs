//! Names that no person bears, where the names are taken for persons': of outlets and bodies, by a word of their own or by
//! the words before them.
//!
//! Knows words and marks; knows no person.

use std::collections::BTreeSet;
use std::ops::Range;

use constancia_language::tagging::lists;
use constancia_language::{Analysis, Name, NameKind, fold};
use constancia_model::InformantClass;

use crate::words::Words;

/// Names of bodies that stand as persons become those of bodies, wherever the text names them so.
pub(super) fn correct_names(analysis: &mut Analysis, words: &Words) {
    let persons = || analysis.names.iter().filter(|name| name.kind == NameKind::Person);
    let of_body = |name: &&Name| is_of_body(analysis, words, &name.words);
    let bodies: BTreeSet<Vec<String>> = persons().filter(of_body).map(|name| parts(analysis, &name.words)).collect();
    if bodies.is_empty() {
        return;
    }
    let kept = persons().map(|name| parts(analysis, &name.words)).filter(|parts| !bodies.contains(parts));
    let kept: BTreeSet<String> = kept.filter(|parts| parts.len() > 1).flatten().collect();
    let short = |parts: &[String]| {
        let held = bodies.iter().any(|body| parts.iter().all(|part| body.contains(part)));
        held && !parts.iter().any(|part| kept.contains(part))
    };
    let found: Vec<bool> = analysis
        .names
        .iter()
        .map(|name| {
            let parts = parts(analysis, &name.words);
            name.kind == NameKind::Person && (bodies.contains(&parts) || short(&parts))
        })
        .collect();
    for (name, _) in analysis.names.iter_mut().zip(found).filter(|(_, body)| *body) {
        name.kind = NameKind::Institution;
    }
}

fn parts(analysis: &Analysis, words: &Range<usize>) -> Vec<String> {
    analysis.words[words.clone()].iter().filter(|w| w.capital).map(|w| fold(&w.lower)).collect()
}

fn is_of_body(analysis: &Analysis, words: &Words, name: &Range<usize>) -> bool {
    let run = &analysis.words[name.clone()];
    let first_name = lists::first_name(run[0].of(analysis.text)).is_some();
    let called = run.len() > 1 && !first_name && words.body_words.contains(&run[run.len() - 1].lower);
    called || behind_its_kind(analysis, words, name) || has_an_article(analysis, name) || is_of_dateline(analysis, name)
}

/// "the radio station Djoliba FM", "el semanario La Bahía": a noun of bodies right before the name.
fn behind_its_kind(analysis: &Analysis, words: &Words, name: &Range<usize>) -> bool {
    let Some(before) = name.start.checked_sub(1).map(|at| &analysis.words[at]) else { return false };
    let class = words.informant_class(&before.lower);
    let body = matches!(class, Some(InformantClass::Organisation | InformantClass::Outlet));
    let person = words.is_person_noun(&before.lower) || words.documents.contains(&before.lower);
    !before.capital && !before.tag.plural && body && !person
}

/// "the Valley Courier": an English article right before a name whose first word is no first name.
fn has_an_article(analysis: &Analysis, name: &Range<usize>) -> bool {
    let article = name.start.checked_sub(1).is_some_and(|at| analysis.words[at].lower == "the");
    let first = &analysis.words[name.start];
    article && name.len() > 1 && !analysis.is_spanish() && lists::first_name(first.of(analysis.text)).is_none()
}

/// "CONAKRY (Lagoon Wire) — ": brackets before the dash that opens a report.
fn is_of_dateline(analysis: &Analysis, name: &Range<usize>) -> bool {
    let mark = |at: usize, marks: &[&str]| analysis.words.get(at).is_some_and(|w| marks.contains(&w.lower.as_str()));
    let opened = name.start.checked_sub(1).is_some_and(|at| mark(at, &["("]));
    let close = (name.end..name.end + 3).find(|&at| mark(at, &[")"]));
    let near = analysis.blocks.iter().any(|b| b.tokens.contains(&name.start) && name.start < b.tokens.start + 8);
    let dash = |close: usize| mark(close + 1, &["—", "–", "-", "--", ".-", "."]);
    opened && near && close.is_some_and(dash)
}
