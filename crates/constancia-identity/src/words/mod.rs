//! Whether two words are one name: spellings, slips of the pen, short forms, initials. Knows no persons.

mod remembered;
mod sounds;

pub(crate) use self::remembered::Likenesses;
pub(crate) use self::sounds::skeleton;
use self::sounds::{Spelling, cost};
use crate::name::lists::{are_known_apart, are_nicknames};
use crate::name::{is_initial, sound_of};

/// How alike two words are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Likeness {
    /// From 0, nothing in common, to 1, the same word.
    pub score: f64,
    /// In which way.
    pub kind: Kind,
}

/// In which way two words are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// The same letters.
    Same,
    /// Two spellings of the same sounds.
    Spelling,
    /// Short, pet or other-language forms of one first name.
    Nickname,
    /// One letter standing for the other word.
    Initial,
    /// A few letters that do not sound alike differ.
    Slip,
    /// Two words.
    Different,
}

/// A nickname or an initial is as good as a close spelling.
const NICKNAME: f64 = 0.85;
const INITIAL: f64 = 0.87;

/// Below this share of common letters two words are two.
const DIFFERENT: f64 = 0.6;

/// Two words that are known to be two names, however close.
const KNOWN_APART: f64 = 0.4;

/// Letters of cost per letter up to which a difference is one of spelling.
const SPELLING: f64 = 0.12;

/// How alike the two words are. Symmetric.
pub(crate) fn likeness(one: &str, other: &str) -> Likeness {
    let of = |score, kind| Likeness { score, kind };
    if one == other {
        return of(1.0, Kind::Same);
    }
    let (one_sound, other_sound) = (sound_of(one), sound_of(other));
    if one_sound.len() < one.len() && other_sound.len() < other.len() {
        return of(0.0, Kind::Different);
    }
    let (one, other) = (one_sound, other_sound);
    if is_initial(one) || is_initial(other) {
        return match one.starts_with(other) || other.starts_with(one) {
            true => of(INITIAL, Kind::Initial),
            false => of(0.0, Kind::Different),
        };
    }
    if are_nicknames(one, other) {
        return of(NICKNAME, Kind::Nickname);
    }
    let share = (cost(&Spelling::of(stem(one, other)), &Spelling::of(stem(other, one)))).min(1.0);
    let score = 1.0 - share;
    if score < DIFFERENT {
        return of(score, Kind::Different);
    }
    if are_known_apart(one, other) || only_gender_differs(one, other) {
        return of(score.min(KNOWN_APART), Kind::Different);
    }
    of(score, if share <= SPELLING { Kind::Spelling } else { Kind::Slip })
}

/// "Mario" and "María", "Ivanou" and "Ivanova": two people, though the words are close.
fn only_gender_differs(one: &str, other: &str) -> bool {
    let stem = |word: &str| word.strip_suffix(['a', 'o']).map(str::to_owned);
    stem(one).is_some_and(|a| Some(a) == stem(other))
        || one.strip_suffix('a').is_some_and(|a| a == other && ends_in_consonant(a))
        || other.strip_suffix('a').is_some_and(|a| a == one && ends_in_consonant(a))
}

fn ends_in_consonant(word: &str) -> bool {
    !word.ends_with(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// Of two fathers' names the ending tells nothing.
fn stem<'a>(word: &'a str, beside: &str) -> &'a str {
    match (patronymic_stem(word), patronymic_stem(beside)) {
        (Some(stem), Some(_)) => stem,
        _ => word,
    }
}

fn patronymic_stem(word: &str) -> Option<&str> {
    const ENDINGS: [&str; 13] = [
        "ovich", "evich", "avich", "ovych", "evych", "ovitch", "evitch", "ovna", "evna", "ivna", "yvna", "auna", "euna",
    ];
    ENDINGS.iter().find_map(|ending| word.strip_suffix(ending)).filter(|stem| stem.len() > 2)
}

/// Whether a word is a Slavic father's name, which stands between given name and surname.
pub(crate) fn is_patronymic(word: &str) -> bool {
    patronymic_stem(word).is_some()
}
