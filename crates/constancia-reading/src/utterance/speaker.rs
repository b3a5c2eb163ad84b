//! Who says a quotation: looked for in its own sentence, on both sides, then in the sentences before.
//!
//! Knows where speakers stand around quotations; not whether the marks quote anybody.

use std::ops::Range;

use constancia_language::tagging::VerbForm;
use constancia_model::{Evidence, InformantClass, Span};

use crate::credit::{self, Credit};
use crate::explanation::{CreditWay, Crediting, Explanation, Part, Role, Rule, Way};
use crate::phrases::{Phrase, PhraseKind};
use crate::roster::PersonId;
use crate::scene::{Row, Scene};

/// Who spoke, and the verb that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Speaker {
    pub(super) name: String,
    pub(super) person: Option<PersonId>,
    pub(super) class: Option<InformantClass>,
    pub(super) verb: Option<usize>,
    pub(super) words: Option<Range<usize>>,
    way: Way,
}

impl Speaker {
    fn of_credit(credit: Credit, way: Way) -> Self {
        let Credit { informant: name, person, class, verb, words, .. } = credit;
        Self { name, person, class, verb, words, way }
    }

    /// A person of the roster whom these words mean.
    fn of_person(scene: &Scene, person: PersonId, words: Range<usize>, way: Way) -> Self {
        let name = scene.roster.persons[person].name.clone();
        Self { name, person: Some(person), class: None, verb: None, words: Some(words), way }
    }

    pub(super) fn explained(&self, scene: &Scene, rule: Rule, trigger: Span) -> Option<Explanation> {
        let words = self.words.as_ref().and_then(|words| scene.evidence(words));
        let verb = self.verb.and_then(|verb| scene.evidence(&(verb..verb + 1)));
        let mut explanation = Explanation::new(rule, Evidence::at(scene.analysis.text, trigger).ok()?);
        explanation.parts.push(Part::new(Role::Speaker, self.name.clone(), self.way, words.clone()));
        let informant = self.name.clone();
        explanation.credit = Some(Crediting { informant, words, verb, way: CreditWay::Quotation });
        Some(explanation)
    }
}

/// Who says the quotation at `index`.
pub(super) fn speaker(scene: &Scene, index: usize) -> Option<Speaker> {
    let quote = &scene.analysis.quotes[index];
    let row = sentence_row(scene, quote.outer)?;
    let at = row.phrases.iter().position(|p| p.kind == PhraseKind::Quote(index));
    let Some(found) = at else {
        return fragment(scene, row, quote.inner).or_else(|| fragment_goes_on(scene, index));
    };
    if asked_by_reporter(scene, row, found) {
        return turn_speaker(scene, row);
    }
    let reached = |way| move |speaker: Speaker| Speaker { way, ..speaker };
    let near = behind(scene, row, found).map(reached(Way::BehindQuotation));
    let near = near.or_else(|| before(scene, row, found).map(reached(Way::BeforeQuotation)));
    near.or_else(|| whole_row(scene, row, at))
        .or_else(|| same_block(scene, index))
        .or_else(|| earlier(scene, row))
        .or_else(|| turn_speaker(scene, row))
}

fn sentence_row<'s>(scene: &'s Scene, span: Span) -> Option<&'s Row> {
    let at = scene.analysis.word_at(span.start);
    let upto = scene.rows.partition_point(|r| r.words.start <= at);
    scene.rows[..upto].iter().rev().find(|r| r.quote.is_none() && r.words.contains(&at))
}

/// The speaker whom a phrase names; a verb's own credit knows better whom "he" means.
fn named(scene: &Scene, row: &Row, phrase: usize, verb: Option<usize>) -> Option<Speaker> {
    if let Some(speaker) = verb.and_then(|verb| credited(scene, row, verb)) {
        return Some(speaker);
    }
    let speaks = !scene.persons(row, phrase).is_empty() || credit::can_be_credited(scene, &row.phrases[phrase]);
    let (name, class, person) = credit::name(scene, row, phrase).filter(|_| speaks)?;
    let words = Some(row.phrases[phrase].words.clone());
    Some(Speaker { name, person, class, verb, words, way: Way::AroundQuotation })
}

/// "…", dijo su madre / "…," the mother said / —dijo ella—.
fn behind(scene: &Scene, row: &Row, at: usize) -> Option<Speaker> {
    let mut k = at + 1;
    while row.phrases.get(k).is_some_and(|p| matches!(p.kind, PhraseKind::Comma | PhraseKind::Other | PhraseKind::Stop))
    {
        k += 1;
    }
    let phrase = row.phrases.get(k)?;
    match phrase.kind {
        PhraseKind::Verb => verb_first(scene, row, k),
        PhraseKind::Noun => {
            let verb = (k + 1..row.phrases.len()).take(9).find(|&v| row.phrases[v].kind == PhraseKind::Verb)?;
            let speech = speech_verb(scene, &row.phrases[verb])?;
            let (phrase, _) = credit::speaker(scene, row, verb)?;
            named(scene, row, phrase, Some(speech))
        }
        PhraseKind::Preposition if matches!(scene.lower(phrase.head), "según" | "according") => {
            let noun = (k..row.phrases.len()).find(|&n| row.phrases[n].kind == PhraseKind::Noun)?;
            named(scene, row, noun, None)
        }
        _ => None,
    }
}

/// A verb right behind a quotation is one of saying, whatever it usually means, when somebody can be its subject.
fn verb_first(scene: &Scene, row: &Row, k: usize) -> Option<Speaker> {
    let verb = row.phrases[k].head;
    let subject = || credit::speaker(scene, row, k).and_then(|(phrase, _)| named(scene, row, phrase, Some(verb)));
    credited(scene, row, verb).or_else(subject)
}

/// The credit that the verb itself makes.
fn credited(scene: &Scene, row: &Row, verb: usize) -> Option<Speaker> {
    let credit = scene.credits.get(row.index)?.iter().find(|c| c.verb == Some(verb))?.clone();
    Some(Speaker::of_credit(credit, Way::AroundQuotation))
}

fn speech_verb(scene: &Scene, phrase: &Phrase) -> Option<usize> {
    phrase.words.clone().rev().find(|&w| scene.words.is_speech(scene.lower(w)))
}

/// Ana dijo: "…" / According to the ministry, "…" / Su hija: "…".
fn before(scene: &Scene, row: &Row, at: usize) -> Option<Speaker> {
    for k in (0..at).rev() {
        match row.phrases[k].kind {
            PhraseKind::Verb => {
                let Some(verb) = speech_verb(scene, &row.phrases[k]) else { continue };
                if let Some((phrase, _)) = credit::speaker(scene, row, k) {
                    return named(scene, row, phrase, Some(verb));
                }
                return credited(scene, row, verb);
            }
            PhraseKind::Quote(_) if k + 1 < at => return None,
            _ => {}
        }
    }
    let introduced = at > 0 && row.phrases[at - 1].kind == PhraseKind::Stop;
    if let Some(speaker) = any_verb_before(scene, row, at).filter(|_| introduced) {
        return Some(speaker);
    }
    let label = at >= 2 && row.phrases[at - 1].kind == PhraseKind::Stop && row.phrases[at - 2].kind == PhraseKind::Noun;
    if label {
        row.phrases[..at].iter().position(|p| p.kind == PhraseKind::Noun).and_then(|k| named(scene, row, k, None))
    } else {
        None
    }
}

/// "lo dejó clarito ayer: «…»": before a colon any verb with somebody as its subject will do.
fn any_verb_before(scene: &Scene, row: &Row, at: usize) -> Option<Speaker> {
    let verbs = (0..at).rev().filter(|&k| row.phrases[k].kind == PhraseKind::Verb);
    let mut subjects = verbs.flat_map(|k| scene.clause(row).subject(k));
    let (person, k) = subjects.find_map(|k| Some((scene.persons(row, k).first().copied()?, k)))?;
    Some(Speaker::of_person(scene, person, row.phrases[k].words.clone(), Way::BeforeQuotation))
}

/// A quoted fragment belongs to the credit that governs it, or to the subject of the nearest verb before it.
fn fragment(scene: &Scene, row: &Row, inner: Span) -> Option<Speaker> {
    let word = scene.analysis.word_at(inner.start);
    let governing = credit::governing(scene.credits.get(row.index)?, word).cloned();
    let found = governing.map(|credit| Speaker::of_credit(credit, Way::AroundQuotation));
    found.or_else(|| nearest_subject(scene, row, word))
}

/// "Will be freed «as soon as the court signs».": a fragment with a verb of its own goes on from the quotation before.
fn fragment_goes_on(scene: &Scene, index: usize) -> Option<Speaker> {
    let inner = scene.analysis.quotes[index].inner;
    let words = scene.analysis.word_at(inner.start)..scene.analysis.word_at(inner.end - 1) + 1;
    let finite = |w: usize| matches!(scene.analysis.words[w].tag.verb, Some(VerbForm::Finite | VerbForm::Past));
    let before = words.start.checked_sub(2).map(|w| scene.lower(w));
    if before.is_none_or(|mark| mark != ",") || !words.clone().any(finite) {
        return None;
    }
    same_block(scene, index)
}

/// "—¿Dónde está? —le pregunto.": the words of whoever writes the report.
fn asked_by_reporter(scene: &Scene, row: &Row, found: usize) -> bool {
    let own = |k: usize| scene.words.reporter_says.contains(scene.lower(row.phrases[k].head));
    let verb = |k: &usize| row.phrases.get(*k).is_some_and(|p| p.kind == PhraseKind::Verb);
    let near = |k: &usize| verb(k) || row.phrases.get(*k).is_some_and(|p| p.kind == PhraseKind::Noun) && own(*k);
    let behind = (found + 1..found + 4).find(near);
    let before = (found.saturating_sub(3)..found).find(near);
    behind.or(before).is_some_and(own)
}

fn nearest_subject(scene: &Scene, row: &Row, word: usize) -> Option<Speaker> {
    let verbs = (0..row.phrases.len())
        .rev()
        .filter(|&k| row.phrases[k].kind == PhraseKind::Verb && row.phrases[k].words.start < word);
    for k in verbs {
        let speech = speech_verb(scene, &row.phrases[k]).filter(|&verb| !credit::is_told(scene, row, k, verb));
        if let (Some(verb), Some((phrase, _))) = (speech, credit::speaker(scene, row, k)) {
            return named(scene, row, phrase, Some(verb));
        }
    }
    None
}

/// Any verb of saying in the quotation's sentence with somebody as its subject.
fn whole_row(scene: &Scene, row: &Row, at: Option<usize>) -> Option<Speaker> {
    at?;
    let verbs = (0..row.phrases.len()).filter(|&k| row.phrases[k].kind == PhraseKind::Verb);
    verbs.filter_map(|k| Some((k, speech_verb(scene, &row.phrases[k])?))).find_map(|(k, verb)| {
        let (phrase, _) = credit::speaker(scene, row, k)?;
        named(scene, row, phrase, Some(verb))
    })
}

/// A quotation without words around it goes on from the one before it in the same block.
fn same_block(scene: &Scene, index: usize) -> Option<Speaker> {
    let quote = &scene.analysis.quotes[index];
    let previous = (0..index)
        .rev()
        .find(|&q| scene.analysis.quotes[q].block == quote.block && scene.analysis.quotes[q].within.is_none())?;
    speaker(scene, previous).map(|speaker| Speaker { way: Way::QuotationBefore, ..speaker })
}

/// The person that the sentence before speaks of.
fn earlier(scene: &Scene, row: &Row) -> Option<Speaker> {
    let previous = scene.earlier(row).next()?;
    let near = previous.block == row.block || previous.block + 1 == row.block;
    let mut people = previous.phrases.iter().enumerate().filter(|(_, p)| p.kind == PhraseKind::Noun);
    let found = people.find_map(|(k, p)| Some((scene.persons(previous, k).first().copied()?, p)));
    let (person, phrase) = found.filter(|_| near)?;
    Some(Speaker::of_person(scene, person, phrase.words.clone(), Way::SentenceBefore))
}

fn turn_speaker(scene: &Scene, row: &Row) -> Option<Speaker> {
    label_speaker(scene, &scene.analysis.blocks[row.block])
}

pub(super) fn label_speaker(scene: &Scene, block: &constancia_language::Block) -> Option<Speaker> {
    let label = block.label?;
    let words = scene.analysis.word_at(label.start)..scene.analysis.word_at(label.end - 1) + 1;
    let person = scene.roster.all_within(&words).first().copied()?;
    Some(Speaker::of_person(scene, person, words, Way::TurnLabel))
}
