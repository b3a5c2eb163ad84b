//! Roles that several persons share: "the journalists A and B", "two local reporters, A and B,", "A and B, both nurses,".

use std::ops::Range;

use constancia_language::tagging::Tag;
use constancia_model::AttributeField;

use super::statement;
use crate::explanation::{Explained, Rule, Way};
use crate::phrases::PhraseKind;
use crate::reached::Reached;
use crate::roster::Mention;
use crate::scene::{Row, Scene};

/// The roles that a plural noun of this row gives to everybody named beside it.
pub(super) fn statements(scene: &mut Scene, row: &Row) -> Vec<Explained> {
    let mut found = Vec::new();
    for at in 0..row.phrases.len() {
        let Some((noun, role)) = plural_role(scene, row, at) else { continue };
        for mention in sharers(scene, row, at, noun) {
            let person = Reached::named(mention.person, mention.words.clone(), Way::Itself);
            let words = noun..noun + 1;
            let field = AttributeField::Role;
            found.extend(statement(scene, &Rule::BesideName, words.clone(), &person, field, role.clone(), &words));
            scene.roster.learn_role(mention.person, &role, scene.words);
        }
    }
    found
}

/// The plural noun of a phrase that names what people do, with its singular.
fn plural_role(scene: &Scene, row: &Row, at: usize) -> Option<(usize, String)> {
    let phrase = row.phrases.get(at).filter(|p| p.kind == PhraseKind::Noun)?;
    let named = scene.roster.mentions_in(&phrase.words).first().map_or(phrase.words.end, |m| m.words.start);
    let noun = (phrase.words.start..named).rfind(|&w| scene.analysis.words[w].tag.tag == Tag::Noun)?;
    let lower = scene.lower(noun);
    let role = singulars(lower).find(|one| scene.is_listed_role(one))?;
    let plural = scene.analysis.words[noun].tag.plural || lower != role;
    (plural && !scene.words.people["held"].contains(lower)).then_some((noun, role))
}

/// What the singular of a plural may be.
pub(super) fn singulars(plural: &str) -> impl Iterator<Item = String> {
    let endings = [("ies", "y"), ("women", "woman"), ("men", "man"), ("es", ""), ("s", "")];
    endings.into_iter().filter_map(|(end, one)| plural.strip_suffix(end).map(|stem| format!("{stem}{one}")))
}

/// Who is named beside the noun: behind it, or, behind "both" and "all", before it.
pub(super) fn sharers(scene: &Scene, row: &Row, at: usize, noun: usize) -> Vec<Mention> {
    let phrase = &row.phrases[at];
    let comma = |k: usize| row.phrases.get(k).is_some_and(|p| p.kind == PhraseKind::Comma);
    let first = scene.lower(phrase.words.start);
    if at > 0 && comma(at - 1) && matches!(first, "both" | "all" | "ambos" | "ambas" | "todos" | "todas") {
        let before = named_side_by_side(scene, row, row.words.start..phrase.words.start);
        let two = matches!(first, "both" | "ambos" | "ambas");
        return before.into_iter().rev().take(if two { 2 } else { usize::MAX }).collect();
    }
    let inside = !scene.roster.mentions_in(&(noun + 1..noun + 2)).is_empty();
    let stop = row.phrases.get(at + 1).is_some_and(|p| p.kind == PhraseKind::Stop);
    if !(inside || noun + 1 == phrase.words.end && (comma(at + 1) || stop)) {
        return Vec::new();
    }
    let named = names_until_verb(scene, row, noun + 1, at + 1);
    let begins = named.first().is_some_and(|m| m.words.start <= noun + 2);
    if named.len() > 1 && begins { named } else { Vec::new() }
}

/// Several names in apposition that begins with the comma at `k`.
pub(super) fn named_behind(scene: &Scene, row: &Row, k: usize) -> Vec<Mention> {
    let Some([comma, name, ..]) = row.phrases.get(k..) else { return Vec::new() };
    let named = names_until_verb(scene, row, name.words.start, k);
    let begins = named.first().is_some_and(|m| m.words.start == name.words.start);
    if comma.kind == PhraseKind::Comma && named.len() > 1 && begins { named } else { Vec::new() }
}

/// The names side by side from this word up to the first phrase, from `k` on, that no list goes over.
fn names_until_verb(scene: &Scene, row: &Row, word: usize, k: usize) -> Vec<Mention> {
    let end = row.phrases[k.min(row.phrases.len())..].iter().find(|p| !joins(p.kind));
    named_side_by_side(scene, row, word..end.map_or(row.words.end, |p| p.words.start))
}

fn joins(kind: PhraseKind) -> bool {
    matches!(kind, PhraseKind::Noun | PhraseKind::Comma | PhraseKind::Coordinator | PhraseKind::Stop)
}

/// The names within these words that are items of a list: each begins its phrase or ends the first one.
fn named_side_by_side(scene: &Scene, row: &Row, words: Range<usize>) -> Vec<Mention> {
    let mentions = scene.roster.mentions_in(&words).iter();
    let item = |m: &&Mention| {
        let phrase = row.phrase_at(m.words.start).map(|k| &row.phrases[k]);
        phrase.is_some_and(|p| p.kind == PhraseKind::Noun && p.words.end == m.words.end)
    };
    mentions.filter(item).cloned().collect()
}
