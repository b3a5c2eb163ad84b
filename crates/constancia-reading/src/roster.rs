//! Who is who in one report: the persons it names, every mention of them, and whom a pronoun or a role means.
//!
//! A person carries the fullest name that the report gives. Works on names and words alone; never joins reports.

use std::ops::Range;

use constancia_language::tagging::lists::{self, Gender};
use constancia_language::{Analysis, NameKind, fold};

use constancia_model::AttributeField;

use crate::words::Words;

/// A person of the report, as an index into the roster.
pub type PersonId = usize;

/// A person of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The fullest name that the report gives.
    pub name: String,
    /// Her or his gender, where the name or the words beside it tell.
    pub gender: Option<Gender>,
    /// What she or he is called by: nouns in lower case ("nurse", "periodista").
    pub roles: Vec<String>,
    /// Whether the report brings her or him in as somebody's relative: "her sister Ana".
    pub relative: bool,
    parts: Vec<String>,
}

/// One mention by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The person.
    pub person: PersonId,
    /// Its words, as indexes.
    pub words: Range<usize>,
}

/// The persons of one report and where they are mentioned.
#[derive(Debug, Default)]
pub struct Roster {
    /// In the order of their first mention.
    pub persons: Vec<Person>,
    /// By name, in order.
    pub mentions: Vec<Mention>,
}

impl Roster {
    /// Collects the persons that the text names.
    pub fn new(analysis: &Analysis) -> Self {
        let mut roster = Self::default();
        let mut runs: Vec<(Range<usize>, Vec<String>)> = analysis
            .names
            .iter()
            .filter(|name| name.kind == NameKind::Person)
            .map(|name| (name.words.clone(), parts(analysis, &name.words)))
            .filter(|(_, parts)| !parts.is_empty())
            .collect();
        let shared = shared_surnames(analysis);
        runs.retain(|(words, _)| !shared.iter().any(|(other, _, _)| other.start == words.start));
        runs.extend(shared.iter().map(|(words, parts, _)| (words.clone(), parts.clone())));
        runs.sort_by_key(|(words, _)| words.start);
        let order = runs.clone();
        let also = other_names(analysis, &runs);
        runs.retain(|(_, parts)| !also.iter().any(|(other, _)| is_part(parts, other)));
        runs.sort_by_key(|(words, parts)| (std::cmp::Reverse(parts.len()), words.start));
        for (words, parts) in runs {
            if !roster.persons.iter().any(|person| is_part(&parts, &person.parts)) {
                let full = shared.iter().find(|(other, _, _)| *other == words).map(|(_, _, name)| name.clone());
                let name = full.unwrap_or_else(|| printed(analysis, &words));
                let gender = lists::first_name(&parts[0]).filter(|g| *g != Gender::Either);
                let relative = is_relative(analysis, &words);
                roster.persons.push(Person { name, gender, roles: Vec::new(), relative, parts });
            }
        }
        for (words, parts) in order {
            let main = also.iter().find(|(other, _)| is_part(&parts, other)).map_or(&parts, |(_, main)| main);
            let person = roster.named(main);
            roster.mentions.extend(person.map(|person| Mention { person, words }));
        }
        roster.renumber();
        roster
    }

    /// The person whom these parts name, the last mentioned one when several could be meant.
    fn named(&self, parts: &[String]) -> Option<PersonId> {
        let fits: Vec<PersonId> =
            (0..self.persons.len()).filter(|&id| is_part(parts, &self.persons[id].parts)).collect();
        let exact = fits.iter().copied().find(|&id| self.persons[id].parts.len() == parts.len());
        let recent = |also: bool| {
            let mut mentioned = self.mentions.iter().rev().map(|m| m.person);
            mentioned.find(|&id| fits.contains(&id) && (also || !self.persons[id].relative))
        };
        exact.or_else(|| recent(false)).or_else(|| recent(true)).or_else(|| fits.first().copied())
    }

    /// Numbers the persons by their first mention.
    fn renumber(&mut self) {
        let mut order: Vec<PersonId> = Vec::new();
        for mention in &self.mentions {
            if !order.contains(&mention.person) {
                order.push(mention.person);
            }
        }
        self.persons = order.iter().map(|&old| self.persons[old].clone()).collect();
        for mention in &mut self.mentions {
            mention.person = order.iter().position(|&old| old == mention.person).unwrap_or(0);
        }
    }

    /// The person mentioned by name within these words, the last one where there are several.
    pub fn within(&self, words: &Range<usize>) -> Option<PersonId> {
        let upto = self.mentions.partition_point(|m| m.words.start < words.end);
        self.mentions[..upto].last().filter(|m| m.words.start >= words.start).map(|m| m.person)
    }

    /// The mentions that begin within these words, in order.
    pub fn mentions_in(&self, words: &Range<usize>) -> &[Mention] {
        let first = self.mentions.partition_point(|m| m.words.start < words.start);
        let last = first + self.mentions[first..].partition_point(|m| m.words.start < words.end);
        &self.mentions[first..last]
    }

    /// Everybody mentioned by name within these words, in order.
    pub fn all_within(&self, words: &Range<usize>) -> Vec<PersonId> {
        each_once(self.mentions_in(words))
    }

    /// Mentions before this word, the nearest first.
    pub fn before(&self, word: usize) -> impl Iterator<Item = &Mention> {
        let upto = self.mentions.partition_point(|m| m.words.start < word);
        self.mentions[..upto].iter().rev()
    }

    /// Whether the person may be of that gender.
    pub fn may_be(&self, person: PersonId, gender: Option<Gender>) -> bool {
        let own = self.persons[person].gender;
        own.is_none() || gender.is_none() || own == gender
    }

    /// Whether the report names the person by more than one name.
    pub fn has_surname(&self, person: PersonId) -> bool {
        self.persons[person].parts.len() > 1
    }

    /// Whether the two have a surname in common, in a woman's or a man's form: "Ivanou" and "Ivanova".
    pub fn share_surname(&self, one: PersonId, other: PersonId) -> bool {
        let surnames = |id: PersonId| self.persons[id].parts.iter().skip(1);
        surnames(one).any(|a| surnames(other).any(|b| same_family(a, b)))
    }

    /// Notes that a person is called by a noun, and what the noun says of her or his gender.
    pub fn learn_role(&mut self, person: PersonId, noun: &str, words: &Words) {
        let gender = gender_of(noun, words);
        let known = &mut self.persons[person];
        if !known.roles.iter().any(|role| role == noun) {
            known.roles.push(noun.to_owned());
        }
        known.gender = known.gender.or(gender);
    }

    /// The last mentioned lawyer, for any word for a lawyer: "el letrado" of "su abogado".
    pub fn by_counsel(&self, noun: &str, before: usize, words: &Words) -> Option<PersonId> {
        let counsel = |word: &str| words.kin_field(word) == Some(AttributeField::Lawyer);
        let acts = |id: &PersonId| self.persons[*id].roles.iter().any(|role| counsel(role));
        self.before(before).take(12).map(|m| m.person).find(acts).filter(|_| counsel(noun))
    }

    /// The last mentioned person who is called by this noun.
    pub fn by_role(&self, noun: &str, before: usize) -> Option<PersonId> {
        let called = |id: PersonId| self.persons[id].roles.iter().any(|role| same_role(role, noun));
        let found = self.before(before).map(|m| m.person).find(|&id| called(id));
        found.or_else(|| (0..self.persons.len()).find(|&id| called(id)))
    }
}

/// "The brothers Ramin and Farhad Alizadeh", "Pyotr and Lidia Samarin": first names that share the surname behind the last
/// one, each with its parts and its full name.
fn shared_surnames(analysis: &Analysis) -> Vec<(Range<usize>, Vec<String>, String)> {
    let full = |n: &&constancia_language::Name| n.kind == NameKind::Person && n.words.len() > 1;
    let last = analysis.names.iter().filter(full);
    last.flat_map(|last| {
        let surname = surname(analysis, &last.words);
        let firsts = surname.as_ref().map_or_else(Vec::new, |_| first_names_before(analysis, last.words.start));
        let named = firsts.into_iter().zip(std::iter::repeat(surname));
        named.filter_map(|(first, surname)| {
            let surname = surname?;
            let name = format!("{} {}", printed(analysis, &first), printed(analysis, &surname));
            let parts = parts(analysis, &first).into_iter().chain(parts(analysis, &surname)).collect();
            Some((first, parts, name))
        })
    })
    .collect()
}

/// The words of the surname: behind the first name, or behind both where the second is a known first name too.
fn surname(analysis: &Analysis, name: &Range<usize>) -> Option<Range<usize>> {
    let known = |w: usize| lists::first_name(analysis.words[w].of(analysis.text)).is_some();
    let firsts = if name.len() > 2 && known(name.start + 1) { 2 } else { 1 };
    (name.len() > firsts).then(|| name.start + firsts..name.end)
}

/// The single capitals joined by "and" and commas right before a name, when a word for several relatives stands before
/// them, or when one known first name is joined to another.
fn first_names_before(analysis: &Analysis, name: usize) -> Vec<Range<usize>> {
    let lists = Words::of(&analysis.language);
    let lower = |w: usize| analysis.words[w].lower.as_str();
    let mut firsts: Vec<Range<usize>> = Vec::new();
    let mut at = name;
    while at >= 2 {
        let joint = lower(at - 1);
        let and = matches!(joint, "and" | "y" | "e" | "&") && firsts.is_empty();
        if !(and || joint == "," && !firsts.is_empty()) || !analysis.words[at - 2].capital {
            break;
        }
        at -= 2;
        firsts.push(at..at + 1);
    }
    let alone = at == 0 || !analysis.words[at - 1].capital;
    let family = at > 0 && lists.pairs.contains(lower(at - 1));
    let known = |w: usize| lists::first_name(analysis.words[w].of(analysis.text)).is_some();
    let couple = firsts.len() == 1 && known(at) && known(name) && !stands_alone(analysis, at);
    if alone && (family || couple) { firsts } else { Vec::new() }
}

/// Whether the text names somebody by this first name with a surname of her own.
fn stands_alone(analysis: &Analysis, word: usize) -> bool {
    let first = &analysis.words[word].lower;
    let persons = analysis.names.iter().filter(|n| n.kind == NameKind::Person && n.words.len() > 1);
    persons.into_iter().any(|n| analysis.words[n.words.start].lower == *first)
}

/// "Ana Ruiz (Hanna Rouis, en ruso)": names in brackets right behind a name, each with the name that it stands for.
fn other_names(analysis: &Analysis, runs: &[(Range<usize>, Vec<String>)]) -> Vec<(Vec<String>, Vec<String>)> {
    let bracketed = |pair: &[(Range<usize>, Vec<String>)]| {
        let [(main, of), (other, parts)] = pair else { return None };
        let adjacent = main.end + 1 == other.start && analysis.words[main.end].lower == "(";
        (adjacent && parts.len() > 1).then(|| (parts.clone(), of.clone()))
    };
    runs.windows(2).filter_map(bracketed).collect()
}

/// Whether a noun of kinship stands before the name, with a possessive: "her sister", "su madre, la señora".
fn is_relative(analysis: &Analysis, words: &Range<usize>) -> bool {
    let lists = Words::of(&analysis.language);
    let before = words.start.saturating_sub(4)..words.start;
    let lower = |w: usize| analysis.words[w].lower.as_str();
    let pronouns = &lists.pronouns;
    let possessive = |w: usize| {
        pronouns.possessive_any.contains(lower(w))
            || pronouns.possessive_male.contains(lower(w))
            || pronouns.possessive_female.contains(lower(w))
            || lower(w) == "'s"
    };
    before.clone().any(|w| lists.is_kin(lower(w)) && before.clone().any(|p| p < w && possessive(p)))
}

/// "abogado" and "abogada", "nurse" and "nurses".
fn same_role(one: &str, other: &str) -> bool {
    let stem = |word: &str| {
        let folded = fold(word);
        let cut = folded.trim_end_matches('s').trim_end_matches(['a', 'o', 'e']).to_owned();
        if cut.len() >= 4 { cut } else { folded }
    };
    stem(one) == stem(other)
}

/// Whether two surnames are one, apart from the ending for a woman or a man: "Lapitski" and "Lapitskaya".
fn same_family(one: &str, other: &str) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>();
    let (a, b) = (&one[shared..], &other[shared..]);
    let form = |rest: &str| matches!(rest, "" | "i" | "y" | "yi" | "u" | "v" | "a" | "aya" | "aia" | "aja" | "va");
    one == other && one.len() > 2 || shared > 4 && one.ends_with('a') != other.ends_with('a') && form(a) && form(b)
}

/// What a noun says of the gender of the person it is used of.
pub fn gender_of(noun: &str, words: &Words) -> Option<Gender> {
    match noun {
        _ if words.roles.female.contains(noun) => Some(Gender::Feminine),
        _ if words.roles.male.contains(noun) => Some(Gender::Masculine),
        _ => None,
    }
}

fn parts(analysis: &Analysis, words: &Range<usize>) -> Vec<String> {
    analysis.words[words.clone()].iter().filter(|w| w.capital).map(|w| fold(w.lower.trim_end_matches('.'))).collect()
}

/// Whether all parts of the shorter name stand in the longer one, in order; initials stand for what they begin.
fn is_part(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    let fits = |part: &String, whole: &String| part == whole || part.len() == 1 && whole.starts_with(part.as_str());
    short.iter().all(|part| rest.any(|whole| fits(part, whole)))
}

/// The name as printed, in the usual case where the text prints it in capitals.
fn printed(analysis: &Analysis, words: &Range<usize>) -> String {
    let run = &analysis.words[words.clone()];
    let text = &analysis.text[run[0].span.start..run[run.len() - 1].span.end];
    let capitals = text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && text.chars().count() > 3;
    if !capitals {
        return text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    text.split_whitespace().map(usual_case).collect::<Vec<_>>().join(" ")
}

fn usual_case(word: &str) -> String {
    let lower = word.to_lowercase();
    if matches!(lower.as_str(), "de" | "del" | "la" | "los" | "las" | "y") {
        return lower;
    }
    let mut chars = lower.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// The persons of some mentions, in order, each once.
pub fn each_once<'a>(mentions: impl IntoIterator<Item = &'a Mention>) -> Vec<PersonId> {
    let mut found = Vec::new();
    for mention in mentions {
        if !found.contains(&mention.person) {
            found.push(mention.person);
        }
    }
    found
}
