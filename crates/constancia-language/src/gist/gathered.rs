//! Features of one kind while a text is gone through: how prominent each is, and which came first.

use std::collections::BTreeMap;

use constancia_model::Features;

#[derive(Default)]
pub(super) struct Gathered {
    /// By feature: its prominence, and how many features were found before it.
    found: BTreeMap<String, (u8, usize)>,
}

impl Gathered {
    pub(super) fn add(&mut self, feature: String, weight: u8) {
        let rank = self.found.len();
        let entry = self.found.entry(feature).or_insert((0, rank));
        entry.0 = entry.0.saturating_add(weight);
    }

    /// The most prominent ones, of two alike the one that came first.
    pub(super) fn most_prominent(self, most: usize) -> Features {
        let mut ranked: Vec<_> = self.found.into_iter().collect();
        ranked.sort_by_key(|(_, (prominence, rank))| (std::cmp::Reverse(*prominence), *rank));
        ranked.into_iter().take(most).map(|(feature, (prominence, _))| (feature, prominence)).collect()
    }
}
