//! `person history` and `judgement list`: what was decided, by whom, when, why, and what became of it.

use std::collections::BTreeMap;

use anyhow::Result;
use constancia_model::{PersonMention, Ruled};
use constancia_register::{DecisionLine, People, Register, Store, Subject};

use crate::catalogue::Catalogue;
use crate::commands::whom;
use crate::output;
use crate::render::text::{self, underlined, wrapped};
use crate::render::{described, identity, plain};

/// Every decision about a person's mentions.
pub fn of_person(store: &Store, query: &str, catalogue: &Catalogue) -> Result<()> {
    let people = store.people()?;
    let person = whom::person(&people, query)?;
    let lines = store.decisions()?;
    let about = |line: &&DecisionLine| match &line.subject {
        Subject::Persons { sides, .. } => sides.iter().flatten().any(|mention| person.mentions.contains(mention)),
        Subject::Statements { .. } => false,
    };
    let width = text::width();
    let mut shown = underlined(&format!("{} — {}", plain::line(&person.name), person.id), "=", width);
    for mention in &person.mentions {
        shown += &wrapped(&mentioned(mention, &people), width, "  ");
    }
    let numbers = Numbers::default();
    shown += &decisions(lines.iter().filter(about), &Shown { people: &people, numbers: &numbers, width, catalogue });
    output::write(shown.as_bytes(), None)
}

/// Every decision there is.
pub fn list(store: &Store, catalogue: &Catalogue) -> Result<()> {
    let (people, lines) = (store.people()?, store.decisions()?);
    let rulings = lines.iter().any(|line| matches!(line.subject, Subject::Statements { .. }));
    let numbers = if rulings { Numbers::of(&store.register()?) } else { Numbers::default() };
    let shown = Shown { people: &people, numbers: &numbers, width: text::width(), catalogue };
    output::write(decisions(lines.iter(), &shown).as_bytes(), None)
}

/// The identities of the statements that the register tells.
#[derive(Default)]
struct Numbers(BTreeMap<Ruled, String>);

impl Numbers {
    fn of(register: &Register) -> Self {
        let ruled = register.statements().map(|told| {
            let ruled = Ruled { report: told.report().clone(), statement: told.statement.clone() };
            (ruled, told.id())
        });
        Self(ruled.collect())
    }

    /// Its identity, or that of its report where no reader finds it any more.
    fn of_statement(&self, ruled: &Ruled) -> String {
        self.0.get(ruled).cloned().unwrap_or_else(|| format!("{}-?", ruled.report.short()))
    }
}

/// What decisions are shown with.
struct Shown<'a> {
    people: &'a People,
    numbers: &'a Numbers,
    width: u16,
    catalogue: &'a Catalogue,
}

fn decisions<'a>(lines: impl Iterator<Item = &'a DecisionLine>, shown: &Shown<'_>) -> String {
    let text: String = lines.map(|line| decision(line, shown)).collect();
    if text.is_empty() { wrapped(&shown.catalogue.say("nothing-here"), shown.width, "") } else { text }
}

fn decision(line: &DecisionLine, shown: &Shown<'_>) -> String {
    let catalogue = shown.catalogue;
    let what = match &line.subject {
        Subject::Persons { decision, .. } => catalogue.say(&format!("decision-{}", decision.name())),
        Subject::Statements { decision, .. } => catalogue.say(&format!("verdict-{}", decision.name())),
    };
    let head = [
        ("entry", line.entry.to_string().into()),
        ("time", line.time.as_str().into()),
        ("author", plain::line(&line.author).into()),
        ("what", what.into()),
        ("standing", standing(line, catalogue).into()),
    ];
    let mut text = format!("\n{}", wrapped(&catalogue.fill("decision-line", &head), shown.width, ""));
    let mut below = |line: &str| text += &wrapped(line, shown.width, "    ");
    match &line.subject {
        Subject::Persons { sides, .. } => sides.iter().for_each(|side| below(&who(side, shown.people))),
        Subject::Statements { statements, .. } => statements.iter().for_each(|ruled| below(&ruled_on(ruled, shown))),
    }
    let reason = identity::reasons(&line.reason, &line.author, catalogue);
    below(&catalogue.fill("decision-reason", &[("reason", reason.into())]));
    if let Some(withdrawn) = &line.withdrawn {
        let values = [
            ("entry", withdrawn.entry.to_string().into()),
            ("time", withdrawn.time.as_str().into()),
            ("author", plain::line(&withdrawn.author).into()),
            ("reason", plain::line(&withdrawn.reason).into()),
        ];
        below(&catalogue.fill("decision-withdrawn", &values));
    }
    text
}

fn standing(line: &DecisionLine, catalogue: &Catalogue) -> String {
    match (&line.withdrawn, line.replaced_by) {
        (Some(_), _) => catalogue.say("standing-withdrawn"),
        (None, Some(by)) => catalogue.fill("standing-replaced", &[("entry", by.to_string().into())]),
        (None, None) if line.idle => catalogue.say("standing-idle"),
        (None, None) => catalogue.say("standing-counts"),
    }
}

fn who(side: &[PersonMention], people: &People) -> String {
    side.iter().map(|mention| mentioned(mention, people)).collect::<Vec<_>>().join("; ")
}

fn mentioned(mention: &PersonMention, people: &People) -> String {
    format!("{} — {}", plain::line(&mention.name), whom::report(people, &mention.report))
}

fn ruled_on(ruled: &Ruled, shown: &Shown<'_>) -> String {
    let said = described::statement(&ruled.statement, shown.catalogue);
    format!("{} [{}] — {}", said, shown.numbers.of_statement(ruled), whom::report(shown.people, &ruled.report))
}
