//! The screens of the register in every form, on past days, under other rules, and a contradiction settled. The store
//! holds the invented country of `examples/`, so these are the screens that its README promises.

mod desk;

use std::collections::BTreeSet;
use std::path::Path;

use constancia_register::brief::{Contradiction, ContradictionAbout};
use desk::Desk;

const SCREENS: [&[&str]; 4] = [&["brief"], &["tally"], &["contradictions", "--all"], &["person", "Ilka Voren"]];

fn tarnavia() -> Desk {
    let desk = Desk::new();
    let reports = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/tarnavia-2025");
    let run = desk.run(&["read", reports.to_str().unwrap()]);
    assert_eq!(run.code, 0, "{run:?}");
    desk
}

fn shown(desk: &Desk, words: &[&str]) -> String {
    let run = desk.run(words);
    assert_eq!((run.code, run.errors.as_str()), (0, ""), "{words:?}");
    run.output
}

fn contradictions(desk: &Desk) -> Vec<Contradiction> {
    let data: serde_json::Value = serde_json::from_str(&shown(desk, &["contradictions", "--format", "json"])).unwrap();
    serde_json::from_value(data["contradictions"].clone()).unwrap()
}

#[test]
fn every_screen_is_there_in_every_form_and_language() {
    let desk = tarnavia();
    for (screen, language) in SCREENS.into_iter().flat_map(|screen| [(screen, "en"), (screen, "es")]) {
        let form = |form: &str| shown(&desk, &[screen, &["--format", form, "--lang", language]].concat());
        assert!(form("text").contains("----"), "{screen:?}");
        assert!(form("markdown").contains("\n## "), "{screen:?}");
        assert!(serde_json::from_str::<serde_json::Value>(&form("json")).is_ok());
        assert_whole(&form("html"));
    }
}

/// A page that needs nothing else, names no place twice, and whose links lead somewhere.
fn assert_whole(page: &str) {
    for outside in ["<script", "http:", "https:", "src=", "url(", "@import"] {
        assert!(!page.contains(outside), "{outside}");
    }
    let values = |name: &str| -> Vec<&str> {
        let mark = format!(" {name}=\"");
        page.match_indices(&mark).map(|(at, _)| page[at + mark.len()..].split('"').next().unwrap()).collect()
    };
    let places: BTreeSet<&str> = values("id").into_iter().collect();
    assert_eq!(places.len(), values("id").len(), "a place is named twice");
    for link in values("href") {
        assert!(places.contains(link.trim_start_matches('#')), "{link} leads nowhere");
    }
    for charted in values("aria-labelledby").iter().flat_map(|names| names.split(' ')) {
        assert!(places.contains(charted), "{charted} names nothing");
    }
}

#[test]
fn charts_name_themselves_and_have_their_numbers_beside_them() {
    let desk = tarnavia();
    let page = shown(&desk, &["tally", "--format", "html"]);
    assert!(page.contains("role=\"img\"") && page.contains("<desc ") && page.contains("<details"), "{page}");
    let person = shown(&desk, &["person", "Ilka Voren", "--format", "html", "--lang", "es"]);
    assert!(person.contains("role=\"img\"") && person.contains("2025-02-04 excarcelación"), "{person}");
}

#[test]
fn a_past_day_is_shown_as_it_stood() {
    let desk = tarnavia();
    let on = |day: &str| shown(&desk, &["person", "Ilka Voren", "--as-of", day]);
    assert!(on("2025-02-11").contains("On 2025-02-11: released · house arrest"), "{}", on("2025-02-11"));
    assert!(!on("2025-02-11").contains("Stay 2") && on("2025-02-24").contains("Stay 2"));
    assert!(shown(&desk, &["tally", "--as-of", "2025-02-11", "--lang", "es"]).contains("A fecha de 2025-02-11."));
    let wrong = desk.run(&["brief", "--as-of", "2026-02", "--lang", "es"]);
    assert!(wrong.code == 2 && wrong.errors.contains("«2026-02» no es un día"), "{wrong:?}");
}

#[test]
fn rules_of_a_file_hold_and_wrong_ones_are_refused_with_their_place() {
    let desk = tarnavia();
    let rules = shown(&desk, &["rules"]);
    desk.write("strict.toml", rules.replace("\"relative\", ", ""));
    let person = |options: &[&str]| shown(&desk, &[&["person", "Anselm Hruby"], options].concat());
    assert!(person(&[]).contains("confirmed: a relative says so"), "{}", person(&[]));
    assert!(!person(&["--rules", "strict.toml"]).contains("confirmed: a relative says so"));
    for (text, language, message) in [
        (rules.replace("by = 2", "by = 1"), "en", "wrong.toml:11: “1” is wrong"),
        (rules.replace("released = ", "freed = "), "es", "wrong.toml:21: «freed» está mal"),
        (String::new(), "en", "wrong.toml:1: the rules are not whole"),
    ] {
        desk.write("wrong.toml", text);
        let command = desk.command().env("CONSTANCIA_RULES", "wrong.toml").args(["brief", "--lang", language]).output();
        let run = desk::ended(command.unwrap());
        assert!(run.code == 1 && run.errors.contains(message), "{run:?}");
    }
    let missing = desk.run(&["export", "--format", "persons", "--rules", "none.toml"]);
    assert!(missing.code == 1 && missing.errors.contains("the rules “none.toml” cannot be read"), "{missing:?}");
}

#[test]
fn a_settled_contradiction_stays_visible_with_who_settled_it_and_why() {
    let desk = tarnavia();
    let date = |one: &&Contradiction| one.about == ContradictionAbout::Date;
    let id = contradictions(&desk).iter().find(date).expect("two dates for one release").id.clone();
    let settle = |id: &str, side: &str| {
        let named = ["--by", "Nadia Ferro", "--reason", "the lawyer was at the gate", "--side", side];
        desk.run(&[&["contradictions", "settle", id], named.as_slice()].concat())
    };
    let run = settle(&id[..6], "2");
    assert!(run.code == 0 && run.output.contains("“accepted”") && run.output.contains("“rejected”"), "{run:?}");
    let found = contradictions(&desk);
    let one = found.iter().find(date).unwrap();
    assert!(one.is_settled() && !one.is_open(), "{one:?}");
    for screen in [&["contradictions"][..], &["person", "Pavel Dorn"]] {
        let text = shown(&desk, screen);
        assert!(text.contains("Nadia Ferro") && text.contains("the lawyer was at the gate"), "{text}");
    }
    for (id, side, message) in [
        ("ffff00", "1", "there is no contradiction “ffff00”"),
        ("", "1", "there is no contradiction"),
        (&id, "9", "has no side 9; its sides are 1 to 2"),
        (&id, "0", "has no side 0"),
    ] {
        let run = settle(id, side);
        assert!(run.code == 1 && run.errors.contains(message), "{run:?}");
    }
}

#[test]
fn groups_are_names_of_reports_in_order() {
    let desk = tarnavia();
    let text = shown(&desk, &["export", "--format", "groups"]);
    let groups: serde_json::Value = serde_json::from_str(&text).unwrap();
    for kind in ["copies", "stories"] {
        for group in groups[kind].as_array().expect(kind) {
            let names: Vec<&str> = group.as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
            assert!(names.len() > 1 && names.is_sorted(), "{text}");
        }
    }
}
