//! Why two mentions may be one person, in the user's language: the codes of identity in words, and the card of two
//! persons side by side.

use constancia_register::card::{Card, Row, Verdict};

use crate::catalogue::Catalogue;
use crate::render::plain;

/// Odds beyond which the number says nothing more.
const LARGE: f64 = 1000.0;

/// The reason of a decision: of a rule its codes in words, of a person as she gave it.
pub fn reasons(reason: &str, author: &str, catalogue: &Catalogue) -> String {
    let by_rule = author.strip_prefix("rule ") == Some(reason);
    if by_rule { codes(reason, catalogue) } else { plain::line(reason) }
}

/// Codes with spaces between, in words; a code of another version by its name.
pub fn codes(codes: &str, catalogue: &Catalogue) -> String {
    codes.split_whitespace().map(|code| one(code, catalogue)).collect::<Vec<_>>().join("; ")
}

fn one(code: &str, catalogue: &Catalogue) -> String {
    let key = format!("identity-{}", code);
    let said = catalogue.say(&key);
    if said != key {
        return said;
    }
    let of_field = [("-agrees", "card-agrees"), ("-differs", "card-contradicts")];
    let found = of_field.into_iter().find_map(|(suffix, key)| Some((code.strip_suffix(suffix)?, key)));
    let Some((field, key)) = found else { return code.to_owned() };
    catalogue.fill(key, &[("field", field_name(field, catalogue).into())])
}

fn field_name(field: &str, catalogue: &Catalogue) -> String {
    catalogue.say(&format!("field-{}", field))
}

/// What agrees, what does not, what is not known, a line each; the odds last.
pub fn card(card: &Card, catalogue: &Catalogue) -> Vec<String> {
    let mut lines: Vec<String> = card.rows.iter().filter_map(|row| compared(row, catalogue)).collect();
    let unknown: Vec<String> =
        card.rows_that(Verdict::Unknown).map(|row| field_name(row.field.name(), catalogue)).collect();
    if !unknown.is_empty() {
        lines.push(catalogue.fill("card-unknown", &[("fields", unknown.join(", ").into())]));
    }
    lines.push(odds(card.bits, catalogue));
    lines
}

fn compared(row: &Row, catalogue: &Catalogue) -> Option<String> {
    let key = match row.verdict {
        Verdict::Agrees => "card-agrees",
        Verdict::Differs => "card-differs",
        Verdict::Contradicts => "card-contradicts",
        Verdict::Unknown => return None,
    };
    let said = |values: &[String]| values.iter().map(|value| plain::line(value)).collect::<Vec<_>>().join(", ");
    let heading = catalogue.fill(key, &[("field", field_name(row.field.name(), catalogue).into())]);
    let (one, other) = (said(&row.values.0), said(&row.values.1));
    Some(if one == other { format!("{heading}: {one}") } else { format!("{heading}: {one} | {other}") })
}

/// The odds that a number of bits stands for.
fn odds(bits: f64, catalogue: &Catalogue) -> String {
    let odds = bits.abs().exp2();
    let key = match (bits < 0.0, odds > LARGE) {
        (false, false) => "card-odds-for",
        (false, true) => "card-odds-far-for",
        (true, false) => "card-odds-against",
        (true, true) => "card-odds-far-against",
    };
    catalogue.fill(key, &[("odds", format!("{:.0}", odds.min(LARGE)).into())])
}
