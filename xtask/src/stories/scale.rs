//! Generated gists by the hundred thousand, placed one by one: the time of a placement may not grow with the archive.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use constancia_lineage::stories::{Gisted, Stories, stories};
use constancia_model::{Features, Gist, Language, PartialDate, ReportId};

/// So many gists are placed.
const GISTS: usize = 100_000;
/// So many reports tell of one event.
const REPORTS: usize = 8;
/// Placements at the beginning and at the end whose times are compared.
const STRETCH: usize = 10_000;
/// The last placements may take so much longer than the first ones, whose archive is small.
const SLOWER: u32 = 4;

/// Places all, times the stretches and the grouping of all.
pub fn run() -> Result<()> {
    let generated: Vec<(ReportId, Gist, PartialDate)> = (0..GISTS).map(generate).collect();
    let mut placed = Stories::new();
    let mut stretches: Vec<Duration> = Vec::new();
    for stretch in generated.chunks(STRETCH) {
        let started = Instant::now();
        for (id, gist, published) in stretch {
            placed.place(&Gisted { id, gist, published: Some(*published) });
        }
        stretches.push(started.elapsed());
    }
    let each: Vec<String> = stretches.iter().map(|time| format!("{:.2}", milliseconds(*time))).collect();
    println!("milliseconds for each placement, by ten thousand placed before: {}", each.join(" "));
    let gisted: Vec<Gisted> =
        generated.iter().map(|(id, gist, published)| Gisted { id, gist, published: Some(*published) }).collect();
    let started = Instant::now();
    let groups = stories(&gisted).len();
    println!("all {GISTS} at once: {groups} stories in {:.1} s", started.elapsed().as_secs_f64());
    ensure!(stretches[stretches.len() - 1] < stretches[0] * SLOWER, "placing grows with the archive");
    Ok(())
}

fn milliseconds(stretch: Duration) -> f64 {
    stretch.as_secs_f64() * 1000.0 / STRETCH as f64
}

/// A report of one of many events: half of its features are those of the event, the others of its own, and the common
/// ones are common as in a language, a few very often and most seldom.
fn generate(number: usize) -> (ReportId, Gist, PartialDate) {
    let event = number / REPORTS;
    let mut own = Draws(number as u64 + 1);
    let mut shared = Draws((event as u64 + 1) << 32);
    let mut features = |name: &str, most: u64, count: usize| -> Features {
        let drawn = (0..count).map(|at| if at % 2 == 0 { shared.skewed(most) } else { own.skewed(most) });
        drawn.map(|number| (format!("{name}{number}"), 1 + (number % 4) as u8)).collect()
    };
    let gist = Gist {
        language: Some(Language::English),
        persons: features("p", 40_000, 12),
        places: features("l", 2_000, 8),
        institutions: features("i", 10_000, 10),
        numbers: features("", 900, 10),
        dates: Features::new(),
        events: features("e", 380, 16),
        words: features("w", 20_000, 60),
    };
    let day = PartialDate::from(jiff::civil::date(2020, 1, 1) + jiff::Span::new().days((event / 40) as i64));
    (ReportId::of(&number.to_le_bytes()), gist, day)
}

/// Numbers that look drawn at random and are always the same (xorshift, Marsaglia 2003).
struct Draws(u64);

impl Draws {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Below `most`, small numbers much more often than large ones.
    fn skewed(&mut self, most: u64) -> u64 {
        let part = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        (part * part * part * most as f64) as u64
    }
}
