//! The forms of English verbs. Knows spelling, no meanings.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Form, Inflection, form};

#[derive(Deserialize)]
struct EnglishVerbs {
    irregular: BTreeMap<String, (String, String)>,
}

static ENGLISH: LazyLock<EnglishVerbs> =
    LazyLock::new(|| toml::from_str(include_str!("../../data/en/verbs.toml")).expect("part of the program"));

/// Every form of the verb.
pub(super) fn forms(verb: &str) -> Vec<Form> {
    use Inflection::{Gerund, Infinitive, Participle, Past, Present};
    let (past, participle) = ENGLISH.irregular.get(verb).cloned().unwrap_or_else(|| {
        let past = english_past(verb);
        (past.clone(), past)
    });
    let doubled = past.strip_suffix("ed").filter(|stem| stem.len() == verb.len() + 1 && !verb.ends_with('e'));
    let gerund = match (doubled, verb.strip_suffix("ie"), verb.strip_suffix('e')) {
        (Some(stem), _, _) => format!("{stem}ing"),
        (_, Some(stem), _) => format!("{stem}ying"),
        (_, _, Some(stem)) if !verb.ends_with("ee") && verb != "be" => format!("{stem}ing"),
        _ if matches!(verb, "let" | "get" | "put" | "set") => format!("{verb}ting"),
        _ => format!("{verb}ing"),
    };
    let irregular: &[&str] = if verb == "be" { &["is", "are", "were", "am"] } else { &[] };
    let mut forms: Vec<Form> = irregular.iter().map(|text| form((*text).to_owned(), Present, false)).collect();
    forms.extend([
        form(verb.to_owned(), Infinitive, false),
        form(english_third(verb), Present, false),
        form(past, Past, false),
        form(participle, Participle, false),
        form(gerund, Gerund, false),
    ]);
    forms
}

fn english_past(verb: &str) -> String {
    let before_y = verb.chars().rev().nth(1);
    match verb {
        _ if verb.ends_with('e') => format!("{verb}d"),
        _ if verb.ends_with('y') && !before_y.is_some_and(|c| "aeiou".contains(c)) => {
            format!("{}ied", &verb[..verb.len() - 1])
        }
        _ => format!("{verb}ed"),
    }
}

fn english_third(verb: &str) -> String {
    let before_y = verb.chars().rev().nth(1);
    if verb.ends_with('y') && !before_y.is_some_and(|c| "aeiou".contains(c)) {
        format!("{}ies", &verb[..verb.len() - 1])
    } else if ["s", "x", "ch", "sh", "o"].iter().any(|end| verb.ends_with(end)) {
        format!("{verb}es")
    } else {
        format!("{verb}s")
    }
}
