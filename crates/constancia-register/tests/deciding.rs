//! Decisions of every kind on a real store, and what the ledger keeps of them.

mod shelf;

use constancia_model::{
    Decided, Decision, Judgement, PersonJudgement, PersonMention, ReportId, Ruled, Ruling, Verdict, Withdrawal,
};
use constancia_register::{DecisionLine, Outcome, Refusal, Store, Subject};
use rusqlite::Connection;
use shelf::{FIRST, NOON, SECOND, THIRD, entries, folder, judgement, read, take_in};

fn with_reports(path: &std::path::Path) -> Store {
    let mut store = Store::open(path).unwrap();
    for text in [FIRST, SECOND, THIRD] {
        take_in(&mut store, text).unwrap();
    }
    store.settle(NOON).unwrap();
    store
}

fn mention(text: &str, name: &str) -> PersonMention {
    PersonMention { report: ReportId::of(text.as_bytes()), name: name.to_owned() }
}

fn ruling(text: &str, decision: Verdict) -> Decided {
    let (report, statement) = (ReportId::of(text.as_bytes()), read(text).remove(0));
    Decided::Statements(Ruling::new([Ruled { report, statement }], decision, "seen in court"))
}

fn withdrawal(entry: u64) -> Decided {
    Decided::Withdrawal(Withdrawal { entry, reason: "a slip".into() })
}

fn decide(store: &mut Store, decided: &Decided) -> Outcome {
    store.decide(decided, "Eva Paz", NOON).unwrap()
}

fn refusal(store: &mut Store, decided: &Decided, author: &str) -> Refusal {
    let before = entries(store);
    let refusal = store.decide(decided, author, NOON).unwrap_err().refusal().cloned().unwrap();
    assert_eq!(entries(store), before);
    refusal
}

/// What became of each decision, oldest first.
fn standings(store: &Store) -> Vec<String> {
    let standing = |line: DecisionLine| match (line.withdrawn, line.replaced_by, line.idle) {
        (Some(withdrawn), _, _) => format!("{} withdrawn by {}", line.entry, withdrawn.entry),
        (None, Some(by), _) => format!("{} replaced by {by}", line.entry),
        (None, None, true) => format!("{} idle", line.entry),
        (None, None, false) => format!("{} counts", line.entry),
    };
    store.decisions().unwrap().into_iter().map(standing).collect()
}

#[test]
fn a_register_rebuilt_from_decisions_of_every_kind_is_the_same() {
    let (_folder, path) = folder();
    let mut store = with_reports(&path);
    let merge = decide(&mut store, &judgement(Decision::SamePerson, [(FIRST, "Ana Ruiz"), (SECOND, "Ruiz")]));
    let apart = PersonJudgement::new(
        [mention(FIRST, "Ana Ruiz"), mention(SECOND, "Ruiz")],
        [mention(THIRD, "Cleo Sanz")],
        Decision::DifferentPersons,
        "two faces",
    );
    decide(&mut store, &Decided::Persons(apart));
    let falls = decide(&mut store, &ruling(FIRST, Verdict::Falls));
    decide(&mut store, &ruling(FIRST, Verdict::Stands));
    decide(&mut store, &ruling(SECOND, Verdict::Open));
    decide(&mut store, &withdrawal(merge.entry));
    let (dump, decisions) = (store.dump().unwrap(), store.decisions().unwrap());
    store.rebuild().unwrap();
    assert_eq!(store.dump().unwrap(), dump);
    assert_eq!(store.decisions().unwrap(), decisions);
    assert_eq!(
        standings(&store),
        ["7 withdrawn by 12", "8 counts", "9 replaced by 10", "10 counts", "11 counts"],
        "{falls:?}"
    );
    assert_eq!(store.verify().unwrap().fault, None);
}

#[test]
fn a_withdrawn_ruling_makes_the_one_before_count_again() {
    let (_folder, path) = folder();
    let mut store = with_reports(&path);
    decide(&mut store, &ruling(FIRST, Verdict::Falls));
    let later = decide(&mut store, &ruling(FIRST, Verdict::Stands));
    decide(&mut store, &withdrawal(later.entry));
    assert_eq!(standings(&store), ["7 counts", "8 withdrawn by 9"]);
    let line = store.decisions().unwrap().remove(0);
    let Subject::Statements { decision, statements } = line.subject else { panic!("{line:?}") };
    assert_eq!((decision, &statements[0].statement), (Verdict::Falls, &read(FIRST)[0]));
}

#[test]
fn what_is_not_there_or_cannot_be_is_refused_and_leaves_nothing() {
    let (_folder, path) = folder();
    let mut store = with_reports(&path);
    let same = |one, other| judgement(Decision::SamePerson, [one, other]);
    let ana = (FIRST, "Ana Ruiz");
    let id = |text: &str| ReportId::of(text.as_bytes());
    let reasonless = Judgement::new(mention(FIRST, "Ana Ruiz"), mention(SECOND, "Ruiz"), Decision::Unsure, " ");
    let nobody = PersonJudgement::new([], [mention(FIRST, "Ana Ruiz")], Decision::Unsure, "why");
    let elsewhere = Ruled { report: id(SECOND), statement: read(FIRST).remove(0) };
    for (decided, expected) in [
        (same(ana, ana), Refusal::Herself),
        (same(ana, (FIRST, "Bo Li")), Refusal::NamedApart(id(FIRST))),
        (same(ana, (SECOND, "Nobody")), Refusal::NoSuchMention(id(SECOND))),
        (same(ana, ("Never taken in.", "Ruiz")), Refusal::NoSuchMention(id("Never taken in."))),
        (Decided::Mentions(reasonless), Refusal::NoReason),
        (Decided::Persons(nobody), Refusal::AboutNothing),
        (Decided::Statements(Ruling::new([], Verdict::Falls, "why")), Refusal::AboutNothing),
        (Decided::Statements(Ruling::new([elsewhere], Verdict::Falls, "why")), Refusal::NoSuchStatement(id(SECOND))),
        (withdrawal(1), Refusal::DecidesNothing(1)),
        (withdrawal(99), Refusal::NoSuchEntry(99)),
        (withdrawal(0), Refusal::NoSuchEntry(0)),
    ] {
        assert_eq!(refusal(&mut store, &decided, "Eva Paz"), expected, "{decided:?}");
    }
    let merge = same(ana, (SECOND, "Ruiz"));
    assert_eq!(refusal(&mut store, &merge, " "), Refusal::NoAuthor);
    assert_eq!(refusal(&mut store, &merge, "rule same-full-name"), Refusal::AsARule);
    let entry = decide(&mut store, &merge).entry;
    let through_another = same((SECOND, "Ruiz"), (FIRST, "Bo Li"));
    assert_eq!(refusal(&mut store, &through_another, "Eva Paz"), Refusal::NamedApart(id(FIRST)));
    let by = decide(&mut store, &withdrawal(entry)).entry;
    assert_eq!(refusal(&mut store, &withdrawal(entry), "Eva Paz"), Refusal::Withdrawn { entry, by });
    assert_eq!(refusal(&mut store, &withdrawal(by), "Eva Paz"), Refusal::IsWithdrawal(by));
}

#[test]
fn a_cycle_of_merges_ends_in_one_person() {
    let (_folder, path) = folder();
    let mut store = with_reports(&path);
    let ring = [(FIRST, "Ana Ruiz"), (SECOND, "Ruiz"), (THIRD, "Cleo Sanz"), (FIRST, "Ana Ruiz")];
    let outcomes: Vec<usize> = ring
        .windows(2)
        .map(|pair| decide(&mut store, &judgement(Decision::SamePerson, [pair[0], pair[1]])).persons.len())
        .collect();
    assert_eq!(outcomes, [1, 1, 0], "the last one says nothing new");
    assert_eq!(store.people().unwrap().persons().len(), 2);
    assert_eq!(standings(&store), ["7 counts", "8 counts", "9 counts"]);
}

#[test]
fn verification_names_a_decision_that_does_not_hold_together() {
    let report = ReportId::of(FIRST.as_bytes());
    let foreign = ReportId::of(b"Never taken in.");
    let (one, other) =
        (format!(r#"{{"name":"A","report":"{foreign}"}}"#), format!(r#"{{"name":"B","report":"{report}"}}"#));
    let mentions = format!(r#"{{"decision":"unsure","mentions":[{one},{other}],"reason":"why"}}"#);
    let persons = format!(r#"{{"decision":"unsure","persons":[[{one}],[{other}]],"reason":"why"}}"#);
    let empty = format!(r#"{{"decision":"unsure","mentions":[{other},{other}],"reason":""}}"#);
    for (body, words) in [
        (mentions.as_str(), "never taken in"),
        (&persons, "never taken in"),
        (&empty, "no reason"),
        (r#"{"entry":1,"reason":"why"}"#, "no decision that counts"),
        (r#"{"reason":"why"}"#, "cannot be read"),
    ] {
        let (_folder, path) = folder();
        drop(with_reports(&path));
        append_unchecked(&path, body);
        // A body that nobody can read stops the fold as well, so the store is verified as it stands.
        let fault = match Store::open(&path) {
            Ok(store) => store.verify().unwrap().fault.unwrap().reason,
            Err(error) => error.to_string(),
        };
        assert!(fault.contains(words), "{body}: {fault}");
    }
}

/// Appends an entry as somebody would who goes around the program, with a chain that fits.
fn append_unchecked(path: &std::path::Path, body: &str) {
    let connection = Connection::open(path).unwrap();
    let (number, previous): (u64, String) = connection
        .query_row("SELECT number, hash FROM ledger ORDER BY number DESC LIMIT 1", [], |row| {
            Ok((row.get::<_, i64>(0)? as u64 + 1, row.get(1)?))
        })
        .unwrap();
    let mut entry = constancia_register::Entry {
        number,
        kind: constancia_register::EntryKind::Judgement,
        body: body.to_owned(),
        author: "Eva Paz".to_owned(),
        time: NOON.to_owned(),
        previous,
        hash: String::new(),
    };
    entry.hash = entry.computed_hash();
    connection
        .execute(
            "INSERT INTO ledger VALUES (?, 'judgement', ?, ?, ?, ?, ?)",
            rusqlite::params![number as i64, entry.body, entry.author, entry.time, entry.previous, entry.hash],
        )
        .unwrap();
}
