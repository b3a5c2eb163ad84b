//! Kept text to sentences, words, tags, trees, names, numbers and dates. Knows English and Spanish, not custody.
//!
//! Everything here points into the text by byte spans and never changes it. It reads no bytes, no pages and no clock.

mod analysis;
pub mod dates;
mod detection;
mod folding;
pub mod gist;
pub mod inflection;
pub mod lemmas;
pub mod lexicon;
mod names;
pub mod numbers;
mod sentences;
pub mod tagging;
mod tokens;
pub mod trees;

pub use analysis::{Analysis, Word};
pub use detection::detect;
pub use folding::fold;
pub use names::{Name, NameKind};
pub use sentences::{Block, BlockKind, Quote, Sentence};
pub use tokens::TokenKind;
