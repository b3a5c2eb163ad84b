//! The register: what follows from the ledger today, loaded whole for reading. Ties the rules of this room together
//! and holds none itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use constancia_lineage::Lineage;
use constancia_model::{Attribute, Content, PersonMention, ReaderKind, ReportId};
use rusqlite::Connection;

use crate::brief::{Brief, Contradiction, PersonLine, ReportLine, Source};
use crate::error::StoreError;
use crate::events::{Event, events};
use crate::names::folded;
use crate::places::Places;
use crate::sentence::sentence_around;
use crate::settle::Cluster;
use crate::stories::Stories;
use crate::tables::{self, ReportRead, StatementRead};
use crate::told::{Told, ToldEvent, significant, voice_of};
use crate::{announcements, contradictions, counts, held, persons, tallies};

/// What the register says today.
#[derive(Debug, Clone, Default)]
pub struct Register {
    brief: Brief,
    statements: Vec<Told>,
    texts: BTreeMap<ReportId, String>,
}

impl Register {
    pub(crate) fn load(connection: &Connection, lineage: Lineage, persons: &[Cluster]) -> Result<Self, StoreError> {
        let reports = tables::reports(connection)?;
        let mut statements = Vec::new();
        tables::statements(connection, |read| statements.push(read))?;
        Ok(Self::build(reports, statements, &lineage, persons))
    }

    /// Puts the register together from rows alone.
    pub(crate) fn build(
        reports: Vec<ReportRead>,
        statements: Vec<StatementRead>,
        lineage: &Lineage,
        persons: &[Cluster],
    ) -> Self {
        let lines = report_lines(&reports, &statements, lineage);
        let told = tell(&reports, &lines, statements);
        let texts = reports.into_iter().map(|report| (report.id, report.kept)).collect();
        let brief = brief(lines, &told, persons);
        Self { brief, statements: told, texts }
    }

    /// What was announced, counted, named, and what contradicts what.
    pub fn brief(&self) -> &Brief {
        &self.brief
    }

    /// Every statement, in order of publication of the reports and of the text within one.
    pub fn statements(&self) -> &[Told] {
        &self.statements
    }

    /// The kept text of a report.
    pub fn kept_text(&self, id: &ReportId) -> Option<&str> {
        self.texts.get(id).map(String::as_str)
    }

    /// The persons that a name means, without case and accents: those called exactly so, else those in one of whose
    /// names all its words stand. In the order of the brief.
    pub fn person(&self, query: &str) -> Vec<&PersonLine> {
        let wanted = folded(query);
        let named = |person: &PersonLine, fits: &dyn Fn(&str) -> bool| {
            std::iter::once(&person.name).chain(&person.other_names).any(|name| fits(&folded(name)))
        };
        let find = |fits: &dyn Fn(&str) -> bool| -> Vec<&PersonLine> {
            self.brief.persons.iter().filter(|person| person.id == query || named(person, fits)).collect()
        };
        let exact = find(&|name| name == wanted);
        if !exact.is_empty() || wanted.is_empty() {
            return exact;
        }
        find(&|name| wanted.split(' ').all(|word| name.split(' ').any(|other| other == word)))
    }

    /// The reports that some words mean: the beginning of an identity (four digits at least), a name, or, when it is
    /// neither, a part of a name or headline. In the order of the brief.
    pub fn report(&self, query: &str) -> Vec<&ReportLine> {
        let find = |fits: &dyn Fn(&ReportLine) -> bool| -> Vec<&ReportLine> {
            self.brief.reports.iter().filter(|report| fits(report)).collect()
        };
        let exact = find(&|report| report.name == query || query.len() >= 4 && report.id.as_str().starts_with(query));
        let wanted = folded(query);
        if !exact.is_empty() || wanted.is_empty() {
            return exact;
        }
        let title = |report: &ReportLine| report.title.as_deref().map(folded).unwrap_or_default();
        find(&|report| folded(&report.name).contains(&wanted) || title(report).contains(&wanted))
    }
}

/// The reports in order of publication, undated ones last, then by name and identity.
fn report_lines(reports: &[ReportRead], statements: &[StatementRead], lineage: &Lineage) -> Vec<ReportLine> {
    let mut numbers: BTreeMap<&ReportId, usize> = BTreeMap::new();
    for read in statements {
        *numbers.entry(&read.report).or_default() += 1;
    }
    // The first original of a copy comes first, and what is put in last stays.
    let copies: BTreeMap<_, _> = lineage.copies.iter().rev().map(|copy| (&copy.copy, &copy.of)).collect();
    let mut lines: Vec<ReportLine> = reports
        .iter()
        .map(|report| ReportLine {
            id: report.id.clone(),
            name: report.name.clone(),
            title: report.title.clone(),
            outlet: report.outlet.clone(),
            published: report.published,
            language: report.language.clone(),
            origin: origin_of(&report.id, lineage),
            copy_of: copies.get(&report.id).map(|of| (*of).clone()),
            statements: numbers.get(&report.id).copied().unwrap_or_default(),
            warnings: report.warnings,
        })
        .collect();
    lines.sort_by(|one, other| {
        let key = |line: &ReportLine| (line.published.is_none(), line.published);
        key(one).cmp(&key(other)).then_with(|| (&one.name, &one.id).cmp(&(&other.name, &other.id)))
    });
    lines
}

fn origin_of(report: &ReportId, lineage: &Lineage) -> ReportId {
    lineage.origins.get(report).unwrap_or(report).clone()
}

/// Statements with their sources, in order of publication.
fn tell(reports: &[ReportRead], lines: &[ReportLine], statements: Vec<StatementRead>) -> Vec<Told> {
    let ranks: BTreeMap<&ReportId, usize> = lines.iter().enumerate().map(|(rank, line)| (&line.id, rank)).collect();
    let reports: BTreeMap<&ReportId, &ReportRead> = reports.iter().map(|report| (&report.id, report)).collect();
    let mut voices: BTreeMap<String, Arc<str>> = BTreeMap::new();
    let mut told: Vec<Told> = Vec::with_capacity(statements.len());
    for read in statements {
        // A reading without its report cannot be shown with its words; verification names it.
        let Some((report, rank)) = reports.get(&read.report).zip(ranks.get(&read.report).copied()) else { continue };
        let source = source(report, &read, lines[rank].origin.clone());
        let voice = voice_of(source.informant.as_deref(), source.outlet.as_deref(), &source.origin);
        let voice = Arc::clone(voices.entry(voice).or_insert_with_key(|voice| Arc::from(voice.as_str())));
        let number = (read.kind, read.number);
        told.push(Told { statement: read.statement, source: Arc::new(source), rank, number, voice });
    }
    told.sort_by(Told::cmp_published);
    told
}

fn source(report: &ReportRead, read: &StatementRead, origin: ReportId) -> Source {
    let statement = &read.statement;
    let mark = if read.kind == ReaderKind::Model { "m" } else { "" };
    let (sentence, words) = sentence_around(&report.kept, statement.evidence.span());
    Source {
        statement: format!("{}-{}{}", report.id.short(), mark, read.number),
        report: report.id.clone(),
        report_name: report.name.clone(),
        outlet: report.outlet.clone(),
        published: report.published,
        origin,
        informant: statement.informant.clone(),
        informant_class: statement.informant_class,
        stance: statement.stance,
        hedged: statement.hedged,
        readers: read.readers.clone(),
        sentence,
        words,
    }
}

/// What is told of one person.
#[derive(Default)]
struct Dossier<'a> {
    events: Vec<ToldEvent<'a>>,
    attributes: Vec<(&'a Attribute, &'a Told)>,
}

fn brief(reports: Vec<ReportLine>, told: &[Told], clusters: &[Cluster]) -> Brief {
    let places = Places::learned(told.iter().map(|told| &told.statement));
    let persons_of = Persons::of(clusters);
    let (persons, mut found) = people(told, clusters, &persons_of, &places);
    let named = places_named(told);
    let stories = Stories::of(told, |told| persons_of.place(told));
    let lines = counts::lines(told, &places, &stories);
    let (counts, about_counts) = counts::finish(&lines, &places);
    found.extend(about_counts);
    let announcements = announcements::announcements(told, |told| persons_of.name(told));
    let origins = reports.iter().map(|report| &report.origin).collect::<BTreeSet<_>>().len();
    let tallies = tallies::tallies(&counts, &announcements, &persons, &named, &stories);
    let still_held = held::still_held(&persons);
    Brief { reports, origins, announcements, counts, persons, still_held, contradictions: found, tallies }
}

/// Which person a mention is.
struct Persons<'a> {
    places: BTreeMap<&'a ReportId, BTreeMap<&'a str, usize>>,
    names: Vec<String>,
}

impl<'a> Persons<'a> {
    fn of(clusters: &'a [Cluster]) -> Self {
        let mut places: BTreeMap<&ReportId, BTreeMap<&str, usize>> = BTreeMap::new();
        for (place, cluster) in clusters.iter().enumerate() {
            for PersonMention { report, name } in &cluster.mentions {
                places.entry(report).or_default().insert(name, place);
            }
        }
        let fullest = |cluster: &Cluster| {
            crate::names::fullest(cluster.mentions.iter().map(|mention| mention.name.as_str())).to_owned()
        };
        Self { places, names: clusters.iter().map(fullest).collect() }
    }

    fn place(&self, told: &Told) -> Option<usize> {
        self.places.get(&told.source.report)?.get(told.statement.person()?).copied()
    }

    fn name(&self, told: &Told) -> Option<String> {
        let own = || told.statement.person().map(str::to_owned);
        self.place(told).map(|place| self.names[place].clone()).or_else(own)
    }
}

fn people(
    told: &[Told],
    clusters: &[Cluster],
    persons_of: &Persons<'_>,
    places: &Places,
) -> (Vec<PersonLine>, Vec<Contradiction>) {
    let mut dossiers: Vec<Dossier<'_>> = clusters.iter().map(|_| Dossier::default()).collect();
    for told in told {
        let Some(place) = persons_of.place(told) else { continue };
        match &told.statement.content {
            Content::Status(event) => dossiers[place].events.push(ToldEvent { told, event }),
            Content::Attribute(attribute) => dossiers[place].attributes.push((attribute, told)),
            Content::Count(_) | Content::Utterance(_) => {}
        }
    }
    let mut found: Vec<(PersonLine, Vec<Contradiction>)> = Vec::new();
    for (cluster, dossier) in clusters.iter().zip(dossiers) {
        let events: Vec<Event<'_>> = events(&dossier.events, places);
        if let Some(line) = persons::person_line(cluster, &events, &dossier.attributes, places) {
            let contradictions = contradictions::of_person(&line.name, &events, places);
            found.push((line, contradictions));
        }
    }
    found.sort_by_cached_key(|(line, _)| (folded(&line.name), line.id.clone()));
    let (persons, contradictions): (Vec<_>, Vec<_>) = found.into_iter().unzip();
    (persons, contradictions.into_iter().flatten().collect())
}

fn places_named(told: &[Told]) -> BTreeMap<&ReportId, BTreeSet<String>> {
    let mut named: BTreeMap<&ReportId, BTreeSet<String>> = BTreeMap::new();
    for told in told {
        let place = match &told.statement.content {
            Content::Status(event) => &event.place,
            Content::Count(count) => &count.place,
            Content::Utterance(_) | Content::Attribute(_) => continue,
        };
        named.entry(&told.source.report).or_default().extend(place.as_deref().map(significant));
    }
    named
}
