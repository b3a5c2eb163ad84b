//! B-cubed (Bagga and Baldwin 1998): for each item, how much of its group is of its class, and how much of its class is
//! in its group; averaged over the items.

use std::collections::BTreeMap;

use constancia_model::ReportId;

/// How far groups agree with classes, each 0 to 1.
pub struct Agreement {
    /// How much of a group is of one class.
    pub precision: f64,
    /// How much of a class is in one group.
    pub recall: f64,
}

impl Agreement {
    /// Compares the groups found with the true ones, by item; an item without a group counts for nothing.
    pub fn of(found: &BTreeMap<ReportId, usize>, truth: &BTreeMap<ReportId, String>) -> Self {
        let mut both: BTreeMap<(usize, &str), f64> = BTreeMap::new();
        let (mut groups, mut classes): (BTreeMap<usize, f64>, BTreeMap<&str, f64>) = Default::default();
        for (id, class) in truth {
            *classes.entry(class).or_default() += 1.0;
            let Some(&group) = found.get(id) else { continue };
            *groups.entry(group).or_default() += 1.0;
            *both.entry((group, class)).or_default() += 1.0;
        }
        let items = truth.len().max(1) as f64;
        let sum = |size: &dyn Fn(&(usize, &str)) -> f64| both.iter().map(|(key, n)| n * n / size(key)).sum::<f64>();
        Self { precision: sum(&|(group, _)| groups[group]) / items, recall: sum(&|(_, class)| classes[class]) / items }
    }

    /// Their harmonic mean.
    pub fn f1(&self) -> f64 {
        let sum = self.precision + self.recall;
        if sum > 0.0 { 2.0 * self.precision * self.recall / sum } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_of_two_classes_costs_precision_and_a_class_in_two_groups_recall() {
        let id = |name: &str| ReportId::of(name.as_bytes());
        let truth: BTreeMap<ReportId, String> =
            [("a", "x"), ("b", "x"), ("c", "y"), ("d", "y")].map(|(name, class)| (id(name), class.to_owned())).into();
        let found = |groups: [usize; 4]| ["a", "b", "c", "d"].map(id).into_iter().zip(groups).collect();
        let exact = Agreement::of(&found([0, 0, 1, 1]), &truth);
        assert_eq!((exact.precision, exact.recall), (1.0, 1.0));
        let heap = Agreement::of(&found([0, 0, 0, 0]), &truth);
        assert_eq!((heap.precision, heap.recall), (0.5, 1.0));
        let alone = Agreement::of(&found([0, 1, 2, 3]), &truth);
        assert_eq!((alone.precision, alone.recall), (1.0, 0.5));
    }
}
