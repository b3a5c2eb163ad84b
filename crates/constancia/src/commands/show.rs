//! `brief`, `person`, `tally`, `contradictions`: what the register says, from each side.

use std::path::Path;

use anyhow::Result;
use constancia_register::Register;

use crate::arguments::BriefFormat;
use crate::catalogue::Catalogue;
use crate::failure::Failure;
use crate::output;
use crate::render::view::{self, Page};
use crate::render::{html, markdown, text};

/// The brief, in the format asked for.
pub fn brief(register: &Register, format: BriefFormat, out: Option<&Path>, catalogue: &Catalogue) -> Result<()> {
    let brief = &register.brief();
    let page = || view::brief(brief, catalogue);
    let text = match format {
        BriefFormat::Text => text::page(&page(), text::width(), false, catalogue),
        BriefFormat::Markdown => markdown::page(&page(), catalogue),
        BriefFormat::Html => html::page(&page(), brief, catalogue),
        BriefFormat::Json => serde_json::to_string_pretty(brief)? + "\n",
    };
    output::write(text.as_bytes(), out)
}

/// Everything about the persons of that name, with the words that say it.
pub fn person(register: &Register, name: &str, catalogue: &Catalogue) -> Result<()> {
    let found = register.person(name);
    if found.is_empty() {
        return Err(Failure::plain("failure-no-person").into());
    }
    let pages = found.iter().map(|person| with_words(&view::person(person, catalogue), catalogue));
    output::write(pages.collect::<Vec<_>>().join("\n").as_bytes(), None)
}

/// Announced, counted, named.
pub fn tally(register: &Register, catalogue: &Catalogue) -> Result<()> {
    let text = text::page(&view::tally(&register.brief(), catalogue), text::width(), false, catalogue);
    output::write(text.as_bytes(), None)
}

/// What cannot all be so, with the words of each side.
pub fn contradictions(register: &Register, catalogue: &Catalogue) -> Result<()> {
    let text = with_words(&view::contradictions(&register.brief(), catalogue), catalogue);
    output::write(text.as_bytes(), None)
}

fn with_words(page: &Page, catalogue: &Catalogue) -> String {
    text::page(page, text::width(), true, catalogue)
}
