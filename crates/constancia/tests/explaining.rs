//! `explain` and frames of a user's, as a user meets them.

mod desk;

use desk::Desk;

/// A report with each kind of statement, and words that only look like events.
const ENGLISH: &str = "Two journalists leave the northern jail\n\n\
    Tomas Verrel, 44, was released from Kellin prison on Friday, the Committee of Families said. He had been held there \
    since 2024. Police arrested 12 students in Lagune on Saturday.\n\n\
    \"They opened the door before dawn,\" said Marta Ilves, his lawyer. The ministry released a statement about the match. \
    Amina Dossou held a press conference on Monday. A choir of 40 women sang for an hour, and the families went on \
    waiting in the square with the names of the others on their coats.\n";

const SPANISH: &str = "Dos periodistas salen de la cárcel del norte\n\n\
    Tomás Verrel, de 44 años, fue liberado el viernes de la cárcel de Quelín, dijo el Comité de Familiares. La policía \
    detuvo a 12 estudiantes en Lagunera el sábado.\n\n\
    «Abrieron la puerta antes del amanecer», dijo Marta Ilvera, su abogada. El ministerio liberó un comunicado sobre el \
    partido. Los manifestantes exigieron la liberación de Paulo Drena, y las familias siguieron esperando en la plaza con \
    los nombres de los demás en los abrigos.\n";

fn desk(text: &str) -> Desk {
    let desk = Desk::new();
    desk.write("news.txt", text);
    assert_eq!(desk.run(&["read", "news.txt", "--published", "2026-01-12"]).code, 0);
    desk
}

/// The identities of the statements that `report` shows, each with its line.
fn shown(desk: &Desk) -> Vec<(String, String)> {
    let report = desk.command().env("COLUMNS", "180").args(["report", "news.txt"]).output().unwrap();
    let output = String::from_utf8(report.stdout).unwrap();
    let lines = output.lines().filter(|line| line.trim_end().ends_with(']'));
    let identified = lines.map(|line| {
        let id = line.rsplit('[').next().unwrap().trim_end_matches(']');
        (id.to_owned(), line.trim().to_owned())
    });
    identified.collect()
}

fn identity(desk: &Desk, words: &str) -> String {
    let shown = shown(desk);
    let found = shown.iter().find(|(_, line)| line.contains(words));
    found.unwrap_or_else(|| panic!("{words} in {shown:#?}")).0.clone()
}

#[test]
fn every_statement_that_a_report_shows_is_explained_in_both_languages() {
    for text in [ENGLISH, SPANISH] {
        let desk = desk(text);
        let shown = shown(&desk);
        assert!(shown.len() >= 4, "{shown:#?}");
        for (id, line) in shown {
            for (language, headings) in [
                ("en", ["What found it", "Its parts", "Whether it happened", "Who says so"]),
                ("es", ["Qué la encontró", "Sus partes", "Si ocurrió", "Quién lo dice"]),
            ] {
                let run = desk.run(&["explain", &id, "--lang", language]);
                assert_eq!(run.code, 0, "{line}: {run:?}");
                assert!(headings.iter().all(|heading| run.output.contains(heading)), "{line}: {}", run.output);
                assert!(run.output.contains('⟦'), "{line}: {}", run.output);
            }
        }
    }
}

#[test]
fn an_explanation_names_the_frame_the_words_and_who_says_so() {
    let desk = desk(ENGLISH);
    let id = identity(&desk, "Tomas Verrel · released");
    let output = desk.command().env("COLUMNS", "180").args(["explain", &id]).output().unwrap();
    let output = String::from_utf8(output.stdout).unwrap();
    for said in [
        "the verb “release” of data/en/frames.toml, which says released: “released”",
        "Person: Tomas Verrel — the subject: “Tomas Verrel”; by name",
        "Date: 2026-01-09 — the nearest of its kind: “Friday”",
        "⟦Tomas Verrel⟧, 44, was ⟦released⟧",
        "Committee of Families — by a verb of saying",
    ] {
        assert!(output.contains(said), "{said}\n{output}");
    }
    let pronoun = identity(&desk, "Tomas Verrel · held");
    let output = desk.run(&["explain", &pronoun]).output;
    assert!(output.contains("“He”") && output.contains("named in “Tomas Verrel”"), "{output}");
}

#[test]
fn an_explanation_is_data_as_well() {
    let desk = desk(SPANISH);
    let id = identity(&desk, "Tomás Verrel · released");
    let answer: serde_json::Value =
        serde_json::from_str(&desk.run(&["explain", &id, "--format", "json"]).output).unwrap();
    assert_eq!(answer["id"], id.as_str());
    assert_eq!(answer["explanation"]["rule"]["words"], "liberar");
    assert_eq!(answer["explanation"]["trigger"]["quote"], "liberado");
    assert_eq!(answer["found_by"], serde_json::json!([answer["reader"]]));
}

#[test]
fn an_identity_may_be_shortened_and_must_mean_one_statement() {
    let desk = desk(ENGLISH);
    let (id, _) = &shown(&desk)[0];
    let (digits, number) = id.split_once('-').unwrap();
    assert_eq!(desk.run(&["explain", &format!("{}-{number}", &digits[..5])]).code, 0);
    for (query, english, spanish) in [
        (&digits[..6], "may be any of several statements", "puede ser cualquiera de varias afirmaciones"),
        ("0-1", "has no statement “0-1”", "no tiene la afirmación «0-1»"),
        (&format!("{digits}-999"), "has no statement", "no tiene la afirmación"),
    ] {
        for (language, expected) in [("en", english), ("es", spanish)] {
            let run = desk.run(&["explain", query, "--lang", language]);
            assert!(run.code == 1 && run.errors.contains(expected), "{query}: {run:?}");
        }
    }
}

#[test]
fn what_only_looks_like_an_event_is_listed_with_its_reason() {
    let english = desk(ENGLISH).run(&["report", "news.txt"]).output;
    let spanish = desk(SPANISH).run(&["report", "news.txt", "--lang", "es"]).output;
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "what stands there is not a person): “released”",
        "what stands there is not a person): “held”",
        "nothing says that those counted are in custody or out of it): “40 women”",
    ] {
        assert!(flat(&english).contains(said), "{said}\n{english}");
    }
    for said in ["no hay nadie donde debe estar la persona): «liberó»", "alguien lo pide): «liberación»"] {
        assert!(flat(&spanish).contains(said), "{said}\n{spanish}");
    }
}

#[test]
fn a_verb_of_the_users_is_read_and_explained() {
    for (language, frames, text, found) in [
        (
            "en",
            "language = \"en\"\n[[frame]]\nstatus = \"released\"\nverbs = [\"unstow\"]\nterms = \"conditional\"\n",
            "The guards unstowed Tomas Verrel on Friday in front of the families who had come to the gate of the jail.\n",
            "the verb “unstow” of own.toml",
        ),
        (
            "es",
            "language = \"es\"\n[[frame]]\nstatus = \"released\"\nverbs = [\"desengavetar\"]\nterms = \"conditional\"\n",
            "Los guardias desengavetaron a Tomás Verrel el viernes delante de las familias que habían llegado a la cárcel.\n",
            "el verbo «desengavetar» de own.toml",
        ),
    ] {
        let desk = Desk::new();
        desk.write("own.toml", frames);
        desk.write("news.txt", text);
        desk.run(&["read", "news.txt"]);
        assert!(shown(&desk).iter().all(|(_, line)| !line.contains("released")), "not known without the frames");
        std::fs::remove_file(desk.at("constancia.db")).unwrap();
        assert_eq!(desk.run(&["read", "news.txt", "--frames", "own.toml"]).code, 0);
        let id = identity(&desk, "released · conditional");
        let explained = desk.run(&["explain", &id, "--frames", "own.toml", "--lang", language]).output;
        let flat = explained.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(found) && flat.contains("rules 0.1.0 +frames "), "{explained}");
        let without = desk.run(&["explain", &id]).output;
        assert!(without.contains("--frames"), "{without}");
    }
}

#[test]
fn frames_that_cannot_be_used_are_named_with_their_line() {
    let desk = Desk::new();
    desk.report("a.txt", "Ana Ruiz");
    for (frames, english, spanish) in [
        ("language = \"en\"\n[[frame]\n", "own.toml:2: this is not TOML", "own.toml:2: esto no es TOML"),
        (
            "language = \"en\"\n[[frame]]\nstatus = \"free\"\nverbs = [\"stow\"]\n",
            "own.toml:3: “status” does not take this value. Allowed: detained, charged",
            "own.toml:3: «status» no admite este valor. Se admiten: detained, charged",
        ),
        (
            "language = \"en\"\n[[frame]]\nstatus = \"held\"\nverb = [\"stow\"]\n",
            "own.toml:4: “verb” is no key here. Allowed: status, verbs",
            "own.toml:4: «verb» no es una clave aquí. Se admiten: status, verbs",
        ),
    ] {
        desk.write("own.toml", frames);
        for (language, expected) in [("en", english), ("es", spanish)] {
            let run = desk.run(&["read", "a.txt", "--frames", "own.toml", "--lang", language]);
            assert!(run.code == 1 && run.errors.contains(expected), "{run:?}");
        }
    }
    let run = desk.run(&["read", "a.txt", "--frames", "missing.toml"]);
    assert!(run.code == 1 && run.errors.contains("“missing.toml” cannot be read"), "{run:?}");
    assert!(!desk.at("constancia.db").exists(), "nothing is taken in with frames that cannot be used");
}

#[test]
fn the_example_frames_can_be_used() {
    let desk = Desk::new();
    desk.report("a.txt", "Ana Ruiz");
    let examples = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/frames");
    let (english, spanish) = (format!("{examples}/own-words.en.toml"), format!("{examples}/own-words.es.toml"));
    assert_eq!(desk.run(&["read", "a.txt", "--frames", &english, "--frames", &spanish]).code, 0);
}
