//! From a verb's infinitive to all its forms, by rule, with the exceptions of `data/<language>/verbs.toml`.
//!
//! Gives forms, knows no meanings. Spanish forms carry their accents; enclitic pronouns stand on infinitives and gerunds.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use constancia_model::Language;
use serde::Deserialize;

/// The part of a verb's paradigm that a form belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Inflection {
    /// `free`, `liberar`, `liberarlo`.
    Infinitive,
    /// `freeing`, `liberando`.
    Gerund,
    /// `freed`, `liberada`.
    Participle,
    /// `frees`, `libera`.
    Present,
    /// `freed`, `liberó`.
    Past,
    /// `liberaba`.
    Imperfect,
    /// `liberará`.
    Future,
    /// `liberaría`.
    Conditional,
    /// `libere`, `liberara`.
    Subjunctive,
    /// `liberá`, `libérenlos`; forms that are also a subjunctive or a present are not said again.
    Imperative,
}

/// One form of a verb.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Form {
    /// As written, in lower case.
    pub text: String,
    /// What it is.
    pub inflection: Inflection,
    /// Whether it is a plural.
    pub plural: bool,
}

/// Every form of the verb with this infinitive.
pub fn forms(language: &Language, infinitive: &str) -> Vec<Form> {
    match language {
        Language::Spanish => spanish(infinitive),
        Language::English | Language::Other(_) => english(infinitive),
    }
}

fn form(text: String, inflection: Inflection, plural: bool) -> Form {
    Form { text, inflection, plural }
}

#[derive(Deserialize)]
struct EnglishVerbs {
    irregular: BTreeMap<String, (String, String)>,
}

static ENGLISH: LazyLock<EnglishVerbs> =
    LazyLock::new(|| toml::from_str(include_str!("../data/en/verbs.toml")).expect("part of the program"));

fn english(verb: &str) -> Vec<Form> {
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

#[derive(Clone, Default, Deserialize)]
struct SpanishVerb {
    stressed: Option<String>,
    first: Option<String>,
    preterite: Option<String>,
    weak: Option<String>,
    future: Option<String>,
    participle: Option<String>,
}

static SPANISH: LazyLock<BTreeMap<String, SpanishVerb>> =
    LazyLock::new(|| toml::from_str(include_str!("../data/es/verbs.toml")).expect("part of the program"));

fn spanish(verb: &str) -> Vec<Form> {
    let Some((stem, ending)) = verb.char_indices().rev().nth(1).map(|(at, _)| verb.split_at(at)) else {
        return Vec::new();
    };
    let exceptions = SPANISH.get(verb).cloned().unwrap_or_default();
    let first_conjugation = ending == "ar";
    let mut found = Paradigm { stem, verb, first_conjugation, exceptions, forms: Vec::new() };
    found.present();
    found.past();
    found.future();
    found.subjunctive();
    found.verbals();
    let mut forms = found.forms;
    forms.sort();
    forms.dedup();
    forms
}

struct Paradigm<'a> {
    stem: &'a str,
    verb: &'a str,
    first_conjugation: bool,
    exceptions: SpanishVerb,
    forms: Vec<Form>,
}

impl Paradigm<'_> {
    fn add(&mut self, stem: &str, singular: &[&str], plural: &[&str], inflection: Inflection) {
        self.forms.extend(singular.iter().map(|end| form(format!("{stem}{end}"), inflection, false)));
        self.forms.extend(plural.iter().map(|end| form(format!("{stem}{end}"), inflection, true)));
    }

    fn stressed(&self) -> String {
        self.exceptions.stressed.clone().unwrap_or_else(|| self.stem.to_owned())
    }

    /// The stem before -e in the first conjugation: sacar, saque; pagar, pague; cazar, cace.
    fn before_e(stem: &str) -> String {
        match stem.char_indices().next_back() {
            Some((at, 'c')) => format!("{}qu", &stem[..at]),
            Some((at, 'g')) => format!("{}gu", &stem[..at]),
            Some((at, 'z')) => format!("{}c", &stem[..at]),
            _ => stem.to_owned(),
        }
    }

    fn present(&mut self) {
        let stressed = self.stressed();
        let first = self.exceptions.first.clone().unwrap_or_else(|| stressed.clone());
        self.add(&first, &["o"], &[], Inflection::Present);
        let (singular, plural, we): (&[&str], &[&str], &str) = match (self.first_conjugation, self.verb.ends_with("ir"))
        {
            (true, _) => (&["as", "a"], &["an"], "amos"),
            (false, false) => (&["es", "e"], &["en"], "emos"),
            (false, true) => (&["es", "e"], &["en"], "imos"),
        };
        self.add(&stressed, singular, plural, Inflection::Present);
        self.add(self.stem, &[], &[we], Inflection::Present);
    }

    fn past(&mut self) {
        let stem = self.stem;
        if let Some(strong) = self.exceptions.preterite.clone() {
            let they = if strong.ends_with('j') { "eron" } else { "ieron" };
            self.add(&strong, &["e", "iste", "o"], &["imos", they], Inflection::Past);
        } else if self.first_conjugation {
            self.add(&Self::before_e(stem), &["é"], &[], Inflection::Past);
            self.add(stem, &["aste", "ó"], &["amos", "aron"], Inflection::Past);
        } else {
            let weak = self.exceptions.weak.clone().unwrap_or_else(|| stem.to_owned());
            let (it, they) = if weak.ends_with('y') { ("ó", "eron") } else { ("ió", "ieron") };
            self.add(stem, &["í", "iste"], &["imos"], Inflection::Past);
            self.add(&weak, &[it], &[they], Inflection::Past);
        }
        if self.first_conjugation {
            self.add(stem, &["aba", "abas"], &["ábamos", "aban"], Inflection::Imperfect);
        } else {
            self.add(stem, &["ía", "ías"], &["íamos", "ían"], Inflection::Imperfect);
        }
    }

    fn future(&mut self) {
        let stem = self.exceptions.future.clone().unwrap_or_else(|| self.verb.to_owned());
        self.add(&stem, &["é", "ás", "á"], &["emos", "án"], Inflection::Future);
        self.add(&stem, &["ía", "ías"], &["íamos", "ían"], Inflection::Conditional);
    }

    fn subjunctive(&mut self) {
        let first = self.exceptions.first.clone().unwrap_or_else(|| self.stressed());
        let (present, singular, plural): (String, &[&str], &[&str]) = if self.first_conjugation {
            (Self::before_e(&first), &["e", "es"], &["en", "emos"])
        } else {
            (first, &["a", "as"], &["an", "amos"])
        };
        self.add(&present, singular, plural, Inflection::Subjunctive);
        let strong = self.exceptions.preterite.clone().or(self.exceptions.weak.clone());
        let stem = strong.unwrap_or_else(|| self.stem.to_owned());
        let vowel = match (self.first_conjugation, stem.ends_with(['j', 'y'])) {
            (true, _) if self.exceptions.preterite.is_none() => "a",
            (false, true) => "e",
            _ => "ie",
        };
        for (ra, we) in [("ra", "ramos"), ("se", "semos")] {
            let ra = format!("{vowel}{ra}");
            self.add(
                &stem,
                &[&ra, &format!("{ra}s")],
                &[&format!("{ra}n"), &format!("{vowel}{we}")],
                Inflection::Subjunctive,
            );
        }
    }

    fn verbals(&mut self) {
        let regular = format!("{}{}", self.stem, if self.first_conjugation { "ad" } else { "id" });
        let participle = self.exceptions.participle.clone().unwrap_or(regular);
        self.add(&participle, &["o", "a"], &["os", "as"], Inflection::Participle);
        let weak = self.exceptions.weak.clone().unwrap_or_else(|| self.stem.to_owned());
        let gerund = match (self.first_conjugation, weak.ends_with('y')) {
            (true, _) => format!("{}ando", self.stem),
            (false, true) => format!("{weak}endo"),
            (false, false) => format!("{weak}iendo"),
        };
        self.enclitics(self.verb.to_owned(), Inflection::Infinitive);
        self.enclitics(gerund, Inflection::Gerund);
    }

    fn enclitics(&mut self, bare: String, inflection: Inflection) {
        let accented = match inflection {
            Inflection::Gerund => bare.replacen("ando", "ándo", 1).replacen("iendo", "iéndo", 1),
            _ => bare.clone(),
        };
        let pronouns = ["lo", "la", "los", "las", "le", "les", "se", "me", "nos"];
        self.forms.extend(pronouns.iter().map(|p| form(format!("{accented}{p}"), inflection, false)));
        self.forms.push(form(bare, inflection, false));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(language: Language, verb: &str, expected: &[(&str, Inflection)]) {
        let forms = forms(&language, verb);
        for (text, inflection) in expected {
            assert!(
                forms.iter().any(|f| f.text == *text && f.inflection == *inflection),
                "{verb}: {text} {inflection:?}"
            );
        }
    }

    #[test]
    fn spanish_verbs() {
        use Inflection::*;
        has(
            Language::Spanish,
            "liberar",
            &[
                ("liberó", Past),
                ("liberadas", Participle),
                ("liberarán", Future),
                ("liberarlo", Infinitive),
                ("libere", Subjunctive),
                ("liberara", Subjunctive),
            ],
        );
        has(
            Language::Spanish,
            "detener",
            &[
                ("detuvo", Past),
                ("detuvieron", Past),
                ("detenida", Participle),
                ("detendrán", Future),
                ("detiene", Present),
                ("detenga", Subjunctive),
            ],
        );
        has(Language::Spanish, "entregar", &[("entregué", Past), ("entregue", Subjunctive)]);
        has(
            Language::Spanish,
            "soltar",
            &[("soltaron", Past), ("suelta", Present), ("suelten", Subjunctive), ("soltándola", Gerund)],
        );
        has(Language::Spanish, "morir", &[("murió", Past), ("muertos", Participle), ("muriendo", Gerund)]);
        has(Language::Spanish, "imponer", &[("impuso", Past), ("impuesto", Participle)]);
        has(Language::Spanish, "recluir", &[("recluyeron", Past), ("recluido", Participle)]);
        has(
            Language::Spanish,
            "decir",
            &[("dijo", Past), ("dijeron", Past), ("dice", Present), ("dijera", Subjunctive)],
        );
    }

    #[test]
    fn english_verbs() {
        use Inflection::*;
        has(
            Language::English,
            "free",
            &[("freed", Past), ("freed", Participle), ("freeing", Gerund), ("frees", Present)],
        );
        has(Language::English, "take", &[("took", Past), ("taken", Participle), ("taking", Gerund)]);
        has(Language::English, "accuse", &[("accused", Participle), ("accusing", Gerund)]);
        has(Language::English, "deny", &[("denied", Past), ("denies", Present)]);
        has(Language::English, "kidnap", &[("kidnapped", Participle), ("kidnapping", Gerund)]);
        has(Language::English, "set", &[("setting", Gerund)]);
    }
}
