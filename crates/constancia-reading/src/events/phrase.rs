//! Events of phrases without a verb of their own: "behind bars", "sin paradero conocido".

use std::ops::Range;

use constancia_language::inflection::Inflection;
use constancia_model::Status;

use super::noun::opens_row;
use super::people::{may_be_people, may_drop};
use super::{Event, Found};
use crate::explanation::{FrameForm, Rule};
use crate::frames::Frame;
use crate::phrases::PhraseKind;
use crate::refusal::{Reason, Refusal};
use crate::scene::{Row, Scene};
use crate::scope::{self, Scope};

/// Verbless phrases: "behind bars", "sin paradero conocido".
pub(super) fn phrase_events(scene: &Scene, row: &Row, found: &mut Found) {
    for (phrase, frame) in scene.frames.phrases() {
        let joined = phrase.join(" ");
        let Some((words, patient)) = place_of(scene, row, &joined) else { continue };
        if measured(scene, row, words.start) && scene.frames.get(*frame).status == Status::Held {
            continue;
        }
        let status = scene.frames.get(*frame).status;
        let told = |e: &Event| e.words.start <= words.start && words.start <= e.words.end + 3 && e.status == status;
        let died_there = |e: &Event| e.status == Status::Died && e.words.end.abs_diff(words.start) < 2;
        if found.events.iter().any(|e| told(e) || status == Status::Held && died_there(e)) {
            continue;
        }
        let rule = Rule::Frame(scene.frames.rule(*frame, FrameForm::Phrases, &joined));
        match phrase_event(scene, row, &words, patient, scene.frames.get(*frame), rule) {
            Ok(event) => found.events.push(event),
            Err(reason) => found.refusals.push(Refusal { words, reason }),
        }
    }
}

/// Where a phrase stands, with the noun phrase that its preposition governs: "sin noticias de X", "years in prison for X",
/// and in front of it "De X no se sabe nada".
fn place_of(scene: &Scene, row: &Row, phrase: &str) -> Option<(Range<usize>, Option<usize>)> {
    let find = |phrase: &str| {
        let start = row.words.clone().find(|&w| scene.starts_with(w, row.words.end, phrase))?;
        Some(start..start + phrase.split(' ').count())
    };
    if let Some(words) = find(phrase) {
        let last = row.phrase_at(words.end - 1)?;
        let governs = matches!(scene.lower(words.end - 1), "de" | "para" | "contra" | "of" | "for" | "against");
        let behind = row.phrases.get(last + 1).filter(|p| p.kind == PhraseKind::Noun && p.words.start == words.end);
        let noun = behind.filter(|_| governs).map(|_| last + 1);
        let fronted = row.phrase_at(words.start).and_then(|at| fronted_of(scene, row, at));
        return Some((words, noun.or(fronted)));
    }
    let bare = phrase.strip_suffix(" de")?;
    let words = find(bare)?;
    let fronted = fronted_of(scene, row, row.phrase_at(words.start)?)?;
    Some((words, Some(fronted)))
}

/// "De X, albañil, no se sabe nada": the noun phrase of a "de" that opens the clause of the phrase at `at`.
fn fronted_of(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let opens = |k: usize| {
        let of = row.phrases[k].kind == PhraseKind::Preposition && scene.lower(row.phrases[k].head) == "de";
        let first = k.checked_sub(1).is_none_or(|before| {
            matches!(row.phrases[before].kind, PhraseKind::Stop | PhraseKind::Subordinator | PhraseKind::Relative)
        });
        of && first && row.phrases[k + 1].kind == PhraseKind::Noun
    };
    let clause = |k: &usize| !matches!(row.phrases[*k].kind, PhraseKind::Stop | PhraseKind::Verb);
    let front = (0..at).rev().take_while(clause).find(|&k| opens(k))?;
    may_be_people(scene, row, front + 1).then_some(front + 1)
}

/// The event of a verbless phrase: its person is the subject of the verb before it; a fragment may leave her out.
fn phrase_event(
    scene: &Scene,
    row: &Row,
    words: &Range<usize>,
    governed: Option<usize>,
    frame: &Frame,
    rule: Rule,
) -> Result<Event, Reason> {
    let at = row.phrase_at(words.start).ok_or(Reason::NoPerson)?;
    let verb = (0..=at).rev().find(|&k| row.phrases[k].kind == PhraseKind::Verb);
    let scope = verb.map_or(scope::of_noun(scene, row, at), |k| {
        scope::of_verb(scene, row, k, row.phrases[k].head, Inflection::Present)
    });
    let near = scene.clause(row).subject(at);
    let far = || verb.map(|k| scene.clause(row).subject(k)).unwrap_or_default();
    let subject = match governed {
        Some(noun) if !may_be_people(scene, row, noun) => return Err(Reason::NotAPerson),
        Some(noun) => scene.clause(row).list_right(noun),
        None if near.is_empty() => far(),
        None => near,
    };
    let thing = subject.first().is_some_and(|&k| scene.words.thing_nouns.contains(scene.lower(row.phrases[k].head)));
    let patients: Vec<usize> = subject.into_iter().filter(|&k| may_be_people(scene, row, k)).collect();
    let heading = scene.analysis.blocks[row.block].kind == constancia_language::BlockKind::Heading;
    let being = verb.is_some_and(|k| crate::clause::is_be(scene.lower(row.phrases[k].head)));
    let missing = frame.status == Status::Missing;
    let droppable = !heading && !thing && (missing || may_drop(scene, row, at) && (verb.is_none() || being));
    let over = patients.is_empty() && opens_row(scene, row, at);
    if over || patients.is_empty() && !droppable {
        return Err(Reason::NoPerson);
    }
    let status = scope.apply(frame.status)?;
    let scope = Scope { negated: scope.negated.filter(|_| !missing), ..scope };
    Ok(Event { scope, terms: frame.terms, ..Event::new(rule, status, words.clone(), at, patients) })
}

/// "sentenced to ten years in prison": the length of a sentence, which says nothing of where somebody is.
fn measured(scene: &Scene, row: &Row, start: usize) -> bool {
    let before = start.checked_sub(1).filter(|&w| w >= row.words.start).map(|w| scene.span(&(w..w + 1)));
    let length = before.is_some_and(|span| scene.analysis.durations.iter().any(|d| d.span.overlaps(span)));
    let judges = |w: usize| {
        let of = |frame: usize| matches!(scene.frames.get(frame).status, Status::Convicted | Status::Charged);
        scene.frames.verb(scene.lower(w)).iter().any(|entry| of(entry.frame))
    };
    let verb = row.phrases.iter().rfind(|p| p.kind == PhraseKind::Verb && p.words.end <= start);
    length && verb.is_some_and(|p| p.words.clone().any(judges))
}
