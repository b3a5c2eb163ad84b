//! How what the register says is shown: one view of it, laid out as text, Markdown or a page.
//!
//! Computes nothing about persons or counts; what holds is decided in the register.

pub mod chart;
pub mod described;
pub mod explained;
pub mod html;
pub mod identity;
pub mod markdown;
pub mod marked;
pub mod plain;
pub mod readers;
pub mod text;
pub mod view;
pub mod why;
pub mod words;

#[cfg(test)]
mod tests;
