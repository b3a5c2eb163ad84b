//! Who does what to whom: walks a row of phrases from a verb to its subject and its objects.
//!
//! Knows voices, lists, appositions and relative clauses; knows no custody and resolves nobody (see `reference`).

use constancia_language::inflection::Inflection;
use constancia_language::tagging::{Tag, VerbForm};
use constancia_language::{Analysis, Name, NameKind, TokenKind};

use crate::phrases::{Phrase, PhraseKind};

/// One sentence with its row of phrases.
pub struct Clause<'a, 't> {
    /// The text.
    pub analysis: &'a Analysis<'t>,
    /// The row.
    pub phrases: &'a [Phrase],
}

/// Whether the verb's subject acts or is acted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// The subject acts.
    Active,
    /// The subject is acted on: "was freed", "fue liberada", "se liberó a".
    Passive,
    /// A participle by itself: "detained since 2024".
    Participle,
}

impl Clause<'_, '_> {
    fn lower(&self, word: usize) -> &str {
        &self.analysis.words[word].lower
    }

    /// The voice of the verb at `verb` (a word) in the group at `at`.
    pub fn voice(&self, at: usize, verb: usize, inflection: Inflection) -> Voice {
        let group = &self.phrases[at];
        let before: Vec<&str> = group.words.clone().take_while(|&w| w < verb).map(|w| self.lower(w)).collect();
        let participle = self.may_be_participle(verb, inflection);
        if self.analysis.is_spanish() {
            return spanish_voice(&before, participle);
        }
        let passive = before.iter().any(|w| {
            matches!(
                *w,
                "was"
                    | "were"
                    | "been"
                    | "being"
                    | "be"
                    | "is"
                    | "are"
                    | "'s"
                    | "'re"
                    | "got"
                    | "getting"
                    | "gets"
                    | "am"
            )
        });
        let have = before.iter().any(|w| matches!(*w, "have" | "has" | "had" | "having" | "'ve" | "'d"));
        let passive = passive || before.is_empty() && participle && self.goes_on_passive(at);
        match (participle, passive, have) {
            (true, true, _) => Voice::Passive,
            (true, false, false) if self.is_bare_participle(at, verb, &before) => Voice::Participle,
            _ => Voice::Active,
        }
    }

    fn may_be_participle(&self, verb: usize, inflection: Inflection) -> bool {
        let form = self.analysis.words[verb].tag.verb;
        matches!(inflection, Inflection::Participle | Inflection::Past)
            && (self.analysis.is_spanish() || !self.lower(verb).ends_with("ing"))
            && (!self.analysis.is_spanish() || inflection == Inflection::Participle)
            && (form != Some(VerbForm::Infinitive) || self.behind_be(verb))
    }

    /// "was detained on Monday, charged and remanded": a participle behind a joint goes on the passive before it.
    fn goes_on_passive(&self, at: usize) -> bool {
        self.passive_before(at).is_some()
    }

    /// The passive verb group that the bare participle at `at` is joined to.
    pub fn passive_before(&self, at: usize) -> Option<usize> {
        let joint = (0..at).rev().find(|&k| self.phrases[k].kind != PhraseKind::Other)?;
        if let Some(split) = self.auxiliary_before(at) {
            return Some(split);
        }
        let joined = matches!(self.phrases[joint].kind, PhraseKind::Coordinator | PhraseKind::Comma);
        let object = self.phrases.get(at + 1).is_some_and(|p| p.kind == PhraseKind::Noun && !self.is_time(p));
        let goes_itself = matches!(self.lower(self.phrases[at].head), "moved" | "returned" | "relocated" | "shifted");
        if self.analysis.is_spanish() || !joined || object || goes_itself || self.phrases[at].words.len() > 1 {
            return None;
        }
        let before = (0..joint).rev().find(|&k| !self.is_adjunct_part(k))?;
        let group = &self.phrases[before].words;
        let be = group.clone().any(|w| matches!(self.lower(w), "was" | "were" | "been" | "is" | "are" | "being"));
        let last = &self.analysis.words[self.phrases[before].head];
        let passive = last.tag.verb == Some(VerbForm::Participle) || last.lower.ends_with("ed");
        (self.phrases[before].kind == PhraseKind::Verb && (be && passive || self.passive_before(before).is_some()))
            .then_some(before)
    }

    /// "was quietly and without a word released": the auxiliary that adjuncts part from its participle.
    fn auxiliary_before(&self, at: usize) -> Option<usize> {
        let participle = self.analysis.words[self.phrases[at].head].tag.verb == Some(VerbForm::Participle);
        let before = (0..at).rev().find(|&k| !self.is_adjunct_part(k))?;
        let be = matches!(self.lower(self.phrases[before].head), "was" | "were" | "been");
        let parted = matches!(self.phrases[before + 1].kind, PhraseKind::Other | PhraseKind::Comma) && before + 1 < at;
        (participle && be && parted && self.phrases[at].words.len() == 1 && !self.analysis.is_spanish())
            .then_some(before)
    }

    /// A phrase that only adds when, where or how: a time, a preposition with its noun, an adverb, a joint.
    fn is_adjunct_part(&self, k: usize) -> bool {
        let phrase = &self.phrases[k];
        match phrase.kind {
            PhraseKind::Noun => {
                self.is_time(phrase)
                    || k > 0 && self.phrases[k - 1].kind == PhraseKind::Preposition
                    || k > 1 && self.is_governed_gerund(k - 1)
            }
            PhraseKind::Verb => self.is_governed_gerund(k),
            PhraseKind::Preposition | PhraseKind::Other | PhraseKind::Comma | PhraseKind::Coordinator => true,
            _ => false,
        }
    }

    /// "of joining": a gerund behind a preposition.
    fn is_governed_gerund(&self, k: usize) -> bool {
        let phrase = &self.phrases[k];
        let gerund = phrase.kind == PhraseKind::Verb && self.lower(phrase.words.start).ends_with("ing");
        gerund && k > 0 && self.phrases[k - 1].kind == PhraseKind::Preposition
    }

    fn behind_be(&self, verb: usize) -> bool {
        verb > 0 && matches!(self.lower(verb - 1), "be" | "been" | "being" | "was" | "were" | "is" | "are")
    }

    /// "X, arrested in May," and "those freed" but not "police arrested X".
    fn is_bare_participle(&self, at: usize, verb: usize, before: &[&str]) -> bool {
        if !before.is_empty()
            && before.iter().all(|w| {
                matches!(*w, "to" | "will" | "would" | "did" | "do" | "does" | "may" | "might" | "can" | "could")
            })
        {
            return false;
        }
        let tagged = self.analysis.words[verb].tag.verb;
        let object_follows = self.object_follows(at);
        let subject_before = at > 0 && self.phrases[at - 1].kind == PhraseKind::Noun;
        let apart = at == 0
            || matches!(
                self.phrases[at - 1].kind,
                PhraseKind::Comma
                    | PhraseKind::Stop
                    | PhraseKind::Coordinator
                    | PhraseKind::Other
                    | PhraseKind::Subordinator
                    | PhraseKind::Preposition
            );
        if self.opens_fragment(at) && !object_follows {
            return true;
        }
        match tagged {
            Some(VerbForm::Participle) => {
                !object_follows || !subject_before && apart && !self.coordinated_with_finite(at)
            }
            Some(VerbForm::Past | VerbForm::Finite) => false,
            _ => apart && !object_follows && !self.coordinated_with_finite(at),
        }
    }

    /// An object right behind the verb, or behind its particle: "arrested Ana Ruiz", "picked up Ana Ruiz".
    fn object_follows(&self, at: usize) -> bool {
        let particle = |p: &Phrase| matches!(self.lower(p.head), "up" | "away" | "off" | "out");
        let behind = at + 1 + usize::from(self.phrases.get(at + 1).is_some_and(particle));
        let aside = behind > at + 1 && self.phrases.get(behind).is_some_and(|p| p.kind == PhraseKind::Comma);
        let next = match aside {
            true => self.closes_aside(behind).map(|close| close + 1),
            false => Some(behind),
        };
        let object = next.and_then(|k| self.phrases.get(k));
        object.is_some_and(|p| p.kind == PhraseKind::Noun && !self.is_time(p))
    }

    /// "Moved here from Evin.": an English past at the start of a fragment has no subject and is a participle.
    fn opens_fragment(&self, at: usize) -> bool {
        let open = self.phrases[..at].iter().rev().take_while(|p| p.kind != PhraseKind::Stop);
        !self.analysis.is_spanish() && open.clone().all(|p| p.kind == PhraseKind::Other)
    }

    /// "He kissed the ground and freed …": a verb behind "and" goes on as the verb before it.
    fn coordinated_with_finite(&self, at: usize) -> bool {
        at > 0 && self.phrases[at - 1].kind == PhraseKind::Coordinator
    }

    /// A noun phrase that is a date or a length of time.
    pub fn is_time(&self, phrase: &Phrase) -> bool {
        let start = self.analysis.words[phrase.words.start].span.start;
        let end = self.analysis.words[phrase.words.end - 1].span.end;
        let covered = |from: usize, to: usize| from < end && start < to;
        self.analysis.dates.iter().any(|d| covered(d.span.start, d.span.end))
            || self.analysis.durations.iter().any(|d| covered(d.span.start, d.span.end))
            || matches!(
                self.lower(phrase.head),
                "night"
                    | "morning"
                    | "afternoon"
                    | "evening"
                    | "noche"
                    | "tarde"
                    | "madrugada"
                    | "day"
                    | "día"
                    | "time"
                    | "week"
                    | "weekend"
                    | "month"
                    | "dawn"
                    | "noon"
                    | "midnight"
            )
    }

    /// The subject of the verb group at `at`: the phrases of its (coordinated) noun phrases, nearest first.
    pub fn subject(&self, at: usize) -> Vec<usize> {
        self.walk_left(self.first_joined(at), 0)
    }

    /// "was detained, charged and remanded": the verb group whose subject the joined participles share.
    fn first_joined(&self, at: usize) -> usize {
        match self.phrases.get(at).map(|p| p.kind) {
            Some(PhraseKind::Verb) => self.passive_before(at).map_or(at, |before| self.first_joined(before)),
            _ => at,
        }
    }

    fn walk_left(&self, at: usize, depth: usize) -> Vec<usize> {
        let mut k = at;
        while k > 0 && depth < 6 {
            k -= 1;
            match self.phrases[k].kind {
                PhraseKind::Other | PhraseKind::Preposition => {}
                PhraseKind::Comma if self.listed_aside(k).is_some() => return self.listed_aside(k).unwrap_or_default(),
                PhraseKind::Comma => match self.skip_aside(k) {
                    Some(before) if self.names_noun_before(before, k) => return self.with_coordinated(k - 1),
                    Some(before) => k = before,
                    None if self.leads_in(k) => return Vec::new(),
                    None => {}
                },
                PhraseKind::Noun if self.is_time(&self.phrases[k]) => {}
                PhraseKind::Noun if self.ends_relative(k, at).is_some() => {
                    return self.ends_relative(k, at).map(|relative| self.antecedent(relative)).unwrap_or_default();
                }
                PhraseKind::Noun => match self.governing_preposition(k) {
                    Some(preposition) if self.behind_quantity(preposition) => return vec![k],
                    Some(preposition) => k = preposition,
                    None => return self.with_coordinated(self.named_before(k)),
                },
                PhraseKind::Relative => return self.antecedent(k),
                PhraseKind::Coordinator => {
                    if let Some(verb) = self.verb_before(k) {
                        return self.walk_left(verb, depth + 1);
                    }
                }
                PhraseKind::Verb if self.is_reduced(k) => {}
                PhraseKind::Verb => return self.shared_subject(k, at, depth),
                PhraseKind::Subordinator | PhraseKind::Stop => return Vec::new(),
                PhraseKind::Quote(_) => {}
            }
        }
        Vec::new()
    }

    /// "Sixteen persons who have shown remorse will": the relative pronoun of the clause whose object the noun phrase at `k`
    /// is, where no comma stands between it and the verb at `at`.
    fn ends_relative(&self, k: usize, at: usize) -> Option<usize> {
        if self.phrases[k..at].iter().any(|p| p.kind == PhraseKind::Comma) {
            return None;
        }
        let mut before = (0..k).rev().filter(|&j| self.phrases[j].kind != PhraseKind::Other);
        let mut verb = before.next()?;
        if self.phrases[verb].kind == PhraseKind::Preposition {
            verb = before.next()?;
        }
        let relative = before.next()?;
        let plain = self.phrases[verb].kind == PhraseKind::Verb && self.phrases[relative].kind == PhraseKind::Relative;
        let restricts = relative > 0 && self.phrases[relative - 1].kind == PhraseKind::Noun;
        (plain && restricts && !self.names_person(k)).then_some(relative)
    }

    /// "un total de 60 ciudadanos", "a group of nurses": the noun behind the preposition is what is spoken of.
    fn behind_quantity(&self, preposition: usize) -> bool {
        let noun = preposition.checked_sub(1).map(|b| &self.phrases[b]).filter(|p| p.kind == PhraseKind::Noun);
        let of = matches!(self.lower(self.phrases[preposition].head), "of" | "de");
        of && noun.is_some_and(|p| QUANTITIES.contains(&self.lower(p.head)))
    }

    /// "Ana Ruiz, 44, a nurse, was": from an apposition to the name that it describes.
    fn named_before(&self, k: usize) -> usize {
        let mut at = k;
        while !self.names_person(at)
            && at >= 2
            && self.phrases[at - 1].kind == PhraseKind::Comma
            && self.phrases[at - 2].kind == PhraseKind::Noun
        {
            at -= 2;
            if self.names_person(at) {
                return at;
            }
        }
        k
    }

    fn names_person(&self, k: usize) -> bool {
        let phrase = &self.phrases[k];
        let person = |n: &Name| n.kind == NameKind::Person && n.words.end == phrase.words.end;
        self.analysis.names_in(&phrase.words).iter().any(person)
    }

    /// The noun phrase that a participle without an auxiliary stands right behind.
    pub fn modified(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        (self.phrases[before].kind == PhraseKind::Noun && !self.is_time(&self.phrases[before])).then_some(before)
    }

    /// "five nationals detained in Caracas were": a participle right behind its noun is part of the noun phrase.
    fn is_reduced(&self, k: usize) -> bool {
        let participle = self.analysis.words[self.phrases[k].words.start].tag.verb == Some(VerbForm::Participle);
        participle && k > 0 && self.phrases[k - 1].kind == PhraseKind::Noun && self.phrases[k].words.len() == 1
    }

    /// An infinitive, gerund or participle shares the subject of the verb before it; a finite verb does not.
    fn shared_subject(&self, verb: usize, at: usize, depth: usize) -> Vec<usize> {
        let first = self.phrases[at].words.start;
        let dependent = matches!(
            self.analysis.words[first].tag.verb,
            Some(VerbForm::Infinitive | VerbForm::Gerund | VerbForm::Participle)
        ) || matches!(self.lower(first), "to" | "not");
        if dependent { self.walk_left(verb, depth + 1) } else { Vec::new() }
    }

    /// A comma at `k` that ends an aside: the phrase before the comma that opens it.
    fn skip_aside(&self, k: usize) -> Option<usize> {
        let open = (0..k).rev().take(14).find(|&j| self.phrases[j].kind == PhraseKind::Comma)?;
        let inside = &self.phrases[open + 1..k];
        let first = inside.first()?;
        let clause = matches!(first.kind, PhraseKind::Relative | PhraseKind::Preposition)
            || first.kind == PhraseKind::Verb && self.is_participle(first);
        let nominal =
            inside.iter().all(|p| !matches!(p.kind, PhraseKind::Verb | PhraseKind::Quote(_) | PhraseKind::Stop));
        let before_is_noun = open > 0 && matches!(self.phrases[open - 1].kind, PhraseKind::Noun | PhraseKind::Other);
        let said = inside.len() <= 2 && inside.iter().any(|p| p.kind == PhraseKind::Verb);
        ((clause || nominal || said) && before_is_noun).then_some(open)
    }

    /// "Three teachers, Ana Ruiz, Juan Paz and Eva Gil, were": the names of a list that ends before the comma at `k`, the
    /// nearest first, and the plural before it that they spell out.
    fn listed_aside(&self, k: usize) -> Option<Vec<usize>> {
        let kind = |at: usize| self.phrases[at].kind;
        let named = |at: usize| kind(at) == PhraseKind::Noun && self.names_person(at);
        let mut at = k.checked_sub(1).filter(|&at| named(at))?;
        let mut found = vec![at];
        let mut joined = false;
        loop {
            let mut joint = at.checked_sub(1)?;
            if kind(joint) == PhraseKind::Coordinator {
                joined = true;
                joint -= usize::from(joint > 0 && kind(joint - 1) == PhraseKind::Comma);
            } else if kind(joint) != PhraseKind::Comma {
                return None;
            }
            at = joint.checked_sub(1)?;
            found.push(at);
            if !named(at) {
                break;
            }
        }
        let phrase = &self.phrases[at];
        let words = &self.analysis.words;
        let plural = words[phrase.head].tag.plural || words[phrase.words.start].tag.tag == Tag::Number;
        (joined && found.len() > 2 && kind(at) == PhraseKind::Noun && plural && !self.is_time(phrase)).then_some(found)
    }

    /// "after her accompanist, Ana Ruiz, was": the aside between the commas names the one before it.
    fn names_noun_before(&self, open: usize, close: usize) -> bool {
        let named = |k: usize| self.phrases[k].kind == PhraseKind::Noun && self.names_person(k);
        close == open + 2
            && [open, close].iter().all(|&k| self.lower(self.phrases[k].head) == ",")
            && named(close - 1)
            && open > 0
            && self.phrases[open - 1].kind == PhraseKind::Noun
            && !self.names_person(open - 1)
            && self.governing_preposition(open - 1).is_some()
            && !self.analysis.is_spanish()
    }

    fn is_participle(&self, phrase: &Phrase) -> bool {
        matches!(self.analysis.words[phrase.words.start].tag.verb, Some(VerbForm::Participle | VerbForm::Gerund))
    }

    /// Whether nothing before the comma at `k` could be a subject: "On Friday, …".
    fn leads_in(&self, k: usize) -> bool {
        self.phrases[..k].iter().all(|p| p.kind != PhraseKind::Noun)
    }

    /// The preposition that governs the noun phrase at `k`; a subject is governed by none.
    pub fn governing_preposition(&self, k: usize) -> Option<usize> {
        let before = k.checked_sub(1)?;
        match self.phrases[before].kind {
            PhraseKind::Preposition => Some(before),
            PhraseKind::Coordinator | PhraseKind::Comma
                if before > 0 && self.phrases[before - 1].kind == PhraseKind::Noun && !self.starts_clause(k) =>
            {
                let preposition = self.governing_preposition(before - 1)?;
                (self.phrases[before].kind == PhraseKind::Coordinator).then_some(preposition)
            }
            _ => None,
        }
    }

    /// The noun phrase at `k` with those joined to it, as the subject of a participle.
    pub fn named_list(&self, k: usize) -> Vec<usize> {
        self.with_coordinated(self.named_before(k))
    }

    /// The noun phrases joined to the one at `k` on its left: "A, B and C".
    fn with_coordinated(&self, k: usize) -> Vec<usize> {
        let mut found = vec![k];
        let mut at = k;
        while at >= 2 {
            let joint = self.phrases[at - 1].kind;
            let oxford = joint == PhraseKind::Coordinator && self.phrases[at - 2].kind == PhraseKind::Comma;
            let before = if oxford && at >= 3 { at - 3 } else { at - 2 };
            let joined = joint == PhraseKind::Coordinator || joint == PhraseKind::Comma && found.len() > 1;
            if !joined
                || self.phrases[before].kind != PhraseKind::Noun
                || self.governing_preposition(before).is_some_and(|p| p + 1 == before && found.len() < 2)
            {
                break;
            }
            found.push(before);
            at = before;
        }
        found
    }

    /// The noun phrase that a relative pronoun at `k` stands for.
    pub fn antecedent(&self, k: usize) -> Vec<usize> {
        let joined = k > 0 && self.phrases[k - 1].kind == PhraseKind::Coordinator;
        let first = (0..k).rev().find(|&j| self.phrases[j].kind == PhraseKind::Relative).filter(|_| joined);
        let mut j = first.unwrap_or(k);
        while j > 0 {
            j -= 1;
            match self.phrases[j].kind {
                PhraseKind::Comma => {
                    if let Some(open) = self.skip_apposition(j) {
                        j = open;
                    }
                }
                PhraseKind::Noun if self.set_against(j) => j = j.saturating_sub(1),
                PhraseKind::Noun => return self.head_of_chain(j),
                PhraseKind::Other | PhraseKind::Preposition => {}
                _ => return Vec::new(),
            }
        }
        Vec::new()
    }

    /// "A, not B, who": the relative clause is about A.
    fn set_against(&self, j: usize) -> bool {
        j > 0 && matches!(self.lower(self.phrases[j - 1].head), "not" | "no")
    }

    /// ", 44, " and ", a nurse," between a name and its relative clause.
    fn skip_apposition(&self, k: usize) -> Option<usize> {
        let open = (0..k).rev().take(8).find(|&j| self.phrases[j].kind == PhraseKind::Comma)?;
        let inside = &self.phrases[open + 1..k];
        let nominal = !inside.is_empty()
            && inside.iter().all(|p| matches!(p.kind, PhraseKind::Noun | PhraseKind::Preposition | PhraseKind::Other));
        let named = |p: &Phrase| self.analysis.names_in(&p.words).iter().any(|n| n.kind == NameKind::Person);
        let named_inside = inside.iter().any(named);
        (nominal && !named_inside && open > 0 && named(&self.phrases[open - 1])).then_some(open)
    }

    /// "el hijo de la señora, que": the nearest noun phrase, and the ones that it hangs on.
    fn head_of_chain(&self, j: usize) -> Vec<usize> {
        let mut found = self.with_coordinated(j);
        let mut at = j;
        while let Some(preposition) = self.governing_preposition(at) {
            let Some(before) = preposition.checked_sub(1).filter(|&b| self.phrases[b].kind == PhraseKind::Noun) else {
                break;
            };
            found.push(before);
            at = before;
        }
        found
    }

    /// The verb group nearest before `k` within the sentence part.
    fn verb_before(&self, k: usize) -> Option<usize> {
        let adjacent = k.checked_sub(1).filter(|&b| {
            self.phrases[b].kind == PhraseKind::Noun
                && k + 1 < self.phrases.len()
                && self.phrases[k + 1].kind == PhraseKind::Noun
        });
        if adjacent.is_some() {
            return None;
        }
        (0..k)
            .rev()
            .take_while(|&j| self.phrases[j].kind != PhraseKind::Stop)
            .find(|&j| self.phrases[j].kind == PhraseKind::Verb)
    }

    /// The objects of the verb group at `at`: noun phrases to its right up to the next verb, with what is joined to them.
    pub fn objects(&self, at: usize) -> Vec<usize> {
        let mut k = at + 1;
        while k < self.phrases.len() {
            match self.phrases[k].kind {
                PhraseKind::Other => k += 1,
                PhraseKind::Preposition
                    if self.analysis.is_spanish() && matches!(self.lower(self.phrases[k].head), "a" | "al") =>
                {
                    k += 1
                }
                PhraseKind::Noun if self.is_time(&self.phrases[k]) => k += 1,
                PhraseKind::Preposition if self.is_adjunct(k) => k += 2,
                PhraseKind::Noun => return self.list_right(k),
                PhraseKind::Comma if k + 2 < self.phrases.len() && self.closes_aside(k).is_some() => {
                    k = self.closes_aside(k).unwrap_or(k) + 1;
                }
                _ => return Vec::new(),
            }
        }
        Vec::new()
    }

    /// A prepositional phrase between a verb and its object: "liberó en Caracas a cinco", "freed on Friday two".
    fn is_adjunct(&self, k: usize) -> bool {
        let follows = self.phrases.get(k + 1).is_some_and(|p| p.kind == PhraseKind::Noun);
        let object = self.phrases.get(k + 2).is_some_and(|p| {
            p.kind == PhraseKind::Noun && !self.analysis.is_spanish()
                || p.kind == PhraseKind::Preposition && matches!(self.lower(p.head), "a" | "al")
        });
        follows && (object || self.phrases.get(k + 1).is_some_and(|p| self.is_time(p)))
    }

    fn closes_aside(&self, k: usize) -> Option<usize> {
        let close = (k + 1..self.phrases.len()).take(10).find(|&j| self.phrases[j].kind == PhraseKind::Comma)?;
        let inside = &self.phrases[k + 1..close];
        let object = self.phrases.get(close + 1)?;
        let goes_on = object.kind == PhraseKind::Noun
            || object.kind == PhraseKind::Preposition && matches!(self.lower(object.head), "a" | "al");
        let without = inside.first().is_some_and(|p| matches!(self.lower(p.head), "without" | "sin"));
        let plain = inside.iter().all(|p| {
            !matches!(p.kind, PhraseKind::Stop | PhraseKind::Quote(_)) && (p.kind != PhraseKind::Verb || without)
        });
        (plain && goes_on && !inside.is_empty()).then_some(close)
    }

    /// The noun phrase at `k` and those joined to it on the right: "A, B and C", "A, a nurse, and B".
    pub fn list_right(&self, k: usize) -> Vec<usize> {
        let mut found = vec![k];
        let mut at = k;
        loop {
            let mut next = at + 1;
            let mut joined = false;
            while next < self.phrases.len() {
                match self.phrases[next].kind {
                    PhraseKind::Comma | PhraseKind::Coordinator => joined = true,
                    PhraseKind::Relative => match self.end_of_aside(next) {
                        Some(comma) => next = comma,
                        None => break,
                    },
                    PhraseKind::Preposition
                        if joined
                            && self.analysis.is_spanish()
                            && matches!(self.lower(self.phrases[next].head), "a" | "al") => {}
                    PhraseKind::Preposition
                        if !joined && self.phrases.get(next + 1).is_some_and(|p| p.kind == PhraseKind::Noun) =>
                    {
                        next += 1
                    }
                    PhraseKind::Other if self.analysis.words[self.phrases[next].head].kind != TokenKind::Mark => {}
                    _ => break,
                }
                next += 1;
            }
            let clause_follows = self.starts_clause(next);
            if !joined || next >= self.phrases.len() || self.phrases[next].kind != PhraseKind::Noun || clause_follows {
                return found;
            }
            found.push(next);
            at = next;
        }
    }

    /// The comma that ends a relative clause in a list: "A, who also holds a passport, B".
    fn end_of_aside(&self, k: usize) -> Option<usize> {
        let close = (k + 1..self.phrases.len()).take(10).find(|&j| self.phrases[j].kind == PhraseKind::Comma)?;
        let plain = !self.phrases[k..close].iter().any(|p| matches!(p.kind, PhraseKind::Stop | PhraseKind::Quote(_)));
        (plain && self.phrases.get(close + 1).is_some_and(|p| p.kind == PhraseKind::Noun)).then_some(close)
    }

    /// Whether the noun phrase at `k` is the subject of a verb that follows it.
    fn starts_clause(&self, k: usize) -> bool {
        let mut next = k + 1;
        while next < self.phrases.len() && matches!(self.phrases[next].kind, PhraseKind::Other) {
            next += 1;
        }
        let verb = self.phrases.get(next).filter(|p| p.kind == PhraseKind::Verb);
        verb.is_some_and(|p| !self.is_participle(p) && self.analysis.words[p.words.start].tag.tag != Tag::Particle)
    }
}

/// Nouns that only measure what stands behind "of".
pub const QUANTITIES: [&str; 22] = [
    "total",
    "group",
    "number",
    "majority",
    "dozens",
    "hundreds",
    "thousands",
    "batch",
    "half",
    "most",
    "dozen",
    "grupo",
    "número",
    "mayoría",
    "decenas",
    "cientos",
    "miles",
    "mitad",
    "docena",
    "veintena",
    "centenar",
    "mayor",
];

/// The voice by the auxiliaries before a Spanish verb.
fn spanish_voice(before: &[&str], participle: bool) -> Voice {
    const PERFECT: [&str; 16] = [
        "ha", "han", "había", "habían", "haber", "haya", "hayan", "hubiera", "hubieran", "habrá", "habrán", "habría",
        "habrían", "he", "hemos", "hubo",
    ];
    let perfect = before.iter().any(|w| PERFECT.contains(w));
    match participle {
        true if before.iter().any(|w| is_be(w)) => Voice::Passive,
        true if !perfect => Voice::Participle,
        _ => Voice::Active,
    }
}

/// Forms of "ser" and of the verbs that make a state with a participle.
pub fn is_be(word: &str) -> bool {
    const FORMS: [&str; 42] = [
        "ser",
        "es",
        "son",
        "fue",
        "fueron",
        "era",
        "eran",
        "sea",
        "sean",
        "sido",
        "siendo",
        "será",
        "serán",
        "sería",
        "serían",
        "fuera",
        "fueran",
        "fuese",
        "estar",
        "está",
        "están",
        "estaba",
        "estaban",
        "estuvo",
        "estuvieron",
        "estado",
        "sigue",
        "siguen",
        "seguía",
        "continúa",
        "continúan",
        "permanece",
        "permanecen",
        "permanecía",
        "quedó",
        "quedaron",
        "queda",
        "quedan",
        "encuentra",
        "encuentran",
        "resultó",
        "resultaron",
    ];
    FORMS.contains(&word)
}
