//! Help and usage errors in the user's language: clap's own words are English, so each is said from the catalogue.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};

use crate::catalogue::Catalogue;

/// Why there is nothing to do: help was asked for, or the command line was not understood.
#[derive(Debug)]
pub struct Refused {
    /// What to print.
    pub message: String,
    /// 0 for help, 2 for wrong usage.
    pub exit_code: u8,
}

impl Refused {
    /// Wrong usage, for this reason.
    pub fn because(reason: String, catalogue: &Catalogue) -> Self {
        let message = format!(
            "{}\n{}\n",
            catalogue.fill("usage-error", &[("reason", reason.into())]),
            catalogue.say("usage-hint")
        );
        Self { message, exit_code: 2 }
    }
}

/// What clap has to say, in the words of the catalogue.
pub fn refused(error: &Error, catalogue: &Catalogue) -> Refused {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            Refused { message: error.render().to_string(), exit_code: 0 }
        }
        kind => Refused::because(reason(kind, error, catalogue), catalogue),
    }
}

fn reason(kind: ErrorKind, error: &Error, catalogue: &Catalogue) -> String {
    let context = |kind: ContextKind| error.get(kind).map(shown).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let key = match kind {
        ErrorKind::InvalidValue if value.is_empty() => "usage-value-missing",
        ErrorKind::InvalidValue => "usage-value-not-among",
        ErrorKind::ValueValidation if argument.starts_with("--published") => "usage-date",
        ErrorKind::ValueValidation if argument.starts_with("--as-of") => "usage-day",
        ErrorKind::ValueValidation => "usage-value",
        ErrorKind::UnknownArgument => "usage-unknown-option",
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::MissingRequiredArgument => "usage-missing",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "usage-no-command",
        ErrorKind::ArgumentConflict => "usage-twice",
        ErrorKind::InvalidUtf8 => "usage-not-text",
        _ => "usage-other",
    };
    let suggestion = context(ContextKind::SuggestedArg) + &context(ContextKind::SuggestedSubcommand);
    let hint = match suggestion.as_str() {
        "" => String::new(),
        name => catalogue.fill("usage-did-you-mean", &[("name", name.into())]),
    };
    let values = [
        ("argument", argument.into()),
        ("value", value.into()),
        ("valid", context(ContextKind::ValidValue).into()),
        ("command", context(ContextKind::InvalidSubcommand).into()),
    ];
    [catalogue.fill(key, &values), hint].join(" ").trim_end().to_owned()
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        other => other.to_string(),
    }
}

/// Puts the headings and the usage line of this command and all below it into the user's language.
pub fn localise(command: Command, catalogue: &Catalogue, path: &str) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|below| below.get_name().to_owned()).collect();
    let command = names.into_iter().fold(command, |command, name| {
        let path = format!("{path} {name}");
        command.mut_subcommand(name, |below| localise(below, catalogue, &path))
    });
    let (usage, template) = (usage_line(&command, catalogue, path), template(&command, catalogue));
    command.override_usage(usage).help_template(template).disable_help_flag(true)
}

/// How the command is called: with what is below it, by itself, or either.
fn usage_line(command: &Command, catalogue: &Catalogue, path: &str) -> String {
    let start = format!("{path} [{}]", catalogue.say("value-options"));
    let with_command = format!("{start} <{}>", catalogue.say("value-command"));
    match (command.has_subcommands(), command.is_subcommand_required_set()) {
        (false, _) => own_usage(command, start),
        (true, true) => with_command,
        (true, false) => format!("{}\n    {with_command}", own_usage(command, start)),
    }
}

fn own_usage(command: &Command, start: String) -> String {
    let mut line = start;
    for argument in command.get_arguments().filter(|argument| must_be_named(argument)) {
        line += &format!(" --{} <{}>", argument.get_id(), value_name(argument));
    }
    for argument in command.get_positionals() {
        let many = argument.get_num_args().is_some_and(|number| number.max_values() > 1);
        line += &format!(" <{}>{}", value_name(argument), if many { "..." } else { "" });
    }
    line
}

fn must_be_named(argument: &Arg) -> bool {
    argument.is_required_set() && !argument.is_positional()
}

fn value_name(argument: &Arg) -> String {
    argument.get_value_names().into_iter().flatten().next().map(ToString::to_string).unwrap_or_default()
}

fn template(command: &Command, catalogue: &Catalogue) -> String {
    let mut template = format!("{{about-with-newline}}\n{} {{usage}}\n", catalogue.say("heading-usage"));
    let mut part = |present: bool, heading: &str, tag: &str| {
        if present {
            template += &format!("\n{}\n{tag}\n", catalogue.say(heading));
        }
    };
    part(command.has_subcommands(), "heading-commands", "{subcommands}");
    part(command.get_positionals().next().is_some(), "heading-arguments", "{positionals}");
    part(true, "heading-options", "{options}");
    template + "{after-help}"
}
