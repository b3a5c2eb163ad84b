//! What hangs on each word: the arcs of a text read from the other end.

/// The words that hang on each word, found without a search.
#[derive(Clone, Debug, Default)]
pub struct Children {
    /// Where the children of each word begin, and at last where all end.
    begins: Vec<usize>,
    words: Vec<usize>,
}

impl Children {
    /// Takes the head of each word.
    pub fn new(heads: &[Option<usize>]) -> Self {
        let mut begins = vec![0; heads.len() + 1];
        for head in heads.iter().flatten() {
            begins[head + 1] += 1;
        }
        for word in 0..heads.len() {
            begins[word + 1] += begins[word];
        }
        let mut next = begins.clone();
        let mut words = vec![0; begins[heads.len()]];
        for (word, head) in heads.iter().enumerate().filter_map(|(word, head)| Some((word, (*head)?))) {
            words[next[head]] = word;
            next[head] += 1;
        }
        Self { begins, words }
    }

    /// The words that hang on `word`, in order.
    pub fn of(&self, word: usize) -> impl Iterator<Item = usize> + '_ {
        self.words[self.begins[word]..self.begins[word + 1]].iter().copied()
    }

    /// The word and all that hang on it in the end, in order.
    pub fn subtree(&self, word: usize) -> Vec<usize> {
        let mut found = vec![word];
        let mut next = 0;
        while let Some(&word) = found.get(next) {
            found.extend(self.of(word));
            next += 1;
        }
        found.sort_unstable();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_and_subtrees_stand_in_order() {
        let children = Children::new(&[Some(1), None, Some(1), Some(4), Some(2), None]);
        assert_eq!(children.of(1).collect::<Vec<_>>(), [0, 2]);
        assert_eq!(children.of(5).count(), 0);
        assert_eq!(children.subtree(2), [2, 3, 4]);
        assert_eq!(children.subtree(1), [0, 1, 2, 3, 4]);
    }
}
