//! Lines that are noise and lines that only look like it, each at the place where newsrooms put them.

use constancia_model::{KeptText, NoiseKind};

use super::places::Place;
use super::{Known, find};
use crate::lines;
use NoiseKind::*;
use Place::*;

const ENGLISH: &str = "Four teachers left the Orrin Street prison on Friday evening, their union said, after eleven months without a trial.";
const SPANISH: &str = "Cuatro maestras salieron el viernes del penal de Monte Alto, informó su sindicato, tras once meses sin juicio alguno.";

/// What becomes of `line` at that place of a text whose other lines are a headline and prose.
fn verdict(place: Place, line: &str) -> Option<NoiseKind> {
    let (lines, index) = match place {
        Header => (["Four teachers walk free", line, "", ENGLISH, SPANISH], 1),
        Body => ([ENGLISH, "", line, "", SPANISH], 2),
        Footer => ([ENGLISH, "", SPANISH, "", line], 4),
    };
    let document = lines::split(KeptText::verbatim(&lines.join("\n")));
    let verdicts = find(&document, &Known::default());
    let others = verdicts.iter().enumerate().filter(|(other, _)| *other != index);
    assert!(others.clone().all(|(_, verdict)| verdict.is_none()), "beside {line:?}: {verdicts:?}");
    verdicts[index]
}

fn check(cases: &[(Place, &str, Option<NoiseKind>)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|&(place, line, expected)| (place, line, expected, verdict(place, line)))
        .filter(|(_, _, expected, found)| expected != found)
        .map(|(place, line, expected, found)| format!("{place:?} {line:?}: expected {expected:?}, found {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn english_noise() {
    check(&[
        (Body, "ADVERTISEMENT", Some(Advertisement)),
        (Body, "[Advertisement]", Some(Advertisement)),
        (Body, "Story continues below advertisement", Some(Advertisement)),
        (Header, "By Oona Petrakis", Some(Byline)),
        (Header, "By Oona Petrakis and Lucius de Waal", Some(Byline)),
        (Header, "By OONA PETRAKIS, Staff Writer", Some(Byline)),
        (Header, "By Oona Petrakis | Updated 3 May 2025, 4:10 pm", Some(Byline)),
        (Header, "By Newsroom Staff · May 3, 2025", Some(Byline)),
        (Footer, "Reporting by Oona Petrakis; editing by Lucius de Waal", Some(Byline)),
        (Footer, "Additional reporting by Imre Sandoval in Orrin", Some(Byline)),
        (Header, "6 min read", Some(ReadingTime)),
        (Header, "Reading time: 4 minutes", Some(ReadingTime)),
        (Header, "Monday 5 May 2025, 07:45 | Newsroom", Some(Masthead)),
        (Header, "• May 5", Some(Masthead)),
        (Header, "Home > World > Prisons", Some(Navigation)),
        (Header, "News | Sport | Weather | Opinion", Some(Navigation)),
        (Header, "News  Sport  Weather  Contact", Some(Navigation)),
        (Body, "Photo: the gate of the prison last spring (archive)", Some(PhotoCredit)),
        (Body, "Imre Sandoval / Getty Images", Some(PhotoCredit)),
        (Footer, "Screenshot", Some(PhotoCredit)),
        (Body, "Image caption, The gate of the prison at dawn", Some(PhotoCredit)),
        (Body, "READ: Five things to know about the amnesty", Some(RelatedLinks)),
        (Header, "Updated 2 hours ago", Some(Masthead)),
        (Footer, "Related: How the amnesty works | The judges who said no", Some(RelatedLinks)),
        (Body, "Read more: What we know about the Orrin Street prison", Some(RelatedLinks)),
        (Footer, "Most read", Some(RelatedLinks)),
        (Footer, "Share on Facebook", Some(Sharing)),
        (Footer, "3.1K Reposts · 88 Quotes · 9,002 Likes", Some(Sharing)),
        (Header, "Share: Facebook X WhatsApp Email", Some(Sharing)),
        (Footer, "Follow us on Telegram and WhatsApp", Some(Sharing)),
        (Footer, "17 comments", Some(Comments)),
        (Footer, "Comments (4)", Some(Comments)),
        (Footer, "Leave a comment", Some(Comments)),
        (Footer, "Did you find this article helpful? Yes / No", Some(Comments)),
        (Footer, "© 2025 The Orrin Courier. All rights reserved.", Some(Legal)),
        (
            Footer,
            "We use cookies to improve your experience on our site and to show you personalised advertising. Accept all",
            Some(Legal),
        ),
        (Footer, "Sign up for our weekly newsletter", Some(Subscription)),
        (Footer, "Support our reporting: become a member today", Some(Subscription)),
        (Footer, "Tags: prisons, teachers, Orrin", Some(Tags)),
        (Footer, "#FreeTheTeachers #Orrin", Some(Tags)),
        (Header, "Orrin Watch @orrinwatch · 3h", Some(Masthead)),
        (Footer, "Show 12 more replies", Some(Navigation)),
    ]);
}

#[test]
fn english_machine_residue() {
    check(&[
        (Header, "This article was translated automatically.", Some(MachineNotice)),
        (Header, "Machine translation", Some(MachineNotice)),
        (Header, "This is a rush transcript and may be updated.", Some(MachineNotice)),
        (
            Footer,
            "If you want, I can also cut this down to a 150-word brief or write three headlines for it.",
            Some(AssistantResidue),
        ),
        (Footer, "If you'd like, I can adapt the tone for social media.", Some(AssistantResidue)),
        (
            Footer,
            "Would you like me to add a timeline of the arrests or translate the piece into French as well?",
            Some(AssistantResidue),
        ),
        (Header, "Here is the rewritten article:", Some(AssistantResidue)),
        (Header, "Sure! Here's a condensed version of the story:", Some(AssistantResidue)),
        (Footer, "Let me know if you want a shorter version.", Some(AssistantResidue)),
        (Header, "As an AI language model, I cannot verify the numbers below.", Some(AssistantResidue)),
    ]);
}

#[test]
fn spanish_noise() {
    check(&[
        (Body, "Publicidad", Some(Advertisement)),
        (Body, "La nota continúa después de la publicidad", Some(Advertisement)),
        (Header, "Por Benigna Arrieta", Some(Byline)),
        (Header, "Por Benigna Arrieta y Fabricio de la Hoz", Some(Byline)),
        (Header, "Por Redacción El Faro de Monte Alto · 5 de mayo de 2025", Some(Byline)),
        (Header, "Texto: Benigna Arrieta", Some(Byline)),
        (Header, "Por Benigna Arrieta | Fotos: Fabricio de la Hoz", Some(Byline)),
        (Header, "Lectura de 5 minutos", Some(ReadingTime)),
        (Header, "Tiempo de lectura: 3 min", Some(ReadingTime)),
        (Header, "Monte Alto, lunes 5 de mayo de 2025 | Redacción", Some(Masthead)),
        (Header, "Inicio > Sucesos > Penales", Some(Navigation)),
        (Header, "Portada | Política | Sucesos | Opinión", Some(Navigation)),
        (Header, "Radio Cumbre 101.3 FM", Some(Masthead)),
        (Body, "Foto: Fabricio de la Hoz/EFE", Some(PhotoCredit)),
        (Body, "Imagen de archivo", Some(PhotoCredit)),
        (Body, "Pie de foto, La puerta del penal al amanecer", Some(PhotoCredit)),
        (Header, "Redacción / EFE", Some(Byline)),
        (Footer, "Si encuentras un error, escríbenos", Some(Comments)),
        (Footer, "Lee también: Suben los pasajes | Cierran el puente", Some(RelatedLinks)),
        (Body, "Te puede interesar: Quién es el nuevo alcaide de Monte Alto", Some(RelatedLinks)),
        (Footer, "Noticias relacionadas", Some(RelatedLinks)),
        (Footer, "Compartir en Facebook", Some(Sharing)),
        (Footer, "1.204 reposts · 77 citas · 3.410 me gusta", Some(Sharing)),
        (Footer, "Síguenos en Instagram y Telegram", Some(Sharing)),
        (Footer, "Deja un comentario", Some(Comments)),
        (Footer, "Comentarios (8)", Some(Comments)),
        (Footer, "¿Te resultó útil este artículo? Sí / No", Some(Comments)),
        (Footer, "Todos los derechos reservados. El Faro de Monte Alto, 2025.", Some(Legal)),
        (
            Footer,
            "Este sitio utiliza cookies para mejorar la experiencia de navegación y ofrecer contenidos de interés.",
            Some(Legal),
        ),
        (Footer, "Suscríbete a nuestro boletín", Some(Subscription)),
        (Footer, "Recibe las noticias de Monte Alto en tu correo", Some(Subscription)),
        (Footer, "Etiquetas: cárceles, maestras, Monte Alto", Some(Tags)),
        (Header, "Faro Alto @faroalto · 5 may. 2025", Some(Masthead)),
        (Footer, "Mostrar más respuestas", Some(Navigation)),
        (Footer, "Fin del hilo. Gracias por leer.", Some(Navigation)),
    ]);
}

#[test]
fn spanish_machine_residue() {
    check(&[
        (Footer, "Nota generada con ayuda de inteligencia artificial", Some(MachineNotice)),
        (Header, "Texto traducido automáticamente del inglés", Some(MachineNotice)),
        (Header, "Transcripción generada por inteligencia artificial; puede contener errores.", Some(MachineNotice)),
        (
            Footer,
            "Si quieres, también puedo hacer una versión de 200 palabras o proponer titulares más neutrales.",
            Some(AssistantResidue),
        ),
        (Footer, "¿Quieres que prepare una versión más corta para redes?", Some(AssistantResidue)),
        (Header, "Aquí tienes el artículo reescrito:", Some(AssistantResidue)),
        (Header, "¡Claro! Aquí tienes una versión más breve de la nota:", Some(AssistantResidue)),
        (Footer, "Espero que te sirva. Avísame si quieres cambios.", Some(AssistantResidue)),
        (Header, "Como modelo de lenguaje, no puedo verificar estas cifras.", Some(AssistantResidue)),
    ]);
}

#[test]
fn lines_that_are_the_report() {
    let cases = [
        (Header, "Teachers' Circle bulletin no. 12 · 5 May 2025"),
        (Header, "Last updated 5 May 2025, 21:40 (Orrin time)"),
        (Header, "Tuesday 6 May 2025"),
        (Header, "Monte Alto, martes 6 de mayo de 2025"),
        (Header, "Back to prison after nine days"),
        (Header, "Next steps for the families"),
        (Header, "Volver a casa"),
        (Header, "Sigue en prisión el maestro Eladio Quirós"),
        (Header, "Recibe libertad condicional la maestra Ercilia Bonet"),
        (Header, "Apoya el Parlamento la amnistía"),
        (Header, "EN VIVO | Salen las maestras de Monte Alto"),
        (Header, "COMUNICADO"),
        (Body, "Who is still inside?"),
        (Body, "WOMEN'S PRISON NO. 4, ORRIN"),
        (Body, "21:40 — First name confirmed"),
        (Body, "20:15 | Habla la hermana"),
        (Body, "• Tomas Ekberg, 52, engineer. Detained in March; no charge."),
        (Body, "- Ercilia Bonet, 44 años, maestra. Sigue en Monte Alto."),
        (Body, "Ercilia Bonet | 44 años | Monte Alto"),
        (Body, "3. Exigimos la libertad de las cuatro maestras."),
        (Body, "EKBERG: They took my shoes first."),
        (Body, "—Yo no firmé nada —dijo la maestra."),
        (Body, "\"Share the names,\" she said. \"Share every name.\""),
        (Body, "Photographs of the four hung on the gate."),
        (Body, "By Tuesday night nobody had come out."),
        (Body, "Por la noche no había salido nadie."),
        (Body, "Comments by the minister angered the families."),
        (Body, "Like his brother, he was never charged."),
        (Body, "If you want, you can wait here, the guard told her, and she waited until the morning of the next day."),
        (Body, "«Si quieres, puedes esperar», le dijo el guardia."),
        (Body, "Would you like to sit down? the judge asked him."),
        (Body, "¿Quieres saber dónde está?, le preguntaron."),
        (Body, "Free the teachers now"),
        (Footer, "The hearing is on 12 May."),
        (Footer, "La audiencia es el 12 de mayo."),
        (Footer, "Valencia, 15 de marzo de 2026"),
        (Footer, "— End of statement —"),
        (Footer, "¡Libertad para las maestras!"),
        (
            Footer,
            "Written statement of the Teachers' Circle, signed by its four founders, who ask not to be named in the press",
        ),
    ];
    check(&cases.map(|(place, line)| (place, line, None)));
}

#[test]
fn banners_and_repeated_headlines() {
    let text = format!(
        "EL FARO DE MONTE ALTO\nSalen las maestras\n\n{SPANISH}\n\nSalen las maestras de Monte Alto\n{SPANISH}\nSalen las maestras\n© El Faro de Monte Alto. Se permite la reproducción."
    );
    let document = lines::split(KeptText::verbatim(&text));
    let found = find(&document, &Known::default());
    assert_eq!(found, [Some(Masthead), None, None, None, None, None, None, Some(RepeatedLine), Some(Legal)]);
    let document =
        lines::split(KeptText::verbatim(&format!("EL HERALDO DE MONTE ALTO\nSalen las maestras\n{SPANISH}")));
    assert_eq!(find(&document, &Known::default()), [Some(Masthead), None, None]);
    let known = Known { outlet: Some("Orrin Courier".to_owned()) };
    let document =
        lines::split(KeptText::verbatim(&format!("Orrin Courier\nTeachers walk free\n\n{ENGLISH}\nOrrin Courier")));
    assert_eq!(find(&document, &known), [Some(Masthead), None, None, None, Some(RepeatedLine)]);
}

#[test]
fn a_text_of_nothing_but_noise_is_left_alone() {
    let document = lines::split(KeptText::verbatim("Advertisement\n\nPublicidad"));
    assert_eq!(find(&document, &Known::default()), [None, None, None]);
}

const LISTED: [&str; 2] = [include_str!("cases/en.txt"), include_str!("cases/es.txt")];

/// The lines of a list of cases, each with its place and the name of its kind, or "keep".
fn listed(source: &str) -> Vec<(Place, &str, &str)> {
    let (mut place, mut kind, mut cases) = (Body, "keep", Vec::new());
    for line in source.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        let head = line.strip_prefix('[').and_then(|head| head.strip_suffix(']')).and_then(|head| head.split_once(' '));
        match head {
            Some((name @ ("header" | "body" | "footer"), named)) => {
                place = if name == "header" { Header } else { [Body, Footer][usize::from(name == "footer")] };
                kind = named;
            }
            _ => cases.push((place, kind, line)),
        }
    }
    cases
}

/// Whether the kind found is the one meant. Kinds of furniture run into each other; credits and an assistant's words
/// are used later and must be told apart.
fn is_meant(kind: &str, found: Option<NoiseKind>) -> bool {
    let told_apart = [("byline", Byline), ("assistant-residue", AssistantResidue), ("machine-notice", MachineNotice)];
    match found {
        None => kind == "keep",
        Some(found) => {
            let needed = told_apart.iter().find(|(name, _)| *name == kind).map(|(_, kind)| *kind);
            let apart = told_apart.iter().skip(1).any(|(_, kind)| *kind == found);
            kind != "keep" && needed.map_or(!apart, |needed| needed == found)
        }
    }
}

#[test]
fn listed_lines_of_many_sites() {
    let cases: Vec<_> = LISTED.into_iter().flat_map(listed).collect();
    let found = cases.iter().map(|&(place, kind, line)| (place, kind, line, verdict(place, line)));
    let wrong: Vec<String> = found
        .filter(|(_, kind, _, found)| !is_meant(kind, *found))
        .map(|(place, kind, line, found)| format!("{place:?} {line:?}: expected {kind}, found {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
