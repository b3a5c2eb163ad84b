//! From kept text to statements: the reports of the evaluation over and over, on two threads. Knows no file format, no
//! store and no screen.
//!
//! `cargo bench --package constancia --bench statements` prints how many texts of 450 words are read in a second, and how far the
//! memory of the process grew between the first round and the last (Linux).

use std::fs;
use std::path::Path;

use constancia_model::{CaptureMethod, DateBasis, KeptText, Language, Report, ReportId};
use divan::Bencher;
use divan::counter::ItemsCount;
use rayon::prelude::*;

/// A report of the bar: so many words.
const WORDS: usize = 450;
/// Each text is read so often in a round.
const TIMES: usize = 10;

fn main() {
    divan::main();
}

/// Reads every report of the evaluation ten times a round; the counter is in reports of 450 words.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn reports_of_450_words(bencher: Bencher) {
    let reports = reports();
    let words: usize = reports.iter().map(|report| report.kept.text.split_whitespace().count()).sum();
    let threads = rayon::ThreadPoolBuilder::new().num_threads(2).build().expect("two threads");
    let round = || threads.install(|| (0..TIMES).into_par_iter().map(|_| read(&reports)).sum::<usize>());
    round();
    let before = peak_memory();
    bencher.counter(ItemsCount::new(words * TIMES / WORDS)).bench_local(round);
    if let (Some(before), Some(after)) = (before, peak_memory()) {
        eprintln!("\nlargest memory: {} MB after the first round, {} MB after the last", before / 1024, after / 1024);
    }
}

fn read(reports: &[Report]) -> usize {
    reports.par_iter().map(|report| constancia_reading::read(report).statements.len()).sum()
}

/// The project's own cases, so that the benchmark runs from a bare checkout.
fn reports() -> Vec<Report> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../evaluation/cases");
    let mut paths: Vec<_> = fs::read_dir(folder.join("reports"))
        .expect("evaluation/cases/reports is part of the checkout")
        .map(|entry| entry.expect("readable").path())
        .collect();
    paths.sort();
    paths.iter().map(|path| report(path, &folder)).collect()
}

fn report(path: &Path, folder: &Path) -> Report {
    let text = fs::read_to_string(path).expect("an evaluation report is UTF-8");
    let gold = folder.join("gold").join(path.file_name().expect("a file")).with_extension("json");
    let gold = fs::read_to_string(gold).expect("every report has gold");
    let language = if gold.contains("\"language\": \"es\"") { Language::Spanish } else { Language::English };
    Report {
        id: ReportId::of(text.as_bytes()),
        name: "report.txt".to_owned(),
        url: None,
        outlet: None,
        title: None,
        byline: None,
        published: Some("2025-03-14".parse().expect("a date")),
        published_basis: Some(DateBasis::Stated),
        captured_at: None,
        method: CaptureMethod::StandardInput,
        language,
        kept: KeptText::verbatim(&text),
        diagnostics: Vec::new(),
    }
}

/// The high-water mark of resident memory in KB, where the system tells it.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok())
}
