//! A store in a folder of its own, and reports of a few words to put in it.

#![allow(dead_code, reason = "each test program uses a part of it")]

use std::path::PathBuf;

use constancia_model::{
    CaptureMethod, Content, Decided, Decision, Evidence, Gist, Judgement, KeptText, Language, PersonMention, Report,
    ReportId, Span, Statement, Status, StatusEvent,
};
use constancia_register::{Entry, Store, StoreError, Taken, TakenIn};

/// When everything happens.
pub const NOON: &str = "2026-01-10T12:00:00Z";

/// An empty folder, and where the store will be in it.
pub fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    (folder, path)
}

/// A report of these words.
pub fn report(text: &str) -> Report {
    Report {
        id: ReportId::of(text.as_bytes()),
        name: format!("{}.txt", text.len()),
        url: None,
        outlet: Some("Paper".into()),
        title: None,
        byline: None,
        published: "2026-01-09".parse().ok(),
        published_basis: None,
        captured_at: None,
        method: CaptureMethod::File,
        language: Language::English,
        kept: KeptText::verbatim(text),
        diagnostics: Vec::new(),
    }
}

/// One release for every name that the text holds, a name being what stands before " was".
pub fn read(text: &str) -> Vec<Statement> {
    let mut found = Vec::new();
    for sentence in text.split_inclusive('.') {
        let Some((name, _)) = sentence.trim().split_once(" was") else { continue };
        let start = text.find(sentence.trim()).unwrap();
        let event = StatusEvent {
            person: name.to_owned(),
            status: Status::Released,
            date: None,
            place: None,
            by: None,
            accusation: None,
            terms: None,
        };
        let evidence = Evidence::at(text, Span::new(start, start + sentence.trim().len())).unwrap();
        found.push(Statement::new(Content::Status(event), evidence));
    }
    found
}

/// Takes a report of these words in, with what `read` finds.
pub fn take_in(store: &mut Store, text: &str) -> Result<Taken, StoreError> {
    let (report, statements) = (report(text), read(text));
    let taken = TakenIn {
        report: &report,
        raw: text.as_bytes(),
        statements: &statements,
        gist: &Gist::default(),
        reader: "test 1",
    };
    store.take_in(&taken, "Eva Paz", NOON)
}

/// The whole ledger.
pub fn entries(store: &Store) -> Vec<Entry> {
    let mut found = Vec::new();
    store.entries(0, |entry| found.push(entry)).unwrap();
    found
}

/// A decision about two mentions, each the text of its report and a name.
pub fn judgement(decision: Decision, mentions: [(&str, &str); 2]) -> Decided {
    let [one, other] =
        mentions.map(|(text, name)| PersonMention { report: ReportId::of(text.as_bytes()), name: name.to_owned() });
    Decided::Mentions(Judgement::new(one, other, decision, "the lawyer says so"))
}

/// Two persons.
pub const FIRST: &str = "Ana Ruiz was freed. Bo Li was freed.";
/// One of the two, by another name.
pub const SECOND: &str = "Ruiz was let go on Thursday, says her lawyer.";
/// Somebody else.
pub const THIRD: &str = "Cleo Sanz was put on a plane.";
