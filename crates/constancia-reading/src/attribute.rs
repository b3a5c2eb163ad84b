//! Attributes: who somebody is — role, nationality, age, family, lawyer — from words right beside the name.
//!
//! Read first: what it learns (roles, relations) is how "the nurse" and "her brother" are understood later.

mod affiliation;
mod apposition;
mod beside;
mod called;
mod kin;
mod predicate;
mod shared;
mod value;

use std::ops::Range;

use constancia_model::{Attribute, AttributeField, Content, Statement};

use crate::explanation::{Explained, Explanation, Part, Role, Rule, Way};
use crate::reached::Reached;
use crate::scene::Scene;

/// All attributes of the report; the scene learns roles and relations on the way.
pub fn statements(scene: &mut Scene) -> Vec<Explained> {
    let mut found = Vec::new();
    let mut waiting = kin::Waiting::default();
    for index in 0..scene.rows.len() {
        let row = scene.rows[index].clone();
        let beside = beside::beside_names(scene, &row);
        found.extend(beside.iter().flat_map(|b| value::said(scene, b)));
        for b in beside {
            learn(scene, &b);
        }
        found.extend(shared::statements(scene, &row));
        found.extend(called::statements(scene, &row));
        found.extend(predicate::copulas(scene, &row));
        found.extend(affiliation::statements(scene, &row));
        found.extend(waiting.statements(scene, &row));
    }
    found
}

/// Words that say who somebody is: beside her name, or behind a verb of being.
struct Beside {
    person: Reached,
    words: Range<usize>,
    rule: Rule,
}

fn learn(scene: &mut Scene, beside: &Beside) {
    let words = scene.words;
    for w in beside.words.clone() {
        let lower = scene.lower(w).to_owned();
        if words.is_person_noun(&lower) && (!words.is_kin(&lower) || words.is_work(&lower))
            || words.kin_field(&lower) == Some(AttributeField::Lawyer)
        {
            scene.roster.learn_role(beside.person.person, &lower, words);
        } else if words.is_kin(&lower) {
            let gender = crate::roster::gender_of(&lower, words);
            let known = &mut scene.roster.persons[beside.person.person];
            known.gender = known.gender.or(gender);
        }
    }
}

/// A statement that rests on `words`; `trigger` holds the words that say it.
pub fn statement(
    scene: &Scene,
    rule: &Rule,
    trigger: Range<usize>,
    person: &Reached,
    field: AttributeField,
    value: String,
    words: &Range<usize>,
) -> Option<Explained> {
    let evidence = scene.evidence(words)?;
    let mut explanation = Explanation::new(rule.clone(), scene.evidence(&trigger)?);
    let said = Part::new(Role::Value, value.clone(), Way::Itself, Some(evidence.clone()));
    explanation.parts = vec![person.part(scene, Role::Person, words.start), said];
    let person = scene.roster.persons[person.person].name.clone();
    let statement = Statement::new(Content::Attribute(Attribute { person, field, value }), evidence);
    Some(Explained { statement, explanation })
}

#[cfg(test)]
mod tests {
    use constancia_model::Language;

    use crate::testing::{Case, Kind, check};

    const ENGLISH: &[Case] = &[
        ("Marta Ilves, 34, a nurse, was released on Friday.", &["Marta Ilves age 34", "Marta Ilves role nurse"]),
        ("The lawyer Kofi Mensara was arrested in Lagune.", &["Kofi Mensara role lawyer"]),
        (
            "Sanjay Mirpuri, a Kenyan engineer, is in prison.",
            &["Sanjay Mirpuri nationality Kenyan", "Sanjay Mirpuri role Kenyan engineer"],
        ),
        (
            "Tomas Verrel's wife, Ines Verrel, waited outside the prison.",
            &["Ines Verrel spouse Tomas Verrel", "Tomas Verrel spouse Ines Verrel"],
        ),
        ("Lidia Okoro is a teacher.", &["Lidia Okoro role teacher"]),
        (
            "Rosa Drennik, the mother of Pavel Drennik, spoke to reporters.",
            &["Pavel Drennik parent Rosa Drennik", "Rosa Drennik child Pavel Drennik"],
        ),
        ("Amina Dossou, 29, was arrested on Monday.", &["Amina Dossou age 29"]),
        (
            "Pavel Drennik's brother, Ivo Drennik, was released.",
            &["Ivo Drennik sibling Pavel Drennik", "Pavel Drennik sibling Ivo Drennik"],
        ),
        (
            "Chilean photographer Diego Lastra was detained at the airport.",
            &["Diego Lastra nationality Chilean", "Diego Lastra role Chilean photographer"],
        ),
        (
            "Kofi Mensara, leader of the Harbour Workers Union, was freed.",
            &["Kofi Mensara role leader of the Harbour Workers Union"],
        ),
        ("The trial lasted 34 days, said Marta Ilves.", &[]),
        ("Pavel Drennik was sentenced to nine years.", &[]),
        (
            "Nora Quist, the lawyer of Marta Ilves, visited the prison.",
            &["Marta Ilves lawyer Nora Quist", "Nora Quist role lawyer of Marta Ilves"],
        ),
        ("Ivo Drennik, 51, is a retired engineer.", &["Ivo Drennik age 51", "Ivo Drennik role retired engineer"]),
        ("Mayor Rosa Drennik was arrested.", &["Rosa Drennik role Mayor"]),
        (
            "Ines Verrel's son, Leo Verrel, is a student.",
            &["Ines Verrel child Leo Verrel", "Leo Verrel parent Ines Verrel", "Leo Verrel role student"],
        ),
    ];

    const SPANISH: &[Case] = &[
        (
            "Marta Ilvera, de 34 años, enfermera, fue liberada el viernes.",
            &["Marta Ilvera age 34", "Marta Ilvera role enfermera"],
        ),
        ("El abogado Carlos Menares fue detenido en Lagunera.", &["Carlos Menares role abogado"]),
        (
            "Simón Mirabal, ingeniero chileno, está en prisión.",
            &["Simón Mirabal role ingeniero chileno", "Simón Mirabal nationality chileno"],
        ),
        (
            "La esposa de Tomás Verrel, Inés Lugo, esperó frente a la cárcel.",
            &["Inés Lugo spouse Tomás Verrel", "Tomás Verrel spouse Inés Lugo"],
        ),
        ("Lidia Ocampo es maestra.", &["Lidia Ocampo role maestra"]),
        (
            "Rosa Drena, madre de Paulo Drena, habló con la prensa.",
            &["Paulo Drena parent Rosa Drena", "Rosa Drena child Paulo Drena"],
        ),
        ("Amina Dosal, de 29 años, fue detenida el lunes.", &["Amina Dosal age 29"]),
        (
            "El hermano de Paulo Drena, Ivo Drena, fue liberado.",
            &["Ivo Drena sibling Paulo Drena", "Paulo Drena sibling Ivo Drena"],
        ),
        (
            "El fotógrafo chileno Diego Lastra fue detenido en el aeropuerto.",
            &["Diego Lastra role fotógrafo chileno", "Diego Lastra nationality chileno"],
        ),
        (
            "Clara Menares, dirigente del Sindicato de Portuarios, fue liberada.",
            &["Clara Menares role dirigente del Sindicato de Portuarios"],
        ),
        ("El juicio duró 34 días, dijo Marta Ilvera.", &[]),
        ("Paulo Drena fue condenado a nueve años.", &[]),
        (
            "La abogada de Marta Ilvera, Nora Quiles, visitó la cárcel.",
            &["Marta Ilvera lawyer Nora Quiles", "Nora Quiles role abogada de Marta Ilvera"],
        ),
        ("Ivo Drena, de 51 años, es ingeniero jubilado.", &["Ivo Drena age 51", "Ivo Drena role ingeniero jubilado"]),
        ("La alcaldesa Rosa Drena fue detenida.", &["Rosa Drena role alcaldesa"]),
    ];

    #[test]
    fn english() {
        check(Language::English, Kind::Attribute, ENGLISH);
    }

    #[test]
    fn spanish() {
        check(Language::Spanish, Kind::Attribute, SPANISH);
    }
}
