//! Quotations and their speakers, a sentence each.

use constancia_model::Language;

use crate::testing::{Case, Kind, check};

const ENGLISH: &[Case] = &[
    ("\"They came before dawn,\" said Marta Ilves, a nurse.", &["says Marta Ilves: They came before dawn,"]),
    ("Lidia Okoro told reporters: \"I am tired but I am home.\"", &["says Lidia Okoro: I am tired but I am home."]),
    (
        "\"We will not stop,\" Tomas Verrel said. \"They are our children.\"",
        &["says Tomas Verrel: We will not stop,", "says Tomas Verrel: They are our children."],
    ),
    (
        "According to Kofi Mensara, \"nobody opened the door for two days.\"",
        &["says Kofi Mensara: nobody opened the door for two days."],
    ),
    ("\"Where is he now, then?\" I asked. Lidia Okoro said nothing.", &[]),
    ("Marta Ilves, host of the programme \"Coffee at Six in Kellin\", said nothing.", &[]),
    (
        "“He never saw a judge,” the Committee of Families said in a statement.",
        &["says Committee of Families: He never saw a judge,"],
    ),
    ("Sanjay Mirpuri wrote on Monday: “The cell had no window.”", &["says Sanjay Mirpuri: The cell had no window."]),
    ("The play \"The Long Night\" opens on Friday.", &[]),
    ("The so-called \"Peace Law\" was passed in May.", &[]),
    ("The minister said the prisoners would be freed soon.", &[]),
    (
        "Asked about the arrests, Pavel Drennik answered, \"I know nothing about it.\"",
        &["says Pavel Drennik: I know nothing about it."],
    ),
    (
        "\"My son is innocent,\" his mother, Rosa Drennik, said outside the court.",
        &["says Rosa Drennik: My son is innocent,"],
    ),
    ("Kofi Mensara: \"We were forty in one room.\"", &["says Kofi Mensara: We were forty in one room."]),
    ("\"Free them all!\" shouted Ines Verrel.", &["says Ines Verrel: Free them all!"]),
    ("He called the law \"absurd\".", &[]),
    ("\"He is alive\", his sister, Nora Quist, told Radio Lagune.", &["says Nora Quist: He is alive"]),
];

const SPANISH: &[Case] = &[
    (
        "El comisario Rubén Paz negó el traslado. «Está sano», aseguró. Tomás Verrel saldrá el lunes, «tan pronto el \
         tribunal libere la boleta».",
        &["says Rubén Paz: Está sano", "says Rubén Paz: tan pronto el tribunal libere la boleta"],
    ),
    ("Marta Ilvera mira la fila.\n—¿Y entonces dónde está? —le pregunto.", &[]),
    (
        "\"Vinieron antes del amanecer\", dijo Marta Ilvera, enfermera.",
        &["says Marta Ilvera: Vinieron antes del amanecer"],
    ),
    (
        "Lidia Ocampo declaró a la prensa: \"Estoy cansada, pero estoy en casa\".",
        &["says Lidia Ocampo: Estoy cansada, pero estoy en casa"],
    ),
    (
        "«No vamos a parar», afirmó Tomás Verrel. «Son nuestros hijos».",
        &["says Tomás Verrel: No vamos a parar", "says Tomás Verrel: Son nuestros hijos"],
    ),
    (
        "“Nunca vio a un juez”, denunció el Comité de Familiares en un comunicado.",
        &["says Comité de Familiares: Nunca vio a un juez"],
    ),
    (
        "Simón Mirabal escribió el lunes: “La celda no tenía ventana”.",
        &["says Simón Mirabal: La celda no tenía ventana"],
    ),
    ("La obra \"La noche larga\" se estrena el viernes.", &[]),
    ("La llamada \"Ley de Paz\" se aprobó en mayo.", &[]),
    ("El ministro dijo que los presos saldrían pronto.", &[]),
    ("—No sé nada de eso —respondió Paulo Drena.", &["says Paulo Drena: No sé nada de eso"]),
    (
        "\"Mi hijo es inocente\", dijo su madre, Rosa Drena, frente al tribunal.",
        &["says Rosa Drena: Mi hijo es inocente"],
    ),
    ("Clara Menares: \"Éramos cuarenta en un cuarto\".", &["says Clara Menares: Éramos cuarenta en un cuarto"]),
    ("\"¡Libérenlos a todos!\", gritó Inés Lugo.", &["says Inés Lugo: ¡Libérenlos a todos!"]),
    ("Calificó la ley de \"absurda\".", &[]),
    ("\"Nadie abrió la puerta\", según Clara Menares.", &["says Clara Menares: Nadie abrió la puerta"]),
];

#[test]
fn english() {
    check(Language::English, Kind::Utterance, ENGLISH);
}

#[test]
fn spanish() {
    check(Language::Spanish, Kind::Utterance, SPANISH);
}
