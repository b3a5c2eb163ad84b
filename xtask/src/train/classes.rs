//! Which labels a word may take: from the training sentences and from word lists.

use std::collections::BTreeMap;

use constancia_language::tagging::LABELS;
use constancia_language::tagging::word::word_key;

use super::treebank::TreebankSentence;

/// A word seen fewer times than this says too little about itself, and its class would only repeat its label.
const LEAST_SEEN: usize = 3;

/// Word keys and the set of labels each word takes, a bit a label.
pub type Classes = BTreeMap<u32, u32>;

/// Counts the labels of every word and keeps those that are not rare for it.
pub fn observed(sentences: &[TreebankSentence]) -> Classes {
    let mut counts: BTreeMap<u32, [usize; LABELS.len()]> = BTreeMap::new();
    for word in sentences.iter().flat_map(|sentence| &sentence.words) {
        let lower: String = word.form.chars().flat_map(char::to_lowercase).collect();
        counts.entry(word_key(&lower)).or_default()[usize::from(word.label)] += 1;
    }
    counts.into_iter().filter_map(|(key, counts)| Some((key, usual(&counts)?))).collect()
}

fn usual(counts: &[usize]) -> Option<u32> {
    let total: usize = counts.iter().sum();
    let labels = counts.iter().enumerate().filter(|(_, count)| **count * 20 >= total);
    (total >= LEAST_SEEN).then(|| labels.fold(0, |mask, (label, _)| mask | 1 << label))
}
