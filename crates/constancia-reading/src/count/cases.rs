//! What counts are read from single sentences, in both languages.

use constancia_model::Language;

use crate::testing::{Case, Kind, check};

const ENGLISH: &[Case] = &[
    ("Sixteen miners were arrested.", &["count detained 16..16 miners"]),
    (
        "The Interior Ministry said 58 people had been released.",
        &["count released 58..58 people | says=Interior Ministry"],
    ),
    (
        "At least 40 journalists are in prison in Varnia.",
        &["count held 40.. journalists | bound=at least place=prison in Varnia"],
    ),
    (
        "Police arrested more than 200 protesters on Saturday.",
        &["count detained 200.. protesters | bound=more than date=2026-03-14"],
    ),
    (
        "Some 863 political prisoners remain behind bars, according to the Committee of Families.",
        &["count held 863..863 political prisoners | bound=about says=Committee of Families"],
    ),
    ("Twelve students were freed on Friday.", &["count released 12..12 students | date=2026-03-13"]),
    ("Five Spanish nationals were released on Thursday.", &["count released 5..5 Spanish nationals | date=2026-03-12"]),
    (
        "Up to 90 prisoners will be released this week, the government announced.",
        &["count announced 90..90 prisoners | bound=up to date=2026-03-16/2026-03-22 says=government"],
    ),
    ("Three detainees died in custody.", &["count died 3..3 detainees"]),
    ("Two nurses were sentenced to six years in prison.", &["count convicted 2..2 nurses"]),
    ("The ship released 400 barrels of oil.", &[]),
    ("The company freed up 30 million dollars.", &[]),
    ("The candidate won 1,200 votes in the capital.", &[]),
    ("An important number of prisoners will go free.", &[]),
    ("The bridge is 58 years old.", &[]),
    (
        "The Lawyers Forum had verified 56 releases by Sunday.",
        &["count released 56..56 releases | date=2026-03-15 says=Lawyers Forum"],
    ),
    (
        "Officials released 31 detainees on Sunday in Port Anselm.",
        &["count released 31..31 detainees | date=2026-03-15 place=Port Anselm"],
    ),
    ("More than 70 women are held in Kellin prison.", &["count held 70.. women | bound=more than place=Kellin prison"]),
    (
        "About 60 inmates were pardoned on Friday.",
        &["count released 60..60 inmates | bound=about date=2026-03-13 terms=pardon"],
    ),
    ("The bus carried 40 passengers to the coast.", &[]),
    ("The register lists 21 people who died in custody.", &["count died 21..21 people"]),
    ("Ten of the prisoners were released on bail.", &["count released 10..10 prisoners | terms=conditional"]),
];

const SPANISH: &[Case] = &[
    ("Quince mineros fueron liberados.", &["count released 15..15 mineros"]),
    (
        "El Ministerio del Interior dijo que 58 personas fueron liberadas.",
        &["count released 58..58 personas | says=Ministerio del Interior"],
    ),
    (
        "Al menos 40 periodistas están presos en Varania.",
        &["count held 40.. periodistas | bound=at least place=Varania"],
    ),
    (
        "La policía detuvo a más de 200 manifestantes el sábado.",
        &["count detained 200.. manifestantes | bound=more than date=2026-03-14"],
    ),
    (
        "Unos 863 presos políticos siguen tras las rejas, según el Comité de Familiares.",
        &["count held 863..863 presos políticos | bound=about says=Comité de Familiares"],
    ),
    ("Entre 800 y 900 personas están detenidas.", &["count held 800..900 personas"]),
    ("El sindicato contabilizó 17 maestros detenidos.", &["count held 17..17 maestros detenidos | says=sindicato"]),
    (
        "Cinco ciudadanos españoles fueron liberados el jueves.",
        &["count released 5..5 ciudadanos españoles | date=2026-03-12"],
    ),
    (
        "Hasta 90 presos serán liberados esta semana, anunció el Gobierno.",
        &["count announced 90..90 presos | bound=up to date=2026-03-16/2026-03-22 says=Gobierno"],
    ),
    ("Tres detenidos murieron bajo custodia.", &["count died 3..3 detenidos"]),
    ("Dos enfermeras fueron condenadas a seis años de prisión.", &["count convicted 2..2 enfermeras"]),
    ("El barco liberó 400 barriles de crudo.", &[]),
    ("La empresa liberó 30 millones de dólares.", &[]),
    ("El candidato ganó con 1.200 votos en la capital.", &[]),
    ("Un número importante de presos quedará en libertad.", &[]),
    ("El puente tiene 58 años.", &[]),
    (
        "El Foro de Abogados había verificado 56 excarcelaciones hasta el domingo.",
        &["count released 56..56 excarcelaciones | date=2026-03-15 says=Foro de Abogados"],
    ),
    (
        "Las autoridades liberaron a 31 detenidos el domingo en Puerto Anselmo.",
        &["count released 31..31 detenidos | date=2026-03-15 place=Puerto Anselmo"],
    ),
    (
        "Las fuerzas de seguridad detuvieron a 19 campesinos la semana pasada.",
        &["count detained 19..19 campesinos | date=2026-03-09/2026-03-15"],
    ),
    (
        "Unos 60 internos fueron indultados el viernes.",
        &["count released 60..60 internos | bound=about date=2026-03-13 terms=pardon"],
    ),
    ("Catorce activistas fueron acusados de sedición.", &["count charged 14..14 activistas"]),
    ("El autobús llevó a 40 pasajeros a la costa.", &[]),
    ("La policía arrestó a dos hombres en Lagunera.", &["count detained 2..2 hombres | place=Lagunera"]),
];

#[test]
fn english() {
    check(Language::English, Kind::Count, ENGLISH);
}

#[test]
fn spanish() {
    check(Language::Spanish, Kind::Count, SPANISH);
}
