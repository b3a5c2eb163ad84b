//! The words beside a name that say who somebody is: before it in its phrase, in apposition on either side.

use std::ops::Range;

use constancia_language::tagging::Tag;

use super::Beside;
use super::apposition::{apposition, closes_bracket, participle_aside};
use super::value::{is_age_compound, is_likely_role, is_role_noun, strip_possessive};
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
        found.extend(compound_before(scene, row, at).map(beside));
        found.extend(before_participle(scene, row, at, &mention.words).map(beside));
    }
    found
}

/// "is 58-year-old X": an age that is a phrase of its own before the name.
fn compound_before(scene: &Scene, row: &Row, at: usize) -> Option<Range<usize>> {
    let before = &row.phrases[at.checked_sub(1)?];
    let compound = before.words.len() == 1 && is_age_compound(scene.lower(before.head));
    let age = before.words.clone().last().filter(|&w| is_age_compound(scene.lower(w)));
    age.filter(|_| compound || before.kind == PhraseKind::Verb).map(|w| w..w + 1)
}

/// "el estudiante desaparecido X": the noun before a participle before the name.
fn before_participle(scene: &Scene, row: &Row, at: usize, name: &Range<usize>) -> Option<Range<usize>> {
    let [noun, participle] = row.phrases[..at].last_chunk::<2>()?;
    let single =
        participle.kind == PhraseKind::Verb && participle_aside(scene, participle) && participle.words.len() == 1;
    let role = noun.kind == PhraseKind::Noun && is_role_noun(scene, noun.head);
    let plural = scene.analysis.words[noun.head].tag.plural || scene.roster.within(&noun.words).is_some();
    let fits = scene.analysis.is_spanish() && single && role && !plural && row.phrases[at].words.start == name.start;
    let lasting = scene.frames.verb(scene.lower(participle.head)).is_empty();
    let end = if lasting { participle.words.end } else { noun.words.end };
    fits.then(|| strip_possessive(scene, scene.without_article(&(noun.words.start..end))))
}

/// "the Irish priest X", "Ministry spokesman X", "la enfermera X".
fn prefix(scene: &Scene, row: &Row, at: usize, name: &Range<usize>) -> Option<Range<usize>> {
    let phrase = &row.phrases[at];
    let words = scene.without_article(&(phrase.words.start..name.start.max(phrase.words.start)));
    let words = strip_possessive(scene, from_title(scene, behind_function_words(scene, words)));
    let several = words.clone().any(|w| scene.analysis.words[w].tag.plural && is_role_noun(scene, w));
    let says = words.clone().any(|w| is_role_noun(scene, w) || is_age_compound(scene.lower(w))) && !several;
    let words = with_coordinated(scene, row, at, words);
    (!words.is_empty() && says).then_some(words)
}

/// "behind him fellow politician X": a pronoun or an article begins the words anew.
fn behind_function_words(scene: &Scene, words: Range<usize>) -> Range<usize> {
    let opens = |w: &usize| matches!(scene.analysis.words[*w].tag.tag, Tag::Pronoun | Tag::Determiner);
    words.clone().rfind(opens).map_or(words.start, |w| w + 1)..words.end
}

/// "These actions implement President X": a title in capitals takes only capitals and adjectives before it.
fn from_title(scene: &Scene, words: Range<usize>) -> Range<usize> {
    let capital = |w: usize| scene.analysis.words[w].capital;
    let title = words.clone().last().filter(|&w| capital(w) && is_role_noun(scene, w));
    let Some(title) = title else { return words };
    let foreign = |w: &usize| !capital(*w) && matches!(scene.analysis.words[*w].tag.tag, Tag::Noun | Tag::Verb);
    (words.start..title).rfind(foreign).map_or(words.start, |w| w + 1)..words.end
}

/// "Rapper and activist X": the role before the "and" belongs to the same name, when nothing but an article opens it.
fn with_coordinated(scene: &Scene, row: &Row, at: usize, words: Range<usize>) -> Range<usize> {
    let Some([first, joint]) = row.phrases[..at].last_chunk::<2>() else { return words };
    let bare = words.start == row.phrases[at].words.start;
    let joins = joint.kind == PhraseKind::Coordinator && first.kind == PhraseKind::Noun;
    let inner = scene.without_article(&first.words);
    let role = inner
        .clone()
        .all(|w| is_role_noun(scene, w) || matches!(scene.analysis.words[w].tag.tag, Tag::Noun | Tag::Adjective));
    let single = !scene.analysis.words[first.head].tag.plural && is_role_noun(scene, first.head);
    if bare && joins && role && single { inner.start..words.end } else { words }
}

/// Appositions behind a name: ", 44, a nurse from Pyay," and "(26, engineering student)".
pub(super) fn behind(scene: &Scene, row: &Row, at: usize, name: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if name.end < row.phrases[at].words.end || is_origin(scene, row, at) {
        return found;
    }
    let mut k = at + 1;
    while row.phrases.get(k).is_some_and(|p| p.kind == PhraseKind::Comma) {
        k += usize::from(closes_bracket(scene, row, k));
        let Some(part) = apposition(scene, row, k + 1) else { break };
        k = part.1;
        let names_another = scene.roster.mentions_in(&part.0).iter().any(|m| scene.roster.has_surname(m.person));
        found.push(part.0);
        if let Some(and) = coordinated_role(scene, row, k) {
            k = and.1;
            found.push(and.0);
        }
        if found.len() > 3 || names_another {
            break;
        }
    }
    found
}

/// ", de 54 años y costurera,": a role joined to an age.
fn coordinated_role(scene: &Scene, row: &Row, k: usize) -> Option<(Range<usize>, usize)> {
    let [age, joint, noun, ..] = row.phrases.get(k.checked_sub(1)?..)? else { return None };
    let years = scene.lower(age.words.end - 1) == "años";
    let role =
        noun.kind == PhraseKind::Noun && is_role_noun(scene, noun.head) && scene.roster.within(&noun.words).is_none();
    (years && role && joint.kind == PhraseKind::Coordinator).then(|| apposition(scene, row, k + 1)).flatten()
}

/// "maestra de Curuguaty, 47 años": one name behind a preposition is no person of whom an apposition speaks.
fn is_origin(scene: &Scene, row: &Row, at: usize) -> bool {
    let joint = at.checked_sub(1).map(|k| scene.lower(row.phrases[k].head));
    let single = scene.roster.within(&row.phrases[at].words).is_some_and(|id| !scene.roster.has_surname(id));
    single && matches!(joint, Some("of" | "de" | "from" | "in" | "en"))
}

/// "Spain's foreign minister, X," and "The lawyer, X,".
fn before(scene: &Scene, row: &Row, at: usize, name: &Range<usize>) -> Option<Range<usize>> {
    let comma = at.checked_sub(1 + usize::from(at > 1 && is_courtesy(scene, row, at - 1)))?;
    if comma < 1 || row.phrases[comma].kind != PhraseKind::Comma || !opens_with_name(scene, row, at, name) {
        return None;
    }
    let closes = row
        .phrases
        .get(at + 1)
        .is_none_or(|p| !matches!(p.kind, PhraseKind::Coordinator) && scene.analysis.words[p.head].lower != "and");
    let aside = comma > 1 && row.phrases[comma - 1].kind == PhraseKind::Other;
    let last = comma - 1 - usize::from(aside);
    let chain = start_of_chain(row, last);
    let start = if calls_somebody(scene, row.phrases[chain].head, false) { chain } else { last };
    let head = &row.phrases[start];
    let named = scene.roster.within(&head.words).is_some();
    let owned = has_possessor(scene, &head.words);
    let noun = head.kind == PhraseKind::Noun && calls_somebody(scene, head.head, owned);
    let words = scene.without_article(&(head.words.start..row.phrases[comma - 1].words.end));
    let words = strip_possessive(scene, behind_pronoun(scene, words));
    (closes && noun && (!named || owned)).then_some(words)
}

/// The first noun phrase of "ministro | de | Cultura", from the last.
fn start_of_chain(row: &Row, last: usize) -> usize {
    let mut start = last;
    while start >= 2
        && row.phrases[start].kind == PhraseKind::Noun
        && row.phrases[start - 1].kind == PhraseKind::Preposition
        && row.phrases[start - 2].kind == PhraseKind::Noun
    {
        start -= 2;
    }
    start
}

/// Whether a noun before a name in apposition says who somebody is: a role, a citizen, or whatever else somebody has one of.
fn calls_somebody(scene: &Scene, noun: usize, owned: bool) -> bool {
    let citizen = scene.words.nationalities.nouns.contains(scene.lower(noun));
    let known = is_role_noun(scene, noun) || citizen || owned && is_likely_role(scene, noun);
    known && !scene.analysis.words[noun].tag.plural
}

/// Whether the phrase is a courtesy by itself: "doña".
fn is_courtesy(scene: &Scene, row: &Row, k: usize) -> bool {
    row.phrases[k].words.len() == 1 && is_courtesy_word(scene, row.phrases[k].head)
}

fn is_courtesy_word(scene: &Scene, word: usize) -> bool {
    scene.words.is_honorific(scene.analysis.words[word].of(scene.analysis.text))
}

/// "entre ellos su directora": a pronoun ends before the words.
fn behind_pronoun(scene: &Scene, words: Range<usize>) -> Range<usize> {
    let pronoun = |w: &usize| scene.analysis.words[*w].tag.tag == Tag::Pronoun && !scene.is_possessive(*w);
    let first = words.clone().next().filter(pronoun);
    first.filter(|w| w + 1 < words.end).map_or(words.start, |w| w + 1)..words.end
}

/// "El secretario de Seguridad, el comisario X": the phrase begins with the name, or with an article and another role.
fn opens_with_name(scene: &Scene, row: &Row, at: usize, name: &Range<usize>) -> bool {
    let lead = row.phrases[at].words.start..name.start.max(row.phrases[at].words.start);
    let article = scene.without_article(&lead).start > lead.start;
    let role = article && lead.clone().any(|w| is_role_noun(scene, w)) && scene.lower(lead.end - 1) != "'s";
    let courtesy = lead.len() == 1 && is_courtesy_word(scene, lead.start);
    lead.is_empty() || courtesy || role && !scene.analysis.words[lead.end - 1].tag.plural
}

fn has_possessor(scene: &Scene, words: &Range<usize>) -> bool {
    words.clone().any(|w| scene.lower(w) == "'s")
}
