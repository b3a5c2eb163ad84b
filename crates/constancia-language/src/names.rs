//! Words to names: which runs of capitals name a person, a place or an institution.
//!
//! Rules over capitals, particles, neighbours and lists, with the trained labels as one voice among others. A name is
//! what the text prints; who it is, is decided by the reader.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use constancia_model::Span;

use crate::analysis::Word;
use crate::lexicon::Lexicon;
use crate::sentences::{Block, BlockKind, Sentence};
use crate::tagging::{self, NameLabel, Tag, lists};
use crate::tokens::TokenKind;

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A human being.
    Person,
    /// A country, town, prison, street.
    Place,
    /// A ministry, group, outlet, court, company.
    Institution,
    /// Something else, or nobody can tell.
    Unknown,
}

/// A name in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Where it stands, courtesies and offices left out.
    pub span: Span,
    /// Its words, as indexes.
    pub words: Range<usize>,
    /// What it names.
    pub kind: NameKind,
}

/// What the names are found in.
pub(crate) struct Text<'a> {
    pub text: &'a str,
    pub words: &'a [Word],
    pub blocks: &'a [Block],
    pub sentences: &'a [Sentence],
    pub labels: &'a [NameLabel],
    pub lexicon: &'static Lexicon,
    pub language: &'a constancia_model::Language,
}

/// All names of a text, in order, not overlapping.
pub(crate) fn names(text: &Text) -> Vec<Name> {
    let capitals = capital_words(text);
    let mut found = Vec::new();
    for sentence in text.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            if !capitals[at] {
                at += 1;
                continue;
            }
            let run = extend(text, &capitals, at, sentence.tokens.end);
            at = run.end;
            found.extend(split_run(text, run));
        }
    }
    settle(text, found)
}

/// Which words are capitals that may belong to a name.
fn capital_words(text: &Text) -> Vec<bool> {
    let seen = capitals_within(text);
    let mut capitals = vec![false; text.words.len()];
    for sentence in text.sentences {
        let titled = title_case(text, sentence);
        let mut opening = true;
        for at in sentence.tokens.clone() {
            let word = &text.words[at];
            if word.kind != TokenKind::Word {
                opening |= matches!(word.lower.as_str(), ":" | "“" | "«" | "\"" | "—" | "•" | "-" | "/" | "¿" | "¡");
                continue;
            }
            let calendar = text.lexicon.is_calendar(&word.lower);
            capitals[at] = word.capital && !calendar && may_name(text, at, opening || titled, &seen);
            opening = false;
        }
    }
    capitals
}

/// Words that stand capitalised inside a sentence somewhere in the text.
fn capitals_within(text: &Text) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    for sentence in text.sentences.iter().filter(|s| !title_case(text, s)) {
        let inner = sentence.tokens.clone().skip(1).filter(|&at| text.words[at - 1].kind == TokenKind::Word);
        seen.extend(inner.filter(|&at| text.words[at].capital).map(|at| text.words[at].lower.clone()));
    }
    seen
}

/// Whether most longer words of the sentence are capitalised: a headline, a label. What ends with a full stop is neither,
/// however many names it holds.
fn title_case(text: &Text, sentence: &Sentence) -> bool {
    if sentence.tokens.clone().next_back().is_some_and(|last| text.words[last].lower == ".") {
        return false;
    }
    let long: Vec<&Word> =
        text.words[sentence.tokens.clone()].iter().filter(|w| w.kind == TokenKind::Word && w.lower.len() > 3).collect();
    long.len() > 3 && long.iter().filter(|w| w.capital).count() * 10 >= long.len() * 8
}

fn may_name(text: &Text, at: usize, opening: bool, seen: &BTreeSet<String>) -> bool {
    let word = &text.words[at];
    let closed = matches!(
        word.tag.tag,
        Tag::Determiner
            | Tag::Adposition
            | Tag::Auxiliary
            | Tag::Coordinator
            | Tag::Subordinator
            | Tag::Pronoun
            | Tag::Particle
    );
    let raw = word.of(text.text);
    if text.lexicon.is_shouted(raw) {
        return false;
    }
    let followed = text.words.get(at + 1).is_some_and(|next| next.capital);
    let article = text.language.code() == "es"
        && matches!(word.lower.as_str(), "el" | "la" | "los" | "las")
        && followed
        && (!opening || raw.chars().all(char::is_uppercase) || place_with_article(text, at));
    if closed && lists::first_name(raw).is_none() && !lists::place(raw) {
        return article;
    }
    if raw.len() == 1
        && followed
        && raw.starts_with(|c: char| c.is_uppercase())
        && !matches!(raw, "A" | "I" | "Y" | "O" | "E" | "U")
    {
        return true;
    }
    if !opening {
        return !matches!(word.tag.tag, Tag::Verb if seen.is_empty());
    }
    word.tag.tag == Tag::ProperNoun
        || seen.contains(&word.lower)
        || lists::place(raw)
        || (followed
            && (lists::first_name(raw).is_some() || text.lexicon.is_title(raw) || text.lexicon.is_honorific(raw)))
        || (followed
            && matches!(word.tag.tag, Tag::Noun | Tag::Adjective | Tag::Other)
            && text.lexicon.is_institution_head(&word.lower))
}

/// "La Paz", "El Salvador" at the start of a sentence.
fn place_with_article(text: &Text, at: usize) -> bool {
    let next = text.words.get(at + 1);
    next.is_some_and(|next| lists::place(&text.text[text.words[at].span.start..next.span.end]))
}

/// The run of name words that begins at `at`: capitals, joined by particles, with a number behind ("Badr 1").
fn extend(text: &Text, capitals: &[bool], at: usize, end: usize) -> Range<usize> {
    let mut last = at;
    while last + 1 < end {
        let next = last + 1;
        if capitals[next] && !is_possessive(&text.words[next]) {
            last = next;
        } else if let Some(after) = over_particles(text, capitals, at..next, end) {
            last = after;
        } else if is_numeral(text, next) && !text.words[last].lower.ends_with('.') {
            last = next;
            break;
        } else {
            break;
        }
    }
    at..last + 1
}

fn is_possessive(word: &Word) -> bool {
    matches!(word.lower.as_str(), "'s" | "’s")
}

/// "1" and "II" behind a name; years, ages and counts are not part of it.
fn is_numeral(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let raw = word.of(text.text);
    let before = &text.words[at - 1];
    let glued = before.span.end + 1 == word.span.start;
    let next = text.words.get(at + 1).map_or("", |w| w.lower.as_str());
    let small = raw.len() <= 2 && raw.bytes().all(|b| b.is_ascii_digit()) || is_roman(raw);
    let phrase_ends =
        next.is_empty() || !next.starts_with(char::is_alphabetic) || text.words[at + 1].tag.tag != Tag::Noun;
    glued && small && phrase_ends && before.tag.tag == Tag::ProperNoun
}

/// The capital behind one to three particles that may join it to the run.
fn over_particles(text: &Text, capitals: &[bool], run: Range<usize>, end: usize) -> Option<usize> {
    let mut at = run.end;
    let mut joined = Vec::new();
    while at < end && joined.len() < 3 && !capitals[at] && text.words[at].kind == TokenKind::Word {
        joined.push(text.words[at].lower.as_str());
        at += 1;
    }
    if joined.is_empty() || at >= end || !capitals[at] {
        return None;
    }
    let phrase = joined.join(" ");
    let institution = text.words[run.clone()].iter().any(|w| text.lexicon.is_institution_head(&w.lower));
    let spanish = text.language.code() == "es";
    let single_place = text.words[run.clone()].iter().any(|w| text.lexicon.is_place_head(&w.lower))
        || (run.len() == 1 && lists::place(text.words[run.start].of(text.text)));
    let office = text.lexicon.is_title(text.words[at - joined.len() - 1].of(text.text));
    let person = text.lexicon.is_person_particle(&phrase) && !matches!(phrase.as_str(), "y" | "e") && !office;
    let all = |allowed: &dyn Fn(&str) -> bool| joined.iter().all(|word| allowed(word));
    let named_before = lists::first_name(text.words[run.start].of(text.text)).is_some();
    let allowed = if institution {
        all(&|word| {
            text.lexicon.is_particle(word)
                && word != "en"
                && (word != "and" && word != "y" && word != "e" || run.len() > 1)
        }) && !lists::place(text.words[at].of(text.text))
            || spanish && all(&|word| matches!(word, "de" | "del" | "la" | "los" | "las"))
    } else if spanish {
        (named_before || run.len() == 1 || single_place)
            && person
            && (named_before || !matches!(phrase.as_str(), "el" | "la"))
    } else {
        person && named_before || single_place && phrase == "of" && !lists::place(text.words[at].of(text.text))
    };
    allowed.then_some(at)
}

/// Takes offices and courtesies off a run and cuts it where two names touch.
fn split_run(text: &Text, run: Range<usize>) -> Vec<Name> {
    let office = |at: usize| {
        let raw = text.words[at].of(text.text);
        text.lexicon.is_title(raw) || text.lexicon.is_honorific(raw)
    };
    let institution = text.words[run.clone()].iter().any(|w| text.lexicon.is_institution_head(&w.lower));
    let mut start = run.start + usize::from(opens_with_role(text, &run));
    let begins_with_name = !office(run.start) && lists::first_name(text.words[run.start].of(text.text)).is_some();
    let organisation = begins_with_organisation(text, &run);
    let last_office = (run.start..run.end.saturating_sub(1)).rfind(|&at| office(at));
    if let Some(at) = last_office.filter(|_| !begins_with_name && !organisation) {
        let rest = at + 1..run.end;
        let person_follows = lists::first_name(text.words[rest.start].of(text.text)).is_some() || !institution;
        let particle = text.lexicon.is_particle(&text.words[rest.start].lower);
        if person_follows && !particle && !rest.is_empty() {
            start = rest.start;
        }
    }
    let words = start..run.end;
    let span = Span::new(text.words[words.start].span.start, text.words[words.end - 1].span.end);
    let kind = classify(text, &words, start > run.start);
    vec![Name { span, words, kind }]
}

/// "Activist Luvuyo Jara, who": a noun for a person that opens a sentence is no part of the name behind it.
fn opens_with_role(text: &Text, run: &Range<usize>) -> bool {
    let word = &text.words[run.start];
    let opens = text.sentences.iter().any(|s| s.tokens.start == run.start);
    let name = lists::first_name(word.of(text.text)).is_some() || text.lexicon.is_institution_head(&word.lower);
    let behind = run.len() > 2 || run.len() == 2 && lists::first_name(text.words[run.end - 1].of(text.text)).is_some();
    opens && !name && behind && text.lexicon.is_person_noun(&word.lower)
}

/// "General Motors", "General Motors Corporation": what looks like an office is part of the name.
fn begins_with_organisation(text: &Text, run: &Range<usize>) -> bool {
    let words = |to: usize| &text.text[text.words[run.start].span.start..text.words[to].span.end];
    (run.start + 1..run.end).any(|to| lists::organisation(words(to)))
}

/// Adds up what speaks for each kind.
fn classify(text: &Text, words: &Range<usize>, office: bool) -> NameKind {
    let run = &text.words[words.clone()];
    let mut score: BTreeMap<NameKind, i32> = BTreeMap::new();
    let mut say = |kind: NameKind, weight: i32| *score.entry(kind).or_default() += weight;
    let full = &text.text[run[0].span.start..run[run.len() - 1].span.end];
    let capitals = run.iter().filter(|w| w.capital).count();
    let first_name = lists::first_name(run[0].of(text.text)).is_some();
    let heads_institution =
        run.iter().any(|w| text.lexicon.is_institution_head(&w.lower)) && !(first_name && capitals <= 3);
    if heads_institution {
        say(NameKind::Institution, 6);
    }
    let edges = [&run[0], &run[run.len() - 1]];
    if edges.iter().any(|w| text.lexicon.is_place_head(&w.lower)) && !first_name && !(run.len() > 2 && office) {
        say(NameKind::Place, 5);
    }
    if text.lexicon.is_prison(full) {
        say(NameKind::Place, 6);
    }
    if lists::place(full) {
        say(NameKind::Place, if capitals > 1 { 8 } else { 4 });
    }
    if matches!(run[0].lower.as_str(), "la" | "las" | "los" | "el") && run.len() > 1 {
        say(NameKind::Place, 4);
        say(NameKind::Person, -4);
    }
    if first_name && capitals >= 2 {
        say(NameKind::Person, 4);
    }
    if office {
        say(NameKind::Person, 4);
    }
    let family_name = run.len() > 1 && lists::family_name(run[run.len() - 1].of(text.text));
    let plain = capitals >= 2 && run.iter().all(|w| w.kind == TokenKind::Word) && !all_upper(text, run);
    let strange = !made_of_common_words(text, run);
    if plain && (first_name || family_name || office || strange) {
        say(NameKind::Person, 2);
    }
    if plain && strange && !heads_institution && run.len() <= 4 {
        say(NameKind::Person, 2);
    }
    if plain && family_name {
        say(NameKind::Person, 1);
    }
    if lists::organisation(full) || begins_with_organisation(text, words) {
        say(NameKind::Institution, 6);
    }
    if plain && !first_name && names_no_person(text, run) {
        say(NameKind::Person, -6);
    }
    if !first_name && text.lexicon.is_title(run[run.len() - 1].of(text.text)) {
        say(NameKind::Person, -3);
    }
    if run.iter().any(|w| w.kind == TokenKind::Figure) || is_roman(run[run.len() - 1].of(text.text)) && run.len() > 1 {
        say(NameKind::Place, 4);
    }
    if run.len() == 1 && full.len() > 1 && full.chars().all(|c| c.is_uppercase()) {
        say(NameKind::Institution, 2);
    }
    if text.lexicon.is_feast(full) {
        return NameKind::Unknown;
    }
    neighbours(text, words, &mut say);
    labelled(text, words, &mut say);
    let best = score.into_iter().max_by_key(|&(kind, weight)| (weight, std::cmp::Reverse(kind)));
    best.filter(|&(_, weight)| weight >= 2 || weight >= 1 && capitals == 1).map_or(NameKind::Unknown, |(kind, _)| kind)
}

/// "Davis Cup", "Airbus A380", "Iran Cartoon": its last word is a thing or holds a figure, or its first one is a place.
fn names_no_person(text: &Text, run: &[Word]) -> bool {
    let last = &run[run.len() - 1];
    let figure = run.iter().any(|w| w.lower.contains(|c: char| c.is_ascii_digit()));
    let place = lists::place(run[0].of(text.text)) && !lists::family_name(last.of(text.text));
    figure || place || text.lexicon.is_thing(&last.lower)
}

/// "Air Force", "Music Store": every word of it has other uses.
fn made_of_common_words(text: &Text, run: &[Word]) -> bool {
    run.iter().filter(|w| w.capital).all(|w| tagging::is_common(text.language, &w.lower))
}

/// What the trained labels say: a voice a word, and more where they agree on the whole name, for a person most: names
/// that no list knows are people's more often than not.
fn labelled(text: &Text, words: &Range<usize>, say: &mut impl FnMut(NameKind, i32)) {
    let kinds: Vec<Option<NameKind>> = text.labels[words.clone()].iter().map(|label| kind_of(*label)).collect();
    for kind in kinds.iter().flatten() {
        say(*kind, 1);
    }
    if let Some(Some(first)) = kinds.first().filter(|first| kinds.iter().all(|kind| kind == *first)) {
        say(*first, if *first == NameKind::Person { 2 } else { 1 });
    }
}

fn kind_of(label: NameLabel) -> Option<NameKind> {
    match label {
        NameLabel::Person { .. } => Some(NameKind::Person),
        NameLabel::Place { .. } => Some(NameKind::Place),
        NameLabel::Institution { .. } => Some(NameKind::Institution),
        NameLabel::None => None,
    }
}

fn all_upper(text: &Text, run: &[Word]) -> bool {
    run.iter().all(|w| w.of(text.text).chars().all(|c| !c.is_lowercase()))
}

fn is_roman(word: &str) -> bool {
    matches!(word, "I" | "II" | "III" | "IV" | "V" | "VI" | "VII")
}

/// What stands before and behind: an age, a preposition of place, a noun that says what somebody is.
fn neighbours(text: &Text, words: &Range<usize>, say: &mut impl FnMut(NameKind, i32)) {
    let lower = |at: Option<usize>| at.and_then(|at| text.words.get(at)).map_or("", |w| w.lower.as_str());
    let before = words.start.checked_sub(1);
    let (one, two) = (lower(Some(words.end)), words.end + 1);
    let figure = text.words.get(two).is_some_and(|w| w.kind == TokenKind::Figure && w.lower.len() <= 2);
    let age = one == ","
        && (figure || lower(Some(two)) == "de" && text.words.get(two + 1).is_some_and(|w| w.kind == TokenKind::Figure));
    if age || one == "(" && figure {
        say(NameKind::Person, 4);
    }
    if matches!(one, "'s" | "’s") && words.len() > 1 {
        say(NameKind::Person, 1);
    }
    if matches!(one, "said" | "says" | "dijo" | "told" | "added") && words.len() > 1 {
        say(NameKind::Person, 1);
    }
    let noun_before = before.and_then(|at| text.words.get(at)).filter(|w| w.tag.tag == Tag::Noun && !w.capital);
    match noun_before {
        Some(word) if text.lexicon.is_place_head(&word.lower) => say(NameKind::Place, 4),
        Some(word) if text.lexicon.is_institution_head(&word.lower) => say(NameKind::Institution, 3),
        Some(word) if !text.lexicon.is_person_noun(&word.lower) => {}
        Some(_) if words.len() > 1 => say(NameKind::Person, 3),
        Some(_) => say(NameKind::Person, 1),
        None => {}
    }
    if text.lexicon.is_place_head(one) && text.words.get(words.end).is_some_and(|w| !w.capital) {
        say(NameKind::Place, 5);
    }
    if text.lexicon.is_institution_head(one) && text.words.get(words.end).is_some_and(|w| !w.capital) {
        say(NameKind::Institution, 3);
    }
    let place_before = matches!(lower(before), "in" | "at" | "near" | "outside" | "en" | "hacia" | "inside" | "across");
    if place_before {
        say(NameKind::Place, if words.len() > 1 { 5 } else { 3 });
    }
    if words.len() == 1 && matches!(lower(before), "from" | "to" | "de" | "a" | "desde") {
        say(NameKind::Place, 1);
    }
}

/// Whether the name begins with a known first name.
fn named_like_person(text: &Text, name: &Name) -> bool {
    lists::first_name(text.words[name.words.start].of(text.text)).is_some()
}

/// "Sukarno, 44,": an age right behind a name.
fn followed_by_age(text: &Text, name: &Name) -> bool {
    let comma = text.words.get(name.words.end).is_some_and(|w| w.lower == ",");
    comma && text.words.get(name.words.end + 1).is_some_and(|w| w.kind == TokenKind::Figure)
}

/// "Mr. Okoye", "el juez Robles".
fn behind_an_office(text: &Text, name: &Name) -> bool {
    let before = name.words.start.checked_sub(1).map(|at| text.words[at].of(text.text));
    before.is_some_and(|word| {
        let word = word.trim_end_matches('.');
        text.lexicon.is_honorific(word) || text.lexicon.is_title(word)
    })
}

/// A family name of the lists, or a word that is nothing else, that the trained labels take for a person as well.
fn surely_a_surname(text: &Text, name: &Name) -> bool {
    let listed = lists::family_name(text.words[name.words.start].of(text.text));
    let lower = &text.words[name.words.start].lower;
    let strange = !tagging::is_common(text.language, lower) && !lists::place(lower);
    (listed || strange) && matches!(text.labels[name.words.start], NameLabel::Person { .. })
}

/// One text, one meaning: a short name takes the kind of the longer person name that holds it, and a name that is
/// ambiguous here takes the kind that it has elsewhere in the text.
fn settle(text: &Text, mut found: Vec<Name>) -> Vec<Name> {
    let folded = |name: &Name| -> Vec<String> {
        text.words[name.words.clone()].iter().filter(|w| w.capital).map(|w| crate::fold(&w.lower)).collect()
    };
    let mut parts: BTreeSet<String> = BTreeSet::new();
    let mut votes: BTreeMap<Vec<String>, BTreeMap<NameKind, usize>> = BTreeMap::new();
    for name in &found {
        let key = folded(name);
        if name.kind == NameKind::Person && key.len() > 1 {
            let capitals = text.words[name.words.clone()].iter().filter(|w| w.capital);
            parts.extend(
                key.iter().zip(capitals).filter(|(_, w)| !lists::organisation(w.of(text.text))).map(|(k, _)| k.clone()),
            );
        }
        if name.kind != NameKind::Unknown {
            *votes.entry(key).or_default().entry(name.kind).or_default() += 1;
        }
    }
    for name in &mut found {
        let key = folded(name);
        let major = votes
            .get(&key)
            .and_then(|kinds| {
                kinds.iter().max_by_key(|&(kind, n)| {
                    (n, named_like_person(text, name) == (*kind == NameKind::Person), std::cmp::Reverse(kind))
                })
            })
            .map(|(kind, _)| *kind);
        let located = name.words.start > 0
            && matches!(
                text.words[name.words.start - 1].lower.as_str(),
                "in" | "en" | "at" | "to" | "from" | "desde" | "near"
            );
        let listed = key.len() == 1 && lists::place(&key[0]) && located;
        if key.len() == 1 && parts.contains(&key[0]) && !listed {
            name.kind = NameKind::Person;
        } else if let Some(major) = major {
            name.kind = major;
        }
        let known = key.first().is_some_and(|k| lists::first_name(k).is_some());
        if key.len() == 1
            && name.kind == NameKind::Person
            && !parts.contains(&key[0])
            && !known
            && !followed_by_age(text, name)
            && !behind_an_office(text, name)
            && !surely_a_surname(text, name)
        {
            name.kind = NameKind::Unknown;
        }
        if key.len() == 1 && name.kind == NameKind::Person && !parts.contains(&key[0]) && lists::place(&key[0]) {
            name.kind = NameKind::Place;
        }
    }
    let heading = |name: &Name| text.blocks.iter().any(|b| b.kind == BlockKind::Heading && b.span.contains(name.span));
    found.retain(|name| name.kind != NameKind::Unknown || name.words.len() > 1 || !heading(name));
    found
}
