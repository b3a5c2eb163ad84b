//! Compares two names by their structure: which word stands for which, what is left over, and in what order. Sees names
//! only; whether two persons are one is decided elsewhere, with everything else that is known.

use crate::name::{Name, is_initial};
use crate::reason::Reason;
use crate::words::{Kind, Likeness, is_patronymic, likeness};

/// How two names compare.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// From 0, two names, to 1, the same name: how well the names alone fit one person.
    pub score: f64,
    /// In which ways they agree and differ, sorted.
    pub reasons: Vec<Reason>,
}

/// Compares two names as printed, in any script. Symmetric, never fails, and reads at most twelve words of each.
pub fn compare_names(one: &str, other: &str) -> Comparison {
    let alignment = Alignment::of(&Name::read(one), &Name::read(other));
    Comparison { score: alignment.score(), reasons: alignment.reasons() }
}

/// A word of one name with its like in the other.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pair {
    /// Position in the first name and in the second.
    pub at: (usize, usize),
    pub likeness: Likeness,
}

/// Two names, word against word.
#[derive(Debug, Clone)]
pub(crate) struct Alignment {
    /// The names, with words joined where the other name joins them.
    pub names: (Name, Name),
    /// In the order of the first name.
    pub pairs: Vec<Pair>,
    /// Words of each name without a like.
    pub alone: (Vec<usize>, Vec<usize>),
    was_joined: bool,
}

/// From here on two words are taken for one.
const ALIKE: f64 = 0.6;

/// What the score is multiplied with, once for each of these.
mod factor {
    /// A word that one name has more.
    pub const ADDED: f64 = 0.93;
    /// An initial or a father's name more.
    pub const ADDED_LIGHTLY: f64 = 0.98;
    /// Two words at one place that are not alike.
    pub const DIFFERENT: f64 = 0.25;
    /// Another order of words.
    pub const ORDER: f64 = 0.95;
    /// "Salman bin Omar", "Omar bin Salman": father and son.
    pub const FATHER_AND_SON: f64 = 0.2;
    /// One shared word beside names of several.
    pub const ONE_WORD: f64 = 0.5;
    /// Nothing but initials.
    pub const ONLY_INITIALS: f64 = 0.4;
    /// "Jr" on one side.
    pub const GENERATION: f64 = 0.6;
}

impl Alignment {
    /// Finds the best like of every word, the closest first.
    pub fn of(one: &Name, other: &Name) -> Self {
        Self::by(one, other, &mut likeness)
    }

    /// The same with likenesses from elsewhere, where they are remembered.
    pub fn by(one: &Name, other: &Name, likeness: &mut dyn FnMut(&str, &str) -> Likeness) -> Self {
        let (mut names, mut was_joined) = ((one.clone(), other.clone()), false);
        if one.words != other.words {
            was_joined = join_as_written(&mut names.0, &names.1) | join_as_written(&mut names.1, &names.0);
        }
        let mut all: Vec<Pair> = Vec::with_capacity(names.0.words.len() * names.1.words.len());
        for (i, word) in names.0.words.iter().enumerate() {
            all.extend(
                names.1.words.iter().enumerate().map(|(j, like)| Pair { at: (i, j), likeness: likeness(word, like) }),
            );
        }
        all.retain(|pair| pair.likeness.score >= ALIKE);
        let far = |pair: &Pair| pair.at.0.abs_diff(pair.at.1);
        all.sort_by(|a, b| {
            let better = b.likeness.score.total_cmp(&a.likeness.score);
            better.then(far(a).cmp(&far(b))).then((a.at.0 + a.at.1).cmp(&(b.at.0 + b.at.1))).then(a.at.cmp(&b.at))
        });
        let mut pairs: Vec<Pair> = Vec::new();
        for pair in all {
            if pairs.iter().all(|taken| taken.at.0 != pair.at.0 && taken.at.1 != pair.at.1) {
                pairs.push(pair);
            }
        }
        pairs.sort_by_key(|pair| pair.at);
        let left = |words: usize, is_taken: &dyn Fn(usize) -> bool| (0..words).filter(|at| !is_taken(*at)).collect();
        let alone = (
            left(names.0.words.len(), &|at| pairs.iter().any(|pair| pair.at.0 == at)),
            left(names.1.words.len(), &|at| pairs.iter().any(|pair| pair.at.1 == at)),
        );
        Self { names, pairs, alone, was_joined }
    }

    /// How well the names fit one person, from 0 to 1: a product, so that one word that differs is not outvoted by
    /// five that agree.
    pub fn score(&self) -> f64 {
        let likeness: f64 = self.pairs.iter().map(|pair| pair.likeness.score).product();
        let (conflicts, added) = self.left_over();
        let mut score = likeness * conflicts.iter().map(|(one, other)| self.clash(*one, *other)).product::<f64>();
        score *= added.iter().map(|word| added_factor(word)).product::<f64>();
        let full = self.full_pairs();
        if self.pairs.is_empty() {
            score = 0.0;
        } else if full == 0 {
            score *= factor::ONLY_INITIALS;
        } else if self.pairs.len() == 1 && self.names.0.words.len().max(self.names.1.words.len()) > 1 {
            score *= factor::ONE_WORD;
        }
        if self.are_father_and_son() {
            score *= factor::FATHER_AND_SON;
        } else if !self.is_in_order() {
            score *= factor::ORDER;
        }
        if self.names.0.generation != self.names.1.generation {
            score *= factor::GENERATION;
        }
        score
    }

    /// Pairs that are more than initials.
    pub fn full_pairs(&self) -> usize {
        let is_full = |pair: &&Pair| pair.likeness.kind != Kind::Initial && !is_initial(&self.names.0.words[pair.at.0]);
        self.pairs.iter().filter(is_full).count()
    }

    /// Words that stand against each other, and words that one name has more. Words without a like at one place
    /// between the others clash; at different places each name has more than the other.
    pub fn left_over(&self) -> (Vec<(usize, usize)>, Vec<&str>) {
        let place = |at: usize, of: fn(&Pair) -> usize| self.pairs.iter().filter(|pair| of(pair) < at).count();
        let (mut ones, mut others) = self.alone.clone();
        let mut clashes = Vec::new();
        ones.retain(|one| {
            let here = place(*one, |pair| pair.at.0);
            let found = others.iter().position(|other| place(*other, |pair| pair.at.1) == here);
            found.is_none_or(|found| {
                clashes.push((*one, others.remove(found)));
                false
            })
        });
        let added = [unrepeated(&self.names.0, &ones), unrepeated(&self.names.1, &others)].concat();
        (clashes, added)
    }

    fn clash(&self, one: usize, other: usize) -> f64 {
        factor::DIFFERENT.max(likeness(&self.names.0.words[one], &self.names.1.words[other]).score * factor::DIFFERENT)
    }

    /// Whether the words that agree stand in one order.
    pub fn is_in_order(&self) -> bool {
        self.pairs.windows(2).all(|two| two[0].at.1 < two[1].at.1)
    }

    /// Whether one name's father is the other's bearer.
    fn are_father_and_son(&self) -> bool {
        let like = |at: usize| self.pairs.iter().find(|pair| pair.at.0 == at).map(|pair| pair.at.1);
        let (Some(father), Some(other)) = (self.names.0.father, self.names.1.father) else { return false };
        father > 0 && other > 0 && (like(father) == Some(0) || like(0) == Some(other))
    }

    /// In which ways the names agree and differ.
    pub fn reasons(&self) -> Vec<Reason> {
        let (clashes, added) = self.left_over();
        let mut reasons: Vec<Reason> = self.pairs.iter().filter_map(|pair| reason_of(pair.likeness.kind)).collect();
        reasons.extend((!clashes.is_empty()).then_some(Reason::WordDiffers));
        reasons.extend((!added.is_empty()).then_some(Reason::NamesAdded));
        reasons.extend(self.was_joined.then_some(Reason::WordsJoined));
        reasons.extend((!self.is_in_order()).then_some(Reason::NameOrder));
        reasons.extend(self.are_father_and_son().then_some(Reason::FatherAndSon));
        reasons
            .extend((self.pairs.len() == 1 && clashes.is_empty() && !added.is_empty()).then_some(Reason::OneWordOnly));
        if reasons.is_empty() && !self.pairs.is_empty() {
            reasons.push(Reason::SameFullName);
        }
        reasons.extend((self.names.0.generation != self.names.1.generation).then_some(Reason::GenerationDiffers));
        reasons.sort_unstable();
        reasons.dedup();
        reasons
    }
}

/// Words without those that only repeat another of the same name: "Ana Ana Ruiz" says no more.
fn unrepeated<'a>(name: &'a Name, alone: &[usize]) -> Vec<&'a str> {
    let repeats = |at: usize| name.words.iter().enumerate().any(|(other, word)| other != at && *word == name.words[at]);
    alone.iter().copied().filter(|at| !repeats(*at)).map(|at| name.words[at].as_str()).collect()
}

fn reason_of(kind: Kind) -> Option<Reason> {
    match kind {
        Kind::Same => None,
        Kind::Spelling => Some(Reason::SpellingVariant),
        Kind::Nickname => Some(Reason::Nickname),
        Kind::Initial => Some(Reason::Initial),
        Kind::Slip => Some(Reason::Slip),
        Kind::Different => Some(Reason::WordDiffers),
    }
}

fn added_factor(word: &str) -> f64 {
    if is_initial(word) || is_patronymic(word) { factor::ADDED_LIGHTLY } else { factor::ADDED }
}

/// Joins neighbours that the other name writes as one word. Whether something was joined.
fn join_as_written(name: &mut Name, other: &Name) -> bool {
    let mut was_joined = false;
    let mut at = 0;
    while at + 1 < name.words.len() {
        if is_one_word(&name.words[at..at + 2], other) {
            let second = name.words.remove(at + 1);
            name.words[at].push_str(&second);
            name.father = name.father.map(|father| if father > at { father - 1 } else { father });
            was_joined = true;
        } else {
            at += 1;
        }
    }
    was_joined
}

fn is_one_word(two: &[String], other: &Name) -> bool {
    let length = two[0].len() + two[1].len();
    let wide = |word: &&String| word.len() + 2 >= length && word.len() > two[0].len().max(two[1].len());
    other.words.iter().filter(wide).any(|word| {
        let joined = two.concat();
        let joined = likeness(&joined, word).score;
        joined >= 0.85 && two.iter().all(|part| likeness(part, word).score < joined)
    })
}
