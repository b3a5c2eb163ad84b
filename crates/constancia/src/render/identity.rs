//! Why two mentions may be one person, in the user's language: the codes of identity, each in words.

use crate::catalogue::Catalogue;
use crate::render::plain;

/// The reason of a decision: of a rule its codes in words, of a person as she gave it.
pub fn reasons(reason: &str, author: &str, catalogue: &Catalogue) -> String {
    if author == format!("rule {reason}") { codes(reason, catalogue) } else { plain::line(reason) }
}

/// Codes with spaces between, in words; a code of another version by its name.
pub fn codes(codes: &str, catalogue: &Catalogue) -> String {
    codes.split_whitespace().map(|code| one(code, catalogue)).collect::<Vec<_>>().join("; ")
}

fn one(code: &str, catalogue: &Catalogue) -> String {
    let key = format!("identity-{}", code);
    let said = catalogue.say(&key);
    if said == key { code.to_owned() } else { said }
}
