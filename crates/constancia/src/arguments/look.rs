//! The options of the commands that show the register: for which day, under which rules, in which form, where to.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use constancia_model::PartialDate;
use jiff::civil::Date;

use crate::arguments::{Refused, format, judging, out, word};
use crate::catalogue::Catalogue;

/// How what the register says is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageFormat {
    /// Columns for a terminal.
    Text,
    /// Tables for a document.
    Markdown,
    /// One page with the words behind every cell.
    Html,
    /// Data.
    Json,
}

/// How the register is to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// The form.
    pub format: PageFormat,
    /// The file to write to; standard output where none is named.
    pub out: Option<PathBuf>,
    /// The day; today where none is given.
    pub as_of: Option<Date>,
    /// The file with the rules of certainty.
    pub rules: Option<PathBuf>,
}

/// How a contradiction is to be settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToSettle {
    /// The beginning of its identity.
    pub id: String,
    /// The side that stands, from 1.
    pub side: usize,
    /// Who decides.
    pub by: String,
    /// Why.
    pub reason: String,
}

impl Look {
    /// What these arguments ask for.
    pub fn of(given: &ArgMatches) -> Self {
        let format = match given.get_one::<String>("format").map(String::as_str) {
            Some("markdown") => PageFormat::Markdown,
            Some("html") => PageFormat::Html,
            Some("json") => PageFormat::Json,
            _ => PageFormat::Text,
        };
        let as_of = given.get_one("as-of").copied();
        Self { format, out: given.get_one("out").cloned(), as_of, rules: rules_given(given) }
    }
}

/// The file that holds the rules, where one is named.
pub fn rules_given(given: &ArgMatches) -> Option<PathBuf> {
    given.get_one("rules").cloned()
}

/// The options of a command that shows the register.
pub fn options(catalogue: &Catalogue) -> [Arg; 4] {
    let as_of = Arg::new("as-of")
        .long("as-of")
        .value_name(catalogue.say("value-date"))
        .value_parser(day)
        .help(catalogue.say("help-as-of"));
    let form = format(["text", "markdown", "html", "json"], "help-page-format", catalogue);
    [as_of, rules(catalogue), form, out("help-page-out", catalogue)]
}

/// The option that names a file of rules.
pub fn rules(catalogue: &Catalogue) -> Arg {
    Arg::new("rules")
        .long("rules")
        .value_name(catalogue.say("value-file"))
        .value_parser(value_parser!(PathBuf))
        .help(catalogue.say("help-rules-file"))
}

/// One day, as EDTF writes it; what is wrong with another date is worded where usage errors are.
fn day(text: &str) -> Result<Date, String> {
    text.parse::<PartialDate>().ok().and_then(PartialDate::single_day).ok_or_else(|| text.to_owned())
}

/// The command that lists what differs, with the one below it that settles.
pub fn contradictions(catalogue: &Catalogue) -> Command {
    let say = |key: &str| catalogue.say(key);
    let all = Arg::new("all").long("all").action(ArgAction::SetTrue).help(say("help-contradictions-all"));
    let side = Arg::new("side")
        .long("side")
        .value_name(say("value-number"))
        .help(say("help-settle-side"))
        .required(true)
        .value_parser(value_parser!(usize));
    let settle = Command::new("settle")
        .about(say("help-settle"))
        .arg(word("id", "value-id", "help-settle-id", catalogue))
        .arg(side)
        .args(judging::why(catalogue));
    Command::new("contradictions")
        .about(say("help-contradictions"))
        .args_conflicts_with_subcommands(true)
        .disable_help_subcommand(true)
        .subcommand(settle)
        .arg(all)
        .args(options(catalogue))
}

/// What is to be settled, by whom and why.
pub fn to_settle(given: &ArgMatches, by: Option<&str>, catalogue: &Catalogue) -> Result<ToSettle, Refused> {
    let (by, reason) = judging::by_whom_and_why(given, by, catalogue)?;
    let id = given.get_one::<String>("id").cloned().unwrap_or_default();
    Ok(ToSettle { id, side: given.get_one("side").copied().unwrap_or_default(), by, reason })
}
