//! Names of outlets by their form: words with a capital, a number or a sign in them. Does not know who exists.

use super::lists::{Lists, Wording as Phrase};
use crate::copies::words::{Word, folded_hash};

/// Words of the longest name.
const LONGEST: usize = 5;

/// A name with the numbers of its first and last word.
pub(super) type Named = (String, usize, usize);

/// The names that begin at this word, behind the words of a wording: one, or several in a row.
pub(super) fn forward(lists: &Lists, text: &str, words: &[Word], at: usize, phrase: &Phrase) -> Vec<Named> {
    let row = Row { lists, text, words };
    let mut found = Vec::new();
    let mut from = at + words[at.min(words.len())..].iter().take_while(|word| row.is_loose(word)).count();
    while let Some(to) = row.name_end(from) {
        if row.after(to + 1, phrase) {
            found.extend(row.named(from, to, phrase));
        }
        let Some(following) = row.joined(to) else { break };
        from = following;
    }
    found
}

/// The name that ends before this word.
pub(super) fn backward(lists: &Lists, text: &str, words: &[Word], at: usize, phrase: &Phrase) -> Vec<Named> {
    let row = Row { lists, text, words };
    let near = |from: &usize| *from + 1 == at || row.is_close(*from);
    let start = (0..at).rev().take(LONGEST).take_while(|from| row.is_capital(*from) && near(from)).last();
    start.and_then(|from| row.named(from, at - 1, phrase)).into_iter().collect()
}

/// The names in a byline.
pub(super) fn in_line(lists: &Lists, line: &str) -> Vec<String> {
    let pieces = line.split(['/', '|', ',', ';', '(', ')', '·', '•', '&']).flat_map(|piece| piece.split(" y "));
    let pieces = pieces.flat_map(|piece| piece.split(" and ")).flat_map(|piece| piece.split(" - "));
    pieces.filter_map(|piece| in_piece(lists, piece.trim().trim_end_matches(['.', ':']))).collect()
}

fn in_piece(lists: &Lists, piece: &str) -> Option<String> {
    let words: Vec<&str> = piece.split([' ', ':']).filter(|word| !word.is_empty()).collect();
    let hashes: Vec<u32> = words.iter().map(|word| folded_hash(word)).collect();
    let behind = lists.byline.iter().filter(|row| hashes.starts_with(row)).map(Vec::len).max();
    let name = words[behind.unwrap_or_default()..].join(" ");
    let wanted = if behind.is_some() {
        is_name(&name)
    } else {
        lists.is_agency(&name) || is_name(&name) && lists.is_outlet(&name)
    };
    wanted.then(|| lists.usual(&name))
}

/// Whether this is a name: it begins with a capital and has a few words and no number of its own.
pub(super) fn is_name(name: &str) -> bool {
    let words = || name.split_whitespace();
    let joins = |word: &str| matches!(word, "of" | "de" | "del" | "la" | "el" | "the" | "in");
    let fits = |word: &str| joins(word) || begins_like_a_name(word);
    words().next().is_some_and(begins_like_a_name) && words().count() < LONGEST && words().all(fits)
}

fn begins_like_a_name(word: &str) -> bool {
    let mixed = word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(char::is_alphabetic);
    word.starts_with(char::is_uppercase) || mixed
}

/// The words of a text in which a name is looked for.
struct Row<'a> {
    lists: &'a Lists,
    text: &'a str,
    words: &'a [Word],
}

impl Row<'_> {
    fn raw(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &self.text[word.start as usize..word.end as usize])
    }

    fn is_loose(&self, word: &Word) -> bool {
        self.lists.loose.contains(&word.full) && self.text[word.start as usize..].starts_with(char::is_lowercase)
    }

    fn is_capital(&self, at: usize) -> bool {
        begins_like_a_name(self.raw(at))
    }

    /// What stands between a word and the next.
    fn gap(&self, at: usize) -> &str {
        self.words.get(at + 1).map_or("\n", |next| &self.text[self.words[at].end as usize..next.start as usize])
    }

    fn is_close(&self, at: usize) -> bool {
        matches!(self.gap(at), " " | "-" | "." | "’" | "'" | "\u{a0}")
    }

    /// The last word of the name that begins here.
    fn name_end(&self, from: usize) -> Option<usize> {
        if !self.is_capital(from) {
            return None;
        }
        let mut end = from;
        while end + 1 < from + LONGEST && self.is_close(end) {
            let of = matches!(self.raw(end + 1), "of" | "de" | "del" | "la" | "el") && self.is_close(end + 1);
            match () {
                () if self.is_capital(end + 1) => end += 1,
                () if of && self.is_capital(end + 2) => end += 2,
                () => break,
            }
        }
        Some(end)
    }

    /// Where the next name of a row begins: "EFE y AFP", "EFE/14ymedio", "EFE, AFP".
    fn joined(&self, end: usize) -> Option<usize> {
        let and = matches!(self.raw(end + 1), "and" | "y" | "e") && self.is_close(end);
        match self.gap(end) {
            "/" | ", " => Some(end + 1),
            _ if and => Some(end + 2),
            _ => None,
        }
    }

    fn after(&self, at: usize, phrase: &Phrase) -> bool {
        let words = self.words[at.min(self.words.len())..].iter().map(|word| word.full);
        phrase.before.is_empty() || words.take(phrase.after.len()).eq(phrase.after.iter().copied())
    }

    fn named(&self, from: usize, to: usize, phrase: &Phrase) -> Option<Named> {
        let name = &self.text[self.words[from].start as usize..self.words[to].end as usize];
        (!phrase.outlet || self.lists.is_outlet(name)).then(|| (self.lists.usual(name), from, to))
    }
}
