//! Credits as they are written in both languages. All outlets here are invented, agencies excepted.

use super::*;

/// The credits as text: a star marks those of the whole report.
fn credits(text: &str, byline: Option<&str>) -> Vec<String> {
    let signature = signature(text, &Wording::of(text), byline);
    let show = |credit: &Credit| format!("{}{}", credit.name, if credit.reach == Reach::Whole { "*" } else { "" });
    signature.credits.iter().map(show).collect()
}

#[test]
fn wordings_carry_the_name() {
    let cases: [(&str, &[&str]); 20] = [
        ("Eleven men are home, the Costera agency reports.", &["Costera*"]),
        ("This story was first published by Puerto Abierto.", &["Puerto Abierto*"]),
        ("She told Northline News that she was cold.", &["Northline News"]),
        ("She told the guards that she was cold.", &[]),
        ("She told Marta Ruiz that she was cold.", &[]),
        ("The harbour is shut. Reuters contributed to this report.", &["Reuters"]),
        ("The men are free, according to the Associated Press.", &["AP*"]),
        ("The men are free, according to the ministry.", &[]),
        ("The men are free, according to Mayor Paz.", &[]),
        ("The Harbour Times reported that they left.", &["The Harbour Times*"]),
        ("Con información de EFE y AFP.", &["EFE*", "AFP*"]),
        ("Los once están en casa, según recoge Puerto Abierto.", &["Puerto Abierto"]),
        ("Los once están en casa, según la agencia Costera.", &["Costera*"]),
        ("Los once están en casa, según el ministerio.", &[]),
        ("“Tengo frío”, dijo a Radio Almadraba.", &["Radio Almadraba"]),
        ("“Tengo frío”, dijo a Marta.", &[]),
        ("Este artículo fue publicado por 14ymedio.", &["14ymedio*"]),
        ("VILNIUS, Oct. 12, 2025 (Northline) — Belarus pardoned them.", &["Northline*"]),
        ("Portales, 9 ene (Agencia Costera).- La Armada calla.", &["Agencia Costera*"]),
        ("Ana Ruiz (44) - nurse", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(credits(text, None), *expected, "{text}");
    }
}

#[test]
fn bylines_and_lines_of_credit() {
    let cases: [(&str, &[&str]); 7] = [
        ("EFE/14ymedio", &["EFE*", "14ymedio*"]),
        ("Newsroom, with Northline", &["Northline*"]),
        ("Marta Ruiz (AP)", &["AP*"]),
        ("By Marta Ruiz", &[]),
        ("Redacción / Radio Almadraba", &["Radio Almadraba*"]),
        ("Marta Ruiz | Reuters", &["Reuters*"]),
        ("Con información de Puerto Abierto", &["Puerto Abierto*"]),
    ];
    for (byline, expected) in cases {
        assert_eq!(credits("", Some(byline)), *expected, "{byline}");
        let text = format!(
            "Eleven home\n{byline}\nThe eleven men of the cooperative went home on Sunday night, all of them unhurt."
        );
        assert_eq!(credits(&text, None), *expected, "in the text: {byline}");
    }
}

#[test]
fn a_communique_calls_itself_one_and_is_announced_by_who_prints_it() {
    let of = |text: &str| signature(text, &Wording::of(text), None);
    assert!(of("COMUNICADO\n\nEl comité informa que son once.").communique);
    assert!(of("Press release: eleven freed\n\nThe committee says so.").communique);
    assert!(!of("The committee published a press release.").communique);
    assert!(of("La Armada difundió el siguiente comunicado: son once.").prints);
    assert!(of("The committee issued the following statement.").prints);
}
