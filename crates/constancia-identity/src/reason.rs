//! The reasons of a proposal, as stable codes: they stand in the ledger, so that none is ever renamed.

use std::fmt;

/// Why two mentions may or may not be one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Reason {
    /// All words of the names are the same.
    SameFullName,
    /// A given name, father's name or initial more, between the others.
    MiddleNameAdded,
    /// A surname more, behind the others.
    SecondSurnameAdded,
    /// Words more, of which nobody can say what they are.
    NamesAdded,
    /// The same words in another order.
    NameOrder,
    /// Two words here are one there.
    WordsJoined,
    /// A letter stands for a word.
    Initial,
    /// A short, pet or other-language form of the given name.
    Nickname,
    /// Two spellings of the same sounds.
    SpellingVariant,
    /// A few letters differ.
    Slip,
    /// A word stands against another one.
    WordDiffers,
    /// The one is named as the other's father.
    FatherAndSon,
    /// Only one word is shared.
    OneWordOnly,
    /// "Jr", "hijo" on one side only.
    GenerationDiffers,
    /// One of the two fits somebody else as well, who cannot be the other.
    CompetingCandidates,
    /// Some report names both side by side.
    NamedSideBySide,
}

impl Reason {
    /// The code.
    pub fn code(self) -> &'static str {
        match self {
            Self::SameFullName => "same-full-name",
            Self::MiddleNameAdded => "middle-name-added",
            Self::SecondSurnameAdded => "second-surname-added",
            Self::NamesAdded => "names-added",
            Self::NameOrder => "name-order",
            Self::WordsJoined => "words-joined",
            Self::Initial => "initial",
            Self::Nickname => "nickname",
            Self::SpellingVariant => "spelling-variant",
            Self::Slip => "slip",
            Self::WordDiffers => "word-differs",
            Self::FatherAndSon => "father-and-son",
            Self::OneWordOnly => "one-word-only",
            Self::GenerationDiffers => "generation-differs",
            Self::CompetingCandidates => "competing-candidates",
            Self::NamedSideBySide => "named-side-by-side",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
