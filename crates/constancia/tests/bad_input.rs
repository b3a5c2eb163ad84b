//! Bad input: each thing is said in one line with its remedy, everything else is read, and the exit code tells.

mod desk;

use std::fs;

use desk::{Desk, Run, prose};

/// Reads `news`, which holds one bad thing beside a good report; the good one must be in.
fn read_beside_a_good_report(desk: &Desk) -> Run {
    desk.report("news/good.txt", "Ana Ruiz");
    let run = desk.run(&["read", "news"]);
    assert!(desk.reports().contains(&"good.txt".to_owned()), "{run:?}");
    run
}

#[test]
fn files_that_hold_no_report_are_named_with_the_reason_and_the_remedy() {
    let page = "<html><head><title>Only a title</title></head></html>";
    let cases: [(&str, &[u8], &str); 6] = [
        ("empty.txt", b"", "There is no text in it. Save the report again, or delete the file."),
        ("blank.md", b" \n\n\t ", "There is no text in it."),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "It is no text but PNG"),
        ("paper.md", b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n1 0 obj", "It is no text but PDF"),
        (
            "noise.txt",
            &[0, 1, 2, 3, 0, 255, 254, 0, 7, 8, 0, 0, 1, 14, 15],
            "It is no text but data of an unknown kind.",
        ),
        ("shell.html", page.as_bytes(), "The page has no visible words."),
    ];
    for (name, bytes, expected) in cases {
        let desk = Desk::new();
        desk.write(&format!("news/{name}"), bytes);
        let run = read_beside_a_good_report(&desk);
        assert_eq!(run.code, 1, "{name}: {run:?}");
        assert!(run.line_about(name).contains(expected), "{name}: {}", run.line_about(name));
        assert!(run.errors.contains("1 could not be read."), "{}", run.errors);
        assert_eq!(desk.reports(), ["good.txt"]);
    }
}

#[test]
fn other_encodings_are_decoded_and_it_is_said() {
    let spanish = "El periodista salió de la cárcel.\n\nJosé Muñoz salió de la cárcel el 8 de enero de 2026, según su \
                   abogada. La prisión no dio explicación alguna a la familia, que esperó desde la mañana.\n";
    let latin: Vec<u8> = spanish.chars().map(|character| character as u8).collect();
    let utf16 = |mark: &[u8]| {
        let units = spanish.encode_utf16().flat_map(u16::to_le_bytes);
        mark.iter().copied().chain(units).collect::<Vec<u8>>()
    };
    let page = [b"<html><head><meta charset=\"iso-8859-1\"></head><body><p>".as_slice(), &latin, b"</p></body></html>"];
    for (name, bytes, expected) in [
        ("latin.txt", latin.clone(), "which is what it looks like"),
        ("page.html", page.concat(), "which it declares"),
        ("mark.txt", utf16(&[0xff, 0xfe]), "which it declares"),
        ("units.txt", utf16(&[]), "which is what it looks like"),
    ] {
        let desk = Desk::new();
        desk.write(&format!("news/{name}"), bytes);
        let run = read_beside_a_good_report(&desk);
        assert_eq!(run.code, 0, "{name}: {run:?}");
        assert!(run.line_about(name).contains(expected), "{}", run.line_about(name));
        assert!(desk.run(&["report", name]).output.contains("José Muñoz"), "{name}");
    }
}

/// Fifty megabytes when optimised; unoptimised code would take minutes, and a line of two is cut in the same way.
#[test]
fn a_line_of_fifty_megabytes_is_read_in_bounded_time() {
    let desk = Desk::new();
    let size = if cfg!(debug_assertions) { 2_000_000 } else { 50_000_000 };
    desk.write("news/endless.txt", "the queue outside the gate was long and nobody knew why ".repeat(size / 56));
    let run = read_beside_a_good_report(&desk);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.line_about("endless.txt").contains("too long to be prose"), "{}", run.line_about("endless.txt"));
}

#[test]
fn paths_that_lead_nowhere_are_named() {
    let desk = Desk::new();
    desk.report("news/good.txt", "Ana Ruiz");
    desk.write("paper.pdf", "%PDF-1.7");
    let run = desk.run(&["read", "news", "gone.txt", "paper.pdf"]);
    assert_eq!(run.code, 1);
    assert!(run.line_about("gone.txt").contains("There is nothing at this path. Check how it is spelt."));
    assert!(run.line_about("paper.pdf").contains("This format is not read. Save it as .txt, .md or .html."));
    assert_eq!(desk.reports(), ["good.txt"]);
}

/// Who may do everything may read everything, so a run as the superuser gives its rights up first.
#[cfg(unix)]
#[test]
fn what_the_system_does_not_allow_is_named() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    let allow =
        |path: &std::path::Path, mode: u32| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let desk = Desk::new();
    desk.report("news/good.txt", "Ana Ruiz");
    let closed = desk.report("news/closed/secret.txt", "Marek Osei");
    let secret = desk.report("news/secret.txt", "Tomás Vera");
    let mut command = desk.command();
    if fs::metadata(desk.at("")).unwrap().uid() == 0 {
        let binary = desk.at("constancia");
        fs::copy(env!("CARGO_BIN_EXE_constancia"), &binary).unwrap();
        allow(&desk.at(""), 0o777);
        command = std::process::Command::new(binary);
        command.current_dir(desk.at("")).env("LANG", "en").uid(65534).gid(65534);
    }
    allow(closed.parent().unwrap(), 0o000);
    allow(&secret, 0o000);
    let run = desk::ended(command.args(["read", "news"]).output().unwrap());
    allow(closed.parent().unwrap(), 0o755);
    assert_eq!(run.code, 1, "{run:?}");
    for name in ["news/closed:", "news/secret.txt:"] {
        assert!(run.line_about(name).contains("The system does not allow reading it."), "{run:?}");
    }
    assert!(run.output.contains("good.txt"));
}

#[test]
fn a_third_language_is_kept_and_said() {
    let desk = Desk::new();
    let german = "Die Behörden haben am Donnerstag mehrere Gefangene aus der Haft entlassen. Die Angehörigen warteten \
                  vor dem Gefängnis und wussten nicht, wer freikommen würde. Eine Liste wurde nicht veröffentlicht.\n";
    desk.write("news/haft.txt", german);
    let run = read_beside_a_good_report(&desk);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.line_about("haft.txt").contains("in a language that is not read"), "{run:?}");
    assert_eq!(desk.reports(), ["good.txt", "haft.txt"]);
    assert!(desk.run(&["report", "haft.txt"]).output.contains("Behörden"));
}

#[test]
fn a_malformed_sidecar_is_named_and_the_report_is_read() {
    for broken in ["{ not json", "[]", r#"{"published": "yesterday"}"#] {
        let desk = Desk::new();
        desk.report("news/a.txt", "Marek Osei");
        desk.write("news/a.meta.json", broken);
        let run = read_beside_a_good_report(&desk);
        assert_eq!(run.code, 1, "{broken}: {run:?}");
        assert!(run.line_about("a.meta.json").contains("These metadata cannot be used"), "{run:?}");
        assert_eq!(desk.reports(), ["a.txt", "good.txt"]);
    }
}

#[test]
fn a_newer_or_damaged_store_is_refused_and_not_touched() {
    let desk = Desk::new();
    desk.report("a.txt", "Ana Ruiz");
    desk.run(&["read", "a.txt"]);
    let whole = fs::read(desk.at("constancia.db")).unwrap();
    // Bytes 60 to 63 of a database are its user version, the highest byte first.
    let mut newer = whole.clone();
    newer[60..64].copy_from_slice(&u32::MAX.wrapping_shr(1).to_be_bytes());
    let cut = whole[..whole.len() / 2].to_vec();
    let cases = [
        (newer, "written by a newer version", "Install the newer version"),
        (cut, "is damaged", "Restore it from a copy"),
        (b"Ana Ruiz, 2026\n".repeat(400), "is damaged or is no store", "name another store with --db"),
    ];
    for (bytes, reason, remedy) in cases {
        let desk = Desk::new();
        desk.write("constancia.db", &bytes);
        desk.report("news/b.txt", "Marek Osei");
        for command in [&["read", "news"][..], &["brief"], &["rebuild"], &["ledger", "verify"]] {
            let run = desk.run(command);
            assert_eq!(run.code, 1, "{command:?}: {run:?}");
            assert!(run.errors.contains(reason) && run.errors.contains(remedy), "{command:?}: {}", run.errors);
        }
        assert!(fs::read(desk.at("constancia.db")).unwrap() == bytes, "the store was touched: {reason}");
    }
}

/// `/dev/full` is a disk without room.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let desk = Desk::new();
    desk.report("a.txt", "Ana Ruiz");
    desk.run(&["read", "a.txt"]);
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let run = desk::ended(desk.command().arg("brief").stdout(full).output().unwrap());
    assert_eq!(run.code, 1);
    assert!(run.errors.contains("the disk is full"), "{}", run.errors);
}

#[test]
fn what_cannot_be_written_leaves_nothing_behind() {
    let desk = Desk::new();
    desk.report("a.txt", "Ana Ruiz");
    desk.run(&["read", "a.txt"]);
    let run = desk.run(&["brief", "--out", "no/such/folder/brief.txt"]);
    assert_eq!(run.code, 1);
    assert!(run.errors.contains("its folder does not exist"), "{}", run.errors);
    assert!(!desk.at("no").exists());
    fs::create_dir(desk.at("taken")).unwrap();
    let files = || fs::read_dir(desk.at("")).unwrap().count();
    let before = files();
    assert_eq!(desk.run(&["brief", "--out", "taken"]).code, 1);
    assert_eq!(files(), before);
}

#[test]
fn everything_is_said_in_spanish_as_well() {
    let desk = Desk::new();
    desk.write("news/empty.txt", "");
    desk.write("news/a.txt", prose("Ana Ruiz"));
    desk.write("news/a.meta.json", "{");
    let run = desk.run(&["read", "news", "gone.txt", "--lang", "es"]);
    assert_eq!(run.code, 1);
    assert!(
        run.line_about("empty.txt").contains("No hay texto en él. Guarde de nuevo el reporte, o borre el archivo.")
    );
    assert!(run.line_about("gone.txt").contains("No hay nada en esta ruta. Compruebe cómo está escrita."));
    assert!(run.line_about("a.meta.json").contains("Estos metadatos no se pueden usar"));
    assert!(run.errors.contains("Leído: 1 reporte"), "{}", run.errors);
    assert!(run.output.contains("De quienes se dice que siguen presos"), "{}", run.output);
}

#[test]
fn a_date_of_publication_that_cannot_be_is_none() {
    for date in ["2090-01-01", "1970-01-01"] {
        let desk = Desk::new();
        desk.report("news/bad.txt", "Bo Li");
        desk.write("news/bad.txt.meta.json", format!("{{\"published\": \"{date}\"}}"));
        let run = read_beside_a_good_report(&desk);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.line_about("bad.txt").contains(&format!("its publication date {date} cannot be")), "{run:?}");
        let shown = desk.run(&["report", "bad.txt"]).output;
        assert!(!shown.contains(&format!("Published: {date}")), "{shown}");
    }
}
