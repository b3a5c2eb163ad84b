//! Kept text to sentences, words, tags, names, numbers and dates. Knows English and Spanish, not custody.
