//! Parts of speech put right where the words of custody and speech leave no doubt.

use constancia_language::Analysis;
use constancia_language::tagging::{Tag, Tagged, VerbForm};

use constancia_language::inflection::Inflection;
use constancia_model::InformantClass;

use crate::frames::Frames;
use crate::words::Words;

/// The verbs that the reader knows are verbs where the tagger took a finite form for a noun: "el Colegio contabiliza",
/// "the Ministry recalls that"; and nouns for persons that it took for verbs.
pub(super) fn correct_tags(analysis: &mut Analysis, words: &Words, frames: &Frames) {
    for at in 1..analysis.words.len() {
        let (before, word) = (&analysis.words[at - 1], &analysis.words[at]);
        let next = analysis.words.get(at + 1);
        let beside = before.lower == "," || matches!(before.tag.tag, Tag::Determiner | Tag::Adjective);
        let verb = word.tag.tag == Tag::Verb && !frames.is_finite(&word.lower) && frames.verb(&word.lower).is_empty();
        let clause = next.is_some_and(|n| n.lower == "that") && words.is_finite_speech(&word.lower) && !word.capital;
        if beside && verb && words.is_person_noun(&word.lower) {
            analysis.words[at].tag.tag = Tag::Noun;
            analysis.words[at].tag.verb = None;
        } else if clause && word.tag.tag == Tag::Noun && before.capital {
            analysis.words[at].tag.tag = Tag::Verb;
            analysis.words[at].tag.verb = Some(VerbForm::Finite);
        }
    }
    for at in 0..analysis.words.len() {
        if let Some(tag) = corrected(analysis, words, frames, at) {
            analysis.words[at].tag = tag;
        }
    }
    if !analysis.is_spanish() {
        acting_authorities(analysis, words, frames);
        return;
    }
    for at in 1..analysis.words.len() {
        let before = &analysis.words[at - 1];
        let opens = matches!(before.tag.tag, Tag::Determiner | Tag::Adjective | Tag::Adposition | Tag::Number);
        let word = &analysis.words[at];
        let nominal = matches!(word.tag.tag, Tag::Noun | Tag::Adjective | Tag::ProperNoun) && !word.capital;
        let listing = matches!(word.lower.as_str(), "figura" | "figuran" | "incluye" | "incluyen");
        let finite = words.is_finite_speech(&word.lower) || frames.is_finite(&word.lower) || listing;
        if nominal && !opens && finite {
            analysis.words[at].tag.tag = Tag::Verb;
            analysis.words[at].tag.verb = Some(VerbForm::Past);
        }
    }
}

/// "Court jails bookseller Ana Ruiz", "Police free student": a finite verb of a frame right behind an authority in a
/// headline, which the tagger takes for one more noun.
fn acting_authorities(analysis: &mut Analysis, words: &Words, frames: &Frames) {
    for at in 1..analysis.words.len() {
        let (before, word) = (&analysis.words[at - 1], &analysis.words[at]);
        let nominal = matches!(word.tag.tag, Tag::Noun | Tag::ProperNoun | Tag::Adjective) && !word.capital;
        let acting =
            words.informant_class(&before.lower) == Some(InformantClass::Authority) && !before.lower.ends_with("'s");
        let finite = frames.verb(&word.lower).iter().any(|entry| entry.inflection == Inflection::Present);
        let whom = analysis
            .words
            .get(at + 1)
            .is_some_and(|next| matches!(next.tag.tag, Tag::Noun | Tag::ProperNoun | Tag::Adjective | Tag::Number));
        if nominal && acting && finite && whom {
            analysis.words[at].tag.tag = Tag::Verb;
            analysis.words[at].tag.verb = Some(VerbForm::Finite);
        }
    }
}

/// Whether another phrase begins here, so that "her" before it is no possessive: "released her a few hours later".
fn before_phrase(analysis: &Analysis, at: usize) -> bool {
    analysis.words.get(at).is_none_or(|w| matches!(w.tag.tag, Tag::Determiner | Tag::Adposition))
}

/// "puestos en libertad": a participle with the further words of its frame right behind it.
fn opens_frame(analysis: &Analysis, frames: &Frames, at: usize) -> bool {
    let behind = |tail: &[String]| {
        let words = analysis.words[at + 1..].iter().map(|w| w.lower.as_str());
        tail.len() > 1 && tail.iter().map(String::as_str).eq(words.take(tail.len()))
    };
    let joined = at
        .checked_sub(1)
        .is_some_and(|before| matches!(analysis.words[before].tag.tag, Tag::Coordinator | Tag::Verb | Tag::Auxiliary));
    let entries = frames.verb(&analysis.words[at].lower).iter().filter(|_| joined);
    entries.into_iter().any(|entry| entry.inflection == Inflection::Participle && behind(&entry.tail))
}

/// What the word is beyond doubt: a preposition before a verb in -ing or an infinitive, which treebanks call a subordinator
/// ("charged with spreading"), a noun for a person, a day by its adverb, a participle behind "those".
fn corrected(analysis: &Analysis, words: &Words, frames: &Frames, at: usize) -> Option<Tagged> {
    let word = &analysis.words[at];
    let plain = |tag: Tag| Tagged { tag, verb: None, ..word.tag };
    let before = at.checked_sub(1).map_or("", |b| analysis.words[b].lower.as_str());
    match word.tag.tag {
        Tag::Subordinator if words.prepositions.contains(&word.lower) => Some(plain(Tag::Adposition)),
        Tag::Determiner | Tag::Pronoun if word.lower == "her" && before_phrase(analysis, at + 1) => {
            Some(plain(Tag::Pronoun))
        }
        Tag::Noun | Tag::Adjective if analysis.is_spanish() && opens_frame(analysis, frames, at) => {
            Some(Tagged { tag: Tag::Verb, verb: Some(VerbForm::Participle), ..word.tag })
        }
        Tag::Adverb if words.is_person_noun(&word.lower) => Some(plain(Tag::Noun)),
        Tag::Verb | Tag::Noun | Tag::ProperNoun if words.day_adverbs.contains(&word.lower) => Some(plain(Tag::Adverb)),
        Tag::Noun | Tag::Adjective if before == "those" && !frames.verb(&word.lower).is_empty() => {
            Some(Tagged { tag: Tag::Verb, verb: Some(VerbForm::Participle), ..word.tag })
        }
        _ => None,
    }
}
