//! One sitting of the model: the reports of a run that it has not read are asked about and kept in the order of their
//! paths, so that the ledger does not depend on which answer comes first.

use std::collections::{BTreeSet, VecDeque};

use anyhow::Result;
use constancia_model::{Diagnostic, DiagnosticKind, Gist, ReaderKind, Report, ReportId, model_reader};
use constancia_reading::proposed;
use constancia_register::readers::{Standing, standings};
use constancia_register::{Reading, Store};

use crate::catalogue::Catalogue;
use crate::intake::interruption;
use crate::intake::progress::Progress;
use crate::intake::sitting::AUTHOR;
use crate::model_reader::answer;
use crate::model_reader::asking::Asker;
use crate::model_reader::cache::Cache;
use crate::model_reader::choice::{Key, ModelChoice};
use crate::model_reader::question::{Question, VERSION};
use crate::model_reader::transport::Transport;
use crate::model_reader::unanswered::Unanswered;
use crate::model_reader::workers::{Answered, Workers};
use crate::render::plain;

/// So many reports in a row that nobody answers for mean that the endpoint is down.
const FAILURES: usize = 3;

/// What came of a sitting.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// Reports that the model read.
    pub read: usize,
    /// Statements taken from it.
    pub statements: usize,
    /// Those that the rules read too.
    pub same: usize,
    /// Those about an event of which the rules read something else.
    pub differing: usize,
    /// Proposals that the reports do not bear out.
    pub refused: usize,
    /// Reports without an answer.
    pub failed: usize,
    /// Whether the user stopped it.
    pub interrupted: bool,
}

/// A report that waits for its answer, or for the answers of those before it.
struct Waiting {
    report: Report,
    identity: String,
    cut: bool,
    answered: Option<Answered>,
}

/// A sitting under way.
pub struct Sitting<'a> {
    store: &'a mut Store,
    cache: Cache,
    choice: &'a ModelChoice,
    reader: String,
    time: &'a str,
    catalogue: &'a Catalogue,
    progress: Progress<'a>,
    outcome: Outcome,
    /// Number of the first that waits; numbers run on from it.
    first: usize,
    waiting: VecDeque<Waiting>,
    failures: usize,
}

impl<'a> Sitting<'a> {
    /// A sitting with the chosen model; `cache` belongs to `store`. Opens no connection.
    pub fn with(
        choice: &'a ModelChoice,
        (store, cache): (&'a mut Store, Cache),
        time: &'a str,
        catalogue: &'a Catalogue,
    ) -> Self {
        Self {
            store,
            cache,
            choice,
            reader: model_reader(&choice.model, VERSION),
            time,
            catalogue,
            progress: Progress::over(0, catalogue),
            outcome: Outcome::default(),
            first: 0,
            waiting: VecDeque::new(),
            failures: 0,
        }
    }

    /// Has the model read those of `reports` that it has not read.
    pub fn read(mut self, reports: &[ReportId], key: Option<Key>) -> Result<Outcome> {
        let reports = self.unread(reports)?;
        self.progress = Progress::over(reports.len(), self.catalogue);
        let asker = Asker::new(Transport::to(self.choice, key), &self.choice.model);
        let workers = Workers::start(asker, self.choice.concurrency);
        let ended = self.ask_all(&reports, &workers);
        self.progress.end();
        self.outcome.interrupted = interruption::wanted();
        ended.map(|()| self.outcome)
    }

    /// Each report once, in their order, without those that this model has read.
    fn unread(&self, reports: &[ReportId]) -> Result<Vec<ReportId>> {
        let mut unread: Vec<ReportId> = Vec::new();
        let mut seen = BTreeSet::new();
        for id in reports.iter().filter(|id| seen.insert(*id)) {
            let known = self.store.reader(id, ReaderKind::Model)?;
            if known.as_ref() != Some(&self.reader) {
                unread.push(id.clone());
            }
        }
        Ok(unread)
    }

    fn ask_all(&mut self, reports: &[ReportId], workers: &Workers) -> Result<()> {
        for id in reports {
            while self.waiting.len() >= 2 * self.choice.concurrency {
                if !self.receive(workers)? {
                    return Ok(());
                }
            }
            self.put_in_line(id, workers)?;
        }
        while !self.waiting.is_empty() && self.receive(workers)? {}
        Ok(())
    }

    fn put_in_line(&mut self, id: &ReportId, workers: &Workers) -> Result<()> {
        let Some(report) = self.store.report(id)?.filter(|report| report.language.is_read()) else {
            self.progress.passed();
            return Ok(());
        };
        let question = Question::about(&report);
        let (identity, cut) = (question.identity(&self.choice.model), question.cut);
        let answered = self.cache.get(&identity).map(Ok);
        if answered.is_none() {
            workers.ask(self.first + self.waiting.len(), question);
        }
        self.waiting.push_back(Waiting { report, identity, cut, answered });
        self.keep_answered(workers)
    }

    /// Waits for the next answer and keeps what is ready. `false` when the user wants to stop.
    fn receive(&mut self, workers: &Workers) -> Result<bool> {
        let Some((number, answered)) = workers.next() else { return Ok(false) };
        if let Some(waiting) = self.waiting.get_mut(number - self.first) {
            if let Ok(answer) = &answered {
                self.cache.put(&waiting.identity, answer)?;
            }
            waiting.answered = Some(answered);
        }
        self.keep_answered(workers)?;
        Ok(true)
    }

    /// Keeps the answers for those in front, up to the first that still waits.
    fn keep_answered(&mut self, workers: &Workers) -> Result<()> {
        while self.waiting.front().is_some_and(|first| first.answered.is_some()) {
            let Some(Waiting { report, cut, answered, .. }) = self.waiting.pop_front() else { break };
            self.first += 1;
            match answered {
                Some(Ok(answer)) => self.keep(&report, cut, &answer)?,
                Some(Err(reason)) => self.fail(&report, reason, workers),
                None => {}
            }
        }
        Ok(())
    }

    fn keep(&mut self, report: &Report, cut: bool, answer: &str) -> Result<()> {
        let rules = self.store.reading(&report.id, ReaderKind::Rules)?.map(|reading| reading.statements);
        let rules = rules.unwrap_or_default();
        let mut taken = proposed::take(report, &answer::proposals(answer).unwrap_or_default(), &rules);
        if cut {
            let bytes = report.kept.text.len();
            taken.diagnostics.push(Diagnostic::warning(DiagnosticKind::TextTooLong { bytes }));
        }
        let reading = Reading {
            gist: Gist::default(),
            report: report.id.clone(),
            reader: self.reader.clone(),
            statements: taken.statements,
            diagnostics: taken.diagnostics,
        };
        self.store.add_reading(&reading, AUTHOR, self.time)?;
        self.failures = 0;
        self.count(&reading, &standings(&rules, &reading.statements));
        self.progress.read(&report.name, reading.statements.len());
        Ok(())
    }

    fn count(&mut self, reading: &Reading, standings: &[Standing]) {
        let number = |is: fn(&Standing) -> bool| standings.iter().filter(|standing| is(standing)).count();
        let refused = |diagnostic: &Diagnostic| match &diagnostic.kind {
            DiagnosticKind::ProposalsRefused { reason, count } if reason != proposed::DETAIL => *count,
            _ => 0,
        };
        let outcome = &mut self.outcome;
        outcome.read += 1;
        outcome.statements += reading.statements.len();
        outcome.same += number(|standing| matches!(standing, Standing::Same { .. }));
        outcome.differing += number(|standing| matches!(standing, Standing::Differs { .. }));
        outcome.refused += reading.diagnostics.iter().map(refused).sum::<usize>();
    }

    fn fail(&mut self, report: &Report, reason: Unanswered, workers: &Workers) {
        self.outcome.failed += 1;
        self.failures += 1;
        if reason.concerns_all() && (!reason.may_pass() || self.failures >= FAILURES) {
            workers.give_up();
        }
        self.progress.passed();
        self.progress.say(&self.message(report, reason));
    }

    /// The one line that says it: report, reason, remedy.
    fn message(&self, report: &Report, reason: Unanswered) -> String {
        let status = reason.status().map(|status| status.to_string()).unwrap_or_default();
        let values = [
            ("endpoint", self.choice.endpoint.as_str().into()),
            ("model", self.choice.model.as_str().into()),
            ("status", status.into()),
            ("seconds", self.choice.timeout.as_secs().into()),
        ];
        let say = |family: String| self.catalogue.fill(&family, &values);
        let place = format!("{} {}", report.id.short(), plain::line(&report.name));
        let name = reason.name();
        let parts = [
            ("place", place.into()),
            ("reason", say(format!("unanswered-{}", name)).into()),
            ("remedy", say(format!("unanswered-remedy-{}", name)).into()),
        ];
        self.catalogue.fill("trouble", &parts)
    }
}
