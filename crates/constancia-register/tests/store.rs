//! The store as an application uses it: taking in, judging, settling, rebuilding, and everything that can go wrong
//! with its file.

mod shelf;

use std::fs;
use std::path::{Path, PathBuf};

use constancia_model::{Content, Decision, Gist, ReaderKind, ReportId, Status, StatusEvent};
use constancia_register::{Reading, Store, StoreError, Taken, TakenIn};
use rusqlite::Connection;
use shelf::{FIRST, NOON, SECOND, THIRD, entries, folder, judgement, read, report, take_in};

/// A store with two reports and one judgement, closed.
fn filled(path: &Path) {
    let mut store = Store::open(path).unwrap();
    take_in(&mut store, FIRST).unwrap();
    take_in(&mut store, SECOND).unwrap();
    let same = judgement(Decision::SamePerson, [(FIRST, "Ana Ruiz"), (SECOND, "Ruiz")]);
    store.decide(&same, "Eva Paz", NOON).unwrap();
    store.settle(NOON).unwrap();
}

/// Every file of a folder with its bytes.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn what_is_taken_in_is_there_after_reopening() {
    let (_folder, path) = folder();
    filled(&path);
    let store = Store::open(&path).unwrap();
    assert!(store.has_report(&ReportId::of(FIRST.as_bytes())).unwrap());
    assert_eq!(store.capture(&ReportId::of(FIRST.as_bytes())).unwrap().unwrap(), FIRST.as_bytes());
    assert_eq!(store.report(&ReportId::of(FIRST.as_bytes())).unwrap(), Some(report(FIRST)));
    let register = store.register().unwrap();
    assert_eq!(register.statements().count(), 3);
    assert_eq!(register.kept_text(&ReportId::of(SECOND.as_bytes())), Some(SECOND));
    let ana = register.person("ANA RUIZ");
    assert_eq!(ana.len(), 1);
    assert_eq!((ana[0].reports, ana[0].other_names.as_slice()), (2, &["Ruiz".to_owned()][..]));
    assert_eq!(register.brief().persons.len(), 2);
    assert_eq!(register.report(ReportId::of(FIRST.as_bytes()).short()).len(), 1);
    assert!(register.report("000000").is_empty());
}

#[test]
fn the_same_bytes_again_change_nothing() {
    let (_folder, path) = folder();
    filled(&path);
    let mut store = Store::open(&path).unwrap();
    let (before, dump) = (entries(&store), store.dump().unwrap());
    assert_eq!(take_in(&mut store, FIRST).unwrap(), Taken::AlreadyKnown);
    assert_eq!(store.settle("2027-01-01T00:00:00Z").unwrap(), 0);
    assert_eq!(entries(&store), before);
    assert_eq!(store.dump().unwrap(), dump);
}

#[test]
fn a_rebuilt_register_is_the_same_byte_for_byte() {
    let (_folder, path) = folder();
    filled(&path);
    let mut store = Store::open(&path).unwrap();
    take_in(&mut store, THIRD).unwrap();
    let apart = judgement(Decision::DifferentPersons, [(FIRST, "Ana Ruiz"), (THIRD, "Cleo Sanz")]);
    store.decide(&apart, "Eva Paz", NOON).unwrap();
    let (brief, before) = (store.register().unwrap().brief(), store.dump().unwrap());
    store.rebuild().unwrap();
    assert_eq!(store.dump().unwrap(), before);
    assert_eq!(store.register().unwrap().brief(), brief);
    drop(store);
    Connection::open(&path).unwrap().execute_batch("DROP TABLE statement; DELETE FROM person;").unwrap();
    let mut store = Store::open(&path).unwrap();
    assert_eq!(store.dump().unwrap(), before, "dropped tables come back on opening");
    for name in ["Ana Ruiz", "Bo Li", "Cleo Sanz"] {
        assert!(before.contains(name));
    }
}

#[test]
fn the_order_of_reports_does_not_change_the_brief() {
    let briefs = [[FIRST, SECOND, THIRD], [THIRD, SECOND, FIRST]].map(|order| {
        let (_folder, path) = folder();
        let mut store = Store::open(&path).unwrap();
        for text in order {
            take_in(&mut store, text).unwrap();
            store.settle(NOON).unwrap();
        }
        store.register().unwrap().brief()
    });
    assert_eq!(briefs[0], briefs[1]);
}

#[test]
fn the_ledger_and_the_captures_only_append() {
    let (_folder, path) = folder();
    filled(&path);
    for settings in ["PRAGMA recursive_triggers=ON;", ""] {
        let connection = Connection::open(&path).unwrap();
        connection.execute_batch(settings).unwrap();
        for sql in [
            "UPDATE ledger SET author = 'x'",
            "DELETE FROM ledger WHERE number = 1",
            "INSERT OR REPLACE INTO ledger SELECT 1, kind, body, 'x', time, previous, hash FROM ledger WHERE number = 1",
            "REPLACE INTO ledger SELECT number, kind, body, 'x', time, previous, hash FROM ledger WHERE number = 5",
            "INSERT INTO ledger SELECT 99, kind, body, 'x', time, previous, hash FROM ledger WHERE number = 1",
            "INSERT INTO ledger SELECT 1, kind, body, 'x', time, previous, hash FROM ledger WHERE number = 1
             ON CONFLICT (number) DO UPDATE SET author = 'x'",
            "UPDATE capture SET bytes = x'00'",
            "DELETE FROM capture",
            "INSERT OR REPLACE INTO capture SELECT sha256, x'00' FROM capture LIMIT 1",
        ] {
            assert!(connection.execute(sql, []).is_err(), "{sql}");
        }
    }
    assert_eq!(Store::open(&path).unwrap().verify().unwrap().fault, None);
}

#[test]
fn what_does_not_hold_together_is_refused_whole() {
    let (_folder, path) = folder();
    let mut store = Store::open(&path).unwrap();
    let (own, statements) = (report(FIRST), read(FIRST));
    let taken = TakenIn {
        report: &own,
        raw: FIRST.as_bytes(),
        statements: &statements,
        gist: &Gist::default(),
        reader: "test 1",
    };
    let foreign = read("Somebody else was freed.");
    for refused in [TakenIn { statements: &foreign, ..taken.clone() }, TakenIn { raw: b"other bytes", ..taken.clone() }]
    {
        assert!(store.take_in(&refused, "Eva Paz", NOON).unwrap_err().is_refused());
    }
    for time in ["yesterday", "2026-01-10T12:00:00-04:00"] {
        assert!(store.take_in(&taken, "Eva Paz", time).unwrap_err().is_refused());
    }
    assert!(!store.has_report(&own.id).unwrap());
    assert_eq!(entries(&store), Vec::new());
    assert_eq!(store.take_in(&taken, "Eva Paz", NOON).unwrap(), Taken::New);
}

#[test]
fn verification_names_the_entry_that_changed() {
    for (sql, entry, words) in [
        ("UPDATE ledger SET body = replace(body, 'Bo Li', 'Al Li') WHERE number = 1", Some(1), "hash"),
        ("UPDATE ledger SET author = 'x' WHERE number = 4", Some(4), "hash"),
        ("UPDATE ledger SET time = '2020-01-01T00:00:00Z' WHERE number = 2", Some(2), "hash"),
        ("DELETE FROM ledger WHERE number = 3", Some(3), "missing"),
        ("UPDATE ledger SET previous = hash WHERE number = 2", Some(2), "before"),
        ("UPDATE ledger SET body = CAST(x'ff00' AS TEXT) WHERE number = 2", Some(2), "not text"),
        ("UPDATE capture SET bytes = x'00'", Some(1), "capture"),
        ("DELETE FROM capture", Some(1), "capture"),
        ("INSERT INTO capture VALUES ('00', x'00')", None, "captures"),
    ] {
        let (_folder, path) = folder();
        filled(&path);
        let connection = Connection::open(&path).unwrap();
        connection
            .execute_batch(
                "DROP TRIGGER ledger_keeps_entries; DROP TRIGGER ledger_loses_nothing;
                 DROP TRIGGER capture_keeps_bytes; DROP TRIGGER capture_loses_nothing;",
            )
            .unwrap();
        connection.execute_batch(sql).unwrap();
        drop(connection);
        let fault = Store::open(&path).unwrap().verify().unwrap().fault.expect(sql);
        assert_eq!(fault.entry, entry, "{sql}: {}", fault.reason);
        assert!(fault.reason.contains(words), "{sql}: {}", fault.reason);
    }
    let (_folder, path) = folder();
    filled(&path);
    let found = Store::open(&path).unwrap().verify().unwrap();
    assert_eq!((found.fault, found.entries, found.statements, found.captures), (None, 5, 3, 2));
}

#[test]
fn a_chain_whose_last_entry_does_not_fit_is_not_opened() {
    let (folder, path) = folder();
    filled(&path);
    let connection = Connection::open(&path).unwrap();
    connection
        .execute_batch("DROP TRIGGER ledger_keeps_entries; UPDATE ledger SET author = 'x' WHERE number = 5")
        .unwrap();
    drop(connection);
    refused_untouched(folder.path(), &path, StoreError::is_damaged);
}

fn refused_untouched(folder: &Path, path: &Path, why: fn(&StoreError) -> bool) {
    let before = files(folder);
    let error = Store::open(path).unwrap_err();
    assert!(why(&error), "{error}");
    let kept = |files: Vec<(PathBuf, Vec<u8>)>| -> Vec<_> {
        // The index of a write-ahead log is memory that readers share; it is no part of the store.
        files.into_iter().filter(|(path, _)| !path.to_string_lossy().ends_with("-shm")).collect()
    };
    assert_eq!(kept(files(folder)), kept(before));
}

#[test]
fn a_newer_store_is_not_touched() {
    let (folder, path) = folder();
    filled(&path);
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    refused_untouched(folder.path(), &path, StoreError::is_newer);
}

#[test]
fn a_newer_store_whose_news_stand_in_the_log_is_not_touched() {
    let (folder, path) = folder();
    filled(&path);
    let writer = Connection::open(&path).unwrap();
    writer.pragma_update(None, "user_version", 99).unwrap();
    // As after a kill: the log is there and nobody folded it into the file.
    let killed = tempfile::tempdir().unwrap();
    for name in ["store.db", "store.db-wal"] {
        fs::copy(folder.path().join(name), killed.path().join(name)).unwrap();
    }
    assert!(fs::metadata(killed.path().join("store.db-wal")).unwrap().len() > 0);
    refused_untouched(killed.path(), &killed.path().join("store.db"), StoreError::is_newer);
}

#[test]
fn files_that_are_no_store_are_not_touched() {
    let random: Vec<u8> = (0..9000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for (name, spoil) in [
        ("random bytes", Box::new(move |_: Vec<u8>| random.clone()) as Box<dyn Fn(Vec<u8>) -> Vec<u8>>),
        ("a text", Box::new(|_| b"Dear diary".to_vec())),
        ("cut short", Box::new(|bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec())),
        ("cut inside the header", Box::new(|bytes: Vec<u8>| bytes[..50].to_vec())),
        (
            "a header and noise",
            Box::new(|mut bytes: Vec<u8>| {
                bytes[100..].fill(0xa5);
                bytes
            }),
        ),
    ] {
        let (folder, path) = folder();
        filled(&path);
        let bytes = spoil(fs::read(&path).unwrap());
        fs::write(&path, bytes).unwrap();
        println!("{name}");
        refused_untouched(folder.path(), &path, StoreError::is_damaged);
    }
    let (folder, path) = folder();
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE recipes (name TEXT)").unwrap();
    refused_untouched(folder.path(), &path, StoreError::is_damaged);
}

#[test]
fn a_flipped_byte_of_the_ledger_is_found() {
    let (_folder, path) = folder();
    filled(&path);
    let mut bytes = fs::read(&path).unwrap();
    let needle = b"Ruiz was let go";
    let places: Vec<usize> = (0..bytes.len() - needle.len()).filter(|at| bytes[*at..].starts_with(needle)).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at] ^= 1;
    }
    fs::write(&path, bytes).unwrap();
    let fault = Store::open(&path).unwrap().verify().unwrap().fault.unwrap();
    assert_eq!(fault.entry, Some(3));
}

#[test]
fn a_folder_that_does_not_exist_is_an_error_and_no_panic() {
    let (folder, _) = folder();
    assert!(Store::open(folder.path().join("missing/store.db")).unwrap_err().is_read_only());
    assert!(Store::open(folder.path()).is_err(), "a folder is no store");
}

#[test]
fn a_full_disk_leaves_nothing_half_written() {
    let (_folder, path) = folder();
    filled(&path);
    let mut store = Store::open(&path).unwrap();
    let (before, dump) = (entries(&store), store.dump().unwrap());
    store.limit_pages(8).unwrap();
    let long = format!("{THIRD}{}", " More words.".repeat(20_000));
    let error = take_in(&mut store, &long).unwrap_err();
    assert!(error.is_full_disk(), "{error}");
    assert_eq!(entries(&store), before);
    assert_eq!(store.dump().unwrap(), dump);
    drop(store);
    let mut store = Store::open(&path).unwrap();
    assert_eq!(store.verify().unwrap().fault, None);
    assert_eq!(take_in(&mut store, &long).unwrap(), Taken::New, "and goes on when there is room");
}

#[test]
fn a_killed_writer_loses_only_what_it_was_writing() {
    let (folder, path) = folder();
    let mut store = Store::open(&path).unwrap();
    take_in(&mut store, FIRST).unwrap();
    let whole = fs::metadata(folder.path().join("store.db-wal")).unwrap().len();
    take_in(&mut store, SECOND).unwrap();
    let log = fs::read(folder.path().join("store.db-wal")).unwrap();
    // Every state of the log that a kill while the second report was written can leave.
    for length in (whole as usize..log.len()).step_by(1500).chain([log.len()]) {
        let killed = tempfile::tempdir().unwrap();
        let path = killed.path().join("store.db");
        fs::copy(folder.path().join("store.db"), &path).unwrap();
        fs::write(killed.path().join("store.db-wal"), &log[..length]).unwrap();
        let mut store = Store::open(&path).unwrap();
        assert!(store.has_report(&ReportId::of(FIRST.as_bytes())).unwrap());
        let second = store.has_report(&ReportId::of(SECOND.as_bytes())).unwrap();
        assert_eq!(second, length == log.len(), "{length} of {}", log.len());
        assert_eq!(entries(&store).len(), if second { 4 } else { 2 });
        assert_eq!(store.verify().unwrap().fault, None);
        take_in(&mut store, SECOND).unwrap();
        assert_eq!(entries(&store).len(), 4);
    }
}

#[test]
fn one_reads_while_another_writes_and_two_writers_take_turns() {
    let (_folder, path) = folder();
    filled(&path);
    let text = |writer: usize, turn: usize| format!("Person {writer} {turn} was freed.");
    std::thread::scope(|scope| {
        for writer in 0..2 {
            let path = &path;
            scope.spawn(move || {
                let mut store = Store::open(path).unwrap();
                for turn in 0..10 {
                    assert_eq!(take_in(&mut store, &text(writer, turn)).unwrap(), Taken::New);
                }
            });
        }
        let store = Store::open(&path).unwrap();
        for _ in 0..10 {
            let register = store.register().unwrap();
            assert!(register.brief().reports.len() >= 2);
        }
    });
    let store = Store::open(&path).unwrap();
    assert_eq!(store.verify().unwrap().fault, None);
    assert_eq!(entries(&store).len(), 5 + 40);
}

#[test]
fn a_store_that_somebody_holds_says_so() {
    let (_folder, path) = folder();
    filled(&path);
    let mut store = Store::open(&path).unwrap();
    store.wait_for_others(std::time::Duration::from_millis(20)).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert!(take_in(&mut store, THIRD).unwrap_err().is_locked());
    other.execute_batch("COMMIT").unwrap();
    assert_eq!(take_in(&mut store, THIRD).unwrap(), Taken::New);
}

/// What a model found in `text`: the statements of `read`, changed by `change`.
fn proposed(text: &str, model: &str, change: impl Fn(&mut StatusEvent)) -> Reading {
    let mut statements = read(text);
    for statement in &mut statements {
        if let Content::Status(event) = &mut statement.content {
            change(event);
        }
    }
    let reader = constancia_model::model_reader(model, "1");
    Reading {
        report: ReportId::of(text.as_bytes()),
        reader,
        statements,
        gist: Gist::default(),
        diagnostics: Vec::new(),
    }
}

#[test]
fn what_both_readers_find_is_told_once_and_what_one_finds_is_told_by_it() {
    let (_folder, path) = folder();
    let mut store = Store::open(&path).unwrap();
    take_in(&mut store, FIRST).unwrap();
    let alone = store.register().unwrap();
    store.add_reading(&proposed(FIRST, "tiny", |_| ()), "Eva Paz", NOON).unwrap();
    let both = store.register().unwrap();
    assert_eq!(both.statements().count(), alone.statements().count());
    assert_eq!(both.statements().next().unwrap().readers(), ["test 1", "openai tiny (prompt 1)"]);
    for (one, other) in both.brief().persons.iter().zip(&alone.brief().persons) {
        assert_eq!(
            (one.reports, one.origins, one.today.certainty),
            (other.reports, other.origins, other.today.certainty)
        );
    }
    store.add_reading(&proposed(FIRST, "other", |event| event.status = Status::Detained), "Eva Paz", NOON).unwrap();
    let apart = store.register().unwrap();
    let readers: Vec<_> = apart.statements().map(|told| told.readers().join(" + ")).collect();
    assert_eq!(readers, ["test 1", "test 1", "openai other (prompt 1)", "openai other (prompt 1)"]);
    assert!(apart.statements().nth(2).unwrap().id().ends_with("-m1"));
}

#[test]
fn a_detail_that_only_the_model_gives_belongs_to_the_same_event() {
    let (_folder, path) = folder();
    let mut store = Store::open(&path).unwrap();
    take_in(&mut store, FIRST).unwrap();
    let dated = |event: &mut StatusEvent| event.date = "2026-01-08".parse().ok();
    store.add_reading(&proposed(FIRST, "tiny", dated), "Eva Paz", NOON).unwrap();
    let register = store.register().unwrap();
    let person = &register.brief().persons[0];
    assert_eq!((person.timeline.len(), person.reports, person.origins), (1, 1, 1));
    let date = person.today.date.as_ref().unwrap();
    assert_eq!(date.value.to_string(), "2026-01-08");
    assert_eq!(date.sources[0].readers, ["openai tiny (prompt 1)"]);
}

#[test]
fn a_reading_is_kept_in_the_ledger_and_a_rebuild_needs_nothing_else() {
    let (_folder, path) = folder();
    filled(&path);
    let mut store = Store::open(&path).unwrap();
    let reading = proposed(FIRST, "tiny", |event| event.status = Status::Held);
    store.add_reading(&reading, "Eva Paz", NOON).unwrap();
    let id = ReportId::of(FIRST.as_bytes());
    assert_eq!(store.reading(&id, ReaderKind::Model).unwrap(), Some(reading));
    assert_eq!(store.reader(&id, ReaderKind::Rules).unwrap().as_deref(), Some("test 1"));
    assert_eq!(store.reader(&ReportId::of(SECOND.as_bytes()), ReaderKind::Model).unwrap(), None);
    let dump = store.dump().unwrap();
    store.rebuild().unwrap();
    assert_eq!(store.dump().unwrap(), dump);
    assert_eq!(store.verify().unwrap().fault, None);
}

#[test]
fn a_reading_that_does_not_hold_together_is_refused() {
    let (_folder, path) = folder();
    let mut store = Store::open(&path).unwrap();
    let early = proposed(FIRST, "tiny", |_| ());
    assert!(store.add_reading(&early, "Eva Paz", NOON).unwrap_err().is_refused(), "its report is not there");
    take_in(&mut store, FIRST).unwrap();
    let foreign = Reading { statements: read("Somebody else was freed."), ..early };
    assert!(store.add_reading(&foreign, "Eva Paz", NOON).unwrap_err().is_refused());
    assert_eq!(entries(&store).len(), 2);
}

#[test]
fn tables_of_an_earlier_version_are_made_anew() {
    let (_folder, path) = folder();
    filled(&path);
    let dump = Store::open(&path).unwrap().dump().unwrap();
    let connection = Connection::open(&path).unwrap();
    let earlier = "DROP TABLE statement; CREATE TABLE statement (report TEXT, number INTEGER, body TEXT);";
    connection.execute_batch(earlier).unwrap();
    drop(connection);
    assert_eq!(Store::open(&path).unwrap().dump().unwrap(), dump);
}
