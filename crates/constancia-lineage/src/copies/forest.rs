//! From pairs to trees: every copy hangs on one original, and no text is the origin of itself by a detour. Knows
//! numbers only.

/// A copy and one possible original.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    pub copy: usize,
    pub of: usize,
    /// Share of the copy's words that stand in the original.
    pub shared: f64,
}

/// The one original of each text, where it has one: the one it shares most with, the first among equals. The surest
/// pairs are taken first, and a pair that would close a circle is left out.
pub fn parents(texts: usize, edges: impl Iterator<Item = Edge>) -> Vec<Option<usize>> {
    let mut edges: Vec<Edge> = edges.collect();
    edges.sort_by(|a, b| b.shared.total_cmp(&a.shared).then((a.of, a.copy).cmp(&(b.of, b.copy))));
    let mut parents = vec![None; texts];
    for edge in edges {
        if parents[edge.copy].is_none() && root(&parents, edge.of) != edge.copy {
            parents[edge.copy] = Some(edge.of);
        }
    }
    parents
}

/// The origin of each text: itself, or where its chain of originals ends.
pub fn roots(parents: &[Option<usize>]) -> Vec<usize> {
    (0..parents.len()).map(|text| root(parents, text)).collect()
}

fn root(parents: &[Option<usize>], text: usize) -> usize {
    std::iter::successors(Some(text), |at| parents[*at]).last().unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(copy: usize, of: usize, shared: f64) -> Edge {
        Edge { copy, of, shared }
    }

    #[test]
    fn the_closest_original_is_taken() {
        let parents = parents(3, [edge(2, 0, 0.4), edge(2, 1, 0.9), edge(1, 0, 0.5)].into_iter());
        assert_eq!(parents, [None, Some(0), Some(1)]);
        assert_eq!(roots(&parents), [0, 0, 0]);
    }

    #[test]
    fn a_circle_is_cut_where_it_is_weakest() {
        let parents = parents(3, [edge(0, 1, 0.9), edge(1, 2, 0.8), edge(2, 0, 0.7)].into_iter());
        assert_eq!(parents, [Some(1), Some(2), None]);
    }
}
