//! Values of fields as sets that can be compared across wordings and both languages. Compares nothing.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::name::fold;
use crate::name::lists::lines_of;

/// Letters by which words of one stem are known, in both languages: "president", «presidenta».
const STEM: usize = 6;

static ROLES: LazyLock<Vec<Vec<&str>>> =
    LazyLock::new(|| lines_of(include_str!("../../data/roles.txt")).map(|l| l.split_whitespace().collect()).collect());

static PLACE_WORDS: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| lines_of(include_str!("../../data/place_words.txt")).flat_map(str::split_whitespace).collect());

struct Country {
    people: Vec<String>,
    places: Vec<String>,
}

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let words = |part: &str| part.split_whitespace().map(|word| word.replace('_', " ")).collect();
    let country = |line: &str| {
        let (people, places) = line.split_once('|').unwrap_or((line, ""));
        Country { people: words(people), places: words(places) }
    };
    lines_of(include_str!("../../data/countries.txt")).map(country).collect()
});

/// The words of a value, folded, of three letters or more.
fn words(value: &str) -> Vec<String> {
    let folded = fold(value);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() > 2);
    words.map(str::to_owned).collect()
}

/// The one number in the words, when it can be an age in years.
pub(super) fn age(value: &str) -> Option<i16> {
    let digits: String = value.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|years| (1..120).contains(years))
}

/// Occupations, each by the first word of its line; words of no line by their beginning.
pub(super) fn roles(value: &str) -> BTreeSet<String> {
    words(value).iter().filter(|word| word.len() > 3).map(|word| occupation(word)).collect()
}

fn occupation(word: &str) -> String {
    let line = ROLES.iter().find(|line| line.iter().any(|stem| word.starts_with(stem)));
    line.map_or_else(|| word.chars().take(STEM).collect(), |line| line[0].to_owned())
}

/// The nationalities named, each by the first word of its line; words of no line stand for themselves.
pub(super) fn nationalities(value: &str) -> BTreeSet<String> {
    let found: BTreeSet<String> =
        countries_named(value, |country| &country.people).map(|country| country.people[0].clone()).collect();
    if found.is_empty() { BTreeSet::from([fold(value)]) } else { found }
}

/// The countries that a place names or lies in.
pub(super) fn countries(value: &str) -> BTreeSet<String> {
    let by_town = countries_named(value, |country| &country.places);
    countries_named(value, |country| &country.people).chain(by_town).map(|country| country.people[0].clone()).collect()
}

fn countries_named<'a>(
    value: &str,
    list: impl Fn(&'a Country) -> &'a Vec<String>,
) -> impl Iterator<Item = &'a Country> {
    let folded = fold(value);
    let words: Vec<String> =
        folded.split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '-')).map(str::to_owned).collect();
    COUNTRIES.iter().filter(move |country| list(country).iter().any(|stem| is_named(stem, &folded, &words)))
}

/// Whole words for short ones and for those of two; beginnings for the others.
fn is_named(stem: &str, folded: &str, words: &[String]) -> bool {
    match () {
        () if stem.contains(' ') => format!(" {folded} ").contains(&format!(" {stem} ")),
        () if stem.len() < 4 => words.iter().any(|word| word == stem || word.strip_suffix("an") == Some(stem)),
        () => words.iter().any(|word| word.starts_with(stem)),
    }
}

/// The words of a place that tell it from others.
pub(super) fn places(value: &str) -> BTreeSet<String> {
    words(value).into_iter().filter(|word| !PLACE_WORDS.contains(word.as_str())).collect()
}

/// The telling words of an organisation, by their beginning.
pub(super) fn organisation(value: &str) -> BTreeSet<String> {
    words(value).iter().filter(|word| word.len() > 3).map(|word| word.chars().take(STEM).collect()).collect()
}
