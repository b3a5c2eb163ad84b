//! Bytes to a report: decoding, pages, kept text with its offset map, diagnostics. Knows formats, not meaning.
