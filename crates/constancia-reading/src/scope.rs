//! What surrounds an event: negation, plan, possibility, demand, question, hedge.
//!
//! "Has not been released", "may soon be freed", "demanded the release of" never become plain releases.

use constancia_language::BlockKind;
use constancia_language::inflection::Inflection;
use constancia_model::Status;

use crate::phrases::{Phrase, PhraseKind};
use crate::scene::{Row, Scene};

/// What surrounds one event.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scope {
    /// It did not happen.
    pub negated: bool,
    /// It is to happen.
    pub planned: bool,
    /// It may happen, or would.
    pub possible: bool,
    /// Somebody asks for it.
    pub demanded: bool,
    /// It is asked or left open whether it happened: "if", "whether".
    pub question: bool,
    /// The words hold back.
    pub hedged: bool,
}

impl Scope {
    /// What an event of `status` amounts to under this scope, or why it amounts to nothing.
    pub fn apply(self, status: Status) -> Result<Status, &'static str> {
        match (self, status) {
            (Scope { question: true, .. }, _) => Err("question"),
            (Scope { demanded: true, .. }, _) => Err("demanded"),
            (Scope { planned: true, negated: true, .. }, Status::Released) => Err("plan-negated"),
            (Scope { planned: true, .. } | Scope { possible: true, .. }, Status::Released) => Ok(Status::Announced),
            (Scope { planned: true, .. }, _) => Err("future"),
            (Scope { possible: true, .. }, _) => Err("possible-only"),
            _ => Ok(status),
        }
    }
}

/// The scope of a verb: `at` is its group in the row, `verb` its word.
pub fn of_verb(scene: &Scene, row: &Row, at: usize, verb: usize, inflection: Inflection) -> Scope {
    let mut scope = Scope { question: is_question(scene, row), ..Scope::default() };
    let start = chain_start(scene, row, at);
    for word in row.phrases[start].words.start..verb {
        look(scene, &mut scope, word);
    }
    if let Some(governor) = governor(row, at) {
        for word in row.phrases[governor].words.clone() {
            govern(scene, &mut scope, word);
        }
    }
    let negative_subject = row.phrases[..at].iter().rev().take(4).take_while(|p| is_nominal(p)).any(|p| {
        matches!(
            scene.lower(p.words.start),
            "nobody"
                | "none"
                | "nadie"
                | "ninguno"
                | "ninguna"
                | "ningún"
                | "no"
                | "neither"
                | "nor"
                | "ni"
                | "tampoco"
        )
    });
    scope.negated |= negative_subject && row.phrases[at].words.start > row.words.start;
    match inflection {
        Inflection::Future => scope.planned = true,
        Inflection::Conditional => scope.possible = true,
        Inflection::Subjunctive => scope.possible |= !scope.negated && !is_reported(scene, row, at),
        Inflection::Infinitive => scope.planned |= bare_infinitive(scene, row, at, verb),
        _ => {}
    }
    let group = &row.phrases[at];
    let to_be = (group.words.start..verb)
        .any(|w| scene.lower(w) == "to" && w + 1 < verb && matches!(scene.lower(w + 1), "be" | "have"));
    scope.planned |= to_be
        && !group
            .words
            .clone()
            .any(|w| matches!(scene.lower(w), "began" | "started" | "used" | "appears" | "appeared" | "seemed"));
    let finite = group.words.clone().take_while(|&w| w < verb).find_map(|w| future_auxiliary(scene.lower(w)));
    match finite {
        Some(Inflection::Future) => scope.planned = true,
        Some(Inflection::Conditional) => scope.hedged = true,
        _ => {}
    }
    scope.question |= is_condition(scene, row, at) && (scope.planned || scope.possible);
    scope.demanded |= is_call(scene, row, at, verb, inflection);
    scope.hedged |= scene.find(&(part_start(row, at)..verb), &scene.words.hedge_phrases).is_some();
    let before = row.phrases[..at].iter().rev().take(3).map(|p| scene.lower(p.head));
    scope.question |= before.clone().any(|w| matches!(w, "if" | "unless" | "si" | "whether"));
    scope.hedged |= (row.words.start..verb).rev().take(8).any(|w| scene.words.hedges.contains(scene.lower(w)));
    scope
}

/// The verb group whose "that" or "que" opens the clause of the group at `at`: "demanded that she be freed".
fn governor(row: &Row, at: usize) -> Option<usize> {
    let open = |k: &usize| row.phrases[*k].kind != PhraseKind::Stop;
    let opens = |p: &Phrase| matches!(p.kind, PhraseKind::Subordinator | PhraseKind::Relative);
    let joint = (0..at).rev().take_while(open).find(|&k| opens(&row.phrases[k]))?;
    let verbs = row.phrases[joint..at].iter().any(|p| p.kind == PhraseKind::Verb);
    let behind_verb = joint.checked_sub(1).filter(|&k| row.phrases[k].kind == PhraseKind::Verb);
    behind_verb.filter(|_| !verbs)
}

/// What a governing verb does to what it governs: a demand and a belief hold, a promise is one of the clause's own tense.
fn govern(scene: &Scene, scope: &mut Scope, word: usize) {
    let lower = scene.lower(word);
    scope.demanded |= scene.words.demands.contains(lower) && !scene.words.is_speech(lower);
    scope.hedged |= scene.words.hedges.contains(lower);
}

fn is_nominal(phrase: &Phrase) -> bool {
    matches!(phrase.kind, PhraseKind::Noun | PhraseKind::Coordinator | PhraseKind::Other | PhraseKind::Comma)
}

/// Where the part of the row between semicolons begins that holds the group at `at`.
fn part_start(row: &Row, at: usize) -> usize {
    let stop = row.phrases[..at].iter().rfind(|p| p.kind == PhraseKind::Stop);
    stop.map_or(row.words.start, |p| p.words.end)
}

/// "If she pays the fine, she will go home": what follows is no plan.
fn is_condition(scene: &Scene, row: &Row, at: usize) -> bool {
    matches!(scene.lower(part_start(row, at)), "if" | "unless" | "si" | "ojalá" | "cuando" | "when" | "once")
}

/// "Release Ana Ruiz now!", "Suelten ya a Ana Ruiz": a verb that calls on somebody, without a subject.
fn is_call(scene: &Scene, row: &Row, at: usize, verb: usize, inflection: Inflection) -> bool {
    let first = row.phrases[..at].iter().all(|p| matches!(p.kind, PhraseKind::Other | PhraseKind::Stop));
    let alone = row.phrases[at].words.start == verb && scene.clause(row).subject(at).is_empty();
    let heading = scene.analysis.blocks[row.block].kind == BlockKind::Heading;
    let called = match inflection {
        Inflection::Subjunctive => scene.analysis.is_spanish(),
        Inflection::Infinitive => !scene.analysis.is_spanish() && !heading,
        _ => false,
    };
    first && alone && called
}

/// Groups that govern this one without a subject between them: "promised to release", "refused to be freed".
fn chain_start(scene: &Scene, row: &Row, at: usize) -> usize {
    let mut start = at;
    while start > 0 {
        let before = &row.phrases[start - 1];
        let joins = match before.kind {
            PhraseKind::Verb => true,
            PhraseKind::Other => scene.lower(before.head) != "yet",
            PhraseKind::Preposition => matches!(scene.lower(before.head), "to" | "a" | "de" | "without" | "sin"),
            _ => false,
        };
        if !joins {
            break;
        }
        start -= 1;
    }
    start
}

fn look(scene: &Scene, scope: &mut Scope, word: usize) {
    let lower = scene.lower(word);
    let words = scene.words;
    scope.negated |=
        words.negations.contains(lower) || matches!(lower, "refused" | "refuses" | "failed" | "without" | "sin");
    scope.planned |= words.futures.contains(lower) || words.promises.contains(lower);
    scope.possible |= words.conditions.contains(lower);
    scope.demanded |= words.demands.contains(lower);
    scope.hedged |= words.hedges.contains(lower);
}

/// "to be released" by itself is a plan; "began releasing", "helped to free" are not.
fn bare_infinitive(scene: &Scene, row: &Row, at: usize, verb: usize) -> bool {
    let group = &row.phrases[at].words;
    let to = scene.lower(group.start) == "to" || group.clone().any(|w| w < verb && scene.lower(w) == "to");
    let done = group.clone().any(|w| {
        matches!(
            scene.lower(w),
            "began"
                | "started"
                | "preparing"
                | "prepared"
                | "acaba"
                | "acaban"
                | "vuelto"
                | "volvió"
                | "volvieron"
                | "used"
        )
    });
    let infinitive_verb =
        scene.analysis.words[verb].tag.verb == Some(constancia_language::tagging::VerbForm::Infinitive);
    let bare = to || scene.analysis.is_spanish();
    bare && infinitive_verb && !done
}

fn future_auxiliary(lower: &str) -> Option<Inflection> {
    match lower {
        "will" | "shall" | "'ll" | "será" | "serán" | "habrá" | "habrán" | "va" | "van" | "serías" | "quedará"
        | "quedarán" | "estará" => Some(Inflection::Future),
        "sería" | "serían" | "habría" | "habrían" | "podría" | "podrían" | "estaría" | "estarían" => {
            Some(Inflection::Conditional)
        }
        _ => None,
    }
}

/// "negó que haya sido detenida": a subjunctive that a verb of saying governs is no wish.
fn is_reported(scene: &Scene, row: &Row, at: usize) -> bool {
    row.phrases[..at].iter().any(|p| p.kind == PhraseKind::Verb && scene.words.is_speech(scene.lower(p.head)))
}

fn is_question(scene: &Scene, row: &Row) -> bool {
    row.words.clone().last().is_some_and(|last| matches!(scene.lower(last), "?"))
        || row.words.clone().rev().take(2).any(|w| scene.lower(w) == "?")
}

/// The scope of an event noun at `noun` in the phrase at `at`: what governs "the release of".
pub fn of_noun(scene: &Scene, row: &Row, at: usize) -> Scope {
    let mut scope = Scope { question: is_question(scene, row), ..Scope::default() };
    let mut k = at;
    let mut steps = 0;
    while k > 0 && steps < 5 {
        k -= 1;
        steps += 1;
        let phrase = &row.phrases[k];
        match phrase.kind {
            PhraseKind::Coordinator if k + 1 == at => {}
            PhraseKind::Verb | PhraseKind::Noun | PhraseKind::Preposition | PhraseKind::Other => {
                for word in phrase.words.clone() {
                    look(scene, &mut scope, word);
                }
                if phrase.kind == PhraseKind::Verb {
                    break;
                }
            }
            _ => break,
        }
    }
    scope
}

#[cfg(test)]
mod tests {
    use constancia_model::Language;

    use crate::testing::{Case, Kind, check};

    const ENGLISH: &[Case] = &[
        ("Tomas Verrel may soon be released.", &["announced Tomas Verrel | hedged"]),
        ("Lidia Okoro has never been arrested.", &["detained Lidia Okoro | denies"]),
        ("Amnesty groups called for the release of Marta Ilves.", &[]),
        ("Kofi Mensara is expected to be released on Friday.", &["announced Kofi Mensara | date=2026-03-20 hedged"]),
        ("Had Pavel Drennik been released?", &[]),
        ("If Pavel Drennik is released, his family will celebrate.", &[]),
        ("Amina Dossou was allegedly arrested in Lagune.", &["detained Amina Dossou | place=Lagune hedged"]),
    ];

    const SPANISH: &[Case] = &[
        ("Tomás Verrel podría ser liberado pronto.", &["announced Tomás Verrel | hedged"]),
        ("Lidia Ocampo nunca fue detenida.", &["detained Lidia Ocampo | denies"]),
        ("Los familiares pidieron la libertad de Marta Ilvera.", &[]),
        ("Clara Menares será liberada el viernes.", &["announced Clara Menares | date=2026-03-20"]),
        ("¿Había sido liberado Paulo Drena?", &[]),
        ("Amina Dosal habría sido detenida en Lagunera.", &["detained Amina Dosal | place=Lagunera hedged"]),
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
