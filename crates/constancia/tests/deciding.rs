//! What people decide: who is one person, what stands, what is withdrawn, and every way in which that can go wrong.

mod desk;

use desk::{Desk, Run, prose};

/// A desk where these persons were each named by a report of their own: `a.txt`, `b.txt` …
fn with_persons(persons: &[&str]) -> Desk {
    let desk = Desk::new();
    for (letter, person) in ('a'..).zip(persons) {
        desk.write(&format!("in/{letter}.txt"), format!("{}This is report {letter}.\n", prose(person)));
    }
    assert_eq!(desk.run(&["read", "in"]).code, 0);
    desk
}

fn decide(desk: &Desk, words: &[&str]) -> Run {
    desk.run(&[words, &["--by", "Eva Paz", "--reason", "the lawyer says so"]].concat())
}

fn decided(desk: &Desk, words: &[&str]) -> String {
    let run = decide(desk, words);
    assert_eq!((run.code, run.errors.as_str()), (0, ""), "{words:?}");
    run.output
}

fn refused(desk: &Desk, words: &[&str]) -> String {
    let before = desk.run(&["ledger", "show"]).output;
    let run = decide(desk, words);
    assert_eq!((run.code, run.output.as_str()), (1, ""), "{words:?}: {run:?}");
    assert_eq!(desk.run(&["ledger", "show"]).output, before, "{words:?} left something behind");
    run.errors
}

/// The persons of the brief: name and number of reports.
fn persons(desk: &Desk) -> Vec<(String, u64)> {
    let brief: serde_json::Value = serde_json::from_str(&desk.run(&["brief", "--format", "json"]).output).unwrap();
    let line =
        |person: &serde_json::Value| (person["name"].as_str().unwrap().to_owned(), person["reports"].as_u64().unwrap());
    brief["persons"].as_array().unwrap().iter().map(line).collect()
}

fn ids(desk: &Desk, name: &str) -> Vec<String> {
    let brief: serde_json::Value = serde_json::from_str(&desk.run(&["brief", "--format", "json"]).output).unwrap();
    let named = brief["persons"].as_array().unwrap().iter().filter(|person| person["name"] == name);
    named.map(|person| person["id"].as_str().unwrap().to_owned()).collect()
}

/// The number of the entry that an answer names.
fn entry(answer: &str) -> &str {
    answer.split("entry ").nth(1).unwrap().split('.').next().unwrap()
}

#[test]
fn two_names_become_one_person_and_the_register_follows_at_once() {
    let desk = with_persons(&["Ana Ruiz", "Anita Gomez"]);
    let [gone] = ids(&desk, "Anita Gomez").try_into().unwrap();
    let answer = decided(&desk, &["person", "merge", "Ana Ruiz", &gone[..6]]);
    assert!(answer.contains("This person is not as before") && answer.contains("2 reports"), "{answer}");
    assert_eq!(persons(&desk).iter().map(|(_, reports)| *reports).collect::<Vec<_>>(), [2]);
    let history = desk.run(&["person", "history", "ana ruiz"]).output;
    for words in ["Eva Paz: one person (counts)", "because: the lawyer says so", "2026-01-12T08:00:00Z", "b.txt"] {
        assert!(history.contains(words), "{words} in {history}");
    }
    let verified = desk.run(&["ledger", "verify"]);
    assert_eq!(verified.code, 0, "{verified:?}");
    let before = desk.run(&["export", "--format", "json"]).output;
    assert_eq!(desk.run(&["rebuild"]).code, 0);
    assert_eq!(desk.run(&["export", "--format", "json"]).output, before);
}

#[test]
fn a_person_is_split_and_the_split_is_withdrawn() {
    let desk = with_persons(&["Ana Ruiz", "Ana Ruiz", "Ana Ruiz"]);
    assert_eq!(persons(&desk), [("Ana Ruiz".to_owned(), 3)]);
    for report in ["a.txt", "b.txt", "c.txt"] {
        let split = decided(&desk, &["person", "split", "Ana Ruiz", report]);
        assert!(split.contains("These persons are not as before"), "{split}");
        let mut reports: Vec<u64> = persons(&desk).iter().map(|(_, reports)| *reports).collect();
        reports.sort_unstable();
        assert_eq!(reports, [1, 2], "whoever is split off, the rest stays one");
        let answer = decided(&desk, &["judgement", "withdraw", entry(&split)]);
        assert!(answer.contains("3 reports"), "{answer}");
        assert_eq!(persons(&desk), [("Ana Ruiz".to_owned(), 3)]);
    }
    let history = desk.run(&["person", "history", "Ana Ruiz"]).output;
    assert_eq!(history.matches("two persons (withdrawn)").count(), 3, "{history}");
    assert_eq!(history.matches("withdrawn by Eva Paz in entry").count(), 3, "{history}");
    assert!(history.contains("· rule same-full-name") && history.contains("because: the same full name"), "{history}");
}

#[test]
fn the_later_of_two_contradictory_decisions_counts_and_both_are_shown() {
    let desk = with_persons(&["Ana Ruiz", "Ana Ruiz", "Ana Ruiz"]);
    let split = decided(&desk, &["person", "split", "Ana Ruiz", "b.txt"]);
    let [one, other] = ids(&desk, "Ana Ruiz").try_into().unwrap();
    let merge = decided(&desk, &["person", "merge", &one, &other]);
    assert_eq!(persons(&desk), [("Ana Ruiz".to_owned(), 3)]);
    let history = desk.run(&["person", "history", "Ana Ruiz"]).output;
    assert!(history.contains(&format!("two persons (replaced by entry {})", entry(&merge))), "{history}");
    let back = decided(&desk, &["judgement", "withdraw", entry(&merge)]);
    assert_eq!(persons(&desk).len(), 2, "the earlier one counts again: {back}");
    decided(&desk, &["judgement", "withdraw", entry(&split)]);
    let list = desk.run(&["judgement", "list"]).output;
    assert_eq!(list.matches("(withdrawn)").count(), 2, "{list}");
}

#[test]
fn what_a_person_took_back_or_left_open_is_not_joined_by_a_rule_again() {
    let desk = with_persons(&["Ana Ruiz", "Ana Ruiz"]);
    let list = desk.run(&["judgement", "list"]).output;
    let number = list.trim_start().split(' ').next().unwrap().to_owned();
    let answer = decided(&desk, &["judgement", "withdraw", &number]);
    assert!(answer.contains("These persons are not as before"), "{answer}");
    assert_eq!(persons(&desk).len(), 2);
    // A new report of that name must not join them through itself.
    desk.write("more.txt", format!("{}One more.\n", prose("Ana Ruiz")));
    assert_eq!(desk.run(&["read", "more.txt"]).code, 0);
    assert_eq!(persons(&desk).len(), 2, "{:?}", persons(&desk));
    assert!(!desk.run(&["review"]).output.contains("2. One person?"));
}

#[test]
fn a_question_is_shown_until_it_is_answered() {
    let desk = with_persons(&["Ana Ruiz", "A. Ruiz"]);
    let review = desk.run(&["review"]).output;
    assert!(review.contains("1. One person? an initial may stand for the name"), "{review}");
    assert!(review.contains("a.txt") && review.contains("b.txt"), "{review}");
    for answer in ["unsure", "different"] {
        let [one] = ids(&desk, "Ana Ruiz").try_into().unwrap();
        let [other] = ids(&desk, "A. Ruiz").try_into().unwrap();
        let said = decided(&desk, &["person", answer, &one, &other]);
        assert!(said.contains("Every person is as before."), "{said}");
        assert_eq!(desk.run(&["review"]).output, "Nobody waits for a decision.\n", "{answer}");
        decided(&desk, &["judgement", "withdraw", entry(&said)]);
        assert_eq!(desk.run(&["review"]).output, review, "{answer}");
    }
}

#[test]
fn what_rests_on_a_withdrawn_decision_is_said() {
    let desk = with_persons(&["Ana Ruiz", "Berta Gomez", "Carla Sanz"]);
    let first = decided(&desk, &["person", "merge", "Ana Ruiz", "Berta Gomez"]);
    let second = decided(&desk, &["person", "merge", "Berta Gomez", "Carla Sanz"]);
    let answer = decided(&desk, &["judgement", "withdraw", entry(&first)]);
    assert!(answer.contains("These persons are not as before"), "{answer}");
    let resting = format!("somebody who is now several persons; see whether they still hold: {}.", entry(&second));
    assert!(answer.contains(&resting), "{answer}");
    assert_eq!(persons(&desk).len(), 2);
    let history = desk.run(&["person", "history", "Carla Sanz"]).output;
    assert!(history.contains("(counts)") && history.contains("(withdrawn)"), "{history}");
}

#[test]
fn a_statement_is_accepted_rejected_and_reopened() {
    let desk = with_persons(&["Ana Ruiz"]);
    let id = desk.run(&["export", "--format", "json"]).output;
    let brief: serde_json::Value = serde_json::from_str(&id).unwrap();
    let id = brief["persons"][0]["today"]["sources"][0]["statement"].as_str().unwrap().to_owned();
    for (word, said) in [("reject", "rejected: Ana Ruiz"), ("accept", "accepted: "), ("reopen", "open again: ")] {
        let answer = decided(&desk, &["statement", word, &id]);
        assert!(answer.contains(said), "{answer}");
    }
    let list = desk.run(&["judgement", "list"]).output;
    for words in ["rejected (replaced by entry", "accepted (replaced by entry", "open again (counts)", &id] {
        assert!(list.contains(words), "{words} in {list}");
    }
    assert_eq!(desk.run(&["ledger", "verify"]).code, 0);
    let shown = desk.run(&["ledger", "show"]).output;
    assert!(!shown.contains("Ruiz"), "{shown}");
    assert!(refused(&desk, &["statement", "accept", "ffffffffffff-1"]).contains("no statement"));
}

#[test]
fn what_cannot_be_decided_is_refused_with_the_reason_and_without_names() {
    let desk = with_persons(&["Ana Ruiz", "Anita Ruiz Gomez"]);
    let both = "Ana Ruiz was released from the Las Lomas prison on 8 January 2026. Anita Ruiz Gomez was released from \
                the Las Lomas prison on 8 January 2026, the Committee of Families said.\n";
    desk.write("both.txt", both);
    assert_eq!(desk.run(&["read", "both.txt"]).code, 0);
    for (words, expected) in [
        (&["person", "merge", "Ana Ruiz", "ana ruiz"][..], "both are one person already"),
        (&["person", "unsure", "Ana Ruiz", "ana ruiz"], "both are one person"),
        (&["person", "different", "Ana Ruiz", "ana ruiz"], "part them first"),
        (&["person", "merge", "Ana Ruiz", "Anita Ruiz Gomez"], "names the two apart"),
        (&["person", "merge", "Ana Ruiz", "Nobody Here"], "names nobody like that"),
        (&["person", "merge", "Ana Ruiz", "Ruiz"], "any of several persons"),
        (&["person", "split", "Anita Ruiz Gomez", "b.txt", "both.txt"], "nobody would be left"),
        (&["person", "split", "Anita Ruiz Gomez", "a.txt"], "no report “a.txt” names that person"),
        (&["judgement", "withdraw", "1"], "decides nothing"),
        (&["judgement", "withdraw", "999"], "has no entry 999"),
    ] {
        let errors = refused(&desk, words);
        assert!(errors.contains(expected), "{words:?}: {errors}");
        for name in ["Ruiz", "Gomez", "Nobody"] {
            assert!(!errors.contains(name), "{errors}");
        }
    }
    let several = desk.run(&["person", "history", "Ruiz"]);
    assert_eq!(several.code, 1);
    let several = several.errors;
    for words in [&ids(&desk, "Ana Ruiz")[0], &ids(&desk, "Anita Ruiz Gomez")[0], "a.txt (", "both.txt ("] {
        assert!(several.contains(words), "{words} in {several}");
    }
}

#[test]
fn a_withdrawal_is_neither_repeated_nor_withdrawn() {
    let desk = with_persons(&["Ana Ruiz", "Berta Gomez"]);
    let merge = decided(&desk, &["person", "merge", "Ana Ruiz", "Berta Gomez"]);
    let back = decided(&desk, &["judgement", "withdraw", entry(&merge)]);
    let again = refused(&desk, &["judgement", "withdraw", entry(&merge)]);
    assert!(again.contains(&format!("was withdrawn before, by entry {}", entry(&back))), "{again}");
    assert!(refused(&desk, &["judgement", "withdraw", entry(&back)]).contains("is a withdrawal"));
    decided(&desk, &["person", "merge", "Ana Ruiz", "Berta Gomez"]);
    assert_eq!(persons(&desk).len(), 1, "decided again, it counts again");
}

#[test]
fn every_decision_has_somebody_who_takes_it_and_a_reason() {
    let desk = with_persons(&["Ana Ruiz", "Berta Gomez"]);
    let merge = ["person", "merge", "Ana Ruiz", "Berta Gomez"];
    let run = |more: &[&str]| desk.run(&[&merge, more].concat());
    assert!(run(&["--reason", "why"]).errors.contains("nobody is said to decide"));
    assert_eq!(run(&["--reason", "why"]).code, 2);
    assert!(run(&["--by", "Eva Paz"]).errors.contains("--reason <TEXT> is missing"));
    assert!(run(&["--by", "Eva Paz", "--reason", " "]).errors.contains("a decision needs a reason"));
    assert!(run(&["--by", "rule x", "--reason", "why"]).errors.contains("Give your own name"));
    let spanish = run(&["--by", "rule x", "--reason", "why", "--lang", "es"]);
    assert!(spanish.errors.contains("Dé su propio nombre"), "{spanish:?}");
    assert_eq!(persons(&desk).len(), 2);
    let by_environment =
        desk.command().env("CONSTANCIA_BY", "Bo Li").args(merge).args(["--reason", "why", "--lang", "es"]).output();
    let output = String::from_utf8(by_environment.unwrap().stdout).unwrap();
    assert!(output.contains("Esta persona no es como antes"), "{output}");
    assert!(desk.run(&["judgement", "list", "--lang", "es"]).output.contains("Bo Li: una sola persona (vale)"));
}
