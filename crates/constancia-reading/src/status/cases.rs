//! Small cases of status statements in both languages.

use constancia_model::Language;

use crate::testing::{Case, Kind, check};

const ENGLISH: &[Case] = &[
    (
        "Police arrested Tomas Verrel on Saturday in Port Anselm.",
        &["detained Tomas Verrel | date=2026-03-14 place=Port Anselm by=Police"],
    ),
    (
        "Lidia Okoro was detained by the National Guard on March 12.",
        &["detained Lidia Okoro | date=2026-03-12 by=National Guard"],
    ),
    (
        "The student leader Amina Dossou was picked up by plainclothes agents last Thursday.",
        &["detained Amina Dossou | date=2026-03-12"],
    ),
    ("The arrest of Pavel Drennik on Friday drew protests.", &["detained Pavel Drennik | date=2026-03-13"]),
    ("Tomas Verrel, arrested in 2024, is a teacher.", &["detained Tomas Verrel | date=2024"]),
    ("Journalist Kofi Mensara arrested in Lagune", &["detained Kofi Mensara | place=Lagune"]),
    (
        "Prosecutors charged Lidia Okoro with sedition on Tuesday.",
        &["charged Lidia Okoro | date=2026-03-10 by=Prosecutors for=sedition"],
    ),
    ("Sanjay Mirpuri was charged with spreading false news.", &["charged Sanjay Mirpuri | for=spreading false news"]),
    ("Marta Ilves was convicted of espionage in 2023.", &["convicted Marta Ilves | date=2023 for=espionage"]),
    ("Kofi Mensara is being held at Black Reef prison.", &["held Kofi Mensara | place=Black Reef prison"]),
    (
        "Marta Ilves was transferred from Kellin prison to Ostra prison on Sunday.",
        &["transferred Marta Ilves | date=2026-03-15 place=Ostra prison"],
    ),
    ("Pavel Drennik disappeared on March 3.", &["missing Pavel Drennik | date=2026-03-03"]),
    (
        "Marta Ilves will be freed on Wednesday, the ministry said.",
        &["announced Marta Ilves | date=2026-03-18 says=ministry"],
    ),
    ("Amina Dossou was released on Saturday.", &["released Amina Dossou | date=2026-03-14"]),
    (
        "Authorities freed Kofi Mensara on bail on Friday.",
        &["released Kofi Mensara | date=2026-03-13 by=Authorities terms=conditional"],
    ),
    (
        "Tomas Verrel walked free from Kellin prison on Sunday.",
        &["released Tomas Verrel | date=2026-03-15 place=Kellin prison"],
    ),
    ("The president pardoned Sanjay Mirpuri.", &["released Sanjay Mirpuri | by=president terms=pardon"]),
    ("Pavel Drennik was rearrested two weeks later.", &["rearrested Pavel Drennik"]),
    ("Amina Dossou has not been released.", &["released Amina Dossou | denies"]),
    ("The ministry denied that Tomas Verrel had been arrested.", &["detained Tomas Verrel | says=ministry denies"]),
    ("Marta Ilves was reportedly detained at the border.", &["detained Marta Ilves | place=border hedged"]),
    ("Protesters demanded the release of Pavel Drennik.", &[]),
    ("Marta Ilves released her second album on Friday.", &[]),
    ("Kofi Mensara was not arrested.", &["detained Kofi Mensara | denies"]),
    ("The novel by Lidia Okoro captured the mood of the country.", &[]),
    ("Tomas Verrel won a free trip to the coast.", &[]),
    ("Sanjay Mirpuri charged the crowd two dollars for the concert.", &[]),
    ("Amina Dossou held a press conference on Monday.", &[]),
    ("Pavel Drennik was transferred to another football club.", &[]),
    ("Kofi Mensara died at home at the age of 90.", &[]),
    (
        "Among those freed were Amina Dossou, Kofi Mensara and Marta Ilves.",
        &["released Amina Dossou", "released Kofi Mensara", "released Marta Ilves"],
    ),
    ("Was Tomas Verrel arrested?", &[]),
    ("Jailed editor Sanjay Mirpuri began a hunger strike.", &["held Sanjay Mirpuri"]),
    (
        "Tomas Verrel and Lidia Okoro were released on Saturday.",
        &["released Lidia Okoro | date=2026-03-14", "released Tomas Verrel | date=2026-03-14"],
    ),
    (
        "Two nurses, Amina Dossou and Marta Ilves, were detained on Thursday.",
        &["detained Amina Dossou | date=2026-03-12", "detained Marta Ilves | date=2026-03-12"],
    ),
    ("Police seized a car that belonged to Pavel Drennik.", &[]),
    ("Tomas Verrel was tried and sentenced to four years.", &["convicted Tomas Verrel | terms=four years"]),
    ("Rosa Drennik was found guilty of incitement.", &["convicted Rosa Drennik | for=incitement"]),
    (
        "Kofi Mensara died in Black Reef prison on Sunday.",
        &["died Kofi Mensara | date=2026-03-15 place=Black Reef prison"],
    ),
    ("Diego Lastra was granted amnesty on Friday.", &["released Diego Lastra | date=2026-03-13 terms=amnesty"]),
    ("Border guards let Nora Quist go on Sunday.", &["released Nora Quist | date=2026-03-15 by=Border guards"]),
    ("Court frees Lidia Okoro on bail", &["released Lidia Okoro | by=Court terms=conditional"]),
    (
        "Pavel Drennik was moved to Ostra prison on Saturday.",
        &["transferred Pavel Drennik | date=2026-03-14 place=Ostra prison"],
    ),
    ("The judge ordered the release of Kofi Mensara.", &["announced Kofi Mensara"]),
    ("The trial of Marta Ilves begins on Tuesday.", &[]),
    ("Tomas Verrel missed the train to Lagune.", &[]),
    ("Kofi Mensara has disappeared.", &["missing Kofi Mensara"]),
    ("Gunmen kidnapped Ines Verrel in Port Anselm.", &["detained Ines Verrel | place=Port Anselm by=Gunmen"]),
    ("Ines Verrel was jailed in 2022.", &["held Ines Verrel | date=2022"]),
    ("Officers re-arrested Ivo Drennik on Sunday.", &["rearrested Ivo Drennik | date=2026-03-15 by=Officers"]),
    ("Nora Quist was sent into exile on Friday.", &["released Nora Quist | date=2026-03-13 terms=exile"]),
    (
        "Pavel Drennik was swapped for two spies on Sunday.",
        &["released Pavel Drennik | date=2026-03-15 terms=exchange"],
    ),
];

const SPANISH: &[Case] = &[
    (
        "La policía detuvo a Tomás Verrel el sábado en Puerto Anselmo.",
        &["detained Tomás Verrel | date=2026-03-14 place=Puerto Anselmo by=policía"],
    ),
    (
        "Lidia Ocampo fue detenida por la Guardia Nacional el 12 de marzo.",
        &["detained Lidia Ocampo | date=2026-03-12 by=Guardia Nacional"],
    ),
    ("La detención de Paulo Drena el viernes provocó protestas.", &["detained Paulo Drena | date=2026-03-13"]),
    ("Tomás Verrel, detenido en 2024, es maestro.", &["detained Tomás Verrel | date=2024"]),
    ("Detienen a la periodista Clara Menares en Lagunera", &["detained Clara Menares | place=Lagunera"]),
    (
        "Simón Mirabal fue imputado por difundir noticias falsas.",
        &["charged Simón Mirabal | for=difundir noticias falsas"],
    ),
    ("Marta Ilvera fue condenada por espionaje en 2023.", &["convicted Marta Ilvera | date=2023 for=espionaje"]),
    ("Clara Menares está recluida en el penal de Roca Negra.", &["held Clara Menares | place=penal de Roca Negra"]),
    ("Tomás Verrel permanece detenido desde enero de 2025.", &["held Tomás Verrel | date=2025-01"]),
    (
        "Marta Ilvera fue trasladada el domingo de la cárcel de Quelín a la cárcel de Ostra.",
        &["transferred Marta Ilvera | date=2026-03-15 place=cárcel de Ostra"],
    ),
    ("Paulo Drena desapareció el 3 de marzo.", &["missing Paulo Drena | date=2026-03-03"]),
    ("La familia de Simón Mirabal no sabe dónde está.", &["missing Simón Mirabal"]),
    ("El Gobierno anunció que Lidia Ocampo será liberada.", &["announced Lidia Ocampo | says=Gobierno"]),
    (
        "Marta Ilvera será excarcelada el miércoles, según el ministerio.",
        &["announced Marta Ilvera | date=2026-03-18 says=ministerio"],
    ),
    ("Amina Dosal fue liberada el sábado.", &["released Amina Dosal | date=2026-03-14"]),
    ("Excarcelaron a Clara Menares el viernes.", &["released Clara Menares | date=2026-03-13"]),
    (
        "Tomás Verrel salió de la cárcel de Quelín el domingo.",
        &["released Tomás Verrel | date=2026-03-15 place=cárcel de Quelín"],
    ),
    ("El presidente indultó a Simón Mirabal.", &["released Simón Mirabal | by=presidente terms=pardon"]),
    ("A Lidia Ocampo le concedieron arresto domiciliario.", &["released Lidia Ocampo | terms=house-arrest"]),
    ("Paulo Drena fue detenido nuevamente dos semanas después.", &["rearrested Paulo Drena"]),
    ("Amina Dosal no ha sido liberada.", &["released Amina Dosal | denies"]),
    ("El ministerio negó que Tomás Verrel hubiera sido detenido.", &["detained Tomás Verrel | says=ministerio denies"]),
    ("Marta Ilvera habría sido detenida en la frontera.", &["detained Marta Ilvera | place=frontera hedged"]),
    ("Los manifestantes exigieron la liberación de Paulo Drena.", &[]),
    ("Marta Ilvera liberó su segundo disco el viernes.", &[]),
    ("Clara Menares no fue detenida.", &["detained Clara Menares | denies"]),
    ("La novela de Lidia Ocampo capturó el ánimo del país.", &[]),
    ("Tomás Verrel ganó la libertad de elegir su horario.", &[]),
    ("Amina Dosal se detuvo frente a la iglesia.", &[]),
    ("Clara Menares murió en su casa a los 90 años.", &[]),
    ("¿Fue detenido Tomás Verrel?", &[]),
    (
        "Tomás Verrel y Lidia Ocampo fueron liberados el sábado.",
        &["released Lidia Ocampo | date=2026-03-14", "released Tomás Verrel | date=2026-03-14"],
    ),
    (
        "Dos enfermeras, Amina Dosal y Marta Ilvera, fueron detenidas el jueves.",
        &["detained Amina Dosal | date=2026-03-12", "detained Marta Ilvera | date=2026-03-12"],
    ),
    ("Simón Mirabal recuperó la libertad el viernes.", &["released Simón Mirabal | date=2026-03-13"]),
    ("Simón Mirabal salió de la reunión el martes.", &[]),
    ("Rosa Drena fue declarada culpable de incitación.", &["convicted Rosa Drena | for=incitación"]),
    ("Diego Lastra fue amnistiado el viernes.", &["released Diego Lastra | date=2026-03-13 terms=amnesty"]),
    ("Soltaron a Nora Quiles el domingo.", &["released Nora Quiles | date=2026-03-15"]),
    ("Ayer se detuvo a Diego Lastra en Lagunera.", &["detained Diego Lastra | date=2026-03-15 place=Lagunera"]),
    (
        "Paulo Drena fue trasladado a la cárcel de Ostra el sábado.",
        &["transferred Paulo Drena | date=2026-03-14 place=cárcel de Ostra"],
    ),
    ("La jueza ordenó la liberación de Clara Menares.", &["announced Clara Menares"]),
    ("El juicio de Marta Ilvera comienza el martes.", &[]),
    ("Tomás Verrel perdió el tren a Lagunera.", &[]),
    ("Nora Quiles fue desterrada a Varania el viernes.", &["released Nora Quiles | date=2026-03-13 terms=exile"]),
    ("Inés Lugo fue encarcelada en 2022.", &["held Inés Lugo | date=2022"]),
    ("Clara Menares está desaparecida.", &["missing Clara Menares"]),
    ("La policía secuestró a Inés Lugo en Puerto Anselmo.", &["detained Inés Lugo | place=Puerto Anselmo by=policía"]),
    ("Clara Menares murió en una celda.", &["died Clara Menares | place=celda"]),
    ("Simón Mirabal, encarcelado desde 2023, inició una huelga de hambre.", &["held Simón Mirabal | date=2023"]),
    ("Ivo Drena fue canjeado el domingo por dos espías.", &["released Ivo Drena | date=2026-03-15 terms=exchange"]),
];

#[test]
fn english() {
    check(Language::English, Kind::Status, ENGLISH);
}

#[test]
fn spanish() {
    check(Language::Spanish, Kind::Status, SPANISH);
}
