//! How long the program takes to read an archive: every evaluation report many times over, with a line varied each time,
//! so that no two texts are the same bytes. Calls the binary as its user does; knows nothing of its inside.
//!
//! `cargo bench --package constancia` prints reports a second and the largest memory of the program (Linux).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use divan::Bencher;
use divan::counter::ItemsCount;
use tempfile::TempDir;

/// So many reports make the archive.
const REPORTS: usize = 3100;

fn main() {
    divan::main();
}

/// An archive of 3,100 reports into an empty store, with the brief of it all.
#[divan::bench(sample_count = 2, sample_size = 1)]
fn archive(bencher: Bencher) {
    let archive = archive_of(&sources());
    let mut memory = 0;
    bencher
        .counter(ItemsCount::new(REPORTS))
        .with_inputs(|| tempfile::tempdir().expect("a folder for the store"))
        .bench_local_refs(|folder| memory = memory.max(read(archive.path(), folder.path())));
    eprintln!("\nlargest memory: {} MB", memory / 1024);
}

/// The same archive a second time: nothing is new.
#[divan::bench(sample_count = 2, sample_size = 1)]
fn archive_again(bencher: Bencher) {
    let archive = archive_of(&sources());
    let folder = tempfile::tempdir().expect("a folder for the store");
    read(archive.path(), folder.path());
    bencher.counter(ItemsCount::new(REPORTS)).bench_local(|| read(archive.path(), folder.path()));
}

/// The shared reports where they are at hand, the project's own cases otherwise.
fn sources() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shared = std::env::var_os("CONSTANCIA_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let folder = [shared.join("reports"), root.join("evaluation/cases/reports")];
    let folder =
        folder.iter().find(|folder| folder.is_dir()).expect("evaluation/cases/reports is part of the checkout");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("readable").map(|entry| entry.expect("readable").path()).collect();
    files.sort();
    files
}

fn archive_of(sources: &[PathBuf]) -> TempDir {
    let archive = tempfile::tempdir().expect("a folder for the archive");
    for number in 0..REPORTS {
        let source = &sources[number % sources.len()];
        let report = fs::read_to_string(source).expect("an evaluation report is UTF-8");
        let name = source.file_name().expect("a file").to_string_lossy();
        let varied = format!("{report}\n\nThis is copy number {number} of the report.\n");
        fs::write(archive.path().join(format!("{number:04}-{name}")), varied).expect("room for the archive");
    }
    archive
}

/// Reads the archive and gives back the largest memory of the program in KB.
fn read(archive: &Path, folder: &Path) -> u64 {
    let mut program = Command::new(env!("CARGO_BIN_EXE_constancia"))
        .args(["--lang", "en", "--db"])
        .arg(folder.join("register.db"))
        .arg("read")
        .arg(archive)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut memory = 0;
    loop {
        memory = memory.max(peak_memory(&program).unwrap_or_default());
        if let Some(status) = program.try_wait().expect("the program ends") {
            assert!(status.success(), "the archive was not read");
            return memory;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The high-water mark of resident memory in KB, where the system tells it.
fn peak_memory(program: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", program.id())).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok())
}
