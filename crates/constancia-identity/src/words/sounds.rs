//! Words as rows of letters with the sounds they may stand for, and what it costs to make one of another.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::name::lists::lines_of;

/// Letters that are one sign ("sh"), and the sounds of it as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sign {
    /// Number of the sign in the list.
    number: u16,
    sounds: u32,
}

/// Signs of the longest word.
const LONGEST: usize = 40;

/// First letters of signs: `a` to `z`.
const LETTERS: usize = 26;

/// Vowels of `data/sounds.txt`.
const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];

/// Costs, in letters. Spellings of one sound, a vowel for another, a consonant for another.
const SAME_SOUND: f32 = 0.15;
const VOWEL: f32 = 0.5;
const CONSONANT: f32 = 1.0;
/// Two neighbours swapped.
const SWAP: f32 = 0.8;
/// An `h`, and the glide between vowels, come and go between spellings.
const FLEETING: f32 = 0.3;
/// A vowel where the other word writes none at all, as Arabic script does.
const UNWRITTEN: f32 = 0.1;

struct Table {
    /// By the first letter, the longest first.
    signs: Vec<Vec<(&'static str, Sign)>>,
    vowels: u32,
    h: u16,
    glides: [u16; 3],
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut sounds: Vec<char> = Vec::new();
    let mut bits = |letters: &str| {
        letters.chars().fold(0, |bits, sound| {
            let at = sounds.iter().position(|known| *known == sound).unwrap_or_else(|| {
                sounds.push(sound);
                sounds.len() - 1
            });
            bits | 1_u32 << at
        })
    };
    let mut signs: Vec<Vec<(&str, Sign)>> = vec![Vec::new(); LETTERS];
    for (line, number) in lines_of(include_str!("../../data/sounds.txt")).zip(1..) {
        if let Some((letters, said)) = line.split_once(' ') {
            let sign = Sign { number, sounds: bits(&said.replace(' ', "")) };
            signs[letter_of(letters).unwrap_or_default()].push((letters, sign));
        }
    }
    signs.iter_mut().for_each(|signs| signs.sort_by_key(|(letters, _)| std::cmp::Reverse(letters.len())));
    let known = signs.concat();
    let number = |letters: &str| known.iter().find(|(known, _)| *known == letters).map_or(0, |(_, sign)| sign.number);
    let (h, glides) = (number("h"), ["y", "i", "j"].map(number));
    Table { vowels: bits(&VOWELS.iter().collect::<String>()), signs, h, glides }
});

impl Sign {
    fn is_vowel(self) -> bool {
        self.sounds & !TABLE.vowels == 0 && self.sounds != 0
    }

    fn against(self, other: Self) -> f32 {
        match () {
            () if self == other => 0.0,
            () if self.sounds & other.sounds != 0 => SAME_SOUND,
            () if self.is_vowel() && other.is_vowel() => VOWEL,
            () => CONSONANT,
        }
    }

    /// The cost of the sign where the other word has none.
    fn alone(self, beside: &Spelling) -> f32 {
        match () {
            () if self.is_vowel() && !beside.has_vowels => UNWRITTEN,
            () if self.number == TABLE.h || TABLE.glides.contains(&self.number) => FLEETING,
            () if self.is_vowel() => VOWEL,
            () => CONSONANT,
        }
    }
}

/// A word as signs, doubled ones once.
pub(super) struct Spelling {
    signs: Vec<Sign>,
    has_vowels: bool,
}

impl Spelling {
    pub(super) fn of(word: &str) -> Self {
        let mut signs: Vec<Sign> = Vec::with_capacity(word.len());
        let word = with_russian_endings(word);
        let mut rest = word.as_ref();
        while !rest.is_empty() && signs.len() < LONGEST {
            let (sign, length) = first_sign(rest);
            if signs.last() != Some(&sign) {
                signs.push(sign);
            }
            rest = &rest[length..];
        }
        let has_vowels = signs.iter().any(|sign| sign.is_vowel());
        Self { signs, has_vowels }
    }
}

/// Belarusian writes "-ouski" and "-ou" where Russian has "-ovsky" and "-ov".
fn with_russian_endings(word: &str) -> Cow<'_, str> {
    let ending = ["ou", "au", "eu"].into_iter().find_map(|ending| {
        let before_ski = word.rfind(&format!("{ending}sk"));
        before_ski.or_else(|| word.ends_with(ending).then(|| word.len() - ending.len()))
    });
    match ending.filter(|at| *at > 1) {
        Some(at) => Cow::Owned(format!("{}v{}", &word[..at + 1], &word[at + 2..])),
        None => Cow::Borrowed(word),
    }
}

/// The place of the first letter in the alphabet.
fn letter_of(text: &str) -> Option<usize> {
    let letter = text.bytes().next().filter(u8::is_ascii_lowercase)?;
    Some(usize::from(letter - b'a'))
}

/// The longest sign at the beginning, and its bytes. A letter of no list is a sign of its own without sounds.
fn first_sign(text: &str) -> (Sign, usize) {
    let known = letter_of(text).and_then(|letter| TABLE.signs[letter].iter().find(|(sign, _)| text.starts_with(sign)));
    let known = known.map(|(letters, sign)| (*sign, letters.len()));
    known.unwrap_or_else(|| {
        let letter = text.chars().next().unwrap_or_default();
        let number = u16::try_from(u32::from(letter) % 0x4000).unwrap_or_default() | 0x8000;
        (Sign { number, sounds: 0 }, letter.len_utf8().max(1))
    })
}

/// What it costs to make one word of the other, as a share of the longer one: an edit distance (optimal string
/// alignment) whose costs are those above.
pub(super) fn cost(one: &Spelling, other: &Spelling) -> f64 {
    let (a, b) = (&one.signs, &other.signs);
    let longest = a.len().max(b.len());
    if longest == 0 {
        return 0.0;
    }
    let mut before = [0.0_f32; LONGEST + 1];
    let mut last = [0.0_f32; LONGEST + 1];
    let mut row = [0.0_f32; LONGEST + 1];
    for (j, sign) in b.iter().enumerate() {
        last[j + 1] = last[j] + sign.alone(one);
    }
    for (i, left) in a.iter().enumerate() {
        row[0] = last[0] + left.alone(other);
        for (j, right) in b.iter().enumerate() {
            let mut least = (last[j] + left.against(*right)).min(last[j + 1] + left.alone(other));
            least = least.min(row[j] + right.alone(one));
            if i > 0 && j > 0 && a[i - 1] == *right && *left == b[j - 1] {
                least = least.min(before[j - 1] + SWAP);
            }
            row[j + 1] = least;
        }
        (before, last, row) = (last, row, before);
    }
    f64::from(last[b.len()]) / f64::from(u8::try_from(longest).unwrap_or(u8::MAX))
}

/// Rows of letters that stand for one consonant, for the skeleton.
const PLAIN: [(&str, &str); 10] = [
    ("sch", "s"),
    ("tch", "ch"),
    ("sh", "s"),
    ("sz", "s"),
    ("zh", "j"),
    ("kh", "k"),
    ("gh", "g"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
];

/// The consonants of a word, with those made equal that transliterations and scribes exchange: `h` and `g`, `w` and
/// `v`, `z` and `s`, `c`, `q` and `k`, and the `u` that Belarusian writes where Russian has `v` ("-ouski", "-ovsky").
pub(crate) fn skeleton(word: &str) -> String {
    let plain =
        PLAIN.iter().fold(with_russian_endings(word).replace('x', "ks"), |word, (from, to)| word.replace(from, to));
    let mut skeleton = String::new();
    for letter in plain.chars() {
        let sound = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' => continue,
            'h' => 'g',
            'w' => 'v',
            'z' => 's',
            'c' | 'q' => 'k',
            other => other,
        };
        if !skeleton.ends_with(sound) {
            skeleton.push(sound);
        }
    }
    skeleton
}
