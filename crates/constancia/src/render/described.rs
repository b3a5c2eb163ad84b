//! A statement and a diagnostic in one line each, in the user's language.

use constancia_model::{
    Content, DateBasis, Diagnostic, DiagnosticKind, NoiseKind, Severity, Stance, Statement, StatusEvent,
};
use constancia_reading::Reason;

use crate::catalogue::Catalogue;
use crate::render::{plain, words};

/// What a statement says and whom it is credited to.
pub fn statement(statement: &Statement, catalogue: &Catalogue) -> String {
    let content = content(statement, catalogue);
    match &statement.informant {
        Some(informant) => catalogue
            .fill("statement-credited", &[("content", content.into()), ("informant", plain::line(informant).into())]),
        None => content,
    }
}

fn content(statement: &Statement, catalogue: &Catalogue) -> String {
    let said = |status| words::status_as_said(status, statement.stance, statement.hedged, catalogue);
    match &statement.content {
        Content::Status(event) => status(event, said(event.status), catalogue),
        Content::Count(count) => {
            let mut parts = vec![words::number(count.low, count.high, count.bound, catalogue), said(count.status)];
            parts.extend(count.terms.as_ref().map(|terms| words::terms(terms, catalogue)));
            parts.extend([&count.population, &count.place].into_iter().flatten().map(|words| plain::line(words)));
            parts.extend([count.date, count.as_of].into_iter().flatten().map(|date| date.to_string()));
            parts.join(" · ")
        }
        Content::Utterance(utterance) => {
            let quoted = catalogue.fill("quoted", &[("words", plain::line(&utterance.text).into())]);
            format!("{}: {quoted}", plain::line(&utterance.speaker))
        }
        Content::Attribute(attribute) => {
            let field = words::field(attribute.field, catalogue);
            let value = format!("{field}: {}", plain::line(&attribute.value));
            let value = if statement.stance == Stance::Asserts {
                value
            } else {
                catalogue.fill("said-denied", &[("status", value.into())])
            };
            format!("{} · {value}", plain::line(&attribute.person))
        }
    }
}

fn status(event: &StatusEvent, said: String, catalogue: &Catalogue) -> String {
    let mut parts = vec![plain::line(&event.person), said];
    parts.extend(event.terms.as_ref().map(|terms| words::terms(terms, catalogue)));
    parts.extend(event.date.map(|date| date.to_string()));
    parts.extend(event.place.as_deref().map(plain::line));
    parts.extend(event.by.as_deref().map(|by| catalogue.fill("fact-by", &[("who", plain::line(by).into())])));
    parts.extend(
        event
            .accusation
            .as_deref()
            .map(|words| catalogue.fill("fact-accusation", &[("accusation", plain::line(words).into())])),
    );
    parts.join(" · ")
}

/// Where a publication date comes from.
pub fn basis(basis: DateBasis, catalogue: &Catalogue) -> String {
    catalogue.say(match basis {
        DateBasis::Stated => "basis-stated",
        DateBasis::Sidecar => "basis-sidecar",
        DateBasis::PageMetadata => "basis-page",
        DateBasis::Printed => "basis-printed",
    })
}

/// What was noticed, with its line and its words.
pub fn diagnostic(diagnostic: &Diagnostic, catalogue: &Catalogue) -> String {
    let mut parts = Vec::new();
    if diagnostic.severity == Severity::Warning {
        parts.push(catalogue.say("diagnostic-warning"));
    }
    parts.extend(diagnostic.line.map(|line| catalogue.fill("diagnostic-line", &[("line", line.to_string().into())])));
    parts.push(noticed(&diagnostic.kind, catalogue));
    if !diagnostic.text.is_empty() {
        parts.push(catalogue.fill("quoted", &[("words", plain::line(&diagnostic.text).into())]));
    }
    parts.join(" ")
}

fn noticed(kind: &DiagnosticKind, catalogue: &Catalogue) -> String {
    let detail = |key: &str, detail: &str| catalogue.fill(key, &[("detail", plain::line(detail).into())]);
    match kind {
        DiagnosticKind::NoiseDropped { noise } => detail("diagnostic-noise", &self::noise(*noise, catalogue)),
        DiagnosticKind::MachineWritten => catalogue.say("diagnostic-machine-written"),
        DiagnosticKind::Decoded { encoding, declared: true, .. } => detail("diagnostic-decoded-declared", encoding),
        DiagnosticKind::Decoded { encoding, .. } => detail("diagnostic-decoded-guessed", encoding),
        DiagnosticKind::LanguageNotRead { language } => detail("diagnostic-language", language),
        DiagnosticKind::NoPublicationDate => catalogue.say("diagnostic-no-date"),
        DiagnosticKind::ImpossibleDate { date } => detail("diagnostic-impossible-date", date),
        DiagnosticKind::NoArticle => catalogue.say("diagnostic-no-article"),
        DiagnosticKind::SidecarIgnored { reason } => detail("diagnostic-sidecar", reason),
        DiagnosticKind::EventRefused { reason } => detail("diagnostic-event-refused", &refusal(reason, catalogue)),
        DiagnosticKind::ProposalsRefused { reason, count } => {
            let values = [("count", (*count).into()), ("reason", reason.as_str().into())];
            catalogue.fill("diagnostic-proposals-refused", &values)
        }
        DiagnosticKind::InstructsReader => catalogue.say("diagnostic-instructs-reader"),
        DiagnosticKind::TextTooLong { bytes } => detail("diagnostic-text-too-long", &bytes.to_string()),
        DiagnosticKind::LineTooLong { bytes } => detail("diagnostic-line-too-long", &bytes.to_string()),
    }
}

/// Why words that look like an event or a count are none; a reason of another reader by its name.
fn refusal(reason: &str, catalogue: &Catalogue) -> String {
    match Reason::ALL.iter().any(|known| known.name() == reason) {
        true => catalogue.say(&format!("reason-{}", reason)),
        false => reason.to_owned(),
    }
}

/// Why a line is not the report.
pub fn noise(noise: NoiseKind, catalogue: &Catalogue) -> String {
    catalogue.say(match noise {
        NoiseKind::Advertisement => "noise-advertisement",
        NoiseKind::AssistantResidue => "noise-assistant-residue",
        NoiseKind::MachineNotice => "noise-machine-notice",
        NoiseKind::Byline => "noise-byline",
        NoiseKind::PhotoCredit => "noise-photo-credit",
        NoiseKind::Navigation => "noise-navigation",
        NoiseKind::Sharing => "noise-sharing",
        NoiseKind::ReadingTime => "noise-reading-time",
        NoiseKind::RelatedLinks => "noise-related-links",
        NoiseKind::Comments => "noise-comments",
        NoiseKind::Legal => "noise-legal",
        NoiseKind::Subscription => "noise-subscription",
        NoiseKind::Tags => "noise-tags",
        NoiseKind::Masthead => "noise-masthead",
        NoiseKind::RepeatedLine => "noise-repeated-line",
        NoiseKind::PageFurniture => "noise-page-furniture",
    })
}
