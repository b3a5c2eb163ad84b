//! A parser while it learns, and the parser that comes of it.

use constancia_language::tagging::model::Table;
use constancia_language::trees::encoder::ROW;
use constancia_language::trees::model::Parser;
use constancia_language::trees::packed::Packed;
use constancia_language::trees::recurrence::{GATES, WIDTH};
use constancia_language::trees::scorer::SHOWN;

use super::encoder::{EMBEDDING, LearnedEncoder, Words, feature_scale};
use super::examples::{Example, Vocabulary};
use super::learned::Step;
use super::scorer::{LearnedScorer, Lesson};
use crate::random::Random;

/// The weights.
pub struct LearnedParser {
    encoder: LearnedEncoder,
    scorer: LearnedScorer,
}

impl LearnedParser {
    pub fn new(rows: usize, random: &mut Random) -> Self {
        Self { encoder: LearnedEncoder::new(rows, random), scorer: LearnedScorer::new(random) }
    }

    /// Learns from some sentences at once.
    pub fn learn(&mut self, batch: &[&Example], step: Step, random: &mut Random) {
        let words = Words::of(batch);
        let weight = 1.0 / words.rows.len() as f32;
        let reading = self.encoder.read(&words, random);
        let mut asked = vec![0.0; reading.encoded.len()];
        let now = self.scorer.now();
        for (example, sentence) in batch.iter().zip(words.sentences()) {
            let range = sentence.start * WIDTH..sentence.end * WIDTH;
            let lesson = Lesson { encoded: &reading.encoded[range.clone()], tree: &example.tree, weight };
            self.scorer.learn(&now, lesson, random, &mut asked[range]);
        }
        self.encoder.learn(&words, &reading, asked);
        self.encoder.step(&reading, step);
        self.scorer.step(step);
    }

    /// The parser as it stands, for use: each feature multiplied out and rounded.
    pub fn finish(&self, vocabulary: &Vocabulary) -> Parser {
        let shown = Packed::round(&self.scorer.shown.value, SHOWN);
        let mut parser = Parser { shown, scorer: self.scorer.now(), ..Parser::default() };
        parser.encoder.layers = std::array::from_fn(|layer| self.encoder.layers[layer].now());
        parser.encoder.gates = std::array::from_fn(|layer| Packed::round(&self.encoder.gates[layer + 1].value, GATES));
        parser.encoder.rows.keys = Table::new(vocabulary.keys());
        let rows = self.rows();
        let greatest = rows.iter().fold(f32::MIN_POSITIVE, |greatest, value| greatest.max(value.abs()));
        rows.chunks_exact(ROW).for_each(|row| parser.encoder.rows.push(row, greatest));
        parser
    }

    /// What each feature feeds the first layer, [`ROW`] numbers each.
    fn rows(&self) -> Vec<f32> {
        let features = &self.encoder.features.value[EMBEDDING..];
        let gates = self.encoder.gates[0].apply(features, EMBEDDING);
        let highway = self.encoder.highway.apply(features, EMBEDDING);
        let fed = gates.chunks_exact(GATES).zip(highway.chunks_exact(WIDTH));
        fed.flat_map(|(gates, highway)| gates.iter().chain(highway)).map(|value| value * feature_scale()).collect()
    }
}
