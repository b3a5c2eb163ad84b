//! How sure we are of one fact, by a rule that anybody can recompute. Knows neither tables nor persons.
//!
//! Who settles what, and how many corroborate, stands in `data/rules.toml` and can be set by a group.
//!
//! How sure the *source sounds* (hedged, denied) is a property of a statement and stays apart, with one exception:
//! words that hold back confirm nothing.

use constancia_model::{Certainty, Status, Verdict};

use crate::rules::CertaintyRule;
use crate::told::{Told, is_of};
use crate::voices::Voices;

/// The certainty of one fact.
///
/// * `confirmed` by a reviewer, whoever says otherwise: somebody recorded, with a reason, that one of the statements in
///   `favour` stands.
/// * `disputed`: somebody in `against` is independent of somebody in `favour`. The caller leaves out of `against`
///   what time explains and what only doubts.
/// * `confirmed`: an informant of a class that settles the status says so and does not hold back. `status` is absent
///   for numbers, which nobody settles by saying them.
/// * `corroborated`: statements of different origins whose informants do not coincide, as many as the rule asks for;
///   five outlets that quote one ministry are one.
/// * `reported`: anything else.
///
/// Statements that a reviewer rejected count on neither side.
pub(crate) fn certainty(
    rule: &CertaintyRule,
    status: Option<Status>,
    favour: &[&Told],
    against: &[&Told],
) -> Certainty {
    if favour.iter().any(|told| told.ruled() == Some(Verdict::Stands)) {
        return Certainty::Confirmed;
    }
    let favour: Vec<&Told> = favour.iter().copied().filter(|told| !told.falls()).collect();
    let against: Vec<&Told> = against.iter().copied().filter(|told| !told.falls()).collect();
    let voices = Voices::of(favour.iter().copied());
    if voices.independent_of(&Voices::of(against.iter().copied())) {
        return Certainty::Disputed;
    }
    let settling = status.map_or(&[][..], |status| rule.settling(status));
    if favour.iter().any(|told| !told.statement.hedged && is_of(told, settling)) {
        return Certainty::Confirmed;
    }
    if voices.corroborate(rule.corroborated_by) { Certainty::Corroborated } else { Certainty::Reported }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::rules::Rules;
    use crate::testing::told;

    /// Statements are written `report/origin: words`, see [`told`].
    #[test]
    fn the_rule() {
        use Certainty::{Confirmed, Corroborated, Disputed, Reported};
        let rule = Rules::default().certainty;
        for (name, status, favour, against, expected) in [
            ("one report", "released", &["a/a: "][..], &[][..], Reported),
            ("a copy adds nothing", "released", &["a/a: ", "b/a: "], &[], Reported),
            ("two origins", "released", &["a/a: ", "b/b: "], &[], Corroborated),
            (
                "five outlets, one ministry",
                "released",
                &["a/a: Ministry (authority)", "b/b: the Ministry (authority)", "c/c: Ministry of Justice (authority)"],
                &[],
                Reported,
            ),
            (
                "a ministry and an embassy",
                "released",
                &["a/a: Ministry (authority)", "b/b: Embassy (authority)"],
                &[],
                Corroborated,
            ),
            (
                "two informants in one origin",
                "released",
                &["a/a: Ministry (authority)", "b/a: Embassy (authority)"],
                &[],
                Reported,
            ),
            ("an outlet and one that credits it", "held", &["a/a: ", "b/b: Paper-aa (outlet)"], &[], Reported),
            ("his wife", "released", &["a/a: his wife (relative)"], &[], Confirmed),
            ("his wife holds back", "released", &["a/a: his wife (relative) hedged"], &[], Reported),
            ("his wife on a charge", "charged", &["a/a: his wife (relative)"], &[], Reported),
            ("the court on a charge", "charged", &["a/a: the court (authority)"], &[], Confirmed),
            ("a ministry on a release", "released", &["a/a: Ministry (authority)"], &[], Reported),
            ("a rights group on a release", "released", &["a/a: Group (organisation)"], &[], Confirmed),
            ("a rights group on an arrest", "detained", &["a/a: Group (organisation)"], &[], Reported),
            ("nobody settles a plan", "announced", &["a/a: her lawyer (lawyer)"], &[], Reported),
            ("a denial elsewhere", "released", &["a/a: "], &["b/b: "], Disputed),
            (
                "a denial outweighs a settling class",
                "released",
                &["a/a: his wife (relative)"],
                &["b/b: Ministry (authority)"],
                Disputed,
            ),
            (
                "a denial quoted in the same report",
                "held",
                &["a/a: his wife (relative)"],
                &["a/a: Ministry (authority)"],
                Disputed,
            ),
            ("a report that takes back its own words", "held", &["a/a: "], &["a/a: "], Reported),
            ("a copy that denies what it copies", "held", &["a/a: "], &["b/a: "], Reported),
            ("a reviewer says that it stands", "released", &["a/a: stands"], &["b/b: "], Confirmed),
            ("a reviewer rejected who says otherwise", "released", &["a/a: "], &["b/b: falls"], Reported),
            ("a reviewer rejected one of two", "released", &["a/a: ", "b/b: falls"], &[], Reported),
            ("a reviewer left it open", "released", &["a/a: open"], &[], Reported),
        ] {
            let status = Status::ALL.into_iter().find(|known| known.name() == status);
            let favour: Vec<_> = favour.iter().map(|line| told(line)).collect();
            let against: Vec<_> = against.iter().map(|line| told(line)).collect();
            let found =
                certainty(&rule, status, &favour.iter().collect::<Vec<_>>(), &against.iter().collect::<Vec<_>>());
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn numbers_are_settled_by_nobody() {
        let group = told("a/a: Group (organisation)");
        assert_eq!(certainty(&Rules::default().certainty, None, &[&group], &[]), Certainty::Reported);
    }

    #[test]
    fn a_group_sets_its_own_rule() {
        let rule = CertaintyRule { corroborated_by: 3, confirmed_by: BTreeMap::new() };
        let told = ["a/a: ", "b/b: ", "c/c: ", "d/d: his wife (relative)"].map(told);
        let certainty = |told: &[&Told]| certainty(&rule, Some(Status::Released), told, &[]);
        assert_eq!(certainty(&[&told[0], &told[1]]), Certainty::Reported);
        assert_eq!(certainty(&[&told[0], &told[1], &told[2]]), Certainty::Corroborated);
        assert_eq!(certainty(&[&told[3]]), Certainty::Reported);
    }
}
