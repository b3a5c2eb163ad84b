//! What speaks for and against two persons being one, in bits. Decides nothing.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use super::gathering::{Gathered, Person};
use crate::candidate::Settings;
use crate::card::{Field, Verdict};
use crate::comparison::{Alignment, Comparison};
use crate::evidence::{self, Finding, worth};
use crate::rarity::Rarity;
use crate::structure;
use crate::words::{Kind, Likenesses};

/// Below this score two names are two.
const ALIKE: f64 = 0.55;

/// How two names match.
#[derive(Debug, Clone)]
pub(super) struct NameMatch {
    pub comparison: Comparison,
    /// What the words are worth, without the odds that people picked at random are one.
    pub bits: f64,
    /// Whether the names leave no question of structure.
    pub settles: bool,
    /// Whether facts may settle what the names leave open: two whole words agree in all but spelling, none clashes.
    pub is_open_to_facts: bool,
    /// Whether one person can hardly bear both.
    pub excludes: bool,
}

/// Two persons, assessed.
#[derive(Debug, Clone)]
pub(super) struct Assessed {
    /// The roots, the smaller first.
    pub roots: (usize, usize),
    pub name: Rc<NameMatch>,
    pub findings: Vec<Finding>,
    /// What the findings are worth.
    pub facts: f64,
    /// The binary logarithm of the odds that the two are one.
    pub bits: f64,
}

impl Assessed {
    /// The fields that cannot easily be true of one person.
    pub fn contradictions(&self) -> impl Iterator<Item = Field> {
        self.findings.iter().filter(|found| found.verdict == Verdict::Contradicts).map(|found| found.field)
    }

    /// Whether a rule may decide, as far as the two alone are concerned.
    pub fn is_sure(&self, settings: &Settings) -> bool {
        let by_name = self.name.settles && self.bits >= settings.by_name;
        let by_facts = self.name.is_open_to_facts && self.facts >= settings.of_facts && self.bits >= settings.by_facts;
        (by_name || by_facts) && self.contradictions().next().is_none()
    }
}

/// Assesses persons, who grow while they are joined.
pub(super) struct Assessor<'a> {
    gathered: &'a Gathered<'a>,
    persons: Vec<Person>,
    rarity: Rarity<'a>,
    given_names: BTreeSet<&'a str>,
    /// Names that are alike; the others are too many to be kept.
    names: HashMap<(usize, usize), Rc<NameMatch>>,
    likenesses: Likenesses,
    /// Persons who were joined with others, by the root that stayed.
    grown: HashMap<usize, Person>,
}

impl<'a> Assessor<'a> {
    pub fn new(gathered: &'a Gathered<'a>, persons: Vec<Person>) -> Self {
        let (rarity, given_names) = (gathered.rarity(), gathered.given_names());
        Self {
            gathered,
            persons,
            rarity,
            given_names,
            names: HashMap::new(),
            likenesses: Likenesses::default(),
            grown: HashMap::new(),
        }
    }

    pub fn persons(&self) -> &[Person] {
        &self.persons
    }

    /// A person as she was before anything was joined.
    pub fn original(&self, root: usize) -> &Person {
        &self.persons[root]
    }

    fn current(&self, root: usize) -> &Person {
        self.grown.get(&root).unwrap_or(&self.persons[root])
    }

    /// Puts what is known of one root to the other, which stays.
    pub fn join(&mut self, keep: usize, merge: usize) {
        let merged = self.grown.remove(&merge).unwrap_or_else(|| self.persons[merge].clone());
        let mut kept = self.grown.remove(&keep).unwrap_or_else(|| self.persons[keep].clone());
        self.gathered.add_name(&mut kept.names, merged.names);
        kept.facts.merge(merged.facts);
        self.grown.insert(keep, kept);
    }

    /// The pairs worth a word, the surest first.
    pub fn assess(&mut self, pairs: Vec<(usize, usize)>, settings: &Settings) -> Vec<Assessed> {
        let assessed = pairs.into_iter().filter_map(|(one, other)| self.pair(one, other));
        let mut assessed: Vec<Assessed> = assessed.filter(|found| found.bits >= settings.ask).collect();
        assessed.sort_by(|a, b| b.bits.total_cmp(&a.bits).then(a.roots.cmp(&b.roots)));
        assessed
    }

    /// Two persons as they are now; `None` where their names are two.
    pub fn pair(&mut self, one: usize, other: usize) -> Option<Assessed> {
        let name = self.best_name(one, other)?;
        if name.comparison.score < ALIKE {
            return None;
        }
        let findings = self.findings(one, other);
        let facts = worth(&findings);
        let bits = self.rarity.prior() + name.bits + facts;
        Some(Assessed { roots: (one, other), name, findings, facts, bits })
    }

    fn findings(&self, one: usize, other: usize) -> Vec<Finding> {
        let rarity = |key| self.rarity.companion(key);
        evidence::compare(&self.current(one).facts, &self.current(other).facts, &rarity)
    }

    /// Whether what is known of the two cannot easily be true of one person.
    pub fn contradict(&self, one: usize, other: usize) -> bool {
        self.findings(one, other).iter().any(|found| found.verdict == Verdict::Contradicts)
    }

    /// Whether one person can hardly bear the names of both.
    pub fn names_exclude(&mut self, one: usize, other: usize) -> bool {
        self.best_name(one, other).is_some_and(|name| name.excludes)
    }

    /// Whether some name contains a name of both.
    pub fn is_contained(&self, one: usize, other: usize, longer: usize) -> bool {
        let within = |root: usize| {
            let contained = |short: &usize| {
                let is_within =
                    |long: &usize| structure::is_within(&self.gathered.names[*short], &self.gathered.names[*long]);
                self.persons[longer].names.iter().any(|long| long == short || is_within(long))
            };
            self.persons[root].names.iter().any(contained)
        };
        within(one) && within(other)
    }

    fn best_name(&mut self, one: usize, other: usize) -> Option<Rc<NameMatch>> {
        let (ones, others) = (self.current(one).names.clone(), self.current(other).names.clone());
        let pairs: Vec<(usize, usize)> = ones.iter().flat_map(|a| others.iter().map(move |b| (*a, *b))).collect();
        let matches: Vec<Rc<NameMatch>> = pairs.into_iter().map(|(a, b)| self.name_match(a, b)).collect();
        matches
            .into_iter()
            .max_by(|a, b| a.bits.total_cmp(&b.bits).then(b.comparison.reasons.cmp(&a.comparison.reasons)))
    }

    fn name_match(&mut self, one: usize, other: usize) -> Rc<NameMatch> {
        let pair = (one.min(other), one.max(other));
        if let Some(known) = self.names.get(&pair) {
            return Rc::clone(known);
        }
        let mut likeness = |one: &str, other: &str| self.likenesses.of(one, other);
        let alignment = Alignment::by(&self.gathered.names[pair.0], &self.gathered.names[pair.1], &mut likeness);
        let found = Rc::new(self.matched(&alignment));
        if found.comparison.score >= ALIKE {
            self.names.insert(pair, Rc::clone(&found));
        }
        found
    }

    fn matched(&self, alignment: &Alignment) -> NameMatch {
        let (reasons, settles) = structure::reasons(alignment, &self.given_names);
        let (clashes, _) = alignment.left_over();
        let score = alignment.score();
        let both_added = !alignment.alone.0.is_empty() && !alignment.alone.1.is_empty();
        let generation = alignment.names.0.generation == alignment.names.1.generation;
        let first_slips = alignment.pairs.iter().any(|pair| pair.at.0 == 0 && pair.likeness.kind == Kind::Slip);
        NameMatch {
            bits: self.name_bits(alignment),
            settles,
            is_open_to_facts: clashes.is_empty()
                && alignment.full_pairs() > 1
                && generation
                && !first_slips
                && !both_added,
            excludes: score < ALIKE || both_added || !generation,
            comparison: Comparison { score, reasons },
        }
    }

    /// What the words of two names are worth: docs/IDENTITY.md gives the shares.
    fn name_bits(&self, alignment: &Alignment) -> f64 {
        let (clashes, added) = alignment.left_over();
        let worth = |pair: &crate::comparison::Pair| {
            let (one, other) = (&alignment.names.0.words[pair.at.0], &alignment.names.1.words[pair.at.1]);
            let share = self.rarity.share(one).max(self.rarity.share(other));
            word_bits(pair.likeness.kind, share)
        };
        let left: f64 = [(clashes.len(), CLASH), (added.len(), ADDED)]
            .iter()
            .map(|(n, bits)| f64::from(u8::try_from(*n).unwrap_or(u8::MAX)) * bits)
            .sum();
        let order = if alignment.is_in_order() { 0.0 } else { ORDER };
        alignment.pairs.iter().map(worth).sum::<f64>() + left + order
    }
}

/// Bits for a word against another, a word more, and another order.
const CLASH: f64 = -5.6;
const ADDED: f64 = -0.7;
const ORDER: f64 = -1.0;

/// Bits of two words that agree, when so large a share of people bears the commoner one.
fn word_bits(kind: Kind, share: f64) -> f64 {
    let (of_one, of_two) = match kind {
        Kind::Same => (0.9, share),
        Kind::Spelling => (0.07, 4.0 * share),
        Kind::Nickname => (0.03, 2.0 * share),
        Kind::Slip => (0.02, 8.0 * share),
        Kind::Initial => (0.03, 0.06),
        Kind::Different => return CLASH,
    };
    (of_one / of_two.min(1.0)).log2()
}
