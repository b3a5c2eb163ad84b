//! A register that stays open: it places each new report among those that are there and says what changed. Calls the
//! rooms of lineage and identity; knows neither how words are compared nor how names are.
//!
//! The rules of identity see the new persons and those whom their names or facts may mean, not the whole register, so
//! they join here at most whom they would join there.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use constancia_identity::{Candidate, Index, propose_with};
use constancia_lineage::stories::{Features, Gisted, Stories};
use constancia_lineage::{Archive, Placement};
use constancia_model::{Content, Decision, Gist, Judgement, PersonMention, ReaderKind, Report, ReportId, Statement};

use crate::register::{Arrival, Register};
use crate::settle::{Cluster, cluster, text_of};
use crate::stories::GistRead;
use crate::tables::{ReportRead, StatementRead};

/// With how many earlier mentions a new one is compared, the likeliest first; whoever is missed is met when the store
/// settles.
const NEIGHBOURS: usize = 12;

/// An open register.
#[derive(Debug)]
pub struct Live {
    register: Register,
    archive: Archive,
    index: Index,
    /// The mention of each number of the index.
    mentions: Vec<PersonMention>,
    /// What was decided against being one, by each of the two mentions.
    decided: BTreeMap<PersonMention, Vec<Judgement>>,
    /// Which reports belong to an origin.
    origins: BTreeMap<ReportId, BTreeSet<ReportId>>,
    stories: Stories,
}

/// What one report changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What the report copies and what copies it.
    pub placement: Placement,
    /// Whom the rules of identity join, for the ledger.
    pub judgements: Vec<Judgement>,
}

impl Live {
    /// Opens a register with what was decided so far.
    pub(crate) fn open(register: Register, decided: Vec<Judgement>, gists: &[GistRead]) -> Self {
        let mut live = Self {
            register,
            archive: Archive::new(),
            index: Index::new(),
            mentions: Vec::new(),
            decided: BTreeMap::new(),
            origins: BTreeMap::new(),
            stories: Stories::new(),
        };
        for read in gists {
            live.stories.place(&read.gisted());
        }
        for judgement in decided.into_iter().filter(|judgement| judgement.decision != Decision::SamePerson) {
            for mention in [&judgement.mentions.0, &judgement.mentions.1] {
                live.decided.entry(mention.clone()).or_default().push(judgement.clone());
            }
        }
        live.read_in();
        live
    }

    fn read_in(&mut self) {
        for telling in self.register.tellings() {
            self.archive.place(&telling.text(), |_| None);
            self.origins.entry(telling.origin.clone()).or_default().insert(telling.id.clone());
        }
        for mention in self.register.mentions() {
            self.index.insert(&self.register.candidate(&mention));
            self.mentions.push(mention);
        }
    }

    /// What the register says now.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// Takes in one report with what a reader found in it and what it is about. A report that is there already is not
    /// taken in twice.
    pub fn take_in(&mut self, report: &Report, statements: &[Statement], gist: &Gist, reader: &str) -> Change {
        let read = ReportRead::from(report.clone());
        let placement = {
            let register = &self.register;
            self.archive.place(&text_of(&read), |id| register.kept_text(id).map(Cow::Borrowed))
        };
        if self.register.holds(&report.id) {
            return Change { placement, judgements: Vec::new() };
        }
        let (candidates, mentions) = candidates(report, statements);
        let neighbours = self.neighbours(&candidates, &mentions);
        let (judgements, clusters) = self.judged(candidates, neighbours);
        let copy_of = placement.copies.first().map(|copy| copy.of.clone());
        let origin = placement.origin.clone();
        self.origins.entry(origin.clone()).or_default().insert(report.id.clone());
        let statements = read_statements(report, statements, reader);
        let story = self.story(report, gist).unwrap_or(origin.clone());
        let arrival = Arrival { report: read, statements, story, origin, copy_of };
        self.register.take(vec![arrival], &clusters);
        self.follow_origin(&placement);
        Change { placement, judgements }
    }

    /// The first report of the story of which a report is, where there is one.
    fn story(&mut self, report: &Report, gist: &Gist) -> Option<ReportId> {
        if *gist == Gist::default() {
            return None;
        }
        let placed = self.stories.place(&Gisted { id: &report.id, gist, published: report.published });
        let (nearest, comparison) = placed.nearest?;
        let Features { persons, places, institutions, dates, events, numbers } = comparison.shared;
        let shared = [persons, places, institutions, dates, events, numbers].concat();
        Some(self.register.join_story(&report.id, &nearest, shared))
    }

    /// Moves whatever had its origin in a report that turns out to copy the new one.
    fn follow_origin(&mut self, placement: &Placement) {
        let mut moved = Vec::new();
        for copy in &placement.copied_by {
            let Some(reports) = self.origins.remove(&copy.copy) else { continue };
            for report in reports {
                let copy_of = if report == copy.copy { Some(copy.of.clone()) } else { self.register.original(&report) };
                moved.push((report.clone(), placement.origin.clone(), copy_of));
                self.origins.entry(placement.origin.clone()).or_default().insert(report);
            }
        }
        self.register.move_to_origin(moved);
    }

    /// The persons whom the new ones may be, with all their mentions.
    fn neighbours(&mut self, candidates: &[Candidate], mentions: &[PersonMention]) -> Vec<Cluster> {
        let mut met: BTreeSet<usize> = BTreeSet::new();
        for candidate in candidates {
            met.extend(self.index.insert(candidate).into_iter().take(NEIGHBOURS));
        }
        self.mentions.extend(mentions.iter().cloned());
        let known = met.into_iter().filter_map(|number| self.mentions.get(number));
        self.register.clusters_of(known)
    }

    /// What the rules of identity are certain of, and the groups of mentions that follow.
    fn judged(&self, candidates: Vec<Candidate>, neighbours: Vec<Cluster>) -> (Vec<Judgement>, Vec<Cluster>) {
        let mut decided: Vec<Judgement> = Vec::new();
        let mut compared: Vec<Candidate> = Vec::new();
        for mention in neighbours.iter().flat_map(|cluster| &cluster.mentions) {
            compared.push(self.register.candidate(mention));
            decided.extend(self.decided.get(mention).into_iter().flatten().cloned());
        }
        for cluster in &neighbours {
            let joined = cluster.mentions.windows(2).map(|pair| (pair[0].clone(), pair[1].clone()));
            decided.extend(joined.map(|(one, other)| Judgement::new(one, other, Decision::SamePerson, "known")));
        }
        let new: Vec<PersonMention> = candidates.iter().map(|candidate| candidate.mention.clone()).collect();
        compared.extend(candidates);
        let proposals = propose_with(&compared, &decided, &self.register.rules().identity.settings());
        let certain = proposals.into_iter().filter(|proposal| proposal.certain).map(|proposal| proposal.judgement);
        let judgements: Vec<Judgement> = certain.filter(|judgement| concerns(judgement, &new)).collect();
        let clusters = joined(new, neighbours, &judgements);
        (judgements, clusters)
    }
}

fn concerns(judgement: &Judgement, new: &[PersonMention]) -> bool {
    new.contains(&judgement.mentions.0) || new.contains(&judgement.mentions.1)
}

/// The groups that judgements make of the new mentions and the persons that they may be; those that stay as they are left out.
fn joined(new: Vec<PersonMention>, known: Vec<Cluster>, judgements: &[Judgement]) -> Vec<Cluster> {
    let mut groups: Vec<Vec<PersonMention>> = new.into_iter().map(|mention| vec![mention]).collect();
    let fresh = groups.len();
    groups.extend(known.into_iter().map(|cluster| cluster.mentions));
    let mut changed: BTreeSet<usize> = (0..fresh).collect();
    for judgement in judgements {
        let place = |mention: &PersonMention| groups.iter().position(|group| group.contains(mention));
        let Some((one, other)) = place(&judgement.mentions.0).zip(place(&judgement.mentions.1)) else { continue };
        if one != other {
            let (keep, merge) = (one.min(other), one.max(other));
            let moved = std::mem::take(&mut groups[merge]);
            groups[keep].extend(moved);
            changed.insert(keep);
        }
    }
    let changed = groups.into_iter().enumerate().filter(|(place, group)| changed.contains(place) && !group.is_empty());
    changed
        .map(|(_, mut mentions)| {
            mentions.sort_unstable();
            cluster(mentions.iter().collect())
        })
        .collect()
}

/// Everybody named in a report, with what it says of each, in the order of the mentions.
fn candidates(report: &Report, statements: &[Statement]) -> (Vec<Candidate>, Vec<PersonMention>) {
    let mut found: BTreeMap<PersonMention, Candidate> = BTreeMap::new();
    for statement in statements {
        let Some(name) = statement.person() else { continue };
        let mention = PersonMention { report: report.id.clone(), name: name.to_owned() };
        let new = || empty(mention.clone(), report.published);
        add(found.entry(mention.clone()).or_insert_with(new), &statement.content);
    }
    let mentions = found.keys().cloned().collect();
    (found.into_values().collect(), mentions)
}

/// A person of whom nothing is said yet.
pub(crate) fn empty(mention: PersonMention, published: Option<constancia_model::PartialDate>) -> Candidate {
    Candidate { mention, published, attributes: Vec::new(), events: Vec::new() }
}

/// Adds what a statement says of a person.
pub(crate) fn add(candidate: &mut Candidate, content: &Content) {
    match content {
        Content::Attribute(attribute) => candidate.attributes.push(attribute.clone()),
        Content::Status(event) => candidate.events.push(event.clone()),
        Content::Count(_) | Content::Utterance(_) => {}
    }
}

fn read_statements(report: &Report, statements: &[Statement], reader: &str) -> Vec<StatementRead> {
    let read = |(place, statement): (usize, &Statement)| StatementRead {
        report: report.id.clone(),
        kind: ReaderKind::Rules,
        number: place + 1,
        statement: statement.clone(),
        readers: vec![reader.to_owned()],
    };
    statements.iter().enumerate().map(read).collect()
}
