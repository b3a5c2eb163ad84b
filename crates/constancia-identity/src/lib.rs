//! Compares persons and proposes judgements. Never reads prose.
