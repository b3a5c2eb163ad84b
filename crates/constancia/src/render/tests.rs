//! What a user sees of a made-up brief, in both languages and every format, kept as snapshots.

use constancia_register::Rules;
use constancia_register::brief::{Brief, Contradiction, ContradictionAbout};

use crate::catalogue::{Catalogue, Tongue};
use crate::export;
use crate::render::view::Known;
use crate::render::{html, markdown, text, view, words};

const BOTH: [Tongue; 2] = [Tongue::English, Tongue::Spanish];

fn brief() -> Brief {
    serde_json::from_str(include_str!("../../tests/data/brief.json")).unwrap()
}

#[test]
fn the_brief_as_text() {
    for tongue in BOTH {
        let catalogue = Catalogue::new(tongue);
        for width in [100, 40] {
            let shown = text::page(&view::brief(&brief(), false, &catalogue), width, false, &catalogue);
            assert!(shown.lines().all(|line| line.chars().count() <= usize::from(width)), "{width}: {shown}");
            insta::assert_snapshot!(format!("text-{}-{width}", tongue.code()), shown);
        }
    }
}

#[test]
fn the_brief_as_markdown_and_as_a_page() {
    for tongue in BOTH {
        let (catalogue, brief) = (Catalogue::new(tongue), brief());
        let page = view::brief(&brief, true, &catalogue);
        insta::assert_snapshot!(format!("markdown-{}", tongue.code()), markdown::page(&page, &catalogue));
        let shown = html::document(&[page], &brief.reports, &catalogue).replace("<tr", "\n<tr").replace("<li", "\n<li");
        let body = shown.split("</style>").nth(1).unwrap();
        insta::assert_snapshot!(format!("html-{}", tongue.code()), body);
    }
}

#[test]
fn a_person_with_the_words() {
    for tongue in BOTH {
        let (catalogue, brief) = (Catalogue::new(tongue), brief());
        let (person, rules) = (&brief.persons[0], Rules::default());
        let of_her = |one: &Contradiction| one.person_id.as_ref() == Some(&person.id);
        let contradictions: Vec<Contradiction> =
            brief.contradictions.iter().filter(|one| of_her(one)).cloned().collect();
        let known = Known { person, contradictions: &contradictions, rules: &rules, as_of: None };
        let shown = text::page(&view::person(&known, &catalogue), 100, true, &catalogue);
        insta::assert_snapshot!(format!("person-{}", tongue.code()), shown);
    }
}

#[test]
fn the_page_needs_nothing_else_and_every_link_leads_somewhere() {
    let (catalogue, brief) = (Catalogue::new(Tongue::English), brief());
    let page = html::document(&[view::brief(&brief, true, &catalogue)], &brief.reports, &catalogue);
    for outside in ["<script", "http:", "https:", "src=", "url(", "@import"] {
        assert!(!page.contains(outside), "{outside}");
    }
    let values = |name: &str| -> Vec<String> {
        let mark = format!(" {name}=\"");
        page.split(&mark).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let places = values("id");
    let unique: std::collections::BTreeSet<_> = places.iter().collect();
    assert_eq!(unique.len(), places.len(), "a place is named twice");
    let links = values("href");
    assert!(links.len() > 50);
    for link in links {
        assert!(unique.contains(&link.trim_start_matches('#').to_owned()), "{link} leads nowhere");
    }
    assert!(page.contains("<mark>Ana Ruiz left the Las Lomas prison on Thursday</mark>"));
}

#[test]
fn persons_open_cleanly_in_a_spreadsheet() {
    let mut brief = brief();
    brief.persons[1].name = "=HYPERLINK(\"x\")".to_owned();
    let table = String::from_utf8(export::persons(&brief.persons).unwrap()).unwrap();
    insta::assert_snapshot!(table.strip_prefix('\u{feff}').unwrap().replace("\r\n", "␍\n"));
}

#[test]
fn numbers_of_sides_are_said_in_the_users_language() {
    let catalogue = Catalogue::new(Tongue::Spanish);
    for (value, said) in [
        ("863", "863"),
        ("800–900", "800–900"),
        ("at least 45+", "al menos 45"),
        ("more than 60", "más de 60"),
        ("60+", "60 o más"),
        ("neither", "neither"),
    ] {
        assert_eq!(words::side(ContradictionAbout::Count, value, &catalogue), said);
    }
}
