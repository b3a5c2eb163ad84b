//! The model that hangs words on each other: what it learns from, how, and how well it does on what was held back.

mod choice;
mod encoder;
mod examples;
mod learned;
mod parser;
mod recurrence;
mod scorer;

use std::time::Instant;

use constancia_language::trees::model::Parser;

pub use examples::{TaggedSentence, jackknifed};

use crate::random::Random;
use examples::{Example, Vocabulary};
use learned::Step;
use parser::LearnedParser;

/// How often to go over all sentences.
const ROUNDS: usize = 18;

/// How many words are learned from at once.
const BATCH: usize = 400;

/// The size of the largest step.
const RATE: f32 = 0.003;

/// The steps over which the rate rises.
const WARM_UP: f32 = 600.0;

const SEED: u64 = 20_260_103;

/// Learns from the sentences, the same weights on every run.
pub fn learn(train: &[TaggedSentence]) -> Parser {
    let vocabulary = Vocabulary::of(train);
    let examples: Vec<Example> = train.iter().map(|sentence| Example::new(sentence, &vocabulary)).collect();
    let words: usize = examples.iter().map(|example| example.rows.len()).sum();
    let steps = (ROUNDS * words / BATCH) as f32;
    println!("trees: {} sentences, {words} words, {} rows of features", train.len(), vocabulary.rows());
    let mut random = Random(SEED);
    let mut parser = LearnedParser::new(vocabulary.rows(), &mut random);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let (mut step, mut done) = (Step::first(), 0.0f32);
    let begin = Instant::now();
    for round in 1..=ROUNDS {
        random.shuffle(&mut order);
        for batch in batches(&order, &examples, BATCH) {
            let rate = RATE * (done / WARM_UP).min(1.0) * (1.0 - done / steps).max(0.01);
            step = step.next(rate);
            parser.learn(&batch, step, &mut random);
            done += 1.0;
        }
        println!("trees: round {round}, {:.0} s", begin.elapsed().as_secs_f32());
    }
    parser.finish(&vocabulary)
}

/// The sentences in this order, in groups of about `size` words.
fn batches<'a>(order: &[usize], examples: &'a [Example], size: usize) -> Vec<Vec<&'a Example>> {
    let mut all: Vec<Vec<&Example>> = Vec::new();
    let mut room = 0;
    for example in order.iter().map(|&at| &examples[at]) {
        match all.last_mut() {
            Some(batch) if room > 0 => batch.push(example),
            _ => {
                all.push(vec![example]);
                room = size;
            }
        }
        room = room.saturating_sub(example.rows.len());
    }
    all
}
