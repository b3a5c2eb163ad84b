//! Words that mean one thing in both languages: kinds of events, things that are counted, places and their people.
//!
//! The lists are `data/events.txt`, `data/things.txt` and `data/places-across.txt`. In each line the English words come
//! first, the first of them names the line, and behind the semicolon stand the Spanish ones, or the people of a place.

use std::collections::HashMap;
use std::sync::LazyLock;

use constancia_model::Language;

use crate::folding::fold;

/// The concepts of one language by its words.
pub(super) struct Across {
    concepts: HashMap<String, Vec<&'static str>>,
    participles: &'static [(&'static str, &'static str)],
}

const EVENTS: &str = include_str!("../../data/events.txt");
const THINGS: &str = include_str!("../../data/things.txt");
const PLACES: &str = include_str!("../../data/places-across.txt");

/// All lists by the names of their files.
#[cfg(test)]
pub(super) const LISTS: [(&str, &str); 3] = [("events", EVENTS), ("things", THINGS), ("places-across", PLACES)];

/// Endings of Spanish participles that stand as nouns and adjectives, and of the verbs they are made of.
const SPANISH_PARTICIPLES: [(&str, &str); 3] = [("ado", "ar"), ("ido", "er"), ("ido", "ir")];

static ENGLISH: LazyLock<Across> = LazyLock::new(|| Across { concepts: concepts(0), participles: &[] });
static SPANISH: LazyLock<Across> =
    LazyLock::new(|| Across { concepts: concepts(1), participles: &SPANISH_PARTICIPLES });

impl Across {
    pub(super) fn of(language: &Language) -> &'static Self {
        if *language == Language::Spanish { &SPANISH } else { &ENGLISH }
    }

    /// What a word stands for in all languages, by its lemma, or else by the word itself or the verb it is made of.
    pub(super) fn concepts(&'static self, lemma: &str, lower: &str) -> impl Iterator<Item = &'static str> {
        let lemma = fold(lemma);
        let verb = |(ending, verb): &(&str, &str)| {
            let stem = lemma.strip_suffix(ending).filter(|stem| stem.len() > 1)?;
            self.concepts.get(&format!("{stem}{verb}"))
        };
        let found = self.concepts.get(&lemma).or_else(|| self.concepts.get(&fold(lower)));
        found.or_else(|| self.participles.iter().find_map(verb)).into_iter().flatten().copied()
    }
}

/// The halves of a line, each as its words.
pub(super) fn halves(line: &'static str) -> [Vec<&'static str>; 2] {
    let (first, second) = line.split_once(';').unwrap_or((line, ""));
    [first, second].map(|half| half.split(',').map(str::trim).filter(|word| !word.is_empty()).collect())
}

/// By the words of the first or the second half.
fn concepts(half: usize) -> HashMap<String, Vec<&'static str>> {
    let mut concepts: HashMap<String, Vec<&'static str>> = HashMap::new();
    for line in EVENTS.lines().chain(THINGS.lines()) {
        let halves = halves(line);
        for word in &halves[half] {
            concepts.entry(fold(word)).or_default().push(halves[0][0]);
        }
    }
    concepts
}

/// Places and their people, folded, by the folded English name.
struct Places {
    places: HashMap<String, String>,
    demonyms: HashMap<String, String>,
}

static ALL_PLACES: LazyLock<Places> = LazyLock::new(|| {
    let mut all = Places { places: HashMap::new(), demonyms: HashMap::new() };
    for line in PLACES.lines() {
        let [places, people] = halves(line);
        let code = fold(places[0]);
        all.places.extend(places.iter().map(|place| (fold(place), code.clone())));
        all.demonyms.extend(people.iter().map(|people| (fold(people), code.clone())));
    }
    all
});

/// The place of this name, as it is called in all languages.
pub(super) fn place(name: &str) -> Option<&'static str> {
    let folded = fold(name);
    let article = ["the ", "el ", "la ", "los ", "las "].iter().find_map(|article| folded.strip_prefix(article));
    let places = &ALL_PLACES.places;
    places.get(&folded).or_else(|| places.get(article?)).map(String::as_str)
}

/// The country whose people or things this word names: "Venezuelan", "iraníes".
pub(super) fn demonym(word: &str) -> Option<&'static str> {
    let folded = fold(word);
    let singular = ["es", "s", ""].iter().filter_map(|ending| folded.strip_suffix(ending));
    let masculine = |stem: &str| stem.strip_suffix('a').map(|stem| [format!("{stem}o"), stem.to_owned()]);
    let mut forms =
        singular.flat_map(|stem| std::iter::once(stem.to_owned()).chain(masculine(stem).into_iter().flatten()));
    forms.find_map(|form| ALL_PLACES.demonyms.get(&form)).map(String::as_str)
}
