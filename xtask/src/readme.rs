//! What the READMEs and `docs/READING.md` say that a machine can keep true: commands, and the figures of the evaluation.
//!
//! A command is a line inside a fence of `sh` that begins with the program's name or its `cargo run`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::baseline::Figures;
use crate::eval::GROUPS;
use crate::program::root;
use crate::score::Found;

/// The READMEs with the words of their tables: title of the column of figures, both languages together, decimal mark.
const READMES: [(&str, [&str; 4], char); 2] =
    [("README.md", ["", "English", "Spanish", "both"], '.'), ("README.es.md", ["", "inglés", "español", "ambos"], ',')];

/// The figures shown, with what they are called in English and in Spanish.
const ROWS: [(&str, [&str; 2]); 15] = [
    ("status.precision", ["status, precision", "estado, precisión"]),
    ("status.recall", ["status, recall", "estado, exhaustividad"]),
    ("status.f1", ["**status, F1**", "**estado, F1**"]),
    ("count.precision", ["count, precision", "cifra, precisión"]),
    ("count.recall", ["count, recall", "cifra, exhaustividad"]),
    ("count.f1", ["**count, F1**", "**cifra, F1**"]),
    ("utterance.precision", ["utterance, precision", "cita, precisión"]),
    ("utterance.recall", ["utterance, recall", "cita, exhaustividad"]),
    ("utterance.f1", ["**utterance, F1**", "**cita, F1**"]),
    ("attribute.precision", ["attribute, precision", "atributo, precisión"]),
    ("attribute.recall", ["attribute, recall", "atributo, exhaustividad"]),
    ("attribute.f1", ["**attribute, F1**", "**atributo, F1**"]),
    ("grounded", ["grounded: the quote stands in the report", "fundadas: la cita está en el reporte"]),
    ("noise", ["noise left out", "ruido descartado"]),
    ("body", ["body kept", "cuerpo conservado"]),
];

/// Writes the figures of a set between its marks in both READMEs.
pub fn put_evaluation(set: &str, sizes: &BTreeMap<&str, usize>, measured: &BTreeMap<String, Figures>) -> Result<()> {
    let block = block("evaluation", set);
    for (language, (name, words, mark)) in READMES.into_iter().enumerate() {
        let table = table(language, words, mark, sizes, measured);
        put(name, &block, &table)?;
    }
    Ok(())
}

/// Writes the figures of each status, by language, between the marks of a set in `docs/READING.md`.
pub fn put_statuses(set: &str, statuses: &BTreeMap<&str, BTreeMap<String, Found>>) -> Result<()> {
    let mut table =
        "| status | English: in gold | precision | recall | F1 | Spanish: in gold | precision | recall | F1 |\n\
                     |---|---:|---:|---:|---:|---:|---:|---:|---:|\n"
            .to_owned();
    for status in statuses["all"].keys() {
        let cells = ["en", "es"].map(|language| status_cells(statuses[language].get(status)));
        let _ = writeln!(table, "| {status} | {} |", cells.join(" | "));
    }
    put("docs/READING.md", &block("statuses", set), &table)
}

fn status_cells(found: Option<&Found>) -> String {
    let found = found.copied().unwrap_or_default();
    let figures = [found.precision(), found.recall(), found.f1()].map(|figure| format!("{figure:.2}"));
    format!("{} | {}", found.wanted(), figures.join(" | "))
}

/// The marks of a set; the shared one has no name of its own.
fn block(name: &str, set: &str) -> String {
    if set == "shared" { name.to_owned() } else { format!("{name}-{set}") }
}

/// Writes a table between the marks of `block` in a file of the checkout.
fn put(name: &str, block: &str, table: &str) -> Result<()> {
    let path = root().join(name);
    let text = std::fs::read_to_string(&path).with_context(|| name.to_owned())?;
    let filled = fill(&text, block, table).with_context(|| format!("{name} has no marks for {block}"))?;
    std::fs::write(&path, filled).with_context(|| name.to_owned())
}

fn table(
    language: usize,
    words: [&str; 4],
    mark: char,
    sizes: &BTreeMap<&str, usize>,
    measured: &BTreeMap<String, Figures>,
) -> String {
    let mut table = format!("| {} ", words[0]);
    for (group, word) in GROUPS.iter().zip(&words[1..]) {
        let _ = write!(table, "| {word} ({}) ", sizes[group]);
    }
    table.push_str("|\n|---|---:|---:|---:|\n");
    for (figure, names) in ROWS {
        let _ = write!(table, "| {} ", names[language]);
        for group in GROUPS {
            let value = measured[group].get(figure).map_or("–".to_owned(), |value| format!("{value:.3}"));
            let _ = write!(table, "| {} ", value.replace('.', &mark.to_string()));
        }
        table.push_str("|\n");
    }
    table
}

/// The text with `content` between the marks of `block`; nothing where the marks are missing.
fn fill(text: &str, block: &str, content: &str) -> Option<String> {
    let (before, rest) = text.split_once(&format!("<!-- {block}:start -->"))?;
    let (_, after) = rest.split_once(&format!("<!-- {block}:end -->"))?;
    Some(format!("{before}<!-- {block}:start -->\n\n{content}\n<!-- {block}:end -->{after}"))
}

/// Runs every command of both READMEs in their order, each README in an empty folder with a store of its own.
/// Gives back how many there were.
pub fn run_commands(program: &Path) -> Result<usize> {
    let mut count = 0;
    for (name, ..) in READMES {
        let text = std::fs::read_to_string(root().join(name)).with_context(|| name.to_owned())?;
        let commands = commands(&text);
        ensure!(!commands.is_empty(), "{name} shows no command");
        let scratch = tempfile::tempdir()?;
        for words in &commands {
            run_one(program, words, scratch.path()).with_context(|| name.to_owned())?;
        }
        count += commands.len();
    }
    Ok(count)
}

fn run_one(program: &Path, words: &[String], folder: &Path) -> Result<()> {
    println!("  constancia {}", words.join(" "));
    let arguments = words.iter().map(|word| in_the_checkout(word));
    let output = Command::new(program).args(arguments).current_dir(folder).env_remove("CONSTANCIA_DB").output()?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "constancia {words:?} ended with {}\n{complaint}", output.status);
    Ok(())
}

/// What lies in the checkout is meant from there; everything else is meant from the folder the command runs in.
fn in_the_checkout(word: &str) -> PathBuf {
    if word.starts_with("examples/") { root().join(word) } else { PathBuf::from(word) }
}

/// The arguments of every command in the fences of `sh`, comments left out.
fn commands(readme: &str) -> Vec<Vec<String>> {
    let mut inside = false;
    let mut commands = Vec::new();
    for line in readme.lines() {
        if let Some(fence) = line.strip_prefix("```") {
            inside = fence == "sh";
            continue;
        }
        let of_program = ["cargo run --release -- ", "constancia "].iter().find_map(|start| line.strip_prefix(start));
        commands.extend(of_program.filter(|_| inside).map(words));
    }
    commands
}

/// Splits at spaces outside quotation marks, up to a comment.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            '#' if !quoted => break,
            ' ' if !quoted => words.push(String::new()),
            other => words.iter_mut().last().into_iter().for_each(|word| word.push(other)),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_commands_of_the_program_in_shell_fences_are_run() {
        let readme = "constancia no\n```sh\n# a\nconstancia person \"Ana Ruiz\"   # one\ncargo xtask ci\n```\n```text\n\
                      constancia no\n```\n```sh\ncargo run --release -- read examples/x\n```\n";
        assert_eq!(commands(readme), [vec!["person", "Ana Ruiz"], vec!["read", "examples/x"]]);
    }

    #[test]
    fn a_block_is_filled_again_and_again() {
        let text = "a\n<!-- evaluation:start -->\nold\n<!-- evaluation:end -->\nb\n";
        let once = fill(text, "evaluation", "new\n").unwrap();
        assert_eq!(once, "a\n<!-- evaluation:start -->\n\nnew\n\n<!-- evaluation:end -->\nb\n");
        assert_eq!(fill(&once, "evaluation", "new\n").unwrap(), once);
        assert_eq!(fill(text, "evaluation-cases", "new\n"), None);
    }

    #[test]
    fn both_readmes_show_the_same_commands() {
        let of = |name: &str| commands(&std::fs::read_to_string(root().join(name)).unwrap());
        let in_english: Vec<Vec<String>> = of("README.md");
        let without_language = |words: Vec<String>| {
            let at = words.iter().position(|word| word == "--lang");
            words
                .iter()
                .enumerate()
                .filter(|(i, _)| at.is_none_or(|at| *i != at && *i != at + 1))
                .map(|(_, w)| w.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(of("README.es.md").into_iter().map(without_language).collect::<Vec<_>>(), in_english);
    }
}
