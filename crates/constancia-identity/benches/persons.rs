//! How long a new person takes beside a million others and beside ten thousand namesakes, what each costs in memory, and
//! how long a whole register takes. Persons are made up from lists of name parts, the same on every machine.
//!
//! `cargo bench --package constancia-identity` prints times and, on Linux, bytes a person.

use std::fs;
use std::time::Instant;

use constancia_identity::{Candidate, Index, propose};
use constancia_model::{Attribute, AttributeField, PersonMention, ReportId, Status, StatusEvent};
use divan::Bencher;
use divan::counter::ItemsCount;

/// Persons of the large index.
const MILLION: u64 = 1_000_000;

/// Persons measured after it is filled.
const NEW: u64 = 2_000;

/// Persons of the register that is settled as a whole.
const REGISTER: u64 = 100_000;

/// A line each of given and family names for four languages, then Burmese parts, then places.
const NAMES: &str = include_str!("names.txt");

fn main() {
    divan::main();
}

/// A new person beside a million.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn new_person_beside_a_million(bencher: Bencher) {
    let mut makers = Maker::new();
    let before = resident();
    let mut index = Index::new();
    let began = Instant::now();
    (0..MILLION).for_each(|at| drop(index.insert(&makers.person(at))));
    let filled = began.elapsed();
    eprintln!("\nfilled with {MILLION} in {filled:.1?}; {} bytes a person", (resident() - before) / MILLION);
    bencher
        .counter(ItemsCount::new(NEW))
        .bench_local(|| slowest(&mut index, (MILLION..MILLION + NEW).map(|at| makers.person(at))));
}

/// A new person beside ten thousand of the same name.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn new_person_beside_namesakes(bencher: Bencher) {
    let mut makers = Maker::new();
    let mut named = |at| {
        let mut person = makers.person(at);
        person.mention.name = "José Rodríguez".to_owned();
        person
    };
    let mut index = Index::new();
    (0..10_000).for_each(|at| drop(index.insert(&named(at))));
    bencher.counter(ItemsCount::new(NEW)).bench_local(|| slowest(&mut index, (10_000..10_000 + NEW).map(&mut named)));
}

/// Every proposal for a register of a hundred thousand.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn register(bencher: Bencher) {
    let mut maker = Maker::new();
    let candidates: Vec<Candidate> = (0..REGISTER).map(|at| maker.person(at)).collect();
    bencher.counter(ItemsCount::new(REGISTER)).bench_local(|| {
        let proposals = propose(&candidates, &[]);
        let certain = proposals.iter().filter(|proposal| proposal.certain).count();
        eprintln!("\n{} proposals, {certain} of them certain", proposals.len());
    });
}

/// Every proposal for ten thousand namesakes.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn register_of_namesakes(bencher: Bencher) {
    let mut maker = Maker::new();
    let mut candidates: Vec<Candidate> = (0..10_000).map(|at| maker.person(at)).collect();
    candidates.iter_mut().for_each(|candidate| candidate.mention.name = "José Rodríguez".to_owned());
    bencher.counter(ItemsCount::new(10_000_u64)).bench_local(|| propose(&candidates, &[]).len());
}

/// Inserts all and prints the slowest.
fn slowest(index: &mut Index, persons: impl Iterator<Item = Candidate>) {
    let mut slowest = std::time::Duration::ZERO;
    for person in persons {
        let began = Instant::now();
        divan::black_box(index.insert(&person));
        slowest = slowest.max(began.elapsed());
    }
    eprintln!("\nslowest new person: {slowest:.1?}");
}

/// Makes up persons.
struct Maker {
    state: u64,
    lists: Vec<Vec<&'static str>>,
}

/// Lines of `names.txt`.
const BURMESE: usize = 8;
const PLACES: usize = 9;

impl Maker {
    fn new() -> Self {
        let lines = NAMES.lines().filter(|line| !line.starts_with('#'));
        Self { state: 20_261_128, lists: lines.map(|line| line.split_whitespace().collect()).collect() }
    }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    fn random(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.random() % u64::try_from(bound).expect("small")).expect("small")
    }

    /// One of a list, the first ones far more often, as names are.
    fn one_of(&mut self, list: usize) -> &'static str {
        let length = self.lists[list].len();
        let (a, b) = (self.below(length), self.below(length));
        self.lists[list][a * b / length]
    }

    fn name(&mut self) -> String {
        let parts = match [0, 0, 0, 2, 4, 6, BURMESE][self.below(7)] {
            BURMESE => vec![BURMESE; 2 + self.below(2)],
            given => {
                let (second_given, second_family) = (self.below(3) == 0, self.below(2) == 0);
                let mut parts = vec![given; 1 + usize::from(second_given)];
                parts.resize(parts.len() + 1 + usize::from(second_family), given + 1);
                parts
            }
        };
        parts.into_iter().map(|list| self.one_of(list)).collect::<Vec<_>>().join(" ")
    }

    /// A person of one report of ten, with an age and a place of custody.
    fn person(&mut self, number: u64) -> Candidate {
        let name = self.name();
        let age = 18 + self.below(60);
        let place = self.one_of(PLACES).to_owned();
        let event = StatusEvent {
            person: name.clone(),
            status: Status::Detained,
            date: None,
            place: Some(place),
            by: None,
            accusation: None,
            terms: None,
        };
        let age = Attribute { person: name.clone(), field: AttributeField::Age, value: age.to_string() };
        let report = ReportId::of(&(number / 10).to_le_bytes());
        let published = "2026-01-08".parse().ok();
        Candidate { mention: PersonMention { report, name }, published, attributes: vec![age], events: vec![event] }
    }
}

/// Resident memory in bytes, where the system tells it.
fn resident() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes =
        status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.split_whitespace().next()?.parse().ok());
    kilobytes.unwrap_or(0_u64) * 1024
}
