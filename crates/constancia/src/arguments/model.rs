//! The options of `read` that name a model: what belongs together is asked for together.

use std::time::Duration;

use clap::{Arg, ArgMatches, value_parser};

use super::usage::Refused;
use crate::catalogue::Catalogue;
use crate::model_reader::ModelChoice;

/// How many requests are under way at once where nobody says otherwise.
const CONCURRENCY: u16 = 2;

/// How many seconds a request may take where nobody says otherwise: a model on a laptop is slow.
const TIMEOUT: u64 = 300;

/// The options that mean nothing without a model.
const OF_A_MODEL: [&str; 5] = ["endpoint", "model", "key-env", "concurrency", "timeout"];

/// The options.
pub fn options(catalogue: &Catalogue) -> [Arg; 6] {
    let option = |name: &'static str, value: &str, help: &str| {
        Arg::new(name).long(name).value_name(catalogue.say(value)).help(catalogue.say(help))
    };
    [
        Arg::new("reader")
            .long("reader")
            .value_name("rules|openai")
            .value_parser(["rules", "openai"])
            .hide_possible_values(true)
            .help(catalogue.say("help-read-reader")),
        option("endpoint", "value-url", "help-read-endpoint"),
        option("model", "value-name", "help-read-model"),
        option("key-env", "value-variable", "help-read-key-env"),
        option("concurrency", "value-number", "help-read-concurrency").value_parser(value_parser!(u16).range(1..=64)),
        option("timeout", "value-seconds", "help-read-timeout").value_parser(value_parser!(u64).range(1..=3600)),
    ]
}

/// The chosen model; `None` where the rules read alone.
pub fn choice(given: &ArgMatches, catalogue: &Catalogue) -> Result<Option<ModelChoice>, Refused> {
    let text = |name: &str| given.get_one::<String>(name).filter(|value| !value.is_empty()).cloned();
    let refused = |key: &str, argument: &str| {
        Err(Refused::because(catalogue.fill(key, &[("argument", argument.into())]), catalogue))
    };
    if text("reader").as_deref() != Some("openai") {
        return match OF_A_MODEL.into_iter().find(|name| given.contains_id(name)) {
            Some(alone) => refused("usage-without-model", &format!("--{alone}")),
            None => Ok(None),
        };
    }
    let Some(endpoint) = text("endpoint") else { return refused("usage-model-needs", "--endpoint") };
    let Some(model) = text("model") else { return refused("usage-model-needs", "--model") };
    if !ModelChoice::is_endpoint(&endpoint) {
        return refused("usage-endpoint", "--endpoint");
    }
    Ok(Some(ModelChoice {
        endpoint,
        model,
        key_variable: text("key-env"),
        concurrency: given.get_one::<u16>("concurrency").copied().unwrap_or(CONCURRENCY).into(),
        timeout: Duration::from_secs(given.get_one::<u64>("timeout").copied().unwrap_or(TIMEOUT)),
    }))
}
