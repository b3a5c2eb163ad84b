//! Keys of names: two names that may be one person's share at least one. Compares nothing.

use crate::evidence::Facts;
use crate::name::{Name, is_initial, lists, sound_of};
use crate::words::skeleton;

/// Words of a name, after the first, whose slips of the pen are looked for.
const SLIPS_IN: usize = 2;

/// Words of a name that are paired with each other.
const PAIRED: usize = 5;

/// Consonants from which on a word may lack one.
const LONG: usize = 3;

/// The keys of a name, close and loose ones. A name of one word has none.
pub(crate) fn name_keys(name: &Name) -> Vec<u64> {
    let mut keys = close_keys(name);
    keys.extend(loose_keys(name));
    keys
}

/// Every two words of a name whatever their order, spelling or short form, and all of it.
pub(crate) fn close_keys(name: &Name) -> Vec<u64> {
    let words = canonical_words(name);
    let mut keys: Vec<u64> = Vec::new();
    for (at, (_, one)) in words.iter().enumerate() {
        keys.extend(words[at + 1..].iter().map(|(_, other)| pair(one, other)));
    }
    keys.push(key("joined", &[&skeleton(&name.words.concat())]));
    keys.push(whole(name));
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// What slips of the pen and initials leave of a name: each of its first words with a letter less beside another word, and
/// the first letter of the given name beside the others. Where very many share such a key, it tells nothing.
pub(crate) fn loose_keys(name: &Name) -> Vec<u64> {
    let words = canonical_words(name);
    let Some(((given, first), others)) = words.split_first() else { return Vec::new() };
    let initial: String = given.chars().take(1).collect();
    let mut keys = Vec::new();
    for (word, other) in others.iter().take(SLIPS_IN).filter(|(word, _)| !is_initial(word)) {
        keys.push(key("initial", &[&initial, other]));
        keys.extend(less_a_letter(word).iter().map(|less| key("slip", &[first, less])));
        keys.extend(less_a_letter(given).iter().map(|less| key("slip", &[other, less])));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn canonical_words(name: &Name) -> Vec<(&str, String)> {
    name.words.iter().take(PAIRED).map(|word| (sound_of(word), canonical(sound_of(word)))).collect()
}

/// All words in any order.
fn whole(name: &Name) -> u64 {
    let mut words: Vec<&str> = name.words.iter().map(String::as_str).collect();
    words.sort_unstable();
    key("whole", &words)
}

fn pair(one: &str, other: &str) -> u64 {
    if one <= other { key("pair", &[one, other]) } else { key("pair", &[other, one]) }
}

/// What all spellings and short forms of a word mostly share.
fn canonical(word: &str) -> String {
    if let Some(line) = lists::nickname_line(word) {
        return format!("#{line}");
    }
    let bones = skeleton(word);
    if bones.len() < 2 { plain_vowels(word) } else { bones }
}

/// A word of hardly any consonants, with its vowels as Spanish writes them: "Iouri" and "Yury" are "iuri".
fn plain_vowels(word: &str) -> String {
    let mut letters: Vec<char> = word.replace("ou", "u").replace("oo", "u").replace(['y', 'j'], "i").chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// The consonants, whole and without each of them: words one letter apart share one of these.
fn less_a_letter(word: &str) -> Vec<String> {
    let bones: Vec<char> = skeleton(word).chars().collect();
    let without = |at: usize| bones.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, c)| *c).collect();
    std::iter::once(bones.iter().collect())
        .chain((0..bones.len()).filter(|_| bones.len() >= LONG).map(without))
        .collect()
}

/// A fixed hash (FNV-1a, 64 bits), so that blocks are the same on every machine.
pub(crate) fn key(kind: &str, parts: &[&str]) -> u64 {
    let bytes = std::iter::once(&kind).chain(parts).flat_map(|part| part.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The first two words of a name beside each fact that tells people of one name apart: so that in a crowd of one name those
/// who share a fact still meet.
pub(crate) fn fact_keys(name: &Name, facts: &Facts) -> Vec<u64> {
    let [one, other, ..] = name.words.as_slice() else { return Vec::new() };
    let (one, other) = (canonical(sound_of(one)), canonical(sound_of(other)));
    facts.telling().iter().map(|fact| key("fact", &[&one, &other, fact])).collect()
}
