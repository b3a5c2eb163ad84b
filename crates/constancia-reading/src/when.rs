//! When an event happened: which of the dates of its sentence is its own.
//!
//! Chooses among the dates that the analysis found; resolves no words. A date that belongs to another verb, to a saying or
//! to an end that is still to come is not the event's.

use std::ops::Range;

use constancia_language::dates::DateMention;
use constancia_language::tagging::{Tag, VerbForm};
use constancia_language::trees::Relation;
use constancia_model::{Evidence, PartialDate, Span, Status};

use crate::events::Event;
use crate::explanation::{Part, Role, Way};
use crate::phrases::{Phrase, PhraseKind};
use crate::scene::{Row, Scene};

/// What dates an event from outside its sentence.
pub mod governing;

/// So many steps are gone up in a tree from a date to its verb.
const STEPS: usize = 6;

/// The part of the row around an event: from the verb before it to the verb behind it. "Hace" of a date is no verb.
pub fn part(scene: &Scene, row: &Row, words: &Range<usize>) -> Range<usize> {
    let dated = |w: &Range<usize>| scene.analysis.dates.iter().any(|d| d.span.overlaps(scene.span(w)));
    let verbs = row.phrases.iter().filter(|p| match p.kind {
        PhraseKind::Verb => !dated(&p.words),
        kind => kind == PhraseKind::Stop,
    });
    let before = verbs.clone().filter(|p| p.words.end <= words.start);
    let start = before.map(|p| p.words.end).max().unwrap_or(row.words.start);
    let end = verbs.filter(|p| p.words.start >= words.end).map(|p| p.words.start).min().unwrap_or(row.words.end);
    start..end
}

/// The event's date: counted back from another event's, or the nearest of those that can be its own, behind it before
/// before it.
pub fn date(scene: &Scene, row: &Row, event: &Event, part: &Range<usize>) -> Option<(PartialDate, Part)> {
    let told = || counted_back(scene, row, event).or_else(|| same_day(scene, row, event, part));
    told().or_else(|| nearest(scene, row, event, part))
}

fn nearest(scene: &Scene, row: &Row, event: &Event, part: &Range<usize>) -> Option<(PartialDate, Part)> {
    let (range, whole) = (scene.span(part), scene.span(&row.words));
    let trigger = scene.span(&event.words);
    let own = |d: &&DateMention| {
        let words = words_of(scene, d.span);
        let near = range.contains(d.span) || whole.contains(d.span) && hangs_on(scene, row, event, &words);
        near && !is_of_another(scene, row, event, &words)
    };
    let found = scene.analysis.dates.iter().filter(own).min_by_key(|d| {
        let behind = d.span.start >= trigger.end;
        (if behind { d.span.start - trigger.end } else { 200 + trigger.start.saturating_sub(d.span.end) }, d.span.start)
    })?;
    let ahead = event.status == Status::Announced && !is_past_plan(scene, row, event);
    let date = found.ahead.filter(|_| ahead).unwrap_or(found.date);
    Some((date, date_part(scene, date, found.span)))
}

/// A date as a part of a statement.
pub fn date_part(scene: &Scene, date: PartialDate, span: Span) -> Part {
    Part::new(Role::Date, date.to_string(), Way::Nearest, Evidence::at(scene.analysis.text, span).ok())
}

fn words_of(scene: &Scene, span: Span) -> Range<usize> {
    scene.analysis.word_at(span.start)..scene.analysis.word_at(span.end - 1) + 1
}

/// "was to be released on Friday, but": a plan that was made for a day now past.
fn is_past_plan(scene: &Scene, row: &Row, event: &Event) -> bool {
    let mut words = row.phrases[event.at].words.clone();
    words.any(|w| scene.words.past_plans.contains(scene.lower(w)))
}

/// Whether a date belongs to a saying, an end that is to come, or another event of the sentence.
fn is_of_another(scene: &Scene, row: &Row, event: &Event, date: &Range<usize>) -> bool {
    let saying = verb_of_saying(scene, row, date).is_some_and(|verb| !event.words.contains(&verb));
    let limit = event.status != Status::Announced && is_limit(scene, row, date);
    let born = word_before(scene, row, date).is_some_and(|w| scene.words.births.contains(scene.lower(w)));
    saying && !is_decided(scene, row, event, date)
        || limit
        || born
        || is_of_noun(scene, row, event, date)
        || is_set_apart(scene, row, event, date)
        || is_of_verb_above(scene, row, event, date)
}

/// "said on Monday", "dijo el lunes": a date right behind a verb of saying.
pub fn is_of_saying(scene: &Scene, row: &Row, date: Span) -> bool {
    verb_of_saying(scene, row, &words_of(scene, date)).is_some()
}

fn verb_of_saying(scene: &Scene, row: &Row, date: &Range<usize>) -> Option<usize> {
    let before = word_before(scene, row, date)?;
    scene.words.is_speech(scene.lower(before)).then_some(before)
}

/// The word before a date and the small words that lead to it.
fn word_before(scene: &Scene, row: &Row, date: &Range<usize>) -> Option<usize> {
    let linked = |w: &usize| scene.words.date_links.contains(scene.lower(*w));
    (row.words.start..date.start).rev().find(|w| !linked(w))
}

/// "until 2 April", "hasta el 2 de abril".
fn is_limit(scene: &Scene, row: &Row, date: &Range<usize>) -> bool {
    let first = scene.words.limits.contains(scene.lower(date.start));
    first || word_before(scene, row, date).is_some_and(|w| scene.words.limits.contains(scene.lower(w)))
}

/// "el anuncio del viernes", "its report of Saturday": the date says which announcement; "the night of 3 March" is a date.
fn is_of_noun(scene: &Scene, row: &Row, event: &Event, date: &Range<usize>) -> bool {
    let linked = |w: &usize| scene.words.date_links.contains(scene.lower(*w));
    let Some(joint) = (row.words.start..date.start).rev().find(|w| !linked(w)) else { return false };
    let of = matches!(scene.lower(joint), "of" | "de" | "del");
    let noun = row.phrases.iter().rfind(|p| p.words.end == joint && p.kind == PhraseKind::Noun);
    let own = |p: &Phrase| p.words.start < event.words.end && event.words.start < p.words.end;
    let apart = row
        .phrases
        .iter()
        .any(|p| p.kind == PhraseKind::Comma && p.words.start >= event.words.end && p.words.end <= date.start);
    of && (apart || date.start < event.words.start)
        && noun.is_some_and(|p| !own(p) && !scene.clause(row).is_time(p) && scene.roster.within(&p.words).is_none())
}

/// "on Friday after nine days in cells", "el viernes a Gil, que pasó un año preso": what stands before such a word is told
/// of another event.
fn is_set_apart(scene: &Scene, row: &Row, event: &Event, date: &Range<usize>) -> bool {
    let between = row.phrases.iter().filter(|p| p.words.start >= date.end && p.words.end <= event.words.start);
    let since_comma = between.rev().take_while(|p| p.kind != PhraseKind::Comma);
    let mut apart = since_comma.filter(|p| p.words.start < event.words.start);
    let behind = |w: usize| scene.words.aftermath.contains(scene.lower(w));
    let mut behind_event = row.phrases.iter().filter(|p| p.words.start >= event.words.end && p.words.end <= date.start);
    let told_aside = behind_event.any(|p| p.kind == PhraseKind::Relative);
    told_aside
        || is_in_aside(scene, row, event, date)
        || apart.any(|p| p.kind == PhraseKind::Relative || p.words.clone().any(behind))
}

/// "Ana Ruiz, whose trial opens on 1 July, was freed": a date between the commas of a relative clause before the event.
fn is_in_aside(scene: &Scene, row: &Row, event: &Event, date: &Range<usize>) -> bool {
    let Some(at) = row.phrase_at(date.start).filter(|_| date.end <= event.words.start) else { return false };
    let comma = |k: &usize| row.phrases[*k].kind == PhraseKind::Comma;
    let open = (0..at).rev().find(comma);
    let aside = |open: usize| {
        let first = &row.phrases[open + 1];
        let whose = scene.words.pronouns.possessive_any.contains(scene.lower(first.words.start));
        first.kind == PhraseKind::Relative || whose
    };
    let event_at = row.phrase_at(event.words.start).unwrap_or(event.at);
    open.is_some_and(aside) && (at..event_at).any(|k| comma(&k))
}

/// "protested on Sunday against the arrest": the noun of the event hangs beside a verb that has the date.
fn is_of_verb_above(scene: &Scene, row: &Row, event: &Event, date: &Range<usize>) -> bool {
    if row.phrases[event.at].kind != PhraseKind::Noun || !is_beside(scene, row, event) || date.start >= event.words.end
    {
        return false;
    }
    let Some(verb) = verb_of(scene, date) else { return false };
    let above = climb(scene, row.phrases[event.at].head).find(|&(_, head)| head == verb);
    above.is_some_and(|(word, _)| {
        matches!(scene.analysis.words[word].relation, Relation::Oblique | Relation::ObliqueArgument)
    })
}

/// "acordó el viernes la puesta en libertad": what is said is no clause and no topic but the event itself.
fn is_decided(scene: &Scene, row: &Row, event: &Event, date: &Range<usize>) -> bool {
    let mut between = row.phrases.iter().filter(|p| p.words.start >= date.end && p.words.end <= event.words.start);
    let noun = row.phrases[event.at].kind == PhraseKind::Noun || scene.analysis.is_spanish();
    let opens = |kind| matches!(kind, PhraseKind::Subordinator | PhraseKind::Relative | PhraseKind::Comma);
    noun && !is_beside(scene, row, event) && !between.any(|p| opens(p.kind))
}

/// Whether a preposition leads to the event's words, other than that of a state: "puesta en libertad".
fn is_beside(scene: &Scene, row: &Row, event: &Event) -> bool {
    let before = row.phrases.iter().rfind(|p| p.words.end <= event.words.start);
    let state = |p: &Phrase| scene.words.inside_prepositions.contains(scene.lower(p.head));
    before.is_some_and(|p| p.kind == PhraseKind::Preposition && !state(p))
}

/// Whether the tree hangs a date on the event, where its part of the row does not hold it.
fn hangs_on(scene: &Scene, row: &Row, event: &Event, date: &Range<usize>) -> bool {
    let phrase = &row.phrases[event.at];
    let between = row.phrases.iter().filter(|p| p.words.start >= date.end && p.words.end <= phrase.words.start);
    if between.into_iter().any(|p| p.kind == PhraseKind::Subordinator) {
        return false;
    }
    match phrase.kind {
        PhraseKind::Verb => verb_of(scene, date).is_some_and(|verb| {
            let own = |verb: usize| event.words.contains(&verb) || scene.tree().predicate(phrase.head) == verb;
            own(verb) || is_of_offence(scene, event, verb) && climb(scene, verb).any(|(_, head)| own(head))
        }),
        PhraseKind::Noun => happened(scene, row, phrase.head, date),
        _ => false,
    }
}

/// "charged her with insulting a judge on Friday": the date of the charge stands behind the offence.
fn is_of_offence(scene: &Scene, event: &Event, verb: usize) -> bool {
    let form = scene.analysis.words[verb].tag.verb;
    matches!(event.status, Status::Charged | Status::Convicted)
        && matches!(form, Some(VerbForm::Gerund | VerbForm::Infinitive))
}

/// "la liberación se produjo el domingo", "la muerte de Gil, ocurrida el martes": between the noun and the date no other
/// verb stands than one of taking place.
fn happened(scene: &Scene, row: &Row, noun: usize, date: &Range<usize>) -> bool {
    let between = row.phrases.iter().filter(|p| p.words.start > noun && p.words.end <= date.start);
    let happens = |p: &Phrase| p.words.clone().any(|w| scene.words.happening.contains(scene.lower(w)));
    let mut others = between.clone().filter(|p| matches!(p.kind, PhraseKind::Verb | PhraseKind::Stop));
    between.clone().any(happens) && others.all(happens)
}

/// The verb that a date hangs on.
fn verb_of(scene: &Scene, date: &Range<usize>) -> Option<usize> {
    let top = date.clone().find(|&w| scene.analysis.words[w].head.is_none_or(|head| !date.contains(&head)))?;
    let verbal = |word: usize| {
        let word = &scene.analysis.words[word];
        word.tag.tag == Tag::Verb || word.tag.verb == Some(VerbForm::Participle)
    };
    climb(scene, top).map(|(_, head)| head).find(|&head| verbal(head))
}

/// The words above a word, each with the one below it.
fn climb<'a>(scene: &'a Scene, word: usize) -> impl Iterator<Item = (usize, usize)> + 'a {
    let head = |word: usize| scene.analysis.words[word].head.map(|head| (word, head));
    std::iter::successors(head(word), move |&(_, above)| head(above)).take(STEPS)
}

/// "freed the same night", "esa misma tarde": the day that the sentence named before.
fn same_day(scene: &Scene, row: &Row, event: &Event, part: &Range<usize>) -> Option<(PartialDate, Part)> {
    let behind = |p: &&Phrase| p.words.start >= event.words.end && p.words.end <= part.end;
    let same = |p: &Phrase| p.words.clone().any(|w| scene.words.same.contains(scene.lower(w)));
    row.phrases.iter().filter(behind).find(|p| same(p) && scene.clause(row).is_time(p))?;
    let before = scene.span(&(row.words.start..event.words.end));
    let date = scene.analysis.dates.iter().rfind(|d| before.contains(d.span))?;
    Some((date.date, date_part(scene, date.date, date.span)))
}

/// "died on Sunday, six days after his release": as many days before the date before it.
fn counted_back(scene: &Scene, row: &Row, event: &Event) -> Option<(PartialDate, Part)> {
    let before = event.words.start.saturating_sub(8).max(row.words.start)..event.words.start;
    let near = (!before.is_empty()).then(|| scene.span(&before))?;
    let mut durations = scene.analysis.durations.iter();
    let stretch = durations.rfind(|d| near.contains(d.span) && (1..28).contains(&d.days))?;
    let behind = scene.analysis.word_at(stretch.span.end - 1) + 1;
    let after = [behind - 1, behind].iter().any(|&w| scene.words.aftermath.contains(scene.lower(w)));
    let joined = row.phrases.iter().filter(|p| p.words.start > behind && p.words.end <= event.words.start);
    let broken = joined.into_iter().any(|p| matches!(p.kind, PhraseKind::Comma | PhraseKind::Stop | PhraseKind::Verb));
    let whole = scene.span(&(row.words.start..behind));
    let dates = || scene.analysis.dates.iter().rfind(|d| whole.contains(d.span) && d.span.end <= stretch.span.start);
    let from = dates().filter(|_| after && !broken)?;
    let day = (0..stretch.days).try_fold(from.date.single_day()?, |day, _| day.yesterday().ok())?;
    let date = PartialDate::from(day);
    Some((date, date_part(scene, date, Span::new(from.span.start, stretch.span.end))))
}
