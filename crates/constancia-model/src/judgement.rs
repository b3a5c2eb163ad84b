//! Recorded decisions. Machines propose, judgements decide, and each can be withdrawn; sources are never rewritten.

use serde::{Deserialize, Serialize};

use crate::{ReportId, Statement};

/// A person as one report names her: the unit that judgements join or keep apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PersonMention {
    /// The report.
    pub report: ReportId,
    /// The fullest name that the report gives.
    pub name: String,
}

/// What was decided about two mentions or two persons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// One human being.
    SamePerson,
    /// Two human beings, whatever else looks alike.
    DifferentPersons,
    /// Looked at and left open.
    Unsure,
}

impl Decision {
    /// The name in the ledger and the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::SamePerson => "same-person",
            Self::DifferentPersons => "different-persons",
            Self::Unsure => "unsure",
        }
    }

    /// The decision of that name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::SamePerson, Self::DifferentPersons, Self::Unsure].into_iter().find(|decision| decision.name() == name)
    }
}

/// A recorded decision about two mentions, by a reviewer or by a named rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// The two mentions, the smaller first.
    pub mentions: (PersonMention, PersonMention),
    /// What was decided.
    pub decision: Decision,
    /// Why, in words or as the code of a rule.
    pub reason: String,
}

impl Judgement {
    /// A judgement with its mentions in canonical order.
    pub fn new(one: PersonMention, other: PersonMention, decision: Decision, reason: impl Into<String>) -> Self {
        let mentions = if one <= other { (one, other) } else { (other, one) };
        Self { mentions, decision, reason: reason.into() }
    }
}

/// A reviewer's decision about two persons as she saw them: every mention of the one and every mention of the other.
///
/// That they are one joins what the two sides are at any time; that they are two holds each mention of the one apart
/// from each of the other, and each side together as far as nobody takes back what joined it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonJudgement {
    /// The mentions of the two persons, each side in canonical order, the side with the smallest mention first.
    pub persons: (Vec<PersonMention>, Vec<PersonMention>),
    /// What was decided.
    pub decision: Decision,
    /// Why, in words.
    pub reason: String,
}

impl PersonJudgement {
    /// A judgement with its mentions in canonical order, each once.
    pub fn new(
        one: impl IntoIterator<Item = PersonMention>,
        other: impl IntoIterator<Item = PersonMention>,
        decision: Decision,
        reason: impl Into<String>,
    ) -> Self {
        let (one, other) = (in_order(one), in_order(other));
        let persons = if one <= other { (one, other) } else { (other, one) };
        Self { persons, decision, reason: reason.into() }
    }
}

fn in_order(mentions: impl IntoIterator<Item = PersonMention>) -> Vec<PersonMention> {
    let mut mentions: Vec<PersonMention> = mentions.into_iter().collect();
    mentions.sort_unstable();
    mentions.dedup();
    mentions
}

/// A statement that a reviewer rules about. All of it stands here with its words, not its number, so that it is found
/// again after a newer reader has read the report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Ruled {
    /// The report that says it.
    pub report: ReportId,
    /// What it says.
    pub statement: Statement,
}

/// What a reviewer decided about statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It is so.
    Stands,
    /// It is not so, or the report does not say so.
    Falls,
    /// Left open, as if nobody had ruled.
    Open,
}

impl Verdict {
    /// The name in the ledger and the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stands => "stands",
            Self::Falls => "falls",
            Self::Open => "open",
        }
    }

    /// The verdict of that name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Stands, Self::Falls, Self::Open].into_iter().find(|verdict| verdict.name() == name)
    }
}

/// A reviewer's recorded decision about statements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// The statements, in canonical order.
    pub statements: Vec<Ruled>,
    /// What was decided.
    pub decision: Verdict,
    /// Why, in words.
    pub reason: String,
}

impl Ruling {
    /// A ruling with its statements in canonical order, each once.
    pub fn new(statements: impl IntoIterator<Item = Ruled>, decision: Verdict, reason: impl Into<String>) -> Self {
        let mut statements: Vec<Ruled> = statements.into_iter().collect();
        statements.sort_unstable();
        statements.dedup();
        Self { statements, decision, reason: reason.into() }
    }
}

/// Makes an earlier decision void, as if it had never been taken. Both stay on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// Number of the ledger entry of that decision.
    pub entry: u64,
    /// Why, in words.
    pub reason: String,
}

/// Everything that can be decided: the body of a ledger entry of kind `judgement`. Its fields tell which it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Decided {
    /// About two mentions: `mentions`.
    Mentions(Judgement),
    /// About two persons: `persons`.
    Persons(PersonJudgement),
    /// About statements: `statements`.
    Statements(Ruling),
    /// About an earlier decision: `entry`.
    Withdrawal(Withdrawal),
}

impl Decided {
    /// Why it was decided.
    pub fn reason(&self) -> &str {
        match self {
            Self::Mentions(judgement) => &judgement.reason,
            Self::Persons(judgement) => &judgement.reason,
            Self::Statements(ruling) => &ruling.reason,
            Self::Withdrawal(withdrawal) => &withdrawal.reason,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Attribute, AttributeField, Content, Evidence, Span};

    fn mention(report: &str, name: &str) -> PersonMention {
        PersonMention { report: ReportId::of(report.as_bytes()), name: name.to_owned() }
    }

    fn ruled() -> Ruled {
        let text = "Ana Ruiz, una «abogada» de 34 años";
        let person = "Ana Ruiz".to_owned();
        let attribute = Attribute { person, field: AttributeField::Age, value: "34".into() };
        let statement =
            Statement::new(Content::Attribute(attribute), Evidence::at(text, Span::new(0, text.len())).unwrap());
        Ruled { report: ReportId::of(text.as_bytes()), statement }
    }

    #[test]
    fn every_decision_reads_back_as_what_it_is() {
        let (one, other) = (mention("a", "Ana Ruiz"), mention("b", "A. \"Nita\" Ruiz"));
        let decisions = [
            Decided::Mentions(Judgement::new(one.clone(), other.clone(), Decision::SamePerson, "same-full-name")),
            Decided::Persons(PersonJudgement::new([one], [other], Decision::DifferentPersons, "two birthdays")),
            Decided::Statements(Ruling::new([ruled(), ruled()], Verdict::Falls, "a slip of the paper")),
            Decided::Withdrawal(Withdrawal { entry: 7, reason: "the wrong report".into() }),
        ];
        for decided in decisions {
            let json = serde_json::to_string(&decided).unwrap();
            assert_eq!(serde_json::from_str::<Decided>(&json).unwrap(), decided, "{json}");
        }
        assert!(serde_json::from_str::<Decided>(r#"{"reason":"nothing else"}"#).is_err());
    }

    #[test]
    fn equal_decisions_are_written_alike_whoever_is_named_first() {
        let (a, b, c) = (mention("a", "Ana Ruiz"), mention("b", "Ana Ruiz"), mention("c", "Ana Ruiz"));
        let one = PersonJudgement::new([a.clone(), b.clone(), a.clone()], [c.clone()], Decision::Unsure, "");
        let other = PersonJudgement::new([c], [b, a], Decision::Unsure, "");
        assert_eq!(one, other);
    }
}
