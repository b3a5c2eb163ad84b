//! From scores of arcs to the best tree: Chu and Liu's and Edmonds' algorithm, with exactly one root.
//!
//! It knows numbers only.

/// More than all scores of a sentence together: whatever tree has a second root is worse than any that has one.
const ONE_ROOT: f64 = 1e9;

/// The best tree. `scores` has `width` numbers for each word: first the score of being the root, then of hanging on each
/// word, then room that is not looked at. The head of each word, `None` for the root.
pub fn best_tree(length: usize, width: usize, scores: &[f32]) -> Vec<Option<usize>> {
    let nodes = length + 1;
    let mut graph = vec![f64::NEG_INFINITY; nodes * nodes];
    for (word, row) in scores.chunks_exact(width).enumerate() {
        for (head, score) in row[..nodes].iter().enumerate().filter(|(head, _)| *head != word + 1) {
            let root = if head == 0 { ONE_ROOT } else { 0.0 };
            graph[(word + 1) * nodes + head] = f64::from(*score) - root;
        }
    }
    arborescence(nodes, &graph).into_iter().skip(1).map(|head| head.checked_sub(1)).collect()
}

/// The heads of the heaviest tree that grows from node 0; `graph` has a row of possible heads for each node.
fn arborescence(nodes: usize, graph: &[f64]) -> Vec<usize> {
    let heads: Vec<usize> = (0..nodes).map(|node| best_head(&graph[node * nodes..][..nodes])).collect();
    match find_cycle(&heads) {
        None => heads,
        Some(cycle) => through_contraction(nodes, graph, heads, &cycle),
    }
}

fn best_head(scores: &[f64]) -> usize {
    let better = |best: usize, head: usize| if scores[head] > scores[best] { head } else { best };
    (1..scores.len()).fold(0, better)
}

/// The nodes of one cycle among the heads, if there is one.
fn find_cycle(heads: &[usize]) -> Option<Vec<bool>> {
    let mut seen = vec![0; heads.len()];
    for start in 1..heads.len() {
        let mut node = start;
        while node != 0 && seen[node] == 0 {
            seen[node] = start;
            node = heads[node];
        }
        if node != 0 && seen[node] == start {
            return Some(cycle_through(node, heads));
        }
    }
    None
}

fn cycle_through(start: usize, heads: &[usize]) -> Vec<bool> {
    let mut cycle = vec![false; heads.len()];
    let mut node = start;
    while !cycle[node] {
        cycle[node] = true;
        node = heads[node];
    }
    cycle
}

/// Makes the cycle one node, solves what is left, and opens the cycle where the solution enters it.
fn through_contraction(nodes: usize, graph: &[f64], mut heads: Vec<usize>, cycle: &[bool]) -> Vec<usize> {
    let kept: Vec<usize> = (0..nodes).filter(|&node| !cycle[node]).collect();
    let within: Vec<usize> = (0..nodes).filter(|&node| cycle[node]).collect();
    let score = |node: usize, head: usize| graph[node * nodes + head];
    let entry = |head: usize| {
        let gain = |node: usize| score(node, head) - score(node, heads[node]);
        within.iter().copied().fold((within[0], gain(within[0])), |best, node| {
            if gain(node) > best.1 { (node, gain(node)) } else { best }
        })
    };
    let exit = |node: usize| {
        within.iter().copied().fold(
            within[0],
            |best, head| {
                if score(node, head) > score(node, best) { head } else { best }
            },
        )
    };
    let size = kept.len() + 1;
    let mut smaller = vec![f64::NEG_INFINITY; size * size];
    for (row, &node) in kept.iter().enumerate() {
        for (column, &head) in kept.iter().enumerate() {
            smaller[row * size + column] = score(node, head);
        }
        smaller[row * size + size - 1] = score(node, exit(node));
        smaller[(size - 1) * size + row] = entry(node).1;
    }
    let solution = arborescence(size, &smaller);
    let (enters, _) = entry(kept[solution[size - 1]]);
    let opened = kept[solution[size - 1]];
    for (row, &node) in kept.iter().enumerate().skip(1) {
        let head = solution[row];
        heads[node] = if head == size - 1 { exit(node) } else { kept[head] };
    }
    heads[enters] = opened;
    heads
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WIDTH: usize = 8;

    /// Whether every word comes to the one root.
    fn is_tree(heads: &[Option<usize>]) -> bool {
        let climbs = |word: usize| {
            let mut at = Some(word);
            (0..=heads.len()).any(|_| {
                at = at.and_then(|word| heads[word]);
                at.is_none()
            })
        };
        heads.iter().filter(|head| head.is_none()).count() == 1 && (0..heads.len()).all(climbs)
    }

    fn weight(heads: &[Option<usize>], scores: &[f32]) -> f32 {
        let arcs = heads.iter().enumerate();
        arcs.map(|(word, head)| scores[word * WIDTH + head.map_or(0, |head| head + 1)]).sum()
    }

    /// The weight of the heaviest tree, found by trying all.
    fn heaviest(length: usize, scores: &[f32]) -> f32 {
        let choices = (length + 1).pow(length as u32);
        let heads = |choice: usize| -> Vec<Option<usize>> {
            (0..length).map(|word| (choice / (length + 1).pow(word as u32) % (length + 1)).checked_sub(1)).collect()
        };
        let trees = (0..choices).map(heads).filter(|heads| is_tree(heads));
        trees.map(|heads| weight(&heads, scores)).fold(f32::MIN, f32::max)
    }

    #[test]
    fn a_cycle_that_scores_best_is_opened() {
        let mut scores = [0.0; 2 * WIDTH];
        (scores[0], scores[2]) = (1.0, 9.0);
        (scores[WIDTH], scores[WIDTH + 1]) = (3.0, 9.0);
        assert_eq!(best_tree(2, WIDTH, &scores), [Some(1), None]);
    }

    proptest! {
        #[test]
        fn the_best_tree_is_the_heaviest_of_all(
            length in 1..5usize,
            whole in proptest::collection::vec(-20..20i32, 5 * WIDTH),
        ) {
            let scores: Vec<f32> = whole.iter().map(|&score| score as f32).collect();
            let heads = best_tree(length, WIDTH, &scores[..length * WIDTH]);
            prop_assert!(is_tree(&heads));
            prop_assert_eq!(weight(&heads, &scores), heaviest(length, &scores));
        }
    }
}
