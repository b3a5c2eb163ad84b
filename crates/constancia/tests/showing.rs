//! What the other commands show and export, and how the command line speaks.

mod desk;

use std::fs;

use desk::{Desk, contents};

/// A store with two reports; one file name stands twice.
fn with_two_reports() -> Desk {
    let desk = Desk::new();
    desk.report("one/a.txt", "Ana Ruiz");
    desk.report("two/a.txt", "Marek Osei");
    assert_eq!(desk.run(&["read", "one", "two"]).code, 0);
    desk
}

#[test]
fn statements_are_lines_whose_words_stand_in_the_exported_texts() {
    let desk = with_two_reports();
    assert_eq!(desk.run(&["export", "--format", "texts", "--out", "texts"]).code, 0);
    let texts = contents(&desk.at("texts"));
    assert_eq!(texts.len(), 2, "{texts:?}");
    assert_eq!(texts[1].0, "a.txt");
    let lines = desk.run(&["export", "--format", "statements"]).output;
    assert!(lines.lines().count() >= 2, "{lines}");
    for line in lines.lines() {
        let statement: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(statement["report"], "a.txt");
        let evidence = &statement["evidence"];
        let (start, end) = (evidence["start"].as_u64().unwrap() as usize, evidence["end"].as_u64().unwrap() as usize);
        let quote = evidence["quote"].as_str().unwrap().as_bytes();
        assert!(texts.iter().any(|(_, text)| text.get(start..end) == Some(quote)), "{line}");
    }
}

#[test]
fn persons_are_a_table_and_the_brief_is_data() {
    let desk = with_two_reports();
    assert_eq!(desk.run(&["export", "--format", "persons", "--out", "persons.csv"]).code, 0);
    let table = String::from_utf8(fs::read(desk.at("persons.csv")).unwrap()).unwrap();
    let head = "\u{feff}name,other_names,status,terms,date,place,certainty,informants,reports,origins\r\n";
    assert!(table.starts_with(head), "{table}");
    assert!(table.lines().skip(1).any(|line| line.starts_with("Ana Ruiz,,released,")), "{table}");
    let data = desk.run(&["export", "--format", "json"]).output;
    assert_eq!(data, desk.run(&["brief", "--format", "json"]).output);
    let brief: constancia_register::brief::Brief = serde_json::from_str(&data).unwrap();
    assert!(brief.persons.iter().any(|person| person.name == "Marek Osei"));
}

#[test]
fn the_brief_can_be_a_page_in_a_file() {
    let desk = with_two_reports();
    let run = desk.run(&["brief", "--format", "html", "--out", "brief.html", "--lang", "es"]);
    assert_eq!((run.code, run.output.as_str(), run.errors.as_str()), (0, "", ""));
    let page = fs::read_to_string(desk.at("brief.html")).unwrap();
    assert!(page.contains("<html lang=\"es\">") && page.contains("<mark>"), "{page}");
}

#[test]
fn a_person_is_found_without_accents_and_shown_with_the_words() {
    let desk = Desk::new();
    desk.report("a.txt", "Tomás Vera");
    desk.run(&["read", "a.txt"]);
    let run = desk.run(&["person", "tomas vera"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.output.contains('⟦') && run.output.contains("What happened"), "{}", run.output);
    let nobody = desk.run(&["person", "Nobody Here"]);
    assert_eq!(nobody.code, 1);
    assert!(!nobody.errors.contains("Nobody"), "errors name no people: {}", nobody.errors);
}

#[test]
fn a_report_is_shown_with_its_statements_marked() {
    let desk = with_two_reports();
    let brief: serde_json::Value = serde_json::from_str(&desk.run(&["brief", "--format", "json"]).output).unwrap();
    let id = brief["reports"][0]["id"].as_str().unwrap();
    let run = desk.run(&["report", &id[..12]]);
    assert!(run.output.contains("⟦1 ") && run.output.contains("  1. "), "{}", run.output);
    let several = desk.run(&["report", "a.txt"]);
    assert_eq!(several.code, 1);
    assert!(several.errors.contains(&id[..12]), "{}", several.errors);
    assert_eq!(desk.run(&["report", "zzzz"]).code, 1);
}

#[test]
fn the_ledger_is_shown_without_names_and_verified() {
    let desk = with_two_reports();
    let shown = desk.run(&["ledger", "show"]).output;
    assert!(shown.lines().count() >= 4);
    assert!(!shown.contains("Ruiz") && !shown.contains("Osei"), "{shown}");
    let verified = desk.run(&["ledger", "verify"]);
    assert!(verified.code == 0 && verified.output.starts_with("In order: "), "{verified:?}");
}

#[test]
fn rebuilding_changes_nothing_that_is_shown() {
    let desk = with_two_reports();
    let before = desk.run(&["export", "--format", "json"]).output;
    assert_eq!(desk.run(&["rebuild"]).code, 0);
    assert_eq!(desk.run(&["export", "--format", "json"]).output, before);
}

#[test]
fn every_command_has_help_in_both_languages() {
    let desk = Desk::new();
    let commands: [&[&str]; 29] = [
        &[],
        &["read"],
        &["brief"],
        &["person"],
        &["person", "merge"],
        &["person", "different"],
        &["person", "split"],
        &["person", "unsure"],
        &["person", "history"],
        &["judgement", "list"],
        &["judgement", "withdraw"],
        &["statement"],
        &["statement", "accept"],
        &["statement", "reject"],
        &["statement", "reopen"],
        &["review"],
        &["report"],
        &["explain"],
        &["tally"],
        &["contradictions"],
        &["contradictions", "settle"],
        &["rules"],
        &["export"],
        &["ledger"],
        &["ledger", "show"],
        &["ledger", "verify"],
        &["rebuild"],
        &["completions"],
        &["brief", "--db", "x.db"],
    ];
    for command in commands {
        let english = desk.run(&[command, &["--help"]].concat());
        assert_eq!(english.code, 0, "{command:?}");
        assert!(
            english.output.contains("Usage: constancia") && english.output.contains("--lang"),
            "{}",
            english.output
        );
        let spanish = desk.run(&[command, &["--help", "--lang", "es"]].concat());
        assert!(
            spanish.output.contains("Uso: constancia") && spanish.output.contains("Opciones:"),
            "{}",
            spanish.output
        );
        for word in ["Usage", "Options", "Print", "possible values", "[default", "Commands"] {
            assert!(!spanish.output.contains(word), "{command:?}: {word} in {}", spanish.output);
        }
    }
    let by_locale = desk.command().env("LANG", "es_VE.UTF-8").arg("--help").output().unwrap();
    assert!(String::from_utf8(by_locale.stdout).unwrap().contains("Uso:"));
}

#[test]
fn wrong_usage_is_said_in_both_languages_and_ends_with_two() {
    let desk = Desk::new();
    let cases: [(&[&str], &str, &str); 9] = [
        (&[], "no command was given", "no se dio ninguna orden"),
        (&["read"], "<PATH>... is missing", "falta <RUTA>..."),
        (&["rea"], "there is no command “rea”. Did you mean read?", "no existe la orden «rea». ¿Quiso decir read?"),
        (&["brief", "--form"], "nothing is known of “--form”", "no se conoce «--form»"),
        (&["brief", "--format", "pdf"], "it takes text, markdown, html, json", "acepta text, markdown, html, json"),
        (&["read", "x", "--published", "2026-13"], "“2026-13” is no date", "«2026-13» no es una fecha"),
        (&["export"], "--format <statements|texts|persons|json|groups> is missing", "falta --format"),
        (&["export", "--format", "texts"], "name it with --out", "nómbrela con --out"),
        (&["read", "x", "--threads", "0"], "“0” is no value of --threads", "«0» no es un valor de --threads"),
    ];
    for (words, english, spanish) in cases {
        for (language, expected) in [("en", english), ("es", spanish)] {
            let run = desk.run(&[words, &["--lang", language]].concat());
            assert_eq!(run.code, 2, "{words:?}: {run:?}");
            assert!(run.errors.contains(expected), "{words:?}: {}", run.errors);
            assert!(!run.errors.contains("error:"), "{}", run.errors);
        }
    }
}

#[test]
fn completions_know_the_commands() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let run = desk.run(&["completions", shell]);
        assert!(run.code == 0 && run.output.contains("contradictions"), "{shell}");
    }
}

#[test]
fn the_environment_names_the_store() {
    let desk = Desk::new();
    desk.report("a.txt", "Ana Ruiz");
    let run = desk.command().env("CONSTANCIA_DB", "other.db").args(["read", "a.txt"]).output().unwrap();
    assert!(run.status.success());
    assert!(desk.at("other.db").exists() && !desk.at("constancia.db").exists());
    assert_eq!(desk.run(&["--db", "other.db", "tally"]).code, 0);
    assert_eq!(desk.run(&["tally", "--db", "other.db"]).code, 0);
}
