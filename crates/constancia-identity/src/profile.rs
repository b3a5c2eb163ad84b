//! What is said about the bearers of one name, and whether it can all be true of one person. Sees no names.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use constancia_model::{Attribute, AttributeField};

use crate::name::fold;

/// Years that two reported ages of one person may lie apart: birthdays, old reports, careless ones.
const AGE_TOLERANCE: u32 = 2;

/// Beginnings of the words for one nationality, a line each.
static NATIONALITIES: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let lines = include_str!("../data/nationalities.txt").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split_whitespace().map(|stem| stem.replace('_', " ")).collect()).collect()
});

/// Ages and nationalities said of the bearers of a name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Profile {
    ages: BTreeSet<u32>,
    /// One set a mention, because one person may have two nationalities.
    nationalities: BTreeSet<BTreeSet<String>>,
}

impl Profile {
    /// Adds what one mention says.
    pub fn add(&mut self, attributes: &[Attribute]) {
        let values = |field| attributes.iter().filter(move |a| a.field == field).map(|a| a.value.as_str());
        self.ages.extend(values(AttributeField::Age).filter_map(age));
        let nationalities: BTreeSet<String> = values(AttributeField::Nationality).flat_map(nationalities).collect();
        if !nationalities.is_empty() {
            self.nationalities.insert(nationalities);
        }
    }

    /// Why the two cannot easily be one person, as codes. A profile can be at odds with itself.
    pub fn conflicts(&self, other: &Self) -> Vec<&'static str> {
        let far = |a: &u32| other.ages.iter().any(|b| a.abs_diff(*b) > AGE_TOLERANCE);
        let foreign = |a: &BTreeSet<String>| other.nationalities.iter().any(|b| a.is_disjoint(b));
        let mut codes = Vec::new();
        if self.ages.iter().any(far) {
            codes.push("age-differs");
        }
        if self.nationalities.iter().any(foreign) {
            codes.push("nationality-differs");
        }
        codes
    }
}

/// The one number in the words, when it can be an age in years.
fn age(value: &str) -> Option<u32> {
    let digits: String = value.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|years| (1..120).contains(years))
}

/// The nationalities named, each by the first stem of its line; words of no line stand for themselves.
fn nationalities(value: &str) -> Vec<String> {
    let folded = fold(value);
    let words = || folded.split(|c: char| !c.is_alphanumeric() && c != '.').filter(|word| !word.is_empty());
    let named = |stem: &String| match stem.contains(' ') || stem.len() < 4 {
        true => folded == *stem || words().any(|word| word == stem || word.strip_suffix("an") == Some(stem)),
        false => words().any(|word| word.starts_with(stem.as_str())),
    };
    let found: Vec<String> =
        NATIONALITIES.iter().filter(|line| line.iter().any(named)).map(|line| line[0].clone()).collect();
    if found.is_empty() { vec![folded] } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(facts: &[(AttributeField, &str)]) -> Profile {
        let attribute = |(field, value): &(AttributeField, &str)| Attribute {
            person: String::new(),
            field: *field,
            value: (*value).to_owned(),
        };
        let mut profile = Profile::default();
        profile.add(&facts.iter().map(attribute).collect::<Vec<_>>());
        profile
    }

    #[test]
    fn what_cannot_be_one_person() {
        use AttributeField::{Age, Nationality};
        type Said = (AttributeField, &'static str);
        let cases: [(Said, Said, &[&str]); 9] = [
            ((Age, "58"), (Age, "aged 60"), &[]),
            ((Age, "58-year-old"), (Age, "61 años"), &["age-differs"]),
            ((Nationality, "Spanish"), (Nationality, "española"), &[]),
            ((Nationality, "Belarusian"), (Nationality, "bielorruso"), &[]),
            ((Nationality, "Iranian"), (Nationality, "iraní"), &[]),
            ((Nationality, "Iranian"), (Nationality, "Iraqi"), &["nationality-differs"]),
            ((Nationality, "Venezuelan-Spanish"), (Nationality, "español"), &[]),
            ((Nationality, "Polish"), (Nationality, "lituana"), &["nationality-differs"]),
            ((Nationality, "Polish"), (Age, "40"), &[]),
        ];
        for (one, other, expected) in cases {
            assert_eq!(profile(&[one]).conflicts(&profile(&[other])), expected, "{one:?} {other:?}");
        }
    }
}
