//! What surrounds an event: negation, plan, possibility, demand, question, hedge.
//!
//! "Has not been released", "may soon be freed", "demanded the release of" never become plain releases.

use constancia_language::BlockKind;
use constancia_language::inflection::Inflection;
use constancia_model::Status;

use crate::explanation::DecisionKind;
use crate::phrases::{Phrase, PhraseKind};
use crate::refusal::Reason;
use crate::scene::{Row, Scene};

/// What surrounds one event: for each decision the word that decided it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scope {
    /// It did not happen.
    pub negated: Option<usize>,
    /// It is to happen.
    pub planned: Option<usize>,
    /// It may happen, or would.
    pub possible: Option<usize>,
    /// Somebody asks for it.
    pub demanded: Option<usize>,
    /// It is asked or left open whether it happened: "if", "whether".
    pub question: Option<usize>,
    /// The words hold back.
    pub hedged: Option<usize>,
}

impl Scope {
    /// What an event of `status` amounts to under this scope, or why it amounts to nothing.
    pub fn apply(self, status: Status) -> Result<Status, Reason> {
        match (self, status) {
            (Scope { question: Some(_), .. }, _) => Err(Reason::Question),
            (Scope { demanded: Some(_), .. }, _) => Err(Reason::Demanded),
            (Scope { planned: Some(_), negated: Some(_), .. }, Status::Released) => Err(Reason::PlanNegated),
            (Scope { planned: Some(_), .. } | Scope { possible: Some(_), .. }, Status::Released) => {
                Ok(Status::Announced)
            }
            (Scope { planned: Some(_), .. }, _) => Err(Reason::Future),
            (Scope { possible: Some(_), .. }, _) => Err(Reason::PossibleOnly),
            _ => Ok(status),
        }
    }

    /// What it decides of an event that it lets pass, each with its word.
    pub fn decisions(self) -> impl Iterator<Item = (DecisionKind, usize)> {
        let decided = [
            (DecisionKind::Negated, self.negated),
            (DecisionKind::Planned, self.planned),
            (DecisionKind::Possible, self.possible),
            (DecisionKind::Hedged, self.hedged),
        ];
        decided.into_iter().filter_map(|(kind, word)| Some((kind, word?)))
    }
}

/// The scope of a verb: `at` is its group in the row, `verb` its word.
pub fn of_verb(scene: &Scene, row: &Row, at: usize, verb: usize, inflection: Inflection) -> Scope {
    let mut scope = Scope { question: is_question(scene, row), ..Scope::default() };
    let start = chain_start(scene, row, at);
    for word in row.phrases[start].words.start..verb {
        look(scene, &mut scope, word);
    }
    scope.negated = scope.negated.or(denied_doing(scene, row, at, verb));
    let bare = matches!(scene.lower(row.phrases[at].words.start), "be" | "not") && !scene.analysis.is_spanish();
    let mood = |w: usize| {
        w < verb && ["sea", "sean", "haya", "hayan", "fuera", "fueran", "fuese", "fuesen"].contains(&scene.lower(w))
    };
    let wished = inflection == Inflection::Subjunctive || bare || row.phrases[at].words.clone().any(mood);
    if let Some(governor) = governor(row, at) {
        for word in row.phrases[governor].words.clone() {
            govern(scene, &mut scope, word, wished);
        }
    }
    let nominal = row.phrases[..at].iter().rev().take(4).take_while(|p| is_nominal(p));
    let negative_subject = nominal.map(|p| p.words.start).find(|&w| {
        matches!(
            scene.lower(w),
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
    let opens = row.phrases[at].words.start == row.words.start;
    scope.negated = scope.negated.or(negative_subject.filter(|_| !opens));
    scope.negated = scope.negated.or_else(|| without_that(scene, row, at));
    let plain = scope.negated.is_none() && !is_reported(scene, row, at) && !is_called_false(scene, row, at);
    match inflection {
        Inflection::Future => scope.planned = Some(verb),
        Inflection::Conditional | Inflection::Imperative => scope.possible = Some(verb),
        Inflection::Subjunctive if plain && !is_over(scene, row, at) => scope.possible = scope.possible.or(Some(verb)),
        Inflection::Infinitive if bare_infinitive(scene, row, at, verb) => {
            scope.planned = scope.planned.or(Some(verb));
        }
        _ => {}
    }
    scope.planned = scope.planned.or(to_be(scene, row, at, verb));
    let group = &row.phrases[at].words;
    let auxiliary = |w: usize| future_auxiliary(scene.lower(w)).map(|inflection| (w, inflection));
    match group.clone().take_while(|&w| w < verb).find_map(auxiliary) {
        Some((word, Inflection::Future)) => scope.planned = Some(word),
        Some((word, Inflection::Conditional)) => scope.hedged = Some(word),
        _ => {}
    }
    let open = scope.planned.is_some() || scope.possible.is_some();
    scope.question = scope.question.or(condition(scene, row, at).filter(|_| open));
    scope.demanded = scope.demanded.or(is_call(scene, row, at, verb, inflection).then_some(verb));
    let hedged = scene.find(&(row.between_stops(at).start..verb), &scene.words.hedge_phrases);
    scope.hedged = scope.hedged.or(hedged);
    let mut before = row.phrases[..at].iter().rev().take(3).map(|p| p.head);
    let left_open = before.find(|&w| matches!(scene.lower(w), "if" | "unless" | "si" | "whether"));
    scope.question = scope.question.or(left_open);
    let mut near = (row.words.start..verb).rev().take(8);
    scope.hedged = scope.hedged.or(near.find(|&w| scene.words.hedges.contains(scene.lower(w))));
    scope
}

/// "sin que soltaran a X": the word before the "que" that opens the clause.
fn without_that(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let clause = |p: &&Phrase| !matches!(p.kind, PhraseKind::Verb | PhraseKind::Stop | PhraseKind::Comma);
    let start = row.phrases[..at].iter().rev().take_while(clause).last().map(|p| p.words.start)?;
    (start..row.phrases[at].words.start).find(|&w| scene.starts_with(w, row.words.end, "sin que"))
}

/// "dos días después de que lo soltaran": a subjunctive of what is over.
fn is_over(scene: &Scene, row: &Row, at: usize) -> bool {
    let start = row.phrases[at].words.start;
    let near = start.saturating_sub(6).max(row.words.start)..start;
    scene.find(&near, &scene.words.over_clauses).is_some()
}

/// "Es falso que X haya sido detenida": a subjunctive that is called false is no wish.
fn is_called_false(scene: &Scene, row: &Row, at: usize) -> bool {
    let before = row.between_stops(at).start..row.phrases[at].words.start;
    scene.find(&before, &scene.words.false_phrases).is_some()
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
/// A verb that says as well as it demands ("pide que la liberen", "asked that she be freed") demands what is wished.
fn govern(scene: &Scene, scope: &mut Scope, word: usize, wished: bool) {
    let lower = scene.lower(word);
    if scene.words.demands.contains(lower) && (wished || !scene.words.is_speech(lower)) {
        scope.demanded.get_or_insert(word);
    }
    if scene.words.hedges.contains(lower) {
        scope.hedged.get_or_insert(word);
    }
}

fn is_nominal(phrase: &Phrase) -> bool {
    matches!(phrase.kind, PhraseKind::Noun | PhraseKind::Coordinator | PhraseKind::Other | PhraseKind::Comma)
}

/// "If she pays the fine, she will go home": the word after which what follows is no plan.
fn condition(scene: &Scene, row: &Row, at: usize) -> Option<usize> {
    let first = row.between_stops(at).start;
    let opens = matches!(scene.lower(first), "if" | "unless" | "si" | "ojalá" | "cuando" | "when" | "once");
    opens.then_some(first)
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

/// "denied holding him", "denies having arrested her": the verb of denying in the group of a gerund.
pub fn denied_doing(scene: &Scene, row: &Row, at: usize, verb: usize) -> Option<usize> {
    let group = row.phrases[at].words.start..verb;
    let gerund = (group.start..verb + 1).any(|w| scene.lower(w).ends_with("ing"));
    group.into_iter().find(|&w| gerund && scene.words.is_denial(scene.lower(w)))
}

/// "is to be freed": the word "to" of a plan; "began to be freed" is none.
fn to_be(scene: &Scene, row: &Row, at: usize, verb: usize) -> Option<usize> {
    let group = &row.phrases[at].words;
    let said = (group.start..verb).any(|w| scene.words.reported_as.contains(scene.lower(w)));
    let begun = said
        || group
            .clone()
            .any(|w| matches!(scene.lower(w), "began" | "started" | "used" | "appears" | "appeared" | "seemed"));
    let to = |w: &usize| scene.lower(*w) == "to" && w + 1 < verb && matches!(scene.lower(w + 1), "be" | "have");
    (group.start..verb).find(to).filter(|_| !begun)
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
    let only = matches!(scene.analysis.words.get(word + 1), Some(next) if matches!(next.lower.as_str(), "solo" | "sólo" | "solamente" | "only"));
    let negates = !only
        && (words.negations.contains(lower) || matches!(lower, "refused" | "refuses" | "failed" | "without" | "sin"));
    let decided = [
        (&mut scope.negated, negates),
        (&mut scope.planned, words.futures.contains(lower) || words.promises.contains(lower)),
        (&mut scope.possible, words.conditions.contains(lower)),
        (&mut scope.demanded, words.demands.contains(lower)),
        (&mut scope.hedged, words.hedges.contains(lower)),
    ];
    for (by, _) in decided.into_iter().filter(|(_, decides)| *decides) {
        by.get_or_insert(word);
    }
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

fn is_question(scene: &Scene, row: &Row) -> Option<usize> {
    row.words.clone().rev().take(2).find(|&w| scene.lower(w) == "?")
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
