//! What is proposed for whole sets of mentions, as a reviewer would see it.

use constancia_model::{Attribute, AttributeField, Decision, Judgement, PersonMention, ReportId};

use super::*;
use crate::candidate::*;

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

fn decided(lines: &[(&str, &str, Decision)]) -> Vec<Judgement> {
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
