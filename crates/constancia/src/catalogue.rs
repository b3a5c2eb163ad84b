//! Every word that the application says to people, in English and in Spanish, from one folder of messages.
//!
//! Knows nothing of commands or reports: it turns a key and values into a sentence. The texts stand in `locales/`.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::langid;

/// The languages that the application speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// English, `en`.
    English,
    /// Spanish, `es`.
    Spanish,
}

impl Tongue {
    /// The language of that code, exactly `en` or `es`.
    pub fn of_code(code: &str) -> Option<Self> {
        match code {
            "en" => Some(Self::English),
            "es" => Some(Self::Spanish),
            _ => None,
        }
    }

    /// Its ISO 639 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    fn messages(self) -> &'static str {
        match self {
            Self::English => include_str!("../locales/en.ftl"),
            Self::Spanish => include_str!("../locales/es.ftl"),
        }
    }
}

/// The messages of one language.
pub struct Catalogue {
    tongue: Tongue,
    bundle: FluentBundle<FluentResource>,
}

/// A value that a message shows.
pub type Value<'a> = FluentValue<'a>;

impl Catalogue {
    /// The messages in `tongue`.
    pub fn new(tongue: Tongue) -> Self {
        let language = match tongue {
            Tongue::English => langid!("en"),
            Tongue::Spanish => langid!("es"),
        };
        let mut bundle = FluentBundle::new(vec![language]);
        // The marks that isolate left-to-right from right-to-left text would stand as rubbish in tables and files.
        bundle.set_use_isolating(false);
        // A message that does not parse is left out here and found by the tests of this file.
        let resource = FluentResource::try_new(tongue.messages().to_owned()).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
        Self { tongue, bundle }
    }

    /// The language of these messages.
    pub fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// The message of that key.
    pub fn say(&self, key: &str) -> String {
        self.fill(key, &[])
    }

    /// The message of that key with its values filled in.
    pub fn fill(&self, key: &str, values: &[(&str, Value)]) -> String {
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            arguments.set(*name, value.clone());
        }
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        self.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::{Path, PathBuf};

    use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};

    use super::*;

    type Keys = BTreeMap<String, BTreeSet<String>>;

    fn variables_of(expression: &InlineExpression<&str>, into: &mut BTreeSet<String>) {
        match expression {
            InlineExpression::VariableReference { id } => {
                into.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => variables_in(expression, into),
            _ => {}
        }
    }

    fn variables_in(expression: &Expression<&str>, into: &mut BTreeSet<String>) {
        match expression {
            Expression::Inline(inline) => variables_of(inline, into),
            Expression::Select { selector, variants } => {
                variables_of(selector, into);
                variants.iter().for_each(|variant| variables_of_pattern(&variant.value.elements, into));
            }
        }
    }

    fn variables_of_pattern(elements: &[PatternElement<&str>], into: &mut BTreeSet<String>) {
        for element in elements {
            if let PatternElement::Placeable { expression } = element {
                variables_in(expression, into);
            }
        }
    }

    fn keys(tongue: Tongue) -> Keys {
        let resource = fluent_syntax::parser::parse(tongue.messages()).expect("every message parses");
        let mut keys = Keys::new();
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let mut variables = BTreeSet::new();
                variables_of_pattern(&message.value.expect("a message has words").elements, &mut variables);
                assert!(keys.insert(message.id.name.to_owned(), variables).is_none(), "twice: {}", message.id.name);
            }
        }
        keys
    }

    fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
        let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                sources(&path, into);
            } else if !path.ends_with("tests.rs") {
                into.push(path);
            }
        }
    }

    /// The code of the application without its tests and comments, and the string literals in it.
    fn code() -> Vec<(String, String)> {
        let mut files = Vec::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
        files
            .into_iter()
            .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
            .map(|path| {
                let text = std::fs::read_to_string(&path).unwrap();
                let product = text.split("#[cfg(test)]").next().unwrap_or_default();
                let lines = product.lines().filter(|line| !line.trim_start().starts_with("//"));
                (path.display().to_string(), lines.collect::<Vec<_>>().join("\n"))
            })
            .collect()
    }

    fn literals(code: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut characters = code.chars().peekable();
        while let Some(character) = characters.next() {
            if character == '\'' {
                // A character literal may hold a quotation mark.
                let ahead: String = characters.clone().take(2).collect();
                if ahead == "\"'" {
                    characters.nth(1);
                }
            }
            if character != '"' {
                continue;
            }
            let mut literal = String::new();
            while let Some(inner) = characters.next() {
                match inner {
                    '"' => break,
                    '\\' => literal.extend(characters.next().filter(|next| *next != '\n')),
                    other => literal.push(other),
                }
            }
            found.push(literal);
        }
        found
    }

    #[test]
    fn both_languages_have_the_same_messages_with_the_same_values() {
        let (english, spanish) = (keys(Tongue::English), keys(Tongue::Spanish));
        assert!(english.len() > 100);
        assert_eq!(english, spanish);
    }

    #[test]
    fn no_words_for_people_stand_outside_the_catalogue() {
        let wordy = |literal: &str| {
            let words = literal.split(' ').filter(|word| word.len() > 1 && word.chars().all(char::is_alphabetic));
            words.count() > 1
        };
        let stray: Vec<_> = code()
            .into_iter()
            .flat_map(|(file, code)| literals(&code).into_iter().map(move |literal| (file.clone(), literal)))
            .filter(|(_, literal)| wordy(literal))
            .collect();
        assert!(stray.is_empty(), "{stray:#?}");
    }

    #[test]
    fn the_test_of_stray_words_would_find_one() {
        assert_eq!(literals(r#"say('"', "a \" b", "two words")"#), ["a \" b", "two words"]);
    }

    /// A key is used when it stands in the code as a whole, or when a family of keys is put together from its start.
    #[test]
    fn every_message_is_used_and_every_key_has_a_message() {
        let all: BTreeSet<String> = code().iter().flat_map(|(_, code)| literals(code)).collect();
        let families: Vec<&str> = all.iter().filter_map(|literal| literal.strip_suffix("-{}")).collect();
        let known = keys(Tongue::English);
        let family = |key: &str| families.iter().any(|start| key.starts_with(&format!("{start}-")));
        let unused: Vec<_> = known.keys().filter(|key| !all.contains(*key) && !family(key)).collect();
        assert!(unused.is_empty(), "messages that nothing says: {unused:#?}");
        let said = code().into_iter().flat_map(|(_, code)| {
            let after = |mark: &str| code.split(mark).skip(1).map(|rest| format!("\"{rest}")).collect::<Vec<_>>();
            [after(".say(\""), after(".fill(\"")].concat()
        });
        for rest in said {
            let key = literals(&rest).remove(0);
            assert!(known.contains_key(&key), "no message: {key}");
        }
    }

    #[test]
    fn one_and_many_are_told_apart_in_both_languages() {
        for (tongue, one, many) in
            [(Tongue::English, "1 report", "5 reports"), (Tongue::Spanish, "1 reporte", "5 reportes")]
        {
            let catalogue = Catalogue::new(tongue);
            let say = |count: usize| catalogue.fill("number-of-reports", &[("count", count.into())]);
            assert_eq!((say(1).as_str(), say(5).as_str()), (one, many));
        }
    }
}
