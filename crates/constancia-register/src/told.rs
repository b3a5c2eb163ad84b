//! A statement in the register: with the report that tells it and with whose voice. Knows no rule of certainty.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use constancia_lineage::Text;
use constancia_model::{
    InformantClass, Language, PartialDate, ReaderKind, ReportId, Stance, Statement, StatusEvent, Verdict,
};
use jiff::civil::Date;

use crate::brief::{RulingLine, Source};
use crate::words::sentence::sentence_around;

/// What all statements of one report share.
#[derive(Debug, Clone)]
pub(crate) struct Telling {
    pub id: ReportId,
    pub name: String,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub byline: Option<String>,
    pub published: Option<PartialDate>,
    pub language: Language,
    pub kept: String,
    pub warnings: usize,
    /// The origin that the report belongs to.
    pub origin: ReportId,
    /// The report that it retells.
    pub copy_of: Option<ReportId>,
}

impl Telling {
    /// The report as lineage compares it.
    pub fn text(&self) -> Text<'_> {
        Text {
            id: &self.id,
            text: &self.kept,
            published: self.published,
            credit: self.byline.as_deref(),
            outlet: self.outlet.as_deref(),
        }
    }

    /// Order of publication: undated reports last, then by name and identity.
    pub fn cmp_published(&self, other: &Self) -> Ordering {
        let key = |telling: &Self| (telling.published.is_none(), telling.published);
        key(self).cmp(&key(other)).then_with(|| (&self.name, &self.id).cmp(&(&other.name, &other.id)))
    }

    /// When it was published, as a day: the first that the date can mean.
    pub fn day(&self) -> Option<Date> {
        self.published.and_then(PartialDate::earliest)
    }
}

/// A statement with the report that tells it.
#[derive(Debug, Clone)]
pub struct Told {
    /// What is said.
    pub statement: Statement,
    pub(crate) telling: Arc<Telling>,
    /// Who found it, and its number in that reading, from 1.
    pub(crate) number: (ReaderKind, usize),
    /// Name and version of everybody who found it.
    pub(crate) readers: Arc<[String]>,
    /// Whose voice it is, folded: the informant, else the outlet, else the origin.
    pub(crate) voice: Arc<str>,
    /// What a reviewer decided about it.
    pub(crate) ruling: Option<Arc<RulingLine>>,
    /// As a cell shows it; made when a cell first does.
    pub(crate) shown: OnceLock<Arc<Source>>,
}

/// A status event with the statement that tells it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ToldEvent<'a> {
    pub told: &'a Told,
    pub event: &'a StatusEvent,
}

impl Told {
    /// Identity of the statement: the first digits of its report, a hyphen, its number in the reading, after an `m`
    /// where only a model found it.
    pub fn id(&self) -> String {
        let mark = if self.number.0 == ReaderKind::Model { "m" } else { "" };
        format!("{}-{mark}{}", self.telling.id.short(), self.number.1)
    }

    /// The report that tells it.
    pub fn report(&self) -> &ReportId {
        &self.telling.id
    }

    /// That report's name as taken in.
    pub fn report_name(&self) -> &str {
        &self.telling.name
    }

    /// Name and version of everybody who found it, the rules first.
    pub fn readers(&self) -> &[String] {
        &self.readers
    }

    /// The statement as a cell of the register shows it, with the sentence around its words.
    pub fn source(&self) -> &Arc<Source> {
        self.shown.get_or_init(|| Arc::new(self.to_source()))
    }

    fn to_source(&self) -> Source {
        let (statement, telling) = (&self.statement, &self.telling);
        let (sentence, words) = sentence_around(&telling.kept, statement.evidence.span());
        Source {
            statement: self.id(),
            report: telling.id.clone(),
            report_name: telling.name.clone(),
            outlet: telling.outlet.clone(),
            published: telling.published,
            origin: telling.origin.clone(),
            informant: statement.informant.clone(),
            informant_class: statement.informant_class,
            stance: statement.stance,
            hedged: statement.hedged,
            readers: self.readers.to_vec(),
            sentence,
            words,
        }
    }

    pub(crate) fn origin(&self) -> &ReportId {
        &self.telling.origin
    }

    /// When its report was published, as a day: the first that the date can mean.
    pub(crate) fn published_day(&self) -> Option<Date> {
        self.telling.day()
    }

    /// Order of publication: of the reports as the brief lists them, then of the text.
    pub(crate) fn cmp_published(&self, other: &Self) -> Ordering {
        self.telling.cmp_published(&other.telling).then_with(|| self.number.cmp(&other.number))
    }

    pub(crate) fn stance(&self) -> Stance {
        self.statement.stance
    }

    /// What a reviewer decided about it, where one did and left it not open.
    pub(crate) fn ruled(&self) -> Option<Verdict> {
        self.ruling.as_ref().map(|ruling| ruling.decision).filter(|decision| *decision != Verdict::Open)
    }

    /// Whether a reviewer rejected it: it is shown and counts for nothing.
    pub(crate) fn falls(&self) -> bool {
        self.ruled() == Some(Verdict::Falls)
    }
}

/// In how many reports and from how many origins some statements are.
pub(crate) fn reports_and_origins<'a>(told: impl IntoIterator<Item = &'a Told>) -> (usize, usize) {
    let (mut reports, mut origins) = (BTreeSet::new(), BTreeSet::new());
    for told in told {
        reports.insert(told.report());
        origins.insert(told.origin());
    }
    (reports.len(), origins.len())
}

/// The sources of some statements, in their order.
pub(crate) fn sources<'a>(told: impl IntoIterator<Item = &'a Told>) -> Vec<Arc<Source>> {
    told.into_iter().map(|told| Arc::clone(told.source())).collect()
}

/// The rulings on some statements, each once, by their entries.
pub(crate) fn rulings<'a>(told: impl IntoIterator<Item = &'a Told>) -> Vec<RulingLine> {
    let mut found: Vec<RulingLine> = told.into_iter().filter_map(|told| told.ruling.as_deref().cloned()).collect();
    found.sort_by_key(|ruling| ruling.entry);
    found.dedup();
    found
}

/// Whether a statement comes from an informant of that class.
pub(crate) fn is_of(told: &Told, classes: &[InformantClass]) -> bool {
    told.statement.informant_class.is_some_and(|class| classes.contains(&class))
}
