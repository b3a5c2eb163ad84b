//! From left to right, the best label for each word under a model, given the labels before it.

use super::model::{Model, Row, WIDTH};

/// Labels for the words of one sentence.
pub trait Task {
    /// How many labels there are, [`WIDTH`] at most.
    fn labels(&self) -> usize;
    /// How many words there are.
    fn length(&self) -> usize;
    /// Pushes the features of the word at `position`, given the labels of all words before it.
    fn features(&self, position: usize, before: &[u8], features: &mut Vec<u32>);
    /// The label of the word at `position` where it needs no asking.
    fn settled(&self, _position: usize) -> Option<u8> {
        None
    }
    /// Whether `label` may stand after the labels `before`.
    fn permits(&self, _before: &[u8], _label: u8) -> bool {
        true
    }
}

/// The label for every word.
pub fn decode(model: &Model, task: &impl Task) -> Vec<u8> {
    let mut labels = Vec::with_capacity(task.length());
    let mut features = Vec::with_capacity(80);
    for position in 0..task.length() {
        let label = task.settled(position).unwrap_or_else(|| {
            features.clear();
            task.features(position, &labels, &mut features);
            best(&model.score(&features), task, &labels)
        });
        labels.push(label);
    }
    labels
}

/// The permitted label with the highest score; the first of equals.
pub fn best(scores: &Row, task: &impl Task, before: &[u8]) -> u8 {
    let mut best = (i16::MIN, 0);
    for (label, &score) in (0u8..).zip(&scores[..task.labels().min(WIDTH)]) {
        if score > best.0 && task.permits(before, label) {
            best = (score, label);
        }
    }
    best.1
}
