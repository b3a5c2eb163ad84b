//! The numbers that somebody gives: one line for one number of one informant about one population.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use constancia_model::{Bound, Content, Count, PartialDate, Stance, Status};

use jiff::civil::Date;

use crate::brief::{Contradiction, ContradictionAbout, CountLine, Side};
use crate::certainty::certainty;
use crate::contradictions::published_together;
use crate::places::Places;
use crate::populations::Population;
use crate::stories::Stories;
use crate::told::{Told, Voices, of_country, reports_and_origins, significant, sources};

/// A number as said: its ends and how it is bounded.
type Number = (u64, Option<u64>, Option<Bound>);

/// One line and what it rests on.
pub(crate) struct Line<'a> {
    /// The first count of the line, for what all of them share.
    count: &'a Count,
    pub population: Option<Population>,
    place: Option<&'a String>,
    date: Option<PartialDate>,
    as_of: Option<PartialDate>,
    /// The stories of the reports that give it.
    stories: BTreeSet<usize>,
    told: Vec<&'a Told>,
    heard: OnceCell<Heard<'a>>,
}

/// When a number was published, undated reports among them, and by whose voices.
struct Heard<'a> {
    days: BTreeSet<Option<Date>>,
    voices: Voices<'a>,
}

/// Groups counts into lines. `told` comes in order of publication; anything but counts is passed over.
pub(crate) fn lines<'a>(
    told: impl IntoIterator<Item = &'a Told>,
    places: &Places,
    stories: &Stories<'_>,
) -> Vec<Line<'a>> {
    type Key<'a> = (Status, Stance, u64, Option<u64>, Option<Bound>, String, Option<Population>);
    let mut groups: BTreeMap<Key<'_>, Vec<Line<'_>>> = BTreeMap::new();
    for told in told {
        let Content::Count(count) = &told.statement.content else { continue };
        let informant = told.source.informant.as_deref().map(of_country).unwrap_or_default();
        let population = count.population.as_deref().map(Population::of);
        let key = (count.status, told.stance(), count.low, count.high, count.bound, informant, population.clone());
        let story = stories.of_report(&told.source.report);
        let lines = groups.entry(key).or_default();
        match lines.iter_mut().find(|line| line.takes(count, story, told, places)) {
            Some(line) => line.add(count, story, told),
            None => lines.push(Line::opened_by(count, population, story, told)),
        }
    }
    let mut lines: Vec<_> = groups.into_values().flatten().collect();
    lines.sort_by(|one, other| {
        let key = |line: &Line<'a>| (line.count.status, line.population.clone(), line.place.cloned(), line.time());
        key(one).cmp(&key(other)).then_with(|| one.told[0].cmp_published(other.told[0]))
    });
    lines
}

impl<'a> Line<'a> {
    fn opened_by(count: &'a Count, population: Option<Population>, story: Option<usize>, told: &'a Told) -> Self {
        let (place, stories) = (count.place.as_ref(), story.into_iter().collect());
        Self {
            count,
            population,
            place,
            date: count.date,
            as_of: count.as_of,
            stories,
            told: vec![told],
            heard: OnceCell::new(),
        }
    }

    fn takes(&self, count: &Count, story: Option<usize>, told: &Told, places: &Places) -> bool {
        let coincide = |one: Option<PartialDate>, other: Option<PartialDate>| {
            one.zip(other).is_none_or(|(one, other)| one.may_coincide(other))
        };
        let one_place = |(one, other): (&String, &String)| {
            significant(one) == significant(other) || !one.is_empty() && places.may_be_one(one, other, true)
        };
        coincide(self.date, count.date)
            && coincide(self.as_of, count.as_of)
            && match self.place.zip(count.place.as_ref()) {
                Some(both) => one_place(both),
                None => story.is_some_and(|story| self.stories.contains(&story)) || self.is_repeated_by(told),
            }
            && (self.count.terms == count.terms || count.terms.is_none() || self.count.terms.is_none())
    }

    /// The same informant with the same number in the same days means the same people, whatever else a report tells.
    fn is_repeated_by(&self, told: &Told) -> bool {
        let days = |told: &Told| told.source.informant.as_ref().and_then(|_| told.published_day());
        days(self.told[0]).zip(days(told)).is_some_and(|(one, other)| published_together(Some(one), Some(other)))
    }

    fn add(&mut self, count: &'a Count, story: Option<usize>, told: &'a Told) {
        self.stories.extend(story);
        self.place = self.place.or(count.place.as_ref());
        self.date = self.date.or(count.date);
        self.as_of = self.as_of.or(count.as_of);
        if self.count.terms.is_none() && count.terms.is_some() {
            self.count = count;
        }
        self.told.push(told);
    }

    fn time(&self) -> Option<PartialDate> {
        self.as_of.or(self.date)
    }

    fn stance(&self) -> Stance {
        self.told[0].stance()
    }

    fn says_same_number(&self, other: &Line<'_>) -> bool {
        (self.count.low, self.count.high) == (other.count.low, other.count.high)
    }

    /// Whether two lines cannot both be so: one status, population, place and moment, other numbers, other voices.
    fn contradicts(&self, other: &Line<'_>, places: &Places) -> bool {
        self.stance() == Stance::Asserts
            && other.stance() == Stance::Asserts
            && !numbers_may_agree(self.count, other.count)
            && self.at_one_moment(other)
            && self.of_one_place(other, places)
            && self.voices().independent_of(other.voices())
    }

    /// Numbers of one day; or numbers without a day that were published together, which reports of unknown date are
    /// within one story.
    fn at_one_moment(&self, other: &Line<'_>) -> bool {
        match (self.time(), other.time()) {
            (Some(one), Some(other)) => one.single_day().is_some() && one.single_day() == other.single_day(),
            (None, None) => {
                let (own, others) = (&self.heard().days, &other.heard().days);
                let near = own
                    .iter()
                    .flatten()
                    .any(|one| others.iter().flatten().any(|other| published_together(Some(*one), Some(*other))));
                near || (own.contains(&None) || others.contains(&None)) && self.shares_story(other)
            }
            _ => false,
        }
    }

    /// Worked out once: a line is held against every other one of its population.
    fn heard(&self) -> &Heard<'a> {
        self.heard.get_or_init(|| Heard {
            days: self.told.iter().map(|told| told.published_day()).collect(),
            voices: Voices::of(self.told.iter().copied()),
        })
    }

    fn voices(&self) -> &Voices<'a> {
        &self.heard().voices
    }

    fn shares_story(&self, other: &Line<'_>) -> bool {
        !self.stories.is_disjoint(&other.stories)
    }

    fn of_one_place(&self, other: &Line<'_>, places: &Places) -> bool {
        match (self.place, other.place) {
            (Some(one), Some(other)) => significant(one) == significant(other) || !places_differ(one, other, places),
            // A report that gives the number without a place speaks of all its story, though another one names a town.
            _ => self.is_said_without_place() && other.is_said_without_place() && self.shares_story(other),
        }
    }

    fn is_said_without_place(&self) -> bool {
        self.told.iter().any(|told| matches!(&told.statement.content, Content::Count(count) if count.place.is_none()))
    }

    fn finished(&self, certainty: constancia_model::Certainty) -> CountLine {
        let sources = sources(self.told.iter().copied());
        let (reports, origins) = reports_and_origins(&sources);
        CountLine {
            status: self.count.status,
            low: self.count.low,
            high: self.count.high,
            bound: self.count.bound,
            population: self.told.iter().find_map(|told| population_of(told)),
            place: self.place.cloned(),
            date: self.date,
            as_of: self.as_of,
            terms: self.count.terms.clone(),
            stance: self.stance(),
            informant: self.told[0].source.informant.clone(),
            certainty,
            reports,
            origins,
            sources,
        }
    }
}

fn population_of(told: &Told) -> Option<String> {
    match &told.statement.content {
        Content::Count(count) => count.population.clone(),
        _ => None,
    }
}

/// Numbers of a town say nothing about those of a country, so only one name makes one place here.
fn places_differ(one: &str, other: &str, places: &Places) -> bool {
    let (one_words, other_words) = (significant(one), significant(other));
    let shares = one_words.split(' ').any(|word| other_words.split(' ').any(|other| other == word));
    !(shares && places.may_be_one(one, other, true))
}

/// Whether both numbers can be true of one thing, given how they are bounded.
pub(crate) fn numbers_may_agree(one: &Count, other: &Count) -> bool {
    let ((from, to), (other_from, other_to)) = (range(one), range(other));
    from <= other_to && other_from <= to
}

/// The numbers that the words allow: a tenth to either side of "about", a tenth below "nearly".
fn range(count: &Count) -> (u64, u64) {
    let high = count.high.unwrap_or(u64::MAX);
    let slack = |number: u64| number / 10;
    match count.bound {
        None => (count.low, high),
        Some(Bound::MoreThan | Bound::AtLeast) => (count.low, u64::MAX),
        Some(Bound::UpTo) => (0, high),
        Some(Bound::Nearly) => (count.low - slack(count.low), high),
        Some(Bound::About) => (count.low - slack(count.low), high.saturating_add(slack(high))),
    }
}

/// The lines as the brief shows them, in their order, and the contradictions between them.
pub(crate) fn finish(lines: &[Line<'_>], places: &Places) -> (Vec<CountLine>, Vec<Contradiction>) {
    let mut groups: BTreeMap<(Status, Option<&Population>), Vec<usize>> = BTreeMap::new();
    for (place, line) in lines.iter().enumerate() {
        groups.entry((line.count.status, line.population.as_ref())).or_default().push(place);
    }
    let mut against: Vec<Vec<usize>> = vec![Vec::new(); lines.len()];
    let mut agreeing: Vec<Vec<usize>> = (0..lines.len()).map(|place| vec![place]).collect();
    for ((_, population), group) in &groups {
        for (position, one) in group.iter().enumerate() {
            for other in &group[position + 1..] {
                let (first, second) = (&lines[*one], &lines[*other]);
                if first.says_same_number(second) && first.stance() == second.stance() {
                    if !first.shares_story(second) && !first.of_one_place(second, places) {
                        continue;
                    }
                    agreeing[*one].push(*other);
                    agreeing[*other].push(*one);
                } else if population.is_some() && first.contradicts(second, places) {
                    against[*one].push(*other);
                    against[*other].push(*one);
                }
            }
        }
    }
    let told =
        |places: &[usize]| places.iter().flat_map(|place| lines[*place].told.iter().copied()).collect::<Vec<_>>();
    let finished =
        |place: usize| lines[place].finished(certainty(None, &told(&agreeing[place]), &told(&against[place])));
    ((0..lines.len()).map(finished).collect(), contradictions(lines, &against))
}

/// One contradiction for each set of lines that exclude one another, directly or through others.
fn contradictions(lines: &[Line<'_>], against: &[Vec<usize>]) -> Vec<Contradiction> {
    let mut seen = vec![false; lines.len()];
    let mut found = Vec::new();
    for start in 0..lines.len() {
        if seen[start] || against[start].is_empty() {
            continue;
        }
        let mut group = BTreeSet::from([start]);
        let mut waiting = vec![start];
        while let Some(place) = waiting.pop() {
            seen[place] = true;
            waiting.extend(against[place].iter().filter(|other| group.insert(**other)));
        }
        found.push(contradiction(lines, &group));
    }
    found
}

fn contradiction(lines: &[Line<'_>], group: &BTreeSet<usize>) -> Contradiction {
    let mut sides: BTreeMap<Number, Vec<&Told>> = BTreeMap::new();
    for place in group {
        let count = lines[*place].count;
        sides.entry((count.low, count.high, count.bound)).or_default().extend(&lines[*place].told);
    }
    let first = group.first().map(|place| &lines[*place]);
    let sides = sides.into_iter().map(|((low, high, bound), mut told)| {
        told.sort_by(|one, other| one.cmp_published(other));
        Side { value: printed(low, high, bound), sources: sources(told) }
    });
    Contradiction {
        about: ContradictionAbout::Count,
        person: None,
        status: first.map_or(Status::Held, |line| line.count.status),
        population: first.and_then(|line| line.told.iter().find_map(|told| population_of(told))),
        sides: sides.collect(),
    }
}

fn printed(low: u64, high: Option<u64>, bound: Option<Bound>) -> String {
    let number = match high {
        Some(high) if high != low => format!("{low}–{high}"),
        Some(_) => low.to_string(),
        None => format!("{low}+"),
    };
    bound.map_or(number.clone(), |bound| format!("{} {number}", bound.name()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::register;

    #[test]
    fn one_number_of_one_informant_is_one_line() {
        let register = register(
            "report a | outlet=One | published=2026-01-12
             count | released | 116 | population=foreigners | informant=the ministry
             report b | origin=a | outlet=Two | published=2026-01-12
             count | released | 116 | population=foreigners | informant=The Ministry
             report c | outlet=Three | published=2026-01-13
             count | released | 116 | population=extranjeros | informant=Ministry | place=Freedonia
             count | released | 56 | population=people | informant=Grupo Libre
             status | Ana Ruiz | released
             report d | outlet=Four | published=2026-01-13
             count | released | 56 | population=people | informant=Otro Foro
             status | Ana Ruiz | released
             report elsewhere | outlet=Five | published=2026-01-13
             count | released | 56 | population=people | informant=Third Group",
        );
        let lines: Vec<_> = register
            .brief()
            .counts
            .iter()
            .map(|line| {
                let informant = line.informant.as_deref().unwrap();
                let certainty = format!("{:?}", line.certainty).to_lowercase();
                format!("{} {informant} {} {} {certainty}", line.low, line.reports, line.origins)
            })
            .collect();
        assert_eq!(
            lines,
            [
                "116 the ministry 3 2 reported",
                "56 Grupo Libre 1 1 corroborated",
                "56 Otro Foro 1 1 corroborated",
                "56 Third Group 1 1 reported",
            ]
        );
    }

    #[test]
    fn bounds_allow_what_their_words_allow() {
        let count = |words: &str| {
            let told = crate::testing::statements(&format!("count | held | {words}"));
            let Content::Count(count) = told[0].content.clone() else { unreachable!() };
            count
        };
        for (one, other, agree) in [
            ("863", "863", true),
            ("863", "864", false),
            ("800-900", "863", true),
            ("800 | bound=more than", "863", true),
            ("900 | bound=at least", "863", false),
            ("100 | bound=up to", "63", true),
            ("100 | bound=nearly", "95", true),
            ("100 | bound=nearly", "101", false),
            ("100 | bound=about", "105", true),
            ("100 | bound=about", "120", false),
        ] {
            assert_eq!(numbers_may_agree(&count(one), &count(other)), agree, "{one} / {other}");
            assert_eq!(numbers_may_agree(&count(other), &count(one)), agree, "{other} / {one}");
        }
    }
}
