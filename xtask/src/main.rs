//! Chores of the project: what a contributor runs beside the product. The product never depends on it.

use std::process::ExitCode;

use anyhow::{Result, bail};

mod baseline;
mod bench;
mod ci;
mod elsewhere;
mod eval;
mod language;
mod lineage;
mod measures;
mod names;
mod picture;
mod program;
mod random;
mod readme;
mod reference;
mod score;
mod stories;
mod train;

const USAGE: &str = "usage: cargo xtask COMMAND

  ci                        set up what is missing, then check everything: form, lints, tests, evaluation, README
  eval [--cases | --unseen] [--show] [--readme] [--quick]
                            read the evaluation reports, score them, compare with the floors
                            --cases: the project's own cases, also where the shared reports are at hand
                            --unseen: the set whose texts stay unseen by whoever writes rules; figures only
                            --show:  print every mistake
                            --readme: write the figures into both READMEs
                            --quick: read with the development build
  eval elsewhere [--show] [--quick]
                            what is claimed about text that is not about custody
  eval measures [--show]    compare numbers and dates with public cases: docs/measures.md
  eval language             compare words, sentences, tags, lemmas, names and trees with corpora: docs/models
  eval names [--show]       how well names are told apart: docs/IDENTITY.md
  eval stories [--show] [--scale]
                            group reports about one event: docs/STORIES.md
  eval lineage [--show]     make edited copies of articles, find them, compare with the floors: docs/LINEAGE.md
  bench [--epochs N] [--tagger N] [--parser N]
                            measure the language room beside UDPipe 1, which is trained first: bench/README.md
  bench lineage [--grow N]  measure the lineage room beside rensa and datasketch, or in an archive of N made reports
  picture                   draw docs/brief.svg from the brief of the example
  train [tags] [names] [lemmas] [trees]
                            learn the models of the language room again, from the corpora beside the checkout";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let Some((command, rest)) = arguments.split_first() else { bail!("{USAGE}") };
    match command.as_str() {
        "bench" if rest.first().is_some_and(|word| word == "lineage") => lineage::bench::run(&rest[1..]),
        "bench" => bench::run(rest),
        "ci" => ci::run(rest),
        "eval" if rest.first().is_some_and(|word| word == "elsewhere") => elsewhere::run(&rest[1..]),
        "eval" if rest.first().is_some_and(|word| word == "measures") => measures::run(&rest[1..]),
        "eval" if rest.first().is_some_and(|set| set == "language") => language::run(&rest[1..]),
        "eval" if rest.first().is_some_and(|set| set == "names") => names::run(&rest[1..]),
        "eval" if rest.first().is_some_and(|set| set == "stories") => stories::run(&rest[1..]),
        "eval" if rest.first().is_some_and(|word| word == "lineage") => lineage::run(&rest[1..]),
        "eval" => eval::run(rest),
        "picture" => picture::draw(),
        "train" => train::train(rest),
        unknown => bail!("there is no chore {unknown}\n\n{USAGE}"),
    }
}
