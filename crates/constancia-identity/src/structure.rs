//! What a name has more than another, and whether the two leave a question of structure: second surnames, second given
//! names, fathers' names. Sees names only.

use std::collections::BTreeSet;

use crate::comparison::Alignment;
use crate::name::{Name, is_initial};
use crate::reason::Reason;
use crate::words::{Kind, is_patronymic};

/// The reasons of an alignment, and whether the names alone would settle that they are one person's, nothing else
/// speaking against. `given_names` are the words that some name begins with.
pub(crate) fn reasons(alignment: &Alignment, given_names: &BTreeSet<&str>) -> (Vec<Reason>, bool) {
    let (one, other) = (&alignment.names.0, &alignment.names.1);
    let (short, long) = if one.words.len() <= other.words.len() { (one, other) } else { (other, one) };
    let mut reasons = alignment.reasons();
    let is_plain = alignment.pairs.iter().all(|pair| pair.likeness.kind == Kind::Same);
    let mut settles = is_plain && one.generation == other.generation && !is_initial(short.given());
    if short.words.len() == long.words.len() || !is_within(short, long) {
        return (reasons, settles && short.words == long.words);
    }
    let (added, is_settled) = longer(short, long, given_names);
    settles &= is_settled;
    if is_plain {
        reasons.retain(|reason| *reason != Reason::NamesAdded);
        reasons.extend(added);
        reasons.sort_unstable();
    }
    (reasons, settles)
}

/// Whether all words of the shorter name stand in the longer one in the same order, from the given name on.
pub(crate) fn is_within(short: &Name, long: &Name) -> bool {
    let mut rest = long.words.iter();
    short.words.len() < long.words.len()
        && short.given() == long.given()
        && short.words.iter().all(|word| rest.any(|candidate| word == candidate))
}

/// One name has words that the other lacks. It settles only where given name and first surname are surely the same:
/// a second surname behind, or a second given name, patronymic or initial between.
fn longer(short: &Name, long: &Name, given_names: &BTreeSet<&str>) -> (Vec<Reason>, bool) {
    use Reason::{MiddleNameAdded, NamesAdded, SecondSurnameAdded};
    let (few, many) = (&short.words, &long.words);
    let is_given = |word: &str| is_initial(word) || is_patronymic(word) || given_names.contains(word);
    if short.has_no_surname() {
        return (vec![NamesAdded], false);
    }
    match (few.len(), many.len()) {
        (s, l) if l == s + 1 && many.starts_with(few) => (vec![SecondSurnameAdded], s > 2 || !is_given(&few[1])),
        (s, l) if l == s + 1 && many[2..] == few[1..] => (vec![MiddleNameAdded], s > 2 || is_given(&many[1])),
        (2, 4) if few[1] == many[2] => (vec![MiddleNameAdded, SecondSurnameAdded], !is_given(&few[1])),
        _ => (vec![NamesAdded], false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_names_relate() {
        let given_names = BTreeSet::from(["maria", "carmen", "jose", "luis", "ana"]);
        let cases = [
            ("Ana Peña Ruiz", "ANA PENA-RUIZ", "same-full-name", true),
            ("Ruiz, Ana", "Ana Ruiz", "same-full-name", true),
            ("Dra. Ana Ruiz", "Ana Ruiz", "same-full-name", true),
            ("Omar el-Tayeb", "Omar Al Tayeb", "same-full-name", true),
            ("Yusmary Colmenares", "Yusmary Colmenares Duque", "second-surname-added", true),
            ("Yusmary Colmenares", "Yusmary del Carmen Colmenares", "middle-name-added", true),
            ("Yusmary Colmenares Duque", "Yusmary del Carmen Colmenares Duque", "middle-name-added", true),
            (
                "Yusmary Colmenares",
                "Yusmary del Carmen Colmenares Duque",
                "middle-name-added second-surname-added",
                true,
            ),
            ("Ihar Lapitski", "Ihar Viktaravich Lapitski", "middle-name-added", true),
            ("Kurt Vance", "Kurt D. Vance", "middle-name-added", true),
            // The second surname alone may be another person's first.
            ("Pedro Ruiz", "Pedro Gómez Ruiz", "middle-name-added", false),
            // Two given names are no full name.
            ("Ana María", "Ana María Ruiz", "second-surname-added", false),
            ("Win Htin", "Win Htin Oo", "names-added", false),
            ("Aung San", "Aung San Myint", "names-added", false),
            ("Daw Khin Mya Oo", "Khin Mya Oo", "same-full-name", true),
            ("Omar Tayeb", "Omar Said Nabil Tayeb", "names-added", false),
            ("Friedrich Hans", "Hans Friedrich", "name-order", false),
            ("J. Ruiz", "José Ruiz", "initial", false),
            ("Luis J. Ruiz", "Luis José Ruiz", "initial", false),
            ("Lucho Vera", "Luis Vera", "nickname", false),
            ("Yusmary Colmenares Duque", "Yusmari Colmenárez", "names-added spelling-variant", false),
            ("Siarhei Kazlouski", "Sergei Kozlovsky", "nickname spelling-variant", false),
            ("Iouri Jukovski", "Юрий Жуковский", "spelling-variant", false),
            ("Muhammad Qasim", "Mohamed Kassem", "nickname spelling-variant", false),
            ("Ana Ruiz Vera", "Ana Ruiz de Vera", "same-full-name", true),
            ("Luis Vera", "Luis Vera Jr.", "same-full-name generation-differs", false),
            ("Salman bin Omar", "Omar bin Salman", "name-order father-and-son", false),
        ];
        for (one, other, expected, settled) in cases {
            for (one, other) in [(one, other), (other, one)] {
                let alignment = Alignment::of(&Name::read(one), &Name::read(other));
                let (found, settles) = reasons(&alignment, &given_names);
                let found: Vec<&str> = found.iter().map(|reason| reason.code()).collect();
                assert_eq!((found.join(" ").as_str(), settles), (expected, settled), "{one} / {other}");
            }
        }
    }
}
