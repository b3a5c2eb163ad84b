//! Taking back: "He has not.", "It was not true.", "Es falso.", and corrections of what the outlet itself wrote before.
//!
//! A sentence that only denies turns what the sentence before said; "the article said that" says what is not so.

use constancia_model::{Content, Stance};

use crate::explanation::{Decision, DecisionKind, Explained};
use crate::phrases::{Phrase, PhraseKind};
use crate::scene::{Row, Scene};
use crate::status;

/// Whether the row does nothing but deny what stands before it.
pub fn takes_back(scene: &Scene, row: &Row) -> bool {
    let colon = row.words.clone().find(|&w| matches!(scene.lower(w), ":" | ";")).unwrap_or(row.words.end);
    let opening = row.words.start..colon;
    let words = opening.clone().filter(|&w| scene.lower(w).starts_with(char::is_alphabetic)).count();
    let false_claim = scene.find(&opening, &scene.words.false_phrases).is_some();
    words <= 7 && false_claim || words <= 4 && is_bare_negation(scene, row)
}

/// "He has not.", "She was not.", "No lo es.": a subject and a negated auxiliary, nothing else.
fn is_bare_negation(scene: &Scene, row: &Row) -> bool {
    let lower: Vec<&str> = row.words.clone().map(|w| scene.lower(w)).collect();
    let negated = lower.iter().any(|w| matches!(*w, "not" | "n't" | "no" | "never" | "nunca"));
    let auxiliary = lower.iter().any(|w| {
        matches!(
            *w,
            "has"
                | "have"
                | "had"
                | "was"
                | "were"
                | "is"
                | "are"
                | "did"
                | "es"
                | "fue"
                | "ha"
                | "están"
                | "está"
                | "así"
        )
    });
    let pronoun = lower.iter().any(|w| matches!(*w, "he" | "she" | "they" | "it" | "lo"));
    negated && auxiliary && pronoun
}

/// Whether the row reports what the outlet itself wrote before: "the article said that", "Escribimos que", "En la nota
/// publicada el lunes dijimos que".
pub fn corrects(scene: &Scene, row: &Row) -> bool {
    let writes = |p: &Phrase| {
        p.kind == PhraseKind::Verb && scene.words.is_speech(scene.lower(p.head)) || is_wrote(scene, p.head)
    };
    let mut verbs = row.phrases.iter().filter(|p| writes(p)).take(3);
    verbs.any(|verb| wrote_before(scene, row, verb)) && is_correction(scene)
}

fn wrote_before(scene: &Scene, row: &Row, verb: &Phrase) -> bool {
    let opening = row.words.start..verb.words.end;
    let own = opening.clone().any(|w| scene.words.own_texts.contains(scene.lower(w)));
    let ourselves = scene.lower(verb.head).ends_with("mos") && scene.analysis.is_spanish();
    let we = opening.clone().any(|w| scene.words.pronouns.own.contains(scene.lower(w))) || ourselves;
    let past = verb.words.clone().any(|w| scene.words.wrote.contains(scene.lower(w)));
    let before = || opening.clone().any(|w| scene.words.wrote.contains(scene.lower(w)));
    (own || we) && (past || before())
}

fn is_wrote(scene: &Scene, word: usize) -> bool {
    scene.words.wrote.contains(scene.lower(word))
}

/// Whether the report is, or holds, a correction.
fn is_correction(scene: &Scene) -> bool {
    let all = 0..scene.analysis.words.len();
    scene.find(&all, &scene.words.correction_marks).is_some()
}

/// Turns statements about what happened into what did not happen; nobody is credited with an error of ours.
/// `row` is the sentence that does so.
pub fn turn(scene: &Scene, row: &Row, statements: &mut [Explained]) {
    for Explained { statement, explanation } in statements {
        if matches!(statement.content, Content::Status(_) | Content::Count(_)) && statement.stance == Stance::Asserts {
            statement.stance = Stance::Denies;
            let denier = scene.credits[row.index].iter().find(|c| !c.informant.is_empty());
            if let Some(denier) = denier.filter(|_| takes_back(scene, row)) {
                status::credited(statement, Some(denier), None);
                explanation.credit = Some(denier.explained(scene));
            }
            let decision = |words| Decision { kind: DecisionKind::TakenBack, words };
            explanation.scope.extend(scene.evidence(&row.words).map(decision));
        }
    }
}

#[cfg(test)]
mod tests {
    use constancia_model::Language;

    use crate::testing::{Case, Kind, check};

    const ENGLISH: &[Case] = &[
        (
            "A website reported that Tomas Verrel had been released. It was not true.",
            &["released Tomas Verrel | says=website denies"],
        ),
        ("Officials said Lidia Okoro had been freed. She has not.", &["released Lidia Okoro | says=Officials denies"]),
        ("Nora Quist was arrested on Sunday. It was raining.", &["detained Nora Quist | date=2026-03-15"]),
        (
            "A blog claimed that Pavel Drennik had been freed. This is false.",
            &["released Pavel Drennik | says=blog denies"],
        ),
        (
            "Radio Lagune said that Amina Dossou had been arrested. That was not true.",
            &["detained Amina Dossou | says=Radio Lagune denies"],
        ),
        ("Correction: An earlier version said that Marta Ilves was arrested.", &["detained Marta Ilves | denies"]),
    ];

    const SPANISH: &[Case] = &[
        (
            "Un portal informó que Tomás Verrel había sido liberado. Es falso.",
            &["released Tomás Verrel | says=portal denies"],
        ),
        ("Dijeron que Lidia Ocampo fue liberada. No lo fue.", &["released Lidia Ocampo | denies"]),
        (
            "Fe de errores: Escribimos que Marta Ilvera fue detenida. Fue citada y volvió a casa.",
            &["detained Marta Ilvera | denies"],
        ),
        ("Clara Menares fue liberada el viernes. Volvió a su casa.", &["released Clara Menares | date=2026-03-13"]),
        ("Publicaron que Paulo Drena fue liberado. No es cierto.", &["released Paulo Drena | denies"]),
    ];

    #[test]
    fn english() {
        check(Language::English, Kind::Status, ENGLISH);
    }

    #[test]
    fn spanish() {
        check(Language::Spanish, Kind::Status, SPANISH);
    }
}
