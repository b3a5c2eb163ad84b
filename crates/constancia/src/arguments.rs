//! The command line: which commands and options there are, with help and errors in the user's language.
//!
//! Turns words into an `Action` and does nothing itself.

mod judging;
mod look;
mod model;
mod usage;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use clap_complete::Shell;
use constancia_model::PartialDate;
use constancia_text::Stated;

use crate::catalogue::Catalogue;
use crate::model_reader::ModelChoice;
pub use judging::{Deed, ToDecide};
pub use look::{Look, PageFormat, ToSettle};
pub use usage::Refused;

/// How an explanation is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExplainFormat {
    /// Sentences for a terminal.
    Text,
    /// Data.
    Json,
}

/// What to read, and how.
#[derive(Debug)]
pub struct ToRead {
    /// Files, folders or `-`.
    pub paths: Vec<PathBuf>,
    /// What the user says about every report.
    pub stated: Stated,
    /// How many threads read.
    pub threads: usize,
    /// Files with frames of the user's.
    pub frames: Vec<PathBuf>,
    /// The file with the rules of the register.
    pub rules: Option<PathBuf>,
    /// The model that reads after the rules, where one is to.
    pub model: Option<ModelChoice>,
}

/// What to export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// Every statement, an object a line.
    Statements,
    /// Every kept text, a file each.
    Texts,
    /// The persons, for a spreadsheet.
    Persons,
    /// The whole brief as data.
    Json,
    /// Copies of one origin and reports about one event, by the names of the reports.
    Groups,
}

/// What the user wants done.
#[derive(Debug)]
pub enum Action {
    Read(ToRead),
    Brief { look: Look },
    Person { name: String, look: Look },
    PersonHistory { person: String },
    Decide(ToDecide),
    Judgements,
    Review,
    Report { id: String },
    Explain { statement: String, format: ExplainFormat, frames: Vec<PathBuf> },
    Tally { look: Look },
    Contradictions { all: bool, look: Look },
    Settle { asked: ToSettle },
    Rules,
    Export { format: ExportFormat, out: Option<PathBuf>, rules: Option<PathBuf> },
    LedgerShow,
    LedgerVerify,
    Rebuild,
    Completions { shell: Shell },
}

/// A command line that was understood.
#[derive(Debug)]
pub struct Request {
    /// The store.
    pub store: PathBuf,
    /// What to do.
    pub action: Action,
}

/// What the environment says where the command line does not.
#[derive(Debug)]
pub struct Environment {
    /// The store.
    pub store: PathBuf,
    /// Who decides.
    pub by: Option<String>,
}

/// Understands `words` (the program's name first).
pub fn parse(words: Vec<OsString>, environment: Environment, catalogue: &Catalogue) -> Result<Request, Refused> {
    let mut command = command(catalogue);
    let matches = command.try_get_matches_from_mut(words).map_err(|error| usage::refused(&error, catalogue))?;
    let store = matches.get_one("db").cloned().unwrap_or(environment.store);
    Ok(Request { store, action: action(&matches, environment.by.as_deref(), catalogue)? })
}

/// The command line as it stands in this language, for help and completions.
pub fn command(catalogue: &Catalogue) -> Command {
    let say = |key: &str| catalogue.say(key);
    let top = Command::new("constancia")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say("help-constancia"))
        .after_help(say("help-after"))
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .subcommand_required(true)
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).help(say("help-option-version")))
        .args(global(catalogue))
        .subcommands(commands(catalogue));
    usage::localise(top, catalogue, "constancia")
}

fn global(catalogue: &Catalogue) -> [Arg; 3] {
    [
        Arg::new("lang")
            .long("lang")
            .global(true)
            .value_parser(["en", "es"])
            .hide_possible_values(true)
            .value_name("en|es")
            .help(catalogue.say("help-option-lang")),
        Arg::new("db")
            .long("db")
            .global(true)
            .value_parser(value_parser!(PathBuf))
            .value_name(catalogue.say("value-file"))
            .help(catalogue.say("help-option-db")),
        Arg::new("help")
            .short('h')
            .long("help")
            .global(true)
            .action(ArgAction::Help)
            .help(catalogue.say("help-option-help")),
    ]
}

const EXPORTS: [&str; 5] = ["statements", "texts", "persons", "json", "groups"];

fn commands(catalogue: &Catalogue) -> Vec<Command> {
    let plain = |name: &'static str, about: &str| Command::new(name).about(catalogue.say(about));
    let [judgement, statement, review] = judging::commands(catalogue);
    vec![
        read(catalogue),
        plain("brief", "help-brief").args(look::options(catalogue)),
        judging::of_person(
            plain("person", "help-person")
                .arg(word("name", "value-name", "help-person-name", catalogue))
                .args(look::options(catalogue)),
            catalogue,
        ),
        plain("report", "help-report").arg(word("id", "value-id", "help-report-id", catalogue)),
        plain("explain", "help-explain")
            .arg(word("statement", "value-statement", "help-explain-statement", catalogue))
            .arg(format(["text", "json"], "help-explain-format", catalogue))
            .arg(frames("help-explain-frames", catalogue)),
        review,
        statement,
        judgement,
        plain("tally", "help-tally").args(look::options(catalogue)),
        look::contradictions(catalogue),
        plain("rules", "help-rules"),
        plain("export", "help-export")
            .arg(format(EXPORTS, "help-export-format", catalogue).required(true))
            .arg(look::rules(catalogue))
            .arg(out("help-export-out", catalogue)),
        plain("ledger", "help-ledger")
            .subcommand_required(true)
            .disable_help_subcommand(true)
            .subcommand(plain("show", "help-ledger-show"))
            .subcommand(plain("verify", "help-ledger-verify")),
        plain("rebuild", "help-rebuild"),
        plain("completions", "help-completions").arg(
            word("shell", "value-shell", "help-completions-shell", catalogue)
                .value_parser(value_parser!(Shell))
                .hide_possible_values(true),
        ),
    ]
}

fn read(catalogue: &Catalogue) -> Command {
    let say = |key: &str| catalogue.say(key);
    let text =
        |name: &'static str, value: &str, help: &str| Arg::new(name).long(name).value_name(say(value)).help(say(help));
    Command::new("read")
        .about(say("help-read"))
        .arg(
            Arg::new("paths")
                .value_name(say("value-path"))
                .help(say("help-read-paths"))
                .num_args(1..)
                .required(true)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(text("published", "value-date", "help-read-published").value_parser(value_parser!(PartialDate)))
        .arg(text("outlet", "value-outlet", "help-read-outlet"))
        .arg(text("url", "value-url", "help-read-url"))
        .arg(frames("help-read-frames", catalogue))
        .arg(look::rules(catalogue))
        .arg(text("threads", "value-number", "help-read-threads").value_parser(value_parser!(u16).range(1..=512)))
        .args(model::options(catalogue))
}

fn format<const N: usize>(values: [&'static str; N], help: &str, catalogue: &Catalogue) -> Arg {
    Arg::new("format")
        .long("format")
        .value_name(values.join("|"))
        .value_parser(values)
        .hide_possible_values(true)
        .help(catalogue.say(help))
}

fn out(help: &str, catalogue: &Catalogue) -> Arg {
    Arg::new("out")
        .long("out")
        .value_name(catalogue.say("value-path"))
        .value_parser(value_parser!(PathBuf))
        .help(catalogue.say(help))
}

fn frames(help: &str, catalogue: &Catalogue) -> Arg {
    Arg::new("frames")
        .long("frames")
        .value_name(catalogue.say("value-file"))
        .value_parser(value_parser!(PathBuf))
        .action(ArgAction::Append)
        .help(catalogue.say(help))
}

fn word(name: &'static str, value: &str, help: &str, catalogue: &Catalogue) -> Arg {
    Arg::new(name).value_name(catalogue.say(value)).help(catalogue.say(help)).required(true)
}

fn action(matches: &ArgMatches, by: Option<&str>, catalogue: &Catalogue) -> Result<Action, Refused> {
    let text = |matches: &ArgMatches, name: &str| matches.get_one::<String>(name).cloned().unwrap_or_default();
    let path = |matches: &ArgMatches| matches.get_one::<PathBuf>("out").cloned();
    if let Some((command, given)) = matches.subcommand()
        && let Some(asked) = judging::to_decide(command, given, by, catalogue)?
    {
        return Ok(Action::Decide(asked));
    }
    let action = match matches.subcommand() {
        Some(("read", given)) => read_action(given, model::choice(given, catalogue)?),
        Some(("brief", given)) => Action::Brief { look: Look::of(given) },
        Some(("person", given)) => match given.subcommand() {
            Some((_, of)) => Action::PersonHistory { person: text(of, "person") },
            None => Action::Person { name: text(given, "name"), look: Look::of(given) },
        },
        Some(("judgement", _)) => Action::Judgements,
        Some(("review", _)) => Action::Review,
        Some(("report", given)) => Action::Report { id: text(given, "id") },
        Some(("explain", given)) => Action::Explain {
            statement: text(given, "statement"),
            format: if text(given, "format") == "json" { ExplainFormat::Json } else { ExplainFormat::Text },
            frames: paths(given, "frames"),
        },
        Some(("tally", given)) => Action::Tally { look: Look::of(given) },
        Some(("contradictions", given)) => contradictions_action(given, by, catalogue)?,
        Some(("rules", _)) => Action::Rules,
        Some(("export", given)) => export_action(given, path(given), catalogue)?,
        Some(("ledger", given)) if given.subcommand_name() == Some("verify") => Action::LedgerVerify,
        Some(("ledger", _)) => Action::LedgerShow,
        Some(("rebuild", _)) => Action::Rebuild,
        Some(("completions", given)) => {
            Action::Completions { shell: given.get_one::<Shell>("shell").copied().unwrap_or(Shell::Bash) }
        }
        _ => return Err(Refused::because(catalogue.say("usage-no-command"), catalogue)),
    };
    Ok(action)
}

fn read_action(given: &ArgMatches, model: Option<ModelChoice>) -> Action {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    Action::Read(ToRead {
        paths: paths(given, "paths"),
        stated: Stated {
            published: given.get_one("published").copied(),
            outlet: given.get_one("outlet").cloned(),
            url: given.get_one("url").cloned(),
        },
        threads: given.get_one::<u16>("threads").map_or(processors, |number| usize::from(*number)),
        frames: paths(given, "frames"),
        rules: look::rules_given(given),
        model,
    })
}

fn paths(given: &ArgMatches, name: &str) -> Vec<PathBuf> {
    given.get_many::<PathBuf>(name).into_iter().flatten().cloned().collect()
}

fn contradictions_action(given: &ArgMatches, by: Option<&str>, catalogue: &Catalogue) -> Result<Action, Refused> {
    Ok(match given.subcommand() {
        Some((_, given)) => Action::Settle { asked: look::to_settle(given, by, catalogue)? },
        None => Action::Contradictions { all: given.get_flag("all"), look: Look::of(given) },
    })
}

fn export_action(given: &ArgMatches, out: Option<PathBuf>, catalogue: &Catalogue) -> Result<Action, Refused> {
    let format = match given.get_one::<String>("format").map(String::as_str).unwrap_or_default() {
        "texts" if out.is_none() => return Err(Refused::because(catalogue.say("usage-texts-need-out"), catalogue)),
        "texts" => ExportFormat::Texts,
        "persons" => ExportFormat::Persons,
        "json" => ExportFormat::Json,
        "groups" => ExportFormat::Groups,
        _ => ExportFormat::Statements,
    };
    Ok(Action::Export { format, out, rules: look::rules_given(given) })
}
