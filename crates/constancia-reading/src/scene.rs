//! One report laid out for reading: the analysis, the rows of phrases, the persons, and whom a phrase means.
//!
//! Every kind of statement is read from this one scene; nothing here decides what is stated.

mod apposition;
mod bodies;
mod described;
mod facilities;
mod institutions;
mod meant;
mod nearby;
mod pronouns;
mod rows;
mod tags;

use std::collections::BTreeSet;
use std::ops::Range;

use constancia_language::{Analysis, NameKind};
use constancia_model::{AttributeField, Content, Evidence, Span, Stance, Status};

use crate::center::{self, Center};
use crate::clause::Clause;
use crate::credit::Credit;
use crate::explanation::Explained;
use crate::frames::Frames;
use crate::phrases::PhraseKind;
use crate::roster::{PersonId, Roster};
use crate::tree::Tree;
use crate::words::Words;

pub use facilities::is_custody_word;
pub use rows::Row;

/// A relation between two persons of the report: the second is what the field says to the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Whose relation.
    pub person: PersonId,
    /// Which relation; `None` for kin that is no field ("nephew").
    pub field: Option<AttributeField>,
    /// The noun as said.
    pub noun: String,
    /// Who that is.
    pub other: PersonId,
}

/// One report laid out for reading.
pub struct Scene<'t> {
    /// The analysed text.
    pub analysis: Analysis<'t>,
    /// The words of its language.
    pub words: &'static Words,
    /// The frames of its language.
    pub frames: &'t Frames,
    /// Its persons.
    pub roster: Roster,
    /// Sentences and whole quotations, in order.
    pub rows: Vec<Row>,
    /// Who is what to whom.
    pub relations: Vec<Relation>,
    /// Who is credited, row by row.
    pub credits: Vec<Vec<Credit>>,
    /// Whom each row is about, as far as the rows are known.
    centers: Vec<Option<Center>>,
    /// Who is in custody by what has been read so far.
    pub in_custody: BTreeSet<PersonId>,
    /// Names of places of custody, in lower case: known ones, and those that stand beside a word for one.
    facilities: BTreeSet<String>,
}

impl<'t> Scene<'t> {
    /// Lays out an analysed text.
    pub fn new(mut analysis: Analysis<'t>, frames: &'t Frames) -> Self {
        let words = Words::of(&analysis.language);
        tags::correct_tags(&mut analysis, words, frames);
        bodies::correct_names(&mut analysis, words);
        let roster = Roster::new(&analysis);
        let rows = rows::rows(&analysis, words);
        let facilities = facilities::facilities(&analysis);
        let (relations, credits, centers, in_custody) = (Vec::new(), Vec::new(), Vec::new(), BTreeSet::new());
        Self { analysis, words, frames, roster, rows, relations, credits, centers, in_custody, facilities }
    }

    /// Notes who is taken and who is let go by these statements.
    pub fn follow(&mut self, told: &[Explained]) {
        for statement in told.iter().map(|told| &told.statement).filter(|s| s.stance == Stance::Asserts) {
            let Content::Status(event) = &statement.content else { continue };
            let Some(person) = self.roster.persons.iter().position(|p| p.name == event.person) else { continue };
            match event.status {
                Status::Released | Status::Died => self.in_custody.remove(&person),
                _ => self.in_custody.insert(person),
            };
        }
    }

    /// Finds whom each row is about, anew with whatever has been learned of the persons since.
    pub fn find_centers(&mut self) {
        self.centers.clear();
        for index in 0..self.rows.len() {
            let center = center::of(self, &self.rows[index]);
            self.centers.push(center);
        }
    }

    /// Whether the word belongs to the name of a place of custody.
    pub fn is_facility(&self, word: usize) -> bool {
        let name = self.analysis.name_of(word).filter(|n| n.kind != NameKind::Person);
        name.is_some_and(|n| self.facilities.contains(&self.text(&n.words).to_lowercase()))
    }

    /// The trees of the text.
    pub fn tree<'a>(&'a self) -> Tree<'a, 't> {
        Tree { analysis: &self.analysis }
    }

    /// The noun phrases of a row that hold these words, in order, each once.
    pub fn phrases_of(&self, row: &Row, words: &[usize]) -> Vec<usize> {
        let mut found: Vec<usize> = words.iter().filter_map(|&word| row.phrase_at(word)).collect();
        found.retain(|&k| row.phrases[k].kind == PhraseKind::Noun);
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The row as a clause to walk.
    pub fn clause<'a>(&'a self, row: &'a Row) -> Clause<'a, 't> {
        Clause { analysis: &self.analysis, phrases: &row.phrases }
    }

    /// The word in lower case.
    pub fn lower(&self, word: usize) -> &str {
        &self.analysis.words[word].lower
    }

    /// The bytes that these words cover.
    pub fn span(&self, words: &Range<usize>) -> Span {
        Span::new(self.analysis.words[words.start].span.start, self.analysis.words[words.end - 1].span.end)
    }

    /// The words as they stand, white space made single.
    pub fn text(&self, words: &Range<usize>) -> String {
        self.analysis.at(self.span(words)).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether the words of `phrase`, a sequence separated by spaces, begin at `word` before `end`.
    pub fn starts_with(&self, word: usize, end: usize, phrase: &str) -> bool {
        let mut at = word;
        phrase.split(' ').all(|part| {
            let fits = at < end && self.lower(at) == part;
            at += 1;
            fits
        })
    }

    /// Where one of the phrases begins within these words.
    pub fn find<'p>(&self, words: &Range<usize>, phrases: impl IntoIterator<Item = &'p String>) -> Option<usize> {
        self.find_words(words, phrases).map(|found| found.start)
    }

    /// The words of one of the phrases within these words.
    pub fn find_words<'p>(
        &self,
        words: &Range<usize>,
        phrases: impl IntoIterator<Item = &'p String>,
    ) -> Option<Range<usize>> {
        phrases.into_iter().find_map(|phrase| {
            let start = words.clone().find(|&at| self.starts_with(at, words.end, phrase))?;
            Some(start..start + phrase.split(' ').count())
        })
    }

    /// These words as evidence; none where there are no words.
    pub fn evidence(&self, words: &Range<usize>) -> Option<Evidence> {
        if words.is_empty() { None } else { Evidence::at(self.analysis.text, self.span(words)).ok() }
    }

    /// The words without a leading article; "La Modelo" keeps the article of its name.
    pub fn without_article(&self, words: &Range<usize>) -> Range<usize> {
        let articles = [
            "the", "a", "an", "el", "la", "los", "las", "un", "una", "unos", "unas", "this", "that", "este", "esta",
            "al", "del",
        ];
        let of_name = |w: usize| {
            let opens = self.analysis.sentences.iter().any(|s| s.tokens.start == w);
            !opens && self.analysis.words[w].capital && w + 1 < words.end && self.analysis.words[w + 1].capital
        };
        let skip = words.clone().take(1).filter(|&w| articles.contains(&self.lower(w)) && !of_name(w)).count();
        if skip < words.len() { words.start + skip..words.end } else { words.clone() }
    }
}
