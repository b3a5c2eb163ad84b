//! Whom a report credits for its words: bylines, datelines, "first published by", "con información de".
//!
//! Reads wordings held as data and names by their form. Does not know who exists: a list of agencies only helps where a name
//! stands without a wording. Never reads what a report states.

mod lists;
mod names;

use constancia_model::Span;

use crate::copies::words::Wording;
use lists::{Lists, Wording as Phrase};

/// How much of a report is credited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// The report as such comes from there.
    Whole,
    /// Something in it does.
    Part,
}

/// A report's credit to somebody who published before it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Credit {
    /// The name, an agency's in its usual form.
    pub name: String,
    /// How much comes from there.
    pub reach: Reach,
    /// The words of the text that give the credit; `None` where the byline does.
    pub place: Option<Span>,
}

/// What a report says of its own making.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Signature {
    /// Whom it credits, each name once, in the order of the text; the byline comes first.
    pub credits: Vec<Credit>,
    /// The agency that its dateline names as the sender.
    pub sender: Option<String>,
    /// Whether its first lines call it a communiqué.
    pub communique: bool,
    /// Whether it announces a communiqué that it prints.
    pub prints: bool,
}

/// Lines at the beginning and at the end of a text that may be lines of credit.
const EDGE: usize = 6;

/// Words of the longest line of credit.
const LINE: usize = 8;

/// How far from its beginning a text may print its dateline, in bytes.
const DATELINE_REACH: usize = 400;

/// Reads what a report says of its own making, from its text and its byline.
pub(crate) fn signature(text: &str, wording: &Wording, byline: Option<&str>) -> Signature {
    let lists = Lists::get();
    let mut found: Vec<Credit> = byline.into_iter().flat_map(|line| in_line(lists, line, None)).collect();
    let sender = dateline_agency(text).map(|name| lists.usual(name));
    found.extend(sender.clone().map(|name| Credit { name, reach: Reach::Whole, place: None }));
    found.extend(edge_lines(text).flat_map(|(at, line)| in_line(lists, line, Some(at))));
    let mut phrases = Phrases::default();
    lists.each_phrase(wording, |phrase, at| phrases.take(lists, text, wording, phrase, at));
    found.extend(phrases.credits);
    Signature { credits: once_each(found), sender, communique: is_communique(lists, text), prints: phrases.prints }
}

/// What the wordings in a text say.
#[derive(Default)]
struct Phrases {
    credits: Vec<Credit>,
    prints: bool,
}

impl Phrases {
    fn take(&mut self, lists: &Lists, text: &str, wording: &Wording, phrase: &Phrase, at: usize) {
        let Some(reach) = phrase.reach else {
            self.prints = true;
            return;
        };
        let (before, after) = (phrase.before.len(), phrase.after.len());
        let words = &wording.words;
        let named = if before > 0 {
            names::forward(lists, text, words, at + before, phrase)
        } else {
            names::backward(lists, text, words, at, phrase)
        };
        let last = at + before.max(after) - 1;
        for (name, from, to) in named {
            let place = Span::new(words[from.min(at)].start as usize, words[to.max(last)].end as usize);
            self.credits.push(Credit { name, reach, place: Some(place) });
        }
    }
}

/// A number for a name, the same however the name is written.
pub(crate) fn key(name: &str) -> u32 {
    Lists::get().key(name)
}

/// Names in a byline or a line of credit: an agency, what sounds like an outlet, or whoever stands behind "with".
fn in_line(lists: &Lists, line: &str, at: Option<usize>) -> Vec<Credit> {
    let place = at.map(|at| Span::new(at, at + line.len()));
    names::in_line(lists, line).into_iter().map(|name| Credit { name, reach: Reach::Whole, place }).collect()
}

/// Short lines at the beginning and the end, with where they begin.
fn edge_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let place = |line: &str| line.as_ptr() as usize - text.as_ptr() as usize;
    let first = text.lines().filter(|line| !line.trim().is_empty()).take(EDGE);
    let last = text.lines().rev().filter(|line| !line.trim().is_empty()).take(EDGE);
    let mut lines: Vec<&str> = first.chain(last).map(str::trim).collect();
    lines.sort_unstable_by_key(|line| place(line));
    lines.dedup_by_key(|line| place(line));
    lines.into_iter().filter(|line| line.split_whitespace().count() <= LINE).map(move |line| (place(line), line))
}

/// The agency in a dateline: "VILNIUS, Oct. 12 (Northline) —", "Caracas, 9 ene (Norteña).-".
fn dateline_agency(text: &str) -> Option<&str> {
    let head = &text[..text.floor_char_boundary(DATELINE_REACH)];
    head.match_indices('(').find_map(|(at, _)| {
        let (name, after) = head[at + 1..].split_once(')')?;
        let dash = after.trim_start_matches([' ', '.', '\u{a0}']).starts_with(['-', '–', '—']);
        (dash && names::is_name(name)).then_some(name)
    })
}

fn is_communique(lists: &Lists, text: &str) -> bool {
    let lines = text.lines().filter(|line| !line.trim().is_empty()).take(EDGE / 2);
    lines.filter(|line| line.split_whitespace().count() <= LINE).any(|line| lists.is_heading(line))
}

/// The first credit of each name, the one that reaches furthest.
fn once_each(found: Vec<Credit>) -> Vec<Credit> {
    let mut kept: Vec<Credit> = Vec::new();
    for credit in found {
        match kept.iter_mut().find(|known| known.name == credit.name) {
            Some(known) if credit.reach < known.reach => *known = credit,
            Some(_) => {}
            None => kept.push(credit),
        }
    }
    kept
}

#[cfg(test)]
mod tests;
