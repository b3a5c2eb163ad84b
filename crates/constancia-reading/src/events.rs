//! Events: every place where a frame's words stand and what it needs stands beside them.
//!
//! An event knows its status, its scope and the phrases of the one it happens to; `status` makes statements of the named,
//! `count` of the counted. What was refused is told with the reason.

use std::ops::Range;

use constancia_language::inflection::Inflection;
use constancia_language::tagging::{Tag, VerbForm};
use constancia_language::{NameKind, TokenKind};
use constancia_model::{InformantClass, PartialDate, ReleaseTerms, Stance, Status};

use crate::clause::{QUANTITIES, Voice};
use crate::counted::singular;
use crate::explanation::{DecisionKind, FrameForm, Rule, Way};
use crate::frames::{Frame, Need, PersonRole, VerbEntry};
use crate::phrases::{Phrase, PhraseKind};
use crate::refusal::{Reason, Refusal};
use crate::scene::{Row, Scene, is_custody_word};
use crate::scope::{self, Scope};

/// An event in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What happened, the scope applied.
    pub status: Status,
    /// The frame's words.
    pub words: Range<usize>,
    /// The phrase in the row that holds them.
    pub at: usize,
    /// The phrases of those it happened to; empty when the sentence leaves them out.
    pub patients: Vec<usize>,
    /// Whether the sentence leaves out whom it happened to, so that the context must say.
    pub dropped: bool,
    /// The phrase of the one who did it.
    pub agent: Option<usize>,
    /// What surrounds it.
    pub scope: Scope,
    /// The terms that the frame itself says.
    pub terms: Option<ReleaseTerms>,
    /// The stance that the words themselves settle, whoever is credited.
    pub stance: Option<Stance>,
    /// Whether the words say so only of somebody whom the report has in custody: "went home".
    pub known: bool,
    /// When, where another sentence told it of the group that these belong to.
    pub date: Option<PartialDate>,
    /// What made it.
    pub rule: Rule,
    /// How the patients were reached.
    pub way: Way,
    /// The word that makes of the frame's status another: "again", "remains".
    pub turned: Option<(DecisionKind, usize)>,
}

impl Event {
    /// An event of these patients that nothing surrounds; without patients, the context must say whom it happened to.
    pub fn new(rule: Rule, status: Status, words: Range<usize>, at: usize, patients: Vec<usize>) -> Self {
        let dropped = patients.is_empty();
        Self {
            status,
            words,
            at,
            patients,
            dropped,
            agent: None,
            scope: Scope::default(),
            terms: None,
            stance: None,
            rule,
            way: Way::Subject,
            turned: None,
            known: false,
            date: None,
        }
    }
}

/// What a row holds.
#[derive(Debug, Default)]
pub struct Found {
    /// Events.
    pub events: Vec<Event>,
    /// What was refused.
    pub refusals: Vec<Refusal>,
}

/// All events of a row.
pub fn events(scene: &Scene, row: &Row) -> Found {
    let mut found = Found::default();
    for at in 0..row.phrases.len() {
        match row.phrases[at].kind {
            PhraseKind::Verb => verb_events(scene, row, at, &mut found),
            PhraseKind::Noun => noun_events(scene, row, at, &mut found),
            PhraseKind::Other => mark_alone(scene, row, at, &mut found),
            _ => {}
        }
    }
    phrase_events(scene, row, &mut found);
    found
}

fn verb_events(scene: &Scene, row: &Row, at: usize, found: &mut Found) {
    for verb in row.phrases[at].words.clone() {
        let entries = scene.frames.verb(scene.lower(verb));
        for entry in entries {
            let Some(tail_end) = tail(scene, row, at, verb, entry) else { continue };
            if is_auxiliary_use(scene, row, at, verb, entry, tail_end) {
                continue;
            }
            match verb_event(scene, row, at, verb, entry, tail_end) {
                Ok(event) => {
                    found.events.push(event);
                    break;
                }
                Err(reason) if reason.is_of_scope() || !scene.frames.get(entry.frame).common => {
                    found.refusals.push(Refusal { words: verb..tail_end.min(row.words.end), reason });
                }
                Err(_) => {}
            }
        }
    }
}

/// A frame's verb that only helps a later verb of its group: "has been", "let go".
fn is_auxiliary_use(scene: &Scene, row: &Row, at: usize, verb: usize, entry: &VerbEntry, tail_end: usize) -> bool {
    let group = &row.phrases[at].words;
    let later_verb =
        (verb + 1..group.end).any(|w| w >= tail_end && matches!(scene.analysis.words[w].tag.tag, Tag::Verb));
    entry.tail.is_empty() && later_verb
}

/// Where the words behind a frame's verb end; they may stand behind its object ("let him go").
fn tail(scene: &Scene, row: &Row, at: usize, verb: usize, entry: &VerbEntry) -> Option<usize> {
    if entry.tail.is_empty() {
        return Some(verb + 1);
    }
    let tail = entry.tail.join(" ");
    let end = row.words.end;
    if scene.starts_with(verb + 1, end, &tail) {
        return Some(verb + 1 + entry.tail.len());
    }
    if verb + 1 < row.phrases[at].words.end {
        return None;
    }
    let between =
        |k: &usize| row.phrases.get(*k).is_some_and(|p| p.kind == PhraseKind::Other || scene.clause(row).is_time(p));
    let next = (at + 1..row.phrases.len()).find(|k| !between(k))?;
    if scene.starts_with(row.phrases[next].words.start, end, &tail) {
        return Some(row.phrases[next].words.start + entry.tail.len());
    }
    let object = row.phrases.get(next).filter(|p| p.kind == PhraseKind::Noun && p.words.len() <= 8)?;
    let after = object.words.end;
    (after..(after + 2).min(end)).find(|&w| scene.starts_with(w, end, &tail)).map(|w| w + entry.tail.len())
}

fn verb_event(
    scene: &Scene,
    row: &Row,
    at: usize,
    verb: usize,
    entry: &VerbEntry,
    tail_end: usize,
) -> Result<Event, Reason> {
    let frame = scene.frames.get(entry.frame);
    let clause = scene.clause(row);
    let voice = clause.voice(at, verb, entry.inflection);
    let arguments = arguments(scene, row, at, verb, voice, entry, tail_end)?;
    let words = verb..tail_end.max(verb + 1).min(row.words.end);
    needs(scene, row, at, &words, frame, voice)?;
    if frame.needs == Some(Need::CustodyOrTerms) && arguments.patients.iter().any(|&k| is_visitor(scene, row, k)) {
        return Err(Reason::Visitor);
    }
    let scope = scope::of_verb(scene, row, at, verb, entry.inflection);
    if is_another_field(scene, row, &words) || arguments.agent.is_some_and(|k| rescues(scene, row, k)) {
        return Err(Reason::AnotherField);
    }
    let lasting = voice == Voice::Participle && lasts(scene, row, &words, arguments.agent.is_some());
    let lasting = (lasting && frame.status == Status::Detained).then_some((Status::Held, DecisionKind::Lasting, verb));
    let turned = lasting.or_else(|| turned(scene, row, at, &words, frame.status));
    let status = scope.apply(turned.map_or(frame.status, |(status, _, _)| status))?;
    let turned = turned.map(|(_, kind, word)| (kind, word));
    let known = frame.needs == Some(Need::KnownInCustody) && scope.negated.is_none();
    Ok(Event { status, words, at, scope, terms: frame.terms, turned, known, ..arguments })
}

/// Whether the sentence speaks of sport, art, trade or rescue, and nothing there or before it of custody: "was released
/// by the club". The words of the event themselves do not speak.
fn is_another_field(scene: &Scene, row: &Row, event: &Range<usize>) -> bool {
    let other = |w: usize| scene.words.other_fields.contains(scene.lower(w));
    let custody = |w: usize| {
        let lower = scene.lower(w);
        !event.contains(&w)
            && (scene.words.custody_context.contains(lower)
                || is_custody_word(lower)
                || scene.words.informant_class(lower) == Some(InformantClass::Authority)
                || scene.words.courts.iter().any(|stem| lower.starts_with(stem.as_str())))
    };
    let around = row.words.start.saturating_sub(CONTEXT)..row.words.end;
    row.words.clone().any(other) && !around.clone().any(custody)
}

/// "Firefighters freed her from a lift": those who rescue hold nobody.
fn rescues(scene: &Scene, row: &Row, k: usize) -> bool {
    row.phrases[k].words.clone().any(|w| scene.words.rescuers.contains(scene.lower(w)))
}

/// The status that a word near the verb makes of being detained, with the word: held, or taken again.
fn turned(
    scene: &Scene,
    row: &Row,
    at: usize,
    words: &Range<usize>,
    status: Status,
) -> Option<(Status, DecisionKind, usize)> {
    let lasting = stative(scene, row, at, words.start).map(|word| (Status::Held, DecisionKind::Lasting, word));
    let again = || again(scene, row, at, words).map(|word| (Status::Rearrested, DecisionKind::Again, word));
    lasting.or_else(again).filter(|_| status == Status::Detained)
}

/// "personas detenidas por motivos políticos", "people detained in Yare": a participle of detaining without a date or an
/// agent says that they are held.
fn lasts(scene: &Scene, row: &Row, words: &Range<usize>, agent: bool) -> bool {
    let detains = ["detain", "deten", "priv"].iter().any(|stem| scene.lower(words.start).starts_with(stem));
    let near = scene.span(&(words.start..(words.end + 9).min(row.words.end)));
    let dated = scene.analysis.dates.iter().any(|d| near.contains(d.span));
    let taken = (words.end..(words.end + 2).min(row.words.end)).any(|w| {
        matches!(
            scene.lower(w),
            "at" | "when" | "cuando" | "after" | "tras" | "while" | "mientras" | "during" | "durante"
        )
    });
    let there = row.words.clone().any(|w| matches!(scene.lower(w), "hay" | "había" | "there"));
    detains && !agent && !taken && (!dated || there)
}

/// "está detenida", "remains detained" say that somebody is held, not when she was taken.
fn stative(scene: &Scene, row: &Row, at: usize, verb: usize) -> Option<usize> {
    row.phrases[at].words.clone().take_while(|&w| w < verb).find(|&w| {
        matches!(
            scene.lower(w),
            "está"
                | "están"
                | "estaba"
                | "estaban"
                | "sigue"
                | "siguen"
                | "seguía"
                | "continúa"
                | "continúan"
                | "permanece"
                | "permanecen"
                | "remain"
                | "remains"
                | "remained"
                | "still"
                | "estando"
                | "mantienen"
                | "mantiene"
                | "estuvo"
                | "estuvieron"
                | "seguían"
                | "permanecía"
        )
    })
}

/// "arrested again", "lo volvieron a capturar".
fn again(scene: &Scene, row: &Row, at: usize, words: &Range<usize>) -> Option<usize> {
    let start = row.phrases[at].words.start.saturating_sub(3).max(row.words.start);
    let end = (words.end + 3).min(row.words.end);
    scene.find(&(start..end), &scene.words.again)
}

/// Finds the patient and the agent by the voice and the frame.
fn arguments(
    scene: &Scene,
    row: &Row,
    at: usize,
    verb: usize,
    voice: Voice,
    entry: &VerbEntry,
    tail_end: usize,
) -> Result<Event, Reason> {
    let (clause, frame) = (scene.clause(row), scene.frames.get(entry.frame));
    let rule = Rule::Frame(scene.frames.rule(entry.frame, FrameForm::Verbs, &entry.listed));
    let mut event = Event::new(rule, frame.status, verb..tail_end, at, Vec::new());
    let subject_is_patient = match (frame.person, voice) {
        (PersonRole::Subject, _) | (PersonRole::Object | PersonRole::Sentenced, Voice::Passive | Voice::Participle) => {
            true
        }
        (PersonRole::Object, Voice::Active) => false,
        (PersonRole::Sentenced, Voice::Active) => !is_giving(scene.lower(verb)),
    };
    if subject_is_patient {
        event.patients = subject_patients(scene, row, at, verb, voice);
        event.dropped = event.patients.is_empty();
        event.agent = tree_agent(scene, row, verb).or_else(|| by_agent(scene, row, at));
        if event.dropped && !may_drop(scene, row, at) {
            return Err(Reason::NoPerson);
        }
    } else {
        event.way = Way::Object;
        let subject = scene.phrases_of(row, &scene.tree().subject(verb));
        event.agent = subject.first().copied().or_else(|| clause.subject(at).first().copied());
        event.patients = object_patients(scene, row, at, verb, tail_end);
        if has_pronoun(scene, row, at) {
            event.patients.retain(|&k| is_personal(scene, row, k));
        }
        event.dropped = event.patients.is_empty() && has_clitic(scene, row, at);
        if event.patients.first().is_some_and(|&k| !may_be_people(scene, row, k)) {
            return Err(Reason::NotAPerson);
        }
        if event.patients.is_empty() && !event.dropped {
            return Err(Reason::NoPerson);
        }
    }
    event.patients.retain(|&k| may_be_people(scene, row, k));
    if event.patients.is_empty() && !event.dropped {
        return Err(Reason::NotAPerson);
    }
    if voice == Voice::Passive && event.agent.is_some_and(|k| is_inanimate(scene, row, k)) {
        return Err(Reason::ByAThing);
    }
    Ok(event)
}

fn is_giving(lower: &str) -> bool {
    ["give", "gave", "hand", "impus", "impon", "dio", "dier", "dan", "echar", "gives", "cay", "caer"]
        .iter()
        .any(|stem| lower.starts_with(stem))
}

/// The phrases of these words that can be people.
fn people_of(scene: &Scene, row: &Row, words: &[usize]) -> Vec<usize> {
    let counted = |&word: &usize| {
        let quantity = QUANTITIES.contains(&scene.lower(word));
        scene.tree().modifier(word).filter(|_| quantity).unwrap_or(word)
    };
    let words: Vec<usize> = words.iter().map(counted).collect();
    scene.phrases_of(row, &words).into_iter().filter(|&k| may_be_people(scene, row, k)).collect()
}

/// The one behind "by" or "por", by the tree.
fn tree_agent(scene: &Scene, row: &Row, verb: usize) -> Option<usize> {
    let at = row.phrase_at(scene.tree().agent(verb)?)?;
    let noun = row.phrases[at].kind == PhraseKind::Noun && !scene.clause(row).is_time(&row.phrases[at]);
    noun.then_some(at).filter(|&at| acts(scene, row, at))
}

/// The subject of a passive or a participle; for inverted order ("Also freed were A, B and C") what stands behind.
fn subject_patients(scene: &Scene, row: &Row, at: usize, verb: usize, voice: Voice) -> Vec<usize> {
    let by_tree = people_of(scene, row, &scene.tree().subject(verb));
    let found = agreed(scene, by_tree, subject_in_row(scene, row, at, voice));
    let agrees = |k: &usize| !disagrees(scene, row, verb, *k);
    if found.iter().any(agrees) || found.is_empty() {
        return found;
    }
    let near = (at.saturating_sub(6)..at)
        .rev()
        .find(|&k| row.phrases[k].kind == PhraseKind::Noun && !scene.persons(row, k).is_empty() && agrees(&k));
    near.map_or(found, |k| vec![k])
}

/// "La madre de Juan, desaparecido desde enero": a Spanish participle shows of which of two it speaks.
fn disagrees(scene: &Scene, row: &Row, verb: usize, k: usize) -> bool {
    use constancia_language::tagging::lists::Gender;
    let tag = scene.analysis.words[verb].tag;
    let (Some(VerbForm::Participle), Some(feminine), true) = (tag.verb, tag.feminine, scene.analysis.is_spanish())
    else {
        return false;
    };
    let own = if feminine { Gender::Feminine } else { Gender::Masculine };
    let persons = scene.persons(row, k);
    let single = persons.len() == 1 && !tag.plural;
    single && !scene.roster.may_be(persons[0], Some(own))
}

/// What the tree and the row say together: all of it where they agree on somebody, else whoever one of them finds. Where
/// each finds somebody else, Spanish follows the tree, for its subjects stand on either side of the verb.
fn agreed(scene: &Scene, by_tree: Vec<usize>, in_row: Vec<usize>) -> Vec<usize> {
    let apart = !in_row.is_empty() && !by_tree.is_empty() && !in_row.iter().any(|k| by_tree.contains(k));
    match apart {
        true if scene.analysis.is_spanish() => by_tree,
        true => in_row,
        false => {
            let more: Vec<usize> = by_tree.into_iter().filter(|k| !in_row.contains(k)).collect();
            [in_row, more].concat()
        }
    }
}

fn subject_in_row(scene: &Scene, row: &Row, at: usize, voice: Voice) -> Vec<usize> {
    let clause = scene.clause(row);
    let behind = inverted_list(scene, row, at);
    if !behind.is_empty() {
        return behind;
    }
    if voice == Voice::Participle
        && row.phrases[..at].iter().all(|p| matches!(p.kind, PhraseKind::Other | PhraseKind::Stop))
    {
        let main = main_subject(scene, row, at);
        if !main.is_empty() {
            return main;
        }
    }
    let modified = clause.modified(at).filter(|_| voice == Voice::Participle);
    let mut subject = modified.map_or_else(|| clause.subject(at), |k| clause.named_list(k));
    let sentenced = scene
        .frames
        .verb(scene.lower(row.phrases[at].head))
        .iter()
        .any(|e| scene.frames.get(e.frame).person == PersonRole::Sentenced);
    let headline = row.phrases[..at].iter().all(|p| matches!(p.kind, PhraseKind::Other | PhraseKind::Stop));
    if subject.is_empty() && (voice != Voice::Participle || headline) && !sentenced && scene.analysis.is_spanish() {
        subject = spanish_subject_behind(scene, row, at);
    }
    if subject.len() > 1 && !subject.iter().all(|&k| may_be_people(scene, row, k)) {
        let people: Vec<usize> = subject.iter().copied().filter(|&k| may_be_people(scene, row, k)).collect();
        return people;
    }
    subject
}

/// "First arrested in 1979, she was let go": the subject of the clause behind the comma.
pub fn main_subject(scene: &Scene, row: &Row, at: usize) -> Vec<usize> {
    let Some(comma) = (at + 1..row.phrases.len()).find(|&k| row.phrases[k].kind == PhraseKind::Comma) else {
        return Vec::new();
    };
    let verb = (comma + 1..row.phrases.len()).find(|&k| row.phrases[k].kind == PhraseKind::Verb);
    let subject = verb.map(|k| scene.clause(row).subject(k)).unwrap_or_default();
    subject.into_iter().filter(|&k| k > comma && !scene.persons(row, k).is_empty()).collect()
}

/// "Also freed were A and B", "Among those freed was A", "Entre los liberados está A", "Fueron liberados A y B".
fn inverted_list(scene: &Scene, row: &Row, at: usize) -> Vec<usize> {
    let opens = row.phrases[..at]
        .iter()
        .all(|p| matches!(p.kind, PhraseKind::Other | PhraseKind::Preposition | PhraseKind::Coordinator))
        || row.phrases[..at].iter().all(|p| p.kind != PhraseKind::Verb)
            && matches!(scene.lower(row.words.start), "among" | "entre" | "also" | "también");
    if !opens {
        return Vec::new();
    }
    let group = &row.phrases[at];
    let be_last = matches!(scene.lower(group.head), "was" | "were" | "is" | "are" | "been");
    let next_be = row.phrases[at + 1..].iter().take(6).position(|p| {
        p.kind == PhraseKind::Verb
            && matches!(
                scene.lower(p.head),
                "was"
                    | "were"
                    | "is"
                    | "are"
                    | "está"
                    | "están"
                    | "encuentra"
                    | "encuentran"
                    | "figura"
                    | "figuran"
                    | "estaba"
                    | "estaban"
                    | "es"
                    | "son"
            )
    });
    match (be_last, next_be) {
        (true, _) => scene.clause(row).objects(at),
        (false, Some(steps)) => scene.clause(row).objects(at + 1 + steps),
        _ => Vec::new(),
    }
}

/// "fue liberado ayer el periodista Juan Paz": a Spanish subject may stand behind its verb.
fn spanish_subject_behind(scene: &Scene, row: &Row, at: usize) -> Vec<usize> {
    let mut k = at + 1;
    while let Some(phrase) = row.phrases.get(k) {
        match phrase.kind {
            PhraseKind::Preposition => k += 2,
            PhraseKind::Other => k += 1,
            PhraseKind::Noun
                if scene.clause(row).is_time(phrase) || scene.frames.mark(scene.lower(phrase.head)).is_some() =>
            {
                k += 1
            }
            PhraseKind::Noun if !may_be_people(scene, row, k) && k < at + 3 => k += 1,
            PhraseKind::Noun => {
                let list = scene.clause(row).list_right(k);
                return list.into_iter().filter(|&k| may_be_people(scene, row, k)).collect();
            }
            _ => break,
        }
    }
    Vec::new()
}

/// "whom Nicaragua flew out", "a los que liberaron": the object stands before the clause.
fn relative_object(scene: &Scene, row: &Row, at: usize) -> Vec<usize> {
    let before = at.checked_sub(1).filter(|&k| row.phrases[k].kind == PhraseKind::Noun).and_then(|k| k.checked_sub(1));
    let relative =
        [before, at.checked_sub(1)].into_iter().flatten().find(|&k| row.phrases[k].kind == PhraseKind::Relative);
    relative
        .filter(|&k| scene.lower(row.phrases[k].head) != "who")
        .map(|k| scene.clause(row).antecedent(k))
        .unwrap_or_default()
}

/// "arrestaron frente a la cárcel de Boniato a dos mujeres": a later phrase with "a" that is people.
fn later_object(scene: &Scene, row: &Row, at: usize) -> Vec<usize> {
    let end = row.phrases[at + 1..]
        .iter()
        .position(|p| matches!(p.kind, PhraseKind::Verb | PhraseKind::Stop | PhraseKind::Quote(_)));
    let stop = end.map_or(row.phrases.len(), |steps| at + 1 + steps);
    let found = (at + 2..stop).find(|&k| {
        row.phrases[k].kind == PhraseKind::Noun
            && matches!(scene.lower(row.phrases[k - 1].head), "a" | "al")
            && may_be_people(scene, row, k)
    });
    found.map(|k| scene.clause(row).list_right(k)).unwrap_or_default()
}

/// The objects of an active verb, before its tail or behind it.
fn object_patients(scene: &Scene, row: &Row, at: usize, verb: usize, tail_end: usize) -> Vec<usize> {
    let by_tree = people_of(scene, row, &scene.tree().objects(verb));
    agreed(scene, by_tree, objects_in_row(scene, row, at, verb, tail_end))
}

fn objects_in_row(scene: &Scene, row: &Row, at: usize, verb: usize, tail_end: usize) -> Vec<usize> {
    let clause = scene.clause(row);
    let from = row.phrase_at((tail_end - 1).max(verb)).unwrap_or(at).max(at);
    let near = clause.objects(at);
    let beyond = if from > at { clause.objects(from) } else { Vec::new() };
    let people = |list: &[usize]| list.iter().any(|&k| may_be_people(scene, row, k));
    let mut found = if near.is_empty() || !people(&near) && people(&beyond) { beyond } else { near };
    if !found.iter().any(|&k| may_be_people(scene, row, k)) && scene.analysis.is_spanish() {
        found = later_object(scene, row, at);
    }
    if !found.iter().any(|&k| may_be_people(scene, row, k)) {
        let against = set_against(scene, row, at);
        if !against.is_empty() {
            return against;
        }
    }
    if found.is_empty() && !has_clitic(scene, row, at) { relative_object(scene, row, at) } else { found }
}

/// "se la llevaron dos agentes": the pronoun is the object, so that a noun without "a" is none.
fn has_pronoun(scene: &Scene, row: &Row, at: usize) -> bool {
    let pronoun = |w: usize| matches!(scene.lower(w), "lo" | "la" | "los" | "las");
    scene.analysis.is_spanish() && row.phrases[at].words.clone().any(pronoun)
}

/// A noun phrase behind "a".
fn is_personal(scene: &Scene, row: &Row, k: usize) -> bool {
    let before = k.checked_sub(1).map(|b| scene.lower(row.phrases[b].head));
    matches!(before, Some("a" | "al")) || matches!(scene.lower(row.phrases[k].words.start), "al")
}

/// "presentaron cargos contra X", "charges were filed against X": whoever stands behind "against" in the clause.
fn set_against(scene: &Scene, row: &Row, at: usize) -> Vec<usize> {
    let end = row.phrases[at + 1..]
        .iter()
        .position(|p| matches!(p.kind, PhraseKind::Verb | PhraseKind::Stop | PhraseKind::Quote(_)))
        .map_or(row.phrases.len(), |steps| at + 1 + steps);
    let against = (at + 1..end).find(|&k| matches!(scene.lower(row.phrases[k].words.start), "contra" | "against"));
    let noun = against.and_then(|k| (k..end).find(|&n| row.phrases[n].kind == PhraseKind::Noun));
    let list = noun.map(|k| scene.clause(row).list_right(k)).unwrap_or_default();
    list.into_iter().filter(|&k| may_be_people(scene, row, k)).collect()
}

/// "lo liberaron", "liberarla": a pronoun in the group.
fn has_clitic(scene: &Scene, row: &Row, at: usize) -> bool {
    let spanish = scene.analysis.is_spanish();
    let giving =
        ["otorg", "conced", "di", "impu", "impo", "dict", "decret", "comunic", "form", "revoc", "ech", "declar", "abr"];
    let head = scene.lower(row.phrases[at].head);
    let gives = giving.iter().any(|stem| head.starts_with(stem));
    spanish
        && row.phrases[at].words.clone().any(|w| {
            let lower = scene.lower(w);
            let enclitic = ["lo", "la", "los", "las"].iter().any(|c| lower.ends_with(c))
                && matches!(scene.analysis.words[w].tag.verb, Some(VerbForm::Infinitive | VerbForm::Gerund))
                && lower.len() > 5
                && !lower.ends_with("ndo");
            matches!(lower, "lo" | "la" | "los" | "las") || enclitic || matches!(lower, "le" | "les") && gives
        })
}

/// The one behind "by" or "por".
fn by_agent(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let rest = row.phrases.get(at + 1..)?;
    let preposition = rest
        .iter()
        .take(7)
        .position(|p| p.kind == PhraseKind::Preposition && matches!(scene.lower(p.head), "by" | "por"))?;
    let noun = at + 1 + preposition + 1;
    let acts = |p: &&Phrase| {
        let thing = scene.words.thing_nouns.contains(scene.lower(p.head));
        p.kind == PhraseKind::Noun && !scene.clause(row).is_time(p) && (thing || acts(scene, row, noun))
    };
    row.phrases.get(noun).filter(acts).map(|_| noun)
}

/// Whether a noun phrase can act: people, bodies, agents. "por motivos políticos" names no agent.
fn acts(scene: &Scene, row: &Row, at: usize) -> bool {
    let agent = |w: usize| scene.words.takers.iter().any(|stem| scene.lower(w).starts_with(stem.as_str()));
    let phrase = &row.phrases[at];
    let head = scene.lower(phrase.head);
    let person = scene.roster.within(&phrase.words).is_some() || scene.words.is_person_noun(singular(head));
    person
        || scene.words.is_people(head)
        || crate::credit::can_be_credited(scene, phrase)
        || phrase.words.clone().any(agent)
}

/// Where a subject may be left out: in Spanish with a finite verb, in any language at the start of a fragment.
fn may_drop(scene: &Scene, row: &Row, at: usize) -> bool {
    let opens = row.phrases[..at].iter().rev().take_while(|p| p.kind != PhraseKind::Stop).all(|p| {
        matches!(p.kind, PhraseKind::Other | PhraseKind::Comma | PhraseKind::Preposition)
            || scene.clause(row).is_time(p)
    });
    let finite = |w: usize| matches!(scene.analysis.words[w].tag.verb, Some(VerbForm::Finite | VerbForm::Past));
    opens || scene.analysis.is_spanish() && row.phrases[at].words.clone().any(finite)
}

/// Whether a noun phrase can be somebody: a person, a pronoun, a number, a noun of people.
pub fn may_be_people(scene: &Scene, row: &Row, at: usize) -> bool {
    let phrase = &row.phrases[at];
    if scene.words.thing_nouns.contains(scene.lower(phrase.head)) {
        return false;
    }
    if scene.roster.within(&phrase.words).is_some() || !scene.persons(row, at).is_empty() {
        return true;
    }
    let pronoun = matches!(scene.analysis.words[phrase.head].tag.tag, Tag::Pronoun | Tag::Number);
    let nouns = phrase.words.clone().any(|w| {
        scene.words.is_person_noun(singular(scene.lower(w)))
            || scene.words.is_people(scene.lower(w))
            || scene.words.counted_status(scene.lower(w)).is_some()
    });
    let it = matches!(
        scene.lower(phrase.head),
        "it" | "this"
            | "that"
            | "which"
            | "something"
            | "nothing"
            | "esto"
            | "eso"
            | "ello"
            | "algo"
            | "lo"
            | "what"
            | "everything"
    );
    (pronoun && !it) || nouns
}

/// "detained by questions", "retenido por la lluvia".
fn is_inanimate(scene: &Scene, row: &Row, at: usize) -> bool {
    let lower = scene.lower(row.phrases[at].head);
    scene.words.thing_nouns.contains(lower) && !scene.words.crimes.contains(lower)
}

/// "sale del penal la abogada", "the minister left the prison": those who come and go.
fn is_visitor(scene: &Scene, row: &Row, at: usize) -> bool {
    let visits = |w: usize| {
        let lower = scene.lower(w);
        let counsel = scene.words.kin_field(lower) == Some(constancia_model::AttributeField::Lawyer);
        counsel || scene.words.informant_class(lower) == Some(constancia_model::InformantClass::Authority)
    };
    row.phrases[at].words.clone().any(visits)
}

/// Checks what the frame needs beside it.
fn needs(scene: &Scene, row: &Row, at: usize, words: &Range<usize>, frame: &Frame, voice: Voice) -> Result<(), Reason> {
    let Some(need) = frame.needs else { return Ok(()) };
    let behind = words.end..clause_end(row, at);
    let whole = row.words.clone();
    let holds = match need {
        Need::OffStage => !behind.clone().any(|w| scene.words.stages.contains(scene.lower(w))),
        Need::Custody => has_custody(scene, &behind),
        Need::CustodyDestination => to_custody(scene, row, at, &behind),
        Need::CustodyOrTerms => leaves_custody(scene, row, words, &behind),
        Need::KnownInCustody => true,
        Need::AmidCustody => leaves_custody(scene, row, words, &behind) || amid_custody(scene, row),
        Need::CustodyInside => inside_follows(scene, words.end, row.words.end),
        Need::SpentInside => {
            has_duration(scene, &behind)
                && (has_custody(scene, &behind) || scene.find(&behind, &scene.words.inside_phrases).is_some())
        }
        Need::Destination => has_destination(scene, row, at, &behind),
        Need::Years => years_follow(scene, words, row),
        Need::Charge => is_charge(scene, row, at, words, &behind, voice),
        Need::Exchange => in_exchange(scene, row),
        Need::Taker => has_taker(scene, row),
        Need::TakenAway => taken_away(scene, row, at, words),
        Need::ReleaseList => scene
            .find(&whole, &["released".to_owned(), "freed".to_owned(), "let go".to_owned(), "out".to_owned()])
            .is_some(),
        Need::CustodyContext => in_custody_context(scene, row),
    };
    if holds { Ok(()) } else { Err(reason(need)) }
}

fn reason(need: Need) -> Reason {
    match need {
        Need::Custody
        | Need::CustodyDestination
        | Need::CustodyOrTerms
        | Need::AmidCustody
        | Need::KnownInCustody
        | Need::CustodyInside
        | Need::SpentInside => Reason::NoCustody,
        Need::OffStage => Reason::AnotherField,
        Need::Destination => Reason::NoDestination,
        Need::Years => Reason::NoSentence,
        Need::Charge => Reason::NoOffence,
        Need::Exchange => Reason::NoExchange,
        Need::Taker | Need::TakenAway => Reason::NotTakenAway,
        Need::ReleaseList => Reason::NoList,
        Need::CustodyContext => Reason::DeathNotInCustody,
    }
}

/// The end of the clause that begins at the phrase `at`: the next verb with a subject of its own, or a stop.
fn clause_end(row: &Row, at: usize) -> usize {
    let rest = &row.phrases[at + 1..];
    let stop = rest.iter().position(|p| matches!(p.kind, PhraseKind::Stop | PhraseKind::Quote(_)));
    let joint = rest.windows(2).position(|pair| {
        matches!(pair[0].kind, PhraseKind::Coordinator | PhraseKind::Subordinator | PhraseKind::Comma)
            && pair[1].kind == PhraseKind::Verb
    });
    let end = [stop, joint].into_iter().flatten().min();
    end.map_or(row.words.end, |steps| rest[steps].words.start)
}

/// A noun of a place of custody, or the name of a place that the text calls one.
pub fn has_custody(scene: &Scene, words: &Range<usize>) -> bool {
    words.clone().any(|w| scene.words.custody_nouns.contains(scene.lower(w)))
        || words.clone().any(|w| scene.is_facility(w))
}

/// "taken from Homel to the colony", "llevado a la colonia número 15": a place of custody behind "to".
fn to_custody(scene: &Scene, row: &Row, at: usize, behind: &Range<usize>) -> bool {
    let to = |p: &Phrase| {
        let opens = matches!(scene.lower(p.head), "to" | "into" | "a" | "al" | "hasta" | "hacia");
        p.kind == PhraseKind::Preposition && opens && behind.contains(&p.words.start)
    };
    let noun = |k: usize| row.phrases.get(k + 1).filter(|p| p.kind == PhraseKind::Noun);
    (at..row.phrases.len())
        .filter(|&k| to(&row.phrases[k]))
        .filter_map(noun)
        .any(|p| has_custody(scene, &p.words) && !p.words.clone().any(|w| scene.lower(w) == "libertad"))
}

/// "left under house arrest", "salió de la cárcel", "walked out of Badr 1"; "left the room" is none.
fn leaves_custody(scene: &Scene, row: &Row, words: &Range<usize>, behind: &Range<usize>) -> bool {
    let near = behind.start..behind.end.min(behind.start + 12);
    let free = words.clone().any(|w| matches!(scene.lower(w), "free" | "freedom" | "libre" | "libertad"));
    let terms = scene.words.release_terms.iter().any(|t| scene.find(&near, &t.words).is_some());
    let visitor = scene
        .find(&near, &["questions".to_owned(), "preguntas".to_owned(), "country".to_owned(), "país".to_owned()])
        .is_some();
    let listed = row.words.len() < 9 && scene.analysis.blocks[row.block].kind == constancia_language::BlockKind::Item;
    let known = row
        .phrases
        .iter()
        .filter(|p| p.words.end <= words.start)
        .any(|p| scene.roster.within(&p.words).is_some_and(|id| scene.in_custody.contains(&id)));
    let from = near.clone().take(1).any(|w| matches!(scene.lower(w), "de" | "del" | "of" | "from"));
    let named = near.clone().take(3).any(|w| scene.analysis.name_of(w).is_some_and(|n| n.kind != NameKind::Person));
    !visitor && (free || terms || has_custody(scene, &near) || listed || known && from && named)
}

/// So many words before a sentence tell what it is about.
const CONTEXT: usize = 120;

/// Whether the sentence or the words before it speak of custody: "is out" says nothing about an office.
fn amid_custody(scene: &Scene, row: &Row) -> bool {
    let about = |w: usize| {
        let lower = scene.lower(w);
        scene.words.custody_context.contains(lower)
            || scene.frames.noun(lower).is_some()
            || scene.frames.mark(lower).is_some()
            || scene.is_facility(w)
    };
    (row.words.start.saturating_sub(CONTEXT)..row.words.end).any(about)
}

fn inside_follows(scene: &Scene, from: usize, end: usize) -> bool {
    let near = from..end.min(from + 4);
    let phrase = scene.words.inside_phrases.iter().any(|p| near.clone().any(|w| scene.starts_with(w, end, p)));
    let place = near.clone().any(|w| scene.is_facility(w))
        && (from..end.min(from + 2)).any(|w| matches!(scene.lower(w), "in" | "at" | "en" | "inside"));
    let inside = scene.words.inside_prepositions.contains(scene.lower(from.min(end - 1)))
        && (from..end.min(from + 7))
            .take_while(|&w| scene.analysis.words[w].kind == TokenKind::Word)
            .any(|w| is_custody_word(scene.lower(w)));
    phrase || place || inside
}

fn has_duration(scene: &Scene, words: &Range<usize>) -> bool {
    if words.is_empty() {
        return false;
    }
    let span = scene.span(words);
    scene.analysis.durations.iter().any(|d| span.contains(d.span))
}

/// "to Yare II", "a la prisión de Grodno", "from A to B".
fn has_destination(scene: &Scene, row: &Row, at: usize, behind: &Range<usize>) -> bool {
    let to = row.phrases.iter().enumerate().find(|(k, p)| {
        *k > at
            && behind.contains(&p.words.start)
            && p.kind == PhraseKind::Preposition
            && matches!(scene.lower(p.head), "to" | "a" | "al" | "hasta" | "into" | "hacia" | "desde" | "from" | "de")
    });
    let noun = to.and_then(|(k, _)| row.phrases.get(k + 1));
    let placed = noun.is_some_and(|p| {
        let name = scene.analysis.names_in(&p.words).iter().any(|n| n.kind != NameKind::Person);
        name || p.words.clone().any(|w| {
            scene.words.custody_nouns.contains(scene.lower(w))
                || matches!(scene.lower(w), "hospital" | "centre" | "center" | "clinic" | "court")
        })
    });
    placed || has_custody(scene, behind)
}

/// "ten years", "penas de entre tres y doce años" right behind the verb, in a sentence about courts or custody.
fn years_follow(scene: &Scene, words: &Range<usize>, row: &Row) -> bool {
    let near = words.end..(words.end + 9).min(row.words.end);
    if near.is_empty() {
        return false;
    }
    let span = scene.span(&near);
    let long = scene.analysis.durations.iter().any(|d| span.overlaps(d.span) && (d.days >= 28));
    let bare =
        near.clone().take(2).any(|w| scene.analysis.words[w].tag.tag == Tag::Number) && about_sentences(scene, row);
    long || bare
}

/// Whether this row or the one before speaks of sentences.
fn about_sentences(scene: &Scene, row: &Row) -> bool {
    let start = row.words.start.saturating_sub(25);
    (start..row.words.end).any(|w| {
        let lower = scene.lower(w);
        ["sentenc", "conden", "convict", "sanci", "pena", "years", "años"].iter().any(|stem| lower.starts_with(stem))
    })
}

/// An offence stands behind, and nothing that one can be charged with without a court.
fn is_charge(scene: &Scene, row: &Row, at: usize, words: &Range<usize>, behind: &Range<usize>, voice: Voice) -> bool {
    let near = words.start..behind.end.min(words.end + 16).max(words.end);
    let lower = scene.lower(words.start);
    let accuse = ["accus", "acus", "charg"].iter().any(|stem| lower.starts_with(stem));
    let isms = |w: usize| ["ism", "ismo"].iter().any(|end| scene.lower(w).ends_with(end));
    let listed = |w: usize| scene.words.crimes.contains(scene.lower(w)) || is_code(scene, w) || isms(w);
    let offence = near.clone().skip(1).any(listed);
    let none = scene.find(&near, &scene.words.no_crimes).is_some();
    let court =
        row.words.clone().any(|w| scene.words.courts.iter().any(|stem| scene.lower(w).starts_with(stem.as_str())));
    let formal = !accuse || lower.starts_with("charg") || court || voice != Voice::Active;
    let impersonal = scene.analysis.is_spanish() && lower.ends_with("ron") && scene.clause(row).subject(at).is_empty();
    if none {
        return offence;
    }
    offence && (formal || impersonal) || !accuse && !none && (court || voice != Voice::Active)
}

/// "505A", "article 58".
fn is_code(scene: &Scene, word: usize) -> bool {
    let w = &scene.analysis.words[word];
    w.kind == TokenKind::Figure && w.lower.ends_with(|c: char| c.is_ascii_alphabetic())
}

fn in_exchange(scene: &Scene, row: &Row) -> bool {
    let start = row.words.start.saturating_sub(60);
    scene.find(&(start..row.words.end), &scene.words.exchange_context).is_some()
}

/// "agents took him from": somebody who takes people away is named.
fn has_taker(scene: &Scene, row: &Row) -> bool {
    row.words.clone().any(|w| scene.words.takers.iter().any(|stem| scene.lower(w).starts_with(stem.as_str())))
}

/// "se lo llevaron", "la sacaron de su casa": taken away, by somebody or by nobody named.
fn taken_away(scene: &Scene, row: &Row, at: usize, words: &Range<usize>) -> bool {
    let lower = scene.lower(words.start);
    let away = row.phrases[at].words.clone().any(|w| scene.lower(w) == "se");
    let seized = ["sac", "agarr", "intercept"].iter().any(|stem| lower.starts_with(stem));
    let from = row.words.clone().any(|w| scene.words.taken_from.contains(scene.lower(w)));
    let them = lower.ends_with("ron") && has_pronoun(scene, row, at);
    let out = words.end..(words.end + 5).min(row.words.end);
    if lower.starts_with("sac") && has_custody(scene, &out) {
        return false;
    }
    (away || seized) && (has_taker(scene, row) || lower.ends_with("ron") && (from || away) || seized && them)
}

/// A death is one in custody when the words around it speak of custody and do not put it after a release.
fn in_custody_context(scene: &Scene, row: &Row) -> bool {
    let block = &scene.analysis.blocks[row.block];
    let context = |range: Range<usize>| {
        range.into_iter().any(|w| scene.words.custody_context.contains(scene.lower(w)) || scene.is_facility(w))
    };
    let after = scene.find(&row.words, &scene.words.after_release).is_some();
    let negated_place =
        scene.find(&row.words, &["clinic".to_owned(), "at home".to_owned(), "en su casa".to_owned()]).is_some();
    !after
        && (context(row.words.clone())
            || !negated_place && context(block.tokens.clone())
            || block.kind == constancia_language::BlockKind::Item)
}

/// Event nouns ("the release of X", "his arrest", "tras su excarcelación") and marks before persons ("the jailed X").
fn noun_events(scene: &Scene, row: &Row, at: usize, found: &mut Found) {
    let phrase = &row.phrases[at];
    let counted = phrase.words.clone().any(|w| scene.analysis.words[w].tag.tag == Tag::Number);
    for word in phrase.words.clone() {
        if let Some(frame) = scene.frames.noun(scene.lower(word)).filter(|_| !counted && !is_in_name(scene, word)) {
            match noun_event(scene, row, at, word, frame) {
                Ok(event) => found.events.push(event),
                Err(reason) => found.refusals.push(Refusal { words: word..word + 1, reason }),
            }
        } else if let Some(frame) = scene.frames.mark(scene.lower(word)).filter(|_| !is_in_name(scene, word)) {
            let event = mark_event(scene, row, at, word, frame);
            // As the head of its phrase it is a word for people ("the detained") and looks like no event.
            if event.is_none() && word != phrase.head {
                found.refusals.push(Refusal { words: word..word + 1, reason: Reason::NobodyNamedOrCounted });
            }
            found.events.extend(event);
        }
    }
}

fn is_in_name(scene: &Scene, word: usize) -> bool {
    scene.analysis.name_of(word).is_some()
}

fn noun_event(scene: &Scene, row: &Row, at: usize, word: usize, index: usize) -> Result<Event, Reason> {
    let frame = scene.frames.get(index);
    let (patients, dropped) = noun_patients(scene, row, at, word);
    if patients.is_empty() && !dropped {
        return Err(Reason::NoPerson);
    }
    let whole = row.phrases[at].words.start..clause_end(row, at);
    match frame.needs {
        Some(Need::CustodyContext) if !in_custody_context(scene, row) => return Err(Reason::DeathNotInCustody),
        Some(Need::CustodyOrTerms) if !has_custody(scene, &whole) => return Err(Reason::NoCustody),
        Some(Need::Destination) if !has_destination(scene, row, at, &whole) => return Err(Reason::NoDestination),
        _ => {}
    }
    let scope = scope::of_noun(scene, row, at);
    let asked = matches!(frame.status, Status::Released | Status::Detained | Status::Transferred | Status::Rearrested);
    let scope = Scope { demanded: scope.demanded.filter(|_| asked), ..scope };
    let status = scope.apply(frame.status)?;
    let rule = Rule::Frame(scene.frames.rule(index, FrameForm::Nouns, scene.lower(word)));
    let event = Event::new(rule, status, word..word + 1, at, patients);
    Ok(Event { scope, terms: frame.terms, way: Way::OfNoun, ..event })
}

/// The possessor before the noun, or the noun phrase behind "of" and "de".
fn noun_patients(scene: &Scene, row: &Row, at: usize, word: usize) -> (Vec<usize>, bool) {
    let phrase = &row.phrases[at];
    let before = phrase.words.start..word;
    if scene.roster.within(&before).is_some() {
        return (vec![at], false);
    }
    if let Some(k) =
        at.checked_sub(1).filter(|&k| matches!(scene.lower(row.phrases[k].head), "whose" | "cuya" | "cuyo"))
    {
        return (scene.clause(row).antecedent(k), false);
    }
    if let Some(noun) = behind_of(scene, row, at) {
        let list = scene.clause(row).list_right(noun);
        let people: Vec<usize> = list.into_iter().filter(|&k| may_be_people(scene, row, k)).collect();
        return (people, false);
    }
    let pronouns = &scene.words.pronouns;
    let possessive = before.clone().any(|w| {
        let lower = scene.lower(w);
        pronouns.possessive_female.contains(lower)
            || pronouns.possessive_male.contains(lower)
            || pronouns.possessive_any.contains(lower)
    });
    let main = if possessive && opens_row(scene, row, at) { main_subject(scene, row, at) } else { Vec::new() };
    let dropped = possessive && main.is_empty();
    (main, dropped)
}

/// "Tras su arresto el lunes, Juan Paz …": the phrase stands behind the preposition that opens its sentence.
fn opens_row(scene: &Scene, row: &Row, at: usize) -> bool {
    let opened = ["after", "since", "following", "before", "tras", "desde", "después", "luego", "antes"];
    at < 4
        && opened.contains(&scene.lower(row.words.start))
        && row.phrases[..at].iter().all(|p| !matches!(p.kind, PhraseKind::Verb | PhraseKind::Comma))
}

/// The noun phrase behind "of" or "de", a date or an aside between: "el arresto, hace una semana, de la fiscal".
fn behind_of(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let mut k = at + 1;
    while let Some(phrase) = row.phrases.get(k).filter(|_| k < at + 8) {
        let time = phrase.kind == PhraseKind::Noun && scene.clause(row).is_time(phrase);
        let ago = matches!(scene.lower(phrase.head), "hace" | "on" | "in" | "el");
        match phrase.kind {
            PhraseKind::Preposition
                if matches!(scene.lower(phrase.head), "of" | "de" | "del" | "contra" | "against") =>
            {
                let noun =
                    row.phrases.get(k + 1).filter(|p| p.kind == PhraseKind::Noun && !scene.clause(row).is_time(p));
                if noun.is_some() {
                    return Some(k + 1);
                }
            }
            PhraseKind::Comma | PhraseKind::Other => {}
            PhraseKind::Preposition if states_custody(scene, row, k + 1) => k += 1,
            _ if time || ago => {}
            _ => return None,
        }
        k += 1;
    }
    None
}

/// "bajo custodia", "in custody", "de seis años": what may stand between a noun of an event and its person.
fn states_custody(scene: &Scene, row: &Row, k: usize) -> bool {
    let state = |p: &Phrase| {
        scene.words.custody_states.contains(scene.lower(p.head))
            || scene.words.bare_custody.contains(scene.lower(p.head))
    };
    row.phrases.get(k).is_some_and(|p| p.kind == PhraseKind::Noun && (state(p) || scene.clause(row).is_time(p)))
}

/// "the jailed editor Ana Ruiz", "el periodista preso Juan Paz".
fn mark_event(scene: &Scene, row: &Row, at: usize, word: usize, index: usize) -> Option<Event> {
    let phrase = &row.phrases[at];
    let definite = matches!(scene.lower(phrase.words.start), "the" | "el" | "la" | "los" | "las");
    let named = scene.roster.within(&phrase.words).is_some() || !definite;
    if !named || scene.persons(row, at).is_empty() {
        return None;
    }
    let scope = scope::of_noun(scene, row, at);
    let scope = Scope { demanded: None, planned: None, possible: None, negated: None, ..scope };
    Some(Event { scope, way: Way::SamePhrase, ..of_mark(scene, word, index, at, vec![at]) })
}

/// The event of a mark: "detained" beside a person says that she is held.
fn of_mark(scene: &Scene, word: usize, index: usize, at: usize, patients: Vec<usize>) -> Event {
    let frame = scene.frames.get(index);
    let lasting = frame.status == Status::Detained;
    let status = if lasting { Status::Held } else { frame.status };
    let rule = Rule::Frame(scene.frames.rule(index, FrameForm::Marks, scene.lower(word)));
    let turned = lasting.then_some((DecisionKind::Lasting, word));
    Event { terms: frame.terms, turned, ..Event::new(rule, status, word..word + 1, at, patients) }
}

/// "(detenido)", "OUT." and other marks that stand by themselves in a list item.
fn mark_alone(scene: &Scene, row: &Row, at: usize, found: &mut Found) {
    let word = row.phrases[at].head;
    let Some(frame) = scene.frames.mark(scene.lower(word)) else { return };
    let subject = scene.clause(row).subject(at);
    let patients: Vec<usize> = subject.into_iter().filter(|&k| may_be_people(scene, row, k)).collect();
    let scope = scope::of_noun(scene, row, at);
    let event = of_mark(scene, word, frame, at, patients);
    match scope.apply(event.status) {
        Ok(status) => found.events.push(Event { scope, status, ..event }),
        Err(reason) => found.refusals.push(Refusal { words: event.words, reason }),
    }
}

/// Verbless phrases: "behind bars", "sin paradero conocido".
fn phrase_events(scene: &Scene, row: &Row, found: &mut Found) {
    for (phrase, frame) in scene.frames.phrases() {
        let joined = phrase.join(" ");
        let Some(start) = row.words.clone().find(|&w| scene.starts_with(w, row.words.end, &joined)) else { continue };
        let words = start..start + phrase.len();
        let status = scene.frames.get(*frame).status;
        let told = |e: &Event| e.words.start <= words.start && words.start <= e.words.end + 3 && e.status == status;
        if found.events.iter().any(told) {
            continue;
        }
        let rule = Rule::Frame(scene.frames.rule(*frame, FrameForm::Phrases, &joined));
        match phrase_event(scene, row, &words, scene.frames.get(*frame), rule) {
            Ok(event) => found.events.push(event),
            Err(reason) => found.refusals.push(Refusal { words, reason }),
        }
    }
}

/// The event of a verbless phrase: its person is the subject of the verb before it; a fragment may leave her out.
fn phrase_event(scene: &Scene, row: &Row, words: &Range<usize>, frame: &Frame, rule: Rule) -> Result<Event, Reason> {
    let at = row.phrase_at(words.start).ok_or(Reason::NoPerson)?;
    let verb = (0..=at).rev().find(|&k| row.phrases[k].kind == PhraseKind::Verb);
    let scope = verb.map_or(scope::of_noun(scene, row, at), |k| {
        scope::of_verb(scene, row, k, row.phrases[k].head, Inflection::Present)
    });
    let near = scene.clause(row).subject(at);
    let far = || verb.map(|k| scene.clause(row).subject(k)).unwrap_or_default();
    let subject = if near.is_empty() { far() } else { near };
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
