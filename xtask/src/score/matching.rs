//! When a statement found is the statement wanted, by the rules of the interchange format. Counts nothing.

use super::statement::Statement;
use super::words::{agreement, content, fold, overlap, same_date, same_person, words};

const QUOTE_MARKS: &[char] = &[' ', '.', ',', '"', '\'', '“', '”', '‘', '’'];
const KIN: &[&str] = &["spouse", "sibling", "parent", "child"];

/// Whether `found` says the fact that `wanted` says.
pub fn matches(wanted: &Statement, found: &Statement) -> bool {
    if wanted.kind != found.kind {
        return false;
    }
    match wanted.kind.as_str() {
        "status" => same_event(wanted, found) && same_named(&wanted.person, &found.person),
        "count" => same_event(wanted, found) && wanted.low == found.low && wanted.upper() == found.upper(),
        "utterance" => same_speaker(wanted, found) && same_utterance(or_empty(&wanted.text), or_empty(&found.text)),
        "attribute" => {
            wanted.field == found.field && same_named(&wanted.person, &found.person) && same_value(wanted, found)
        }
        _ => false,
    }
}

/// Whether a field that gold has was found, too.
pub fn field_matches(field: &str, wanted: &str, found: &Statement) -> bool {
    let found = found.named(field).unwrap_or_default();
    match field {
        "date" => same_date(wanted, found),
        "bound" => wanted == found,
        _ => overlap(wanted, found),
    }
}

/// A denial is never the same fact as an assertion.
fn same_event(wanted: &Statement, found: &Statement) -> bool {
    wanted.status == found.status && wanted.denies() == found.denies()
}

fn or_empty(value: &Option<String>) -> &str {
    value.as_deref().unwrap_or_default()
}

fn same_named(wanted: &Option<String>, found: &Option<String>) -> bool {
    same_person(or_empty(wanted), or_empty(found))
}

fn same_speaker(wanted: &Statement, found: &Statement) -> bool {
    let (wanted, found) = (or_empty(&wanted.speaker), or_empty(&found.speaker));
    same_person(wanted, found) || words(wanted).len() < 3 && overlap(wanted, found)
}

/// One may hold the other when it is not much longer; otherwise four in five words must agree.
fn same_utterance(wanted: &str, found: &str) -> bool {
    let (one, other) = (fold(wanted), fold(found));
    let (one, other) = (one.trim_matches(QUOTE_MARKS), other.trim_matches(QUOTE_MARKS));
    let holds = |long: &str, short: &str| {
        long.contains(short) && (long.chars().count() as f64) < 1.5 * short.chars().count() as f64 + 20.0
    };
    !other.is_empty() && (holds(other, one) || holds(one, other) || agreement(&words(one), &words(other)) >= 0.8)
}

fn same_value(wanted: &Statement, found: &Statement) -> bool {
    let (one, other) = (or_empty(&wanted.value), or_empty(&found.value));
    if wanted.field.as_deref().is_some_and(|field| KIN.contains(&field)) {
        return same_person(one, other);
    }
    let bag = |text: &str| content(text).into_iter().collect::<Vec<_>>();
    agreement(&bag(one), &bag(other)) >= 0.4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn statement(json: &str) -> Statement {
        serde_json::from_str(json).expect("a statement")
    }

    #[test]
    fn a_denial_is_another_fact() {
        let taken = statement(r#"{"kind":"status","status":"detained","person":"Ana Quiroga"}"#);
        let denied = statement(r#"{"kind":"status","status":"detained","person":"Ana Quiroga","stance":"denies"}"#);
        assert!(matches(&taken, &taken));
        assert!(!matches(&taken, &denied));
    }

    #[test]
    fn a_count_needs_both_ends() {
        let range = statement(r#"{"kind":"count","status":"held","low":800,"high":900}"#);
        let exact = statement(r#"{"kind":"count","status":"held","low":12,"high":12}"#);
        let open = statement(r#"{"kind":"count","status":"held","low":12,"bound":"at least"}"#);
        assert!(!matches(&range, &exact));
        assert!(matches(&exact, &open));
    }

    #[test]
    fn an_utterance_may_be_cut_but_not_swapped() {
        let wanted = statement(r#"{"kind":"utterance","speaker":"Ana Quiroga","text":"We counted them at the gate,"}"#);
        let cut = statement(r#"{"kind":"utterance","speaker":"Ana Quiroga","text":"counted them at the gate"}"#);
        let other = statement(r#"{"kind":"utterance","speaker":"Ana Quiroga","text":"Nobody told us"}"#);
        assert!(matches(&wanted, &cut));
        assert!(!matches(&wanted, &other));
    }

    #[test]
    fn kin_is_compared_as_a_name_and_a_role_as_words() {
        let kin = statement(r#"{"kind":"attribute","person":"Ana Quiroga","field":"spouse","value":"Leo Salas"}"#);
        let half = statement(r#"{"kind":"attribute","person":"Ana Quiroga","field":"spouse","value":"Salas"}"#);
        let role = statement(r#"{"kind":"attribute","person":"Ana Quiroga","field":"role","value":"retired nurse"}"#);
        let short = statement(r#"{"kind":"attribute","person":"Ana Quiroga","field":"role","value":"nurse"}"#);
        assert!(!matches(&kin, &half));
        assert!(matches(&role, &short));
    }
}
