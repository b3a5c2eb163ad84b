//! Speakers who are not named where they speak: "she added", "the group", "aclara" go on from whoever spoke before.
//!
//! Knows who spoke before; not what a credit governs.

use constancia_language::tagging::VerbForm;
use constancia_language::tagging::lists::Gender;
use constancia_model::InformantClass;

use super::Credit;
use super::name::{Who, of_person};
use crate::phrases::PhraseKind;
use crate::roster::PersonId;
use crate::scene::{Row, Scene};

/// Who spoke before.
#[derive(Debug, Default)]
pub(super) struct Former {
    /// Anybody.
    pub(super) last: Option<Credit>,
    /// A body that speaks for no state.
    body: Option<Credit>,
}

impl Former {
    pub(super) fn note(&mut self, credit: &Credit) {
        if credit.person.is_none() && credit.class != Some(InformantClass::Authority) {
            self.body = Some(credit.clone());
        }
        self.last = Some(credit.clone());
    }
}

/// "según la misma organización": the body that spoke before.
pub(super) fn resumed(scene: &Scene, row: &Row, credit: Credit, former: &Former) -> Credit {
    let phrase = credit.words.as_ref().and_then(|words| row.phrase_at(words.start));
    match phrase.and_then(|k| it(scene, row, k, former)) {
        Some((informant, class, person)) => Credit { informant, class, person, ..credit },
        None => credit,
    }
}

/// A pronoun behind a quotation means whoever spoke before, when the gender allows it.
pub(super) fn goes_on(scene: &Scene, row: &Row, speaker: usize, last: Option<&Credit>) -> Option<Who> {
    let phrase = &row.phrases[speaker];
    let lower = scene.lower(phrase.head);
    let gender = match lower {
        _ if scene.words.pronouns.female.contains(lower) => Gender::Feminine,
        _ if scene.words.pronouns.male.contains(lower) => Gender::Masculine,
        _ => return official(scene, row, speaker, last),
    };
    let fits = |id: &PersonId| scene.roster.may_be(*id, Some(gender));
    let last = last.and_then(|c| c.person);
    let near = scene.roster.before(phrase.words.start).take(8).any(|m| Some(m.person) == last);
    let spoken_of = scene.center_before(row).filter(fits);
    let person = spoken_of.or(last.filter(|id| near && fits(id))).filter(|_| phrase.words.len() == 1)?;
    Some(of_person(scene, person, None))
}

/// "the official", "el alto funcionario": the one who speaks for an authority and spoke before.
fn official(scene: &Scene, row: &Row, speaker: usize, last: Option<&Credit>) -> Option<Who> {
    let phrase = &row.phrases[speaker];
    let definite = matches!(scene.lower(phrase.words.start), "the" | "el" | "la");
    let authority = |noun: &str| {
        scene.words.informant_class(noun) == Some(InformantClass::Authority) && scene.words.is_person_noun(noun)
    };
    let alone =
        row.phrases.get(speaker + 1).is_none_or(|p| p.kind != PhraseKind::Preposition && p.kind != PhraseKind::Comma);
    if !definite || !alone || !authority(scene.lower(phrase.head)) || !scene.persons(row, speaker).is_empty() {
        return None;
    }
    let last = last.and_then(|c| c.person);
    let speaks = |id: PersonId| scene.roster.persons[id].roles.iter().any(|role| authority(role));
    last.filter(|&id| speaks(id)).map(|id| of_person(scene, id, None))
}

/// "It has recorded", "la misma organización", "the group": the body that spoke before.
pub(super) fn it(scene: &Scene, row: &Row, speaker: usize, former: &Former) -> Option<Who> {
    let phrase = &row.phrases[speaker];
    let lower = |w: usize| scene.lower(w);
    let alone = phrase.words.len() == 1 && matches!(lower(phrase.head), "it" | "they");
    let same = phrase.words.clone().any(|w| matches!(lower(w), "same" | "misma" | "mismo"));
    let known = scene.words.informant_class(lower(phrase.head)) == Some(InformantClass::Organisation);
    let body = former.body.as_ref().filter(|_| same && known || is_unnamed_body(scene, row, speaker));
    body.or(former.last.as_ref().filter(|c| (alone || same) && c.person.is_none())).map(who)
}

/// "the group", "la ONG": an organisation by its kind alone, nothing behind that says which.
fn is_unnamed_body(scene: &Scene, row: &Row, at: usize) -> bool {
    let phrase = &row.phrases[at];
    let definite = matches!(scene.lower(phrase.words.start), "the" | "el" | "la");
    let kind = scene.words.informant_class(scene.lower(phrase.head)) == Some(InformantClass::Organisation);
    let said = row.phrases.get(at + 1).is_some_and(|p| p.kind == PhraseKind::Preposition);
    definite && kind && phrase.words.len() == 2 && !said
}

fn who(credit: &Credit) -> Who {
    (credit.informant.clone(), credit.class, credit.person)
}

/// A Spanish verb of saying without a subject: whoever spoke before, else the person spoken of.
pub(super) fn unnamed_speaker(scene: &Scene, row: &Row, at: usize, last: Option<&Credit>) -> Option<Who> {
    let words = &row.phrases[at].words;
    let singular = !scene.analysis.words[words.end - 1].tag.plural;
    let finite =
        words.clone().any(|w| matches!(scene.analysis.words[w].tag.verb, Some(VerbForm::Finite | VerbForm::Past)));
    if !scene.analysis.is_spanish() || !finite || !singular {
        return None;
    }
    let recent = |id: PersonId| scene.roster.before(words.start).take(10).any(|m| m.person == id);
    let earlier =
        (0..at).filter(|&k| row.phrases[k].kind == PhraseKind::Verb).flat_map(|k| scene.clause(row).subject(k));
    if let Some(id) = earlier.filter_map(|k| scene.persons(row, k).first().copied()).next() {
        return Some(of_person(scene, id, None));
    }
    if let Some(id) = scene.last_speaker(row).or_else(|| scene.center_before(row)) {
        return Some(of_person(scene, id, None));
    }
    let near = last.filter(|c| c.person.is_none_or(recent)).map(who);
    near.or_else(|| scene.dropped_subject(row, words.start).map(|id| of_person(scene, id, None)))
}
