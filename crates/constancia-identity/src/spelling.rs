//! Whether two words are spellings of one name. Knows sounds and slips of the pen, not persons.

use crate::name::is_initial;

/// Letters from which on a word may differ by one letter.
const LONG: usize = 6;

/// Consonants from which on two words may be compared by their consonants alone.
const TELLING: usize = 3;

/// The consonants of a word, with those made equal that transliterations and scribes exchange: `h` and `g`, `w` and
/// `v`, `z` and `s`, `c`, `q` and `k`, and the `u` that Belarusian writes where Russian has `v` ("-ouski", "-ovsky").
pub(crate) fn skeleton(word: &str) -> String {
    let letters: Vec<char> = word.replace('x', "ks").replace("ph", "f").chars().collect();
    let mut skeleton = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let sound = match letter {
            'u' if is_v(&letters, at) => 'v',
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' => continue,
            'h' => 'g',
            'w' => 'v',
            'z' => 's',
            'c' | 'q' => 'k',
            other => *other,
        };
        if !skeleton.ends_with(sound) {
            skeleton.push(sound);
        }
    }
    skeleton
}

fn is_v(letters: &[char], at: usize) -> bool {
    let vowel = |letter: &char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    at > 0 && matches!(letters[at - 1], 'a' | 'o') && letters.get(at + 1).is_some_and(|next| !vowel(next))
}

/// Whether the two words may be one name, spelt in two ways.
pub(crate) fn near(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    if is_initial(one) || is_initial(other) || only_gender_differs(one, other) {
        return false;
    }
    let bones = skeleton(one);
    let alike = bones.chars().count() >= TELLING && bones == skeleton(other);
    let shorter = one.chars().count().min(other.chars().count());
    alike || undoubled(one) == undoubled(other) || (shorter >= LONG && one_letter_apart(one, other))
}

/// "Mario" and "María": two names.
fn only_gender_differs(one: &str, other: &str) -> bool {
    let stem = |word: &str| word.strip_suffix(['a', 'o']).map(str::to_owned);
    stem(one).is_some_and(|a| Some(a) == stem(other))
}

fn undoubled(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters
}

/// Whether one letter added, left out or exchanged, or two neighbours swapped, makes the one the other.
fn one_letter_apart(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[front..], &b[front..]);
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - back], &b[..b.len() - back]);
    (a.len() <= 1 && b.len() <= 1) || (a.len() == 2 && b.len() == 2 && a[0] == b[1] && a[1] == b[0])
}

/// The skeleton and what is left of it without each of its letters: words one letter apart share one of these.
pub(crate) fn neighbourhood(word: &str) -> Vec<String> {
    let bones: Vec<char> = skeleton(word).chars().collect();
    let without = |at: usize| bones.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, c)| *c).collect();
    std::iter::once(bones.iter().collect())
        .chain((0..bones.len()).filter(|_| bones.len() > TELLING).map(without))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name() {
        let cases = [
            ("yusmary", "yusmari", true),
            ("colmenares", "colmenarez", true),
            ("kazlouski", "kozlovsky", true),
            ("siarhei", "sergei", true),
            ("aliaksandra", "alexandra", true),
            ("anna", "ana", true),
            ("mohamed", "mohammad", true),
            ("vasilchyk", "vasilchuk", true),
            ("gutierrez", "guitierrez", true),
            ("hernandez", "fernandez", true),
            ("mario", "maria", false),
            ("parra", "perez", false),
            ("luna", "lena", false),
            ("j", "jose", false),
        ];
        for (one, other, expected) in cases {
            assert_eq!(near(one, other), expected, "{one} {other}");
        }
    }
}
