//! The commands by which people decide: who is one person, what statement stands, what is withdrawn.

use clap::{Arg, ArgMatches, Command, value_parser};
use constancia_model::{Decision, Verdict};

use super::usage::Refused;
use crate::catalogue::Catalogue;

/// What somebody decides, as the command line names it.
#[derive(Debug)]
pub enum Deed {
    /// Two persons are one, are two, or it cannot be said.
    Compare { one: String, other: String, decision: Decision },
    /// The mentions of these reports are another person.
    Split { person: String, reports: Vec<String> },
    /// A statement stands, falls, or is open.
    Rule { statement: String, verdict: Verdict },
    /// An earlier decision is void.
    Withdraw { entry: u64 },
}

/// A decision to record.
#[derive(Debug)]
pub struct ToDecide {
    /// What.
    pub deed: Deed,
    /// Who decides.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// The commands below `person`.
pub fn of_person(person: Command, catalogue: &Catalogue) -> Command {
    let two = |name: &'static str, about: &str| {
        plain(name, about, catalogue)
            .arg(word("one", "value-person", "help-person-one", catalogue))
            .arg(word("other", "value-person", "help-person-other", catalogue))
            .args(why(catalogue))
    };
    let reports = word("reports", "value-report", "help-person-split-reports", catalogue).num_args(1..);
    let whom = || word("person", "value-person", "help-person-one", catalogue);
    person
        .args_conflicts_with_subcommands(true)
        .subcommand_negates_reqs(true)
        .disable_help_subcommand(true)
        .subcommand(two("merge", "help-person-merge"))
        .subcommand(plain("split", "help-person-split", catalogue).arg(whom()).arg(reports).args(why(catalogue)))
        .subcommand(two("different", "help-person-different"))
        .subcommand(two("unsure", "help-person-unsure"))
        .subcommand(plain("history", "help-person-history", catalogue).arg(whom()))
}

/// `judgement`, `statement`, `review`.
pub fn commands(catalogue: &Catalogue) -> [Command; 3] {
    let above = |name: &'static str, about: &str| {
        plain(name, about, catalogue).subcommand_required(true).disable_help_subcommand(true)
    };
    let number = word("number", "value-number", "help-judgement-number", catalogue)
        .value_parser(value_parser!(u64).range(1..=i64::MAX as u64));
    let rule = |name: &'static str, about: &str| {
        let statement = word("statement", "value-statement", "help-explain-statement", catalogue);
        plain(name, about, catalogue).arg(statement).args(why(catalogue))
    };
    [
        above("judgement", "help-judgement")
            .subcommand(plain("list", "help-judgement-list", catalogue))
            .subcommand(plain("withdraw", "help-judgement-withdraw", catalogue).arg(number).args(why(catalogue))),
        above("statement", "help-statement")
            .subcommand(rule("accept", "help-statement-accept"))
            .subcommand(rule("reject", "help-statement-reject"))
            .subcommand(rule("reopen", "help-statement-reopen")),
        plain("review", "help-review", catalogue),
    ]
}

fn plain(name: &'static str, about: &str, catalogue: &Catalogue) -> Command {
    Command::new(name).about(catalogue.say(about))
}

fn word(name: &'static str, value: &str, help: &str, catalogue: &Catalogue) -> Arg {
    super::word(name, value, help, catalogue)
}

/// Who decides, and why.
pub fn why(catalogue: &Catalogue) -> [Arg; 2] {
    let option = |name: &'static str, value: &str, help: &str| {
        Arg::new(name).long(name).value_name(catalogue.say(value)).help(catalogue.say(help))
    };
    [option("by", "value-name", "help-by"), option("reason", "value-text", "help-reason").required(true)]
}

/// The decision that `given` names below `command`; `None` where it names none. Who decides is `by` where the command
/// line does not say.
pub fn to_decide(
    command: &str,
    given: &ArgMatches,
    by: Option<&str>,
    catalogue: &Catalogue,
) -> Result<Option<ToDecide>, Refused> {
    let Some((name, given)) = given.subcommand() else { return Ok(None) };
    let Some(deed) = deed(command, name, given) else { return Ok(None) };
    let (by, reason) = by_whom_and_why(given, by, catalogue)?;
    Ok(Some(ToDecide { deed, by, reason }))
}

/// Who decides, `by` where the command line does not say, and why.
pub fn by_whom_and_why(
    given: &ArgMatches,
    by: Option<&str>,
    catalogue: &Catalogue,
) -> Result<(String, String), Refused> {
    let by = given.get_one::<String>("by").map(String::as_str).or(by);
    let Some(by) = by.filter(|by| !by.trim().is_empty()) else {
        return Err(Refused::because(catalogue.say("usage-by-missing"), catalogue));
    };
    Ok((by.trim().to_owned(), text(given, "reason").trim().to_owned()))
}

fn deed(command: &str, name: &str, given: &ArgMatches) -> Option<Deed> {
    let compare = |decision| Deed::Compare { one: text(given, "one"), other: text(given, "other"), decision };
    let rule = |verdict| Deed::Rule { statement: text(given, "statement"), verdict };
    Some(match (command, name) {
        ("person", "merge") => compare(Decision::SamePerson),
        ("person", "different") => compare(Decision::DifferentPersons),
        ("person", "unsure") => compare(Decision::Unsure),
        ("person", "split") => {
            let reports = given.get_many::<String>("reports").into_iter().flatten().cloned().collect();
            Deed::Split { person: text(given, "person"), reports }
        }
        ("judgement", "withdraw") => Deed::Withdraw { entry: given.get_one("number").copied().unwrap_or_default() },
        ("statement", "accept") => rule(Verdict::Stands),
        ("statement", "reject") => rule(Verdict::Falls),
        ("statement", "reopen") => rule(Verdict::Open),
        _ => return None,
    })
}

fn text(given: &ArgMatches, name: &str) -> String {
    given.get_one::<String>(name).cloned().unwrap_or_default()
}
