//! Who finds statements in a report: the rules of this program, or a model that was asked.

/// What kind of reader found a statement. The rules stand first: where both tell one thing, their words are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReaderKind {
    /// Rules over words: the same text gives the same statements.
    Rules,
    /// A language model behind an endpoint.
    Model,
}

/// How the names of models begin, by the protocol they are asked in.
const MODEL: &str = "openai ";

impl ReaderKind {
    /// The kind of a reader by its name: `rules 0.1.0`, `openai some-model (prompt 1)`.
    pub fn of(reader: &str) -> Self {
        if reader.starts_with(MODEL) { Self::Model } else { Self::Rules }
    }

    /// The name in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rules => "rules",
            Self::Model => "model",
        }
    }

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Rules, Self::Model].into_iter().find(|kind| kind.name() == name)
    }
}

/// The name under which a model's statements are kept: the model, and the version of what it was asked.
pub fn model_reader(model: &str, prompt: &str) -> String {
    format!("{MODEL}{model} (prompt {prompt})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_is_known_by_its_name() {
        assert_eq!(ReaderKind::of("rules 0.1.0"), ReaderKind::Rules);
        assert_eq!(ReaderKind::of(&model_reader("a-model:8b", "1")), ReaderKind::Model);
        assert_eq!(ReaderKind::parse("model"), Some(ReaderKind::Model));
    }
}
