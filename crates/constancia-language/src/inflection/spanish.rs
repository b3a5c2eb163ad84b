//! The forms of Spanish verbs. Knows spelling, no meanings.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Form, Inflection, enclitics, form};

#[derive(Clone, Default, Deserialize)]
struct SpanishVerb {
    stressed: Option<String>,
    first: Option<String>,
    preterite: Option<String>,
    weak: Option<String>,
    future: Option<String>,
    participle: Option<String>,
    /// Forms of the present that no stem gives, in the singular and the plural, instead of the regular ones.
    present: Option<[Vec<String>; 2]>,
}

static SPANISH: LazyLock<BTreeMap<String, SpanishVerb>> =
    LazyLock::new(|| toml::from_str(include_str!("../../data/es/verbs.toml")).expect("part of the program"));

/// Every form of the verb with this infinitive.
pub(super) fn forms(verb: &str) -> Vec<Form> {
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
    found.imperative();
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
        if let Some([singular, plural]) = self.exceptions.present.clone() {
            self.forms.extend(singular.into_iter().map(|text| form(text, Inflection::Present, false)));
            self.forms.extend(plural.into_iter().map(|text| form(text, Inflection::Present, true)));
            return;
        }
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
        let (vos, vosotros) = match (self.first_conjugation, self.verb.ends_with("ir")) {
            (true, _) => ("ás", "áis"),
            (false, false) => ("és", "éis"),
            (false, true) => ("ís", "ís"),
        };
        self.add(self.stem, &[vos], &[vosotros], Inflection::Present);
    }

    fn past(&mut self) {
        let stem = self.stem;
        if let Some(strong) = self.exceptions.preterite.clone() {
            let they = if strong.ends_with('j') { "eron" } else { "ieron" };
            self.add(&strong, &["e", "iste", "o"], &["imos", "isteis", they], Inflection::Past);
        } else if self.first_conjugation {
            self.add(&Self::before_e(stem), &["é"], &[], Inflection::Past);
            self.add(stem, &["aste", "ó"], &["amos", "asteis", "aron"], Inflection::Past);
        } else {
            let weak = self.exceptions.weak.clone().unwrap_or_else(|| stem.to_owned());
            let (it, they) = if weak.ends_with('y') { ("ó", "eron") } else { ("ió", "ieron") };
            self.add(stem, &["í", "iste"], &["imos", "isteis"], Inflection::Past);
            self.add(&weak, &[it], &[they], Inflection::Past);
        }
        if self.first_conjugation {
            self.add(stem, &["aba", "abas"], &["ábamos", "abais", "aban"], Inflection::Imperfect);
        } else {
            self.add(stem, &["ía", "ías"], &["íamos", "íais", "ían"], Inflection::Imperfect);
        }
    }

    fn future(&mut self) {
        let stem = self.exceptions.future.clone().unwrap_or_else(|| self.verb.to_owned());
        self.add(&stem, &["é", "ás", "á"], &["emos", "éis", "án"], Inflection::Future);
        self.add(&stem, &["ía", "ías"], &["íamos", "íais", "ían"], Inflection::Conditional);
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
        self.with_enclitics(self.verb, Inflection::Infinitive);
        self.with_enclitics(&gerund, Inflection::Gerund);
    }

    /// Those of *vos*, *vosotros*, *usted* and *ustedes*, alone and with pronouns: `liberá`, `liberad`, `libérenlos`.
    fn imperative(&mut self) {
        let first = self.exceptions.first.clone().unwrap_or_else(|| self.stressed());
        let (polite, end) = if self.first_conjugation { (Self::before_e(&first), "e") } else { (first, "a") };
        let familiar = self.verb.strip_suffix('r').unwrap_or(self.verb);
        let vos = match self.first_conjugation {
            true => format!("{}á", self.stem),
            false if self.verb.ends_with("ir") => format!("{}í", self.stem),
            false => format!("{}é", self.stem),
        };
        let alone = [(vos, false), (format!("{familiar}d"), true)];
        let known: BTreeSet<String> = self.forms.iter().map(|form| form.text.clone()).collect();
        let alone = alone.into_iter().filter(|(text, _)| !known.contains(text));
        let mut forms: Vec<Form> = alone.map(|(text, plural)| form(text, Inflection::Imperative, plural)).collect();
        for (bare, plural) in [(format!("{polite}{end}"), false), (format!("{polite}{end}n"), true)] {
            let joined = enclitics::on_imperative(&bare).into_iter().filter(|text| !known.contains(text));
            forms.extend(joined.map(|text| form(text, Inflection::Imperative, plural)));
        }
        self.forms.extend(forms);
    }

    fn with_enclitics(&mut self, bare: &str, inflection: Inflection) {
        let joined = match inflection {
            Inflection::Gerund => enclitics::on_gerund(bare),
            _ => enclitics::on_infinitive(bare),
        };
        self.forms.extend(joined.into_iter().map(|text| form(text, inflection, false)));
        self.forms.push(form(bare.to_owned(), inflection, false));
    }
}
