//! What each reader of a report found, in the user's language: both, one alone, and where they differ.

use constancia_model::{ReaderKind, Statement};
use constancia_register::brief::Source;
use constancia_register::readers::{Detail, Standing, standings};

use crate::catalogue::Catalogue;
use crate::render::{described, plain};

/// Whether only a model found it.
pub fn only_model(source: &Source) -> bool {
    !source.readers.is_empty() && source.readers.iter().all(|reader| ReaderKind::of(reader) == ReaderKind::Model)
}

/// A statement's line with who found it.
pub fn found(line: String, source: &Source, catalogue: &Catalogue) -> String {
    let key = match (source.readers.len() > 1, only_model(source)) {
        (true, _) => "found-by-both",
        (_, true) => "found-by-model",
        _ => "found-by-rules",
    };
    catalogue.fill(key, &[("statement", line.into())])
}

/// Every event of which the two say something else: what the rules say, what the model says on which words, and in
/// what they differ.
pub fn differences(rules: &[Statement], model: &[Statement], catalogue: &Catalogue) -> Vec<[String; 3]> {
    let standings = standings(rules, model);
    let differing = model.iter().zip(standings).filter_map(|(proposed, standing)| match standing {
        Standing::Differs { from, details } => Some((rules.get(from)?, proposed, details)),
        _ => None,
    });
    differing.map(|(rule, proposed, details)| difference(rule, proposed, &details, catalogue)).collect()
}

fn difference(rule: &Statement, proposed: &Statement, details: &[Detail], catalogue: &Catalogue) -> [String; 3] {
    let say = |key: &str, statement: &Statement| {
        let values = [
            ("statement", described::statement(statement, catalogue).into()),
            ("words", plain::line(statement.evidence.quote()).into()),
        ];
        catalogue.fill(key, &values)
    };
    let details = details.iter().map(|detail| self::detail(*detail, catalogue)).collect::<Vec<_>>().join(", ");
    [
        say("difference-rules", rule),
        say("difference-model", proposed),
        catalogue.fill("difference-in", &[("details", details.into())]),
    ]
}

fn detail(detail: Detail, catalogue: &Catalogue) -> String {
    catalogue.say(match detail {
        Detail::Stance => "detail-stance",
        Detail::Hedged => "detail-hedged",
        Detail::Informant => "detail-informant",
        Detail::Speaker => "detail-speaker",
        Detail::Date => "detail-date",
        Detail::AsOf => "detail-as-of",
        Detail::Place => "detail-place",
        Detail::Terms => "detail-terms",
        Detail::By => "detail-by",
        Detail::Accusation => "detail-accusation",
        Detail::Population => "detail-population",
        Detail::Bound => "detail-bound",
    })
}
