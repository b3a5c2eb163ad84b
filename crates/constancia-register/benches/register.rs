//! How long the register takes: to be rebuilt from the ledger alone, to be loaded, and to follow one more report.
//!
//! `cargo bench -p constancia-register --bench register [-- REPORTS]`; 100,000 reports by default, which name 100,000
//! persons in a million statements. Prints seconds and milliseconds; fails nothing, because machines differ.

mod world;

use std::time::{Duration, Instant};

use constancia_model::ReportId;
use constancia_register::{Rules, Store, TakenIn};
use world::{Told, World};

const TIME: &str = "2026-01-10T12:00:00Z";

/// How many reports come one by one at the end.
const MORE: usize = 200;

fn main() {
    let reports = std::env::args().filter_map(|word| word.parse().ok()).next().unwrap_or(100_000);
    let world = World::of(reports);
    let folder = tempfile::tempdir().expect("a folder for the store");
    let path = folder.path().join("store.db");
    let mut store = Store::open(&path).expect("a new store");
    let (mut statements, mut bytes) = (0, 0);
    let taking = Instant::now();
    for number in 0..reports {
        let told = world.report(number);
        statements += told.statements.len();
        bytes += told.report.kept.text.len();
        take_in(&mut store, &told);
    }
    say("taking in, a transaction a report", taking.elapsed());
    println!("{reports} reports, {statements} statements, {} MB of text", bytes / 1_000_000);
    say("settling all at once: copies, origins, persons", timed(|| store.settle(TIME).expect("settled")));
    say("rebuilding from the ledger alone", timed(|| store.rebuild().expect("rebuilt")));
    let loading = Instant::now();
    let register = store.register().expect("a register");
    say("loading the register", loading.elapsed());
    let brief = timed(|| println!("{} persons with a row", register.brief().persons.len()));
    say("putting together the whole brief", brief);
    println!("{} MB resident", resident());
    let opening = Instant::now();
    let mut live = store.live(&Rules::default()).expect("an open register");
    say("opening it for more reports", opening.elapsed());
    let mut times: Vec<Duration> = (reports..reports + MORE)
        .map(|number| {
            let told = world.report(number);
            let report = told.report.clone();
            timed(|| live.take_in(&report, &told.statements, &told.gist, "bench 1"))
        })
        .collect();
    times.sort_unstable();
    println!(
        "one more report: median {:.1} ms, 95 in 100 within {:.1} ms, longest {:.1} ms",
        milliseconds(times[MORE / 2]),
        milliseconds(times[MORE * 95 / 100]),
        milliseconds(times[MORE - 1])
    );
}

fn take_in(store: &mut Store, told: &Told) {
    let raw = told.report.kept.text.as_bytes();
    debug_assert_eq!(ReportId::of(raw), told.report.id);
    let taken =
        TakenIn { report: &told.report, raw, statements: &told.statements, gist: &told.gist, reader: "bench 1" };
    store.take_in(&taken, "bench", TIME).expect("taken in");
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let _done = work();
    start.elapsed()
}

fn say(what: &str, time: Duration) {
    println!("{what}: {:.1} s", time.as_secs_f64());
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Megabytes that this process holds, where the system says so.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or_default() / 1024
}
