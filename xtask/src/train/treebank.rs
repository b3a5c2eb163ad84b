//! Treebanks in CoNLL-U to sentences of surface words with labels, cut as the product cuts words.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use constancia_language::tagging::conjugation::{CONJUGATIONS, Conjugation, Mood, Person, Tense};
use constancia_language::tagging::{LABELS, SHAPES, Tag, VerbForm};
use constancia_language::trees::Relation;

/// One word as it stands in a text, with what the treebank says of it.
#[derive(Clone, Debug)]
pub struct TreebankWord {
    pub form: String,
    pub label: u8,
    pub shape: u8,
    pub conjugation: u8,
    /// In small letters.
    pub lemma: String,
    /// The word it hangs on, as an index; none for the root.
    pub head: Option<usize>,
    pub relation: Relation,
    pub space_after: bool,
    arcs: Vec<Arc>,
}

/// A row of the treebank in its tree, by the numbers of the treebank; a word that joins rows has several.
#[derive(Clone, Copy, Debug)]
struct Arc {
    number: usize,
    head: usize,
    relation: Relation,
}

/// One sentence of a treebank.
#[derive(Clone, Debug, Default)]
pub struct TreebankSentence {
    pub words: Vec<TreebankWord>,
    /// The text as printed.
    pub text: String,
    /// Whether the treebank says that a paragraph begins here.
    pub paragraph: bool,
    /// What the same sentence in a treebank of another language has too.
    pub parallel: Option<String>,
    /// The document that begins with it.
    pub begins: Option<String>,
}

impl TreebankSentence {
    pub fn forms(&self) -> Vec<&str> {
        self.words.iter().map(|word| word.form.as_str()).collect()
    }
}

/// Whether a word that the treebank takes apart (`del`, `didn't`) stands whole.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Contractions {
    Whole,
    Apart,
}

/// Whether words that are printed with a hyphen between them stand whole, as the product cuts them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Hyphens {
    Whole,
    Apart,
}

/// Reads all sentences of a file.
pub fn read(path: &Path, contractions: Contractions, hyphens: Hyphens) -> Result<Vec<TreebankSentence>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("the treebank {}", path.display()))?;
    let blocks = text.split("\n\n").filter(|block| !block.trim().is_empty());
    Ok(blocks.map(|block| sentence(block, contractions, hyphens)).collect())
}

/// One sentence, from its rows.
pub fn sentence(block: &str, contractions: Contractions, hyphens: Hyphens) -> TreebankSentence {
    let mut words = Vec::new();
    let mut rows = block.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect::<Vec<_>>());
    while let Some(row) = rows.next() {
        match row[0].split_once('-') {
            Some((from, to)) if contractions == Contractions::Whole => {
                let parts = to.parse::<usize>().unwrap_or(0) + 1 - from.parse::<usize>().unwrap_or(0);
                let parts: Vec<_> = rows.by_ref().take(parts).collect();
                let head = parts.iter().find(|part| ["VERB", "AUX"].contains(&part[3])).unwrap_or(&parts[0]);
                let arcs = parts.iter().map(|part| arc(part)).collect();
                words.push(TreebankWord { form: row[1].into(), space_after: has_space(&row), arcs, ..word(head) });
            }
            Some((_, to)) => {
                let last: usize = to.parse().unwrap_or(0);
                let parts = last + 1 - row[0].split('-').next().and_then(|from| from.parse().ok()).unwrap_or(last);
                let parts: Vec<_> = rows.by_ref().take(parts).collect();
                let glued = parts.iter().map(|part| TreebankWord { space_after: false, ..word(part) });
                words.extend(glued);
                words.iter_mut().last().into_iter().for_each(|part| part.space_after = has_space(&row));
            }
            None if row[0].contains('.') => {}
            None => words.push(word(&row)),
        }
    }
    if hyphens == Hyphens::Whole {
        words = join_hyphens(words);
    }
    hang(&mut words);
    let remark = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
    TreebankSentence {
        words,
        paragraph: block.lines().any(|line| line.starts_with("# newpar") || line.starts_with("# newdoc")),
        text: remark("# text = ").unwrap_or_default(),
        parallel: remark("# parallel_id = "),
        begins: remark("# newdoc id = "),
    }
}

/// Turns the numbers of the treebank into places among the words; a joined word hangs where the first of its rows does
/// that hangs outside of it.
fn hang(words: &mut [TreebankWord]) {
    let places: BTreeMap<usize, usize> = words
        .iter()
        .enumerate()
        .flat_map(|(place, word)| word.arcs.iter().map(move |arc| (arc.number, place)))
        .collect();
    for (place, word) in words.iter_mut().enumerate() {
        let outward = |arc: &&Arc| places.get(&arc.head) != Some(&place);
        if let Some(arc) = word.arcs.iter().find(outward) {
            word.head = places.get(&arc.head).copied();
            word.relation = arc.relation;
        }
    }
}

fn arc(row: &[&str]) -> Arc {
    let number = |cell: &str| cell.parse().unwrap_or_default();
    Arc { number: number(row[0]), head: number(row[6]), relation: Relation::from_name(row[7]) }
}

fn has_space(row: &[&str]) -> bool {
    !row[9].contains("SpaceAfter=No")
}

fn word(row: &[&str]) -> TreebankWord {
    let feature = |name: &str| row[5].split('|').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    let tag = tag(row[3]);
    let verb = matches!(tag, Tag::Verb | Tag::Auxiliary).then(|| verb_form(feature));
    let feminine = match feature("Gender") {
        Some("Fem") => Some(true),
        Some("Masc") => Some(false),
        _ => None,
    };
    let plural = feature("Number") == Some("Plur");
    TreebankWord {
        form: row[1].into(),
        label: LABELS.iter().position(|label| *label == (tag, verb)).unwrap_or(0) as u8,
        shape: SHAPES.iter().position(|shape| *shape == (plural, feminine)).unwrap_or(0) as u8,
        conjugation: CONJUGATIONS.iter().position(|label| *label == conjugation(feature)).unwrap_or(0) as u8,
        lemma: row[2].to_lowercase(),
        head: None,
        relation: Relation::Root,
        space_after: has_space(row),
        arcs: vec![arc(row)],
    }
}

/// The tag of this name in Universal Dependencies.
pub fn tag(name: &str) -> Tag {
    match name {
        "ADJ" => Tag::Adjective,
        "ADP" => Tag::Adposition,
        "ADV" => Tag::Adverb,
        "AUX" => Tag::Auxiliary,
        "CCONJ" => Tag::Coordinator,
        "DET" => Tag::Determiner,
        "INTJ" => Tag::Interjection,
        "NOUN" => Tag::Noun,
        "NUM" => Tag::Number,
        "PART" => Tag::Particle,
        "PRON" => Tag::Pronoun,
        "PROPN" => Tag::ProperNoun,
        "PUNCT" => Tag::Punctuation,
        "SCONJ" => Tag::Subordinator,
        "SYM" => Tag::Symbol,
        "VERB" => Tag::Verb,
        _ => Tag::Other,
    }
}

fn verb_form<'a>(feature: impl Fn(&str) -> Option<&'a str>) -> VerbForm {
    match (feature("VerbForm"), feature("Mood"), feature("Tense")) {
        (Some("Inf"), ..) => VerbForm::Infinitive,
        (Some("Ger"), ..) | (Some("Part"), _, Some("Pres")) => VerbForm::Gerund,
        (Some("Part"), ..) => VerbForm::Participle,
        (_, Some("Imp"), _) => VerbForm::Imperative,
        (_, Some("Ind") | None, Some("Past" | "Imp")) => VerbForm::Past,
        _ => VerbForm::Finite,
    }
}

/// What the treebanks write in several ways is written in one: a subjunctive of the past is one of the imperfect.
fn conjugation<'a>(feature: impl Fn(&str) -> Option<&'a str>) -> Conjugation {
    let person = match feature("Person") {
        Some("1") => Some(Person::First),
        Some("2") => Some(Person::Second),
        Some("3") => Some(Person::Third),
        _ => None,
    };
    let (mood, tense) = match (feature("Mood"), feature("Tense")) {
        (Some("Ind"), Some("Past")) => (Some(Mood::Indicative), Some(Tense::Past)),
        (Some("Ind"), Some("Imp")) => (Some(Mood::Indicative), Some(Tense::Imperfect)),
        (Some("Ind"), Some("Fut")) => (Some(Mood::Indicative), Some(Tense::Future)),
        (Some("Ind"), _) => (Some(Mood::Indicative), Some(Tense::Present)),
        (Some("Sub"), Some("Past" | "Imp")) => (Some(Mood::Subjunctive), Some(Tense::Imperfect)),
        (Some("Sub"), _) => (Some(Mood::Subjunctive), Some(Tense::Present)),
        (Some("Cnd"), _) => (Some(Mood::Conditional), None),
        (Some("Imp"), _) => (Some(Mood::Imperative), None),
        _ => (None, None),
    };
    Conjugation { mood, tense, person }
}

/// `twenty - one`, printed without spaces, is one word to the product; it takes the label of its last part.
fn join_hyphens(words: Vec<TreebankWord>) -> Vec<TreebankWord> {
    let mut joined: Vec<TreebankWord> = Vec::new();
    let mut words = words.into_iter().peekable();
    while let Some(word) = words.next() {
        let hyphen = word.form == "-" && !word.space_after;
        match (joined.last_mut(), words.peek()) {
            (Some(left), Some(right)) if hyphen && joins(left, right) => {
                let form = format!("{}-{}", left.form, right.form);
                let lemma = format!("{}-{}", left.form.to_lowercase(), right.lemma);
                let arcs = left.arcs.iter().chain(&word.arcs).chain(&right.arcs).copied().collect();
                *left = TreebankWord { form, lemma, arcs, ..right.clone() };
                words.next();
            }
            _ => joined.push(word),
        }
    }
    joined
}

fn joins(left: &TreebankWord, right: &TreebankWord) -> bool {
    let lettered = |form: &str| form.chars().any(char::is_alphabetic);
    let whole = |form: &str| form.chars().all(|letter| letter.is_alphanumeric() || letter == '.' || letter == '-');
    !left.space_after && whole(&left.form) && whole(&right.form) && (lettered(&left.form) && lettered(&right.form))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&str]) -> String {
        let row = |(number, line): (usize, &&str)| {
            let cells: Vec<&str> = line.split(' ').collect();
            let identifier = if cells[0] == "_" { (number + 1).to_string() } else { cells[0].into() };
            let [form, tag, features, spaces] = [1, 2, 3, 4].map(|cell| cells[cell]);
            let (head, relation) = cells.get(5).and_then(|arc| arc.split_once('/')).unwrap_or(("0", "root"));
            format!("{identifier}\t{form}\t_\t{tag}\t_\t{features}\t{head}\t{relation}\t_\t{spaces}")
        };
        lines.iter().enumerate().map(row).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn contractions_stand_whole_in_spanish_and_take_the_verb() {
        let block = rows(&[
            "1-2 liberarla _ _ _",
            "1 liberar VERB VerbForm=Inf _",
            "2 la PRON _ _",
            "3-4 del _ _ _",
            "3 de ADP _ _",
            "4 el DET _ _",
        ]);
        let words = sentence(&block, Contractions::Whole, Hyphens::Whole).words;
        let tags: Vec<_> = words.iter().map(|word| (word.form.as_str(), LABELS[usize::from(word.label)])).collect();
        assert_eq!(tags[0], ("liberarla", (Tag::Verb, Some(VerbForm::Infinitive))));
        assert_eq!(tags[1], ("del", (Tag::Adposition, None)));
    }

    #[test]
    fn hyphenated_words_are_one_and_ranges_of_numbers_are_not() {
        let block = rows(&[
            "_ twenty NUM _ SpaceAfter=No",
            "_ - PUNCT _ SpaceAfter=No",
            "_ one NUM _ _",
            "_ 8 NUM _ SpaceAfter=No",
            "_ - SYM _ SpaceAfter=No",
            "_ 9 NUM _ _",
        ]);
        assert_eq!(sentence(&block, Contractions::Apart, Hyphens::Whole).forms(), ["twenty-one", "8", "-", "9"]);
    }
}
