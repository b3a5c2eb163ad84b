//! Regular expressions for dates, built of a language's lists.
//!
//! All run in linear time. It must not know what the captures mean.

use regex::{Regex, escape};

use super::lexicon::Lists;
use super::pattern::{Pattern, expression};

/// White space inside a date: spaces, or one line break.
const SPACE: &str = r"(?:[ \t\u{a0}\u{202f}]+\n?|\n)";
const DAY: &str = r"0?[1-9]|[12]\d|3[01]";
const YEAR: &str = r"(?:19|20)\d\d";

/// The patterns of one language.
pub(super) struct Patterns {
    /// Day, month and year in every order, each with the groups that it has.
    pub calendar: Vec<Pattern>,
    /// Two days of one month.
    pub pairs: Vec<Pattern>,
    /// Years behind a word: groups `before`, `years`.
    pub years: Pattern,
    /// One year.
    pub year: Regex,
    /// Days counted from today.
    pub offsets: Pattern,
    /// Phrases counted from the date before.
    pub anchored: Pattern,
    /// A month, or a day of it, in the year of the date before.
    pub of_that_year: Pattern,
    /// A day in the month of the date before.
    pub day_of_month: Pattern,
    /// Weekdays, months, weeks with a word before or behind.
    pub units: Pattern,
    /// A weekday with the day of the month.
    pub weekday_day: Pattern,
    /// The unit behind a number.
    pub duration: Regex,
    /// An article with a unit.
    pub one_unit: Pattern,
    /// What makes a duration an age.
    pub age: Regex,
    /// Words right behind a duration that count it back from now.
    pub ago: Regex,
    /// The same right before a duration.
    pub ago_before: Regex,
    /// Words that announce the date of a report, at the end of what stands before the date.
    pub publication: Regex,
    /// Words that a line begins with which names a bulletin and its date.
    pub publication_title: Regex,
    /// A weekday span right behind a weekday.
    pub weekday_span: Regex,
}

impl Patterns {
    /// The patterns of a language.
    pub fn of(lists: &Lists) -> Self {
        let ago_before = if lists.ago_before.is_empty() { "[^\\s\\S]".to_owned() } else { any(&lists.ago_before) };
        Self {
            calendar: calendar(lists),
            pairs: pairs(lists),
            years: years(lists),
            year: expression(YEAR),
            offsets: offsets(lists),
            anchored: anchored(lists),
            of_that_year: of_that_year(lists),
            day_of_month: day_of_month(lists),
            units: units(lists),
            weekday_day: Pattern::of(&format!(
                r"\b(?P<weekday>{})\b{SPACE}(?P<day>{DAY})\b",
                names(&lists.weekdays, lists, true)
            )),
            duration: duration(lists),
            one_unit: one_unit(lists),
            age: expression(&format!(r"^(?:{SPACE}|-){}\b", any(&lists.ages))),
            ago: expression(&format!(r"^{SPACE}{}\b", any(&lists.ago_after))),
            ago_before: expression(&format!(r"\b{ago_before}{SPACE}$")),
            publication: publication(lists),
            publication_title: expression(&format!(r"^{}\b", any(&lists.publication_titles))),
            weekday_span: expression(&format!(
                r"^{SPACE}{}{SPACE}{}\b",
                any(&lists.weekday_spans),
                names(&lists.weekdays, lists, false)
            )),
        }
    }
}

/// One of some phrases in any case, longest first.
fn any(phrases: &[String]) -> String {
    let mut sorted: Vec<&String> = phrases.iter().collect();
    sorted.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
    let spaced: Vec<String> = sorted.iter().map(|phrase| escape(phrase).replace(' ', SPACE)).collect();
    format!("(?i:{})", spaced.join("|"))
}

/// One of the names of months or weekdays, in the cases in which the language writes them.
fn names(groups: &[Vec<String>], lists: &Lists, abbreviated: bool) -> String {
    let full =
        |name: &&String| abbreviated || name.chars().count() > 4 || groups.iter().any(|group| group[0] == **name);
    let mut all: Vec<&String> = groups.iter().flatten().filter(full).collect();
    all.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
    let cases = |name: &String| {
        let capital = capitalised(name);
        let small = (!lists.capitalised_names).then(|| name.clone());
        small.into_iter().chain([capital, name.to_uppercase()]).collect::<Vec<_>>()
    };
    format!("(?:{})", all.into_iter().flat_map(cases).collect::<Vec<_>>().join("|"))
}

fn capitalised(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

struct Pieces {
    weekday: String,
    day: String,
    month: String,
    year: String,
    optional_year: String,
    of: String,
}

impl Pieces {
    fn of(lists: &Lists) -> Self {
        let suffixes = any(&lists.day_suffixes);
        let year_tail = format!(
            r"(?:,?{SPACE}(?:(?:{before}{SPACE})?(?P<year>{YEAR})\b|(?P<last_year>{last})\b|(?P<this_year>{this})\b))",
            before = any(&lists.before_year),
            last = any(&lists.last_year),
            this = any(&lists.this_year)
        );
        Self {
            weekday: format!(r"\b(?:(?P<weekday>{})\b\.?,?{SPACE})?", names(&lists.weekdays, lists, true)),
            day: format!(r"(?P<day>{DAY})(?:{suffixes})?"),
            month: format!(r"(?P<month>{})\b\.?", names(&lists.months, lists, true)),
            optional_year: format!("{year_tail}?"),
            year: year_tail,
            of: format!("(?:{}{SPACE})?", any(&lists.before_month)),
        }
    }
}

fn calendar(lists: &Lists) -> Vec<Pattern> {
    let Pieces { weekday, day, month, year, optional_year, of } = Pieces::of(lists);
    let words = any(&lists.day_words.concat());
    let about = any(&lists.about);
    let the = r"(?:(?:the|el) )?";
    let must = format!("{}{SPACE}", any(&lists.before_month));
    let mut patterns = vec![
        format!(r"{weekday}{the}\b{day}{SPACE}{of}{month}{optional_year}"),
        format!(r"{weekday}{the}\b(?P<day_word>{words}){SPACE}{must}{month}{optional_year}"),
        format!(r"\b(?:(?P<about>{about})(?:{SPACE}|-))?{month}{year}"),
        r"\b(?P<year>(?:19|20)\d\d)-(?P<month_number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?:T\d\d:\d\d[0-9:.]*Z?)?\b".to_owned(),
        r"\b(?P<left>\d{1,2})[/.-](?P<right>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)\b".to_owned(),
        format!(r"\b{day}[-/]{month}[-/](?P<year>{YEAR})\b"),
    ];
    if lists.month_first {
        let year = if lists.month_first_without_year { &optional_year } else { &year };
        patterns.push(format!(r"{weekday}\b(?P<month_first>){month}{SPACE}(?:the )?{day}\b{year}"));
    }
    patterns.iter().map(|text| Pattern::of(text)).collect()
}

fn pairs(lists: &Lists) -> Vec<Pattern> {
    let Pieces { day, month, optional_year, of, .. } = Pieces::of(lists);
    let link = format!(
        r"(?:{SPACE}?[-–]{SPACE}?|{SPACE}(?P<range>{}){SPACE}|{SPACE}(?P<pair>{}){SPACE})",
        any(&lists.range_links),
        any(&lists.pair_links)
    );
    let opener = format!(r"(?P<opener>\b{}{SPACE})?", any(&lists.pair_openers));
    let first = format!(r"(?P<first>{DAY})(?:{})?", any(&lists.day_suffixes));
    let mut patterns = vec![format!(r"{opener}\b{first}{link}{day}{SPACE}{of}{month}{optional_year}")];
    if lists.month_first_without_year {
        patterns.push(format!(r"{opener}\b{month}{SPACE}{first}{link}{day}\b{optional_year}"));
    }
    patterns.iter().map(|text| Pattern::of(text)).collect()
}

fn years(lists: &Lists) -> Pattern {
    let (strong, weak) = (any(&lists.year_after_strong), any(&lists.year_after_weak));
    let (about, links) = (any(&lists.about), any(&lists.year_links));
    Pattern::of(&format!(
        r"\b(?:(?P<about>{about})(?:{SPACE}|-)|(?P<strong>{strong}){SPACE}|(?P<weak>{weak}){SPACE})(?P<years>{YEAR}(?:(?:,{SPACE}?|{SPACE}{links}{SPACE}|[-–]){YEAR})*)\b"
    ))
}

fn offsets(lists: &Lists) -> Pattern {
    let phrases: Vec<String> = lists.offsets.keys().chain(&lists.no_offsets.phrases).cloned().collect();
    Pattern::of(&format!(r"\b{}\b", any(&phrases)))
}

fn anchored(lists: &Lists) -> Pattern {
    let anchors = &lists.anchors;
    let phrases: Vec<String> = anchors.days.keys().chain(&anchors.months).chain(&anchors.years).cloned().collect();
    Pattern::of(&format!(r"\b{}\b", any(&phrases)))
}

fn of_that_year(lists: &Lists) -> Pattern {
    let Pieces { day, month, of, .. } = Pieces::of(lists);
    let year = any(&lists.anchors.of_that_year);
    Pattern::of(&format!(r"\b(?:(?:the |el )?{day}{SPACE}{of})?{month}{SPACE}{year}\b"))
}

fn day_of_month(lists: &Lists) -> Pattern {
    let (openers, suffixes) = (any(&lists.anchors.day_openers), any(&lists.day_suffixes));
    let month = any(&lists.anchors.of_that_month);
    let suffix = if lists.anchors.ordinal_days { format!("(?P<suffix>{suffixes})") } else { String::new() };
    let behind = format!(r"{SPACE}(?P<month>{month})");
    Pattern::of(&format!(
        r"\b(?:{openers}{SPACE}(?P<day>{DAY}){suffix}\b(?:{behind}\b)?|(?:el|the){SPACE}(?P<day_of>{DAY})(?:{suffixes})?{SPACE}(?P<month_of>{month})\b)"
    ))
}

fn units(lists: &Lists) -> Pattern {
    let sides: Vec<String> = [&lists.side_last, &lists.side_this, &lists.side_next, &lists.side_near, &lists.side_none]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    let after: Vec<String> = lists.side_last_after.iter().chain(&lists.side_next_after).cloned().collect();
    Pattern::of(&format!(
        r"\b(?:(?P<about>{about})(?:{SPACE}|-)|(?P<before>{sides}){SPACE}(?:(?P<about_behind>{about})(?:{SPACE}|-))?)?(?:(?P<weekday>{weekdays})|(?P<month_name>{months})|(?P<weekend>{weekend})|(?P<week>{week})|(?P<month>{month})|(?P<year>{year}))\b(?:{SPACE}(?P<after>{after})\b)?",
        sides = any(&sides),
        about = any(&lists.about),
        weekdays = names(&lists.weekdays, lists, false),
        months = names(&lists.months, lists, false),
        weekend = any(&lists.weekend),
        week = any(&lists.week),
        month = any(&lists.month),
        year = any(&lists.year),
        after = any(&after),
    ))
}

fn duration(lists: &Lists) -> Regex {
    let units: Vec<String> = lists.units.keys().cloned().collect();
    let optional = |phrases: &[String], name: &str| {
        if phrases.is_empty() { String::new() } else { format!("(?P<{name}>{SPACE}{})?", any(phrases)) }
    };
    expression(&format!(
        r"^{between}(?:{SPACE}|-)(?P<unit>{units})\b{behind}(?P<moved>{SPACE}{moved}\b)?",
        between = optional(&lists.half_between, "half_between"),
        units = any(&units),
        behind = optional(&lists.half_after, "half_after"),
        moved = any(&lists.moved)
    ))
}

fn one_unit(lists: &Lists) -> Pattern {
    let units: Vec<String> = lists.units.keys().cloned().collect();
    let articles = if lists.articles.is_empty() { "[^\\s\\S]".to_owned() } else { any(&lists.articles) };
    Pattern::of(&format!(
        r"\b(?:(?P<about>{about}){SPACE})?(?P<words>{articles}{SPACE}(?P<unit>{units})\b(?:{SPACE}{moved}\b)?)",
        about = any(&lists.about_before_article),
        units = any(&units),
        moved = any(&lists.moved)
    ))
}

fn publication(lists: &Lists) -> Regex {
    expression(&format!(
        r"(?:^|\W){}\b(?:(?:{SPACE}|:)*{}\b)*[\s:,·|–—-]*$",
        any(&lists.publication_words),
        any(&lists.publication_fillers)
    ))
}
