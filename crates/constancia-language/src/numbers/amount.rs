//! One number from the words and figures it is made of: "3 million", "ciento veintiún mil", "half a dozen".
//!
//! It must not know bounds, ranges or what is no number.

use super::lexicon::{Lexicon, Part};
use super::tokens::Tokens;

/// A number and the tokens it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    /// Its value; the whole part where `decimals` is set.
    pub value: u64,
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// Whether a fraction is left over, so that it counts no people.
    pub fractional: bool,
    /// The largest scale word in it; 1 where none.
    pub scale: u64,
}

/// The number that starts at a token. `join` says whether "and" may stand inside it.
pub(super) fn amount_at(lexicon: &Lexicon, tokens: &Tokens<'_>, first: usize, join: bool) -> Option<Amount> {
    halved(lexicon, tokens, first).or_else(|| Builder::new(lexicon, tokens, first, join).build())
}

/// "half a dozen", "medio centenar".
fn halved(lexicon: &Lexicon, tokens: &Tokens<'_>, first: usize) -> Option<Amount> {
    let lists = &lexicon.lists;
    if !lists.halves.contains(tokens.word(first)?) || !tokens.joined(first) {
        return None;
    }
    let article = lists.articles.contains(tokens.word(first + 1)?) && tokens.joined(first + 1);
    let last = first + 1 + usize::from(article);
    let (Part::Multiplier(value) | Part::Scale(value) | Part::Collective(value)) = lexicon.part(tokens.word(last)?)?
    else {
        return None;
    };
    Some(Amount { value: value / 2, first, end: last + 1, fractional: false, scale: 1 })
}

struct Builder<'a> {
    lexicon: &'a Lexicon,
    tokens: &'a Tokens<'a>,
    first: usize,
    at: usize,
    join: bool,
    /// What the words since the last scale add up to.
    group: u64,
    /// Digits behind the decimal sign in `group`.
    decimals: u32,
    total: u64,
    scale: Option<u64>,
    largest: u64,
}

impl<'a> Builder<'a> {
    fn new(lexicon: &'a Lexicon, tokens: &'a Tokens<'a>, first: usize, join: bool) -> Self {
        let (group, decimals, total, scale, largest) = (0, 0, 0, None, 1);
        Self { lexicon, tokens, first, at: first, join, group, decimals, total, scale, largest }
    }

    fn build(mut self) -> Option<Amount> {
        while self.at == self.first || self.tokens.joined(self.at - 1) {
            if self.take_half() || !self.take_next() {
                break;
            }
        }
        let value = self.total.checked_add(self.group)?;
        let Self { first, at: end, largest: scale, .. } = self;
        (end > first).then_some(Amount { value, first, end, fractional: self.decimals > 0, scale })
    }

    fn take_next(&mut self) -> bool {
        let skip = usize::from(self.at_joiner());
        let Some(word) = self.tokens.word(self.at + skip) else { return false };
        let taken = match self.lexicon.part(word) {
            Some(part) => self.take_part(part, skip == 1),
            None if skip == 0 && self.tokens.list[self.at].is_figure() => self.take_figure(word),
            None => self.at_article() && self.set_group(1),
        };
        if taken {
            self.at += skip + 1;
        }
        taken
    }

    fn at_joiner(&self) -> bool {
        let joiner = self.tokens.word(self.at).is_some_and(|word| self.lexicon.lists.joiners.contains(word));
        let next = || self.tokens.word(self.at + 1).and_then(|word| self.lexicon.part(word));
        let small = || matches!(next(), Some(Part::Unit(1..) | Part::Teen(_) | Part::Tens(_)));
        self.join && self.at > self.first && joiner && self.tokens.joined(self.at) && small()
    }

    /// "a hundred", "a dozen": the article is the number.
    fn at_article(&self) -> bool {
        let article = self.tokens.word(self.at).is_some_and(|word| self.lexicon.lists.articles.contains(word));
        let next = self.tokens.word(self.at + 1).and_then(|word| self.lexicon.part(word));
        let large = matches!(next, Some(Part::Multiplier(_) | Part::Scale(_) | Part::Collective(_)));
        self.at == self.first && article && large && self.tokens.joined(self.at)
    }

    fn take_part(&mut self, part: Part, after_joiner: bool) -> bool {
        let started = self.at > self.first;
        match part {
            Part::Unit(0) => !started,
            Part::Unit(value) => self.unit_fits(after_joiner) && self.set_group(self.group + value),
            Part::Teen(value) | Part::Tens(value) => {
                let joined_rightly = !after_joiner || !self.lexicon.lists.joiner_after_tens;
                let fits = self.group.is_multiple_of(100) && self.decimals == 0 && joined_rightly;
                fits && self.open() && self.set_group(self.group + value)
            }
            Part::Hundreds(value) => self.group == 0 && self.open() && self.set_group(value),
            Part::Multiplier(value) => {
                let figure = self.at > self.first && self.tokens.list[self.at - 1].is_figure();
                let fits = self.decimals == 0 && (1..if figure { 1000 } else { 100 }).contains(&self.group);
                fits && self.set_group(self.group * value)
            }
            Part::Scale(scale) => self.take_scale(scale),
            Part::Collective(value) => self.take_collective(value),
        }
    }

    /// Whether small words may follow: not after a figure that has no scale behind it.
    fn open(&self) -> bool {
        self.at == self.first || !self.tokens.list[self.at - 1].is_figure()
    }

    fn unit_fits(&self, after_joiner: bool) -> bool {
        let below_hundred = self.group % 100;
        let after_tens = below_hundred >= 20 && below_hundred.is_multiple_of(10);
        let joined_rightly = match (self.lexicon.lists.joiner_after_tens, after_tens) {
            (true, _) => after_joiner == after_tens,
            (false, true) => !after_joiner,
            (false, false) => true,
        };
        self.open() && !self.is_closed() && (below_hundred == 0 || after_tens) && joined_rightly
    }

    /// Whether the last word was one after which no unit can stand.
    fn is_closed(&self) -> bool {
        let last = self.tokens.word(self.at.wrapping_sub(1)).and_then(|word| self.lexicon.part(word));
        self.at > self.first && matches!(last, Some(Part::Teen(_) | Part::Unit(0)))
    }

    fn set_group(&mut self, value: u64) -> bool {
        self.group = value;
        true
    }

    fn take_scale(&mut self, scale: u64) -> bool {
        let last = self.scale.unwrap_or(u64::MAX);
        let bare = self.lexicon.lists.bare_thousand && scale == 1000 && self.group == 0 && last > scale;
        let sum = if scale > last {
            self.raised(scale)
        } else if scale == last || (self.group == 0 && !bare) {
            None
        } else {
            scaled(self.group.max(1), self.decimals, scale).and_then(|part| part.checked_add(self.total))
        };
        let Some(total) = sum.filter(|total| *total > 0) else { return false };
        (self.total, self.group, self.decimals, self.scale) = (total, 0, 0, Some(scale));
        self.largest = self.largest.max(scale);
        true
    }

    /// "tres mil millones": a greater scale multiplies what stands since the last scale that is greater still.
    fn raised(&self, scale: u64) -> Option<u64> {
        let above = if self.largest > scale { self.largest } else { u64::MAX };
        let below = self.total % above;
        let raised = below.checked_add(self.group)?.checked_mul(scale)?;
        (self.total - below).checked_add(raised)
    }

    fn take_collective(&mut self, value: u64) -> bool {
        let fits = self.group > 0 && self.scale.is_none() && self.decimals == 0;
        let Some(total) = self.group.checked_mul(value).filter(|_| fits) else { return false };
        (self.total, self.group, self.scale) = (total, 0, Some(1));
        true
    }

    fn take_figure(&mut self, word: &str) -> bool {
        let Some((value, decimals)) = figure(word) else { return false };
        let fits = match self.scale {
            None => self.at == self.first,
            Some(scale) => self.group == 0 && decimals == 0 && value >= 100 && value < scale,
        };
        if fits {
            (self.group, self.decimals) = (value, decimals);
        }
        fits
    }

    /// "a million and a half", "two and a half million". True when nothing can follow.
    fn take_half(&mut self) -> bool {
        let halves = &self.lexicon.lists.half_after;
        if self.at == self.first {
            return false;
        }
        let Some(end) = self.tokens.phrase_from(self.at, |phrase| halves.contains(phrase)) else { return false };
        let next = self.tokens.word(end).and_then(|word| self.lexicon.part(word));
        match (self.group, self.scale, next) {
            (0, Some(scale), next) if scale > 1 && !matches!(next, Some(Part::Scale(_))) => {
                (self.total, self.at) = (self.total.saturating_add(scale / 2), end)
            }
            (1.., None, Some(Part::Scale(scale))) if self.decimals == 0 && self.tokens.joined(end - 1) => {
                let Some(total) = scaled(self.group.saturating_mul(10).saturating_add(5), 1, scale) else {
                    return true;
                };
                (self.total, self.group, self.largest, self.at) = (total, 0, scale, end + 1);
            }
            _ => {}
        }
        true
    }
}

/// `digits` with `decimals` of them behind the decimal sign, times `scale`.
fn scaled(digits: u64, decimals: u32, scale: u64) -> Option<u64> {
    let divisor = 10u64.checked_pow(decimals)?;
    digits.checked_mul(scale).map(|product| product / divisor)
}

/// Figures as digits and the number of decimals. A sign before three digits parts thousands in both conventions.
pub(super) fn figure(text: &str) -> Option<(u64, u32)> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
    let signs: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let (head, tail) = groups.split_first()?;
    let decimals = match tail {
        [] => 0,
        _ if thousands(head, tail, &signs) => 0,
        [.., last] if signs.len() == 1 || decimal_tail(&signs) => u32::try_from(last.len()).ok()?,
        _ => return None,
    };
    Some((digits.parse().ok()?, decimals))
}

/// Groups of three after one sign; or of two and then three, as in South Asia.
fn thousands(head: &str, tail: &[&str], signs: &[char]) -> bool {
    let same = signs.windows(2).all(|pair| pair[0] == pair[1]);
    let (last, middle) = match tail.split_last() {
        Some(parts) => parts,
        None => return false,
    };
    let threes = middle.iter().all(|group| group.len() == 3) && head.len() <= 3;
    let twos = signs.first() == Some(&',') && !middle.is_empty() && middle.iter().all(|group| group.len() == 2);
    same && last.len() == 3 && !head.starts_with('0') && (threes || (twos && head.len() <= 2))
}

/// "1,204.50": the last sign differs from those before it.
fn decimal_tail(signs: &[char]) -> bool {
    signs.split_last().is_some_and(|(last, before)| before.iter().all(|sign| sign != last))
}
