//! How far reading has come: a bar on a terminal, plain lines elsewhere, always on standard error.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};

use crate::catalogue::Catalogue;
use crate::render::plain;

/// Up to so many sources each gets a line; of more, every hundredth does.
const EACH: usize = 200;

/// Shows how far reading has come.
pub struct Progress<'a> {
    bar: Option<ProgressBar>,
    total: usize,
    done: usize,
    catalogue: &'a Catalogue,
}

impl<'a> Progress<'a> {
    /// Progress through `total` sources.
    pub fn over(total: usize, catalogue: &'a Catalogue) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::new(total as u64);
            let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {eta} {wide_msg}");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar
        });
        Self { bar, total, done: 0, catalogue }
    }

    /// One more source is done: `name` with so many statements. Called after it is safe in the store.
    pub fn read(&mut self, name: &str, statements: usize) {
        self.done += 1;
        let name = plain::line(name);
        if let Some(bar) = &self.bar {
            bar.set_message(name);
            bar.inc(1);
        } else if self.total <= EACH || self.done.is_multiple_of(100) || self.done == self.total {
            let values = [
                ("done", self.done.to_string().into()),
                ("total", self.total.to_string().into()),
                ("name", name.into()),
                ("statements", statements.into()),
            ];
            eprintln!("{}", self.catalogue.fill("progress-read", &values));
        }
    }

    /// One more source is done and there is nothing to show for it.
    pub fn passed(&mut self) {
        self.done += 1;
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
    }

    /// Says something above the bar.
    pub fn say(&self, message: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| eprintln!("{message}")),
            None => eprintln!("{message}"),
        }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
