//! What is proposed for whole sets of mentions, as a reviewer would see it.

use constancia_model::{Attribute, AttributeField, Decision, Judgement, PersonMention, ReportId, Status, StatusEvent};

use super::*;
use crate::candidate::*;
use crate::card::{Field, Verdict};

/// "1 Ana Ruiz, 40": report, name and, after a comma, the age.
fn candidate(line: &str) -> Candidate {
    let mention = mention(line.split(',').next().unwrap());
    let age = line.split_once(", ").map(|(_, age)| Attribute {
        person: mention.name.clone(),
        field: AttributeField::Age,
        value: age.to_owned(),
    });
    Candidate { mention, published: None, attributes: age.into_iter().collect(), events: Vec::new() }
}

/// Reports in the order of their numbers.
fn mention(line: &str) -> PersonMention {
    let (report, name) = line.split_once(' ').unwrap();
    PersonMention { report: ReportId::parse(&format!("{report:0>64}")).unwrap(), name: name.to_owned() }
}

/// Two mentions and what was decided.
type Decided<'a> = (&'a str, &'a str, Decision);

fn decided(lines: &[Decided]) -> Vec<Judgement> {
    lines.iter().map(|(one, other, decision)| Judgement::new(mention(one), mention(other), *decision, "seen")).collect()
}

/// "1-2 same-full-name" with an exclamation mark where certain.
fn proposed(lines: &[&str], decided: &[Judgement]) -> Vec<String> {
    let candidates: Vec<Candidate> = lines.iter().map(|line| candidate(line)).collect();
    let number = |mention: &PersonMention| mention.report.as_str().trim_start_matches('0').to_owned();
    let shown = |proposal: &Proposal| {
        let (one, other) = &proposal.judgement.mentions;
        let mark = if proposal.certain { "!" } else { "" };
        format!("{}-{} {}{mark}", number(one), number(other), proposal.judgement.reason)
    };
    let found: Vec<String> = propose(&candidates, decided).iter().map(shown).collect();
    let turned: Vec<Candidate> = candidates.into_iter().rev().collect();
    assert_eq!(propose(&turned, decided).iter().map(shown).collect::<Vec<_>>(), found, "order must not matter");
    found
}

#[test]
fn what_is_proposed() {
    let cases: [(&str, &[&str], &[&str]); 15] = [
        ("one name", &["1 Ana Ruiz", "2 ANA RUÍZ"], &["1-2 same-full-name!"]),
        (
            "a hundred reports are linked to the first",
            &["1 Ana Ruiz", "2 Ana Ruiz", "3 Ana Ruiz"],
            &["1-2 same-full-name!", "1-3 same-full-name!"],
        ),
        ("a surname alone", &["1 Rodríguez", "2 Rodríguez", "3 Jorge Rodríguez"], &[]),
        ("one report", &["1 Ana Ruiz", "1 Ana Ruíz"], &[]),
        ("second surname", &["1 Yusmary Colmenares", "2 Yusmary Colmenares Duque"], &["1-2 second-surname-added!"]),
        (
            "two longer names",
            &["1 Wilmer Parra", "2 Wilmer Parra Gil", "3 Wilmer José Parra"],
            &[
                "1-2 second-surname-added competing-candidates",
                "1-3 middle-name-added competing-candidates",
                "2-3 names-added",
            ],
        ),
        (
            "a contested name is not even itself",
            &["1 Eva Parra", "2 Eva Parra", "3 Eva Parra Gil", "4 Eva Parra Sol"],
            &[
                "1-2 same-full-name competing-candidates",
                "1-3 second-surname-added competing-candidates",
                "1-4 second-surname-added competing-candidates",
                "2-3 second-surname-added competing-candidates",
                "2-4 second-surname-added competing-candidates",
            ],
        ),
        (
            "longer and longer",
            &["1 Eva Parra", "2 Eva Parra Gil", "3 Eva Luz Parra Gil"],
            &["1-2 second-surname-added!", "2-3 middle-name-added!"],
        ),
        (
            "side by side in one report",
            &["1 Eva Parra", "1 Eva Parra Gil", "2 Eva Parra"],
            &["1-2 same-full-name competing-candidates", "1-2 second-surname-added competing-candidates"],
        ),
        ("ages", &["1 Ana Ruiz, 40", "2 Ana Ruiz, 42"], &["1-2 same-full-name age-agrees!"]),
        ("ages too far apart", &["1 Ana Ruiz, 40", "2 Ana Ruiz, 43"], &["1-2 same-full-name age-differs"]),
        ("spellings", &["1 Siarhei Kazlouski", "2 Sergei Kozlovsky"], &["1-2 nickname spelling-variant"]),
        (
            "spellings, shorter",
            &["1 Yusmary Colmenares Duque", "2 Yusmari Colmenárez"],
            &["1-2 names-added spelling-variant"],
        ),
        ("an article", &["1 Omar el-Tayeb", "2 Omar Al Tayeb"], &["1-2 same-full-name!"]),
        ("no surname", &["1 Win Htin", "2 Win Htin Oo"], &["1-2 names-added"]),
    ];
    for (what, mentions, expected) in cases {
        assert_eq!(proposed(mentions, &[]), expected, "{what}");
    }
}

#[test]
fn what_was_decided_stands() {
    use Decision::{DifferentPersons, SamePerson, Unsure};
    let three = ["1 Ana Ruiz", "2 Ana Ruiz", "3 Ana Ruiz Gil"];
    let cases: [(&str, Vec<Judgement>, &[&str]); 4] = [
        ("already joined", decided(&[("1 Ana Ruiz", "2 Ana Ruiz", SamePerson)]), &["1-3 second-surname-added!"]),
        (
            "kept apart through another",
            decided(&[("1 Ana Ruiz", "2 Ana Ruiz", SamePerson), ("2 Ana Ruiz", "3 Ana Ruiz Gil", DifferentPersons)]),
            &[],
        ),
        (
            "two bearers of one name",
            decided(&[("1 Ana Ruiz", "2 Ana Ruiz", DifferentPersons)]),
            &["1-3 second-surname-added competing-candidates", "2-3 second-surname-added competing-candidates"],
        ),
        ("left open", decided(&[("1 Ana Ruiz", "3 Ana Ruiz Gil", Unsure)]), &["1-2 same-full-name!"]),
    ];
    for (what, decided, expected) in cases {
        assert_eq!(proposed(&three, &decided), expected, "{what}");
    }
}

#[test]
fn a_name_in_a_hundred_reports_gives_ninety_nine_proposals() {
    let lines: Vec<String> = (1..=100).map(|report| format!("{report} Ana Ruiz Gil")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    assert_eq!(proposed(&lines, &[]).len(), 99);
}

/// A candidate of a report with facts: "Name | age 40 | nationality cubana | detained 2024-03-01 Havana".
fn told(report: usize, line: &str) -> Candidate {
    let mut parts = line.split(" | ");
    let mut candidate = candidate(&format!("{report} {}", parts.next().unwrap()));
    candidate.published = "2026-01-08".parse().ok();
    for part in parts {
        let (field, value) = part.split_once(' ').unwrap();
        let person = candidate.mention.name.clone();
        let attribute = |field| Attribute { person: person.clone(), field, value: value.to_owned() };
        match field {
            "age" => candidate.attributes.push(attribute(AttributeField::Age)),
            "role" => candidate.attributes.push(attribute(AttributeField::Role)),
            "from" => candidate.attributes.push(attribute(AttributeField::Nationality)),
            "spouse" => candidate.attributes.push(attribute(AttributeField::Spouse)),
            "published" => candidate.published = value.parse().ok(),
            _ => candidate.events.push(event(&person, field, value)),
        }
    }
    candidate
}

fn event(person: &str, status: &str, value: &str) -> StatusEvent {
    let (date, place) = value.split_once(' ').map_or((value, None), |(date, place)| (date, Some(place.to_owned())));
    StatusEvent {
        person: person.to_owned(),
        status: Status::ALL.into_iter().find(|known| known.name() == status).unwrap(),
        date: date.parse().ok(),
        place,
        by: None,
        accusation: None,
        terms: None,
    }
}

/// Whether two candidates, alone in the register, are joined by rule, left to a reviewer or not even asked about.
fn outcome(one: &str, other: &str) -> &'static str {
    match propose(&[told(1, one), told(2, other)], &[]).as_slice() {
        [] => "nothing",
        [proposal] if proposal.certain => "joined",
        _ => "asked",
    }
}

#[test]
fn names_alone_and_with_facts() {
    let cases = [
        // Rare names settle it, common ones do not.
        ("Yusmary Colmenares", "Yusmary Colmenares", "joined"),
        ("José Rodríguez", "José Rodríguez", "asked"),
        ("José Rodríguez | age 34 | role electricista", "José Rodríguez | age 35 | role electrician", "joined"),
        ("Rodríguez | age 34 | role electricista", "Rodríguez | age 34 | role electrician", "nothing"),
        ("Rodríguez | age 34", "José Rodríguez | age 34", "nothing"),
        // Two cases.
        ("José Rodríguez | age 34 | from cubana", "José Rodríguez | age 61 | from Venezuelan", "nothing"),
        ("Yusmary Colmenares | age 34", "Yusmary Colmenares | age 61", "asked"),
        ("Yusmary Colmenares | from cubana", "Yusmary Colmenares | from Venezuelan", "asked"),
        (
            "Yusmary Colmenares | detained 2025-03-01 Havana",
            "Yusmary Colmenares | held 2025-05-01 prisión de Tocuyito",
            "asked",
        ),
        ("Yusmary Colmenares | died 2024-05-01", "Yusmary Colmenares | detained 2025-05-01", "asked"),
        // Ten years older ten years later.
        (
            "Yusmary Colmenares | age 34 | published 2015-06-01",
            "Yusmary Colmenares | age 44 | published 2025-06-01",
            "joined",
        ),
        // Another spelling waits for facts.
        ("Yusmary Colmenares", "Yusmari Colmenárez", "asked"),
        (
            "Yusmary Colmenares | age 44 | role nurse | detained 2024-08-09",
            "Yusmari Colmenárez | age 44 | role enfermera | detained 2024-08-09",
            "joined",
        ),
        // A brother is no slip of the pen.
        (
            "Wilmer Rondón | age 30 | role nurse | detained 2024-08-09",
            "Wilder Rondón | age 30 | role enfermero | detained 2024-08-09",
            "asked",
        ),
        ("Mario Rondón | age 30 | spouse Eva Luz", "María Rondón | age 30 | spouse Eva Luz", "nothing"),
    ];
    for (one, other, expected) in cases {
        assert_eq!(outcome(one, other), expected, "{one} / {other}");
        assert_eq!(outcome(other, one), expected, "{other} / {one}");
    }
}

#[test]
fn bad_input_has_a_clear_outcome() {
    let long = format!("Ana {}", "Ruiz ".repeat(2_000));
    let letters = "a".repeat(10_000);
    for name in ["", " ", "…", "de la", "J. R.", "von", "bin", "née", "\u{0}", "Rodríguez", &letters] {
        assert_eq!(outcome(name, name), "nothing", "{name:.20}");
    }
    assert_eq!(outcome(&long, &long), "joined");
    assert_eq!(outcome(&long, "Ana Ruiz"), "asked");
}

#[test]
fn a_person_beside_herself_is_one() {
    let twice = [told(1, "Yusmary Colmenares | age 34"), told(1, "Yusmary Colmenares | age 61")];
    assert_eq!(propose(&twice, &[]), []);
    let herself = decided(&[("1 Yusmary Colmenares", "1 Yusmary Colmenares", Decision::DifferentPersons)]);
    let two = [told(1, "Yusmary Colmenares"), told(2, "Yusmary Colmenares")];
    assert!(propose(&two, &herself)[0].certain);
}

#[test]
fn contradicting_judgements_keep_apart() {
    use Decision::{DifferentPersons, SamePerson, Unsure};
    let four = ["1 Ana Ruiz", "2 Ana Ruiz", "3 Ana Ruiz", "4 Ana Ruiz"];
    let (a, b, c, d) = (four[0], four[1], four[2], four[3]);
    let cases: [(&str, &[Decided], &[&str]); 5] = [
        ("a cycle of one", &[(a, b, SamePerson), (b, c, SamePerson), (c, d, SamePerson), (d, a, SamePerson)], &[]),
        // What would join 1 with 3 through 2 is not followed, whoever came first.
        (
            "joined and apart",
            &[(a, b, SamePerson), (b, c, SamePerson), (a, c, DifferentPersons), (c, d, SamePerson)],
            &[],
        ),
        (
            "said twice",
            &[
                (a, b, SamePerson),
                (a, b, DifferentPersons),
                (c, d, Unsure),
                (a, c, Unsure),
                (a, d, Unsure),
                (b, c, Unsure),
                (b, d, Unsure),
            ],
            &[],
        ),
        ("unsure of the whole person", &[(a, b, SamePerson), (b, c, Unsure), (a, d, SamePerson)], &[]),
        (
            "of nobody known",
            &[("7 Ana Ruiz", "8 Ana Ruiz", SamePerson), (a, b, SamePerson), (a, c, SamePerson), (a, d, SamePerson)],
            &[],
        ),
    ];
    for (what, judgements, expected) in cases {
        assert_eq!(proposed(&four, &decided(judgements)), expected, "{what}");
    }
}

#[test]
fn one_report_keeps_two_apart_for_ever() {
    let mut lines = vec!["1 Eva Colmenares", "1 Eva Colmenares Duque"];
    lines.extend(["2 Eva Colmenares Duque", "3 Eva Colmenares Duque"]);
    let together = proposed(&lines, &[]);
    assert!(together.iter().all(|line| !line.starts_with("1-1")), "{together:?}");
    let certain = together.iter().filter(|line| line.ends_with('!')).count();
    assert_eq!(certain, 2, "the longer name is one person in three reports: {together:?}");
}

#[test]
fn a_card_shows_every_field_with_both_values() {
    let proposals = propose(
        &[told(1, "José Rodríguez | age 34 | from cubana"), told(2, "José Rodríguez | age 35 | role baker")],
        &[],
    );
    let card = &proposals[0].card;
    let row = |field| card.rows.iter().find(|row| row.field == field).unwrap();
    assert_eq!(card.rows.len(), Field::ALL.len());
    assert_eq!(row(Field::Age).verdict, Verdict::Agrees);
    assert_eq!(row(Field::Age).values, (vec!["34".to_owned()], vec!["35".to_owned()]));
    assert_eq!(row(Field::Nationality).verdict, Verdict::Unknown);
    assert_eq!(row(Field::Nationality).values, (vec!["cubana".to_owned()], Vec::new()));
    assert_eq!(row(Field::Role).values, (Vec::new(), vec!["baker".to_owned()]));
}

#[test]
fn companions_tell_who_it_is() {
    let names = ["Wilmer Rondón", "Octavio Mijares", "Abraham Chacín"];
    let mut candidates: Vec<Candidate> = Vec::new();
    for report in [1, 2] {
        candidates.extend(names.iter().map(|name| told(report, name)));
    }
    candidates.extend([told(1, "Yusmary Colmenares"), told(2, "Yusmari Colmenárez Duque")]);
    let proposals = propose(&candidates, &[]);
    assert_eq!(proposals.len(), 4);
    assert!(proposals.iter().all(|proposal| proposal.certain), "{proposals:?}");
}
