//! Credits of what happened, a sentence each.

use constancia_model::Language;

use crate::testing::{Case, Kind, check};

const ENGLISH: &[Case] = &[
    (
        "Her lawyer said Lidia Okoro was released on Friday.",
        &["released Lidia Okoro | date=2026-03-13 says=Her lawyer"],
    ),
    (
        "According to the Committee of Families, Tomas Verrel was arrested on Monday.",
        &["detained Tomas Verrel | date=2026-03-16 says=Committee of Families"],
    ),
    ("The prosecutor denied that Marta Ilves had been arrested.", &["detained Marta Ilves | says=prosecutor denies"]),
    ("Kofi Mensara was freed, the Interior Ministry said.", &["released Kofi Mensara | says=Interior Ministry"]),
    (
        "Pavel Drennik was detained on Monday, his sister said.",
        &["detained Pavel Drennik | date=2026-03-16 says=his sister"],
    ),
    (
        "The lawyer Lidia Okoro gave a press conference in which she said that Tomas Verrel was released.",
        &["released Tomas Verrel | says=Lidia Okoro"],
    ),
    ("Moscow said that Kofi Mensara was released. Nobody saw him.", &["released Kofi Mensara | says=Moscow"]),
    (
        "Ines Verrel confirmed that Tomas Verrel is in Kellin prison.",
        &["held Tomas Verrel | place=Kellin prison says=Ines Verrel"],
    ),
];

const SPANISH: &[Case] = &[
    (
        "Su abogada dijo que Lidia Ocampo fue liberada el viernes.",
        &["released Lidia Ocampo | date=2026-03-13 says=Su abogada"],
    ),
    (
        "Según el Comité de Familiares, Tomás Verrel fue detenido el lunes.",
        &["detained Tomás Verrel | date=2026-03-16 says=Comité de Familiares"],
    ),
    ("La fiscal negó que Marta Ilvera hubiera sido detenida.", &["detained Marta Ilvera | says=fiscal denies"]),
    (
        "Clara Menares fue liberada, informó el Ministerio del Interior.",
        &["released Clara Menares | says=Ministerio del Interior"],
    ),
    (
        "Paulo Drena fue detenido el lunes, dijo su hermana.",
        &["detained Paulo Drena | date=2026-03-16 says=su hermana"],
    ),
    (
        "La abogada Lidia Ocampo dio una rueda de prensa en la que dijo que Tomás Verrel fue liberado.",
        &["released Tomás Verrel | says=Lidia Ocampo"],
    ),
    ("La Cancillería rusa dijo que Clara Menares fue liberada.", &["released Clara Menares | says=Cancillería rusa"]),
    (
        "Inés Lugo confirmó que Tomás Verrel está en la cárcel de Quelín.",
        &["held Tomás Verrel | place=cárcel de Quelín says=Inés Lugo"],
    ),
];

#[test]
fn english() {
    check(Language::English, Kind::Status, ENGLISH);
}

#[test]
fn spanish() {
    check(Language::Spanish, Kind::Status, SPANISH);
}
