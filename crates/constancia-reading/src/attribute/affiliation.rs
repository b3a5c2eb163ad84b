//! Attributes of belonging: "X of the Green Union party", "miembro de", "who reports for the Jaffna Courier".
//!
//! Knows parties, members and work; what a role is called stands in `attribute`.

use std::ops::Range;

use constancia_language::NameKind;
use constancia_model::AttributeField;

use super::statement;
use crate::explanation::{Explained, Rule};
use crate::phrases::{Phrase, PhraseKind};
use crate::reached::Reached;
use crate::roster::PersonId;
use crate::scene::{Row, Scene};

/// The affiliations that a row tells.
pub fn statements(scene: &Scene, row: &Row) -> Vec<Explained> {
    let found = (0..row.phrases.len()).filter_map(|at| match row.phrases[at].kind {
        PhraseKind::Noun => belongs(scene, row, at),
        PhraseKind::Verb => works(scene, row, at),
        _ => None,
    });
    let said = |(person, words): (PersonId, Range<usize>)| {
        let person = Reached::nearest(scene, person, words.start);
        let value = scene.text(&words);
        statement(scene, &Rule::BesideName, words.clone(), &person, AttributeField::Affiliation, value, &words)
    };
    found.filter_map(said).collect()
}

/// "X of the Green Union party", "X, militante del partido Tierra y Libertad".
fn belongs(scene: &Scene, row: &Row, at: usize) -> Option<(PersonId, Range<usize>)> {
    let phrase = &row.phrases[at];
    let joint = row.phrases.get(at + 1).filter(|p| matches!(scene.lower(p.head), "of" | "de" | "del" | "from"))?;
    let member = scene.words.members.contains(scene.lower(phrase.head));
    let named = scene.roster.within(&phrase.words).filter(|_| !member);
    let body = body(scene, row, at + 2, false).filter(|_| joint.kind == PhraseKind::Preposition)?;
    let party = body.clone().any(|w| scene.words.parties.contains(scene.lower(w)));
    let described = || member.then(|| described(scene, row, at)).flatten();
    let person = named.filter(|_| party).or_else(described)?;
    Some((person, body))
}

/// The person whom the noun at `at` describes: named behind it in its phrase, in apposition, or the subject of "is".
fn described(scene: &Scene, row: &Row, at: usize) -> Option<PersonId> {
    let copula =
        at.checked_sub(1).filter(|&v| row.phrases[v].kind == PhraseKind::Verb && row.phrases[v].words.len() == 1);
    match copula.filter(|&v| crate::clause::is_be(scene.lower(row.phrases[v].head))) {
        Some(verb) => scene.clause(row).subject(verb).iter().find_map(|&k| scene.persons(row, k).first().copied()),
        None => scene.persons(row, at).first().copied(),
    }
}

/// ", who reports for the Jaffna Courier,".
fn works(scene: &Scene, row: &Row, at: usize) -> Option<(PersonId, Range<usize>)> {
    let relative = row.phrases.get(at.checked_sub(1)?)?.kind == PhraseKind::Relative;
    let works = scene.words.working.contains(scene.lower(row.phrases[at].head)) && row.phrases[at].words.len() == 1;
    let joint = row.phrases.get(at + 1).filter(|p| matches!(scene.lower(p.head), "for" | "with" | "para" | "en"))?;
    let body = body(scene, row, at + 2, true).filter(|_| relative && works && joint.kind == PhraseKind::Preposition)?;
    let person = scene.clause(row).subject(at).iter().find_map(|&k| scene.persons(row, k).first().copied())?;
    Some((person, body))
}

/// The words of a body with a name, of a party or an institution unless `any` will do: of its phrase, and what belongs to the name behind it.
fn body(scene: &Scene, row: &Row, k: usize, any: bool) -> Option<Range<usize>> {
    let phrase = row.phrases.get(k).filter(|p| p.kind == PhraseKind::Noun)?;
    let name = scene.analysis.names_in(&phrase.words).iter().rfind(|n| n.kind != NameKind::Person)?.words.clone();
    let party = phrase.words.clone().any(|w| scene.words.parties.contains(scene.lower(w)));
    let institution = scene.analysis.names_in(&phrase.words).iter().any(|n| n.kind == NameKind::Institution);
    let words = scene.without_article(&phrase.words);
    let end = name_end(scene, row, k).max(name.end);
    let kind = |w: usize| scene.analysis.words.get(w).is_some_and(|word| scene.words.parties.contains(&word.lower));
    let end = end + usize::from(end == phrase.words.end && kind(end) && !scene.analysis.is_spanish());
    (party || institution || any).then(|| words.start..end.max(words.end))
}

/// "Tierra y Libertad": a name that goes on behind "and" with a capital.
pub fn name_end(scene: &Scene, row: &Row, k: usize) -> usize {
    let end = row.phrases[k].words.end;
    let [joint, noun, ..] = row.phrases.get(k + 1..).unwrap_or_default() else { return end };
    let capital = |p: &Phrase| p.kind == PhraseKind::Noun && p.words.clone().all(|w| scene.analysis.words[w].capital);
    let goes_on = matches!(scene.lower(joint.head), "y" | "e" | "and") && capital(noun);
    if goes_on && scene.roster.within(&noun.words).is_none() { noun.words.end } else { end }
}
