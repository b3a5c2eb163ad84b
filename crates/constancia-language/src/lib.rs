//! Kept text to sentences, words, tags, names, numbers and dates. Knows English and Spanish, not custody.
//!
//! Everything here points into the text by byte spans and never changes it. It reads no bytes, no pages and no clock.

pub mod dates;
pub mod numbers;
pub mod tagging;
