//! Cases as lines of text: reports with statements, for the tests of this crate.
//!
//! `report a | outlet=One | published=2026-01-09 | origin=b` opens a report; the lines below it are its statements:
//! `status | Ana Ruiz | released | date=2026-01-08 | informant=Ministry | class=authority | denies`,
//! `count | held | 800-900 | population=political prisoners`, `utterance | Eva Paz | the words`,
//! `attribute | Ana Ruiz | role | lawyer`. Persons of one name are one person.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use constancia_model::{
    Attribute, AttributeField, Bound, Content, Count, Evidence, InformantClass, Language, PersonMention, ReaderKind,
    ReportId, Span, Stance, Statement, Status, StatusEvent, Terms, Utterance, Verdict,
};

use crate::brief::{Contradiction, Fact, PersonLine, RulingLine, Side};
use crate::register::{Arrival, Register};
use crate::settle::Cluster;
use crate::tables::{ReportRead, StatementRead};
use crate::told::{Telling, Told};
use crate::voices::voice_of;

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
    (statement.informant, statement.informant_class) = (informant, class);
    let telling = Telling {
        id: ReportId::of(report.as_bytes()),
        name: report.to_owned(),
        title: None,
        outlet,
        byline: None,
        published: None,
        language: Language::English,
        kept: text.to_owned(),
        warnings: 0,
        origin,
        copy_of: None,
    };
    let verdict =
        ["stands", "falls", "open"].into_iter().find(|verdict| rest.ends_with(verdict)).and_then(Verdict::parse);
    let ruling = verdict.map(|decision| Arc::new(ruling(decision)));
    let (number, readers) = ((ReaderKind::Rules, 1), Arc::from([]));
    Told { statement, telling: telling.into(), number, readers, voice, ruling, shown: OnceLock::new() }
}

fn ruling(decision: Verdict) -> RulingLine {
    let time = "2026-02-01T10:00:00Z".to_owned();
    RulingLine { entry: 1, author: "Eva".to_owned(), time, decision, reason: "she saw it".to_owned() }
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

/// A register of some lines. A report may give `origin` and `story`, each the name of a report; a statement may be ruled
/// to `stand` or `fall`.
pub(crate) fn register(lines: &str) -> Register {
    let mut register = Register::default();
    let (arrivals, clusters) = arrivals(lines);
    register.rule(rulings(&arrivals));
    register.take(arrivals, &clusters);
    register
}

/// The reports and persons of some lines.
pub(crate) fn arrivals(lines: &str) -> (Vec<Arrival>, Vec<Cluster>) {
    let mut arrivals: Vec<Arrival> = Vec::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(head) = line.strip_prefix("report ") {
            let fields = Fields::of(head);
            let report = report(&fields, lines);
            let named = |key| fields.get(key).map(|name| ReportId::of(name.as_bytes()));
            let origin = named("origin").unwrap_or(report.id.clone());
            let story = named("story").unwrap_or(origin.clone());
            arrivals.push(Arrival { report, statements: Vec::new(), origin, copy_of: None, story });
        } else {
            let arrival = arrivals.last_mut().unwrap();
            let (report, number) = (arrival.report.id.clone(), arrival.statements.len() + 1);
            let (kind, readers) = (ReaderKind::Rules, vec!["rules 1".to_owned()]);
            arrival.statements.push(StatementRead { report, kind, number, statement: statement(lines, line), readers });
        }
    }
    let clusters = persons(arrivals.iter().flat_map(|arrival| &arrival.statements));
    (arrivals, clusters)
}

fn rulings(arrivals: &[Arrival]) -> Vec<((ReportId, Statement), RulingLine)> {
    let ruled = |read: &StatementRead| {
        let words = read.statement.evidence.quote();
        let verdict = [("| stands", Verdict::Stands), ("| falls", Verdict::Falls)].into_iter();
        let (_, verdict) = verdict.into_iter().find(|(end, _)| words.ends_with(end))?;
        Some(((read.report.clone(), read.statement.clone()), ruling(verdict)))
    };
    arrivals.iter().flat_map(|arrival| &arrival.statements).filter_map(ruled).collect()
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

fn persons<'a>(told: impl Iterator<Item = &'a StatementRead>) -> Vec<Cluster> {
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
        let explained = found.explained.map(|why| format!(" [{why:?}]")).unwrap_or_default();
        let settled = if found.is_settled() { " [settled]" } else { "" };
        format!("{:?} {} {}: {}{explained}{settled}", found.about, found.status, whom, sides.join(" / "))
    };
    register.brief().contradictions.iter().map(printed).collect()
}
