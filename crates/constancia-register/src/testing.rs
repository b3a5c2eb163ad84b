//! Cases as lines of text: reports with statements, for the tests of this crate.
//!
//! `report a | outlet=One | published=2026-01-09 | origin=b` opens a report; the lines below it are its statements:
//! `status | Ana Ruiz | released | date=2026-01-08 | informant=Ministry | class=authority | denies`,
//! `count | held | 800-900 | population=political prisoners`, `utterance | Eva Paz | the words`,
//! `attribute | Ana Ruiz | role | lawyer`. Persons of one name are one person.

use std::collections::BTreeMap;

use constancia_lineage::Lineage;
use constancia_model::{
    Attribute, AttributeField, Bound, Content, Count, Evidence, InformantClass, Language, PersonMention, ReaderKind,
    ReportId, Span, Stance, Statement, Status, StatusEvent, Terms, Utterance,
};

use crate::brief::{Contradiction, Fact, PersonLine, Side, Source};
use crate::register::Register;
use crate::settle::Cluster;
use crate::tables::{ReportRead, StatementRead};
use crate::told::{Told, voice_of};

/// A statement of the certainty rule's cases: `report/origin: informant (class) hedged`.
pub(crate) fn told(line: &str) -> Told {
    let (place, rest) = line.split_once(": ").unwrap();
    let (report, origin) = place.split_once('/').unwrap();
    let hedged = rest.ends_with("hedged");
    let (informant, class) = rest.split_once(" (").map_or((None, None), |(informant, rest)| {
        (Some(informant.to_owned()), Some(class_of(rest.split(')').next().unwrap())))
    });
    let text = "words";
    let content = Content::Utterance(Utterance { speaker: "x".into(), text: text.into(), verb: None });
    let mut statement = Statement::new(content, Evidence::at(text, Span::new(0, 5)).unwrap());
    statement.hedged = hedged;
    let origin = ReportId::of(origin.as_bytes());
    let outlet = Some(format!("paper-{report}{report}"));
    let voice = voice_of(informant.as_deref(), outlet.as_deref(), &origin).into();
    let source = Source {
        statement: String::new(),
        report: ReportId::of(report.as_bytes()),
        report_name: report.to_owned(),
        outlet,
        published: None,
        origin,
        informant,
        informant_class: class,
        stance: Stance::Asserts,
        hedged,
        readers: Vec::new(),
        sentence: text.to_owned(),
        words: Span::new(0, 5),
    };
    Told { statement, source: source.into(), rank: 0, number: (ReaderKind::Rules, 1), voice }
}

fn class_of(name: &str) -> InformantClass {
    serde_json::from_value(name.into()).unwrap()
}

/// The fields of a line: the positional ones, and those of the form `key=value` or a bare flag at the end.
struct Fields<'a> {
    parts: Vec<&'a str>,
}

impl<'a> Fields<'a> {
    fn of(line: &'a str) -> Self {
        Self { parts: line.split('|').map(str::trim).collect() }
    }

    fn get(&self, key: &str) -> Option<String> {
        self.parts
            .iter()
            .find_map(|part| part.split_once('=').filter(|(known, _)| *known == key))
            .map(|(_, value)| value.to_owned())
    }

    fn has(&self, flag: &str) -> bool {
        self.parts.contains(&flag)
    }
}

fn status_of(name: &str) -> Status {
    Status::ALL.into_iter().find(|status| status.name() == name).unwrap()
}

fn content(fields: &Fields<'_>) -> Content {
    let date = |key| fields.get(key).map(|date| date.parse().unwrap());
    match fields.parts[0] {
        "status" => Content::Status(StatusEvent {
            person: fields.parts[1].to_owned(),
            status: status_of(fields.parts[2]),
            date: date("date"),
            place: fields.get("place"),
            by: fields.get("by"),
            accusation: fields.get("accusation"),
            terms: fields.get("terms").map(Terms::from),
        }),
        "count" => {
            let (low, high) = fields.parts[2].split_once('-').unwrap_or((fields.parts[2], fields.parts[2]));
            Content::Count(Count {
                status: status_of(fields.parts[1]),
                low: low.parse().unwrap(),
                high: high.parse().ok(),
                bound: fields.get("bound").map(|bound| serde_json::from_value::<Bound>(bound.into()).unwrap()),
                population: fields.get("population"),
                place: fields.get("place"),
                date: date("date"),
                as_of: date("as_of"),
                terms: None,
            })
        }
        "utterance" => Content::Utterance(Utterance {
            speaker: fields.parts[1].to_owned(),
            text: fields.parts[2].to_owned(),
            verb: None,
        }),
        _ => Content::Attribute(Attribute {
            person: fields.parts[1].to_owned(),
            field: serde_json::from_value::<AttributeField>(fields.parts[2].into()).unwrap(),
            value: fields.parts[3].to_owned(),
        }),
    }
}

fn statement(text: &str, line: &str) -> Statement {
    let fields = Fields::of(line);
    let start = text.find(line).unwrap();
    let mut statement =
        Statement::new(content(&fields), Evidence::at(text, Span::new(start, start + line.len())).unwrap());
    statement.informant = fields.get("informant");
    statement.informant_class = fields.get("class").map(|class| class_of(&class));
    statement.hedged = fields.has("hedged");
    statement.stance = match (fields.has("denies"), fields.has("doubts")) {
        (true, _) => Stance::Denies,
        (_, true) => Stance::Doubts,
        _ => Stance::Asserts,
    };
    statement
}

/// The statements of some lines.
pub(crate) fn statements(lines: &str) -> Vec<Statement> {
    lines.lines().map(|line| statement(lines, line.trim())).collect()
}

/// A register of some lines.
pub(crate) fn register(lines: &str) -> Register {
    let (mut reports, mut told) = (Vec::<ReportRead>::new(), Vec::new());
    let mut lineage = Lineage::default();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(head) = line.strip_prefix("report ") {
            let report = report(&Fields::of(head), lines);
            let origin = Fields::of(head).get("origin").map_or(report.id.clone(), |name| ReportId::of(name.as_bytes()));
            lineage.origins.insert(report.id.clone(), origin);
            reports.push(report);
        } else {
            let report = reports.last().unwrap().id.clone();
            let number = told.iter().filter(|read: &&StatementRead| read.report == report).count() + 1;
            let (kind, readers) = (ReaderKind::Rules, vec!["rules 1".to_owned()]);
            told.push(StatementRead { report, kind, number, statement: statement(lines, line), readers });
        }
    }
    let persons = persons(&told);
    Register::build(reports, told, &lineage, &persons)
}

fn report(fields: &Fields<'_>, kept: &str) -> ReportRead {
    ReportRead {
        id: ReportId::of(fields.parts[0].as_bytes()),
        name: fields.parts[0].to_owned(),
        outlet: fields.get("outlet"),
        title: None,
        byline: None,
        published: fields.get("published").map(|date| date.parse().unwrap()),
        language: Language::English,
        kept: kept.to_owned(),
        warnings: 0,
    }
}

fn persons(told: &[StatementRead]) -> Vec<Cluster> {
    let mut found: BTreeMap<&str, Vec<PersonMention>> = BTreeMap::new();
    for read in told {
        if let Some(name) = read.statement.person() {
            found.entry(name).or_default().push(PersonMention { report: read.report.clone(), name: name.to_owned() });
        }
    }
    let cluster = |(name, mut mentions): (&str, Vec<PersonMention>)| {
        mentions.sort();
        mentions.dedup();
        Cluster { id: name.to_owned(), mentions }
    };
    found.into_iter().map(cluster).collect()
}

/// The persons of some lines, one a line: name, what holds today, the timeline.
pub(crate) fn persons_of(lines: &str) -> Vec<String> {
    let register = register(lines);
    let person = |person: &PersonLine| {
        let timeline: Vec<_> = person.timeline.iter().map(printed).collect();
        format!("{}: {} <- {}", person.name, printed(&person.today), timeline.join(", "))
    };
    register.brief().persons.iter().map(person).collect()
}

fn printed(fact: &Fact) -> String {
    let stance = match fact.stance {
        Stance::Asserts => "",
        Stance::Denies => "not ",
        Stance::Doubts => "perhaps ",
    };
    let date = fact.date.as_ref().map(|cell| format!(" {}", cell.value)).unwrap_or_default();
    let place = fact.place.as_ref().map(|cell| format!(" @{}", cell.value)).unwrap_or_default();
    let terms: String = fact.terms.iter().map(|cell| format!(" +{}", cell.value)).collect();
    let certainty = format!("{:?}", fact.certainty).to_lowercase();
    format!("{stance}{}{date}{place}{terms} ({certainty})", fact.status)
}

/// The contradictions of some lines, one a line: what about, of whom, the sides with the reports that say so.
pub(crate) fn contradictions_of(lines: &str) -> Vec<String> {
    let register = register(lines);
    let side = |side: &Side| {
        let reports: Vec<_> = side.sources.iter().map(|source| source.report_name.as_str()).collect();
        format!("{} ({})", side.value, reports.join(" "))
    };
    let printed = |found: &Contradiction| {
        let sides: Vec<_> = found.sides.iter().map(side).collect();
        let whom = found.person.as_deref().or(found.population.as_deref()).unwrap_or("-");
        format!("{:?} {} {}: {}", found.about, found.status, whom, sides.join(" / "))
    };
    register.brief().contradictions.iter().map(printed).collect()
}
