//! A register that stays open says what a store says after settling, report by report.

use constancia_model::{
    CaptureMethod, Content, Evidence, Gist, KeptText, Language, Report, ReportId, Span, Statement, Status, StatusEvent,
};
use constancia_register::brief::Brief;
use constancia_register::{Rules, Store, TakenIn};

const NOON: &str = "2026-01-20T12:00:00Z";

/// A text with its day of publication and its paper. Every sentence "NAME was …" tells of a release.
type Text = (&'static str, &'static str, &'static str);

const AGENCY: Text = (
    "Yusmary Colmenares Duque was let out of the Los Olmos prison on Thursday evening. Her mother waited at the gate with \
     two neighbours and a bag of bread, and nobody had told them at what hour it would open. The guards gave no reason and \
     asked the family to leave the road before dark, which they did on foot.",
    "2026-01-09",
    "Agency",
);

const COPY: Text = (
    "Free at last. Yusmary Colmenares Duque was let out of the Los Olmos prison on Thursday evening. Her mother waited at \
     the gate with two neighbours and a bag of bread, and nobody had told them at what hour it would open. The guards gave \
     no reason and asked the family to leave the road before dark, which they did on foot.",
    "2026-01-10",
    "Paper",
);

const OTHER: Text = (
    "A lawyer of the guild confirmed it to this paper. Yusmary Colmenares Duque was freed, he said, and Aquiles Berroterán \
     Salomón was freed with her.",
    "2026-01-11",
    "Radio",
);

const TEXTS: [Text; 3] = [AGENCY, COPY, OTHER];

fn read((text, published, outlet): Text) -> (Report, Vec<Statement>) {
    let report = Report {
        id: ReportId::of(text.as_bytes()),
        name: format!("{outlet}.txt"),
        url: None,
        outlet: Some(outlet.to_owned()),
        title: None,
        byline: None,
        published: published.parse().ok(),
        published_basis: None,
        captured_at: None,
        method: CaptureMethod::File,
        language: Language::English,
        kept: KeptText::verbatim(text),
        diagnostics: Vec::new(),
    };
    let names = ["Yusmary Colmenares Duque", "Aquiles Berroterán Salomón"];
    let told = names.iter().filter_map(|name| {
        let start = text.find(name)?;
        let event = StatusEvent {
            person: (*name).to_owned(),
            status: Status::Released,
            date: None,
            place: None,
            by: None,
            accusation: None,
            terms: None,
        };
        let evidence = Evidence::at(text, Span::new(start, start + name.len())).unwrap();
        Some(Statement::new(Content::Status(event), evidence))
    });
    (report, told.collect())
}

fn store(texts: &[Text]) -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path().join("store.db")).unwrap();
    for text in texts {
        let (report, statements) = read(*text);
        let taken = TakenIn {
            report: &report,
            raw: text.0.as_bytes(),
            statements: &statements,
            gist: &Gist::default(),
            reader: "test 1",
        };
        store.take_in(&taken, "Eva Paz", NOON).unwrap();
    }
    store.settle(NOON).unwrap();
    (folder, store)
}

/// Everything but the order in which persons were joined: who, what holds, from how many origins, who copies whom.
fn told(brief: &Brief) -> Vec<String> {
    let mut told: Vec<String> = brief
        .persons
        .iter()
        .map(|person| {
            let (name, today) = (&person.name, &person.today);
            format!(
                "{} {name}: {:?} {} {} {}",
                person.id, today.certainty, today.status, person.reports, person.origins
            )
        })
        .collect();
    told.extend(brief.reports.iter().map(|report| format!("{} {} {:?}", report.name, report.origin, report.copy_of)));
    told
}

#[test]
fn an_open_register_follows_as_a_store_settles_whatever_comes_last() {
    let (_folder, whole) = store(&TEXTS);
    let expected = told(&whole.register().unwrap().brief());
    assert_eq!(expected.len(), 5, "two persons and three reports: {expected:?}");
    for last in TEXTS {
        let before: Vec<Text> = TEXTS.into_iter().filter(|text| *text != last).collect();
        let (_folder, part) = store(&before);
        let mut live = part.live(&Rules::default()).unwrap();
        let (report, statements) = read(last);
        for times in 1..=2 {
            live.take_in(&report, &statements, &Gist::default(), "test 1");
            assert_eq!(told(&live.register().brief()), expected, "{} taken in last, {times} times", last.2);
        }
    }
}
