//! What a user sees of a made-up brief, in both languages and every format, kept as snapshots.

use constancia_register::brief::Brief;

use crate::catalogue::{Catalogue, Tongue};
use crate::export;
use crate::render::{html, markdown, text, view};

const BOTH: [Tongue; 2] = [Tongue::English, Tongue::Spanish];

fn brief() -> Brief {
    serde_json::from_str(include_str!("../../tests/data/brief.json")).unwrap()
}

#[test]
fn the_brief_as_text() {
    for tongue in BOTH {
        let catalogue = Catalogue::new(tongue);
        for width in [100, 40] {
            let shown = text::page(&view::brief(&brief(), &catalogue), width, false, &catalogue);
            assert!(shown.lines().all(|line| line.chars().count() <= usize::from(width)), "{width}: {shown}");
            insta::assert_snapshot!(format!("text-{}-{width}", tongue.code()), shown);
        }
    }
}

#[test]
fn the_brief_as_markdown_and_as_a_page() {
    for tongue in BOTH {
        let (catalogue, brief) = (Catalogue::new(tongue), brief());
        let page = view::brief(&brief, &catalogue);
        insta::assert_snapshot!(format!("markdown-{}", tongue.code()), markdown::page(&page, &catalogue));
        let shown = html::page(&page, &brief, &catalogue).replace("<tr", "\n<tr").replace("<li", "\n<li");
        let body = shown.split("</style>").nth(1).unwrap();
        insta::assert_snapshot!(format!("html-{}", tongue.code()), body);
    }
}

#[test]
fn a_person_with_the_words() {
    for tongue in BOTH {
        let (catalogue, brief) = (Catalogue::new(tongue), brief());
        let shown = text::page(&view::person(&brief.persons[0], &catalogue), 100, true, &catalogue);
        insta::assert_snapshot!(format!("person-{}", tongue.code()), shown);
    }
}

#[test]
fn the_page_needs_nothing_else_and_every_link_leads_somewhere() {
    let (catalogue, brief) = (Catalogue::new(Tongue::English), brief());
    let page = html::page(&view::brief(&brief, &catalogue), &brief, &catalogue);
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
