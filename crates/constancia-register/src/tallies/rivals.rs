//! Count against count: numbers of one definition that cannot all be so, and numbers that time explains.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::brief::{Contradiction, ContradictionAbout, Explanation, Measure};
use crate::contradictions::{Claim, ONE_MOMENT_DAYS, Subject, contradiction, days_between};
use crate::tallies::figures::{Number, may_agree, printed, range};
use crate::tallies::lines::Line;
use crate::told::Told;

/// How the lines of one definition stand to each other.
#[derive(Debug, Default)]
pub(crate) struct Rivals {
    /// For each line the lines that cannot also be so.
    pub against: Vec<BTreeSet<usize>>,
    /// For each line the lines that give a number that agrees with it for the same moment, itself among them.
    pub agreeing: Vec<BTreeSet<usize>>,
    pub contradictions: Vec<Contradiction>,
}

/// Compares lines of one definition, which come by day. Only numbers of one moment are rivals; a sum, which can only
/// grow, is a rival of a larger earlier one as well.
pub(crate) fn rivals(lines: &[Line<'_>]) -> Rivals {
    let mut found = Rivals {
        against: vec![BTreeSet::new(); lines.len()],
        agreeing: (0..lines.len()).map(|place| BTreeSet::from([place])).collect(),
        contradictions: Vec::new(),
    };
    let moments = moments(lines);
    for moment in &moments {
        found.compare(lines, moment);
    }
    let measure = lines.first().map(|line| line.first().definition.measure);
    if measure == Some(Measure::Cumulative) {
        found.fallen(lines);
        found.grown(lines);
    }
    found
}

/// Lines within days of each other, undated ones by themselves; each line stands in one moment.
fn moments(lines: &[Line<'_>]) -> Vec<Vec<usize>> {
    let mut found: Vec<(Option<Date>, Vec<usize>)> = Vec::new();
    for (place, line) in lines.iter().enumerate().filter(|(_, line)| line.is_asserted()) {
        let same = |first: Option<Date>| match (first, line.day) {
            (Some(first), Some(day)) => days_between(first, day) <= ONE_MOMENT_DAYS,
            (first, day) => first == day,
        };
        match found.last_mut().filter(|(first, _)| same(*first)) {
            Some((_, moment)) => moment.push(place),
            None => found.push((line.day, vec![place])),
        }
    }
    found.into_iter().map(|(_, moment)| moment).collect()
}

/// Two days that the words give must be one day; where only publication tells, days apart are one moment.
fn at_one_moment(one: &Line<'_>, other: &Line<'_>) -> bool {
    !(one.day_is_said() && other.day_is_said()) || one.day == other.day
}

/// Periods that begin on two days are two things.
fn of_one_period(one: &Line<'_>, other: &Line<'_>) -> bool {
    one.since().zip(other.since()).is_none_or(|(one, other)| one == other)
}

impl Rivals {
    fn compare(&mut self, lines: &[Line<'_>], moment: &[usize]) {
        for (position, one) in moment.iter().enumerate() {
            for other in &moment[position + 1..] {
                let (first, second) = (&lines[*one], &lines[*other]);
                if !at_one_moment(first, second) || !of_one_period(first, second) {
                    continue;
                }
                if (first.number().0, first.number().1) == (second.number().0, second.number().1) {
                    self.agreeing[*one].insert(*other);
                    self.agreeing[*other].insert(*one);
                } else if are_rivals(first, second) {
                    self.oppose(*one, *other);
                }
            }
        }
        let of_population = lines.first().is_some_and(|line| line.first().definition.population.is_some());
        for group in joined(moment, &self.against).into_iter().filter(|_| of_population) {
            self.contradictions.push(sides(lines, &group, None));
        }
    }

    fn oppose(&mut self, one: usize, other: usize) {
        self.against[one].insert(other);
        self.against[other].insert(one);
    }

    /// A sum below one that somebody else gave earlier for the same period.
    fn fallen(&mut self, lines: &[Line<'_>]) {
        let mut highest: Option<usize> = None;
        for place in (0..lines.len()).filter(|place| lines[*place].is_asserted() && lines[*place].day.is_some()) {
            let below = |high: usize| {
                let (line, high) = (&lines[place], &lines[high]);
                let apart = line.day > high.day && range(line.number()).1 < range(high.number()).0;
                apart && of_one_period(line, high) && line.voices.independent_of(&high.voices)
            };
            if let Some(high) = highest.filter(|high| !self.against[place].contains(high) && below(*high)) {
                self.oppose(place, high);
                if lines[place].first().definition.population.is_some() {
                    self.contradictions.push(sides(lines, &[high, place], None));
                }
            }
            let least = |place: usize| range(lines[place].number()).0;
            highest = Some(highest.filter(|high| least(*high) >= least(place)).unwrap_or(place));
        }
    }

    /// The sums of one informant that grew: what looks like two numbers is one that went on.
    fn grown(&mut self, lines: &[Line<'_>]) {
        let mut last: BTreeMap<String, usize> = BTreeMap::new();
        let mut chains: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, line) in lines.iter().enumerate().filter(|(_, line)| line.is_asserted() && line.day.is_some()) {
            let voice = line.first().told.voice.to_string();
            if let Some(before) = last.insert(voice.clone(), place).map(|place| &lines[place]) {
                let grew = before.day < line.day && before.number().0 < line.number().0;
                let chain = chains.entry(voice).or_default();
                if grew && of_one_period(before, line) && !may_agree(before.number(), line.number()) {
                    chain.push(place);
                }
            } else {
                chains.insert(voice, vec![place]);
            }
        }
        for chain in chains.into_values().filter(|chain| chain.len() > 1) {
            self.contradictions.push(sides(lines, &chain, Some(Explanation::Growth)));
        }
    }
}

fn are_rivals(one: &Line<'_>, other: &Line<'_>) -> bool {
    !may_agree(one.number(), other.number()) && one.voices.independent_of(&other.voices)
}

/// The sets of a moment's lines that exclude one another, directly or through others.
fn joined(moment: &[usize], against: &[BTreeSet<usize>]) -> Vec<Vec<usize>> {
    let within: BTreeSet<usize> = moment.iter().copied().collect();
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    let mut groups = Vec::new();
    for start in moment {
        let mut group = Vec::new();
        let mut waiting = vec![*start];
        while let Some(place) = waiting.pop() {
            if seen.insert(place) {
                group.push(place);
                waiting.extend(against[place].intersection(&within));
            }
        }
        if group.len() > 1 {
            group.sort_unstable();
            groups.push(group);
        }
    }
    groups
}

fn sides(lines: &[Line<'_>], group: &[usize], explained: Option<Explanation>) -> Contradiction {
    let mut sides: BTreeMap<Number, Vec<&Told>> = BTreeMap::new();
    for place in group {
        sides.entry(lines[*place].number()).or_default().extend(lines[*place].told());
    }
    let figures = || group.iter().flat_map(|place| &lines[*place].figures);
    let population = figures().find_map(|figure| figure.count.population.as_deref());
    let said = figures().find_map(|figure| figure.count.place.as_deref());
    let place = said.or_else(|| figures().find_map(|figure| figure.area.as_ref().map(|area| area.key())));
    let status = lines[group[0]].first().count.status;
    let claims = sides.into_iter().map(|(number, told)| Claim { value: printed(number), told }).collect();
    let subject = Subject { about: ContradictionAbout::Count, person: None, status, population, place };
    contradiction(subject, explained, claims)
}
