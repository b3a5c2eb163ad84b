//! Words that every text has. Knows no grammar: a list for each language, held as data.

use std::sync::LazyLock;

use super::words::folded_hash;

/// Places of the table; four times as many as there are words, so that nearly all look-ups end at once.
const PLACES: usize = 2048;

static LIGHT: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let lists = [include_str!("../../data/en/light.txt"), include_str!("../../data/es/light.txt")];
    let mut table = vec![0; PLACES];
    for word in lists.iter().flat_map(|list| list.split_whitespace()) {
        let hash = folded_hash(word);
        let free = probes(hash).find(|place| table[*place] == 0 || table[*place] == hash);
        free.into_iter().for_each(|place| table[place] = hash);
    }
    table
});

/// Whether the word of this hash carries no meaning by itself.
pub(crate) fn is_light(hash: u32) -> bool {
    probes(hash).map(|place| LIGHT[place]).take_while(|held| *held != 0).any(|held| held == hash)
}

fn probes(hash: u32) -> impl Iterator<Item = usize> {
    (0..PLACES).map(move |step| (hash as usize + step) % PLACES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_light_words() {
        for word in ["their", "would", "según", "también"] {
            assert!(is_light(folded_hash(word)), "{word}");
        }
        assert!(!is_light(folded_hash("prison")) && !is_light(folded_hash("cárcel")));
    }
}
