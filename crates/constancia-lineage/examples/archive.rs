//! How fast copies are found and how much memory that takes, on one core; called by `cargo xtask bench lineage`.
//!
//! `archive pairs FILE`: reads texts that a record separator (U+001E) parts, compares all of them, and prints the seconds at
//! work and the pairs, a line each.
//! `archive grow NUMBER`: places that many made reports one after the other, a tenth of them copies, and prints at every
//! doubling what a placement took and how many bytes the index holds for each report.

use std::borrow::Cow;
use std::collections::HashMap;
use std::time::Instant;

use constancia_lineage::{Archive, Lineage, Text, lineage};
use constancia_model::ReportId;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["pairs", file] => pairs(&std::fs::read_to_string(file).expect("the file can be read")),
        ["grow", number] => grow(number.parse().expect("a number of reports")),
        _ => eprintln!("usage: archive pairs FILE | archive grow NUMBER"),
    }
}

/// Seconds that this thread has been at work, so that what else runs on the machine counts little.
struct Clock(Instant, Option<f64>);

impl Clock {
    fn start() -> Self {
        Self(Instant::now(), Self::worked())
    }

    fn worked() -> Option<f64> {
        let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        Some(told.split(' ').next()?.parse::<u64>().ok()? as f64 / 1e9)
    }

    fn seconds(&self) -> f64 {
        self.1.zip(Self::worked()).map_or_else(|| self.0.elapsed().as_secs_f64(), |(then, now)| now - then)
    }
}

fn pairs(file: &str) {
    let texts: Vec<&str> = file.split('\u{1e}').collect();
    let ids: Vec<ReportId> = texts.iter().map(|text| ReportId::of(text.as_bytes())).collect();
    let input: Vec<Text> = texts.iter().zip(&ids).map(|(text, id)| report(id, text)).collect();
    let clock = Clock::start();
    let found = lineage(&input);
    println!("{}", clock.seconds());
    print_pairs(&found, &ids);
}

fn print_pairs(found: &Lineage, ids: &[ReportId]) {
    let places: HashMap<&ReportId, usize> = ids.iter().enumerate().map(|(at, id)| (id, at)).collect();
    for copy in &found.copies {
        println!("{} {}", places[&copy.copy], places[&copy.of]);
    }
    for group in &found.groups {
        for (at, one) in group.reports.iter().enumerate() {
            group.reports[..at].iter().for_each(|other| println!("{} {}", places[one], places[other]));
        }
    }
}

fn report<'a>(id: &'a ReportId, text: &'a str) -> Text<'a> {
    Text { id, text, published: None, credit: None, outlet: None }
}

fn grow(number: usize) {
    let mut archive = Archive::new();
    let mut numbers: HashMap<ReportId, usize> = HashMap::new();
    let (mut worked, mut slowest, mut since, mut next, mut right, mut copies) = (0.0, 0.0_f64, 0, 1000, 0, 0);
    println!("{:>9}{:>14}{:>14}{:>14}{:>16}", "reports", "us a report", "slowest ms", "bytes each", "copies found");
    for at in 0..number {
        let text = made(at);
        let id = ReportId::of(text.as_bytes());
        let clock = Clock::start();
        let placed = archive.place(&report(&id, &text), |id| numbers.get(id).map(|at| Cow::Owned(made(*at))));
        let took = clock.seconds();
        numbers.insert(id, at);
        (worked, slowest, since) = (worked + took, slowest.max(took), since + 1);
        copies += usize::from(original(at).is_some());
        let is_right = |copy: &constancia_lineage::Copy| {
            original(at) == Some(numbers[&copy.of]) || original(at) == Some(numbers[&copy.copy])
        };
        right += usize::from(placed.copies.iter().chain(&placed.copied_by).any(is_right));
        if at + 1 == next || at + 1 == number {
            let (each, bytes) = (worked / f64::from(since) * 1e6, archive.bytes() as f64 / archive.len() as f64);
            println!(
                "{:>9}{each:>14.1}{:>14.2}{bytes:>14.0}{:>16}",
                at + 1,
                slowest * 1e3,
                format!("{right} of {copies}")
            );
            (worked, slowest, since, next) = (0.0, 0.0, 0, next * 2);
        }
    }
}

/// The report that this one copies: of every ten the last copies one of those before.
fn original(at: usize) -> Option<usize> {
    (at % 10 == 9).then(|| Random(at as u64).below(at)).map(|of| of - of % 10)
}

/// The report of that number: twenty sentences of a vocabulary in which, as in language, few words are frequent. A copy has
/// every second sentence of its original, with a word in eight changed.
fn made(at: usize) -> String {
    let Some(of) = original(at) else { return sentences(at, &mut Random(at as u64 + 1), |_| true, 0) };
    sentences(of, &mut Random(of as u64 + 1), |sentence| sentence % 2 == 0, at as u64)
}

fn sentences(number: usize, random: &mut Random, kept: impl Fn(usize) -> bool, change: u64) -> String {
    let mut other = Random(change);
    let mut text = format!("Report {number}\n\n");
    for sentence in 0..20 {
        let words: Vec<String> = (0..16).map(|_| random.word()).collect();
        if !kept(sentence) {
            continue;
        }
        for (at, word) in words.iter().enumerate() {
            let word = if change > 0 && other.below(8) == 0 { other.word() } else { word.clone() };
            let initial = word.chars().next().filter(|_| at == 0).map(|c| c.to_ascii_uppercase());
            text.extend(initial);
            text.push_str(if at == 0 { &word[1..] } else { &word });
            text.push_str(if at == 15 { ". " } else { " " });
        }
    }
    text
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    /// One of fifty thousand words, the n-th about as often as one over n (Zipf's law).
    fn word(&mut self) -> String {
        let part = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        let mut letters = Random(50_000_f64.powf(part) as u64);
        let syllable = |letters: &mut Random| {
            let (consonant, vowel) = (letters.below(16), letters.below(5));
            [b"bcdfghjlmnprstvz"[consonant] as char, b"aeiou"[vowel] as char]
        };
        (0..2 + letters.below(3)).flat_map(|_| syllable(&mut letters)).collect()
    }
}
