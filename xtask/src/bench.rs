//! `cargo xtask bench`: the language room beside UDPipe 1, trained on the same treebank and measured on the same sentences.
//!
//! UDPipe comes from PyPI into `target/bench`; nothing of it becomes part of the project.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use constancia_language::Analysis;
use constancia_model::Language;

use crate::language::clock::Clock;
use crate::language::cut::{Cut, text};
use crate::program::root;
use crate::train::shared;
use crate::train::treebank::{Contractions, Hyphens, TreebankSentence, read};

const PACKAGE: &str = "ufal.udpipe==1.4.0.1";

/// How long UDPipe learns.
struct Effort {
    epochs: usize,
    tagger: usize,
    parser: usize,
}

/// What UDPipe's manual gives for its own models.
const FULL: Effort = Effort { epochs: 100, tagger: 20, parser: 30 };

/// Trains UDPipe where that has not been done, measures both, and prints one table.
pub fn run(arguments: &[String]) -> Result<()> {
    let effort = effort(arguments)?;
    let folder = root().join("target/bench");
    std::fs::create_dir_all(&folder)?;
    let treebanks = shared().join("corpora/ud");
    let treebank = treebanks.join("en_ewt-dev.conllu");
    let sentences = read_words(&treebank)?;
    let bare = folder.join("bare.txt");
    std::fs::write(&bare, text(&sentences))?;
    let python = python_with(&folder, "environment", &[PACKAGE])?;
    let model = trained(&python, &folder, &treebanks.join("en_ewt-train.conllu"), &effort)?;
    let told = udpipe(&python, &["read".as_ref(), &model, &treebank, &bare, &folder])?;
    let speed: f64 = told.trim().parse().context("udpipe.py prints words a second")?;
    let right = Cut::of_treebank(&sentences);
    let theirs = |name: &str| Ok::<_, anyhow::Error>(Cut::of_treebank(&read_words(&folder.join(name))?));
    let (raw, ours) = measured(&sentences);
    println!(
        "UDPipe 1: tokenizer {} epochs, tagger {}, parser {} iterations",
        effort.epochs, effort.tagger, effort.parser
    );
    print_table(
        &right,
        "words given",
        &theirs("given.conllu")?,
        &Cut::with_words_given(&Language::English, &sentences),
    );
    print_table(&right, "bare text", &theirs("raw.conllu")?, &raw);
    println!("{:<32}{speed:>10.0}{ours:>10.0}   {:.1} times as fast", "words a second, one core", ours / speed);
    Ok(())
}

fn read_words(path: &Path) -> Result<Vec<TreebankSentence>> {
    read(path, Contractions::Apart, Hyphens::Apart)
}

fn effort(arguments: &[String]) -> Result<Effort> {
    let mut effort = FULL;
    for pair in arguments.chunks(2) {
        let [name, number] = pair else { bail!("{} wants a number", pair[0]) };
        let number = number.parse::<usize>().with_context(|| format!("{name} wants a number"))?;
        match name.as_str() {
            "--epochs" => effort.epochs = number,
            "--tagger" => effort.tagger = number,
            "--parser" => effort.parser = number,
            _ => bail!("bench does not know {name}; it takes --epochs, --tagger and --parser, each with a number"),
        }
    }
    Ok(effort)
}

/// The Python of a virtual environment of that name that has these packages.
pub fn python_with(folder: &Path, name: &str, packages: &[&str]) -> Result<PathBuf> {
    let python = folder.join(name).join("bin/python");
    if !python.exists() {
        run_command(Command::new("python3").args(["-m", "venv"]).arg(folder.join(name)))?;
    }
    run_command(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(packages))?;
    Ok(python)
}

/// The model of this effort, trained where it is not there yet.
fn trained(python: &Path, folder: &Path, treebank: &Path, effort: &Effort) -> Result<PathBuf> {
    let model = folder.join(format!("ewt-{}-{}-{}.udpipe", effort.epochs, effort.tagger, effort.parser));
    if !model.exists() {
        let settings = [
            format!("epochs={}", effort.epochs),
            format!("models=1;iterations={}", effort.tagger),
            format!("iterations={}", effort.parser),
        ];
        let settings = settings.each_ref().map(Path::new);
        udpipe(python, &["train".as_ref(), &model, treebank, settings[0], settings[1], settings[2]])?;
    }
    Ok(model)
}

fn udpipe(python: &Path, arguments: &[&Path]) -> Result<String> {
    run_command(Command::new(python).arg(root().join("bench/udpipe.py")).args(arguments))
}

/// What a command prints, when it succeeds.
pub fn run_command(command: &mut Command) -> Result<String> {
    let output = command.stderr(std::process::Stdio::inherit()).output().with_context(|| format!("{command:?}"))?;
    ensure!(output.status.success(), "{command:?} failed");
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What the whole layer makes of the bare text, and how many words a second it makes, the models loaded before.
fn measured(sentences: &[TreebankSentence]) -> (Cut, f64) {
    let bare = text(sentences);
    Analysis::new(&Language::English, "Ana Paz, 44.", None);
    let clock = Clock::start();
    let analysis = Analysis::new(&Language::English, &bare, None);
    let speed = analysis.words.len() as f64 / clock.seconds();
    (Cut::of_analysis(&Language::English, &analysis), speed)
}

fn print_table(right: &Cut, how: &str, theirs: &Cut, ours: &Cut) {
    println!("{how:<32}{:>10}{:>10}", "UDPipe", "ours");
    for ((name, theirs), (_, ours)) in right.compare(theirs).iter().zip(right.compare(ours)) {
        println!("  {name:<30}{:>10.2}{:>10.2}", theirs * 100.0, ours * 100.0);
    }
}
