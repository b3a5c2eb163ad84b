//! How sure we are of one fact, by a rule that anybody can recompute. Knows neither tables nor persons.
//!
//! How sure the *source sounds* (hedged, denied) is a property of a statement and stays apart, with one exception:
//! words that hold back confirm nothing.

use constancia_model::{Certainty, InformantClass, Status};

use crate::told::{Told, Voices, is_of};

/// Which classes of informant settle which status when they say it without holding back.
///
/// | status | person | relative | lawyer | organisation | authority |
/// |---|---|---|---|---|---|
/// | detained, transferred, rearrested | yes | yes | yes | | |
/// | charged, convicted | yes | | yes | | yes: its own act |
/// | held, released | yes | yes | yes | yes: it verifies | |
/// | missing | | yes | yes | | |
/// | died | | yes | yes | | |
/// | announced | | | | | |
///
/// An authority does not settle a release: that is what the register is there to check. A plan is settled by nobody.
fn settling(status: Status) -> &'static [InformantClass] {
    use InformantClass::{Authority, Lawyer, Organisation, Person, Relative};
    match status {
        Status::Detained | Status::Transferred | Status::Rearrested => &[Person, Relative, Lawyer],
        Status::Charged | Status::Convicted => &[Person, Lawyer, Authority],
        Status::Held | Status::Released => &[Person, Relative, Lawyer, Organisation],
        Status::Missing | Status::Died => &[Relative, Lawyer],
        Status::Announced => &[],
    }
}

/// The certainty of one fact.
///
/// * `disputed`: somebody in `against` is independent of somebody in `favour`. The caller leaves out of `against`
///   what time explains and what only doubts.
/// * `confirmed`: an informant of a class that settles the status says so and does not hold back. `status` is absent
///   for numbers, which nobody settles by saying them.
/// * `corroborated`: two statements of different origins whose informants do not coincide; five outlets that quote
///   one ministry are one.
/// * `reported`: anything else.
pub(crate) fn certainty(status: Option<Status>, favour: &[&Told], against: &[&Told]) -> Certainty {
    let voices = Voices::of(favour.iter().copied());
    if voices.independent_of(&Voices::of(against.iter().copied())) {
        return Certainty::Disputed;
    }
    let settling = status.map_or(&[][..], settling);
    if favour.iter().any(|told| !told.statement.hedged && is_of(told, settling)) {
        return Certainty::Confirmed;
    }
    if voices.corroborate() { Certainty::Corroborated } else { Certainty::Reported }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::told;

    /// Statements are written `report/origin: words`, see [`told`].
    #[test]
    fn the_rule() {
        use Certainty::{Confirmed, Corroborated, Disputed, Reported};
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
        ] {
            let status = Status::ALL.into_iter().find(|known| known.name() == status);
            let favour: Vec<_> = favour.iter().map(|line| told(line)).collect();
            let against: Vec<_> = against.iter().map(|line| told(line)).collect();
            let found = certainty(status, &favour.iter().collect::<Vec<_>>(), &against.iter().collect::<Vec<_>>());
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn numbers_are_settled_by_nobody() {
        let group = told("a/a: Group (organisation)");
        assert_eq!(certainty(None, &[&group], &[]), Certainty::Reported);
    }
}
