//! From assessed pairs to proposals: what is certain joins at once and so speaks for or against what follows; the rest
//! becomes questions with their cards.

use std::collections::HashMap;

use constancia_model::{Decision, Judgement};

use super::assessment::{Assessed, Assessor};
use super::contest::Contest;
use super::gathering::Gathered;
use super::groups::Groups;
use crate::candidate::{Proposal, Settings};
use crate::card::{Card, Field, Row, Verdict};
use crate::evidence::shared;
use crate::reason::Reason;

/// Rounds of joining at most; each looks again at who was contested before.
const ROUNDS: usize = 4;

/// Pairs in, proposals out.
pub(super) struct Judging<'a> {
    gathered: &'a Gathered<'a>,
    groups: Groups<'a>,
    assessor: Assessor<'a>,
    settings: Settings,
    /// Open questions raised so far about each person.
    raised: HashMap<usize, usize>,
}

impl<'a> Judging<'a> {
    pub fn new(gathered: &'a Gathered<'a>, groups: Groups<'a>, assessor: Assessor<'a>, settings: Settings) -> Self {
        Self { gathered, groups, assessor, settings, raised: HashMap::new() }
    }

    /// Every proposal. The surest are joined first; who was contested is looked at again once others were joined, because
    /// two rivals may turn out to be one person.
    pub fn all(mut self, assessed: Vec<Assessed>) -> Vec<Proposal> {
        let contest = Contest::of(&assessed, self.settings.margin);
        let (mut sure, mut open): (Vec<Assessed>, Vec<Assessed>) =
            assessed.into_iter().partition(|found| found.is_sure(&self.settings));
        let mut proposals: Vec<Proposal> = Vec::new();
        for _ in 0..ROUNDS {
            let before = proposals.len();
            sure = self.round(sure, &contest, &mut proposals);
            if proposals.len() == before {
                break;
            }
        }
        open.append(&mut sure);
        open.sort_by(|a, b| b.bits.total_cmp(&a.bits).then(a.roots.cmp(&b.roots)));
        open.iter().for_each(|found| proposals.extend(self.question(found, &contest)));
        proposals
    }

    /// Joins what is certain now. Gives back what is not.
    fn round(&mut self, sure: Vec<Assessed>, contest: &Contest, proposals: &mut Vec<Proposal>) -> Vec<Assessed> {
        let is_contested: Vec<bool> =
            sure.iter().map(|found| contest.is_contested(found, &mut self.assessor, &self.groups)).collect();
        let mut left = Vec::new();
        for (found, is_contested) in sure.into_iter().zip(is_contested) {
            match if is_contested { Outcome::Doubtful } else { self.join(&found) } {
                Outcome::Joined(proposal) => proposals.push(*proposal),
                Outcome::Idle => {}
                Outcome::Doubtful => left.push(found),
            }
        }
        left
    }

    /// Joins two persons unless what was joined meanwhile speaks against it.
    fn join(&mut self, found: &Assessed) -> Outcome {
        if self.is_idle(found) {
            return Outcome::Idle;
        }
        let (one, other) = (self.groups.root(found.roots.0), self.groups.root(found.roots.1));
        if self.groups.share_a_report(one, other)
            || self.assessor.contradict(one, other)
            || self.assessor.names_exclude(one, other)
        {
            return Outcome::Doubtful;
        }
        let Some(mentions) = self.mentions_of(found) else { return Outcome::Doubtful };
        let proposal = self.proposal(found, mentions, &[], true);
        if let Some((keep, merge)) = self.groups.join(one, other) {
            self.assessor.join(keep, merge);
        }
        Outcome::Joined(Box::new(proposal))
    }

    /// Whether nothing is left to say: already joined, kept apart or looked at.
    fn is_idle(&self, found: &Assessed) -> bool {
        let (one, other) = found.roots;
        let groups = &self.groups;
        groups.together(one, other) || groups.apart(one, other) || groups.is_unsure(one, other)
    }

    fn question(&mut self, found: &Assessed, contest: &Contest) -> Option<Proposal> {
        if self.is_idle(found) {
            return None;
        }
        let mentions = self.mentions_of(found)?;
        let roots = [self.groups.root(found.roots.0), self.groups.root(found.roots.1)];
        let asked = |root: &usize| self.raised.get(root).copied().unwrap_or_default();
        if roots.iter().any(|root| asked(root) >= self.settings.questions) {
            return None;
        }
        roots.into_iter().for_each(|root| *self.raised.entry(root).or_default() += 1);
        let is_contested = contest.is_contested(found, &mut self.assessor, &self.groups);
        let reasons = if is_contested { &[Reason::CompetingCandidates][..] } else { &[] };
        Some(self.proposal(found, mentions, reasons, false))
    }

    /// A mention of each in two reports.
    fn mentions_of(&self, found: &Assessed) -> Option<(usize, usize)> {
        let of = |root: usize| &self.assessor.original(root).mentions;
        let report = |mention: usize| &self.gathered.mentions[mention].report;
        let elsewhere = |one: usize| of(found.roots.1).iter().copied().find(|other| report(*other) != report(one));
        of(found.roots.0).iter().find_map(|one| Some((*one, elsewhere(*one)?)))
    }

    fn proposal(&self, found: &Assessed, mentions: (usize, usize), reasons: &[Reason], certain: bool) -> Proposal {
        let mention = |at: usize| self.gathered.mentions[at].clone();
        let mut codes: Vec<String> =
            found.name.comparison.reasons.iter().chain(reasons).map(|reason| reason.code().to_owned()).collect();
        let spoken =
            found.findings.iter().filter(|f| f.verdict == Verdict::Contradicts || f.verdict == Verdict::Agrees);
        codes.extend(spoken.map(|found| format!("{}-{}", found.field.name(), suffix(found.verdict))));
        if !certain && self.groups.share_a_report(mentions.0, mentions.1) {
            codes.push(Reason::NamedSideBySide.code().to_owned());
        }
        let judgement = Judgement::new(mention(mentions.0), mention(mentions.1), Decision::SamePerson, codes.join(" "));
        let card = self.card(found, &judgement, mentions.0 > mentions.1);
        Proposal { judgement, certain, card }
    }

    fn card(&self, found: &Assessed, judgement: &Judgement, is_turned: bool) -> Card {
        let roots = if is_turned { (found.roots.1, found.roots.0) } else { found.roots };
        let rows = Field::ALL.iter().map(|field| self.row(*field, found, roots)).collect();
        Card { mentions: judgement.mentions.clone(), name: found.name.comparison.clone(), rows, bits: found.bits }
    }

    fn row(&self, field: Field, found: &Assessed, roots: (usize, usize)) -> Row {
        let (one, other) = (&self.assessor.original(roots.0).facts, &self.assessor.original(roots.1).facts);
        let values = match field {
            Field::Companions => {
                let named = self.gathered.companions_named(&shared(one, other));
                (named.clone(), named)
            }
            _ => (one.values(field), other.values(field)),
        };
        let finding = found.findings.iter().find(|finding| finding.field == field);
        let (verdict, bits) = finding.map_or((Verdict::Unknown, 0.0), |finding| (finding.verdict, finding.bits));
        Row { field, verdict, values, bits }
    }
}

enum Outcome {
    Joined(Box<Proposal>),
    /// Nothing is left to say.
    Idle,
    /// What was joined before speaks against it.
    Doubtful,
}

fn suffix(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agrees => "agrees",
        Verdict::Differs | Verdict::Contradicts => "differs",
        Verdict::Unknown => "unknown",
    }
}
