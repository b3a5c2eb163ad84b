//! Words of reports compared: names, places, populations, sentences. Knows no person and no statement's meaning.

pub(crate) mod areas;
pub(crate) mod names;
pub(crate) mod places;
pub(crate) mod populations;
pub(crate) mod sentence;
pub(crate) mod word_lists;
