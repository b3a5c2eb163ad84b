//! Who says a number: whoever is credited, the subject of a verb of counting, or who said the whole.

use constancia_model::InformantClass;

use super::counted::Counted;
use super::whole::Whole;
use crate::credit::{self, Credit};
use crate::explanation::{CreditWay, Crediting};
use crate::phrases::PhraseKind;
use crate::scene::{Row, Scene};

/// Who says a number: the name and the class.
pub type Informant = (String, Option<InformantClass>);

/// Who says the number: whoever is credited, the subject of a verb of counting, or who said the whole.
pub fn of(
    scene: &Scene,
    row: &Row,
    counted: &Counted,
    credit: Option<&Credit>,
    whole: Option<&Whole>,
) -> Option<(Informant, Crediting)> {
    let governing = credit.map(|c| ((c.informant.clone(), c.class), c.explained(scene)));
    governing.or_else(|| counting_subject(scene, row, counted)).or_else(|| {
        let last = whole?;
        let informant = last.informant.clone()?;
        let (words, way) = (scene.evidence(&last.words), CreditWay::FromWhole);
        let crediting = Crediting { informant: informant.0.clone(), words, verb: None, way };
        Some((informant, crediting))
    })
}

/// "Puente Nica lists 53", "la ONG contabiliza 21": the subject of a counting verb.
fn counting_subject(scene: &Scene, row: &Row, counted: &Counted) -> Option<(Informant, Crediting)> {
    let verb = (0..counted.phrase).rev().find(|&k| row.phrases[k].kind == PhraseKind::Verb)?;
    if !scene.words.is_counting(scene.lower(row.phrases[verb].head)) {
        return None;
    }
    let subject = scene.clause(row).subject(verb);
    let body = subject
        .into_iter()
        .find(|&k| credit::can_be_credited(scene, &row.phrases[k]) || !scene.persons(row, k).is_empty())?;
    let (name, class, _) = credit::name(scene, row, body)?;
    let head = row.phrases[verb].head;
    let (words, verb) = (scene.evidence(&row.phrases[body].words), scene.evidence(&(head..head + 1)));
    Some(((name.clone(), class), Crediting { informant: name, words, verb, way: CreditWay::Counting }))
}
