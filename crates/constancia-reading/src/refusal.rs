//! Refusals: what looked like a custody event or a count of people and became no statement, with the reason.
//!
//! Gathers and tells; what is refused is decided where events and counts are looked for.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

use constancia_model::{Diagnostic, DiagnosticKind, Evidence, Span};

use crate::explanation::{Explained, Explanation, Role, Rule};
use crate::scene::Scene;

/// Why words that looked like an event or a count are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It is asked or left open whether it happened.
    Question,
    /// Somebody asks for it.
    Demanded,
    /// It is said not to be planned.
    PlanNegated,
    /// It has not happened yet.
    Future,
    /// It may happen, or would.
    PossibleOnly,
    /// Nobody stands where the person must stand.
    NoPerson,
    /// What stands there is not a person.
    NotAPerson,
    /// A thing did it: "detained by the rain".
    ByAThing,
    /// Those who only come and go: lawyers, officials.
    Visitor,
    /// The words around speak of sport, art, trade or rescue.
    AnotherField,
    /// Nothing speaks of a place of custody.
    NoCustody,
    /// No place that somebody is moved to.
    NoDestination,
    /// No term of years or months.
    NoSentence,
    /// No offence, or no court.
    NoOffence,
    /// No exchange of prisoners.
    NoExchange,
    /// Nobody takes anybody away.
    NotTakenAway,
    /// No list of those to be released.
    NoList,
    /// A death that nothing puts in custody.
    DeathNotInCustody,
    /// It happened to people who are neither named nor counted.
    NobodyNamedOrCounted,
    /// A number of people of whom nothing is said.
    NothingSaidOfThem,
    /// A share: "nine out of ten".
    Share,
    /// One person is no count.
    SinglePerson,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Reason; 22] = [
        Self::Question,
        Self::Demanded,
        Self::PlanNegated,
        Self::Future,
        Self::PossibleOnly,
        Self::NoPerson,
        Self::NotAPerson,
        Self::ByAThing,
        Self::Visitor,
        Self::AnotherField,
        Self::NoCustody,
        Self::NoDestination,
        Self::NoSentence,
        Self::NoOffence,
        Self::NoExchange,
        Self::NotTakenAway,
        Self::NoList,
        Self::DeathNotInCustody,
        Self::NobodyNamedOrCounted,
        Self::NothingSaidOfThem,
        Self::Share,
        Self::SinglePerson,
    ];

    /// The name in a diagnostic.
    pub fn name(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Demanded => "demanded",
            Self::PlanNegated => "plan-negated",
            Self::Future => "future",
            Self::PossibleOnly => "possible-only",
            Self::NoPerson => "no-person",
            Self::NotAPerson => "not-a-person",
            Self::ByAThing => "by-a-thing",
            Self::Visitor => "a-visitor",
            Self::AnotherField => "another-field",
            Self::NoCustody => "no-custody",
            Self::NoDestination => "no-destination",
            Self::NoSentence => "no-sentence",
            Self::NoOffence => "no-offence",
            Self::NoExchange => "no-exchange",
            Self::NotTakenAway => "not-taken-away",
            Self::NoList => "no-list",
            Self::DeathNotInCustody => "death-not-in-custody",
            Self::NobodyNamedOrCounted => "nobody-named-or-counted",
            Self::NothingSaidOfThem => "nothing-said-of-them",
            Self::Share => "share",
            Self::SinglePerson => "single-person",
        }
    }

    /// Whether what surrounds the words decided, and not what stands beside them.
    pub fn is_of_scope(self) -> bool {
        matches!(self, Self::Question | Self::Demanded | Self::PlanNegated | Self::Future | Self::PossibleOnly)
    }
}

/// Words that looked like an event or a count and were refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The words.
    pub words: Range<usize>,
    /// Why.
    pub reason: Reason,
}

/// Refusals as diagnostics, in the order of their words: the same words once, with their first reason, and nothing that
/// gave a statement all the same. `line` gives the number of a line of the kept text.
pub fn diagnostics(
    scene: &Scene,
    mut refusals: Vec<Refusal>,
    statements: &[Explained],
    line: impl Fn(usize) -> usize,
) -> Vec<Diagnostic> {
    let gave: Vec<Span> = statements.iter().flat_map(|told| taken_up(&told.explanation)).collect();
    refusals.sort_by_key(|refusal| (refusal.words.start, Reverse(refusal.words.end)));
    let mut covered = 0;
    refusals.retain(|refusal| {
        let span = scene.span(&refusal.words);
        let new = refusal.words.start >= covered && !gave.iter().any(|words| words.overlaps(span));
        covered = if new { refusal.words.end } else { covered };
        new
    });
    let mut told = BTreeSet::new();
    let diagnostic = |refusal: Refusal| {
        let span = scene.span(&refusal.words);
        let above = scene.analysis.text[..span.start].matches('\n').count();
        let (line, words) = (line(above), scene.analysis.at(span));
        let kind = DiagnosticKind::EventRefused { reason: refusal.reason.name().to_owned() };
        told.insert((line, words, refusal.reason)).then(|| Diagnostic::note(kind).at(line, words))
    };
    refusals.into_iter().filter_map(diagnostic).collect()
}

/// The words that a statement took up: those that set its rule off, and its number.
fn taken_up(explanation: &Explanation) -> impl Iterator<Item = Span> {
    let event = !matches!(explanation.rule, Rule::Quotation | Rule::Dialogue | Rule::Turn | Rule::BesideName);
    let trigger = Some(explanation.trigger.span()).filter(|_| event);
    let numbers = explanation.parts.iter().filter(|part| part.role == Role::Number);
    trigger.into_iter().chain(numbers.filter_map(|part| part.words.as_ref()).map(Evidence::span))
}
