//! Numbers: what was announced, what each informant counted, whom the register names under the same definition, and
//! the gap. Adds up nothing and averages nothing.

pub(crate) mod announcements;
pub(crate) mod figures;
pub(crate) mod followed;
pub(crate) mod lines;
pub(crate) mod parts;
pub(crate) mod presence;
pub(crate) mod rivals;
pub(crate) mod series;

#[cfg(test)]
mod tests;
