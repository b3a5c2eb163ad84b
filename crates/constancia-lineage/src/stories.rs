//! Stories: reports about the same event, across outlets, days and languages.
//!
//! Two reports are compared by what their gists share, each feature weighed by its rarity in the archive. Reports that
//! are alike enough are joined; a group in which two camps are each marked by names, places, numbers or dates of their
//! own is parted again: two earthquakes, two arrests. This room does not know what a feature means, or how it was found.

mod archive;
mod camps;
mod explanation;
mod joining;
mod similarity;
mod terms;

use std::collections::BTreeMap;

use constancia_model::{Gist, PartialDate, ReportId};

use self::archive::Archive;
pub use self::explanation::{Comparison, Features};

/// How alike reports of one story are, and how much two camps of one topic have to differ: one setting for all archives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// Reports and groups less alike than this on average are not joined.
    pub alike: f64,
    /// A group is parted where the marks of each of two camps weigh this much beside all that both share.
    pub parted: f64,
}

impl Default for Settings {
    /// Chosen on public news, half of its topics at a time: docs/STORIES.md.
    fn default() -> Self {
        Self { alike: 0.15, parted: 0.4 }
    }
}

/// A report as it is grouped.
#[derive(Debug, Clone, Copy)]
pub struct Gisted<'a> {
    /// The report.
    pub id: &'a ReportId,
    /// What it is about.
    pub gist: &'a Gist,
    /// When it was published, where that is known.
    pub published: Option<PartialDate>,
}

/// A story among those of one [`Stories`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StoryId(pub usize);

/// Where a report was placed.
#[derive(Debug, Clone, PartialEq)]
pub struct Placement {
    /// Its story, which may be a new one.
    pub story: StoryId,
    /// The report of that story that it is closest to, and why; none where it opens the story.
    pub nearest: Option<(ReportId, Comparison)>,
}

/// Stories as reports come in.
///
/// What [`place`](Self::place) gives depends on what came before; [`settled`](Self::settled) groups all that was placed
/// as if it had come in order.
#[derive(Debug, Default)]
pub struct Stories {
    settings: Settings,
    archive: Archive,
    places: BTreeMap<ReportId, usize>,
    /// By report, in the order of arrival.
    story_of: Vec<StoryId>,
    /// By story.
    members: Vec<Vec<usize>>,
}

impl Stories {
    /// No stories.
    pub fn new() -> Self {
        Self::default()
    }

    /// Places a report. One that was placed before stays where it is, whatever is said of it now.
    ///
    /// The work does not grow with the archive.
    pub fn place(&mut self, report: &Gisted) -> Placement {
        let known = self.places.get(report.id).copied();
        let at = known.unwrap_or_else(|| self.add(report));
        let story = self.story_of[at];
        Placement { story, nearest: self.nearest_of(at, story) }
    }

    /// The story of a report that was placed.
    pub fn story_of(&self, report: &ReportId) -> Option<StoryId> {
        self.places.get(report).map(|&at| self.story_of[at])
    }

    /// What two placed reports share and what only one of them has.
    pub fn compare(&self, one: &ReportId, other: &ReportId) -> Option<Comparison> {
        let (one, other) = (*self.places.get(one)?, *self.places.get(other)?);
        Some(explanation::compare(&self.archive, one, other))
    }

    /// All that was placed, grouped anew: the same whatever order it came in. Stories and the reports of each by identity.
    pub fn settled(&self) -> Vec<Vec<ReportId>> {
        settled(&self.archive.in_canonical_order(), &self.settings)
    }

    fn add(&mut self, report: &Gisted) -> usize {
        let at = self.archive.add(report);
        self.places.insert(report.id.clone(), at);
        let story = joining::story_for(&self.archive, at, &self.story_of, &self.members, self.settings.alike);
        let story = story.unwrap_or(StoryId(self.members.len()));
        if story.0 == self.members.len() {
            self.members.push(Vec::new());
        }
        self.story_of.push(story);
        self.members[story.0].push(at);
        self.part(story);
        at
    }

    /// Parts a story that has come to hold two; the camp of its first report keeps its number.
    fn part(&mut self, story: StoryId) {
        let Some([kept, left]) = camps::camps(&self.archive, &self.members[story.0], self.settings.parted) else {
            return;
        };
        let opened = StoryId(self.members.len());
        left.iter().for_each(|&at| self.story_of[at] = opened);
        self.members[story.0] = kept;
        self.members.push(left);
    }

    fn nearest_of(&self, at: usize, story: StoryId) -> Option<(ReportId, Comparison)> {
        let near = self.archive.near(at).into_iter().find(|(other, _)| self.story_of[*other] == story)?;
        Some((self.archive.id(near.0).clone(), explanation::compare(&self.archive, at, near.0)))
    }
}

/// Groups reports into stories, whatever the order they are given in. A report given twice under one identity counts once.
///
/// Every report is in one story, often in one by itself. Work and memory are near linear in the number of reports.
pub fn stories(reports: &[Gisted]) -> Vec<Vec<ReportId>> {
    stories_with(reports, &Settings::default())
}

/// The same with a setting of one's own.
pub fn stories_with(reports: &[Gisted], settings: &Settings) -> Vec<Vec<ReportId>> {
    let mut archive = Archive::default();
    for report in unique(reports) {
        archive.add(report);
    }
    settled(&archive.in_canonical_order(), settings)
}

/// Each identity once; of two gists under one identity always the same.
fn unique<'a>(reports: &'a [Gisted<'a>]) -> Vec<&'a Gisted<'a>> {
    let mut unique: Vec<&Gisted> = reports.iter().collect();
    unique.sort_by_cached_key(|report| (report.id, report.published.map(|date| date.to_string()), report.gist));
    unique.dedup_by_key(|report| report.id);
    unique
}

fn settled(archive: &Archive, settings: &Settings) -> Vec<Vec<ReportId>> {
    let groups = joining::joined(archive, settings.alike);
    let groups = groups.into_iter().flat_map(|group| camps::all_camps(archive, group, settings.parted));
    let named = groups.map(|group| {
        let mut named: Vec<ReportId> = group.into_iter().map(|at| archive.id(at).clone()).collect();
        named.sort();
        named
    });
    let mut named: Vec<Vec<ReportId>> = named.collect();
    named.sort();
    named
}

#[cfg(test)]
mod tests;
