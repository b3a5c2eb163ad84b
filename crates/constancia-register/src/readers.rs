//! One report read by the rules and by a model: what both tell, what one tells alone, where they differ.
//!
//! Two readers of one report are one origin and one telling. The register therefore takes from a model only what the
//! rules did not read: statements of their own, and details of events that the rules read without them. Where the two
//! differ about one event, the register goes by the rules and both stay on record. Knows no reader by name.

use constancia_model::{Attribute, Content, Count, PartialDate, ReaderKind, ReportId, Statement, StatusEvent, Terms};
use rusqlite::Connection;

use crate::cases::line::exclude;
use crate::error::StoreError;
use crate::tables;
use crate::voices::{informant_voice, same_voice, significant};
use crate::words::names::folded;
use crate::words::populations::Population;

/// A detail that two readers can give differently for one event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Asserted, denied, doubted.
    Stance,
    /// Whether the words hold back.
    Hedged,
    /// Whom the report credits.
    Informant,
    /// Whose words.
    Speaker,
    /// When it happened.
    Date,
    /// When a number was true.
    AsOf,
    /// Where.
    Place,
    /// On which terms.
    Terms,
    /// Who acted.
    By,
    /// The offence.
    Accusation,
    /// Of whom a number is.
    Population,
    /// How a number is bounded.
    Bound,
}

/// How a statement of the model stands to those of the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The rules read nothing of the kind.
    Alone,
    /// The rules read it too.
    Same {
        /// Which of theirs it is, from 0.
        of: usize,
        /// What the model gives beyond it.
        adds: Vec<Detail>,
    },
    /// The rules read the same event and give something else of it.
    Differs {
        /// Which of theirs it is, from 0.
        from: usize,
        /// What they give otherwise; never empty.
        details: Vec<Detail>,
    },
}

/// The standing of every statement of the model, in their order.
pub fn standings(rules: &[Statement], model: &[Statement]) -> Vec<Standing> {
    let mut found: Vec<Standing> = model.iter().map(|proposed| standing(rules, proposed)).collect();
    let told: Vec<usize> =
        found.iter().filter_map(|one| if let Standing::Same { of, .. } = one { Some(*of) } else { None }).collect();
    // A model that tells the rules' event as they do means another event by what differs from it.
    for one in &mut found {
        if matches!(one, Standing::Differs { from, .. } if told.contains(from)) {
            *one = Standing::Alone;
        }
    }
    found
}

fn standing(rules: &[Statement], proposed: &Statement) -> Standing {
    let same_thing = rules.iter().enumerate().filter(|(_, rule)| tell_one_thing(rule, proposed));
    let compared = same_thing.map(|(place, rule)| (place, compare(rule, proposed)));
    match compared.min_by_key(|(_, compared)| compared.differs.len()) {
        None => Standing::Alone,
        Some((of, Compared { differs, adds })) if differs.is_empty() => Standing::Same { of, adds },
        Some((from, compared)) => Standing::Differs { from, details: compared.differs },
    }
}

/// Whether two statements are about one event, number, saying or quality, whatever they say of it.
fn tell_one_thing(one: &Statement, other: &Statement) -> bool {
    match (&one.content, &other.content) {
        (Content::Status(one), Content::Status(other)) => {
            one.status == other.status && same_name(&one.person, &other.person)
        }
        (Content::Count(one), Content::Count(other)) => {
            (one.status, one.low, one.high) == (other.status, other.low, other.high)
        }
        (Content::Utterance(said), Content::Utterance(proposed)) => {
            let overlap = one.evidence.span().overlaps(other.evidence.span());
            same_words(&said.text, &proposed.text, overlap)
        }
        (Content::Attribute(one), Content::Attribute(other)) => same_attribute(one, other),
        _ => false,
    }
}

/// A part of a quotation is the same quotation where it stands at the same place.
fn same_words(one: &str, other: &str, overlap: bool) -> bool {
    let (one, other) = (folded(one), folded(other));
    one == other || overlap && (one.contains(&other) || other.contains(&one))
}

fn same_attribute(one: &Attribute, other: &Attribute) -> bool {
    let value = |attribute: &Attribute| significant(&attribute.value);
    one.field == other.field && same_name(&one.person, &other.person) && same_voice(&value(one), &value(other))
}

/// Whether two names of one report are of one person: one of them whole in the other, with a surname at least.
fn same_name(one: &str, other: &str) -> bool {
    let (one, other) = (folded(one), folded(other));
    let several = |name: &str| name.contains(' ');
    one == other || several(&one) && several(&other) && same_voice(&one, &other)
}

/// What a model gives beyond and against one statement of the rules.
#[derive(Default)]
struct Compared {
    adds: Vec<Detail>,
    differs: Vec<Detail>,
}

impl Compared {
    /// Notes how an optional detail stands: what the model leaves out is no difference.
    fn detail<T>(&mut self, detail: Detail, rule: Option<T>, model: Option<T>, agree: impl Fn(&T, &T) -> bool) {
        match (rule, model) {
            (None, Some(_)) => self.adds.push(detail),
            (Some(rule), Some(model)) if !agree(&rule, &model) => self.differs.push(detail),
            _ => {}
        }
    }

    fn equal(&mut self, detail: Detail, equal: bool) {
        if !equal {
            self.differs.push(detail);
        }
    }

    fn date(&mut self, detail: Detail, rule: Option<PartialDate>, model: Option<PartialDate>) {
        let is_day = |date: Option<PartialDate>| date.and_then(PartialDate::single_day).is_some();
        self.detail(detail, rule, model, |rule, model| rule.may_coincide(*model));
        if rule.is_some() && !is_day(rule) && is_day(model) && !self.differs.contains(&detail) {
            self.adds.push(detail);
        }
    }
}

fn compare(rule: &Statement, model: &Statement) -> Compared {
    let mut compared = Compared::default();
    compared.equal(Detail::Stance, rule.stance == model.stance);
    compared.equal(Detail::Hedged, rule.hedged == model.hedged);
    compared.equal(Detail::Informant, same_informant(rule, model));
    match (&rule.content, &model.content) {
        (Content::Status(rule), Content::Status(model)) => compare_events(&mut compared, rule, model),
        (Content::Count(rule), Content::Count(model)) => compare_counts(&mut compared, rule, model),
        (Content::Utterance(rule), Content::Utterance(model)) => {
            compared.equal(Detail::Speaker, one_wording(&rule.speaker, &model.speaker));
        }
        _ => {}
    }
    compared
}

/// Whose word it is decides on certainty, so here nothing said is not the same as anything said.
fn same_informant(rule: &Statement, model: &Statement) -> bool {
    match (&rule.informant, &model.informant) {
        (None, None) => true,
        (Some(rule), Some(model)) => same_voice(&informant_voice(rule), &informant_voice(model)),
        _ => false,
    }
}

fn compare_events(compared: &mut Compared, rule: &StatusEvent, model: &StatusEvent) {
    compared.date(Detail::Date, rule.date, model.date);
    compared.detail(Detail::Place, rule.place.as_ref(), model.place.as_ref(), |one, other| one_wording(one, other));
    compared.detail(Detail::Terms, rule.terms.as_ref(), model.terms.as_ref(), |one, other| !terms_differ(one, other));
    compared.detail(Detail::By, rule.by.as_ref(), model.by.as_ref(), |one, other| one_wording(one, other));
    // Reports word one offence in many ways, so no two wordings are held against each other.
    compared.detail(Detail::Accusation, rule.accusation.as_ref(), model.accusation.as_ref(), |_, _| true);
}

fn compare_counts(compared: &mut Compared, rule: &Count, model: &Count) {
    compared.date(Detail::Date, rule.date, model.date);
    compared.date(Detail::AsOf, rule.as_of, model.as_of);
    compared.detail(Detail::Place, rule.place.as_ref(), model.place.as_ref(), |one, other| one_wording(one, other));
    compared.detail(Detail::Terms, rule.terms.as_ref(), model.terms.as_ref(), |one, other| !terms_differ(one, other));
    compared.equal(Detail::Bound, rule.bound == model.bound);
    compared.detail(Detail::Population, rule.population.as_ref(), model.population.as_ref(), |one, other| {
        one_wording(one, other) || Population::of(one) == Population::of(other)
    });
}

/// Whether the words of one are among those of the other.
fn one_wording(one: &str, other: &str) -> bool {
    same_voice(&significant(one), &significant(other))
}

fn terms_differ(one: &Terms, other: &Terms) -> bool {
    match (one, other) {
        (Terms::AsSaid(one), Terms::AsSaid(other)) => !one_wording(one, other),
        _ => exclude(one, other),
    }
}

/// Whether the register tells what a model proposes. An added detail is worth a row only where rows of one event are
/// put together again, which numbers are not.
fn is_told(statement: &Statement, standing: &Standing) -> bool {
    match standing {
        Standing::Alone => true,
        Standing::Same { adds, .. } => matches!(statement.content, Content::Status(_)) && !adds.is_empty(),
        Standing::Differs { .. } => false,
    }
}

/// Marks the statements of a report as told by the rules, by the model or by both, when both have read it.
pub(crate) fn combine(connection: &Connection, report: &ReportId) -> Result<(), StoreError> {
    if tables::reading(connection, report, ReaderKind::Model)?.is_none() {
        return Ok(());
    }
    let rules = tables::statements_by(connection, report, ReaderKind::Rules)?;
    let model = tables::statements_by(connection, report, ReaderKind::Model)?;
    let standings = standings(&rules, &model);
    for place in 0..rules.len() {
        let both = standings.iter().any(|one| matches!(one, Standing::Same { of, .. } if *of == place));
        tables::set_told(connection, (report, ReaderKind::Rules), place, (true, both))?;
    }
    for (place, (proposed, standing)) in model.iter().zip(&standings).enumerate() {
        tables::set_told(connection, (report, ReaderKind::Model), place, (is_told(proposed, standing), false))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::statements;

    /// What the model's lines are to the rules' line.
    fn found(rules: &str, model: &str) -> Vec<String> {
        standings(&statements(rules), &statements(model))
            .iter()
            .map(|standing| match standing {
                Standing::Alone => "alone".to_owned(),
                Standing::Same { adds, .. } if adds.is_empty() => "same".to_owned(),
                Standing::Same { adds, .. } => format!("adds {adds:?}").to_lowercase(),
                Standing::Differs { details, .. } => format!("differs {details:?}").to_lowercase(),
            })
            .collect()
    }

    #[test]
    fn what_both_tell_is_told_once() {
        let rules = "status | Ana María Ruiz | released | date=2026-01-08 | place=the Las Lomas prison";
        for (model, expected) in [
            ("status | Ana María Ruiz | released | date=2026-01-08 | place=Las Lomas", "same"),
            ("status | Ana Ruiz | released", "same"),
            ("status | Ana Ruiz | released | date=2026-01", "same"),
            ("status | Ana Ruiz | released | terms=house-arrest", "adds [terms]"),
            ("status | Ana Ruiz | released | date=2026-01-09", "differs [date]"),
            ("status | Ana Ruiz | released | place=El Cerro", "differs [place]"),
            ("status | Ana Ruiz | released | informant=her lawyer", "differs [informant]"),
            ("status | Ana Ruiz | released | denies", "differs [stance]"),
            ("status | Ana Ruiz | detained", "alone"),
            ("status | Eva Ruiz | released", "alone"),
            ("status | Ruiz | released", "alone"),
        ] {
            assert_eq!(found(rules, model), [expected], "{model}");
        }
    }

    #[test]
    fn numbers_words_and_qualities_are_matched_by_what_they_say() {
        for (rules, model, expected) in [
            (
                "count | held | 863 | population=political prisoners",
                "count | held | 863 | population=prisoners",
                "same",
            ),
            ("count | held | 863", "count | held | 863 | population=journalists", "adds [population]"),
            ("count | held | 863 | population=women", "count | held | 863 | population=men", "differs [population]"),
            ("count | held | 863", "count | released | 863", "alone"),
            ("utterance | Eva Paz | we are waiting", "utterance | Eva Paz | We are waiting.", "same"),
            ("utterance | Eva Paz | we are waiting", "utterance | Bo Li | we are waiting", "differs [speaker]"),
            ("attribute | Ana Ruiz | role | lawyer", "attribute | Ana Ruiz | role | a lawyer", "same"),
            ("attribute | Ana Ruiz | role | lawyer", "attribute | Ana Ruiz | age | 34", "alone"),
        ] {
            assert_eq!(found(rules, model), [expected], "{model}");
        }
    }

    #[test]
    fn a_second_event_of_one_kind_is_no_difference() {
        let rules = "status | Ana Ruiz | detained | date=2026-01-02";
        let model = "status | Ana Ruiz | detained | date=2026-01-02
                     status | Ana Ruiz | detained | date=2026-01-18";
        assert_eq!(found(rules, model), ["same", "alone"]);
        assert_eq!(found(rules, "status | Ana Ruiz | detained | date=2026-01-18"), ["differs [date]"]);
    }
}
