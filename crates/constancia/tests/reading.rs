//! `read` as a user meets it: what goes in, what is said, what happens again and after an interruption.

mod desk;

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use desk::{Desk, contents, ended, prose};

#[test]
fn a_folder_is_read_and_the_brief_is_printed() {
    let desk = Desk::new();
    desk.report("news/a.txt", "Ana Ruiz");
    desk.report("news/deeper/b.md", "Marek Osei");
    desk.write("news/c.html", format!("<html><body><p>{}</p></body></html>", prose("Tomás Vera")));
    desk.write("news/notes.pdf", "%PDF-1.7");
    let run = desk.run(&["read", "news"]);
    assert_eq!(run.code, 0, "{run:?}");
    for heading in ["Announced", "Counted", "Named", "Said to be still held", "Contradictions", "Reports"] {
        assert!(run.output.contains(&format!("\n{heading}\n---")), "{heading}: {}", run.output);
    }
    assert!(run.output.contains("Ana Ruiz"));
    assert!(run.errors.contains("Read: 3 reports"), "{}", run.errors);
    assert_eq!(desk.reports(), ["a.txt", "b.md", "c.html"]);
}

#[test]
fn the_same_bytes_change_nothing_and_it_is_said() {
    let desk = Desk::new();
    desk.report("news/a.txt", "Ana Ruiz");
    desk.run(&["read", "news"]);
    let ledger = desk.run(&["ledger", "show"]).output;
    desk.report("news/same.txt", "Ana Ruiz");
    let again = desk.run(&["read", "news"]);
    assert_eq!(again.code, 0);
    assert!(again.errors.contains("2 were already in the register and changed nothing."), "{}", again.errors);
    assert_eq!(desk.run(&["ledger", "show"]).output, ledger);
}

#[test]
fn standard_input_is_a_report_like_any_other() {
    let desk = Desk::new();
    let mut child = desk
        .command()
        .args(["read", "-", "--published", "2026-01-09", "--outlet", "La Plaza", "--url", "https://plaza.example/1"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(prose("Ana Ruiz").as_bytes()).unwrap();
    let run = ended(child.wait_with_output().unwrap());
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(desk.reports(), ["standard-input"]);
    let report = desk.run(&["report", "standard-input"]).output;
    for said in ["La Plaza", "2026-01-09 (as stated", "https://plaza.example/1"] {
        assert!(report.contains(said), "{said}: {report}");
    }
}

#[test]
fn metadata_beside_a_file_are_used() {
    let desk = Desk::new();
    desk.report("a.txt", "Ana Ruiz");
    desk.write("a.meta.json", r#"{"outlet": "Onda Norte", "published": "2026-01-09"}"#);
    assert_eq!(desk.run(&["read", "a.txt"]).code, 0);
    assert!(desk.run(&["report", "a.txt"]).output.contains("Onda Norte"));
}

/// The ledger, the brief and every word on standard output are the same with one thread and with four.
#[test]
fn threads_change_nothing() {
    let results = ["1", "4"].map(|threads| {
        let desk = Desk::new();
        for number in 0..70 {
            desk.report(&format!("news/{number:02}.txt"), &format!("Ana Ruiz{number}"));
        }
        desk.write("news/bad.txt", "");
        let run = desk.run(&["read", "news", "--threads", threads]);
        (run.code, run.output, run.errors, desk.run(&["ledger", "show"]).output)
    });
    assert_eq!(results[0], results[1]);
    assert_eq!(results[0].3.lines().filter(|line| line.contains("\treport\t")).count(), 70);
}

#[cfg(unix)]
#[test]
fn a_kill_loses_nothing_that_was_reported_and_the_next_run_goes_on() {
    let desk = Desk::new();
    for number in 0..120 {
        desk.report(&format!("news/{number:03}.txt"), &format!("Ana Ruiz{number}"));
    }
    let mut child = desk.command().args(["read", "news"]).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
    let said: Vec<String> = lines.take(5).collect();
    child.kill().unwrap();
    child.wait().unwrap();
    let kept = desk.reports();
    for line in &said {
        let name = line.split(['/', ' ', ':']).nth(2).unwrap();
        assert!(kept.contains(&name.to_owned()), "{name} was reported as read: {line}");
    }
    assert!(kept.len() < 120, "the run was over before it could be killed");
    let next = desk.run(&["read", "news"]);
    assert_eq!(next.code, 0);
    assert!(next.errors.contains("already in the register"), "{}", next.errors);
    assert_eq!(desk.reports().len(), 120);
    assert_eq!(desk.run(&["ledger", "verify"]).code, 0);
}

#[cfg(unix)]
#[test]
fn an_interruption_ends_after_the_step_under_way_and_says_how_to_go_on() {
    let desk = Desk::new();
    for number in 0..150 {
        desk.report(&format!("news/{number:03}.txt"), &format!("Ana Ruiz{number}"));
    }
    let mut child = desk.command().args(["read", "news"]).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
    lines.next().unwrap();
    let signal = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(signal.success());
    let rest: Vec<String> = lines.collect();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(rest.last().unwrap().starts_with("Interrupted."), "{rest:?}");
    let read = 1 + rest.iter().filter(|line| line.starts_with('[')).count();
    assert_eq!(desk.reports().len(), read);
}

#[test]
fn a_store_is_made_by_reading_alone() {
    let desk = Desk::new();
    for command in [&["brief"][..], &["tally"], &["person", "Ana"], &["ledger", "show"], &["rebuild"]] {
        let run = desk.run(command);
        assert_eq!(run.code, 1);
        assert!(run.errors.contains("there is no store"), "{}", run.errors);
    }
    assert_eq!(contents(desk.at("").as_path()), []);
}
