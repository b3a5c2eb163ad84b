//! Status statements: what happened to one named person, when, where, by whom, on which terms, who says so.
//!
//! Takes events whose patients are persons of the roster; counts of people are `count`'s.

use std::ops::Range;

use constancia_language::NameKind;
use constancia_model::{
    Content, Evidence, InformantClass, ReleaseTerms, Stance, Statement, Status, StatusEvent, Terms,
};

use crate::credit::{self, Credit};
use crate::events::Event;
use crate::explanation::{Decision, DecisionKind, Explained, Explanation, Part, ReferenceKind, Role, Way};
use crate::listing::{self, Listed};
use crate::phrases::{Phrase, PhraseKind};
use crate::reached::{self, Reached};
use crate::refusal::{Reason, Refusal};
use crate::roster::PersonId;
use crate::scene::{Row, Scene};
use crate::table;
use crate::when;
use crate::words::TermWords;

/// The status statements of a row, and the events that happened to nobody who is named. What two rules say of the same
/// words is said once.
pub fn statements(scene: &Scene, row: &Row, events: &[Event], credits: &[Credit]) -> (Vec<Explained>, Vec<Refusal>) {
    let mut found: Vec<Explained> = Vec::new();
    let mut nobody = Vec::new();
    for event in events {
        let known = |reached: &Reached| !event.known || scene.in_custody.contains(&reached.person);
        let persons: Vec<Reached> = persons(scene, row, event).into_iter().filter(known).collect();
        if persons.is_empty() {
            let reason = if event.known { Reason::NoCustody } else { Reason::NobodyNamedOrCounted };
            nobody.push(Refusal { words: event.words.clone(), reason });
        }
        for person in persons {
            let told = statement(scene, row, event, credits, &person);
            found.extend(
                told.filter(|told| found.iter().all(|other| !says_the_same(&other.statement, &told.statement))),
            );
        }
    }
    (found, nobody)
}

fn says_the_same(one: &Statement, other: &Statement) -> bool {
    (&one.content, one.stance) == (&other.content, other.stance)
}

/// What headings, items and tables say of those in them, where no sentence of the same words says it.
pub fn listed(scene: &Scene, found: &[Explained]) -> Vec<Explained> {
    let items = listing::listed(scene).into_iter().chain(table::listed(scene));
    let told = items.filter_map(|item| of_list(scene, item));
    told.filter(|told| !found.iter().any(|other| is_told_again(&other.statement, &told.statement))).collect()
}

fn of_list(scene: &Scene, item: Listed) -> Option<Explained> {
    let person = Reached::named(item.person, item.words.clone(), Way::ListItem);
    let mut explanation = Explanation::new(item.rule, scene.evidence(&item.said)?);
    explanation.parts.push(person.part(scene, Role::Person, item.words.start));
    let said = |role, value: String| Part::new(role, value, item.way, scene.evidence(&item.said));
    let fate = item.fate;
    let date = fate.date.map(|date| said(Role::Date, date.to_string()));
    let place = fate.place.clone().map(|place| said(Role::Place, place));
    let terms = fate.terms.as_ref().map(|terms| said(Role::Terms, terms.to_string()));
    explanation.parts.extend([date, place, terms].into_iter().flatten());
    let content = StatusEvent {
        person: scene.roster.persons[item.person].name.clone(),
        status: fate.status,
        date: fate.date,
        place: fate.place,
        by: None,
        accusation: None,
        terms: fate.terms,
    };
    let statement = Statement::new(Content::Status(content), scene.evidence(&item.words)?);
    Some(Explained { statement, explanation })
}

/// Whether two statements say of the same person, in the same words, that the same happened.
fn is_told_again(one: &Statement, other: &Statement) -> bool {
    let (Content::Status(a), Content::Status(b)) = (&one.content, &other.content) else { return false };
    a.person == b.person && a.status == b.status && one.evidence.span().overlaps(other.evidence.span())
}

/// Whom the event happened to.
fn persons(scene: &Scene, row: &Row, event: &Event) -> Vec<Reached> {
    let mut found: Vec<Reached> = Vec::new();
    for reached in event.patients.iter().flat_map(|&k| patient(scene, row, event, k)) {
        if found.iter().all(|known| known.person != reached.person) {
            found.push(reached);
        }
    }
    let left_out = |person: PersonId, kind: ReferenceKind| {
        let words = pronoun_of(scene, row, event);
        let way = if words.is_some() { event.way } else { Way::LeftOut };
        Reached { person, words, way, kind }
    };
    if found.is_empty() && event.dropped {
        found.extend(fronted(scene, row, event));
    }
    if found.is_empty() && event.dropped {
        let plural = row.phrases[event.at].words.clone().any(|w| matches!(scene.lower(w), "los" | "las" | "les"));
        let group = if plural { scene.recent_group(row, event.words.start) } else { Vec::new() };
        found.extend(group.into_iter().map(|person| left_out(person, ReferenceKind::Together)));
    }
    if found.is_empty() && event.dropped {
        let clitic = row.phrases[event.at].words.len() > 1 && event.agent.is_some()
            || event.status == Status::Missing
            || event.status == Status::Detained;
        let speaker = scene.speaker_of(row, event.words.start).filter(|_| clitic);
        let person = scene.dropped_except(row, event.words.start, speaker);
        found.extend(person.map(|person| left_out(person, ReferenceKind::Pronoun)));
    }
    found
}

/// "A la periodista nunca se le detuvo": the object stands before its verb.
fn fronted(scene: &Scene, row: &Row, event: &Event) -> Vec<Reached> {
    let object = |&k: &usize| {
        let behind_a = k > 0 && matches!(scene.lower(row.phrases[k - 1].head), "a" | "al");
        behind_a && row.phrases[k].kind == PhraseKind::Noun
    };
    let spanish = scene.analysis.is_spanish();
    let near = (event.at.saturating_sub(4)..event.at).rev().filter(|_| spanish).find(object);
    near.map(|k| reached::in_phrase(scene, row, k, Way::Fronted)).unwrap_or_default()
}

/// The pronoun in the event's own phrase that stands for whom the sentence does not name: "lo detuvieron", "his arrest".
fn pronoun_of(scene: &Scene, row: &Row, event: &Event) -> Option<Range<usize>> {
    let pronouns = &scene.words.pronouns;
    let owners = [&pronouns.possessive_female, &pronouns.possessive_male, &pronouns.possessive_any];
    let stands_for = |w: &usize| {
        let lower = scene.lower(*w);
        owners.iter().any(|set| set.contains(lower)) || matches!(lower, "lo" | "la" | "los" | "las" | "le" | "les")
    };
    let mut words = row.phrases[event.at].words.clone();
    words.find(stands_for).map(|w| w..w + 1)
}

fn patient(scene: &Scene, row: &Row, event: &Event, k: usize) -> Vec<Reached> {
    let words = &row.phrases[k].words;
    let own = k == event.at && row.phrases[k].kind == PhraseKind::Noun;
    if own {
        let named = |person| Reached::named(person, words.clone(), event.way);
        return scene.roster.within(words).map(named).into_iter().collect();
    }
    reached::in_phrase(scene, row, k, event.way)
}

fn statement(scene: &Scene, row: &Row, event: &Event, credits: &[Credit], person: &Reached) -> Option<Explained> {
    let words = &event.words;
    let credit = credit::governing(credits, words.start);
    let span = when::part(scene, row, words);
    let cell = |role, way, words: Range<usize>| Part::new(role, scene.text(&words), way, scene.evidence(&words));
    let acting = if event.way == Way::Object { Way::Subject } else { Way::Agent };
    let handed_on = || Some((event.date?, Part::new(Role::Date, event.date?.to_string(), Way::FromWhole, None)));
    let date = when::date(scene, row, event, &span).or_else(handed_on);
    let place = place(scene, row, event).map(|words| cell(Role::Place, Way::BehindPreposition, words));
    let by = by(scene, row, event).map(|words| cell(Role::Authority, acting, words));
    let accusation = accusation(scene, row, event).map(|words| cell(Role::Accusation, Way::BehindPreposition, words));
    let terms = terms(scene, row, event, &span);
    let value = |part: &Option<Part>| part.as_ref().map(|part| part.value.clone());
    let content = StatusEvent {
        person: scene.roster.persons[person.person].name.clone(),
        status: event.status,
        date: date.as_ref().map(|(date, _)| *date),
        place: value(&place),
        by: value(&by),
        accusation: value(&accusation),
        terms: terms.as_ref().map(|(terms, _)| terms.clone()),
    };
    let mut explanation = Explanation::new(event.rule.clone(), scene.evidence(words)?);
    let (date, terms) = (date.map(|(_, part)| part), terms.map(|(_, part)| part));
    explanation.parts.push(person.part(scene, Role::Person, words.start));
    explanation.parts.extend([date, place, by, accusation, terms].into_iter().flatten());
    let mut statement = Statement::new(Content::Status(content), scene.evidence(&evidence_words(row, event))?);
    statement.hedged = event.scope.hedged.is_some() || event.scope.possible.is_some();
    let (stance, decided) = stance(scene, row, event, credit);
    statement.stance = stance;
    explanation.scope = decisions(scene, event, decided);
    explanation.credit = credit.map(|credit| credit.explained(scene));
    credited(&mut statement, credit, Some(&scene.roster.persons[person.person].name));
    Some(Explained { statement, explanation })
}

/// What was decided about an event, with the words of each decision.
pub fn decisions(scene: &Scene, event: &Event, stance: impl IntoIterator<Item = Decided>) -> Vec<Decision> {
    let own = event.turned.into_iter().chain(event.scope.decisions()).map(|(kind, word)| (kind, word..word + 1));
    decided(scene, own.chain(stance))
}

/// Decisions with their words as evidence.
pub fn decided(scene: &Scene, decided: impl Iterator<Item = Decided>) -> Vec<Decision> {
    decided.filter_map(|(kind, words)| Some(Decision { kind, words: scene.evidence(&words)? })).collect()
}

/// Puts the credit's informant into a statement; nobody is the informant of what is only said of her.
pub fn credited(statement: &mut Statement, credit: Option<&Credit>, person: Option<&str>) {
    let Some(credit) = credit else { return };
    statement.informant = Some(credit.informant.clone());
    statement.informant_class = match person {
        Some(name) if name == credit.informant => Some(InformantClass::Person),
        _ => credit.class,
    };
}

/// A denial of a negation asserts; a doubted event is doubted. What a relative clause tells is told, whatever is denied.
fn stance(scene: &Scene, row: &Row, event: &Event, credit: Option<&Credit>) -> (Stance, Option<Decided>) {
    if let Some(stance) = event.stance {
        let denied = (DecisionKind::Denied, event.words.clone());
        return (stance, Some(denied).filter(|_| stance == Stance::Denies));
    }
    let aside = in_relative_clause(row, event);
    if let Some(words) = doubting(scene, row, event, credit).filter(|_| !aside) {
        return (Stance::Doubts, Some((DecisionKind::Doubted, words)));
    }
    let denier = credit.filter(|c| c.denies && !aside).map(|c| (DecisionKind::Denied, c.verb_words()));
    let called_false = || {
        let words = scene.find_words(&row.between_stops(event.at), &scene.words.false_phrases)?;
        credit.is_none_or(|c| !c.denies).then_some((DecisionKind::CalledFalse, words))
    };
    let denied = denier.or_else(called_false);
    let stance = if event.scope.negated.is_some() == denied.is_some() { Stance::Asserts } else { Stance::Denies };
    (stance, denied)
}

/// A decision with the words that decided it.
pub type Decided = (DecisionKind, Range<usize>);

/// The words that doubt the event: those of whoever is credited, or, where nobody is, those before it.
fn doubting(scene: &Scene, row: &Row, event: &Event, credit: Option<&Credit>) -> Option<Range<usize>> {
    match credit {
        Some(credit) => credit.doubts.then(|| credit.verb_words()),
        None => scene.find_words(&(row.words.start..event.words.start), &scene.words.doubt_phrases),
    }
}

/// "X, who died in custody, …": the verb of the event is that of a relative clause.
fn in_relative_clause(row: &Row, event: &Event) -> bool {
    let before = row.phrases[..event.at].iter().rev().find(|p| p.kind != PhraseKind::Other);
    before.is_some_and(|p| p.kind == PhraseKind::Relative)
}

/// The words that a statement rests on: its part of the sentence.
fn evidence_words(row: &Row, event: &Event) -> Range<usize> {
    let patients = event.patients.iter().map(|&k| &row.phrases[k].words);
    let start = patients.clone().map(|w| w.start).chain([event.words.start]).min().unwrap_or(event.words.start);
    let end = patients.map(|w| w.end).chain([event.words.end]).max().unwrap_or(event.words.end);
    let stop = row.phrases.iter().find(|p| {
        p.words.start >= end && matches!(p.kind, PhraseKind::Comma | PhraseKind::Stop | PhraseKind::Quote(_))
    });
    start..stop.map_or(row.words.end, |p| p.words.start).max(end)
}

/// The place: a prepositional phrase behind the event that names a place or a place of custody.
pub fn place(scene: &Scene, row: &Row, event: &Event) -> Option<Range<usize>> {
    let to = event.status == Status::Transferred;
    let from_here = row
        .phrases
        .iter()
        .enumerate()
        .filter(|(k, p)| *k >= event.at && p.kind == PhraseKind::Preposition && p.words.start >= event.words.start);
    let mut candidates: Vec<(bool, Range<usize>)> = Vec::new();
    for (k, preposition) in from_here.take(6) {
        let lower = scene.lower(preposition.head);
        let wanted = if to {
            matches!(lower, "to" | "a" | "al" | "in" | "en" | "into" | "hasta")
        } else {
            let destination = event.terms == Some(ReleaseTerms::Exile) && matches!(lower, "to" | "a" | "al" | "hacia");
            !destination && !matches!(lower, "by" | "por" | "con" | "with" | "as" | "como" | "according" | "según")
        };
        if let Some(words) = row.phrases.get(k + 1).filter(|_| wanted).and_then(|p| place_words(scene, row, k + 1, p)) {
            candidates.push((to && matches!(lower, "to" | "a" | "al"), words));
        }
        if row.phrases.get(event.at + 1..k).unwrap_or_default().iter().any(|p| p.kind == PhraseKind::Verb) {
            break;
        }
    }
    let best = candidates.iter().position(|(direct, _)| *direct).unwrap_or(0);
    candidates.into_iter().nth(best).map(|(_, words)| words)
}

/// The words of a noun phrase that is a place, with the places that it hangs on.
pub fn place_words(scene: &Scene, row: &Row, at: usize, phrase: &Phrase) -> Option<Range<usize>> {
    let time = phrase.kind == PhraseKind::Noun && scene.clause(row).is_time(phrase);
    if phrase.kind != PhraseKind::Noun || time || scene.roster.within(&phrase.words).is_some() {
        return None;
    }
    let named = scene.analysis.names_in(&phrase.words).iter().any(|n| n.kind == NameKind::Place);
    let located = |w: usize| {
        let lower = scene.lower(w);
        scene.words.custody_nouns.contains(lower) || scene.words.place_nouns.contains(lower) || scene.is_facility(w)
    };
    if !named && !phrase.words.clone().any(located) {
        return None;
    }
    let words = scene.without_article(&(phrase.words.start..place_end(scene, row, at)));
    let bare = words.len() == 1 && scene.words.bare_custody.contains(scene.lower(words.start));
    let state = scene.words.custody_states.contains(scene.lower(phrase.head));
    (!bare && !state).then_some(words)
}

/// Where a place ends: "farm near Bauchi", "colony in the village of Yavas", "colonia número 7 de Gómel".
fn place_end(scene: &Scene, row: &Row, at: usize) -> usize {
    let custody = scene.words.custody_nouns.contains(scene.lower(row.phrases[at].head));
    chain_end(scene, row, at, |joint, noun| {
        let joins = matches!(
            scene.lower(joint.head),
            "in" | "of" | "near" | "at" | "outside" | "de" | "del" | "en" | "cerca" | "between" | "entre"
        );
        let first = joint.words.start == row.phrases[at].words.end;
        let named = custody && first || scene.roster.within(&noun.words).is_none();
        joins && named && !scene.words.is_person_noun(scene.lower(noun.head))
    })
}

/// Where a noun phrase ends with the prepositional phrases that follow it without a gap, as long as they fit; a time is
/// none of them.
fn chain_end(scene: &Scene, row: &Row, at: usize, fits: impl Fn(&Phrase, &Phrase) -> bool) -> usize {
    let mut end = row.phrases[at].words.end;
    let mut k = at + 1;
    while let [joint, noun, ..] = row.phrases.get(k..).unwrap_or_default() {
        let follows = joint.kind == PhraseKind::Preposition && joint.words.start == end;
        let goes_on = follows && noun.kind == PhraseKind::Noun && !scene.clause(row).is_time(noun);
        if !goes_on || !fits(joint, noun) {
            break;
        }
        end = noun.words.end;
        k += 2;
    }
    end
}

/// The authority that acted, with what says which: "agents of the National Guard", "a court in Tunis".
fn by(scene: &Scene, row: &Row, event: &Event) -> Option<Range<usize>> {
    let at = event.agent?;
    let phrase = &row.phrases[at];
    let taker = scene.words.takers.iter().any(|stem| scene.lower(phrase.head).starts_with(stem.as_str()));
    let acts = credit::can_be_credited(scene, phrase) || taker;
    let fits = matches!(
        event.status,
        Status::Detained
            | Status::Rearrested
            | Status::Charged
            | Status::Convicted
            | Status::Released
            | Status::Transferred
            | Status::Held
    );
    let named = scene.roster.within(&phrase.words).is_some();
    let authority =
        phrase.words.clone().any(|w| scene.words.informant_class(scene.lower(w)) == Some(InformantClass::Authority));
    let words = phrase.words.start..authority_end(scene, row, at);
    ((acts && !named || authority || taker) && fits).then(|| scene.without_article(&words))
}

/// Where the name of an authority ends: "agents of the secret service", "court in Tunis", "men in plain clothes".
fn authority_end(scene: &Scene, row: &Row, at: usize) -> usize {
    chain_end(scene, row, at, |joint, noun| {
        let joins = matches!(scene.lower(joint.head), "of" | "in" | "from" | "de" | "del");
        joins && scene.roster.within(&noun.words).is_none()
    })
}

/// What stands behind "of", "with", "por" and names an offence.
fn accusation(scene: &Scene, row: &Row, event: &Event) -> Option<Range<usize>> {
    if !matches!(
        event.status,
        Status::Charged | Status::Convicted | Status::Detained | Status::Held | Status::Rearrested
    ) {
        return None;
    }
    let end = row
        .phrases
        .iter()
        .filter(|p| p.words.start >= event.words.end)
        .find(|p| matches!(p.kind, PhraseKind::Stop | PhraseKind::Quote(_)))
        .map_or(row.words.end, |p| p.words.start);
    let behind = event.words.end.saturating_sub(1)..end.min(event.words.end + 22);
    let preposition = behind.clone().find(|&w| {
        let lower = scene.lower(w);
        let opens = scene.words.accusation_prepositions.iter().any(|p| p == lower);
        opens && (w + 1..(w + 6).min(end)).any(|n| scene.words.crimes.contains(scene.lower(n)))
    })?;
    let start = preposition + 1;
    let stop = (start..end)
        .find(|&w| {
            w > start
                && matches!(
                    scene.lower(w),
                    "," | ";"
                        | "."
                        | "and"
                        | "in"
                        | "during"
                        | "after"
                        | "tras"
                        | "en"
                        | "cuando"
                        | "when"
                        | ":"
                        | "—"
                        | "for"
                        | "por"
                        | "que"
                        | "on"
                        | "under"
                        | "("
                )
        })
        .unwrap_or(end);
    Some(scene.without_article(&(start..stop.min(start + 9))))
}

/// The terms: of a sentence in the report's words, of a release by what the sentence says.
fn terms(scene: &Scene, row: &Row, event: &Event, part: &Range<usize>) -> Option<(Terms, Part)> {
    match event.status {
        Status::Convicted => sentence_length(scene, event, row),
        Status::Released | Status::Announced => release_terms(scene, row, event, part),
        _ => None,
    }
}

fn sentence_length(scene: &Scene, event: &Event, row: &Row) -> Option<(Terms, Part)> {
    let range = scene.span(&row.words);
    let trigger = scene.span(&event.words);
    let long = scene.analysis.durations.iter().filter(|d| range.contains(d.span) && d.days >= 28);
    let nearest = long.min_by_key(|d| (d.span.start.abs_diff(trigger.end), d.span.start))?;
    let said = scene.analysis.at(nearest.span).to_owned();
    let words = Evidence::at(scene.analysis.text, nearest.span).ok();
    Some((Terms::AsSaid(said.clone()), Part::new(Role::Terms, said, Way::Nearest, words)))
}

/// Words about terms in the sentence and the next one; the frame's own terms when there are none.
pub fn release_terms(scene: &Scene, row: &Row, event: &Event, part: &Range<usize>) -> Option<(Terms, Part)> {
    let block = &scene.analysis.blocks[row.block];
    let near = row.words.start..(row.words.end + 30).min(block.tokens.end);
    let told = |terms: ReleaseTerms, way, words: Option<Evidence>| {
        (Terms::Release(terms), Part::new(Role::Terms, terms.name(), way, words))
    };
    let said = |range: &Range<usize>| {
        let found = |t: &TermWords| Some((t.terms, scene.find_words(range, &t.words)?));
        let (terms, words) = scene.words.release_terms.iter().find_map(found)?;
        Some(told(terms, Way::Nearest, scene.evidence(&words)))
    };
    let own = || event.terms.map(|terms| told(terms, Way::FrameItself, scene.evidence(&event.words)));
    said(part).or_else(own).or_else(|| said(&row.words)).or_else(|| said(&near))
}

#[cfg(test)]
mod tests {
    use constancia_model::Language;

    use crate::testing::{Case, Kind, check};

    const ENGLISH: &[Case] = &[
        (
            "Police arrested Tomas Verrel on Saturday in Port Anselm.",
            &["detained Tomas Verrel | date=2026-03-14 place=Port Anselm by=Police"],
        ),
        (
            "Lidia Okoro was detained by the National Guard on March 12.",
            &["detained Lidia Okoro | date=2026-03-12 by=National Guard"],
        ),
        (
            "The student leader Amina Dossou was picked up by plainclothes agents last Thursday.",
            &["detained Amina Dossou | date=2026-03-12"],
        ),
        ("The arrest of Pavel Drennik on Friday drew protests.", &["detained Pavel Drennik | date=2026-03-13"]),
        ("Tomas Verrel, arrested in 2024, is a teacher.", &["detained Tomas Verrel | date=2024"]),
        ("Journalist Kofi Mensara arrested in Lagune", &["detained Kofi Mensara | place=Lagune"]),
        (
            "Prosecutors charged Lidia Okoro with sedition on Tuesday.",
            &["charged Lidia Okoro | date=2026-03-10 by=Prosecutors for=sedition"],
        ),
        (
            "Sanjay Mirpuri was charged with spreading false news.",
            &["charged Sanjay Mirpuri | for=spreading false news"],
        ),
        ("Marta Ilves was convicted of espionage in 2023.", &["convicted Marta Ilves | date=2023 for=espionage"]),
        ("Kofi Mensara is being held at Black Reef prison.", &["held Kofi Mensara | place=Black Reef prison"]),
        (
            "Marta Ilves was transferred from Kellin prison to Ostra prison on Sunday.",
            &["transferred Marta Ilves | date=2026-03-15 place=Ostra prison"],
        ),
        ("Pavel Drennik disappeared on March 3.", &["missing Pavel Drennik | date=2026-03-03"]),
        (
            "Marta Ilves will be freed on Wednesday, the ministry said.",
            &["announced Marta Ilves | date=2026-03-18 says=ministry"],
        ),
        ("Amina Dossou was released on Saturday.", &["released Amina Dossou | date=2026-03-14"]),
        (
            "Authorities freed Kofi Mensara on bail on Friday.",
            &["released Kofi Mensara | date=2026-03-13 by=Authorities terms=conditional"],
        ),
        (
            "Tomas Verrel walked free from Kellin prison on Sunday.",
            &["released Tomas Verrel | date=2026-03-15 place=Kellin prison"],
        ),
        ("The president pardoned Sanjay Mirpuri.", &["released Sanjay Mirpuri | by=president terms=pardon"]),
        ("Pavel Drennik was rearrested two weeks later.", &["rearrested Pavel Drennik"]),
        ("Amina Dossou has not been released.", &["released Amina Dossou | denies"]),
        ("The ministry denied that Tomas Verrel had been arrested.", &["detained Tomas Verrel | says=ministry denies"]),
        ("Marta Ilves was reportedly detained at the border.", &["detained Marta Ilves | place=border hedged"]),
        ("Protesters demanded the release of Pavel Drennik.", &[]),
        ("Marta Ilves released her second album on Friday.", &[]),
        ("Kofi Mensara was not arrested.", &["detained Kofi Mensara | denies"]),
        ("The novel by Lidia Okoro captured the mood of the country.", &[]),
        ("Tomas Verrel won a free trip to the coast.", &[]),
        ("Sanjay Mirpuri charged the crowd two dollars for the concert.", &[]),
        ("Amina Dossou held a press conference on Monday.", &[]),
        ("Pavel Drennik was transferred to another football club.", &[]),
        ("Kofi Mensara died at home at the age of 90.", &[]),
        (
            "Among those freed were Amina Dossou, Kofi Mensara and Marta Ilves.",
            &["released Amina Dossou", "released Kofi Mensara", "released Marta Ilves"],
        ),
        ("Was Tomas Verrel arrested?", &[]),
        ("Jailed editor Sanjay Mirpuri began a hunger strike.", &["held Sanjay Mirpuri"]),
        (
            "Tomas Verrel and Lidia Okoro were released on Saturday.",
            &["released Lidia Okoro | date=2026-03-14", "released Tomas Verrel | date=2026-03-14"],
        ),
        (
            "Two nurses, Amina Dossou and Marta Ilves, were detained on Thursday.",
            &["detained Amina Dossou | date=2026-03-12", "detained Marta Ilves | date=2026-03-12"],
        ),
        ("Police seized a car that belonged to Pavel Drennik.", &[]),
        ("Tomas Verrel was tried and sentenced to four years.", &["convicted Tomas Verrel | terms=four years"]),
        ("Rosa Drennik was found guilty of incitement.", &["convicted Rosa Drennik | for=incitement"]),
        (
            "Kofi Mensara died in Black Reef prison on Sunday.",
            &["died Kofi Mensara | date=2026-03-15 place=Black Reef prison"],
        ),
        ("Diego Lastra was granted amnesty on Friday.", &["released Diego Lastra | date=2026-03-13 terms=amnesty"]),
        ("Border guards let Nora Quist go on Sunday.", &["released Nora Quist | date=2026-03-15 by=Border guards"]),
        ("Court frees Lidia Okoro on bail", &["released Lidia Okoro | by=Court terms=conditional"]),
        (
            "Pavel Drennik was moved to Ostra prison on Saturday.",
            &["transferred Pavel Drennik | date=2026-03-14 place=Ostra prison"],
        ),
        ("The judge ordered the release of Kofi Mensara.", &["announced Kofi Mensara"]),
        ("The trial of Marta Ilves begins on Tuesday.", &[]),
        ("Tomas Verrel missed the train to Lagune.", &[]),
        ("Kofi Mensara has disappeared.", &["missing Kofi Mensara"]),
        ("Gunmen kidnapped Ines Verrel in Port Anselm.", &["detained Ines Verrel | place=Port Anselm by=Gunmen"]),
        ("Ines Verrel was jailed in 2022.", &["held Ines Verrel | date=2022"]),
        ("Officers re-arrested Ivo Drennik on Sunday.", &["rearrested Ivo Drennik | date=2026-03-15 by=Officers"]),
        ("Nora Quist was sent into exile on Friday.", &["released Nora Quist | date=2026-03-13 terms=exile"]),
        (
            "Pavel Drennik was swapped for two spies on Sunday.",
            &["released Pavel Drennik | date=2026-03-15 terms=exchange"],
        ),
    ];

    const SPANISH: &[Case] = &[
        (
            "La policía detuvo a Tomás Verrel el sábado en Puerto Anselmo.",
            &["detained Tomás Verrel | date=2026-03-14 place=Puerto Anselmo by=policía"],
        ),
        (
            "Lidia Ocampo fue detenida por la Guardia Nacional el 12 de marzo.",
            &["detained Lidia Ocampo | date=2026-03-12 by=Guardia Nacional"],
        ),
        ("La detención de Paulo Drena el viernes provocó protestas.", &["detained Paulo Drena | date=2026-03-13"]),
        ("Tomás Verrel, detenido en 2024, es maestro.", &["detained Tomás Verrel | date=2024"]),
        ("Detienen a la periodista Clara Menares en Lagunera", &["detained Clara Menares | place=Lagunera"]),
        (
            "Simón Mirabal fue imputado por difundir noticias falsas.",
            &["charged Simón Mirabal | for=difundir noticias falsas"],
        ),
        ("Marta Ilvera fue condenada por espionaje en 2023.", &["convicted Marta Ilvera | date=2023 for=espionaje"]),
        ("Clara Menares está recluida en el penal de Roca Negra.", &["held Clara Menares | place=penal de Roca Negra"]),
        ("Tomás Verrel permanece detenido desde enero de 2025.", &["held Tomás Verrel | date=2025-01"]),
        (
            "Marta Ilvera fue trasladada el domingo de la cárcel de Quelín a la cárcel de Ostra.",
            &["transferred Marta Ilvera | date=2026-03-15 place=cárcel de Ostra"],
        ),
        ("Paulo Drena desapareció el 3 de marzo.", &["missing Paulo Drena | date=2026-03-03"]),
        ("La familia de Simón Mirabal no sabe dónde está.", &["missing Simón Mirabal | says=familia de Simón Mirabal"]),
        ("El Gobierno anunció que Lidia Ocampo será liberada.", &["announced Lidia Ocampo | says=Gobierno"]),
        (
            "Marta Ilvera será excarcelada el miércoles, según el ministerio.",
            &["announced Marta Ilvera | date=2026-03-18 says=ministerio"],
        ),
        ("Amina Dosal fue liberada el sábado.", &["released Amina Dosal | date=2026-03-14"]),
        ("Excarcelaron a Clara Menares el viernes.", &["released Clara Menares | date=2026-03-13"]),
        (
            "Tomás Verrel salió de la cárcel de Quelín el domingo.",
            &["released Tomás Verrel | date=2026-03-15 place=cárcel de Quelín"],
        ),
        ("El presidente indultó a Simón Mirabal.", &["released Simón Mirabal | by=presidente terms=pardon"]),
        ("A Lidia Ocampo le concedieron arresto domiciliario.", &["released Lidia Ocampo | terms=house-arrest"]),
        ("Paulo Drena fue detenido nuevamente dos semanas después.", &["rearrested Paulo Drena"]),
        ("Amina Dosal no ha sido liberada.", &["released Amina Dosal | denies"]),
        (
            "El ministerio negó que Tomás Verrel hubiera sido detenido.",
            &["detained Tomás Verrel | says=ministerio denies"],
        ),
        ("Marta Ilvera habría sido detenida en la frontera.", &["detained Marta Ilvera | place=frontera hedged"]),
        ("Los manifestantes exigieron la liberación de Paulo Drena.", &[]),
        ("Marta Ilvera liberó su segundo disco el viernes.", &[]),
        ("Clara Menares no fue detenida.", &["detained Clara Menares | denies"]),
        ("La novela de Lidia Ocampo capturó el ánimo del país.", &[]),
        ("Tomás Verrel ganó la libertad de elegir su horario.", &[]),
        ("Amina Dosal se detuvo frente a la iglesia.", &[]),
        ("Clara Menares murió en su casa a los 90 años.", &[]),
        ("¿Fue detenido Tomás Verrel?", &[]),
        (
            "Tomás Verrel y Lidia Ocampo fueron liberados el sábado.",
            &["released Lidia Ocampo | date=2026-03-14", "released Tomás Verrel | date=2026-03-14"],
        ),
        (
            "Dos enfermeras, Amina Dosal y Marta Ilvera, fueron detenidas el jueves.",
            &["detained Amina Dosal | date=2026-03-12", "detained Marta Ilvera | date=2026-03-12"],
        ),
        ("Simón Mirabal recuperó la libertad el viernes.", &["released Simón Mirabal | date=2026-03-13"]),
        ("Simón Mirabal salió de la reunión el martes.", &[]),
        ("Rosa Drena fue declarada culpable de incitación.", &["convicted Rosa Drena | for=incitación"]),
        ("Diego Lastra fue amnistiado el viernes.", &["released Diego Lastra | date=2026-03-13 terms=amnesty"]),
        ("Soltaron a Nora Quiles el domingo.", &["released Nora Quiles | date=2026-03-15"]),
        ("Ayer se detuvo a Diego Lastra en Lagunera.", &["detained Diego Lastra | date=2026-03-15 place=Lagunera"]),
        (
            "Paulo Drena fue trasladado a la cárcel de Ostra el sábado.",
            &["transferred Paulo Drena | date=2026-03-14 place=cárcel de Ostra"],
        ),
        ("La jueza ordenó la liberación de Clara Menares.", &["announced Clara Menares"]),
        ("El juicio de Marta Ilvera comienza el martes.", &[]),
        ("Tomás Verrel perdió el tren a Lagunera.", &[]),
        ("Nora Quiles fue desterrada a Varania el viernes.", &["released Nora Quiles | date=2026-03-13 terms=exile"]),
        ("Inés Lugo fue encarcelada en 2022.", &["held Inés Lugo | date=2022"]),
        ("Clara Menares está desaparecida.", &["missing Clara Menares"]),
        (
            "La policía secuestró a Inés Lugo en Puerto Anselmo.",
            &["detained Inés Lugo | place=Puerto Anselmo by=policía"],
        ),
        ("Clara Menares murió en una celda.", &["died Clara Menares | place=celda"]),
        ("Simón Mirabal, encarcelado desde 2023, inició una huelga de hambre.", &["held Simón Mirabal | date=2023"]),
        ("Ivo Drena fue canjeado el domingo por dos espías.", &["released Ivo Drena | date=2026-03-15 terms=exchange"]),
    ];

    #[test]
    fn english() {
        check(Language::English, Kind::Status, ENGLISH);
    }

    #[test]
    fn spanish() {
        check(Language::Spanish, Kind::Status, SPANISH);
    }
}
