//! What differs: what cannot all be so, what a reviewer settled, what time explains. A table of sides each.

use constancia_register::brief::{Contradiction, RulingLine, Side};

use crate::catalogue::Catalogue;
use crate::render::view::cells::{bare, group, in_parts, part, shown, support};
use crate::render::view::{Part, Row, Section};
use crate::render::{plain, words};

const SIDES: [&str; 6] =
    ["column-side", "column-said", "column-decided", "column-informants", "column-reports", "column-origins"];

/// What still asks for an answer.
pub fn open<'a>(all: &'a [Contradiction], catalogue: &Catalogue) -> Section<'a> {
    chosen("contradictions", all.iter().filter(|one| one.is_open()), catalogue)
}

/// What a reviewer settled, with who did, when and why.
pub fn settled<'a>(all: &'a [Contradiction], catalogue: &Catalogue) -> Section<'a> {
    chosen("settled", all.iter().filter(|one| !one.is_open() && one.is_settled()), catalogue)
}

/// What time explains, with the explanation.
pub fn explained<'a>(all: &'a [Contradiction], catalogue: &Catalogue) -> Section<'a> {
    chosen("explained", all.iter().filter(|one| !one.is_open() && !one.is_settled()), catalogue)
}

fn chosen<'a>(
    anchor: &'static str,
    chosen: impl Iterator<Item = &'a Contradiction>,
    catalogue: &Catalogue,
) -> Section<'a> {
    in_parts(anchor, chosen.map(|one| sides(one, catalogue)).collect(), catalogue)
}

fn sides<'a>(one: &'a Contradiction, catalogue: &Catalogue) -> Part<'a> {
    let rows = one.sides.iter().zip(1..).map(|(side, number)| side_row(one, side, number, catalogue)).collect();
    let mut part = part(Some(heading(one, catalogue)), &SIDES, rows, catalogue);
    part.notes.extend(one.explained.map(|why| words::explanation(why, catalogue)));
    part.notes.extend(one.rulings.iter().map(|ruling| ruled(ruling, catalogue)));
    part
}

/// Whom it concerns, what about, and its identity.
fn heading(one: &Contradiction, catalogue: &Catalogue) -> String {
    let whom = one.person.as_deref().or(one.population.as_deref());
    let whom = whom.map_or_else(|| catalogue.say("everybody"), plain::line);
    let about = words::about(one.about, catalogue);
    let values = [
        ("whom", whom.into()),
        ("status", words::status(one.status, catalogue).into()),
        ("about", about.into()),
        ("id", one.id.as_str().into()),
    ];
    let heading = catalogue.fill("contradiction-heading", &values);
    match &one.place {
        Some(place) => format!("{heading} · {}", plain::line(place)),
        None => heading,
    }
}

fn ruled(ruling: &RulingLine, catalogue: &Catalogue) -> String {
    let values = [
        ("decision", words::verdict(ruling.decision, catalogue).into()),
        ("who", plain::line(&ruling.author).into()),
        ("time", ruling.time.as_str().into()),
        ("reason", plain::line(&ruling.reason).into()),
        ("entry", ruling.entry.to_string().into()),
    ];
    catalogue.fill("ruled-by", &values)
}

fn side_row<'a>(one: &'a Contradiction, side: &'a Side, number: usize, catalogue: &Catalogue) -> Row<'a> {
    let value = words::side(one.about, &side.value, catalogue);
    let [informants, reports, origins] = support(&side.sources, catalogue);
    let decided = side.ruled.map_or_else(|| words::NOTHING_SAID.to_owned(), |ruled| words::verdict(ruled, catalogue));
    Row {
        cells: vec![bare(number), shown(value.clone(), &side.sources), bare(decided), informants, reports, origins],
        groups: vec![group(value, &side.sources)],
    }
}
