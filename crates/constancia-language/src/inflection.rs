//! From a verb's infinitive to all its forms, by rule, with the exceptions of `data/<language>/verbs.toml`.
//!
//! Gives forms, knows no meanings. Spanish forms carry their accents, among them those of *vos* and *vosotros*; enclitic
//! pronouns, one or two, stand on infinitives, gerunds and imperatives.

mod enclitics;
mod english;
mod spanish;

use constancia_model::Language;

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
        Language::Spanish => spanish::forms(infinitive),
        Language::English | Language::Other(_) => english::forms(infinitive),
    }
}

fn form(text: String, inflection: Inflection, plural: bool) -> Form {
    Form { text, inflection, plural }
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
            "llevar",
            &[("llevárselo", Infinitive), ("llevás", Present), ("lleváis", Present), ("llévenselo", Imperative)],
        );
        has(
            Language::Spanish,
            "liberar",
            &[("liberá", Imperative), ("liberad", Imperative), ("libérenlas", Imperative)],
        );
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
