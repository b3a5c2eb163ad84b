//! The words of the field in the user's language: statuses, terms, certainties, numbers, dates, who says so.

use std::collections::BTreeSet;

use constancia_model::{AttributeField, Bound, Certainty, InformantClass, PartialDate, Stance, Status, Terms, Verdict};
use constancia_register::brief::{ContradictionAbout, Explanation, Fact, Source};

use crate::catalogue::Catalogue;
use crate::render::plain;

/// What stands in a cell that nobody has said anything about.
pub const NOTHING_SAID: &str = "–";

/// The name of a status.
pub fn status(status: Status, catalogue: &Catalogue) -> String {
    catalogue.say(&format!("status-{}", status.name()))
}

/// A status as somebody holds it: denied, doubted, said with reservations, or plainly.
pub fn status_as_said(value: Status, stance: Stance, hedged: bool, catalogue: &Catalogue) -> String {
    let name = status(value, catalogue);
    let key = match (stance, hedged) {
        (Stance::Denies, _) => "said-denied",
        (Stance::Doubts, _) => "said-doubted",
        (Stance::Asserts, true) => "said-with-reservations",
        (Stance::Asserts, false) => return name,
    };
    catalogue.fill(key, &[("status", name.into())])
}

/// The terms of a release by name; a sentence in the report's own words.
pub fn terms(terms: &Terms, catalogue: &Catalogue) -> String {
    match terms {
        Terms::Release(release) => catalogue.say(&format!("terms-{}", release.name())),
        Terms::AsSaid(words) => plain::line(words),
    }
}

/// The name of a certainty.
pub fn certainty(certainty: Certainty, catalogue: &Catalogue) -> String {
    catalogue.say(match certainty {
        Certainty::Reported => "certainty-reported",
        Certainty::Corroborated => "certainty-corroborated",
        Certainty::Confirmed => "certainty-confirmed",
        Certainty::Disputed => "certainty-disputed",
    })
}

/// Every certainty with its name, the least sure first.
pub fn certainties(catalogue: &Catalogue) -> Vec<(Certainty, String)> {
    let all = [Certainty::Reported, Certainty::Corroborated, Certainty::Confirmed, Certainty::Disputed];
    all.map(|one| (one, certainty(one, catalogue))).into()
}

/// What a reviewer decided about statements.
pub fn verdict(verdict: Verdict, catalogue: &Catalogue) -> String {
    catalogue.say(&format!("verdict-{}", verdict.name()))
}

/// Why two things that differ can both be so.
pub fn explanation(explanation: Explanation, catalogue: &Catalogue) -> String {
    catalogue.say(match explanation {
        Explanation::OutSince => "explained-out-since",
        Explanation::TakenAgain => "explained-taken-again",
        Explanation::HappenedSince => "explained-happened-since",
        Explanation::Moved => "explained-moved",
        Explanation::Growth => "explained-growth",
        Explanation::OtherDay => "explained-other-day",
        Explanation::LongerList => "explained-longer-list",
    })
}

/// A class of informants, as somebody who says something.
pub fn class(class: InformantClass, catalogue: &Catalogue) -> String {
    catalogue.say(match class {
        InformantClass::Person => "class-self",
        InformantClass::Relative => "class-relative",
        InformantClass::Lawyer => "class-lawyer",
        InformantClass::Organisation => "class-organisation",
        InformantClass::Authority => "class-authority",
        InformantClass::Outlet => "class-outlet",
        InformantClass::Other => "class-other",
    })
}

/// Numbers as bars of one line each, the tallest for `top`.
pub fn course(numbers: impl Iterator<Item = u64>, top: u64) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let bar = |number: u64| BARS[(number.min(top) * 7).checked_div(top).unwrap_or_default() as usize];
    numbers.map(bar).collect()
}

/// What is said about a person.
pub fn field(field: AttributeField, catalogue: &Catalogue) -> String {
    catalogue.say(match field {
        AttributeField::Role => "field-role",
        AttributeField::Nationality => "field-nationality",
        AttributeField::Age => "field-age",
        AttributeField::Affiliation => "field-affiliation",
        AttributeField::Spouse => "field-spouse",
        AttributeField::Sibling => "field-sibling",
        AttributeField::Parent => "field-parent",
        AttributeField::Child => "field-child",
        AttributeField::Lawyer => "field-lawyer",
    })
}

/// What a contradiction is about.
pub fn about(about: ContradictionAbout, catalogue: &Catalogue) -> String {
    catalogue.say(match about {
        ContradictionAbout::Status => "about-status",
        ContradictionAbout::Date => "about-date",
        ContradictionAbout::Place => "about-place",
        ContradictionAbout::Terms => "about-terms",
        ContradictionAbout::Count => "about-count",
        ContradictionAbout::List => "about-list",
    })
}

/// A number as it was bounded: "more than 60", "800–900".
pub fn number(low: u64, high: Option<u64>, bound: Option<Bound>, catalogue: &Catalogue) -> String {
    let digits = match high {
        Some(high) if high != low => format!("{low}–{high}"),
        _ => low.to_string(),
    };
    let key = match bound {
        Some(Bound::MoreThan) => "bound-more-than",
        Some(Bound::AtLeast) => "bound-at-least",
        Some(Bound::Nearly) => "bound-nearly",
        Some(Bound::About) => "bound-about",
        Some(Bound::UpTo) => "bound-up-to",
        None if high.is_none() => "bound-or-more",
        None => return digits,
    };
    catalogue.fill(key, &[("number", digits.into())])
}

/// A date as the register writes it (EDTF), or the mark for nothing said.
pub fn date(date: Option<PartialDate>) -> String {
    date.map_or(NOTHING_SAID.to_owned(), |date| date.to_string())
}

/// Words of a report, or the mark for nothing said.
pub fn said(words: Option<&str>) -> String {
    words.map_or(NOTHING_SAID.to_owned(), plain::line)
}

/// Who stands behind these statements: those credited, and the outlets that speak for themselves.
pub fn informants(sources: &[&Source], catalogue: &Catalogue) -> String {
    let mut names: Vec<String> = Vec::new();
    for source in sources {
        let name = informant(source, catalogue);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join("; ")
}

/// Whom one statement is credited to; its outlet where it credits nobody.
pub fn informant(source: &Source, catalogue: &Catalogue) -> String {
    match (&source.informant, &source.outlet) {
        (Some(informant), _) => plain::line(informant),
        (None, Some(outlet)) => catalogue.fill("informant-outlet-itself", &[("outlet", plain::line(outlet).into())]),
        (None, None) => {
            catalogue.fill("informant-report-itself", &[("report", plain::line(&source.report_name).into())])
        }
    }
}

/// Of how many reports and of how many origins these statements are.
pub fn reports_and_origins(sources: &[&Source]) -> (usize, usize) {
    let distinct = |key: fn(&Source) -> &str| sources.iter().copied().map(key).collect::<BTreeSet<_>>().len();
    (distinct(|source| source.report.as_str()), distinct(|source| source.origin.as_str()))
}

/// A fact in one line: what, when, where, on which terms.
pub fn fact(fact: &Fact, catalogue: &Catalogue) -> String {
    let mut parts = vec![status_as_said(fact.status, fact.stance, fact.hedged, catalogue)];
    parts.extend(fact.terms.iter().map(|cell| terms(&cell.value, catalogue)));
    parts.extend(fact.date.as_ref().map(|cell| cell.value.to_string()));
    parts.extend(fact.place.as_ref().map(|cell| plain::line(&cell.value)));
    parts.extend(fact.by.as_ref().map(|cell| catalogue.fill("fact-by", &[("who", plain::line(&cell.value).into())])));
    parts.extend(
        fact.accusation
            .as_ref()
            .map(|cell| catalogue.fill("fact-accusation", &[("accusation", plain::line(&cell.value).into())])),
    );
    parts.join(" · ")
}

/// A fact in a few words: what, and on which terms.
pub fn fact_in_short(fact: &Fact, catalogue: &Catalogue) -> String {
    let mut parts = vec![status_as_said(fact.status, fact.stance, fact.hedged, catalogue)];
    parts.extend(fact.terms.iter().map(|cell| terms(&cell.value, catalogue)));
    parts.join(" · ")
}

/// What a side of a contradiction says: the register writes statuses and terms by their names.
pub fn side(about: ContradictionAbout, value: &str, catalogue: &Catalogue) -> String {
    match about {
        ContradictionAbout::Status => side_status(value, catalogue),
        ContradictionAbout::Terms => terms(&Terms::from(value.to_owned()), catalogue),
        ContradictionAbout::Count => side_number(value, catalogue),
        ContradictionAbout::List if value.is_empty() => catalogue.say("no-other-name"),
        _ => plain::line(value),
    }
}

/// A number as the register writes it: how it is bounded, the lower end, the upper one or `+`.
fn side_number(value: &str, catalogue: &Catalogue) -> String {
    const BOUNDS: [Bound; 5] = [Bound::MoreThan, Bound::AtLeast, Bound::Nearly, Bound::About, Bound::UpTo];
    let bounded = |bound: &Bound| value.strip_prefix(bound.name())?.strip_prefix(' ');
    let bound = BOUNDS.into_iter().find(|bound| bounded(bound).is_some());
    let digits = bound.as_ref().and_then(bounded).unwrap_or(value);
    let (low, high) = digits.split_once('–').unwrap_or((digits, digits));
    match low.trim_end_matches('+').parse() {
        Ok(low) => number(low, high.parse().ok(), bound, catalogue),
        Err(_) => plain::line(value),
    }
}

fn side_status(value: &str, catalogue: &Catalogue) -> String {
    let (name, stance) = match value.strip_prefix("not ") {
        Some(name) => (name, Stance::Denies),
        None => (value, Stance::Asserts),
    };
    match Status::ALL.into_iter().find(|status| status.name() == name) {
        Some(found) => status_as_said(found, stance, false, catalogue),
        None => plain::line(value),
    }
}
