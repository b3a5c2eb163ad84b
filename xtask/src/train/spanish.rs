//! Spanish word forms that the small treebanks do not show: closed classes and the regular conjugations.

use constancia_language::tagging::word::word_key;
use constancia_language::tagging::{LABELS, Tag, VerbForm};

use super::classes::Classes;

/// Adds every form of these verbs, one infinitive a line, to what was observed.
pub fn add_conjugations(classes: &mut Classes, infinitives: &str) {
    for (form, verb) in infinitives.lines().flat_map(conjugate) {
        let label = LABELS.iter().position(|label| *label == (Tag::Verb, Some(verb)));
        *classes.entry(word_key(&form)).or_default() |= label.map_or(0, |label| 1 << label);
    }
}

/// The endings of `-ar` and of `-er` and `-ir` verbs, with the form each stands for.
const FIRST: &[(VerbForm, &str)] = &[
    (VerbForm::Infinitive, "ar arlo arla arlos arlas arle arles arse arme arnos"),
    (VerbForm::Gerund, "ando ándolo ándola ándolos ándolas ándole ándoles ándose"),
    (VerbForm::Participle, "ado ada ados adas"),
    (VerbForm::Past, "é aste ó amos aron aba abas ábamos aban"),
    (VerbForm::Finite, "o as a amos an e es emos en ará arán aré aremos aría arían ara aran ase asen"),
];
const SECOND: &[(VerbForm, &str)] = &[
    (VerbForm::Infinitive, "erlo erla erlos erlas erle erles erse erme ernos"),
    (VerbForm::Gerund, "iendo iéndolo iéndola iéndolos iéndolas iéndole iéndoles iéndose"),
    (VerbForm::Participle, "ido ida idos idas"),
    (VerbForm::Past, "í iste ió imos ieron ía ías íamos ían"),
    (VerbForm::Finite, "o es e emos en a as amos an erá erán eré eremos ería erían iera ieran iese iesen"),
];

fn conjugate(infinitive: &str) -> Vec<(String, VerbForm)> {
    let Some((cut, _)) = infinitive.char_indices().rev().nth(1) else { return Vec::new() };
    let (stem, ending) = infinitive.split_at(cut);
    let table = if ending == "ar" { FIRST } else { SECOND };
    let forms = table.iter().flat_map(|(verb, endings)| endings.split(' ').map(|ending| (*verb, ending)));
    let adapted = |ended: &str| {
        if ending == "ir" && ended.starts_with("er") { ended.replacen('e', "i", 1) } else { ended.into() }
    };
    let mut all: Vec<(String, VerbForm)> = forms.map(|(verb, ended)| (spelled(stem, &adapted(ended)), verb)).collect();
    all.push((infinitive.to_owned(), VerbForm::Infinitive));
    all
}

/// Before `e` and `é` the sound of the stem asks for another letter: `busqué`, `pagué`, `cruce`.
fn spelled(stem: &str, ending: &str) -> String {
    let soft = ending.starts_with(['e', 'é']);
    let cases = [("c", "qu"), ("g", "gu"), ("z", "c")];
    let first = stem.ends_with(['c', 'g', 'z']) && soft;
    match cases.iter().find(|(last, _)| first && stem.ends_with(last)) {
        Some((last, other)) => format!("{}{other}{ending}", &stem[..stem.len() - last.len()]),
        None => format!("{stem}{ending}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_verbs_are_conjugated_and_spelled() {
        let forms = |infinitive: &str| conjugate(infinitive).into_iter().collect::<Vec<_>>();
        let has =
            |infinitive: &str, form: &str, verb| assert!(forms(infinitive).contains(&(form.into(), verb)), "{form}");
        has("liberar", "liberaron", VerbForm::Past);
        has("liberar", "liberarlos", VerbForm::Infinitive);
        has("indagar", "indagué", VerbForm::Past);
        has("cumplir", "cumplirá", VerbForm::Finite);
        has("perder", "perdidas", VerbForm::Participle);
    }
}
