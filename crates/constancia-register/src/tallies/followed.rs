//! What followed an announcement: by names and by counts, after one day, a week and a month.

use constancia_model::{PartialDate, Stance};
use jiff::civil::Date;

use crate::brief::{Announcement, CountLine, Followed};
use crate::tallies::presence::Presence;

/// After how many days it is asked what followed.
pub(crate) const AFTER_DAYS: [u16; 3] = [1, 7, 30];

/// What followed. `promised` holds the persons promised, or those of the announced population and place; `counted` the
/// numbers of releases of that population and place, with their places in the brief; `last` is the last day on which
/// anything was published.
pub(crate) fn followed(
    announcement: &Announcement,
    promised: &[&Presence],
    counted: &[(usize, &CountLine)],
    last: Option<Date>,
) -> Vec<Followed> {
    let Some(day) = announcement.day.and_then(PartialDate::earliest) else { return Vec::new() };
    let after = |days: u16| {
        let until = day.saturating_add(jiff::Span::new().days(i64::from(days)));
        let within =
            |line: &CountLine| line.day.and_then(PartialDate::earliest).is_some_and(|on| day <= on && on <= until);
        let told = counted.iter().filter(|(_, line)| line.stance == Stance::Asserts && within(line));
        Followed {
            days,
            known: last.is_some_and(|last| last >= until),
            named: promised.iter().filter(|person| person.released_within(day, until)).count(),
            counted: told
                .max_by_key(|(place, line)| (line.high.unwrap_or(line.low), usize::MAX - place))
                .map(|(place, _)| *place),
        }
    };
    AFTER_DAYS.map(after).into()
}
