//! Finds the pairs of names worth comparing without comparing all with all. Decides nothing about them.

use crate::name::{Name, is_initial};
use crate::spelling::{neighbourhood, skeleton};

/// Names in one block up to which all are compared with all.
const SMALL: usize = 24;

/// With how many of its first names each name of a larger block is compared.
const FIRST: usize = 8;

/// Pairs of positions in `names`, the smaller first, sorted, each once.
pub(crate) fn pairs(names: &[Name]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = blocks(names, exact_keys).iter().flat_map(|block| all_pairs(block)).collect();
    pairs.extend(blocks(names, spelling_keys).iter().flat_map(|block| few_pairs(block)));
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Names with a key in common, in their order.
fn blocks(names: &[Name], keys: fn(&Name) -> Vec<u64>) -> Vec<Vec<usize>> {
    let mut keyed: Vec<(u64, usize)> =
        names.iter().enumerate().flat_map(|(at, name)| keys(name).into_iter().map(move |key| (key, at))).collect();
    keyed.sort_unstable();
    keyed.dedup();
    let blocks = keyed.chunk_by(|a, b| a.0 == b.0).filter(|block| block.len() > 1);
    blocks.map(|block| block.iter().map(|(_, at)| *at).collect()).collect()
}

fn all_pairs(block: &[usize]) -> Vec<(usize, usize)> {
    block.iter().enumerate().flat_map(|(n, a)| block[n + 1..].iter().map(move |b| (*a, *b))).collect()
}

fn few_pairs(block: &[usize]) -> Vec<(usize, usize)> {
    if block.len() <= SMALL {
        return all_pairs(block);
    }
    block.iter().enumerate().flat_map(|(n, b)| block[..n.min(FIRST)].iter().map(move |a| (*a, *b))).collect()
}

/// The given name with each other word: where one name has all words of another, they share one.
fn exact_keys(name: &Name) -> Vec<u64> {
    name.words[1..].iter().map(|word| key("exact", &[name.given(), word])).collect()
}

/// What the name shares with its other spellings: the consonants of two words less one, an initial, another order.
fn spelling_keys(name: &Name) -> Vec<u64> {
    let mut sorted: Vec<&str> = name.words.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    let mut keys = vec![key("order", &sorted)];
    let (given, first_letter) = (skeleton(name.given()), name.given().chars().take(1).collect::<String>());
    for word in name.words[1..].iter().filter(|word| !is_initial(word)) {
        keys.push(key("initial", &[&first_letter, word]));
        keys.extend(neighbourhood(word).iter().map(|near| key("surname", &[&given, near])));
        let bones = skeleton(word);
        keys.extend(neighbourhood(name.given()).iter().map(|near| key("given", &[near, &bones])));
    }
    keys
}

/// A fixed hash (FNV-1a, 64 bits), so that blocks are the same on every machine.
fn key(kind: &str, parts: &[&str]) -> u64 {
    let bytes = std::iter::once(&kind).chain(parts).flat_map(|part| part.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
