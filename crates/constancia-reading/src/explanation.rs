//! Why a statement was read: the rule that made it, each part with its words, what surrounds it, and who is credited.
//!
//! Filled where the statement is made, never guessed afterwards. Data only: how it is told to people is the application's.

use constancia_model::{Evidence, Statement, Status};
use serde::Serialize;

/// A statement with why it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The statement.
    pub statement: Statement,
    /// Why it was read.
    pub explanation: Explanation,
}

/// Why a statement was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The rule that made it.
    pub rule: Rule,
    /// The words that set the rule off.
    pub trigger: Evidence,
    /// The statement's parts, each with its words.
    pub parts: Vec<Part>,
    /// What was decided about whether it happened, in the order of deciding.
    pub scope: Vec<Decision>,
    /// Who is credited.
    pub credit: Option<Crediting>,
}

impl Explanation {
    /// An explanation that has no parts yet.
    pub fn new(rule: Rule, trigger: Evidence) -> Self {
        Self { rule, trigger, parts: Vec::new(), scope: Vec::new(), credit: None }
    }

    /// All words that the explanation names, in its order.
    pub fn words(&self) -> impl Iterator<Item = &Evidence> {
        let parts = self.parts.iter().flat_map(|part| {
            let named = part.reference.as_ref().and_then(|reference| reference.named.as_ref());
            [part.words.as_ref(), named].into_iter().flatten()
        });
        let scope = self.scope.iter().map(|decision| &decision.words);
        let credit = self.credit.iter().flat_map(|c| [c.words.as_ref(), c.verb.as_ref()].into_iter().flatten());
        std::iter::once(&self.trigger).chain(parts).chain(scope).chain(credit)
    }
}

/// What made a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "name", rename_all = "kebab-case")]
pub enum Rule {
    /// A frame of a data file.
    Frame(FrameRule),
    /// "where he is" under a negation, "whereabouts unknown".
    UnknownPlace,
    /// "denies holding her".
    DeniedHolding,
    /// "after two years in prison".
    Stay,
    /// "Nine years for sedition." in a list item.
    ItemSentence,
    /// One of the group last spoken of: "the others are A and B".
    Member,
    /// A heading over a list of persons.
    Heading,
    /// A noun that counts events or prisoners: "56 releases".
    CountedNoun,
    /// A part of the number before, or the same number told again.
    PartOfWhole,
    /// Words that say that those counted are inside: "behind bars".
    InsideWords,
    /// Words between quotation marks.
    Quotation,
    /// Words behind a dialogue dash.
    Dialogue,
    /// A turn of a transcript.
    Turn,
    /// Words beside a name: before it, or in apposition.
    BesideName,
    /// "She is a nurse", "tiene 40 años".
    Predicate,
    /// A noun of kinship or counsel between two persons.
    Kinship,
    /// The nationality of the group that she belongs to.
    SharedNationality,
}

/// The frame that made a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FrameRule {
    /// The status that the frame says.
    pub status: Status,
    /// Which of its lists holds the words.
    pub form: FrameForm,
    /// The words as they stand in the data file: "take into custody".
    pub words: String,
    /// The data file: `data/en/frames.toml`, or the user's.
    pub file: String,
}

/// The list of a frame that holds its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are those of the data file")]
pub enum FrameForm {
    Verbs,
    Nouns,
    Marks,
    Phrases,
}

/// One part of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Which part.
    pub role: Role,
    /// Its value in the statement.
    pub value: String,
    /// The words; none where a frame or an earlier number gives it, or the sentence leaves it out.
    pub words: Option<Evidence>,
    /// How it was reached.
    pub way: Way,
    /// How its words mean the person.
    pub reference: Option<Reference>,
}

impl Part {
    /// A part that is no person.
    pub fn new(role: Role, value: impl Into<String>, way: Way, words: Option<Evidence>) -> Self {
        Self { role, value: value.into(), words, way, reference: None }
    }
}

/// Which part of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the meaning")]
pub enum Role {
    Person,
    Authority,
    Place,
    Accusation,
    Terms,
    Date,
    Number,
    Population,
    Speaker,
    Value,
}

/// How a part was reached from the words that set the rule off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// The subject of the verb.
    Subject,
    /// The object of the verb.
    Object,
    /// The object, standing before its verb: "a la fiscal la detuvieron".
    Fronted,
    /// The sentence leaves it out.
    LeftOut,
    /// Whose event a noun tells: "X's arrest", "la detención de X".
    OfNoun,
    /// In the phrase of an adjective or a noun: "the jailed editor X".
    SamePhrase,
    /// Behind "where".
    Sought,
    /// Named among the members of a group.
    GroupMember,
    /// What a list item begins with.
    ListItem,
    /// The heading over the list.
    HeadingAbove,
    /// Behind "by", "por".
    Agent,
    /// Behind a preposition.
    BehindPreposition,
    /// The nearest of its kind in the sentence.
    Nearest,
    /// The frame itself says it.
    FrameItself,
    /// Taken over from the number before.
    FromWhole,
    /// The words themselves.
    Itself,
    /// Behind the quotation.
    BehindQuotation,
    /// Before the quotation.
    BeforeQuotation,
    /// Elsewhere in the sentence of the quotation.
    AroundQuotation,
    /// Whoever the sentence before speaks of.
    SentenceBefore,
    /// The speaker of the quotation before.
    QuotationBefore,
    /// The label of the turn.
    TurnLabel,
}

/// How words mean a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reference {
    /// How.
    pub kind: ReferenceKind,
    /// Where the person is named, for words that do not name her.
    pub named: Option<Evidence>,
}

/// How words mean a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReferenceKind {
    /// By name.
    Name,
    /// "he", "ella", or a subject left out.
    Pronoun,
    /// "they", "ambos": persons last named side by side.
    Together,
    /// A name in apposition: "her lawyer, X", "the two, X and Y".
    Apposition,
    /// "her brother": through a relation that the report tells.
    Relation,
    /// "the nurse": by what the report calls her.
    Description,
}

/// One decision about whether something happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// What was decided.
    pub kind: DecisionKind,
    /// The words that decided it.
    pub words: Evidence,
}

/// What was decided about an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecisionKind {
    /// It did not happen.
    Negated,
    /// It is to happen.
    Planned,
    /// It may happen.
    Possible,
    /// The words hold back.
    Hedged,
    /// "again": taken a second time.
    Again,
    /// "remains detained": in custody, not taken.
    Lasting,
    /// Whoever is credited denies it.
    Denied,
    /// Whoever is credited does not confirm it, or nobody does.
    Doubted,
    /// The sentence calls it false.
    CalledFalse,
    /// Another sentence takes it back.
    TakenBack,
    /// The number before, of which this is a part, is denied.
    WholeDenied,
}

/// Who is credited, by which words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Crediting {
    /// The informant in the statement.
    pub informant: String,
    /// The words that name whom the report credits; none where the sentence leaves the speaker out.
    pub words: Option<Evidence>,
    /// The verb.
    pub verb: Option<Evidence>,
    /// How the credit is made.
    pub way: CreditWay,
}

/// How a report credits somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CreditWay {
    /// A verb of saying.
    Verb,
    /// "according to X".
    Preposition,
    /// The turn of a transcript.
    Turn,
    /// It stands in her quotation.
    Quotation,
    /// The sentence goes on with the list of whoever spoke before.
    Carried,
    /// The subject of a verb of counting: "X lists 53".
    Counting,
    /// Taken over from the number before.
    FromWhole,
}
