//! One sitting of reading: batches of bounded size are read in parallel and committed in the order of their paths.
//!
//! What is said and what is kept therefore does not depend on the number of threads.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use anyhow::Result;
use constancia_model::{Diagnostic, DiagnosticKind, ReportId};
use constancia_reading::Reader;
use constancia_register::{Store, Taken, TakenIn};
use constancia_text::{Capture, Stated};
use jiff::civil::Date;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::catalogue::Catalogue;
use crate::intake::fetch::{Fetched, LARGEST, fetch};
use crate::intake::find::Source;
use crate::intake::interruption;
use crate::intake::problem::{Problem, Trouble, of_report};
use crate::intake::progress::Progress;
use crate::pipeline::{self, Read};
use crate::render::plain;

/// So many sources and so many bytes are held at once, whatever the size of the archive.
const BATCH: (usize, u64) = (64, 64 * 1024 * 1024);

/// Who takes reports and readings in, as the ledger keeps it.
pub const AUTHOR: &str = "constancia";

/// What came of a sitting.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// Reports that are new in the register.
    pub new: usize,
    /// Statements found in them.
    pub statements: usize,
    /// Reports whose bytes were there already.
    pub known: usize,
    /// Things that were wrong, each of which was said.
    pub troubles: usize,
    /// Those among them that kept a report out.
    pub refused: usize,
    /// Whether the user stopped it.
    pub interrupted: bool,
}

/// A sitting under way.
pub struct Sitting<'a> {
    /// Where reports go.
    pub store: &'a mut Store,
    /// Who reads.
    pub reader: &'a Reader,
    /// What the user said about every report of the sitting.
    pub stated: &'a Stated,
    /// The time of the sitting, for the ledger.
    pub time: &'a str,
    /// The language to speak.
    pub catalogue: &'a Catalogue,
    /// Shows how far it has come.
    pub progress: Progress<'a>,
    /// What came of it so far.
    pub outcome: Outcome,
    /// The reports that are in the store, in the order of their paths.
    pub reports: Vec<ReportId>,
}

/// A source with what was found in it; nothing was looked for where its bytes are known.
type Tried = Result<(Fetched, Option<Read>), Trouble>;

impl Sitting<'_> {
    /// Reads `sources` with `threads` threads.
    pub fn read(&mut self, sources: &[Source], threads: usize) -> Result<()> {
        let pool = ThreadPoolBuilder::new().num_threads(threads).stack_size(16 << 20).build()?;
        for batch in batches(sources) {
            for tried in self.try_batch(batch, &pool)? {
                // What was not looked into because the user stopped it must not count as known.
                if interruption::wanted() {
                    self.outcome.interrupted = true;
                    return Ok(());
                }
                self.keep(tried)?;
            }
        }
        Ok(())
    }

    fn try_batch(&self, batch: &[Source], pool: &ThreadPool) -> Result<Vec<Tried>> {
        let fetched: Vec<Result<Fetched, Trouble>> = pool.install(|| batch.par_iter().map(fetch_one).collect());
        let mut sorted = Vec::with_capacity(fetched.len());
        for one in fetched {
            let known = one.as_ref().map_or(Ok(false), |fetched| self.store.has_report(&fetched.id))?;
            sorted.push((known, one));
        }
        // The time is RFC 3339, so the day stands at its beginning.
        let today = self.time.get(..10).and_then(|day| day.parse().ok());
        let try_one = |(known, one)| try_one(known, one?, self.stated, self.reader, today);
        Ok(pool.install(|| sorted.into_par_iter().map(try_one).collect()))
    }

    fn keep(&mut self, tried: Tried) -> Result<()> {
        match tried {
            Err(trouble) => self.trouble(&trouble),
            Ok((fetched, None)) => self.known(fetched.id),
            Ok((fetched, Some(read))) => self.take_in(&fetched, &read)?,
        }
        Ok(())
    }

    fn take_in(&mut self, fetched: &Fetched, read: &Read) -> Result<()> {
        let taken_in = TakenIn {
            report: &read.report,
            raw: &fetched.bytes,
            statements: &read.statements,
            gist: &read.gist,
            reader: self.reader.name(),
        };
        match self.store.take_in(&taken_in, AUTHOR, self.time) {
            Ok(Taken::New) => self.new_report(fetched, read),
            Ok(Taken::AlreadyKnown) => self.known(fetched.id.clone()),
            Err(error) if error.is_refused() => self.trouble(&Trouble::with(&fetched.path, Problem::Refused)),
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    fn new_report(&mut self, fetched: &Fetched, read: &Read) {
        self.reports.push(fetched.id.clone());
        self.outcome.new += 1;
        self.outcome.statements += read.statements.len();
        self.progress.read(&fetched.name, read.statements.len());
        for diagnostic in &read.report.diagnostics {
            if let Some(note) = note(&fetched.path, diagnostic, self.catalogue) {
                self.progress.say(&note);
            }
        }
        let sidecar = fetched.sidecar.as_ref().map(|(path, _)| path.as_path());
        for trouble in of_report(&fetched.path, sidecar, &read.report) {
            self.outcome.troubles += 1;
            self.progress.say(&trouble.message(self.catalogue));
        }
    }

    fn known(&mut self, id: ReportId) {
        self.reports.push(id);
        self.outcome.known += 1;
        self.progress.passed();
    }

    fn trouble(&mut self, trouble: &Trouble) {
        self.outcome.troubles += 1;
        self.outcome.refused += 1;
        self.progress.passed();
        self.progress.say(&trouble.message(self.catalogue));
    }
}

fn fetch_one(source: &Source) -> Result<Fetched, Trouble> {
    fetch(source).map_err(|problem| match source {
        Source::File(path) => Trouble::with(path, problem),
        Source::StandardInput => Trouble::with(Path::new("-"), problem),
    })
}

fn try_one(known: bool, fetched: Fetched, stated: &Stated, reader: &Reader, today: Option<Date>) -> Tried {
    if known || interruption::wanted() {
        return Ok((fetched, None));
    }
    let capture = Capture {
        name: &fetched.name,
        bytes: &fetched.bytes,
        method: fetched.method,
        sidecar: fetched.sidecar.as_ref().map(|(_, bytes)| bytes.as_slice()),
        stated: stated.clone(),
    };
    // A fault of ours in one report must not take the rest of the archive with it.
    let read = catch_unwind(AssertUnwindSafe(|| pipeline::read(&capture, reader, today))).map_err(|_| Problem::Crashed);
    match read.and_then(|read| read.map_err(Problem::from)) {
        Ok(read) => Ok((fetched, Some(read))),
        Err(problem) => Err(Trouble::with(&fetched.path, problem)),
    }
}

/// Cuts `sources` into batches of at most so many sources and, unless a single one is larger, so many bytes.
fn batches(mut sources: &[Source]) -> impl Iterator<Item = &[Source]> {
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let fits = |source: &&Source| {
            bytes += size(source);
            bytes <= BATCH.1
        };
        let length = sources.iter().take(BATCH.0).take_while(fits).count().max(1).min(sources.len());
        let (batch, rest) = sources.split_at(length);
        sources = rest;
        (!batch.is_empty()).then_some(batch)
    })
}

fn size(source: &Source) -> u64 {
    match source {
        Source::File(path) => path.metadata().map_or(0, |metadata| metadata.len()),
        Source::StandardInput => LARGEST,
    }
}

/// What is said about a report that was read, without anything being wrong with it.
fn note(path: &Path, diagnostic: &Diagnostic, catalogue: &Catalogue) -> Option<String> {
    let file = plain::line(&path.display().to_string());
    let (key, detail) = match &diagnostic.kind {
        DiagnosticKind::Decoded { encoding, damaged: true, .. } => ("note-decoded-damaged", encoding.as_str()),
        DiagnosticKind::Decoded { encoding, declared: true, .. } => ("note-decoded-declared", encoding.as_str()),
        DiagnosticKind::Decoded { encoding, .. } => ("note-decoded-guessed", encoding.as_str()),
        DiagnosticKind::MachineWritten => ("note-machine-written", ""),
        DiagnosticKind::InstructsReader => ("note-instructs-reader", ""),
        DiagnosticKind::NoArticle => ("note-no-article", ""),
        DiagnosticKind::ImpossibleDate { date } => ("note-impossible-date", date.as_str()),
        _ => return None,
    };
    Some(catalogue.fill(key, &[("file", file.into()), ("detail", detail.into())]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_hold_every_source_once_and_in_order() {
        let sources: Vec<_> = (0..150).map(|number| Source::File(format!("no-such-file-{number:03}").into())).collect();
        let cut: Vec<_> = batches(&sources).collect();
        assert_eq!(cut.iter().map(|batch| batch.len()).collect::<Vec<_>>(), [64, 64, 22]);
        assert_eq!(cut.concat(), sources);
    }
}
