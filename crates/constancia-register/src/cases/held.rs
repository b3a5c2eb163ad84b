//! Who is said to be still in custody.

use constancia_model::Stance;

use crate::brief::PersonLine;

/// The indexes of the persons whose last word is custody. A plan to release somebody leaves her in custody; words
/// that only doubt or deny put nobody in.
pub(crate) fn still_held(persons: &[PersonLine]) -> Vec<usize> {
    let in_custody = |person: &PersonLine| person.today.stance == Stance::Asserts && person.today.status.in_custody();
    persons.iter().enumerate().filter(|(_, person)| in_custody(person)).map(|(place, _)| place).collect()
}
