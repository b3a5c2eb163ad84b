//! `person merge|different|split|unsure`, `judgement withdraw`, `statement accept|reject|reopen`: records what somebody decides
//! and says what changed.

use anyhow::Result;
use constancia_model::{Decided, Decision, PersonJudgement, PersonMention, Ruled, Ruling, Withdrawal};
use constancia_register::{Outcome, People, Person, Store};

use crate::arguments::{Deed, ToDecide};
use crate::catalogue::Catalogue;
use crate::commands::{explain, whom};
use crate::failure::Failure;
use crate::render::text::{self, wrapped};
use crate::render::{described, plain};
use crate::{clock, output};

/// Records the decision and answers with what is otherwise now.
pub fn decide(store: &mut Store, asked: &ToDecide, catalogue: &Catalogue) -> Result<()> {
    let decided = decided(store, asked)?;
    let outcome = store.decide(&decided, &asked.by, &clock::now()?)?;
    output::write(answer(&decided, &outcome, text::width(), catalogue).as_bytes(), None)
}

/// The decision that the words of the command mean.
fn decided(store: &Store, asked: &ToDecide) -> Result<Decided> {
    let reason = asked.reason.as_str();
    Ok(match &asked.deed {
        Deed::Compare { one, other, decision } => compare(&store.people()?, [one, other], *decision, reason)?,
        Deed::Split { person, reports } => split(&store.people()?, person, reports, reason)?,
        Deed::Withdraw { entry } => Decided::Withdrawal(Withdrawal { entry: *entry, reason: reason.to_owned() }),
        Deed::Rule { statement, verdict } => {
            let register = store.register()?;
            let told = explain::one(&register, statement)?;
            let ruled = Ruled { report: told.report().clone(), statement: told.statement.clone() };
            Decided::Statements(Ruling::new([ruled], *verdict, reason))
        }
    })
}

fn compare(people: &People, asked: [&String; 2], decision: Decision, reason: &str) -> Result<Decided> {
    let (one, other) = (whom::person(people, asked[0])?, whom::person(people, asked[1])?);
    if one.id == other.id {
        let joins = decision == Decision::SamePerson;
        let key = if joins { "failure-one-person" } else { "failure-not-two-persons" };
        return Err(Failure::with(key, "id", &one.id).into());
    }
    let mentions = |person: &Person| person.mentions.clone();
    Ok(Decided::Persons(PersonJudgement::new(mentions(one), mentions(other), decision, reason)))
}

/// The mentions of these reports are another person than all the others.
fn split(people: &People, asked: &str, reports: &[String], reason: &str) -> Result<Decided> {
    let person = whom::person(people, asked)?;
    let named = reports.iter().map(|query| whom::report_of(people, person, query)).collect::<Result<Vec<_>>>()?;
    let in_named = |mention: &PersonMention| named.contains(&mention.report);
    let (away, left): (Vec<_>, Vec<_>) = person.mentions.iter().cloned().partition(in_named);
    if left.is_empty() {
        return Err(Failure::with("failure-nobody-left", "id", &person.id).into());
    }
    Ok(Decided::Persons(PersonJudgement::new(away, left, Decision::DifferentPersons, reason)))
}

fn answer(decided: &Decided, outcome: &Outcome, width: u16, catalogue: &Catalogue) -> String {
    let mut answer = wrapped(&catalogue.fill("decided", &[("entry", outcome.entry.to_string().into())]), width, "");
    if let Decided::Statements(ruling) = decided {
        let key = format!("verdict-{}", ruling.decision.name());
        for Ruled { statement, .. } in &ruling.statements {
            let line = format!("{}: {}", catalogue.say(&key), described::statement(statement, catalogue));
            answer += &wrapped(&line, width, "  ");
        }
    } else {
        answer += &changed(outcome, width, catalogue);
    }
    answer
}

fn changed(outcome: &Outcome, width: u16, catalogue: &Catalogue) -> String {
    let mut text = wrapped(&catalogue.fill("decided-persons", &[("count", outcome.persons.len().into())]), width, "");
    for person in &outcome.persons {
        let reports = catalogue.fill("number-of-reports", &[("count", person.mentions.len().into())]);
        text += &wrapped(&format!("{} — {} — {reports}", person.id, plain::line(&person.name)), width, "  ");
    }
    let numbers = |numbers: &[u64]| numbers.iter().map(u64::to_string).collect::<Vec<_>>().join(", ");
    for (key, list) in [
        ("decided-gone", outcome.gone.join(", ")),
        ("decided-resting", numbers(&outcome.resting)),
        ("decided-idle", numbers(&outcome.idle)),
    ] {
        if !list.is_empty() {
            text += &wrapped(&catalogue.fill(key, &[("list", list.into())]), width, "");
        }
    }
    text
}
