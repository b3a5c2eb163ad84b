//! Texts of an archive made ready for comparison, the last few kept. Does not decide anything.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

use constancia_model::ReportId;

use super::alignment::Indexed;
use super::archive::Archive;
use super::comparison::{Around, Comparison};
use super::sketch::{NONE, of_sentence, sketch};
use super::words::Wording;

/// How many texts are kept ready.
const KEPT: usize = 256;

/// So many reports have a sentence that is no longer a matter between two.
const MANY: usize = 5;

/// A text made ready.
#[derive(Debug)]
pub(crate) struct Read {
    /// Its sentences.
    pub indexed: Indexed,
    /// Its sketch.
    pub sketch: Vec<u32>,
}

impl Read {
    /// Its words.
    pub fn wording(&self) -> &Wording {
        &self.indexed.wording
    }
}

type Texts<'r, 't> = &'r dyn Fn(&ReportId) -> Option<Cow<'t, str>>;

/// The texts of an archive.
pub(crate) struct Reader<'r, 't> {
    /// The archive.
    pub archive: &'r Archive,
    texts: Texts<'r, 't>,
    kept: HashMap<u32, Rc<Read>>,
}

impl<'r, 't> Reader<'r, 't> {
    pub fn new(archive: &'r Archive, texts: Texts<'r, 't>) -> Self {
        Self { archive, texts, kept: HashMap::new() }
    }

    /// The text of a report made ready; `None` where it is not to be had.
    pub fn read(&mut self, number: u32) -> Option<Rc<Read>> {
        if let Some(read) = self.kept.get(&number) {
            return Some(Rc::clone(read));
        }
        let text = (self.texts)(&self.archive.entry(number).id())?;
        let wording = Wording::of(&text);
        if self.kept.len() >= KEPT {
            self.kept.clear();
        }
        Some(self.keep(number, wording))
    }

    /// Makes a text ready that has just been cut into words.
    pub fn keep(&mut self, number: u32, wording: Wording) -> Rc<Read> {
        let sketch = sketch(&wording);
        let read = Rc::new(Read { indexed: Indexed::of(wording), sketch });
        self.kept.insert(number, Rc::clone(&read));
        read
    }

    /// What two reports share, the later one in canonical order first; `None` where neither is the other's copy.
    pub fn compare(&mut self, later: u32, earlier: u32) -> Option<Comparison> {
        let (one, other) = (self.read(later)?, self.read(earlier)?);
        let comparison = Comparison::of(one.wording(), &other.indexed);
        let is_common = |sentence: usize| is_common(self.archive, one.wording(), sentence);
        comparison.is_copy(self.around(later, earlier), is_common).then_some(comparison)
    }

    fn around(&self, one: u32, other: u32) -> Around {
        let (one, other) = (&self.archive.entry(one).names, &self.archive.entry(other).names);
        Around { same_outlet: one.same_outlet(other), credited: one.agree(other) }
    }
}

/// Whether many reports have a sentence: every hash of it that the index knows is held by many.
pub(crate) fn is_common(archive: &Archive, wording: &Wording, sentence: usize) -> bool {
    let hashes = of_sentence(wording, &wording.sentences[sentence]);
    let held = hashes.into_iter().filter(|hash| *hash != NONE).map(|hash| archive.held_by(hash));
    held.filter(|held| *held > 0).min().is_some_and(|least| least >= MANY)
}
