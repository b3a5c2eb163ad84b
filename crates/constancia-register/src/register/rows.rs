//! Rows of the register on demand: one person, one report, found by name or identity.

use constancia_model::{Content, ReportId};
use jiff::civil::Date;

use crate::brief::{Contradiction, PersonLine, ReportLine};
use crate::cases::Dossier;
use crate::cases::events::{Event, events};
use crate::cases::line::person_line;
use crate::contradictions::of_person::of_person;
use crate::register::{Held, Register};
use crate::roll::Enrolled;
use crate::tallies::presence::Presence;
use crate::told::ToldEvent;
use crate::words::names::{folded, fullest};

impl Register {
    /// The persons that a name or an identity means, as they stand today.
    pub fn person(&self, query: &str) -> Vec<PersonLine> {
        self.person_on(query, None)
    }

    /// The persons that a name or an identity (six digits at least) means, without case and accents: those called exactly
    /// so, else those in one of whose names all its words stand; as they stood on a day, or stand today. By name.
    pub fn person_on(&self, query: &str, as_of: Option<Date>) -> Vec<PersonLine> {
        let wanted = folded(query);
        let by_id = |person: &Enrolled| query.len() >= 6 && person.id.starts_with(query);
        let exact = self.rows(as_of, |person| by_id(person) || any_name(person, &|name| name == wanted));
        if !exact.is_empty() || wanted.is_empty() {
            return exact;
        }
        self.rows(as_of, |person| {
            any_name(person, &|name| wanted.split(' ').all(|word| name.split(' ').any(|other| other == word)))
        })
    }

    fn rows(&self, as_of: Option<Date>, wanted: impl Fn(&Enrolled) -> bool) -> Vec<PersonLine> {
        let found = self.roll.all().filter(|(_, person)| wanted(person));
        let mut rows: Vec<PersonLine> = found.filter_map(|(_, person)| self.row(person, as_of).0).collect();
        rows.sort_by_cached_key(|row| (folded(&row.name), row.id.clone()));
        rows
    }

    /// What differs about one person.
    pub fn contradictions_of(&self, person: &PersonLine) -> Vec<Contradiction> {
        let known = self.roll.all().find(|(_, known)| known.id == person.id);
        known.map(|(_, known)| known.found.clone()).unwrap_or_default()
    }

    /// One person's row on a day or today, and what differs about her.
    pub(super) fn row(&self, person: &Enrolled, as_of: Option<Date>) -> (Option<PersonLine>, Vec<Contradiction>) {
        let mut dossier = self.dossier(person);
        if let Some(day) = as_of {
            dossier.until(day);
        }
        let names: Vec<&str> = person.mentions.iter().map(|mention| mention.name.as_str()).collect();
        let Some(row) = person_line(&person.id, &names, &dossier, self.sight()) else { return (None, Vec::new()) };
        let found = match as_of {
            None => person.found.clone(),
            Some(_) => of_person(&person.id, &row.name, &events(&dossier.events, &self.places), &self.places),
        };
        (Some(row), found)
    }

    /// What is kept of a person beside what is told of her.
    pub(super) fn worked_out(&self, number: usize) -> (Presence, Vec<Contradiction>) {
        let Some(person) = self.roll.get(number) else { return Default::default() };
        let dossier = self.dossier(person);
        let all = events(&dossier.events, &self.places);
        let standing: Vec<ToldEvent<'_>> = dossier.events.iter().filter(|one| !one.told.falls()).copied().collect();
        let any_falls = standing.len() < dossier.events.len();
        let standing: Vec<Event<'_>> = if any_falls { events(&standing, &self.places) } else { Vec::new() };
        let counted = if any_falls { &standing } else { &all };
        let presence = Presence::of(&dossier, counted, |report| self.reports.get(report).map(Held::setting));
        let name = fullest(person.mentions.iter().map(|mention| mention.name.as_str()));
        (presence, of_person(&person.id, name, &all, &self.places))
    }

    fn dossier(&self, person: &Enrolled) -> Dossier<'_> {
        let mut dossier = Dossier::default();
        for mention in &person.mentions {
            for told in self.statements_of(&mention.report) {
                match &told.statement.content {
                    Content::Status(event) if event.person == mention.name => {
                        dossier.events.push(ToldEvent { told, event })
                    }
                    Content::Attribute(attribute) if attribute.person == mention.name => {
                        dossier.attributes.push((attribute, told));
                    }
                    _ => {}
                }
            }
        }
        dossier.events.sort_by(|one, other| one.told.cmp_published(other.told));
        dossier.attributes.sort_by(|(_, one), (_, other)| one.cmp_published(other));
        dossier
    }

    /// The reports that some words mean: the beginning of an identity (four digits at least), a name, or, when it is
    /// neither, a part of a name or headline. In order of publication.
    pub fn report(&self, query: &str) -> Vec<ReportLine> {
        let find = |fits: &dyn Fn(&Held) -> bool| -> Vec<ReportLine> {
            self.published().filter(|held| fits(held)).map(report_line).collect()
        };
        let begins = |id: &ReportId| query.len() >= 4 && id.as_str().starts_with(query);
        let exact = find(&|held| held.telling.name == query || begins(&held.telling.id));
        let wanted = folded(query);
        if !exact.is_empty() || wanted.is_empty() {
            return exact;
        }
        let title = |held: &Held| held.telling.title.as_deref().map(folded).unwrap_or_default();
        find(&|held| folded(&held.telling.name).contains(&wanted) || title(held).contains(&wanted))
    }
}

fn any_name(person: &Enrolled, fits: &dyn Fn(&str) -> bool) -> bool {
    person.mentions.iter().any(|mention| fits(&folded(&mention.name)))
}

pub(super) fn report_line(held: &Held) -> ReportLine {
    let telling = &held.telling;
    ReportLine {
        id: telling.id.clone(),
        name: telling.name.clone(),
        title: telling.title.clone(),
        outlet: telling.outlet.clone(),
        published: telling.published,
        language: telling.language.clone(),
        origin: telling.origin.clone(),
        copy_of: telling.copy_of.clone(),
        statements: held.told.len(),
        warnings: telling.warnings,
    }
}
