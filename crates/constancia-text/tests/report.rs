//! Bytes in, report out: pages, Markdown, bad input, metadata, and spans that always lead back to the raw bytes.

use constancia_model::{CaptureMethod, DateBasis, DiagnosticKind, NoiseKind, Report, Span};
use constancia_text::{Capture, Stated, TextError, TextErrorKind, report};
use proptest::prelude::*;

fn capture<'a>(name: &'a str, bytes: &'a [u8]) -> Capture<'a> {
    Capture { name, bytes, method: CaptureMethod::File, sidecar: None, stated: Stated::default() }
}

fn read(name: &str, text: &str) -> Report {
    report(&capture(name, text.as_bytes())).unwrap()
}

fn refused(name: &str, bytes: &[u8]) -> TextError {
    report(&capture(name, bytes)).unwrap_err()
}

fn dropped(report: &Report) -> Vec<(NoiseKind, usize, &str)> {
    let noise = |kind: &DiagnosticKind| match kind {
        DiagnosticKind::NoiseDropped { noise } => Some(*noise),
        _ => None,
    };
    let lines = report.diagnostics.iter().filter_map(|note| Some((noise(&note.kind)?, note.line?, note.text.as_str())));
    lines.collect()
}

/// Every word of the kept text stands in the raw bytes where the map says.
fn leads_back(report: &Report, raw: &str) -> bool {
    let kept = &report.kept;
    let words = kept.text.split_whitespace().map(|word| {
        let start = word.as_ptr() as usize - kept.text.as_ptr() as usize;
        (word, Span::new(start, start + word.len()))
    });
    words.into_iter().all(|(word, span)| kept.map.to_raw(span).and_then(|place| place.of(raw)) == Some(word))
}

const PAGE: &str = r#"<!DOCTYPE html>
<html lang="es"><head><meta charset="utf-8"><title>Salen cuatro maestras | El Faro de Monte Alto</title>
<meta property="og:site_name" content="El Faro de Monte Alto">
<link rel="canonical" href="https://faro.example/maestras">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle",
 "headline": "Salen cuatro maestras", "datePublished": "2025-05-05T21:10:00-04:00", "author": {"name": "Benigna Arrieta"}}]}</script>
<style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Inicio</a></li><li><a href="/sucesos">Sucesos</a></li></ul></nav>
<article><h1>Salen cuatro maestras</h1>
<p>Por Benigna Arrieta</p>
<p>Cuatro maestras salieron el viernes del penal de
   Monte&nbsp;Alto, inform&oacute; su sindicato, tras once meses sin juicio. &laquo;No firmamos nada&raquo;, dijo
   <b>Ercilia</b> Bonet a la salida, junto a su hermana y sus dos hijos, que la esperaban desde la madrugada.</p>
<figure><img src="a.jpg"><figcaption>La puerta del penal, el viernes por la noche</figcaption></figure>
<p>El ministerio no ha publicado ninguna lista y niega que haya presos por razones políticas en la provincia, mientras
   el sindicato cuenta todavía a diecinueve docentes en las celdas del segundo piso, dos de ellas enfermas.</p>
<p>Primera línea de la carta<br>segunda línea de la carta que leyeron juntas las cuatro ante la puerta del penal.</p>
<p>Lee también: Suben los pasajes | Cierran el puente</p>
</article>
<aside><p>Lo más leído de la semana en Monte Alto y sus alrededores</p></aside>
<footer><p>© 2025 El Faro de Monte Alto</p></footer><script>var x = "<p>no</p>";</script></body></html>"#;

#[test]
fn a_page_gives_its_article_and_its_metadata() {
    let report = read("maestras.html", PAGE);
    let lines: Vec<&str> = report.kept.text.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines.len(), 5, "{lines:#?}");
    assert_eq!(lines[0], "Salen cuatro maestras");
    assert!(lines[1].starts_with("Cuatro maestras salieron el viernes del penal de Monte Alto, informó su sindicato"));
    assert!(lines[1].contains("«No firmamos nada», dijo Ercilia Bonet a la salida"));
    assert_eq!(lines[3], "Primera línea de la carta");
    assert_eq!(report.title.as_deref(), Some("Salen cuatro maestras"));
    assert_eq!(report.outlet.as_deref(), Some("El Faro de Monte Alto"));
    assert_eq!(report.byline.as_deref(), Some("Benigna Arrieta"));
    assert_eq!(report.url.as_deref(), Some("https://faro.example/maestras"));
    assert_eq!(report.published.unwrap().to_string(), "2025-05-05");
    assert_eq!(report.published_basis, Some(DateBasis::PageMetadata));
    let dropped = dropped(&report);
    assert!(
        dropped.contains(&(NoiseKind::PageFurniture, 14, "La puerta del penal, el viernes por la noche")),
        "{dropped:?}"
    );
    assert!(dropped.iter().any(|(noise, line, _)| (*noise, *line) == (NoiseKind::Byline, 10)), "{dropped:?}");
    assert!(dropped.iter().any(|(noise, ..)| *noise == NoiseKind::RelatedLinks), "{dropped:?}");
}

#[test]
fn words_of_a_page_point_at_its_bytes() {
    let report = read("maestras.html", PAGE);
    for (words, raw) in
        [("Monte Alto, informó", "Monte&nbsp;Alto, inform&oacute;"), ("Ercilia Bonet", "Ercilia</b> Bonet")]
    {
        let start = report.kept.text.find(words).unwrap();
        let place = report.kept.map.to_raw(Span::new(start, start + words.len())).unwrap();
        assert_eq!(place.of(PAGE), Some(raw));
    }
}

#[test]
fn a_page_without_an_article_keeps_what_is_visible() {
    let report = read("a.html", "<html><body><div>Salió Ercilia Bonet.</div></body></html>");
    assert_eq!(report.kept.text, "Salió Ercilia Bonet.");
    assert!(report.diagnostics.iter().any(|note| note.kind == DiagnosticKind::NoArticle));
}

#[test]
fn what_is_no_report_is_refused_with_its_kind() {
    for (name, bytes, kind) in [
        ("a.txt", &b""[..], TextErrorKind::Empty),
        ("a.txt", b" \n\t\r\n ", TextErrorKind::Empty),
        ("a.html", b"<html><head><title>Nothing</title></head></html>", TextErrorKind::PageWithoutBody),
        ("a.html", b"<html><body><script>var a = 1;</script></body></html>", TextErrorKind::PageWithoutBody),
        ("a.txt", b"%PDF-1.7\n1 0 obj", TextErrorKind::Binary),
        ("a.md", b"\x89PNG\r\n\x1a\n\0\0\0", TextErrorKind::Binary),
        ("a.txt", b"a\0b\0\0c\x01\x02 words", TextErrorKind::Binary),
    ] {
        assert_eq!(refused(name, bytes).kind(), kind, "{name}");
    }
    assert_eq!(refused("a", b"%PDF-1.4").format(), Some("PDF"));
}

#[test]
fn stated_counts_for_more_than_sidecar_and_sidecar_for_more_than_page() {
    let sidecar = br#"{"published": "2025-05-04", "outlet": "Sidecar Post", "title": "From the sidecar"}"#;
    let beside = Capture { sidecar: Some(sidecar), ..capture("maestras.html", PAGE.as_bytes()) };
    let report_beside = report(&beside).unwrap();
    assert_eq!(report_beside.published_basis, Some(DateBasis::Sidecar));
    assert_eq!(report_beside.title.as_deref(), Some("From the sidecar"));
    let stated = Stated { published: "2025-05-03".parse().ok(), outlet: Some("Stated Post".into()), url: None };
    let said = report(&Capture { stated, ..beside }).unwrap();
    assert_eq!(
        (said.published.unwrap().to_string().as_str(), said.published_basis),
        ("2025-05-03", Some(DateBasis::Stated))
    );
    assert_eq!(said.outlet.as_deref(), Some("Stated Post"));
    assert_eq!(said.url.as_deref(), Some("https://faro.example/maestras"));
}

#[test]
fn a_malformed_sidecar_is_said_and_the_report_is_read() {
    let text = "Salen cuatro maestras\n\nCuatro maestras salieron el viernes del penal.";
    let report = report(&Capture { sidecar: Some(b"{oops"), ..capture("a.txt", text.as_bytes()) }).unwrap();
    assert_eq!(report.kept.text, text);
    let ignored = DiagnosticKind::SidecarIgnored { reason: "not-json".to_owned() };
    assert!(report.diagnostics.iter().any(|note| note.kind == ignored));
}

#[test]
fn title_byline_and_outlet_from_the_lines() {
    let text = "Teachers walk free\nBy Oona Petrakis | Photographs by Imre Sandoval\n\nORRIN, May 5 (Northern Wire) — Four teachers left \
                the Orrin Street prison on Friday evening, their union said.\n\n© 2025 The Orrin Courier. All rights reserved.";
    let report = read("a.txt", text);
    assert_eq!(report.title.as_deref(), Some("Teachers walk free"));
    assert_eq!(report.byline.as_deref(), Some("Oona Petrakis"));
    assert_eq!(report.outlet.as_deref(), Some("The Orrin Courier"));
    assert_eq!(dropped(&report).iter().map(|(_, line, _)| *line).collect::<Vec<_>>(), [2, 6]);
    let agency = read("a.txt", "Salen maestras\n\nMONTE ALTO, 5 may (Agencia Cumbre) – Cuatro maestras salieron.");
    assert_eq!(agency.byline.as_deref(), Some("Agencia Cumbre"));
}

#[test]
fn an_assistants_leftover_is_a_warning_about_the_report() {
    let text = "Four teachers left the Orrin Street prison on Friday evening, their union said.\n\nIf you want, I can also make this shorter.";
    let report = read("a.txt", text);
    assert!(report.diagnostics.iter().any(|note| note.kind == DiagnosticKind::MachineWritten));
    assert!(!report.kept.text.contains("shorter"));
}

#[test]
fn fifty_megabytes_on_one_line_are_read() {
    let text = "cuatro maestras salieron ".repeat(2_000_000);
    let report = read("a.txt", &text);
    assert!(
        report
            .diagnostics
            .iter()
            .any(|note| matches!(note.kind, DiagnosticKind::LineTooLong { bytes } if bytes == text.len()))
    );
    assert_eq!(report.kept.text.len(), text.trim_end().len());
    assert!(report.kept.text.lines().all(|line| line.len() <= 64 * 1024));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_a_report_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for name in ["a.txt", "a.md", "a.html"] {
            if let Ok(report) = report(&capture(name, &bytes)) {
                let length = report.kept.text.len();
                let all = report.kept.map.to_raw(Span::new(0, length));
                prop_assert!(all.is_none_or(|place| place.end <= bytes.len()));
            }
        }
    }

    #[test]
    fn words_of_any_text_lead_back(text in "(\\PC{0,40}(\n|\r\n|\t| )){0,8}") {
        if let Ok(report) = report(&capture("a.txt", text.as_bytes())) {
            prop_assert!(leads_back(&report, &text), "{:?}", report.kept);
        }
    }

    #[test]
    fn words_of_any_page_lead_back(words in proptest::collection::vec("[a-zA-Zñáéü«»,.]{1,9}", 1..60), tags in proptest::collection::vec(0usize..8, 60)) {
        const TAGS: [&str; 8] = [" ", "</p><p>", "<br>", "\r\n", " <b> ", " </b> ", "</div><div>", " <a href='#'> "];
        let body: String = words.iter().zip(tags).map(|(word, tag)| format!("{word}{}", TAGS[tag])).collect();
        let page = format!("<html><body><p>{body}</body></html>");
        let report = report(&capture("a.html", page.as_bytes()));
        prop_assume!(!matches!(&report, Err(error) if error.kind() == TextErrorKind::PageWithoutBody));
        let report = report.unwrap();
        prop_assert!(leads_back(&report, &page), "{:?}", report.kept);
    }

    #[test]
    fn any_markup_is_survived(page in "(<(p|div|/p|/div|li|nav|/nav|a|b|h1|script|/script|!--)( [a-z]+=\"?[a-z]*)?>?|[a-zé&;#0-9 \n]{1,6}|\\PC){0,40}") {
        for name in ["a.html", "a.md"] {
            let _ = report(&capture(name, page.as_bytes()));
        }
    }

    #[test]
    fn cleaning_what_was_cleaned_changes_nothing(choice in proptest::collection::vec(0usize..6, 1..12)) {
        const LINES: [&str; 6] = [
            "Advertisement", "", "Four teachers left the Orrin Street prison on Friday evening, their union said on Saturday.",
            "Compartir en Facebook", "Who is still inside?", "Tags: prison, teachers",
        ];
        let text = choice.iter().map(|&line| LINES[line]).collect::<Vec<_>>().join("\n");
        if let Ok(once) = report(&capture("a.txt", text.as_bytes())) {
            let twice = read("a.txt", &once.kept.text);
            prop_assert_eq!(twice.kept.text, once.kept.text);
        }
    }
}
