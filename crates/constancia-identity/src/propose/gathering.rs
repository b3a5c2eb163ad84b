//! Candidates as mentions, names and facts with numbers, the same whatever their order. Compares nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use constancia_model::{Attribute, PartialDate, PersonMention, StatusEvent};

use super::groups::Groups;
use crate::candidate::Candidate;
use crate::evidence::{Facts, companion_keys, rarest};
use crate::name::Name;
use crate::rarity::Rarity;
use crate::structure::is_within;

/// A group of mentions that is one person so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Person {
    /// Numbers of the mentions, in order.
    pub mentions: Vec<usize>,
    /// Numbers of her comparable names that are not contained in another one of hers, in order.
    pub names: Vec<usize>,
    pub facts: Facts,
}

/// All that is compared.
pub(super) struct Gathered<'a> {
    /// Every mention once, in order.
    pub mentions: Vec<&'a PersonMention>,
    /// Every comparable name once, in order.
    pub names: Vec<Name>,
    /// The number of the name of each mention; none where it cannot be compared.
    name_of: Vec<Option<usize>>,
    facts: Vec<Facts>,
    companions: HashMap<u64, u32>,
    /// The first mention of each companion.
    companion_mentions: HashMap<u64, usize>,
    reports: usize,
}

#[derive(Default)]
struct Said<'a> {
    published: Option<PartialDate>,
    attributes: Vec<&'a Attribute>,
    events: Vec<&'a StatusEvent>,
}

impl<'a> Gathered<'a> {
    /// Takes every candidate; the same mention twice is one.
    pub fn of(candidates: &'a [Candidate]) -> Self {
        let mut said: BTreeMap<&PersonMention, Said> = BTreeMap::new();
        for candidate in candidates {
            let said = said.entry(&candidate.mention).or_default();
            said.published = said.published.max(candidate.published);
            said.attributes.extend(&candidate.attributes);
            said.events.extend(&candidate.events);
        }
        let mentions: Vec<&PersonMention> = said.keys().copied().collect();
        let read: Vec<Name> = mentions.iter().map(|mention| Name::read(&mention.name)).collect();
        let names: BTreeSet<&Name> = read.iter().filter(|name| name.is_comparable()).collect();
        let names: Vec<Name> = names.into_iter().cloned().collect();
        let name_of = read.iter().map(|name| names.binary_search(name).ok()).collect();
        let mut facts: Vec<Facts> = said.into_values().map(facts_of).collect();
        let (companions, reports) = add_companions(&mentions, &read, &mut facts);
        let companion_mentions = first_mentions(&read, &companions);
        Self { mentions, names, name_of, facts, companions, companion_mentions, reports }
    }

    /// The names of companions, sorted.
    pub fn companions_named(&self, keys: &[u64]) -> Vec<String> {
        let mentions: BTreeSet<usize> =
            keys.iter().filter_map(|key| self.companion_mentions.get(key).copied()).collect();
        let names: BTreeSet<&str> = mentions.into_iter().map(|at| self.mentions[at].name.as_str()).collect();
        names.into_iter().map(str::to_owned).collect()
    }

    /// How rare words and companions are here.
    pub fn rarity(&self) -> Rarity<'_> {
        Rarity::of(self.names.iter(), self.reports, self.companions.clone())
    }

    /// The words that some name begins with.
    pub fn given_names(&self) -> BTreeSet<&str> {
        self.names.iter().map(Name::given).collect()
    }

    /// Every person by the number of her root; empty elsewhere.
    pub fn persons(&self, groups: &Groups) -> Vec<Person> {
        let mut persons = vec![Person::default(); self.mentions.len()];
        for mention in 0..self.mentions.len() {
            let person = &mut persons[groups.root(mention)];
            person.mentions.push(mention);
            person.facts.merge(self.facts[mention].clone());
            self.add_name(&mut person.names, self.name_of[mention]);
        }
        persons
    }

    /// Adds a name and drops those that are contained in others.
    pub fn add_name(&self, names: &mut Vec<usize>, name: impl IntoIterator<Item = usize>) {
        for name in name {
            let contained = |short: usize, long: usize| is_within(&self.names[short], &self.names[long]);
            if names.iter().any(|known| *known == name || contained(name, *known)) {
                continue;
            }
            names.retain(|known| !contained(*known, name));
            names.insert(names.partition_point(|known| *known < name), name);
        }
    }
}

fn facts_of(said: Said) -> Facts {
    let mut attributes: Vec<&Attribute> = said.attributes;
    let mut events: Vec<&StatusEvent> = said.events;
    attributes.sort_unstable();
    events.sort_unstable();
    Facts::of(&attributes, &events, said.published)
}

/// Gives every mention the rarest others of its report who are named in some other report too. Gives back in how many
/// reports each is named, and the number of reports.
fn add_companions(mentions: &[&PersonMention], names: &[Name], facts: &mut [Facts]) -> (HashMap<u64, u32>, usize) {
    let keys: Vec<Vec<u64>> = names.iter().map(companion_keys).collect();
    let mut reports: Vec<Vec<usize>> = Vec::new();
    for at in 0..mentions.len() {
        match reports.last_mut() {
            Some(report) if mentions[report[0]].report == mentions[at].report => report.push(at),
            _ => reports.push(vec![at]),
        }
    }
    let in_report =
        |report: &[usize]| report.iter().flat_map(|at| keys[*at].iter().copied()).collect::<BTreeSet<u64>>();
    let mut named: HashMap<u64, u32> = HashMap::new();
    reports.iter().flat_map(|report| in_report(report)).for_each(|key| *named.entry(key).or_default() += 1);
    named.retain(|_, reports| *reports > 1);
    for report in &reports {
        let mut shared: Vec<u64> = in_report(report).into_iter().filter(|key| named.contains_key(key)).collect();
        shared.sort_by_key(|key| (named[key], *key));
        report.iter().for_each(|at| facts[*at].companions = rarest(&shared, &keys[*at]));
    }
    (named, reports.len())
}

fn first_mentions(names: &[Name], companions: &HashMap<u64, u32>) -> HashMap<u64, usize> {
    let mut first = HashMap::new();
    for (at, name) in names.iter().enumerate() {
        for key in companion_keys(name).into_iter().filter(|key| companions.contains_key(key)) {
            first.entry(key).or_insert(at);
        }
    }
    first
}
