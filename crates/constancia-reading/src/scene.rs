//! One report laid out for reading: the analysis, the rows of phrases, the persons, and whom a phrase means.
//!
//! Every kind of statement is read from this one scene; nothing here decides what is stated.

use std::collections::BTreeSet;
use std::ops::Range;

use constancia_language::lexicon::Lexicon;
use constancia_language::tagging::lists::Gender;
use constancia_language::tagging::{Tag, Tagged, VerbForm};
use constancia_language::{Analysis, BlockKind, NameKind, fold};
use constancia_model::{AttributeField, Content, Evidence, InformantClass, Span, Stance, Status};

use crate::center::{self, Center};
use crate::clause::Clause;
use crate::credit::Credit;
use crate::explanation::{Explained, ReferenceKind};
use crate::frames::Frames;
use crate::phrases::{self, Phrase, PhraseKind};
use crate::roster::{self, PersonId, Roster};
use crate::tree::Tree;
use crate::words::Words;

/// A row of phrases: a sentence of the report, or a quotation that is a sentence.
#[derive(Debug, Clone)]
pub struct Row {
    /// The phrases.
    pub phrases: Vec<Phrase>,
    /// Their words, as indexes.
    pub words: Range<usize>,
    /// The block, as an index.
    pub block: usize,
    /// The quotation whose inside this is, as an index.
    pub quote: Option<usize>,
    /// Its place among the rows.
    pub index: usize,
}

impl Row {
    /// The phrase that holds this word, as an index.
    pub fn phrase_at(&self, word: usize) -> Option<usize> {
        self.phrases.iter().position(|p| p.words.contains(&word))
    }

    /// The words between the colons and semicolons around the phrase at `at`.
    pub fn between_stops(&self, at: usize) -> Range<usize> {
        let is_stop = |p: &&Phrase| p.kind == PhraseKind::Stop;
        let start = self.phrases[..at].iter().rfind(is_stop).map_or(self.words.start, |p| p.words.end);
        let end = self.phrases[at..].iter().find(is_stop).map_or(self.words.end, |p| p.words.start);
        start..end
    }

    /// Whether the word stands inside a whole quotation of this row.
    fn is_quoted(&self, word: usize) -> bool {
        self.phrase_at(word).is_some_and(|k| matches!(self.phrases[k].kind, PhraseKind::Quote(_)))
    }
}

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
        correct_tags(&mut analysis, words, frames);
        let roster = Roster::new(&analysis);
        let rows = rows(&analysis, words);
        let facilities = facilities(&analysis);
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

    /// The persons whom a noun phrase means.
    pub fn persons(&self, row: &Row, index: usize) -> Vec<PersonId> {
        self.meant(row, index).0
    }

    /// The persons whom a noun phrase means, and how.
    pub fn meant(&self, row: &Row, index: usize) -> (Vec<PersonId>, ReferenceKind) {
        let phrase = &row.phrases[index];
        let named = self.named_head(phrase);
        if !named.is_empty() {
            return (named, ReferenceKind::Name);
        }
        let lower = self.lower(phrase.head);
        let pronouns = &self.words.pronouns;
        let alone = phrase.words.len() == 1;
        if alone && pronouns.female.contains(lower) {
            let person = self.pronoun(row, phrase.words.start, Some(Gender::Feminine));
            return (person.into_iter().collect(), ReferenceKind::Pronoun);
        }
        if alone && pronouns.male.contains(lower) {
            let person = self.pronoun(row, phrase.words.start, Some(Gender::Masculine));
            return (person.into_iter().collect(), ReferenceKind::Pronoun);
        }
        let pair = self.words.couples.contains(lower) && phrase.words.len() == 2 && !self.describes_more(row, index);
        if pronouns.plural.contains(lower) || pair {
            return (self.recent_group(row, phrase.words.start), ReferenceKind::Together);
        }
        let members = self.listed_behind(row, index);
        if !members.is_empty() {
            return (members, ReferenceKind::Apposition);
        }
        let named = self.named_by_tree(phrase).or_else(|| self.apposed(row, index));
        let named = named.or_else(|| self.named_behind(phrase));
        if let Some(apposed) = named.or_else(|| self.describes(row, index)) {
            return (vec![apposed], ReferenceKind::Apposition);
        }
        match self.by_relation(row, phrase) {
            Some(relative) => (vec![relative], ReferenceKind::Relation),
            None => (self.by_role(row, phrase).into_iter().collect(), ReferenceKind::Description),
        }
    }

    /// "otro, Pedro Gil,", "al productor de café Denis Orozco": the name that hangs on the noun.
    fn named_by_tree(&self, phrase: &Phrase) -> Option<PersonId> {
        let kin = self.words.is_kin(self.lower(phrase.head));
        let mention = |word: usize| self.roster.mentions.iter().find(|m| m.words.contains(&word)).map(|m| m.person);
        self.tree().names(phrase.head).find_map(mention).filter(|_| !kin)
    }

    /// Whether the phrase goes on behind "of" or "de": "la pareja de Ana".
    fn describes_more(&self, row: &Row, index: usize) -> bool {
        row.phrases.get(index + 1).is_some_and(|p| matches!(self.lower(p.head), "of" | "de" | "del"))
    }

    /// "el productor de café Denis Orozco": the name right behind a noun and what says of what kind it is.
    fn named_behind(&self, phrase: &Phrase) -> Option<PersonId> {
        let kind = |w: usize| {
            let word = &self.analysis.words[w];
            let tag = matches!(word.tag.tag, Tag::Adposition | Tag::Noun | Tag::Adjective | Tag::Determiner);
            tag && !word.capital
        };
        let mentions = self.roster.mentions_in(&(phrase.head + 1..phrase.head + 7));
        let name = mentions.first().filter(|m| (phrase.head + 1..m.words.start).all(kind))?;
        let last = &self.analysis.words[name.words.start - 1];
        let kin = self.words.is_kin(self.lower(phrase.head));
        let noun = matches!(last.tag.tag, Tag::Noun | Tag::Adjective);
        (noun && !kin && !self.words.is_person_noun(&last.lower)).then_some(name.person)
    }

    /// "los dos absueltos, Juan Paz y Ana Ruiz,": the names in apposition behind a plural.
    fn listed_behind(&self, row: &Row, index: usize) -> Vec<PersonId> {
        let phrase = &row.phrases[index];
        let definite = matches!(
            self.lower(phrase.words.start),
            "the" | "los" | "las" | "both" | "ambos" | "ambas" | "two" | "dos" | "sus"
        );
        let comma = row.phrases.get(index + 1).is_some_and(|p| p.kind == PhraseKind::Comma);
        let name =
            row.phrases.get(index + 2).filter(|p| p.kind == PhraseKind::Noun && self.roster.within(&p.words).is_some());
        if !definite || !comma || name.is_none() || !self.analysis.words[phrase.head].tag.plural {
            return Vec::new();
        }
        let list = self.clause(row).list_right(index + 2);
        let people: Vec<PersonId> = list.iter().filter_map(|&k| self.roster.within(&row.phrases[k].words)).collect();
        if people.len() > 1 { people } else { Vec::new() }
    }

    /// "Ana Ruiz, 44, a nurse who": the name that a description behind it describes.
    fn describes(&self, row: &Row, index: usize) -> Option<PersonId> {
        let mut at = index;
        let head = self.lower(row.phrases[index].head);
        let thing = self.words.thing_nouns.contains(head) || self.words.custody_nouns.contains(head);
        let kin = self.words.is_kin(head) && self.words.kin_field(head) != Some(AttributeField::Lawyer);
        if kin || thing || self.analysis.words[row.phrases[index].head].tag.plural {
            return None;
        }
        while at >= 2 && row.phrases[at - 1].kind == PhraseKind::Comma && row.phrases[at - 2].kind == PhraseKind::Noun {
            at -= 2;
            let named = self.named_head(&row.phrases[at]);
            if !named.is_empty() {
                return named.first().copied();
            }
        }
        None
    }

    /// "su abogado, Ramón Paredes", "a spokesman for the prison, Ko Ko": the name in apposition behind a noun.
    fn apposed(&self, row: &Row, index: usize) -> Option<PersonId> {
        let phrase = &row.phrases[index];
        if !self.words.is_person_noun(self.lower(phrase.head)) || self.analysis.words[phrase.head].tag.plural {
            return None;
        }
        let mut k = index + 1;
        while let [joint, noun, ..] = row.phrases.get(k..).unwrap_or_default() {
            let joins = joint.kind == PhraseKind::Preposition && noun.kind == PhraseKind::Noun;
            if let Some(person) = self.roster.within(&noun.words).filter(|_| joins) {
                let compound = noun.head == noun.words.start && !self.analysis.words[noun.head].capital;
                return Some(person).filter(|_| compound && !self.words.is_person_noun(self.lower(noun.head)));
            }
            if !joins {
                break;
            }
            k += 2;
        }
        let comma = row.phrases.get(k).filter(|p| p.kind == PhraseKind::Comma)?;
        let name = row.phrases.get(k + 1).filter(|p| p.kind == PhraseKind::Noun && p.words.start == comma.words.end)?;
        let listed = row.phrases.get(k + 2).is_some_and(|p| p.kind == PhraseKind::Coordinator);
        let kin = name.words.clone().any(|w| {
            self.words.is_kin(self.lower(w)) && self.words.kin_field(self.lower(w)) != Some(AttributeField::Lawyer)
        });
        self.roster.within(&name.words).filter(|_| !listed && !kin)
    }

    /// Persons named as the head of a phrase: not "Ana Ruiz's brother", which is somebody else.
    fn named_head(&self, phrase: &Phrase) -> Vec<PersonId> {
        let possessive =
            phrase.words.clone().rev().find(|&w| matches!(self.lower(w), "'s" | "'") && w + 1 < phrase.words.end);
        let from = possessive.map_or(phrase.words.start, |w| w + 1);
        let inside = from..phrase.words.end;
        let last = self.roster.mentions_in(&inside).last();
        let spanish = self.analysis.is_spanish();
        let heads =
            |m: &&crate::roster::Mention| spanish || m.words.end >= phrase.words.end || !self.is_noun(m.words.end);
        last.filter(heads).map(|m| m.person).into_iter().collect()
    }

    fn is_noun(&self, word: usize) -> bool {
        self.analysis.words.get(word).is_some_and(|w| w.tag.tag == Tag::Noun)
    }

    /// "her brother", "Ana's husband", "su esposa": through the relations that the report tells.
    fn by_relation(&self, row: &Row, phrase: &Phrase) -> Option<PersonId> {
        let head = phrase.words.clone().find(|&w| self.words.is_kin(self.lower(w)))?;
        let owner = self.owner(row, phrase, head)?;
        let noun = fold(self.lower(head));
        let field = self.words.kin_field(self.lower(head));
        let told = |r: &&Relation| r.person == owner && (r.noun == noun || field.is_some() && r.field == field);
        self.relations.iter().find(told).map(|r| r.other)
    }

    /// Whose relation a phrase with a kinship noun at `head` speaks of.
    pub fn owner(&self, row: &Row, phrase: &Phrase, head: usize) -> Option<PersonId> {
        let before = phrase.words.start..head;
        if let Some(named) = self.roster.within(&before) {
            return Some(named);
        }
        let pronouns = &self.words.pronouns;
        let possessive = before.clone().map(|w| self.lower(w)).find_map(|lower| {
            if pronouns.possessive_female.contains(lower) {
                Some(Some(Gender::Feminine))
            } else if pronouns.possessive_male.contains(lower) {
                Some(Some(Gender::Masculine))
            } else {
                pronouns.possessive_any.contains(lower).then_some(None)
            }
        });
        match possessive {
            Some(gender) => self.pronoun(row, phrase.words.start, gender),
            None => self.owner_behind(row, phrase),
        }
    }

    /// "the mother of Ana Ruiz", "hermano de Ana".
    fn owner_behind(&self, row: &Row, phrase: &Phrase) -> Option<PersonId> {
        let at = row.phrases.iter().position(|p| p.words.start == phrase.words.start)?;
        let preposition = row.phrases.get(at + 1).filter(|p| matches!(self.lower(p.head), "of" | "de" | "del"))?;
        let noun =
            row.phrases.get(at + 2).filter(|p| p.kind == PhraseKind::Noun && p.words.start == preposition.words.end)?;
        self.roster.within(&noun.words)
    }

    /// "the nurse", "la periodista": the person whom the report has called so.
    fn by_role(&self, row: &Row, phrase: &Phrase) -> Option<PersonId> {
        let first = self.lower(phrase.words.start);
        let definite = matches!(
            first,
            "the" | "el" | "la" | "this" | "that" | "este" | "esta" | "said" | "dicho" | "dicha" | "al" | "del"
        );
        let plural = self.analysis.words[phrase.head].tag.plural;
        if !definite || plural {
            return None;
        }
        let named = self.analysis.names_in(&phrase.words).iter().any(|n| n.kind == NameKind::Institution);
        let nouns = std::iter::once(phrase.head).filter(|_| !named);
        let called = nouns.clone().find_map(|w| self.roster.by_role(self.lower(w), phrase.words.start));
        let related = || nouns.clone().find_map(|w| self.by_open_relation(phrase, self.lower(w)));
        let counsel =
            || nouns.clone().find_map(|w| self.roster.by_counsel(self.lower(w), phrase.words.start, self.words));
        called.or_else(related).or_else(counsel).or_else(|| self.by_description(row, phrase))
    }

    /// "the mother", "the lawyer": the relative of the person spoken of.
    fn by_open_relation(&self, phrase: &Phrase, noun: &str) -> Option<PersonId> {
        let field = self.words.kin_field(noun)?;
        let gender = crate::roster::gender_of(noun, self.words);
        let near = self.roster.before(phrase.words.start).take(12).map(|m| m.person);
        let fits = |r: &&Relation| r.field == Some(field) && self.roster.may_be(r.other, gender);
        near.flat_map(|id| self.relations.iter().filter(move |r| r.person == id)).find(fits).map(|r| r.other)
    }

    /// "the 62-year-old", "la comunicadora": a new word for the person spoken of. Not for those who act for the state
    /// or only tell something.
    fn by_description(&self, row: &Row, phrase: &Phrase) -> Option<PersonId> {
        let noun = self.lower(phrase.head);
        let compound = noun.ends_with("-year-old");
        let class = self.words.informant_class(noun);
        let outsider = class.is_some_and(|c| !matches!(c, InformantClass::Other | InformantClass::Outlet));
        if !compound && (!self.words.is_person_noun(noun) || outsider || self.words.is_kin(noun)) {
            return None;
        }
        let end = row.phrases.iter().find(|p| p.words.start >= phrase.words.end);
        let described =
            |p: &Phrase| p.kind == PhraseKind::Relative || matches!(self.lower(p.head), "of" | "de" | "del");
        let aged = |p: &Phrase| {
            let next = self.analysis.words.get(p.words.end);
            next.is_some_and(|w| w.tag.tag == Tag::Number) && p.kind == PhraseKind::Preposition
        };
        let bare = end.is_none_or(|p| !described(p) || aged(p));
        let gender = crate::roster::gender_of(noun, self.words).or(self.article_gender(phrase));
        let speaker = self.speaker_of(row, phrase.words.start);
        bare.then(|| self.pronoun_except(row, phrase.words.start, gender, speaker)).flatten()
    }

    /// Who says what stands at this word, as far as the credits are known.
    pub fn speaker_of(&self, row: &Row, word: usize) -> Option<PersonId> {
        crate::credit::governing(self.credits.get(row.index)?, word)?.person
    }

    fn article_gender(&self, phrase: &Phrase) -> Option<Gender> {
        match self.lower(phrase.words.start) {
            "la" | "esta" => Some(Gender::Feminine),
            "el" | "al" | "del" | "este" => Some(Gender::Masculine),
            _ => None,
        }
    }

    /// Whom "he", "her" or a dropped subject at `word` means: in this sentence the first fit before it, else the first
    /// fit of the sentence before, going back within reach.
    pub fn pronoun(&self, row: &Row, word: usize, gender: Option<Gender>) -> Option<PersonId> {
        self.pronoun_except(row, word, gender, None)
    }

    /// Whose turn of a transcript the row belongs to: "he" is never the one who speaks.
    fn turn_speaker(&self, row: &Row) -> Option<PersonId> {
        let label = self.analysis.blocks[row.block].label?;
        let words = self.analysis.word_at(label.start)..self.analysis.word_at(label.end - 1) + 1;
        self.roster.within(&words)
    }

    /// As `pronoun`, for a pronoun that cannot mean `except`: whoever speaks of somebody else.
    pub fn pronoun_except(
        &self,
        row: &Row,
        word: usize,
        gender: Option<Gender>,
        except: Option<PersonId>,
    ) -> Option<PersonId> {
        if let Some(topic) = self.item_topic(row, word) {
            return Some(topic).filter(|&id| self.roster.may_be(id, gender));
        }
        let speaker = self.turn_speaker(row);
        let fits = |id: PersonId| self.roster.may_be(id, gender) && Some(id) != speaker && Some(id) != except;
        let pick = |ids: &[PersonId]| ids.iter().copied().find(|&id| fits(id));
        let here = self.narrated(row, row.words.start..word.max(row.words.start));
        if let Some(id) = pick(&here) {
            return Some(id);
        }
        let earlier = self.earlier(row);
        let near: Vec<Vec<PersonId>> = earlier.take(6).map(|r| self.spoken_of(r)).collect();
        let principal =
            |ids: &Vec<PersonId>| ids.iter().copied().find(|&id| fits(id) && !self.roster.persons[id].relative);
        near.iter().take(5).find_map(principal).or_else(|| near.iter().take(4).find_map(|ids| pick(ids)))
    }

    /// The sentences before a row, the nearest first.
    pub fn earlier(&self, row: &Row) -> impl Iterator<Item = &Row> + Clone {
        let start = row.words.start;
        self.rows[..row.index].iter().rev().filter(move |r| r.words.end <= start && r.quote.is_none())
    }

    /// Whom the sentence before this one is about, in the same paragraph or the one before.
    pub fn center_before(&self, row: &Row) -> Option<PersonId> {
        let before = self.earlier(row).next().filter(|r| r.block + 1 >= row.block)?;
        self.center(before)
    }

    /// Who spoke in the sentence before this one, in the same paragraph or, where it begins, the one before.
    pub fn last_speaker(&self, row: &Row) -> Option<PersonId> {
        let mut near = self.earlier(row).take(2).filter(|r| r.block + 1 >= row.block).peekable();
        let begun = near.peek().is_some_and(|r| r.block == row.block);
        let near = near.filter(|r| r.block == row.block || !begun);
        near.filter_map(|r| self.centers.get(r.index).copied().flatten()).find(|c| c.speaks).map(|c| c.person)
    }

    /// Whom a row is about.
    fn center(&self, row: &Row) -> Option<PersonId> {
        self.centers.get(row.index).copied().flatten().map(|c| c.person)
    }

    /// The persons named within these words, those inside quotations of the row left out.
    pub fn narrated(&self, row: &Row, words: Range<usize>) -> Vec<PersonId> {
        roster::each_once(self.roster.mentions_in(&words).iter().filter(|m| !row.is_quoted(m.words.start)))
    }

    /// The persons of a row: whom it names, the one it is about first, possessors last; where it names nobody, the one it
    /// goes on about.
    fn spoken_of(&self, row: &Row) -> Vec<PersonId> {
        let possessed = |w: usize| self.analysis.words.get(w).is_some_and(|word| word.lower == "'s");
        let mentions = self.roster.mentions_in(&row.words).iter().filter(|m| !row.is_quoted(m.words.start));
        let (subjects, others): (Vec<_>, Vec<_>) = mentions.partition(|m| !possessed(m.words.end));
        let mut named = roster::each_once(subjects.into_iter().chain(others));
        match self.center(row) {
            Some(center) if named.is_empty() => named.push(center),
            Some(center) => named.sort_by_key(|&id| id != center),
            None => {}
        }
        named
    }

    /// In a list item, the person that it begins with.
    fn item_topic(&self, row: &Row, word: usize) -> Option<PersonId> {
        let block = &self.analysis.blocks[row.block];
        let opening = block.tokens.start..(block.tokens.start + 8).min(word.max(block.tokens.start));
        let topic = self.roster.within(&opening.clone()).map(|_| self.roster.all_within(&opening)[0]);
        topic.filter(|_| block.kind == BlockKind::Item && row.quote.is_none())
    }

    /// The subject that a sentence leaves out.
    pub fn dropped_subject(&self, row: &Row, word: usize) -> Option<PersonId> {
        self.dropped_except(row, word, None)
    }

    /// As `dropped_subject`, for an object that cannot be `except`. A clitic pronoun tells the gender.
    pub fn dropped_except(&self, row: &Row, word: usize, except: Option<PersonId>) -> Option<PersonId> {
        let tag = self.analysis.words[word].tag;
        let gender = match (tag.verb, tag.feminine) {
            (Some(VerbForm::Participle), Some(true)) => Some(Gender::Feminine),
            (Some(VerbForm::Participle), Some(false)) => Some(Gender::Masculine),
            _ => self.clitic_gender(row, word),
        };
        self.pronoun_except(row, word, gender, except)
    }

    /// The gender of "lo" or "la" in the verb group at a word, or right behind it: "dónde la tienen".
    fn clitic_gender(&self, row: &Row, word: usize) -> Option<Gender> {
        let at = |p: &&Phrase| p.words.contains(&word) || p.words.start == word + 1;
        let group = row.phrases.iter().find(|p| p.kind == PhraseKind::Verb && at(p))?;
        let clitics = group.words.clone().filter(|&w| self.analysis.words[w].tag.tag == Tag::Pronoun);
        clitics.map(|w| self.lower(w)).find_map(|lower| match lower {
            "lo" => Some(Gender::Masculine),
            "la" => Some(Gender::Feminine),
            _ => None,
        })
    }

    /// The persons last named side by side: "they", "both", "ambos".
    pub fn recent_group(&self, row: &Row, word: usize) -> Vec<PersonId> {
        let here = self.roster.all_within(&(row.words.start..word));
        if here.len() > 1 {
            return here;
        }
        let earlier = self.earlier(row);
        earlier
            .take(2)
            .map(|r| self.roster.all_within(&r.words))
            .find(|ids| ids.len() > 1 && ids.len() < 7)
            .unwrap_or_default()
    }

    /// The fullest name of the institution that a phrase means: its own, or the one that "the ministry" stands for.
    pub fn institution(&self, phrase: &Phrase) -> Option<String> {
        let own = self.analysis.names_in(&phrase.words).iter().rfind(|n| n.kind != NameKind::Person);
        if let Some(name) = own {
            let said = self.with_owner(phrase, name.words.clone());
            return Some(self.fullest(&said).unwrap_or(said));
        }
        let head = fold(self.lower(phrase.head));
        let known = self
            .analysis
            .names
            .iter()
            .rev()
            .filter(|n| n.kind == NameKind::Institution && n.words.start < phrase.words.start);
        let mut known = known.filter(|n| self.analysis.words[n.words.clone()].iter().any(|w| fold(&w.lower) == head));
        known.next().map(|n| self.text(&n.words))
    }

    /// "the Network", "el Foro": the longest name of an institution in the text that holds all these words.
    fn fullest(&self, said: &str) -> Option<String> {
        let parts: Vec<String> = said.split(' ').map(fold).collect();
        let holds = |name: &str| {
            let words: Vec<String> = name.split(' ').map(fold).collect();
            words.len() > parts.len() && parts.iter().all(|p| words.contains(p))
        };
        let names = self.analysis.names.iter().filter(|n| n.kind == NameKind::Institution);
        let fuller: Vec<String> = names.map(|n| self.text(&n.words)).filter(|name| holds(name)).collect();
        let longest = fuller.iter().max_by_key(|name| name.len())?;
        fuller.iter().all(|name| longest.contains(name.as_str())).then(|| longest.clone())
    }

    /// "Lithuania's Foreign Ministry", "Ministry of Interior": the whole phrase without its article.
    fn with_owner(&self, phrase: &Phrase, name: Range<usize>) -> String {
        let start =
            if name.start > phrase.words.start { self.without_article(&phrase.words).start } else { name.start };
        self.text(&(start..phrase.words.end.max(name.end)))
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

/// The names of places of custody in a text: prisons known by name, names with a number ("Badr 1"), and names that stand
/// beside a word for a place of custody somewhere in the text.
fn facilities(analysis: &Analysis) -> BTreeSet<String> {
    let lexicon = Lexicon::of(&analysis.language);
    let text = |words: &Range<usize>| {
        let span = Span::new(analysis.words[words.start].span.start, analysis.words[words.end - 1].span.end);
        analysis.at(span).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
    };
    let numbered = |words: &Range<usize>| {
        let last = analysis.words[words.end - 1].of(analysis.text);
        words.len() > 1 && last.chars().all(|c| c.is_ascii_digit() || "IVX".contains(c))
    };
    let beside = |words: &Range<usize>| {
        let near = words.start.saturating_sub(3)..(words.end + 2).min(analysis.words.len());
        near.into_iter().any(|w| is_custody_word(&analysis.words[w].lower))
    };
    let places = analysis.names.iter().filter(|n| n.kind != NameKind::Person);
    let custody = places.filter(|n| lexicon.is_prison(&text(&n.words)) || numbered(&n.words) || beside(&n.words));
    custody.map(|n| text(&n.words)).collect()
}

/// Whether the word is one for a place of custody and for nothing else.
pub fn is_custody_word(lower: &str) -> bool {
    [
        "prison",
        "jail",
        "colony",
        "prisión",
        "cárcel",
        "penal",
        "penitenciar",
        "reclusorio",
        "camp",
        "campamento",
        "colonia",
        "inmates",
        "detention",
        "presos",
        "prisoners",
    ]
    .iter()
    .any(|stem| lower.starts_with(stem))
}

/// The verbs that the reader knows are verbs where the tagger took a finite form for a noun: "el Colegio contabiliza",
/// "the Ministry recalls that"; and nouns for persons that it took for verbs.
fn correct_tags(analysis: &mut Analysis, words: &Words, frames: &Frames) {
    for at in 1..analysis.words.len() {
        let (before, word) = (&analysis.words[at - 1], &analysis.words[at]);
        let next = analysis.words.get(at + 1);
        let beside = before.lower == "," || matches!(before.tag.tag, Tag::Determiner | Tag::Adjective);
        let verb = word.tag.tag == Tag::Verb && !frames.is_finite(&word.lower) && frames.verb(&word.lower).is_empty();
        let clause = next.is_some_and(|n| n.lower == "that") && words.is_finite_speech(&word.lower) && !word.capital;
        if beside && verb && words.is_person_noun(&word.lower) {
            analysis.words[at].tag.tag = Tag::Noun;
            analysis.words[at].tag.verb = None;
        } else if clause && word.tag.tag == Tag::Noun && before.capital {
            analysis.words[at].tag.tag = Tag::Verb;
            analysis.words[at].tag.verb = Some(VerbForm::Finite);
        }
    }
    for at in 0..analysis.words.len() {
        if let Some(tag) = corrected(analysis, words, frames, at) {
            analysis.words[at].tag = tag;
        }
    }
    if !analysis.is_spanish() {
        return;
    }
    for at in 1..analysis.words.len() {
        let before = &analysis.words[at - 1];
        let opens = matches!(before.tag.tag, Tag::Determiner | Tag::Adjective | Tag::Adposition | Tag::Number);
        let word = &analysis.words[at];
        let nominal = matches!(word.tag.tag, Tag::Noun | Tag::Adjective | Tag::ProperNoun) && !word.capital;
        let listing = matches!(word.lower.as_str(), "figura" | "figuran" | "incluye" | "incluyen");
        let finite = words.is_finite_speech(&word.lower) || frames.is_finite(&word.lower) || listing;
        if nominal && !opens && finite {
            analysis.words[at].tag.tag = Tag::Verb;
            analysis.words[at].tag.verb = Some(VerbForm::Past);
        }
    }
}

/// What the word is beyond doubt: a preposition before a verb in -ing or an infinitive, which treebanks call a subordinator
/// ("charged with spreading"), a noun for a person, a day by its adverb, a participle behind "those".
fn corrected(analysis: &Analysis, words: &Words, frames: &Frames, at: usize) -> Option<Tagged> {
    let word = &analysis.words[at];
    let plain = |tag: Tag| Tagged { tag, verb: None, ..word.tag };
    let before = at.checked_sub(1).map_or("", |b| analysis.words[b].lower.as_str());
    match word.tag.tag {
        Tag::Subordinator if words.prepositions.contains(&word.lower) => Some(plain(Tag::Adposition)),
        Tag::Adverb if words.is_person_noun(&word.lower) => Some(plain(Tag::Noun)),
        Tag::Verb | Tag::Noun | Tag::ProperNoun if words.day_adverbs.contains(&word.lower) => Some(plain(Tag::Adverb)),
        Tag::Noun | Tag::Adjective if before == "those" && !frames.verb(&word.lower).is_empty() => {
            Some(Tagged { tag: Tag::Verb, verb: Some(VerbForm::Participle), ..word.tag })
        }
        _ => None,
    }
}

/// One row for each sentence, and one for each whole quotation, in the order in which they begin.
fn rows(analysis: &Analysis, words: &'static Words) -> Vec<Row> {
    let row = |range: Range<usize>, block: usize, quote: Option<usize>| Row {
        phrases: phrases::phrases(analysis, words, range.clone()),
        words: range,
        block,
        quote,
        index: 0,
    };
    let mut rows: Vec<Row> = analysis.sentences.iter().map(|s| row(s.tokens.clone(), s.block, None)).collect();
    for (index, quote) in analysis.quotes.iter().enumerate() {
        if quote.within.is_none() && phrases::is_whole(analysis, quote) {
            let range = analysis.word_at(quote.inner.start)..analysis.word_at(quote.inner.end - 1) + 1;
            rows.push(row(inside(analysis, range, quote.inner), quote.block, Some(index)));
        }
    }
    rows.sort_by_key(|r| (r.words.start, r.quote.is_some()));
    rows.retain(|r| !r.words.is_empty());
    for (index, row) in rows.iter_mut().enumerate() {
        row.index = index;
    }
    rows
}

fn inside(analysis: &Analysis, range: Range<usize>, span: Span) -> Range<usize> {
    let end = range.clone().rfind(|&w| analysis.words[w].span.end <= span.end).map_or(range.start, |w| w + 1);
    range.start..end
}
