//! A sentence as a row of phrases: noun phrases, verb groups, prepositions and joints.
//!
//! Flat on purpose: who does what to whom is found by walking this row (`clause`). Quotations that are sentences of their
//! own are one opaque phrase; quoted fragments are read as if the marks were not there.

use std::ops::Range;

use constancia_language::tagging::{Tag, VerbForm};
use constancia_language::{Analysis, NameKind, Quote, TokenKind, Word};

use constancia_model::InformantClass;

use crate::words::Words;

/// What a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhraseKind {
    /// A noun phrase, a name, a pronoun, a number by itself.
    Noun,
    /// Auxiliaries, negations and verbs up to the last one.
    Verb,
    /// "of", "de".
    Preposition,
    /// A comma, a dash, a bracket.
    Comma,
    /// "and", "y".
    Coordinator,
    /// "that", "when", "porque".
    Subordinator,
    /// "who", "quien", "que" behind a noun.
    Relative,
    /// A quotation that is a sentence, as an index into the quotations.
    Quote(usize),
    /// A colon or semicolon.
    Stop,
    /// Adverbs, adjectives by themselves, marks without meaning here.
    Other,
}

/// One phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// What it is.
    pub kind: PhraseKind,
    /// Its words, as indexes.
    pub words: Range<usize>,
    /// Its main word: the noun, the last verb.
    pub head: usize,
}

/// Spanish pronouns that stand right before a verb.
fn is_clitic(lower: &str) -> bool {
    matches!(lower, "se" | "lo" | "la" | "los" | "las" | "le" | "les" | "me" | "nos" | "te")
}

/// Cuts the words of one sentence into phrases.
pub fn phrases(analysis: &Analysis, words: &'static Words, sentence: Range<usize>) -> Vec<Phrase> {
    let mut row = Row { analysis, words, phrases: Vec::new() };
    let mut at = sentence.start;
    while at < sentence.end {
        at = row.next(at, sentence.end);
    }
    row.phrases
}

/// Whether a quotation is a sentence of its own and not a fragment of the sentence around it.
pub fn is_whole(analysis: &Analysis, quote: &Quote) -> bool {
    let text = analysis.at(quote.inner);
    let upper = text.trim_start_matches(['¿', '¡', '“', '"', '‘', '\'', '…', ' ']).starts_with(char::is_uppercase);
    let dialogue = quote.inner == quote.outer;
    dialogue || upper && text.split_whitespace().count() > 2
}

struct Row<'a, 't> {
    analysis: &'a Analysis<'t>,
    words: &'static Words,
    phrases: Vec<Phrase>,
}

impl Row<'_, '_> {
    fn word(&self, at: usize) -> &Word {
        &self.analysis.words[at]
    }

    fn push(&mut self, kind: PhraseKind, words: Range<usize>, head: usize) -> usize {
        let end = words.end;
        self.phrases.push(Phrase { kind, words, head });
        end
    }

    fn next(&mut self, at: usize, end: usize) -> usize {
        if let Some((quote, after)) = self.whole_quote_at(at, end) {
            return self.push(PhraseKind::Quote(quote), at..after, at);
        }
        let word = self.word(at);
        match word.tag.tag {
            _ if word.kind == TokenKind::Mark => self.mark(at),
            _ if self.at_least(at, end) && self.bounded_number(at).is_none() => {
                self.push(PhraseKind::Other, at..at + 2, at)
            }
            _ if self.is_relative(at) => self.push(PhraseKind::Relative, at..at + 1, at),
            _ if self.name_starts(at) || self.bounded_number(at).is_some() => self.noun(at, end),
            _ if self.starts_verb(at, end) => self.verb(at, end),
            _ if self.starts_noun(at, end) => self.noun(at, end),
            Tag::Adposition => self.push(PhraseKind::Preposition, at..at + 1, at),
            Tag::Coordinator => self.push(PhraseKind::Coordinator, at..at + 1, at),
            Tag::Subordinator => self.push(PhraseKind::Subordinator, at..at + 1, at),
            _ => self.push(PhraseKind::Other, at..at + 1, at),
        }
    }

    /// "at least some", "al menos": no preposition governs what follows.
    fn at_least(&self, at: usize, end: usize) -> bool {
        let next = if at + 1 < end { self.word(at + 1).lower.as_str() } else { "" };
        matches!((self.word(at).lower.as_str(), next), ("at", "least" | "most") | ("al", "menos"))
    }

    fn mark(&mut self, at: usize) -> usize {
        let kind = match self.word(at).lower.as_str() {
            "," | "—" | "–" | "(" | ")" | "-" | "[" | "]" | "--" => PhraseKind::Comma,
            ":" | ";" => PhraseKind::Stop,
            _ => PhraseKind::Other,
        };
        self.push(kind, at..at + 1, at)
    }

    /// A whole quotation that begins at this word, with the word behind it.
    fn whole_quote_at(&self, at: usize, end: usize) -> Option<(usize, usize)> {
        let start = self.word(at).span.start;
        let first = self.analysis.quotes.partition_point(|q| q.outer.start < start);
        let quote = self.analysis.quotes.get(first).filter(|q| q.outer.start == start && q.within.is_none())?;
        if !is_whole(self.analysis, quote) {
            return None;
        }
        let after = self.analysis.words[at..end].partition_point(|w| w.span.start < quote.outer.end) + at;
        Some((first, after))
    }

    fn is_relative(&self, at: usize) -> bool {
        let word = self.word(at);
        if !self.words.pronouns.relative.contains(&word.lower) {
            return false;
        }
        let last = self.phrases.iter().rev().find(|p| p.kind != PhraseKind::Other);
        let behind_comma = last.is_some_and(|p| p.kind == PhraseKind::Comma);
        let again = last.is_some_and(|p| p.kind == PhraseKind::Coordinator)
            && self.phrases.iter().any(|p| p.kind == PhraseKind::Relative);
        let noun = self
            .phrases
            .iter()
            .rev()
            .find(|p| !matches!(p.kind, PhraseKind::Other | PhraseKind::Comma | PhraseKind::Preposition));
        let behind_noun = noun.is_some_and(|p| p.kind == PhraseKind::Noun && !self.is_date(p));
        match word.lower.as_str() {
            "who" | "whom" | "whose" | "quien" | "quienes" => behind_noun || behind_comma || again,
            "that" => behind_noun && !behind_comma && word.tag.tag == Tag::Pronoun,
            _ => {
                behind_noun
                    && !matches!(word.tag.tag, Tag::Subordinator if behind_comma && self.words.is_speech(&word.lower))
            }
        }
    }

    fn is_quote_mark(&self, at: usize) -> bool {
        matches!(self.word(at).lower.as_str(), "“" | "”" | "«" | "»" | "\"")
    }

    /// Whether a date begins or ends between this word and the one before: "Tuesday morning | lawyers".
    fn date_border(&self, at: usize) -> bool {
        let inside = |w: usize| {
            let span = self.word(w).span;
            let next = self.analysis.dates.partition_point(|d| d.span.end <= span.start);
            self.analysis.dates.get(next).is_some_and(|d| d.span.start < span.end)
        };
        inside(at - 1) && !inside(at)
    }

    fn is_date(&self, phrase: &Phrase) -> bool {
        let (start, end) = (self.word(phrase.words.start).span.start, self.word(phrase.words.end - 1).span.end);
        self.analysis.dates.iter().any(|d| d.span.start < end && start < d.span.end)
    }

    /// Negations and adverbs before a verb belong to its group.
    fn starts_verb(&self, at: usize, end: usize) -> bool {
        match self.word(at).tag.tag {
            Tag::Verb | Tag::Auxiliary => !self.is_attributive(at, end),
            Tag::Particle | Tag::Adverb | Tag::Pronoun | Tag::Determiner => self.leads_to_verb(at, end),
            _ => false,
        }
    }

    /// "not", "never", "to", and Spanish clitic pronouns, when a verb follows.
    fn leads_to_verb(&self, at: usize, end: usize) -> bool {
        let lower = self.word(at).lower.as_str();
        let clitic = is_clitic(lower) && self.analysis.is_spanish();
        let negation = self.words.negations.contains(lower)
            && !matches!(lower, "nobody" | "none" | "nadie" | "ninguno" | "without" | "sin" | "ni");
        let particle = matches!(lower, "to" | "not" | "n't");
        if !(clitic || negation || particle) {
            return false;
        }
        (at + 1..end.min(at + 4))
            .find_map(|next| match self.word(next).tag.tag {
                Tag::Verb | Tag::Auxiliary => Some(!self.is_attributive(next, end)),
                Tag::Adverb | Tag::Particle => None,
                Tag::Pronoun if is_clitic(&self.word(next).lower) => None,
                Tag::Determiner if matches!(self.word(next).lower.as_str(), "la" | "las" | "los") && negation => None,
                _ => Some(false),
            })
            .unwrap_or(false)
    }

    /// A participle before its noun: "two detained foreigners".
    fn is_attributive(&self, at: usize, end: usize) -> bool {
        let word = self.word(at);
        let participle = matches!(word.tag.verb, Some(VerbForm::Participle) | Some(VerbForm::Gerund));
        let english = !self.analysis.is_spanish();
        let nominal = |tag: Tag| matches!(tag, Tag::Noun | Tag::ProperNoun | Tag::Adjective);
        let before = at.checked_sub(1).map(|b| self.word(b).tag.tag);
        let gerund = word.lower.ends_with("ing");
        let said = at.checked_sub(1).is_some_and(|b| {
            let before = &self.word(b).lower;
            self.words.is_speech(before) && !(gerund && self.words.is_denial(before))
        });
        let open = said || before.is_some_and(|t| matches!(t, Tag::Determiner | Tag::Adjective | Tag::Number));
        english && participle && open && at + 1 < end && nominal(self.word(at + 1).tag.tag)
    }

    fn verb(&mut self, at: usize, end: usize) -> usize {
        let mut last = at;
        let mut next = at;
        while next < end && self.word(next).kind != TokenKind::Mark {
            let inside_name = self.analysis.name_of(next).is_some();
            match self.word(next).tag.tag {
                Tag::Verb | Tag::Auxiliary if !inside_name && (next == at || self.goes_on(next, last, end)) => {
                    last = next
                }
                _ if next == at => {}
                Tag::Adverb | Tag::Particle => {}
                Tag::Pronoun | Tag::Determiner if self.leads_to_verb(next, end) => {}
                Tag::Adposition | Tag::Subordinator if self.joins_verbs(next, end) => {}
                _ => break,
            }
            next += 1;
        }
        self.push(PhraseKind::Verb, at..last + 1, last)
    }

    /// Whether the verb at `next` belongs to the group whose last verb is `last`: behind an auxiliary anything does,
    /// behind a full verb only an infinitive or a gerund.
    fn goes_on(&self, next: usize, last: usize, end: usize) -> bool {
        let form = self.word(next).tag.verb;
        if !matches!(self.word(last).tag.tag, Tag::Verb | Tag::Auxiliary) {
            return !self.is_attributive(next, end);
        }
        let after_auxiliary = self.word(last).tag.tag == Tag::Auxiliary || crate::clause::is_be(&self.word(last).lower);
        let dependent = matches!(form, Some(VerbForm::Infinitive | VerbForm::Gerund));
        !self.is_attributive(next, end)
            && (after_auxiliary || dependent || self.word(next).tag.tag == Tag::Auxiliary && last + 1 == next)
    }

    /// "va a salir", "acaba de salir", "tiene que salir": one group.
    fn joins_verbs(&self, at: usize, end: usize) -> bool {
        let spanish = self.analysis.is_spanish();
        let joint = matches!(self.word(at).lower.as_str(), "a" | "de" | "que") || self.word(at).lower == "to";
        let infinitive = (at + 1..end).next().is_some_and(|next| {
            let word = self.word(next);
            matches!(word.tag.verb, Some(VerbForm::Infinitive))
        });
        let verb = at > 0 && matches!(self.word(at - 1).tag.tag, Tag::Verb | Tag::Auxiliary);
        joint && infinitive && verb && (spanish || self.word(at).lower == "to")
    }

    fn starts_noun(&self, at: usize, end: usize) -> bool {
        self.name_starts(at) || self.in_noun(at, end)
    }

    /// "at least 74", "más de 300", "two hundred and six", "between 40 and 50": the word behind a number of several words
    /// that begins here, with what bounds it.
    fn bounded_number(&self, at: usize) -> Option<usize> {
        let start = self.word(at).span.start;
        let next = self.analysis.numbers.partition_point(|n| n.whole.start < start);
        let number = self.analysis.numbers.get(next).filter(|n| n.whole.start == start)?;
        let after = self.analysis.word_at(number.span.end - 1) + 1;
        (after > at + 1).then_some(after)
    }

    /// "a prisión | Otto René": a person's name does not describe a place.
    fn person_behind_place(&self, at: usize) -> bool {
        let person = self.analysis.name_of(at).is_some_and(|n| n.words.start == at && n.kind == NameKind::Person);
        let before = self.word(at - 1);
        let noun = before.tag.tag == Tag::Noun && !before.capital && !self.words.is_person_noun(&before.lower);
        let governed = self.phrases.last().is_some_and(|p| p.kind == PhraseKind::Preposition);
        person && noun && (governed || self.words.custody_nouns.contains(&before.lower))
    }

    fn name_starts(&self, at: usize) -> bool {
        self.analysis.name_of(at).is_some_and(|n| n.words.start == at)
    }

    fn in_noun(&self, at: usize, end: usize) -> bool {
        match self.word(at).tag.tag {
            Tag::Determiner | Tag::Number | Tag::Noun | Tag::ProperNoun | Tag::Pronoun | Tag::Adjective => true,
            Tag::Symbol | Tag::Other => self.word(at).kind != TokenKind::Mark,
            Tag::Verb => self.is_attributive(at, end),
            _ => false,
        }
    }

    fn noun(&mut self, at: usize, end: usize) -> usize {
        let mut next = at;
        let mut head = at;
        let mut seen_noun = false;
        while next < end {
            if let Some(after) = self.bounded_number(next) {
                head = after - 1;
                next = after.min(end);
                continue;
            }
            if next > at && self.person_behind_place(next) {
                break;
            }
            if let Some(name) = self.analysis.name_of(next).filter(|n| n.words.start == next) {
                let after = name.words.end.min(end);
                head = next;
                next = after;
                seen_noun = true;
                if !self.possessive(next, end) && !self.compound_goes_on(next, end) {
                    break;
                }
                next += usize::from(self.possessive(next, end));
                continue;
            }
            if self.is_quote_mark(next) && next > at && next + 1 < end && self.in_noun(next + 1, end) && !seen_noun {
                next += 1;
                continue;
            }
            if self.word(next).kind == TokenKind::Mark
                || self.is_relative_word(next)
                || !self.in_noun(next, end)
                || next > at && self.date_border(next)
            {
                break;
            }
            let word = self.word(next);
            let opens = matches!(word.tag.tag, Tag::Determiner)
                || matches!(word.tag.tag, Tag::Pronoun | Tag::Number if seen_noun);
            let behind_pronoun = next > at
                && word.tag.tag == Tag::Determiner
                && matches!(self.word(next - 1).lower.as_str(), "her" | "him" | "them");
            let after_number =
                next > at && word.tag.tag == Tag::Determiner && self.word(next - 1).tag.tag == Tag::Number;
            let behind_outlet = next > at && seen_noun && self.is_another_speaker(head, next);
            if next > at && opens && seen_noun || after_number || behind_pronoun || behind_outlet {
                break;
            }
            if matches!(word.tag.tag, Tag::Noun | Tag::ProperNoun | Tag::Other) {
                head = self.better_head(head, next, seen_noun);
                seen_noun = true;
            } else if !seen_noun && matches!(word.tag.tag, Tag::Pronoun | Tag::Number | Tag::Adjective) {
                head = next;
            }
            next += 1;
            if self.possessive(next, end) {
                next += 1;
            }
        }
        self.push(PhraseKind::Noun, at..next.max(at + 1), head)
    }

    /// "informaron a este medio fuentes judiciales": whoever speaks right behind the outlet that is told.
    fn is_another_speaker(&self, head: usize, next: usize) -> bool {
        let class = |at: usize| self.words.informant_class(&self.word(at).lower);
        let outlet = class(head) == Some(InformantClass::Outlet) && !self.word(head).capital;
        self.analysis.is_spanish() && outlet && self.word(next).tag.tag == Tag::Noun && class(next).is_some()
    }

    /// The last noun in English, the first in Spanish.
    fn better_head(&self, head: usize, next: usize, seen_noun: bool) -> usize {
        if seen_noun && self.analysis.is_spanish() { head } else { next }
    }

    fn is_relative_word(&self, at: usize) -> bool {
        matches!(
            self.word(at).lower.as_str(),
            "who" | "whom" | "whose" | "which" | "quien" | "quienes" | "que" | "cual" | "cuales" | "cuyo" | "cuya"
        )
    }

    fn possessive(&self, at: usize, end: usize) -> bool {
        at < end && matches!(self.word(at).lower.as_str(), "'s" | "'") && self.word(at).tag.tag != Tag::Auxiliary
            || at < end
                && self.word(at).lower == "'s"
                && at + 1 < end
                && matches!(self.word(at + 1).tag.tag, Tag::Noun | Tag::Adjective | Tag::ProperNoun)
    }

    /// "Ministry spokesman Rubén Paz": nouns go on behind a name in English.
    fn compound_goes_on(&self, at: usize, end: usize) -> bool {
        let english = !self.analysis.is_spanish();
        let person = at > 0 && self.analysis.name_of(at - 1).is_some_and(|n| n.kind == NameKind::Person);
        let tag = if at < end { self.word(at).tag.tag } else { Tag::Other };
        let nominal = tag == Tag::Noun || tag == Tag::Adjective && !person;
        english && nominal && !self.is_relative_word(at)
    }
}
