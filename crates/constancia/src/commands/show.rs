//! `brief`, `person`, `tally`, `contradictions`: what the register says, from each side.

use anyhow::Result;
use constancia_model::PartialDate;
use constancia_register::Register;
use constancia_register::brief::{Brief, Contradiction, PersonLine, ReportLine};
use serde::Serialize;
use serde_json::json;

use crate::arguments::{Look, PageFormat};
use crate::catalogue::Catalogue;
use crate::failure::Failure;
use crate::output;
use crate::render::view::{self, Known, Page};
use crate::render::{html, markdown, text};

/// The brief.
pub fn brief(register: &Register, look: &Look, catalogue: &Catalogue) -> Result<()> {
    let brief = register.brief_on(look.as_of);
    let page = view::brief(&brief, look.format == PageFormat::Html, catalogue);
    write(&[page], &Shown { data: &brief, reports: &brief.reports, words: false }, look, catalogue)
}

/// The brief of today for a terminal.
pub fn in_short(register: &Register, catalogue: &Catalogue) -> Result<()> {
    brief(register, &Look { format: PageFormat::Text, out: None, as_of: None, rules: None }, catalogue)
}

/// Everything about the persons of that name, with the words that say it.
pub fn person(register: &Register, name: &str, look: &Look, catalogue: &Catalogue) -> Result<()> {
    let found = register.person_on(name, look.as_of);
    if found.is_empty() {
        return Err(Failure::plain("failure-no-person").into());
    }
    let differences = differences(register, &found, look);
    let (rules, as_of) = (register.rules(), look.as_of.map(PartialDate::from));
    let known = found.iter().zip(&differences);
    let known = known.map(|(person, contradictions)| Known { person, contradictions, rules, as_of });
    let pages: Vec<Page<'_>> = known.map(|known| view::person(&known, catalogue)).collect();
    let data = json!({ "as_of": as_of, "persons": found, "contradictions": differences.concat() });
    let reports = if look.format == PageFormat::Html { register.brief().reports } else { Vec::new() };
    write(&pages, &Shown { data: &data, reports: &reports, words: true }, look, catalogue)
}

/// What differs about each of these persons, on the day that is asked for.
fn differences(register: &Register, persons: &[PersonLine], look: &Look) -> Vec<Vec<Contradiction>> {
    if look.as_of.is_none() {
        return persons.iter().map(|person| register.contradictions_of(person)).collect();
    }
    let all = register.brief_on(look.as_of).contradictions;
    let of = |person: &PersonLine| {
        all.iter().filter(|one| one.person_id.as_ref() == Some(&person.id)).cloned().collect::<Vec<_>>()
    };
    persons.iter().map(of).collect()
}

/// Announced, counted, named.
pub fn tally(register: &Register, look: &Look, catalogue: &Catalogue) -> Result<()> {
    let brief = register.brief_on(look.as_of);
    let Brief { as_of, announcements, counts, tallies, .. } = &brief;
    let data = json!({ "as_of": as_of, "announcements": announcements, "counts": counts, "tallies": tallies });
    let page = view::tally(&brief, catalogue);
    write(&[page], &Shown { data: &data, reports: &brief.reports, words: false }, look, catalogue)
}

/// What cannot all be so, with the words of each side; `all` also what time explains.
pub fn contradictions(register: &Register, all: bool, look: &Look, catalogue: &Catalogue) -> Result<()> {
    let brief = register.brief_on(look.as_of);
    let shown: Vec<&Contradiction> =
        brief.contradictions.iter().filter(|one| all || one.is_open() || one.is_settled()).collect();
    let data = json!({ "as_of": brief.as_of, "contradictions": shown });
    let page = view::contradictions(&brief, all, catalogue);
    write(&[page], &Shown { data: &data, reports: &brief.reports, words: true }, look, catalogue)
}

/// What pages are written from.
struct Shown<'a, T> {
    /// The same as data.
    data: &'a T,
    /// The reports whose words are shown.
    reports: &'a [ReportLine],
    /// Whether a terminal shows the words behind each row as well.
    words: bool,
}

fn write<T: Serialize>(pages: &[Page<'_>], shown: &Shown<'_, T>, look: &Look, catalogue: &Catalogue) -> Result<()> {
    let joined = |page: &dyn Fn(&Page<'_>) -> String| pages.iter().map(page).collect::<Vec<_>>().join("\n");
    let text = match look.format {
        PageFormat::Text => joined(&|page| text::page(page, text::width(), shown.words, catalogue)),
        PageFormat::Markdown => joined(&|page| markdown::page(page, catalogue)),
        PageFormat::Html => html::document(pages, shown.reports, catalogue),
        PageFormat::Json => serde_json::to_string_pretty(shown.data)? + "\n",
    };
    output::write(text.as_bytes(), look.out.as_deref())
}
