//! Why a statement is there, in the user's language: its sentence with the words lit up, then each part with its words.

use constancia_model::{Evidence, ReaderKind, Statement, Terms};
use constancia_reading::{
    CreditWay, Crediting, Decision, DecisionKind, Explained, Explanation, FrameForm, FrameRule, Part, Reference,
    ReferenceKind, Role, Rule, Way,
};
use constancia_register::Told;

use crate::catalogue::{Catalogue, Value};
use crate::render::text::{underlined, wrapped};
use crate::render::{described, marked, plain, words};

/// Longer words are shown by their beginning and their end.
const LONGEST: usize = 120;

/// A statement with what today's reader says of it.
pub struct Shown<'a> {
    /// The statement as the register has it.
    pub told: &'a Told,
    /// Today's reader: the rules, with the frames that the user names.
    pub reader: &'a str,
    /// The same statement, found again.
    pub same: Option<&'a Explained>,
    /// What today's reader finds in its words instead.
    pub instead: &'a [&'a Statement],
}

/// The page, at most `width` columns wide.
pub fn page(shown: &Shown, width: u16, catalogue: &Catalogue) -> String {
    let told = shown.told;
    let found_by = told.readers().join("; ");
    let mut text = underlined(&described::statement(&told.statement, catalogue), "=", width);
    let facts = [
        ("column-id", told.source().statement.as_str()),
        ("column-report", told.report_name()),
        ("explain-found-by", &found_by),
    ];
    for (key, value) in facts {
        text += &wrapped(&format!("{}: {}", catalogue.say(key), plain::line(value)), width, "  ");
    }
    let own = [told.statement.evidence.span()];
    let lit = shown.same.iter().flat_map(|same| same.explanation.words().map(Evidence::span));
    let lit: Vec<_> = if shown.same.is_some() { lit.collect() } else { own.to_vec() };
    let sentence = marked::sentence_with(told.source(), own[0], lit.into_iter());
    text += &format!("\n{}\n", wrapped(&sentence, width, "  "));
    match shown.same {
        Some(Explained { explanation, .. }) => text + &reasons(explanation, width, catalogue),
        None => text + &not_found_again(shown, width, catalogue),
    }
}

/// Why it cannot be explained, and what is found in its words today.
fn not_found_again(shown: &Shown, width: u16, catalogue: &Catalogue) -> String {
    let mut text = wrapped(&not_explained(shown, catalogue), width, "");
    if !shown.instead.is_empty() {
        text += &format!("\n{}", wrapped(&catalogue.say("explain-instead"), width, ""));
    }
    for statement in shown.instead {
        text += &wrapped(&described::statement(statement, catalogue), width, "  ");
    }
    text
}

fn not_explained(shown: &Shown, catalogue: &Catalogue) -> String {
    let readers = shown.told.readers();
    let quote = plain::line(shown.told.statement.evidence.quote());
    let (key, by) = match readers.iter().find(|by| ReaderKind::of(by) == ReaderKind::Rules) {
        None => ("explain-proposed", readers.join("; ")),
        Some(by) if by.contains("+frames") && by != shown.reader => ("explain-other-frames", by.clone()),
        Some(by) => ("explain-no-longer", by.clone()),
    };
    let values: [(&str, Value); 3] =
        [("by", plain::line(&by).into()), ("reader", shown.reader.into()), ("words", quote.into())];
    catalogue.fill(key, &values)
}

fn reasons(explanation: &Explanation, width: u16, catalogue: &Catalogue) -> String {
    let section = |key: &str, lines: Vec<String>| {
        let lines = lines.into_iter().map(|line| wrapped(&line, width, "  "));
        format!("{}{}\n", underlined(&catalogue.say(key), "-", width), lines.collect::<String>())
    };
    let found = vec![with_words(&rule(&explanation.rule, catalogue), Some(&explanation.trigger), catalogue)];
    let parts = explanation.parts.iter().map(|part| self::part(part, catalogue)).collect();
    let mut scope: Vec<String> = explanation.scope.iter().map(|one| decision(one, catalogue)).collect();
    if scope.is_empty() {
        scope.push(catalogue.say("explain-plain"));
    }
    let credit =
        explanation.credit.as_ref().map_or_else(|| catalogue.say("explain-no-credit"), |c| credit(c, catalogue));
    let mut text = section("explain-rule", found) + &section("explain-parts", parts);
    text += &section("explain-scope", scope);
    text + section("explain-credit", vec![credit]).trim_end() + "\n"
}

/// What it is, with the words in quotation marks behind it.
fn with_words(what: &str, words: Option<&Evidence>, catalogue: &Catalogue) -> String {
    match words {
        Some(words) => format!("{what}: {}", quoted(words, catalogue)),
        None => what.to_owned(),
    }
}

fn quoted(words: &Evidence, catalogue: &Catalogue) -> String {
    let line = plain::line(words.quote());
    let letters: Vec<char> = line.chars().collect();
    let short = if letters.len() > LONGEST {
        let (start, end) = (&letters[..LONGEST / 2], &letters[letters.len() - LONGEST / 2..]);
        format!("{}…{}", start.iter().collect::<String>(), end.iter().collect::<String>())
    } else {
        line
    };
    catalogue.fill("quoted", &[("words", short.into())])
}

fn part(part: &Part, catalogue: &Catalogue) -> String {
    let value = match part.role {
        Role::Terms => words::terms(&Terms::from(part.value.clone()), catalogue),
        _ => plain::line(&part.value),
    };
    let mut line = with_words(&way(part.way, catalogue), part.words.as_ref(), catalogue);
    if let Some(reference) = &part.reference {
        line += &format!("; {}", self::reference(reference, catalogue));
    }
    let values: [(&str, Value); 3] =
        [("role", role(part.role, catalogue).into()), ("value", value.into()), ("why", line.into())];
    catalogue.fill("explain-part", &values)
}

fn reference(reference: &Reference, catalogue: &Catalogue) -> String {
    let how = catalogue.say(match reference.kind {
        ReferenceKind::Name => "reference-name",
        ReferenceKind::Pronoun => "reference-pronoun",
        ReferenceKind::Together => "reference-together",
        ReferenceKind::Apposition => "reference-apposition",
        ReferenceKind::Relation => "reference-relation",
        ReferenceKind::Description => "reference-description",
    });
    match &reference.named {
        Some(named) => {
            catalogue.fill("reference-named", &[("how", how.into()), ("words", quoted(named, catalogue).into())])
        }
        None => how,
    }
}

fn decision(decision: &Decision, catalogue: &Catalogue) -> String {
    let what = catalogue.say(match decision.kind {
        DecisionKind::Negated => "decision-negated",
        DecisionKind::Planned => "decision-planned",
        DecisionKind::Possible => "decision-possible",
        DecisionKind::Hedged => "decision-hedged",
        DecisionKind::Again => "decision-again",
        DecisionKind::Lasting => "decision-lasting",
        DecisionKind::Denied => "decision-denied",
        DecisionKind::Doubted => "decision-doubted",
        DecisionKind::CalledFalse => "decision-called-false",
        DecisionKind::TakenBack => "decision-taken-back",
        DecisionKind::WholeDenied => "decision-whole-denied",
    });
    with_words(&what, Some(&decision.words), catalogue)
}

fn credit(credit: &Crediting, catalogue: &Catalogue) -> String {
    let how = catalogue.say(match credit.way {
        CreditWay::Verb => "credit-verb",
        CreditWay::Preposition => "credit-preposition",
        CreditWay::Turn => "credit-turn",
        CreditWay::Quotation => "credit-quotation",
        CreditWay::Carried => "credit-carried",
        CreditWay::Counting => "credit-counting",
        CreditWay::FromWhole => "credit-from-whole",
    });
    let said: Vec<String> =
        [&credit.words, &credit.verb].into_iter().flatten().map(|words| quoted(words, catalogue)).collect();
    let informant = plain::line(&credit.informant);
    let why = if said.is_empty() { how } else { format!("{how}: {}", said.join(", ")) };
    catalogue.fill("explain-credited", &[("informant", informant.into()), ("why", why.into())])
}

fn rule(rule: &Rule, catalogue: &Catalogue) -> String {
    catalogue.say(match rule {
        Rule::Frame(rule) => return frame(rule, catalogue),
        Rule::UnknownPlace => "rule-unknown-place",
        Rule::DeniedHolding => "rule-denied-holding",
        Rule::Stay => "rule-stay",
        Rule::ItemSentence => "rule-item-sentence",
        Rule::Member => "rule-member",
        Rule::Heading => "rule-heading",
        Rule::CountedNoun => "rule-counted-noun",
        Rule::PartOfWhole => "rule-part-of-whole",
        Rule::InsideWords => "rule-inside-words",
        Rule::Quotation => "rule-quotation",
        Rule::Dialogue => "rule-dialogue",
        Rule::Turn => "rule-turn",
        Rule::BesideName => "rule-beside-name",
        Rule::Predicate => "rule-predicate",
        Rule::Kinship => "rule-kinship",
        Rule::SharedNationality => "rule-shared-nationality",
    })
}

fn frame(rule: &FrameRule, catalogue: &Catalogue) -> String {
    let key = match rule.form {
        FrameForm::Verbs => "rule-frame-verb",
        FrameForm::Nouns => "rule-frame-noun",
        FrameForm::Marks => "rule-frame-mark",
        FrameForm::Phrases => "rule-frame-phrase",
    };
    let values: [(&str, Value); 3] = [
        ("words", plain::line(&rule.words).into()),
        ("file", rule.file.as_str().into()),
        ("status", words::status(rule.status, catalogue).into()),
    ];
    catalogue.fill(key, &values)
}

fn role(role: Role, catalogue: &Catalogue) -> String {
    catalogue.say(match role {
        Role::Person => "role-person",
        Role::Authority => "role-authority",
        Role::Place => "role-place",
        Role::Accusation => "role-accusation",
        Role::Terms => "role-terms",
        Role::Date => "role-date",
        Role::Number => "role-number",
        Role::Population => "role-population",
        Role::Speaker => "role-speaker",
        Role::Value => "role-value",
    })
}

fn way(way: Way, catalogue: &Catalogue) -> String {
    catalogue.say(match way {
        Way::Subject => "way-subject",
        Way::Object => "way-object",
        Way::Fronted => "way-fronted",
        Way::LeftOut => "way-left-out",
        Way::OfNoun => "way-of-noun",
        Way::SamePhrase => "way-same-phrase",
        Way::Sought => "way-sought",
        Way::GroupMember => "way-group-member",
        Way::ListItem => "way-list-item",
        Way::HeadingAbove => "way-heading-above",
        Way::Agent => "way-agent",
        Way::BehindPreposition => "way-behind-preposition",
        Way::Nearest => "way-nearest",
        Way::FrameItself => "way-frame-itself",
        Way::FromWhole => "way-from-whole",
        Way::Itself => "way-itself",
        Way::BehindQuotation => "way-behind-quotation",
        Way::BeforeQuotation => "way-before-quotation",
        Way::AroundQuotation => "way-around-quotation",
        Way::SentenceBefore => "way-sentence-before",
        Way::QuotationBefore => "way-quotation-before",
        Way::TurnLabel => "way-turn-label",
    })
}
