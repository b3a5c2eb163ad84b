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
    /// The row of the last.
    row: Option<usize>,
    /// A body that speaks for no state.
    body: Option<Credit>,
    /// Those who were introduced by a noun, with it: "a security source at the ministry".
    by_noun: Vec<(String, Credit)>,
}

impl Former {
    pub(super) fn note(&mut self, scene: &Scene, row: &Row, credit: &Credit) {
        if credit.person.is_none() && matches!(credit.class, None | Some(InformantClass::Organisation)) {
            self.body = Some(credit.clone());
        }
        let phrase = credit.words.as_ref().and_then(|words| row.phrase_at(words.start));
        if let Some(phrase) = phrase.map(|k| &row.phrases[k]) {
            self.by_noun.push((scene.lower(phrase.head).to_owned(), credit.clone()));
        }
        self.last = Some(credit.clone());
        self.row = Some(row.index);
    }

    /// Whoever was introduced by this noun and whom it named no further: "the source".
    fn by_noun(&self, noun: &str) -> Option<&Credit> {
        self.by_noun.iter().rev().find(|(known, _)| known == noun).map(|(_, credit)| credit)
    }

    /// Whoever spoke in the sentence before, in this paragraph or at the end of the one before.
    fn just_before(&self, scene: &Scene, row: &Row) -> Option<&Credit> {
        let before = scene.earlier(row).next().filter(|r| r.block + 1 >= row.block)?;
        self.last.as_ref().filter(|_| self.row == Some(before.index))
    }

    /// Whoever spoke in the sentence before without a name.
    fn unnamed(&self, scene: &Scene, row: &Row) -> Option<&Credit> {
        let before = scene.earlier(row).next()?;
        let near = self.row == Some(before.index) && before.block == row.block;
        let head = |words: &std::ops::Range<usize>| words.clone().any(|w| scene.words.is_person_noun(scene.lower(w)));
        self.last.as_ref().filter(|c| near && c.person.is_none() && c.words.as_ref().is_some_and(head))
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
pub(super) fn goes_on(scene: &Scene, row: &Row, speaker: usize, former: &Former) -> Option<Who> {
    let last = former.last.as_ref();
    let phrase = &row.phrases[speaker];
    let lower = scene.lower(phrase.head);
    let gender = match lower {
        _ if scene.words.pronouns.female.contains(lower) => Gender::Feminine,
        _ if scene.words.pronouns.male.contains(lower) => Gender::Masculine,
        _ => return official(scene, row, speaker, last),
    };
    if let Some(unnamed) = former.unnamed(scene, row) {
        return Some(who(unnamed));
    }
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

/// "the source", "la vocera": whoever was introduced by the same noun with words that said which.
pub(super) fn introduced(scene: &Scene, row: &Row, speaker: usize, former: &Former) -> Option<Who> {
    let phrase = &row.phrases[speaker];
    let definite = phrase.words.len() == 2 && matches!(scene.lower(phrase.words.start), "the" | "el" | "la");
    let further = is_said_further(row, speaker);
    let unknown = scene.persons(row, speaker).is_empty() && scene.institution(phrase).is_none();
    let known = former.by_noun(scene.lower(phrase.head)).filter(|_| definite && !further && unknown)?;
    Some(who(known))
}

/// "It has recorded", "la misma organización", "the group": the body that spoke before.
pub(super) fn it(scene: &Scene, row: &Row, speaker: usize, former: &Former) -> Option<Who> {
    let phrase = &row.phrases[speaker];
    let lower = |w: usize| scene.lower(w);
    let alone = phrase.words.len() == 1 && matches!(lower(phrase.head), "it" | "they");
    let same = phrase.words.clone().any(|w| matches!(lower(w), "same" | "misma" | "mismo"));
    let known = scene.words.informant_class(lower(phrase.head)) == Some(InformantClass::Organisation);
    let unnamed = is_unnamed_body(scene, row, speaker) && scene.institution(phrase).is_none();
    let body = former.body.as_ref().filter(|_| same && known || unnamed);
    let named_so = former.by_noun(lower(phrase.head)).filter(|_| same && known || unnamed);
    let thing = |c: &Credit| c.person.is_none() || lower(phrase.head) == "it" && !c.informant.contains(' ');
    named_so.or(body).or(former.last.as_ref().filter(|c| (alone || same) && thing(c))).map(who)
}

/// Whether something behind the noun says which it is: "the group for", "the campaign which".
fn is_said_further(row: &Row, at: usize) -> bool {
    row.phrases.get(at + 1).is_some_and(|p| matches!(p.kind, PhraseKind::Preposition | PhraseKind::Relative))
}

/// "the group", "la ONG": an organisation by its kind alone, nothing behind that says which.
fn is_unnamed_body(scene: &Scene, row: &Row, at: usize) -> bool {
    let phrase = &row.phrases[at];
    let definite = matches!(scene.lower(phrase.words.start), "the" | "el" | "la");
    let kind = scene.words.informant_class(scene.lower(phrase.head)) == Some(InformantClass::Organisation);
    let said = is_said_further(row, at);
    definite && kind && phrase.words.len() == 2 && !said
}

fn who(credit: &Credit) -> Who {
    (credit.informant.clone(), credit.class, credit.person)
}

/// A Spanish verb of saying without a subject: whoever spoke before, else the person spoken of.
pub(super) fn unnamed_speaker(scene: &Scene, row: &Row, at: usize, former: &Former) -> Option<Who> {
    let last = former.last.as_ref();
    let words = &row.phrases[at].words;
    let singular = !scene.analysis.words[words.end - 1].tag.plural;
    let finite =
        words.clone().any(|w| matches!(scene.analysis.words[w].tag.verb, Some(VerbForm::Finite | VerbForm::Past)));
    if !scene.analysis.is_spanish() || !finite || !singular {
        return None;
    }
    let joined = at > 0 && row.phrases[at - 1].kind == PhraseKind::Coordinator;
    if let Some(here) = former.last.as_ref().filter(|_| joined && former.row == Some(row.index)) {
        return Some(who(here));
    }
    let recent = |id: PersonId| scene.roster.before(words.start).take(10).any(|m| m.person == id);
    let earlier =
        (0..at).filter(|&k| row.phrases[k].kind == PhraseKind::Verb).flat_map(|k| scene.clause(row).subject(k));
    let quotes = row.phrases.iter().any(|p| matches!(p.kind, PhraseKind::Quote(_)));
    let trailing =
        !quotes && at > 0 && row.phrases[at - 1].kind == PhraseKind::Comma && former.just_before(scene, row).is_some();
    if let Some(id) = earlier.filter(|_| !trailing).filter_map(|k| scene.persons(row, k).first().copied()).next() {
        return Some(of_person(scene, id, None));
    }
    if let Some(near) = former.just_before(scene, row) {
        return Some(who(near));
    }
    let spoken_of = scene.center_before(row).filter(|_| is_told_of(scene, row));
    if let Some(id) = spoken_of.or_else(|| scene.last_speaker(row)).or_else(|| scene.center_before(row)) {
        return Some(of_person(scene, id, None));
    }
    let near = last.filter(|c| c.person.is_none_or(recent)).map(who);
    near.or_else(|| scene.dropped_subject(row, words.start).map(|id| of_person(scene, id, None)))
}

/// Whether the paragraph has already told of somebody, so that whoever spoke before it is no longer meant.
fn is_told_of(scene: &Scene, row: &Row) -> bool {
    let before = scene.earlier(row).next().filter(|before| before.block == row.block);
    before.is_some_and(|before| scene.last_speaker(row).is_none_or(|id| !scene.is_about(before, id)))
}
