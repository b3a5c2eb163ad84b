//! From related names to pairs of mentions, and which names are contested. Decides nothing about certainty beyond that.

use std::collections::{BTreeMap, BTreeSet};

use constancia_model::PersonMention;

use crate::blocking;
use crate::groups::Groups;
use crate::name::Name;
use crate::profile::Profile;
use crate::relation::{Relation, is_within, relation};

/// A name with everybody who bears it.
pub(crate) struct Bearers {
    pub name: Name,
    /// Positions of the mentions, in their order.
    pub mentions: Vec<usize>,
    pub profile: Profile,
}

/// Two mentions that may be one person.
pub(crate) struct Link {
    pub mentions: (usize, usize),
    /// Positions of their names; equal where the names are the same.
    pub names: (usize, usize),
    pub relation: Relation,
}

/// Every pair of mentions worth a proposal. A name is linked through its first mention only, so that a name in a
/// hundred reports gives a hundred links and not five thousand.
pub(crate) fn links(bearers: &[Bearers], mentions: &[&PersonMention]) -> Vec<Link> {
    let names: Vec<Name> = bearers.iter().map(|b| b.name.clone()).collect();
    let given_names: BTreeSet<&str> = names.iter().map(Name::given).collect();
    let related = |(a, b): (usize, usize)| Some(((a, b), relation(&names[a], &names[b], &given_names)?));
    let same = (0..names.len()).filter(|at| bearers[*at].mentions.len() > 1).map(|at| (at, at));
    let pairs = same.chain(blocking::pairs(&names)).filter_map(related);
    pairs.flat_map(|(pair, relation)| between(bearers, mentions, pair, &relation)).collect()
}

fn between(bearers: &[Bearers], mentions: &[&PersonMention], names: (usize, usize), relation: &Relation) -> Vec<Link> {
    let (ones, others) = (&bearers[names.0].mentions, &bearers[names.1].mentions);
    let link = |pair| Link { mentions: pair, names, relation: relation.clone() };
    let elsewhere = |one: usize, among: &[usize]| {
        among.iter().copied().find(|other| mentions[*other].report != mentions[one].report)
    };
    if names.0 == names.1 {
        let earlier = |n: usize| elsewhere(ones[n], &ones[..n]).map(|first| link((first, ones[n])));
        return (1..ones.len()).filter_map(earlier).collect();
    }
    let across = ones.iter().find_map(|one| elsewhere(*one, others).map(|other| link((*one, other))));
    across.into_iter().collect()
}

/// The names of which nobody can say by rule whose they are: a short name that fits two longer ones which exclude each
/// other, or stands beside a longer one in the same report; a name whose bearers are known to be several.
pub(crate) fn contested(
    bearers: &[Bearers],
    links: &[Link],
    mentions: &[&PersonMention],
    groups: &Groups,
) -> BTreeSet<usize> {
    let mut longer: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut contested: BTreeSet<usize> = BTreeSet::new();
    for link in links {
        let (a, b) = link.names;
        if a == b && groups.apart(link.mentions.0, link.mentions.1) {
            contested.insert(a);
        }
        for (short, long) in [(a, b), (b, a)] {
            if is_within(&bearers[short].name, &bearers[long].name) {
                longer.entry(short).or_default().insert(long);
            }
        }
    }
    let excluded = longer.iter().filter(|(short, longs)| {
        let beside = |long: &usize| share_a_report(&bearers[**short], &bearers[*long], mentions);
        longs.iter().any(beside) || !is_chain(bearers, longs)
    });
    contested.extend(excluded.map(|(short, _)| *short));
    contested
}

/// Whether the names, put in order of length, each contain the one before.
fn is_chain(bearers: &[Bearers], names: &BTreeSet<usize>) -> bool {
    let mut names: Vec<&Name> = names.iter().map(|at| &bearers[*at].name).collect();
    names.sort_by_key(|name| name.words.len());
    names.windows(2).all(|pair| is_within(pair[0], pair[1]))
}

fn share_a_report(one: &Bearers, other: &Bearers, mentions: &[&PersonMention]) -> bool {
    let reports = |bearers: &Bearers| bearers.mentions.iter().map(|at| &mentions[*at].report).collect::<BTreeSet<_>>();
    !reports(one).is_disjoint(&reports(other))
}
