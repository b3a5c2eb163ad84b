//! A report's text to statements and diagnostics. Never sees bytes, pages or databases.
