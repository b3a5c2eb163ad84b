//! In which country a report takes place, where that can be told. Knows neither outlets nor dates.

use std::collections::BTreeMap;

use constancia_model::{Content, Statement, Status};

use crate::words::areas::{countries_in, country};

/// The country in which a report takes place: the one where its people are taken, tried and held, else the one that it
/// names by itself and its places, in either case half as often again as any other. `None` where two compete or none is
/// named.
pub(super) fn home<'a>(kept: &str, statements: impl Iterator<Item = &'a Statement>) -> Option<String> {
    let mut of_custody: BTreeMap<String, usize> = BTreeMap::new();
    for country in statements.filter_map(custody_place).filter_map(country) {
        *of_custody.entry(country).or_default() += 1;
    }
    clearly_first(&of_custody, 1).or_else(|| clearly_first(&countries_in(kept), 2))
}

/// Where somebody is in custody by a statement. Who is out may be out anywhere.
fn custody_place(statement: &Statement) -> Option<&str> {
    let (status, place) = match &statement.content {
        Content::Status(event) => (event.status, &event.place),
        Content::Count(count) => (count.status, &count.place),
        Content::Utterance(_) | Content::Attribute(_) => return None,
    };
    place.as_deref().filter(|_| status.in_custody() && status != Status::Transferred)
}

fn clearly_first(named: &BTreeMap<String, usize>, least: usize) -> Option<String> {
    let (first, most) = named.iter().max_by_key(|(name, times)| (**times, std::cmp::Reverse(*name)))?;
    let second = named.iter().filter(|(name, _)| *name != first).map(|(_, times)| *times).max().unwrap_or_default();
    (*most >= least && 2 * *most >= 3 * second).then(|| first.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::statements;

    #[test]
    fn a_report_takes_place_where_its_people_are_held() {
        for (text, lines, expected) in [
            (
                "Cuba freed two. Cuba says nothing to us. They told us nothing; us alone.",
                "status | Ana Ruiz | held",
                Some("cuba"),
            ),
            ("A word on Cuba.", "status | Ana Ruiz | held", None),
            ("Cuba and Spain, Spain and Cuba", "status | Ana Ruiz | held", None),
            ("Spain welcomed five from Caracas, said Spain", "status | Ana Ruiz | released", None),
            ("Five Spaniards left El Helicoide in Caracas", "status | Ana Ruiz | released", Some("venezuela")),
            (
                "Colombians, Italians and Peruvians; Italy and Colombia protest",
                "status | Ana Ruiz | held | place=El Helicoide",
                Some("venezuela"),
            ),
            ("Belarus, Belarus", "status | Ana Ruiz | released | place=Lithuania", Some("belarus")),
        ] {
            let statements = statements(lines);
            assert_eq!(home(text, statements.iter()).as_deref(), expected, "{text}");
        }
    }
}
