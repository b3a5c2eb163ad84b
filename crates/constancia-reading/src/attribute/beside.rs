//! The words beside a name that say who somebody is: before it in its phrase, in apposition on either side.

use std::ops::Range;

use constancia_language::tagging::Tag;

use super::Beside;
use super::apposition::{apposition, closes_bracket, participle_aside};
use super::value::{is_role_noun, strip_possessive};
use crate::explanation::{Rule, Way};
use crate::phrases::PhraseKind;
use crate::reached::Reached;
use crate::scene::{Row, Scene};

/// Nouns before a name in its phrase, in apposition behind it, or in a phrase before it with a comma between.
pub(super) fn beside_names(scene: &Scene, row: &Row) -> Vec<Beside> {
    let mut found = Vec::new();
    let mentions = scene.roster.mentions_in(&row.words).to_vec();
    for mention in mentions {
        let Some(at) = row.phrase_at(mention.words.start) else { continue };
        if row.phrases[at].kind != PhraseKind::Noun {
            continue;
        }
        let person = Reached::named(mention.person, mention.words.clone(), Way::Itself);
        let beside = |words| Beside { person: person.clone(), words, rule: Rule::BesideName };
        found.extend(prefix(scene, row, at, &mention.words).map(beside));
        found.extend(behind(scene, row, at, &mention.words).into_iter().map(beside));
        found.extend(before(scene, row, at, &mention.words).map(beside));
        found.extend(before_participle(scene, row, at, &mention.words).map(beside));
    }
    found
}

/// "el estudiante desaparecido X": the noun before a participle before the name.
fn before_participle(scene: &Scene, row: &Row, at: usize, name: &Range<usize>) -> Option<Range<usize>> {
    let [noun, participle] = row.phrases[..at].last_chunk::<2>()?;
    let single =
        participle.kind == PhraseKind::Verb && participle_aside(scene, participle) && participle.words.len() == 1;
    let role = noun.kind == PhraseKind::Noun && is_role_noun(scene, noun.head);
    let plural = scene.analysis.words[noun.head].tag.plural || scene.roster.within(&noun.words).is_some();
    let fits = scene.analysis.is_spanish() && single && role && !plural && row.phrases[at].words.start == name.start;
    fits.then(|| strip_possessive(scene, scene.without_article(&noun.words)))
}

/// "the Irish priest X", "Ministry spokesman X", "la enfermera X".
fn prefix(scene: &Scene, row: &Row, at: usize, name: &Range<usize>) -> Option<Range<usize>> {
    let phrase = &row.phrases[at];
    let words = scene.without_article(&(phrase.words.start..name.start.max(phrase.words.start)));
    let words = strip_possessive(scene, words);
    let noun = words.clone().any(|w| is_role_noun(scene, w));
    let words = with_coordinated(scene, row, at, words);
    (!words.is_empty() && noun).then_some(words)
}

/// "Rapper and activist X": the role before the "and" belongs to the same name, when nothing but an article opens it.
fn with_coordinated(scene: &Scene, row: &Row, at: usize, words: Range<usize>) -> Range<usize> {
    let Some([first, joint]) = row.phrases[..at].last_chunk::<2>() else { return words };
    let bare = words.start == row.phrases[at].words.start;
    let joins = joint.kind == PhraseKind::Coordinator && first.kind == PhraseKind::Noun;
    let inner = scene.without_article(&first.words);
    let role = inner.clone().all(|w| is_role_noun(scene, w) || scene.analysis.words[w].tag.tag == Tag::Adjective);
    let single = !scene.analysis.words[first.head].tag.plural && is_role_noun(scene, first.head);
    if bare && joins && role && single { inner.start..words.end } else { words }
}

/// Appositions behind a name: ", 44, a nurse from Pyay," and "(26, engineering student)".
fn behind(scene: &Scene, row: &Row, at: usize, name: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if name.end < row.phrases[at].words.end {
        return found;
    }
    let mut k = at + 1;
    while row.phrases.get(k).is_some_and(|p| p.kind == PhraseKind::Comma) {
        k += usize::from(closes_bracket(scene, row, k));
        let Some(part) = apposition(scene, row, k + 1) else { break };
        k = part.1;
        found.push(part.0);
        if found.len() > 3 {
            break;
        }
    }
    found
}

/// "Spain's foreign minister, X," and "The lawyer, X,".
fn before(scene: &Scene, row: &Row, at: usize, name: &Range<usize>) -> Option<Range<usize>> {
    if at < 2 || row.phrases[at - 1].kind != PhraseKind::Comma || row.phrases[at].words.start != name.start {
        return None;
    }
    let closes = row
        .phrases
        .get(at + 1)
        .is_none_or(|p| !matches!(p.kind, PhraseKind::Coordinator) && scene.analysis.words[p.head].lower != "and");
    let mut start = at - 2;
    while start >= 2
        && row.phrases[start].kind == PhraseKind::Noun
        && row.phrases[start - 1].kind == PhraseKind::Preposition
        && row.phrases[start - 2].kind == PhraseKind::Noun
    {
        start -= 2;
    }
    let head = &row.phrases[start];
    let named = (start..at - 1).any(|k| scene.roster.within(&row.phrases[k].words).is_some() && k == start);
    let noun =
        head.kind == PhraseKind::Noun && is_role_noun(scene, head.head) && !scene.analysis.words[head.head].tag.plural;
    let words = strip_possessive(scene, scene.without_article(&(head.words.start..row.phrases[at - 2].words.end)));
    (closes && noun && (!named || has_possessor(scene, &head.words))).then_some(words)
}

fn has_possessor(scene: &Scene, words: &Range<usize>) -> bool {
    words.clone().any(|w| scene.lower(w) == "'s")
}
