//! Which facts of a person's timeline belong to one stay in custody. Reads facts alone; knows no statement.

use constancia_model::{PartialDate, Stance, Status};

use crate::brief::{Case, Fact};
use crate::cases::cells;
use crate::cases::events::{Event, ONE_EVENT_DAYS, days_apart};

/// Of a fact just what orders it among others.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moment {
    pub status: Status,
    pub stance: Stance,
    pub date: Option<PartialDate>,
}

impl Moment {
    pub fn of_fact(fact: &Fact) -> Self {
        Self { status: fact.status, stance: fact.stance, date: fact.date.as_ref().map(|cell| cell.value) }
    }

    pub fn of_event(event: &Event<'_>) -> Self {
        Self { status: event.status, stance: event.stance, date: cells::date_value(&event.told) }
    }
}

/// The places of moments in the order of a timeline: dated ones by date; an undated one before the first dated one that
/// comes later in a case.
pub(crate) fn in_order(moments: &[Moment]) -> Vec<usize> {
    let dated_or_not = |dated: bool| (0..moments.len()).filter(move |place| moments[*place].date.is_some() == dated);
    let mut order: Vec<usize> = dated_or_not(true).collect();
    order.sort_by(|one, other| {
        let (one, other) = (&moments[*one], &moments[*other]);
        let days = (one.date.and_then(PartialDate::earliest), other.date.and_then(PartialDate::earliest));
        days.0.cmp(&days.1).then_with(|| (one.status, one.stance).cmp(&(other.status, other.stance)))
    });
    for place in dated_or_not(false) {
        let later = order.iter().position(|known| moments[*known].status > moments[place].status);
        order.insert(later.unwrap_or(order.len()), place);
    }
    order
}

/// The stays that moments in the order of a timeline fall into, earliest first. A new one begins where somebody is
/// taken, or is in custody on a later day, after she was out; and with an arrest that lies too far from the last one to
/// be another date for it.
pub(crate) fn stays(timeline: &[Moment]) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for (place, moment) in timeline.iter().enumerate() {
        let goes_on = cases.last().is_some_and(|case| !begins_anew(case, timeline, *moment));
        if !goes_on {
            cases.push(Case { facts: Vec::new(), began: None, ended: None, open: true });
        }
        if let Some(case) = cases.last_mut() {
            add(case, place, *moment);
        }
    }
    cases
}

fn add(case: &mut Case, place: usize, moment: Moment) {
    case.facts.push(place);
    if moment.stance != Stance::Asserts {
        return;
    }
    if takes(moment.status) {
        case.began = case.began.or(moment.date);
    }
    if ends(moment.status) {
        case.open = false;
        case.ended = case.ended.or(moment.date);
    }
}

fn begins_anew(case: &Case, timeline: &[Moment], moment: Moment) -> bool {
    let asserted = |place: &usize| timeline[*place].stance == Stance::Asserts;
    if moment.stance != Stance::Asserts || !case.facts.iter().any(asserted) {
        return false;
    }
    let after = |known: Option<PartialDate>| {
        moment.date.zip(known).is_some_and(|(date, known)| date.earliest() > known.latest())
    };
    let far_from = |known: PartialDate| moment.date.is_some_and(|date| days_apart(known, date) > ONE_EVENT_DAYS);
    match moment.status {
        Status::Rearrested => true,
        Status::Detained if case.open => case.began.is_some_and(far_from),
        Status::Detained | Status::Held => !case.open && after(case.ended),
        _ => false,
    }
}

fn takes(status: Status) -> bool {
    matches!(status, Status::Detained | Status::Rearrested)
}

/// Whether it ends a stay in custody.
pub(crate) fn ends(status: Status) -> bool {
    matches!(status, Status::Released | Status::Died)
}

#[cfg(test)]
mod tests {
    use crate::testing::register;

    /// The stays of the one person of some lines: the statuses of each, its ends, whether it goes on.
    fn stays_of(lines: &str) -> Vec<String> {
        let brief = register(lines).brief();
        let person = &brief.persons[0];
        let shown = |case: &crate::brief::Case| {
            let facts: Vec<_> = case.facts.iter().map(|place| person.timeline[*place].status.name()).collect();
            let date =
                |date: Option<constancia_model::PartialDate>| date.map_or("?".to_owned(), |date| date.to_string());
            let end = if case.open { "open".to_owned() } else { date(case.ended) };
            format!("{} → {end}: {}", date(case.began), facts.join(" "))
        };
        person.cases.iter().map(shown).collect()
    }

    #[test]
    fn a_stay_ends_where_she_is_out_and_begins_where_she_is_taken() {
        for (name, lines, expected) in [
            (
                "one stay",
                "report a | published=2026-01-09
                 status | Ana Ruiz | detained | date=2024-02-09
                 status | Ana Ruiz | charged | date=2024-02-12
                 status | Ana Ruiz | held | place=La Loma
                 status | Ana Ruiz | released | date=2026-01-08",
                &["2024-02-09 → 2026-01-08: detained charged held released"][..],
            ),
            (
                "taken again",
                "report a | published=2026-02-09
                 status | Ana Ruiz | detained | date=2024-02-09
                 status | Ana Ruiz | released | date=2026-01-08
                 status | Ana Ruiz | rearrested | date=2026-02-07",
                &["2024-02-09 → 2026-01-08: detained released", "2026-02-07 → open: rearrested"],
            ),
            (
                "an earlier arrest of which nobody says how it ended",
                "report a | published=2026-01-09
                 status | Ana Ruiz | detained | date=2019-05
                 status | Ana Ruiz | detained | date=2024-02-09",
                &["2019-05 → open: detained", "2024-02-09 → open: detained"],
            ),
            (
                "a denied release ends nothing",
                "report a | published=2026-01-09
                 status | Ana Ruiz | detained | date=2024-02-09
                 status | Ana Ruiz | released | denies",
                &["2024-02-09 → open: detained released"],
            ),
            (
                "a plan ends nothing, a death does",
                "report a | published=2026-01-09
                 status | Ana Ruiz | announced | date=2026-01-10
                 report b | published=2026-01-12
                 status | Ana Ruiz | died | date=2026-01-11",
                &["? → 2026-01-11: announced died"],
            ),
        ] {
            assert_eq!(stays_of(lines), expected, "{name}");
        }
    }
}
